//! Tagebuch: what was written down, and the newest of it for the message line.

use super::words::Look;
use crate::sim::{Known, LogRecord, LogRecordKind};
use crate::view::{Event, LogEntry, LogKind, LogView};
use crate::vocab::Text;

/// How many entries the message line keeps.
const KEPT: usize = 20;

/// Returns the journal of a seat.
pub fn log(known: Known) -> LogView {
    LogView {
        entries: known
            .log()
            .iter()
            .map(|record| entry(known, record))
            .collect(),
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
        channel: record.channel,
        text: record.text.clone(),
        reason: record.reason.as_ref().map(|(_, reason)| reason.clone()),
        alarm: record.alarm,
        by_deputy: record.by_deputy,
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
