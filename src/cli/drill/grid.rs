//! Which variants a drill has.

use std::sync::Arc;

use super::super::Failure;
use super::super::args::{DrillArgs, ScenarioArgs};
use super::super::run::{no_response, pact_of, until};
use super::default_response;
use crate::drill::{Aside, Head, Variant, combinations, draft_position, for_the_same_money};
use crate::scenario::{Scenario, Staging, load_staged};
use crate::vocab::Text;

/// Figures of a scenario by their path, as typed.
type Figures = Vec<(String, String)>;

/// More combinations than this are a mistake.
const MOST_VARIANTS: usize = 1_000;

/// The administration that is looked at more closely, if it is there.
pub(super) fn own(args: &DrillArgs, head: &Head) -> Result<Option<String>, Failure> {
    let Some(key) = &args.own else {
        return Ok(None);
    };
    let mut offering = head.places.iter().filter(|place| place.offers_services);
    if offering.any(|place| place.id == *key) {
        return Ok(Some(key.clone()));
    }
    let text = Text::new("drill-no-own")
        .name("id", key)
        .name("scenario", &head.scenario);
    Err(Failure::usage(text))
}

/// Finds what is to be played beside the combinations.
pub(super) fn asides(args: &DrillArgs, variants: &[Variant]) -> Result<Vec<Aside>, Failure> {
    let (first, draft) = (&variants[0], &variants[draft_position(&args.vary)]);
    let mut asides = Vec::new();
    if args.clauses {
        asides = Aside::without_each_clause(first, draft);
        if asides.is_empty() {
            let pact = draft.scenario.pacts[draft.pact].id.clone();
            return Err(Failure::usage(
                Text::new("drill-no-clause-beyond").name("pact", pact),
            ));
        }
    }
    if args.prevention {
        if args.vary.is_empty() {
            return Err(Failure::usage(Text::new("drill-prevention-of-what")));
        }
        let sets = for_the_same_money(first, draft, args.money.valuation()).into_iter();
        asides.extend(sets.map(Aside::Prevention));
    }
    Ok(asides)
}

/// Makes all that is played: every combination, then what is played besides.
pub(super) fn all_variants(
    args: &DrillArgs,
    asides: &[Aside],
    besides: &[(String, String)],
) -> Result<Vec<Variant>, Failure> {
    let mut all = variants(args, besides)?;
    add_asides(&mut all, asides, args, besides)?;
    Ok(all)
}

/// Adds what is played besides to all combinations: the draft, or what holds today, with clauses switched.
pub(super) fn add_asides(
    variants: &mut Vec<Variant>,
    asides: &[Aside],
    args: &DrillArgs,
    besides: &[(String, String)],
) -> Result<(), Failure> {
    let (first, draft) = (
        variants[0].clone(),
        variants[draft_position(&args.vary)].clone(),
    );
    for aside in asides {
        let changed = match aside {
            Aside::Without(_) => &draft,
            Aside::Prevention(_) => &first,
        };
        let pact = &changed.scenario.pacts[changed.pact].id;
        let settings = changed.settings.iter();
        let mut figures: Figures = settings
            .filter(|(path, _)| path != "pact" && path != "response")
            .cloned()
            .collect();
        let switched = aside.switched();
        figures.extend(
            switched.map(|(clause, to)| (format!("pact.{pact}.clause.{clause}"), to.to_owned())),
        );
        let scenario = load(&args.scenario, besides, &figures, args.until)?;
        variants.push(Variant {
            pact: pact_of(&scenario, Some(pact))?,
            response: changed.response.clone(),
            settings: changed.settings.clone(),
            aside: Some(aside.clone()),
            scenario,
        });
    }
    Ok(())
}

/// Makes every combination, with figures set besides; those that change no figure share a scenario.
pub(super) fn variants(
    args: &DrillArgs,
    besides: &[(String, String)],
) -> Result<Vec<Variant>, Failure> {
    let all = combinations(&args.vary);
    if all.len() > MOST_VARIANTS {
        let text = Text::new("drill-many-variants")
            .name("count", all.len().to_string())
            .name("most", MOST_VARIANTS.to_string());
        return Err(Failure::usage(text));
    }
    for (path, given) in [("pact", &args.pact), ("response", &args.response)] {
        if given.is_some() && args.vary.iter().any(|axis| axis.path == path) {
            let text = Text::new("drill-set-and-varied").name("path", path);
            return Err(Failure::usage(text));
        }
    }
    for (at, axis) in args.vary.iter().enumerate() {
        if args.vary[..at].iter().any(|other| other.path == axis.path) {
            let text = Text::new("drill-varied-twice").name("path", &axis.path);
            return Err(Failure::usage(text));
        }
    }
    let mut loaded: Vec<(Figures, Arc<Scenario>)> = Vec::new();
    let mut variants = Vec::new();
    for settings in all {
        let is_of_run = |path: &str| path == "pact" || path == "response";
        let value_of = |name: &str| {
            let found = settings.iter().find(|(path, _)| path == name);
            found.map(|(_, value)| value.clone())
        };
        let figures = settings.iter().filter(|(path, _)| !is_of_run(path));
        let figures: Figures = figures.cloned().collect();
        let known = loaded.iter().find(|(other, _)| *other == figures);
        let scenario = match known {
            Some((_, scenario)) => Arc::clone(scenario),
            None => {
                let scenario = load(&args.scenario, besides, &figures, args.until)?;
                loaded.push((figures, Arc::clone(&scenario)));
                scenario
            }
        };
        let pact = value_of("pact").or_else(|| args.pact.clone());
        let response = value_of("response").or_else(|| args.response.clone());
        let response = response.unwrap_or_else(|| default_response(&scenario));
        if !scenario.responses.iter().any(|plan| plan.id == response) {
            let known: Vec<String> = scenario
                .responses
                .iter()
                .map(|plan| plan.id.clone())
                .collect();
            return Err(no_response(&scenario, &response, &known));
        }
        variants.push(Variant {
            pact: pact_of(&scenario, pact.as_deref())?,
            response,
            scenario,
            settings,
            aside: None,
        });
    }
    Ok(variants)
}

fn load(
    args: &ScenarioArgs,
    besides: &[(String, String)],
    varied: &[(String, String)],
    minutes: Option<u32>,
) -> Result<Arc<Scenario>, Failure> {
    let set = [&args.set[..], besides, varied].concat();
    let staging = Staging {
        varied: varied.len(),
        ..args.staging()
    };
    let scenario = load_staged(args.name(), &set, &staging)?;
    Ok(until(Arc::new(scenario), minutes))
}
