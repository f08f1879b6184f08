//! What a drill leaves in a folder.
//!
//! ```text
//! result.json           what `--json` prints
//! runs.csv              a row for each run and variant
//! administrations.csv   a row for each variant and administration: means
//! assumptions.csv       a row for each draw and figure, where assumptions were drawn: what it was
//! manifest.json         what is played, and how many runs were made: with it and this program the rest comes again
//! bericht.html          the page, in German; in English index.html
//! shard-1-of-1.jsonl.part  while runs are made, and after an interruption: whole rows, to go on from
//! sensitivity.jsonl.part    the same for the runs of a study of what matters
//! ```

use std::fs;
use std::io;
use std::path::Path;

use serde::Serialize;

use super::super::Failure;
use super::super::args::DrillArgs;
use super::super::play::attributions_in;
use crate::aar::{AskedFrom, drill_page, page_name};
use crate::drill::{AssumptionsHead, DrillResult, Gathered, Head, Shard, VariantHead, drawn};
use crate::scenario::{write_whole, write_whole_by};
use crate::vocab::Text;
use crate::words::Lang;

const RESULT: &str = "result.json";
const RUNS: &str = "runs.csv";
const ADMINISTRATIONS: &str = "administrations.csv";
const ASSUMPTIONS: &str = "assumptions.csv";
const MANIFEST: &str = "manifest.json";

/// Makes the folder and sees that it can be written to and that nothing in it would be lost, before hours of runs.
pub(super) fn prepare(folder: &Path, args: &DrillArgs) -> Result<(), Failure> {
    make(folder)?;
    let unfinished = folder.join(args.shard.unwrap_or(Shard::WHOLE).unfinished_name());
    let names = match args.shard {
        Some(shard) => vec![shard.file_name()],
        None => names_of_whole(),
    };
    if unfinished.exists() {
        return if args.resume || args.force {
            Ok(())
        } else {
            let path = unfinished.display().to_string();
            Err(Failure::bad(Text::new("drill-left").name("path", path)))
        };
    }
    nothing_lost(folder, &names, args.force)
}

/// Takes away what another drill left as a whole, the result first: nothing of it stands beside the new one's runs.
pub(super) fn remove_results(folder: &Path) -> Result<(), Failure> {
    for name in names_of_whole() {
        let path = folder.join(&name);
        match fs::remove_file(&path) {
            // By the result people and programs know that a drill came to its end; what else stays is written over.
            Err(error) if name == RESULT && error.kind() != io::ErrorKind::NotFound => {
                return Err(at(&path, &error));
            }
            _ => {}
        }
    }
    Ok(())
}

/// The same before parts in the folder are put together.
pub(super) fn prepare_merge(folder: &Path, force: bool) -> Result<(), Failure> {
    make(folder)?;
    nothing_lost(folder, &names_of_whole(), force)
}

fn make(folder: &Path) -> Result<(), Failure> {
    let made = fs::create_dir_all(folder);
    // Whether it can be written to is better known now than at the end.
    let made = made.and_then(|()| tempfile::tempfile_in(folder));
    match made {
        Ok(_) => Ok(()),
        Err(error) => Err(Failure::file(folder, &error)),
    }
}

/// All that a drill may leave as a whole, its page in either language.
fn names_of_whole() -> Vec<String> {
    let names = [RESULT, RUNS, ADMINISTRATIONS, ASSUMPTIONS, MANIFEST];
    let names = names.into_iter().chain([Lang::De, Lang::En].map(page_name));
    names.map(str::to_owned).collect()
}

fn nothing_lost(folder: &Path, names: &[String], force: bool) -> Result<(), Failure> {
    let there = names.iter().find(|name| folder.join(name).exists());
    match there {
        Some(name) if !force => {
            let path = folder.join(name).display().to_string();
            Err(Failure::bad(Text::new("drill-there").name("path", path)))
        }
        _ => Ok(()),
    }
}

/// What was played, and how far it came.
#[derive(Serialize)]
struct Manifest<'a> {
    #[serde(flatten)]
    head: &'a Head,
    /// Runs that were made so far; fewer than `runs` if the drill is not at its end.
    runs_made: u32,
}

/// Says what is played, and how many runs were made.
pub(super) fn write_manifest(folder: &Path, head: &Head, runs_made: u32) -> Result<(), Failure> {
    put(folder, MANIFEST, &pretty(&Manifest { head, runs_made })?)
}

pub(super) fn remove_manifest(folder: &Path) -> Result<(), Failure> {
    let path = folder.join(MANIFEST);
    fs::remove_file(&path).map_err(|error| at(&path, &error))
}

fn at(path: &Path, error: &io::Error) -> Failure {
    Failure::file(path, error)
}

fn put(folder: &Path, name: &str, bytes: &[u8]) -> Result<(), Failure> {
    let path = folder.join(name);
    write_whole(&path, bytes).map_err(|error| at(&path, &error))
}

/// Writes all files.
pub(super) fn write(
    folder: &Path,
    head: &Head,
    runs: &Gathered,
    result: &DrillResult,
    lang: Lang,
    asked: AskedFrom<'_>,
) -> Result<(), Failure> {
    let table = |name: &str, rows: &dyn Fn(&mut Table<'_>) -> csv::Result<()>| {
        let path = folder.join(name);
        let written = write_whole_by(&path, |file| {
            let mut table = csv::Writer::from_writer(file as &mut dyn io::Write);
            rows(&mut table)?;
            table.flush()
        });
        written.map_err(|error| at(&path, &error))
    };
    table(RUNS, &|table| runs_table(table, head, runs))?;
    table(ADMINISTRATIONS, &|table| administrations(table, result))?;
    if let Some(drawn) = &head.assumptions {
        table(ASSUMPTIONS, &|table| assumptions(table, head, drawn))?;
    }
    write_manifest(folder, head, runs.runs())?;
    let page = drill_page(head, result, lang, asked, &attributions_in(lang))
        .map_err(|error| Failure::bad(error.text()))?;
    put(folder, page_name(lang), page.as_bytes())?;
    // Last: where it is, the others are.
    put(folder, RESULT, &pretty(result)?)
}

/// A table that is written as its rows are made.
type Table<'a> = csv::Writer<&'a mut dyn io::Write>;

fn pretty(value: &impl Serialize) -> Result<Vec<u8>, Failure> {
    let mut bytes = serde_json::to_vec_pretty(value).map_err(std::io::Error::from)?;
    bytes.push(b'\n');
    Ok(bytes)
}

/// A row for each run and variant; an empty cell did not happen before the end.
fn runs_table(table: &mut Table<'_>, head: &Head, runs: &Gathered) -> csv::Result<()> {
    let figures = runs.table(0).names();
    let mut names = vec!["run".to_owned()];
    let nested = head.assumptions.is_some();
    names.extend(nested.then(|| "draw".to_owned()));
    names.extend(head.varied.iter().map(|axis| axis.path.clone()));
    let left_out = |of: &VariantHead| Some(of.aside.as_ref()?.left_out()?.to_owned());
    let bought = |of: &VariantHead| Some(of.aside.as_ref()?.prevention()?.join("+"));
    let leaves_out = head.variants.iter().any(|of| left_out(of).is_some());
    let buys = head.variants.iter().any(|of| bought(of).is_some());
    names.extend(leaves_out.then(|| "without_clause".to_owned()));
    names.extend(buys.then(|| "with_prevention".to_owned()));
    names.extend(["events", "days"].map(str::to_owned));
    names.extend(figures.iter().map(|name| (*name).to_owned()));
    table.write_record(&names)?;
    for run in 0..runs.runs() {
        for (at, of) in head.variants.iter().enumerate() {
            let row = runs.table(at).run(run);
            let mut cells = vec![run.to_string()];
            cells.extend(nested.then(|| (run / head.runs_per_draw()).to_string()));
            cells.extend(of.settings.iter().map(|setting| setting.value.clone()));
            cells.extend(leaves_out.then(|| left_out(of).unwrap_or_default()));
            cells.extend(buys.then(|| bought(of).unwrap_or_default()));
            cells.extend([row.events.to_string(), row.days.to_string()]);
            cells.extend(figures.iter().map(|name| {
                let value = row.figure(name);
                value.map_or_else(String::new, |value| value.to_string())
            }));
            table.write_record(&cells)?;
        }
    }
    Ok(())
}

/// A row for each draw and figure.
fn assumptions(table: &mut Table<'_>, head: &Head, of: &AssumptionsHead) -> csv::Result<()> {
    let names = ["draw", "figure", "value"];
    table.write_record(names)?;
    for draw in 0..of.draws {
        let (values, _) = drawn(&of.figures, head.seed, draw);
        for (figure, value) in of.figures.iter().zip(values) {
            let cells = [draw.to_string(), figure.id.clone(), value];
            table.write_record(&cells)?;
        }
    }
    Ok(())
}

/// A row for each variant and administration.
fn administrations(table: &mut Table<'_>, result: &DrillResult) -> csv::Result<()> {
    let mut names: Vec<&str> = Vec::new();
    if let Some(variant) = result.variants.first() {
        names.extend(variant.settings.iter().map(|setting| setting.path.as_str()));
    }
    names.extend([
        "administration",
        "lost_service_hours",
        "given_service_hours",
        "aid_cost_eur",
        "lost_difference",
        "lost_difference_ci95_low",
        "lost_difference_ci95_high",
    ]);
    table.write_record(&names)?;
    for variant in &result.variants {
        for of in &variant.administrations {
            let mut cells: Vec<String> = variant
                .settings
                .iter()
                .map(|setting| setting.value.clone())
                .collect();
            cells.push(of.administration.clone());
            let means = [
                of.lost_service_hours,
                of.given_service_hours,
                of.aid_cost_eur,
            ];
            cells.extend(means.map(|mean| mean.to_string()));
            let difference = of.lost_difference.as_ref();
            let figures = [
                difference.and_then(|of| of.mean),
                difference.and_then(|of| of.ci95_low),
                difference.and_then(|of| of.ci95_high),
            ];
            cells.extend(figures.map(|of| of.map_or_else(String::new, |of| of.to_string())));
            table.write_record(&cells)?;
        }
    }
    Ok(())
}
