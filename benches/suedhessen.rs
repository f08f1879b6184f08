//! One run of the large region: user CPU time, happenings, and what one of them costs.
//!
//! `cargo bench --bench suedhessen` plays the scenario with the response plan `by_the_book` at all
//! seats, 90 days after `StartEx`. `-- --runs 5` plays fewer runs, `-- --scenario einstieg` another
//! scenario.

mod measure;

use std::sync::Arc;

use beistand::exercise::{Exercise, Start, World};
use beistand::response::players;
use beistand::scenario::load;
use measure::user_seconds;

const RESPONSE: &str = "by_the_book";

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let option = |name: &str| {
        let at = arguments.iter().position(|argument| argument == name)?;
        arguments.get(at + 1)
    };
    let name = option("--scenario").map_or("suedhessen", String::as_str);
    let runs: u32 = option("--runs").map_or(20, |runs| runs.parse().expect("a number of runs"));
    let before = user_seconds();
    let scenario = Arc::new(load(name, &[]).unwrap_or_else(|problems| panic!("{problems}")));
    let pact = scenario
        .pacts
        .iter()
        .position(|pact| pact.id == scenario.default_pact)
        .expect("the scenario has its default pact");
    // As a drill plays it: nobody will read the logs.
    let mut world = World::new(Arc::clone(&scenario)).without_logs();
    println!(
        "{name}, {RESPONSE}, {} administrations; set-up {:.1} ms",
        scenario.administrations.len(),
        (user_seconds() - before) * 1e3
    );
    println!(
        "{:>4} {:>9} {:>11} {:>13}",
        "run", "ms", "happenings", "ns/happening"
    );
    let (mut seconds, mut happenings) = (0.0, 0);
    // The first run touches its memory for the first time and is not counted.
    for run in 0..=runs {
        let start = Start {
            seed: 7,
            run: u64::from(run),
            pact,
        };
        let bots = players(&scenario, RESPONSE, &[]).expect("the scenario has the response plan");
        let before = user_seconds();
        let mut exercise = Exercise::new(world, start, bots, None);
        let end = exercise.end();
        exercise.advance_to(end);
        let took = user_seconds() - before;
        let events = exercise.sim().events();
        println!(
            "{run:>4} {:>9.2} {events:>11} {:>13.0}",
            took * 1e3,
            took * 1e9 / events as f64
        );
        if run > 0 {
            seconds += took;
            happenings += events;
        }
        world = exercise.into_sim();
    }
    println!(
        "mean {:>9.2} {:>11.0} {:>13.0}",
        seconds * 1e3 / f64::from(runs),
        happenings as f64 / f64::from(runs),
        seconds * 1e9 / happenings as f64
    );
}
