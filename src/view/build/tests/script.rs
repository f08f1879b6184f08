//! What the facilitator is told of injects that make up for others.

use std::sync::Arc;

use super::{BENSHEIM, seat, view};
use crate::sim::Sim;
use crate::view::{Asks, script_view};
use crate::vocab::{ContainmentOption, HOUR};

fn suedhessen() -> Sim {
    let scenario = crate::scenario::load("suedhessen", &[]).expect("the scenario is right");
    let start = scenario.start_ex;
    let mut sim = Sim::new(Arc::new(scenario));
    sim.reset(1, 0, 0);
    sim.advance_to(start);
    sim
}

/// The fallbacks of an inject that are still to come, with whether an answer keeps them away.
fn fallbacks(sim: &Sim, name: &str) -> Vec<(String, bool)> {
    let rows = script_view(sim).rows;
    let row = rows.into_iter().find(|row| row.name == name);
    let fallbacks = row.expect("it is in the script").fallbacks.into_iter();
    fallbacks.map(|of| (of.name, of.asks_for_answer)).collect()
}

#[test]
fn an_inject_names_what_comes_although_it_was_answered() {
    let mut sim = suedhessen();
    for (name, fallback, asks) in [
        ("E1", "R1", true),
        ("E2", "R2", true),
        ("E4", "R4", false),
        ("E6", "R6", true),
        ("E9", "R9", false),
        ("E10", "R10", false),
        ("E12", "R12", true),
        ("E13", "R13", false),
    ] {
        assert_eq!(fallbacks(&sim, name), [(fallback.to_owned(), asks)]);
    }
    assert_eq!(fallbacks(&sim, "R9"), []);
    assert_eq!(fallbacks(&sim, "E14"), []);
    let nine = sim.find_inject("R9").expect("it is in the script");
    sim.skip_inject(nine, String::new());
    assert_eq!(fallbacks(&sim, "E9"), [], "it comes no more");
}

#[test]
fn whoever_has_done_what_a_message_expects_is_asked_for_nothing() {
    for cuts in [false, true] {
        let mut sim = suedhessen();
        let town = seat(&sim, BENSHEIM);
        if cuts {
            sim.order_containment(town, ContainmentOption::CutProviderLink);
        }
        sim.advance_to(sim.now().after(HOUR + 5));
        let log = view(&sim, town).log;
        let is_it = |name: &str| name == "E2";
        let mut entries = log.entries.iter();
        let entry = entries.find(|of| of.inject.as_ref().is_some_and(|of| is_it(&of.name)));
        let asks = entry.expect("it came at 14:30").asks;
        let expected = if cuts { Asks::Done } else { Asks::Reply };
        assert_eq!(asks, Some(expected));
    }
}
