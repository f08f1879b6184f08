//! The end screen: targets against what was achieved.

use crate::vocab::{AidKind, AidState, Text, WaitCause};

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

/// The end screen of a seat.
#[derive(Debug, Clone, PartialEq)]
pub struct Outcome {
    /// Services, worst first.
    pub services: Vec<ServiceOutcome>,
    /// Aid to and from this seat.
    pub aid: Vec<AidOutcome>,
    /// Clauses of the pact that did something for these requests, or were missed.
    pub clauses: Vec<ClauseOutcome>,
    /// Service-hours lost by the own citizens.
    pub lost_service_hours: f64,
    /// People whom a pay run did not reach.
    pub people_unpaid: u32,
    /// Moments of the attack that are now open to all: text with a moment.
    pub marks: Vec<Text>,
    /// Whether the own systems were in the attacker's hands, now that it may be told.
    pub was_hit: bool,
}
