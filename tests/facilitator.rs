//! A facilitator leads an exercise in one room: through the door that screens use too.

use std::fs;
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

use beistand::command::Command;
use beistand::exercise::door::{Direction, FacilitatorDoor, Visit};
use beistand::exercise::{Exercise, Origin, World};
use beistand::journal::{Beginning, Entry, Kept, copy_room, open, read_room, room_to_go_on};
use beistand::scenario::Stage;
use beistand::view::{Holder, NextAct};
use beistand::vocab::{
    AdministrationId, ClockMode, ContainmentOption, DAY, Decider, HOUR, Intervention, Pace,
    RewindTo, SimTime,
};

use support::{Chosen as _, PATIENCE, begin, go_on, lead, proved, stands, wait};

mod program;
mod support;

/// How an exercise with two persons begins that is led.
fn beginning() -> Beginning {
    support::beginning_of("einstieg", 3).led()
}

fn leap(door: &dyn FacilitatorDoor, to: SimTime) {
    let view = door.view();
    let orders = view
        .seats
        .iter()
        .map(|row| (row.seat.id, "by_the_book".to_owned()))
        .collect();
    door.direct(Direction::Leap { to, orders }).expect("a leap");
    wait(door, |door| door.view().public.clock.now.at >= to);
    stands(door);
    wait(door, |door| {
        let view = door.view();
        view.seats.iter().all(|row| row.holder == Holder::Person)
    });
}

#[test]
fn looking_changes_no_bit_of_the_world() {
    let worlds: Vec<String> = [false, true]
        .into_iter()
        .map(|looks| {
            let folder = tempfile::tempdir().expect("a folder");
            let beginning = beginning();
            let (actor, door) = lead(begin(folder.path(), &beginning), &beginning);
            let to = beginning.scenario.start_ex.after(5 * DAY);
            door.direct(Direction::Leap {
                to,
                orders: Vec::new(),
            })
            .expect("a leap");
            let begun = Instant::now();
            loop {
                let view = door.view();
                let stopped = view.public.clock.pace == Pace::Stopped;
                if stopped && view.public.clock.now.at >= to {
                    break;
                }
                assert!(begun.elapsed() < PATIENCE, "it never comes");
                if looks {
                    for row in &view.seats {
                        let seat = door.seat(Visit::Look);
                        let seen = seat.view(row.seat.id);
                        assert_eq!(seen.seat.id, row.seat.id);
                        let act = Command::ConveneCrisisStaff;
                        let refused = seat.submit(row.seat.id, act).expect_err("only looking");
                        assert_eq!(refused.reason.key, "refusal-only-looking");
                    }
                }
                if stopped {
                    // Who leaps on passes over what the seats would have decided.
                    door.direct(Direction::RunTo(to)).expect("to the end");
                }
                std::thread::sleep(Duration::from_millis(1));
            }
            drop(door);
            let exercise = actor.leave().expect("the exercise");
            exercise.sim().fingerprint()
        })
        .collect();
    assert_eq!(worlds[0], worlds[1]);
}

#[test]
fn the_journal_says_who_decided_and_who_typed() {
    let folder = tempfile::tempdir().expect("a folder");
    let beginning = beginning();
    let (actor, door) = lead(begin(folder.path(), &beginning), &beginning);
    let (first, second) = (beginning.persons[0], beginning.persons[1]);
    let typed = door.seat(Visit::Enter {
        decider: Decider::CrisisStaff,
        name: "Weber".to_owned(),
    });
    typed
        .submit(first, Command::ConveneCrisisStaff)
        .expect("it can be ordered");
    let own = door.seat(Visit::HandedOver);
    own.submit(second, Command::ConveneCrisisStaff)
        .expect("it can be ordered");
    let clock = own.submit(second, Command::SetClock(Pace::NextStop));
    let refused = clock.expect_err("the clock is led");
    assert_eq!(refused.reason.key, "refusal-clock-is-led");
    drop((typed, own, door));
    drop(actor.leave().expect("the exercise"));
    let record = open(folder.path()).expect("a record");
    let origins: Vec<Origin> = record
        .entries
        .iter()
        .filter_map(|entry| entry.act())
        .filter(|line| line.command == Command::ConveneCrisisStaff && !line.origin.is_bot())
        .map(|line| line.origin.clone())
        .collect();
    let entered = Origin::Entered {
        decider: Some(Decider::CrisisStaff),
        name: "Weber".to_owned(),
    };
    assert_eq!(origins, [entered, Origin::Person]);
}

#[test]
fn records_from_before_there_were_facilitators_still_load() {
    for (old, new) in [
        ("\"person\"", Origin::Person),
        ("\"facilitator\"", Origin::Facilitator),
        (
            "{\"bot\":\"by_the_book\"}",
            Origin::Bot("by_the_book".to_owned()),
        ),
    ] {
        let read: Origin = serde_json::from_str(old).expect("an old origin");
        assert_eq!(read, new);
        assert_eq!(serde_json::to_string(&new).expect("text"), old);
    }
}

#[test]
fn what_a_room_left_is_what_it_goes_on_with() {
    let folder = tempfile::tempdir().expect("a folder");
    let beginning = beginning();
    let (actor, door) = lead(begin(folder.path(), &beginning), &beginning);
    let (first, second) = (beginning.persons[0], beginning.persons[1]);
    let at_seat = door.seat(Visit::HandedOver);
    at_seat
        .submit(first, Command::ConveneCrisisStaff)
        .expect("it can be ordered");
    let talk = Command::TableTalk {
        with: vec![second],
        about: "Wer trennt?".to_owned(),
    };
    let before = door.view().public.clock.now.at;
    at_seat.submit(first, talk).expect("the telephone works");
    // What is agreed takes ten minutes in which nobody can do anything else.
    wait(&*door, |door| {
        door.view().public.clock.now.at == before.after(10)
    });
    leap(&*door, beginning.scenario.start_ex.after(2 * DAY));
    door.submit(first, Command::Intervene(Intervention::SlowAttack))
        .expect("it can be slowed");
    // A person gives a seat to exercise control, which plays on.
    door.direct(Direction::Hold {
        seat: second,
        plan: Some("by_the_book".to_owned()),
    })
    .expect("a seat changes hands");
    assert!(matches!(door.view().seats[1].holder, Holder::StandsIn(_)));
    door.direct(Direction::RunTo(beginning.scenario.start_ex.after(3 * DAY)))
        .expect("it runs");
    stands(&*door);
    drop((at_seat, door));
    let left = actor.leave().expect("the exercise");
    let (world, now) = (left.sim().fingerprint(), left.sim().now());
    drop(left);
    assert_eq!(proved(folder.path()).sim().fingerprint(), world);
    let (read, taken_up) = go_on(folder.path());
    assert!(read.is_led);
    assert_eq!(taken_up.sim().now(), now);
    assert_eq!(taken_up.sim().fingerprint(), world);
}

#[test]
fn a_second_try_shares_the_beginning_and_leaves_the_first_as_it_is() {
    let home = tempfile::tempdir().expect("a folder");
    let (first_try, second_try) = (home.path().join("first"), home.path().join("second"));
    let beginning = beginning();
    let (actor, door) = lead(begin(&first_try, &beginning), &beginning);
    let seat = beginning.persons[0];
    let start = beginning.scenario.start_ex;
    leap(&*door, start.after(6 * HOUR));
    let at_seat = door.seat(Visit::HandedOver);
    let before = open(&first_try).expect("a record").entries.len();
    at_seat
        .submit(seat, Command::Contain(ContainmentOption::CutProviderLink))
        .expect("it can be cut");
    // In the same minute something that is to stay, and something that was a mistake.
    let (other_seat, stays) = (beginning.persons[1], Command::ConveneCrisisStaff);
    let at_other = door.seat(Visit::HandedOver);
    at_other
        .submit(other_seat, stays)
        .expect("it can be called");
    at_seat
        .submit(seat, Command::Contain(ContainmentOption::LockAccounts))
        .expect("they can be locked");
    let rows = door.view().decided.clone();
    let said: Vec<_> = rows.iter().filter_map(|row| row.seat).collect();
    assert_eq!(
        said,
        [seat, other_seat, seat],
        "the newest first, in the order of one minute"
    );
    let row = rows[0].clone();
    leap(&*door, start.after(2 * DAY));
    drop((at_seat, at_other, door));
    let played = actor.leave().expect("the exercise");
    let world = played.sim().fingerprint();
    drop(played);

    let journal = std::fs::read(first_try.join("journal.jsonl")).expect("a journal");
    let record = open(&first_try).expect("a record");
    let to = |before| RewindTo {
        minute: row.at.at,
        before,
    };
    record.branch(&second_try, to(None)).expect("a branch");
    let third_try = home.path().join("third");
    record.branch(&third_try, to(row.number)).expect("a branch");
    let kept = |folder: &Path| -> Vec<Command> {
        let entries = open(folder).expect("a record").entries;
        let acts = entries.iter().filter_map(Entry::act);
        let by_people = acts.filter(|line| line.is_by_people());
        by_people.map(|line| line.command.clone()).collect()
    };
    let cut_link = Command::Contain(ContainmentOption::CutProviderLink);
    assert_eq!(kept(&third_try), [cut_link, Command::ConveneCrisisStaff]);
    let (_, third) = go_on(&third_try);
    assert_eq!((third.sim().now(), third.decided().len()), (row.at.at, 2));
    assert_eq!(
        std::fs::read(first_try.join("journal.jsonl")).expect("a journal"),
        journal
    );
    let (branched, mut other) = go_on(&second_try);
    let parent = branched.parent.expect("it is a second try");
    assert_eq!(parent.folder, "first");
    assert_eq!(parent.minute, row.at.at);
    assert_eq!(other.sim().now(), row.at.at);
    let branch = open(&second_try).expect("a record");
    assert!(branch.entries.len() >= before);
    assert!(branch.entries.len() < record.entries.len());
    let cut = |entry: &beistand::journal::Entry| matches!(&entry.kept, Kept::Act(line) if line.origin == Origin::Person);
    assert!(
        !branch.entries.iter().any(cut),
        "the decision is open again"
    );
    other.advance_to(start.after(2 * DAY));
    assert_ne!(other.sim().fingerprint(), world);
}

#[test]
fn a_crash_in_a_leap_gives_back_every_seat_that_was_taken_for_it() {
    let home = tempfile::tempdir().expect("a folder");
    let folder = home.path().join("record");
    let beginning = beginning();
    let (actor, door) = lead(begin(&folder, &beginning), &beginning);
    leap(&*door, beginning.scenario.start_ex.after(5 * DAY));
    drop(door);
    drop(actor.leave().expect("the exercise"));
    let journal = folder.join("journal.jsonl");
    let text = fs::read_to_string(&journal).expect("a journal");
    let lines: Vec<&str> = text.split_inclusive('\n').collect();
    let orders = |line: &&str| line.contains("standing_orders");
    let first = lines.iter().position(orders).expect("an order");
    for ordered in 0..=beginning.persons.len() {
        fs::write(&journal, lines[..first + ordered].concat()).expect("a journal");
        // How the room stood is lost, too.
        let _ = fs::remove_file(folder.join("room.json"));
        let record = open(&folder).expect("a record");
        assert_eq!(record.leap_under_way(), beginning.persons[..ordered]);
        let room = room_to_go_on(&record);
        let (_, exercise) = go_on(&folder);
        let (actor, door) = support::lead_from(exercise, &beginning, room);
        wait(&*door, |door| {
            let view = door.view();
            view.seats.iter().all(|row| row.holder == Holder::Person)
        });
        drop(door);
        drop(actor.leave());
    }
}

#[test]
fn whoever_goes_back_into_a_leap_finds_people_at_the_seats_again() {
    let home = tempfile::tempdir().expect("a folder");
    let (first_try, second_try) = (home.path().join("first"), home.path().join("second"));
    let beginning = beginning();
    let (actor, door) = lead(begin(&first_try, &beginning), &beginning);
    let start = beginning.scenario.start_ex;
    leap(&*door, start.after(5 * DAY));
    drop(door);
    drop(actor.leave().expect("the exercise"));
    let record = open(&first_try).expect("a record");
    assert_eq!(record.leap_under_way(), [], "the leap is over");
    let to = RewindTo {
        minute: start.after(2 * DAY),
        before: None,
    };
    record.branch(&second_try, to).expect("a branch");
    let branch = open(&second_try).expect("a record");
    assert_eq!(branch.leap_under_way(), beginning.persons);
    copy_room(&first_try, &branch);
    let (_, exercise) = go_on(&second_try);
    let (actor, door) = support::lead_from(exercise, &beginning, read_room(&second_try));
    wait(&*door, |door| {
        let view = door.view();
        view.seats.iter().all(|row| row.holder == Holder::Person)
    });
    drop(door);
    drop(actor.leave());
}

#[test]
fn a_round_goes_on_when_all_are_ready_and_thinking_has_its_price() {
    let mut beginning = beginning();
    let mut scenario = (*beginning.scenario).clone();
    let start = scenario.start_ex;
    let title = scenario.title.clone();
    let stage = |begins: SimTime, ends: SimTime, pace: u16, stops: Vec<SimTime>| Stage {
        title: title.clone(),
        begins,
        ends,
        room_minutes: 10,
        pace,
        paces: Vec::new(),
        stops,
        question: title.clone(),
    };
    scenario.notices.clear();
    scenario.attack.entry.clear();
    scenario.stages = vec![
        stage(start, start, 0, Vec::new()),
        stage(
            start,
            start.after(DAY),
            120,
            vec![start.after(HOUR), start.after(2 * HOUR)],
        ),
    ];
    beginning.scenario = Arc::new(scenario);
    let mut exercise = Exercise::new(
        World::new(Arc::clone(&beginning.scenario)),
        beginning.start,
        Vec::new(),
        None,
    );
    exercise.advance_to(start);
    let (_actor, door) = lead(exercise, &beginning);
    let door = &*door;
    assert_eq!(door.view().next.act, NextAct::EndBriefing);
    assert_eq!(
        door.view().public.stage.as_ref().map(|stage| stage.number),
        Some(0)
    );
    door.direct(Direction::EndBriefing).expect("it ends");
    assert_eq!(door.view().next.act, NextAct::GoOn);
    door.direct(Direction::GoOn).expect("it goes on");
    assert_eq!(
        stands(door),
        (start.after(HOUR), "stopped-stage".to_owned())
    );
    // One is not ready: nothing moves.
    let (last, others) = beginning.persons.split_last().expect("persons");
    for seat in others {
        door.ready(*seat, true).expect("a round");
    }
    std::thread::sleep(Duration::from_millis(60));
    assert_eq!(stands(door).0, start.after(HOUR));
    let own = door.seat(Visit::HandedOver);
    own.ready(*last, true).expect("a round");
    wait(door, |door| {
        door.view().public.clock.now.at > start.after(HOUR)
    });
    assert_eq!(stands(door).0, start.after(2 * HOUR));
    assert_eq!(door.view().room.ready, 0, "everybody is asked anew");
    // The same line a room writes that goes on before it decides.
    own.submit(*last, Command::Deliberate { minutes: 20 })
        .expect("time to think");
    wait(door, |door| {
        door.view().public.clock.now.at == start.after(2 * HOUR + 20)
    });
    door.direct(Direction::Mode(ClockMode::OneToOne))
        .expect("a mode");
    door.direct(Direction::GoOn).expect("it goes on");
    assert_eq!(door.view().public.clock.pace, Pace::OneToOne);
    // Another mode never lets the running clock leap: it stands until somebody starts it.
    door.direct(Direction::Mode(ClockMode::Free))
        .expect("a mode");
    assert_eq!(door.view().public.clock.pace, Pace::Stopped);
    assert!(door.view().public.clock.round.is_none());
    let nobody = AdministrationId(9999);
    assert!(door.ready(nobody, true).is_err());
}

#[test]
fn the_attack_is_changed_by_the_facilitator_alone_and_really() {
    let folder = tempfile::tempdir().expect("a folder");
    let beginning = beginning();
    let mut exercise = begin(folder.path(), &beginning);
    let seat = beginning.persons[0];
    let slow = Command::Intervene(Intervention::SlowAttack);
    for origin in [Origin::Person, Origin::Bot("by_the_book".to_owned())] {
        let refused = exercise.submit(seat, origin, slow.clone());
        let refused = refused.expect_err("not for players");
        assert_eq!(refused.reason.key, "refusal-facilitator-only");
    }
    let before = exercise.sim().fingerprint();
    exercise
        .submit(seat, Origin::Facilitator, slow.clone())
        .expect("it is possible");
    assert_ne!(exercise.sim().fingerprint(), before);
    assert_eq!(exercise.sim().attack_truth().tempo, -1);
    for _ in 0..2 {
        exercise
            .submit(seat, Origin::Facilitator, slow.clone())
            .expect("it is possible");
    }
    let refused = exercise.submit(seat, Origin::Facilitator, slow);
    assert_eq!(refused.expect_err("enough").reason.key, "refusal-tempo");
    // Where there is nothing, nothing can be noticed; where there is something, it is.
    let trace = Command::Intervene(Intervention::NoticeTrace);
    let held = exercise.sim().footholds();
    let sound = beginning
        .persons
        .iter()
        .find(|seat| !exercise.sim().has_trace(**seat));
    if let Some(sound) = sound {
        let refused = exercise.submit(*sound, Origin::Facilitator, trace.clone());
        assert_eq!(
            refused.expect_err("nothing there").reason.key,
            "refusal-no-trace"
        );
    }
    let at = held
        .iter()
        .find(|one| one.held > 0 && one.noticed.is_none())
        .expect("the actor is somewhere unseen")
        .at;
    exercise
        .submit(at, Origin::Facilitator, trace)
        .expect("it can be noticed");
    assert!(exercise.known(at).own_hit().is_some());
}

/// The actor gets on later where it is slowed, with the same luck.
#[test]
fn a_slower_actor_is_later_and_a_faster_one_earlier() {
    let beginning = beginning();
    let held_after = |tempo: Option<Intervention>| {
        let mut exercise = Exercise::new(
            World::new(Arc::clone(&beginning.scenario)),
            beginning.start,
            Vec::new(),
            None,
        );
        exercise.advance_to(beginning.scenario.start_ex);
        if let Some(tempo) = tempo {
            for _ in 0..3 {
                exercise
                    .submit(
                        beginning.persons[0],
                        Origin::Facilitator,
                        Command::Intervene(tempo),
                    )
                    .expect("it is possible");
            }
        }
        exercise.advance_to(beginning.scenario.start_ex.after(3 * DAY));
        exercise
            .sim()
            .footholds()
            .iter()
            .map(|one| (one.at, one.since))
            .collect::<Vec<_>>()
    };
    let (slow, usual, fast) = (
        held_after(Some(Intervention::SlowAttack)),
        held_after(None),
        held_after(Some(Intervention::HastenAttack)),
    );
    assert!(slow.len() <= usual.len() && usual.len() <= fast.len());
    assert_ne!(slow, fast);
    for (at, since) in &usual {
        let (_, sooner) = fast
            .iter()
            .find(|(of, _)| of == at)
            .expect("at least as far");
        assert!(sooner <= since);
    }
}

/// The wall leaves the briefing when the room does, although no line of the journal says so and no time has passed.
#[test]
fn the_wall_leaves_the_briefing_with_the_room() {
    let folder = tempfile::tempdir().expect("a folder");
    let beginning = support::beginning_of("suedhessen", 3).led();
    let (actor, door) = lead(begin(folder.path(), &beginning), &beginning);
    let record = folder.path().display().to_string();
    let wall = || program::stdout(&["--lang", "de", "wall", &record, "--once"]);
    assert!(wall().contains("Einweisung"), "{}", wall());
    door.direct(Direction::EndBriefing).expect("it ends");
    assert_eq!(door.view().public.clock.now.at, beginning.scenario.start_ex);
    let page = wall();
    assert!(!page.contains("Einweisung"), "{page}");
    let stage = door.view().public.stage.clone().expect("a phase");
    let title = beistand::words::Words::new(beistand::words::Lang::De).say(&stage.title);
    assert!(page.contains(&title), "{title}: {page}");
    drop(door);
    drop(actor.leave());
}
