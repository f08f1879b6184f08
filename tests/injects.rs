//! The script of an exercise: every inject is released or skipped with a reason, comes again by itself,
//! and tells nobody what nobody there can know.

use std::sync::Arc;

use beistand::exercise::{Exercise, Start, World};
use beistand::response::players;
use beistand::scenario::{Scenario, load};
use beistand::sim::InjectStage;
use beistand::vocab::{SimTime, Text};
use beistand::words::{Lang, Words};

fn suedhessen() -> Arc<Scenario> {
    Arc::new(load("suedhessen", &[]).expect("the scenario is faultless"))
}

/// An exercise with bots at all seats, of a seed, under a pact and by a response plan.
fn with_bots(scenario: &Arc<Scenario>, pact: &str, response: &str, seed: u64) -> Exercise {
    let position = scenario.pacts.iter().position(|other| other.id == pact);
    let start = Start {
        seed,
        run: 0,
        pact: position.expect("the scenario has the pact"),
    };
    let bots = players(scenario, response, &[]).expect("the response plan is there");
    Exercise::new(World::new(Arc::clone(scenario)), start, bots, None)
}

/// The script as it went, one line for each inject.
fn went(exercise: &Exercise, words: &Words) -> Vec<String> {
    let sim = exercise.sim();
    let moment = |at: SimTime| words.moment(&sim.calendar().stamp(at));
    let script = sim.script();
    let line = |entry: &beistand::sim::ScriptEntry| {
        let text = entry.text.as_ref().map(|text| words.say(text));
        let text = text.unwrap_or_default();
        match entry.stage {
            InjectStage::Released(at) => format!(
                "{} {} an {}: {text}",
                entry.name,
                moment(*at),
                entry.messages.len()
            ),
            InjectStage::Skipped(at, why) => {
                format!("{} {} skipped: {why:?}", entry.name, moment(*at))
            }
            other => format!("{} {other:?}", entry.name),
        }
    };
    script.iter().map(line).collect()
}

#[test]
fn every_inject_is_released_or_skipped_with_a_reason() {
    let scenario = suedhessen();
    let words = Words::new(Lang::De);
    for (pact, response, seed) in [
        ("loi", "by_the_book", 1),
        ("contract", "by_the_book", 2),
        ("none", "passive", 3),
        ("loi", "passive", 4),
    ] {
        let mut exercise = with_bots(&scenario, pact, response, seed);
        exercise.advance_to(exercise.end());
        let lines = went(&exercise, &words);
        println!("{pact} {response} {seed}\n{}\n", lines.join("\n"));
        for entry in exercise.sim().script() {
            let is_settled = matches!(
                entry.stage,
                InjectStage::Released(_) | InjectStage::Skipped(..)
            );
            assert!(is_settled, "{} is lost: {:?}", entry.name, entry.stage);
        }
        for line in &lines {
            assert!(!line.contains('{') && !line.contains('«'), "{line}");
        }
    }
    let _ = Text::new("");
}
