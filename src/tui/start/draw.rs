//! Draws the start screen.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Span;

use super::super::SMALLEST;
use super::super::canvas::{Canvas, Hit, first_shown};
use super::super::dialogs::{Reading, about_lines, draw_confirm, draw_reader, guide_lines};
use super::super::frame::{footer_line, too_small};
use super::super::keymap::{Context, Intent};
use super::super::text::width;
use super::super::theme::{ColorDepth, GraphSet, Tone, to_ascii};
use super::Start;
use crate::words::Lang;

impl Start {
    /// Draws everything on the frame.
    pub fn draw(&mut self, frame: &mut Frame<'_>) {
        let mut hits = Vec::new();
        let area = frame.area();
        let buffer = frame.buffer_mut();
        buffer.set_style(area, self.settings.theme.page());
        let mut page = Canvas::new(
            buffer,
            area,
            self.settings.theme,
            self.settings.graphs,
            &self.words,
            &mut hits,
        );
        let mut most = None;
        if area.width < SMALLEST.0 || area.height < SMALLEST.1 {
            too_small(&mut page, SMALLEST);
        } else {
            self.page(&mut page);
            most = self.dialog(&mut page);
        }
        if self.settings.graphs == GraphSet::Ascii {
            to_ascii(buffer);
        }
        if let (Some(most), Some((_, scroll))) = (most, &mut self.reading) {
            *scroll = (*scroll).min(most);
        }
        self.hits = hits;
    }

    fn page(&self, c: &mut Canvas<'_>) {
        let words = &self.words;
        let exercise = words.msg("ui-start-exercise");
        c.both_ends(
            vec![c.strong(" beistand")],
            vec![c.ink(Tone::Warn, format!("{exercise} "))],
        );
        c.rule();
        let rest = c.rest();
        // On a large page the text stays together in the middle.
        let wide = rest.width.min(110);
        let body = Rect {
            x: rest.x + (rest.width - wide) / 2,
            width: wide,
            height: rest.height.saturating_sub(3),
            ..rest
        };
        self.body(&mut c.part(body));
        let below = Rect {
            y: body.bottom(),
            height: rest.height.saturating_sub(body.height),
            ..rest
        };
        let mut below = c.part(below);
        let c = &mut below;
        c.rule();
        match &self.notice {
            Some(notice) => c.line(c.ink(Tone::Warn, format!(" {}", words.say(notice)))),
            None => c.gap(),
        }
        let works = |row: &super::super::keymap::Binding| {
            row.intent != Intent::Light || self.settings.theme.depth == ColorDepth::True
        };
        let mut footer = footer_line(c, &[Context::Start], works);
        footer.spans.insert(0, Span::raw(" "));
        c.line(footer);
    }

    fn body(&self, c: &mut Canvas<'_>) {
        let words = &self.words;
        let roomy = c.rows_left() >= 26;
        let title = match words.lang() {
            Lang::De => &self.info.title.0,
            Lang::En => &self.info.title.1,
        };
        if roomy {
            c.gap();
        }
        c.line(c.strong(format!("  {title}")));
        c.paragraph(&words.msg("ui-start-what"), 2, Tone::Plain);
        c.gap();
        c.line(vec![
            c.ink(Tone::Help, "  1 "),
            c.strong(words.msg("ui-start-guided")),
        ]);
        c.line(c.strong(format!("  {}", words.msg("ui-start-seat"))));
        let honest = words.msg("ui-honest");
        let honest_rows = super::super::text::wrap(&honest, c.width().saturating_sub(2)).len();
        let room = c
            .rows_left()
            .saturating_sub(5 + honest_rows + usize::from(roomy))
            .max(2);
        self.seats(c, room);
        c.gap();
        self.pacts(c);
        if roomy {
            c.gap();
        }
        let sample = match self.settings.graphs {
            GraphSet::Braille => "● ▲ ▼ ■ ♦ ►  ⣀⣤⣶⣿",
            GraphSet::Block => "● ▲ ▼ ■ ♦ ►  ▄█░",
            GraphSet::Ascii => "● ▲ ▼ ■ ♦ ►  #=:",
        };
        c.line(vec![
            c.still(format!("  {}  ", words.msg("ui-start-signs"))),
            c.strong(sample),
            c.still(format!("   {}", words.msg("ui-start-signs-ask"))),
        ]);
        c.gap();
        c.paragraph(&honest, 2, Tone::Still);
    }

    fn seats(&self, c: &mut Canvas<'_>, room: usize) {
        let seats = &self.info.seats;
        let longest = seats.iter().map(|seat| width(&seat.name)).max();
        let name = longest.unwrap_or(0).clamp(12, 28);
        let kind = 18;
        let first = first_shown(self.seat, seats.len(), room);
        let hidden = seats.len().saturating_sub(room);
        for (at, seat) in seats.iter().enumerate().skip(first).take(room) {
            let chosen = at == self.seat;
            let mark = if chosen { "►" } else { " " };
            let more = if hidden > 0 && at + 1 == first + room && at + 1 < seats.len() {
                " ↓"
            } else {
                ""
            };
            c.row(
                vec![
                    Span::raw(format!("  {mark} ")),
                    c.cell(Tone::Strong, &seat.name, name),
                    Span::raw(" "),
                    c.cell(Tone::Still, &self.words.say(&seat.kind), kind),
                    c.still(more),
                ],
                chosen,
                Some(Hit::Row(at)),
            );
        }
        if let Some(seat) = seats.get(self.seat) {
            c.line(c.ink(Tone::Help, format!("    {}", self.words.say(&seat.role))));
        }
    }

    fn pacts(&self, c: &mut Canvas<'_>) {
        let mut spans = vec![c.strong(format!("  {}   ", self.words.msg("ui-start-pact")))];
        for (at, pact) in self.info.pacts.iter().enumerate() {
            let name = self.words.say(&pact.name);
            if at == self.pact {
                spans.push(c.strong(format!("(•) {name}  ")));
            } else {
                spans.push(c.still(format!("( ) {name}  ")));
            }
        }
        c.line(spans);
    }

    fn dialog(&self, c: &mut Canvas<'_>) -> Option<usize> {
        if self.asking {
            draw_confirm(
                c,
                &self.words.msg("ui-quit-title"),
                &self.words.msg("ui-start-quit-question"),
            );
            return None;
        }
        let (reading, scroll) = self.reading?;
        let title = self.words.msg(reading.title());
        Some(draw_reader(c, &title, scroll, |c, cells| match reading {
            Reading::Guide => guide_lines(c, cells),
            _ => about_lines(&self.words, &self.info.about, cells),
        }))
    }
}
