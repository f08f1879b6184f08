//! What the scenario calls the figures that are varied.

use super::grid::Axis;
use crate::scenario::{LocalText, Scenario};

/// Returns for each axis the clause it switches, with its paragraph, or the uncertain figure it sets; `None` where the
/// scenario has no words for it.
#[must_use]
pub(super) fn titles(scenario: &Scenario, axes: &[Axis]) -> Vec<Option<LocalText>> {
    let titles = axes.iter().map(|axis| title(scenario, &axis.path));
    titles.collect()
}

fn title(scenario: &Scenario, path: &str) -> Option<LocalText> {
    let steps: Vec<&str> = path.split('.').collect();
    match steps[..] {
        ["pact", _, "clause", id] => {
            let clause = scenario.clauses.iter().find(|clause| clause.id == id)?;
            let with_paragraph = |title: &str| format!("{} {title}", clause.paragraph);
            Some(LocalText {
                de: with_paragraph(&clause.title.de),
                en: with_paragraph(&clause.title.en),
            })
        }
        // A term of a phase is the term of the clause that it comes from.
        ["pact", _, ..] => figure(scenario, |set| same_term(set, &steps[2..])),
        _ => figure(scenario, |set| set == path),
    }
}

fn figure(scenario: &Scenario, is: impl Fn(&str) -> bool) -> Option<LocalText> {
    let mut all = scenario.uncertain.iter();
    let found = all.find(|figure| figure.set.iter().any(|(set, _)| is(set)));
    found.map(|figure| figure.title.clone())
}

fn same_term(path: &str, term: &[&str]) -> bool {
    let steps: Vec<&str> = path.split('.').collect();
    steps.first() == Some(&"clause") && steps.get(2..) == Some(term)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::load;

    #[test]
    fn clauses_and_terms_have_words_and_others_none() {
        let scenario = load("einstieg", &[]).expect("it loads");
        let of = |path: &str| title(&scenario, path).map(|title| title.de);
        let clause = of("pact.contract.clause.notebook_pool");
        assert_eq!(clause.as_deref(), Some("§ 8 Notebook-Pool"));
        let term = Some("Notebooks im Pool");
        assert_eq!(of("pact.contract.notebook_pool").as_deref(), term);
        assert_eq!(of("clause.notebook_pool.notebook_pool").as_deref(), term);
        let assumed = of("parameters.present_share");
        assert_eq!(assumed.as_deref(), Some("Anwesende Leute"));
        assert_eq!((of("pact"), of("attack.entry")), (None, None));
    }
}
