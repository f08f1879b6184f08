//! Figures that seats read, worked out again by hand.

use super::recovery::{service_of, set_own, system_of};
use super::*;
use crate::scenario::Spread;
use crate::sim::plan::rates_per_minute;

fn near(a: f64, b: f64) {
    assert!((a - b).abs() < 1e-9 * b.abs().max(1.0), "{a} is not {b}");
}

#[test]
fn rates_a_day_become_rates_a_minute() {
    assert_eq!(rates_per_minute(Spread::Constant(1440.0)), [1.0; 4]);
    let by_stage = Spread::ByStage {
        lateral: 144.0,
        jump: 720.0,
        impact: 2880.0,
    };
    assert_eq!(rates_per_minute(by_stage), [0.0, 0.1, 0.5, 2.0]);
}

/// Lorsch, told on Friday that its provider is suspected.
fn warned() -> (Sim, AdministrationId) {
    let mut sim = begun(einstieg(), 1);
    let lorsch = at(&sim, "06431016");
    while sim.known(lorsch).provider_suspected().is_none() {
        let later = sim.now().after(10);
        assert!(later < end(&sim), "nobody tells of the suspicion");
        sim.advance_to(later);
    }
    assert_eq!(sim.known(lorsch).provider_hit(), None);
    (sim, lorsch)
}

#[test]
fn the_risk_on_the_paper_is_the_hazard_until_and_after_the_order_is_effective() {
    let (sim, lorsch) = warned();
    let attack = &sim.scenario().attack;
    let own = &sim.scenario().administrations[lorsch.index()];
    let systems = &sim.plan.administrations[lorsch.index()].systems;
    let ways = sim.plan.gated.items().iter();
    let ways = ways
        .filter(|link| link.jump && systems.contains(&link.to))
        .collect::<Vec<_>>();
    assert!(!ways.is_empty());
    let prepared = 1.0 - attack.maturity_factor * own.maturity;
    let (minutes, known) = (600, sim.known(lorsch));
    for (option, left) in [
        (ContainmentOption::Watch, 1.0),
        (ContainmentOption::CutProviderLink, attack.cut_factor),
        (ContainmentOption::EmergencyShutdown, 0.0),
    ] {
        let (from, to) = known.effective_between(option);
        let until = f64::from(u32::midpoint(from.0, to.0) - sim.now().0);
        let hazard: f64 = ways
            .iter()
            .map(|link| {
                let rate = link.rates_per_minute[2] * prepared;
                rate * (until + left * (f64::from(minutes) - until))
            })
            .sum();
        let risk = known.risk_within(minutes, option).unwrap();
        near(risk, 1.0 - libm::exp(-hazard));
    }
}

#[test]
fn one_person_is_its_share_of_the_house_and_one_workplace_its_own() {
    let sim = begun(quiet_scenario(), 1);
    let (asker, county) = (at(&sim, "06431016"), at(&sim, "06431"));
    let own = &sim.scenario().administrations[county.index()];
    let (staff, clients): (u32, u32) = (own.it_staff.iter().sum(), own.clients);
    assert!(staff > 1 && clients > 1);
    let cost = sim.scenario().parameters.helper_cost;
    let known = sim.known(asker);
    near(
        known.cost_share_per_unit(county, AidKind::ItStaffOnSite),
        cost.clients_down_without_it / f64::from(staff),
    );
    near(
        known.cost_share_per_unit(county, AidKind::ItWorkplaces),
        cost.clients_per_unit / f64::from(clients),
    );
}

#[test]
fn what_a_helper_lost_is_shared_out_among_those_it_helped() {
    let mut sim = begun(quiet_scenario(), 1);
    // Without a pact there is no common pool: what is lent is the helper's own.
    sim.reset(1, 0, 0);
    let helper = at(&sim, "06431011");
    sim.advance_to(SimTime(9 * HOUR));
    for asker in ["06431016", "06431022"] {
        let asker = at(&sim, asker);
        lend(&mut sim, asker, draft(helper, AidKind::LoanNotebooks, 4));
    }
    sim.advance_to(SimTime(25 * DAY));
    let metrics = sim.run_metrics();
    let lost: f64 = metrics
        .services
        .iter()
        .filter(|service| service.administration == helper)
        .map(|service| service.lost_by_giving_hours)
        .sum();
    let charged: Vec<f64> = metrics
        .aid
        .iter()
        .map(|aid| aid.helper_lost_service_hours)
        .collect();
    assert!(lost > 0.0 && charged.iter().all(|share| *share > 0.0));
    near(charged.iter().sum(), lost);
}

#[test]
fn a_service_at_its_emergency_level_is_reported_as_that() {
    let mut sim = begun(quiet_scenario(), 1);
    let lorsch = at(&sim, "06431016");
    sim.call_crisis_staff(lorsch);
    sim.advance_to(SimTime(4 * DAY));
    let reports = |sim: &Sim| {
        let said = &sim.columns().reports.said;
        said.iter().map(Vec::len).sum::<usize>()
    };
    let quiet = reports(&sim);
    assert!(quiet > 0, "a crisis staff met, so everybody reports");
    sim.advance_to(SimTime(6 * DAY));
    assert_eq!(reports(&sim), quiet, "what says the same is not kept twice");

    let kasse = service_of(&sim, lorsch, "kasse");
    let template = sim.plan.services[kasse.index()].template;
    let level = sim.scenario().services[template].emergency_level;
    let server = system_of(&sim, lorsch, "lan");
    set_own(&mut sim, server, level as f32);
    sim.advance_to(SimTime(8 * DAY));
    let known = sim.known(at(&sim, "06431"));
    let report = known.heard_of(lorsch).unwrap().1.last().unwrap();
    let levels: Vec<(f64, f64)> = sim
        .known(lorsch)
        .services()
        .map(|service| (service.level, service.template.emergency_level))
        .collect();
    let at_emergency = levels
        .iter()
        .filter(|(level, needed)| *level < 0.95 && *level >= needed - 1e-6);
    assert_eq!(usize::from(report.emergency), at_emergency.count());
    assert!(report.emergency > 0);
}

#[test]
fn work_that_nobody_did_is_not_done() {
    let mut sim = begun(quiet_scenario(), 1);
    let lorsch = at(&sim, "06431016");
    sim.order_containment(lorsch, ContainmentOption::EmergencyShutdown);
    sim.call_crisis_staff(lorsch);
    while sim.known(lorsch).orders().is_empty() {
        let later = sim.now().after(10);
        assert!(later < end(&sim), "nobody orders an examination");
        sim.advance_to(later);
    }
    let first = sim.known(lorsch).orders()[0].clone();
    assert!(first.done_share < 0.05, "{}", first.done_share);
    sim.advance_to(sim.now().after(7 * DAY));
    let orders = sim.known(lorsch).orders();
    assert!(orders.iter().any(|order| order.done_share > 0.3));
    assert!(orders.iter().any(|order| order.done_share == 0.0));
}

#[test]
fn a_seat_reads_whether_remote_access_is_blocked() {
    let mut sim = begun(quiet_scenario(), 1);
    sim.advance_to(sim.scenario().start_ex);
    let lorsch = at(&sim, "06431016");
    assert!(!sim.known(lorsch).access_blocked());
    sim.order_containment(lorsch, ContainmentOption::BlockRemoteAccess);
    sim.advance_to(sim.now().after(DAY));
    assert!(sim.known(lorsch).access_blocked());
}

#[test]
fn people_of_a_small_house_come_for_some_days_of_the_week_only() {
    let mut scenario = quiet_scenario();
    let town = scenario.administrations.iter_mut();
    let town = town.into_iter().find(|one| one.id == "06431011").unwrap();
    town.it_staff = Default::default();
    town.it_staff[Skill::Rollout as usize] = 3;
    let sim = begun(scenario, 1);
    let (lorsch, town) = (at(&sim, "06431016"), at(&sim, "06431011"));
    let known = sim.known(lorsch);
    assert!(known.gives_part_time(town, AidKind::ItStaffOnSite));
    assert!(!known.gives_part_time(town, AidKind::ItWorkplaces));
    let county = at(&sim, "06431");
    assert!(!known.gives_part_time(county, AidKind::ItStaffOnSite));
}

#[test]
fn cases_stay_undone_by_what_giving_takes_of_the_workplaces() {
    let sim = begun(quiet_scenario(), 1);
    let (lorsch, town) = (at(&sim, "06431016"), at(&sim, "06431011"));
    let known = sim.known(lorsch);
    let undone = |amount| known.cases_undone(town, AidKind::ItWorkplaces, amount);
    assert!(undone(0).abs() < 1e-12);
    assert!(undone(4) > 0.0);
    assert!(undone(8) > undone(4));
    // All of them given, nothing that needs a workplace is done.
    let clients = sim.scenario().administrations[town.index()].clients;
    let all = undone(clients * 10);
    let services = sim.plan.administrations[town.index()].services.clone();
    let demand: f64 = services
        .map(|id| &sim.plan.services[id as usize])
        .filter(|offered| offered.workplaces.is_some())
        .map(|offered| offered.demand_per_day)
        .sum();
    assert!(
        (all - demand).abs() < 1e-6 * demand,
        "{all} is not {demand}"
    );
}

#[test]
fn an_island_comes_after_its_decision_and_its_line() {
    let mut scenario = quiet_scenario();
    let days = |days: f64| crate::scenario::Dist::Fixed(days * f64::from(DAY));
    scenario.parameters.island_decision = days(2.0);
    scenario.parameters.island_mail = days(5.0);
    for pact in &mut scenario.pacts {
        pact.terms.set_up_factor = 0.5;
    }
    let sim = begun(scenario, 1);
    let county = sim.known(at(&sim, "06431"));
    let there = county.now().after(7 * DAY / 2);
    assert_eq!(county.island_between(), (there, there));
}
