//! The improvement plan of a record: a table that people fill in with a spreadsheet and the report shows.

use std::fs;
use std::io;
use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use super::folder::{Folder, RecordError, write_synced};

/// Name of the file in a record.
pub(super) const IMPROVEMENTS: &str = "improvements.csv";

/// A line of the improvement plan. All of it is text: people write what they need.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Improvement {
    /// Id of the objective it serves; may be empty.
    pub objective: String,
    /// What was found.
    pub finding: String,
    /// What is to be done.
    pub measure: String,
    /// Who does it.
    pub owner: String,
    /// By when.
    pub due: String,
    /// How far it is.
    pub status: String,
}

impl Folder {
    /// Returns where the improvement plan lies or would lie.
    #[must_use]
    pub fn improvements_path(&self) -> PathBuf {
        self.path().join(IMPROVEMENTS)
    }

    /// Reads the improvement plan; `None` if there is none yet.
    ///
    /// # Errors
    /// If it cannot be read, with the line.
    pub fn improvements(&self) -> Result<Option<Vec<Improvement>>, RecordError> {
        let path = self.improvements_path();
        let text = match fs::read_to_string(&path) {
            Ok(text) => text,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(RecordError::io(&path)(error)),
        };
        // Spreadsheets set a mark in front, and part fields by semicolons where a comma is a decimal sign.
        let text = text.trim_start_matches('\u{feff}');
        let head = text.lines().next().unwrap_or_default();
        let delimiter = if head.contains(';') { b';' } else { b',' };
        let mut reader = csv::ReaderBuilder::new()
            .delimiter(delimiter)
            .trim(csv::Trim::All)
            .flexible(true)
            .from_reader(text.as_bytes());
        let rows: Result<Vec<Improvement>, csv::Error> = reader.deserialize().collect();
        let mut rows = rows.map_err(|error| RecordError::Manifest {
            path,
            why: error.to_string(),
        })?;
        rows.retain(|row| *row != Improvement::default());
        Ok(Some(rows))
    }

    /// Writes the improvement plan; an old one is replaced.
    ///
    /// # Errors
    /// If it cannot be written.
    pub fn write_improvements(&self, rows: &[Improvement]) -> Result<(), RecordError> {
        let path = self.improvements_path();
        let wrong = |error: String| RecordError::Manifest {
            path: path.clone(),
            why: error,
        };
        let mut writer = csv::WriterBuilder::new()
            .has_headers(false)
            .from_writer(Vec::new());
        let head = ["objective", "finding", "measure", "owner", "due", "status"];
        writer
            .write_record(head)
            .map_err(|error| wrong(error.to_string()))?;
        for row in rows {
            writer
                .serialize(row)
                .map_err(|error| wrong(error.to_string()))?;
        }
        let bytes = writer
            .into_inner()
            .map_err(|error| wrong(error.to_string()))?;
        write_synced(&path, &bytes)
    }
}
