//! What may be ordered, and what is refused.

use std::sync::Arc;

use super::{Command, check};
use crate::scenario::{Scenario, load};
use crate::sim::Sim;
use crate::vocab::{AdministrationId, ContainmentOption, DAY};

/// A world in which nobody attacks.
fn quiet() -> Scenario {
    let mut scenario = load("einstieg", &[]).unwrap();
    scenario.attack.entry.clear();
    scenario.attack.phases.clear();
    scenario.notices.clear();
    scenario
}

fn begun(scenario: Scenario) -> Sim {
    let mut sim = Sim::new(Arc::new(scenario));
    sim.reset(1, 0, 1);
    let start = sim.scenario().start_ex;
    sim.advance_to(start);
    sim
}

fn at(sim: &Sim, id: &str) -> AdministrationId {
    let all = &sim.scenario().administrations;
    AdministrationId::from_index(all.iter().position(|other| other.id == id).unwrap())
}

/// The key of the refusal, or nothing if the seat may.
fn refusal(sim: &Sim, seat: AdministrationId, command: &Command) -> Option<String> {
    let refusal = check(sim.known(seat), command).err()?;
    Some(refusal.reason.key)
}

fn order(sim: &mut Sim, seat: AdministrationId, option: ContainmentOption) {
    sim.order_containment(seat, option);
    sim.advance_to(sim.now().after(DAY));
}

#[test]
fn a_link_that_the_provider_cut_opens_only_when_it_is_released() {
    let mut sim = begun(quiet());
    let lorsch = at(&sim, "06431016");
    let reconnect = Command::ReconnectProviderLink;
    order(&mut sim, lorsch, ContainmentOption::CutProviderLink);
    assert_eq!(
        refusal(&sim, lorsch, &reconnect),
        None,
        "nobody was attacked"
    );
    order(
        &mut sim,
        AdministrationId(0),
        ContainmentOption::CutAllCustomers,
    );
    assert_eq!(
        refusal(&sim, lorsch, &reconnect).as_deref(),
        Some("refusal-provider-not-cleared")
    );
}

#[test]
fn a_customer_may_cut_its_side_of_a_link_that_the_provider_cut() {
    let mut sim = begun(quiet());
    let lorsch = at(&sim, "06431016");
    let cut = Command::CutProviderLink;
    order(
        &mut sim,
        AdministrationId(0),
        ContainmentOption::CutAllCustomers,
    );
    assert_eq!(refusal(&sim, lorsch, &cut), None);
    order(&mut sim, lorsch, ContainmentOption::CutProviderLink);
    assert_eq!(
        refusal(&sim, lorsch, &cut).as_deref(),
        Some("refusal-link-already-cut")
    );
}
