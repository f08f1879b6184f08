//! The arguments of `beistand design`.

use clap::Args;

use super::{ScenarioArgs, Wrong, parse_duration};
use crate::drill::design::Target;

#[derive(Debug, Args)]
pub(in crate::cli) struct DesignArgs {
    #[command(flatten)]
    pub(in crate::cli) scenario: ScenarioArgs,
    /// What the pact is to reach: `criticality 1 MTA 95%` (of every service of that criticality so many outages end within
    /// the maximum tolerable one), `service kfz MTA 90%`, or `lost 10% less` than with nothing agreed. May be repeated.
    #[arg(long = "target", value_name = "TARGET", value_parser = parse_target, default_value = "criticality 1 MTA 95%")]
    pub(in crate::cli) targets: Vec<Target>,
    /// Phase of the pact whose clauses may be agreed; by default the one that has most. Prevention comes on top.
    #[arg(long)]
    pub(in crate::cli) pact: Option<String>,
    /// Response plan of all seats; by default `by_the_book`.
    #[arg(long)]
    pub(in crate::cli) response: Option<String>,
    /// Fresh runs of every set that the search leaves.
    #[arg(long, default_value_t = 200, value_parser = clap::value_parser!(u32).range(2..=1_000_000))]
    pub(in crate::cli) runs: u32,
    /// Seed of all luck.
    #[arg(long, default_value_t = 1)]
    pub(in crate::cli) seed: u64,
    /// How long to run from the start of the exercise, as in 90d or 12h; by default the scenario's horizon.
    #[arg(long, value_parser = parse_duration)]
    pub(in crate::cli) until: Option<u32>,
    /// Years over which what is paid once is spread.
    #[arg(long, default_value_t = 5, value_parser = clap::value_parser!(u32).range(1..=100))]
    pub(in crate::cli) years: u32,
    /// What an hour of staff costs, EUR; by default what the scenario says (`parameters.clerk_eur_per_hour`), as in `drill`.
    #[arg(long, value_name = "EUR", value_parser = clap::value_parser!(u32).range(0..=10_000))]
    pub(in crate::cli) hour_eur: Option<u32>,
    /// Threads; by default one for each processor. The result is the same for any number.
    #[arg(long, value_parser = clap::value_parser!(u16).range(1..=1024))]
    pub(in crate::cli) threads: Option<u16>,
    /// Prints a JSON document instead of a table.
    #[arg(long)]
    pub(in crate::cli) json: bool,
}

fn parse_target(text: &str) -> Result<Target, Wrong> {
    Target::parse(text).map_err(Wrong)
}
