//! The wall: built from what every seat in the room has heard, so that it tells nobody anything new.

use super::course::days;
use super::public::stage;
use super::region::{level_at, report, steps_of};
use super::words::{local, of_100};
use crate::scenario::AdministrationKind;
use crate::sim::{LogRecord, Sim, SituationReport};
use crate::view::{
    CourseMark, CourseView, MarkKind, Series, Served, WallDecision, WallPlace, WallView,
};
use crate::vocab::{AdministrationId, DAY, SimTime, Text};

/// A decision of the room: whose, when and what.
pub type Decided = (AdministrationId, SimTime, Text);

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
        let level = level_at(&steps, at).filter(|_| !shares.is_empty());
        level.map(|level| of_100(f64::from(level) / 100.0))
    };
    let a_day_ago = now.0.checked_sub(DAY).map(SimTime);
    let lowest = steps.iter().map(|(_, level)| *level).reduce(f32::min);
    let served = Served {
        now_of_100: of(now),
        yesterday_of_100: a_day_ago.and_then(of),
        lowest_of_100: lowest.map(|level| of_100(f64::from(level) / 100.0)),
        heard: count(shares.len()),
        of: count(all.len()),
    };
    let marks = decided.iter().map(|(seat, at, text)| CourseMark {
        at: stamp(*at),
        kind: MarkKind::Decision,
        text: Text::new("wall-mark")
            .name("seat", scenario.administrations[seat.index()].name.clone())
            .text("text", text.clone()),
        before_and_since: None,
    });
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
        now: stamp(now),
        ended,
        // However the room stands: once time has passed, it plays.
        stage: stage(sim, briefed || now > from),
        pact: local(&sim.pact().title),
        served,
        course: CourseView {
            from: stamp(from),
            to: stamp(now.max(from)),
            days: days(looking, from, now.max(from)),
            series: Vec::new(),
            others: Vec::new(),
            marks: marks.collect(),
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
            .rev()
            .map(|(seat, at, text)| WallDecision {
                at: stamp(*at),
                seat: scenario.administrations[seat.index()].name.clone(),
                text: text.clone(),
                followed: followed(sim, *seat, *at),
                served_then_of_100: of(*at),
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

/// What took effect at a seat within a day of a decision: orders that came into force, nothing that was found out.
fn followed(sim: &Sim, seat: AdministrationId, at: SimTime) -> Vec<Text> {
    let is_order = |record: &&LogRecord| record.text.key.starts_with("log-effective-");
    let log = sim.known(seat).log().iter();
    log.filter(|record| record.at >= at && record.at.since(at) <= DAY)
        .filter(is_order)
        .map(|record| record.text.clone())
        .take(2)
        .collect()
}
