//! Wiederanlauf: the own work in its order, and what moving a piece up would change.

use ratatui::layout::Rect;
use ratatui::text::Span;

use super::super::canvas::{Canvas, Hit, first_shown};
use super::super::text::{width, wrap};
use super::super::theme::Tone;
use crate::view::{Bottleneck, FatigueAhead, SeatView, WorkRow, WorkView};
use crate::vocab::{Arg, Text};
use crate::words::Words;

/// Lines below the table: the preview of a move.
const PREVIEW: usize = 4;
/// Lines at the end: what holds up most, how tired people are, and how that goes on where it changes.
fn ends_of(work: &WorkView) -> usize {
    let ahead = work.fatigue.and_then(|fatigue| fatigue.ahead);
    2 + usize::from(ahead.is_some())
}

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
    let movable = rows.iter().filter(|row| row.order.is_some()).count();
    let order = if movable > 1 {
        "ui-work-order"
    } else {
        "ui-work-order-fixed"
    };
    c.both_ends(
        vec![c.strong(format!(" {}", words.msg(order)))],
        vec![c.still(format!("{} ", words.say(&people)))],
    );
    let longest = rows.iter().map(|row| width(&words.say(&row.name))).max();
    let widths = widths(c.width(), longest.unwrap_or(0));
    head(c, widths);
    let preview = if c.rows_left() >= 24 {
        PREVIEW + 4
    } else {
        PREVIEW
    };
    let ends_at = ends_of(&view.work);
    let selected = selected.min(rows.len() - 1);
    // Without a column of its own, what holds up the selected step has a line of its own.
    let below = match widths[3] {
        0 => holding_up(words, &rows[selected], true),
        _ => None,
    };
    let room = c
        .rows_left()
        .saturating_sub(preview + ends_at + 1 + usize::from(below.is_some()))
        .max(1);
    let first = first_shown(selected, rows.len(), room);
    for (at, row) in rows.iter().enumerate().skip(first).take(room) {
        let cells = cells(c, view, row, at, widths);
        c.row(cells, at == selected, Some(Hit::Row(at)));
        if at == selected
            && let Some(said) = &below
        {
            c.line(c.still(format!("        {said}")));
        }
    }
    while c.rows_left() > preview + ends_at + 1 {
        c.gap();
    }
    c.rule();
    let above = selected.checked_sub(1).map(|at| &rows[at]);
    let rest = c.rest();
    let upper = Rect {
        height: rest.height.saturating_sub(ends_at as u16),
        ..rest
    };
    preview_of(
        &mut c.part(upper),
        &rows[selected],
        above.filter(|row| row.order.is_some()),
    );
    let lower = Rect {
        y: upper.bottom(),
        height: rest.height - upper.height,
        ..rest
    };
    ends(&mut c.part(lower), view);
}

/// What holds up most, and how tired people are.
fn ends(c: &mut Canvas<'_>, view: &SeatView) {
    let (words, work) = (c.words, &view.work);
    let (tone, said) = match &work.bottleneck {
        None => (Tone::Still, Text::new("ui-work-no-bottleneck")),
        Some(Bottleneck::People { short, skill }) => {
            let skill = Text::new(format!("skill-{}", skill.id()));
            let text = Text::new("ui-work-bottleneck-people").count("short", *short);
            (Tone::Warn, text.text("skill", skill))
        }
        Some(Bottleneck::Waiting { what, steps }) => {
            let text = Text::new("ui-work-bottleneck-waiting").count("steps", *steps);
            (Tone::Warn, text.text("what", what.clone()))
        }
    };
    c.line(c.ink(tone, format!(" {}", words.say(&said))));
    let Some(fatigue) = work.fatigue else { return };
    let (tone, key) = match &fatigue.ahead {
        _ if fatigue.strength_of_100 < 100 => (Tone::Warn, "ui-work-tired"),
        Some(_) => (Tone::Still, "ui-work-not-tired"),
        None => (Tone::Still, "ui-work-never-tired"),
    };
    let text = Text::new(key)
        .with("hours", Arg::Minutes(fatigue.minutes_a_day))
        .with("begins", Arg::Minutes(fatigue.begins_at))
        .count("strength", i64::from(fatigue.strength_of_100));
    c.line(c.ink(tone, format!(" {}", words.say(&text))));
    if let Some(ahead) = &fatigue.ahead {
        let said = words.say(&ahead_words(words, ahead));
        c.line(c.ink(Tone::Warn, format!(" {said}")));
    }
}

/// From when strength sinks, how far, and when it is whole again.
fn ahead_words(words: &Words, ahead: &FatigueAhead) -> Text {
    let again = match &ahead.whole_again {
        Some(day) => words.date(day),
        None => words.msg("ui-work-not-in-sight"),
    };
    let text = match (&ahead.sinks, &ahead.least) {
        (Some(from), Some((at, strength))) if from == at => Text::new("ui-work-tires-once")
            .name("at", words.date(at))
            .count("strength", i64::from(*strength)),
        (Some(from), Some((at, strength))) => Text::new("ui-work-tires")
            .name("from", words.date(from))
            .name("at", words.date(at))
            .count("strength", i64::from(*strength)),
        (None, Some((at, strength))) => Text::new("ui-work-tires-on")
            .name("at", words.date(at))
            .count("strength", i64::from(*strength)),
        (_, None) => Text::new("ui-work-rests"),
    };
    text.name("again", again)
}

/// Widths: name, done, ready, waits. Names are written whole; a narrow page has no room for the last.
fn widths(width: usize, longest: usize) -> [usize; 4] {
    let cells = width.saturating_sub(6);
    if width >= 110 {
        let (done, ready) = (12, 20);
        let name = (longest + 1).clamp(24, 48);
        return [name, done, ready, cells - name - done - ready];
    }
    let (done, least_ready) = (11, 17);
    let name = (longest + 1).clamp(24, cells.saturating_sub(done + least_ready));
    [name, done, cells.saturating_sub(name + done), 0]
}

fn head(c: &mut Canvas<'_>, [name, done, ready, waits]: [usize; 4]) {
    let words = c.words;
    c.line(vec![
        Span::raw("      "),
        c.cell(Tone::Still, &words.msg("ui-col-step"), name),
        c.cell(Tone::Still, &words.msg("ui-col-done"), done),
        c.cell(Tone::Still, &words.msg("ui-col-ready"), ready),
        c.cell(Tone::Still, &words.msg("ui-col-waits"), waits),
    ]);
}

/// Returns the sign of a step: done, worked on, or not.
pub const fn sign(row: &WorkRow) -> (&'static str, Tone) {
    if row.is_done {
        ("√", Tone::Good)
    } else if row.people > 0 {
        ("►", Tone::Help)
    } else {
        ("·", Tone::Still)
    }
}

/// Returns what a step waits for, or how many work on it; `alone` without a heading above it.
pub fn holding_up(words: &Words, row: &WorkRow, alone: bool) -> Option<String> {
    match &row.waits_for {
        Some(what) if alone => {
            Some(words.say(&Text::new("ui-step-waits").text("what", what.clone())))
        }
        Some(what) => Some(words.say(what)),
        None if row.serves.is_some() => row.serves.as_ref().map(|serves| words.say(serves)),
        None if row.people > 0 => {
            Some(words.say(&Text::new("ui-step-people").count("count", row.people)))
        }
        None => None,
    }
}

fn cells(
    c: &Canvas<'_>,
    view: &SeatView,
    row: &WorkRow,
    at: usize,
    [name, done, ready, waits]: [usize; 4],
) -> Vec<Span<'static>> {
    let words = c.words;
    let (sign, tone) = sign(row);
    let share = match row.done_of_100 {
        _ if row.is_done => words.msg("ui-step-done"),
        0 if waits == 0 && row.waits_for.is_some() => words.msg("ui-step-waiting"),
        0 if row.people == 0 => "–".to_owned(),
        n => words.say(&Text::new("ui-of-100").count("level", i64::from(n))),
    };
    let when = match &row.ready {
        _ if row.is_done => String::new(),
        Some(span) => words.span(span, &view.public.clock.now),
        None => "?".to_owned(),
    };
    let waits_for = holding_up(words, row, false).unwrap_or_default();
    vec![
        c.still(format!("{:>3} ", at + 1)),
        c.ink(tone, format!("{sign} ")),
        c.cell(Tone::Plain, &words.say(&row.name), name),
        c.cell(Tone::Plain, &share, done),
        c.cell(Tone::Plain, &when, ready),
        c.cell(Tone::Still, &waits_for, waits),
    ]
}

/// Below the table: why the selected step has no date, if it has none, and what moving it up would change.
fn preview_of(c: &mut Canvas<'_>, row: &WorkRow, above: Option<&WorkRow>) {
    let words = c.words;
    if let Some(why) = &row.unforeseen {
        let text = Text::new("ui-work-unforeseen").text("why", why.clone());
        for piece in wrap(&words.say(&text), c.width().saturating_sub(1)) {
            c.line(c.ink(Tone::Warn, format!(" {piece}")));
        }
    }
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
    for piece in wrap(&words.say(&text), c.width().saturating_sub(1)) {
        c.line(c.strong(format!(" {piece}")));
    }
    if row.if_moved_up.is_empty() {
        c.line(c.still(format!("   {}", words.msg("ui-work-no-change"))));
    }
    let room = c.rows_left();
    let longest = row
        .if_moved_up
        .iter()
        .map(|shift| width(&words.say(&shift.name)));
    let name = longest.max().unwrap_or(0).clamp(24, 44);
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
            c.cell(Tone::Plain, &words.say(&shift.name), name),
            Span::raw(" "),
            c.ink(tone, said),
        ]);
    }
}
