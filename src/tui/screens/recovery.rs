//! The steps of the own recovery.

use ratatui::text::{Line, Span};

use super::super::canvas::Canvas;
use super::super::text::width;
use super::super::theme::Tone;
use crate::view::{RecoveryRow, SeatView};
use crate::vocab::Text;

/// Returns the steps, one or two lines each.
pub fn lines(c: &Canvas<'_>, view: &SeatView, cells: usize) -> Vec<Line<'static>> {
    let steps = &view.town_hall.recovery;
    if steps.is_empty() {
        return vec![Line::from(c.still(c.words.msg("ui-why-no-recovery")))];
    }
    let done_wide = 11;
    let waits_wide = if cells >= 90 { cells * 3 / 10 } else { 0 };
    let ready_wide = if waits_wide > 0 { 19 } else { 18 };
    let name_wide = cells.saturating_sub(2 + done_wide + ready_wide + waits_wide + 2);
    let mut head = vec![
        Span::raw("  "),
        c.cell(Tone::Still, &c.words.msg("ui-col-step"), name_wide),
        Span::raw(" "),
        c.cell(Tone::Still, &c.words.msg("ui-col-done"), done_wide),
        c.cell(Tone::Still, &c.words.msg("ui-col-ready"), ready_wide),
    ];
    if waits_wide > 0 {
        head.push(c.still(c.words.msg("ui-col-waits")));
    }
    let mut lines = vec![Line::from(head)];
    for step in steps {
        let name = c.words.say(&step.name);
        let (sign, tone) = sign(step);
        let sign = c.ink(tone, format!("{sign} "));
        let widths = [name_wide, done_wide, ready_wide, waits_wide];
        // A name that is too long for its column has a line of its own.
        if width(&name) > name_wide {
            lines.push(Line::from(vec![sign, c.ink(Tone::Plain, name)]));
            lines.push(step_line(c, view, step, (Span::raw("  "), ""), widths));
        } else {
            lines.push(step_line(c, view, step, (sign, &name), widths));
        }
        // Without a column of its own, what a step waits for has a line of its own.
        if waits_wide == 0
            && let Some(waits) = &step.waits_for
        {
            let text = Text::new("ui-step-waits").text("what", waits.clone());
            lines.push(Line::from(c.still(format!("    {}", c.words.say(&text)))));
        }
    }
    lines
}

const fn sign(step: &RecoveryRow) -> (&'static str, Tone) {
    if step.done_of_100 >= 100 {
        ("√", Tone::Good)
    } else if step.people > 0 {
        ("►", Tone::Help)
    } else {
        ("·", Tone::Still)
    }
}

fn step_line(
    c: &Canvas<'_>,
    view: &SeatView,
    step: &RecoveryRow,
    (sign, name): (Span<'static>, &str),
    [name_wide, done_wide, ready_wide, waits_wide]: [usize; 4],
) -> Line<'static> {
    let words = c.words;
    let done = match step.done_of_100 {
        100.. => words.msg("ui-step-done"),
        0 if step.people == 0 => "–".to_owned(),
        n => words.say(&Text::new("ui-of-100").count("level", i64::from(n))),
    };
    let ready = step.ready.as_ref().map_or_else(
        || {
            if step.done_of_100 >= 100 {
                String::new()
            } else {
                "?".to_owned()
            }
        },
        |span| words.span(span, &view.public.clock.now),
    );
    let waits = match &step.waits_for {
        Some(text) => words.say(text),
        None if step.people > 0 => {
            words.say(&Text::new("ui-step-people").count("count", step.people))
        }
        None => String::new(),
    };
    Line::from(vec![
        sign,
        c.cell(Tone::Plain, name, name_wide),
        Span::raw(" "),
        c.cell(Tone::Plain, &done, done_wide),
        c.cell(Tone::Plain, &ready, ready_wide),
        c.cell(
            Tone::Still,
            if waits_wide > 0 { &waits } else { "" },
            waits_wide,
        ),
    ])
}
