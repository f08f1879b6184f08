//! Records outlast power cuts, notice what was changed, and go on as if nothing had been.

use std::fs;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use beistand::command::{AidDraft, Command};
use beistand::exercise::{Exercise, Line, NotRecorded, Origin, Record, RoomRecord, World};
use beistand::journal::{
    Beginning, Difference, Entry, Kept, Noted, RecordError, Reply, create, open, prove, read_room,
    take_up,
};
use beistand::scenario::Staging;
use beistand::vocab::{
    AdministrationId, AidKind, ContainmentOption, DAY, Decider, HOUR, Pace, SimTime, Text,
};

use support::killed::{confirm, played_until_killed};
use support::{Chosen as _, by_the_room, cut, dice, line_at, proved};

mod support;

/// Set for the test program that plays and is killed; names the folder of its record.
const PLAYS: &str = "BEISTAND_TEST_RECORD";

/// How long the exercises of these tests last: aid comes and goes, and a thousand are quickly played.
const DAYS: u32 = 25;

/// Seats at which persons sit.
const SEATS: [&str; 2] = ["06431015", "06431002"];

fn einstieg(seed: u64) -> Beginning {
    support::beginning_of("einstieg", seed).with_persons(&SEATS)
}

fn end_of(beginning: &Beginning) -> SimTime {
    beginning.scenario.start_ex.after(DAYS * DAY)
}

fn begin(folder: &Path, beginning: &Beginning) -> Exercise {
    support::begin(folder, beginning).until(end_of(beginning))
}

fn go_on(folder: &Path) -> (Exercise, Vec<Entry>) {
    let entries = open(folder).expect("nothing but torn").entries;
    let (beginning, exercise) = support::go_on(folder);
    (exercise.until(end_of(&beginning)), entries)
}

/// What persons try on a day; not all of it is possible.
fn tries(day: u32, seat: AdministrationId, exercise: &Exercise) -> Vec<Command> {
    let mut acts = vec![Command::SetClock(Pace::NextStop)];
    let known = exercise.known(seat);
    for paper in known.decisions().into_iter().take(1) {
        acts.push(Command::RecordDecision {
            decision: paper.id,
            decider: Decider::Head,
            choice: None,
            reason: format!("Tag {day}: „abwarten“"),
            revisit_when: String::new(),
            agreed_with: Vec::new(),
        });
    }
    acts.push(match day {
        0 => Command::ConveneCrisisStaff,
        1 => Command::Contain(ContainmentOption::LockAccounts),
        2 => Command::SecurePayFile,
        10 => Command::StandingOrders(Some("by_the_book".to_owned())),
        14 => Command::StandingOrders(None),
        _ => Command::ReconnectProviderLink,
    });
    let helper = AdministrationId(day % exercise.scenario().administrations.len() as u32);
    for kind in AidKind::ALL {
        acts.push(Command::RequestAid(AidDraft {
            kind: *kind,
            helper,
            amount: 1,
            days: 4,
            service: None,
            skill: None,
        }));
    }
    if let Some(last) = known.queue().last() {
        acts.push(Command::MoveOrder {
            order: *last,
            up: true,
        });
    }
    acts
}

/// Plays from `StartEx` to the end of the exercise by tries.
fn play(exercise: &mut Exercise, persons: &[AdministrationId]) {
    let begins = exercise.scenario().start_ex;
    for day in 0..20 {
        exercise.advance_to(begins.after(day * DAY + 3 * HOUR));
        for seat in persons {
            for act in tries(day, *seat, exercise) {
                // Not everything is possible.
                let _ = exercise.submit(*seat, Origin::Person, act);
            }
        }
    }
    finish(exercise);
}

fn finish(exercise: &mut Exercise) {
    let end = exercise.end();
    exercise.advance_to(end);
    exercise.record_fingerprint();
}

/// A whole exercise with its end.
struct Whole {
    folder: tempfile::TempDir,
    entries: Vec<Entry>,
    world: String,
}

fn whole(seed: u64) -> Whole {
    let folder = tempfile::tempdir().unwrap();
    let beginning = einstieg(seed);
    let mut exercise = begin(folder.path(), &beginning);
    play(&mut exercise, &beginning.persons);
    let world = exercise.sim().fingerprint();
    drop(exercise);
    let record = open(folder.path()).expect("a record");
    assert_eq!(record.torn, 0);
    Whole {
        folder,
        entries: record.entries,
        world,
    }
}

#[test]
fn a_record_proves_itself_for_whatever_luck() {
    for seed in 1..=6 {
        let whole = whole(seed);
        let fingerprints = whole
            .entries
            .iter()
            .filter(|entry| matches!(entry.kept, Kept::Fingerprint(..)));
        assert!(fingerprints.count() >= 25, "one a day");
        assert!(by_the_room(&whole.entries).len() > 60);
        let again = proved(whole.folder.path());
        assert_eq!(again.sim().fingerprint(), whole.world, "seed {seed}");
    }
}

#[test]
fn a_course_that_went_otherwise_is_told_at_its_first_difference() {
    let whole = whole(1);
    let record = open(whole.folder.path()).unwrap();
    let is_staff = |entry: &Entry| {
        let act = entry.act().filter(|line| line.origin == Origin::Person);
        act.is_some_and(|line| line.command == Command::ConveneCrisisStaff)
    };
    let at = record.entries.iter().position(is_staff).unwrap();
    let mut less = record.entries.clone();
    less.remove(at);
    let world = World::new(Arc::clone(&record.beginning.scenario));
    let difference = prove(world.sibling(), record.beginning.start, &less).err();
    let place = match difference.expect("a difference") {
        Difference::Fingerprint { sequence, .. } => sequence,
        Difference::Refused(refused) => refused.sequence,
        Difference::Bot { .. } => panic!("bots are silent"),
    };
    assert!(place > record.entries[at].sequence);
    assert!(place < record.entries[at].sequence + 200, "{place}");
    let mut other = record.beginning.start;
    other.seed += 1;
    assert!(prove(world, other, &record.entries).is_err());
}

#[test]
fn cut_anywhere_it_goes_on_and_ends_the_same() {
    let whole = whole(2);
    let length = fs::metadata(whole.folder.path().join("journal.jsonl")).unwrap();
    let length = length.len() as usize;
    let acts = by_the_room(&whole.entries);
    for nth in 0..16 {
        let at = match nth {
            0 => 0,
            1 => 10,
            _ => dice(nth, length),
        };
        let copy = cut(whole.folder.path(), at);
        let (mut exercise, entries) = go_on(copy.path());
        let done = by_the_room(&entries);
        assert_eq!(done, acts[..done.len()], "cut at {at}");
        for line in &acts[done.len()..] {
            if line.minute > exercise.sim().now() {
                exercise.advance_to(line.minute);
            }
            let accepted = exercise.submit(line.seat, Origin::Person, line.command.clone());
            accepted.unwrap_or_else(|refused| panic!("cut at {at}: {line:?}: {refused:?}"));
        }
        finish(&mut exercise);
        assert_eq!(exercise.sim().fingerprint(), whole.world, "cut at {at}");
        drop(exercise);
        let again = proved(copy.path());
        assert_eq!(again.sim().fingerprint(), whole.world, "cut at {at}");
        let all = open(copy.path()).unwrap().entries;
        let lines = |entries: &[Entry]| -> Vec<Line> {
            entries.iter().filter_map(Entry::act).cloned().collect()
        };
        assert_eq!(lines(&all), lines(&whole.entries), "cut at {at}");
    }
}

#[test]
fn whichever_byte_is_changed_it_is_noticed_with_its_place() {
    let whole = whole(3);
    let folder = cut(whole.folder.path(), 20_000);
    let path = folder.path().join("journal.jsonl");
    let journal = fs::read(&path).unwrap();
    for nth in 0..60 {
        let at = dice(nth, journal.len());
        if !journal[at..].contains(&b'\n') {
            continue;
        }
        let (line, begins) = line_at(&journal, at);
        let mut changed = journal.clone();
        changed[at] ^= 1 + (nth % 255) as u8;
        fs::write(&path, &changed).unwrap();
        match open(folder.path()) {
            Err(RecordError::Damaged { damage, .. }) => {
                assert_eq!((damage.line, damage.offset), (line, begins));
            }
            other => panic!("byte {at}: {:?}", other.map(|record| record.torn)),
        }
        assert_eq!(fs::read(&path).unwrap(), changed, "reading repairs nothing");
    }
    fs::write(&path, &journal).unwrap();
    open(folder.path()).expect("as it was");
    for name in ["record.json", "scenario/scenario.ron"] {
        let path = folder.path().join(name);
        let text = fs::read_to_string(&path).unwrap();
        let at = text.len() / 2;
        let changed = format!("{} {}", &text[..at], &text[at..]);
        fs::write(&path, changed).unwrap();
        let error = open(folder.path()).expect_err(name);
        // Whatever follows from it, a manifest that was changed is named.
        let is_manifest = matches!(error, RecordError::ManifestChanged(_));
        assert_eq!(is_manifest, name == "record.json", "{error}");
        fs::write(&path, text).unwrap();
    }
    open(folder.path()).expect("as it was");
    let manifest = folder.path().join("record.json");
    fs::write(&manifest, "").unwrap();
    let error = open(folder.path()).expect_err("an empty manifest");
    assert!(matches!(error, RecordError::ManifestChanged(_)), "{error}");
    // A journal without its first line is no damage, but holds nothing.
    fs::write(&path, "").unwrap();
    let error = open(folder.path()).expect_err("an empty manifest");
    assert_eq!(error.text().key, "record-manifest");
}

#[test]
fn what_stands_before_a_damaged_line_can_be_gone_on_with() {
    let beginning = einstieg(3);
    let folder = tempfile::tempdir().unwrap();
    let mut exercise = begin(folder.path(), &beginning);
    play(&mut exercise, &beginning.persons);
    drop(exercise);
    let journal = folder.path().join("journal.jsonl");
    let whole = fs::read(&journal).unwrap();
    let key = || open(folder.path()).expect_err("damaged").text().key;
    let ends = (0..whole.len()).filter(|at| whole[*at] == b'\n');
    let start = ends.map(|end| end + 1).nth(3).expect("a fifth line");
    let mut damaged = whole.clone();
    damaged[start + 10] ^= 1;
    fs::write(&journal, &damaged).unwrap();
    assert_eq!(key(), "record-damaged");
    // As the message says: this line and all below it are deleted.
    fs::write(&journal, &damaged[..start]).unwrap();
    let record = open(folder.path()).expect("what stood before");
    assert_eq!((record.entries.len(), record.torn), (3, 0));
    let (mut exercise, _) = go_on(folder.path());
    finish(&mut exercise);
    drop(exercise);
    assert!(open(folder.path()).expect("gone on with").entries.len() > 3);
    // Of a damaged first line nothing is left.
    damaged[5] ^= 1;
    fs::write(&journal, &damaged).unwrap();
    assert_eq!(key(), "record-damaged-first");
    fs::write(&journal, &whole).unwrap();
    fs::remove_file(folder.path().join("scenario/scenario.ron")).unwrap();
    assert_eq!(key(), "record-incomplete");
    let nowhere = folder.path().join("nowhere");
    for refused in [open(&nowhere).err(), take_up(&nowhere).err()] {
        assert_eq!(refused.expect("no folder").text().key, "record-no-folder");
    }
}

#[test]
fn nothing_is_replaced_unless_asked_and_nobody_else_writes() {
    let folder = tempfile::tempdir().unwrap();
    let beginning = einstieg(1);
    let exercise = begin(folder.path(), &beginning);
    for force in [false, true] {
        let second = create(folder.path(), &beginning, force).err();
        match (force, second) {
            (false, Some(RecordError::Exists(_))) | (true, Some(RecordError::InUse(_))) => {}
            (_, other) => panic!("{force}: {other:?}"),
        }
    }
    assert!(matches!(
        take_up(folder.path()).err(),
        Some(RecordError::InUse(_))
    ));
    open(folder.path()).expect("who reads disturbs nobody");
    drop(exercise);
    let (_, mut recorder) = take_up(folder.path()).expect("free again");
    let room = RoomRecord {
        room_seconds: 600,
        ..RoomRecord::default()
    };
    recorder.keep_room(&room);
    assert_eq!(read_room(folder.path()), room);
    drop(recorder);
    // What lies beside a journal belongs to it.
    fs::write(folder.path().join("improvements.csv"), "{}").unwrap();
    let note = Noted::Reply(Reply {
        sheet: 1,
        question: "useful".to_owned(),
        grade: Some(4),
        text: String::new(),
    });
    let record = open(folder.path()).expect("a record");
    record.observe(note).expect("noted");
    create(folder.path(), &beginning, true).expect("asked for");
    for beside in ["room.json", "improvements.csv", "observations.jsonl"] {
        assert!(!folder.path().join(beside).exists(), "{beside} is left");
    }
    // Another exercise is led in a room of its own.
    assert_eq!(read_room(folder.path()), RoomRecord::default());
    let anew = open(folder.path()).expect("a record");
    assert_eq!(anew.observations().expect("none yet"), []);
    // What was begun and came to nothing is no record; only its own rests can be replaced.
    let half = tempfile::tempdir().unwrap();
    fs::write(half.path().join("lock"), "").unwrap();
    fs::create_dir(half.path().join("scenario")).unwrap();
    let unasked = create(half.path(), &beginning, false).err();
    assert!(matches!(unasked, Some(RecordError::Exists(_))));
    fs::write(half.path().join("thesis.odt"), "years of work").unwrap();
    assert!(create(half.path(), &beginning, true).is_err());
    fs::remove_file(half.path().join("thesis.odt")).unwrap();
    create(half.path(), &beginning, true).expect("asked for");
    let else_folder = tempfile::tempdir().unwrap();
    fs::write(else_folder.path().join("thesis.odt"), "years of work").unwrap();
    let refused = create(else_folder.path(), &beginning, true).err();
    assert!(matches!(refused, Some(RecordError::Exists(_))));
    assert!(matches!(
        open(else_folder.path()).err(),
        Some(RecordError::NoRecord(_))
    ));
}

#[test]
fn a_record_needs_nothing_but_itself() {
    let sources = tempfile::tempdir().unwrap();
    let copy = fs::read_to_string("scenarios/einzelfall/scenario.ron").unwrap();
    fs::write(sources.path().join("scenario.ron"), copy).unwrap();
    let table = fs::read_to_string("scenarios/einzelfall/administrations.csv").unwrap();
    fs::write(sources.path().join("administrations.csv"), table).unwrap();
    let set = vec![("service.kfz.waz".to_owned(), "30h".to_owned())];
    let staging = Staging {
        start: Some("2027-09-03".parse().unwrap()),
        invented_names: true,
        ..Staging::default()
    };
    let name = sources.path().to_str().unwrap().to_owned();
    let mut beginning = support::beginning_with(&name, &set, staging, u64::MAX);
    beginning.persons.truncate(1);
    beginning.start.pact = 0;
    let folder = tempfile::tempdir().unwrap();
    let mut played = begin(folder.path(), &beginning);
    played.advance_to(beginning.scenario.start_ex.after(9 * DAY));
    played.record_fingerprint();
    let world = played.sim().fingerprint();
    drop((played, sources));
    let record = open(folder.path()).expect("the sources are not asked");
    let read = &record.beginning;
    assert_eq!(read.scenario.hash, beginning.scenario.hash);
    let names = |of: &Beginning| -> Vec<String> {
        let all = of.scenario.administrations.iter();
        all.map(|place| place.name.clone()).collect()
    };
    assert_eq!(names(read), names(&beginning));
    assert_eq!(read.persons, beginning.persons);
    assert_eq!(read.start, beginning.start);
    assert!(read.files.files.contains_key("administrations.csv"));
    assert!(read.files.files.contains_key("catalogue/services.ron"));
    assert_eq!(proved(folder.path()).sim().fingerprint(), world);
}

/// Plays and is killed; does nothing unless asked. Says which act is confirmed.
#[test]
fn inside() {
    let Ok(folder) = std::env::var(PLAYS) else {
        return;
    };
    let folder = Path::new(&folder);
    let acts: Vec<Line> = {
        let script = fs::read(folder.with_extension("script")).unwrap();
        serde_json::from_slice(&script).unwrap()
    };
    let (mut exercise, done) = if folder.join("record.json").is_file() {
        let (exercise, entries) = go_on(folder);
        (exercise, by_the_room(&entries).len())
    } else {
        (begin(folder, &einstieg(4)), 0)
    };
    for (number, line) in (1..).zip(&acts).skip(done) {
        if line.minute > exercise.sim().now() {
            exercise.advance_to(line.minute);
        }
        let accepted = exercise.submit(line.seat, Origin::Person, line.command.clone());
        accepted.expect("it was possible before");
        // What sets the clock is no decision and may wait.
        if line.is_decision() {
            confirm(number);
        }
    }
    finish(&mut exercise);
    std::process::exit(0);
}

/// Kills an exercise so many times, each time at another moment, and lets it go on to its end.
fn killed(times: u64) -> (u32, u32) {
    let whole = whole(4);
    let acts = by_the_room(&whole.entries);
    let place = tempfile::tempdir().unwrap();
    let script = serde_json::to_vec(&acts).unwrap();
    let (mut midway, mut twice) = (0, 0);
    for nth in 0..times {
        let folder = place.path().join(format!("killed{nth}"));
        fs::write(folder.with_extension("script"), &script).unwrap();
        let mut lives = 1;
        let mut confirmed = 0;
        // Some are killed again while they go on.
        while lives <= 1 + nth % 3 {
            let after = dice(nth * 7 + lives, acts.len());
            let more = Duration::from_micros(dice(nth + lives, 20_000) as u64);
            confirmed = played_until_killed(PLAYS, &folder, after, more).max(confirmed);
            lives += 1;
            if !folder.join("record.json").is_file() {
                break;
            }
            let entries = open(&folder).expect("nothing but torn").entries;
            let there = by_the_room(&entries).len();
            assert!(there >= confirmed, "{confirmed} confirmed, {there} there");
            midway += u32::from(there > 0 && there < acts.len());
            twice += u32::from(lives > 2);
        }
        let (mut exercise, done) = if folder.join("record.json").is_file() {
            let (exercise, entries) = go_on(&folder);
            (exercise, by_the_room(&entries))
        } else {
            let _ = fs::remove_dir_all(&folder);
            (begin(&folder, &einstieg(4)), Vec::new())
        };
        assert_eq!(done, acts[..done.len()], "nothing lost, nothing else");
        for line in &acts[done.len()..] {
            if line.minute > exercise.sim().now() {
                exercise.advance_to(line.minute);
            }
            let accepted = exercise.submit(line.seat, Origin::Person, line.command.clone());
            accepted.expect("it was possible before");
        }
        finish(&mut exercise);
        assert_eq!(exercise.sim().fingerprint(), whole.world, "kill {nth}");
        drop(exercise);
        assert_eq!(proved(&folder).sim().fingerprint(), whole.world);
        let _ = fs::remove_dir_all(&folder);
    }
    (midway, twice)
}

#[test]
fn killed_at_any_moment_it_goes_on_as_if_nothing_had_been() {
    let (midway, twice) = killed(24);
    assert!(midway >= 5, "only {midway} kills hit a running exercise");
    assert!(twice >= 5, "only {twice} hit one that went on");
}

#[test]
#[ignore = "takes minutes"]
fn killed_at_a_thousand_moments() {
    let (midway, _) = killed(1000);
    assert!(midway >= 800, "{midway}");
}

/// A record that keeps nothing any more.
struct Full;

impl Record for Full {
    fn keep(&mut self, line: &Line) -> Result<(), NotRecorded> {
        if !line.is_decision() {
            return Ok(());
        }
        Err(NotRecorded {
            reason: Text::new("record-why-full"),
        })
    }
}

#[test]
fn what_cannot_be_recorded_is_refused_and_changes_nothing() {
    let beginning = einstieg(1);
    let world = World::new(Arc::clone(&beginning.scenario));
    let mut exercise = Exercise::new(world, beginning.start, Vec::new(), Some(Box::new(Full)));
    exercise.advance_to(beginning.scenario.start_ex);
    let before = exercise.sim().fingerprint();
    let act = Command::ConveneCrisisStaff;
    let refused = exercise.submit(beginning.persons[0], Origin::Person, act);
    let refused = refused.expect_err("nothing can be written");
    assert_eq!(refused.reason.key, "refusal-not-recorded");
    assert_eq!(refused.remedy.unwrap().key, "help-not-recorded");
    assert_eq!(exercise.sim().fingerprint(), before);
    let clock = Command::SetClock(Pace::NextStop);
    let set = exercise.submit(beginning.persons[0], Origin::Person, clock);
    set.expect("the clock is no decision");
}

#[test]
fn time_alone_goes_on_from_the_last_fingerprint() {
    let folder = tempfile::tempdir().unwrap();
    let beginning = einstieg(5);
    let mut exercise = begin(folder.path(), &beginning);
    exercise.advance_to(SimTime(beginning.scenario.start_ex.0 + 12 * DAY + 7));
    exercise.record_fingerprint();
    let left = (exercise.sim().now(), exercise.sim().fingerprint());
    drop(exercise);
    let (exercise, _) = go_on(folder.path());
    assert_eq!((exercise.sim().now(), exercise.sim().fingerprint()), left);
}

#[test]
fn a_played_record_without_its_journal_is_no_new_one() {
    let folder = tempfile::tempdir().unwrap();
    let beginning = einstieg(3);
    drop(create(folder.path(), &beginning, false).expect("a record"));
    let journal = folder.path().join("journal.jsonl");
    // The power went before the first line: nothing is lost.
    fs::remove_file(&journal).unwrap();
    assert!(open(folder.path()).expect("a record").is_blank());
    drop(take_up(folder.path()).expect("it can begin"));
    // What lies beside it shows that somebody played.
    fs::write(folder.path().join("room.json"), "{}").unwrap();
    for gone in [true, false] {
        if gone {
            fs::remove_file(&journal).unwrap();
        } else {
            fs::write(&journal, "").unwrap();
        }
        for refused in [open(folder.path()).err(), take_up(folder.path()).err()] {
            assert!(matches!(refused, Some(RecordError::NoJournal(_))));
        }
        assert_eq!(journal.exists(), !gone, "nothing is begun anew");
    }
}
