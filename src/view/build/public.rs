//! The part of the view that all seats share.

use super::words::local;
use crate::scenario::{Administration, AdministrationKind, Guide, Scenario};
use crate::sim::Sim;
use crate::view::{ClockView, GuideStepView, GuideView, PublicView, SeatInfo, StageView};
use crate::vocab::{AdministrationId, Pace, Text};

/// How the exercise runs its clock.
#[derive(Debug, Clone, PartialEq)]
pub struct ClockState {
    /// How fast it runs.
    pub pace: Pace,
    /// Why it stands, if something stopped it.
    pub stopped_by: Option<Text>,
    /// Whether the exercise has ended.
    pub ended: bool,
}

/// Returns what every seat may know.
#[must_use]
pub fn public_view(sim: &Sim, clock: ClockState, seed: u64) -> PublicView {
    let scenario = sim.scenario();
    let calendar = sim.calendar();
    let end_ex = scenario.start_ex.after(scenario.horizon_minutes);
    PublicView {
        title: (scenario.title.de.clone(), scenario.title.en.clone()),
        clock: ClockView {
            now: calendar.stamp(sim.now()),
            pace: clock.pace,
            stopped_by: clock.stopped_by,
            start_ex: calendar.stamp(scenario.start_ex),
            end_ex: calendar.stamp(end_ex),
            ended: clock.ended,
        },
        stage: stage(sim),
        guide: scenario.guide.as_ref().map(guide),
        pact: local(&sim.pact().title),
        seats: seats(scenario),
        seed,
    }
}

/// The phase of the exercise that runs now.
fn stage(sim: &Sim) -> Option<StageView> {
    let now = sim.now();
    let mut stages = (1_u32..).zip(&sim.scenario().stages);
    let (number, stage) = stages.find(|(_, stage)| stage.begins <= now && now < stage.ends)?;
    Some(StageView {
        number,
        title: local(&stage.title),
        ends: sim.calendar().stamp(stage.ends),
        room_minutes: stage.room_minutes,
        pace: stage.pace,
        question: local(&stage.question),
    })
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
