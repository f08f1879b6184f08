//! Figures of objectives in their units, and what is found where one was missed.

use super::document::ObjectivePart;
use crate::aar::score::Verdict;
use crate::vocab::{Arg, Measure, MeasureUnit, Text};
use crate::words::Words;

/// Returns a figure of a measure in its unit.
#[must_use]
pub fn amount(measure: Measure, value: f64) -> Text {
    let count = value.round() as i64;
    match measure.unit() {
        MeasureUnit::Minutes => {
            Text::new("observe-minutes").with("minutes", Arg::Minutes(value.round() as u32))
        }
        MeasureUnit::Of100 => Text::new("report-of-100").count("count", count),
        MeasureUnit::Count => {
            Text::new(format!("report-count-{}", measure.id())).count("count", count)
        }
    }
}

/// Returns what is found of an objective: that it was missed, with target and value. Otherwise it is its title.
#[must_use]
pub fn finding(objective: &ObjectivePart, title: &str, words: &Words) -> String {
    let missed = objective.verdict == Verdict::Missed;
    let (Some(measure), Some(target)) = (objective.measure.filter(|_| missed), objective.target)
    else {
        return title.to_owned();
    };
    let told = |value: f64| words.say(&amount(measure, value));
    let text = match value_that_tells(objective) {
        Some(value) => Text::new("report-missed").name("value", told(value)),
        None => Text::new("report-missed-once"),
    };
    words.say(&text.name("title", title).name("target", told(target)))
}

/// Returns what was reached of a measured objective.
#[must_use]
pub fn reached(objective: &ObjectivePart, words: &Words) -> String {
    match (
        objective.verdict,
        objective.measure,
        value_that_tells(objective),
    ) {
        (_, Some(measure), Some(value)) => words.say(&amount(measure, value)),
        (Verdict::Met, ..) => words.msg("report-already"),
        (Verdict::Missed, ..) => words.msg("report-once-not-managed"),
        _ => "–".to_owned(),
    }
}

/// The value, unless it contradicts the verdict: what never came about has none, though pieces that did may be in time.
fn value_that_tells(objective: &ObjectivePart) -> Option<f64> {
    let missed = objective.verdict == Verdict::Missed;
    let meets = |value: f64| {
        let measured = objective.measure.zip(objective.target);
        measured.is_some_and(|(measure, target)| measure.unit().is_met(value, target))
    };
    objective.value.filter(|value| !(missed && meets(*value)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::Lang;

    fn missed(measure: Measure, target: f64, value: Option<f64>) -> String {
        let objective = part(Verdict::Missed, measure, target, value);
        finding(&objective, "Titel", &Words::new(Lang::De))
    }

    fn part(verdict: Verdict, measure: Measure, target: f64, value: Option<f64>) -> ObjectivePart {
        ObjectivePart {
            objective: "6".to_owned(),
            measure: Some(measure),
            unit: Some(measure.unit()),
            target: Some(target),
            value,
            verdict,
            terms: Vec::new(),
            people_rate: false,
            ratings: Vec::new(),
            observations: Vec::new(),
        }
    }

    #[test]
    fn a_value_never_contradicts_the_verdict() {
        let told = |verdict, value| {
            let part = part(verdict, Measure::ReasonedAnswer, 240.0, value);
            reached(&part, &Words::new(Lang::De))
        };
        assert_eq!(told(Verdict::Met, Some(180.0)), "3 Std");
        assert_eq!(told(Verdict::Missed, Some(300.0)), "5 Std");
        assert_eq!(told(Verdict::Met, None), "schon vorher");
        // Three hours are in time; what was missed is the answer that never came.
        let never = "mindestens einmal nicht geschafft";
        assert_eq!(told(Verdict::Missed, Some(180.0)), never);
        assert_eq!(told(Verdict::Missed, None), never);
        assert_eq!(told(Verdict::NotMeasurable, None), "–");
    }

    #[test]
    fn what_was_missed_says_so_with_target_and_value() {
        assert_eq!(
            missed(Measure::PayRun, 95.0, Some(72.4)),
            "Verfehlt: Titel. Soll: 95 von 100, Ist: 72 von 100."
        );
        assert_eq!(
            missed(Measure::CriticalMta, 0.0, Some(10.0)),
            "Verfehlt: Titel. Soll: 0 Leistungen später als zulässig, Ist: 10 Leistungen später als zulässig."
        );
        // The pieces that were in time say nothing of the one that never came.
        assert_eq!(
            missed(Measure::ReasonedAnswer, 240.0, Some(60.0)),
            "Verfehlt: Titel. Soll: 4 Std, mindestens einmal nicht geschafft."
        );
    }
}
