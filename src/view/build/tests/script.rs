//! What the facilitator is told of injects that make up for others.

use std::sync::Arc;

use crate::sim::Sim;
use crate::view::script_view;

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
