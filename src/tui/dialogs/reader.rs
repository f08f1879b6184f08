//! Things to read: the chain of causes, the own recovery, the guide, about the program.

use ratatui::text::Line;

use super::super::canvas::Canvas;
use super::super::frame::{footer_line, key_name};
use super::super::keymap::{Context, TABLE};
use super::super::text::{fit, wrap};
use super::super::theme::Tone;
use crate::vocab::{AdministrationId, PlaceNames};
use crate::words::Words;

/// What is being read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reading {
    /// Why a service stands as it does.
    Why,
    /// The steps of the own recovery.
    Recovery,
    /// A place as it was reported.
    Place(AdministrationId),
    /// What became of an order to several.
    Bulk,
    /// What deputies did at the seat.
    Deputy,
    /// How to use the program.
    Guide,
    /// What the program is and whose work it uses.
    About,
}

impl Reading {
    /// Returns the key of its title.
    pub const fn title(self) -> &'static str {
        match self {
            Self::Why => "ui-why-title",
            Self::Recovery => "ui-recovery-title",
            Self::Bulk => "ui-bulk-title",
            Self::Deputy => "ui-deputies-did",
            Self::Place(_) => "ui-tab-region",
            Self::Guide => "ui-guide-title",
            Self::About => "ui-about-title",
        }
    }
}

/// Draws lines to read over the page; returns the largest first line that makes sense.
pub fn draw(
    page: &mut Canvas<'_>,
    title: &str,
    scroll: usize,
    lines: impl FnOnce(&Canvas<'_>, usize) -> Vec<Line<'static>>,
) -> usize {
    let wide = page.area.width.min(100);
    let lines = lines(page, usize::from(wide.saturating_sub(4)));
    let wanted = u16::try_from(lines.len() + 4).unwrap_or(u16::MAX);
    let tall = page.area.height.min(40).min(wanted);
    let mut inside = page.framed((wide, tall), title, "");
    let c = &mut inside;
    let room = c.rows_left().saturating_sub(2);
    let most = lines.len().saturating_sub(room);
    let scroll = scroll.min(most);
    let end = (scroll + room).min(lines.len());
    for line in &lines[scroll..end] {
        c.line(line.clone());
    }
    while c.rows_left() > 1 {
        c.gap();
    }
    let mut footer = footer_line(c, &[Context::Reader], |_| true);
    if most > 0 {
        let place = format!("   {}-{end}/{}", scroll + 1, lines.len());
        footer.push_span(c.still(place));
    }
    c.line(footer);
    most
}

/// What the guide tells a person at a seat first.
pub const GUIDE_OF_A_SEAT: &[&str] = &[
    "ui-guide-what",
    "ui-guide-first",
    "ui-guide-clock",
    "ui-guide-decide",
    "ui-guide-aid",
    "ui-guide-fog",
];

/// What the guide tells a facilitator first.
pub const GUIDE_OF_THE_DESK: &[&str] = &[
    "ui-lead-guide-what",
    "ui-lead-guide-next",
    "ui-lead-guide-clock",
    "ui-lead-guide-seats",
    "ui-lead-guide-record",
];

/// Returns the guide: what the exercise is about, the signs, and every key of these places.
pub fn guide_lines(
    c: &Canvas<'_>,
    cells: usize,
    about: &[&str],
    contexts: &[Context],
) -> Vec<Line<'static>> {
    let words = c.words;
    let mut lines = Vec::new();
    for key in about {
        for piece in wrap(&words.msg(key), cells) {
            lines.push(Line::from(piece));
        }
    }
    lines.push(Line::default());
    lines.push(Line::from(c.strong(words.msg("ui-guide-signs"))));
    for piece in wrap(&words.msg("ui-legend"), cells) {
        lines.push(c.signed(&piece));
    }
    for context in contexts {
        lines.push(Line::default());
        lines.push(Line::from(c.strong(words.msg(context.name()))));
        for row in TABLE.iter().filter(|row| row.context == *context) {
            if !row.shown.is_empty() {
                let key = fit(&key_name(words, row.shown), 7);
                let label = words.msg(row.label);
                lines.push(Line::from(vec![
                    c.ink(Tone::Help, format!("  {key}")),
                    c.ink(Tone::Plain, label),
                ]));
            }
        }
    }
    lines
}

/// Returns the text on the program.
pub fn about_lines(
    words: &Words,
    names: PlaceNames,
    about: &str,
    cells: usize,
) -> Vec<Line<'static>> {
    let mut lines = Vec::new();
    let honest = words.of("page-assumption", names.id());
    for paragraph in [words.msg("ui-about-what"), honest] {
        for piece in wrap(&paragraph, cells) {
            lines.push(Line::from(piece));
        }
        lines.push(Line::default());
    }
    for paragraph in about.lines() {
        for piece in wrap(paragraph.trim_end(), cells) {
            lines.push(Line::from(piece));
        }
    }
    lines
}
