//! Parts of a drill made apart, on one machine or many, and put together again.
//!
//! Shard I of N makes the runs I - 1, I - 1 + N, I - 1 + 2 N, ..., or these draws of assumptions with all their runs. A file holds what all have in common in its first
//! line, then a line for each run; every line ends with a checksum. Put together they are what one machine would have made, byte for byte. While it is made a
//! part has another name, so that nobody takes half of one for a whole; what is in it can be gone on from.

mod fault;
mod file;
mod kept;
mod lines;
mod merge;
mod seal;

pub use fault::{Differs, LineFault, NotKept, ShardFault};
pub use file::{differs, form_of, read};
pub use kept::KeptRows;
pub use lines::{KeptLines, has_a_line};
pub use merge::merge;

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
