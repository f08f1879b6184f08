//! Checks response plans.

use super::check::{Check, Rec, empty_text, field, origin};
use crate::scenario::model::{Act, LocalText, ResponsePlan, ResponseRule};
use crate::scenario::raw::{RawResponse, RawRule};

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
