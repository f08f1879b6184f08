//! What may be done about injects: by seats that got them, and by the facilitator.

use super::Command;
use super::check::{ensure, no};
use crate::sim::{InjectStage, Known, Message, ScriptEntry, Sim};
use crate::vocab::{AdministrationId, OwnInject, Refusal, Text};

/// Longest text of an inject that somebody types, in characters.
const LONGEST_TEXT: usize = 1000;

fn message<'a>(known: Known<'a>, name: &str) -> Result<&'a Message, Refusal> {
    let found = known.message_named(name);
    found
        .filter(|message| message.sender != Some(known.seat()))
        .ok_or_else(|| no(Text::new("refusal-no-such-message")))
}

/// A seat takes note once of what it got.
pub(super) fn may_acknowledge(known: Known, name: &str) -> Result<(), Refusal> {
    let is_new = message(known, name)?.acknowledged.is_none();
    ensure(is_new, "refusal-message-acknowledged")
}

/// A seat answers once what it got.
pub(super) fn may_answer(known: Known, name: &str, text: &str) -> Result<(), Refusal> {
    ensure(
        message(known, name)?.reply.is_none(),
        "refusal-message-answered",
    )?;
    ensure(!text.trim().is_empty(), "refusal-text-empty")?;
    ensure(is_short(text), "refusal-text-too-long")
}

/// A seat forwards what it got.
pub(super) fn may_forward(known: Known, name: &str) -> Result<(), Refusal> {
    message(known, name).map(|_| ())
}

/// What a facilitator may do depends on where an inject really stands.
pub(super) fn may_lead(sim: &Sim, command: &Command) -> Result<(), Refusal> {
    match command {
        Command::LeadExercise => ensure(!sim.is_led(), "refusal-led-already"),
        Command::ReleaseInject { inject } => {
            let entry = open(sim, inject)?;
            ensure(!entry.receivers.is_empty(), "refusal-inject-for-nobody")
        }
        Command::SkipInject { inject, .. } => open(sim, inject).map(|_| ()),
        Command::HoldInject { inject } => {
            let stage = open(sim, inject)?.stage;
            ensure(*stage == InjectStage::Waiting, "refusal-inject-held")
        }
        Command::LetInjectCome { inject } => {
            let stage = open(sim, inject)?.stage;
            ensure(
                matches!(stage, InjectStage::Held { .. }),
                "refusal-inject-not-held",
            )
        }
        Command::EditInject { inject, text } => {
            open(sim, inject)?;
            may_type(text)
        }
        Command::Improvise(OwnInject { from, to, text, .. }) => {
            let exists = |at: &AdministrationId| at.index() < sim.scenario().administrations.len();
            ensure(!to.is_empty(), "refusal-inject-for-nobody")?;
            ensure(to.iter().all(exists), "refusal-inject-for-nobody")?;
            ensure(!from.trim().is_empty(), "refusal-sender-empty")?;
            may_type(text)
        }
        _ => Ok(()),
    }
}

/// An inject that is neither released nor skipped.
fn open<'a>(sim: &'a Sim, name: &str) -> Result<ScriptEntry<'a>, Refusal> {
    let found = sim.find_inject(name).and_then(|id| sim.script_entry(id));
    let entry = found.ok_or_else(|| no(Text::new("refusal-no-such-inject")))?;
    match entry.stage {
        InjectStage::Waiting | InjectStage::Held { .. } => Ok(entry),
        InjectStage::Released(_) => Err(no(Text::new("refusal-inject-released"))),
        InjectStage::Skipped(..) => Err(no(Text::new("refusal-inject-skipped"))),
    }
}

fn may_type(text: &str) -> Result<(), Refusal> {
    ensure(!text.trim().is_empty(), "refusal-text-empty")?;
    ensure(is_short(text), "refusal-text-too-long")
}

fn is_short(text: &str) -> bool {
    text.chars().count() <= LONGEST_TEXT
}
