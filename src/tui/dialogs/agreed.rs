//! With whom a decision or an answer was agreed before it was taken.

use ratatui::text::Span;

use super::super::canvas::Canvas;
use super::super::seat::around;
use super::super::theme::Tone;
use crate::view::SeatView;
use crate::vocab::{AdministrationId, Arg, TABLE_TALK_MINUTES, Text};
use crate::words::Words;

/// Seats one can agree with, and those one did.
#[derive(Debug, Clone)]
pub struct Agreed {
    /// The other seats, with whether it was agreed with them.
    partners: Vec<(AdministrationId, String, bool)>,
    /// The one that is shown.
    at: usize,
    /// Whether it was talked over at the table, which takes time and is an act of its own.
    pub at_table: bool,
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
            at_table: false,
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

    /// Returns the seat that is shown with its mark.
    pub fn shown(&self) -> String {
        let shown = self.partners.get(self.at);
        shown.map_or_else(String::new, |(_, name, marked)| {
            let mark = if *marked { "x" } else { " " };
            format!("[{mark}] {name} ◄►")
        })
    }

    /// Returns how marks are made, and all that are marked.
    pub fn so_far(&self, words: &Words) -> String {
        words.say(&Text::new("ui-agreed-all").name("names", self.names(words)))
    }

    fn names(&self, words: &Words) -> String {
        let names = self.partners.iter().filter(|(.., marked)| *marked);
        let names: Vec<&str> = names.map(|(_, name, _)| name.as_str()).collect();
        if names.is_empty() {
            words.msg("ui-agreed-nobody")
        } else {
            names.join(", ")
        }
    }

    /// Returns the field: the seat that is shown and its mark, then all that are marked.
    pub fn spans(&self, c: &Canvas<'_>, focus: bool) -> Vec<Span<'static>> {
        if !focus || self.partners.is_empty() {
            return vec![c.ink(Tone::Plain, format!("[{}]", self.names(c.words)))];
        }
        vec![
            c.strong(format!("{}  ", self.shown())),
            c.still(self.so_far(c.words)),
        ]
    }

    /// Returns with whom it was talked over at the table; `None` if it was not, or with nobody named yet.
    pub fn talk(&self) -> Option<Vec<AdministrationId>> {
        let with = self.with();
        (self.at_table && !with.is_empty()).then_some(with)
    }

    /// Whether it was talked over, but with whom is missing.
    pub fn lacks_partner(&self) -> bool {
        self.at_table && self.with().is_empty()
    }
}

/// Returns the box that says whether something was talked over at the table, and what that costs.
pub fn at_table(c: &Canvas<'_>, marked: bool) -> Vec<Span<'static>> {
    let words = c.words;
    let mark = if marked { "x" } else { " " };
    let costs = Text::new("ui-talk-costs").with("minutes", Arg::Minutes(TABLE_TALK_MINUTES));
    vec![
        c.still(format!("{} ", words.msg("ui-talk-box"))),
        c.strong(format!("[{mark}] ")),
        c.still(words.say(&costs)),
    ]
}
