//! What a provider does for its customers, and payment files that somebody secures.

use super::recovery::set_own;
use super::*;
use crate::scenario::Dist;
use crate::sim::entities::LogRecord;

const PROVIDER: AdministrationId = AdministrationId(0);
const LORSCH: &str = "06431016";
const BENSHEIM: &str = "06431002";

/// A world in which the provider knows that it is hit and has not told anybody.
fn provider_knows() -> Sim {
    let mut scenario = einstieg();
    scenario.notices.clear();
    let mut sim = begun(scenario, 1);
    while sim.known(PROVIDER).provider_hit().is_none() {
        sim.advance_to(sim.now().after(30));
    }
    sim
}

#[test]
fn customers_learn_of_a_hit_only_when_the_provider_tells_them() {
    let mut sim = provider_knows();
    let lorsch = at(&sim, LORSCH);
    sim.advance_to(sim.now().after(12 * HOUR));
    assert_eq!(sim.known(lorsch).provider_hit(), None);
    assert_eq!(sim.known(PROVIDER).customers_told(), None);
    let asked = |sim: &Sim| {
        let open = sim.known(PROVIDER).decisions();
        open.iter().any(|one| one.kind == DecisionKind::Notify)
    };
    assert!(asked(&sim));
    let before = sim.now();
    sim.notify_customers(PROVIDER);
    assert!(!asked(&sim));
    assert_eq!(sim.known(PROVIDER).customers_told(), Some(before));
    sim.advance_to(before.after(4));
    assert_eq!(sim.known(lorsch).provider_hit(), None);
    sim.advance_to(before.after(60));
    for customer in sim.known(PROVIDER).customers() {
        let told = sim.known(*customer).provider_hit().expect("it was told");
        assert!((5..=60).contains(&told.since(before)));
    }
}

#[test]
fn a_house_without_services_is_told_of_no_hotline_desk_or_payment_file() {
    let mut sim = begun(quiet_scenario(), 1);
    let lorsch = at(&sim, LORSCH);
    for house in [PROVIDER, lorsch] {
        sim.call_crisis_staff(house);
    }
    sim.advance_to(sim.now().after(40 * DAY));
    let told = |house: AdministrationId| {
        let log = sim.known(house).log().iter();
        let keys = log.map(|record| record.text.key.as_ref());
        keys.filter(|key| {
            ["hotline", "page", "paper", "pay-file"]
                .iter()
                .any(|of| key.starts_with(&format!("log-{of}-")))
        })
        .count()
    };
    assert_eq!((told(PROVIDER), told(lorsch)), (0, 4));
    // That it met is word for the provider all the same.
    let met = |record: &LogRecord| record.text.key == "log-crisis-staff-met";
    assert!(sim.known(PROVIDER).log().iter().any(met));
}

#[test]
fn one_customer_is_cut_and_admitted_by_itself() {
    let mut sim = begun(quiet_scenario(), 1);
    sim.advance_to(sim.scenario().start_ex);
    let (lorsch, bensheim) = (at(&sim, LORSCH), at(&sim, BENSHEIM));
    let (minutes, span) = sim.customer_cut_minutes(PROVIDER, lorsch);
    assert!((span.0..=span.1).contains(&minutes));
    let ordered = sim.now();
    sim.cut_customer(PROVIDER, lorsch);
    assert!(sim.known(PROVIDER).is_cutting(lorsch));
    sim.advance_to(ordered.after(minutes - 1));
    assert!(sim.known(lorsch).link_is_open());
    sim.advance_to(ordered.after(minutes));
    assert!(!sim.known(PROVIDER).is_cutting(lorsch));
    assert!(!sim.known(lorsch).link_is_open());
    assert_eq!(sim.known(lorsch).link_cut_there(), Some(sim.now()));
    assert!(sim.known(bensheim).link_is_open(), "it is one customer");
    assert!(!sim.known(PROVIDER).customers_cut());
    // What the customer has cut as well stays cut.
    sim.order_containment(lorsch, ContainmentOption::CutProviderLink);
    sim.advance_to(sim.now().after(6 * HOUR));
    sim.admit_customer(PROVIDER, lorsch);
    assert_eq!(sim.known(lorsch).link_cut_there(), None);
    assert!(!sim.known(lorsch).link_is_open());
    sim.advance_to(sim.now().after(1));
    assert!(sim.known(lorsch).provider_cleared().is_some());
    sim.reconnect(lorsch);
    assert!(sim.known(lorsch).link_is_open());
    sim.cut_customer(PROVIDER, lorsch);
    sim.advance_to(sim.now().after(6 * HOUR));
    assert_eq!(sim.known(lorsch).provider_cleared(), None);
    sim.admit_customer(PROVIDER, lorsch);
    assert!(sim.known(lorsch).link_is_open());
}

#[test]
fn a_line_opened_without_clearance_is_open_to_the_actor_again() {
    let hit = |admits: bool| {
        let mut sim = provider_knows();
        let lorsch = at(&sim, LORSCH);
        sim.cut_customer(PROVIDER, lorsch);
        sim.advance_to(sim.now().after(6 * HOUR));
        assert!(!sim.known(PROVIDER).may_admit_cleared(lorsch));
        if admits {
            sim.admit_customer(PROVIDER, lorsch);
        }
        let links = &sim.plan.gated;
        let systems = &sim.plan.administrations[lorsch.index()].systems;
        let rates = &sim.columns().gates.rate_per_minute;
        let jumps = links.items().iter().zip(rates);
        jumps
            .filter(|(link, _)| link.jump && systems.contains(&link.to))
            .map(|(_, rate)| *rate)
            .sum::<f64>()
    };
    assert!(hit(true) > 10.0 * hit(false));
}

#[test]
fn a_line_opened_without_clearance_is_not_called_released() {
    let mut sim = provider_knows();
    let lorsch = at(&sim, LORSCH);
    sim.cut_customer(PROVIDER, lorsch);
    sim.advance_to(sim.now().after(6 * HOUR));
    sim.admit_customer(PROVIDER, lorsch);
    let opened = sim.now();
    sim.advance_to(opened.after(DAY));
    let known = sim.known(lorsch);
    assert_eq!(known.provider_cleared(), None);
    assert!(known.provider_line_open().is_some());
    let said = |key: &str| known.log().iter().any(|record| record.text.key == key);
    assert!(said("log-provider-line-open") && !said("log-provider-cleared"));
    // Cut once more, nothing is said to be open.
    sim.cut_customer(PROVIDER, lorsch);
    sim.advance_to(sim.now().after(DAY));
    assert_eq!(sim.known(lorsch).provider_line_open(), None);
}

#[test]
fn one_customer_is_cut_sooner_at_night_by_an_agreed_criterion() {
    let night = |agreed: bool| {
        let mut scenario = quiet_scenario();
        for pact in &mut scenario.pacts {
            pact.terms.precautions.agreed_cut_off = agreed;
        }
        let mut sim = begun(scenario, 1);
        let midnight = sim.scenario().start_ex.after(DAY);
        sim.advance_to(SimTime(midnight.0 - midnight.0 % DAY));
        let lorsch = at(&sim, LORSCH);
        sim.customer_cut_minutes(PROVIDER, lorsch)
    };
    let ((waits, planned), (agreed, planned_agreed)) = (night(false), night(true));
    assert!(agreed < waits);
    assert!(planned_agreed.0 < planned.0 && planned_agreed.1 < planned.1);
}

#[test]
fn clearance_needs_both_sides_where_there_was_reason() {
    let mut sim = begun(quiet_scenario(), 1);
    sim.advance_to(sim.scenario().start_ex);
    let lorsch = at(&sim, LORSCH);
    assert!(sim.known(PROVIDER).may_admit_cleared(lorsch));
    // It reports to be affected: from then on a statement is wanted.
    sim.call_crisis_staff(lorsch);
    sim.advance_to(sim.now().after(5 * DAY));
    assert!(!sim.known(PROVIDER).may_admit_cleared(lorsch));
    let entity = sim.body(lorsch);
    sim.world.get_mut::<Recovery>(entity).unwrap().cleared = Some(SimTime(1));
    assert!(sim.known(PROVIDER).may_admit_cleared(lorsch));
    let entity = sim.body(PROVIDER);
    let mut own = sim.world.get_mut::<Recovery>(entity).unwrap();
    own.needed_since = Some(SimTime(1));
    assert!(!sim.known(PROVIDER).may_admit_cleared(lorsch));
}

/// A county that has no copy of its payment file.
fn without_file() -> Scenario {
    let mut scenario = quiet_scenario();
    scenario.parameters.pay_file_copy = (0.0, 0.0);
    scenario.parameters.pay_file_export = Dist::Fixed(3.0 * 60.0);
    scenario.parameters.pay_file_from_bank = Dist::Fixed(2.0 * 1440.0);
    scenario
}

#[test]
fn a_file_secured_beforehand_is_ready_with_the_crisis_staff() {
    let mut sim = begun(without_file(), 1);
    sim.advance_to(sim.scenario().start_ex);
    let county = AdministrationId(1);
    assert!(sim.known(county).pays());
    let ordered = sim.now();
    sim.secure_pay_file(county);
    assert_eq!(sim.known(county).pay_file(), (Some(ordered), None));
    sim.advance_to(ordered.after(3 * HOUR));
    let secured = Some(ordered.after(3 * HOUR));
    assert_eq!(sim.known(county).pay_file(), (Some(ordered), secured));
    // It waits for those who hand it in.
    assert!(body::<CrisisStaff>(&sim, county).ready[3].is_none());
    sim.call_crisis_staff(county);
    sim.advance_to(sim.now().after(60 * DAY));
    assert!(body::<CrisisStaff>(&sim, county).ready[3].is_some());
    assert_eq!(sim.known(county).pay_file_missing(), None);
}

#[test]
fn a_file_found_missing_comes_from_the_bank() {
    let mut sim = begun(without_file(), 1);
    sim.advance_to(sim.scenario().start_ex);
    let county = AdministrationId(1);
    let lan = sim.known(county).systems().find(|one| one.name == "lan");
    let lan = lan.unwrap().id;
    sim.call_crisis_staff(county);
    while sim.known(county).pay_file_missing().is_none() {
        sim.advance_to(sim.now().after(HOUR));
    }
    let open = |sim: &Sim| {
        let open = sim.known(county).decisions();
        open.iter().any(|one| one.kind == DecisionKind::PayFile)
    };
    assert!(open(&sim));
    // The applications stand still: the bank has to help.
    set_own(&mut sim, lan, 0.0);
    let ordered = sim.now();
    sim.secure_pay_file(county);
    assert!(!open(&sim));
    sim.advance_to(ordered.after(2 * DAY - 1));
    assert!(body::<CrisisStaff>(&sim, county).ready[3].is_none());
    sim.advance_to(ordered.after(2 * DAY));
    let ready = body::<CrisisStaff>(&sim, county).ready[3];
    assert_eq!(ready, Some(ordered.after(2 * DAY)));
    let paid = sim.known(county);
    let paid = paid
        .services()
        .find(|service| service.template.pay.is_some());
    assert!(paid.unwrap().paper_open);
}

#[test]
fn a_block_of_remote_access_outlives_an_end_that_the_provider_opens() {
    let mut sim = begun(quiet_scenario(), 1);
    sim.advance_to(sim.scenario().start_ex);
    let lorsch = at(&sim, LORSCH);
    let block = ContainmentOption::BlockRemoteAccess;
    let blocked = |sim: &Sim| {
        let is_blocked = sim.columns().gates.measures[lorsch.index()].has(block);
        assert_eq!(sim.known(lorsch).in_force(block).is_some(), is_blocked);
        is_blocked
    };
    sim.order_containment(lorsch, block);
    sim.cut_customer(PROVIDER, lorsch);
    sim.advance_to(sim.now().after(6 * HOUR));
    assert!(blocked(&sim));
    sim.admit_customer(PROVIDER, lorsch);
    assert!(sim.known(lorsch).link_is_open());
    assert!(blocked(&sim), "nobody lifted it");
    // Whoever connects again lifts it as well.
    sim.order_containment(lorsch, ContainmentOption::CutProviderLink);
    sim.advance_to(sim.now().after(6 * HOUR));
    sim.reconnect(lorsch);
    assert!(!blocked(&sim));
}

#[test]
fn a_provider_that_has_admitted_all_has_cut_nobody() {
    let mut sim = begun(quiet_scenario(), 1);
    sim.advance_to(sim.scenario().start_ex);
    sim.order_containment(PROVIDER, ContainmentOption::CutAllCustomers);
    sim.advance_to(sim.now().after(DAY));
    let customers = sim.known(PROVIDER).customers().to_vec();
    for customer in customers {
        assert!(sim.known(PROVIDER).customers_cut(), "somebody still is");
        sim.admit_customer(PROVIDER, customer);
    }
    assert!(!sim.known(PROVIDER).customers_cut());
}
