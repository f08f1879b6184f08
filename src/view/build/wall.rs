//! The wall: built from what every seat in the room has heard, so that it tells nobody anything new.

use super::course::days;
use super::public::{is_before_the_play, stage_talked_of};
use super::region::{OLD_AFTER, level_at, report, steps_of};
use super::words::{local, of_100};
use crate::scenario::AdministrationKind;
use crate::sim::{Sim, SituationReport};
use crate::view::{
    CourseMark, CourseView, MarkKind, Series, Served, WallDecision, WallPlace, WallView,
};
use crate::vocab::{AdministrationId, DAY, SimTime, Text};

/// Decisions that are named or marked at most.
const KEPT: usize = 12;

/// A decision of the room.
#[derive(Debug, Clone, PartialEq)]
pub struct Decided {
    /// Whose.
    pub seat: AdministrationId,
    /// When.
    pub at: SimTime,
    /// What, as the log says it.
    pub text: Text,
    /// Whether a paper asked for it.
    pub on_paper: bool,
}

/// Returns what everybody in the room may know; `seats` are those of persons. What stands before the first phase is over
/// once the room is briefed.
#[must_use]
pub fn wall_view(
    sim: &Sim,
    seats: &[AdministrationId],
    decided: &[Decided],
    briefed: bool,
    ended: bool,
) -> WallView {
    let scenario = sim.scenario();
    let now = sim.now();
    let from = scenario.start_ex;
    let stamp = |at: SimTime| sim.calendar().stamp(at);
    let looking = sim.known(seats.first().copied().unwrap_or(AdministrationId(0)));
    let all: Vec<AdministrationId> = looking.reporting().to_vec();
    let heard: Vec<(AdministrationId, &[SituationReport])> = all
        .iter()
        .map(|id| (*id, common(sim, seats, *id)))
        .collect();
    let demand = |id: AdministrationId| looking.demand_of(id);
    let told = heard.iter().filter(|(_, said)| !said.is_empty());
    let shares = told.clone().map(|(id, said)| {
        let said = said
            .iter()
            .map(|report| (report.at, f64::from(report.served)));
        (demand(*id), said.collect::<Vec<_>>())
    });
    let shares: Vec<_> = shares.collect();
    let steps = steps_of(from, &shares);
    let count = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
    let of = |at: SimTime| {
        let level = level_at(&steps, at);
        level.map(|level| of_100(f64::from(level) / 100.0))
    };
    let a_day_ago = now.0.checked_sub(DAY).map(SimTime);
    let lowest = steps.iter().map(|(_, level)| *level).reduce(f32::min);
    let written: Vec<SimTime> = heard
        .iter()
        .filter_map(|(_, said)| said.last().map(|last| last.at))
        .collect();
    let young = written.iter().filter(|at| now.since(**at) <= OLD_AFTER);
    let served = Served {
        young: count(young.count()),
        oldest: written.iter().min().map(|at| stamp(*at)),
        now_of_100: of(now),
        yesterday_of_100: a_day_ago.and_then(of),
        lowest_of_100: lowest.map(|level| of_100(f64::from(level) / 100.0)),
        heard: count(shares.len()),
        of: count(all.len()),
    };
    // However the room stands: once time has passed, it plays.
    let briefed = briefed || now > from;
    let stage = stage_talked_of(sim, briefed);
    let question = stage.as_ref().map(|stage| stage.question.clone());
    let decided = to_name(decided);
    let name = |of: &Decided| scenario.administrations[of.seat.index()].name.clone();
    let mut marks: Vec<CourseMark> = decided
        .iter()
        .map(|(of, more)| CourseMark {
            at: stamp(of.at),
            kind: MarkKind::Decision,
            text: Text::new("wall-mark")
                .name("seat", name(of))
                .text("text", with_more(of, *more)),
            before_and_since: None,
        })
        .collect();
    marks.sort_by_key(|mark| mark.at.at);
    let mut places: Vec<(u8, WallPlace)> = heard
        .iter()
        .map(|(id, said)| {
            let administration = &scenario.administrations[id.index()];
            let is_seat = seats.contains(id);
            let place = WallPlace {
                name: administration.name.clone(),
                is_seat,
                report: said.last().map(|last| report(looking, last.at, last)),
            };
            let order = match (is_seat, administration.kind) {
                (true, _) => 0,
                (_, AdministrationKind::County | AdministrationKind::City) => 1,
                _ => 2,
            };
            (order, place)
        })
        .collect();
    places.sort_by_key(|(order, _)| *order);
    WallView {
        title: local(&scenario.title),
        place_names: scenario.place_names(),
        now: stamp(now),
        ended,
        is_second_try: false,
        stage,
        question: question.filter(|_| !is_before_the_play(sim, briefed)),
        pact: local(&sim.pact().title),
        served,
        course: CourseView {
            from: stamp(from),
            to: stamp(now.max(from)),
            days: days(looking, from, now.max(from)),
            series: Vec::new(),
            others: Vec::new(),
            marks,
        },
        curve: Series {
            service: None,
            name: Text::new("course-region"),
            steps: steps.clone(),
            emergency_of_100: 0,
            waiting: 0,
            notes: Vec::new(),
        },
        places: places.into_iter().map(|(_, place)| place).collect(),
        decisions: decided
            .iter()
            .map(|(decision, more)| WallDecision {
                at: stamp(decision.at),
                seat: name(decision),
                text: with_more(decision, *more),
                followed: followed(sim, decision).into_iter().collect(),
                served_then_of_100: of(decision.at),
            })
            .collect(),
    }
}

/// The reports of a place that every seat has heard; a seat knows its own, so it does not hold them back.
fn common<'a>(
    sim: &'a Sim,
    seats: &[AdministrationId],
    place: AdministrationId,
) -> &'a [SituationReport] {
    let others = seats.iter().filter(|seat| **seat != place);
    let heard = others.map(|seat| {
        let heard = sim.known(*seat).heard_of(place);
        heard.map_or(&[][..], |(_, said)| said)
    });
    heard.min_by_key(|said| said.len()).unwrap_or_default()
}

/// The decisions to name: what papers asked for before all else, each part with the newest first. What a seat decided
/// many times in one minute, about one thing after the other, is one of them; with how many more there were.
fn to_name(decided: &[Decided]) -> Vec<(&Decided, usize)> {
    let mut groups: Vec<(&Decided, usize)> = Vec::new();
    for of in decided {
        let is_alike = |(other, _): &&mut (&Decided, usize)| {
            (other.seat, other.at, &other.text.key) == (of.seat, of.at, &of.text.key)
        };
        match groups.iter_mut().find(is_alike) {
            Some((_, more)) => *more += 1,
            None => groups.push((of, 0)),
        }
    }
    groups.reverse();
    groups.sort_by_key(|(of, _)| !of.on_paper);
    groups.truncate(KEPT);
    groups
}

/// What was decided, and how many more of the kind at once.
fn with_more(of: &Decided, more: usize) -> Text {
    if more == 0 {
        return of.text.clone();
    }
    Text::new("wall-and-more")
        .text("text", of.text.clone())
        .count("count", i64::try_from(more).unwrap_or(i64::MAX))
}

/// What took effect of an order within a day: that it came into force, nothing that was found out, nor what another
/// order did.
fn followed(sim: &Sim, order: &Decided) -> Option<Text> {
    let key = effect_of(&order.text)?;
    let log = sim.known(order.seat).log().iter();
    let mut since = log.filter(|record| record.at >= order.at && record.at.since(order.at) <= DAY);
    // An order about one place takes effect there.
    let record =
        since.find(|record| record.text.key == key && record.text.args == order.text.args)?;
    Some(record.text.clone())
}

/// What a log says once an order is in force.
fn effect_of(order: &Text) -> Option<String> {
    let said = match order.key.strip_prefix("act-")? {
        "secure_pay_file" => "log-pay-file-secured",
        "convene_crisis_staff" => "log-crisis-staff-met",
        "set_up_island" => "log-island-decided",
        "cut_customer" => "log-customer-cut",
        option => return Some(format!("log-effective-{option}")),
    };
    Some(said.to_owned())
}
