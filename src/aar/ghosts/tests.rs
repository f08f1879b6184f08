//! Ghosts meet the same luck, leave out what they should, and keep what is no longer possible.

use super::*;
use crate::exercise::{Exercise, Line, Origin};
use crate::journal::Deed;
use crate::response::players;
use crate::scenario::load;
use crate::vocab::{AidDraft, AidKind, ContainmentOption, DAY, HOUR};

const PLAN: &str = "by_the_book";
const SEED: u64 = 3;

fn beginning() -> (Arc<Scenario>, AdministrationId) {
    let scenario = load("einstieg", &[]).expect("the first scenario is right");
    let mut places = scenario.administrations.iter();
    let at = places.position(|place| place.id == "06431015");
    let seat = AdministrationId::from_index(at.expect("Lindenfels is there"));
    (Arc::new(scenario), seat)
}

fn start_of(scenario: &Scenario) -> Start {
    Start {
        seed: SEED,
        run: 0,
        pact: scenario.pacts.len() - 1,
    }
}

fn begun(scenario: &Arc<Scenario>, persons: &[AdministrationId], journal: &Journal) -> Exercise {
    let bots = players(scenario, PLAN, persons).expect("the plan is there");
    let mut world = World::new(Arc::clone(scenario));
    world.keep_courses();
    Exercise::new(world, start_of(scenario), bots, Some(journal.recorder()))
}

/// Plays a seat by hand: the crisis staff, then asks everybody for everything until somebody comes.
fn played() -> (Arc<Scenario>, AdministrationId, Exercise, Journal) {
    let (scenario, seat) = beginning();
    let journal = Journal::default();
    let mut exercise = begun(&scenario, &[seat], &journal);
    exercise.advance_to(scenario.start_ex.after(HOUR));
    let act =
        |exercise: &mut Exercise, command| exercise.submit(seat, Origin::Person, command).is_ok();
    act(&mut exercise, Command::ConveneCrisisStaff);
    act(
        &mut exercise,
        Command::Contain(ContainmentOption::LockAccounts),
    );
    for _ in 0..20 {
        let next = exercise.sim().now().after(DAY);
        exercise.advance_to(next);
        for kind in AidKind::ALL {
            for helper in 0..scenario.administrations.len() {
                let draft = AidDraft {
                    kind: *kind,
                    helper: AdministrationId::from_index(helper),
                    amount: 1,
                    days: 5,
                    service: None,
                    skill: None,
                };
                act(&mut exercise, Command::RequestAid(draft));
            }
        }
    }
    let end = exercise.end();
    exercise.advance_to(end);
    (scenario, seat, exercise, journal)
}

/// What plays the courses that did not happen, beside one in which a person sat at the seat.
fn ghosts(scenario: &Arc<Scenario>, seat: AdministrationId, journal: Journal) -> Asides {
    let (scenario, start) = (Arc::clone(scenario), start_of(scenario));
    asides(scenario, start, PLAN.to_owned(), vec![seat], journal)
}

/// What was decided in an exercise of this journal.
fn decided(scenario: &Arc<Scenario>, journal: &Journal) -> Vec<Deed> {
    let world = World::new(Arc::clone(scenario));
    let lines = (1..).zip(journal.lines());
    deeds(world, start_of(scenario), lines)
}

fn asked(exercise: &Exercise, seat: AdministrationId) -> usize {
    let metrics = exercise.sim().run_metrics();
    metrics.aid.iter().filter(|aid| aid.asker == seat).count()
}

#[test]
fn the_same_decisions_lead_to_the_same_world() {
    let (scenario, seat, exercise, journal) = played();
    assert!(asked(&exercise, seat) > 0, "somebody was asked");
    let mut again = begun(&scenario, &[seat], &Journal::default());
    let never = AtomicBool::new(false);
    let lost = rerun(&mut again, &decided(&scenario, &journal), &never).expect("nobody cancels");
    assert!(lost.is_empty(), "{lost:?}");
    assert_eq!(again.sim().fingerprint(), exercise.sim().fingerprint());
}

#[test]
fn without_aid_nobody_is_asked_and_the_rest_is_decided_as_before() {
    let (scenario, seat, exercise, journal) = played();
    let never = AtomicBool::new(false);
    let mut kept = decided(&scenario, &journal);
    kept.retain(|deed| !deed.line.command.is_about_aid());
    let mut bots_ask = begun(&scenario, &[seat], &Journal::default());
    rerun(&mut bots_ask, &kept, &never).expect("nobody cancels");
    assert!(
        !bots_ask.sim().run_metrics().aid.is_empty(),
        "bots would ask"
    );
    let mut again =
        begun(&scenario, &[seat], &Journal::default()).without_aid_of_bots(SimTime::ZERO);
    let lost = rerun(&mut again, &kept, &never).expect("nobody cancels");
    assert!(lost.is_empty(), "{lost:?}");
    assert!(again.sim().run_metrics().aid.is_empty(), "nobody asks");
    let played = course_sum(exercise.sim(), seat);
    let ghost = ghosts(&scenario, seat, journal)(seat, GhostKind::WithoutAid, &never)
        .expect("nobody cancels");
    assert_eq!(ghost.kind, GhostKind::WithoutAid);
    assert_eq!(ghost.sum, course_sum(again.sim(), seat));
    assert_ne!(ghost.sum.steps, played.steps, "help made a difference");
}

#[test]
fn bots_decide_at_every_seat_whatever_persons_did() {
    let (scenario, seat, _, journal) = played();
    let never = AtomicBool::new(false);
    let play = ghosts(&scenario, seat, journal);
    let ghost = play(seat, GhostKind::Bots, &never).expect("nobody cancels");
    let mut alone = begun(&scenario, &[], &Journal::default());
    let end = alone.end();
    alone.advance_to(end);
    assert_eq!(ghost.sum, course_sum(alone.sim(), seat));
    assert!(ghost.lost.is_empty(), "bots take no line of persons");
}

#[test]
fn what_is_not_possible_any_more_is_kept() {
    let (scenario, seat, _, journal) = played();
    // Lifting what was never ordered in this course.
    let line = Line {
        minute: scenario.start_ex.after(DAY),
        seat,
        origin: Origin::Person,
        command: Command::Lift(ContainmentOption::BlockInternet),
    };
    journal.recorder().keep(&line).expect("memory keeps all");
    let play = ghosts(&scenario, seat, journal);
    let never = AtomicBool::new(false);
    let ghost = play(seat, GhostKind::WithoutAid, &never).expect("nobody cancels");
    assert_eq!(ghost.lost.len(), 1);
    let cancelled = AtomicBool::new(true);
    assert_eq!(play(seat, GhostKind::WithoutAid, &cancelled), None);
}

#[test]
fn what_the_script_promises_holds_in_both_ghosts() {
    for kind in [GhostKind::WithoutAid, GhostKind::Bots] {
        assert!(is_done_again(kind, &Command::LeadExercise));
    }
    assert!(is_done_again(
        GhostKind::WithoutAid,
        &Command::SecurePayFile
    ));
    assert!(!is_done_again(GhostKind::Bots, &Command::SecurePayFile));
}
