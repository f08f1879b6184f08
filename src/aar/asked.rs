//! A question that people choose on a screen: what can be changed, and both courses side by side.

use std::sync::Arc;

use super::curve::region;
use super::played::Played;
use super::whatif::{Course, Futures, Question, Spread, WhatIf, first_changed};
use crate::journal::{Beginning, Entry, Lost};
use crate::scenario::{ClauseKind, Problems, load_copied};
use crate::sim::{RunMetrics, ServiceMetrics};
use crate::view::{
    Askable, AskableClause, AskedAnswer, AskedCurve, AskedFigure, AskedFuture, AskedLost,
    AskedService, AskedTimes, Change, DecidedLine,
};
use crate::vocab::{AdministrationId, Text};

/// Reads a figure of a course.
pub type ReadsFigure = fn(&RunMetrics) -> f64;

/// Figures of the region that are compared, with the keys of their names.
pub const FIGURES: [(&str, ReadsFigure); 9] = [
    ("whatif-lost-hours", |of| of.region.lost_service_hours),
    ("whatif-unpaid", |of| f64::from(of.region.people_unpaid)),
    ("whatif-waz", |of| f64::from(of.region.waz_missed)),
    ("whatif-mta", |of| f64::from(of.region.mta_breaches)),
    ("whatif-delayed", |of| of.region.cases_delayed),
    ("whatif-cases-lost", |of| of.region.cases_lost),
    ("whatif-helpers", |of| of.region.helper_lost_service_hours),
    ("whatif-aid-cost", |of| {
        of.aid.iter().map(|aid| aid.cost_eur).sum()
    }),
    ("whatif-backlog-cost", |of| of.region.backlog_cost_eur),
];

/// Figures that are compared over many futures, with the keys of their names.
pub const FUTURE_FIGURES: [(&str, &str); 5] = [
    ("lost_service_hours", "whatif-lost-hours"),
    ("people_unpaid", "whatif-unpaid"),
    ("mta_breaches", "whatif-mta"),
    ("helper_lost_service_hours", "whatif-helpers"),
    ("aid_cost_eur", "whatif-aid-cost"),
];

/// Returns what can be changed in a record.
#[must_use]
pub fn askable(played: &Played) -> Askable {
    let beginning = &played.beginning;
    let scenario = &beginning.scenario;
    let calendar = played.exercise.sim().calendar();
    let pacts = scenario.pacts.iter().enumerate();
    let others = pacts.filter(|(at, _)| *at != beginning.start.pact);
    let acts = played.acts.iter().rev();
    Askable {
        pacts: others
            .map(|(_, pact)| {
                let title = Text::new("local")
                    .name("de", pact.title.de.clone())
                    .name("en", pact.title.en.clone());
                (pact.id.clone(), title)
            })
            .collect(),
        clauses: clauses(beginning),
        decided: acts
            .filter(|act| act.is_on_the_case())
            .filter_map(|act| {
                Some(DecidedLine {
                    line: act.sequence,
                    at: calendar.stamp(act.line.minute),
                    seat: scenario.administrations[act.line.seat.index()].name.clone(),
                    what: act.text.clone()?,
                })
            })
            .collect(),
    }
}

/// Returns the clauses that can be agreed or not; what holds by law is no question.
fn clauses(beginning: &Beginning) -> Vec<AskableClause> {
    let scenario = &beginning.scenario;
    let Some(pact) = scenario.pacts.get(beginning.start.pact) else {
        return Vec::new();
    };
    let all = scenario.clauses.iter().enumerate();
    let agreed = all.filter(|(_, clause)| clause.kind != ClauseKind::Law);
    let mut clauses: Vec<AskableClause> = agreed
        .map(|(at, clause)| AskableClause {
            id: clause.id.clone(),
            title: Text::new("local")
                .name("de", titled(&clause.paragraph, &clause.title.de))
                .name("en", titled(&clause.paragraph, &clause.title.en)),
            held: pact.clauses.contains(&at),
        })
        .collect();
    clauses.sort_by_key(|clause| !clause.held);
    clauses
}

fn titled(paragraph: &str, title: &str) -> String {
    format!("{paragraph} {title}").trim().to_owned()
}

/// Makes the question of a change.
///
/// # Errors
/// What is wrong with the scenario once it is changed.
pub fn question_of(
    change: &Change,
    beginning: &Beginning,
    entries: &[Entry],
) -> Result<Question, Problems> {
    let scenario = &beginning.scenario;
    let mut question = Question {
        from: None,
        without_aid: false,
        without: Vec::new(),
        moved: Vec::new(),
        added: Vec::new(),
        scenario: Arc::clone(scenario),
        pact: beginning.start.pact,
    };
    match change {
        Change::WithoutAid => question.without_aid = true,
        Change::Pact(id) => {
            let at = scenario.pacts.iter().position(|pact| pact.id == *id);
            question.pact = at.unwrap_or(question.pact);
        }
        Change::Clause(id, on) => {
            let phase = &scenario.pacts[beginning.start.pact].id;
            let path = format!("pact.{phase}.clause.{id}");
            let value = if *on { "on" } else { "off" };
            let mut set = beginning.set.clone();
            set.push((path, value.to_owned()));
            question.scenario = Arc::new(load_copied(&beginning.files, &set, &beginning.staging)?);
        }
        Change::Without(line) => question.without.push(*line),
        Change::Moved(line, minutes) => question.moved.push((*line, *minutes)),
    }
    let (without, moved) = (&question.without, &question.moved);
    question.from = first_changed(entries, without, moved, scenario.start_ex);
    Ok(question)
}

/// Puts both courses side by side.
#[must_use]
pub fn answer(
    asked: &WhatIf,
    beginning: &Beginning,
    entries: &[Entry],
    [played, changed]: [&Course; 2],
    futures: Option<&Futures>,
) -> AskedAnswer {
    let sim = played.exercise.sim();
    let calendar = sim.calendar();
    let courses = [played, changed];
    let metrics = courses.map(|course| course.exercise.sim().run_metrics());
    let steps = asked.steps();
    let last = entries.last().map(Entry::minute);
    let last = last.filter(|last| *last < played.exercise.end());
    let days = (0..steps.count).map(|step| steps.from.after(step * steps.every));
    let scenario = &beginning.scenario;
    let name = |at: AdministrationId| scenario.administrations[at.index()].name.clone();
    AskedAnswer {
        recorded_until: last.map(|at| calendar.stamp(at)),
        figures: FIGURES
            .iter()
            .map(|(key, read)| AskedFigure {
                key,
                played: read(&metrics[0]),
                changed: read(&metrics[1]),
            })
            .collect(),
        services: beginning
            .persons
            .iter()
            .map(|seat| (name(*seat), services(beginning, &metrics, *seat)))
            .collect(),
        curve: AskedCurve {
            days: days.map(|at| calendar.stamp(at)).collect(),
            courses: courses.map(|course| region(course.exercise.sim(), steps)),
            lowest: courses.map(|course| asked.lowest(course)),
            bands: futures.map(|futures| {
                let ends = |bands: &Vec<super::whatif::Band>| {
                    bands.iter().map(|band| (band.q05, band.q95)).collect()
                };
                [ends(&futures.curves[0]), ends(&futures.curves[1])]
            }),
        },
        futures: futures.map(|futures| (futures.runs, over_futures(futures))),
        aid_left_out: asked.aid_left_out(),
        lost: changed
            .lost
            .iter()
            .map(|Lost { deed, refusal }| AskedLost {
                line: deed.sequence,
                at: calendar.stamp(deed.line.minute),
                seat: name(deed.line.seat),
                reason: refusal.reason.clone(),
            })
            .collect(),
    }
}

fn services(
    beginning: &Beginning,
    metrics: &[RunMetrics; 2],
    seat: AdministrationId,
) -> Vec<AskedService> {
    let both = metrics[0].services.iter().zip(&metrics[1].services);
    let own = both.filter(|(played, changed)| {
        let was_down = played.first_down.is_some() || changed.first_down.is_some();
        played.administration == seat && was_down
    });
    own.map(|(played, changed)| {
        let template = &beginning.scenario.services[played.template];
        AskedService {
            name: Text::new(format!("service-{}", template.id)),
            times: [times(played), times(changed)],
        }
    })
    .collect()
}

fn times(of: &ServiceMetrics) -> AskedTimes {
    AskedTimes {
        was_down: of.first_down.is_some(),
        emergency: of.minutes_to_emergency_level,
        later_outage: of.later_outage_minutes(),
        normal: of.minutes_to_normal,
        mta_broken: of.mta_broken,
    }
}

fn over_futures(futures: &Futures) -> Vec<AskedFuture> {
    let middle = |of: &Spread| (of.q05, of.q95);
    let figures = FUTURE_FIGURES.iter();
    figures
        .filter_map(|(figure, key)| {
            let compared = futures.figures.get(figure)?;
            Some(AskedFuture {
                key,
                middle: [middle(&compared.played), middle(&compared.changed)],
                difference: compared.difference.mean().unwrap_or(0.0),
                less: compared.less,
                more: compared.more,
            })
        })
        .collect()
}
