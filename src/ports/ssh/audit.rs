//! What happened at the network door, line by line: who came from where, who was turned away. Never a code.

use std::fs::{File, OpenOptions};
use std::io::{self, Write as _};
use std::net::SocketAddr;
use std::path::Path;
use std::sync::{Mutex, PoisonError};

use jiff::Timestamp;

use super::seats::shown;
use crate::ports::backend::commands;

/// Most bytes of a log: a flood of attempts must not fill the disk.
const MOST: u64 = 16 * 1024 * 1024;

/// Most signs of what happened: a panic says more than a line, a flood must not.
const MOST_SAID: usize = 1000;

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
            format!("{now} {address} {user} {}\n", in_one_line(what))
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

/// What happened, in one line that commands no terminal.
fn in_one_line(what: &str) -> String {
    let clean = |c| if commands(c) { '·' } else { c };
    what.chars().take(MOST_SAID).map(clean).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_happened_is_told_in_full_and_commands_nobody() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("access.log");
        let audit = Audit::open(&path).expect("a log");
        let why = format!("index {} out of bounds für größte", "9".repeat(200));
        let user = "b\u{1b}[2J".repeat(1000);
        audit.note(
            None,
            &user,
            &format!("panicked: {why}\n\u{1b}[31m\u{202e}!"),
        );
        audit.note(None, "", &"x".repeat(100_000));
        let log = std::fs::read_to_string(&path).expect("a log");
        let lines: Vec<&str> = log.lines().collect();
        assert_eq!(lines.len(), 2);
        assert!(
            lines[0].ends_with(&format!("panicked: {why}··[31m·!")),
            "{log}"
        );
        assert!(lines.iter().all(|line| line.chars().count() < 1500));
        assert!(!log.contains('\u{1b}'));
    }
}
