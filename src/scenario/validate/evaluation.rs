//! Checks objectives and the questionnaire.

use super::check::{Check, Field, Rec, field};
use super::room::Exercise;
use crate::scenario::evaluation::{MeasuredObjective, Objective, Question, QuestionKind};
use crate::scenario::raw::{List, Place, RawObjective, RawQuestion, RawTarget};
use crate::vocab::{Measure, MeasureUnit, Text, parse_minutes};

/// Checks all objectives.
pub fn objectives(
    check: &mut Check,
    field: &Field<'_, List<RawObjective>>,
    exercise: Exercise,
) -> Vec<Objective> {
    let records = check.records(field).into_iter();
    records.map(|rec| objective(check, rec, exercise)).collect()
}

fn objective(check: &mut Check, rec: Rec<'_, RawObjective>, exercise: Exercise) -> Objective {
    let measure = check
        .maybe(&field!(rec.measure))
        .map(|(measure, _)| *measure);
    Objective {
        id: check.id(field!(rec.id)),
        title: check.local_text(field!(rec.title)),
        measured: match measure {
            Some(measure) => measured(check, rec, measure, exercise),
            None => {
                rated_by_people(check, rec);
                None
            }
        },
        rated: rec
            .raw
            .rated
            .as_ref()
            .map(|_| check.local_text(field!(rec.rated))),
        expects: rec
            .raw
            .expects
            .as_ref()
            .map(|_| check.local_text(field!(rec.expects))),
    }
}

/// What is rated by people has nothing that the program could compare.
fn rated_by_people(check: &mut Check, rec: Rec<'_, RawObjective>) {
    let target = rec.raw.target.as_ref().map(|sp| sp.place);
    let starts = rec.raw.starts.as_ref().map(|sp| sp.place);
    let rated = rec.raw.rated.as_ref().map(|sp| sp.place);
    for (name, place) in [("target", target), ("starts", starts), ("rated", rated)] {
        if let Some(place) = place {
            let message = Text::new("check-without-measure").name("field", name);
            let hint = Text::new("check-without-measure-hint");
            check.problems.error_hint(place, message, hint);
        }
    }
}

fn measured(
    check: &mut Check,
    rec: Rec<'_, RawObjective>,
    measure: Measure,
    exercise: Exercise,
) -> Option<MeasuredObjective> {
    let (target, place) = check.need(&field!(rec.target))?;
    let starts = match &rec.raw.starts {
        Some(sp) => {
            let at = check.moment(field!(rec.starts), exercise.begins);
            if at.is_some_and(|at| at < exercise.start_ex || at >= exercise.end_ex) {
                let message = Text::new("check-starts-outside");
                let hint = Text::new("check-starts-outside-hint");
                check.problems.error_hint(sp.place, message, hint);
            }
            at
        }
        None => None,
    };
    Some(MeasuredObjective {
        measure,
        target: target_of(check, target, place, measure)?,
        starts,
    })
}

fn target_of(check: &mut Check, target: &RawTarget, place: Place, measure: Measure) -> Option<f64> {
    let (found, right) = match (measure.unit(), target) {
        (MeasureUnit::Minutes, RawTarget::Within(text)) => (
            parse_minutes(text)
                .ok()
                .filter(|minutes| *minutes > 0)
                .map(f64::from),
            "check-target-duration",
        ),
        (MeasureUnit::Minutes, RawTarget::Number(_)) => (None, "check-target-quotes"),
        (MeasureUnit::Of100, target) => (
            number(target).filter(|number| (1.0..=100.0).contains(number)),
            "check-target-of-100",
        ),
        (MeasureUnit::Count, target) => (
            number(target).filter(|number| *number >= 0.0 && number.fract() == 0.0),
            "check-target-count",
        ),
    };
    if found.is_none() {
        let message = Text::new("check-no-target").name("measure", measure.id());
        check.problems.error_hint(place, message, Text::new(right));
    }
    found
}

fn number(target: &RawTarget) -> Option<f64> {
    match target {
        RawTarget::Number(number) => Some(*number),
        RawTarget::Within(_) => None,
    }
}

/// Checks all questions.
pub fn questionnaire(check: &mut Check, field: &Field<'_, List<RawQuestion>>) -> Vec<Question> {
    let records = check.records(field).into_iter();
    records
        .map(|rec| Question {
            id: check.id(field!(rec.id)),
            text: check.local_text(field!(rec.text)),
            answer: check
                .maybe(&field!(rec.answer))
                .map_or(QuestionKind::Text, |(kind, _)| *kind),
        })
        .collect()
}
