//! Texts as values: a key and typed arguments, turned into words only when drawn.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use super::Stamp;

/// A value that a text mentions.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Arg {
    /// A name that is the same in every language (a place, a person, typed text).
    Name(String),
    /// Another text, resolved in the same language.
    Text(Box<Text>),
    /// A count.
    Count(i64),
    /// A duration in minutes.
    Minutes(u32),
    /// A moment.
    Moment(Stamp),
}

/// A text before it has a language: the key of a message and its arguments in the order of their names.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Text {
    /// The message key in the locale files.
    pub key: Cow<'static, str>,
    /// The arguments, each with the name the message uses.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub args: Vec<(Cow<'static, str>, Arg)>,
}

impl Text {
    /// Makes a text without arguments.
    #[must_use]
    pub fn new(key: impl Into<Cow<'static, str>>) -> Self {
        Self {
            key: key.into(),
            args: Vec::new(),
        }
    }

    /// Adds an argument.
    #[must_use]
    pub fn with(mut self, name: impl Into<Cow<'static, str>>, arg: Arg) -> Self {
        // Logs keep these by the ten thousand, and hardly any has more than two: no room for more than there are.
        self.args.reserve_exact(1);
        self.args.push((name.into(), arg));
        self
    }

    /// Adds a name, the same in every language.
    #[must_use]
    pub fn name(self, name: &'static str, value: impl Into<String>) -> Self {
        self.with(name, Arg::Name(value.into()))
    }

    /// Adds a count.
    #[must_use]
    pub fn count(self, name: &'static str, value: impl Into<i64>) -> Self {
        self.with(name, Arg::Count(value.into()))
    }

    /// Adds a text that is itself translated.
    #[must_use]
    pub fn text(self, name: &'static str, value: Text) -> Self {
        self.with(name, Arg::Text(Box::new(value)))
    }
}

/// Why a command was not accepted, and what would help; shown to the seat that asked.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Refusal {
    /// The reason.
    pub reason: Text,
    /// What would make it possible, if anything would.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub remedy: Option<Text>,
}

impl Refusal {
    /// Makes a refusal that only says why.
    #[must_use]
    pub fn because(reason: Text) -> Self {
        Self {
            reason,
            remedy: None,
        }
    }

    /// Adds what would help.
    #[must_use]
    pub fn unless(mut self, remedy: Text) -> Self {
        self.remedy = Some(remedy);
        self
    }
}
