//! `beistand drill`: many runs, with means and intervals, and what differs between variants of a scenario.

mod compare;
mod files;
mod grid;
mod interactive;
mod sensitivity;
mod uncertainty;

pub(super) use interactive::Works;

use std::io::Write;
use std::sync::Arc;

use super::args::{Common, DrillArgs, DrillVerb, MergeArgs, tell};
use super::progress::Progress;
use super::run::{no_response, pact_of, scenario_of, until};
use super::{Failure, Outcome};
use crate::aar::page_name;
use crate::drill::{self, DrillPlan, DrillResult, GridRow, Head, read_shards};
use crate::vocab::Text;
use crate::words::Words;

pub(super) fn drill(args: &DrillArgs, common: &Common) -> Outcome {
    if let Some(DrillVerb::Merge(args)) = &args.verb {
        return merge(args, common);
    }
    let of_rows = args.out.is_some()
        || args.precision.is_some()
        || args.assumptions.is_some()
        || args.clauses
        || args.own.is_some()
        || args.sensitivity
        || !args.vary.is_empty();
    if of_rows {
        return by_rows(args, common);
    }
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
    conclude(&result, plan.runs, args.json, common)
}

/// Keeps what each run came to in each variant.
fn by_rows(args: &DrillArgs, common: &Common) -> Outcome {
    if let Some(folder) = &args.out {
        files::prepare(folder, args.shard, args.force, common.lang())?;
    }
    let (head, rows) = grid::play(args, common)?;
    if rows.is_empty() {
        return Err(Failure::Interrupted);
    }
    if let (Some(folder), Some(shard)) = (&args.out, args.shard) {
        let complete = rows.len() == shard.runs(head.runs, head.runs_per_draw()).len();
        if !complete {
            // Half a part would be taken for a whole one.
            tell("interrupted: nothing is written of this part");
            return Err(Failure::Interrupted);
        }
        drill::write_shard(folder, shard, &head, &rows)?;
        return Ok(());
    }
    let mut result = DrillResult::of_grid(&head, &rows, args.money.valuation());
    let complete = result.runs() == head.runs;
    if args.sensitivity && complete {
        result.sensitivity = sensitivity::play(args, common)?;
    }
    let stopped = args.sensitivity && result.sensitivity.is_none();
    finish(
        &head,
        &rows,
        &result,
        args.out.as_deref(),
        args.json,
        common,
    )?;
    if stopped {
        return Err(Failure::Interrupted);
    }
    Ok(())
}

fn merge(args: &MergeArgs, common: &Common) -> Outcome {
    if !args.dir.is_dir() {
        let why = format!("error: {}: there is no such folder", args.dir.display());
        return Err(Failure::Bad(why));
    }
    files::prepare(&args.dir, None, args.force, common.lang())?;
    let (head, rows) =
        read_shards(&args.dir).map_err(|fault| Failure::Bad(format!("error: {fault}")))?;
    let result = DrillResult::of_grid(&head, &rows, args.money.valuation());
    let folder = Some(args.dir.as_path());
    finish(&head, &rows, &result, folder, args.json, common)
}

/// Writes all rows if that is wanted, and prints what they say.
fn finish(
    head: &Head,
    rows: &[GridRow],
    result: &DrillResult,
    folder: Option<&std::path::Path>,
    json: bool,
    common: &Common,
) -> Outcome {
    if let Some(folder) = folder {
        files::write(folder, head, rows, result, common.lang())?;
        let page = folder.join(page_name(common.lang()));
        let text = Text::new("drill-written").name("path", page.display().to_string());
        common.say(Words::new(common.lang()).say(&text));
    }
    conclude(result, head.runs, json, common)
}

/// Prints a result; says so if runs are missing.
fn conclude(result: &DrillResult, wanted: u32, json: bool, common: &Common) -> Outcome {
    let complete = result.runs() == wanted;
    if !complete {
        // Runs 0 to n - 1 are what `--runs n` would have given.
        tell(format_args!(
            "interrupted: {} of {wanted} runs",
            result.runs()
        ));
    }
    if result.runs() == 0 {
        return Err(Failure::Interrupted);
    }
    let words = Words::new(common.lang());
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    if json {
        serde_json::to_writer_pretty(&mut out, result).map_err(std::io::Error::from)?;
        writeln!(out)?;
    } else if result.variants.len() < 2 {
        print_table(&mut out, result, &words)?;
        uncertainty::print(&mut out, result, &words)?;
    } else {
        compare::print(&mut out, result, &words)?;
    }
    if let Some(sensitivity) = result.sensitivity.as_ref().filter(|_| !json) {
        sensitivity::print(&mut out, sensitivity, &words)?;
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

/// Figures of a single variant: what each is in words, its mean with the interval, and how far runs lie apart.
fn print_table(out: &mut impl Write, result: &DrillResult, words: &Words) -> std::io::Result<()> {
    const NAME: usize = 38;
    const FIGURE: usize = 12;
    writeln!(
        out,
        "{:<NAME$}{:>FIGURE$}{:>FIGURE$}{:>FIGURE$}",
        "",
        words.msg("drill-mean"),
        words.msg("drill-split-precision"),
        words.msg("drill-deviation"),
    )?;
    for (name, metric) in &result.metrics {
        let figure = |value: Option<f64>| -> String {
            value.map_or_else(
                || "–".to_owned(),
                |value| compare::figure(name, value, words),
            )
        };
        let half = metric.ci95_low.zip(metric.ci95_high);
        let half = half.map(|(low, high)| (high - low) / 2.0);
        write!(
            out,
            "{:<NAME$}{:>FIGURE$}{:>FIGURE$}{:>FIGURE$}",
            compare::name_of_figure(name, words),
            figure(metric.mean),
            format!("±{}", figure(half)),
            figure(metric.standard_deviation),
        )?;
        if metric.censored > 0 {
            let text = Text::new("drill-not-by-the-end").count("runs", metric.censored);
            write!(out, "  {}", words.say(&text))?;
        }
        writeln!(out)?;
    }
    writeln!(out, "{}", words.msg("drill-one-note"))
}
