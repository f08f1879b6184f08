//! Phases of an exercise stop the clock where they begin and where they say so.

use std::sync::Arc;
use std::time::{Duration, Instant};

use beistand::command::Command;
use beistand::exercise::{self, Door, Exercise, Setup, Start, World};
use beistand::response::players;
use beistand::scenario::{Stage, load};
use beistand::vocab::{AdministrationId, HOUR, Pace, SimTime};

/// Returns an exercise with two phases and nobody but one person: the clock stops for them alone.
fn door() -> (SimTime, exercise::Actor) {
    door_with(|_| ())
}

/// So many minutes after the beginning of the second phase.
fn start_plus(stages: &[Stage], minutes: u32) -> SimTime {
    stages[1].begins.after(minutes)
}

/// The same with other phases.
fn door_with(change: impl Fn(&mut Vec<Stage>)) -> (SimTime, exercise::Actor) {
    let mut scenario = load("einstieg", &[]).expect("the scenario is right");
    let start = scenario.start_ex;
    let title = scenario.title.clone();
    let stage = |begins: u32, ends: u32, stops: &[u32]| Stage {
        title: title.clone(),
        begins: start.after(begins),
        ends: start.after(ends),
        room_minutes: 10,
        pace: 5,
        paces: Vec::new(),
        stops: stops.iter().map(|at| start.after(*at)).collect(),
        question: title.clone(),
    };
    scenario.stages = vec![stage(0, 4, &[3]), stage(6, HOUR, &[])];
    change(&mut scenario.stages);
    scenario.notices.clear();
    let scenario = Arc::new(scenario);
    let pact = 0;
    let begun = Start {
        seed: 1,
        run: 0,
        pact,
    };
    let mut exercise = Exercise::new(World::new(scenario), begun, Vec::new(), None);
    exercise.advance_to(start);
    let actor = exercise::start(Setup {
        exercise,
        persons: vec![AdministrationId(2)],
        asides: None,
        room: None,
    });
    (start, actor)
}

/// Lets the clock run until it stands, and returns when and why.
fn run(door: &dyn Door, pace: Pace) -> (SimTime, Option<String>) {
    door.submit(AdministrationId(2), Command::SetClock(pace))
        .expect("the clock can be set");
    let begun = Instant::now();
    loop {
        let clock = door.public().clock.clone();
        if clock.pace == Pace::Stopped {
            return (
                clock.now.at,
                clock.stopped_by.map(|text| text.key.into_owned()),
            );
        }
        assert!(begun.elapsed() < Duration::from_secs(20), "it never stops");
        std::thread::sleep(Duration::from_millis(2));
    }
}

#[test]
fn the_next_stop_is_not_where_a_phase_only_changes_its_pace() {
    let (start, actor) = door_with(|stages| stages[1].paces = vec![(start_plus(stages, 10), 15)]);
    let door = actor.door();
    let next = || run(&*door, Pace::NextStop);
    assert_eq!(next().0, start.after(3));
    assert_eq!(next().0, start.after(6));
    let (at, why) = next();
    assert_ne!(at, start.after(16), "{why:?}");
    drop(actor.leave());
}

#[test]
fn the_clock_stops_at_every_stop_and_beginning_at_any_pace() {
    let (start, actor) = door();
    let door = actor.door();
    let stage = |door: &dyn Door| door.public().stage.as_ref().map(|stage| stage.number);
    let why = Some("stopped-stage".to_owned());
    assert_eq!(stage(&*door), Some(1));
    assert_eq!(
        run(&*door, Pace::MinutesPerSecond(1440)),
        (start.after(3), why.clone())
    );
    assert_eq!(stage(&*door), Some(1));
    assert_eq!(run(&*door, Pace::NextStop), (start.after(6), why));
    assert_eq!(stage(&*door), Some(2));
    drop(actor.leave());
}

#[test]
fn a_helper_alone_is_not_stopped_for_each_request() {
    let scenario = Arc::new(load("suedhessen", &[]).expect("the scenario is right"));
    let darmstadt = scenario.administrations.iter();
    let darmstadt = darmstadt.take_while(|one| one.id != "06411000").count();
    let seat = AdministrationId::from_index(darmstadt);
    let begun = Start {
        seed: 7,
        run: 0,
        pact: scenario.pacts.len() - 1,
    };
    let others = players(&scenario, "by_the_book", &[seat]).expect("the plan is there");
    let start = scenario.start_ex;
    let mut exercise = Exercise::new(World::new(scenario), begun, others, None);
    exercise.advance_to(start.after(36 * HOUR));
    let actor = exercise::start(Setup {
        exercise,
        persons: vec![seat],
        asides: None,
        room: None,
    });
    let door = actor.door();
    let mut stops = Vec::new();
    let mut requests = 0;
    let mut seen = std::collections::BTreeSet::new();
    loop {
        door.submit(seat, Command::SetClock(Pace::NextStop))
            .expect("the clock can be set");
        let begun = Instant::now();
        while door.public().clock.pace != Pace::Stopped {
            assert!(begun.elapsed() < Duration::from_mins(2), "it never stops");
            std::thread::sleep(Duration::from_millis(2));
        }
        let view = door.view(seat);
        let clock = &view.public.clock;
        if clock.now.at >= start.after(72 * HOUR) {
            break;
        }
        let fresh = |paper: &&beistand::view::DecisionPaper| seen.insert(paper.id);
        let new: Vec<_> = view.decisions.iter().filter(fresh).collect();
        // At a phase the clock stops for all, whatever has gathered.
        let reason = clock.stopped_by.as_ref().map(|reason| reason.key.as_ref());
        let is_phase = reason == Some("stopped-stage");
        requests += new.iter().filter(|paper| paper.request.is_some()).count();
        if !is_phase && !new.is_empty() && new.iter().all(|paper| paper.request.is_some()) {
            stops.push(clock.now.at);
        }
    }
    assert!(requests > 5, "{requests} requests came");
    let close = stops.windows(2).filter(|two| two[1].since(two[0]) < HOUR);
    assert_eq!(close.count(), 0, "{stops:?}");
    drop(actor.leave());
}
