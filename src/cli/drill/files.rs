//! What a drill leaves in a folder.
//!
//! ```text
//! result.json           what `--json` prints
//! runs.csv              a row for each run and variant
//! administrations.csv   a row for each variant and administration: means
//! assumptions.csv       a row for each draw and figure, where assumptions were drawn: what it was
//! manifest.json         what was played: with it and this program the rest comes again
//! bericht.html          the page, in German; in English index.html
//! ```

use std::fs;
use std::path::Path;

use serde::Serialize;

use super::super::Failure;
use super::super::play::attributions;
use crate::aar::{drill_page, page_name};
use crate::drill::{AssumptionsHead, DrillResult, GridRow, Head, Shard, drawn};
use crate::scenario::write_whole;
use crate::words::Lang;

const RESULT: &str = "result.json";
const RUNS: &str = "runs.csv";
const ADMINISTRATIONS: &str = "administrations.csv";
const ASSUMPTIONS: &str = "assumptions.csv";
const MANIFEST: &str = "manifest.json";

/// Makes the folder and sees that nothing in it would be lost, before hours of runs.
pub(super) fn prepare(
    folder: &Path,
    shard: Option<Shard>,
    force: bool,
    lang: Lang,
) -> Result<(), Failure> {
    let named =
        |error: std::io::Error| Failure::Bad(format!("error: {}: {error}", folder.display()));
    fs::create_dir_all(folder).map_err(named)?;
    let names = match shard {
        Some(shard) => vec![shard.file_name()],
        None => [
            RESULT,
            RUNS,
            ADMINISTRATIONS,
            ASSUMPTIONS,
            MANIFEST,
            page_name(lang),
        ]
        .map(str::to_owned)
        .to_vec(),
    };
    let there = names.iter().find(|name| folder.join(name).exists());
    match there {
        Some(name) if !force => Err(Failure::Bad(format!(
            "error: {} is there already; --force replaces it",
            folder.join(name).display()
        ))),
        _ => {
            // Whether it can be written to is better known now than at the end.
            tempfile::tempfile_in(folder).map_err(named)?;
            Ok(())
        }
    }
}

/// Writes all files.
pub(super) fn write(
    folder: &Path,
    head: &Head,
    rows: &[GridRow],
    result: &DrillResult,
    lang: Lang,
) -> Result<(), Failure> {
    let put = |name: &str, bytes: &[u8]| {
        let path = folder.join(name);
        write_whole(&path, bytes)
            .map_err(|error| Failure::Bad(format!("error: {}: {error}", path.display())))
    };
    put(RUNS, &runs(head, rows)?)?;
    put(ADMINISTRATIONS, &administrations(result)?)?;
    if let Some(drawn) = &head.assumptions {
        put(ASSUMPTIONS, &assumptions(head, drawn)?)?;
    }
    put(MANIFEST, &pretty(head)?)?;
    let page = drill_page(head, result, lang, &attributions())
        .map_err(|error| Failure::Bad(format!("error: {error}")))?;
    put(page_name(lang), page.as_bytes())?;
    // Last: where it is, the others are.
    put(RESULT, &pretty(result)?)
}

fn pretty(value: &impl Serialize) -> Result<Vec<u8>, Failure> {
    let mut bytes = serde_json::to_vec_pretty(value).map_err(std::io::Error::from)?;
    bytes.push(b'\n');
    Ok(bytes)
}

/// A row for each run and variant; an empty cell did not happen before the end.
fn runs(head: &Head, rows: &[GridRow]) -> Result<Vec<u8>, Failure> {
    let mut table = csv::Writer::from_writer(Vec::new());
    let figures: Vec<&str> = rows.first().map_or_else(Vec::new, |row| {
        row.variants[0].figures.keys().copied().collect()
    });
    let mut names = vec!["run".to_owned()];
    let nested = head.assumptions.is_some();
    names.extend(nested.then(|| "draw".to_owned()));
    names.extend(head.varied.iter().map(|axis| axis.path.clone()));
    let leaves_out = head
        .variants
        .iter()
        .any(|variant| variant.without.is_some());
    names.extend(leaves_out.then(|| "without_clause".to_owned()));
    names.extend(["events", "days"].map(str::to_owned));
    names.extend(figures.iter().map(|name| (*name).to_owned()));
    table.write_record(&names).map_err(std::io::Error::from)?;
    for row in rows {
        for (variant, of) in row.variants.iter().zip(&head.variants) {
            let mut cells = vec![row.run.to_string()];
            cells.extend(nested.then(|| (row.run / head.runs_per_draw()).to_string()));
            cells.extend(of.settings.iter().map(|setting| setting.value.clone()));
            cells.extend(leaves_out.then(|| of.without.clone().unwrap_or_default()));
            cells.extend([variant.events.to_string(), variant.days.to_string()]);
            cells.extend(figures.iter().map(|name| {
                let value = variant.figures.get(*name).copied().flatten();
                value.map_or_else(String::new, |value| value.to_string())
            }));
            table.write_record(&cells).map_err(std::io::Error::from)?;
        }
    }
    finished(table)
}

/// A row for each draw and figure.
fn assumptions(head: &Head, of: &AssumptionsHead) -> Result<Vec<u8>, Failure> {
    let mut table = csv::Writer::from_writer(Vec::new());
    let names = ["draw", "figure", "value"];
    table.write_record(names).map_err(std::io::Error::from)?;
    for draw in 0..of.draws {
        let (values, _) = drawn(&of.figures, head.seed, draw);
        for (figure, value) in of.figures.iter().zip(values) {
            let cells = [draw.to_string(), figure.id.clone(), value];
            table.write_record(&cells).map_err(std::io::Error::from)?;
        }
    }
    finished(table)
}

/// A row for each variant and administration.
fn administrations(result: &DrillResult) -> Result<Vec<u8>, Failure> {
    let mut table = csv::Writer::from_writer(Vec::new());
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
    table.write_record(&names).map_err(std::io::Error::from)?;
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
            table.write_record(&cells).map_err(std::io::Error::from)?;
        }
    }
    finished(table)
}

fn finished(table: csv::Writer<Vec<u8>>) -> Result<Vec<u8>, Failure> {
    Ok(table
        .into_inner()
        .map_err(csv::IntoInnerError::into_error)?)
}
