//! Parts of a drill made apart, on one machine or many, and put together again.
//!
//! Shard I of N makes the runs I - 1, I - 1 + N, I - 1 + 2 N, ..., or these draws of assumptions with all their runs. A file holds what all have in common in its first
//! line, then a line for each run. Put together they are what one machine would have made, byte for byte.

use std::fs;
use std::io::{self, BufRead as _, BufReader};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::head::Head;
use super::row::GridRow;
use crate::scenario::write_whole;

const SCHEMA: &str = "beistand.drill_shard/1";
const PREFIX: &str = "shard-";
const SUFFIX: &str = ".jsonl";

/// One part of a drill: the `index`-th of `of`, from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Shard {
    /// Which part, from 1.
    pub index: u32,
    /// Of how many.
    pub of: u32,
}

impl Shard {
    /// Returns the numbers of its runs; so many in a row meet the same assumptions and stay together.
    #[must_use]
    pub fn runs(self, all: u32, runs_per_draw: u32) -> Vec<u32> {
        let draws = (self.index - 1..all.div_ceil(runs_per_draw)).step_by(self.of as usize);
        let runs = |draw: u32| draw * runs_per_draw..((draw + 1) * runs_per_draw).min(all);
        draws.flat_map(runs).collect()
    }

    /// Returns the name of its file.
    #[must_use]
    pub fn file_name(self) -> String {
        format!("{PREFIX}{}-of-{}{SUFFIX}", self.index, self.of)
    }
}

#[derive(Debug, Serialize, Deserialize)]
struct FirstLine {
    schema: String,
    shard: Shard,
    head: Head,
}

/// What is wrong with the files of a drill made in parts.
#[derive(Debug, thiserror::Error)]
pub enum ShardFault {
    /// A file or folder cannot be read.
    #[error("{}: {source}", path.display())]
    Io {
        /// Which.
        path: PathBuf,
        /// Why.
        source: io::Error,
    },
    /// A line is not what it should be.
    #[error("{}, line {line}: {why}", path.display())]
    Line {
        /// Which file.
        path: PathBuf,
        /// Which line, from 1.
        line: usize,
        /// What is wrong.
        why: String,
    },
    /// There is no part in the folder.
    #[error("{} holds no part of a drill (`{PREFIX}I-of-N{SUFFIX}`)", .0.display())]
    Empty(PathBuf),
    /// A part is of another drill.
    #[error("{} is of another drill than {}: {what} differs", path.display(), first.display())]
    Another {
        /// Which file.
        path: PathBuf,
        /// The one it is held against.
        first: PathBuf,
        /// What differs.
        what: &'static str,
    },
    /// A run is there twice.
    #[error("run {run} is in {} and in {}", path.display(), first.display())]
    Twice {
        /// Its number.
        run: u32,
        /// One file.
        first: PathBuf,
        /// The other.
        path: PathBuf,
    },
    /// Runs are missing.
    #[error("{count} of {of} runs are missing, the first is run {first}, of shard {shard}")]
    Missing {
        /// How many.
        count: u32,
        /// Of how many.
        of: u32,
        /// The first of them.
        first: u32,
        /// Which part makes it, as in 3/8.
        shard: String,
    },
}

/// Writes a part into a folder, as a whole or not at all.
///
/// # Errors
/// If it cannot be written.
pub fn write_shard(folder: &Path, shard: Shard, head: &Head, rows: &[GridRow]) -> io::Result<()> {
    let mut bytes = Vec::new();
    let first = FirstLine {
        schema: SCHEMA.to_owned(),
        shard,
        head: head.clone(),
    };
    serde_json::to_writer(&mut bytes, &first)?;
    bytes.push(b'\n');
    for row in rows {
        serde_json::to_writer(&mut bytes, row)?;
        bytes.push(b'\n');
    }
    write_whole(&folder.join(shard.file_name()), &bytes)
}

/// Reads all parts in a folder and puts them together: what they have in common, and their rows by run.
///
/// # Errors
/// If a part cannot be read, is of another drill, or runs are missing or there twice.
pub fn read_shards(folder: &Path) -> Result<(Head, Vec<GridRow>), ShardFault> {
    let fault = |path: &Path| {
        let path = path.to_owned();
        move |source| ShardFault::Io { path, source }
    };
    let mut files: Vec<PathBuf> = Vec::new();
    for entry in fs::read_dir(folder).map_err(fault(folder))? {
        let path = entry.map_err(fault(folder))?.path();
        let name = path.file_name().and_then(|name| name.to_str());
        if name.is_some_and(|name| name.starts_with(PREFIX) && name.ends_with(SUFFIX)) {
            files.push(path);
        }
    }
    files.sort();
    let mut first: Option<(PathBuf, FirstLine)> = None;
    let mut rows: Vec<(GridRow, PathBuf)> = Vec::new();
    for path in files {
        let (head, of_file) = read_shard(&path)?;
        if let Some((first_path, first)) = &first
            && let Some(what) = differs(&head, first)
        {
            let first = first_path.clone();
            return Err(ShardFault::Another { path, first, what });
        }
        rows.extend(of_file.into_iter().map(|row| (row, path.clone())));
        first.get_or_insert((path, head));
    }
    let Some((_, first)) = first else {
        return Err(ShardFault::Empty(folder.to_owned()));
    };
    rows.sort_by_key(|(row, _)| row.run);
    for pair in rows.windows(2) {
        if pair[0].0.run == pair[1].0.run {
            return Err(ShardFault::Twice {
                run: pair[0].0.run,
                first: pair[0].1.clone(),
                path: pair[1].1.clone(),
            });
        }
    }
    let (head, of) = (first.head, first.shard.of);
    let missing = head.runs - rows.len() as u32;
    if missing > 0 {
        let there = |run: &u32| rows.binary_search_by_key(run, |(row, _)| row.run).is_ok();
        let run = (0..head.runs).find(|run| !there(run)).unwrap_or(0);
        return Err(ShardFault::Missing {
            count: missing,
            of: head.runs,
            first: run,
            shard: format!("{}/{of}", run / head.runs_per_draw() % of + 1),
        });
    }
    Ok((head, rows.into_iter().map(|(row, _)| row).collect()))
}

/// What makes two parts those of different drills.
fn differs(one: &FirstLine, other: &FirstLine) -> Option<&'static str> {
    let (a, b) = (&one.head, &other.head);
    [
        (a.version == b.version, "the version of the program"),
        (a.scenario == b.scenario, "the scenario"),
        (a.seed == b.seed, "the seed"),
        (a.runs == b.runs, "the number of runs"),
        (a.until_minutes == b.until_minutes, "the end of the runs"),
        (a.varied == b.varied, "what is varied"),
        (a.assumptions == b.assumptions, "what is drawn"),
        (a == b, "a figure of the scenario, the pact or the response"),
        (one.shard.of == other.shard.of, "the number of parts"),
    ]
    .into_iter()
    .find_map(|(same, what)| (!same).then_some(what))
}

fn read_shard(path: &Path) -> Result<(FirstLine, Vec<GridRow>), ShardFault> {
    let io = |source| ShardFault::Io {
        path: path.to_owned(),
        source,
    };
    let at_line = |line: usize, why: String| ShardFault::Line {
        path: path.to_owned(),
        line,
        why,
    };
    let file = fs::File::open(path).map_err(io)?;
    let mut lines = BufReader::new(file).lines();
    let first = lines.next().transpose().map_err(io)?.unwrap_or_default();
    let first: FirstLine =
        serde_json::from_str(&first).map_err(|error| at_line(1, error.to_string()))?;
    if first.schema != SCHEMA {
        let why = format!("the form is `{}`, not `{SCHEMA}`", first.schema);
        return Err(at_line(1, why));
    }
    let head = &first.head;
    let steps = head.until_minutes / head.course_step_minutes.max(1) + 1;
    let steps = steps as usize;
    let mut rows = Vec::new();
    for (line, text) in (2..).zip(lines) {
        let text = text.map_err(io)?;
        let row: GridRow =
            serde_json::from_str(&text).map_err(|error| at_line(line, error.to_string()))?;
        let fits = row.variants.len() == head.variants.len()
            && row.variants.iter().zip(&head.variants).all(|(row, head)| {
                let whole = row.administrations.len() == head.administrations.len()
                    && row.mta.len() == head.offered.len()
                    && row.recovery.len() == head.offered.len()
                    && row.course.len() == steps;
                whole || head.without.is_some()
            });
        if row.run >= head.runs || !fits {
            return Err(at_line(line, "it does not fit the first line".to_owned()));
        }
        rows.push(row);
    }
    Ok((first, rows))
}
