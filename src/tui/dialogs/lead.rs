//! The facilitator's dialogs: who decides what is entered, a leap, and going back.

use ratatui::text::Span;

use super::super::canvas::{Canvas, Hit, first_shown};
use super::super::facilitator::{EntryForm, LeapForm, RewindForm};
use super::super::frame::footer_line;
use super::super::keymap::Context;
use super::super::theme::Tone;
use crate::view::FacilitatorView;
use crate::vocab::{Arg, Text};

/// Draws who decides what is entered for a seat.
pub fn draw_entry(page: &mut Canvas<'_>, form: &EntryForm, seat: &str) {
    let title = page
        .words
        .say(&Text::new("ui-entry-title").name("seat", seat));
    let mut inside = page.framed((70, 11), &title, "");
    let c = &mut inside;
    let words = c.words;
    c.gap();
    let decider = words.msg(&format!("decider-{}", form.decider().id()));
    c.row(
        vec![
            c.cell(Tone::Plain, &words.msg("ui-entry-decider"), 18),
            c.strong(format!("[{decider} ◄►]")),
        ],
        !form.in_name,
        None,
    );
    let name = form.name.shown(36, form.in_name);
    c.row(
        vec![
            c.cell(Tone::Plain, &words.msg("ui-entry-name"), 18),
            c.strong(format!("[{name}]")),
        ],
        form.in_name,
        None,
    );
    c.gap();
    c.paragraph(&words.msg("ui-entry-note"), 0, Tone::Still);
    while c.rows_left() > 1 {
        c.gap();
    }
    let footer = footer_line(c, &[Context::Entry], |_| true);
    c.line(footer);
}

/// Draws where to leap, and who stands in meanwhile.
pub fn draw_leap(page: &mut Canvas<'_>, form: &LeapForm, view: &FacilitatorView) {
    let title = page.words.msg("ui-leap-title");
    let tall = form.seats.len() as u16 + 10;
    let mut inside = page.framed((76, tall), &title, "");
    let c = &mut inside;
    let words = c.words;
    c.gap();
    let target = form.targets.get(form.target);
    let to = target.map_or_else(String::new, |(_, text)| words.say(text));
    let when = form.stamp(view).map_or_else(String::new, |stamp| {
        format!("  {}", words.near(&stamp, &view.public.clock.now))
    });
    c.row(
        vec![
            c.cell(Tone::Plain, &words.msg("ui-leap-to"), 24),
            c.strong(format!("[{to} ◄►]")),
            c.still(when),
        ],
        form.field == 0,
        None,
    );
    c.gap();
    c.line(c.still(words.msg("ui-leap-orders")));
    for (at, (_, name, plan)) in form.seats.iter().enumerate() {
        let plan = match form.plans.get(*plan) {
            Some((_, title)) => words.say(title),
            None => words.msg("ui-leap-nobody"),
        };
        c.row(
            vec![
                c.cell(Tone::Plain, name, 24),
                c.strong(format!("[{plan} ◄►]")),
            ],
            form.field == at + 1,
            None,
        );
    }
    c.gap();
    while c.rows_left() > 1 {
        c.gap();
    }
    let footer = footer_line(c, &[Context::Leap], |_| true);
    c.line(footer);
}

/// Draws the decisions one can go back before.
pub fn draw_rewind(page: &mut Canvas<'_>, view: &FacilitatorView, form: RewindForm) {
    let chosen = form.chosen;
    let title = page.words.msg("ui-rewind-title");
    let tall = (view.decided.len() as u16 + 6).min(page.area.height);
    let mut inside = page.framed((78, tall), &title, "");
    let c = &mut inside;
    let words = c.words;
    c.paragraph(&words.msg("ui-rewind-note"), 0, Tone::Still);
    let room = c.rows_left().saturating_sub(2);
    let first = first_shown(chosen, view.decided.len(), room);
    for (at, row) in view.decided.iter().enumerate().skip(first).take(room) {
        let seat = view
            .seats
            .iter()
            .find(|seat| Some(seat.seat.id) == row.seat);
        let name = seat.map_or("–", |seat| seat.seat.name.as_str());
        let when = words.say(&Text::new("ui-rewind-at").with("at", Arg::Moment(row.at)));
        c.row(
            vec![
                Span::raw(if at == chosen { "► " } else { "  " }),
                c.cell(Tone::Plain, &when, 17),
                c.cell(Tone::Strong, name, 20),
                c.ink(
                    Tone::Plain,
                    match form.distance().filter(|_| at == chosen) {
                        Some(distance) => {
                            format!("{}: {}", words.say(&distance), words.say(&row.what))
                        }
                        None => words.say(&row.what),
                    },
                ),
            ],
            at == chosen,
            Some(Hit::Row(at)),
        );
    }
    while c.rows_left() > 1 {
        c.gap();
    }
    let footer = footer_line(c, &[Context::Rewind], |_| true);
    c.line(footer);
}
