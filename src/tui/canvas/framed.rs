//! The frame of a dialog over the page.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;

use super::super::text::{clip, width};
use super::super::theme::{Theme, Tone};
use super::Canvas;

impl Canvas<'_> {
    /// Clears a part in the middle, frames it and returns the canvas inside.
    pub fn framed(&mut self, size: (u16, u16), title: &str, corner: &str) -> Canvas<'_> {
        let area = centred(self.area, size);
        self.clear(area);
        // Clicks beside the fields of a dialog mean nothing.
        self.hits.clear();
        let theme = self.theme;
        let title = self.trail(area, title, corner);
        frame(self.buffer, area, theme, &title, corner);
        let inside = Rect {
            x: area.x + 2.min(area.width),
            y: area.y + 1.min(area.height),
            width: area.width.saturating_sub(4),
            height: area.height.saturating_sub(2),
        };
        self.part(inside)
    }

    /// Takes away what is drawn in a part.
    pub fn clear(&mut self, area: Rect) {
        let page = self.theme.page();
        for y in area.top()..area.bottom() {
            for x in area.left()..area.right() {
                if let Some(cell) = self.buffer.cell_mut(Position::new(x, y)) {
                    cell.reset();
                    cell.set_style(page);
                }
            }
        }
    }

    /// Returns the way to a dialog: the screen, then its own title. Where that is too long, the
    /// title alone: the screen is marked above.
    fn trail(&self, area: Rect, title: &str, corner: &str) -> String {
        let whole = match &self.within {
            Some(screen) => format!("{screen} ► {title}"),
            None => title.to_owned(),
        };
        if width(&whole) <= room_for_title(area, corner) {
            whole
        } else {
            title.to_owned()
        }
    }
}

/// How much of the upper edge the corner leaves.
fn room_for_title(area: Rect, corner: &str) -> usize {
    usize::from(area.width).saturating_sub(width(corner) + 7)
}

fn centred(within: Rect, (wide, high): (u16, u16)) -> Rect {
    let width = wide.min(within.width);
    let height = high.min(within.height);
    Rect {
        x: within.x + (within.width - width) / 2,
        y: within.y + (within.height - height) / 2,
        width,
        height,
    }
}

fn frame(buffer: &mut Buffer, area: Rect, theme: Theme, title: &str, corner: &str) {
    if area.width < 4 || area.height < 2 {
        return;
    }
    let style = theme.style(Tone::Still);
    let inner = usize::from(area.width) - 2;
    let (top, bottom) = (area.top(), area.bottom() - 1);
    put(
        buffer,
        area.x,
        top,
        &format!("┌{}┐", "─".repeat(inner)),
        style,
    );
    put(
        buffer,
        area.x,
        bottom,
        &format!("└{}┘", "─".repeat(inner)),
        style,
    );
    for y in top + 1..bottom {
        put(buffer, area.x, y, "│", style);
        put(buffer, area.right() - 1, y, "│", style);
    }
    let corner = clip(corner, inner.saturating_sub(2));
    let title = clip(title, room_for_title(area, &corner));
    if !title.is_empty() {
        put(
            buffer,
            area.x + 1,
            top,
            &format!(" {title} "),
            theme.style(Tone::Strong),
        );
    }
    if !corner.is_empty() {
        let corner = format!(" {corner} ");
        let x = area.right() - 2 - u16::try_from(width(&corner)).unwrap_or(0);
        put(buffer, x, top, &corner, theme.style(Tone::Warn));
    }
}

fn put(buffer: &mut Buffer, x: u16, y: u16, text: &str, style: Style) {
    buffer.set_string(x, y, text, style);
}
