//! What the account says of clauses that change no course: notice by the provider, and the cost rule.

use super::{at, begun, draft, einstieg, end, lend, quiet_scenario, request_of};
use crate::sim::Sim;
use crate::vocab::{AdministrationId, AidKind, AidState, HOUR};

const PROVIDER: AdministrationId = AdministrationId(0);

fn world(pact: &str) -> Sim {
    let mut scenario = einstieg();
    scenario.default_pact = pact.to_owned();
    scenario.notices.clear();
    begun(scenario, 1)
}

#[test]
fn a_provider_that_tells_its_customers_late_breaks_its_word() {
    let late = |pact: &str, hours: u32| {
        let mut sim = world(pact);
        while sim.known(PROVIDER).own_hit().is_none() {
            assert!(sim.advance_to_news(end(&sim)));
        }
        sim.advance_to(sim.known(PROVIDER).own_hit().unwrap().after(hours * HOUR));
        sim.notify_customers(PROVIDER);
        sim.advance_to(sim.now().after(9 * HOUR));
        let clauses = &sim.scenario().clauses;
        let position = clauses.iter().position(|of| of.id == "provider_notice");
        let one = sim.clause_metrics()[position.unwrap()];
        (one.broken, one.missing)
    };
    assert_eq!(late("contract", 4), (0, 0));
    assert_eq!(late("contract", 5), (1, 0));
    assert_eq!(late("none", 5), (0, 1));
}

#[test]
fn the_cost_rule_counts_the_hours_of_those_who_came() {
    let account = |pact: &str, kind: AidKind| {
        let mut scenario = quiet_scenario();
        scenario.default_pact = pact.to_owned();
        for one in &mut scenario.administrations {
            one.it_staff = [2, 2, 2, 2, 2, 0];
        }
        let mut sim = begun(scenario, 1);
        let (lorsch, town) = (at(&sim, "06431016"), at(&sim, "06431011"));
        let id = lend(&mut sim, lorsch, draft(town, kind, 2));
        sim.advance_to(end(&sim));
        let request = request_of(&sim, id);
        assert_eq!(request.state, AidState::Returned);
        let open = |at| {
            let hours = crate::scenario::OpenHoursKind::Office;
            sim.calendar().open_until(hours, at)
        };
        let (from, until) = (request.at_work.unwrap(), request.ended.unwrap());
        let hours = 2.0 * f64::from(open(until) - open(from)) / 60.0;
        let of = &sim.run_metrics().aid[0];
        (of.person_hours, of.cost_eur, hours)
    };
    let (hours, cost, expected) = account("contract", AidKind::ItStaffOnSite);
    assert!(hours > 50.0);
    assert_eq!((hours, cost), (expected, expected * 60.0));
    let (hours, cost, expected) = account("none", AidKind::ItStaffOnSite);
    assert_eq!((hours, cost), (expected, 0.0));
    let (hours, cost, _) = account("contract", AidKind::LoanNotebooks);
    assert_eq!((hours, cost), (0.0, 0.0));
}
