//! The answer to a message: what was asked, what is answered, and in which function.

use super::super::canvas::Canvas;
use super::super::field::Field;
use super::super::frame::{deadline_words, footer_line};
use super::super::keymap::Context;
use super::super::seat::Notice;
use super::super::text::wrap;
use super::super::theme::Tone;
use super::agreed::{Agreed, at_table};
use crate::command::Command;
use crate::view::{LogEntry, SeatView};
use crate::vocab::{Decider, Text};

/// Lines of the answer that are shown.
const TYPED_LINES: usize = 4;

/// What has been typed as an answer.
pub struct ReplyForm {
    /// The inject, as commands name it.
    pub inject: String,
    /// The answer.
    pub answer: Field,
    /// With whom it was agreed.
    pub agreed: Agreed,
    /// Whether that has the focus.
    pub in_agreed: bool,
    decider: usize,
}

impl ReplyForm {
    /// Begins an answer; `decider` is the function in which somebody decides at first.
    pub fn new(inject: &str, decider: Decider, view: &SeatView) -> Self {
        let mut functions = Decider::ALL.iter();
        Self {
            inject: inject.to_owned(),
            answer: Field::default(),
            agreed: Agreed::new(view),
            in_agreed: false,
            decider: functions.position(|one| *one == decider).unwrap_or(0),
        }
    }

    /// Chooses another function, or another seat to agree with.
    pub fn change(&mut self, by: isize) {
        if self.in_agreed {
            self.agreed.shift(by);
            return;
        }
        self.decider = super::super::seat::around(self.decider, by, Decider::ALL.len());
    }

    /// Returns the answer as an act.
    pub fn command(&self) -> Command {
        Command::AnswerInject {
            inject: self.inject.clone(),
            decider: self.decider(),
            text: self.answer.text().trim().to_owned(),
            agreed_with: self.agreed.with(),
        }
    }

    fn decider(&self) -> Decider {
        let found = Decider::ALL.get(self.decider).copied();
        found.unwrap_or(Decider::Head)
    }

    /// Returns the message it answers.
    pub fn entry<'v>(&self, view: &'v SeatView) -> Option<&'v LogEntry> {
        let mut entries = view.log.entries.iter();
        entries.find(|entry| {
            let inject = entry.inject.as_ref();
            inject.is_some_and(|inject| inject.name == self.inject)
        })
    }
}

/// Draws the answer over the page.
pub fn draw(page: &mut Canvas<'_>, form: &ReplyForm, view: &SeatView, notice: Option<&Notice>) {
    let Some(entry) = form.entry(view) else {
        return;
    };
    let words = page.words;
    let wide = page.area.width.min(90);
    let mut inside = page.framed((wide, 18), &words.msg("ui-reply-title"), "");
    let c = &mut inside;
    let from = entry.from.as_ref().map(|from| words.say(from));
    let head = [Some(words.moment(&entry.at)), from]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join(" · ");
    c.line(c.still(head));
    c.paragraph(&words.say(&entry.text), 0, Tone::Plain);
    if let Some(due) = entry.inject.as_ref().and_then(|inject| inject.due.as_ref()) {
        let now = &view.public.clock.now;
        let text = Text::new("ui-reply-due").name("due", deadline_words(words, due, now));
        c.paragraph(&words.say(&text), 0, Tone::Warn);
    }
    if let (Some(from), Some(inject)) = (&entry.from, &entry.inject) {
        let goes = Text::new("ui-reply-goes")
            .text("to", from.clone())
            .name("channel", words.of("channel", inject.answer_by.id()));
        let said = format!(
            "{} {}",
            words.say(&goes),
            words.msg("ui-reply-orders-nothing")
        );
        c.paragraph(&said, 0, Tone::Still);
    }
    c.gap();
    c.line(c.strong(words.msg("ui-reply-answer")));
    let cells = c.width();
    let end = if form.in_agreed { "" } else { "_" };
    let typed = format!("{}{end}", form.answer.text());
    let lines = wrap(&typed, cells.saturating_sub(2));
    let hidden = lines.len().saturating_sub(TYPED_LINES);
    for line in &lines[hidden..] {
        c.line(c.ink(Tone::Plain, format!("  {line}")));
    }
    c.gap();
    let who = words.of("decider", form.decider().id());
    let decides = Text::new("ui-reply-decides").name("who", who);
    let mut decided = vec![c.ink(Tone::Plain, format!("{}   ", words.say(&decides)))];
    decided.extend(at_table(c, form.agreed.at_table));
    c.line(decided);
    let mut spans = vec![c.still(format!("{}: ", words.msg("ui-agreed")))];
    spans.extend(form.agreed.spans(c, form.in_agreed));
    c.row(spans, form.in_agreed, None);
    while c.rows_left() > 3 {
        c.gap();
    }
    if let Some(notice) = notice {
        for piece in wrap(&notice.say(words), cells).into_iter().take(2) {
            c.line(c.ink(notice.tone, piece));
        }
    }
    while c.rows_left() > 1 {
        c.gap();
    }
    let footer = footer_line(c, &[Context::Reply], |_| true);
    c.line(footer);
}
