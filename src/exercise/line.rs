//! A journal line: who did what when, and where it came from.

use serde::{Deserialize, Serialize};

use crate::command::Command;
use crate::vocab::{AdministrationId, SimTime};

/// Where an act came from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Origin {
    /// A person at a seat.
    Person,
    /// A bot following the response plan of this name.
    Bot(String),
}

/// One accepted act, in the order in which it was accepted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Line {
    /// When.
    pub minute: SimTime,
    /// For whom.
    pub seat: AdministrationId,
    /// Where from.
    pub origin: Origin,
    /// What.
    pub command: Command,
}

/// What keeps the lines; drills keep nothing.
pub trait Record: Send {
    /// Keeps a line; called before it is applied.
    fn keep(&mut self, line: &Line);
}
