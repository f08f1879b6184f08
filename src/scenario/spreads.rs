//! Which figures with a spread concern a scenario, and whether their values can be had.

use super::diagnose::{Collector, Problems};
use super::embedded;
use super::load::{Loader, Staging};
use super::model::PhaseId;
use super::origin::Origin;
use super::overrides;
use super::raw::{Fault, List, Place, RawScenario, RawUncertain, Record, Setting, Sp, read};
use super::sources::ScenarioFiles;
use super::uncertain::Uncertain;
use super::validate;
use crate::vocab::Text;

/// The figures with a spread that concern a scenario.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Spreads {
    /// Those that may be drawn, in the order of the files.
    pub used: Vec<Uncertain>,
    /// Ids of those that are left out: the scenario or the caller settles the figure, or has no such thing.
    pub left_out: Vec<String>,
}

/// Reads a scenario and finds which figures with a spread concern it.
///
/// One of the catalogue gives way where the scenario gives the figure itself or has nothing of that kind; any gives
/// way to `overrides`. Both ends of every spread are tried.
///
/// # Errors
/// Returns every problem of the scenario, and of paths and values of its spreads.
pub fn load_spreads(
    name_or_path: &str,
    overrides: &[(String, String)],
    staging: &Staging,
) -> Result<Spreads, Problems> {
    let (origin, main) = Origin::of(name_or_path)?;
    spreads_of(Loader::new(origin), &main, overrides, staging)
}

/// Does the same for a scenario of which the files were kept.
///
/// # Errors
/// Returns every problem of the scenario, and of paths and values of its spreads.
pub fn load_copied_spreads(
    copy: &ScenarioFiles,
    overrides: &[(String, String)],
    staging: &Staging,
) -> Result<Spreads, Problems> {
    let loader = Loader::new(Origin::Copied(copy.clone()));
    spreads_of(loader, &copy.main, overrides, staging)
}

fn spreads_of(
    mut loader: Loader,
    main: &str,
    overrides: &[(String, String)],
    staging: &Staging,
) -> Result<Spreads, Problems> {
    let Some(scenario) = loader.scenario(main, overrides, staging)? else {
        return Err(loader.problems.into_problems(loader.sources));
    };
    let mut spreads = Spreads::default();
    let mut used: Vec<(Uncertain, Vec<Place>)> = Vec::new();
    let raw = records(&loader.merged.uncertain);
    for (uncertain, (record, record_place)) in scenario.uncertain.into_iter().zip(raw) {
        let in_catalogue = lies_in(&loader, record_place, |name| name == embedded::UNCERTAIN);
        let settled = uncertain.set.iter().any(|(path, _)| {
            overrides.iter().any(|(other, _)| other == path)
                || (in_catalogue && is_given(&loader, path))
        });
        if settled {
            spreads.left_out.push(uncertain.id);
            continue;
        }
        let places = places_of_set(record, record_place);
        match missing(&loader.merged, &uncertain, &places) {
            None => used.push((uncertain, places)),
            Some(_) if in_catalogue => spreads.left_out.push(uncertain.id),
            Some((place, fault)) => loader.problems.fault(place, fault),
        }
    }
    let whole = Place::of(&loader.sources.get(0).text).head(0);
    let mut found = Vec::new();
    for share in [0.0, 1.0] {
        if let Some(faults) = tried(&loader.merged, whole, staging, &used, share) {
            found.extend(faults);
        }
    }
    for (place, message) in found {
        loader.problems.error(place, message);
    }
    if !loader.problems.is_empty() {
        return Err(loader.problems.into_problems(loader.sources));
    }
    spreads.used = used.into_iter().map(|(uncertain, _)| uncertain).collect();
    Ok(spreads)
}

/// The readable records, as the checks see them.
fn records(list: &Option<Sp<List<RawUncertain>>>) -> Vec<(&RawUncertain, Place)> {
    let items = list
        .iter()
        .filter_map(|sp| sp.value.as_ref().ok())
        .flatten();
    items
        .filter_map(|sp| Some((sp.value.as_ref().ok()?, sp.place)))
        .collect()
}

fn places_of_set(record: &RawUncertain, otherwise: Place) -> Vec<Place> {
    let set = record.set.as_ref().and_then(|sp| sp.value.as_ref().ok());
    let of = |sp: &Sp<(Sp<String>, Sp<String>)>| {
        let pair = sp.value.as_ref().ok();
        pair.map_or(otherwise, |(path, _)| path.place)
    };
    set.map_or_else(Vec::new, |list| list.iter().map(of).collect())
}

fn lies_in(loader: &Loader, place: Place, is_it: impl Fn(&str) -> bool) -> bool {
    let found = loader.sources.locate(place);
    found.is_some_and(|(index, _)| is_it(&loader.sources.get(index).name))
}

/// Whether a file of the scenario gives the figure at a path itself.
fn is_given(loader: &Loader, path: &str) -> bool {
    let set = loader
        .merged
        .set
        .iter()
        .filter_map(|sp| sp.value.as_ref().ok());
    let typed = set.flatten().filter_map(|sp| sp.value.as_ref().ok());
    let mut typed = typed.filter_map(|(path, _)| path.value.as_ref().ok());
    if typed.any(|typed| typed == path) {
        return true;
    }
    let of_catalogue = |name: &str| name.starts_with("catalogue/");
    place_of(&loader.merged, path).is_some_and(|place| !lies_in(loader, place, of_catalogue))
}

/// Where the figure at a path stands, for records that a scenario has once.
fn place_of(raw: &RawScenario, path: &str) -> Option<Place> {
    fn open<R>(field: &Option<Sp<R>>) -> Option<&R> {
        field.as_ref()?.value.as_ref().ok()
    }
    let steps: Vec<&str> = path.split('.').collect();
    match steps.as_slice() {
        ["parameters", field] => open(&raw.parameters)?.place(field),
        ["parameters", "helper_cost", field] => {
            open(&open(&raw.parameters)?.helper_cost)?.place(field)
        }
        ["attack", field] => open(&raw.attack)?.place(field),
        ["attack", phase, field] => {
            let wanted: PhaseId = read(phase).value.ok()?;
            let mut phases = open(&open(&raw.attack)?.phases)?.iter();
            phases.find_map(|sp| {
                let record = sp.value.as_ref().ok()?;
                (open(&record.id) == Some(&wanted)).then(|| record.place(field))?
            })
        }
        _ => None,
    }
}

/// Says which path of a figure leads nowhere.
fn missing(
    merged: &RawScenario,
    uncertain: &Uncertain,
    places: &[Place],
) -> Option<(Place, Fault)> {
    let settings = uncertain.settings(&uncertain.spread.at(0.0));
    let mut raw = merged.clone();
    for ((path, value), place) in settings.iter().zip(places) {
        if path.starts_with("attack.") && merged.attack.is_none() {
            return Some((*place, Fault::new(Text::new("check-no-attack"))));
        }
        if let Err(fault) = apply(&mut raw, path, value) {
            return Some((*place, fault));
        }
    }
    None
}

fn apply(raw: &mut RawScenario, path: &str, value: &str) -> Result<(), Fault> {
    let quoted = super::load::in_quotes(value);
    let setting = Setting {
        plain: value,
        quoted: &quoted,
    };
    overrides::set(raw, path, setting)
}

/// Checks the scenario with all figures at one end of their spreads; if that fails, says which of them cannot be there.
fn tried(
    merged: &RawScenario,
    whole: Place,
    staging: &Staging,
    used: &[(Uncertain, Vec<Place>)],
    share: f64,
) -> Option<Vec<(Place, Text)>> {
    let problem = |of: &[(Uncertain, Vec<Place>)]| -> Option<Text> {
        let mut raw = merged.clone();
        // The texts must stay while places point into them.
        let all: Vec<(String, String)> = of
            .iter()
            .flat_map(|(one, _)| one.settings(&one.spread.at(share)))
            .collect();
        for (path, value) in &all {
            // Every path was followed before.
            let _ = apply(&mut raw, path, value);
        }
        let mut problems = Collector::default();
        validate::scenario(&raw, whole, String::new(), staging.start, &mut problems);
        problems.first_message()
    };
    let together = problem(used)?;
    let alone = used.iter().filter_map(|one| {
        let problem = problem(std::slice::from_ref(one))?;
        let place = one.1.first().copied().unwrap_or(whole);
        let message = Text::new("check-with-value")
            .name("value", one.0.spread.at(share))
            .text("problem", problem);
        Some((place, message))
    });
    let alone: Vec<_> = alone.collect();
    if alone.is_empty() {
        let key = if share == 0.0 {
            "check-all-at-lower-end"
        } else {
            "check-all-at-upper-end"
        };
        return Some(vec![(whole, Text::new(key).text("problem", together))]);
    }
    Some(alone)
}
