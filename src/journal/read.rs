//! What was read at the seats of a record, so that it is not new again when the record is taken up.
//!
//! It is no part of the exercise and may be lost: then all is unread.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use serde::{Deserialize, Serialize};

use super::beside::{read_beside, write_beside};
use super::folder::Folder;
use crate::exercise::door::ReadMark;
use crate::vocab::AdministrationId;

/// Name of the form.
const SCHEMA: &str = "beistand.read/1";
pub(super) const READ: &str = "read.json";

/// What was read at each seat.
pub type ReadAtSeats = BTreeMap<AdministrationId, BTreeSet<ReadMark>>;

#[derive(Debug, Default, Serialize, Deserialize)]
struct Seats {
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
    let seats = Seats {
        seats: seats.collect(),
    };
    write_beside(&folder.join(READ), SCHEMA, &seats);
}

/// Reads what was read; nothing where that cannot be told.
#[must_use]
pub fn read_read(folder: &Path) -> ReadAtSeats {
    let Seats { seats } = read_beside(&folder.join(READ), SCHEMA).unwrap_or_default();
    let seats = seats.into_iter();
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
    use std::fs;

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
