//! The last step to a terminal: nothing that a person or a file wrote can command it.

use std::io::{self, Write};

use ratatui::backend::{Backend, ClearType, CrosstermBackend, WindowSize};
use ratatui::buffer::Cell;
use ratatui::layout::{Position, Size};

/// A terminal that gets signs only: control characters and marks that turn the direction of writing become a dot.
pub(super) struct CleanBackend<W: Write> {
    inner: CrosstermBackend<W>,
    /// Columns and rows, where the terminal is not that of this process.
    size: Option<Size>,
}

impl<W: Write> CleanBackend<W> {
    /// Writes to `out`. Without a size, the terminal of this process is asked for it.
    pub fn new(out: W, size: Option<Size>) -> Self {
        Self {
            inner: CrosstermBackend::new(out),
            size,
        }
    }

    /// The other end has another size now.
    #[cfg(feature = "host")]
    pub fn resize(&mut self, size: Size) {
        self.size = Some(size);
    }
}

/// Whether a sign does something else than being seen: C0, C1, and marks of direction (Unicode TR 36, "bidi spoofing").
pub(super) fn commands(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

impl<W: Write> Backend for CleanBackend<W> {
    type Error = io::Error;

    fn draw<'a, I>(&mut self, content: I) -> io::Result<()>
    where
        I: Iterator<Item = (u16, u16, &'a Cell)>,
    {
        let cells: Vec<(u16, u16, &Cell)> = content.collect();
        let unclean = |cell: &Cell| cell.symbol().chars().any(commands);
        if !cells.iter().any(|(.., cell)| unclean(cell)) {
            return self.inner.draw(cells.into_iter());
        }
        let cleaned: Vec<Cell> = cells
            .iter()
            .map(|(.., cell)| {
                let mut cell = (*cell).clone();
                if unclean(&cell) {
                    cell.set_symbol("·");
                }
                cell
            })
            .collect();
        let places = cells.iter().zip(&cleaned);
        self.inner
            .draw(places.map(|((x, y, _), cell)| (*x, *y, cell)))
    }

    fn hide_cursor(&mut self) -> io::Result<()> {
        self.inner.hide_cursor()
    }

    fn show_cursor(&mut self) -> io::Result<()> {
        self.inner.show_cursor()
    }

    fn get_cursor_position(&mut self) -> io::Result<Position> {
        match self.size {
            // The terminal at the other end is not asked: that would mean to wait for it.
            Some(_) => Ok(Position::ORIGIN),
            None => self.inner.get_cursor_position(),
        }
    }

    fn set_cursor_position<P: Into<Position>>(&mut self, position: P) -> io::Result<()> {
        self.inner.set_cursor_position(position)
    }

    fn clear(&mut self) -> io::Result<()> {
        self.inner.clear()
    }

    fn clear_region(&mut self, clear_type: ClearType) -> io::Result<()> {
        self.inner.clear_region(clear_type)
    }

    fn size(&self) -> io::Result<Size> {
        self.size.map_or_else(|| self.inner.size(), Ok)
    }

    fn window_size(&mut self) -> io::Result<WindowSize> {
        match self.size {
            Some(columns_rows) => Ok(WindowSize {
                columns_rows,
                pixels: Size::ZERO,
            }),
            None => self.inner.window_size(),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        Backend::flush(&mut self.inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_written_commands_the_terminal() {
        let mut written = Vec::new();
        let mut backend = CleanBackend::new(&mut written, Some(Size::new(80, 24)));
        let mut cells = Vec::new();
        for symbol in ["a", "\u{1b}", "\u{9b}", "\u{202e}", "\u{7}", "ä"] {
            let mut cell = Cell::default();
            cell.set_symbol(symbol);
            cells.push(cell);
        }
        let placed = (0..).zip(&cells).map(|(x, cell)| (x, 0, cell));
        backend.draw(placed).expect("a vector");
        let mut out = vt100::Parser::new(24, 80, 0);
        out.process(&written);
        assert_eq!(out.screen().contents(), "a····ä");
    }
}
