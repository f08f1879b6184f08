//! A workshop of two hours with eight seats: led from the desk by the key for the next thing, decided at the seats by
//! what their screens offer, paused three times and once tried again. Whatever happens to its record, nothing decided
//! is lost, and nothing shows what nobody could know.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};
use std::time::Duration;

use beistand::aar::{Played, Question, WhatIf, report, table};
use beistand::command::Command;
use beistand::exercise::door::{Direction, Door, FacilitatorDoor, Visit};
use beistand::exercise::{self, Exercise, Line, Origin, Player, Setup, World};
use beistand::journal::{Beginning, Folder, RecordError, copy_room, open, read_room};
use beistand::response::{StandIns, players};
use beistand::scenario::Staging;
use beistand::sim::Known;
use beistand::tui::theme::ColorDepth;
use beistand::tui::{Seat, Settings};
use beistand::view::{Asks, Holder, NextAct, ScriptState, SeatView, wall_view};
use beistand::vocab::{
    AdministrationId, AidDraft, AidKind, Channel, ClockMode, DAY, Decider, DecisionId, HOUR,
    Intervention, MessageClass, OwnInject, Pace, RewindTo, SimTime,
};
use beistand::words::Lang;
use crossterm::event::{Event, KeyCode, KeyEvent, KeyModifiers};
use ratatui::Terminal;
use ratatui::backend::TestBackend;

use support::alone::Alone;
use support::killed::{confirm, played_until_killed};
use support::{Again, Chosen as _, copy_with, dice, lead_from, line_at, seen, stands, wait};

mod support;

/// Set for the test program that plays and is killed; names the folder of its record.
const PLAYS: &str = "BEISTAND_TEST_TWO_HOURS";
/// What the room decides in a phase.
const PER_PHASE: usize = 12;
/// Seats beyond the six of the scenario.
const MORE_SEATS: [&str; 2] = ["06432", "08221000"];

/// Eight seats at the scenario of the workshop, under the letter of intent.
fn beginning() -> Beginning {
    let role = "(de: \"Sie sind dabei.\", en: \"You take part.\")";
    let set: Vec<(String, String)> = MORE_SEATS
        .iter()
        .map(|key| (format!("admin.{key}.seat"), role.to_owned()))
        .collect();
    support::beginning_with("suedhessen", &set, Staging::default(), 4)
        .led()
        .under("loi")
}

/// The people of a workshop, who decide by what their screens show.
struct Room<'a> {
    door: &'a dyn FacilitatorDoor,
    seats: &'a [AdministrationId],
    /// Decisions so far.
    decided: usize,
    asked: BTreeSet<AdministrationId>,
    talked: bool,
}

impl<'a> Room<'a> {
    fn new(door: &'a dyn FacilitatorDoor, seats: &'a [AdministrationId]) -> Self {
        Self {
            door,
            seats,
            decided: 0,
            asked: BTreeSet::new(),
            talked: false,
        }
    }

    /// The keyboard of a seat: some take it themselves, for others the facilitator types.
    fn at(&self, seat: AdministrationId) -> Box<dyn Door> {
        self.door.seat(if seat.0.is_multiple_of(2) {
            Visit::HandedOver
        } else {
            Visit::Enter {
                decider: Decider::CrisisStaff,
                name: "Weber".to_owned(),
            }
        })
    }

    fn did(&mut self, seat: AdministrationId, act: Command) -> bool {
        let accepted = self.at(seat).submit(seat, act).is_ok();
        self.decided += usize::from(accepted);
        accepted
    }

    /// Everybody decides what is open at their seat, and nobody more than `most` papers.
    fn decide(&mut self, most: usize) {
        for seat in self.seats.iter().copied() {
            let view = seen(self.door, &*self.at(seat), seat);
            self.answer_message(seat, &view);
            for paper in view.decisions.iter().take(most) {
                // Watching on is chosen now and then; what is possible otherwise.
                let possible = paper.options.iter().filter(|row| row.refusal.is_none());
                let acts: Vec<&Command> = possible.filter_map(|row| row.command.as_ref()).collect();
                let watches = (self.decided + seat.index()).is_multiple_of(3);
                let choice = acts.first().filter(|_| !watches || paper.request.is_some());
                let decision = Command::RecordDecision {
                    decision: paper.id,
                    decider: Decider::Head,
                    choice: choice.map(|act| Box::new((*act).clone())),
                    reason: format!("„Kriterium {}“ ist erfüllt", self.decided),
                    revisit_when: String::new(),
                    agreed_with: Vec::new(),
                };
                if !self.did(seat, decision) {
                    let put_off = Command::DeferDecision {
                        decision: paper.id,
                        minutes: 240,
                    };
                    self.did(seat, put_off);
                }
            }
        }
    }

    /// Answers the newest message that waits for a reply.
    fn answer_message(&mut self, seat: AdministrationId, view: &SeatView) {
        let mut entries = view.log.entries.iter().rev();
        let waits = entries.find(|entry| entry.asks == Some(Asks::Reply));
        let Some(inject) = waits.and_then(|entry| entry.inject.clone()) else {
            return;
        };
        let inject = inject.name;
        let act = if self.decided.is_multiple_of(4) {
            Command::AcknowledgeInject { inject }
        } else {
            Command::AnswerInject {
                inject,
                decider: Decider::Head,
                text: "Erst das Telefon, dann die Kasse: so ist es abgestimmt.".to_owned(),
                agreed_with: Vec::new(),
            }
        };
        self.did(seat, act);
    }

    /// Every seat asks once for what its screen proposes.
    fn ask_for_aid(&mut self) {
        for seat in self.seats.iter().copied() {
            if self.asked.contains(&seat) {
                continue;
            }
            let door = self.at(seat);
            let view = seen(self.door, &*door, seat);
            let kinds = [AidKind::ItWorkplaces, AidKind::ItSpecialistOnSite];
            let choices = kinds
                .iter()
                .filter_map(|kind| view.aid.choices.iter().find(|choice| choice.kind == *kind));
            let drafts = choices.filter_map(|choice| {
                let mut draft = AidDraft {
                    kind: choice.kind,
                    helper: choice.partners.first()?.0,
                    amount: 1,
                    days: 5,
                    service: choice.services.first().map(|(id, _)| *id),
                    skill: choice.skill,
                };
                let preview = door.preview(seat, &draft);
                let mut able = preview.candidates.iter();
                draft.helper = able.find(|one| one.objection.is_none())?.helper;
                Some(draft)
            });
            for draft in drafts.collect::<Vec<_>>() {
                if self.did(seat, Command::RequestAid(draft)) {
                    self.asked.insert(seat);
                }
            }
        }
    }

    /// Two seats agree on something at the table.
    fn talk(&mut self) {
        if !self.talked {
            let (one, other) = (self.seats[0], self.seats[1]);
            let about = "Wer fährt nach Heidelberg?".to_owned();
            let with = vec![other];
            self.talked = self.did(one, Command::TableTalk { with, about });
            let door = self.door;
            stands(door);
        }
    }

    /// Leaps over the rest of the phase, with standing orders at every seat.
    fn leap_over(&self, until: SimTime) {
        let view = self.door.view();
        let now = view.public.clock.now.at;
        let mut ends = view.stages.iter().map(|stage| stage.ends.at);
        let end = ends.find(|at| *at > now);
        let to = end.unwrap_or(view.public.clock.end_ex.at).min(until);
        let orders = view.seats.iter().filter(|row| row.holder == Holder::Person);
        let orders = orders.map(|row| (row.seat.id, "by_the_book".to_owned()));
        let orders = orders.collect();
        self.direct(Direction::Leap { to, orders });
        stands(self.door);
        wait(self.door, |door| {
            let view = door.view();
            let mut seats = view.seats.iter();
            // Who comes back after the end has nothing to come back for.
            view.public.clock.ended || seats.all(|row| row.holder == Holder::Person)
        });
    }

    fn direct(&self, direction: Direction) {
        self.door
            .direct(direction)
            .expect("the facilitator can do that");
    }

    /// Presses the key for the next thing, and lets the clock run until it stands; returns whether there was one.
    fn next(&mut self) -> bool {
        let view = self.door.view();
        let now = view.public.clock.now.at;
        match view.next.act {
            NextAct::EndBriefing => self.direct(Direction::EndBriefing),
            NextAct::HotWash => return false,
            NextAct::Leap(to) => {
                let some = view.seats.iter().filter(|row| row.seat.id.0 % 3 != 0);
                let orders = some.map(|row| (row.seat.id, "by_the_book".to_owned()));
                let orders = orders.collect();
                self.direct(Direction::Leap { to, orders });
            }
            // The test has no minutes to spare for the pace of the phases: it runs from stop to stop.
            NextAct::GoOn | NextAct::Decide(..) | NextAct::Reply(..) | NextAct::RunTo(_) => {
                let end = view.public.clock.end_ex.at;
                let stops = view.stops.iter().map(|stop| stop.at.at);
                let to = stops.filter(|at| *at > now).min().unwrap_or(end);
                self.direct(Direction::RunTo(to));
            }
        }
        stands(self.door);
        true
    }
}

/// What a workshop left.
struct Workshop {
    _place: tempfile::TempDir,
    record: PathBuf,
    second_try: PathBuf,
    /// Where the record was left, before it was taken up again.
    world: String,
    journal: Vec<u8>,
    entries: Vec<beistand::journal::Entry>,
    beginning: Beginning,
    decided: usize,
}

/// The exercise that all tests here look at; it is played once.
fn workshop() -> &'static Workshop {
    static PLAYED: OnceLock<Workshop> = OnceLock::new();
    PLAYED.get_or_init(play)
}

fn play() -> Workshop {
    let place = tempfile::tempdir().expect("a folder");
    let (record, second_try) = (place.path().join("first"), place.path().join("second"));
    let beginning = beginning();
    assert_eq!(beginning.persons.len(), 8);
    let start = beginning.scenario.start_ex;
    let seats = beginning.persons.clone();
    let (actor, door) = support::lead(support::begin(&record, &beginning), &beginning);
    let mut decided = on_friday_and_the_night(&*door, &seats);
    drop(door);

    // The lid of the laptop is closed and opened again: the second pause, at whatever moment.
    drop(actor.leave().expect("the exercise"));
    let (_, exercise) = support::go_on(&record);
    let (actor, door) = lead_from(exercise, &beginning, read_room(&record));
    decided += run_until(&*door, &seats, start.after(3 * DAY), 1);

    // The room tries Sunday again, and the first try stays as it was.
    let back_to = door.view().decided[2].at.at;
    drop(door);
    drop(actor.leave().expect("the exercise"));
    let before = fs::read(record.join("journal.jsonl")).expect("a journal");
    let so_far = open(&record).expect("a record");
    so_far
        .branch(
            &second_try,
            RewindTo {
                minute: back_to,
                before: None,
            },
        )
        .expect("a second try");
    copy_room(&record, &open(&second_try).expect("a record"));
    let (branched, exercise) = support::go_on(&second_try);
    let (actor, door) = lead_from(exercise, &branched, read_room(&second_try));
    assert_eq!(door.view().public.clock.now.at, back_to);
    run_until(&*door, &seats, back_to.after(DAY), 2);
    drop(door);
    drop(actor.leave().expect("the exercise"));
    assert_eq!(
        fs::read(record.join("journal.jsonl")).expect("a journal"),
        before
    );

    let (_, exercise) = support::go_on(&record);
    let (actor, door) = lead_from(exercise, &beginning, read_room(&record));
    decided += run_until(&*door, &seats, SimTime::NEVER, 1);
    let door = &*door;
    let script = door.view().script.clone();
    for number in 1..=14 {
        let name = format!("E{number}");
        let row = script.rows.iter().find(|row| row.name == name);
        let row = row.expect("it is in the script");
        assert!(!row.state.is_open(), "{name} was forgotten: {row:?}");
    }
    let came = script
        .rows
        .iter()
        .filter(|row| row.name.starts_with('E') && row.state != ScriptState::Skipped);
    assert!(came.count() >= 12, "the script went by");
    let left = actor.leave().expect("the exercise");
    assert!(left.has_ended());
    let world = left.sim().fingerprint();
    drop(left);
    let folder = open(&record).expect("a record");
    Workshop {
        journal: fs::read(record.join("journal.jsonl")).expect("a journal"),
        _place: place,
        record,
        second_try,
        world,
        entries: folder.entries,
        beginning,
        decided,
    }
}

/// Friday and the night: the clock runs free for a while, is stopped to talk, and the facilitator changes the script.
fn on_friday_and_the_night(door: &dyn FacilitatorDoor, seats: &[AdministrationId]) -> usize {
    let mut room = Room::new(door, seats);
    let start = door.view().public.clock.start_ex.at;
    assert_eq!(door.view().next.act, NextAct::EndBriefing);
    room.decide(1);
    assert!(room.next());
    // The first pause: a clock that runs is stopped to talk.
    room.direct(Direction::Mode(ClockMode::Free));
    room.direct(Direction::FreePace(60));
    room.direct(Direction::GoOn);
    wait(door, |door| door.view().public.clock.now.at > start);
    room.direct(Direction::Talk);
    assert!(door.view().room.talking);
    room.direct(Direction::Mode(ClockMode::Rounds));
    room.decide(1);
    let first = seats[0];
    let own = OwnInject {
        from: "Lokalzeitung".to_owned(),
        to: vec![first, seats[3]],
        channel: Channel::Mobile,
        class: MessageClass::Stop,
        text: "Was ist bei Ihnen los?".to_owned(),
    };
    let e3 = || "E3".to_owned();
    for act in [
        Command::HoldInject { inject: e3() },
        Command::LetInjectCome { inject: e3() },
        Command::EditInject {
            inject: "E13".to_owned(),
            text: "Die Aprildatei muss heute zur Bank.".to_owned(),
        },
        Command::Improvise(own),
    ] {
        door.submit(first, act).expect("the facilitator may");
    }
    run(&mut room, start.after(DAY + 18 * HOUR), 1);
    room.decided
}

/// Goes on by the key for the next thing up to a moment, or to the end; returns how much was decided.
fn run_until(
    door: &dyn FacilitatorDoor,
    seats: &[AdministrationId],
    until: SimTime,
    most: usize,
) -> usize {
    let mut room = Room::new(door, seats);
    run(&mut room, until, most);
    room.decided
}

/// Leads on to a moment. In each phase the room decides so much; then bots stand in until the phase is over.
fn run(room: &mut Room<'_>, until: SimTime, most: usize) {
    let (mut stage, mut before) = (room.door.view().stage, room.decided);
    for step in 0.. {
        assert!(step < 400, "the key for the next thing leads nowhere");
        let view = room.door.view();
        if view.public.clock.now.at >= until {
            return;
        }
        if view.stage != stage {
            (stage, before) = (view.stage, room.decided);
        }
        if room.decided - before >= PER_PHASE {
            room.leap_over(until);
            continue;
        }
        room.decide(most);
        if room.decided > 8 {
            room.talk();
            room.ask_for_aid();
        }
        // The third pause comes in the middle of a later phase.
        if step == 3 {
            room.direct(Direction::Talk);
        }
        if !room.next() {
            return;
        }
    }
}

#[test]
fn the_record_tells_the_workshop_and_proves_itself() {
    let workshop = workshop();
    let acts = support::acts_of(&workshop.entries);
    let by_people = acts.iter().filter(|line| support::is_person(line));
    let decisions = by_people.filter(|line| line.is_decision()).count();
    assert_eq!(
        decisions, workshop.decided,
        "each confirmed act has its line"
    );
    assert!(decisions >= 60, "{decisions} decisions");
    let seats: BTreeSet<AdministrationId> = acts
        .iter()
        .filter(|line| support::is_person(line))
        .map(|line| line.seat)
        .collect();
    assert_eq!(seats.len(), 8, "every seat decided something");
    let typed = |line: &&Line| matches!(line.origin, Origin::Entered { .. });
    assert!(acts.iter().any(|line| line.origin == Origin::Person));
    assert!(acts.iter().filter(typed).count() > 10);
    let pauses = acts
        .iter()
        .filter(|line| line.command == Command::SetClock(Pace::Stopped));
    assert!(pauses.count() >= 2, "the clock was stopped to talk");
    for (folder, world) in [
        (&workshop.record, Some(&workshop.world)),
        (&workshop.second_try, None),
    ] {
        let again = support::proved(folder);
        let found = again.sim().fingerprint();
        assert!(world.is_none_or(|world| *world == found));
    }
    let second = open(&workshop.second_try).expect("a record");
    let parent = second.beginning.parent.expect("it is a second try");
    assert_eq!(parent.folder, "first");
    let shared = second.entries.iter().zip(&workshop.entries);
    let shared = shared.take_while(|(one, other)| one == other).count();
    assert!(shared > 10 && shared < second.entries.len());
}

/// Bots and clocks apart, the room decided the same: pauses and whatever else the clock did made no difference.
#[test]
fn what_was_decided_makes_the_course_and_no_pause_does() {
    let workshop = workshop();
    let whatif = asked(workshop, false);
    let played = whatif.played();
    assert!(played.lost.is_empty(), "{:?}", played.lost);
    assert_eq!(played.exercise.sim().fingerprint(), workshop.world);
}

#[test]
fn interrupted_anywhere_it_goes_on_to_the_same_end() {
    let workshop = workshop();
    let acts = support::acts_of(&workshop.entries);
    let room = support::by_the_room(&workshop.entries);
    let length = workshop.journal.len();
    let ends: Vec<usize> = (0..length)
        .filter(|at| workshop.journal[*at] == b'\n')
        .collect();
    // After whole lines, and within one.
    let after_lines = (0..3).map(|nth| ends[dice(nth, ends.len())] + 1);
    let anywhere = (3..5).map(|nth| dice(nth, length));
    for at in after_lines.chain(anywhere).chain([0, length - 3]) {
        let copy = copy_with(&workshop.record, &workshop.journal[..at]);
        let (mut again, done) = Again::go_on(copy.path(), workshop.end());
        assert_eq!(done, room[..done.len()], "cut at {at}");
        again.hand_in(&acts, |_| {});
        assert_eq!(again.finish(), workshop.world, "cut at {at}");
        drop(again);
        let record = open(copy.path()).expect("a record");
        let end = workshop.end();
        let whole = acts.iter().filter(|line| line.minute < end).cloned();
        assert_eq!(
            support::acts_of(&record.entries),
            whole.collect::<Vec<_>>(),
            "cut at {at}"
        );
    }
}

impl Workshop {
    fn end(&self) -> SimTime {
        let scenario = &self.beginning.scenario;
        scenario.start_ex.after(scenario.horizon_minutes)
    }
}

#[test]
fn cut_at_any_length_all_whole_lines_are_there() {
    let workshop = workshop();
    let journal = &workshop.journal;
    let folder = copy_with(&workshop.record, journal);
    let path = folder.path().join("journal.jsonl");
    // Densely around the end of a line, and everywhere else by chance.
    let line = (journal.len() / 2..journal.len()).find(|at| journal[*at] == b'\n');
    let line = line.expect("a line ends");
    let around = line - 3..line + 4;
    let lengths = around.chain((0..40).map(|nth| dice(nth, journal.len())));
    for length in lengths {
        fs::write(&path, &journal[..length]).expect("a journal");
        let record = open(folder.path()).expect("only torn");
        let whole = journal[..length].iter().filter(|byte| **byte == b'\n');
        let whole = whole.count();
        // The first line names the record.
        let entries = whole.saturating_sub(1);
        assert_eq!(record.entries, workshop.entries[..entries], "{length}");
        let rest = journal[..length].iter().rposition(|byte| *byte == b'\n');
        let rest = length - rest.map_or(0, |at| at + 1);
        assert_eq!(record.torn as usize, rest, "{length}");
    }
}

#[test]
fn whichever_byte_is_flipped_it_is_noticed_with_its_place() {
    let workshop = workshop();
    let journal = &workshop.journal;
    let folder = copy_with(&workshop.record, journal);
    let path = folder.path().join("journal.jsonl");
    for nth in 0..60 {
        let at = dice(nth, journal.len() - 1);
        let place = line_at(journal, at);
        let mut changed = journal.clone();
        changed[at] ^= 1 << (nth % 8);
        fs::write(&path, &changed).expect("a journal");
        match open(folder.path()) {
            Err(RecordError::Damaged { damage, .. }) => {
                assert_eq!((damage.line, damage.offset), place, "byte {at}");
            }
            other => panic!("byte {at}: {:?}", other.map(|record| record.torn)),
        }
    }
}

fn asked(workshop: &Workshop, without_aid: bool) -> WhatIf {
    let beginning = &workshop.beginning;
    let question = Question {
        without_aid,
        ..support::unchanged(beginning)
    };
    WhatIf::new(beginning, &workshop.entries, question).expect("the plan is there")
}

struct AloneToo(StandIns);

impl exercise::Deputies for AloneToo {
    fn player(&self, plan: &str) -> Option<Box<dyn Player>> {
        let player = self.0.player(plan)?;
        Some(Alone::keeping(player))
    }
}

#[test]
fn without_aid_is_the_journal_without_its_lines_on_aid_and_bots_that_may_not() {
    let workshop = workshop();
    let changed = asked(workshop, true).changed();
    let aid = changed.exercise.sim().run_metrics().aid;
    assert!(aid.is_empty(), "{} requests", aid.len());

    // The same by hand, from the journal alone. Papers bear running numbers: each is known by its question.
    let beginning = &workshop.beginning;
    let scenario = Arc::clone(&beginning.scenario);
    let played = support::proved(&workshop.record);
    let question = |seat: AdministrationId, id: DecisionId| {
        let mut raised = played.known(seat).raised_decisions();
        raised
            .find(|(paper, _)| paper.id == id)
            .map(|(paper, _)| paper.kind)
    };
    let bots = players(&scenario, &beginning.response, &beginning.persons).expect("the plan");
    let alone = bots
        .into_iter()
        .map(|(seat, player)| (seat, Alone::keeping(player)))
        .collect();
    let world = World::new(Arc::clone(&scenario));
    let deputies = Box::new(AloneToo(StandIns(Arc::clone(&scenario))));
    let mut by_hand = Exercise::new(world, beginning.start, alone, None).with_deputies(deputies);
    by_hand = by_hand.without_aid_of_bots(SimTime::ZERO);
    by_hand.advance_to(scenario.start_ex);
    let (mut left_out, mut refused) = (0, 0);
    for line in support::by_the_room(&workshop.entries) {
        if line.command.is_of_the_clock() {
            continue;
        }
        if line.command.is_about_aid() {
            left_out += 1;
            continue;
        }
        if line.minute > by_hand.sim().now() {
            by_hand.advance_to(line.minute);
        }
        let mut command = line.command.clone();
        if let Command::RecordDecision { decision, .. } | Command::DeferDecision { decision, .. } =
            &mut command
        {
            let kind = question(line.seat, *decision);
            let open = by_hand.known(line.seat).decisions();
            let same = open.iter().find(|paper| Some(paper.kind) == kind);
            *decision = same.map_or(DecisionId(u32::MAX), |paper| paper.id);
        }
        if let Command::RecordDecision {
            decision: DecisionId(u32::MAX),
            choice: Some(choice),
            ..
        } = command
        {
            command = *choice;
        }
        let again = by_hand.submit(line.seat, line.origin.clone(), command);
        refused += usize::from(again.is_err());
    }
    let end = by_hand.end();
    by_hand.advance_to(end);
    assert!(left_out > 5, "{left_out}");
    assert_eq!(refused, changed.lost.len(), "{:?}", changed.lost);
    assert_eq!(
        changed.exercise.sim().fingerprint(),
        by_hand.sim().fingerprint()
    );
}

/// All screens of a seat, as cells on a page.
fn screens(exercise: Exercise, seats: &[AdministrationId]) -> BTreeMap<AdministrationId, String> {
    let actor = exercise::start(Setup {
        exercise,
        persons: seats.to_vec(),
        asides: None,
        room: None,
    });
    let mut pages = BTreeMap::new();
    for seat in seats {
        let settings = Settings::new(Lang::De, ColorDepth::None);
        let mut screen = Seat::new(actor.door(), *seat, settings, String::new());
        let mut terminal = Terminal::new(TestBackend::new(120, 40)).expect("a page");
        let mut text = String::new();
        for key in '1'..='7' {
            let key = KeyEvent::new(KeyCode::Char(key), KeyModifiers::NONE);
            screen.update(&Event::Key(key));
            screen.poll();
            terminal
                .draw(|frame| screen.draw(frame))
                .expect("a drawn page");
            text += &terminal.backend().to_string();
        }
        pages.insert(*seat, text);
    }
    drop(actor.leave());
    pages
}

/// Whether a seat knows the same in two worlds: its own services and systems as it sees them, of a provider its lines,
/// what it was told, and what has been decided.
fn knows_the_same(one: Known<'_>, other: Known<'_>) -> bool {
    let own = |known: &Known<'_>| {
        let levels: Vec<u64> = known
            .services()
            .map(|service| service.level.to_bits())
            .collect();
        let systems: Vec<_> = known.systems().map(|system| system.state).collect();
        let heard: Vec<_> = known
            .reporting()
            .iter()
            .map(|place| known.heard_of(*place).map(|(at, said)| (at, said.to_vec())))
            .collect();
        let customers = known.customers().iter();
        let lines: Vec<_> = customers
            .map(|customer| known.line_to_customer_cut(*customer))
            .collect();
        format!(
            "{levels:?}{systems:?}{heard:?}{lines:?}{:?}{:?}{:?}{:?}",
            known.log(),
            known.inbox(),
            known.decisions(),
            known.affected(),
        )
    };
    own(&one) == own(&other)
}

/// Two worlds with the same knowledge and another truth behind it look the same: at seats, on the wall, in the report.
#[test]
fn what_nobody_could_know_shows_nowhere() {
    let workshop = workshop();
    let beginning = &workshop.beginning;
    let start = beginning.scenario.start_ex;
    let acts = support::acts_of(&workshop.entries);
    let (mut hidden, mut compared) = (0, 0);
    for until in [3 * HOUR, DAY, DAY + 13 * HOUR] {
        let until = start.after(until);
        let place = tempfile::tempdir().expect("a folder");
        let worlds = [false, true].map(|hastened| {
            let folder = place
                .path()
                .join(if hastened { "hastened" } else { "usual" });
            let mut again = Again::begin(&folder, beginning, until);
            if hastened {
                for _ in 0..3 {
                    let haste = Command::Intervene(Intervention::HastenAttack);
                    let first = beginning.persons[0];
                    let accepted = again.exercise.submit(first, Origin::Facilitator, haste);
                    accepted.expect("it can be hastened");
                }
            }
            for line in acts.iter().filter(|line| !line.origin.is_bot()) {
                if line.minute >= until {
                    break;
                }
                if line.minute > again.exercise.sim().now() {
                    again.exercise.advance_to(line.minute);
                }
                let origin = line.origin.clone();
                let _ = again
                    .exercise
                    .submit(line.seat, origin, line.command.clone());
            }
            again.exercise.advance_to(until);
            again.exercise
        });
        let [usual, hastened] = &worlds;
        let truth = |of: &Exercise| of.sim().footholds();
        hidden += usize::from(truth(usual) != truth(hastened));
        let same: Vec<AdministrationId> = beginning
            .persons
            .iter()
            .copied()
            .filter(|seat| knows_the_same(usual.known(*seat), hastened.known(*seat)))
            .collect();
        let walls = worlds.each_ref().map(|of| {
            format!(
                "{:?}",
                wall_view(of.sim(), &beginning.persons, &[], true, false)
            )
        });
        if same.len() == beginning.persons.len() {
            assert_eq!(walls[0], walls[1]);
        }
        let [usual, hastened] = worlds.map(|world| screens(world, &same));
        for seat in &same {
            assert_eq!(usual[seat], hastened[seat], "seat {seat:?} at {until:?}");
            compared += 1;
        }
    }
    assert!(hidden >= 2, "the truth differs in {hidden} of 3 moments");
    assert!(compared >= 12, "{compared} seats were compared");
}

/// Before the end, nothing that is handed out tells where the actor is.
#[test]
fn nothing_handed_out_names_an_undetected_compromise() {
    let workshop = workshop();
    let record = open(&workshop.record).expect("a record");
    let start = workshop.beginning.scenario.start_ex;
    let world = World::new(Arc::clone(&workshop.beginning.scenario));
    let mut unseen = BTreeSet::new();
    let mut looked = 0;
    let mut see = |exercise: &Exercise, entry: &beistand::journal::Entry| {
        if entry.act().is_none_or(|line| !support::is_person(line)) || looked > 60 {
            return;
        }
        looked += 1;
        for foothold in exercise.sim().footholds() {
            if foothold.noticed.is_some() {
                continue;
            }
            unseen.insert(foothold.at);
            let known = exercise.known(foothold.at);
            assert!(known.own_hit().is_none(), "{:?}", foothold.at);
            for other in &workshop.beginning.persons {
                let told = exercise.known(*other).affected().iter();
                let told =
                    told.filter(|(who, at)| *who == foothold.at && *at <= exercise.sim().now());
                // That a crisis staff met is known; that the actor is there is not.
                assert!(told.count() <= 1);
            }
            let systems = known.systems().map(|system| format!("{:?}", system.state));
            assert!(systems.into_iter().all(|state| state != "Compromised"));
        }
    };
    beistand::journal::prove_seen(world, workshop.beginning.start, &workshop.entries, &mut see)
        .expect("it holds");
    assert!(!unseen.is_empty(), "the actor was nowhere unseen");

    // A report of a record that was left on Saturday says nothing of the first way in, nor of a later one.
    let saturday = workshop.entries.iter();
    let kept = saturday
        .take_while(|entry| entry.minute() < start.after(DAY))
        .count();
    let length = lines_long(&workshop.journal, kept + 1);
    let copy = copy_with(&workshop.record, &workshop.journal[..length]);
    let record_so_far = open(copy.path()).expect("a record");
    for (folder, says) in [(&record_so_far, false), (&record, true)] {
        let document = document(folder);
        let text = serde_json::to_value(&document).expect("a document");
        let marks = &text["marks"];
        assert_eq!(
            marks["first_compromise_minute"].is_number(),
            says,
            "{marks}"
        );
        let csv = table(&document).expect("a table");
        let first = workshop_compromise(workshop).0.to_string();
        let row = |line: &str| line.contains("first_compromise") && line.contains(&first);
        assert_eq!(csv.lines().any(row), says);
    }
}

fn workshop_compromise(workshop: &Workshop) -> SimTime {
    let played = support::proved(&workshop.record);
    let first = played.sim().marks().first_compromise;
    first.expect("somebody came in")
}

fn document(folder: &Folder) -> beistand::aar::ReportDocument {
    let played = Played::of(folder).expect("it holds");
    report(folder, &played, 0, None, &()).expect("a report")
}

/// The length of so many lines.
fn lines_long(journal: &[u8], lines: usize) -> usize {
    let mut ends = (0..journal.len()).filter(|at| journal[*at] == b'\n');
    ends.nth(lines - 1).expect("so many lines") + 1
}

/// Plays and is killed; does nothing unless asked. Says which act is confirmed.
#[test]
fn inside() {
    let Ok(folder) = std::env::var(PLAYS) else {
        return;
    };
    let folder = Path::new(&folder);
    let (acts, end): (Vec<Line>, SimTime) = {
        let script = fs::read(folder.with_extension("script")).expect("a script");
        serde_json::from_slice(&script).expect("a script")
    };
    let mut again = if folder.join("record.json").is_file() {
        Again::go_on(folder, end).0
    } else {
        Again::begin(folder, &beginning(), end)
    };
    again.hand_in(&acts, |number| {
        // What sets the clock is no decision and may wait.
        if acts[number - 1].is_decision() {
            confirm(number);
        }
    });
    again.finish();
    std::process::exit(0);
}

/// Kills the workshop so many times, each time at another moment, and lets it go on to the end of the fourth phase.
fn killed(times: u64) -> u32 {
    let workshop = workshop();
    let end = workshop.beginning.scenario.start_ex.after(5 * DAY);
    let acts = support::acts_of(&workshop.entries);
    let place = tempfile::tempdir().expect("a folder");
    let script = serde_json::to_vec(&(&acts, end)).expect("a script");
    let undisturbed = {
        let mut again = Again::begin(&place.path().join("whole"), &workshop.beginning, end);
        again.hand_in(&acts, |_| {});
        again.finish()
    };
    let possible = acts.iter().filter(|line| line.minute < end).count();
    let mut midway = 0;
    for nth in 0..times {
        let folder = place.path().join(format!("killed{nth}"));
        fs::write(folder.with_extension("script"), &script).expect("a script");
        let after = dice(nth, possible);
        let more = Duration::from_micros(dice(nth + 7, 20_000) as u64);
        let confirmed = played_until_killed(PLAYS, &folder, after, more);
        let (mut again, done) = if folder.join("record.json").is_file() {
            Again::go_on(&folder, end)
        } else {
            // It was killed before the record was there: nothing was promised, and it begins.
            assert_eq!(confirmed, 0, "kill {nth}");
            let _ = fs::remove_dir_all(&folder);
            let again = Again::begin(&folder, &workshop.beginning, end);
            (again, Vec::new())
        };
        let room = support::by_the_room(&workshop.entries);
        assert_eq!(done, room[..done.len()], "nothing lost, nothing else");
        let promised = acts[..confirmed].iter().filter(|line| line.is_decision());
        let kept = done.iter().filter(|line| line.is_decision());
        assert!(kept.count() >= promised.count(), "kill {nth}");
        midway += u32::from(confirmed > 0 && confirmed < possible);
        again.hand_in(&acts, |_| {});
        assert_eq!(again.finish(), undisturbed, "kill {nth}");
        drop(again);
        let _ = fs::remove_dir_all(&folder);
    }
    midway
}

#[test]
fn killed_at_any_moment_it_goes_on_as_if_nothing_had_been() {
    assert!(killed(4) >= 2, "too few kills hit a running exercise");
}

/// How often the workshop is killed in the long test, if not a thousand times.
const KILLS: &str = "BEISTAND_KILLS";

#[test]
#[ignore = "takes an hour"]
fn killed_at_a_thousand_moments() {
    let asked = std::env::var(KILLS).ok();
    let times = asked.map_or(1000, |times| times.parse().expect("a number"));
    let midway = killed(times);
    assert!(u64::from(midway) * 5 >= times * 4, "{midway} of {times}");
}
