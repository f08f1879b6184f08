//! What tests of recorded exercises share: a record begun, a room led, a journal cut short and gone on with.
#![allow(dead_code)]

pub mod alone;
pub mod killed;

use std::fs;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use beistand::aar::Question;
use beistand::exercise::door::{Door, FacilitatorDoor};
use beistand::exercise::{
    self, Actor, Exercise, Line, NotRecorded, Origin, Record, RoomRecord, RoomSetup, Setup, Start,
    World,
};
use beistand::journal::{
    Beginning, Entry, Followed, Recorder, create, open, prove, resume, take_up,
};
use beistand::response::{StandIns, players};
use beistand::scenario::{Scenario, Staging, load_with_files};
use beistand::view::{SeatView, seats};
use beistand::vocab::{AdministrationId, Pace, SimTime};

/// How long anything may take on a loaded machine.
pub const PATIENCE: Duration = Duration::from_mins(2);

/// The seat with an official key.
pub fn seat_of(scenario: &Scenario, key: &str) -> AdministrationId {
    let mut all = scenario.administrations.iter();
    let position = all.position(|administration| administration.id == key);
    AdministrationId::from_index(position.expect("the seat is there"))
}

/// How an exercise begins in which persons sit at every seat of the scenario, under its last pact.
pub fn beginning_with(
    name: &str,
    set: &[(String, String)],
    staging: Staging,
    seed: u64,
) -> Beginning {
    let (scenario, files) = load_with_files(name, set, &staging).expect("the scenario is right");
    Beginning {
        persons: seats(&scenario).iter().map(|seat| seat.id).collect(),
        start: Start {
            seed,
            run: 0,
            pact: scenario.pacts.len() - 1,
        },
        scenario: Arc::new(scenario),
        files,
        set: set.to_vec(),
        staging,
        response: "by_the_book".to_owned(),
        is_led: false,
        parent: None,
    }
}

/// What if nothing had been different.
pub fn unchanged(beginning: &Beginning) -> Question {
    Question {
        from: None,
        without_aid: false,
        without: Vec::new(),
        moved: Vec::new(),
        added: Vec::new(),
        scenario: Arc::clone(&beginning.scenario),
        pact: beginning.start.pact,
    }
}

/// The same of a scenario as it is.
pub fn beginning_of(name: &str, seed: u64) -> Beginning {
    beginning_with(name, &[], Staging::default(), seed)
}

impl Chosen for Beginning {
    fn with_persons(mut self, keys: &[&str]) -> Self {
        let seats = keys.iter().map(|key| seat_of(&self.scenario, key));
        self.persons = seats.collect();
        self
    }

    fn led(mut self) -> Self {
        self.is_led = true;
        self
    }

    fn under(mut self, pact: &str) -> Self {
        let mut pacts = self.scenario.pacts.iter();
        self.start.pact = pacts.position(|of| of.id == pact).expect("a pact");
        self
    }
}

/// What a test chooses of a beginning.
pub trait Chosen {
    /// With persons at these seats only.
    fn with_persons(self, keys: &[&str]) -> Self;
    /// Led by a facilitator.
    fn led(self) -> Self;
    /// Under the pact of this id.
    fn under(self, pact: &str) -> Self;
}

/// An exercise at its first minute, bots at the seats of nobody.
pub fn exercise(beginning: &Beginning, record: Box<dyn Record>) -> Exercise {
    let scenario = &beginning.scenario;
    let bots = players(scenario, &beginning.response, &beginning.persons).expect("the plan");
    let world = World::new(Arc::clone(scenario));
    Exercise::new(world, beginning.start, bots, Some(record))
        .with_deputies(Box::new(StandIns(Arc::clone(scenario))))
}

/// Begins a record and plays up to `StartEx`.
pub fn begin(folder: &Path, beginning: &Beginning) -> Exercise {
    let recorder = create(folder, beginning, false).expect("a new folder");
    let mut exercise = exercise(beginning, Box::new(recorder));
    exercise.advance_to(beginning.scenario.start_ex);
    exercise
}

/// Takes a record up where it was left; a second try is brought to its minute.
pub fn go_on(folder: &Path) -> (Beginning, Exercise) {
    let (record, recorder) = take_up(folder).expect("a record");
    let followed = recorder.followed();
    let mut exercise = exercise(&record.beginning, Box::new(recorder));
    resume(&mut exercise, &record.entries, &followed).expect("the same course");
    if let Some(parent) = &record.beginning.parent {
        exercise.advance_to(parent.minute);
    }
    (record.beginning, exercise)
}

/// Opens the room of an exercise that a facilitator leads.
pub fn lead(exercise: Exercise, beginning: &Beginning) -> (Actor, Box<dyn FacilitatorDoor>) {
    lead_from(exercise, beginning, RoomRecord::default())
}

/// Opens the room again where it was left.
pub fn lead_from(
    exercise: Exercise,
    beginning: &Beginning,
    record: RoomRecord,
) -> (Actor, Box<dyn FacilitatorDoor>) {
    let actor = exercise::start(Setup {
        exercise,
        persons: beginning.persons.clone(),
        asides: None,
        room: Some(RoomSetup {
            record,
            forecast: None,
        }),
    });
    let door = actor.facilitator_door().expect("a room has a door");
    (actor, door)
}

/// Waits until something holds.
pub fn wait(door: &dyn FacilitatorDoor, until: impl Fn(&dyn FacilitatorDoor) -> bool) {
    let begun = Instant::now();
    while !until(door) {
        assert!(begun.elapsed() < PATIENCE, "it never comes");
        std::thread::sleep(Duration::from_millis(2));
    }
}

/// Returns what a seat sees by now: its screen is made anew when somebody looks, a moment later.
pub fn seen(door: &dyn FacilitatorDoor, at: &dyn Door, seat: AdministrationId) -> Arc<SeatView> {
    let begun = Instant::now();
    loop {
        let view = at.view(seat);
        if view.revision >= door.view().revision {
            return view;
        }
        assert!(begun.elapsed() < PATIENCE, "it is never up to date");
        std::thread::sleep(Duration::from_millis(2));
    }
}

/// Lets the clock run until it stands, and returns where and why.
pub fn stands(door: &dyn FacilitatorDoor) -> (SimTime, String) {
    wait(door, |door| door.view().public.clock.pace == Pace::Stopped);
    let clock = door.view().public.clock.clone();
    let why = clock
        .stopped_by
        .map(|text| text.key.into_owned())
        .unwrap_or_default();
    (clock.now.at, why)
}

/// The acts of a journal, in order.
pub fn acts_of(entries: &[Entry]) -> Vec<Line> {
    entries.iter().filter_map(Entry::act).cloned().collect()
}

/// What the room did, in order.
pub fn by_the_room(entries: &[Entry]) -> Vec<Line> {
    let acts = entries.iter().filter_map(Entry::act);
    acts.filter(|line| !line.origin.is_bot()).cloned().collect()
}

/// Plays a record again and holds it to its fingerprints.
pub fn proved(folder: &Path) -> Exercise {
    let record = open(folder).expect("a record");
    let world = World::new(Arc::clone(&record.beginning.scenario));
    prove(world, record.beginning.start, &record.entries).expect("it holds")
}

/// A copy of a record with another journal.
pub fn copy_with(whole: &Path, journal: &[u8]) -> tempfile::TempDir {
    let copy = tempfile::tempdir().expect("a folder");
    fs::create_dir_all(copy.path().join("scenario/catalogue")).expect("folders");
    let record = fs::read_to_string(whole.join("record.json")).expect("a manifest");
    let manifest: serde_json::Value = serde_json::from_str(&record).expect("a manifest");
    for file in manifest["files"].as_array().expect("files") {
        let path = file["path"].as_str().expect("a path");
        fs::copy(whole.join(path), copy.path().join(path)).expect("a copy");
    }
    fs::write(copy.path().join("record.json"), record).expect("a manifest");
    fs::write(copy.path().join("journal.jsonl"), journal).expect("a journal");
    copy
}

/// A copy of a record, its journal cut off.
pub fn cut(whole: &Path, length: usize) -> tempfile::TempDir {
    let journal = fs::read(whole.join("journal.jsonl")).expect("a journal");
    copy_with(whole, &journal[..length])
}

/// Numbers that look like chance, the same every time.
pub fn dice(nth: u64, below: usize) -> usize {
    let mixed = (nth + 1).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    ((mixed ^ (mixed >> 29)).wrapping_mul(0xBF58_476D_1CE4_E5B9) >> 20) as usize % below
}

/// Where the line begins that holds a byte: its number from 1 and its first byte.
pub fn line_at(journal: &[u8], at: usize) -> (u64, u64) {
    let begins = journal[..at].iter().rposition(|byte| *byte == b'\n');
    let begins = begins.map_or(0, |before| before + 1);
    let before = journal[..begins].iter().filter(|byte| **byte == b'\n');
    (before.count() as u64 + 1, begins as u64)
}

/// A recorder that counts the acts it keeps, bots' among them.
struct Counting(Recorder, Arc<AtomicUsize>);

impl Record for Counting {
    fn keep(&mut self, line: &Line) -> Result<(), NotRecorded> {
        self.0.keep(line)?;
        self.1.fetch_add(1, Ordering::Relaxed);
        Ok(())
    }

    fn wants_fingerprints(&self) -> bool {
        self.0.wants_fingerprints()
    }

    fn keep_fingerprint(&mut self, minute: SimTime, hex: &str) -> Result<(), NotRecorded> {
        self.0.keep_fingerprint(minute, hex)
    }

    fn keep_room(&mut self, room: &RoomRecord) {
        self.0.keep_room(room);
    }
}

/// An exercise into which acts of another record are handed, in their order among those of the bots.
pub struct Again {
    pub exercise: Exercise,
    kept: Arc<AtomicUsize>,
}

impl Again {
    /// Begins a new record.
    pub fn begin(folder: &Path, beginning: &Beginning, end: SimTime) -> Self {
        let recorder = create(folder, beginning, false).expect("a new folder");
        let mut again = Self::with(recorder, beginning, end);
        again.exercise.advance_to(beginning.scenario.start_ex);
        again
    }

    /// Goes on with a record, and says what the room had done in it.
    pub fn go_on(folder: &Path, end: SimTime) -> (Self, Vec<Line>) {
        let (record, recorder) = take_up(folder).expect("a record");
        let followed: Followed = recorder.followed();
        let mut again = Self::with(recorder, &record.beginning, end);
        resume(&mut again.exercise, &record.entries, &followed).expect("the same course");
        (again, by_the_room(&record.entries))
    }

    fn with(recorder: Recorder, beginning: &Beginning, end: SimTime) -> Self {
        let kept = Arc::new(AtomicUsize::new(0));
        let counting = Box::new(Counting(recorder, Arc::clone(&kept)));
        Self {
            exercise: exercise(beginning, counting).until(end),
            kept,
        }
    }

    /// Hands in what is missing of these acts of a whole journal, up to the end, and tells of each act of the room
    /// that is confirmed, with its number among all.
    pub fn hand_in(&mut self, acts: &[Line], mut confirmed: impl FnMut(usize)) {
        let end = self.exercise.end();
        loop {
            let at = self.kept.load(Ordering::Relaxed);
            let Some(line) = acts.get(at).filter(|line| line.minute < end) else {
                return;
            };
            let now = self.exercise.sim().now();
            if line.minute > now {
                self.exercise.advance_to(line.minute);
            } else if line.origin.is_bot() {
                // Bots answer when time goes on.
                self.exercise.step_to(now);
                let came = self.kept.load(Ordering::Relaxed);
                assert!(came > at, "a bot does not come again: {line:?}");
            } else {
                let accepted =
                    self.exercise
                        .submit(line.seat, line.origin.clone(), line.command.clone());
                accepted.unwrap_or_else(|refused| panic!("{line:?}: {refused:?}"));
                confirmed(at + 1);
            }
        }
    }

    /// Plays to the end and returns the fingerprint of the world there.
    pub fn finish(&mut self) -> String {
        let end = self.exercise.end();
        self.exercise.advance_to(end);
        self.exercise.record_fingerprint();
        self.exercise.sim().fingerprint()
    }
}

/// Whether an act is one that stops nobody: it stands in the script of a test for every seat.
pub fn is_person(line: &Line) -> bool {
    matches!(line.origin, Origin::Person | Origin::Entered { .. })
}
