//! Where screens draw: a part of the page with theme, signs and words at hand.

mod framed;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Color;
use ratatui::text::{Line, Span};

use super::keymap::{Intent, Screen};
use super::text::{clip_line, fit, width, wrap};
use super::theme::{GraphSet, Theme, Tone};
use crate::words::Words;

/// What a mouse click means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hit {
    /// A tab.
    Tab(Screen),
    /// A row of the screen's list, by its position in the whole list.
    Row(usize),
    /// Something that has a key too.
    Key(Intent),
}

/// A part of the page.
pub struct Canvas<'a> {
    /// The page.
    pub buffer: &'a mut Buffer,
    /// Which part of it.
    pub area: Rect,
    /// Colours.
    pub theme: Theme,
    /// Signs of curves.
    pub graphs: GraphSet,
    /// Words.
    pub words: &'a Words,
    /// What clicks mean.
    pub hits: &'a mut Vec<(Rect, Hit)>,
    /// Where dialogs are opened from: their frames begin with it.
    within: Option<String>,
    next: u16,
}

impl<'a> Canvas<'a> {
    /// Makes a canvas over a part of the page.
    pub fn new(
        buffer: &'a mut Buffer,
        area: Rect,
        theme: Theme,
        graphs: GraphSet,
        words: &'a Words,
        hits: &'a mut Vec<(Rect, Hit)>,
    ) -> Self {
        let area = area.intersection(buffer.area);
        Self {
            buffer,
            area,
            theme,
            graphs,
            words,
            hits,
            within: None,
            next: 0,
        }
    }

    /// Says from which screen dialogs over this canvas are opened.
    #[must_use]
    pub fn opened_from(self, screen: String) -> Self {
        Self {
            within: Some(screen),
            ..self
        }
    }

    /// Returns a canvas over another part of the same page.
    pub fn part(&mut self, area: Rect) -> Canvas<'_> {
        Canvas::new(
            self.buffer,
            area,
            self.theme,
            self.graphs,
            self.words,
            self.hits,
        )
    }

    /// Returns the width in cells.
    #[must_use]
    pub fn width(&self) -> usize {
        usize::from(self.area.width)
    }

    /// Returns how many rows are still free.
    #[must_use]
    pub fn rows_left(&self) -> usize {
        usize::from(self.area.height.saturating_sub(self.next))
    }

    /// Returns the free part below what has been written.
    #[must_use]
    pub fn rest(&self) -> Rect {
        Rect {
            y: self.area.y + self.next,
            height: self.area.height.saturating_sub(self.next),
            ..self.area
        }
    }

    /// Returns the free part below what has been written as two parts side by side, a cell apart: of so many shares the
    /// left one gets so many.
    #[must_use]
    pub fn side_by_side(&self, (left, of): (u16, u16)) -> [Rect; 2] {
        let rest = self.rest();
        let left = Rect {
            width: rest.width * left / of,
            ..rest
        };
        let right = Rect {
            x: left.right() + 1,
            width: rest.width - left.width - 1,
            ..rest
        };
        [left, right]
    }

    /// Writes a line below the last one; does nothing where no row is left.
    pub fn line(&mut self, line: impl Into<Line<'static>>) {
        if self.rows_left() == 0 {
            return;
        }
        let line = clip_line(line.into(), self.width());
        let y = self.area.y + self.next;
        self.buffer.set_line(self.area.x, y, &line, self.area.width);
        self.next += 1;
    }

    /// Writes a line that has the focus or may be clicked as a row.
    pub fn row(&mut self, line: impl Into<Line<'static>>, focus: bool, hit: Option<Hit>) {
        if self.rows_left() == 0 {
            return;
        }
        let place = Rect {
            height: 1,
            ..self.rest()
        };
        self.line(line);
        if focus {
            let focus = self.theme.focus();
            self.buffer.set_style(place, focus);
            for x in place.left()..place.right() {
                if let Some(cell) = self.buffer.cell_mut(Position::new(x, place.y)) {
                    // One colour across the row: reversed colours of single words are hard to read.
                    cell.fg = focus.fg.unwrap_or(Color::Reset);
                }
            }
        }
        if let Some(hit) = hit {
            self.hits.push((place, hit));
        }
    }

    /// Leaves a row free.
    pub fn gap(&mut self) {
        self.line(Line::default());
    }

    /// Writes a rule across the width.
    pub fn rule(&mut self) {
        let rule = "─".repeat(self.width());
        self.line(self.still(rule));
    }

    /// Writes a rule across the width that says something; without anything to say, a plain one.
    pub fn rule_saying(&mut self, said: &[String]) {
        if said.is_empty() {
            self.rule();
            return;
        }
        let said = format!(" {} ", said.join(" · "));
        let rest = self.width().saturating_sub(width(&said) + 2);
        self.line(vec![
            self.still("──"),
            self.ink(Tone::Help, said),
            self.still("─".repeat(rest)),
        ]);
    }

    /// Writes a text over as many lines as it needs.
    pub fn paragraph(&mut self, text: &str, indent: usize, tone: Tone) {
        for piece in wrap(text, self.width().saturating_sub(indent)) {
            let line = format!("{}{piece}", " ".repeat(indent));
            self.line(self.ink(tone, line));
        }
    }

    /// Returns text in a tone.
    #[must_use]
    pub fn ink(&self, tone: Tone, text: impl Into<String>) -> Span<'static> {
        Span::styled(text.into(), self.theme.style(tone))
    }

    /// Returns text that can wait.
    #[must_use]
    pub fn still(&self, text: impl Into<String>) -> Span<'static> {
        self.ink(Tone::Still, text)
    }

    /// Returns a heading.
    #[must_use]
    pub fn strong(&self, text: impl Into<String>) -> Span<'static> {
        self.ink(Tone::Strong, text)
    }

    /// Returns a cell of a table, aligned left.
    #[must_use]
    pub fn cell(&self, tone: Tone, text: &str, cells: usize) -> Span<'static> {
        self.ink(tone, fit(text, cells))
    }

    /// Writes one text left and one right on a line; the left one gives way.
    pub fn both_ends(&mut self, left: Vec<Span<'static>>, right: Vec<Span<'static>>) {
        let right = Line::from(right);
        let room = self.width().saturating_sub(right.width() + 1);
        let left = clip_line(Line::from(left), room);
        let gap = self.width().saturating_sub(left.width() + right.width());
        let mut spans = left.spans;
        spans.push(Span::raw(" ".repeat(gap)));
        spans.extend(right.spans);
        self.line(Line::from(spans));
    }
}

/// Returns the first of `count` entries to show in `rows` rows, so that `selected` is seen.
#[must_use]
pub fn first_shown(selected: usize, count: usize, rows: usize) -> usize {
    if count <= rows || rows == 0 {
        return 0;
    }
    selected
        .saturating_sub(rows.saturating_sub(1) / 2)
        .min(count - rows)
}

impl Canvas<'_> {
    /// Returns a line in which every sign of a state has its colour.
    #[must_use]
    pub fn signed(&self, text: &str) -> Line<'static> {
        let mut spans: Vec<Span<'static>> = Vec::new();
        let mut plain = String::new();
        for c in text.chars() {
            let tone = match c {
                '●' | '√' => Tone::Good,
                '▲' | '▼' => Tone::Warn,
                '■' | '×' => Tone::Bad,
                '♦' | '►' => Tone::Help,
                '!' => Tone::Attack,
                '○' => Tone::Still,
                _ => {
                    plain.push(c);
                    continue;
                }
            };
            if !plain.is_empty() {
                spans.push(Span::raw(std::mem::take(&mut plain)));
            }
            spans.push(self.ink(tone, c.to_string()));
        }
        spans.push(Span::raw(plain));
        Line::from(spans)
    }
}
