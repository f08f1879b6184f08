//! Checks figures with a spread, each for itself; whether its paths lead anywhere is seen when it is used.

use super::check::{Check, Field, Rec, field};
use crate::scenario::raw::{Fault, List, Place, RawUncertain};
use crate::scenario::uncertain::{Uncertain, UncertainClass, ValueSpread, filled};
use crate::vocab::Text;

/// How sure a spread may be.
const LEVELS: &[&str] = &["published", "derived", "estimate", "measured", "given"];

/// Checks all of them.
pub fn uncertain(check: &mut Check, field: &Field<'_, List<RawUncertain>>) -> Vec<Uncertain> {
    let records = check.records(field).into_iter();
    records.map(|rec| one(check, rec)).collect()
}

fn one(check: &mut Check, rec: Rec<'_, RawUncertain>) -> Uncertain {
    let class = check.need(&field!(rec.class));
    let spread = match check.need(&field!(rec.spread)) {
        Some((spread, place)) => {
            bounds(check, spread, place);
            spread.clone()
        }
        None => ValueSpread::Uniform(0.0, 1.0),
    };
    let confidence = check.text(field!(rec.confidence));
    if let Some((level, place)) = confidence
        && !LEVELS.contains(&level)
    {
        let fault = Fault::unknown("check-unknown-confidence", level, LEVELS);
        check.problems.fault(place, fault);
    }
    Uncertain {
        id: check.id(field!(rec.id)),
        title: check.local_text(field!(rec.title)),
        class: class.map_or(UncertainClass::Assumption, |(class, _)| *class),
        set: templates(check, rec, &spread),
        spread,
        source: check
            .text(field!(rec.source))
            .map_or_else(String::new, |(text, _)| text.to_owned()),
        confidence: confidence.map_or_else(String::new, |(text, _)| text.to_owned()),
    }
}

/// Holds a spread to have a lower end below its upper end.
fn bounds(check: &mut Check, spread: &ValueSpread, place: Place) {
    let wrong = match spread {
        ValueSpread::Uniform(low, high) if low >= high || !(high - low).is_finite() => {
            Some("check-spread-rising")
        }
        ValueSpread::LogUniform(low, high) if *low <= 0.0 || low >= high || !high.is_finite() => {
            Some("check-spread-positive")
        }
        ValueSpread::Triangular(low, mode, high)
            if low >= high || !(*low..=*high).contains(mode) || !(high - low).is_finite() =>
        {
            Some("check-spread-triangular")
        }
        ValueSpread::Whole(low, high) if low >= high || *low < -1_000_000 || *high > 1_000_000 => {
            Some("check-spread-whole")
        }
        ValueSpread::OneOf(words) if words.len() < 2 => Some("check-spread-words"),
        _ => None,
    };
    if let Some(key) = wrong {
        check.problems.error(place, Text::new(key));
    }
}

/// Holds every template to have a place for the value.
fn templates(
    check: &mut Check,
    rec: Rec<'_, RawUncertain>,
    spread: &ValueSpread,
) -> Vec<(String, String)> {
    let mut pairs = Vec::new();
    for ((path, template), _) in check.some_items(&field!(rec.set)) {
        let (Some((path, _)), Some((template, place))) = (check.value(path), check.value(template))
        else {
            continue;
        };
        if filled(template, &spread.at(0.5)).is_none() {
            let message = Text::new("check-no-place-for-value").name("template", template);
            let hint = Text::new("check-no-place-for-value-hint");
            check.problems.error_hint(place, message, hint);
        }
        pairs.push((path.clone(), template.clone()));
    }
    pairs
}
