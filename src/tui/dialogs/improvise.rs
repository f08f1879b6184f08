//! An inject of the facilitator's own, or another text for one of the script.

use super::super::canvas::Canvas;
use super::super::field::Field;
use super::super::frame::footer_line;
use super::super::keymap::Context;
use super::super::seat::{Notice, around};
use super::super::text::wrap;
use super::super::theme::Tone;
use crate::command::Command;
use crate::view::SeatInfo;
use crate::vocab::{AdministrationId, Channel, MessageClass, OwnInject, Text};

/// A field of the form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ImproviseField {
    /// Who speaks.
    From,
    /// To whom.
    To,
    /// How it comes.
    Channel,
    /// How much it asks of those who get it.
    Class,
    /// What is said.
    Text,
}

impl ImproviseField {
    const ALL: [Self; 5] = [Self::From, Self::To, Self::Channel, Self::Class, Self::Text];

    /// Returns the field some places further, in a ring.
    pub fn moved(self, by: isize) -> Self {
        let at = Self::ALL.iter().position(|field| *field == self);
        Self::ALL[around(at.unwrap_or(0), by, Self::ALL.len())]
    }
}

/// What has been chosen and typed.
pub struct ImproviseForm {
    pub focus: ImproviseField,
    pub from: Field,
    pub text: Field,
    /// Position among the seats; the one after the last is all of them.
    to: usize,
    channel: usize,
    class: usize,
    /// The inject of the script that gets another text.
    pub edits: Option<String>,
    /// The figures that can stand in it.
    figures: Vec<String>,
    /// Whether it takes the place of several texts.
    for_all_variants: bool,
}

impl ImproviseForm {
    /// Begins an inject of one's own.
    pub fn new() -> Self {
        Self {
            focus: ImproviseField::From,
            from: Field::default(),
            text: Field::default(),
            to: 0,
            channel: 0,
            // It stops the clock: who makes one up wants it to be read.
            class: 2,
            edits: None,
            figures: Vec::new(),
            for_all_variants: false,
        }
    }

    /// Begins another text for an inject of the script; `figures` are filled in only when it comes.
    pub fn edit(inject: &str, text: &str, figures: Vec<String>, for_all_variants: bool) -> Self {
        let mut form = Self {
            focus: ImproviseField::Text,
            edits: Some(inject.to_owned()),
            figures,
            for_all_variants,
            ..Self::new()
        };
        form.text.paste(text);
        form
    }

    /// Goes to another field; of an edit there is only one.
    pub fn go(&mut self, by: isize) {
        if self.edits.is_none() {
            self.focus = self.focus.moved(by);
        }
    }

    /// Takes another value of the field with the focus.
    pub fn change(&mut self, seats: usize, by: isize) {
        match self.focus {
            ImproviseField::To => self.to = around(self.to, by, seats + 1),
            ImproviseField::Channel => {
                self.channel = around(self.channel, by, Channel::ALL.len());
            }
            ImproviseField::Class => self.class = around(self.class, by, MessageClass::ALL.len()),
            ImproviseField::From | ImproviseField::Text => {}
        }
    }

    /// Returns the text field that has the focus, if one has.
    pub fn text_field(&mut self) -> Option<&mut Field> {
        match self.focus {
            ImproviseField::From => Some(&mut self.from),
            ImproviseField::Text => Some(&mut self.text),
            _ => None,
        }
    }

    fn to<'s>(&self, seats: &'s [SeatInfo]) -> &'s [SeatInfo] {
        match seats.get(self.to) {
            Some(one) => core::slice::from_ref(one),
            None => seats,
        }
    }

    /// Returns it as an act.
    pub fn command(&self, seats: &[SeatInfo]) -> Command {
        let text = self.text.text().trim().to_owned();
        if let Some(inject) = self.edits.clone() {
            return Command::EditInject { inject, text };
        }
        let to: Vec<AdministrationId> = self.to(seats).iter().map(|seat| seat.id).collect();
        Command::Improvise(OwnInject {
            from: self.from.text().trim().to_owned(),
            to,
            channel: Channel::ALL[self.channel.min(Channel::ALL.len() - 1)],
            class: MessageClass::ALL[self.class.min(MessageClass::ALL.len() - 1)],
            text,
        })
    }
}

/// Draws the form over the page.
pub fn draw(
    page: &mut Canvas<'_>,
    form: &ImproviseForm,
    seats: &[SeatInfo],
    notice: Option<&Notice>,
) {
    let words = page.words;
    let wide = page.area.width.min(90);
    let (title, tall) = match &form.edits {
        Some(inject) => (format!("{} {inject}", words.msg("ui-improvise-edit")), 13),
        None => (words.msg("ui-improvise-title"), 17),
    };
    let mut inside = page.framed((wide, tall), &title, "");
    let c = &mut inside;
    if form.edits.is_none() {
        let to = match form.to(seats) {
            [one] => one.name.clone(),
            _ => words.msg("script-to-seats"),
        };
        let channel = Channel::ALL[form.channel.min(Channel::ALL.len() - 1)];
        let class = MessageClass::ALL[form.class.min(MessageClass::ALL.len() - 1)];
        let rows = [
            (ImproviseField::To, "ui-improvise-to", to),
            (
                ImproviseField::Channel,
                "ui-improvise-channel",
                words.of("channel", channel.id()),
            ),
            (
                ImproviseField::Class,
                "ui-improvise-class",
                words.of("class", class.id()),
            ),
        ];
        let room = c.width().saturating_sub(16);
        let focus = form.focus == ImproviseField::From;
        let from = form.from.shown(room, focus);
        let label = words.msg("ui-improvise-from");
        c.row(
            vec![c.cell(Tone::Plain, &label, 14), c.ink(Tone::Strong, from)],
            focus,
            None,
        );
        for (field, label, value) in rows {
            let label = words.msg(label);
            let value = format!("◄ {value} ►");
            c.row(
                vec![c.cell(Tone::Plain, &label, 14), c.ink(Tone::Strong, value)],
                form.focus == field,
                None,
            );
        }
        c.gap();
    }
    let label = words.msg("ui-improvise-text");
    c.row(
        c.ink(Tone::Plain, label),
        form.focus == ImproviseField::Text,
        None,
    );
    let typed = format!("{}_", form.text.text());
    let lines = wrap(&typed, c.width().saturating_sub(2));
    let hidden = lines.len().saturating_sub(4);
    for line in &lines[hidden..] {
        c.line(c.ink(Tone::Strong, format!("  {line}")));
    }
    if !form.figures.is_empty() {
        let text = Text::new("ui-improvise-figures").name("names", form.figures.join(", "));
        c.paragraph(&words.say(&text), 0, Tone::Still);
    }
    if form.for_all_variants {
        c.paragraph(&words.msg("ui-improvise-any"), 0, Tone::Still);
    }
    while c.rows_left() > 3 {
        c.gap();
    }
    if let Some(notice) = notice {
        for piece in wrap(&notice.say(words), c.width()).into_iter().take(2) {
            c.line(c.ink(notice.tone, piece));
        }
    }
    while c.rows_left() > 1 {
        c.gap();
    }
    let footer = footer_line(c, &[Context::Improvise], |_| true);
    c.line(footer);
}
