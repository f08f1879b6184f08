//! Dialogs: the decision paper, requests, answers, questions and things to read.

mod agreed;
mod answer;
mod bulk;
mod compose;
mod confirm;
mod decision;
mod decision_form;
mod decision_options;
mod decision_risk;
mod deputy;
mod forward;
mod improvise;
mod lead;
mod palette;
mod reader;
mod reply;
mod search;
mod talk;

pub(super) use answer::AnswerForm;
pub(super) use bulk::lines as bulk_lines;
pub(super) use compose::ComposeForm;
pub(super) use decision_form::{DecisionField, DecisionForm};
pub(super) use decision_options::{effect_words, letter};
pub(super) use forward::{ForwardForm, draw as draw_forward};
pub(super) use improvise::{ImproviseForm, draw as draw_improvise};
pub(super) use palette::{Order, PaletteForm, draw as draw_palette};
pub(super) use reader::{GUIDE_OF_A_SEAT, GUIDE_OF_THE_DESK, Reading, about_lines, guide_lines};
pub(super) use reply::{ReplyForm, draw as draw_reply};

pub(super) use answer::draw as draw_answer;
pub(super) use compose::draw as draw_compose;
pub(super) use confirm::draw as draw_confirm;
pub(super) use decision::draw as draw_decision;
pub(super) use deputy::{draw as draw_deputies, lines as deputy_lines};
pub(super) use lead::{draw_entry, draw_leap, draw_rewind};
pub(super) use reader::draw as draw_reader;
pub(super) use search::draw as draw_search;
pub(super) use search::{Found, SearchForm, finds};
pub(super) use talk::{TalkForm, draw as draw_talk};

use super::field::Field;
use super::keymap::Context;
use crate::view::{LineAct, MeasureRow};
use crate::vocab::RequestId;

/// An open dialog.
pub(super) enum Dialog {
    /// The decision paper.
    Decision(DecisionForm),
    /// A new request for aid.
    Compose(Box<ComposeForm>),
    /// The answer to a request.
    Answer(AnswerForm),
    /// The answer to a message.
    Reply(ReplyForm),
    /// To whom a message is forwarded.
    Forward(ForwardForm),
    /// Whether to end an aid.
    Recall(RequestId),
    /// Whether to order something that nobody asked for.
    Measure(Box<MeasureRow>),
    /// Whether to cut or open the line to a customer.
    Line(LineAct),
    /// Whether to hand in a report.
    Notice(LineAct),
    /// Who acts at the seat; which of the list is chosen.
    Deputies(usize),
    /// Whether to leave.
    Quit,
    /// Something to read, and the first line shown.
    Reader(Reading, usize),
    /// The search.
    Search(SearchForm),
    /// The palette.
    Palette(PaletteForm),
    /// What was agreed at the table.
    Talk(TalkForm),
    /// The questionnaire; what was answered stays with the seat.
    Sheet,
}

impl Dialog {
    /// Returns where its keys are looked up.
    pub const fn context(&self) -> Context {
        match self {
            Self::Decision(form) if form.defer.is_some() => Context::Defer,
            Self::Decision(_) => Context::Decision,
            Self::Compose(_) => Context::Compose,
            Self::Answer(_) => Context::Answer,
            Self::Reply(_) => Context::Reply,
            Self::Forward(_) => Context::Forward,
            Self::Recall(_) | Self::Line(_) | Self::Measure(_) | Self::Notice(_) | Self::Quit => {
                Context::Confirm
            }
            Self::Deputies(_) => Context::Deputies,
            Self::Reader(..) => Context::Reader,
            Self::Search(_) => Context::Search,
            Self::Palette(_) => Context::Palette,
            Self::Talk(_) => Context::Talk,
            Self::Sheet => Context::Sheet,
        }
    }

    /// Whether it is a form that leads to an act: time must not run away behind it.
    pub const fn holds_clock(&self) -> bool {
        !matches!(
            self,
            Self::Reader(..) | Self::Search(_) | Self::Palette(_) | Self::Sheet
        )
    }

    /// Returns the text field that has the focus, if one has.
    pub fn text_field(&mut self) -> Option<&mut Field> {
        match self {
            Self::Decision(form) if form.defer.is_none() => match form.focus {
                DecisionField::Reason => Some(&mut form.reason),
                DecisionField::Revisit => Some(&mut form.revisit),
                _ => None,
            },
            Self::Reply(form) => (!form.in_agreed).then_some(&mut form.answer),
            Self::Answer(form) => form.in_reason.then_some(&mut form.reason),
            Self::Search(form) => Some(&mut form.typed),
            Self::Palette(form) => Some(&mut form.typed),
            Self::Talk(form) if form.in_about => Some(&mut form.about),
            _ => None,
        }
    }
}
