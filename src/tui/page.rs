//! The page that every screen is drawn on.

use ratatui::Frame;
use ratatui::layout::Rect;

use super::canvas::{Canvas, Hit};
use super::theme::{GraphSet, Tone, to_ascii};
use super::{SMALLEST, Settings};
use crate::vocab::Text;
use crate::words::Words;

/// Lines of text are no wider than this.
pub const WIDEST: u16 = 110;

/// Draws a page in the colours and signs of the settings, or a word where it is too small. Returns what the drawing
/// tells, nothing where it was too small, and where a click means something.
pub fn draw_page<T>(
    frame: &mut Frame<'_>,
    settings: &Settings,
    words: &Words,
    draw: impl FnOnce(&mut Canvas<'_>) -> T,
) -> (Option<T>, Vec<(Rect, Hit)>) {
    let mut hits = Vec::new();
    let area = frame.area();
    let buffer = frame.buffer_mut();
    buffer.set_style(area, settings.theme.page());
    let (theme, graphs) = (settings.theme, settings.graphs);
    let mut page = Canvas::new(buffer, area, theme, graphs, words, &mut hits);
    let told = if area.width < SMALLEST.0 || area.height < SMALLEST.1 {
        too_small(&mut page, SMALLEST);
        None
    } else {
        Some(draw(&mut page))
    };
    if graphs == GraphSet::Ascii {
        to_ascii(buffer);
    }
    (told, hits)
}

/// Draws the first rows of a page that belongs to no exercise: what it is, and what to hold of it.
pub fn heading(c: &mut Canvas<'_>, title: &str, aside: &str) {
    c.both_ends(
        vec![c.strong(format!(" {title}"))],
        vec![c.ink(Tone::Warn, format!("{aside} "))],
    );
    c.rule();
}

/// Parts what is left of a page into its body and the three rows below it. On a large page the body stays together in
/// the middle.
pub fn body_and_foot(rest: Rect) -> (Rect, Rect) {
    let wide = rest.width.min(WIDEST);
    let body = Rect {
        x: rest.x + (rest.width - wide) / 2,
        width: wide,
        height: rest.height.saturating_sub(3),
        ..rest
    };
    let foot = Rect {
        y: body.bottom(),
        height: rest.height.saturating_sub(body.height),
        ..rest
    };
    (body, foot)
}

/// Draws a friendly message where the page is too small for anything else.
fn too_small(c: &mut Canvas<'_>, smallest: (u16, u16)) {
    let text = Text::new("ui-too-small")
        .count("width", smallest.0)
        .count("height", smallest.1)
        .count("have-width", c.area.width)
        .count("have-height", c.area.height);
    let said = c.words.say(&text);
    c.paragraph(&said, 0, Tone::Plain);
}
