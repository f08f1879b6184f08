//! The part of the view that all seats share.

use super::words::local;
use crate::scenario::{Administration, AdministrationKind, Guide, Scenario, Stage};
use crate::sim::Sim;
use crate::view::{
    ClockView, GuideStepView, GuideView, PublicView, RoundView, SeatInfo, StageView,
};
use crate::vocab::{AdministrationId, Pace, SimTime, Text};

/// How the exercise runs its clock.
#[derive(Debug, Clone, PartialEq)]
pub struct ClockState {
    /// How fast it runs.
    pub pace: Pace,
    /// Why it stands, if something stopped it.
    pub stopped_by: Option<Text>,
    /// Whether the exercise has ended.
    pub ended: bool,
    /// Whether it has been under way: what stands before the first phase is over.
    pub briefed: bool,
    /// Where the room plays in rounds: who is ready.
    pub round: Option<RoundView>,
}

/// Returns what every seat may know.
#[must_use]
pub fn public_view(sim: &Sim, clock: ClockState, seed: u64) -> PublicView {
    let scenario = sim.scenario();
    let calendar = sim.calendar();
    let end_ex = scenario.start_ex.after(scenario.horizon_minutes);
    let stage = stage(sim, clock.briefed);
    PublicView {
        title: (scenario.title.de.clone(), scenario.title.en.clone()),
        place_names: scenario.place_names(),
        clock: ClockView {
            now: calendar.stamp(sim.now()),
            pace: clock.pace,
            stopped_by: clock.stopped_by,
            start_ex: calendar.stamp(scenario.start_ex),
            end_ex: calendar.stamp(end_ex),
            ended: clock.ended,
            round: clock.round,
        },
        stage,
        guide: scenario.guide.as_ref().map(guide),
        pact: local(&sim.pact().title),
        seats: seats(scenario),
        seed,
    }
}

/// Returns the position of the phase that the room is in: between two phases the one before. What
/// stands before the first phase lasts until the room is briefed, what stands at the end begins with it.
#[must_use]
pub fn stage_at(scenario: &Scenario, now: SimTime, briefed: bool) -> Option<usize> {
    let ended = now >= scenario.start_ex.after(scenario.horizon_minutes);
    let stages = &scenario.stages;
    let stands_here = |stage: &Stage| stage.stands() && stage.begins == now;
    if !briefed && let Some(briefing) = stages.iter().position(stands_here) {
        return Some(briefing);
    }
    stages
        .iter()
        .rposition(|stage| stage.begins <= now && (ended || !stands_here(stage)))
}

/// Returns the number under which people know a phase: those in which the clock stands have none.
#[must_use]
pub fn stage_number(scenario: &Scenario, position: usize) -> u32 {
    let stage = &scenario.stages[position];
    if stage.stands() {
        return 0;
    }
    let before = &scenario.stages[..=position];
    before.iter().filter(|stage| !stage.stands()).count() as u32
}

/// Returns what a stop of the script in this minute is about: a phase that begins, a planned stop or a phase that ends;
/// else a leap that is over.
#[must_use]
pub fn stop_of_stage(sim: &Sim) -> Text {
    let (scenario, now) = (sim.scenario(), sim.now());
    let moving = || {
        let stages = scenario.stages.iter().enumerate();
        stages.filter(|(_, stage)| !stage.stands())
    };
    let about = |key: &'static str, (position, stage): (usize, &Stage)| {
        Text::new(key)
            .count("number", stage_number(scenario, position))
            .text("title", local(&stage.title))
    };
    let begins = moving().find(|(_, stage)| stage.begins == now);
    let planned = moving().find(|(_, stage)| stage.stops.contains(&now));
    let ends = moving().find(|(_, stage)| stage.ends == now);
    begins
        .map(|of| about("stop-stage-begins", of))
        .or_else(|| planned.map(|of| about("stop-planned", of)))
        .or_else(|| ends.map(|of| about("stop-stage-ends", of)))
        .unwrap_or_else(|| Text::new("stop-leap-ends"))
}

/// The phase of the exercise that runs now.
pub fn stage(sim: &Sim, briefed: bool) -> Option<StageView> {
    let (stage, view) = begun_last(sim, briefed)?;
    let runs = sim.now() < stage.ends || stage.stands();
    runs.then_some(view)
}

/// The phase that the room talks about: the one that runs now, else the one that ended last.
pub fn stage_talked_of(sim: &Sim, briefed: bool) -> Option<StageView> {
    begun_last(sim, briefed).map(|(_, view)| view)
}

/// Whether the phase that the room is in stands before all that is played: what it asks for is said to who leads.
pub fn is_before_the_play(sim: &Sim, briefed: bool) -> bool {
    let scenario = sim.scenario();
    let position = stage_at(scenario, sim.now(), briefed);
    position.is_some_and(|at| scenario.stages[..=at].iter().all(Stage::stands))
}

fn begun_last(sim: &Sim, briefed: bool) -> Option<(&Stage, StageView)> {
    let now = sim.now();
    let scenario = sim.scenario();
    let position = stage_at(scenario, now, briefed)?;
    let stage = &scenario.stages[position];
    let view = StageView {
        number: stage_number(scenario, position),
        title: local(&stage.title),
        ends: sim.calendar().stamp(stage.ends),
        room_minutes: stage.room_minutes,
        pace: stage.pace_at(now),
        question: local(&stage.question),
    };
    Some((stage, view))
}

fn guide(guide: &Guide) -> GuideView {
    let steps = guide.steps.iter().map(|step| GuideStepView {
        text: local(&step.text),
        until: step.until,
    });
    GuideView {
        seat: AdministrationId::from_index(guide.seat),
        steps: steps.collect(),
    }
}

/// Returns all seats that can be taken: municipalities first, providers last.
#[must_use]
pub fn seats(scenario: &Scenario) -> Vec<SeatInfo> {
    let mut seats: Vec<(AdministrationId, &Administration)> = (0_u32..)
        .map(AdministrationId)
        .zip(&scenario.administrations)
        .filter(|(_, administration)| administration.seat.is_some())
        .collect();
    seats.sort_by_key(|(id, administration)| (administration.kind, *id));
    seats
        .into_iter()
        .map(|(id, administration)| seat_info(id, administration))
        .collect()
}

/// Returns what is said of a seat before it is taken.
pub fn seat_info(id: AdministrationId, administration: &Administration) -> SeatInfo {
    let kind = match administration.kind {
        AdministrationKind::Municipality => "kind-municipality",
        AdministrationKind::City => "kind-city",
        AdministrationKind::County => "kind-county",
        AdministrationKind::Provider => "kind-provider",
        AdministrationKind::State => "kind-state",
        AdministrationKind::Outside => "kind-outside",
    };
    SeatInfo {
        id,
        key: administration.id.clone(),
        name: administration.name.clone(),
        kind: Text::new(kind),
        role: administration
            .seat
            .as_ref()
            .map_or_else(|| Text::new("role-none"), local),
    }
}
