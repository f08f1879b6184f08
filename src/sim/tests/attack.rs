//! Who notices the attack, who learns of it, and how a place is cut off and comes back.

use super::*;
use crate::scenario::{EntryPoint, PhaseId};
use crate::sim::attack::Stage;
use crate::vocab::SystemId;

const BENSHEIM: &str = "06431002";
const HEPPENHEIM: &str = "06431011";

/// Gives all phases but the impact these chances of being noticed, without and with monitoring.
fn noticed_with(scenario: &mut Scenario, detection: (f64, f64)) {
    for phase in &mut scenario.attack.phases {
        if phase.id != PhaseId::Impact {
            phase.detection = detection;
        }
    }
}

/// Lets the attack begin at one town instead of the provider.
fn at_one_town(scenario: &mut Scenario, town: &str) {
    let position = scenario
        .administrations
        .iter()
        .position(|administration| administration.id == town)
        .unwrap();
    let kit = scenario.administrations[position].kit.unwrap();
    let system = scenario.kits[kit]
        .systems
        .iter()
        .position(|system| system.id == "identity")
        .unwrap();
    scenario.attack.entry = vec![EntryPoint {
        administration: position,
        system,
    }];
}

fn system(sim: &Sim, at: AdministrationId, id: &str) -> SystemId {
    let mut systems = sim.plan.administrations[at.index()].systems.clone();
    systems
        .find(|system| sim.plan.described(SystemId(*system)).id == id)
        .map(SystemId)
        .unwrap()
}

fn condition(sim: &Sim, system: SystemId) -> Condition {
    sim.columns().systems[system.index()].condition
}

/// Einstieg with a second provider that has Bensheim as its customer.
fn with_two_providers() -> Scenario {
    let mut scenario = einstieg();
    let mut second = scenario.administrations[0].clone();
    second.id = "second".to_owned();
    scenario.administrations.insert(1, second);
    for administration in &mut scenario.administrations {
        if administration.id == BENSHEIM {
            administration.provider = Some(1);
        }
    }
    scenario.notices.clear();
    scenario
}

#[test]
fn only_the_provider_that_is_hit_learns_of_it() {
    let mut scenario = with_two_providers();
    noticed_with(&mut scenario, (1.0, 1.0));
    let mut sim = begun(scenario, 1);
    let (first, second) = (AdministrationId(0), AdministrationId(1));
    let (lorsch, bensheim) = (at(&sim, "06431016"), at(&sim, BENSHEIM));
    while sim.known(first).provider_hit().is_none() {
        sim.advance_to(sim.now().after(HOUR));
    }
    sim.notify_customers(first);
    sim.advance_to(end(&sim));
    assert!(sim.known(first).provider_hit().is_some());
    assert!(sim.known(lorsch).provider_hit().is_some());
    assert_eq!(sim.known(second).provider_hit(), None);
    assert_eq!(sim.known(second).own_hit(), None);
    assert_eq!(sim.known(bensheim).provider_hit(), None);
}

#[test]
fn the_owner_s_own_monitoring_counts() {
    let mut scenario = with_two_providers();
    noticed_with(&mut scenario, (0.0, 1.0));
    // The other provider watches; the one that is hit does not.
    scenario.administrations[1].monitoring = true;
    let before_impact = scenario.attack.phases.len() - 1;
    scenario.attack.phases.truncate(before_impact);
    let mut watched = scenario.clone();
    watched.administrations[0].monitoring = true;
    for (scenario, notices) in [(scenario, false), (watched, true)] {
        let mut sim = begun(scenario, 1);
        sim.advance_to(end(&sim));
        assert_eq!(sim.known(AdministrationId(0)).own_hit().is_some(), notices);
    }
}

#[test]
fn a_town_hit_alone_notices_alone() {
    let mut scenario = einstieg();
    noticed_with(&mut scenario, (1.0, 1.0));
    scenario.notices.clear();
    at_one_town(&mut scenario, BENSHEIM);
    let mut sim = begun(scenario, 1);
    let bensheim = at(&sim, BENSHEIM);
    sim.advance_to(sim.scenario().start_ex);
    let noticed = sim.known(bensheim).own_hit().expect("it is certain");
    assert_eq!(sim.columns().attack.detected, Some(noticed));
    assert!(body::<Recovery>(&sim, bensheim).needed_since.is_some());
    for position in 0..sim.scenario().administrations.len() {
        let other = AdministrationId::from_index(position);
        if other != bensheim {
            let known = sim.known(other);
            assert_eq!(known.own_hit(), None);
            assert_eq!(known.provider_hit(), None);
            assert_eq!(known.affected(), &[], "nobody told them");
        }
    }
    sim.call_crisis_staff(bensheim);
    sim.advance_to(end(&sim));
    let provider = sim.known(AdministrationId(0));
    assert_eq!(provider.affected()[0].0, bensheim);
    assert!(body::<Recovery>(&sim, bensheim).examined.unwrap().1);
}

#[test]
fn nobody_notices_what_is_not_there_any_more() {
    let mut scenario = einstieg();
    noticed_with(&mut scenario, (1.0, 1.0));
    at_one_town(&mut scenario, BENSHEIM);
    let mut sim = begun(scenario, 1);
    let bensheim = at(&sim, BENSHEIM);
    let identity = system(&sim, bensheim, "identity");
    let entry = sim.scenario().attack.entry_at;
    sim.advance_to(entry);
    assert_eq!(condition(&sim, identity), Condition::Compromised);
    assert_eq!(sim.known(bensheim).own_hit(), None, "not at once");
    sim.with_kernel(|kernel| kernel.isolate(identity.0));
    sim.advance_to(sim.scenario().start_ex);
    assert_eq!(sim.known(bensheim).own_hit(), None);
}

#[test]
fn who_is_reached_late_in_a_phase_has_what_is_left_of_the_chance() {
    let mut scenario = quiet_scenario();
    let mut phase = einstieg().attack.phases[5].clone();
    phase.starts_at = Some(SimTime(100));
    phase.dwell = crate::scenario::Dist::Fixed(1000.0);
    phase.detection = (1.0, 1.0);
    scenario.attack.phases = vec![phase];
    at_one_town(&mut scenario, HEPPENHEIM);
    scenario.attack.entry_at = SimTime(99);
    let mut sim = begun(scenario, 1);
    let bensheim = at(&sim, BENSHEIM);
    let identity = system(&sim, bensheim, "identity");
    let count = |sim: &mut Sim, reached: u32| {
        (0..200)
            .filter(|run| {
                sim.reset(1, *run, 1);
                sim.advance_to(SimTime(reached));
                sim.compromise_hidden(identity);
                sim.advance_to(SimTime(1200));
                sim.known(bensheim).own_hit().is_some()
            })
            .count()
    };
    assert_eq!(count(&mut sim, 100), 200);
    let in_the_middle = count(&mut sim, 600);
    assert!((70..130).contains(&in_the_middle), "{in_the_middle}");
    assert!(count(&mut sim, 1050) < 30);
}

/// When the first customer falls was drawn long before it does; other luck from shortly before on moves it.
#[test]
fn another_future_has_other_ways_in() {
    let mut sim = begun(einstieg(), 1);
    let first_hit = |sim: &mut Sim| {
        let customers = sim.plan.administrations[0].customers.clone();
        let limit = sim.now().after(30 * DAY);
        while !customers.iter().any(|at| sim.was_hit(*at)) && sim.now() < limit {
            sim.advance_to(sim.now().after(1));
        }
        sim.now()
    };
    let usual = first_hit(&mut sim);
    let before = SimTime(usual.0 - 2);
    let mut moments = std::collections::BTreeSet::new();
    for run in 0..20 {
        sim.reset(1, 0, 1);
        sim.advance_to(before);
        sim.change_luck(1, 100 + run);
        let hit = first_hit(&mut sim);
        assert!(hit > before);
        moments.insert(hit);
    }
    assert!(moments.len() > 10, "{moments:?}");
    sim.reset(1, 0, 1);
    assert_eq!(first_hit(&mut sim), usual, "without it all stays");
}

#[test]
fn what_a_scenario_fixes_begins_in_time() {
    let mut scenario = einstieg();
    for phase in &mut scenario.attack.phases {
        // Each dwell alone is longer than there is time for.
        phase.dwell = crate::scenario::Dist::Fixed(f64::from(30 * DAY));
        phase.starts_at = None;
    }
    let (entry, jump) = (scenario.attack.entry_at, scenario.start_ex);
    let phases = &mut scenario.attack.phases;
    let position = phases.iter().position(|phase| phase.id == PhaseId::Jump);
    phases[position.unwrap()].starts_at = Some(jump);
    assert!(entry < jump);
    let mut sim = begun(scenario, 1);
    sim.advance_to(SimTime(jump.0 - 1));
    assert_ne!(sim.columns().attack.stage, Stage::Jump);
    sim.advance_to(jump);
    assert_eq!(sim.columns().attack.stage, Stage::Jump);
}

#[test]
fn a_provider_that_cuts_all_has_to_examine_itself() {
    let mut sim = begun(quiet_scenario(), 1);
    let provider = AdministrationId(0);
    sim.advance_to(sim.scenario().start_ex);
    assert!(sim.known(provider).recovery_needed().is_none());
    sim.order_containment(provider, ContainmentOption::CutAllCustomers);
    sim.advance_to(sim.now().after(DAY));
    assert!(sim.known(provider).recovery_needed().is_some());
    while body::<Recovery>(&sim, provider).cleared.is_none() {
        let before = sim.known(provider).revision();
        assert!(sim.advance_to_news(end(&sim)), "it never is released");
        let cleared = sim.known(provider).own_cleared();
        assert!(cleared.is_none() || sim.known(provider).revision() > before);
    }
    let (_, hit) = sim.known(provider).examined().unwrap();
    assert!(!hit);
}

#[test]
fn a_link_may_be_cut_by_both_sides() {
    let mut sim = begun(quiet_scenario(), 1);
    let (provider, lorsch) = (AdministrationId(0), at(&sim, "06431016"));
    sim.advance_to(sim.scenario().start_ex);
    sim.order_containment(provider, ContainmentOption::CutAllCustomers);
    sim.advance_to(sim.now().after(DAY));
    let there = sim.known(lorsch).link_cut_there().unwrap();
    assert_eq!(sim.known(lorsch).link_cut(), Some((there, provider)));
    assert!(!sim.known(lorsch).link_is_open());
    sim.order_containment(lorsch, ContainmentOption::CutProviderLink);
    sim.advance_to(sim.now().after(DAY));
    let here = sim.known(lorsch).link_cut_here().unwrap();
    assert!(here > there);
    assert_eq!(sim.known(lorsch).link_cut(), Some((there, provider)));
}

#[test]
fn a_provider_that_is_released_may_cut_again() {
    let mut sim = begun(einstieg(), 1);
    let (provider, lorsch) = (AdministrationId(0), at(&sim, "06431016"));
    sim.order_containment(provider, ContainmentOption::CutAllCustomers);
    sim.advance_to(SimTime(DAY));
    assert!(sim.known(provider).customers_cut());
    while body::<Recovery>(&sim, provider).cleared.is_none() {
        assert!(sim.advance_to_news(end(&sim)), "it never is released");
        assert!(sim.known(provider).customers_cut() || sim.known(provider).own_cleared().is_some());
    }
    assert!(!sim.known(provider).customers_cut());
    assert!(
        !sim.known(lorsch).link_is_open(),
        "the customer decides to come back"
    );
    sim.advance_to(sim.now().after(DAY));
    assert!(sim.known(lorsch).provider_cleared().is_some());
    sim.order_containment(provider, ContainmentOption::CutAllCustomers);
    sim.advance_to(sim.now().after(DAY));
    assert!(sim.known(provider).customers_cut());
    // Who had not come back by then cannot use the old release.
    assert_eq!(sim.known(lorsch).provider_cleared(), None);
}

#[test]
fn what_no_work_order_restores_comes_back_once_examined() {
    for shuts_down in [false, true] {
        let mut sim = begun(quiet_scenario(), 1);
        let town = at(&sim, HEPPENHEIM);
        let (alarm, water) = (
            system(&sim, town, "alarm"),
            system(&sim, town, "water_control"),
        );
        assert!(sim.plan.described(alarm).work.is_none());
        sim.compromise_hidden(alarm);
        if shuts_down {
            sim.order_containment(town, ContainmentOption::EmergencyShutdown);
            sim.advance_to(sim.now().after(DAY));
            assert_eq!(condition(&sim, water), Condition::Intact);
        } else {
            let now = sim.now();
            let entity = sim.body(town);
            let mut recovery = sim.world.get_mut::<Recovery>(entity).unwrap();
            recovery.needed_since = Some(now);
        }
        if shuts_down {
            assert_eq!(condition(&sim, alarm), Condition::Contained);
        }
        sim.call_crisis_staff(town);
        while body::<Recovery>(&sim, town).examined.is_none() {
            assert!(sim.advance_to_news(end(&sim)), "nobody examines it");
        }
        assert_eq!(condition(&sim, alarm), Condition::Cleared);
        assert_eq!(sim.columns().own(&sim.plan, alarm.0), 1.0);
        assert_eq!(condition(&sim, water), Condition::Intact);
    }
}

#[test]
fn an_impact_that_encrypts_nothing_is_noticed_by_its_chance() {
    let noticed = |chance: f64| {
        let mut scenario = einstieg();
        noticed_with(&mut scenario, (0.0, 0.0));
        scenario.notices.clear();
        scenario.attack.encrypted_share = (0.001, 1000.0);
        let impact = scenario.attack.phases.last_mut().unwrap();
        assert_eq!(impact.id, PhaseId::Impact);
        impact.detection = (chance, chance);
        let mut sim = begun(scenario, 1);
        sim.advance_to(end(&sim));
        let marks = sim.marks();
        assert!(marks.first_compromise.is_some());
        marks.detected.map(|at| at.since(marks.impact.unwrap()))
    };
    assert_eq!(noticed(0.0), None);
    assert!(noticed(1.0).is_some_and(|after| after <= 4 * HOUR));
}

#[test]
fn no_way_to_customers_is_closed_where_the_actor_is_in_a_house_without_any() {
    let marks = |at_town: bool| {
        let mut scenario = einstieg();
        if at_town {
            at_one_town(&mut scenario, BENSHEIM);
        }
        noticed_with(&mut scenario, (1.0, 1.0));
        let mut sim = begun(scenario, 3);
        let provider = AdministrationId(0);
        sim.advance_to(sim.scenario().start_ex);
        sim.order_containment(provider, ContainmentOption::CutAllCustomers);
        sim.advance_to(end(&sim));
        assert_eq!(sim.marks().contained, sim.attack_truth().contained);
        sim.marks()
    };
    let (provider, town) = (marks(false), marks(true));
    assert!(provider.detected.is_some() && provider.contained.is_some());
    assert!(town.detected.is_some());
    assert_eq!(town.contained, None);
}
