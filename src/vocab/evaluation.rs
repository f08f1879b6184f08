//! By what an exercise is evaluated: closed lists that scenarios, records and reports share.

use serde::{Deserialize, Serialize};

use super::catalogue::closed_list;

closed_list!(
    /// What the program can measure of an objective, from the record of an exercise.
    Measure {
        /// Minutes from the impact until a played seat knows of the attack, by whatever way.
        Alarm = "alarm",
        /// Minutes from the first service below its emergency level to the seat's first request for aid.
        CompleteRequest = "complete_request",
        /// Minutes from the arrival of a request to its answer.
        ReasonedAnswer = "reasoned_answer",
        /// Minutes from a seat's first request for people to the first useful work.
        FirstHelper = "first_helper",
        /// Minutes from the first critical service below its level that a neighbour could do, to the first desk at work.
        CriticalDesk = "critical_desk",
        /// Of 100 people whose money was due, those whom the pay runs reached.
        PayRun = "pay_run",
        /// Services of criticality 1 that were out longer than tolerable (MTA).
        CriticalMta = "critical_mta",
        /// Minutes from the question of the provider link to a decision with a reason.
        LinkDecision = "link_decision",
        /// Of 100 aids with hours of people, those for which the pact says who pays what.
        TraceableCosts = "traceable_costs",
        /// Minutes from awareness of a breach of personal data to its report (GDPR art. 33).
        Notification = "notification",
        /// Deployments on others' ground from which devices carried the attack home.
        CrossInfection = "cross_infection",
    }
);

/// In what a measure is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum MeasureUnit {
    /// Minutes of the exercise; fewer are better.
    Minutes,
    /// So many of 100; more are better.
    Of100,
    /// A count; fewer are better.
    Count,
}

impl Measure {
    /// Returns in what it is counted.
    #[must_use]
    pub const fn unit(self) -> MeasureUnit {
        match self {
            Self::PayRun | Self::TraceableCosts => MeasureUnit::Of100,
            Self::CriticalMta | Self::CrossInfection => MeasureUnit::Count,
            Self::Alarm
            | Self::CompleteRequest
            | Self::ReasonedAnswer
            | Self::FirstHelper
            | Self::CriticalDesk
            | Self::LinkDecision
            | Self::Notification => MeasureUnit::Minutes,
        }
    }
}

impl MeasureUnit {
    /// Whether a value reaches its target.
    #[must_use]
    pub fn is_met(self, value: f64, target: f64) -> bool {
        match self {
            Self::Minutes | Self::Count => value <= target,
            Self::Of100 => value >= target,
        }
    }
}

closed_list!(
    /// How an objective was reached, as HSEEP rates core capabilities.
    Rating {
        /// Performed without challenges.
        Performed = "P",
        /// Performed with some challenges.
        SomeChallenges = "S",
        /// Performed with major challenges.
        MajorChallenges = "M",
        /// Unable to be performed.
        Unable = "U",
    }
);

closed_list!(
    /// What a note of an observer is about.
    NoteKind {
        /// What was seen, without a judgement.
        Observation = "observation",
        /// What went well.
        Strength = "strength",
        /// What should become better.
        Improvement = "improvement",
    }
);
