//! The JSON document of a question about a record; see `docs/whatif.schema.json`.

use std::collections::BTreeMap;

use serde::Serialize;

use super::args::WhatifArgs;
use super::documents::{RunDocument, run_document};
use super::whatif_curve::Curves;
use crate::aar::{Band, Course, Futures, Played, Question, Spread, act_name};
use crate::exercise::Line;
use crate::journal::{Entry, Folder, Lost};
use crate::scenario::Scenario;
use crate::sim::RunMetrics;
use crate::view::AidLeftOut;
use crate::vocab::{AdministrationId, SimTime, VERSION};

/// `beistand.whatif/1`.
#[derive(Debug, Serialize)]
pub(super) struct WhatifDocument<'a> {
    schema: &'static str,
    version: &'static str,
    seats: Vec<&'a str>,
    recorded_until_minute: SimTime,
    change: ChangePart<'a>,
    played: RunDocument<'a>,
    changed: RunDocument<'a>,
    difference: DifferencePart,
    lost: Vec<LostPart<'a>>,
    curves: CurvesPart<'a>,
    futures: Option<FuturesPart>,
}

/// Of 100 cases, how many are done, at even steps.
#[derive(Debug, Serialize)]
struct CurvesPart<'a> {
    from_minute: SimTime,
    step_minutes: u32,
    played_of_100: &'a [f64],
    changed_of_100: &'a [f64],
    played_lowest_of_100: f64,
    changed_lowest_of_100: f64,
    played_futures: Option<Vec<BandPart>>,
    changed_futures: Option<Vec<BandPart>>,
}

#[derive(Debug, Serialize)]
struct BandPart {
    q05: f64,
    median: f64,
    q95: f64,
}

#[derive(Debug, Serialize)]
struct MovedPart {
    line: u64,
    by_minutes: i64,
}

/// A decision that is left out or moved.
#[derive(Debug, Serialize)]
struct DecisionPart<'a> {
    line: u64,
    minute: SimTime,
    seat: &'a str,
    act: String,
    /// Null where it is left out.
    by_minutes: Option<i64>,
}

#[derive(Debug, Serialize)]
struct AidLeftOutPart {
    asked: u32,
    granted: u32,
    refused: u32,
    recalled: u32,
}

#[derive(Debug, Serialize)]
struct ChangePart<'a> {
    from_minute: Option<SimTime>,
    without_aid: bool,
    without_lines: Vec<u64>,
    moved: Vec<MovedPart>,
    decisions: Vec<DecisionPart<'a>>,
    aid_left_out: Option<AidLeftOutPart>,
    played_pact: &'a str,
    pact: &'a str,
    set: Vec<SetPart<'a>>,
    laid_over: Vec<String>,
    added: Vec<AddedPart<'a>>,
}

#[derive(Debug, Serialize)]
struct SetPart<'a> {
    path: &'a str,
    value: &'a str,
}

#[derive(Debug, Serialize)]
struct AddedPart<'a> {
    minute: SimTime,
    seat: &'a str,
    act: String,
}

/// Changed less played.
#[derive(Debug, Serialize)]
struct DifferencePart {
    lost_service_hours: f64,
    people_unpaid: i64,
    waz_missed: i64,
    mta_breaches: i64,
    cases_delayed: f64,
    cases_lost: f64,
    backlog_cost_eur: f64,
    aid_cost_eur: f64,
    helper_lost_service_hours: f64,
}

#[derive(Debug, Serialize)]
struct LostPart<'a> {
    line: Option<u64>,
    minute: SimTime,
    seat: &'a str,
    reason: String,
}

#[derive(Debug, Serialize)]
struct FuturesPart {
    runs: u32,
    figures: BTreeMap<&'static str, ComparedPart>,
}

#[derive(Debug, Serialize)]
struct ComparedPart {
    played: SpreadPart,
    changed: SpreadPart,
    difference_mean: f64,
    difference_ci95_low: Option<f64>,
    difference_ci95_high: Option<f64>,
    runs_less: u32,
    runs_more: u32,
}

#[derive(Debug, Serialize)]
struct SpreadPart {
    mean: f64,
    q05: f64,
    median: f64,
    q95: f64,
}

/// What the document is made of.
pub(super) struct Compared<'a> {
    pub record: &'a Folder,
    pub recorded: &'a Played,
    pub question: &'a Question,
    pub args: &'a WhatifArgs,
    /// As played, and with the change.
    pub courses: [&'a Course; 2],
    pub aid_left_out: Option<AidLeftOut>,
    pub curves: &'a Curves,
    pub futures: &'a Option<Futures>,
}

/// Makes the document.
pub(super) fn whatif_document<'a>(of: &Compared<'a>) -> WhatifDocument<'a> {
    let Compared {
        record,
        recorded,
        question,
        args,
        courses: [played, changed],
        aid_left_out,
        curves,
        futures,
    } = *of;
    let beginning = &record.beginning;
    let key = |id: AdministrationId| key(&beginning.scenario, id);
    let metrics = [played, changed].map(|course| course.exercise.sim().run_metrics());
    let mut seats: Vec<&str> = beginning.persons.iter().map(|seat| key(*seat)).collect();
    seats.sort_unstable();
    let last = record.entries.last().map(Entry::minute);
    let mut without_lines = question.without.clone();
    without_lines.sort_unstable();
    let set_part = |(path, value): &'a (String, String)| SetPart { path, value };
    WhatifDocument {
        schema: "beistand.whatif/1",
        version: VERSION,
        seats,
        recorded_until_minute: last.unwrap_or(beginning.scenario.start_ex),
        change: ChangePart {
            from_minute: question.from,
            without_aid: question.without_aid,
            without_lines,
            moved: question
                .moved
                .iter()
                .map(|(line, by)| MovedPart {
                    line: *line,
                    by_minutes: *by,
                })
                .collect(),
            decisions: decisions(recorded, question),
            aid_left_out: aid_left_out.map(|of| AidLeftOutPart {
                asked: of.asked,
                granted: of.granted,
                refused: of.refused,
                recalled: of.recalled,
            }),
            played_pact: &beginning.scenario.pacts[beginning.start.pact].id,
            pact: &question.scenario.pacts[question.pact].id,
            set: args.set.iter().map(set_part).collect(),
            laid_over: args
                .with
                .iter()
                .filter_map(|file| Some(file.file_name()?.to_string_lossy().into_owned()))
                .collect(),
            added: question
                .added
                .iter()
                .map(|line: &Line| AddedPart {
                    minute: line.minute,
                    seat: key(line.seat),
                    act: act_name(&line.command),
                })
                .collect(),
        },
        difference: difference(&metrics),
        lost: changed
            .lost
            .iter()
            .map(|lost| lost_part(lost, key))
            .collect(),
        curves: curves_part(curves, futures.as_ref()),
        futures: futures.as_ref().map(futures_part),
        played: run_document(&played.exercise, &beginning.response, &metrics[0]),
        changed: run_document(&changed.exercise, &beginning.response, &metrics[1]),
    }
}

fn key(scenario: &Scenario, id: AdministrationId) -> &str {
    &scenario.administrations[id.index()].id
}

/// The decisions that are left out or moved, in the order of the journal.
fn decisions<'a>(recorded: &'a Played, question: &Question) -> Vec<DecisionPart<'a>> {
    let acts = recorded.acts.iter().filter_map(|act| {
        let mut moved = question.moved.iter();
        let moved = moved.find(|(line, _)| *line == act.sequence);
        let is_left_out = question.without.contains(&act.sequence);
        (is_left_out || moved.is_some()).then(|| DecisionPart {
            line: act.sequence,
            minute: act.line.minute,
            seat: recorded.key(act.line.seat),
            act: act_name(&act.line.command),
            by_minutes: moved.filter(|_| !is_left_out).map(|(_, by)| *by),
        })
    });
    acts.collect()
}

fn lost_part<'a>(lost: &Lost, key: impl Fn(AdministrationId) -> &'a str) -> LostPart<'a> {
    let Lost { deed, refusal } = lost;
    LostPart {
        line: (deed.sequence > 0).then_some(deed.sequence),
        minute: deed.line.minute,
        seat: key(deed.line.seat),
        reason: refusal.reason.key.replace('-', "_"),
    }
}

fn difference([played, changed]: &[RunMetrics; 2]) -> DifferencePart {
    let (before, after) = (&played.region, &changed.region);
    let aid_cost = |of: &RunMetrics| of.aid.iter().map(|aid| aid.cost_eur).sum::<f64>();
    let count = |before: u32, after: u32| i64::from(after) - i64::from(before);
    DifferencePart {
        lost_service_hours: after.lost_service_hours - before.lost_service_hours,
        people_unpaid: count(before.people_unpaid, after.people_unpaid),
        waz_missed: count(before.waz_missed, after.waz_missed),
        mta_breaches: count(before.mta_breaches, after.mta_breaches),
        cases_delayed: after.cases_delayed - before.cases_delayed,
        cases_lost: after.cases_lost - before.cases_lost,
        backlog_cost_eur: after.backlog_cost_eur - before.backlog_cost_eur,
        aid_cost_eur: aid_cost(changed) - aid_cost(played),
        helper_lost_service_hours: after.helper_lost_service_hours
            - before.helper_lost_service_hours,
    }
}

fn curves_part<'a>(curves: &'a Curves, futures: Option<&Futures>) -> CurvesPart<'a> {
    let bands = |side: usize| {
        let bands = futures?.curves[side].iter();
        let part = |band: &Band| BandPart {
            q05: band.q05,
            median: band.median,
            q95: band.q95,
        };
        Some(bands.map(part).collect())
    };
    CurvesPart {
        from_minute: curves.steps.from,
        step_minutes: curves.steps.every,
        played_of_100: &curves.played,
        changed_of_100: &curves.changed,
        played_lowest_of_100: curves.lowest[0],
        changed_lowest_of_100: curves.lowest[1],
        played_futures: bands(0),
        changed_futures: bands(1),
    }
}

fn futures_part(futures: &Futures) -> FuturesPart {
    let figures = futures.figures.iter();
    FuturesPart {
        runs: futures.runs,
        figures: figures
            .map(|(name, compared)| {
                let interval = compared.difference.interval();
                let part = ComparedPart {
                    played: spread(&compared.played),
                    changed: spread(&compared.changed),
                    difference_mean: compared.difference.mean().unwrap_or(0.0),
                    difference_ci95_low: interval.map(|interval| interval.low),
                    difference_ci95_high: interval.map(|interval| interval.high),
                    runs_less: compared.less,
                    runs_more: compared.more,
                };
                (*name, part)
            })
            .collect(),
    }
}

fn spread(of: &Spread) -> SpreadPart {
    SpreadPart {
        mean: of.mean,
        q05: of.q05,
        median: of.median,
        q95: of.q95,
    }
}
