//! Writes a journal to disk while an exercise runs.

use std::collections::VecDeque;
use std::fs::File;
use std::io::{self, Seek as _, SeekFrom, Write as _};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use super::Journal;
use super::chain::Chain;
use super::entry::{Entry, act_line, fingerprint_line};
use super::room::write_room;
use crate::exercise::{Line, NotRecorded, Record, RoomRecord};
use crate::vocab::{SimTime, Text};

/// Acts of bots are written at the latest when so many bytes of them wait.
const MOST_WAITING: usize = 64 * 1024;

/// Where a journal is written to.
pub(super) trait Disk: Send {
    /// Writes bytes at a place and returns when they will outlast a power cut.
    fn write(&mut self, at: u64, bytes: &[u8]) -> io::Result<()>;

    /// Cuts off what stands behind a place.
    fn cut(&mut self, at: u64) -> io::Result<()>;
}

impl Disk for File {
    fn write(&mut self, at: u64, bytes: &[u8]) -> io::Result<()> {
        self.seek(SeekFrom::Start(at))?;
        self.write_all(bytes)?;
        self.sync_data()
    }

    fn cut(&mut self, at: u64) -> io::Result<()> {
        self.set_len(at)
    }
}

/// How far a recorder is with acts that stand in its journal already.
#[derive(Debug, Clone, Default)]
pub struct Followed(Arc<Mutex<Following>>);

#[derive(Debug, Default)]
struct Following {
    /// Acts of the journal that did not come again yet.
    expected: VecDeque<(u64, Line)>,
    /// Whether the journal is not played to its end yet.
    is_on: bool,
    /// How many came.
    count: usize,
    /// The first that came otherwise.
    otherwise: Option<(u64, SimTime)>,
}

impl Followed {
    fn new(entries: &[Entry]) -> Self {
        let acts = entries
            .iter()
            .filter_map(|entry| Some((entry.sequence, entry.act()?.clone())));
        Self(Arc::new(Mutex::new(Following {
            expected: acts.collect(),
            is_on: !entries.is_empty(),
            ..Following::default()
        })))
    }

    fn with<R>(&self, look: impl FnOnce(&mut Following) -> R) -> R {
        look(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// Returns how many acts of the journal came again.
    pub(super) fn count(&self) -> usize {
        self.with(|following| following.count)
    }

    /// Returns the first act that came otherwise, or did not come although `acts` should have.
    pub(super) fn otherwise(&self, acts: usize) -> Option<(u64, SimTime)> {
        self.with(|following| {
            let missing = (following.count < acts)
                .then(|| following.expected.front())
                .flatten();
            let missing = missing.map(|(sequence, line)| (*sequence, line.minute));
            following.otherwise.or(missing)
        })
    }

    /// Says that the journal is played to its end.
    pub(super) fn end(&self) {
        self.with(|following| following.is_on = false);
    }

    /// Whether acts of the journal are still to come.
    fn expects_acts(&self) -> bool {
        self.with(|following| !following.expected.is_empty())
    }

    /// Compares an act with the next one of the journal.
    fn follow(&self, line: &Line) -> bool {
        self.with(|following| match following.expected.front() {
            Some((_, expected)) if expected == line => {
                following.expected.pop_front();
                following.count += 1;
                true
            }
            Some((sequence, expected)) => {
                let place = (*sequence, expected.minute);
                following.otherwise.get_or_insert(place);
                false
            }
            None => false,
        })
    }
}

/// Appends to the journal of a record; nothing else may write there meanwhile.
pub struct Recorder {
    disk: Box<dyn Disk>,
    /// Held as long as the recorder lives.
    _lock: Option<File>,
    /// Official keys of seats.
    keys: Vec<String>,
    chain: Chain,
    /// Number of the last entry.
    sequence: u64,
    /// Bytes that are on disk.
    length: u64,
    /// Lines that are not.
    waiting: String,
    followed: Followed,
    journal: Journal,
    /// Where the room is kept.
    folder: Option<PathBuf>,
}

/// Where a recorder goes on.
pub(super) struct Place {
    pub chain: Chain,
    pub sequence: u64,
    pub length: u64,
}

impl Recorder {
    pub(super) fn new(
        disk: Box<dyn Disk>,
        lock: Option<File>,
        keys: Vec<String>,
        place: Place,
        entries: &[Entry],
    ) -> Self {
        Self {
            disk,
            _lock: lock,
            keys,
            chain: place.chain,
            sequence: place.sequence,
            length: place.length,
            waiting: String::new(),
            followed: Followed::new(entries),
            journal: Journal::default(),
            folder: None,
        }
    }

    /// Keeps the room in this folder.
    pub(super) fn in_folder(mut self, path: &Path) -> Self {
        self.folder = Some(path.to_owned());
        self
    }

    /// Returns the journal in memory that holds all acts, those read from disk too.
    #[must_use]
    pub fn journal(&self) -> Journal {
        self.journal.clone()
    }

    /// Returns how far it is with acts that stand in its journal already.
    #[must_use]
    pub fn followed(&self) -> Followed {
        self.followed.clone()
    }

    /// Brings all lines to disk and ends.
    pub(super) fn finish(mut self) -> io::Result<()> {
        self.sync()
    }

    fn add(&mut self, json: &str) {
        self.sequence += 1;
        let line = self.chain.seal(json);
        self.waiting.push_str(&line);
    }

    /// Brings all lines to disk. What was written in part is cut off again, so that a later try
    /// does not follow on half a line.
    fn sync(&mut self) -> io::Result<()> {
        if self.waiting.is_empty() {
            return Ok(());
        }
        if let Err(error) = self.disk.write(self.length, self.waiting.as_bytes()) {
            // If this fails too, the next try writes over it from the same place.
            let _ = self.disk.cut(self.length);
            return Err(error);
        }
        self.length += self.waiting.len() as u64;
        self.waiting.clear();
        Ok(())
    }
}

impl Record for Recorder {
    fn keep(&mut self, line: &Line) -> Result<(), NotRecorded> {
        if self.followed.expects_acts() {
            return if self.followed.follow(line) {
                self.journal.keep(line)
            } else {
                Err(NotRecorded {
                    reason: Text::new("record-otherwise"),
                })
            };
        }
        let before = (self.chain, self.sequence, self.waiting.len());
        let json = act_line(self.sequence + 1, &self.keys[line.seat.index()], line);
        self.add(&json);
        if line.is_decision()
            && let Err(error) = self.sync()
        {
            self.chain = before.0;
            self.sequence = before.1;
            self.waiting.truncate(before.2);
            return Err(not_recorded(&error));
        }
        let sets_clock = line.command.is_of_the_clock() && !line.origin.is_bot();
        if sets_clock || self.waiting.len() > MOST_WAITING {
            // Who follows the record, as the wall does, sees at once how fast the clock runs. What bots did is not lost if this fails: they do it again. The next decision tells.
            let _ = self.sync();
        }
        self.journal.keep(line)
    }

    fn wants_fingerprints(&self) -> bool {
        // Those that stand in the journal are not written again.
        !self.followed.with(|following| following.is_on)
    }

    fn keep_fingerprint(&mut self, minute: SimTime, hex: &str) -> Result<(), NotRecorded> {
        let json = fingerprint_line(self.sequence + 1, minute, hex);
        self.add(&json);
        self.sync().map_err(|error| not_recorded(&error))
    }

    fn keep_room(&mut self, room: &RoomRecord) {
        if let Some(folder) = &self.folder {
            write_room(folder, room);
        }
    }
}

impl Drop for Recorder {
    fn drop(&mut self) {
        // There is nobody left to tell; decisions are on disk, and bots do theirs again.
        let _ = self.sync();
    }
}

/// Says why something could not be written.
pub(super) fn not_recorded(error: &io::Error) -> NotRecorded {
    NotRecorded { reason: why(error) }
}

/// Says why a file could not be written or read.
#[must_use]
pub fn why(error: &io::Error) -> Text {
    match error.kind() {
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Text::new("record-why-full"),
        io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => {
            Text::new("record-why-permission")
        }
        io::ErrorKind::NotFound => Text::new("record-why-not-there"),
        io::ErrorKind::NotADirectory => Text::new("record-why-not-a-folder"),
        // What reading a file as text says.
        io::ErrorKind::InvalidData => Text::new("record-why-no-text"),
        _ => Text::new("record-why-other").name("error", error.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::command::Command;
    use crate::exercise::Origin;
    use crate::journal::chain;
    use crate::vocab::{AdministrationId, Pace};

    /// A disk with so much room.
    #[derive(Clone)]
    struct Small(Arc<Mutex<(Vec<u8>, usize)>>);

    impl Small {
        fn with<R>(&self, look: impl FnOnce(&mut (Vec<u8>, usize)) -> R) -> R {
            look(&mut self.0.lock().expect("not poisoned"))
        }
    }

    impl Disk for Small {
        fn write(&mut self, at: u64, bytes: &[u8]) -> io::Result<()> {
            self.with(|(held, room)| {
                held.truncate(at as usize);
                let fits = room.saturating_sub(held.len()).min(bytes.len());
                held.extend_from_slice(&bytes[..fits]);
                if fits < bytes.len() {
                    return Err(io::ErrorKind::StorageFull.into());
                }
                Ok(())
            })
        }

        fn cut(&mut self, at: u64) -> io::Result<()> {
            self.with(|(held, _)| held.truncate(at as usize));
            Ok(())
        }
    }

    fn recorder(room: usize) -> (Recorder, Small) {
        let disk = Small(Arc::new(Mutex::new((Vec::new(), room))));
        let place = Place {
            chain: Chain::default(),
            sequence: 0,
            length: 0,
        };
        let keys = vec!["06431002".to_owned()];
        let recorder = Recorder::new(Box::new(disk.clone()), None, keys, place, &[]);
        (recorder, disk)
    }

    fn line(minute: u32, origin: Origin, command: Command) -> Line {
        Line {
            minute: SimTime(minute),
            seat: AdministrationId(0),
            origin,
            command,
        }
    }

    fn decision(minute: u32) -> Line {
        line(minute, Origin::Person, Command::ConveneCrisisStaff)
    }

    fn bot(minute: u32) -> Line {
        let plan = Origin::Bot("by_the_book".to_owned());
        line(minute, plan, Command::NotifyCustomers)
    }

    fn sequences(disk: &Small) -> Vec<String> {
        let links = disk.with(|(held, _)| chain::read(held).expect("no damage"));
        assert_eq!(links.length, disk.with(|(held, _)| held.len() as u64));
        let minute = |json: &str| {
            let value: serde_json::Value = serde_json::from_str(json).expect("an object");
            format!("{}@{}", value["sequence"], value["minute"])
        };
        links.links.iter().map(|link| minute(&link.json)).collect()
    }

    #[test]
    fn a_decision_is_on_disk_when_it_is_kept_and_what_bots_did_before_it_too() {
        let (mut recorder, disk) = recorder(10_000);
        recorder.keep(&bot(1)).expect("room");
        let clock = line(2, Origin::Person, Command::SetClock(Pace::NextStop));
        recorder.keep(&clock).expect("room");
        // How fast the clock runs is seen at once from outside, but no reason to refuse anything.
        assert_eq!(sequences(&disk), ["1@1", "2@2"]);
        recorder.keep(&bot(2)).expect("bots wait");
        assert_eq!(sequences(&disk), ["1@1", "2@2"]);
        recorder.keep(&decision(3)).expect("room");
        assert_eq!(sequences(&disk), ["1@1", "2@2", "3@2", "4@3"]);
        recorder.keep(&bot(4)).expect("room");
        drop(recorder);
        assert_eq!(sequences(&disk), ["1@1", "2@2", "3@2", "4@3", "5@4"]);
    }

    #[test]
    fn a_full_disk_refuses_the_decision_and_leaves_no_half_line() {
        let (mut recorder, disk) = recorder(300);
        recorder.keep(&decision(1)).expect("room for the first");
        recorder.keep(&bot(2)).expect("bots wait");
        let refused = recorder.keep(&decision(3)).expect_err("no room");
        assert_eq!(refused.reason.key, "record-why-full");
        assert_eq!(sequences(&disk), ["1@1"]);
        assert_eq!(recorder.journal().lines(), [decision(1), bot(2)]);
        // With room again the next decision is kept, and nothing of what bots did is missing.
        disk.with(|(_, room)| *room = 10_000);
        recorder.keep(&decision(4)).expect("room");
        assert_eq!(sequences(&disk), ["1@1", "2@2", "3@4"]);
    }

    #[test]
    fn a_fingerprint_that_cannot_be_written_is_told_and_written_later() {
        let (mut recorder, disk) = recorder(0);
        let told = recorder.keep_fingerprint(SimTime(5), "00");
        assert_eq!(told.expect_err("no room").reason.key, "record-why-full");
        disk.with(|(_, room)| *room = 10_000);
        recorder.keep(&decision(6)).expect("room");
        assert_eq!(sequences(&disk), ["1@5", "2@6"]);
    }
}
