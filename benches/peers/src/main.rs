//! The reference workload by other libraries, beside ours: in turn, in one run, by user CPU time.
//!
//! `cargo run --release` in this folder; `-- --quick` plays a tenth, `-- --python PATH` names a Python that has SimPy (left
//! out without one). Results are held to agree before any time is told: means within 3.5 standard errors.

mod by_ixa;
#[path = "../../measure/mod.rs"]
mod measure;
mod star;

use std::process::Command;
use std::rc::Rc;
use std::sync::Arc;

use beistand::scenario::{Template, load, write_template};
use beistand::sim::Sim;
use beistand::vocab::{DAY, SimTime};
use measure::user_seconds;
use star::{Outcome, Star};

/// Municipalities, providers, replications.
const SIZES: [(&str, usize, usize, u32); 3] = [
    ("small", 22, 1, 4_000),
    ("medium", 421, 5, 400),
    ("large", 10_800, 54, 40),
];
/// Blocks in which the programs take turns.
const BLOCKS: u32 = 4;
/// Standard errors within which means must lie.
const AGREED: f64 = 3.5;

/// What a program was measured at.
struct Measured {
    name: &'static str,
    seconds: f64,
    outcomes: Vec<Outcome>,
}

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let quick = arguments.iter().any(|argument| argument == "--quick");
    let python = arguments.iter().position(|argument| argument == "--python");
    let python = python
        .and_then(|at| arguments.get(at + 1))
        .map_or("python3", String::as_str);
    let has_simpy = Command::new(python)
        .args(["-c", "import simpy"])
        .output()
        .is_ok_and(|output| output.status.success());
    if !has_simpy {
        println!("SimPy is left out: `{python}` does not have it");
    }
    for (size, municipalities, providers, replications) in SIZES {
        let replications = if quick {
            replications / 10
        } else {
            replications
        }
        .max(8);
        let measured = measure_all(
            municipalities,
            providers,
            replications,
            has_simpy.then_some(python),
        );
        println!(
            "\n{size}: {municipalities} municipalities, {providers} providers, {replications} replications"
        );
        let mut agree = true;
        for one in &measured[1..] {
            agree &= held(&measured[0], one);
        }
        if !agree {
            println!("the programs do not agree: no time is told");
            std::process::exit(1);
        }
        let ours = measured[0].seconds;
        for one in &measured {
            let changes: u64 = one
                .outcomes
                .iter()
                .map(|outcome| outcome.state_changes)
                .sum();
            println!(
                "  {:<10} {:>10.3} ms a replication {:>8.0} ns a state change {:>7.2} times ours",
                one.name,
                one.seconds * 1e3 / f64::from(replications),
                one.seconds * 1e9 / changes as f64,
                one.seconds / ours
            );
        }
    }
}

/// Lets the programs take turns, block by block.
fn measure_all(
    municipalities: usize,
    providers: usize,
    replications: u32,
    python: Option<&str>,
) -> Vec<Measured> {
    let mut ours = ours(municipalities);
    let star = Rc::new(Star::new(municipalities, providers));
    let mut all = vec![measured("beistand"), measured("ixa")];
    all.extend(python.map(|_| measured("SimPy")));
    let block = replications / BLOCKS;
    for at in 0..BLOCKS {
        let runs = at * block..(at + 1) * block;
        timed(&mut all[0], || {
            runs.clone().map(|run| play(&mut ours, run)).collect()
        });
        timed(&mut all[1], || {
            runs.clone()
                .map(|run| by_ixa::replicate(&star, 1_000 + u64::from(run)))
                .collect()
        });
        if let Some(python) = python {
            let (seconds, outcomes) = by_simpy(python, municipalities, providers, block, at);
            all[2].seconds += seconds;
            all[2].outcomes.extend(outcomes);
        }
    }
    all
}

fn measured(name: &'static str) -> Measured {
    Measured {
        name,
        seconds: 0.0,
        outcomes: Vec::new(),
    }
}

fn timed(of: &mut Measured, play: impl FnOnce() -> Vec<Outcome>) {
    let before = user_seconds();
    of.outcomes.extend(play());
    of.seconds += user_seconds() - before;
}

/// Our engine on the template, read and checked like any scenario.
fn ours(municipalities: usize) -> Sim {
    let dir = tempfile::tempdir().expect("a folder");
    let size = Some(municipalities as u32);
    write_template(dir.path(), Template::ProviderStar, size, false)
        .expect("the template is written");
    let path = dir.path().to_str().expect("the path is UTF-8");
    let scenario = load(path, &[]).unwrap_or_else(|problems| panic!("{problems}"));
    Sim::new(Arc::new(scenario))
}

fn play(sim: &mut Sim, run: u32) -> Outcome {
    sim.reset(7, u64::from(run), 0);
    sim.advance_to(SimTime(2_000 * DAY));
    let spread = sim.spread_metrics();
    Outcome {
        ever_infected_share: spread.ever_infected_share,
        days_to_95pct: spread.days_to_95pct.expect("every run ends well"),
        system_days_lost: spread.system_days_lost / f64::from(sim.counted_systems()),
        state_changes: sim.events(),
    }
}

fn by_simpy(
    python: &str,
    municipalities: usize,
    providers: usize,
    runs: u32,
    seed: u32,
) -> (f64, Vec<Outcome>) {
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/star.py");
    let numbers = [
        municipalities.to_string(),
        providers.to_string(),
        runs.to_string(),
        seed.to_string(),
    ];
    let output = Command::new(python)
        .arg(script)
        .args(numbers)
        .output()
        .expect("the script runs");
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    let document: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
    let number = |value: &serde_json::Value| value.as_f64().expect("a number");
    let outcomes = document["outcomes"]
        .as_array()
        .expect("outcomes")
        .iter()
        .map(|of| Outcome {
            ever_infected_share: number(&of[0]),
            days_to_95pct: number(&of[1]),
            system_days_lost: number(&of[2]),
            state_changes: number(&of[3]) as u64,
        });
    (number(&document["seconds"]), outcomes.collect())
}

/// Whether the means of two programs lie near enough, and by how many standard errors they differ.
fn held(ours: &Measured, other: &Measured) -> bool {
    let figures: [(&str, fn(&Outcome) -> f64); 3] = [
        ("ever infected", |of| of.ever_infected_share),
        ("days to 95 %", |of| of.days_to_95pct),
        ("days lost", |of| of.system_days_lost),
    ];
    let mut agree = true;
    for (name, figure) in figures {
        let (a, error_a) = mean(&ours.outcomes, figure);
        let (b, error_b) = mean(&other.outcomes, figure);
        let off = (b - a) / (error_a * error_a + error_b * error_b).sqrt();
        println!(
            "  {name:<14} beistand {a:>8.4}   {:<8} {b:>8.4}   {off:>6.2} standard errors",
            other.name
        );
        agree &= off.abs() < AGREED;
    }
    agree
}

fn mean(outcomes: &[Outcome], figure: fn(&Outcome) -> f64) -> (f64, f64) {
    let count = outcomes.len() as f64;
    let mean = outcomes.iter().map(figure).sum::<f64>() / count;
    let squares: f64 = outcomes.iter().map(|of| (figure(of) - mean).powi(2)).sum();
    (mean, (squares / (count - 1.0) / count).sqrt())
}
