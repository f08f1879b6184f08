//! How an exercise runs in a room: its phases, and the guide of a first exercise.

use super::model::LocalText;
use crate::vocab::{DAY, GuideUntil, SimTime};

/// A phase of the exercise in the room.
#[derive(Debug, Clone, PartialEq)]
pub struct Stage {
    /// Title.
    pub title: LocalText,
    /// First minute.
    pub begins: SimTime,
    /// The minute after the last.
    pub ends: SimTime,
    /// Minutes planned in the room, talk included.
    pub room_minutes: u32,
    /// Exercise minutes per second while the clock runs; 0 where it stands all the time.
    pub pace: u16,
    /// Later paces: from when on, and exercise minutes per second.
    pub paces: Vec<(SimTime, u16)>,
    /// Moments within at which the clock stops; it also stops where the phase begins.
    pub stops: Vec<SimTime>,
    /// What the room discusses.
    pub question: LocalText,
}

impl Stage {
    /// Whether the clock stands throughout, as in a briefing or a hot wash.
    #[must_use]
    pub fn stands(&self) -> bool {
        self.pace == 0
    }

    /// Returns the exercise minutes per second that are planned at a moment of the phase.
    #[must_use]
    pub fn pace_at(&self, now: SimTime) -> u16 {
        let later = self.paces.iter().rev().find(|(from, _)| *from <= now);
        later.map_or(self.pace, |(_, pace)| *pace)
    }

    /// Returns whether it is leapt through at a moment, from stop to stop: where a day passes in a second nobody could act.
    #[must_use]
    pub fn is_leapt(&self, now: SimTime) -> bool {
        u32::from(self.pace_at(now)) >= DAY
    }

    /// Returns how much of the phase is over at a moment, 0 to 1.
    #[must_use]
    pub fn done_at(&self, now: SimTime) -> f64 {
        let whole = f64::from(self.ends.since(self.begins).max(1));
        (f64::from(now.since(self.begins)) / whole).min(1.0)
    }
}

/// What the room pays for and watches.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RoomRules {
    /// Exercise minutes that a minute of thinking costs where the room goes on before it decides; 0 is nothing.
    pub deliberation: u32,
    /// Minutes in the room after which a seat at which nobody decided counts as quiet.
    pub quiet_after_minutes: u32,
}

impl Default for RoomRules {
    fn default() -> Self {
        Self {
            deliberation: 5,
            quiet_after_minutes: 8,
        }
    }
}

/// A step of the guide.
#[derive(Debug, Clone, PartialEq)]
pub struct GuideStep {
    /// What to look at and which key to press.
    pub text: LocalText,
    /// When it is done; the last one stays.
    pub until: Option<GuideUntil>,
}

/// The first minutes of one seat, spoken through.
#[derive(Debug, Clone, PartialEq)]
pub struct Guide {
    /// Position of the administration whose seat it is for.
    pub seat: usize,
    /// Steps in their order.
    pub steps: Vec<GuideStep>,
}
