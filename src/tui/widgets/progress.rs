//! How far a reckoning is, as a bar.

use ratatui::text::Span;

use super::super::canvas::Canvas;
use super::super::theme::{GraphSet, Tone};

/// Cells of the bar.
const CELLS: usize = 50;

/// Draws so much of a bar as is done; nothing of it while nobody knows how much there is to do.
pub fn bar(c: &mut Canvas<'_>, done: u32, of: u32) {
    let full = CELLS * done as usize / of.max(1) as usize;
    let (on, off) = match c.graphs {
        GraphSet::Ascii => ("#", "."),
        _ => ("█", "░"),
    };
    let spans: Vec<Span<'static>> = vec![
        c.ink(Tone::Help, format!("  {}", on.repeat(full))),
        c.still(off.repeat(CELLS - full)),
    ];
    c.line(spans);
}
