//! Who acts at the seat: a short list; and what a deputy did there, in full.

use ratatui::text::Line;

use super::super::canvas::{Canvas, Hit};
use super::super::frame::footer_line;
use super::super::keymap::Context;
use super::super::text::wrap;
use super::super::theme::Tone;
use crate::view::{LogEntry, SeatView};
use crate::vocab::Text;

/// Draws who can act over the page.
pub fn draw(page: &mut Canvas<'_>, chosen: usize, view: &SeatView) {
    let words = page.words;
    let tall = u16::try_from(view.plans.len() + 9).unwrap_or(u16::MAX);
    let wide = page.area.width.min(76);
    let mut inside = page.framed((wide, tall), &words.msg("ui-deputies-title"), "");
    let c = &mut inside;
    c.paragraph(&words.msg("ui-deputies-note"), 0, Tone::Still);
    c.gap();
    let own = std::iter::once((words.msg("ui-deputies-own"), view.deputy.is_none()));
    let plans = view.plans.iter().map(|(_, title)| {
        let text = Text::new("ui-deputies-plan").text("plan", title.clone());
        (words.say(&text), view.deputy.as_ref() == Some(title))
    });
    for (at, (name, acts_now)) in own.chain(plans).enumerate() {
        let mark = if at == chosen { "►" } else { " " };
        let now = if acts_now {
            format!("  ({})", words.msg("ui-deputies-now"))
        } else {
            String::new()
        };
        let line = c.ink(Tone::Plain, format!("{mark} {name}{now}"));
        c.row(line, at == chosen, Some(Hit::Row(at)));
    }
    c.gap();
    let done = acts(view).count() as i64;
    let text = Text::new("ui-deputies-acts").count("count", done);
    c.line(c.still(words.say(&text)));
    while c.rows_left() > 1 {
        c.gap();
    }
    let footer = footer_line(c, &[Context::Deputies], |_| true);
    c.line(footer);
}

/// What deputies did at the seat, the newest first.
fn acts(view: &SeatView) -> impl Iterator<Item = &LogEntry> {
    let entries = view.log.entries.iter().rev();
    entries.filter(|entry| entry.by_deputy)
}

/// Returns all that deputies did, each with its reason.
pub fn lines(c: &Canvas<'_>, view: &SeatView, cells: usize) -> Vec<Line<'static>> {
    let words = c.words;
    let mut lines = Vec::new();
    for entry in acts(view) {
        let when = words.moment(&entry.at);
        let mut said = format!("{when}  {}", words.say(&entry.text));
        if let Some(reason) = entry.reason.as_ref().filter(|reason| !reason.is_empty()) {
            let text = Text::new("ui-log-reason").name("reason", reason.clone());
            said = format!("{said} {}", words.say(&text));
        }
        for (at, piece) in wrap(&said, cells.saturating_sub(2)).into_iter().enumerate() {
            let indent = if at == 0 { "" } else { "  " };
            lines.push(Line::from(c.ink(Tone::Plain, format!("{indent}{piece}"))));
        }
    }
    if lines.is_empty() {
        lines.push(Line::from(c.still(words.msg("ui-deputies-nothing"))));
    }
    lines
}
