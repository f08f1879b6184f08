//! Region and map: what a seat knows of all administrations.

use super::{NextDeadline, Series};
use crate::vocab::{AdministrationId, DAY, ServiceState, Stamp};

/// What an administration last reported of itself, as far as it reached the seat.
#[derive(Debug, Clone, PartialEq)]
pub struct PlaceReport {
    /// When it was written; now for the own place.
    pub as_of: Stamp,
    /// Whether it is older than six hours.
    pub is_old: bool,
    /// All its services in one sign.
    pub state: ServiceState,
    /// Services that run.
    pub running: u32,
    /// Services in emergency operation.
    pub emergency: u32,
    /// Services below that, or standing.
    pub down: u32,
    /// Of 100 cases, how many are done.
    pub served_of_100: u8,
    /// The next deadline, if one is running.
    pub next: Option<NextDeadline>,
}

impl PlaceReport {
    /// Whether it says nothing of this moment: places report twice a day, and word may be hours on its way, so after a
    /// day nobody knows.
    #[must_use]
    pub const fn says_nothing_of(&self, now: &Stamp) -> bool {
        now.at.since(self.as_of.at) > DAY
    }
}

/// What is known of the line between a place and its provider.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum PlaceLine {
    /// Nobody said how it is.
    Unknown,
    /// It has no provider.
    None,
    /// It is open.
    Open,
    /// It is cut.
    Cut {
        /// Since when; of a report, when it was first said.
        since: Stamp,
        /// Whether that is only reported.
        is_reported: bool,
    },
}

/// Requests for aid of a place and to it: what it reported, brought up to date by what the seat asked or was asked itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct PlaceHelp {
    /// Requests that help works for.
    pub at_work: u32,
    /// Requests that help is promised for.
    pub promised: u32,
    /// Requests that nobody answered.
    pub unanswered: u32,
    /// Requests of others it gives something for.
    pub gives: u32,
}

/// Whose systems a place depends on.
#[derive(Debug, Clone, PartialEq)]
pub struct PlaceProvider {
    /// Its name.
    pub name: String,
    /// When the seat heard that it is hit.
    pub hit: Option<Stamp>,
}

/// Those who help others, as reported.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Helpers {
    /// How many they are.
    pub places: u32,
    /// For how many requests they give something.
    pub requests: u32,
    /// Of 100 cases there, how many are not done.
    pub undone_of_100: u8,
}

/// An administration that serves citizens.
#[derive(Debug, Clone, PartialEq)]
pub struct Place {
    /// Which.
    pub id: AdministrationId,
    /// Its name.
    pub name: String,
    /// Inhabitants.
    pub inhabitants: u32,
    /// Latitude and longitude in degrees, if the scenario says.
    pub position: Option<(f64, f64)>,
    /// Whether it is the seat itself.
    pub is_own: bool,
    /// When the seat heard that it is affected.
    pub affected_since: Option<Stamp>,
    /// What it reported; `None` while nothing reached the seat.
    pub report: Option<PlaceReport>,
    /// Its line to its provider.
    pub line: PlaceLine,
    /// Its provider, if it has one.
    pub provider: Option<PlaceProvider>,
    /// Who helps it and whom it helps; `None` while the seat knows of nothing.
    pub help: Option<PlaceHelp>,
}

/// A county with its municipalities, or a place that belongs to none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlaceGroup {
    /// Position of the county in [`RegionView::places`].
    pub head: usize,
    /// Positions of its municipalities.
    pub members: core::ops::Range<usize>,
}

/// How many of all citizens' requests are served, by what was reported.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Served {
    /// Of 100, now; `None` while nobody is heard of.
    pub now_of_100: Option<u8>,
    /// The same a day ago.
    pub yesterday_of_100: Option<u8>,
    /// The lowest so far.
    pub lowest_of_100: Option<u8>,
    /// Places whose reports this rests on.
    pub heard: u32,
    /// How many of these reports are not older than six hours.
    pub young: u32,
    /// When the oldest of them was written; `None` while there is none.
    pub oldest: Option<Stamp>,
    /// All places.
    pub of: u32,
}

impl Served {
    /// Whether some of what is said rests on reports that are old.
    #[must_use]
    pub const fn has_old(&self) -> bool {
        self.young < self.heard
    }

    /// Whether most of it does: then it says how things stood, and not how they stand.
    #[must_use]
    pub const fn is_of_then(&self) -> bool {
        self.young * 2 < self.heard
    }
}

/// The region as a seat knows it.
#[derive(Debug, Clone, PartialEq)]
pub struct RegionView {
    /// All places: each county, then its municipalities.
    pub places: Vec<Place>,
    /// Which places belong together.
    pub groups: Vec<PlaceGroup>,
    /// What is served.
    pub served: Served,
    /// The same over time.
    pub curve: Series,
    /// Those who help others; `None` while nobody is known to.
    pub helpers: Option<Helpers>,
}
