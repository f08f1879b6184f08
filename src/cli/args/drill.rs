//! The arguments of `beistand drill`.

use std::path::PathBuf;

use clap::{Args, Subcommand};

use super::{ScenarioArgs, Wrong, parse_duration};
use crate::drill::{Axis, Shard, Valuation};

#[derive(Debug, Args)]
#[command(args_conflicts_with_subcommands = true)]
#[allow(
    clippy::struct_excessive_bools,
    reason = "each is a switch of the command line"
)]
pub(in crate::cli) struct DrillArgs {
    #[command(subcommand)]
    pub(in crate::cli) verb: Option<DrillVerb>,
    #[command(flatten)]
    pub(in crate::cli) scenario: ScenarioArgs,
    /// How many runs.
    #[arg(long, default_value_t = 100, value_parser = clap::value_parser!(u32).range(1..=10_000_000))]
    pub(in crate::cli) runs: u32,
    /// Seed of all luck.
    #[arg(long, default_value_t = 1)]
    pub(in crate::cli) seed: u64,
    /// Phase of the pact; by default that of the scenario.
    #[arg(long)]
    pub(in crate::cli) pact: Option<String>,
    /// Response plan of all seats; by default `by_the_book`.
    #[arg(long)]
    pub(in crate::cli) response: Option<String>,
    /// How long to run from the start of the exercise, as in 90d or 12h; by default the scenario's horizon.
    #[arg(long, value_parser = parse_duration)]
    pub(in crate::cli) until: Option<u32>,
    /// Threads; by default one for each processor. The result is the same for any number.
    #[arg(long, value_parser = clap::value_parser!(u16).range(1..=1024))]
    pub(in crate::cli) threads: Option<u16>,
    /// Compares values of a figure, each met by the same luck: `pact`, `response` or a path as in --set. May be
    /// repeated: then every combination is played. The first value is compared with.
    #[arg(long, value_name = "PATH=A,B,..", value_parser = parse_axis)]
    pub(in crate::cli) vary: Vec<Axis>,
    /// Draws everything that can only be assumed anew, so many times (at least 2), and plays --runs runs for each: then
    /// luck, assumptions and precision are told apart.
    #[arg(long, value_name = "M", value_parser = clap::value_parser!(u32).range(2..=1_000_000))]
    pub(in crate::cli) assumptions: Option<u32>,
    /// Ends before --runs once half of the 95 % interval of the weighted lost service-hours (with --vary: of each
    /// difference) is no more than this share of what is lost in the first variant, as in 0.01.
    #[arg(long, value_name = "SHARE", value_parser = parse_precision, conflicts_with = "shard")]
    pub(in crate::cli) precision: Option<f64>,
    /// Writes the result, a row for each run and what was played into this folder.
    #[arg(long, value_name = "DIR")]
    pub(in crate::cli) out: Option<PathBuf>,
    /// Replaces what is in the folder.
    #[arg(long, requires = "out")]
    pub(in crate::cli) force: bool,
    /// Goes on with what an interrupted drill has left in the folder; where it has left nothing, begins.
    #[arg(long, requires = "out")]
    pub(in crate::cli) resume: bool,
    /// Makes only part I of N, for `drill merge`; `auto/N` takes I from `SLURM_ARRAY_TASK_ID` or `JOB_COMPLETION_INDEX`.
    #[arg(long, value_name = "I/N", value_parser = parse_shard, requires = "out")]
    pub(in crate::cli) shard: Option<Shard>,
    /// Plays the last pact of --vary also without each of its clauses that the first has not: which one carries it?
    #[arg(long)]
    pub(in crate::cli) clauses: bool,
    /// Plays what holds today also with prevention for what the last pact of --vary costs beyond it: what would the same
    /// money bring? Every set of clauses on prevention that spends it, ten at most, and each clause by itself.
    #[arg(long)]
    pub(in crate::cli) prevention: bool,
    /// Looks at one administration more closely, by its official key.
    #[arg(long, value_name = "KEY")]
    pub(in crate::cli) own: Option<String>,
    #[command(flatten)]
    pub(in crate::cli) money: MoneyArgs,
    /// Tells what matters as well: which clause, which preparedness, which assumption moves the weighted lost
    /// service-hours, and with --vary their difference.
    #[arg(long, conflicts_with = "shard")]
    pub(in crate::cli) sensitivity: bool,
    /// Runs at each point of --sensitivity.
    #[arg(long, value_name = "N", default_value_t = 10, requires = "sensitivity", value_parser = clap::value_parser!(u32).range(1..=100_000))]
    pub(in crate::cli) point_runs: u32,
    /// Ways through the figures of --sensitivity (Morris), at least 2; 0 leaves them out: then each figure is looked at by
    /// itself.
    #[arg(long, value_name = "R", default_value_t = 10, requires = "sensitivity", value_parser = parse_trajectories)]
    pub(in crate::cli) trajectories: u32,
    /// Rows of each sample for shares of variance (Sobol) in --sensitivity; 0 leaves these out.
    #[arg(long, value_name = "N", default_value_t = 64, requires = "sensitivity", value_parser = clap::value_parser!(u32).range(0..=1_000_000))]
    pub(in crate::cli) sobol: u32,
    /// Prints a JSON document instead of a table.
    #[arg(long)]
    pub(in crate::cli) json: bool,
}

impl DrillArgs {
    /// So many runs of two pacts of a scenario, as the line `drill SCENARIO --vary pact=A,B --runs N` asks for.
    pub(in crate::cli) fn of_pacts(scenario: ScenarioArgs, pacts: Vec<String>, runs: u32) -> Self {
        Self {
            verb: None,
            scenario,
            runs,
            seed: 1,
            pact: None,
            response: None,
            until: None,
            threads: None,
            vary: vec![Axis {
                path: "pact".to_owned(),
                values: pacts,
            }],
            precision: None,
            out: None,
            force: false,
            resume: false,
            shard: None,
            clauses: false,
            prevention: false,
            own: None,
            assumptions: None,
            sensitivity: false,
            point_runs: 10,
            trajectories: 10,
            sobol: 64,
            money: MoneyArgs {
                hour_value: None,
                write_off: WRITE_OFF_YEARS,
            },
            json: false,
        }
    }
}

/// Over how many years what is paid once is spread, if nobody says otherwise.
const WRITE_OFF_YEARS: f64 = 5.0;

/// What people say of money.
#[derive(Debug, Args)]
pub(in crate::cli) struct MoneyArgs {
    /// What a lost service-hour is worth, EUR: your figure. Without it no frequency is said at which a pact pays.
    #[arg(long, value_name = "EUR", value_parser = parse_positive)]
    pub(in crate::cli) hour_value: Option<f64>,
    /// Over how many years what is paid once is spread.
    #[arg(long, value_name = "YEARS", default_value_t = WRITE_OFF_YEARS, value_parser = parse_positive)]
    pub(in crate::cli) write_off: f64,
}

impl MoneyArgs {
    pub(in crate::cli) const fn valuation(&self) -> Valuation {
        Valuation {
            hour_value_eur: self.hour_value,
            write_off_years: self.write_off,
        }
    }
}

#[derive(Debug, Subcommand)]
pub(in crate::cli) enum DrillVerb {
    /// Puts the parts of a drill together that --shard made.
    Merge(MergeArgs),
}

#[derive(Debug, Args)]
pub(in crate::cli) struct MergeArgs {
    /// Folder that holds all parts; the result is written beside them.
    pub(in crate::cli) dir: PathBuf,
    /// Replaces a result that is there.
    #[arg(long)]
    pub(in crate::cli) force: bool,
    #[command(flatten)]
    pub(in crate::cli) money: MoneyArgs,
    /// Prints a JSON document instead of a table.
    #[arg(long)]
    pub(in crate::cli) json: bool,
}

fn parse_axis(text: &str) -> Result<Axis, Wrong> {
    Axis::parse(text).map_err(Wrong)
}

fn parse_positive(text: &str) -> Result<f64, Wrong> {
    let number = text.parse::<f64>().ok();
    number
        .filter(|number| (1e-3..1e9).contains(number))
        .ok_or_else(|| Wrong::new("typed-not-positive", text))
}

fn parse_trajectories(text: &str) -> Result<u32, Wrong> {
    let number = text.parse::<u32>().ok();
    number
        .filter(|number| *number == 0 || (2..=10_000).contains(number))
        .ok_or_else(|| Wrong::new("typed-no-trajectories", text))
}

fn parse_precision(text: &str) -> Result<f64, Wrong> {
    let share = text.parse::<f64>().ok();
    share
        .filter(|share| (1e-6..1.0).contains(share))
        .ok_or_else(|| Wrong::new("typed-no-share", text))
}

/// Array jobs begin at whatever number the job says: SLURM names the first as well.
fn index_of_array() -> Result<u32, Wrong> {
    let number = |name: &str| std::env::var(name).ok()?.parse::<u32>().ok();
    let slurm = number("SLURM_ARRAY_TASK_ID")
        .map(|id| id.saturating_sub(number("SLURM_ARRAY_TASK_MIN").unwrap_or(1)));
    slurm
        .or_else(|| number("JOB_COMPLETION_INDEX"))
        .map(|from_zero| from_zero + 1)
        .ok_or_else(|| Wrong::new("typed-no-array", "auto"))
}

fn parse_shard(text: &str) -> Result<Shard, Wrong> {
    let wrong = || Wrong::new("typed-no-shard", text);
    let (index, of) = text.split_once('/').ok_or_else(wrong)?;
    let of: u32 = of.parse().map_err(|_| wrong())?;
    let index = if index == "auto" {
        index_of_array()?
    } else {
        index.parse().map_err(|_| wrong())?
    };
    let fits = (1..=of).contains(&index) && of <= 1_000_000;
    fits.then_some(Shard { index, of }).ok_or_else(wrong)
}
