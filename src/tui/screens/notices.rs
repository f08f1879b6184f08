//! Reports that the law asks for: what is owed, by when, and the key that hands it in.

use super::super::canvas::Canvas;
use super::super::frame::{deadline_words, short_deadline_words};
use super::super::text::width;
use super::super::theme::Tone;
use crate::view::{NoticeRow, SeatView};
use crate::vocab::Text;

/// Writes at most so many open reports, each on a line of its own.
pub fn draw(c: &mut Canvas<'_>, view: &SeatView, most: usize) {
    let open = view.town_hall.notices.iter();
    let open = open.filter(|row| row.filed.is_none()).take(most);
    for (at, row) in open.enumerate() {
        // Only the first one is what the key hands in.
        line(c, view, row, at == 0);
    }
}

fn line(c: &mut Canvas<'_>, view: &SeatView, row: &NoticeRow, is_first: bool) {
    let now = &view.public.clock.now;
    let key = if is_first && row.act.is_some() {
        format!("{} ", c.words.msg("ui-notice-key"))
    } else {
        String::new()
    };
    let say = |due: String| {
        let text = Text::new("ui-notice-open").text("notice", row.name.clone());
        format!(" {}", c.words.say(&text.name("due", due)))
    };
    let room = c.width().saturating_sub(width(&key) + 1);
    let mut said = say(deadline_words(c.words, &row.due, now));
    if width(&said) > room {
        said = say(short_deadline_words(c.words, &row.due, now));
    }
    let tone = if row.late { Tone::Bad } else { Tone::Warn };
    c.both_ends(vec![c.ink(tone, said)], vec![c.ink(Tone::Still, key)]);
}
