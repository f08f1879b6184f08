//! The emergency island: what it carries, when, and what it takes.

use super::recovery::set_own;
use super::*;
use crate::scenario::Dist;
use crate::sim::columns::Workplaces;

const COUNTY: AdministrationId = AdministrationId(1);

fn days(days: f64) -> Dist {
    Dist::Fixed(days * f64::from(DAY))
}

/// A county whose network is lost and whose crisis staff has met; nothing has luck in it.
fn lost() -> Sim {
    let mut scenario = quiet_scenario();
    scenario.parameters.island_decision = days(3.0);
    scenario.parameters.island_mail = days(4.0);
    scenario.parameters.island_instance = days(60.0);
    let mut sim = begun(scenario, 1);
    sim.advance_to(sim.scenario().start_ex);
    sim.call_crisis_staff(COUNTY);
    while sim.known(COUNTY).crisis_staff().1.is_none() {
        sim.advance_to(sim.now().after(HOUR));
    }
    let lan = sim.known(COUNTY).systems().find(|one| one.name == "lan");
    let lan = lan.unwrap().id;
    set_own(&mut sim, lan, 0.0);
    hit(&mut sim, Some(SimTime(1)));
    sim
}

fn hit(sim: &mut Sim, since: Option<SimTime>) {
    let entity = sim.body(COUNTY);
    sim.world.get_mut::<Knowledge>(entity).unwrap().own_hit = since;
}

fn carried(sim: &Sim, id: &str) -> f64 {
    let known = sim.known(COUNTY);
    let mut services = known.services();
    services.find(|one| one.template.id == id).unwrap().it
}

#[test]
fn it_is_of_use_only_where_an_attack_took_something_it_could_carry() {
    let mut sim = lost();
    assert!(sim.known(COUNTY).island_is_useful());
    hit(&mut sim, None);
    assert!(!sim.known(COUNTY).island_is_useful());
    let entity = sim.body(COUNTY);
    let mut knowledge = sim.world.get_mut::<Knowledge>(entity).unwrap();
    knowledge.provider_hit = Some(SimTime(1));
    assert!(sim.known(COUNTY).island_is_useful());
    let mut knowledge = sim.world.get_mut::<Knowledge>(entity).unwrap();
    knowledge.provider_cleared = Some(SimTime(2));
    assert!(!sim.known(COUNTY).island_is_useful());
    hit(&mut sim, Some(SimTime(1)));
    sim.world.get_mut::<Recovery>(entity).unwrap().cleared = Some(SimTime(2));
    assert!(!sim.known(COUNTY).island_is_useful());
    sim.world.get_mut::<Recovery>(entity).unwrap().cleared = None;
    let lan = sim.known(COUNTY).systems().find(|one| one.name == "lan");
    let lan = lan.unwrap().id;
    set_own(&mut sim, lan, 1.0);
    assert!(!sim.known(COUNTY).island_is_useful());
    set_own(&mut sim, lan, 0.0);
    sim.world.get_mut::<CrisisStaff>(entity).unwrap().met = None;
    assert!(!sim.known(COUNTY).island_is_useful());
}

#[test]
fn mail_works_again_a_decision_and_a_line_later() {
    let mut sim = lost();
    let asked = |sim: &Sim| {
        let open = sim.known(COUNTY).decisions();
        open.iter().any(|one| one.kind == DecisionKind::Island)
    };
    sim.with_columns(|columns| columns.due.set(super::super::columns::Due::KNOWLEDGE));
    sim.settle();
    assert!(asked(&sim));
    let ordered = sim.now();
    let (from, to) = sim.known(COUNTY).island_between();
    assert_eq!((from, to), (ordered.after(7 * DAY), ordered.after(7 * DAY)));
    sim.set_up_island(COUNTY);
    assert!(!asked(&sim));
    assert_eq!(sim.known(COUNTY).island_ordered(), Some(ordered));
    let email = sim
        .known(COUNTY)
        .services()
        .find(|one| one.template.id == "email")
        .unwrap()
        .id;
    assert!(sim.known(COUNTY).island_will_carry(email));
    sim.advance_to(ordered.after(7 * DAY - 1));
    assert_eq!(carried(&sim, "email"), 0.0);
    assert_eq!(body::<CrisisStaff>(&sim, COUNTY).island.mail, None);
    sim.advance_to(ordered.after(7 * DAY));
    assert_eq!(carried(&sim, "email"), 0.5);
    assert!(!sim.known(COUNTY).island_will_carry(email));
    // What has no mail in it stays lost.
    assert_eq!(carried(&sim, "kasse"), 0.0);
}

#[test]
fn own_people_set_up_its_workplaces_and_an_application_takes_them() {
    let mut sim = lost();
    let ordered = sim.now();
    sim.set_up_island(COUNTY);
    sim.advance_to(ordered.after(3 * DAY - 1));
    let is_it = |order: &&WorkOrder| order.kind == OrderKind::Island;
    assert_eq!(orders(&sim).filter(is_it).count(), 0);
    sim.advance_to(ordered.after(3 * DAY));
    let order = orders(&sim).find(is_it).unwrap().clone();
    let clients = f64::from(sim.scenario().administrations[COUNTY.index()].clients);
    assert!((order.expected_hours - clients * 0.1 * 1.5).abs() < 1e-9);
    assert_ne!(order.expected_hours, order.effort_hours);
    assert_eq!(
        body::<Recovery>(&sim, COUNTY).queue.first(),
        Some(&order.id)
    );
    let share = |sim: &Sim| sim.columns().workplaces[COUNTY.index()].island_share;
    assert_eq!(share(&sim), 0.0);
    sim.advance_to(ordered.after(62 * DAY));
    assert!(
        body::<CrisisStaff>(&sim, COUNTY)
            .island
            .workplaces
            .is_some()
    );
    assert!((share(&sim) - 0.1).abs() < 1e-6);
    let service = body::<CrisisStaff>(&sim, COUNTY).island.service.unwrap();
    let state = |sim: &Sim| sim.columns().services.state[service.index()];
    assert_eq!(state(&sim).island, 0.0);
    sim.advance_to(ordered.after(63 * DAY));
    let offered = &sim.plan.services[service.index()];
    let template = &sim.scenario().services[offered.template];
    assert_eq!(template.criticality, 1);
    assert!(!template.register_admission);
    let wanted = template.workplaces_share;
    let taken = wanted.min(0.1);
    let most = sim.scenario().parameters.island_instance_level;
    assert!((f64::from(state(&sim).island) - most * taken / wanted).abs() < 1e-5);
    assert!(state(&sim).it >= state(&sim).island);
    assert!((f64::from(share(&sim)) - (0.1 - taken)).abs() < 1e-5);
}

#[test]
fn an_application_that_comes_first_waits_for_workplaces() {
    let mut scenario = quiet_scenario();
    scenario.parameters.island_decision = days(1.0);
    scenario.parameters.island_instance = days(0.0);
    scenario.parameters.island_hours_per_client = 5.0;
    let mut sim = begun(scenario, 1);
    sim.advance_to(sim.scenario().start_ex);
    let lan = sim.known(COUNTY).systems().find(|one| one.name == "lan");
    let lan = lan.unwrap().id;
    set_own(&mut sim, lan, 0.0);
    sim.set_up_island(COUNTY);
    let island = |sim: &Sim| body::<CrisisStaff>(sim, COUNTY).island;
    sim.advance_to(sim.now().after(DAY));
    assert!(island(&sim).instance.is_some() && island(&sim).workplaces.is_none());
    let service = island(&sim).service.unwrap();
    let carried = |sim: &Sim| sim.columns().services.state[service.index()].island;
    assert_eq!(carried(&sim), 0.0);
    while island(&sim).workplaces.is_none() {
        sim.advance_to(sim.now().after(DAY));
    }
    assert!(carried(&sim) > 0.0);
}

#[test]
fn its_workplaces_do_without_the_network_but_add_nothing_inside_it() {
    let places = Workplaces {
        own_share: 0.5,
        lent_in_share: 0.25,
        island_share: 0.125,
        ..Workplaces::default()
    };
    assert_eq!(places.usable(), 0.75);
    assert_eq!(places.on_own_line(), 0.375);
}
