//! Rows that are safe as soon as they are there: each is written when its turn comes, and an interrupted drill goes on
//! behind the last.

use std::path::Path;

use super::file::{FirstLine, PartFile, differs};
use super::lines::{KeptLines, has_a_line};
use super::{Differs, LineFault, NotKept, Shard, ShardFault};
use crate::drill::head::Head;
use crate::drill::row::GridRow;

/// The rows of a part that is being made.
#[derive(Debug)]
pub struct KeptRows {
    lines: KeptLines,
    rows: u32,
}

impl KeptRows {
    /// Begins a part in a folder; what an interrupted drill has left of it is lost.
    ///
    /// # Errors
    /// If it cannot be written, or somebody else is writing it.
    pub fn begin(folder: &Path, shard: Shard, head: &Head) -> Result<Self, NotKept> {
        let path = folder.join(shard.unfinished_name());
        let lines = KeptLines::begin(path, &FirstLine::new(shard, head))?;
        Ok(Self { lines, rows: 0 })
    }

    /// Goes on with what an interrupted drill has left in a folder: its rows are handed to `each`, and a line that was not
    /// written to its end is cut off. `None` if it has left nothing.
    ///
    /// # Errors
    /// If it cannot be read or written, is of another drill, or its rows are not the first of the part's `runs`.
    pub fn go_on(
        folder: &Path,
        shard: Shard,
        head: &Head,
        runs: &[u32],
        each: &mut dyn FnMut(GridRow),
    ) -> Result<Option<Self>, NotKept> {
        let path = folder.join(shard.unfinished_name());
        if !has_a_line(&path) {
            return Ok(None);
        }
        let mut kept = Self {
            lines: KeptLines::open(path.clone())?,
            rows: 0,
        };
        let mut part = PartFile::open(&path)?;
        let what = differs(&part.first.head, head)
            .or((part.first.shard != shard).then_some(Differs::Parts));
        if let Some(what) = what {
            return Err(NotKept::Another { path, what });
        }
        let mut runs = runs.iter();
        while let Some(placed) = part.next(true)? {
            if runs.next() != Some(&placed.row.run) {
                let (line, why) = (placed.line, LineFault::OutOfOrder);
                return Err(ShardFault::Line { path, line, why }.into());
            }
            kept.rows += 1;
            each(placed.row);
        }
        kept.lines.cut(part.read())?;
        Ok(Some(kept))
    }

    /// Adds the next row; it outlasts the end of this program.
    ///
    /// # Errors
    /// If it cannot be written; the rows before it are still there.
    pub fn keep(&mut self, row: &GridRow) -> Result<(), NotKept> {
        self.lines.keep(row)?;
        self.rows += 1;
        Ok(())
    }

    /// Returns how many rows there are.
    #[must_use]
    pub const fn rows(&self) -> u32 {
        self.rows
    }

    /// Returns where they are.
    #[must_use]
    pub fn path(&self) -> &Path {
        self.lines.path()
    }

    /// Gives the part its name: it is whole.
    ///
    /// # Errors
    /// If it cannot be written to the disk or renamed; all rows are still there.
    pub fn finish(self, shard: Shard) -> Result<(), NotKept> {
        self.lines.finish(&shard.file_name())
    }

    /// Takes the rows away: what was made of them is there.
    ///
    /// # Errors
    /// If that cannot be done.
    pub fn discard(self) -> Result<(), NotKept> {
        self.lines.discard()
    }
}
