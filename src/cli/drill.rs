//! `beistand drill`: many runs, with means and intervals, and what differs between variants of a scenario.

mod again;
mod besides;
mod compare;
mod deeper;
mod faults;
mod files;
mod grid;
mod hints;
mod interactive;
mod plan;
mod play;
mod precision;
mod reckoning;
mod sensitivity;
mod uncertainty;

pub(super) use interactive::Works;

use std::io::Write;
use std::sync::Arc;

use super::args::{Common, DrillArgs, DrillVerb, MergeArgs, tell};
use super::progress::Progress;
use super::record::words_of;
use super::run::{no_response, pact_of, scenario_of, until};
use super::{Failure, Outcome};
use crate::aar::{AskedFrom, page_name};
use crate::drill::{self, DrillPlan, DrillResult, Gathered, Head, Shard};
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
        || args.prevention
        || args.own.is_some()
        || args.sensitivity
        || !args.vary.is_empty();
    if of_rows {
        return by_rows(args, common);
    }
    let scenario = until(scenario_of(&args.scenario)?, args.until);
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
    let result = drill::run(&scenario, &plan, &progress);
    progress.clear();
    let result = result.map_err(|known| no_response(&scenario, &plan.response, &known))?;
    conclude(&result, plan.runs, args.json, common)
}

/// Plays variants, keeps rows in the folder as they come, and sums up.
fn by_rows(args: &DrillArgs, common: &Common) -> Outcome {
    let plan = plan::Plan::of(args, common)?;
    for (axis, variant) in plan.head.idle() {
        let text = Text::new("drill-idle")
            .name("path", axis.path.clone())
            .name("pact", variant.pact.clone());
        common.say(words_of(common, &text));
    }
    let study = args.sensitivity.then(|| sensitivity::prepare(args, common));
    let study = study.transpose()?;
    if let Some(study) = &study {
        study.say_how_much(common);
    }
    let folder = args.out.as_deref();
    if let Some(folder) = folder {
        files::prepare(folder, args)?;
    }
    let mut runs = play::Runs::begin(args, &plan, folder, common)?;
    let progress = Progress::new(runs.wanted - runs.made, common)?;
    let played = runs.play(&plan, args, common, &progress);
    progress.clear();
    played?;
    if let Some(shard) = args.shard {
        return end_part(runs, shard, common);
    }
    if runs.made == 0 {
        runs.discard_all()?;
        return Err(Failure::Interrupted);
    }
    runs.say_how_precise(common);
    let mut result = DrillResult::of_grid(&runs.head, &runs.gathered, args.money.valuation());
    let mut kept = None;
    let found = match study.filter(|_| runs.is_complete()) {
        Some(study) => {
            let begun = folder.map(|folder| sensitivity::kept_in(folder, &plan.head, args, common));
            begun.transpose().and_then(|begun| {
                kept = begun;
                study.play(args, common, kept.as_mut())
            })
        }
        None => Ok(None),
    };
    let is_whole = runs.is_complete() && (!args.sensitivity || matches!(found, Ok(Some(_))));
    let failed = match found {
        Ok(found) => {
            result.sensitivity = found;
            None
        }
        Err(failure) => Some(failure),
    };
    let finished = finish(
        &runs.head,
        &runs.gathered,
        &result,
        folder,
        args.json,
        common,
    );
    match failed.map_or(finished, Err) {
        Ok(()) if is_whole => {
            if let Some(kept) = kept {
                kept.discard()?;
            }
            runs.discard()
        }
        Ok(()) | Err(Failure::Interrupted) => {
            if let Some(kept) = kept {
                let text = Text::new("drill-study-kept").count("kept", kept.runs() as i64);
                tell(words_of(common, &text));
            }
            if let Some(how) = runs.how_to_go_on(common) {
                tell(how);
            }
            Err(Failure::Interrupted)
        }
        Err(failure) => Err(runs.with_what_is_kept(failure, common)),
    }
}

/// Ends a part of a drill: it is there as a whole under its name, or what is missing can be made.
fn end_part(runs: play::Runs, shard: Shard, common: &Common) -> Outcome {
    if runs.is_complete() {
        if runs.wanted == 0 {
            let text = Text::new("drill-part-empty")
                .count("index", shard.index)
                .count("of", shard.of)
                .count("all", runs.head.runs);
            tell(words_of(common, &text));
        }
        return runs.finish_part(shard, common);
    }
    let text = Text::new("drill-interrupted")
        .count("made", runs.made)
        .count("wanted", runs.wanted);
    tell(words_of(common, &text));
    if runs.made == 0 {
        runs.discard_all()?;
    } else if let Some(how) = runs.how_to_go_on(common) {
        tell(how);
    }
    Err(Failure::Interrupted)
}

fn merge(args: &MergeArgs, common: &Common) -> Outcome {
    if !args.dir.is_dir() {
        let path = args.dir.display().to_string();
        return Err(Failure::bad(
            Text::new("drill-no-folder").name("path", path),
        ));
    }
    files::prepare_merge(&args.dir, args.force)?;
    let (head, runs) = drill::merge(&args.dir).map_err(faults::not_merged)?;
    let result = DrillResult::of_grid(&head, &runs, args.money.valuation());
    let folder = Some(args.dir.as_path());
    finish(&head, &runs, &result, folder, args.json, common)
}

/// Writes all rows if that is wanted, and prints what they say, even where they cannot be written.
fn finish(
    head: &Head,
    runs: &Gathered,
    result: &DrillResult,
    folder: Option<&std::path::Path>,
    json: bool,
    common: &Common,
) -> Outcome {
    let written = folder.map_or(Ok(()), |folder| {
        files::write(folder, head, runs, result, common.lang(), AskedFrom::Line)?;
        let page = folder.join(page_name(common.lang()));
        let text = Text::new("drill-written").name("path", page.display().to_string());
        common.say(Words::new(common.lang()).say(&text));
        Ok(())
    });
    let concluded = conclude(result, head.runs, json, common);
    written.and(concluded)
}

/// Prints a result; says so if runs are missing.
fn conclude(result: &DrillResult, wanted: u32, json: bool, common: &Common) -> Outcome {
    let complete = result.runs() == wanted;
    if !complete {
        // Runs 0 to n - 1 are what `--runs n` would have given.
        let text = Text::new("drill-interrupted")
            .count("made", result.runs())
            .count("wanted", wanted);
        tell(words_of(common, &text));
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
