//! What happened at the network door, line by line: who came from where, who was turned away. Never a code.

use std::fs::{File, OpenOptions};
use std::io::{self, Write as _};
use std::net::SocketAddr;
use std::path::Path;
use std::sync::{Mutex, PoisonError};

use jiff::Timestamp;

use super::seats::shown;

/// Most bytes of a log: a flood of attempts must not fill the disk.
const MOST: u64 = 16 * 1024 * 1024;

/// The log of the network door.
pub(super) struct Audit(Mutex<Option<(File, u64)>>);

impl Audit {
    /// Opens the log, or goes on with it.
    pub fn open(path: &Path) -> io::Result<Self> {
        let mut options = OpenOptions::new();
        options.create(true).append(true);
        #[cfg(unix)]
        {
            use std::os::unix::fs::OpenOptionsExt as _;
            options.mode(0o600);
        }
        let file = options.open(path)?;
        let length = file.metadata()?.len();
        Ok(Self(Mutex::new(Some((file, length)))))
    }

    /// Writes a line: time (UTC), address, place, what happened.
    pub fn note(&self, address: Option<SocketAddr>, user: &str, what: &str) {
        let mut log = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let Some((file, length)) = log.as_mut() else {
            return;
        };
        let now = Timestamp::now().strftime("%Y-%m-%dT%H:%M:%SZ");
        let address = address.map_or_else(|| "-".to_owned(), |address| address.to_string());
        let user = if user.is_empty() {
            "-".to_owned()
        } else {
            shown(user)
        };
        let line = if *length < MOST {
            format!("{now} {address} {user} {}\n", shown(what))
        } else {
            format!("{now} - - this log is full and ends here\n")
        };
        let done = file.write_all(line.as_bytes());
        *length += line.len() as u64;
        // A log that cannot be written stops nobody who plays.
        if done.is_err() || *length > MOST + 100 {
            *log = None;
        }
    }
}
