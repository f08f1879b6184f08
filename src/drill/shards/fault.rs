//! What is wrong with files in which runs are kept.

use std::io;
use std::path::PathBuf;

/// What is wrong with the files of a drill made in parts.
#[derive(Debug)]
pub enum ShardFault {
    /// A file or folder cannot be read.
    Io {
        /// Which.
        path: PathBuf,
        /// Why.
        source: io::Error,
    },
    /// A line is not what it should be.
    Line {
        /// Which file.
        path: PathBuf,
        /// Which line, from 1.
        line: usize,
        /// What is wrong.
        why: LineFault,
    },
    /// There is no part in the folder.
    Empty(PathBuf),
    /// Parts are of another drill than most.
    Another {
        /// Which files, in the order of their names.
        paths: Vec<PathBuf>,
        /// One of the others.
        first: PathBuf,
        /// What differs in the first of them.
        what: Differs,
    },
    /// A run is there twice.
    Twice {
        /// Its number.
        run: u32,
        /// Where it stands: file and line, from 1.
        first: (PathBuf, usize),
        /// Where it stands again.
        again: (PathBuf, usize),
    },
    /// Runs are missing.
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

/// What is wrong with a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LineFault {
    /// It is not what was written there.
    Changed,
    /// The file has another form: an earlier or a later program wrote it.
    Form(String),
    /// It says what cannot be.
    Impossible,
    /// It does not fit the first line.
    Misfit,
    /// Another run is due here.
    OutOfOrder,
}

/// What makes two drills different.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Differs {
    /// The version of the program.
    Version,
    /// The scenario.
    Scenario,
    /// The seed.
    Seed,
    /// The number of runs.
    Runs,
    /// The end of the runs.
    Until,
    /// What is varied.
    Varied,
    /// What is drawn.
    Assumptions,
    /// A figure of the scenario, the pact or the response.
    Figure,
    /// The number of parts.
    Parts,
}

/// Why rows cannot be kept, or gone on from.
#[derive(Debug)]
pub enum NotKept {
    /// The file cannot be written.
    Io {
        /// Which.
        path: PathBuf,
        /// Why.
        source: io::Error,
    },
    /// Another drill is writing it, or has just finished it.
    Busy(PathBuf),
    /// What is there cannot be read.
    Damaged(ShardFault),
    /// What is there is of another drill.
    Another {
        /// Which.
        path: PathBuf,
        /// What differs.
        what: Differs,
    },
}

impl From<ShardFault> for NotKept {
    fn from(fault: ShardFault) -> Self {
        Self::Damaged(fault)
    }
}
