//! Verlauf: how services went over time, with what was decided.

use crate::vocab::{ServiceId, SimTime, Stamp, Text};

/// What a mark stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MarkKind {
    /// Attack known (A).
    Alarm,
    /// Encryption (V).
    Encryption,
    /// Own decision (D).
    Decision,
    /// Help at work (H).
    Help,
}

/// A mark on the time line.
#[derive(Debug, Clone, PartialEq)]
pub struct CourseMark {
    /// When.
    pub at: Stamp,
    /// What kind.
    pub kind: MarkKind,
    /// What.
    pub text: Text,
    /// Of help: of 100 cases that it is for, how many were done when it began, and are done now or were at its end.
    pub before_and_since: Option<(u8, u8)>,
}

/// The level of one service over time.
#[derive(Debug, Clone, PartialEq)]
pub struct Series {
    /// The service; `None` is the mean of all, weighted by demand.
    pub service: Option<ServiceId>,
    /// Its name.
    pub name: Text,
    /// Steps: from this moment on, so many of 100. Non-decreasing in time, the first at `StartEx` or before.
    pub steps: Vec<(SimTime, f32)>,
    /// What emergency operation needs, of 100.
    pub emergency_of_100: u8,
    /// Cases waiting now.
    pub waiting: u32,
    /// What became of the deadlines, as sentences.
    pub notes: Vec<Text>,
}

/// The course screen.
#[derive(Debug, Clone, PartialEq)]
pub struct CourseView {
    /// From when the curves are drawn.
    pub from: Stamp,
    /// Up to now.
    pub to: Stamp,
    /// Dates to write under the axis: the starts of days from `from` to `to` (at most 120).
    pub days: Vec<Stamp>,
    /// All curves; the first is the mean.
    pub series: Vec<Series>,
    /// What is done at other administrations, from their first report on.
    pub others: Vec<Series>,
    /// Marks, oldest first.
    pub marks: Vec<CourseMark>,
}

impl CourseView {
    /// Returns all curves that can be looked at: the own ones, then those of others.
    pub fn curves(&self) -> impl Iterator<Item = &Series> {
        self.series.iter().chain(&self.others)
    }
}
