//! The reference workload "provider-star": our engine beside two hand-written programs, in one process.
//!
//! `best` is the fastest program we know how to write for this one workload, `plain` what one would first write by
//! hand, `engine` ours: the template `provider-star`, read and checked like any scenario.
//!
//! `cargo bench --bench provider_star` plays all in turn (A B C A B C ...) at three sizes and prints user CPU time
//! per replication; then it starts itself anew once per program and size, because peak memory belongs to a
//! process. `-- --quick` plays a tenth, `-- --only small` one size.

mod lower_bound;
mod measure;

use std::process::Command;
use std::sync::Arc;

use beistand::scenario::{Template, load, write_template};
use beistand::sim::Sim;
use beistand::vocab::{DAY, SimTime};
use lower_bound::plain::PlainBound;
use lower_bound::{LowerBound, Outcome, Size};
use measure::user_seconds;

/// A program that plays the reference workload at one size, again and again.
trait Engine {
    /// Plays the replication with this number to its end.
    fn replicate(&mut self, run: u32) -> Outcome;
}

/// Builds a program for a size.
type Constructor = fn(Size) -> Box<dyn Engine>;

impl Engine for LowerBound {
    fn replicate(&mut self, run: u32) -> Outcome {
        LowerBound::replicate(self, u64::from(run))
    }
}

impl Engine for PlainBound {
    fn replicate(&mut self, run: u32) -> Outcome {
        PlainBound::replicate(self, u64::from(run))
    }
}

/// Our engine with the scenario of one size.
struct Ours {
    sim: Sim,
}

impl Ours {
    /// Writes the template into a folder, reads it as any scenario is read, and makes a world of it.
    fn new(size: Size) -> Self {
        let dir = tempfile::tempdir().expect("a folder for the scenario");
        write_template(
            dir.path(),
            Template::ProviderStar,
            Some(size.municipalities),
            false,
        )
        .expect("the template is written");
        let path = dir.path().to_str().expect("the path is UTF-8");
        let scenario = load(path, &[]).unwrap_or_else(|problems| panic!("{problems}"));
        Self {
            sim: Sim::new(Arc::new(scenario)),
        }
    }
}

impl Engine for Ours {
    fn replicate(&mut self, run: u32) -> Outcome {
        // The workload has no horizon; no run comes near this one.
        const FAR: SimTime = SimTime(2000 * DAY);
        self.sim.reset(7, u64::from(run), 0);
        self.sim.advance_to(FAR);
        let spread = self.sim.spread_metrics();
        Outcome {
            ever_infected_share: spread.ever_infected_share,
            days_to_95pct: spread.days_to_95pct.expect("every run ends well"),
            system_days_lost: spread.system_days_lost / f64::from(self.sim.counted_systems()),
            state_changes: self.sim.events(),
        }
    }
}

/// Blocks per size; the programs take turns block by block.
const BLOCKS: u32 = 10;

/// A program with its name in the table.
#[derive(Clone, Copy)]
struct Contestant {
    name: &'static str,
    build: Constructor,
}

/// The bars first, in the order of their columns.
const CONTESTANTS: [Contestant; 3] = [
    Contestant {
        name: "best",
        build: |size| Box::new(LowerBound::new(size)),
    },
    Contestant {
        name: "plain",
        build: |size| Box::new(PlainBound::new(size)),
    },
    Contestant {
        name: "engine",
        build: |size| Box::new(Ours::new(size)),
    },
];

/// Replications per block: about a quarter of a second of the lower bound.
fn block_length(size: Size, quick: bool) -> u32 {
    let full = 180_000 / size.municipalities.max(10);
    (if quick { full / 10 } else { full }).max(2)
}

/// What was measured of one program at one size.
struct Row {
    name: &'static str,
    setup_seconds: f64,
    replications: u32,
    /// User CPU seconds of each block.
    blocks: Vec<f64>,
    state_changes: u64,
    /// Sums of the three outputs, for a glance at whether the same thing was computed.
    outputs: [f64; 3],
}

impl Row {
    fn seconds(&self) -> f64 {
        self.blocks.iter().sum::<f64>() / f64::from(self.replications)
    }
}

/// Plays all programs at one size in turn.
fn measure(size: Size, quick: bool) -> Vec<Row> {
    let length = block_length(size, quick);
    let mut players = Vec::new();
    let mut rows = Vec::new();
    for Contestant { name, build } in CONTESTANTS {
        let before = user_seconds();
        let mut player = build(size);
        let setup_seconds = user_seconds() - before;
        // Memory that is first touched here is part of neither set-up nor replication.
        for run in 0..length.min(3) {
            player.replicate(u32::MAX - run);
        }
        players.push(player);
        rows.push(Row {
            name,
            setup_seconds,
            replications: length * BLOCKS,
            blocks: Vec::new(),
            state_changes: 0,
            outputs: [0.0; 3],
        });
    }
    for block in 0..BLOCKS {
        for (player, row) in players.iter_mut().zip(&mut rows) {
            let before = user_seconds();
            for run in block * length..(block + 1) * length {
                let outcome = player.replicate(run);
                row.state_changes += outcome.state_changes;
                row.outputs[0] += outcome.ever_infected_share;
                row.outputs[1] += outcome.days_to_95pct;
                row.outputs[2] += outcome.system_days_lost;
            }
            row.blocks.push(user_seconds() - before);
        }
    }
    rows
}

/// Returns how many times as long a program took as a bar, and the range of that over the blocks.
fn ratio(bar: &Row, row: &Row) -> String {
    let (low, high) = bar
        .blocks
        .iter()
        .zip(&row.blocks)
        .map(|(bar, block)| block / bar)
        .fold((f64::INFINITY, 0.0_f64), |(low, high), ratio| {
            (low.min(ratio), high.max(ratio))
        });
    let mean = row.seconds() / bar.seconds();
    format!("{mean:.2} ({low:.2}..{high:.2})")
}

/// Prints the measurement of one size; returns microseconds per replication of each program.
fn print_size(size: Size, rows: &[Row]) -> Vec<f64> {
    for row in rows {
        let count = f64::from(row.replications);
        let memory = peak_in_child(row.name, size)
            .map_or_else(|| "-".to_owned(), |kib| format!("{:.1}", kib / 1024.0));
        println!(
            "{:>14} {:<7} {:>7} {:>11.2} {:>18} {:>18} {:>9.1} {:>10.2} {:>9} {:>8.4} {:>7.2} {:>7.3}",
            size.municipalities,
            row.name,
            row.replications,
            row.seconds() * 1e6,
            ratio(&rows[0], row),
            ratio(&rows[1], row),
            row.blocks.iter().sum::<f64>() * 1e9 / row.state_changes as f64,
            row.setup_seconds * 1e3,
            memory,
            row.outputs[0] / count,
            row.outputs[1] / count,
            row.outputs[2] / count,
        );
    }
    rows.iter().map(|row| row.seconds() * 1e6).collect()
}

/// Prints how cost grows from one size to the next: 1 is proportional.
fn print_growth(measured: &[(Size, Vec<f64>)]) {
    println!("\ngrowth exponent (1 = proportional to the number of municipalities)");
    for (index, contestant) in CONTESTANTS.iter().enumerate() {
        let exponent = |a: &(Size, Vec<f64>), b: &(Size, Vec<f64>)| {
            let size = f64::from(b.0.municipalities) / f64::from(a.0.municipalities);
            (b.1[index] / a.1[index]).ln() / size.ln()
        };
        print!("  {:<7}", contestant.name);
        for pair in measured.windows(2) {
            print!(
                " {} to {}: {:.2} ",
                pair[0].0.name,
                pair[1].0.name,
                exponent(&pair[0], &pair[1])
            );
        }
        if let [first, _, .., last] = measured {
            print!(" over all: {:.2}", exponent(first, last));
        }
        println!();
    }
}

/// Starts this program anew to play one size; returns its peak memory in KiB.
fn peak_in_child(name: &str, size: Size) -> Option<f64> {
    let me = std::env::current_exe().ok()?;
    let output = Command::new(me)
        .args(["--memory", name, size.name])
        .output()
        .ok()?;
    String::from_utf8(output.stdout).ok()?.trim().parse().ok()
}

/// The child's part: plays some replications and prints its own peak memory in KiB.
fn memory_child(name: &str, size: &str) {
    let size = Size::ALL
        .into_iter()
        .find(|known| known.name == size)
        .expect("a known size");
    let contestant = CONTESTANTS
        .into_iter()
        .find(|known| known.name == name)
        .expect("a known name");
    let mut player = (contestant.build)(size);
    for run in 0..block_length(size, true) {
        player.replicate(run);
    }
    println!("{}", peak_kib());
}

/// Returns the peak resident memory of this process in KiB.
///
/// From `/proc` where there is one: the peak of `getrusage` outlives the change of program and would be the
/// parent's.
fn peak_kib() -> f64 {
    std::fs::read_to_string("/proc/self/status")
        .ok()
        .and_then(|status| {
            let line = status
                .lines()
                .find_map(|line| line.strip_prefix("VmHWM:"))?;
            line.trim().trim_end_matches("kB").trim().parse().ok()
        })
        .unwrap_or(f64::NAN)
}

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    if let Some(at) = arguments.iter().position(|argument| argument == "--memory") {
        return memory_child(&arguments[at + 1], &arguments[at + 2]);
    }
    let quick = arguments.iter().any(|argument| argument == "--quick");
    let only = arguments
        .iter()
        .position(|argument| argument == "--only")
        .map(|at| &arguments[at + 1]);
    println!(
        "provider-star: user CPU time, {BLOCKS} blocks in turn; times as long as the bars, with the range over blocks"
    );
    println!(
        "{:>14} {:<7} {:>7} {:>11} {:>18} {:>18} {:>9} {:>10} {:>9} {:>8} {:>7} {:>7}",
        "municipalities",
        "program",
        "reps",
        "us/rep",
        "x best",
        "x plain",
        "ns/change",
        "set-up ms",
        "peak MiB",
        "Z/nS",
        "T95 d",
        "D/nS d"
    );
    let mut measured = Vec::new();
    for size in Size::ALL {
        if only.is_none_or(|only| only == size.name) {
            let rows = measure(size, quick);
            measured.push((size, print_size(size, &rows)));
        }
    }
    if measured.len() > 1 {
        print_growth(&measured);
    }
}
