//! The lines of a part: what all runs have in common, then a line for each run.

use std::fs::File;
use std::io::{BufRead as _, BufReader};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::{Shard, ShardFault};
use crate::drill::head::{Head, VariantHead};
use crate::drill::result::{FIGURES, FIGURES_WITHOUT_SERVICES};
use crate::drill::row::{GridRow, Mta, VariantRow};

const SCHEMA: &str = "beistand.drill_shard/2";
/// More runs than any drill may have.
const MOST_RUNS: u32 = 10_000_000;

/// What all runs of a part have in common.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct FirstLine {
    schema: String,
    pub shard: Shard,
    pub head: Head,
}

impl FirstLine {
    pub fn new(shard: Shard, head: &Head) -> Self {
        Self {
            schema: SCHEMA.to_owned(),
            shard,
            head: head.clone(),
        }
    }

    /// Says what in it cannot be: it may have been damaged on its way.
    fn damage(&self) -> Option<&'static str> {
        let (shard, head) = (self.shard, &self.head);
        let drawn = head.assumptions.as_ref();
        [
            (
                (1..=shard.of).contains(&shard.index),
                "the number of the part",
            ),
            ((1..=MOST_RUNS).contains(&head.runs), "the number of runs"),
            (
                drawn.is_none_or(|drawn| {
                    drawn.runs_per_draw > 0
                        && drawn.draws.checked_mul(drawn.runs_per_draw) == Some(head.runs)
                }),
                "the number of draws",
            ),
            (head.course_step_minutes > 0, "the step of the course"),
            (has_all_combinations(head), "what is compared"),
            (
                head.variants.iter().all(knows_its_services),
                "which service is offered by whom",
            ),
        ]
        .into_iter()
        .find_map(|(can_be, what)| (!can_be).then_some(what))
    }

    /// What makes two parts those of different drills.
    pub fn differs(&self, other: &Self) -> Option<&'static str> {
        let parts = (self.shard.of == other.shard.of, "the number of parts");
        let of_head = differs(&self.head, &other.head);
        of_head.or_else(|| (!parts.0).then_some(parts.1))
    }

    /// Whether a row is one that this part may hold.
    fn fits(&self, row: &GridRow) -> bool {
        let head = &self.head;
        let mut rows = row.variants.iter().zip(&head.variants);
        row.run < head.runs
            && self.shard.has(row.run, head.runs_per_draw())
            && row.variants.len() == head.variants.len()
            && rows.all(|(row, variant)| has_its_parts(row, variant, head))
    }
}

/// What makes two heads those of different drills.
#[must_use]
pub fn differs(a: &Head, b: &Head) -> Option<&'static str> {
    [
        (a.version == b.version, "the version of the program"),
        (a.scenario == b.scenario, "the scenario"),
        (a.seed == b.seed, "the seed"),
        (a.runs == b.runs, "the number of runs"),
        (a.until_minutes == b.until_minutes, "the end of the runs"),
        (a.varied == b.varied, "what is varied"),
        (a.assumptions == b.assumptions, "what is drawn"),
        (a == b, "a figure of the scenario, the pact or the response"),
    ]
    .into_iter()
    .find_map(|(same, what)| (!same).then_some(what))
}

/// Whether all that is varied was played, in each combination, before clauses are left out.
fn has_all_combinations(head: &Head) -> bool {
    let values = head.varied.iter().map(|axis| axis.values.len());
    let all = values.fold(1_usize, usize::saturating_mul);
    let grid = head.variants.iter().take_while(|of| of.without.is_none());
    all > 0
        && grid.count() == all
        && head
            .grid()
            .all(|(_, of)| of.settings.len() == head.varied.len())
        && head.grid().count() == all
}

fn knows_its_services(variant: &VariantHead) -> bool {
    let services = variant.services.len();
    let administrations = variant.administrations.len();
    variant.offered.len() == variant.offered_by.len()
        && variant.offered.iter().all(|of| *of < services)
        && variant.offered_by.iter().all(|of| *of < administrations)
}

fn has_its_parts(row: &VariantRow, variant: &VariantHead, head: &Head) -> bool {
    let figures: &[&str] = if variant.services.is_empty() {
        &FIGURES_WITHOUT_SERVICES
    } else {
        &FIGURES
    };
    let named = row.figures.len() == figures.len()
        && figures.iter().all(|name| row.figures.contains_key(name));
    let offered = variant.offered.len();
    let steps = head.until_minutes / head.course_step_minutes;
    let whole = row.administrations.len() == variant.administrations.len()
        && row.mta.len() == offered
        && row.mta.chars().all(|letter| Mta::of(letter).is_some())
        && row.recovery.len() == offered
        && row.course.len() == steps as usize + 1;
    let only_figures =
        row.administrations.is_empty() && row.recovery.is_empty() && row.course.is_empty();
    named && (whole || (variant.without.is_some() && only_figures))
}

/// A part that is being read.
pub(super) struct PartFile {
    path: PathBuf,
    file: BufReader<File>,
    pub first: FirstLine,
    /// Number of the line that was read last, from 1.
    line: usize,
    /// Bytes up to the end of the line that was read last.
    read: u64,
    text: Vec<u8>,
}

/// A row, and where it lies.
pub(super) struct Placed {
    pub row: GridRow,
    pub line: usize,
    /// Bytes before it.
    pub offset: u64,
}

impl PartFile {
    pub fn open(path: &Path) -> Result<Self, ShardFault> {
        let io = |source| ShardFault::Io {
            path: path.to_owned(),
            source,
        };
        let mut file = BufReader::new(File::open(path).map_err(io)?);
        let mut text = Vec::new();
        file.read_until(b'\n', &mut text).map_err(io)?;
        let at_first = |why: String| ShardFault::Line {
            path: path.to_owned(),
            line: 1,
            why,
        };
        let first: FirstLine =
            serde_json::from_slice(&text).map_err(|error| at_first(error.to_string()))?;
        if first.schema != SCHEMA {
            let why = format!("the form is `{}`, not `{SCHEMA}`", first.schema);
            return Err(at_first(why));
        }
        if let Some(what) = first.damage() {
            return Err(at_first(format!("it is damaged: {what} cannot be")));
        }
        Ok(Self {
            path: path.to_owned(),
            file,
            first,
            line: 1,
            read: text.len() as u64,
            text,
        })
    }

    /// Bytes up to the end of the line that was read last.
    pub fn read(&self) -> u64 {
        self.read
    }

    /// The next row; `None` at the end. A last line without an end was not written to its end: it is a fault, unless
    /// `may_be_torn`.
    pub fn next(&mut self, may_be_torn: bool) -> Result<Option<Placed>, ShardFault> {
        self.text.clear();
        let length = self.file.read_until(b'\n', &mut self.text);
        let length = length.map_err(|source| ShardFault::Io {
            path: self.path.clone(),
            source,
        })?;
        if length == 0 || (may_be_torn && self.text.last() != Some(&b'\n')) {
            return Ok(None);
        }
        let (line, offset) = (self.line + 1, self.read);
        let row = self.parse(line)?;
        self.line = line;
        self.read += length as u64;
        Ok(Some(Placed { row, line, offset }))
    }

    /// Reads the row at a place where one was before.
    pub fn at(&mut self, line: usize, offset: u64) -> Result<GridRow, ShardFault> {
        use std::io::{Seek as _, SeekFrom};
        self.text.clear();
        // A seek throws away what was read ahead.
        let there = if self.read == offset {
            Ok(offset)
        } else {
            self.file.seek(SeekFrom::Start(offset))
        };
        let length = there.and_then(|_| self.file.read_until(b'\n', &mut self.text));
        let length = length.map_err(|source| ShardFault::Io {
            path: self.path.clone(),
            source,
        })?;
        self.read = offset + length as u64;
        self.parse(line)
    }

    fn parse(&self, line: usize) -> Result<GridRow, ShardFault> {
        let fault = |why: String| ShardFault::Line {
            path: self.path.clone(),
            line,
            why,
        };
        let row: GridRow =
            serde_json::from_slice(&self.text).map_err(|error| fault(error.to_string()))?;
        if !self.first.fits(&row) {
            return Err(fault("it does not fit the first line".to_owned()));
        }
        Ok(row)
    }
}
