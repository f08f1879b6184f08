//! To whom a message is forwarded.

use super::super::canvas::Canvas;
use super::super::frame::footer_line;
use super::super::keymap::Context;
use super::super::seat::Notice;
use super::super::theme::Tone;
use super::agreed::Agreed;
use crate::command::Command;
use crate::view::{LogEntry, SeatView};
use crate::vocab::Text;

/// What is forwarded, as commands name it.
enum Forwarded {
    Inject(String),
    Entry(u32),
}

/// A message, and the seats it goes to.
pub struct ForwardForm {
    what: Forwarded,
    /// What it says.
    text: Text,
    /// Those it goes to.
    pub to: Agreed,
}

impl ForwardForm {
    /// Begins with an entry of the log; `None` if it cannot be forwarded.
    pub fn new(entry: &LogEntry, view: &SeatView) -> Option<Self> {
        let what = match (&entry.inject, entry.report) {
            (Some(inject), _) => Forwarded::Inject(inject.name.clone()),
            (None, Some(place)) => Forwarded::Entry(place),
            (None, None) => return None,
        };
        Some(Self {
            what,
            text: entry.text.clone(),
            to: Agreed::new(view),
        })
    }

    /// Returns the act; `None` while nobody is chosen.
    pub fn command(&self) -> Option<Command> {
        let to = self.to.with();
        if to.is_empty() {
            return None;
        }
        Some(match &self.what {
            Forwarded::Inject(inject) => Command::ForwardInject {
                inject: inject.clone(),
                to,
            },
            Forwarded::Entry(entry) => Command::ForwardEntry { entry: *entry, to },
        })
    }
}

/// Draws the form over the page.
pub fn draw(page: &mut Canvas<'_>, form: &ForwardForm, notice: Option<&Notice>) {
    let words = page.words;
    let wide = page.area.width.min(90);
    let mut inside = page.framed((wide, 16), &words.msg("ui-forward-title"), "");
    let c = &mut inside;
    c.paragraph(&words.say(&form.text), 0, Tone::Plain);
    c.gap();
    let to = c.still(format!("{}: ", words.msg("ui-forward-to")));
    c.row(vec![to, c.strong(form.to.shown())], true, None);
    c.paragraph(&form.to.so_far(words), 0, Tone::Plain);
    c.gap();
    match notice {
        Some(notice) => c.paragraph(&notice.say(words), 0, notice.tone),
        None => c.paragraph(&words.msg("ui-forward-note"), 0, Tone::Still),
    }
    while c.rows_left() > 1 {
        c.gap();
    }
    let footer = footer_line(c, &[Context::Forward], |_| true);
    c.line(footer);
}
