//! The folder in which logs of seats are kept as files.

use std::path::{Path, PathBuf};

use crate::exercise::door::Shelf;
use crate::journal::{LOGS, why};
use crate::scenario::write_whole;
use crate::vocab::Text;

/// Writes files into a folder, which is made for the first.
pub(super) struct FolderShelf(PathBuf);

impl FolderShelf {
    /// A folder in that of a record; where nothing is recorded, the present folder.
    pub(super) fn beside(record: Option<&Path>) -> Self {
        Self(record.map_or_else(|| PathBuf::from("."), |folder| folder.join(LOGS)))
    }
}

impl Shelf for FolderShelf {
    fn keep(&self, name: &str, content: &str) -> Result<String, Text> {
        let file = self.0.join(name);
        let written =
            std::fs::create_dir_all(&self.0).and_then(|()| write_whole(&file, content.as_bytes()));
        match written {
            Ok(()) => Ok(file.display().to_string()),
            Err(error) => Err(Text::new("ui-export-failed")
                .name("file", file.display().to_string())
                .text("error", why(&error))),
        }
    }
}
