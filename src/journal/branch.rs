//! A second try: a record that shares the beginning of another one and then goes its own way.
//!
//! The old record stays as it is. The new one names it and the line at which it leaves it.

use std::fs;
use std::path::Path;

use super::entry::{Entry, Kept};
use super::folder::{Beginning, Folder, Parent, RecordError, create, may_create};
use crate::exercise::{Line, NotRecorded, Record as _};
use crate::vocab::RewindTo;

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
        let mut recorder = create(&half, &beginning, true)?;
        for entry in kept {
            let result = match &entry.kept {
                Kept::Act(line) => recorder.keep(line),
                Kept::Fingerprint(minute, hex) => recorder.keep_fingerprint(*minute, hex),
            };
            result.map_err(|not| not_written(to, &not))?;
        }
        recorder.finish().map_err(RecordError::io(&half))?;
        fs::rename(&half, to).map_err(RecordError::io(to))
    }
}

fn not_written(path: &Path, not: &NotRecorded) -> RecordError {
    RecordError::io(path)(std::io::Error::other(not.to_string()))
}
