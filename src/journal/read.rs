//! What was read at the seats of a record, so that it is not new again when the record is taken up.
//!
//! It is no part of the exercise and may be lost: then all is unread.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use serde::{Deserialize, Serialize};

use super::folder::{Folder, write_synced};
use crate::exercise::door::ReadMark;
use crate::vocab::AdministrationId;

/// Name of the form.
const SCHEMA: &str = "beistand.read/1";
pub(super) const READ: &str = "read.json";

/// What was read at each seat.
pub type ReadAtSeats = BTreeMap<AdministrationId, BTreeSet<ReadMark>>;

#[derive(Debug, Serialize, Deserialize)]
struct Written {
    schema: String,
    seats: Vec<WrittenSeat>,
}

#[derive(Debug, Serialize, Deserialize)]
struct WrittenSeat {
    seat: AdministrationId,
    /// Position in the log, and minute.
    read: BTreeSet<ReadMark>,
}

/// Writes what was read. What cannot be written is lost: the exercise does not depend on it.
pub fn write_read(folder: &Path, read: &ReadAtSeats) {
    let seats = read.iter().map(|(seat, read)| WrittenSeat {
        seat: *seat,
        read: read.clone(),
    });
    let written = Written {
        schema: SCHEMA.to_owned(),
        seats: seats.collect(),
    };
    if let Ok(mut text) = serde_json::to_string(&written) {
        text.push('\n');
        let _ = write_synced(&folder.join(READ), text.as_bytes());
    }
}

/// Reads what was read; nothing where that cannot be told.
#[must_use]
pub fn read_read(folder: &Path) -> ReadAtSeats {
    let written = || -> Option<Written> {
        let text = fs::read(folder.join(READ)).ok()?;
        serde_json::from_slice(&text).ok()
    };
    let written = written().filter(|written| written.schema == SCHEMA);
    let seats = written.into_iter().flat_map(|written| written.seats);
    seats.map(|seat| (seat.seat, seat.read)).collect()
}

/// Lets a second try begin with what was read before its minute in the record it leaves: what comes from there on is
/// another message, even where it stands in the same place.
pub fn copy_read(from: &Path, to: &Folder) {
    let Some(parent) = &to.beginning.parent else {
        return;
    };
    let mut read = read_read(from);
    for marks in read.values_mut() {
        marks.retain(|(_, minute)| *minute < parent.minute);
    }
    write_read(to.path(), &read);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::vocab::SimTime;

    #[test]
    fn what_was_read_is_read_as_it_was_written_and_may_be_lost() {
        let folder = tempfile::tempdir().expect("a folder");
        assert!(read_read(folder.path()).is_empty());
        let marks = BTreeSet::from([(0, SimTime(600)), (7, SimTime(611))]);
        let read = BTreeMap::from([(AdministrationId(3), marks)]);
        write_read(folder.path(), &read);
        assert_eq!(read_read(folder.path()), read);
        for damage in ["{", "{\"schema\":\"beistand.read/2\",\"seats\":[]}"] {
            fs::write(folder.path().join(READ), damage).expect("a file");
            assert!(read_read(folder.path()).is_empty());
        }
    }
}
