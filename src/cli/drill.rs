//! `beistand drill`: many runs, with means and intervals.

use std::io::Write;
use std::sync::Arc;

use super::args::{Common, DrillArgs, tell};
use super::progress::Progress;
use super::run::{no_response, pact_of, scenario_of, until};
use super::{Failure, Outcome};
use crate::drill::{self, DrillPlan, DrillResult};

pub(super) fn drill(args: &DrillArgs, common: &Common) -> Outcome {
    let scenario = until(scenario_of(&args.scenario, common)?, args.until);
    let response = match &args.response {
        Some(name) => name.clone(),
        None => default_response(&scenario),
    };
    let plan = DrillPlan {
        runs: args.runs,
        seed: args.seed,
        pact: pact_of(&scenario, args.pact.as_deref())?,
        response,
        threads: args.threads.map(usize::from),
    };
    let progress = Progress::new(plan.runs, common)?;
    let result = drill::run(&scenario, &plan, &progress)
        .map_err(|known| no_response(&scenario, &plan.response, &known))?;
    progress.clear();
    let complete = result.runs() == plan.runs;
    if !complete {
        // Runs 0 to n - 1 are what `--runs n` would have given.
        tell(format_args!(
            "interrupted: {} of {} runs",
            result.runs(),
            plan.runs
        ));
    }
    if result.runs() == 0 {
        return Err(Failure::Interrupted);
    }
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    if args.json {
        serde_json::to_writer_pretty(&mut out, &result).map_err(std::io::Error::from)?;
        writeln!(out)?;
    } else {
        print_table(&mut out, &result)?;
    }
    out.flush()?;
    if complete {
        Ok(())
    } else {
        Err(Failure::Interrupted)
    }
}

/// `by_the_book`, or the first plan of a scenario that has no such plan.
pub(super) fn default_response(scenario: &Arc<crate::scenario::Scenario>) -> String {
    let by_the_book = "by_the_book";
    let has = scenario.responses.iter().any(|plan| plan.id == by_the_book);
    match scenario.responses.first() {
        Some(first) if !has => first.id.clone(),
        _ => by_the_book.to_owned(),
    }
}

fn print_table(out: &mut impl Write, result: &DrillResult) -> std::io::Result<()> {
    let figure = |value: Option<f64>| value.map_or_else(|| "-".to_owned(), |v| format!("{v:.4}"));
    writeln!(
        out,
        "{:<30} {:>14} {:>14} {:>31} {:>9}",
        "", "mean", "sd", "95 %", "censored"
    )?;
    for (name, metric) in &result.metrics {
        let interval = format!(
            "{} .. {}",
            figure(metric.ci95_low),
            figure(metric.ci95_high)
        );
        writeln!(
            out,
            "{name:<30} {:>14} {:>14} {interval:>31} {:>9}",
            figure(metric.mean),
            figure(metric.standard_deviation),
            metric.censored
        )?;
    }
    Ok(())
}
