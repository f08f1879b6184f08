//! The palette: what can be ordered on this screen, by its word; what is not possible says why.

use super::super::canvas::{Canvas, Hit, first_shown};
use super::super::field::Field;
use super::super::frame::{footer_line, key_name};
use super::super::keymap::{Context, Intent};
use super::super::text::{width, wrap};
use super::super::theme::Tone;
use crate::vocab::Text;

/// Lines that say why the selected order is not possible.
const WHY: usize = 2;

/// An order with its word and the name of its key.
pub struct Order {
    pub intent: Intent,
    pub shown: &'static str,
    /// Its word, as it is written.
    pub word: String,
    /// Why it is not possible now, if it is not.
    pub why_not: Option<Text>,
}

/// What has been typed, and which order is selected.
#[derive(Debug, Default)]
pub struct PaletteForm {
    pub typed: Field,
    /// The selected order; its place in the list changes while time runs. At first the best.
    pub chosen: Option<Intent>,
}

impl PaletteForm {
    /// Returns the place of the selected order.
    pub fn selected(&self, orders: &[Order]) -> usize {
        let is_chosen = |order: &Order| Some(order.intent) == self.chosen;
        orders.iter().position(is_chosen).unwrap_or(0)
    }
}

/// Draws the palette over the page.
pub fn draw(page: &mut Canvas<'_>, form: &PaletteForm, orders: &[Order]) {
    let words = page.words;
    let size = (page.area.width.min(100), page.area.height.min(30));
    let mut inside = page.framed(size, &words.msg("ui-palette-title"), "");
    let c = &mut inside;
    let field = form.typed.shown(c.width().saturating_sub(2), true);
    c.line(vec![c.strong(": "), c.ink(Tone::Help, field)]);
    c.rule();
    let selected = form.selected(orders);
    let room = c.rows_left().saturating_sub(WHY + 2).max(1);
    let first = first_shown(selected, orders.len(), room);
    if orders.is_empty() {
        c.line(c.still(words.msg("ui-palette-nothing")));
    }
    for (at, order) in orders.iter().enumerate().skip(first).take(room) {
        let key = c.cell(Tone::Help, &key_name(words, order.shown), 7);
        let mut spans = vec![key];
        match &order.why_not {
            None => spans.push(c.ink(Tone::Plain, order.word.clone())),
            Some(why) => {
                let whole = format!("{} – {}", order.word, words.say(why));
                // The selected one says it in full below.
                let said = if width(&whole) + 7 <= c.width() {
                    whole
                } else {
                    format!("{} – {}", order.word, words.msg("ui-palette-not-now"))
                };
                spans.push(c.still(said));
            }
        }
        c.row(spans, at == selected, Some(Hit::Row(at)));
    }
    while c.rows_left() > WHY + 2 {
        c.gap();
    }
    c.rule();
    let why = orders
        .get(selected)
        .and_then(|order| order.why_not.as_ref());
    for piece in why.map_or_else(Vec::new, |why| wrap(&words.say(why), c.width())) {
        if c.rows_left() > 1 {
            c.line(c.ink(Tone::Warn, piece));
        }
    }
    while c.rows_left() > 1 {
        c.gap();
    }
    let footer = footer_line(c, &[Context::Palette], |_| true);
    c.line(footer);
}
