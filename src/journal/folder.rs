//! The folder of a record: the scenario as it was played, how the exercise began, and its journal.
//!
//! ```text
//! record.json     how it began; read first
//! scenario/       every file the scenario was read from, the catalogue's included
//! journal.jsonl   what was done, see `chain` and `entry`
//! room.json       how the room stood, where a facilitator leads; see `room`
//! read.json       what was read at the seats; see `read`
//! lock            held by who writes
//! observations.jsonl, improvements.csv: see `notes` and `improvements`
//! ```

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io;
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;
use std::time::SystemTime;

use serde::{Deserialize, Serialize};

use super::chain::{self, Chain, Damage, Links};
use super::entry::{Entry, entries, first_line, record_of};
use super::improvements::IMPROVEMENTS;
use super::notes::OBSERVATIONS;
use super::read::READ;
use super::recorder::{Place, Recorder, why};
use super::room::ROOM;
use crate::exercise::Start;
use crate::scenario::{Problems, Scenario, ScenarioFiles, Staging, load_copied, write_whole};
use crate::vocab::{AdministrationId, SimTime, Text, VERSION};

/// Name of the form of a record.
const SCHEMA: &str = "beistand.record/1";
pub(super) const MANIFEST: &str = "record.json";
pub(super) const JOURNAL: &str = "journal.jsonl";
const SCENARIO: &str = "scenario";
const LOCK: &str = "lock";
/// Logs of seats that were kept as files.
pub const LOGS: &str = "logs";

/// From what an exercise began: all that is needed to begin it again.
#[derive(Debug, Clone)]
pub struct Beginning {
    /// The scenario.
    pub scenario: Arc<Scenario>,
    /// The files it was read from.
    pub files: ScenarioFiles,
    /// Figures changed by `--set`.
    pub set: Vec<(String, String)>,
    /// Date and names.
    pub staging: Staging,
    /// Luck and pact.
    pub start: Start,
    /// Response plan of seats without persons.
    pub response: String,
    /// Seats of persons.
    pub persons: Vec<AdministrationId>,
    /// Whether a facilitator leads.
    pub is_led: bool,
    /// From which record it goes on another way, if it is a second try.
    pub parent: Option<Parent>,
}

/// The record that a second try leaves.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Parent {
    /// Name of its folder, which may have been moved since.
    pub folder: String,
    /// Checksum of its manifest.
    pub record: String,
    /// Number of its last line that the second try has too.
    pub line: u64,
    /// The minute at which the second try begins.
    pub minute: SimTime,
}

/// The manifest as it is written.
#[derive(Debug, Serialize, Deserialize)]
struct Manifest {
    schema: String,
    version: String,
    scenario: String,
    scenario_hash: String,
    /// Name of the scenario's first file.
    main: String,
    files: Vec<FileCopy>,
    set: Vec<(String, String)>,
    start: Option<String>,
    names: Names,
    /// Files that were laid over the scenario.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    laid_over: Vec<PathBuf>,
    seed: u64,
    replication: u64,
    pact: String,
    response: String,
    /// Official keys of the seats at which persons sit.
    seats: Vec<String>,
    /// Whether a facilitator leads.
    #[serde(default, skip_serializing_if = "core::ops::Not::not")]
    led: bool,
    /// Of a second try: which record it leaves, and where.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    parent: Option<Parent>,
}

/// A file of the scenario.
#[derive(Debug, Serialize, Deserialize)]
struct FileCopy {
    /// The name under which it is included.
    name: String,
    /// Where in the record its copy is.
    path: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Names {
    Real,
    Fiktiv,
}

/// Why a record cannot be written or read.
#[derive(Debug, thiserror::Error)]
pub enum RecordError {
    /// There is something already.
    #[error("{} is not empty", .0.display())]
    Exists(PathBuf),
    /// There is no record.
    #[error("{} is no record", .0.display())]
    NoRecord(PathBuf),
    /// An exercise was played, but its journal is gone.
    #[error("{} is missing or empty", .0.display())]
    NoJournal(PathBuf),
    /// There is not even a folder.
    #[error("there is no folder {}", .0.display())]
    NoFolder(PathBuf),
    /// Nothing can be written into the record.
    #[error("nothing can be written in {}: {error}", path.display())]
    NoWrite {
        /// Which record.
        path: PathBuf,
        /// What the system says.
        error: io::Error,
    },
    /// A file of the scenario's copy is missing.
    #[error("{} is missing", .0.display())]
    Incomplete(PathBuf),
    /// Another program writes.
    #[error("{} is being written to", .0.display())]
    InUse(PathBuf),
    /// A file cannot be read or written.
    #[error("{}: {error}", path.display())]
    Io {
        /// Which file.
        path: PathBuf,
        /// What the system says.
        error: io::Error,
    },
    /// The manifest cannot be understood.
    #[error("{} cannot be understood ({})", path.display(), why.key)]
    Manifest {
        /// Which file.
        path: PathBuf,
        /// Place and reason.
        why: Text,
    },
    /// The manifest is not the one with which the journal was begun.
    #[error("{} was changed", .0.display())]
    ManifestChanged(PathBuf),
    /// The improvement plan is another table.
    #[error("{} is no improvement plan ({})", path.display(), reason.key)]
    Plan {
        /// Which file.
        path: PathBuf,
        /// What is wrong, and where.
        reason: Text,
    },
    /// It was written by a version with another form of records.
    #[error("{} has the form {schema}, written by version {version}", path.display())]
    Form {
        /// Which file.
        path: PathBuf,
        /// The form.
        schema: String,
        /// Of which version.
        version: String,
    },
    /// The copy of the scenario is not the one that was played.
    #[error("the scenario in {} is not the one that was played", .0.display())]
    OtherScenario(PathBuf),
    /// The copy of the scenario cannot be read.
    #[error("{1}")]
    Scenario(PathBuf, Problems),
    /// The journal was changed.
    #[error("{}: {damage}", path.display())]
    Damaged {
        /// Which file.
        path: PathBuf,
        /// Where.
        damage: Damage,
    },
}

impl RecordError {
    pub(super) fn io(path: &Path) -> impl FnOnce(io::Error) -> Self {
        let path = path.to_owned();
        move |error| Self::Io { path, error }
    }

    pub(super) fn no_write(path: &Path) -> impl FnOnce(io::Error) -> Self {
        let path = path.to_owned();
        move |error| Self::NoWrite { path, error }
    }

    /// There is no record: the folder may be missing, or something else lies there.
    fn none(path: &Path) -> Self {
        if path.exists() {
            Self::NoRecord(path.to_owned())
        } else {
            Self::NoFolder(path.to_owned())
        }
    }

    /// Says it to people: where, what, and what to do.
    #[must_use]
    pub fn text(&self) -> Text {
        let named = |key: &'static str, path: &Path| {
            Text::new(key).name("path", path.display().to_string())
        };
        match self {
            Self::Exists(path) => named("record-exists", path),
            Self::NoRecord(path) => named("record-none", path),
            Self::NoJournal(path) => named("record-no-journal", path),
            Self::NoFolder(path) => named("record-no-folder", path),
            Self::NoWrite { path, error } => {
                named("record-no-write", path).text("reason", why(error))
            }
            Self::Incomplete(path) => named("record-incomplete", path),
            Self::InUse(path) => named("record-in-use", path),
            Self::Io { path, error } => named("record-io", path).text("reason", why(error)),
            Self::Manifest { path, why } => {
                named("record-manifest", path).text("reason", why.clone())
            }
            Self::ManifestChanged(path) => named("record-manifest-changed", path),
            Self::Plan { path, reason } => {
                named("record-plan", path).text("reason", reason.clone())
            }
            Self::Form {
                path,
                schema,
                version,
            } => named("record-form", path)
                .name("schema", schema)
                .name("version", version),
            Self::OtherScenario(path) => named("record-other-scenario", path),
            Self::Scenario(path, problems) => {
                named("record-scenario", path).text("error", problems.in_short())
            }
            // Before the first line stands nothing that could be kept.
            Self::Damaged { path, damage } => named(
                if damage.line > 1 {
                    "record-damaged"
                } else {
                    "record-damaged-first"
                },
                path,
            )
            .name("line", damage.line.to_string())
            .name("offset", damage.offset.to_string()),
        }
    }
}

/// A record as it was read.
#[derive(Debug)]
pub struct Folder {
    /// How the exercise began.
    pub beginning: Beginning,
    /// Version of the program that recorded it.
    pub version: String,
    /// What was done.
    pub entries: Vec<Entry>,
    /// Bytes of a torn last line, which are left out.
    pub torn: u64,
    pub(super) path: PathBuf,
    /// Checksum of the manifest.
    pub(super) record: String,
    links: Links,
}

/// Says whether a record may begin in a folder.
///
/// # Errors
/// If something is there already: a record unless `force` is given, anything else always.
pub fn may_create(path: &Path, force: bool) -> Result<(), RecordError> {
    let is_empty = match fs::read_dir(path) {
        Ok(mut entries) => entries.next().is_none(),
        Err(error) if error.kind() == io::ErrorKind::NotFound => true,
        Err(error) => return Err(RecordError::io(path)(error)),
    };
    // Of what is there, only a record may be replaced, or one that did not come to be.
    if is_empty || force && (path.join(MANIFEST).is_file() || is_half_begun(path)) {
        Ok(())
    } else {
        Err(RecordError::Exists(path.to_owned()))
    }
}

/// Whether a record was begun there and its manifest not written any more: nothing was ever played in it.
fn is_half_begun(path: &Path) -> bool {
    let Ok(entries) = fs::read_dir(path) else {
        return false;
    };
    let mut names = entries.flatten().map(|entry| entry.file_name());
    path.join(LOCK).is_file() && names.all(|name| name == LOCK || name == SCENARIO)
}

/// Begins a record in a folder, and returns what writes it.
///
/// # Errors
/// If something is there already and `force` is not given, or something cannot be written.
pub fn create(path: &Path, beginning: &Beginning, force: bool) -> Result<Recorder, RecordError> {
    may_create(path, force)?;
    fs::create_dir_all(path).map_err(RecordError::io(path))?;
    let lock = lock(path)?;
    clear(path)?;
    let copies = write_scenario(path, &beginning.files)?;
    let manifest = manifest(beginning, copies);
    let mut text = serde_json::to_string_pretty(&manifest).map_err(|error| {
        let path = path.join(MANIFEST);
        let why = misunderstood(&error);
        RecordError::Manifest { path, why }
    })?;
    text.push('\n');
    write_synced(&path.join(MANIFEST), text.as_bytes())?;
    let recorder = begin_journal(path, &checksum(text.as_bytes()), beginning, lock)?;
    sync_folder(path);
    Ok(recorder)
}

/// Takes away what another record left in the folder: its room, its observations and its plan say nothing about
/// the one that begins. The manifest goes last: while it is there, the folder can be replaced again.
fn clear(path: &Path) -> Result<(), RecordError> {
    let copies = path.join(SCENARIO);
    let gone = |result: io::Result<()>, old: &Path| match result {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(RecordError::io(old)(error)),
        _ => Ok(()),
    };
    for name in [JOURNAL, ROOM, READ, OBSERVATIONS, IMPROVEMENTS] {
        let old = path.join(name);
        gone(fs::remove_file(&old), &old)?;
    }
    for old in [copies, path.join(LOGS)] {
        gone(fs::remove_dir_all(&old), &old)?;
    }
    let manifest = path.join(MANIFEST);
    gone(fs::remove_file(&manifest), &manifest)
}

/// Reads a record; nobody is kept from writing to it.
///
/// # Errors
/// If it is none, or its journal was changed, with the place.
pub fn open(path: &Path) -> Result<Folder, RecordError> {
    let manifest_path = path.join(MANIFEST);
    let text = match fs::read(&manifest_path) {
        Ok(text) => text,
        Err(error) => {
            return Err(match error.kind() {
                // A file in place of the folder is no record either.
                io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => RecordError::none(path),
                _ => RecordError::io(&manifest_path)(error),
            });
        }
    };
    let record = checksum(&text);
    let manifest = understood(&manifest_path, &text);
    // Whatever else is wrong follows from that; but another form of records may have another form of checksums.
    if !matches!(manifest, Err(RecordError::Form { .. })) && is_changed(path, &record) {
        return Err(RecordError::ManifestChanged(manifest_path));
    }
    let manifest = manifest?;
    let version = manifest.version.clone();
    let beginning = beginning(path, manifest)?;
    let (links, entries, torn) = read_journal(path, &record, &beginning.scenario)?;
    Ok(Folder {
        beginning,
        version,
        entries,
        torn,
        path: path.to_owned(),
        record,
        links,
    })
}

/// Whether the journal of a record says that its manifest was another one.
fn is_changed(path: &Path, record: &str) -> bool {
    let bytes = fs::read(path.join(JOURNAL)).unwrap_or_default();
    let first = bytes.iter().position(|byte| *byte == b'\n');
    let links = first.and_then(|end| chain::read(&bytes[..=end]).ok());
    let begun_with = links.as_ref().and_then(record_of);
    begun_with.is_some_and(|of| of != record)
}

/// Reads the journal of a record; a torn last line is left out and counted in bytes.
fn read_journal(
    path: &Path,
    record: &str,
    scenario: &Scenario,
) -> Result<(Links, Vec<Entry>, u64), RecordError> {
    let folder = path;
    let path = path.join(JOURNAL);
    let bytes = match fs::read(&path) {
        Ok(bytes) => bytes,
        // The power went before the first line.
        Err(error) if error.kind() == io::ErrorKind::NotFound => Vec::new(),
        Err(error) => return Err(RecordError::io(&path)(error)),
    };
    let damaged = |damage| RecordError::Damaged {
        path: path.clone(),
        damage,
    };
    let links = chain::read(&bytes).map_err(damaged)?;
    if links.links.is_empty() && was_played(folder) {
        return Err(RecordError::NoJournal(path));
    }
    let entries = entries(&links, record, scenario).map_err(damaged)?;
    let torn = bytes.len() as u64 - links.length;
    Ok((links, entries, torn))
}

/// Whether something lies beside the journal that is first written when somebody plays.
fn was_played(path: &Path) -> bool {
    let beside = [ROOM, READ, OBSERVATIONS];
    beside.iter().any(|name| path.join(name).exists())
}

/// Returns when something was last written to the journal of a record; `None` if there is none.
#[must_use]
pub fn last_played(path: &Path) -> Option<SystemTime> {
    fs::metadata(path.join(JOURNAL)).ok()?.modified().ok()
}

/// Reads a record to go on with it, and returns with it what writes on.
///
/// # Errors
/// If it cannot be read, or somebody writes to it.
pub fn take_up(path: &Path) -> Result<(Folder, Recorder), RecordError> {
    if !path.join(MANIFEST).is_file() {
        return Err(RecordError::none(path));
    }
    // Before reading, so that nobody writes in between.
    let lock = lock(path)?;
    let folder = open(path)?;
    let recorder = folder.go_on(lock)?;
    Ok((folder, recorder))
}

impl Folder {
    /// Reads the journal again, for whoever looks on while another program writes.
    ///
    /// # Errors
    /// If it cannot be read, or was changed.
    pub fn read_on(&mut self) -> Result<(), RecordError> {
        let read = read_journal(&self.path, &self.record, &self.beginning.scenario)?;
        (self.links, self.entries, self.torn) = read;
        Ok(())
    }

    /// Returns how many bytes the journal has now; 0 if it cannot be told.
    #[must_use]
    pub fn journal_length(&self) -> u64 {
        let found = fs::metadata(self.path.join(JOURNAL));
        found.map_or(0, |found| found.len())
    }

    /// Whether its journal has not even its first line.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        self.links.links.is_empty()
    }

    /// Returns where the record lies.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Returns the checksum of the manifest, by which files of the record know that they belong to it.
    pub(super) fn checksum(&self) -> &str {
        &self.record
    }

    /// Returns what appends to the journal, after what was torn is cut off.
    fn go_on(&self, lock: File) -> Result<Recorder, RecordError> {
        if self.links.links.is_empty() {
            return begin_journal(&self.path, &self.record, &self.beginning, lock);
        }
        let path = self.path.join(JOURNAL);
        let journal = OpenOptions::new().write(true).open(&path);
        let journal = journal.map_err(RecordError::io(&path))?;
        journal
            .set_len(self.links.length)
            .map_err(RecordError::io(&path))?;
        let place = Place {
            chain: self.links.chain,
            sequence: self.links.links.len() as u64,
            length: self.links.length,
        };
        let keys = keys(&self.beginning.scenario);
        let disk = Box::new(journal);
        let recorder = Recorder::new(disk, Some(lock), keys, place, &self.entries);
        Ok(recorder.in_folder(&self.path))
    }
}

/// Keeps others from writing to a record as long as the file is open.
fn lock(path: &Path) -> Result<File, RecordError> {
    let name = path.join(LOCK);
    let mut options = OpenOptions::new();
    let file = options.write(true).create(true).truncate(false).open(&name);
    let file = file.map_err(RecordError::no_write(path))?;
    match file.try_lock() {
        Ok(()) => Ok(file),
        Err(TryLockError::WouldBlock) => Err(RecordError::InUse(path.to_owned())),
        Err(TryLockError::Error(error)) => Err(RecordError::no_write(path)(error)),
    }
}

fn begin_journal(
    path: &Path,
    record: &str,
    beginning: &Beginning,
    lock: File,
) -> Result<Recorder, RecordError> {
    let mut chain = Chain::default();
    let first = chain.seal(&first_line(record));
    let name = path.join(JOURNAL);
    write_synced(&name, first.as_bytes())?;
    let journal = OpenOptions::new().write(true).open(&name);
    let journal = journal.map_err(RecordError::io(&name))?;
    let place = Place {
        chain,
        sequence: 1,
        length: first.len() as u64,
    };
    let keys = keys(&beginning.scenario);
    let recorder = Recorder::new(Box::new(journal), Some(lock), keys, place, &[]);
    Ok(recorder.in_folder(path))
}

fn keys(scenario: &Scenario) -> Vec<String> {
    let all = scenario.administrations.iter();
    all.map(|administration| administration.id.clone())
        .collect()
}

fn manifest(beginning: &Beginning, files: Vec<FileCopy>) -> Manifest {
    let scenario = &beginning.scenario;
    let seats = beginning.persons.iter();
    Manifest {
        schema: SCHEMA.to_owned(),
        version: VERSION.to_owned(),
        scenario: scenario.id.clone(),
        scenario_hash: scenario.hash.clone(),
        main: beginning.files.main.clone(),
        files,
        set: beginning.set.clone(),
        start: beginning.staging.start.map(|date| date.to_string()),
        names: if beginning.staging.invented_names {
            Names::Fiktiv
        } else {
            Names::Real
        },
        laid_over: beginning.staging.laid_over.clone(),
        seed: beginning.start.seed,
        replication: beginning.start.run,
        pact: scenario.pacts[beginning.start.pact].id.clone(),
        response: beginning.response.clone(),
        seats: seats
            .map(|seat| scenario.administrations[seat.index()].id.clone())
            .collect(),
        led: beginning.is_led,
        parent: beginning.parent.clone(),
    }
}

fn understood(path: &Path, text: &[u8]) -> Result<Manifest, RecordError> {
    #[derive(Deserialize)]
    struct Head {
        schema: String,
        version: String,
    }
    let wrong = |error: serde_json::Error| RecordError::Manifest {
        path: path.to_owned(),
        why: misunderstood(&error),
    };
    let head: Head = serde_json::from_slice(text).map_err(wrong)?;
    if head.schema != SCHEMA {
        return Err(RecordError::Form {
            path: path.to_owned(),
            schema: head.schema,
            version: head.version,
        });
    }
    serde_json::from_slice(text).map_err(wrong)
}

/// Says why JSON cannot be read.
fn misunderstood(error: &serde_json::Error) -> Text {
    match error.classify() {
        serde_json::error::Category::Data => {
            Text::new("record-why-field").name("error", error.to_string())
        }
        _ => Text::new("record-why-no-json")
            .name("line", error.line().to_string())
            .name("column", error.column().to_string()),
    }
}

/// Reads the scenario of a manifest and finds what the manifest names.
fn beginning(path: &Path, manifest: Manifest) -> Result<Beginning, RecordError> {
    let wrong = |key: &'static str, name: &str| RecordError::Manifest {
        path: path.join(MANIFEST),
        why: Text::new(key).name("name", name),
    };
    let mut files = ScenarioFiles {
        main: manifest.main.clone(),
        ..ScenarioFiles::default()
    };
    for copy in &manifest.files {
        if !is_within(&copy.path) {
            return Err(wrong("record-why-outside", &copy.path));
        }
        let name = path.join(&copy.path);
        let text = fs::read_to_string(&name).map_err(|error| match error.kind() {
            io::ErrorKind::NotFound => RecordError::Incomplete(name.clone()),
            _ => RecordError::io(&name)(error),
        })?;
        files.files.insert(copy.name.clone(), text);
    }
    let start = manifest.start.as_ref().map(|date| date.parse());
    let staging = Staging {
        start: start.transpose().map_err(|_| {
            wrong(
                "record-why-no-date",
                manifest.start.as_deref().unwrap_or_default(),
            )
        })?,
        invented_names: manifest.names == Names::Fiktiv,
        laid_over: manifest.laid_over.clone(),
        ..Staging::default()
    };
    let folder = path.join(SCENARIO);
    let scenario = load_copied(&files, &manifest.set, &staging)
        .map_err(|problems| RecordError::Scenario(folder.clone(), problems))?;
    if scenario.hash != manifest.scenario_hash {
        return Err(RecordError::OtherScenario(folder));
    }
    let mut pacts = scenario.pacts.iter();
    let pact = pacts.position(|pact| pact.id == manifest.pact);
    let pact = pact.ok_or_else(|| wrong("record-why-unknown", &manifest.pact))?;
    let seat = |key: &String| {
        let mut all = scenario.administrations.iter();
        all.position(|administration| administration.id == *key)
            .map(AdministrationId::from_index)
            .ok_or_else(|| wrong("record-why-unknown", key))
    };
    let persons = manifest.seats.iter().map(seat).collect::<Result<_, _>>()?;
    Ok(Beginning {
        files,
        set: manifest.set,
        staging,
        start: Start {
            seed: manifest.seed,
            run: manifest.replication,
            pact,
        },
        response: manifest.response,
        persons,
        is_led: manifest.led,
        parent: manifest.parent,
        scenario: Arc::new(scenario),
    })
}

/// Copies the files of a scenario; a name that leads elsewhere gets a place of its own.
fn write_scenario(path: &Path, files: &ScenarioFiles) -> Result<Vec<FileCopy>, RecordError> {
    let mut copies = Vec::new();
    for (number, (name, text)) in (1..).zip(&files.files) {
        let within = format!("{SCENARIO}/{}", name.replace('\\', "/"));
        let place = if is_within(name) {
            within
        } else {
            format!("{SCENARIO}/other-{number}")
        };
        let target = path.join(&place);
        if let Some(folder) = target.parent() {
            fs::create_dir_all(folder).map_err(RecordError::io(folder))?;
        }
        write_synced(&target, text.as_bytes())?;
        copies.push(FileCopy {
            name: name.clone(),
            path: place,
        });
    }
    Ok(copies)
}

/// Whether a relative path stays where it begins.
fn is_within(path: &str) -> bool {
    let mut parts = Path::new(path).components();
    !path.is_empty() && parts.all(|part| matches!(part, Component::Normal(_)))
}

/// Writes a file of a record; see [`write_whole()`].
pub(super) fn write_synced(path: &Path, bytes: &[u8]) -> Result<(), RecordError> {
    write_whole(path, bytes).map_err(RecordError::io(path))
}

/// Lets new names in a folder outlast a power cut, where the system can do that.
fn sync_folder(path: &Path) {
    for folder in [path, &path.join(SCENARIO)] {
        if let Ok(folder) = File::open(folder) {
            // Not every file system knows this; the files themselves are synced.
            let _ = folder.sync_all();
        }
    }
}

fn checksum(bytes: &[u8]) -> String {
    format!("{:08x}", crc32fast::hash(bytes))
}
