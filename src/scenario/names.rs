//! Invented names for real places, for exercises that must not speak of anybody.
//!
//! Ids stay: they are official keys, and documents are compared by them.

use super::model::{AdministrationKind, LocalText, Scenario};
use crate::vocab::PlaceNames;

/// Invented names of places; no such municipality exists in Germany.
const NAMES: &str = include_str!("../../assets/names/fiktiv.txt");

/// Regions that texts of the program's own scenarios speak of, and what they are called then.
const REGIONS: &str = include_str!("../../assets/names/regions.txt");

/// Gives every place an invented name, and uses it in all texts; regions lose theirs as well.
pub(super) fn invent(scenario: &mut Scenario) {
    let renamed = renamed(scenario);
    for (administration, (_, new)) in scenario.administrations.iter_mut().zip(&renamed) {
        administration.name.clone_from(new);
    }
    let mut pairs = pairs_in_texts(&renamed);
    let regions = entries(REGIONS).filter_map(|line| line.split_once(" = "));
    pairs.extend(regions.map(|(old, new)| (old.to_owned(), new.to_owned())));
    // The longest first: a name may be part of another.
    pairs.sort_by(|(a, _), (b, _)| b.len().cmp(&a.len()).then_with(|| a.cmp(b)));
    texts(scenario, &mut |text| {
        for language in [&mut text.de, &mut text.en] {
            *language = renamed_text(language, &pairs);
        }
    });
    for figure in &mut scenario.uncertain {
        figure.source = renamed_text(&figure.source, &pairs);
    }
    scenario.has_invented_names = true;
}

/// Calls `change` for every text that whoever wrote the scenario wrote for people.
fn texts(scenario: &mut Scenario, change: &mut dyn FnMut(&mut LocalText)) {
    change(&mut scenario.title);
    let seats = scenario.administrations.iter_mut();
    seats
        .filter_map(|one| one.seat.as_mut())
        .for_each(&mut *change);
    for notice in &mut scenario.notices {
        change(&mut notice.text);
    }
    for inject in &mut scenario.injects {
        inject.texts_mut(&mut *change);
    }
    for step in scenario.guide.iter_mut().flat_map(|guide| &mut guide.steps) {
        change(&mut step.text);
    }
    for stage in &mut scenario.stages {
        change(&mut stage.title);
        change(&mut stage.question);
    }
    for objective in &mut scenario.objectives {
        change(&mut objective.title);
        let more = objective.rated.iter_mut().chain(&mut objective.expects);
        more.for_each(&mut *change);
    }
    for question in &mut scenario.questionnaire {
        change(&mut question.text);
    }
    for clause in &mut scenario.clauses {
        change(&mut clause.title);
        change(&mut clause.sentence);
    }
    for pact in &mut scenario.pacts {
        change(&mut pact.title);
        change(&mut pact.sentence);
    }
    for plan in &mut scenario.responses {
        change(&mut plan.title);
    }
    for figure in &mut scenario.uncertain {
        change(&mut figure.title);
    }
}

impl Scenario {
    /// Returns whether its places bear names of real ones: so do those with an official key, unless all were renamed.
    #[must_use]
    pub fn place_names(&self) -> PlaceNames {
        if self.has_invented_names {
            return PlaceNames::Invented;
        }
        // State and county, or state, county and municipality.
        let is_key =
            |id: &str| matches!(id.len(), 5 | 8) && id.bytes().all(|of| of.is_ascii_digit());
        let mut places = self
            .administrations
            .iter()
            .filter(|one| one.inhabitants > 0);
        if places.all(|place| is_key(&place.id)) {
            PlaceNames::Real
        } else {
            PlaceNames::OfTheScenario
        }
    }
}

/// Returns the old and new name of every administration, in their order.
fn renamed(scenario: &Scenario) -> Vec<(String, String)> {
    use AdministrationKind as K;
    // Names are dealt out by official key, so that a place keeps its own when others are added to
    // the scenario after it.
    let mut order: Vec<usize> = (0..scenario.administrations.len()).collect();
    order.sort_by(|a, b| {
        let id = |position: &usize| &scenario.administrations[*position].id;
        id(a).cmp(id(b))
    });
    let mut pairs = vec![(String::new(), String::new()); order.len()];
    let mut invented = names();
    for position in order {
        let administration = &scenario.administrations[position];
        let old = administration.name.clone();
        let new = match administration.kind {
            K::Provider | K::State => old.clone(),
            K::County => format!("Kreis {}", invented.next().unwrap_or_default()),
            K::Municipality | K::City | K::Outside => invented.next().unwrap_or_default(),
        };
        pairs[position] = (old, new);
    }
    pairs
}

/// Returns the invented names, and when they are used up the same again with a number.
fn names() -> impl Iterator<Item = String> {
    let names = || entries(NAMES);
    let again = (2..).flat_map(move |round| names().map(move |name| format!("{name} {round}")));
    names().map(str::to_owned).chain(again)
}

/// The lines of a list that are no remarks.
fn entries(list: &'static str) -> impl Iterator<Item = &'static str> {
    let lines = list.lines().map(str::trim);
    lines.filter(|line| !line.is_empty() && !line.starts_with('#'))
}

/// Returns what is to be replaced in texts: names as they stand, and without what is in brackets.
fn pairs_in_texts(renamed: &[(String, String)]) -> Vec<(String, String)> {
    let mut pairs = Vec::new();
    for (old, new) in renamed.iter().filter(|(old, new)| old != new) {
        pairs.push((old.clone(), new.clone()));
        if let Some((short, _)) = old.split_once(" (") {
            pairs.push((short.to_owned(), new.clone()));
        }
    }
    pairs
}

/// Replaces names in one pass, so that an invented name is never taken for a real one.
fn renamed_text(text: &str, pairs: &[(String, String)]) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(letter) = rest.chars().next() {
        let inside_word = out.chars().next_back().is_some_and(char::is_alphanumeric);
        let found = pairs.iter().find(|(old, _)| rest.starts_with(old.as_str()));
        if let Some((old, new)) = found.filter(|_| !inside_word) {
            out.push_str(new);
            rest = &rest[old.len()..];
        } else {
            out.push(letter);
            rest = &rest[letter.len_utf8()..];
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::{Staging, load_copied, load_with_files};
    use std::collections::BTreeSet;

    #[test]
    fn names_are_replaced_as_words_and_the_longest_first() {
        let pairs = [
            ("Bad König".to_owned(), "Erlsbach".to_owned()),
            ("König".to_owned(), "Fürth".to_owned()),
            ("Fürth".to_owned(), "Nieders".to_owned()),
        ];
        assert_eq!(
            renamed_text("Bad König, König und Fürths Burgfürth, MitKönig", &pairs),
            "Erlsbach, Fürth und Niederss Burgfürth, MitKönig"
        );
    }

    /// Whatever somebody writes for people may speak of a place: of clauses and phases of a pact, of objectives and
    /// uncertain figures as well.
    #[test]
    fn no_text_keeps_the_name_of_a_place() {
        let (real, mut files) = load_with_files("suedhessen", &[], &Staging::default()).unwrap();
        for text in files.files.values_mut() {
            for field in ["de", "en", "source"] {
                for before in [" ", "("] {
                    let field = format!("{before}{field}: \"");
                    *text = text.replace(&field, &format!("{field}Bensheim: "));
                }
            }
        }
        let staging = |invented_names| Staging {
            invented_names,
            ..Staging::default()
        };
        let told = |invented_names| {
            let scenario = load_copied(&files, &[], &staging(invented_names));
            format!("{:?}", scenario.unwrap())
        };
        let (named, invented) = (told(false), told(true));
        assert!(named.matches("Bensheim: ").count() > 300);
        for place in &real.administrations {
            let is_renamed = !matches!(
                place.kind,
                AdministrationKind::Provider | AdministrationKind::State
            );
            let name = place.name.split(" (").next().unwrap_or_default();
            let at = invented.find(&format!("{name}:")).filter(|_| is_renamed);
            let around = at.map(|at| &invented[at.saturating_sub(80)..at + 40]);
            assert_eq!(around, None);
        }
    }

    #[test]
    fn there_are_enough_names_and_each_is_there_once() {
        let first: Vec<String> = names().take(100).collect();
        assert!(first.iter().all(|name| !name.ends_with('2')));
        assert_eq!(first.iter().collect::<BTreeSet<_>>().len(), 100);
        let many: Vec<String> = names().take(1000).collect();
        assert_eq!(many.iter().collect::<BTreeSet<_>>().len(), 1000);
    }

    #[test]
    fn places_lose_their_names_and_keep_their_keys() {
        let real = crate::scenario::load("einstieg", &[]).unwrap();
        let staging = crate::scenario::Staging {
            invented_names: true,
            ..Default::default()
        };
        let staged = crate::scenario::load_staged("einstieg", &[], &staging).unwrap();
        assert_eq!(real.hash, staged.hash, "the figures are the same");
        assert_eq!(real.place_names(), PlaceNames::Real);
        assert_eq!(staged.place_names(), PlaceNames::Invented);
        let mut own = real.clone();
        own.administrations[1].id = "neighbour_a".to_owned();
        assert_eq!(own.place_names(), PlaceNames::OfTheScenario);
        for (a, b) in real.administrations.iter().zip(&staged.administrations) {
            assert_eq!(a.id, b.id);
            let is_place = !matches!(
                a.kind,
                AdministrationKind::Provider | AdministrationKind::State
            );
            assert_eq!(is_place, a.name != b.name, "{}", a.name);
            if a.kind == AdministrationKind::County {
                assert!(b.name.starts_with("Kreis "), "{}", b.name);
            }
        }
    }
}
