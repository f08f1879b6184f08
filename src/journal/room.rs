//! How the room stood when a record was left: minutes on the wall, never of the exercise.

use std::path::Path;

use super::beside::{read_beside, write_beside};
use super::folder::Folder;
use crate::exercise::RoomRecord;

/// Name of the form.
const SCHEMA: &str = "beistand.room/1";
pub(super) const ROOM: &str = "room.json";

/// Writes how the room stands. What cannot be written is lost: the exercise does not depend on it.
pub(super) fn write_room(folder: &Path, room: &RoomRecord) {
    write_beside(&folder.join(ROOM), SCHEMA, room);
}

/// Reads how the room of a record was left; as it begins where that cannot be read.
#[must_use]
pub fn read_room(folder: &Path) -> RoomRecord {
    read_beside(&folder.join(ROOM), SCHEMA).unwrap_or_default()
}

/// Returns the room to go on with in a record, with the leap that is under way in it: what stands beside the journal may
/// be older than that.
#[must_use]
pub fn room_to_go_on(record: &Folder) -> RoomRecord {
    RoomRecord {
        leap: record.leap_under_way(),
        ..read_room(record.path())
    }
}

/// Lets a second try begin with the room of the record it leaves, and with the leap that is under way in what it has of
/// that record.
pub fn copy_room(from: &Path, to: &Folder) {
    let room = RoomRecord {
        leap: to.leap_under_way(),
        ..read_room(from)
    };
    write_room(to.path(), &room);
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;
    use crate::exercise::PlaceRecord;
    use crate::vocab::ClockMode;

    #[test]
    fn the_room_is_read_as_it_was_written() {
        let folder = tempfile::tempdir().expect("a folder");
        assert_eq!(read_room(folder.path()), RoomRecord::default());
        let room = RoomRecord {
            room_seconds: 3121,
            briefed: true,
            mode: ClockMode::Free,
            leap: vec![crate::vocab::AdministrationId(3)],
            control: vec![crate::vocab::AdministrationId(5)],
            places: vec![PlaceRecord {
                user: "lorsch".to_owned(),
                locked: true,
                muted: false,
            }],
        };
        write_room(folder.path(), &room);
        assert_eq!(read_room(folder.path()), room);
        fs::write(folder.path().join(ROOM), "{").expect("a file");
        assert_eq!(read_room(folder.path()), RoomRecord::default());
    }
}
