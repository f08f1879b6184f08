//! Where records lie by themselves, and which of them can be taken up again.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use jiff::Timestamp;

use crate::journal::{Recent, last_played, recent};
use crate::scenario::Scenario;
use crate::tui::RecordInfo;
use crate::vocab::{DAY, HOUR, SimTime};

/// How many records the start screen offers.
const MOST: usize = 9;
/// Which records were begun or taken up in folders that somebody named, the last one first. It may be lost.
const ELSEWHERE: &str = "records.txt";
/// How many of them are kept in mind.
const MOST_ELSEWHERE: usize = 20;

/// The folder in which records lie by themselves: `$XDG_DATA_HOME/beistand/records`, by default in
/// `~/.local/share`; on Windows in `%APPDATA%`. `None` where no home is known.
pub(super) fn folder() -> Option<PathBuf> {
    Some(data()?.join("records"))
}

/// The folder in which results of drills lie by themselves, beside that of the records.
pub(super) fn drills() -> Option<PathBuf> {
    Some(data()?.join("drills"))
}

fn data() -> Option<PathBuf> {
    let set = |name: &str| {
        let path = PathBuf::from(std::env::var_os(name)?);
        path.is_absolute().then_some(path)
    };
    let data = set("XDG_DATA_HOME")
        .or_else(|| set("APPDATA"))
        .or_else(|| Some(set("HOME")?.join(".local/share")))?;
    Some(data.join("beistand"))
}

/// Keeps in mind where a record was begun or taken up, so that it is offered again. Where that cannot be written, it is not.
pub(super) fn remember(record: &Path) {
    let Some(data) = data() else { return };
    let Ok(record) = std::path::absolute(record) else {
        return;
    };
    let own = folder();
    if record.parent() == own.as_deref() {
        return;
    }
    let mut all = elsewhere();
    all.retain(|other| *other != record);
    all.insert(0, record);
    all.truncate(MOST_ELSEWHERE);
    let lines = all.iter().filter_map(|path| path.to_str());
    let lines: Vec<&str> = lines.filter(|line| !line.contains('\n')).collect();
    let list = lines.join("\n");
    let _ = fs::create_dir_all(&data).and_then(|()| fs::write(data.join(ELSEWHERE), list));
}

/// The records that are kept in mind, the last one first.
fn elsewhere() -> Vec<PathBuf> {
    let list = data().and_then(|data| fs::read_to_string(data.join(ELSEWHERE)).ok());
    list.unwrap_or_default()
        .lines()
        .map(PathBuf::from)
        .collect()
}

/// The newest records, wherever they lie.
fn newest(most: usize) -> Vec<Recent> {
    folder().map_or_else(Vec::new, |folder| recent(&folder, &elsewhere(), most))
}

/// The record that was written last.
pub(super) fn last_written() -> Option<PathBuf> {
    newest(1).pop().map(|record| record.path)
}

/// A folder as people read it: the home of whoever sits here in the one letter that shells know for it.
pub(super) fn shown(path: &Path) -> String {
    let home = std::env::var_os("HOME").map(PathBuf::from);
    let below = home
        .filter(|home| home.parent().is_some())
        .and_then(|home| path.strip_prefix(home).ok().map(Path::to_owned));
    below.map_or_else(
        || path.display().to_string(),
        |below| format!("~/{}", below.display()),
    )
}

/// The record of the first try, if this is a later one that lies beside it.
pub(super) fn first_try(record: &Path) -> PathBuf {
    let name = record.file_name().unwrap_or_default().to_string_lossy();
    let first = name.split("_try-").next().unwrap_or(&name);
    record.with_file_name(first)
}

/// A name for a new record of a scenario: its id and the present time, in UTC.
pub(super) fn fresh(folder: &Path, scenario: &str) -> PathBuf {
    let now = Timestamp::now().strftime("%Y-%m-%d-%H%M%S").to_string();
    let name = format!("{scenario}-{now}");
    free(folder, &name)
}

/// A name for a second try: the old one and a number.
pub(super) fn second_try(record: &Path) -> PathBuf {
    let name = record.file_name().unwrap_or_default().to_string_lossy();
    let stem = name.split("_try-").next().unwrap_or(&name);
    let folder = record.parent().unwrap_or(Path::new("."));
    let mut tries = (2..).map(|number| folder.join(format!("{stem}_try-{number}")));
    tries.find(|path| !path.exists()).unwrap_or_default()
}

/// Which of the tries of an exercise was played last, of those played since a moment.
pub(super) fn played_since(record: &Path, since: SystemTime) -> Option<PathBuf> {
    let name = record.file_name()?.to_string_lossy();
    let stem = name.split("_try-").next().unwrap_or(&name);
    let is_of_this = |name: &str| {
        let rest = name.strip_prefix(stem);
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with("_try-"))
    };
    let folder = record.parent().filter(|path| !path.as_os_str().is_empty());
    let beside = fs::read_dir(folder.unwrap_or(Path::new("."))).ok()?;
    let names = beside.flatten().map(|entry| entry.file_name());
    let tries = names.filter(|name| is_of_this(&name.to_string_lossy()));
    let played = tries.filter_map(|name| {
        let path = record.with_file_name(name);
        Some((last_played(&path)?, path))
    });
    let last = played.filter(|(at, _)| *at >= since).max()?;
    Some(last.1)
}

fn free(folder: &Path, name: &str) -> PathBuf {
    let path = folder.join(name);
    if !path.exists() {
        return path;
    }
    let mut others = (2..).map(|number| folder.join(format!("{name}-{number}")));
    others.find(|path| !path.exists()).unwrap_or(path)
}

/// The newest records, as the start screen offers them.
pub(super) fn offered(scenario: &Scenario) -> Vec<RecordInfo> {
    let now = SystemTime::now();
    let records = newest(MOST).into_iter();
    records.map(|record| info(record, scenario, now)).collect()
}

/// The day of the exercise of a minute, as its calendar counts: from midnight to midnight.
fn day_of(scenario: &Scenario, minute: SimTime) -> u32 {
    let begins = scenario.begins.time();
    let begins =
        u32::from(begins.hour().unsigned_abs()) * HOUR + u32::from(begins.minute().unsigned_abs());
    let since_midnight = (begins + scenario.start_ex.0) % DAY;
    (minute.since(scenario.start_ex) + since_midnight) / DAY + 1
}

fn info(record: Recent, scenario: &Scenario, now: SystemTime) -> RecordInfo {
    let is_this = record.scenario == scenario.id;
    let age = now.duration_since(record.written).unwrap_or_default();
    let name = |key: &String| scenario.name_of(key).to_owned();
    RecordInfo {
        title: if is_this {
            (scenario.title.de.clone(), scenario.title.en.clone())
        } else {
            (record.scenario.clone(), record.scenario.clone())
        },
        age_minutes: u32::try_from(age.as_secs() / 60).unwrap_or(u32::MAX),
        day: is_this.then(|| day_of(scenario, record.minute)),
        seats: record.seats.iter().map(name).collect(),
        is_led: record.is_led,
        is_second_try: record.is_second_try,
        shown: shown(&record.path),
        path: record.path,
    }
}
