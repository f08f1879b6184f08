//! What if: what can be changed in a course that was played, and what becomes of it.

use crate::vocab::{Stamp, Text};

/// The one thing that is changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    /// Nobody asks for aid or grants it.
    WithoutAid,
    /// Another phase of the pact, by its id.
    Pact(String),
    /// A clause of the pact, by its id, holds or does not.
    Clause(String, bool),
    /// A line of the journal is left out.
    Without(u64),
    /// A line of the journal comes so many minutes later; below 0 is earlier.
    Moved(u64, i64),
}

/// Decisions of the room about aid that are left out where nobody helps.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct AidLeftOut {
    /// Requests.
    pub asked: u32,
    /// Requests that were granted.
    pub granted: u32,
    /// Requests that were refused.
    pub refused: u32,
    /// Helpers that were recalled or sent home.
    pub recalled: u32,
}

impl AidLeftOut {
    /// Returns how many there are.
    #[must_use]
    pub const fn all(self) -> u32 {
        self.asked + self.granted + self.refused + self.recalled
    }
}

/// Says what became of the decisions of the room: what is left out with all aid, and how many of the others were not
/// possible any more.
#[must_use]
pub fn decisions_told(left_out: Option<AidLeftOut>, lost: usize) -> Vec<Text> {
    let lost_count = i64::try_from(lost).unwrap_or(i64::MAX);
    let Some(of) = left_out.filter(|of| of.all() > 0) else {
        return vec![Text::new("whatif-lost").count("count", lost_count)];
    };
    let aid = Text::new("whatif-aid-left-out")
        .count("count", of.all())
        .count("asked", of.asked)
        .count("granted", of.granted)
        .count("refused", of.refused)
        .count("recalled", of.recalled);
    vec![
        aid,
        Text::new("whatif-lost-rest").count("count", lost_count),
    ]
}

/// Says what the curve of the region shows to who cannot see it drawn: the lowest point as played and with the change,
/// of 100.
#[must_use]
pub fn lowest_told(lowest: [f64; 2]) -> Text {
    let [played, changed] = lowest.map(|of_100| libm::round(of_100) as i64);
    Text::new("whatif-curve-lowest")
        .count("played", played)
        .count("changed", changed)
}

/// A decision of the room.
#[derive(Debug, Clone, PartialEq)]
pub struct DecidedLine {
    /// Number of its line in the journal.
    pub line: u64,
    /// When.
    pub at: Stamp,
    /// At which seat.
    pub seat: String,
    /// What.
    pub what: Text,
}

/// A clause of the pact that can be agreed.
#[derive(Debug, Clone, PartialEq)]
pub struct AskableClause {
    /// Its id.
    pub id: String,
    /// Where it stands in the contract, and its title.
    pub title: Text,
    /// Whether it held.
    pub held: bool,
}

/// What can be changed.
#[derive(Debug, Clone, PartialEq)]
pub struct Askable {
    /// The other phases of the pact, by id, with their titles.
    pub pacts: Vec<(String, Text)>,
    /// The clauses of the pact, those that held first.
    pub clauses: Vec<AskableClause>,
    /// What the room decided, newest first.
    pub decided: Vec<DecidedLine>,
}

/// How far the reckoning is.
#[derive(Debug, Clone, PartialEq)]
pub enum AskedState {
    /// Nothing is reckoned.
    Resting,
    /// It runs.
    Running {
        /// Courses that are done.
        done: u32,
        /// Of how many.
        of: u32,
    },
    /// It is done.
    Done(Box<AskedAnswer>),
    /// It failed.
    Failed(Text),
}

/// A figure of the region in both courses.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct AskedFigure {
    /// Key of its name.
    pub key: &'static str,
    /// As played.
    pub played: f64,
    /// With the change.
    pub changed: f64,
}

/// What became of a service in one course.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AskedTimes {
    /// Whether it ever fell below its emergency level.
    pub was_down: bool,
    /// Minutes until it worked as in an emergency again; `None` if it did not before the end.
    pub emergency: Option<u32>,
    /// Minutes of the longest outage, where that is not the first one.
    pub later_outage: Option<u32>,
    /// Minutes until it worked as usual.
    pub normal: Option<u32>,
    /// Whether its maximum outage was broken; `None` where that cannot be told.
    pub mta_broken: Option<bool>,
}

/// A service that was down in one of the courses.
#[derive(Debug, Clone, PartialEq)]
pub struct AskedService {
    /// Its name.
    pub name: Text,
    /// As played, and with the change.
    pub times: [AskedTimes; 2],
}

/// Of 100 cases, how many are done, day by day.
#[derive(Debug, Clone, PartialEq)]
pub struct AskedCurve {
    /// The days.
    pub days: Vec<Stamp>,
    /// As played, and with the change.
    pub courses: [Vec<f64>; 2],
    /// The lowest point of each, read more finely than once a day.
    pub lowest: [f64; 2],
    /// What the middle 90 of 100 futures have: the lower and the upper end, as played and with the change.
    pub bands: Option<[Vec<(f64, f64)>; 2]>,
}

/// A figure over many futures.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct AskedFuture {
    /// Key of its name.
    pub key: &'static str,
    /// The middle 90 of 100 as played, and with the change.
    pub middle: [(f64, f64); 2],
    /// Mean difference: changed less played.
    pub difference: f64,
    /// Futures in which the change makes it less.
    pub less: u32,
    /// Futures in which it makes it more.
    pub more: u32,
}

/// A decision that was not possible any more.
#[derive(Debug, Clone, PartialEq)]
pub struct AskedLost {
    /// Number of its line in the journal.
    pub line: u64,
    /// When.
    pub at: Stamp,
    /// At which seat.
    pub seat: String,
    /// Why.
    pub reason: Text,
}

/// Both courses side by side.
#[derive(Debug, Clone, PartialEq)]
pub struct AskedAnswer {
    /// Until when the room decided, if that is before the end.
    pub recorded_until: Option<Stamp>,
    /// Figures of the region.
    pub figures: Vec<AskedFigure>,
    /// The seats of persons by name, with those of their services that were down in one of the courses.
    pub services: Vec<(String, Vec<AskedService>)>,
    /// The curve.
    pub curve: AskedCurve,
    /// Other futures: how many pairs, and what they came to.
    pub futures: Option<(u32, Vec<AskedFuture>)>,
    /// Decisions about aid that are left out, where nobody helps.
    pub aid_left_out: Option<AidLeftOut>,
    /// Decisions that were not possible with the change.
    pub lost: Vec<AskedLost>,
}
