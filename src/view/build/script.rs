//! The facilitator's list of injects, from the truth.

use super::words::local;
use crate::scenario::{Receivers, Scenario};
use crate::sim::{Comes, InjectStage, Message, ScriptEntry, Sim, WhySkipped};
use crate::view::{Fallback, ScriptReply, ScriptRow, ScriptState, ScriptView};
use crate::vocab::{AdministrationId, Channel, MessageClass, OwnInject, SimTime, Stamp, Text};

/// Returns the script as it stands.
#[must_use]
pub fn script_view(sim: &Sim) -> ScriptView {
    let entries = sim.script();
    let mut rows: Vec<(Option<SimTime>, ScriptRow)> = entries
        .iter()
        .map(|entry| (moment(entry), row(sim, &entries, entry)))
        .collect();
    // What has no moment comes last, in the order of the script.
    rows.sort_by_key(|(at, _)| at.unwrap_or(SimTime::NEVER));
    let rows: Vec<ScriptRow> = rows.into_iter().map(|(_, row)| row).collect();
    let comes = |row: &ScriptRow| matches!(row.state, ScriptState::Ready | ScriptState::Armed);
    ScriptView {
        next: rows
            .iter()
            .position(|row| comes(row) && row.at.is_some())
            .or_else(|| rows.iter().position(|row| row.state.is_open())),
        rows,
        is_led: sim.is_led(),
    }
}

fn moment(entry: &ScriptEntry) -> Option<SimTime> {
    match entry.stage {
        InjectStage::Released(at)
        | InjectStage::Skipped(at, _)
        | InjectStage::Held { due: Some(at) } => Some(*at),
        InjectStage::Held { due: None } | InjectStage::Waiting => entry.expected,
    }
}

fn stamp(sim: &Sim, at: SimTime) -> Stamp {
    sim.calendar().stamp(at)
}

fn row(sim: &Sim, entries: &[ScriptEntry], entry: &ScriptEntry) -> ScriptRow {
    let inject = entry.inject;
    let scenario = sim.scenario();
    let place = |at: AdministrationId| scenario.administrations[at.index()].name.clone();
    // Bots answer nothing: what is counted are seats.
    let has_seat = |at: &AdministrationId| scenario.administrations[at.index()].seat.is_some();
    let told = entry.messages.iter().filter(move |(at, _)| has_seat(at));
    let messages = || told.clone().map(|(_, message)| *message);
    let count = |of: &dyn Fn(AdministrationId, &Message) -> bool| -> u32 {
        told.clone()
            .filter(|(at, message)| of(*at, message))
            .count() as u32
    };
    let replies = entry.messages.iter().filter_map(|(at, message)| {
        let reply = message.reply.as_ref()?;
        Some(ScriptReply {
            place: place(*at),
            at: stamp(sim, reply.at),
            text: reply.text.clone(),
        })
    });
    // Whoever has answered or decided needs not say that they took note.
    let is_silent = |at: AdministrationId, message: &Message| {
        message.acknowledged.is_none() && !sim.is_dealt_with(at, message)
    };
    let silent = told.clone().filter(|(at, message)| is_silent(*at, message));
    let silent = silent.map(|(at, _)| place(*at));
    let own_from = || {
        let from = entry.own.map(|own| own.from.clone()).unwrap_or_default();
        Text::new("named").name("name", from)
    };
    ScriptRow {
        name: entry.name.clone(),
        title: inject.map_or_else(|| own_title(entry.own), |inject| local(&inject.title)),
        state: state(entries, entry),
        at: moment(entry).map(|at| stamp(sim, at)),
        comes: match entry.stage {
            InjectStage::Waiting | InjectStage::Held { due: None } => entry.comes,
            _ => Comes::Then,
        },
        cue: inject.and_then(|inject| inject.cue.as_ref()).map(local),
        from: inject.map_or_else(own_from, |inject| match &inject.from {
            crate::scenario::Sender::Administration(at) => {
                let name = scenario.administrations[*at].name.clone();
                Text::new("named").name("name", name)
            }
            crate::scenario::Sender::Named(name) => local(name),
        }),
        to: addressee(scenario, entries, entry),
        places: entry.receivers.iter().map(|at| place(*at)).collect(),
        channel: inject.map_or_else(
            || entry.own.map_or(Channel::InPerson, |own| own.channel),
            |inject| inject.channel,
        ),
        class: inject.map_or_else(
            || entry.own.map_or(MessageClass::Log, |own| own.class),
            |inject| inject.class,
        ),
        text: entry.text.clone(),
        has_variants: inject.is_some_and(|inject| !inject.variants.is_empty()),
        is_edited: entry.is_edited,
        core: inject.is_some_and(|inject| inject.core),
        contingency_of: inject
            .and_then(|inject| inject.contingency_of)
            .map(|other| scenario.injects[other].id.clone()),
        fallbacks: fallbacks(scenario, entries, &entry.name),
        expects: inject.and_then(|inject| inject.expects.as_ref()).map(local),
        due: messages()
            .find_map(|message| message.due)
            .map(|at| stamp(sim, at)),
        objectives: inject.map_or_else(Vec::new, |inject| inject.objectives.clone()),
        counts: (
            count(&|_, _| true),
            count(&|_, message| message.acknowledged.is_some()),
            count(&|at, message| sim.is_dealt_with(at, message)),
        ),
        replies: replies.collect(),
        silent: silent.collect(),
        why: match entry.stage {
            InjectStage::Skipped(_, why) => Some(why_skipped(why)),
            _ => None,
        },
    }
}

/// What is still to come that makes up for an inject.
fn fallbacks(scenario: &Scenario, entries: &[ScriptEntry], name: &str) -> Vec<Fallback> {
    let Some(at) = scenario.injects.iter().position(|inject| inject.id == name) else {
        return Vec::new();
    };
    let open = entries.iter().filter(|entry| {
        let is_over = matches!(
            entry.stage,
            InjectStage::Released(_) | InjectStage::Skipped(..)
        );
        !is_over
    });
    open.filter_map(|entry| entry.inject)
        .filter(|inject| inject.contingency_of == Some(at))
        .map(|inject| Fallback {
            name: inject.id.clone(),
            title: local(&inject.title),
            cue: inject.cue.as_ref().map(local),
            asks_for_answer: inject.asks_for_answer(at),
        })
        .collect()
}

/// What the facilitator made up has no title: its first words stand for one.
fn own_title(own: Option<&OwnInject>) -> Text {
    let said = own
        .and_then(|own| own.text.lines().next())
        .unwrap_or_default();
    Text::new("script-made-up").name("text", said)
}

/// Whether it makes up for another one, which was released.
fn is_armed(entries: &[ScriptEntry], entry: &ScriptEntry) -> bool {
    let other = entry.inject.and_then(|inject| inject.contingency_of);
    let other = other.and_then(|at| entries.get(at));
    other.is_some_and(|other| matches!(other.stage, InjectStage::Released(_)))
}

fn state(entries: &[ScriptEntry], entry: &ScriptEntry) -> ScriptState {
    let is_armed = is_armed(entries, entry);
    let makes_up = entry
        .inject
        .is_some_and(|inject| inject.contingency_of.is_some());
    match entry.stage {
        InjectStage::Waiting if is_armed && entry.applies => ScriptState::Armed,
        InjectStage::Waiting if is_armed => ScriptState::Averted,
        InjectStage::Waiting
            if !makes_up && entry.expected.is_some() && entry.comes != Comes::AtTheEarliest =>
        {
            ScriptState::Ready
        }
        InjectStage::Waiting => ScriptState::Waiting,
        InjectStage::Held { due: Some(_) } => ScriptState::HeldDue,
        InjectStage::Held { due: None } => ScriptState::Held,
        InjectStage::Skipped(..) => ScriptState::Skipped,
        InjectStage::Released(_) => {
            let mut messages = entry.messages.iter().map(|(_, message)| message);
            if messages.clone().any(|message| message.reply.is_some()) {
                ScriptState::Answered
            } else if messages.any(|message| message.acknowledged.is_some()) {
                ScriptState::Acknowledged
            } else {
                ScriptState::Released
            }
        }
    }
}

fn addressee(scenario: &Scenario, entries: &[ScriptEntry], entry: &ScriptEntry) -> Text {
    let name = |at: AdministrationId| {
        let name = scenario.administrations[at.index()].name.clone();
        Text::new("named").name("name", name)
    };
    let group = entry.inject.and_then(|inject| match inject.to {
        Receivers::CustomersOf(_) => Some("script-to-customers"),
        Receivers::Seats => Some("script-to-seats"),
        Receivers::Hit => Some("script-to-hit"),
        Receivers::Helpers => Some("script-to-helpers"),
        Receivers::ReceiversOf(_) | Receivers::These(_) => None,
    });
    let is_settled = is_armed(entries, entry);
    match (&entry.receivers[..], group) {
        ([one], _) => name(*one),
        // What it makes up for was released, and nobody is left to whom it applies.
        ([], _) if is_settled => Text::new("script-to-nobody"),
        ([], None) if entry.addressed.is_empty() => Text::new("script-to-nobody"),
        (_, Some(group)) => Text::new(group),
        (several, None) => {
            // Before it comes nobody knows to whom it will apply.
            let several = if several.is_empty() {
                &entry.addressed
            } else {
                several
            };
            if let [one] = several[..] {
                return name(one);
            }
            let count = i64::try_from(several.len()).unwrap_or(i64::MAX);
            Text::new("script-to-several").count("count", count)
        }
    }
}

fn why_skipped(why: &WhySkipped) -> Text {
    match why {
        WhySkipped::Guard => Text::new("script-skipped-guard"),
        WhySkipped::ConcernsNobody => Text::new("script-skipped-nobody"),
        WhySkipped::NotInTime => Text::new("script-skipped-not-in-time"),
        WhySkipped::WithTheOther => Text::new("script-skipped-with-the-other"),
        WhySkipped::Facilitator(reason) if reason.is_empty() => {
            Text::new("script-skipped-facilitator")
        }
        WhySkipped::Facilitator(reason) => {
            Text::new("script-skipped-reason").name("reason", reason.clone())
        }
    }
}
