//! The last lines of a page: the keys that work now.

use ratatui::text::{Line, Span};

use super::super::canvas::Canvas;
use super::super::keymap::{Binding, Context, Intent, rows};
use super::super::text::width;
use super::super::theme::Tone;
use crate::words::Words;

/// Returns the name of a key as people find it on their keyboard.
#[must_use]
pub fn key_name(words: &Words, shown: &str) -> String {
    if shown == "␣" {
        words.msg("ui-keyname-space")
    } else {
        shown.to_owned()
    }
}

/// Returns a footer of the keys that work now, as many as fit.
pub fn footer_line(
    c: &Canvas<'_>,
    contexts: &[Context],
    works: impl Fn(&Binding) -> bool,
) -> Line<'static> {
    let mut named = Vec::new();
    let shown: Vec<(bool, String, String)> = rows(contexts)
        .filter(|row| row.footer && works(row))
        // What the screen's own key does already needs no second one.
        .filter(|row| {
            let new = !named.contains(&row.intent);
            named.push(row.intent);
            new
        })
        .map(|row| {
            let always = matches!(
                row.intent,
                Intent::Guide
                    | Intent::Back
                    | Intent::ToggleClock
                    | Intent::NextStop
                    | Intent::Desk(_)
            );
            let key = key_name(c.words, row.shown);
            (always, key, c.words.msg(row.label))
        })
        .collect();
    let needs = |key: &str, label: &str| 3 + width(key) + width(label);
    // The clock, the guide and the way out of a dialog are shown whatever else is not.
    let reserved: usize = shown
        .iter()
        .filter(|(always, ..)| *always)
        .map(|(_, key, label)| needs(key, label))
        .sum();
    let mut spans: Vec<Span<'static>> = Vec::new();
    let mut left = c.width().saturating_sub(reserved);
    for (always, key, label) in shown {
        let needed = needs(&key, &label);
        if !always {
            if needed > left {
                continue;
            }
            left -= needed;
        }
        let gap = if spans.is_empty() { 0 } else { 2 };
        spans.push(Span::raw(" ".repeat(gap)));
        spans.push(c.ink(Tone::Help, key));
        spans.push(c.still(format!(" {label}")));
    }
    Line::from(spans)
}

/// Returns the keys that work now, on as many lines as there may be. Where not all fit, the clock, the
/// guide and what moves the whole exercise stay.
pub fn footer_rows(
    c: &Canvas<'_>,
    contexts: &[Context],
    most: usize,
    works: impl Fn(&Binding) -> bool,
) -> Vec<Line<'static>> {
    let shown = rows(contexts).filter(|row| row.footer && works(row));
    let mut entries: Vec<(bool, String, String)> = shown
        .map(|row| {
            let stays = matches!(
                row.intent,
                Intent::ToggleClock | Intent::Guide | Intent::Leap | Intent::Rewind
            );
            let label = c.words.msg(row.label);
            (stays, key_name(c.words, row.shown), label)
        })
        .collect();
    loop {
        let lines = broken(&entries, c.width());
        let last = entries.iter().rposition(|(stays, ..)| !stays);
        match last {
            Some(last) if lines.len() > most => entries.remove(last),
            _ => {
                let mut entries = entries.into_iter();
                let line = |count: usize| {
                    let mut spans: Vec<Span<'static>> = Vec::new();
                    for (_, key, label) in entries.by_ref().take(count) {
                        let gap = if spans.is_empty() { " " } else { "  " };
                        spans.push(Span::raw(gap));
                        spans.push(c.ink(Tone::Help, key));
                        spans.push(c.still(format!(" {label}")));
                    }
                    Line::from(spans)
                };
                return lines.into_iter().take(most).map(line).collect();
            }
        };
    }
}

/// How many entries fit on each line.
fn broken(entries: &[(bool, String, String)], cells: usize) -> Vec<usize> {
    let mut lines = vec![0];
    let mut used = 0;
    for (_, key, label) in entries {
        let needed = 1 + width(key) + width(label);
        let with_gap = used + needed + if used == 0 { 1 } else { 2 };
        if with_gap > cells && used > 0 {
            lines.push(1);
            used = needed + 1;
        } else {
            used = with_gap;
            if let Some(last) = lines.last_mut() {
                *last += 1;
            }
        }
    }
    lines
}
