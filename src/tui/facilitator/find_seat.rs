//! Key /: which of many seats the facilitator looks at. The digits reach the first seven.

use super::super::canvas::{Canvas, Hit, first_shown};
use super::super::field::Field;
use super::super::frame::footer_line;
use super::super::fuzzy::best_first;
use super::super::keymap::{Context, Intent};
use super::super::seat::{moved, rows_moved};
use super::super::theme::Tone;
use super::{Facilitator, LeadDialog};
use crate::view::{FacilitatorView, Holder};

/// What is typed of the seat's name, and which of those that fit is chosen.
#[derive(Debug, Default)]
pub(in crate::tui) struct FindSeat {
    pub(super) typed: Field,
    pub(super) chosen: usize,
}

impl FindSeat {
    /// Returns the positions of the seats that fit, the best first.
    fn finds(&self, view: &FacilitatorView) -> Vec<usize> {
        let seats = view.seats.iter().enumerate();
        let named = seats.map(|(at, row)| (at, row.seat.name.clone()));
        let found = best_first(self.typed.text(), named);
        found.into_iter().map(|(at, _)| at).collect()
    }

    /// Draws the seats over the page.
    pub(super) fn draw(&self, page: &mut Canvas<'_>, view: &FacilitatorView) {
        let words = page.words;
        let size = (60.min(page.area.width), 20.min(page.area.height));
        let mut inside = page.framed(size, &words.msg("ui-find-seat-title"), "");
        let c = &mut inside;
        let field = self.typed.shown(c.width().saturating_sub(2), true);
        c.line(vec![c.strong("/ "), c.ink(Tone::Help, field)]);
        c.rule();
        let found = self.finds(view);
        if found.is_empty() {
            c.line(c.still(words.msg("ui-search-nothing")));
        }
        let room = c.rows_left().saturating_sub(1);
        let first = first_shown(self.chosen, found.len(), room);
        for (nth, at) in found.iter().enumerate().skip(first).take(room) {
            let Some(row) = view.seats.get(*at) else {
                continue;
            };
            let (tone, sign) = match row.holder {
                Holder::Person => (Tone::Good, "●"),
                Holder::StandsIn(_) => (Tone::Help, "►"),
                Holder::Control => (Tone::Still, "○"),
            };
            c.row(
                vec![
                    c.cell(Tone::Still, &(at + 1).to_string(), 4),
                    c.ink(tone, format!("{sign} ")),
                    c.ink(Tone::Plain, row.seat.name.clone()),
                ],
                nth == self.chosen,
                Some(Hit::Row(nth)),
            );
        }
        while c.rows_left() > 1 {
            c.gap();
        }
        let footer = footer_line(c, &[Context::FindSeat], |_| true);
        c.line(footer);
    }
}

impl Facilitator {
    pub(super) fn in_find_seat(&mut self, intent: Intent) {
        let Some(LeadDialog::FindSeat(form)) = &mut self.dialog else {
            return;
        };
        let found = form.finds(&self.view);
        match (intent, rows_moved(intent)) {
            (_, Some(by)) => form.chosen = moved(form.chosen, by, found.len()),
            (Intent::Accept, _) => {
                if let Some(at) = found.get(form.chosen).copied() {
                    self.dialog = None;
                    self.look_at(at);
                }
            }
            _ => self.dialog = None,
        }
    }
}
