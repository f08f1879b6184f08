//! The records of a folder of records, the newest first.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use serde::Deserialize;

use super::folder::{JOURNAL, MANIFEST};
use crate::vocab::SimTime;

/// A record that can be taken up again, as far as it can be told without playing it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recent {
    /// Its folder.
    pub path: PathBuf,
    /// Id of its scenario.
    pub scenario: String,
    /// Official keys of the seats of persons.
    pub seats: Vec<String>,
    /// Whether a facilitator leads.
    pub is_led: bool,
    /// Whether it is a second try.
    pub is_second_try: bool,
    /// When it was last written to.
    pub written: SystemTime,
    /// The minute of its last line; 0 where nothing was done.
    pub minute: SimTime,
}

#[derive(Deserialize)]
struct Manifest {
    scenario: String,
    seats: Vec<String>,
    #[serde(default)]
    led: bool,
    #[serde(default)]
    parent: Option<serde::de::IgnoredAny>,
}

#[derive(Deserialize)]
struct Minute {
    minute: u32,
}

/// Returns at most so many records of a folder, the newest first; what is no record is passed over.
#[must_use]
pub fn recent(folder: &Path, most: usize) -> Vec<Recent> {
    let Ok(entries) = fs::read_dir(folder) else {
        return Vec::new();
    };
    let mut found: Vec<Recent> = entries
        .flatten()
        // Half a second try is hidden until it is whole.
        .filter(|entry| !entry.file_name().to_string_lossy().starts_with('.'))
        .filter_map(|entry| look_at(&entry.path()))
        .collect();
    found.sort_by(|a, b| b.written.cmp(&a.written).then_with(|| b.path.cmp(&a.path)));
    found.truncate(most);
    found
}

fn look_at(path: &Path) -> Option<Recent> {
    let manifest: Manifest = serde_json::from_slice(&fs::read(path.join(MANIFEST)).ok()?).ok()?;
    let journal = path.join(JOURNAL);
    let written = fs::metadata(&journal)
        .and_then(|data| data.modified())
        .ok()?;
    Some(Recent {
        path: path.to_owned(),
        scenario: manifest.scenario,
        seats: manifest.seats,
        is_led: manifest.led,
        is_second_try: manifest.parent.is_some(),
        written,
        minute: last_minute(&journal),
    })
}

/// The minute of the last whole line that has one.
fn last_minute(journal: &Path) -> SimTime {
    let text = fs::read_to_string(journal).unwrap_or_default();
    let mut lines = text.lines().rev();
    let minute = lines.find_map(|line| serde_json::from_str::<Minute>(line).ok());
    minute.map_or(SimTime::ZERO, |line| SimTime(line.minute))
}
