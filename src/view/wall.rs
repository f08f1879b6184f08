//! The wall: what a projector may show to everybody in the room.

use super::{CourseView, PlaceReport, Series, Served, StageView};
use crate::vocab::{PlaceNames, Stamp, Text};

/// A place on the wall.
#[derive(Debug, Clone, PartialEq)]
pub struct WallPlace {
    /// Its name.
    pub name: String,
    /// Whether people in the room play it.
    pub is_seat: bool,
    /// The newest report that has reached every seat in the room; `None` while there is none.
    pub report: Option<PlaceReport>,
}

/// A decision of the room that has been said aloud.
#[derive(Debug, Clone, PartialEq)]
pub struct WallDecision {
    /// When.
    pub at: Stamp,
    /// Whose.
    pub seat: String,
    /// What was ordered.
    pub text: Text,
    /// What took effect of it since, as the seat was told.
    pub followed: Vec<Text>,
    /// Of 100 cases, how many were done then, by what everybody knows.
    pub served_then_of_100: Option<u8>,
}

/// What everybody in the room may know.
#[derive(Debug, Clone, PartialEq)]
pub struct WallView {
    /// Title of the scenario.
    pub title: Text,
    /// Whose names places bear.
    pub place_names: PlaceNames,
    /// Up to when the record goes.
    pub now: Stamp,
    /// Whether the exercise has ended.
    pub ended: bool,
    /// Whether it is a second try, which is never scored.
    pub is_second_try: bool,
    /// The phase of the exercise: the one that runs, else the one that ended last.
    pub stage: Option<StageView>,
    /// What the room talks about in it; `None` where who leads has the word.
    pub question: Option<Text>,
    /// State of the pact.
    pub pact: Text,
    /// What is served, by what everybody knows.
    pub served: Served,
    /// Time axis and marks of the curve.
    pub course: CourseView,
    /// The same over time.
    pub curve: Series,
    /// Places that people in the room play, then counties, then the others.
    pub places: Vec<WallPlace>,
    /// Decisions of the room: those that papers asked for first, each part with the newest first.
    pub decisions: Vec<WallDecision>,
}
