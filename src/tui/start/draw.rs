//! Draws the start screen.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::super::canvas::{Canvas, Hit, first_shown};
use super::super::dialogs::{
    GUIDE_OF_A_SEAT, Reading, about_lines, draw_confirm, draw_reader, guide_lines,
};
use super::super::frame::footer_line;
use super::super::keymap::{Context, Intent};
use super::super::page::{body_and_foot, draw_page, heading};
use super::super::text::{clip, width, wrap};
use super::super::theme::{ColorDepth, GraphSet, Tone};
use super::{RecordInfo, Start};
use crate::vocab::{Arg, Text};
use crate::words::Lang;

/// Cells before what is said of a seat.
const ROLE_INDENT: usize = 4;

impl Start {
    /// Draws everything on the frame.
    pub fn draw(&mut self, frame: &mut Frame<'_>) {
        let (most, hits) = draw_page(frame, &self.settings, &self.words, |page| {
            self.page(page);
            self.dialog(page)
        });
        let most = most.flatten();
        if let (Some(most), Some((_, scroll))) = (most, &mut self.reading) {
            *scroll = (*scroll).min(most);
        }
        self.hits = hits;
    }

    fn page(&self, c: &mut Canvas<'_>) {
        let words = &self.words;
        let exercise = words.msg("ui-start-exercise");
        heading(c, "beistand", &exercise);
        let (body, foot) = body_and_foot(c.rest());
        self.body(&mut c.part(body));
        let mut below = c.part(foot);
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
        let what = if self.info.begins_at_provider {
            "ui-start-what"
        } else {
            "ui-start-what-alone"
        };
        c.paragraph(&words.msg(what), 2, Tone::Plain);
        if roomy {
            c.gap();
        }
        Self::entry(c, "1", &words.msg("ui-start-guided"), Intent::Guided);
        let lead = Text::new("ui-start-lead")
            .count("seats", self.info.seats.len() as i64)
            .count("minutes", self.info.room_minutes);
        Self::entry(c, "2", &words.say(&lead), Intent::Lead);
        if roomy {
            let compare = words.msg("ui-start-compare");
            Self::entry(c, "5", &compare, Intent::CompareDrafts);
            Self::entry(c, "6", &words.msg("ui-start-own"), Intent::CheckOwn);
        } else {
            self.two_entries(c);
        }
        if let Some(record) = self.info.records.first() {
            let text = Text::new("ui-start-go-on").name("record", self.record_words(record));
            Self::entry(c, "7", &words.say(&text), Intent::GoOnRecord);
        }
        c.line(c.strong(format!("  {}", words.msg("ui-start-seat"))));
        let honest = words.of("page-assumption", self.info.place_names.id());
        let honest_rows = wrap(&honest, c.width().saturating_sub(2)).len();
        let role_rows = self.role_rows(c.width());
        let pacts = self.pacts(c);
        // A gap, the signs, and on a large page one gap more.
        let below = role_rows + pacts.len() + honest_rows + 2 + usize::from(roomy);
        // Seats are worth more than the last gap.
        let gap = below + self.info.seats.len() < c.rows_left();
        let room = c.rows_left().saturating_sub(below + usize::from(gap));
        self.seats(c, room.max(2), role_rows);
        c.gap();
        for line in pacts {
            c.line(line);
        }
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
        if gap {
            c.gap();
        }
        c.paragraph(&honest, 2, Tone::Still);
    }

    /// An entry with a key of its own, which can be clicked.
    fn entry(c: &mut Canvas<'_>, key: &str, text: &str, intent: Intent) {
        let line = vec![c.ink(Tone::Help, format!("  {key} ")), c.strong(text)];
        c.row(line, false, Some(Hit::Key(intent)));
    }

    /// What can be reckoned, on one line: where there are few rows.
    fn two_entries(&self, c: &mut Canvas<'_>) {
        let place = c.rest();
        let mut spans = Vec::new();
        let mut x = place.x;
        for (key, text, intent) in [
            ("5", "ui-start-compare-title", Intent::CompareDrafts),
            ("6", "ui-start-own-title", Intent::CheckOwn),
        ] {
            let text = self.words.msg(text);
            let cells = u16::try_from(width(&text) + 6).unwrap_or(place.width);
            let area = Rect {
                x,
                width: cells,
                height: 1,
                ..place
            };
            c.hits.push((area, Hit::Key(intent)));
            x += cells;
            spans.push(c.ink(Tone::Help, format!("  {key} ")));
            spans.push(c.strong(format!("{text}  ")));
        }
        c.line(spans);
    }

    /// A record in a few words: what, when, how far, who.
    fn record_words(&self, record: &RecordInfo) -> String {
        let words = &self.words;
        let title = match words.lang() {
            Lang::De => &record.title.0,
            Lang::En => &record.title.1,
        };
        let age = Text::new("ui-start-record-age").with("age", Arg::Minutes(record.age_minutes));
        // What follows a colon explains; the name alone is short enough for one line.
        let name = title.split(':').next().unwrap_or(title);
        let mut parts = vec![name.to_owned(), words.say(&age)];
        if let Some(day) = record.day {
            parts.push(words.say(&Text::new("ui-day").count("day", day)));
        }
        if record.is_led {
            parts.push(words.msg("ui-lead-role"));
        } else {
            parts.extend(record.seats.iter().cloned());
        }
        if record.is_second_try {
            parts.push(words.msg("ui-second-try"));
        }
        parts.join(" · ")
    }

    fn records(&self, page: &mut Canvas<'_>, at: usize) {
        let title = self.words.msg("ui-start-records");
        let rows = self.info.records.len() as u16;
        let mut inside = page.framed((78, rows + 7), &title, "");
        let c = &mut inside;
        c.gap();
        for (position, record) in self.info.records.iter().enumerate() {
            let chosen = position == at;
            let mark = if chosen { "►" } else { " " };
            let said = format!("{mark} {}", self.record_words(record));
            let folder = record.path.file_name().unwrap_or_default();
            let room = c.width().saturating_sub(width(&said) + 2);
            let folder = clip(&folder.to_string_lossy(), room);
            let line = vec![c.ink(Tone::Plain, said), c.still(format!("  {folder}"))];
            c.row(line, chosen, Some(Hit::Row(position)));
        }
        c.gap();
        if let Some(record) = self.info.records.get(at) {
            c.paragraph(&record.shown, 0, Tone::Still);
        }
        while c.rows_left() > 1 {
            c.gap();
        }
        let footer = footer_line(c, &[Context::Records], |_| true);
        c.line(footer);
    }

    /// Rows of what is said of a seat: as many as the longest needs, so that the page stands still.
    fn role_rows(&self, cells: usize) -> usize {
        let roles = self.info.seats.iter().map(|seat| {
            let role = self.words.say(&seat.role);
            wrap(&role, cells.saturating_sub(ROLE_INDENT)).len()
        });
        roles.max().unwrap_or(0)
    }

    fn seats(&self, c: &mut Canvas<'_>, room: usize, role_rows: usize) {
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
            let under = c.rows_left().saturating_sub(role_rows);
            c.paragraph(&self.words.say(&seat.role), ROLE_INDENT, Tone::Help);
            while c.rows_left() > under {
                c.gap();
            }
        }
    }

    /// The phases of the pact to choose from; what does not fit on a line goes to the next.
    fn pacts(&self, c: &Canvas<'_>) -> Vec<Line<'static>> {
        let label = format!("  {}   ", self.words.msg("ui-start-pact"));
        let indent = width(&label);
        let mut lines = Vec::new();
        let mut used = indent;
        let mut spans = vec![c.strong(label)];
        for (at, pact) in self.info.pacts.iter().enumerate() {
            let name = self.words.say(&pact.name);
            let (sign, tone) = if at == self.pact {
                ("(•)", Tone::Strong)
            } else {
                ("( )", Tone::Still)
            };
            let choice = format!("{sign} {name}");
            if used + width(&choice) > c.width() && used > indent {
                lines.push(Line::from(std::mem::take(&mut spans)));
                spans.push(Span::raw(" ".repeat(indent)));
                used = indent;
            }
            used += width(&choice) + 2;
            spans.push(c.ink(tone, choice));
            spans.push(Span::raw("  "));
        }
        lines.push(Line::from(spans));
        lines
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
        if let Some(at) = self.record {
            self.records(c, at);
            return None;
        }
        let (reading, scroll) = self.reading?;
        let title = self.words.msg(reading.title());
        Some(draw_reader(c, &title, scroll, |c, cells| match reading {
            Reading::Guide => guide_lines(c, cells, GUIDE_OF_A_SEAT, Context::PLAYER),
            _ => about_lines(&self.words, self.info.place_names, &self.info.about, cells),
        }))
    }
}
