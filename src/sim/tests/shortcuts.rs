//! What makes large worlds quick changes nothing: bits for shares, part after part for all at once.

use super::*;
use crate::scenario::{Template, write_template};
use crate::sim::plan::{Plan, Template as Kind};

/// The reference workload: everything switched.
fn star(size: u32) -> Scenario {
    let dir = tempfile::tempdir().unwrap();
    write_template(dir.path(), Template::ProviderStar, Some(size), false).unwrap();
    load(dir.path().to_str().unwrap(), &[]).unwrap()
}

/// What a system's availability must be: own share x that of its suppliers.
fn expected(sim: &Sim, system: u32) -> f32 {
    let own = sim.columns().own(&sim.plan, system);
    let suppliers = sim.plan.suppliers.row(system).iter();
    suppliers.fold(own, |share, supplier| share.min(expected(sim, *supplier)))
}

#[test]
fn bits_follow_from_own_condition_and_suppliers() {
    let mut sim = Sim::new(Arc::new(star(22)));
    assert!(sim.plan.templates.iter().all(Kind::is_switched));
    for run in 0..3 {
        sim.reset(5, run, 0);
        let mut partly = 0;
        for day in 1..40 {
            sim.advance_to(SimTime(day * DAY));
            let systems = sim.columns().systems.len() as u32;
            let available: Vec<f32> = (0..systems)
                .map(|system| sim.columns().available(&sim.plan, system))
                .collect();
            for system in 0..systems {
                let condition = sim.columns().systems[system as usize].condition;
                let works = matches!(condition, Condition::Intact | Condition::Cleared);
                let own = sim.columns().own(&sim.plan, system);
                assert_eq!(own > 0.0, works, "{system} on day {day}");
                assert_eq!(
                    available[system as usize],
                    expected(&sim, system),
                    "{system}"
                );
            }
            let customers = sim.plan.first_counted as usize;
            let down = available[customers..].iter().filter(|share| **share < 0.5);
            let down = down.count() as u32;
            assert_eq!(sim.columns().tally.not_operational, down);
            partly += u32::from(down > 0 && down < systems / 2);
        }
        assert!(partly > 3, "the run shows something");
    }
}

/// Where parts are usable, bits would not do: there shares are counted, and what depends on them too.
#[test]
fn only_what_is_never_half_usable_is_switched() {
    let switched = |scenario: Scenario| {
        let sim = Sim::new(Arc::new(scenario));
        sim.plan
            .templates
            .iter()
            .filter(|kind| kind.is_switched())
            .map(|kind| usize::from(kind.kit))
            .collect::<std::collections::BTreeSet<usize>>()
    };
    let mut half = star(6);
    half.attack.compromised_usable = 0.5;
    assert!(switched(half).is_empty());
    let mut whole = star(6);
    whole.attack.compromised_usable = 1.0;
    assert_eq!(switched(whole).len(), 2);
    // The providers have two ways to something: then their customers count shares as well.
    let mut alternatives = star(6);
    let provider = alternatives
        .kits
        .iter_mut()
        .find(|kit| kit.systems.len() == 1);
    provider.unwrap().systems[0].any_of.push(Vec::new());
    assert!(switched(alternatives).is_empty());
    let scenario = einstieg();
    let with_workplaces: Vec<usize> = (0..scenario.kits.len())
        .filter(|kit| {
            let systems = &scenario.kits[*kit].systems;
            systems
                .iter()
                .any(|system| system.role == crate::scenario::SystemRole::Workplaces)
        })
        .collect();
    let switched = switched(scenario);
    assert!(!with_workplaces.is_empty());
    assert!(with_workplaces.iter().all(|kit| !switched.contains(kit)));
}

#[test]
fn parts_one_after_the_other_come_to_the_same_as_all_at_once() {
    let scenario = Arc::new(star(310));
    let world = |plays_in_parts: bool| {
        let mut plan = Plan::new(Arc::clone(&scenario), SimTime(90 * DAY));
        plan.plays_in_parts = plays_in_parts;
        Sim::from_plan(Arc::new(plan))
    };
    let (mut parts, mut whole) = (world(true), world(false));
    assert_eq!(parts.plan.parts.count(), 2);
    let state = |sim: &Sim| {
        let conditions: Vec<Condition> = sim
            .columns()
            .systems
            .iter()
            .map(|state| state.condition)
            .collect();
        let agenda = sim.columns().agenda.entries_in_order().len();
        (
            sim.now(),
            sim.is_over(),
            sim.spread_metrics(),
            sim.marks(),
            sim.events(),
            conditions,
            agenda,
        )
    };
    for run in 0..4 {
        parts.reset(9, run, 0);
        whole.reset(9, run, 0);
        if run % 2 == 0 {
            // Stopped half way, when one part may be over and the other not.
            for day in [1, 2, 9, 17, 18, 26] {
                parts.advance_to(SimTime(day * DAY));
                whole.advance_to(SimTime(day * DAY));
                assert_eq!(state(&parts), state(&whole), "run {run} on day {day}");
            }
        }
        parts.advance_to(SimTime(90 * DAY));
        whole.advance_to(SimTime(90 * DAY));
        assert!(whole.is_over());
        assert_eq!(state(&parts), state(&whole), "run {run}");
    }
}

#[test]
fn only_large_worlds_that_fall_apart_are_played_in_parts() {
    let in_parts =
        |scenario: Scenario| Plan::new(Arc::new(scenario), SimTime(90 * DAY)).plays_in_parts;
    assert!(in_parts(star(2_200)));
    assert!(!in_parts(star(310)));
    // Whose systems are served or attacked in phases hangs together.
    let mut attacked = star(2_200);
    attacked.attack.phases = einstieg().attack.phases;
    assert!(!in_parts(attacked));
}
