//! The improvement plan of a record: a table that people fill in with a spreadsheet and the report shows.

use std::fs;
use std::io;
use std::path::PathBuf;

use serde::Serialize;

use super::folder::{Folder, RecordError, write_synced};
use crate::scenario::sheet::{Table, table};
use crate::vocab::Text;

/// Name of the file in a record.
pub(super) const IMPROVEMENTS: &str = "improvements.csv";

/// Its columns, as its first row names them.
const COLUMNS: [&str; 6] = ["objective", "finding", "measure", "owner", "due", "status"];

/// A line of the improvement plan. All of it is text: people write what they need.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
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
    /// If it cannot be read or is another table, with the place.
    pub fn improvements(&self) -> Result<Option<Vec<Improvement>>, RecordError> {
        let path = self.improvements_path();
        let bytes = match fs::read(&path) {
            Ok(bytes) => bytes,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(RecordError::io(&path)(error)),
        };
        let rows = rows(&bytes).map_err(|reason| RecordError::Plan { path, reason })?;
        Ok(Some(rows))
    }

    /// Writes the improvement plan; an old one is replaced.
    ///
    /// # Errors
    /// If it cannot be written.
    pub fn write_improvements(&self, rows: &[Improvement]) -> Result<(), RecordError> {
        let path = self.improvements_path();
        let wrong = |error: String| RecordError::Plan {
            path: path.clone(),
            reason: Text::new("record-why-other").name("error", error),
        };
        let mut writer = csv::WriterBuilder::new()
            .has_headers(false)
            .from_writer(Vec::new());
        writer
            .write_record(COLUMNS)
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

/// Reads the rows of a plan as a spreadsheet saves it. Columns may be missing or stand in another order, but one that
/// is no column of the plan would be lost without a word.
fn rows(bytes: &[u8]) -> Result<Vec<Improvement>, Text> {
    let Table { head, rows } =
        table(bytes).map_err(|row| Text::new("record-plan-quote").name("row", row.to_string()))?;
    let columns = || Text::new("record-plan-columns").name("columns", COLUMNS.join(", "));
    if head.is_empty() {
        return Err(columns().name("given", ""));
    }
    for (at, name) in head.iter().enumerate() {
        if !COLUMNS.contains(&name.as_str()) || head[..at].contains(name) {
            return Err(columns().name("given", name.as_str()));
        }
    }
    let mut plan = Vec::new();
    for (number, cells) in rows {
        if cells.len() > head.len() {
            return Err(Text::new("record-plan-row").name("row", number.to_string()));
        }
        let cell = |column: &str| {
            let at = head.iter().position(|name| name == column);
            at.and_then(|at| cells.get(at)).cloned().unwrap_or_default()
        };
        let row = Improvement {
            objective: cell("objective"),
            finding: cell("finding"),
            measure: cell("measure"),
            owner: cell("owner"),
            due: cell("due"),
            status: cell("status"),
        };
        if row != Improvement::default() {
            plan.push(row);
        }
    }
    Ok(plan)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_plan_saved_by_german_excel_is_read_and_another_table_is_refused() {
        // Windows-1252, semicolons, and a semicolon more at the end of each line.
        let german = b"objective;finding;measure;owner;due;status;\r\n3;\"F\xfcr wen; wann?\";Liste;Kreis;30.06.;;\r\n;;;;;;\r\n";
        let plan = rows(german).expect("a plan");
        assert_eq!(plan.len(), 1);
        assert_eq!(plan[0].finding, "Für wen; wann?");
        assert_eq!(
            (plan[0].owner.as_str(), plan[0].due.as_str()),
            ("Kreis", "30.06.")
        );
        // Text with semicolons does not make a table of commas one of semicolons.
        let english = "objective,finding\n6,erst fragen; dann handeln\n";
        assert_eq!(
            rows(english.as_bytes()).expect("a plan")[0].finding,
            "erst fragen; dann handeln"
        );
        for (wrong, key) in [
            ("", "record-plan-columns"),
            ("Ziel;Befund\n3;Liste\n", "record-plan-columns"),
            ("finding,finding\na,b\n", "record-plan-columns"),
            (
                "objective,finding\n3,erst fragen, dann handeln\n",
                "record-plan-row",
            ),
            ("objective,finding\n3,\"offen\n", "record-plan-quote"),
        ] {
            assert_eq!(rows(wrong.as_bytes()).expect_err(wrong).key, key, "{wrong}");
        }
    }
}
