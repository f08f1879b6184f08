//! How an exercise runs in a room: its phases, and the guide of a first exercise.

use super::model::LocalText;
use crate::vocab::{GuideUntil, SimTime};

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
    /// Exercise minutes per second while the clock runs.
    pub pace: u16,
    /// Moments within at which the clock stops; it also stops where the phase begins.
    pub stops: Vec<SimTime>,
    /// What the room discusses.
    pub question: LocalText,
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
