//! Checks pact phases and response plans.

use super::check::{Check, Rec, empty_text, field, origin, origin_within};
use crate::scenario::model::{Act, AidTerms, LocalText, Pact, ResponsePlan, ResponseRule};
use crate::scenario::raw::{RawAid, RawPact, RawResponse, RawRule};
use crate::vocab::AidKind;

/// Returns the pact phase of a scenario that has none: nobody can ask for anything.
pub fn none() -> Pact {
    Pact {
        id: "none".to_owned(),
        title: LocalText {
            de: "Ohne Pakt".to_owned(),
            en: "Without a pact".to_owned(),
        },
        sentence: LocalText {
            de: "Hilfe ist nicht vorgesehen.".to_owned(),
            en: "There is no mutual aid.".to_owned(),
        },
        aid: Vec::new(),
        staff_cap_share: 0.0,
        desk_cap_share: 0.0,
        notebook_pool: 0,
        days_max: 0,
        crisis_staff_factor: 1.0,
        set_up_factor: 1.0,
    }
}

/// Checks one pact phase.
pub fn pact(check: &mut Check, rec: Rec<'_, RawPact>) -> Pact {
    origin!(check, rec);
    let mut aid: Vec<(AidKind, AidTerms)> = Vec::new();
    for terms in check.records(&field!(rec.aid)) {
        let place = terms
            .raw
            .kind
            .as_ref()
            .map_or(terms.place, |kind| kind.place);
        let Some((kind, terms)) = aid_terms(check, terms) else {
            continue;
        };
        if aid.iter().any(|(seen, _)| *seen == kind) {
            let message = format!("terms of `{}` are there twice", kind.id());
            check.problems.error(place, message);
        }
        aid.push((kind, terms));
    }
    Pact {
        id: check.id(field!(rec.id)),
        title: check.local_text(field!(rec.title)),
        sentence: check.local_text(field!(rec.sentence)),
        aid,
        staff_cap_share: check.share(field!(rec.staff_cap_share), Some(0.25)),
        desk_cap_share: check.share(field!(rec.desk_cap_share), Some(0.02)),
        notebook_pool: check.count(field!(rec.notebook_pool), 0..=1_000_000, Some(0)),
        days_max: check.count(field!(rec.days_max), 0..=3660, Some(10)),
        crisis_staff_factor: check.number(field!(rec.crisis_staff_factor), 0.0..=10.0, Some(1.0)),
        set_up_factor: check.number(field!(rec.set_up_factor), 0.0..=10.0, Some(1.0)),
    }
}

fn aid_terms(check: &mut Check, rec: Rec<'_, RawAid>) -> Option<(AidKind, AidTerms)> {
    origin_within!(check, rec);
    let terms = AidTerms {
        latency: check.dist(field!(rec.latency), None),
        effect: check.share(field!(rec.effect), None),
    };
    let (kind, _) = check.need(&field!(rec.kind))?;
    Some((*kind, terms))
}

/// Returns the response plan of a scenario that has none.
pub fn passive() -> ResponsePlan {
    ResponsePlan {
        id: "passive".to_owned(),
        title: LocalText {
            de: "Abwarten".to_owned(),
            en: "Wait and see".to_owned(),
        },
        rules: Vec::new(),
    }
}

/// Checks one response plan.
pub fn response(check: &mut Check, rec: Rec<'_, RawResponse>) -> ResponsePlan {
    origin!(check, rec);
    let title = match rec.raw.title {
        Some(_) => check.local_text(field!(rec.title)),
        None => {
            check.need(&field!(rec.title));
            empty_text()
        }
    };
    ResponsePlan {
        id: check.id(field!(rec.id)),
        title,
        rules: check
            .records(&field!(rec.rules))
            .into_iter()
            .filter_map(|rule| response_rule(check, rule))
            .collect(),
    }
}

fn response_rule(check: &mut Check, rec: Rec<'_, RawRule>) -> Option<ResponseRule> {
    let when = check.some_items(&field!(rec.when));
    let after = check.dist(field!(rec.after), None);
    let (act, _): (&Act, _) = check.need(&field!(rec.act))?;
    Some(ResponseRule {
        when: when.into_iter().map(|(condition, _)| *condition).collect(),
        after,
        act: *act,
    })
}
