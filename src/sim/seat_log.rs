//! What seats write down and are told, for people to read.

use serde::Serialize;

use super::entities::{Knowledge, LogRecord, LogRecordKind};
use crate::vocab::{AdministrationId, Channel, SimTime, Text};

/// A seat's log, oldest first. Rules and bots never look into it: where no person will, it stays empty, and its texts
/// are not even made.
#[derive(Debug, Clone, Default, Serialize)]
#[serde(transparent)]
pub(crate) struct SeatLog {
    records: Vec<LogRecord>,
    #[serde(skip)]
    is_unread: bool,
}

impl SeatLog {
    /// Makes an empty log; of one that nobody will read, what is written is not kept.
    pub(crate) fn new(is_unread: bool) -> Self {
        Self {
            records: Vec::new(),
            is_unread,
        }
    }

    pub(crate) fn records(&self) -> &[LogRecord] {
        &self.records
    }

    fn push(&mut self, record: impl FnOnce() -> LogRecord) {
        if !self.is_unread {
            self.records.push(record());
        }
    }
}

/// Adds an entry to a seat's log.
pub(crate) fn note(
    knowledge: &mut Knowledge,
    at: SimTime,
    kind: LogRecordKind,
    text: impl FnOnce() -> Text,
) {
    write(knowledge, || LogRecord::new(at, kind, text()));
}

/// Adds a message from somebody to a seat's log.
pub(crate) fn tell(
    knowledge: &mut Knowledge,
    at: SimTime,
    from: AdministrationId,
    channel: Channel,
    text: impl FnOnce() -> Text,
    alarm: bool,
) {
    write(knowledge, || LogRecord {
        from: Some(from),
        channel: Some(channel),
        alarm,
        ..LogRecord::new(at, LogRecordKind::Message, text())
    });
}

/// Adds a record to a seat's log: that is news for the seat, whether somebody reads it or not.
pub(crate) fn write(knowledge: &mut Knowledge, record: impl FnOnce() -> LogRecord) {
    knowledge.log.push(record);
    knowledge.revision += 1;
}

/// Makes the newest entry of a log an alarm.
pub(crate) fn raise_alarm(knowledge: &mut Knowledge) {
    if let Some(last) = knowledge.log.records.last_mut() {
        last.alarm = true;
    }
}
