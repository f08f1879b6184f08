//! Rows that are safe as soon as they are there: each is written when its turn comes, and an interrupted drill goes on
//! behind the last.

use std::fs::{self, File, TryLockError};
use std::io::{self, BufRead as _, BufReader, Write as _};
use std::path::{Path, PathBuf};

use super::file::{FirstLine, PartFile, differs};
use super::{Shard, ShardFault};
use crate::drill::head::Head;
use crate::drill::row::GridRow;

/// The rows of a part that is being made.
#[derive(Debug)]
pub struct KeptRows {
    path: PathBuf,
    file: File,
    /// Bytes of all whole lines.
    length: u64,
    rows: u32,
    line: Vec<u8>,
}

/// Why rows cannot be kept, or gone on from.
#[derive(Debug, thiserror::Error)]
pub enum NotKept {
    /// The file cannot be written.
    #[error("{}: {source}", path.display())]
    Io {
        /// Which.
        path: PathBuf,
        /// Why.
        source: io::Error,
    },
    /// What is there cannot be read.
    #[error(transparent)]
    Damaged(#[from] ShardFault),
    /// What is there is of another drill.
    #[error("{} is of another drill: {what} differs", path.display())]
    Another {
        /// Which.
        path: PathBuf,
        /// What differs.
        what: &'static str,
    },
}

impl KeptRows {
    /// Begins a part in a folder; what an interrupted drill has left of it is lost.
    ///
    /// # Errors
    /// If it cannot be written, or somebody else is writing it.
    pub fn begin(folder: &Path, shard: Shard, head: &Head) -> Result<Self, NotKept> {
        let mut kept = Self::open(folder.join(shard.unfinished_name()))?;
        let begun = kept
            .cut(0)
            .and_then(|()| kept.append(&FirstLine::new(shard, head)));
        begun.map_err(|source| kept.fault(source))?;
        Ok(kept)
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
        let mut kept = Self::open(path.clone())?;
        let mut part = PartFile::open(&path)?;
        let what = differs(&part.first.head, head)
            .or((part.first.shard != shard).then_some("the number of parts"));
        if let Some(what) = what {
            return Err(NotKept::Another { path, what });
        }
        let mut runs = runs.iter();
        while let Some(placed) = part.next(true)? {
            if runs.next() != Some(&placed.row.run) {
                let (line, why) = (placed.line, "another run is due here".to_owned());
                return Err(ShardFault::Line { path, line, why }.into());
            }
            kept.rows += 1;
            each(placed.row);
        }
        let read = part.read();
        kept.cut(read).map_err(|source| kept.fault(source))?;
        Ok(Some(kept))
    }

    /// Opens a file for this process alone.
    fn open(path: PathBuf) -> Result<Self, NotKept> {
        let mut options = File::options();
        // Not `append`: after a cut it goes on where the cut is.
        let opened = options.write(true).create(true).truncate(false).open(&path);
        let locked = opened.and_then(|file| match file.try_lock() {
            Err(TryLockError::WouldBlock) => Err(io::Error::other("another drill is writing it")),
            // Some file systems have no locks.
            Ok(()) | Err(TryLockError::Error(_)) => Ok(file),
        });
        let file = match locked {
            Ok(file) => file,
            Err(source) => return Err(NotKept::Io { path, source }),
        };
        Ok(Self {
            path,
            file,
            length: 0,
            rows: 0,
            line: Vec::new(),
        })
    }

    /// Adds the next row; it outlasts the end of this program.
    ///
    /// # Errors
    /// If it cannot be written; the rows before it are still there.
    pub fn keep(&mut self, row: &GridRow) -> Result<(), NotKept> {
        if let Err(source) = self.append(row) {
            // A cut that fails leaves half a line, which is cut off when somebody goes on.
            let _ = self.cut(self.length);
            return Err(self.fault(source));
        }
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
        &self.path
    }

    /// Gives the part its name: it is whole.
    ///
    /// # Errors
    /// If it cannot be written to the disk or renamed; all rows are still there.
    pub fn finish(self, shard: Shard) -> Result<(), NotKept> {
        let whole = self.path.with_file_name(shard.file_name());
        let finished = self
            .file
            .sync_all()
            .and_then(|()| fs::rename(&self.path, whole));
        finished.map_err(|source| self.fault(source))
    }

    /// Takes the rows away: what was made of them is there.
    ///
    /// # Errors
    /// If that cannot be done.
    pub fn discard(self) -> Result<(), NotKept> {
        fs::remove_file(&self.path).map_err(|source| self.fault(source))
    }

    fn append(&mut self, line: &impl serde::Serialize) -> io::Result<()> {
        self.line.clear();
        serde_json::to_writer(&mut self.line, line)?;
        self.line.push(b'\n');
        self.file.write_all(&self.line)?;
        self.length += self.line.len() as u64;
        Ok(())
    }

    fn cut(&mut self, length: u64) -> io::Result<()> {
        use std::io::{Seek as _, SeekFrom};
        self.file.set_len(length)?;
        self.file.seek(SeekFrom::Start(length))?;
        self.length = length;
        Ok(())
    }

    fn fault(&self, source: io::Error) -> NotKept {
        NotKept::Io {
            path: self.path.clone(),
            source,
        }
    }
}

/// Whether a file is there that holds its first line to the end: the drill may have been killed, or the disk been full,
/// before.
fn has_a_line(path: &Path) -> bool {
    let mut line = Vec::new();
    let read = File::open(path).and_then(|file| BufReader::new(file).read_until(b'\n', &mut line));
    read.is_ok() && line.ends_with(b"\n")
}
