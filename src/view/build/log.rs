//! Tagebuch: what was written down, and the newest of it for the message line.

use super::words::Look;
use crate::sim::{Known, KnownDecision, KnownRequest, LogRecord, LogRecordKind};
use crate::view::{Asks, Event, LogEntry, LogKind, LogView};
use crate::vocab::{AidState, Arg, Text};

/// How many entries the message line keeps.
const KEPT: usize = 20;

/// Returns the journal of a seat.
pub fn log(known: Known) -> LogView {
    let raised: Vec<(KnownDecision, bool)> = known.raised_decisions().collect();
    let requests = known.requests();
    LogView {
        entries: known
            .log()
            .iter()
            .map(|record| LogEntry {
                asks: asks(known, record, &raised, &requests),
                ..entry(known, record)
            })
            .collect(),
    }
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
    let by_it = || {
        raised
            .iter()
            .filter(|(decision, _)| decision.raised == record.at)
    };
    let open = by_it().find(|(_, open)| *open);
    match open {
        Some((decision, _)) => Some(Asks::Decision(decision.id)),
        None => by_it().next().map(|_| Asks::Done),
    }
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

/// To whom an own act went.
fn addressee(record: &LogRecord) -> Option<String> {
    match argument(&record.text, "to")? {
        Arg::Name(name) if record.kind == LogRecordKind::Decision => Some(name.clone()),
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
        to: addressee(record),
        channel: record.channel,
        text: record.text.clone(),
        reason: record.reason.as_ref().map(|(_, reason)| reason.clone()),
        alarm: record.alarm,
        by_deputy: record.by_deputy,
        asks: None,
    }
}

/// Returns the newest entries, newest last.
pub fn events(log: &LogView) -> Vec<Event> {
    let first = log.entries.len().saturating_sub(KEPT);
    log.entries[first..]
        .iter()
        .map(|entry| Event {
            at: entry.at,
            text: entry.text.clone(),
            alarm: entry.alarm,
        })
        .collect()
}
