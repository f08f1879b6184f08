//! With whom a decision or an answer was agreed before it was taken.

use ratatui::text::Span;

use super::super::canvas::Canvas;
use super::super::seat::around;
use super::super::theme::Tone;
use crate::view::SeatView;
use crate::vocab::{AdministrationId, Text};

/// Seats one can agree with, and those one did.
#[derive(Debug, Clone)]
pub struct Agreed {
    /// The other seats, with whether it was agreed with them.
    partners: Vec<(AdministrationId, String, bool)>,
    /// The one that is shown.
    at: usize,
}

impl Agreed {
    pub fn new(view: &SeatView) -> Self {
        let others = view.public.seats.iter();
        Self {
            partners: others
                .filter(|seat| seat.id != view.seat.id)
                .map(|seat| (seat.id, seat.name.clone(), false))
                .collect(),
            at: 0,
        }
    }

    /// Shows another seat.
    pub fn shift(&mut self, by: isize) {
        self.at = around(self.at, by, self.partners.len());
    }

    /// Marks the seat that is shown, or takes the mark away.
    pub fn mark(&mut self) {
        if let Some((.., marked)) = self.partners.get_mut(self.at) {
            *marked = !*marked;
        }
    }

    /// With whom it was agreed.
    pub fn with(&self) -> Vec<AdministrationId> {
        let partners = self.partners.iter();
        let marked = partners.filter(|(.., marked)| *marked);
        marked.map(|(id, ..)| *id).collect()
    }

    /// Returns the field: the seat that is shown and its mark, then all that are marked.
    pub fn spans(&self, c: &Canvas<'_>, focus: bool) -> Vec<Span<'static>> {
        let words = c.words;
        let names = self.partners.iter().filter(|(.., marked)| *marked);
        let names: Vec<&str> = names.map(|(_, name, _)| name.as_str()).collect();
        let all = if names.is_empty() {
            words.msg("ui-agreed-nobody")
        } else {
            names.join(", ")
        };
        let Some((_, name, marked)) = self.partners.get(self.at).filter(|_| focus) else {
            return vec![c.ink(Tone::Plain, format!("[{all}]"))];
        };
        let mark = if *marked { "x" } else { " " };
        let text = Text::new("ui-agreed-all").name("names", all);
        vec![
            c.strong(format!("[{mark}] {name} ◄►  ")),
            c.still(words.say(&text)),
        ]
    }
}
