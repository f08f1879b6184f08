//! The script in a room: injects stop the clock, are answered at a seat, led at the desk, and are as they
//! were when the record is taken up again.

use std::sync::Arc;
use std::time::{Duration, Instant};

use beistand::command::Command;
use beistand::exercise::door::{Direction, FacilitatorDoor, Visit};
use beistand::journal::Beginning;
use beistand::view::{Asks, ScriptRow, ScriptState};
use beistand::vocab::{Channel, ClockMode, Decider, MessageClass, OwnInject, Pace};

use support::{Chosen as _, PATIENCE, begin, go_on as take_up, lead, seat_of, seen};

mod support;

fn beginning() -> Beginning {
    support::beginning_of("suedhessen", 4).led().under("loi")
}

/// Lets the clock go until it stands.
fn go_on(door: &dyn FacilitatorDoor) {
    let before = door.view().public.clock.now.at;
    door.direct(Direction::GoOn).expect("it can go on");
    let begun = Instant::now();
    loop {
        let clock = door.view().public.clock.clone();
        if clock.pace == Pace::Stopped && clock.now.at > before {
            return;
        }
        assert!(begun.elapsed() < PATIENCE, "it never stops");
        std::thread::sleep(Duration::from_millis(2));
    }
}

fn row(door: &dyn FacilitatorDoor, name: &str) -> ScriptRow {
    let view = door.view();
    let found = view.script.rows.iter().find(|row| row.name == name);
    found.expect("the inject is in the script").clone()
}

#[test]
fn injects_stop_are_answered_held_and_made_up() {
    let folder = tempfile::tempdir().expect("a folder");
    let beginning = beginning();
    let scenario = Arc::clone(&beginning.scenario);
    let (actor, door) = lead(begin(folder.path(), &beginning), &beginning);
    let door = &*door;
    assert!(
        door.view().script.is_led,
        "effects act where somebody leads"
    );
    door.direct(Direction::EndBriefing).expect("a briefing");
    door.direct(Direction::Mode(ClockMode::Free))
        .expect("a mode");
    // The test has no minutes to spare for the pace of the phase.
    door.direct(Direction::FreePace(60)).expect("a pace");
    let bensheim = seat_of(&scenario, "06431002");

    // E1 stops the clock in its minute, and stands in the log of the seat.
    go_on(door);
    assert_eq!(row(door, "E1").state, ScriptState::Released);
    assert_eq!(row(door, "R1").state, ScriptState::Armed);
    let seat = door.seat(Visit::HandedOver);
    let view = seen(door, &*seat, bensheim);
    let entry = view.log.entries.last().expect("a message").clone();
    let inject = entry.inject.expect("it is an inject");
    assert_eq!(inject.name, "E1");
    assert!(
        matches!(entry.asks, Some(Asks::Decision(_))),
        "it raised a question"
    );
    let answer = Command::AnswerInject {
        inject: inject.name,
        decider: Decider::Head,
        text: "Wir trennen, sobald etwas ausfällt.".to_owned(),
        agreed_with: Vec::new(),
    };
    seat.submit(bensheim, answer).expect("an answer");
    assert_eq!(row(door, "E1").state, ScriptState::Answered);
    assert_eq!(row(door, "E1").replies[0].place, "Bensheim");

    // What is held does not come; what is made up comes at once, and only there.
    let hold = Command::HoldInject {
        inject: "E2".to_owned(),
    };
    door.submit(bensheim, hold).expect("it waits");
    while door.view().public.clock.now.at < scenario.start_ex.after(61) {
        go_on(door);
    }
    assert_eq!(row(door, "E2").state, ScriptState::HeldDue);
    let own = OwnInject {
        from: "Lokalzeitung".to_owned(),
        to: vec![bensheim],
        channel: Channel::Mobile,
        class: MessageClass::Stop,
        text: "Was ist los bei Ihnen?".to_owned(),
    };
    door.submit(bensheim, Command::Improvise(own))
        .expect("it comes");
    let newest = |at| {
        let view = seen(door, &*seat, at);
        let inject = view
            .log
            .entries
            .iter()
            .rev()
            .find_map(|entry| entry.inject.clone());
        inject.map(|inject| inject.name)
    };
    let lindenfels = seat_of(&scenario, "06431015");
    assert_eq!(newest(bensheim).as_deref(), Some("I1"));
    assert_ne!(newest(lindenfels).as_deref(), Some("I1"));
    let release = Command::ReleaseInject {
        inject: "E2".to_owned(),
    };
    assert!(
        seat.submit(bensheim, release.clone()).is_err(),
        "only the facilitator"
    );
    door.submit(bensheim, release).expect("it comes now");
    let at_desk = door.view().script.clone();

    // Left and taken up again, all stands as it did.
    let left = actor.leave().expect("the exercise");
    let fingerprint = left.sim().fingerprint();
    drop(left);
    let (_, exercise) = take_up(folder.path());
    assert_eq!(exercise.sim().fingerprint(), fingerprint);
    let (actor, door) = lead(exercise, &beginning);
    assert_eq!(door.view().script, at_desk);
    let left = actor.leave().expect("the exercise");
    assert_eq!(left.sim().fingerprint(), fingerprint, "it is led already");
}

#[test]
fn what_stopped_the_clock_waits_until_it_is_answered_or_done() {
    let folder = tempfile::tempdir().expect("a folder");
    let beginning = beginning();
    let bensheim = seat_of(&beginning.scenario, "06431002");
    let county = seat_of(&beginning.scenario, "06431");
    let (_actor, door) = lead(begin(folder.path(), &beginning), &beginning);
    let door = &*door;
    door.direct(Direction::EndBriefing).expect("a briefing");
    door.direct(Direction::Mode(ClockMode::Free))
        .expect("a mode");
    // The test has no minutes to spare for the pace of the phase.
    door.direct(Direction::FreePace(240)).expect("a pace");
    let waits = |seat, name: &str| {
        let view = door.view();
        let row = view.seats.iter().find(|row| row.seat.id == seat);
        let mut unanswered = row.expect("the seat").unanswered.iter();
        unanswered.any(|(other, ..)| other == name)
    };
    while row(door, "E3").state != ScriptState::Released {
        go_on(door);
        // What raised a question is dealt with where it is decided.
        assert!(!waits(bensheim, "E1"));
    }
    assert!(waits(bensheim, "E3") && waits(county, "E3"));
    let answer = Command::AnswerInject {
        inject: "E3".to_owned(),
        decider: Decider::Head,
        text: "Ja, die Datei und den Bankzugang.".to_owned(),
        agreed_with: Vec::new(),
    };
    door.submit(bensheim, answer).expect("an answer");
    assert!(!waits(bensheim, "E3") && waits(county, "E3"));
    assert_eq!(row(door, "E3").counts.2, 1);
    // Who does what is expected need not say so.
    door.submit(county, Command::SecurePayFile)
        .expect("it is ordered");
    for _ in 0..40 {
        go_on(door);
        if !waits(county, "E3") {
            break;
        }
    }
    assert!(!waits(county, "E3"), "the file lies outside the network");
    assert_eq!(row(door, "E3").counts.2, 2);
}
