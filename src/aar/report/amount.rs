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
    // What never came about has no value, though pieces that did may be in time.
    let value = objective.value;
    let value = value.filter(|value| !measure.unit().is_met(*value, target));
    let text = match value {
        Some(value) => Text::new("report-missed").name("value", told(value)),
        None => Text::new("report-missed-once"),
    };
    words.say(&text.name("title", title).name("target", told(target)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::Lang;

    fn missed(measure: Measure, target: f64, value: Option<f64>) -> String {
        let objective = ObjectivePart {
            objective: "6".to_owned(),
            measure: Some(measure),
            unit: Some(measure.unit()),
            target: Some(target),
            value,
            verdict: Verdict::Missed,
            terms: Vec::new(),
            people_rate: false,
            ratings: Vec::new(),
            observations: Vec::new(),
        };
        finding(&objective, "Titel", &Words::new(Lang::De))
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
