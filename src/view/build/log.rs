//! Tagebuch: what was written down, and the newest of it for the message line.

use super::words::Look;
use crate::scenario::Recipients;
use crate::sim::{Known, KnownDecision, KnownRequest, LogRecord, LogRecordKind, Message};
use crate::view::{Asks, Event, LogEntry, LogInject, LogKind, LogView};
use crate::vocab::{AdministrationId, AidState, Arg, MessageClass, SimTime, Text};

/// How many entries the message line keeps.
const KEPT: usize = 20;

/// Returns the journal of a seat.
pub fn log(known: Known) -> LogView {
    let raised: Vec<(KnownDecision, bool)> = known.raised_decisions().collect();
    let requests = known.requests();
    let mut messages = known.inbox().iter().peekable();
    let mut entries = Vec::new();
    for (place, record) in known.log().iter().enumerate() {
        // An entry keeps its place: what came before it stands before it.
        while let Some(message) = messages.next_if(|message| message.place <= place) {
            entries.push(inject(known, message, &raised));
        }
        entries.push(LogEntry {
            asks: asks(known, record, &raised, &requests),
            report: record
                .is_report_to(known.seat())
                .then(|| u32::try_from(place).ok())
                .flatten(),
            ..entry(known, record)
        });
    }
    entries.extend(messages.map(|message| inject(known, message, &raised)));
    LogView { entries }
}

/// An inject that the seat got, as an entry of its log.
fn inject(known: Known, message: &Message, raised: &[(KnownDecision, bool)]) -> LogEntry {
    let is_own = message.sender == Some(known.seat());
    LogEntry {
        at: known.stamp(message.at),
        kind: LogKind::Message,
        from: (!is_own).then(|| message.from.clone()),
        to: None,
        channel: Some(message.channel),
        text: message.text.clone(),
        reason: None,
        alarm: message.class >= MessageClass::Alert,
        by_deputy: false,
        asks: asked_by(known, message, raised),
        report: None,
        inject: Some(LogInject {
            name: known.inject_name(message.inject),
            class: message.class,
            due: message.due.map(|at| known.stamp(at)),
            acknowledged: message.acknowledged.is_some(),
            reply: message.reply.as_ref().map(|reply| reply.text.clone()),
            // Who has no seat is answered as they spoke.
            answer_by: message
                .sender
                .map_or(message.channel, |sender| known.way_to(sender).0),
        }),
    }
}

/// What an inject asks of the seat that got it.
fn asked_by(known: Known, message: &Message, raised: &[(KnownDecision, bool)]) -> Option<Asks> {
    let is_own = message.sender == Some(known.seat());
    let is_answered = message.reply.is_some();
    // Without anything expected of the seat it is done once it is noted.
    let is_noted = message.due.is_none() && message.acknowledged.is_some();
    // Who has done what it expects need not say so.
    let is_done = is_answered || is_noted || known.has_done_what_is_asked(message);
    let reply = if is_own || !is_done && message.class == MessageClass::Log {
        None
    } else if is_done {
        Some(Asks::Done)
    } else {
        Some(Asks::Reply)
    };
    let decision =
        raised_at(message.at, raised).filter(|_| message.brings_fact && !is_own && !is_answered);
    // Who decided what it asks has dealt with it.
    decision.or(reply)
}

/// The injects that wait for the seat's answer by some time and of which it has not taken note yet.
pub(super) fn unanswered(known: Known<'_>) -> Vec<&Message> {
    let raised: Vec<(KnownDecision, bool)> = known.raised_decisions().collect();
    let waits = |message: &&Message| message.acknowledged.is_none() && message.due.is_some();
    let waiting = known.inbox().iter().filter(waits);
    waiting
        .filter(|message| asked_by(known, message, &raised) == Some(Asks::Reply))
        .collect()
}

/// The decision that was raised in a minute, or that one is taken: a message may raise several, and who has taken one of
/// them has dealt with it.
fn raised_at(at: SimTime, raised: &[(KnownDecision, bool)]) -> Option<Asks> {
    let by_it = || raised.iter().filter(|(decision, _)| decision.raised == at);
    if by_it().any(|(_, open)| !open) {
        return Some(Asks::Done);
    }
    by_it()
        .next()
        .map(|(decision, _)| Asks::Decision(decision.id))
}

/// What a message asks of the seat: the answer to a request, or the decision it raised.
fn asks(
    known: Known,
    record: &LogRecord,
    raised: &[(KnownDecision, bool)],
    requests: &[KnownRequest],
) -> Option<Asks> {
    let from = record.from.filter(|from| *from != known.seat())?;
    if record.text.key == "log-aid-asked" {
        let request = requests.iter().rev().find(|request| {
            request.asker == from
                && request.draft.helper == known.seat()
                && request.requested <= record.at
                && asked_kind(&record.text) == Some(request.draft.kind.id())
        })?;
        return Some(match request.state {
            AidState::Examined => Asks::Answer(request.id),
            _ => Asks::Done,
        });
    }
    raised_at(record.at, raised)
}

/// The id of the kind of aid that a message asks for.
fn asked_kind(text: &Text) -> Option<&str> {
    match argument(text, "kind")? {
        Arg::Text(kind) => kind.key.strip_prefix("aid-kind-"),
        _ => None,
    }
}

fn argument<'t>(text: &'t Text, name: &str) -> Option<&'t Arg> {
    text.args
        .iter()
        .find(|(other, _)| other == name)
        .map(|(_, arg)| arg)
}

/// To whom an own act or message went.
fn addressee(known: Known, record: &LogRecord) -> Option<Text> {
    let named = |name: String| Text::new("named").name("name", name);
    match record.kind {
        LogRecordKind::Decision => match argument(&record.text, "to")? {
            Arg::Name(name) => Some(named(name.clone())),
            _ => None,
        },
        LogRecordKind::Message if record.from == Some(known.seat()) => {
            let to = match known.sent_at(record.at)? {
                Recipients::Customers => return Some(Text::new("script-to-customers")),
                Recipients::These(these) => these,
            };
            let to = to.iter().map(|at| AdministrationId::from_index(*at));
            let names: Vec<String> = to.map(|at| known.place(at)).collect();
            Some(named(names.join(", ")))
        }
        _ => None,
    }
}

fn entry(known: Known, record: &LogRecord) -> LogEntry {
    LogEntry {
        at: known.stamp(record.at),
        kind: match record.kind {
            LogRecordKind::Message => LogKind::Message,
            LogRecordKind::Decision => LogKind::Decision,
            LogRecordKind::Observation => LogKind::Observation,
            LogRecordKind::Aid => LogKind::Aid,
        },
        from: record
            .from
            .filter(|from| *from != known.seat())
            .map(|from| Text::new("named").name("name", known.place(from))),
        to: addressee(known, record),
        channel: record.channel,
        text: record.text.clone(),
        reason: record.reason.as_ref().map(|(_, reason)| reason.clone()),
        alarm: record.alarm,
        by_deputy: record.by_deputy,
        asks: None,
        report: None,
        inject: None,
    }
}

/// Returns the newest entries, newest last.
pub fn events(log: &LogView) -> Vec<Event> {
    let first = log.entries.len().saturating_sub(KEPT);
    log.entries[first..]
        .iter()
        .map(|entry| Event {
            at: entry.at,
            from: entry.from.clone(),
            text: entry.text.clone(),
            alarm: entry.alarm,
        })
        .collect()
}
