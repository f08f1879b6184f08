//! Objectives against what was reached: each measured one with the terms it is made of.

mod pace;
mod terms;

use serde::Serialize;

use super::played::Played;
use crate::scenario::{MeasuredObjective, Objective};
use crate::vocab::{MeasureUnit, SimTime};
use pace::Paces;

/// How an objective ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// Reached.
    Met,
    /// Not reached.
    Missed,
    /// Neither yet.
    Open,
    /// What it is about did not happen.
    NotArisen,
    /// The clock ran too fast to tell.
    NotMeasurable,
    /// People rate it.
    RatedByPeople,
    /// A second try is never scored.
    NotScored,
}

/// One of the happenings between which is measured, or of which a figure is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
pub enum Happening {
    Impact,
    AttackKnown,
    ServiceBelow,
    FirstRequest,
    RequestArrived,
    RequestAnswered,
    PeopleRequested,
    HelperAtWork,
    DeskAtWork,
    LinkQuestion,
    LinkDecided,
    PayRun,
    OutageTolerable,
    HoursWorked,
    BreachKnown,
    NoticeFiled,
    DevicesOnSite,
}

/// One piece of a measured objective.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Term {
    /// Official key of the seat.
    pub seat: String,
    /// Official key of the other side, where there is one.
    pub partner: Option<String>,
    /// Id of the service, where there is one.
    pub service: Option<String>,
    /// From where it is measured.
    pub from: Option<Happening>,
    /// When that was.
    pub from_minute: Option<SimTime>,
    /// Up to where it is measured.
    pub to: Happening,
    /// When that was; `None` did not happen by the end of the record.
    pub to_minute: Option<SimTime>,
    /// When it had happened before what it is measured from; then it took no time.
    pub already_minute: Option<SimTime>,
    /// What it came to, in the unit of the objective.
    pub value: Option<f64>,
    /// Whether the target is reached; `None` is undecided.
    pub met: Option<bool>,
    /// Whether the clock ran slowly enough to tell.
    pub measurable: bool,
    /// Numbers of the journal lines that show it.
    pub lines: Vec<u64>,
}

/// A measured objective at the end of the record.
#[derive(Debug, Clone, PartialEq)]
pub struct Score {
    /// What it came to, in its unit: the longest time, the share or the count over all terms.
    pub value: Option<f64>,
    /// How it ended.
    pub verdict: Verdict,
    /// What it is made of.
    pub terms: Vec<Term>,
}

/// Scores an objective from the record.
#[must_use]
pub fn score(played: &Played, objective: &Objective) -> Score {
    let Some(measured) = objective.measured else {
        return Score {
            value: None,
            verdict: Verdict::RatedByPeople,
            terms: Vec::new(),
        };
    };
    let paces = Paces::of(&played.entries);
    let mut found = terms::terms(played, measured.measure);
    for term in &mut found {
        judge(term, measured, &paces, played.now());
    }
    Score {
        value: value_of(&found, measured.measure.unit()),
        verdict: if played.is_second_try() {
            Verdict::NotScored
        } else {
            // What is held so far can still be missed.
            match verdict_of(&found, measured) {
                Verdict::Met
                    if measured.measure.unit() != MeasureUnit::Minutes
                        && !played.exercise.has_ended() =>
                {
                    Verdict::Open
                }
                verdict => verdict,
            }
        },
        terms: found,
    }
}

/// Compares a term with the target. Shares and counts are compared as a whole, but each piece shows where it stands.
fn judge(term: &mut Term, measured: MeasuredObjective, paces: &Paces, now: SimTime) {
    let unit = measured.measure.unit();
    if unit != MeasureUnit::Minutes {
        term.met = term.value.map(|value| unit.is_met(value, measured.target));
        return;
    }
    let Some(from) = term.from_minute else { return };
    if term.already_minute.is_some() {
        term.met = Some(true);
        return;
    }
    let target = measured.target as u32;
    let until = term.to_minute.unwrap_or(now).max(from);
    term.value = term.to_minute.map(|to| f64::from(to.since(from)));
    term.met = match term.to_minute {
        Some(to) => Some(to.since(from) <= target),
        None => (now.since(from) > target).then_some(false),
    };
    let fastest = paces.fastest(from, until.min(from.after(target)));
    term.measurable = measured.fastest_pace().is_none_or(|most| fastest <= most);
}

fn value_of(terms: &[Term], unit: MeasureUnit) -> Option<f64> {
    let values = terms.iter().filter(|term| term.measurable);
    let values = values.filter_map(|term| term.value);
    match unit {
        MeasureUnit::Minutes => values.reduce(f64::max),
        MeasureUnit::Count => (!terms.is_empty()).then(|| values.sum()),
        // Every piece weighs the same; for pay runs each stands for a service of a seat.
        MeasureUnit::Of100 => {
            let values: Vec<f64> = values.collect();
            let sum: f64 = values.iter().sum();
            (!values.is_empty()).then(|| sum / values.len() as f64)
        }
    }
}

fn verdict_of(terms: &[Term], measured: MeasuredObjective) -> Verdict {
    let unit = measured.measure.unit();
    if terms.is_empty() {
        return Verdict::NotArisen;
    }
    if unit != MeasureUnit::Minutes {
        return match value_of(terms, unit) {
            Some(value) if unit.is_met(value, measured.target) => Verdict::Met,
            Some(_) => Verdict::Missed,
            None => Verdict::Open,
        };
    }
    let told = |met: Option<bool>| terms.iter().any(|term| term.measurable && term.met == met);
    // Pieces for which the clock ran too fast say nothing, neither for nor against it.
    if !terms.iter().any(|term| term.measurable) {
        Verdict::NotMeasurable
    } else if told(Some(false)) {
        Verdict::Missed
    } else if told(None) {
        Verdict::Open
    } else {
        Verdict::Met
    }
}
