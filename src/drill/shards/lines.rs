//! Lines of a file that are safe as soon as they are there, written by one process at a time.

use std::fs::{self, File, TryLockError};
use std::io::{self, BufRead as _, BufReader, Write as _};
use std::path::{Path, PathBuf};

use super::NotKept;
use super::seal::seal;

/// A file of lines that is being written; each is a JSON object and ends with its checksum.
#[derive(Debug)]
pub struct KeptLines {
    path: PathBuf,
    file: File,
    /// Bytes of all whole lines.
    length: u64,
    line: Vec<u8>,
}

impl KeptLines {
    /// Begins a file with its first line; what is there is lost.
    ///
    /// # Errors
    /// If it cannot be written, or somebody else is writing it.
    pub fn begin(path: PathBuf, first: &impl serde::Serialize) -> Result<Self, NotKept> {
        let mut lines = Self::open(path)?;
        lines.cut(0)?;
        lines.append(first).map_err(|source| lines.fault(source))?;
        Ok(lines)
    }

    /// Opens a file for this process alone; where it ends is said by [`Self::cut`].
    ///
    /// # Errors
    /// If it cannot be written, or somebody else is writing it.
    pub fn open(path: PathBuf) -> Result<Self, NotKept> {
        let mut options = File::options();
        // Not `append`: after a cut it goes on where the cut is.
        let opened = options.write(true).create(true).truncate(false).open(&path);
        let locked = opened.and_then(|file| match file.try_lock() {
            Err(TryLockError::WouldBlock) => Ok(None),
            // Some file systems have no locks. Between opening and locking another drill may have made the part whole and
            // given it its name.
            Ok(()) | Err(TryLockError::Error(_)) => Ok(is_at(&file, &path)?.then_some(file)),
        });
        let file = match locked {
            Ok(Some(file)) => file,
            Ok(None) => return Err(NotKept::Busy(path)),
            Err(source) => return Err(NotKept::Io { path, source }),
        };
        Ok(Self {
            path,
            file,
            length: 0,
            line: Vec::new(),
        })
    }

    /// Adds a line; it outlasts the end of this program.
    ///
    /// # Errors
    /// If it cannot be written; the lines before it are still there.
    pub fn keep(&mut self, line: &impl serde::Serialize) -> Result<(), NotKept> {
        self.append(line).map_err(|source| {
            // A cut that fails leaves half a line, which is cut off when somebody goes on.
            let _ = self.cut(self.length);
            self.fault(source)
        })
    }

    /// Goes on behind so many bytes; what follows them is taken away.
    ///
    /// # Errors
    /// If it cannot be written.
    pub fn cut(&mut self, length: u64) -> Result<(), NotKept> {
        use std::io::{Seek as _, SeekFrom};
        let cut = self
            .file
            .set_len(length)
            .and_then(|()| self.file.seek(SeekFrom::Start(length)));
        cut.map_err(|source| self.fault(source))?;
        self.length = length;
        Ok(())
    }

    /// Returns where it is.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Gives the file another name: it is whole.
    ///
    /// # Errors
    /// If it cannot be written to the disk or renamed; all lines are still there.
    pub fn finish(self, name: &str) -> Result<(), NotKept> {
        let whole = self.path.with_file_name(name);
        let finished = self
            .file
            .sync_all()
            .and_then(|()| fs::rename(&self.path, whole));
        finished.map_err(|source| self.fault(source))
    }

    /// Takes the file away.
    ///
    /// # Errors
    /// If that cannot be done.
    pub fn discard(self) -> Result<(), NotKept> {
        fs::remove_file(&self.path).map_err(|source| self.fault(source))
    }

    fn append(&mut self, line: &impl serde::Serialize) -> io::Result<()> {
        self.line.clear();
        serde_json::to_writer(&mut self.line, line)?;
        seal(&mut self.line);
        self.file.write_all(&self.line)?;
        self.length += self.line.len() as u64;
        Ok(())
    }

    fn fault(&self, source: io::Error) -> NotKept {
        NotKept::Io {
            path: self.path.clone(),
            source,
        }
    }
}

/// Whether the file that was opened is still the one of that name.
#[cfg(unix)]
fn is_at(file: &File, path: &Path) -> io::Result<bool> {
    use std::os::unix::fs::MetadataExt as _;
    let opened = file.metadata()?;
    match fs::metadata(path) {
        Ok(there) => Ok((there.dev(), there.ino()) == (opened.dev(), opened.ino())),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(false),
        Err(error) => Err(error),
    }
}

/// The same where files have no number: whether there is one of that name.
#[cfg(not(unix))]
fn is_at(_: &File, path: &Path) -> io::Result<bool> {
    path.try_exists()
}

/// Whether a file is there that holds its first line to the end: the drill may have been killed, or the disk been full,
/// before.
pub fn has_a_line(path: &Path) -> bool {
    let mut line = Vec::new();
    let read = File::open(path).and_then(|file| BufReader::new(file).read_until(b'\n', &mut line));
    read.is_ok() && line.ends_with(b"\n")
}
