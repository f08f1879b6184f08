//! Parts of a drill made apart, on one machine or many, and put together again.
//!
//! Shard I of N makes the runs I - 1, I - 1 + N, I - 1 + 2 N, ..., or these draws of assumptions with all their runs. A file holds what all have in common in its first
//! line, then a line for each run. Put together they are what one machine would have made, byte for byte. While it is made a
//! part has another name, so that nobody takes half of one for a whole; what is in it can be gone on from.

mod file;
mod kept;
mod lines;
mod merge;

pub use file::differs;
pub use kept::KeptRows;
pub use lines::{KeptLines, NotKept, has_a_line};
pub use merge::merge;

use std::io;
use std::path::PathBuf;

use serde::{Deserialize, Serialize};

const PREFIX: &str = "shard-";
const SUFFIX: &str = ".jsonl";
/// What follows the name of a part that is not whole yet.
const UNFINISHED: &str = ".part";

/// One part of a drill: the `index`-th of `of`, from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Shard {
    /// Which part, from 1.
    pub index: u32,
    /// Of how many.
    pub of: u32,
}

impl Shard {
    /// All of a drill as one part.
    pub const WHOLE: Self = Self { index: 1, of: 1 };

    /// Returns the numbers of its runs; so many in a row meet the same assumptions and stay together.
    #[must_use]
    pub fn runs(self, all: u32, runs_per_draw: u32) -> Vec<u32> {
        let draws = (self.index - 1..all.div_ceil(runs_per_draw)).step_by(self.of as usize);
        let runs = |draw: u32| draw * runs_per_draw..((draw + 1) * runs_per_draw).min(all);
        draws.flat_map(runs).collect()
    }

    /// Tells whether a run is one of its own.
    fn has(self, run: u32, runs_per_draw: u32) -> bool {
        run / runs_per_draw % self.of == self.index - 1
    }

    /// Returns the name of its file.
    #[must_use]
    pub fn file_name(self) -> String {
        format!("{PREFIX}{}-of-{}{SUFFIX}", self.index, self.of)
    }

    /// Returns the name of its file as long as runs are missing.
    #[must_use]
    pub fn unfinished_name(self) -> String {
        self.file_name() + UNFINISHED
    }
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
