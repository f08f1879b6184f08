//! The timeline of a report: the attack, messages, what the room decided, and when help began.

use super::document::{EventKind, EventPart, MarksPart, StagePart};
use super::injects::injects;
use super::practice;
use crate::aar::played::{Played, RoomAct, act_name};
use crate::command::Command;
use crate::exercise::Origin;
use crate::sim::AidMetrics;
use crate::vocab::{AdministrationId, SimTime};

/// Returns the moments of the attack; while the exercise runs only what everybody could see.
pub(super) fn marks(played: &Played) -> MarksPart {
    let marks = played.exercise.sim().marks();
    let is_open = played.exercise.has_ended();
    MarksPart {
        first_compromise_minute: marks.first_compromise.filter(|_| is_open),
        detected_minute: marks.detected.filter(|_| is_open),
        impact_minute: marks.impact,
        contained_minute: marks.contained.filter(|_| is_open),
    }
}

/// Returns the phases of the exercise in the room.
pub(super) fn stages(played: &Played) -> Vec<StagePart> {
    let stages = (1..).zip(&played.beginning.scenario.stages);
    stages
        .zip(practice::decisions_by_stage(played))
        .map(|((number, stage), people_decisions)| StagePart {
            number,
            begins_minute: stage.begins,
            ends_minute: stage.ends,
            room_minutes: stage.room_minutes,
            was_reached: stage.begins <= played.now(),
            people_decisions,
        })
        .collect()
}

/// Returns everything that happened, oldest first.
pub(super) fn timeline(played: &Played, marks: &MarksPart, aid: &[AidMetrics]) -> Vec<EventPart> {
    let mut events: Vec<EventPart> = [
        ("first_compromise", marks.first_compromise_minute),
        ("detected", marks.detected_minute),
        ("impact", marks.impact_minute),
        ("contained", marks.contained_minute),
    ]
    .into_iter()
    .filter_map(|(what, at)| Some(event(at?, EventKind::Attack, None, what)))
    .collect();
    events.extend(messages(played));
    let script = injects(played);
    events.extend(script.iter().filter_map(|inject| {
        let at = inject.released_minute?;
        let mut event = event(at, EventKind::Inject, None, &inject.inject);
        event.line = inject.line;
        Some(event)
    }));
    events.extend(played.acts.iter().filter_map(|act| decision(played, act)));
    let seats = played.seats();
    let begun = aid.iter().filter_map(|of| Some((of.at_work?, of)));
    let begun = begun.filter(|(_, of)| seats.contains(&of.asker) || seats.contains(&of.helper));
    events.extend(begun.map(|(at, of)| {
        let asker = Some(played.key(of.asker));
        let mut event = event(at, EventKind::Aid, asker, of.kind.id());
        event.line = played.aid_lines.answered(of.id);
        event
    }));
    // What happens in one minute stands in the order of the journal.
    events.sort_by_key(|event| (event.minute, event.kind, event.line));
    events
}

/// The messages of the scenario that came by now, named by their number.
fn messages(played: &Played) -> impl Iterator<Item = EventPart> {
    let scenario = &played.beginning.scenario;
    let now = played.now();
    let notices = scenario.notices.iter().enumerate();
    notices
        .filter(move |(_, notice)| notice.at <= now)
        .map(|(number, notice)| {
            let from = played.key(AdministrationId::from_index(notice.from));
            event(
                notice.at,
                EventKind::Message,
                Some(from),
                &number.to_string(),
            )
        })
}

fn event(at: SimTime, kind: EventKind, seat: Option<&str>, what: &str) -> EventPart {
    EventPart {
        minute: at,
        kind,
        line: None,
        seat: seat.map(str::to_owned),
        what: what.to_owned(),
        origin: None,
        decider: None,
        reason: None,
        revisit_when: None,
        agreed_with: Vec::new(),
    }
}

/// An act of the room; what no log tells is left out.
fn decision(played: &Played, act: &RoomAct) -> Option<EventPart> {
    act.text.as_ref()?;
    // What is done to the script or the attack is entered at some seat, but concerns none.
    let concerns_seat = !act.line.command.is_of_facilitator();
    let seat = concerns_seat.then(|| played.key(act.line.seat));
    let what = act_name(&act.line.command);
    let is_of_facilitator = act.line.origin == Origin::Facilitator;
    let kind = match act.line.command {
        Command::StandingOrders(_) if is_of_facilitator => EventKind::Seat,
        _ => EventKind::Decision,
    };
    let mut event = event(act.line.minute, kind, seat, &what);
    event.line = Some(act.sequence);
    event.origin = match act.line.origin {
        Origin::Person => Some("person"),
        Origin::Entered { .. } => Some("entered"),
        Origin::Facilitator => Some("facilitator"),
        Origin::Bot(_) => None,
    };
    event.revisit_when.clone_from(&act.revisit_when);
    let partners = act.agreed_with.iter();
    event.agreed_with = partners.map(|at| played.key(*at).to_owned()).collect();
    if let Some((decider, reason)) = &act.reason {
        event.decider = Some(decider.id());
        event.reason = Some(reason.clone()).filter(|reason| !reason.is_empty());
    }
    Some(event)
}
