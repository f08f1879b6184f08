//! Tagebuch: messages, decisions and what was reported.

use crate::vocab::{Arg, Channel, DecisionId, MessageClass, RequestId, Stamp, Text};

/// What kind of entry it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LogKind {
    /// A message from somebody.
    Message,
    /// An own decision or order.
    Decision,
    /// Something the seat noticed.
    Observation,
    /// A step of aid.
    Aid,
}

/// What a message asks of the seat.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asks {
    /// A decision that is still open.
    Decision(DecisionId),
    /// A request that waits for an answer.
    Answer(RequestId),
    /// Acknowledgement or answer of the inject that it is.
    Reply,
    /// Something that has been decided or answered.
    Done,
}

/// What a seat did about an inject.
#[derive(Debug, Clone, PartialEq)]
pub struct LogInject {
    /// Its name, as commands name it.
    pub name: String,
    /// How much it asks.
    pub class: MessageClass,
    /// By when something is expected.
    pub due: Option<Stamp>,
    /// Whether the seat has taken note.
    pub acknowledged: bool,
    /// What the seat answered.
    pub reply: Option<String>,
    /// By what an answer goes if it is given now.
    pub answer_by: Channel,
}

/// One entry, oldest first in the list.
#[derive(Debug, Clone, PartialEq)]
pub struct LogEntry {
    /// When.
    pub at: Stamp,
    /// What kind.
    pub kind: LogKind,
    /// Who said it; `None` for the seat itself.
    pub from: Option<Text>,
    /// To whom it went, for what the seat itself sent.
    pub to: Option<Text>,
    /// How it came.
    pub channel: Option<Channel>,
    /// What.
    pub text: Text,
    /// The reason given, for decisions.
    pub reason: Option<String>,
    /// Whether it is an alarm.
    pub alarm: bool,
    /// Whether the deputy did it.
    pub by_deputy: bool,
    /// What it asks of the seat, if it asks something.
    pub asks: Option<Asks>,
    /// Its place in the seat's log, where it is a report that can be forwarded.
    pub report: Option<u32>,
    /// The inject that it is, if it is one.
    pub inject: Option<LogInject>,
}

impl LogEntry {
    /// Returns in what words many entries of this kind stand as one; `None` where each stands for itself: it asks for
    /// something, is an alarm, or says something of its own.
    #[must_use]
    pub fn many(&self) -> Option<&'static str> {
        if self.alarm || self.asks.is_some() || self.inject.is_some() {
            return None;
        }
        Some(match self.text.key.as_ref() {
            "log-partner-affected" => "log-many-affected",
            "log-encrypted" => "log-many-encrypted",
            "log-customer-cut" => "log-many-cut",
            _ => return None,
        })
    }

    /// Returns what tells this entry from others of its kind: who said it, or what it is about.
    #[must_use]
    pub fn one_of_many(&self) -> Option<Text> {
        let about = || match self.text.args.first()? {
            (_, Arg::Name(name)) => Some(Text::new("named").name("name", name.clone())),
            (_, Arg::Text(text)) => Some((**text).clone()),
            _ => None,
        };
        self.from.clone().or_else(about)
    }
}

/// The journal of a seat.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct LogView {
    /// All entries, oldest first.
    pub entries: Vec<LogEntry>,
}
