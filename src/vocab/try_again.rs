//! What people of the room decided, and where a second try begins.

use super::{AdministrationId, SimTime, Text};

/// What people of the room decided.
#[derive(Debug, Clone, PartialEq)]
pub struct RoomDecision {
    /// When.
    pub at: SimTime,
    /// At which seat.
    pub seat: AdministrationId,
    /// What the log says of it; `None` where it says nothing.
    pub what: Option<Text>,
}

/// Where a second try leaves the first one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RewindTo {
    /// The minute at which it begins.
    pub minute: SimTime,
    /// The decision of the room before which it begins, from 0; `None`: before all that people decided in that minute.
    pub before: Option<usize>,
}
