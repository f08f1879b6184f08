//! A journal line: who did what when, and where it came from.

use serde::{Deserialize, Serialize};

use crate::command::Command;
use crate::vocab::{AdministrationId, ClockMode, Decider, SimTime, Text};

/// Where an act came from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Origin {
    /// A person at a seat.
    Person,
    /// The facilitator, of its own accord.
    Facilitator,
    /// People of the seat decided, and the facilitator typed it.
    Entered {
        /// In which function somebody decided, where the act itself does not say it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        decider: Option<Decider>,
        /// Who, as typed; may be empty.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        name: String,
    },
    /// A bot following the response plan of this name.
    Bot(String),
}

impl Origin {
    /// Whether a bot decided, not somebody in the room.
    #[must_use]
    pub const fn is_bot(&self) -> bool {
        matches!(self, Self::Bot(_))
    }
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

impl Line {
    /// Whether somebody in the room decided something: the clock is set, not decided on.
    #[must_use]
    pub const fn is_decision(&self) -> bool {
        !self.origin.is_bot() && !self.command.is_of_the_clock()
    }

    /// Whether people of the room decided it at a seat: a second try can begin before it.
    #[must_use]
    pub const fn is_by_people(&self) -> bool {
        let by_people = matches!(self.origin, Origin::Person | Origin::Entered { .. });
        by_people && self.is_decision() && !matches!(self.command, Command::TakeSeat)
    }
}

/// A line or fingerprint that could not be kept.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[error("it could not be recorded: {}", reason.key)]
pub struct NotRecorded {
    /// Why, for people.
    pub reason: Text,
}

/// What keeps the lines; drills keep nothing.
pub trait Record: Send {
    /// Keeps a line; called before it is applied. A decision of the room is kept for good when this
    /// returns: what cannot be kept is not done.
    fn keep(&mut self, line: &Line) -> Result<(), NotRecorded>;

    /// Whether it keeps fingerprints now.
    fn wants_fingerprints(&self) -> bool {
        false
    }

    /// Keeps the fingerprint of the world as it stands after all lines so far.
    fn keep_fingerprint(&mut self, _minute: SimTime, _hex: &str) -> Result<(), NotRecorded> {
        Ok(())
    }

    /// Keeps how the room stands, beside the journal: it changes nothing in the exercise, and what
    /// cannot be kept of it is lost.
    fn keep_room(&mut self, _room: &RoomRecord) {}
}

/// How the room stands, to go on there: time of the room, never of the exercise.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct RoomRecord {
    /// Seconds in the room since the exercise began there.
    pub room_seconds: u64,
    /// Whether the briefing is over.
    pub briefed: bool,
    /// How the clock is led.
    pub mode: ClockMode,
    /// Seats that bots stand in at until the leap ends, which was under way.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub leap: Vec<AdministrationId>,
    /// Seats that the exercise control plays although somebody may sit there.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub control: Vec<AdministrationId>,
    /// What the facilitator ordered at places that people sit down at over the network.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub places: Vec<PlaceRecord>,
}

/// What the facilitator ordered at a place that people sit down at over the network.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct PlaceRecord {
    /// The name people sign in with.
    pub user: String,
    /// Whether nobody may sit down there.
    pub locked: bool,
    /// Whether people there may only look on.
    pub muted: bool,
}
