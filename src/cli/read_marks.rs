//! Where it is kept what was read at the seats of a record that is being played.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use crate::exercise::door::{ReadMark, ReadMarks};
use crate::journal::{ReadAtSeats, read_read, write_read};
use crate::vocab::AdministrationId;

/// Keeps what was read in the folder of a record; all screens of an exercise share it.
pub(super) struct RecordReadMarks {
    folder: PathBuf,
    read: Mutex<ReadAtSeats>,
}

impl RecordReadMarks {
    /// What was read so far in a record; `None` if there is nothing to write beside.
    pub(super) fn beside(folder: Option<&Path>) -> Option<Arc<dyn ReadMarks>> {
        let folder = folder?;
        Some(Arc::new(Self {
            folder: folder.to_owned(),
            read: Mutex::new(read_read(folder)),
        }))
    }
}

impl ReadMarks for RecordReadMarks {
    fn read(&self, seat: AdministrationId) -> Vec<ReadMark> {
        let read = self.read.lock().unwrap_or_else(PoisonError::into_inner);
        let marks = read.get(&seat);
        marks.map_or_else(Vec::new, |marks| marks.iter().copied().collect())
    }

    fn note(&self, seat: AdministrationId, marks: &[ReadMark]) {
        let mut read = self.read.lock().unwrap_or_else(PoisonError::into_inner);
        read.entry(seat).or_default().extend(marks);
        write_read(&self.folder, &read);
    }
}
