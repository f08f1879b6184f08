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
    /// Whether a bot stood in at the seat when its time began: then it says nothing of people.
    pub stood_in: bool,
    /// Numbers of the journal lines that show it.
    pub lines: Vec<u64>,
}

impl Term {
    /// Whether it says something of people.
    #[must_use]
    pub fn tells(&self) -> bool {
        self.measurable && !self.stood_in
    }
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
    let values = terms.iter().filter(|term| term.tells());
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
    let told = |met: Option<bool>| terms.iter().any(|term| term.tells() && term.met == met);
    // Where the clock ran too fast for people they may have had no chance: that is no miss, and nothing was reached.
    let no_chance = |term: &Term| !term.measurable && !term.stood_in && term.met != Some(true);
    if told(Some(false)) {
        Verdict::Missed
    } else if !terms.iter().any(Term::tells) || terms.iter().any(no_chance) {
        Verdict::NotMeasurable
    } else if told(None) {
        Verdict::Open
    } else {
        Verdict::Met
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::vocab::Measure;

    /// A piece as it is judged: whether it was in time, whether the clock let it be told, whether a bot sat there.
    fn term(met: Option<bool>, measurable: bool, stood_in: bool) -> Term {
        Term {
            seat: "06411000".to_owned(),
            partner: None,
            service: None,
            from: None,
            from_minute: None,
            to: Happening::RequestAnswered,
            to_minute: None,
            already_minute: None,
            value: None,
            met,
            measurable,
            stood_in,
            lines: Vec::new(),
        }
    }

    #[test]
    fn only_what_people_could_do_in_time_decides_how_an_objective_ended() {
        let measured = MeasuredObjective {
            measure: Measure::ReasonedAnswer,
            target: 240.0,
            starts: None,
        };
        let ended = |terms: &[Term]| verdict_of(terms, measured);
        let (in_time, late) = (Some(true), Some(false));
        let met = || term(in_time, true, false);
        assert_eq!(ended(&[met()]), Verdict::Met);
        assert_eq!(ended(&[met(), term(late, true, false)]), Verdict::Missed);
        assert_eq!(ended(&[met(), term(None, true, false)]), Verdict::Open);
        // What a stand-in did says nothing, in time or not.
        assert_eq!(ended(&[met(), term(late, true, true)]), Verdict::Met);
        assert_eq!(ended(&[met(), term(late, false, true)]), Verdict::Met);
        assert_eq!(ended(&[term(in_time, true, true)]), Verdict::NotMeasurable);
        // Late where the clock ran too fast is no miss, but nothing was reached either.
        let too_fast = term(late, false, false);
        assert_eq!(ended(&[met(), too_fast]), Verdict::NotMeasurable);
        let all_the_same = term(in_time, false, false);
        assert_eq!(ended(&[met(), all_the_same]), Verdict::Met);
    }
}
