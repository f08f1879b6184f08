//! Records that can be taken up again, the newest first: those of a folder of records, and others elsewhere.

use std::collections::BTreeSet;
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

/// Returns at most so many records, the newest first: those of a folder and those elsewhere. What is no record, or none
/// any more, is passed over.
#[must_use]
pub fn recent(folder: &Path, elsewhere: &[PathBuf], most: usize) -> Vec<Recent> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    // Half a second try is hidden until it is whole.
    let whole = entries.filter(|entry| !entry.file_name().to_string_lossy().starts_with('.'));
    let paths: BTreeSet<PathBuf> = whole
        .map(|entry| entry.path())
        .chain(elsewhere.iter().cloned())
        .collect();
    let mut found: Vec<Recent> = paths.iter().filter_map(|path| look_at(path)).collect();
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

#[cfg(test)]
mod tests {
    use super::*;

    fn record(folder: &Path, minute: u32) {
        fs::create_dir_all(folder).expect("a folder");
        let manifest = r#"{"scenario":"einstieg","seats":[]}"#;
        fs::write(folder.join(MANIFEST), manifest).expect("a manifest");
        let line = format!("{{\"minute\":{minute}}}\n");
        fs::write(folder.join(JOURNAL), line).expect("a journal");
    }

    #[test]
    fn what_lies_elsewhere_is_found_once_and_what_is_gone_is_passed_over() {
        let home = tempfile::tempdir().expect("a folder");
        let (own, other) = (home.path().join("own"), home.path().join("other"));
        record(&own.join("a"), 1);
        record(&own.join(".half"), 2);
        record(&other, 3);
        let elsewhere = [other, own.join("a"), home.path().join("gone")];
        let found = recent(&own, &elsewhere, 9);
        let mut minutes: Vec<u32> = found.iter().map(|record| record.minute.0).collect();
        minutes.sort_unstable();
        assert_eq!(minutes, [1, 3]);
        assert_eq!(recent(&own, &elsewhere, 1).len(), 1);
        // Without a folder of its own there may be others.
        assert_eq!(recent(&home.path().join("none"), &elsewhere, 9).len(), 2);
    }
}
