//! `beistand check --dry-run`: the script of a scenario run dry, and go or no go.

use std::io::Write;
use std::sync::Arc;

use super::Outcome;
use super::play::DEFAULT_RESPONSE;
use super::run::{no_response, pact_of};
use crate::aar::{Came, DryRow, Finding, Readiness, readiness};
use crate::scenario::Scenario;
use crate::view::seats;
use crate::vocab::{AdministrationId, Text};
use crate::words::Words;

/// Cells of an inject's title, and of what became of it.
const TITLE: usize = 30;
const CAME: usize = 34;

/// Prints what came of every inject and what stands against beginning.
pub(super) fn dry_run(out: &mut impl Write, scenario: Scenario, words: &Words) -> Outcome {
    let scenario = Arc::new(scenario);
    let persons: Vec<AdministrationId> = seats(&scenario).iter().map(|seat| seat.id).collect();
    // As `play` begins.
    let pact = pact_of(&scenario, Some(&scenario.exercise_pact))?;
    let ready = readiness(&scenario, &persons, pact, DEFAULT_RESPONSE)
        .map_err(|known| no_response(&scenario, DEFAULT_RESPONSE, &known))?;
    print(out, &scenario, &ready, words)?;
    Ok(())
}

fn print(
    out: &mut impl Write,
    scenario: &Scenario,
    ready: &Readiness,
    words: &Words,
) -> std::io::Result<()> {
    let title = Text::new("local")
        .name("de", scenario.title.de.clone())
        .name("en", scenario.title.en.clone());
    let head = Text::new("ready-title").text("scenario", title);
    writeln!(out, "{}", words.say(&head))?;
    if !ready.rows.is_empty() {
        writeln!(
            out,
            "      {:<TITLE$} {:<CAME$} {}",
            words.msg("ready-inject"),
            words.msg("ready-nobody-decides"),
            words.msg("ready-by-plan")
        )?;
    }
    for row in &ready.rows {
        writeln!(out, "{}", inject(row, words))?;
    }
    writeln!(out)?;
    for found in &ready.findings {
        writeln!(out, "{}", line(found, words))?;
    }
    Ok(())
}

fn inject(row: &DryRow, words: &Words) -> String {
    let cut = |text: String, cells: usize| -> String {
        if text.chars().count() <= cells {
            return text;
        }
        let kept: String = text.chars().take(cells - 1).collect();
        format!("{kept}…")
    };
    let title = cut(words.say(&row.title), TITLE);
    let [silent, by_plan] = [0, 1].map(|at| match &row.came[at] {
        Came::At(at) => words.moment(at),
        Came::Skipped(why) => format!("– {}", words.say(why)),
        Came::Never => format!("– {}", words.msg("ready-never")),
    });
    let mark = if row.core { "*" } else { " " };
    let silent = cut(silent, CAME);
    format!(
        "{:<4}{mark} {title:<TITLE$} {silent:<CAME$} {by_plan}",
        row.name
    )
}

/// A finding with its sign.
pub(super) fn line(found: &Finding, words: &Words) -> String {
    let sign = if found.go { "√" } else { "!" };
    format!(" {sign} {}", words.say(&found.text))
}
