//! Tagebuch: what was said, decided and seen, newest first, in boxes; one entry in full.

use ratatui::text::Span;

use super::super::canvas::{Canvas, Hit, first_shown};
use super::super::seat::{EntryState, LogBox, LogFilter, LogFocus, LogRow};
use super::super::text::{clip, fit, width, wrap};
use super::super::theme::Tone;
use super::notices;
use crate::view::{Asks, LogEntry, LogKind, SeatView};
use crate::vocab::Text;

/// Draws the screen.
pub fn draw(c: &mut Canvas<'_>, view: &SeatView, focus: &LogFocus) {
    boxes(c, view, focus);
    notices::draw(c, view, if c.area.height >= 30 { 4 } else { 1 });
    c.rule();
    let entries = focus.rows(view);
    let row = focus.row(&entries);
    let full = entries.get(row).map(|row| full_text(c, view, row));
    let wanted = full.as_ref().map_or(1, Vec::len) + 1;
    let for_entry = wanted.clamp(4, (c.rows_left() / 2).max(4));
    list(c, view, focus, &entries, for_entry);
    while c.rows_left() > for_entry + 1 {
        c.gap();
    }
    c.rule();
    let Some(row) = entries.get(row) else {
        let key = if focus.filter == LogFilter::All {
            "ui-log-empty"
        } else {
            "ui-log-none-pass"
        };
        c.line(c.still(format!(" {}", c.words.msg(key))));
        return;
    };
    c.line(c.strong(format!(" {}", heading(c, view, row))));
    let full = full.unwrap_or_default();
    let (room, cells) = (c.rows_left(), c.width().saturating_sub(1));
    let is_cut = full.len() > room;
    for (nth, (tone, piece)) in full.into_iter().take(room).enumerate() {
        let piece = if is_cut && nth + 1 == room {
            clip(&format!(" {piece} …"), cells)
        } else {
            format!(" {piece}")
        };
        c.line(c.ink(tone, piece));
    }
}

/// Draws the boxes with how many entries each holds, and which of them are shown. Where room is short, only the box that
/// is open says how many: nothing is cut.
fn boxes(c: &mut Canvas<'_>, view: &SeatView, focus: &LogFocus) {
    let (tone, key) = match focus.filter {
        LogFilter::All => (Tone::Still, "ui-filter-none"),
        LogFilter::Open => (Tone::Warn, "ui-filter-open"),
        LogFilter::Deadline => (Tone::Warn, "ui-region-only-deadlines"),
        LogFilter::Unread => (Tone::Warn, "ui-filter-unread"),
        LogFilter::Alarms => (Tone::Warn, "ui-filter-alarms"),
    };
    let filter = c.ink(tone, format!("{} ", c.words.msg(key)));
    let counted = box_names(c, view, focus, true);
    let needed: usize = counted.iter().map(Span::width).sum();
    let spans = if needed + filter.width() < c.width() {
        counted
    } else {
        box_names(c, view, focus, false)
    };
    c.both_ends(spans, vec![filter]);
}

/// The names of the boxes, each with how many entries it holds, or only the open one.
fn box_names(
    c: &Canvas<'_>,
    view: &SeatView,
    focus: &LogFocus,
    all_counted: bool,
) -> Vec<Span<'static>> {
    let mut spans = vec![Span::raw(" ")];
    for one in LogBox::ALL {
        let key = match one {
            LogBox::Inbox => "ui-box-inbox",
            LogBox::Outbox => "ui-box-outbox",
            LogBox::Decisions => "ui-box-decisions",
            LogBox::Aid => "ui-box-aid",
            LogBox::All => "ui-box-all",
        };
        let is_open = one == focus.shown;
        let mut text = c.words.msg(key);
        if is_open || all_counted {
            let count = view.log.entries.iter().filter(|e| one.holds(e)).count();
            text = format!("{text} {count}");
        }
        let (tone, text) = if is_open {
            (Tone::Strong, format!("[{text}]"))
        } else {
            (Tone::Still, format!(" {text} "))
        };
        spans.push(c.ink(tone, text));
    }
    spans
}

fn list(
    c: &mut Canvas<'_>,
    view: &SeatView,
    focus: &LogFocus,
    entries: &[LogRow<'_>],
    for_entry: usize,
) {
    let rows = c.rows_left().saturating_sub(for_entry + 1).max(1);
    let rows = rows.min(entries.len());
    let selected = focus.row(entries);
    let first = first_shown(selected, entries.len(), rows);
    let shown: Vec<&LogRow<'_>> = entries.iter().skip(first).take(rows).collect();
    let people: Vec<String> = shown.iter().map(|row| who(c, view, row)).collect();
    // A name is written whole; the text stands in full below.
    let name = people.iter().map(|who| width(who)).max();
    let name = name.unwrap_or(0).clamp(8, (c.width() / 3).max(30));
    let channels: Vec<String> = shown
        .iter()
        .map(|row| match row.more[..] {
            [] => channel(c, row.entry),
            _ => String::new(),
        })
        .collect();
    // On a small page the channel stands below, with the entry in full.
    let by = channels.iter().map(|by| width(by)).max();
    let by = by.filter(|_| c.width() >= 100).unwrap_or(0);
    let now = &view.public.clock.now;
    for (at, row) in shown.iter().enumerate() {
        let entry = row.entry;
        let state = focus.state_of(row);
        let (sign, tone) = sign(entry, state);
        let said = c.words.say(&text_of(row));
        let stands = state.map_or_else(String::new, |state| c.words.msg(state_key(state)));
        let stands_cells = 8;
        let used = 3 + 11 + 1 + name + 1 + by + usize::from(by > 0) + 1 + stands_cells;
        let text_cells = c.width().saturating_sub(used);
        let text_tone = match state {
            Some(EntryState::Open | EntryState::New) => Tone::Strong,
            _ => Tone::Plain,
        };
        let state_tone = match state {
            Some(EntryState::Open) => Tone::Warn,
            Some(EntryState::New) => Tone::Help,
            _ => Tone::Still,
        };
        let mut spans = vec![
            c.ink(tone, format!(" {sign} ")),
            c.cell(Tone::Still, &c.words.near(&entry.at, now), 11),
            Span::raw(" "),
            c.cell(Tone::Plain, &people[at], name),
            Span::raw(" "),
        ];
        if by > 0 {
            spans.push(c.cell(Tone::Still, &channels[at], by + 1));
        }
        spans.push(c.ink(text_tone, fit(&said, text_cells)));
        spans.push(Span::raw(" "));
        spans.push(c.ink(state_tone, stands));
        c.row(spans, first + at == selected, Some(Hit::Row(first + at)));
    }
}

const fn state_key(state: EntryState) -> &'static str {
    match state {
        EntryState::Open => "ui-entry-open",
        EntryState::New => "ui-entry-new",
        EntryState::Read => "ui-entry-read",
        EntryState::Done => "ui-entry-done",
    }
}

const fn sign(entry: &LogEntry, state: Option<EntryState>) -> (&'static str, Tone) {
    match entry.kind {
        _ if entry.alarm || matches!(state, Some(EntryState::Open)) => ("!", Tone::Bad),
        LogKind::Message => ("·", Tone::Plain),
        LogKind::Decision => ("►", Tone::Strong),
        LogKind::Observation => ("○", Tone::Still),
        LogKind::Aid => ("♦", Tone::Help),
    }
}

/// What a line says: of many, how many they are and which is the newest.
fn text_of(row: &LogRow<'_>) -> Text {
    let many = row.entry.many().filter(|_| !row.more.is_empty());
    let Some(many) = many else {
        return row.entry.text.clone();
    };
    let newest = row.entry.one_of_many();
    Text::new(many)
        .count("count", count_of(row))
        .text("newest", newest.unwrap_or_else(|| row.entry.text.clone()))
}

fn count_of(row: &LogRow<'_>) -> i64 {
    i64::try_from(row.more.len() + 1).unwrap_or(i64::MAX)
}

/// From whom, or to whom.
fn who(c: &Canvas<'_>, view: &SeatView, row: &LogRow<'_>) -> String {
    let entry = row.entry;
    if entry.from.is_some() && !row.more.is_empty() {
        // Who tells a provider are those it serves.
        let key = if view.town_hall.customers.is_empty() {
            "ui-log-from-many"
        } else {
            "ui-log-from-customers"
        };
        return c.words.say(&Text::new(key).count("count", count_of(row)));
    }
    match (&entry.from, &entry.to) {
        (Some(from), _) => c.words.say(from),
        (None, Some(to)) => format!("→ {}", c.words.say(to)),
        (None, None) if entry.by_deputy => c.words.msg("ui-log-deputy"),
        (None, None) => c.words.msg("ui-log-self"),
    }
}

fn channel(c: &Canvas<'_>, entry: &LogEntry) -> String {
    match entry.channel {
        Some(channel) => c.words.of("channel", channel.id()),
        None => String::new(),
    }
}

fn heading(c: &Canvas<'_>, view: &SeatView, row: &LogRow<'_>) -> String {
    let entry = row.entry;
    let kind = match entry.kind {
        LogKind::Message => "ui-log-message",
        LogKind::Decision => "ui-log-decision",
        LogKind::Observation => "ui-log-observation",
        LogKind::Aid => "ui-log-aid",
    };
    let us = || view.seat.name.clone();
    let route = match (&entry.from, &entry.to) {
        (Some(_), _) => Some((who(c, view, row), us())),
        (None, Some(to)) => Some((us(), c.words.say(to))),
        (None, None) => None,
    };
    let route = match route {
        Some((from, to)) => {
            let text = Text::new("ui-log-route").name("from", from).name("to", to);
            c.words.say(&text)
        }
        None => c.words.msg("ui-log-self"),
    };
    let mut parts = vec![c.words.moment(&entry.at), c.words.msg(kind), route];
    if entry.channel.is_some() && row.more.is_empty() {
        parts.push(channel(c, entry));
    }
    parts.push(c.words.msg("ui-exercise"));
    let whole = parts.join(" · ");
    if width(&whole) < c.width() {
        return whole;
    }
    // What kind of entry it is, its sign says too: a long name is written whole.
    parts.remove(1);
    parts.join(" · ")
}

/// Of many in one line: how they open, and who or what they are about, newest first.
fn many_in_full(c: &Canvas<'_>, view: &SeatView, row: &LogRow<'_>) -> Vec<(Tone, String)> {
    let cells = c.width().saturating_sub(2);
    let opens = Text::new("ui-log-many-open").count("count", count_of(row));
    let now = &view.public.clock.now;
    let each = row.all().filter_map(|(_, entry)| {
        let which = c.words.say(&entry.one_of_many()?);
        Some(format!("{} {which}", c.words.near(&entry.at, now)))
    });
    let each: Vec<String> = each.collect();
    let mut lines = vec![(Tone::Help, c.words.say(&opens))];
    let pieces = wrap(&each.join(" · "), cells).into_iter();
    lines.extend(pieces.map(|piece| (Tone::Plain, piece)));
    lines
}

fn full_text(c: &Canvas<'_>, view: &SeatView, row: &LogRow<'_>) -> Vec<(Tone, String)> {
    if !row.more.is_empty() {
        return many_in_full(c, view, row);
    }
    let entry = row.entry;
    let cells = c.width().saturating_sub(2);
    let mut lines: Vec<(Tone, String)> = Vec::new();
    let mut say = |tone, text: &str| {
        lines.extend(wrap(text, cells).into_iter().map(|piece| (tone, piece)));
    };
    say(Tone::Plain, &c.words.say(&entry.text));
    if let Some((_, count)) = row.of_many {
        let count = i64::try_from(count).unwrap_or(i64::MAX);
        let closes = Text::new("ui-log-many-close").count("count", count);
        say(Tone::Help, &c.words.say(&closes));
    }
    if let Some(reason) = entry.reason.as_ref().filter(|reason| !reason.is_empty()) {
        let text = Text::new("ui-log-reason").name("reason", reason.clone());
        say(Tone::Plain, &c.words.say(&text));
    }
    let reply = entry
        .inject
        .as_ref()
        .and_then(|inject| inject.reply.clone());
    if let Some(reply) = reply {
        let text = Text::new("ui-log-reply").name("reply", reply);
        say(Tone::Plain, &c.words.say(&text));
    }
    if entry.inject.as_ref().is_some_and(|of| !of.acknowledged) {
        say(Tone::Still, &c.words.msg("ui-log-to-note"));
    }
    match entry.asks {
        Some(Asks::Decision(id)) => {
            if let Some(paper) = view.decisions.iter().find(|paper| paper.id == id) {
                let now = &view.public.clock.now;
                let due = super::super::frame::deadline_words(c.words, &paper.due, now);
                let text = Text::new("ui-log-asks-decision")
                    .text("question", paper.question.clone())
                    .name("due", due);
                say(Tone::Warn, &c.words.say(&text));
            }
        }
        Some(Asks::Answer(_)) => say(Tone::Warn, &c.words.msg("ui-log-asks-answer")),
        Some(Asks::Reply) => {
            let due = entry.inject.as_ref().and_then(|inject| inject.due.as_ref());
            let text = match due {
                Some(due) => {
                    let now = &view.public.clock.now;
                    let due = super::super::frame::deadline_words(c.words, due, now);
                    Text::new("ui-log-asks-reply").name("due", due)
                }
                None => Text::new("ui-log-asks-note"),
            };
            say(Tone::Warn, &c.words.say(&text));
        }
        Some(Asks::Done) => say(Tone::Good, &c.words.msg("ui-log-asks-done")),
        None => {}
    }
    lines
}
