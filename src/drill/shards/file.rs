//! The lines of a part: what all runs have in common, then a line for each run.

use std::fs::File;
use std::io::{BufRead as _, BufReader};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::seal::is_intact;
use super::{Differs, LineFault, Shard, ShardFault};
use crate::drill::head::{Head, VariantHead};
use crate::drill::result::{FIGURES, FIGURES_WITHOUT_SERVICES};
use crate::drill::row::{GridRow, Mta, VariantRow};

const SCHEMA: &str = "beistand.drill_shard/3";
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

    /// Whether it says nothing that cannot be.
    fn can_be(&self) -> bool {
        let (shard, head) = (self.shard, &self.head);
        let drawn = head.assumptions.as_ref();
        (1..=shard.of).contains(&shard.index)
            && (1..=MOST_RUNS).contains(&head.runs)
            && drawn.is_none_or(|drawn| {
                drawn.runs_per_draw > 0
                    && drawn.draws.checked_mul(drawn.runs_per_draw) == Some(head.runs)
            })
            && head.course_step_minutes > 0
            && has_all_combinations(head)
            && head.variants.iter().all(knows_its_services)
    }

    /// What makes two parts those of different drills.
    pub fn differs(&self, other: &Self) -> Option<Differs> {
        let of_head = differs(&self.head, &other.head);
        of_head.or_else(|| (self.shard.of != other.shard.of).then_some(Differs::Parts))
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
pub fn differs(a: &Head, b: &Head) -> Option<Differs> {
    [
        (a.version == b.version, Differs::Version),
        (a.scenario == b.scenario, Differs::Scenario),
        (a.seed == b.seed, Differs::Seed),
        (a.runs == b.runs, Differs::Runs),
        (a.until_minutes == b.until_minutes, Differs::Until),
        (a.varied == b.varied, Differs::Varied),
        (a.assumptions == b.assumptions, Differs::Assumptions),
        (a == b, Differs::Figure),
    ]
    .into_iter()
    .find_map(|(same, what)| (!same).then_some(what))
}

/// Whether all that is varied was played, in each combination, before what is played besides.
fn has_all_combinations(head: &Head) -> bool {
    let values = head.varied.iter().map(|axis| axis.values.len());
    let all = values.fold(1_usize, usize::saturating_mul);
    let grid = head.variants.iter().take_while(|of| of.aside.is_none());
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
    named && (whole || (variant.aside.is_some() && only_figures))
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
        let at_first = |why: LineFault| ShardFault::Line {
            path: path.to_owned(),
            line: 1,
            why,
        };
        if let Some(form) = form_of(&text).filter(|form| form != SCHEMA) {
            return Err(at_first(LineFault::Form(form)));
        }
        let first: FirstLine = read(&text).map_err(at_first)?;
        if !first.can_be() {
            return Err(at_first(LineFault::Impossible));
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
        let fault = |why: LineFault| ShardFault::Line {
            path: self.path.clone(),
            line,
            why,
        };
        let row: GridRow = read(&self.text).map_err(fault)?;
        if !self.first.fits(&row) {
            return Err(fault(LineFault::Misfit));
        }
        Ok(row)
    }
}

/// The form that a first line says it has, even if it is damaged or of another program.
pub fn form_of(first: &[u8]) -> Option<String> {
    #[derive(Deserialize)]
    struct Form {
        schema: String,
    }
    let form: Form = serde_json::from_slice(first).ok()?;
    Some(form.schema)
}

/// Reads a line that is what was written.
pub fn read<'a, T: Deserialize<'a>>(line: &'a [u8]) -> Result<T, LineFault> {
    if !is_intact(line) {
        return Err(LineFault::Changed);
    }
    serde_json::from_slice(line).map_err(|_| LineFault::Impossible)
}
