//! Wiederanlauf: the own work in its order, and what moving a piece up would change.

use ratatui::text::Span;

use super::super::canvas::{Canvas, Hit, first_shown};
use super::super::theme::Tone;
use crate::view::{SeatView, WorkRow};
use crate::vocab::{Arg, Text};

/// Lines below the table: the preview of a move.
const PREVIEW: usize = 5;

/// Draws the screen.
pub fn draw(c: &mut Canvas<'_>, view: &SeatView, selected: usize) {
    let words = c.words;
    let rows = &view.work.rows;
    if rows.is_empty() {
        c.line(c.still(format!(" {}", words.msg("ui-why-no-recovery"))));
        return;
    }
    let staff = &view.town_hall.staff;
    let people = Text::new("ui-work-people")
        .count("own", staff.own)
        .count("helpers", staff.helpers)
        .count("lent", staff.lent);
    c.both_ends(
        vec![c.strong(format!(" {}", words.msg("ui-work-order")))],
        vec![c.still(format!("{} ", words.say(&people)))],
    );
    let widths = widths(c.width());
    head(c, widths);
    let preview = if c.rows_left() >= 24 {
        PREVIEW + 4
    } else {
        PREVIEW
    };
    let room = c.rows_left().saturating_sub(preview + 1).max(1);
    let selected = selected.min(rows.len() - 1);
    let first = first_shown(selected, rows.len(), room);
    for (at, row) in rows.iter().enumerate().skip(first).take(room) {
        let cells = cells(c, view, row, at, widths);
        c.row(cells, at == selected, Some(Hit::Row(at)));
    }
    while c.rows_left() > preview + 1 {
        c.gap();
    }
    c.rule();
    let above = selected.checked_sub(1).map(|at| &rows[at]);
    preview_of(c, &rows[selected], above.filter(|row| row.order.is_some()));
}

/// Widths: name, done, ready, waits.
const fn widths(width: usize) -> [usize; 4] {
    let wide = width >= 110;
    let done = 12;
    let ready = 20;
    let name = if wide { 38 } else { 24 };
    [name, done, ready, width - 7 - name - done - ready]
}

fn head(c: &mut Canvas<'_>, [name, done, ready, _]: [usize; 4]) {
    let words = c.words;
    c.line(vec![
        Span::raw("      "),
        c.cell(Tone::Still, &words.msg("ui-col-step"), name),
        c.cell(Tone::Still, &words.msg("ui-col-done"), done),
        c.cell(Tone::Still, &words.msg("ui-col-ready"), ready),
        c.still(words.msg("ui-col-waits")),
    ]);
}

fn cells(
    c: &Canvas<'_>,
    view: &SeatView,
    row: &WorkRow,
    at: usize,
    [name, done, ready, waits]: [usize; 4],
) -> Vec<Span<'static>> {
    let words = c.words;
    let (sign, tone) = if row.is_done {
        ("√", Tone::Good)
    } else if row.people > 0 {
        ("►", Tone::Help)
    } else {
        ("·", Tone::Still)
    };
    let share = match row.done_of_100 {
        _ if row.is_done => words.msg("ui-step-done"),
        0 => "–".to_owned(),
        n => words.say(&Text::new("ui-of-100").count("level", i64::from(n))),
    };
    let when = match &row.ready {
        _ if row.is_done => String::new(),
        Some(span) => words.span(span, &view.public.clock.now),
        None => "?".to_owned(),
    };
    let waits_for = match &row.waits_for {
        Some(text) => words.say(text),
        None if row.people > 0 => {
            words.say(&Text::new("ui-step-people").count("count", row.people))
        }
        None => String::new(),
    };
    vec![
        c.still(format!("{:>3} ", at + 1)),
        c.ink(tone, format!("{sign} ")),
        c.cell(Tone::Plain, &words.say(&row.name), name),
        c.cell(Tone::Plain, &share, done),
        c.cell(Tone::Plain, &when, ready),
        c.cell(Tone::Still, &waits_for, waits),
    ]
}

fn preview_of(c: &mut Canvas<'_>, row: &WorkRow, above: Option<&WorkRow>) {
    let words = c.words;
    let (Some(_), Some(above)) = (row.order, above) else {
        let key = match row.order {
            Some(_) => "ui-work-is-first",
            None => "ui-work-fixed",
        };
        c.line(c.still(format!(" {}", words.msg(key))));
        return;
    };
    let text = Text::new("ui-work-if-moved")
        .text("this", row.name.clone())
        .text("other", above.name.clone());
    c.line(c.strong(format!(" {}", words.say(&text))));
    if row.if_moved_up.is_empty() {
        c.line(c.still(format!("   {}", words.msg("ui-work-no-change"))));
    }
    let room = c.rows_left();
    for shift in row.if_moved_up.iter().take(room) {
        let (key, tone) = if shift.earlier {
            ("ui-work-earlier", Tone::Good)
        } else {
            ("ui-work-later", Tone::Warn)
        };
        let (from, to) = shift.minutes;
        let least = words.duration(from);
        let most = words.duration(to);
        let by = if least == most {
            most
        } else {
            let span = Text::new("ui-work-span")
                .with("from", Arg::Minutes(from))
                .with("to", Arg::Minutes(to));
            words.say(&span)
        };
        let said = words.say(&Text::new(key).name("by", by));
        c.line(vec![
            Span::raw("   "),
            c.cell(Tone::Plain, &words.say(&shift.name), 36),
            Span::raw(" "),
            c.ink(tone, said),
        ]);
    }
}
