//! What the clock stands for is what stopped it: the phase, the message, the question, the request, the deadline.

use std::sync::Arc;
use std::time::Duration;

use super::Owner;
use super::news::kinds;
use crate::command::{AidDraft, Command};
use crate::exercise::actor::{RoomSetup, Setup};
use crate::exercise::{Exercise, Origin, RoomRecord, Start, World};
use crate::scenario::{LocalText, Scenario, Stage, load};
use crate::sim::question;
use crate::view::{StoppedFor, deadline_now};
use crate::vocab::{AdministrationId, AidKind, DAY, Decider, HOUR, Pace, SimTime, Text};

const BENSHEIM: &str = "06431002";
const HEPPENHEIM: &str = "06431011";
const LORSCH: &str = "06431016";
const COUNTY: &str = "06431";
const DARMSTADT: &str = "06411000";

fn seat_of(scenario: &Scenario, key: &str) -> AdministrationId {
    let mut all = scenario.administrations.iter();
    let position = all.position(|administration| administration.id == key);
    AdministrationId::from_index(position.expect("the seat is there"))
}

/// An exercise at `StartEx` with persons at these seats and nobody at the others.
fn owner(scenario: Scenario, keys: &[&str], is_led: bool) -> Owner {
    let scenario = Arc::new(scenario);
    let persons = keys.iter().map(|key| seat_of(&scenario, key)).collect();
    let pact = scenario.pacts.len() - 1;
    let start = Start {
        seed: 7,
        run: 0,
        pact,
    };
    let world = World::new(Arc::clone(&scenario));
    let mut exercise = Exercise::new(world, start, Vec::new(), None);
    exercise.advance_to(scenario.start_ex);
    let room = is_led.then(|| RoomSetup {
        record: RoomRecord {
            briefed: true,
            ..RoomRecord::default()
        },
        forecast: None,
    });
    Owner::new(Setup {
        exercise,
        persons,
        asides: None,
        room,
    })
}

/// A scenario in which nothing happens by itself.
fn calm() -> Scenario {
    let mut scenario = load("einstieg", &[]).expect("the scenario is right");
    scenario.notices.clear();
    scenario.injects.clear();
    scenario.attack.entry.clear();
    scenario.stages.clear();
    scenario
}

fn now(owner: &Owner) -> SimTime {
    owner.exercise.sim().now()
}

/// Sets the clock going and lets it run until it stands; returns the reason and what it stands for.
fn run(owner: &mut Owner, pace: Pace) -> (String, Option<StoppedFor>) {
    let seat = owner.persons[0];
    let clock = Command::SetClock(pace);
    let set = owner.exercise.submit(seat, Origin::Facilitator, clock);
    set.expect("the clock goes");
    let mut owed = 0.0;
    for _ in 0..1_000_000 {
        if let (Pace::Stopped, reason) = owner.exercise.clock() {
            let reason = reason.map_or_else(String::new, |text| text.key.to_string());
            return (reason, owner.stands_for().cloned());
        }
        owner.let_time_pass(Duration::from_millis(100), &mut owed);
    }
    panic!("it never stands");
}

fn key(stopped: Option<&StoppedFor>) -> Option<&str> {
    stopped.map(|stopped| stopped.what.key.as_ref())
}

#[test]
fn a_phase_stops_for_all_and_says_whether_it_begins_or_ends() {
    let mut scenario = calm();
    let start = scenario.start_ex;
    let title = |text: &str| LocalText {
        de: text.to_owned(),
        en: text.to_owned(),
    };
    let stage = |name: &str, begins: u32, ends: u32, stops: &[u32]| Stage {
        title: title(name),
        begins: start.after(begins * HOUR),
        ends: start.after(ends * HOUR),
        room_minutes: 10,
        pace: 60,
        paces: Vec::new(),
        stops: stops.iter().map(|at| start.after(at * HOUR)).collect(),
        question: title(name),
    };
    scenario.stages = vec![
        stage("Verdacht", 0, 4, &[2]),
        stage("Nacht", 6, 12, &[]),
        stage("Zahllauf", 30, 40, &[]),
    ];
    let mut owner = owner(scenario, &[BENSHEIM, LORSCH], true);
    let fast = Pace::MinutesPerSecond(60);
    for (at, what, number, title) in [
        (2, "stop-planned", 1, "Verdacht"),
        (4, "stop-stage-ends", 1, "Verdacht"),
        (6, "stop-stage-begins", 2, "Nacht"),
        (12, "stop-stage-ends", 2, "Nacht"),
    ] {
        let (reason, stopped) = run(&mut owner, fast);
        assert_eq!(
            (reason.as_str(), now(&owner)),
            ("stopped-stage", start.after(at * HOUR))
        );
        let title = Text::new("local").name("de", title).name("en", title);
        let expected = Text::new(what).count("number", number).text("title", title);
        let expected = StoppedFor {
            seats: Vec::new(),
            what: expected,
        };
        assert_eq!(stopped, Some(expected));
    }
    // A leap passes over what a phase would stop for, and stops for nothing but itself.
    let (_, stopped) = run(&mut owner, Pace::Until(start.after(31 * HOUR)));
    assert_eq!(key(stopped.as_ref()), Some("stop-leap-ends"));
    for seat in owner.persons.clone() {
        let told = owner.stands_for_to(seat).map(|text| text.key);
        assert_eq!(told.as_deref(), Some("stopped-for"), "a phase is for all");
    }
}

#[test]
fn a_message_that_stops_is_what_the_clock_stands_for_at_the_seats_it_reached() {
    let scenario = load("suedhessen", &[]).expect("the scenario is right");
    let mut owner = owner(scenario, &[DARMSTADT, BENSHEIM, COUNTY], true);
    // The odd log-in at the provider is told its customers at the table, and nobody else.
    let (_, stopped) = run(&mut owner, Pace::MinutesPerSecond(5));
    let [elsewhere, here, there] = owner.persons[..] else {
        panic!("three sit there");
    };
    let inbox = owner.exercise.known(here).inbox();
    let said = inbox.last().expect("it came").text.clone();
    let expected = StoppedFor {
        seats: vec![here, there],
        what: said,
    };
    assert_eq!(stopped, Some(expected));
    let told = |owner: &Owner, seat| owner.stands_for_to(seat).map(|text| text.key);
    for seat in [here, there] {
        assert_eq!(told(&owner, seat).as_deref(), Some("stopped-for"));
    }
    let other = told(&owner, elsewhere);
    assert_eq!(other.as_deref(), Some("stopped-for-another"));
    // Who has acted is waited for no longer; who still has to decide is not told of others.
    let answer = Command::AnswerInject {
        inject: "E1".to_owned(),
        decider: Decider::Head,
        text: "Wir beobachten.".to_owned(),
        agreed_with: Vec::new(),
    };
    let answered = owner.submit(here, Origin::Person, answer);
    answered.expect("it can be answered");
    let stopped = owner.stands_for().map(|stopped| stopped.seats.clone());
    assert_eq!(stopped, Some(vec![there]));
    assert_eq!(told(&owner, here), None);
    // Who stops the clock to talk stops it for nothing of this.
    owner.exercise.stop_clock(None);
    assert_eq!(owner.stands_for(), None);
}

#[test]
fn a_question_without_a_message_is_named_itself() {
    let mut scenario = load("einstieg", &[]).expect("the scenario is right");
    scenario.notices.clear();
    scenario.injects.clear();
    scenario.stages.clear();
    let mut owner = owner(scenario, &[BENSHEIM, HEPPENHEIM, LORSCH], false);
    for _ in 0..50 {
        let (reason, stopped) = run(&mut owner, Pace::MinutesPerSecond(60));
        if reason != "stopped-decision" {
            assert_ne!(reason, "stopped-end", "a question comes before the end");
            continue;
        }
        let stopped = stopped.expect("it is named");
        let [seat] = stopped.seats[..] else {
            panic!("it is asked at one seat");
        };
        let open = owner.exercise.known(seat).decisions();
        let newest = open.iter().max_by_key(|paper| paper.id);
        assert_eq!(stopped.what, question(newest.expect("it is open").kind));
        assert_eq!(newest.map(|paper| paper.raised), Some(now(&owner)));
        return;
    }
    panic!("nothing is ever asked");
}

/// Lets one seat ask another for people.
fn ask(owner: &mut Owner, from: usize, helper: usize) {
    let (from, helper) = (owner.persons[from], owner.persons[helper]);
    let draft = AidDraft {
        kind: AidKind::ItStaffOnSite,
        helper,
        amount: 1,
        days: 5,
        service: None,
        skill: None,
    };
    let asked = owner.submit(from, Origin::Person, Command::RequestAid(draft));
    asked.expect("it can be asked for");
}

/// Two more seats ask the last one: the clock does not stop for them before that moment. Returns for whom it does then.
fn two_more_gather_until(owner: &mut Owner, moment: SimTime) -> Option<StoppedFor> {
    ask(owner, 1, 3);
    ask(owner, 2, 3);
    let (reason, stopped) = run(owner, Pace::MinutesPerSecond(1));
    assert_eq!((reason.as_str(), now(owner)), ("stopped-decision", moment));
    assert_eq!(key(stopped.as_ref()), Some("question-answer"));
    stopped
}

#[test]
fn a_request_stops_for_the_seat_it_reaches_and_those_that_follow_gather() {
    let mut owner = owner(calm(), &[BENSHEIM, HEPPENHEIM, LORSCH, COUNTY], false);
    ask(&mut owner, 0, 3);
    let helper = Some(vec![owner.persons[3]]);
    let (reason, stopped) = run(&mut owner, Pace::MinutesPerSecond(1));
    assert_eq!(reason, "stopped-decision");
    assert_eq!(key(stopped.as_ref()), Some("question-answer"));
    assert_eq!(stopped.map(|stopped| stopped.seats), helper);
    let first = now(&owner);
    // What comes within the hour stops nobody at once; then it does, for the same seat.
    let stopped = two_more_gather_until(&mut owner, first.after(HOUR));
    assert_eq!(stopped.map(|stopped| stopped.seats), helper);
}

#[test]
fn requests_of_a_night_gather_until_an_hour_before_the_first_must_be_answered() {
    let mut owner = owner(calm(), &[BENSHEIM, HEPPENHEIM, LORSCH, COUNTY], false);
    let evening = now(&owner).after(7 * HOUR);
    owner.exercise.advance_to(evening);
    ask(&mut owner, 0, 3);
    let (reason, _) = run(&mut owner, Pace::MinutesPerSecond(1));
    assert_eq!(reason, "stopped-decision");
    let first = now(&owner);
    two_more_gather_until(&mut owner, first.after(3 * HOUR));
    let open = owner.exercise.known(owner.persons[3]).decisions();
    assert_eq!(open.len(), 3);
    assert!(open.iter().all(|paper| paper.due > now(&owner)));
}

#[test]
fn a_request_that_can_only_be_refused_waits_for_others() {
    let mut scenario = calm();
    let county = seat_of(&scenario, COUNTY);
    scenario.administrations[county.index()].it_staff.fill(0);
    let mut owner = owner(scenario, &[BENSHEIM, HEPPENHEIM, LORSCH, COUNTY], false);
    let begins = now(&owner);
    ask(&mut owner, 0, 3);
    ask(&mut owner, 1, 3);
    let (reason, _) = run(&mut owner, Pace::MinutesPerSecond(1));
    assert_eq!(reason, "stopped-decision");
    assert!(now(&owner) >= begins.after(3 * HOUR));
    let open = owner.exercise.known(owner.persons[3]).decisions();
    assert_eq!(open.len(), 2);
    assert!(open.iter().all(|paper| paper.due > now(&owner)));
}

#[test]
fn where_hours_pass_in_a_second_requests_gather_for_seconds_of_the_room() {
    let mut owner = owner(calm(), &[BENSHEIM, HEPPENHEIM, LORSCH, COUNTY], true);
    let fast = Pace::MinutesPerSecond(60);
    ask(&mut owner, 0, 3);
    run(&mut owner, fast);
    let first = now(&owner);
    ask(&mut owner, 1, 3);
    ask(&mut owner, 2, 3);
    let (reason, stopped) = run(&mut owner, fast);
    let gathered = first.after(60 * super::REQUESTS_GATHER_SECONDS);
    assert_eq!(
        (reason.as_str(), now(&owner)),
        ("stopped-decision", gathered)
    );
    assert_eq!(key(stopped.as_ref()), Some("question-answer"));
}

#[test]
fn a_request_that_nobody_answers_in_time_stops_nobody_again() {
    let mut owner = owner(calm(), &[BENSHEIM, HEPPENHEIM, LORSCH, COUNTY], true);
    ask(&mut owner, 0, 3);
    let slowly = Pace::MinutesPerSecond(1);
    run(&mut owner, slowly);
    let helper = owner.persons[3];
    let due = |owner: &Owner| owner.exercise.known(helper).decisions()[0].due;
    let due = due(&owner);
    assert!(owner.decision_is_open(), "there is time to answer it");
    let (_, stopped) = run(&mut owner, Pace::Until(due.after(HOUR)));
    assert_eq!(key(stopped.as_ref()), Some("stop-leap-ends"));
    let log = owner.exercise.known(helper).log();
    let lapsed = log
        .iter()
        .any(|entry| entry.text.key == "log-decision-lapsed");
    assert!(lapsed, "it is written down");
    assert!(
        !owner.decision_is_open(),
        "and the room waits for it no more"
    );
}

#[test]
fn a_deadline_is_named_with_its_service_at_the_seat_that_misses_it() {
    let mut scenario = load("einstieg", &[]).expect("the scenario is right");
    scenario.stages.clear();
    let mut owner = owner(scenario, &[BENSHEIM], false);
    let here = owner.persons[0];
    let end = owner.exercise.scenario().start_ex.after(30 * DAY);
    while now(&owner) < end {
        let (reason, stopped) = run(&mut owner, Pace::NextStop);
        if reason != "stopped-deadline" {
            assert_ne!(reason, "stopped-end", "a deadline comes before the end");
            continue;
        }
        let stopped = stopped.expect("it is named");
        assert_eq!(stopped.seats, [here]);
        assert_eq!(
            Some(&stopped.what),
            deadline_now(owner.exercise.known(here)).as_ref()
        );
        assert_eq!(stopped.what.key, "stop-deadline");
        return;
    }
    panic!("nothing is ever missed");
}

#[test]
fn what_stopped_it_before_is_not_what_a_phase_stops_for() {
    let mut scenario = load("suedhessen", &[]).expect("the scenario is right");
    // The phase begins in the minute in which the message comes: the message presses more.
    let at = scenario.start_ex.after(10);
    scenario.stages.truncate(2);
    let stage = scenario.stages.last_mut().expect("a phase");
    stage.stops = vec![at, at.after(5)];
    let mut owner = owner(scenario, &[BENSHEIM], true);
    let (reason, stopped) = run(&mut owner, Pace::MinutesPerSecond(5));
    assert_eq!(now(&owner), at);
    assert_ne!(reason, "stopped-stage");
    assert_eq!(
        stopped.as_ref().map(|of| &of.seats[..]),
        Some(&owner.persons[..])
    );
    let (reason, stopped) = run(&mut owner, Pace::MinutesPerSecond(5));
    assert_eq!(
        (reason.as_str(), now(&owner)),
        ("stopped-stage", at.after(5))
    );
    assert_eq!(key(stopped.as_ref()), Some("stop-planned"));
    assert_eq!(stopped.map(|of| of.seats), Some(Vec::new()));
}

#[test]
fn what_the_script_promises_holds_for_a_seat_that_plays_alone() {
    let suedhessen = load("suedhessen", &[]).expect("the scenario is right");
    let has_effects = |scenario: &Scenario| {
        let mut injects = scenario.injects.iter();
        injects.any(|inject| !inject.effects.is_empty())
    };
    assert!(has_effects(&suedhessen));
    let alone = owner(suedhessen, &[BENSHEIM], false);
    assert!(alone.exercise.sim().is_led());
}

/// The large region with a person at the provider, at the moment at which its first product is encrypted.
fn provider_in_the_night() -> (Owner, AdministrationId) {
    let mut scenario = load("suedhessen", &[]).expect("the scenario is right");
    scenario.stages.clear();
    let mut owner = owner(scenario, &["datenhaus"], false);
    let here = owner.persons[0];
    for _ in 0..200 {
        let (reason, _) = run(&mut owner, Pace::NextStop);
        assert_ne!(reason, "stopped-end", "nothing is ever encrypted");
        if encrypted(&owner, here) > 0 {
            return (owner, here);
        }
    }
    panic!("nothing is encrypted for very long");
}

/// How many systems a seat has seen encrypted.
fn encrypted(owner: &Owner, seat: AdministrationId) -> usize {
    let log = owner.exercise.known(seat).log().iter();
    log.filter(|entry| entry.text.key == "log-encrypted")
        .count()
}

#[test]
fn what_is_encrypted_in_a_night_stops_the_clock_once_and_then_gathers() {
    let (mut owner, here) = provider_in_the_night();
    let begun = now(&owner);
    let mut stops = 0;
    while now(&owner) < begun.after(DAY) {
        let known = owner.exercise.known(here);
        let (papers, written) = (known.decisions().len(), known.log().len());
        let before = now(&owner);
        let (reason, stopped) = run(&mut owner, Pace::NextStop);
        let known = owner.exercise.known(here);
        // Whatever asks for a decision still stops at once.
        if known.decisions().len() > papers {
            assert_eq!(reason, "stopped-decision");
        }
        let noticed = kinds(&known.log()[written..]);
        let only = noticed.iter().all(|kind| kind == "log-encrypted");
        if reason == "stopped-news" && only {
            stops += 1;
            assert_eq!(key(stopped.as_ref()), Some("log-encrypted"));
            assert!(!noticed.is_empty(), "it stands for something new");
            assert!(now(&owner) >= before.after(HOUR), "they gather for an hour");
        }
    }
    let seen = encrypted(&owner, here);
    assert!(seen > 20, "{seen} are encrypted in that night");
    assert!(stops < seen / 4, "{stops} stops for {seen} systems");
}

#[test]
fn at_a_pace_of_its_own_nothing_waits_for_news_that_gather() {
    let (mut owner, here) = provider_in_the_night();
    let waits = |owner: &Owner| owner.news.next(now(owner)) < SimTime::NEVER;
    let mut owed = 0.0;
    for _ in 0..1_000 {
        let clock = Command::SetClock(Pace::NextStop);
        let set = owner.exercise.submit(here, Origin::Facilitator, clock);
        set.expect("the clock goes");
        owner.let_time_pass(Duration::from_millis(100), &mut owed);
        if waits(&owner) && owner.exercise.clock().0 == Pace::NextStop {
            break;
        }
    }
    assert!(waits(&owner), "something gathers");
    // What has gathered is left behind by a leap, which alarms may interrupt.
    let later = now(&owner).after(2 * DAY);
    while now(&owner) < later {
        run(&mut owner, Pace::Until(later));
    }
    assert!(!waits(&owner), "nobody waits for it any more");
    run(&mut owner, Pace::NextStop);
    assert!(
        now(&owner) > later,
        "the next stop is not the one of before"
    );
}
