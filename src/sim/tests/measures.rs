//! Measures against the attack: what each narrows, how long it takes, how it is lifted, and the
//! law that none of them ever helps the attacker.

use super::*;
use crate::scenario::PhaseId;
use crate::sim::containment::{Measures, order_time, share_left};
use crate::vocab::SystemId;

const LORSCH: &str = "06431016";
const HEPPENHEIM: &str = "06431011";

fn system(sim: &Sim, at: AdministrationId, id: &str) -> SystemId {
    let mut systems = sim.plan.administrations[at.index()].systems.clone();
    systems
        .find(|system| sim.plan.described(SystemId(*system)).id == id)
        .map(SystemId)
        .unwrap()
}

fn order_now(sim: &mut Sim, at: AdministrationId, option: ContainmentOption) {
    sim.order_containment(at, option);
    sim.advance_to(sim.now().after(DAY));
}

#[test]
fn each_measure_narrows_its_own_links() {
    use ContainmentOption as Option_;
    let sim = begun(einstieg(), 1);
    let attack = &sim.plan.scenario.attack;
    let left = |link: &super::super::plan::GatedLink, cut, option| {
        share_left(attack, link, cut, Measures::default().with(option))
    };
    let mut seen = [0; 5];
    for link in sim.plan.gated.items() {
        let from = &sim.plan.described(SystemId(link.from)).id;
        let to = &sim.plan.described(SystemId(link.to)).id;
        assert_eq!(link.to_backups, to == "backup");
        assert_eq!(
            link.is_inside,
            sim.plan.owner(SystemId(link.from)) == sim.plan.owner(SystemId(link.to))
        );
        let expect = |narrowed: bool, factor: f64| if narrowed { factor } else { 1.0 };
        let cut = share_left(attack, link, true, Measures::default());
        assert_eq!(cut, expect(link.jump, 0.02));
        let both = Measures::default()
            .with(Option_::CutProviderLink)
            .with(Option_::CutAllCustomers);
        assert_eq!(
            share_left(attack, link, true, both),
            expect(link.jump, 0.02 * 0.02)
        );
        assert_eq!(share_left(attack, link, false, both), 1.0);
        assert_eq!(
            left(link, false, Option_::BlockRemoteAccess),
            expect(link.remote_access, 0.02)
        );
        assert_eq!(
            left(link, false, Option_::BackupsOffline),
            expect(to == "backup", 0.02)
        );
        let privileged = link.remote_access || from == "identity";
        assert_eq!(
            left(link, false, Option_::LockAccounts),
            expect(privileged, 0.2)
        );
        assert_eq!(
            left(link, false, Option_::BlockInternet),
            expect(!link.jump, 0.3)
        );
        assert_eq!(left(link, false, Option_::Watch), 1.0);
        // Two measures narrow more than one.
        if link.remote_access {
            assert_eq!(left(link, true, Option_::LockAccounts), 0.02 * 0.2);
            seen[0] += 1;
        }
        seen[1] += u32::from(link.to_backups);
        seen[2] += u32::from(privileged && !link.jump);
        seen[3] += u32::from(link.is_inside);
        seen[4] += u32::from(link.jump && !link.remote_access);
    }
    assert!(seen.iter().all(|count| *count > 0), "{seen:?}");
}

#[test]
fn a_set_of_measures_keeps_each_by_itself() {
    let both = Measures::default()
        .with(ContainmentOption::LockAccounts)
        .with(ContainmentOption::BackupsOffline);
    assert!(both.has(ContainmentOption::LockAccounts));
    assert!(!both.has(ContainmentOption::BlockInternet));
    let one = both.without(ContainmentOption::LockAccounts);
    assert!(!one.has(ContainmentOption::LockAccounts));
    assert!(one.has(ContainmentOption::BackupsOffline));
    assert_eq!(one.without(ContainmentOption::LockAccounts), one);
}

#[test]
fn orders_take_their_time_and_longer_where_people_are_away() {
    let mut sim = begun(quiet_scenario(), 1);
    let minutes =
        |option| super::super::verbs::bounds(order_time(&sim.plan.scenario.parameters, option));
    assert_eq!(minutes(ContainmentOption::CutProviderLink), (5.0, 30.0));
    assert_eq!(minutes(ContainmentOption::CutAllCustomers), (10.0, 60.0));
    assert_eq!(minutes(ContainmentOption::BlockRemoteAccess), (5.0, 15.0));
    assert_eq!(minutes(ContainmentOption::EmergencyShutdown), (15.0, 60.0));
    assert_eq!(minutes(ContainmentOption::LockAccounts), (120.0, 480.0));
    assert_eq!(minutes(ContainmentOption::BackupsOffline), (15.0, 15.0));
    assert_eq!(minutes(ContainmentOption::BlockInternet), (10.0, 30.0));
    assert_eq!(minutes(ContainmentOption::Watch), (0.0, 0.0));
    // A Friday afternoon, within office hours.
    sim.advance_to(sim.scenario().start_ex);
    let (town, lorsch) = (at(&sim, HEPPENHEIM), at(&sim, LORSCH));
    let backups = ContainmentOption::BackupsOffline;
    assert_eq!(sim.containment_minutes(town, backups), (15, (15, 15)));
    let staff: u32 = sim.scenario().administrations[town.index()]
        .it_staff
        .iter()
        .sum();
    lend(&mut sim, lorsch, draft(town, AidKind::ItStaffOnSite, 1));
    let slower = 15.0 * (1.0 + 1.0 / f64::from(staff));
    let slower = super::super::chance::whole_minutes(slower);
    assert!(slower > 15);
    assert_eq!(
        sim.containment_minutes(town, backups),
        (slower, (slower, slower))
    );
    assert_eq!(sim.containment_minutes(lorsch, backups), (15, (15, 15)));
    // At night somebody has to be called first.
    sim.advance_to(sim.now().after(8 * HOUR));
    let (drawn, (low, high)) = sim.containment_minutes(lorsch, backups);
    assert_eq!((low, high), (45, 195));
    assert!((45..=195).contains(&drawn));
}

#[test]
fn without_the_internet_mail_stands_until_it_is_open_again() {
    let mut sim = begun(quiet_scenario(), 1);
    let town = at(&sim, HEPPENHEIM);
    let available = |sim: &Sim, id| sim.columns().available(&sim.plan, system(sim, town, id).0);
    order_now(&mut sim, town, ContainmentOption::BlockInternet);
    assert!(
        sim.known(town)
            .in_force(ContainmentOption::BlockInternet)
            .is_some()
    );
    assert_eq!(available(&sim, "mail"), 0.0);
    assert_eq!(available(&sim, "files"), 1.0);
    // Another measure leaves it as it is.
    order_now(&mut sim, town, ContainmentOption::LockAccounts);
    assert_eq!(available(&sim, "mail"), 0.0);
    sim.lift(town, ContainmentOption::LockAccounts);
    assert_eq!(available(&sim, "mail"), 0.0);
    sim.lift(town, ContainmentOption::BlockInternet);
    assert_eq!(available(&sim, "mail"), 1.0);
    assert_eq!(
        sim.known(town).in_force(ContainmentOption::BlockInternet),
        None
    );
    assert_eq!(
        sim.columns().gates.measures[town.index()],
        Measures::default()
    );
}

#[test]
fn a_measure_is_asked_about_once_it_may_be_lifted() {
    let mut sim = begun(quiet_scenario(), 1);
    let (lorsch, provider) = (at(&sim, LORSCH), AdministrationId(0));
    let asked = |sim: &Sim, seat| {
        let decisions = sim.known(seat).decisions();
        decisions
            .iter()
            .any(|decision| decision.kind == crate::sim::DecisionKind::Lift)
    };
    sim.order_containment(provider, ContainmentOption::BackupsOffline);
    order_now(&mut sim, lorsch, ContainmentOption::BackupsOffline);
    assert!(asked(&sim, provider));
    assert!(asked(&sim, lorsch));
    // The notice of the scenario makes the provider suspect.
    let mut sim = begun(einstieg(), 1);
    sim.order_containment(lorsch, ContainmentOption::BackupsOffline);
    sim.advance_to(sim.scenario().start_ex.after(HOUR));
    assert!(
        sim.known(lorsch)
            .in_force(ContainmentOption::BackupsOffline)
            .is_some()
    );
    assert!(!asked(&sim, lorsch));
}

/// The chance with which the backups of a place survive, by whether the actor got at them.
fn backups_reached(shield: Option<ContainmentOption>, compromise_backup: bool) -> bool {
    let mut scenario = quiet_scenario();
    let mut phase = einstieg().attack.phases[7].clone();
    assert_eq!(phase.id, PhaseId::InhibitRecovery);
    phase.starts_at = Some(SimTime(2 * DAY));
    scenario.attack.phases = vec![phase];
    scenario.attack.entry = einstieg().attack.entry;
    scenario.attack.entry_at = SimTime(0);
    for kit in &mut scenario.kits {
        kit.links.clear();
    }
    let mut sim = begun(scenario, 1);
    let town = at(&sim, HEPPENHEIM);
    if compromise_backup {
        let backup = system(&sim, town, "backup");
        sim.compromise_hidden(backup);
    }
    if let Some(option) = shield {
        sim.order_containment(town, option);
    }
    sim.advance_to(SimTime(2 * DAY - 1));
    assert!(
        !sim.columns().attack.backups_reached[town.index()],
        "too early"
    );
    sim.advance_to(SimTime(2 * DAY));
    sim.columns().attack.backups_reached[town.index()]
}

#[test]
fn backups_off_the_network_are_out_of_reach() {
    assert!(backups_reached(None, true));
    assert!(!backups_reached(None, false));
    assert!(!backups_reached(
        Some(ContainmentOption::BackupsOffline),
        true
    ));
    assert!(backups_reached(Some(ContainmentOption::LockAccounts), true));
}

/// An attack that nobody notices and that never encrypts, so that nobody reacts.
fn unnoticed() -> Scenario {
    let mut scenario = einstieg();
    scenario
        .attack
        .phases
        .retain(|phase| phase.id != PhaseId::Impact);
    for phase in &mut scenario.attack.phases {
        phase.detection = (0.0, 0.0);
    }
    scenario
}

/// Who was compromised so far, by system.
fn reached(sim: &Sim) -> Vec<bool> {
    let systems = &sim.columns().systems;
    systems.iter().map(|state| state.occurrence > 0).collect()
}

#[test]
fn no_measure_ever_helps_the_attacker() {
    let mut sim = begun(unnoticed(), 1);
    let until = sim.scenario().start_ex.after(6 * DAY);
    let (mut prevented, mut fell) = ([0; 8], 0);
    for run in 0..24 {
        sim.reset(5, run, 2);
        sim.advance_to(until);
        let without = reached(&sim);
        fell += without.iter().filter(|fell| **fell).count();
        for (number, option) in ContainmentOption::ALL.iter().enumerate() {
            sim.reset(5, run, 2);
            let ordered = sim.scenario().start_ex.after(run as u32 * 60);
            sim.advance_to(ordered);
            let before = reached(&sim);
            for seat in 0..sim.scenario().administrations.len() {
                let seat = AdministrationId::from_index(seat);
                let is_provider = seat.0 == 0;
                if is_provider == (*option == ContainmentOption::CutAllCustomers) {
                    sim.order_containment(seat, *option);
                }
            }
            assert_eq!(reached(&sim), before, "the past is the past");
            sim.advance_to(until);
            let with = reached(&sim);
            for (with, without) in with.iter().zip(&without) {
                assert!(!with || *without, "{option:?} helped in run {run}");
            }
            prevented[number] += without.iter().filter(|fell| **fell).count()
                - with.iter().filter(|fell| **fell).count();
        }
    }
    assert!(fell > 100, "there must be something to prevent");
    let watch = ContainmentOption::Watch as usize;
    for (number, count) in prevented.iter().enumerate() {
        assert_eq!(*count > 0, number != watch, "{prevented:?}");
    }
}
