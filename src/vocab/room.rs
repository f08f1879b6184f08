//! How an exercise runs in a room: words that command, exercise and screens share.

use serde::{Deserialize, Serialize};

/// How the facilitator lets the clock run.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ClockMode {
    /// One exercise minute per minute in the room.
    OneToOne,
    /// As fast as chosen, until something stops it.
    Free,
    /// At the pace of the phase to the next stop; then on when all seats of persons are ready.
    #[default]
    Rounds,
}

impl ClockMode {
    /// Returns the mode that a key chooses next.
    #[must_use]
    pub const fn next(self) -> Self {
        match self {
            Self::Rounds => Self::Free,
            Self::Free => Self::OneToOne,
            Self::OneToOne => Self::Rounds,
        }
    }
}

/// What a facilitator changes in the course of the attack.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Intervention {
    /// The people of the seat find a trace of the actor in their own house.
    NoticeTrace,
    /// The actor gets from system to system half as fast.
    SlowAttack,
    /// The actor gets from system to system twice as fast.
    HastenAttack,
}

/// Exercise minutes that an agreement at the table takes.
pub const TABLE_TALK_MINUTES: u32 = 10;
