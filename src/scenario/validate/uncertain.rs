//! Checks figures with a spread, each for itself; whether its paths lead anywhere is seen when it is used.

use super::check::{Check, Field, Rec, field};
use crate::scenario::raw::{List, Place, RawUncertain, unknown_word};
use crate::scenario::uncertain::{Uncertain, UncertainClass, ValueSpread, filled};

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
        let fault = unknown_word("confidence", level, LEVELS);
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
            Some("the first number must be less than the second")
        }
        ValueSpread::LogUniform(low, high) if *low <= 0.0 || low >= high || !high.is_finite() => {
            Some("both numbers must be above 0 and the first less than the second")
        }
        ValueSpread::Triangular(low, mode, high)
            if low >= high || !(*low..=*high).contains(mode) || !(high - low).is_finite() =>
        {
            Some("the numbers must rise: lowest, most likely, highest")
        }
        ValueSpread::Whole(low, high) if low >= high || *low < -1_000_000 || *high > 1_000_000 => {
            Some("the first number must be less than the second, and neither beyond a million")
        }
        ValueSpread::OneOf(words) if words.len() < 2 => Some("at least two words are needed"),
        _ => None,
    };
    if let Some(message) = wrong {
        check.problems.error(place, message);
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
            let message = format!("`{template}` has no place for the value");
            let hint = "write `{}` where it stands, or `{*0.5}` for half of it";
            check.problems.error_hint(place, message, hint);
        }
        pairs.push((path.clone(), template.clone()));
    }
    pairs
}
