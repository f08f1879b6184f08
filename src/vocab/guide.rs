//! When a step of the guide is done: closed lists that scenarios and screens share.

use serde::{Deserialize, Serialize};

/// A screen that a step of the guide leads to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum GuideScreen {
    /// Rathaus.
    TownHall,
    /// Region.
    Region,
    /// Karte.
    Map,
    /// Beistand.
    Aid,
    /// Wiederanlauf.
    Recovery,
    /// Verlauf.
    Course,
    /// Tagebuch.
    Log,
}

/// When a step of the guide is done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum GuideUntil {
    /// A screen is shown.
    Shown(GuideScreen),
    /// Time has passed since the exercise started.
    TimePassed,
    /// Something is to be decided.
    Asked,
    /// The decision paper is open.
    PaperOpen,
    /// The seat has decided something.
    Decided,
    /// The chain of causes is open.
    WhyOpen,
    /// The form of a request is open.
    RequestOpen,
    /// The seat has asked for aid.
    AidAsked,
}
