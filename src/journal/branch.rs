//! A second try: a record that shares the beginning of another one and then goes its own way.
//!
//! The old record stays as it is. The new one names it and the line at which it leaves it.

use std::fs;
use std::path::Path;

use super::entry::{Entry, Kept};
use super::folder::{Beginning, Folder, Parent, RecordError, create, may_create};
use crate::command::Command;
use crate::exercise::{Line, NotRecorded, Origin, Record as _};
use crate::vocab::{AdministrationId, Pace, RewindTo};

impl Folder {
    /// Begins a second try in another folder: it has what was done before a decision of the room, or before the
    /// first one in a minute. Whoever takes it up lets the exercise advance to that minute.
    ///
    /// # Errors
    /// If something is there already, or something cannot be written.
    pub fn branch(
        &self,
        to: &Path,
        RewindTo { minute, before }: RewindTo,
    ) -> Result<(), RecordError> {
        let mut decisions = 0;
        let goes_before = |entry: &&Entry| {
            let decides = entry.act().is_some_and(Line::is_by_people);
            let goes_before = match before {
                Some(before) => !(decides && decisions == before),
                None => entry.minute() < minute || entry.minute() == minute && !decides,
            };
            decisions += usize::from(decides);
            goes_before
        };
        let kept: Vec<&Entry> = self.entries.iter().take_while(goes_before).collect();
        let folder = self.path.file_name();
        let beginning = Beginning {
            parent: Some(Parent {
                folder: folder.map_or_else(String::new, |name| name.to_string_lossy().into_owned()),
                record: self.record.clone(),
                line: kept.last().map_or(1, |entry| entry.sequence),
                minute,
            }),
            ..self.beginning.clone()
        };
        // It is there as a whole or not at all: nobody takes up or follows half a beginning.
        let name = to.file_name().unwrap_or_default().to_string_lossy();
        let half = to.with_file_name(format!(".{name}"));
        may_create(to, false)?;
        let written = write(&half, &beginning, &kept);
        if written.is_err() {
            // The next second try must not stumble over what was left of this one.
            let _ = fs::remove_dir_all(&half);
        }
        written?;
        fs::rename(&half, to).map_err(RecordError::io(to))
    }

    /// Returns the seats at which bots stand in for a leap that is under way at the last line: they are given back when
    /// it ends.
    #[must_use]
    pub fn leap_under_way(&self) -> Vec<AdministrationId> {
        let mut under_way = Vec::new();
        // When a leap was begun: what is ordered in that minute, and nothing in between, is for the leap. Other orders
        // stay until they are taken back.
        let mut begun = None;
        for line in self.entries.iter().filter_map(Entry::act) {
            let begins = matches!(line.command, Command::SetClock(Pace::Until(_)));
            match (&line.origin, &line.command) {
                (Origin::Facilitator, Command::StandingOrders(Some(_)))
                    if begun == Some(line.minute) =>
                {
                    under_way.push(line.seat);
                    continue;
                }
                (_, Command::StandingOrders(None)) => under_way.retain(|seat| *seat != line.seat),
                _ => {}
            }
            begun = begins.then_some(line.minute);
        }
        under_way
    }
}

/// Writes the beginning of a second try, and the lines it has of the first.
fn write(path: &Path, beginning: &Beginning, kept: &[&Entry]) -> Result<(), RecordError> {
    // What an earlier one left half done is in the way of this one.
    match fs::remove_dir_all(path) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
            return Err(RecordError::io(path)(error));
        }
        _ => {}
    }
    let mut recorder = create(path, beginning, false)?;
    for entry in kept {
        let result = match &entry.kept {
            Kept::Act(line) => recorder.keep(line),
            Kept::Fingerprint(minute, hex) => recorder.keep_fingerprint(*minute, hex),
        };
        result.map_err(|not| not_written(path, &not))?;
    }
    recorder.finish().map_err(RecordError::io(path))
}

fn not_written(path: &Path, not: &NotRecorded) -> RecordError {
    RecordError::io(path)(std::io::Error::other(not.to_string()))
}
