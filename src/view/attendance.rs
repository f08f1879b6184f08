//! Who sits where over the network: about terminals and people, never about the exercise.

use crate::vocab::AdministrationId;

/// What a place is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PlaceRole {
    /// People decide for a seat.
    Player,
    /// Somebody watches seats and acts at none.
    Observer,
    /// The wall: public knowledge only.
    Wall,
    /// Leads the exercise.
    Facilitator,
}

impl PlaceRole {
    /// Returns the key of its word.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Player => "ui-place-player",
            Self::Observer => "ui-place-observer",
            Self::Wall => "ui-place-wall",
            Self::Facilitator => "ui-place-facilitator",
        }
    }
}

/// Who sits where.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct AttendanceView {
    /// Where people sign in.
    pub address: String,
    /// Fingerprint of the host key, as clients show it.
    pub fingerprint: String,
    /// The places, in the order of the seats file.
    pub places: Vec<PlaceRow>,
    /// Wrong codes so far.
    pub refused: u32,
}

/// A place that people can sit down at.
#[derive(Debug, Clone, PartialEq)]
pub struct PlaceRow {
    /// The name people sign in with.
    pub user: String,
    /// What it is for.
    pub role: PlaceRole,
    /// Whose seat, if it is one.
    pub seat: Option<AdministrationId>,
    /// Whether nobody may sit down there.
    pub locked: bool,
    /// Whether people there may only look on.
    pub muted: bool,
    /// Who is there; who acts comes first.
    pub people: Vec<PersonRow>,
    /// Seconds since the last of them was gone, if somebody was there.
    pub away_seconds: Option<u32>,
}

/// Somebody at a terminal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PersonRow {
    /// From which address.
    pub address: String,
    /// Seconds since the last key.
    pub idle_seconds: u32,
    /// How long a sign takes to that terminal and back, in milliseconds, if it tells.
    pub latency_ms: Option<u32>,
    /// Columns and rows.
    pub size: (u16, u16),
}

/// How a team stands, for one of it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct TeamView {
    /// Whether this one acts; the others look on.
    pub acts: bool,
    /// Whether this one can only ever look on.
    pub only_looks: bool,
    /// How many others of the team are there.
    pub others: u32,
    /// What the facilitator said and this one has not taken note of yet.
    pub said: Option<String>,
}
