//! What a study looks at: figures with a spread, and every clause on and off.

use crate::scenario::{
    Clause, ClauseKind, LocalText, Scenario, Uncertain, UncertainClass, ValueSpread,
};

/// Returns what may matter for a comparison of pact phases, given by position, the first of which is compared with.
///
/// Besides the figures given these are, off and on: each clause on aid and on the provider that a compared phase has and
/// the first has not (with one phase only: that it has), switched in the compared phases; and each clause on prevention,
/// switched in all phases. Figures of clauses that are in no compared phase are left out. Ordered by id.
#[must_use]
pub fn figures(scenario: &Scenario, given: &[Uncertain], phases: &[usize]) -> Vec<Uncertain> {
    let Some((first, others)) = phases.split_first() else {
        return given.to_vec();
    };
    let mut compared: Vec<usize> = others.iter().copied().filter(|at| at != first).collect();
    compared.sort_unstable();
    compared.dedup();
    let alone = compared.is_empty();
    if alone {
        compared.push(*first);
    }
    let has = |phase: usize, clause: usize| scenario.pacts[phase].clauses.contains(&clause);
    let mut all: Vec<Uncertain> = given
        .iter()
        .filter(|figure| is_in_force(scenario, figure, &compared))
        .cloned()
        .collect();
    for (at, clause) in scenario.clauses.iter().enumerate() {
        let class = match clause.kind {
            ClauseKind::Law | ClauseKind::Membership => continue,
            ClauseKind::Prevention => UncertainClass::Preparedness,
            ClauseKind::Aid | ClauseKind::Provider => UncertainClass::Clause,
        };
        let switched: Vec<String> = if class == UncertainClass::Preparedness {
            vec!["*".to_owned()]
        } else {
            compared
                .iter()
                .filter(|phase| has(**phase, at) && (alone || !has(*first, at)))
                .map(|phase| scenario.pacts[*phase].id.clone())
                .collect()
        };
        if !switched.is_empty() {
            all.push(on_and_off(clause, class, &switched));
        }
    }
    all.sort_by(|a, b| a.id.cmp(&b.id));
    all
}

/// Whether a figure of a clause belongs to one that a compared phase has.
fn is_in_force(scenario: &Scenario, figure: &Uncertain, compared: &[usize]) -> bool {
    figure.set.iter().any(|(path, _)| {
        let mut steps = path.split('.');
        let (Some("clause"), Some(id)) = (steps.next(), steps.next()) else {
            return true;
        };
        let at = scenario.clauses.iter().position(|clause| clause.id == id);
        let of = |phase: &usize| at.is_some_and(|at| scenario.pacts[*phase].clauses.contains(&at));
        id == "*" || compared.iter().any(of)
    })
}

fn on_and_off(clause: &Clause, class: UncertainClass, phases: &[String]) -> Uncertain {
    Uncertain {
        id: format!("clause_{}", clause.id),
        title: LocalText {
            de: format!("{} {}", clause.paragraph, clause.title.de),
            en: format!("{} {}", clause.paragraph, clause.title.en),
        },
        class,
        spread: ValueSpread::OneOf(vec!["off".to_owned(), "on".to_owned()]),
        set: phases
            .iter()
            .map(|phase| {
                (
                    format!("pact.{phase}.clause.{}", clause.id),
                    "{}".to_owned(),
                )
            })
            .collect(),
        source: "left out or in force".to_owned(),
        confidence: "given".to_owned(),
    }
}
