//! `beistand check` and `beistand scenarios`.

use std::io::Write;
use std::path::Path;

use super::args::{CheckArgs, Common};
use super::dry_run::dry_run;
use super::record::problems_in_words;
use super::{Failure, Outcome, new};
use crate::scenario::{
    FigureOrigin, Problems, Scenario, Staging, embedded, incidents, load, load_spreads, load_staged,
};
use crate::vocab::{Arg, Text};
use crate::words::{Lang, Words};

/// Checks every scenario named and prints everything that is wrong with any of them.
pub(super) fn check(args: &CheckArgs, common: &Common) -> Outcome {
    let words = Words::new(common.lang());
    let mut reports = Vec::new();
    let report = |problems: &Problems| problems_in_words(problems, common.colored_errors(), common);
    let staging = Staging {
        laid_over: args.with.clone(),
        ..Staging::default()
    };
    for name in &args.scenarios {
        if new::is_sheet(Path::new(name)) {
            reports.extend(check_sheet(Path::new(name), &words, common)?);
            continue;
        }
        match load_staged(name, &[], &staging) {
            Ok(scenario) => {
                common.say(words.say(&right(&scenario)));
                common.say_more(words.say(&inputs(&scenario)));
                for text in script_advice(&scenario)
                    .into_iter()
                    .chain(too_fast(&scenario))
                {
                    common.say(words.say(&text));
                }
                if args.dry_run {
                    dry_run(&mut std::io::stdout().lock(), scenario, &words)?;
                }
            }
            Err(problems) => {
                reports.push(report(&problems));
                continue;
            }
        }
        if let Err(problems) = load_spreads(name, &[], &staging) {
            reports.push(report(&problems));
        }
    }
    if reports.is_empty() {
        Ok(())
    } else {
        Err(Failure::Bad(reports.join("\n")))
    }
}

/// Holds a filled-in sheet against the catalogue; returns all that is wrong with it.
fn check_sheet(file: &Path, words: &Words, common: &Common) -> Result<Option<String>, Failure> {
    let faults = new::faults_of(file)?;
    if faults.is_empty() {
        let text = Text::new("check-sheet-right").name("file", file.display().to_string());
        common.say(words.say(&text));
        return Ok(None);
    }
    let said: Vec<String> = faults.iter().map(|fault| words.say(fault)).collect();
    Ok(Some(said.join("\n")))
}

/// Says that nothing is wrong with a scenario, and what it has.
fn right(scenario: &Scenario) -> Text {
    Text::new("check-right")
        .name("scenario", scenario.id.as_str())
        .text("taken", new::taken(scenario))
}

/// Says how many figures of a scenario come from where.
fn inputs(scenario: &Scenario) -> Text {
    let of = |origin| scenario.inputs.of(origin);
    Text::new("check-inputs")
        .name("scenario", scenario.id.as_str())
        .count("total", scenario.inputs.total())
        .count("own", of(FigureOrigin::Own))
        .count("published", of(FigureOrigin::Published))
        .count("derived", of(FigureOrigin::Derived))
        .count("estimate", of(FigureOrigin::Estimate))
        .count("unsaid", of(FigureOrigin::Unsaid))
}

/// What of the script is no error but worth a look.
fn script_advice(scenario: &Scenario) -> Vec<Text> {
    let (objectives, injects) = scenario.script_gaps();
    let mut advice = Vec::new();
    for (key, ids) in [
        ("check-objectives-without-inject", objectives),
        ("check-injects-without-objective", injects),
    ] {
        if !ids.is_empty() {
            let text = Text::new(key)
                .name("scenario", scenario.id.as_str())
                .name("ids", ids.join(", "));
            advice.push(text);
        }
    }
    advice
}

/// Objectives whose target passes too quickly at the pace of their phase.
fn too_fast(scenario: &Scenario) -> Vec<Text> {
    let found = scenario.unmeasurable().into_iter();
    found
        .map(|(objective, pace)| {
            Text::new("check-unmeasurable")
                .name("scenario", scenario.id.as_str())
                .name("objective", objective.id.as_str())
                .with("pace", Arg::Minutes(pace.into()))
        })
        .collect()
}

/// Lists the embedded scenarios with their titles: first the exercises, then the rebuilt incidents.
pub(super) fn scenarios(common: &Common) -> Outcome {
    let mut out = std::io::stdout().lock();
    for name in embedded() {
        list(&mut out, name, common)?;
    }
    let words = Words::new(common.lang());
    writeln!(out, "\n{}", words.say(&Text::new("validate-incidents")))?;
    for name in incidents() {
        list(&mut out, name, common)?;
    }
    Ok(())
}

fn list(out: &mut impl Write, name: &str, common: &Common) -> Outcome {
    let scenario = load(name, &[])?;
    let title = match common.lang() {
        Lang::De => &scenario.title.de,
        Lang::En => &scenario.title.en,
    };
    writeln!(out, "{name:<22} {title}")?;
    Ok(())
}
