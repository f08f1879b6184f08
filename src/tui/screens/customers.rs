//! Rathaus of a provider: its customers, their lines, what they were told and reported.

use ratatui::text::Span;

use super::super::canvas::{Canvas, Hit, first_shown};
use super::super::theme::Tone;
use crate::view::{CustomerRow, SeatView};
use crate::vocab::Text;

/// Draws as many customers as there is room for.
pub fn draw(c: &mut Canvas<'_>, view: &SeatView, selected: usize) {
    let rows = &view.town_hall.customers;
    let name = if c.width() >= 100 { 34 } else { 27 };
    let line = if c.width() >= 100 { 32 } else { 23 };
    let told = 10;
    c.line(vec![
        c.still(format!("    {:>2} ", c.words.msg("ui-col-rank"))),
        c.cell(Tone::Still, &c.words.msg("ui-col-customer"), name),
        Span::raw(" "),
        c.cell(Tone::Still, &c.words.msg("ui-col-line"), line),
        Span::raw(" "),
        c.cell(Tone::Still, &c.words.msg("ui-col-told"), told),
        Span::raw(" "),
        c.still(c.words.msg("ui-col-reports")),
    ]);
    let all_fit = rows.len() <= c.rows_left();
    let room = if all_fit {
        rows.len()
    } else {
        c.rows_left().saturating_sub(1)
    };
    let first = first_shown(selected, rows.len(), room);
    for (at, row) in rows.iter().enumerate().skip(first).take(room) {
        let (sign, tone, state) = line_words(c, view, row);
        let now = &view.public.clock.now;
        let near = |at: &Option<_>| at.as_ref().map(|at| c.words.near(at, now));
        let (reports_tone, reports) = match near(&row.affected) {
            Some(when) => (Tone::Bad, when),
            // Silence is not good news.
            None => (Tone::Still, "?".to_owned()),
        };
        c.row(
            vec![
                c.ink(tone, format!(" {sign} ")),
                c.still(format!("{:>3} ", row.place + 1)),
                c.cell(Tone::Plain, &row.name, name),
                Span::raw(" "),
                c.cell(tone, &state, line),
                Span::raw(" "),
                c.cell(
                    Tone::Plain,
                    &near(&row.told).unwrap_or_else(|| "–".to_owned()),
                    told,
                ),
                Span::raw(" "),
                c.ink(reports_tone, reports),
            ],
            at == selected,
            Some(Hit::Row(at)),
        );
    }
    if !all_fit {
        let more = i64::try_from(rows.len() - room).unwrap_or(i64::MAX);
        let text = Text::new("ui-more").count("count", more);
        c.line(c.still(format!("   {}", c.words.say(&text))));
    }
}

fn line_words(c: &Canvas<'_>, view: &SeatView, row: &CustomerRow) -> (&'static str, Tone, String) {
    match &row.cut {
        None => ("●", Tone::Plain, c.words.msg("ui-line-open")),
        Some((at, by_us)) => {
            let key = if *by_us {
                "ui-line-cut-by-us"
            } else {
                "ui-line-cut-there"
            };
            let when = c.words.near(at, &view.public.clock.now);
            let text = Text::new(key).name("when", when);
            ("○", Tone::Warn, c.words.say(&text))
        }
    }
}
