//! What stands in a journal on disk, line by line.

use serde::{Deserialize, Serialize};

use super::chain::{Damage, Links};
use crate::command::Command;
use crate::exercise::{Line, Origin};
use crate::scenario::Scenario;
use crate::vocab::{AdministrationId, SimTime};

/// Name of the form of a journal.
const SCHEMA: &str = "beistand.journal/1";

/// A line as it is written. `sequence` is its number in the file, from 1.
#[derive(Debug, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
enum Written {
    /// The first line: to which record the journal belongs.
    Begins {
        sequence: u64,
        schema: String,
        /// Checksum of the record's manifest.
        record: String,
    },
    /// An act.
    Act {
        sequence: u64,
        minute: SimTime,
        /// Official key.
        seat: String,
        origin: Origin,
        command: Command,
    },
    /// What a replay must come to after all lines so far.
    Fingerprint {
        sequence: u64,
        minute: SimTime,
        fingerprint: String,
    },
}

/// What an entry keeps.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kept {
    /// An act.
    Act(Line),
    /// A fingerprint of the world at a minute, after all acts before.
    Fingerprint(SimTime, String),
}

/// An entry of a journal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Its number, which is that of its line in the file.
    pub sequence: u64,
    /// What it keeps.
    pub kept: Kept,
}

impl Entry {
    /// When.
    #[must_use]
    pub fn minute(&self) -> SimTime {
        match &self.kept {
            Kept::Act(line) => line.minute,
            Kept::Fingerprint(minute, _) => *minute,
        }
    }

    /// Its act, if it is one.
    #[must_use]
    pub fn act(&self) -> Option<&Line> {
        match &self.kept {
            Kept::Act(line) => Some(line),
            Kept::Fingerprint(..) => None,
        }
    }
}

fn json(written: &Written) -> String {
    // Plain data: neither maps with odd keys nor floats.
    serde_json::to_string(written).expect("a line can always be written")
}

/// Writes the first line.
pub(super) fn first_line(record: &str) -> String {
    json(&Written::Begins {
        sequence: 1,
        schema: SCHEMA.to_owned(),
        record: record.to_owned(),
    })
}

/// Writes an act; `key` is the official key of its seat.
pub(super) fn act_line(sequence: u64, key: &str, line: &Line) -> String {
    json(&Written::Act {
        sequence,
        minute: line.minute,
        seat: key.to_owned(),
        origin: line.origin.clone(),
        command: line.command.clone(),
    })
}

/// Writes a fingerprint.
pub(super) fn fingerprint_line(sequence: u64, minute: SimTime, hex: &str) -> String {
    json(&Written::Fingerprint {
        sequence,
        minute,
        fingerprint: hex.to_owned(),
    })
}

/// Returns the checksum of the record to which a journal says it belongs; `None` if it has no first line.
pub(super) fn record_of(links: &Links) -> Option<String> {
    let first = links.links.first()?;
    match serde_json::from_str::<Written>(&first.json).ok()? {
        Written::Begins { record, .. } => Some(record),
        _ => None,
    }
}

/// Reads the entries of a journal that belongs to the record of this checksum.
pub(super) fn entries(
    links: &Links,
    record: &str,
    scenario: &Scenario,
) -> Result<Vec<Entry>, Damage> {
    let mut entries = Vec::new();
    for (number, link) in (1..).zip(&links.links) {
        let entry = serde_json::from_str::<Written>(&link.json).ok();
        let understood = match entry {
            Some(Written::Begins {
                sequence,
                schema,
                record: of,
            }) if number == 1 && sequence == 1 && schema == SCHEMA && of == record => continue,
            Some(Written::Act {
                sequence,
                minute,
                seat,
                origin,
                command,
            }) => seat_of(scenario, &seat).map(|seat| Entry {
                sequence,
                kept: Kept::Act(Line {
                    minute,
                    seat,
                    origin,
                    command,
                }),
            }),
            Some(Written::Fingerprint {
                sequence,
                minute,
                fingerprint,
            }) => Some(Entry {
                sequence,
                kept: Kept::Fingerprint(minute, fingerprint),
            }),
            _ => None,
        };
        let entry = understood.filter(|entry| number > 1 && entry.sequence == number);
        entries.push(entry.ok_or(Damage {
            line: number,
            offset: link.offset,
        })?);
    }
    Ok(entries)
}

fn seat_of(scenario: &Scenario, key: &str) -> Option<AdministrationId> {
    let mut all = scenario.administrations.iter();
    let position = all.position(|administration| administration.id == key);
    position.map(AdministrationId::from_index)
}
