//! The end screen: targets against what was achieved.

use crate::vocab::{AidKind, AidState, SimTime, Stamp, Text, WaitCause};

/// What one service achieved. Times are minutes from its first due minute below the emergency level.
#[derive(Debug, Clone, PartialEq)]
pub struct ServiceOutcome {
    /// The service.
    pub name: Text,
    /// Criticality 1 to 4.
    pub criticality: u8,
    /// Whether it ever fell below its emergency level.
    pub was_down: bool,
    /// Emergency operation at the emergency level again: achieved, target (WAZ).
    pub emergency_minutes: (Option<u32>, u32),
    /// At the latest (MTA) in minutes, and whether it was broken.
    pub mta_minutes: u32,
    /// Whether the MTA was broken.
    pub mta_broken: bool,
    /// Minutes of the longest outage, where that is not the first one.
    pub later_outage_minutes: Option<u32>,
    /// Minutes to normal operation; `None` if not before the end.
    pub normal_minutes: Option<u32>,
    /// Service-hours lost.
    pub lost_service_hours: f64,
}

/// What one aid brought and cost.
#[derive(Debug, Clone, PartialEq)]
pub struct AidOutcome {
    /// What.
    pub kind: AidKind,
    /// Who asked.
    pub from: String,
    /// Who was asked.
    pub to: String,
    /// Minutes from asking to useful work; `None` if it never worked.
    pub waited_minutes: Option<u32>,
    /// How it ended.
    pub state: AidState,
    /// Why.
    pub reason: Option<Text>,
    /// What was waited for, the longest first, in minutes.
    pub waited: Vec<(WaitCause, u32)>,
    /// Service-hours the helper's citizens lost.
    pub helper_lost_service_hours: f64,
}

/// What a clause of the pact did for the requests to and from a seat.
#[derive(Debug, Clone, PartialEq)]
pub struct ClauseOutcome {
    /// Where it stands in the contract.
    pub paragraph: String,
    /// Its title.
    pub title: Text,
    /// Minutes that requests waited under its terms.
    pub binding_minutes: u64,
    /// Requests for which its promise was missed.
    pub broken: u32,
    /// Requests that waited or failed for want of it.
    pub missing: u32,
}

/// A course that did not happen, with the same luck.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum GhostKind {
    /// The same decisions, but nobody asks for aid or answers, persons or bots.
    WithoutAid,
    /// Bots decide at every seat.
    Bots,
}

impl GhostKind {
    /// Every kind.
    pub const ALL: [Self; 2] = [Self::WithoutAid, Self::Bots];
}

/// What one course came to.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct CourseSum {
    /// Service-hours lost by the own citizens.
    pub lost_service_hours: f64,
    /// People whom a pay run did not reach.
    pub people_unpaid: u32,
    /// Services that broke their latest moment (MTA).
    pub too_late: u32,
    /// The mean of all services: from this moment on, so many of 100.
    pub steps: Vec<(SimTime, f32)>,
}

/// A decision that was not possible any more in another course.
#[derive(Debug, Clone, PartialEq)]
pub struct LostDecision {
    /// When it was taken.
    pub at: Stamp,
    /// Why it is not possible there.
    pub reason: Text,
}

/// How it would have gone otherwise: one course, no measurement.
#[derive(Debug, Clone, PartialEq)]
pub struct Ghost {
    /// Which course.
    pub kind: GhostKind,
    /// What it came to.
    pub sum: CourseSum,
    /// Decisions that were not possible there.
    pub lost: Vec<LostDecision>,
}

/// What became of one service at all customers of a provider on whose systems it hangs.
#[derive(Debug, Clone, PartialEq)]
pub struct CustomersOutcome {
    /// The service.
    pub name: Text,
    /// At how many customers it hangs on the provider.
    pub customers: u32,
    /// At how many of them it ever fell below its emergency level.
    pub down: u32,
    /// Of these, where it was at its emergency level again by its target (WAZ).
    pub in_time: u32,
    /// Of these, where it broke its latest moment (MTA).
    pub too_late: u32,
    /// Of these, where it was normal again before the end.
    pub normal: u32,
    /// Service-hours lost.
    pub lost_service_hours: f64,
}

/// What the work of a provider came to, which offers no services itself.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct ProviderOutcome {
    /// Word to customers, release, lines, products, reports by law: whether a promise was kept, where there was one.
    pub steps: Vec<(Option<bool>, Text)>,
    /// Services of customers that hang on it, worst first; those that never fell are counted below.
    pub services: Vec<CustomersOutcome>,
    /// How many services fell nowhere.
    pub never_down: u32,
    /// What held up the work at the end, the most first.
    pub waits: Vec<Text>,
}

/// The end screen of a seat.
#[derive(Debug, Clone, PartialEq)]
pub struct Outcome {
    /// Services, worst first.
    pub services: Vec<ServiceOutcome>,
    /// Aid to and from this seat.
    pub aid: Vec<AidOutcome>,
    /// Clauses of the pact that did something for these requests, or were missed.
    pub clauses: Vec<ClauseOutcome>,
    /// The course as it was played.
    pub sum: CourseSum,
    /// Of a provider that offers no services itself: what its work came to. The sum is about its customers then.
    pub provider: Option<ProviderOutcome>,
    /// Courses that did not happen, as far as they have been reckoned.
    pub ghosts: Vec<Ghost>,
    /// How many of them are still being reckoned.
    pub ghosts_to_come: u32,
    /// Moments of the attack that are now open to all: text with a moment.
    pub marks: Vec<Text>,
    /// Whether the own systems were in the attacker's hands, now that it may be told.
    pub was_hit: bool,
}
