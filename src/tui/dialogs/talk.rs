//! What seats agreed on at the table.

use super::super::canvas::Canvas;
use super::super::field::Field;
use super::super::frame::footer_line;
use super::super::keymap::Context;
use super::super::seat::{Notice, around};
use super::super::theme::Tone;
use crate::view::SeatView;
use crate::vocab::AdministrationId;

/// With whom, and on what.
#[derive(Debug, Clone)]
pub struct TalkForm {
    /// Seats that can be spoken to, with their names.
    pub partners: Vec<(AdministrationId, String)>,
    /// The chosen one.
    pub partner: usize,
    /// On what, as typed.
    pub about: Field,
    /// Whether the text has the focus.
    pub in_about: bool,
}

impl TalkForm {
    pub fn new(view: &SeatView) -> Self {
        let others = view.public.seats.iter();
        Self {
            partners: others
                .filter(|seat| seat.id != view.seat.id)
                .map(|seat| (seat.id, seat.name.clone()))
                .collect(),
            partner: 0,
            about: Field::default(),
            in_about: false,
        }
    }

    /// Chooses a seat to begin with, if it can be spoken to.
    pub fn begin_with(&mut self, seat: AdministrationId) {
        let at = self.partners.iter().position(|(id, _)| *id == seat);
        self.partner = at.unwrap_or(self.partner);
    }

    /// Chooses another seat.
    pub fn shift(&mut self, by: isize) {
        self.partner = around(self.partner, by, self.partners.len());
    }

    /// With whom.
    pub fn with(&self) -> Vec<AdministrationId> {
        let partner = self.partners.get(self.partner);
        partner.map(|(id, _)| *id).into_iter().collect()
    }
}

/// Draws the form.
pub fn draw(page: &mut Canvas<'_>, form: &TalkForm, notice: Option<&Notice>) {
    let title = page.words.msg("ui-talk-title");
    let mut inside = page.framed((76, 12), &title, "");
    let c = &mut inside;
    let words = c.words;
    c.gap();
    let name = form.partners.get(form.partner);
    let name = name.map_or("–", |(_, name)| name.as_str());
    c.row(
        vec![
            c.cell(Tone::Plain, &words.msg("ui-talk-with"), 12),
            c.strong(format!("[{name} ◄►]")),
        ],
        !form.in_about,
        None,
    );
    let about = form.about.shown(54, form.in_about);
    c.row(
        vec![
            c.cell(Tone::Plain, &words.msg("ui-talk-about"), 12),
            c.strong(format!("[{about}]")),
        ],
        form.in_about,
        None,
    );
    c.gap();
    match notice {
        Some(notice) => c.paragraph(&notice.say(words), 0, notice.tone),
        None => c.paragraph(&words.msg("ui-talk-note"), 0, Tone::Still),
    }
    while c.rows_left() > 1 {
        c.gap();
    }
    let footer = footer_line(c, &[Context::Talk], |_| true);
    c.line(footer);
}
