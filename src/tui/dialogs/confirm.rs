//! A question that is answered by yes or no.

use super::super::canvas::Canvas;
use super::super::frame::footer_line;
use super::super::keymap::Context;
use super::super::theme::Tone;

/// Draws the question over the page.
pub fn draw(page: &mut Canvas<'_>, title: &str, question: &str) {
    let mut inside = page.framed((60, 8), title, "");
    let c = &mut inside;
    c.gap();
    c.paragraph(question, 0, Tone::Plain);
    while c.rows_left() > 1 {
        c.gap();
    }
    let footer = footer_line(c, &[Context::Confirm], |_| true);
    c.line(footer);
}
