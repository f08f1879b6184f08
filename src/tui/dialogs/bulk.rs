//! What became of an order to several: for whom it was accepted, for whom not and why.

use ratatui::text::Line;

use super::super::canvas::Canvas;
use super::super::seat::{BulkOutcome, Notice};
use super::super::text::wrap;
use super::super::theme::Tone;
use crate::vocab::Text;

/// Returns the outcome in words.
pub fn lines(c: &Canvas<'_>, outcome: &BulkOutcome, cells: usize) -> Vec<Line<'static>> {
    let words = c.words;
    let count = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
    let refused: usize = outcome.refused.iter().map(|(names, _)| names.len()).sum();
    let head = Text::new("ui-bulk-accepted")
        .count("done", count(outcome.done.len()))
        .count("of", count(outcome.done.len() + refused));
    let mut lines = vec![Line::from(c.strong(words.say(&head)))];
    let mut block = |sign: &str, tone: Tone, said: &str| {
        for (at, piece) in wrap(said, cells.saturating_sub(2)).into_iter().enumerate() {
            let sign = if at == 0 { sign } else { " " };
            lines.push(Line::from(vec![
                c.ink(tone, format!("{sign} ")),
                c.ink(Tone::Plain, piece),
            ]));
        }
    };
    if !outcome.done.is_empty() {
        block("√", Tone::Good, &outcome.done.join(", "));
    }
    for (names, refusal) in &outcome.refused {
        let why = Notice::refused(refusal.clone()).say(words);
        block("×", Tone::Bad, &format!("{}: {why}", names.join(", ")));
    }
    lines
}
