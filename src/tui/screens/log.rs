//! Tagebuch: what was said, decided and seen, newest first; one entry in full.

use ratatui::text::Span;

use super::super::canvas::{Canvas, Hit, first_shown};
use super::super::seat::LogFilter;
use super::super::text::wrap;
use super::super::theme::Tone;
use crate::view::{LogEntry, LogKind, SeatView};
use crate::vocab::Text;

/// Draws the screen.
pub fn draw(
    c: &mut Canvas<'_>,
    view: &SeatView,
    entries: &[&LogEntry],
    filter: LogFilter,
    selected: usize,
) {
    filters(c, view, filter);
    c.rule();
    let selected = selected.min(entries.len().saturating_sub(1));
    let full = entries.get(selected).map(|entry| full_text(c, entry));
    let wanted = full.as_ref().map_or(1, Vec::len) + 2;
    let for_entry = wanted.clamp(4, (c.rows_left() / 2).max(4));
    list(c, view, entries, selected, for_entry);
    c.rule();
    let Some(entry) = entries.get(selected) else {
        c.line(c.still(format!(" {}", c.words.msg("ui-log-empty"))));
        return;
    };
    c.line(c.strong(format!(" {}", heading(c, entry))));
    for piece in full.unwrap_or_default() {
        c.line(c.ink(Tone::Plain, format!(" {piece}")));
    }
}

fn filters(c: &mut Canvas<'_>, view: &SeatView, filter: LogFilter) {
    let mut spans = vec![Span::raw(" ")];
    for (one, key) in [
        (LogFilter::All, "ui-filter-all"),
        (LogFilter::Messages, "ui-filter-messages"),
        (LogFilter::Decisions, "ui-filter-decisions"),
        (LogFilter::Aid, "ui-filter-aid"),
    ] {
        let count = view.log.entries.iter().filter(|e| one.shows(e)).count();
        let text = format!("{} {count}", c.words.msg(key));
        let (tone, text) = if one == filter {
            (Tone::Strong, format!("[{text}]"))
        } else {
            (Tone::Still, format!(" {text} "))
        };
        spans.push(c.ink(tone, text));
        spans.push(Span::raw(" "));
    }
    c.line(spans);
}

fn list(
    c: &mut Canvas<'_>,
    view: &SeatView,
    entries: &[&LogEntry],
    selected: usize,
    for_entry: usize,
) {
    let rows = c.rows_left().saturating_sub(for_entry + 1).max(1);
    let rows = rows.min(entries.len());
    let first = first_shown(selected, entries.len(), rows);
    let who = (c.width() / 5).max(16);
    let now = &view.public.clock.now;
    for (at, entry) in entries.iter().enumerate().skip(first).take(rows) {
        let (sign, tone) = sign(entry);
        let text = c.words.say(&entry.text);
        c.row(
            vec![
                c.ink(tone, format!(" {sign} ")),
                c.cell(Tone::Still, &c.words.near(&entry.at, now), 11),
                Span::raw(" "),
                c.cell(Tone::Plain, &author(c, entry), who),
                Span::raw(" "),
                c.ink(Tone::Plain, text),
            ],
            at == selected,
            Some(Hit::Row(at)),
        );
    }
}

const fn sign(entry: &LogEntry) -> (&'static str, Tone) {
    if entry.alarm {
        return ("!", Tone::Bad);
    }
    match entry.kind {
        LogKind::Message => ("·", Tone::Plain),
        LogKind::Decision => ("►", Tone::Strong),
        LogKind::Observation => ("○", Tone::Still),
        LogKind::Aid => ("♦", Tone::Help),
    }
}

fn author(c: &Canvas<'_>, entry: &LogEntry) -> String {
    match &entry.from {
        Some(from) => c.words.say(from),
        None if entry.by_deputy => c.words.msg("ui-log-deputy"),
        None => c.words.msg("ui-log-self"),
    }
}

fn heading(c: &Canvas<'_>, entry: &LogEntry) -> String {
    let kind = match entry.kind {
        LogKind::Message => "ui-log-message",
        LogKind::Decision => "ui-log-decision",
        LogKind::Observation => "ui-log-observation",
        LogKind::Aid => "ui-log-aid",
    };
    let mut parts = vec![
        c.words.moment(&entry.at),
        c.words.msg(kind),
        author(c, entry),
    ];
    if let Some(channel) = entry.channel {
        parts.push(c.words.of("channel", channel.id()));
    }
    parts.push(c.words.msg("ui-exercise"));
    parts.join(" · ")
}

fn full_text(c: &Canvas<'_>, entry: &LogEntry) -> Vec<String> {
    let width = c.width().saturating_sub(2);
    let mut lines = wrap(&c.words.say(&entry.text), width);
    if let Some(reason) = entry.reason.as_ref().filter(|reason| !reason.is_empty()) {
        let text = Text::new("ui-log-reason").name("reason", reason.clone());
        lines.extend(wrap(&c.words.say(&text), width));
    }
    lines
}
