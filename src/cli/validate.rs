//! `beistand validate`: published incidents again, and how near the model comes.

use std::fmt::Write as _;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::args::{Common, ValidateArgs};
use super::progress::Progress;
use super::run::no_response;
use super::{Failure, Outcome};
use crate::scenario::{Scenario, load};
use crate::validate::{
    self, Calibration, Evidence, Incident, NoResult, RowResult, Totals, ValidatePlan,
    ValidateResult, calibration,
};
use crate::vocab::Text;
use crate::words::{Lang, Words};

pub(super) fn validate(args: &ValidateArgs, common: &Common) -> Outcome {
    let calibration = match &args.milestones {
        Some(file) => read(file, common)?,
        None => calibration(),
    };
    let scenarios = scenarios(&calibration, args)?;
    if let Some(file) = &args.milestones {
        let incidents = calibration.incidents.iter().zip(&scenarios);
        let faults: Vec<Text> = incidents
            .flat_map(|(of, scenario)| validate::faults_in(scenario, &calibration.of(&of.id)))
            .collect();
        refuse(file, &faults, common)?;
    }
    let plan = ValidatePlan {
        runs: args.runs,
        seed: args.seed,
        response: args.response.clone(),
        threads: args.threads.map(usize::from),
    };
    let all_runs = plan.runs.saturating_mul(scenarios.len() as u32);
    let progress = Progress::new(all_runs, common)?;
    let result = validate::run(&calibration, &scenarios, &plan, &progress);
    progress.clear();
    let result = result.map_err(|why| match why {
        NoResult::NoResponse(known) => no_response(&scenarios[0], &plan.response, &known),
        NoResult::Stopped => Failure::Interrupted,
    })?;
    let mut out = std::io::stdout().lock();
    if args.json {
        serde_json::to_writer_pretty(&mut out, &result).map_err(std::io::Error::from)?;
        writeln!(out)?;
    } else if args.markdown {
        write!(out, "{}", markdown(&result, &Words::new(Lang::En)))?;
    } else {
        write!(out, "{}", table(&result, &Words::new(common.lang())))?;
    }
    out.flush()?;
    Ok(())
}

/// Reads milestones of the user's own.
fn read(file: &Path, common: &Common) -> Result<Calibration, Failure> {
    let text = std::fs::read_to_string(file).map_err(|error| Failure::file(file, &error))?;
    let calibration = validate::read_milestones(&text).map_err(|error| {
        let text = Text::new("validate-fault-form")
            .name("file", file.display().to_string())
            .name("error", error);
        Failure::bad(text)
    })?;
    refuse(file, &validate::faults(&calibration), common)?;
    Ok(calibration)
}

/// Says all that is wrong with a file at once.
fn refuse(file: &Path, faults: &[Text], common: &Common) -> Outcome {
    if faults.is_empty() {
        return Ok(());
    }
    let words = Words::new(common.lang());
    let lines = faults.iter().map(|fault| {
        let line = Text::new("validate-fault-line").text("fault", fault.clone());
        words.say(&line) + "\n"
    });
    let lines: String = lines.collect();
    Err(Failure::Bad(format!("{lines}  in {}\n", file.display())))
}

/// The scenario of an incident: beside the file that names it, if something is there, or one of the program.
fn scenario_of(incident: &Incident, beside: Option<&PathBuf>) -> String {
    let folder = beside.and_then(|file| file.parent());
    let there = folder.map(|folder| folder.join(&incident.scenario));
    match there.filter(|path| path.exists()) {
        Some(path) => path.display().to_string(),
        None => incident.scenario.clone(),
    }
}

fn scenarios(
    calibration: &Calibration,
    args: &ValidateArgs,
) -> Result<Vec<Arc<Scenario>>, Failure> {
    let all = calibration.incidents.iter();
    all.map(|incident| {
        load(&scenario_of(incident, args.milestones.as_ref()), &args.set)
            .map(Arc::new)
            .map_err(Failure::from)
    })
    .collect()
}

/// The figures of a row as people read them: published, the three simulated, and the four judgements.
fn cells(row: &RowResult, words: &Words) -> [String; 10] {
    let say = |key: &str| words.say(&Text::new(key.to_owned()));
    let yes_no = |yes: bool| say(if yes { "validate-yes" } else { "validate-no" });
    let days = |days: Option<f64>| days.map_or_else(|| "–".to_owned(), |days| format!("{days:.0}"));
    let (low, high) = (row.published_low_days, row.published_high_days);
    [
        row.incident.clone(),
        match &row.name {
            Some(name) => name.clone(),
            None => say(&format!("milestone-{}", row.milestone)),
        },
        if low == high {
            low.to_string()
        } else {
            format!("{low}–{high}")
        },
        days(row.q05_days),
        days(row.median_days),
        days(row.q95_days),
        yes_no(row.overlaps),
        yes_no(row.contains),
        yes_no(row.median_inside),
        format!("{:.1}", row.width),
    ]
}

/// The figures of totals: rows, overlapping, containing, medians inside, median width, loss.
fn sums(totals: &Totals) -> [String; 6] {
    let share = |count: u32| format!("{count} / {}", totals.rows);
    [
        totals.rows.to_string(),
        share(totals.overlap),
        share(totals.contain),
        share(totals.median_inside),
        totals
            .median_width
            .map_or_else(|| "–".to_owned(), |width| format!("{width:.2}")),
        format!("{:.2}", totals.loss),
    ]
}

const ROW_HEADS: [&str; 10] = [
    "validate-incident",
    "validate-milestone",
    "validate-published",
    "5 %",
    "50 %",
    "95 %",
    "validate-overlaps",
    "validate-contains",
    "validate-median",
    "validate-width",
];
const SUM_HEADS: [&str; 6] = [
    "validate-rows",
    "validate-overlaps",
    "validate-contains",
    "validate-median",
    "validate-width",
    "validate-loss",
];

fn heads(keys: &[&'static str], words: &Words) -> Vec<String> {
    let head = |key: &&'static str| {
        if key.starts_with("validate-") {
            words.say(&Text::new(*key))
        } else {
            (*key).to_owned()
        }
    };
    keys.iter().map(head).collect()
}

/// What is summed up, by its name.
fn summed<'a>(result: &'a ValidateResult, words: &Words) -> Vec<(String, &'a Totals)> {
    let say = |key: &str| words.say(&Text::new(key.to_owned()));
    let mut all = vec![
        (say("validate-structural"), &result.structural),
        (say("validate-latency"), &result.latency),
        (say("validate-all"), &result.all),
    ];
    all.extend(result.without.iter().map(|of| {
        let text = Text::new("validate-without").name("incident", of.incident.as_str());
        (words.say(&text), &of.all)
    }));
    all
}

/// Writes a table for people; words are padded to their column.
fn table(result: &ValidateResult, words: &Words) -> String {
    let say = |key: &str| words.say(&Text::new(key.to_owned()));
    let mut text = format!("{}\n", say("validate-label"));
    let line = |cells: &[String]| -> String {
        const WIDTHS: [usize; 10] = [8, 37, 15, 5, 5, 5, 9, 9, 14, 7];
        let mut line = String::new();
        for (position, (cell, width)) in cells.iter().zip(WIDTHS).enumerate() {
            let _ = match position {
                0 | 1 => write!(line, "{cell:<width$} "),
                _ => write!(line, "{cell:>width$} "),
            };
        }
        format!("{}\n", line.trim_end())
    };
    for (evidence, key) in PARTS {
        let _ = write!(text, "\n{}\n", say(key));
        text += &line(&heads(&ROW_HEADS, words));
        for row in result.rows.iter().filter(|row| row.evidence == evidence) {
            text += &line(&cells(row, words));
        }
    }
    let sum_line = |name: &str, cells: &[String]| {
        let mut line = format!("{name:<66}");
        for cell in cells {
            let _ = write!(line, " {cell:>13}");
        }
        format!("{}\n", line.trim_end())
    };
    text.push('\n');
    text += &sum_line("", &heads(&SUM_HEADS, words));
    for (name, totals) in summed(result, words) {
        text += &sum_line(&name, &sums(totals));
    }
    text
}

const PARTS: [(Evidence, &str); 2] = [
    (Evidence::Structural, "validate-structural"),
    (Evidence::Latency, "validate-latency"),
];

/// Writes the tables as a document has them.
fn markdown(result: &ValidateResult, words: &Words) -> String {
    let say = |key: &str| words.say(&Text::new(key.to_owned()));
    let line = |cells: &[String]| format!("| {} |\n", cells.join(" | "));
    let rule = |columns: usize| format!("|{}\n", "---|".repeat(columns));
    let mut text = String::new();
    for (evidence, key) in PARTS {
        let _ = write!(text, "**{}**\n\n", say(key));
        text += &line(&heads(&ROW_HEADS, words));
        text += &rule(ROW_HEADS.len());
        for row in result.rows.iter().filter(|row| row.evidence == evidence) {
            text += &line(&cells(row, words));
        }
        text.push('\n');
    }
    let mut head = heads(&SUM_HEADS, words);
    head.insert(0, String::new());
    text += &line(&head);
    text += &rule(head.len());
    for (name, totals) in summed(result, words) {
        let mut cells = sums(totals).to_vec();
        cells.insert(0, name);
        text += &line(&cells);
    }
    text
}
