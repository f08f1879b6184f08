//! Records for the exercise in the room: its phases and the guide.

use super::{List, record};
use crate::scenario::model::LocalText;
use crate::vocab::GuideUntil;

record! {
    /// A phase of the exercise.
    RawStage {
        /// Title.
        title: LocalText,
        /// First minute.
        begins: String,
        /// The minute after the last.
        ends: String,
        /// Minutes planned in the room.
        room_minutes: f64,
        /// Exercise time per second.
        pace: String,
        /// Later paces.
        paces: List<RawPace>,
        /// Whether the clock stands all the time.
        stands: bool,
        /// Moments at which the clock stops.
        stops: List<String>,
        /// What the room discusses.
        question: LocalText,
    }
}

record! {
    /// What the room pays for and watches.
    RawRoom {
        /// Exercise minutes for a minute of thinking.
        deliberation: f64,
        /// When a seat counts as quiet.
        quiet_after: String,
    }
}

record! {
    /// A pace from a moment of its phase on.
    RawPace {
        /// From when on.
        from: String,
        /// Exercise time per second.
        pace: String,
    }
}

record! {
    /// The first minutes of a seat, spoken through.
    RawGuide {
        /// Whose seat.
        seat: String,
        /// Steps in their order.
        steps: List<RawGuideStep>,
    }
}

record! {
    /// A step of the guide.
    RawGuideStep {
        /// What to do.
        text: LocalText,
        /// When it is done.
        until: GuideUntil,
    }
}
