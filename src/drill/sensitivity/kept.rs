//! Runs of a study that are safe as soon as they are there: an interrupted study goes on with those that are missing.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use serde::{Deserialize, Serialize};

use crate::drill::head::Head;
use crate::drill::points::Settings;
use crate::drill::shards::{
    KeptLines, LineFault, NotKept, ShardFault, differs, form_of, has_a_line, read,
};

/// Name of the file in the folder of a drill.
const FILE: &str = "sensitivity.jsonl.part";
/// Name of its form.
const SCHEMA: &str = "beistand.points/2";

#[derive(Serialize)]
struct First<'a> {
    schema: &'a str,
    head: &'a Head,
}

#[derive(Deserialize)]
struct FirstRead {
    head: Head,
}

/// A run at a point: the metric of each variant.
#[derive(Serialize, Deserialize)]
struct Line {
    settings: Settings,
    run: u32,
    values: Vec<f64>,
}

/// The runs of a study that were played so far, in a file and in memory.
#[derive(Debug)]
pub struct KeptPoints {
    lines: KeptLines,
    /// By the figures set and the run: what each variant came to.
    known: BTreeMap<(Settings, u32), Vec<f64>>,
}

impl KeptPoints {
    /// Begins a study in the folder of a drill; what an interrupted one has left is lost.
    ///
    /// # Errors
    /// If it cannot be written, or somebody else is writing it.
    pub fn begin(folder: &Path, head: &Head) -> Result<Self, NotKept> {
        let first = First {
            schema: SCHEMA,
            head,
        };
        Ok(Self {
            lines: KeptLines::begin(folder.join(FILE), &first)?,
            known: BTreeMap::new(),
        })
    }

    /// Goes on with what an interrupted study has left; a line that was not written to its end is cut off. `None` if it has
    /// left nothing.
    ///
    /// # Errors
    /// If it cannot be read or written, is damaged, or is of another drill.
    pub fn go_on(folder: &Path, head: &Head) -> Result<Option<Self>, NotKept> {
        let path = folder.join(FILE);
        if !has_a_line(&path) {
            return Ok(None);
        }
        let mut lines = KeptLines::open(path.clone())?;
        let text = match fs::read(&path) {
            Ok(text) => text,
            Err(source) => return Err(NotKept::Io { path, source }),
        };
        let whole = text.iter().rposition(|byte| *byte == b'\n');
        let text = &text[..whole.map_or(0, |end| end + 1)];
        let mut known = BTreeMap::new();
        let mut all = (1..).zip(text.split_inclusive(|byte| *byte == b'\n'));
        let fault = |line: usize, why: LineFault| ShardFault::Line {
            path: path.clone(),
            line,
            why,
        };
        if let Some((line, first)) = all.next() {
            if let Some(form) = form_of(first).filter(|form| form != SCHEMA) {
                return Err(fault(line, LineFault::Form(form)).into());
            }
            let first: FirstRead = read(first).map_err(|why| fault(line, why))?;
            if let Some(what) = differs(&first.head, head) {
                return Err(NotKept::Another { path, what });
            }
        }
        for (line, row) in all {
            let row: Line = read(row).map_err(|why| fault(line, why))?;
            if row.values.len() != head.grid().count() {
                return Err(fault(line, LineFault::Misfit).into());
            }
            known.insert((row.settings, row.run), row.values);
        }
        lines.cut(text.len() as u64)?;
        Ok(Some(Self { lines, known }))
    }

    /// Returns how many runs there are.
    #[must_use]
    pub fn runs(&self) -> usize {
        self.known.len()
    }

    /// Takes them away: what was made of them is there.
    ///
    /// # Errors
    /// If that cannot be done.
    pub fn discard(self) -> Result<(), NotKept> {
        self.lines.discard()
    }

    /// What a run at a point came to, by variant, if it was played.
    pub(super) fn recall(&self, settings: &Settings, run: u32) -> Option<&Vec<f64>> {
        self.known.get(&(settings.clone(), run))
    }

    /// Keeps what a run at a point came to.
    pub(super) fn keep(
        &mut self,
        settings: &Settings,
        run: u32,
        values: &[f64],
    ) -> Result<(), NotKept> {
        let line = Line {
            settings: settings.clone(),
            run,
            values: values.to_vec(),
        };
        self.lines.keep(&line)?;
        self.known.insert((line.settings, run), line.values);
        Ok(())
    }
}
