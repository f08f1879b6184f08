//! Deadlines of services and pay runs, and which of all comes next.

use super::words::{Look, service_name};
use crate::scenario::SetUp;
use crate::sim::{DecisionKind, Known, KnownService, notice};
use crate::view::{Deadline, DeadlineState, NextDeadline};
use crate::vocab::{SimTime, Text};

/// At or above this IT level the application can write a payment file.
const FILE_CAN_BE_WRITTEN: f64 = 0.05;

/// The two deadlines of a service.
#[derive(Debug, Clone, Copy)]
pub struct Deadlines {
    /// Emergency operation due by (WAZ).
    pub emergency_by: Deadline,
    /// At the latest (MTA).
    pub latest_by: Deadline,
}

impl Deadlines {
    /// Returns the earliest one that is still open.
    pub fn next_open(&self) -> Option<SimTime> {
        [self.emergency_by, self.latest_by]
            .into_iter()
            .filter(|deadline| deadline.state == DeadlineState::Open)
            .filter_map(|deadline| deadline.at)
            .map(|at| at.at)
            .min()
    }
}

/// Returns the deadlines of a service. Where it is closed and will be below its emergency level
/// when it opens, they are counted from then.
pub fn of_service(known: Known, service: &KnownService) -> Deadlines {
    let below = service.level < service.template.emergency_level - 1e-6;
    let begins = service.first_below.or_else(|| {
        let opens = known
            .calendar()
            .next_open(service.template.hours, known.now());
        (below && opens != SimTime::NEVER).then_some(opens)
    });
    let deadline = |minutes: u32| match begins {
        None => Deadline {
            state: DeadlineState::None,
            at: None,
        },
        Some(begins) => {
            let at = begins.after(minutes);
            let state = match service.emergency_again {
                Some(again) if again <= at => DeadlineState::Met,
                None if known.now() <= at => DeadlineState::Open,
                _ => DeadlineState::Missed,
            };
            Deadline {
                state,
                at: Some(known.stamp(at)),
            }
        }
    };
    Deadlines {
        emergency_by: deadline(service.template.waz_minutes),
        latest_by: deadline(service.template.mta_minutes),
    }
}

/// Returns the cut-off of the next pay run and whether it is secured: the application can write
/// the file, or last month's is ready.
pub fn pay_run(known: Known, service: &KnownService) -> Option<(SimTime, bool)> {
    let pay = service.template.pay.as_ref()?;
    let cut_off = pay
        .pay_days
        .iter()
        .filter_map(|day| known.calendar().pay_run_cut_off(*day))
        .filter(|at| *at >= known.now())
        .min()?;
    let secured = service.it >= FILE_CAN_BE_WRITTEN || known.is_ready(SetUp::PayFile);
    Some((cut_off, secured))
}

/// Returns the next deadline of services, pay runs and decisions.
pub fn next(known: Known) -> Option<NextDeadline> {
    let mut open: Vec<(SimTime, Text)> = Vec::new();
    for service in known.services() {
        let name = service_name(service.template);
        if let Some(at) = of_service(known, &service).next_open() {
            open.push((at, name.clone()));
        }
        if let Some((at, false)) = pay_run(known, &service) {
            open.push((at, Text::new("deadline-pay-run").text("service", name)));
        }
    }
    let owed = known.notices().iter().filter(|owed| owed.filed.is_none());
    for owed in owed.filter(|owed| owed.due >= known.now()) {
        open.push((owed.due, notice(owed.duty)));
    }
    for decision in known.decisions() {
        open.push((decision.due, Text::new(decision_key(decision.kind))));
    }
    open.into_iter()
        .min_by_key(|(at, _)| *at)
        .map(|(at, what)| NextDeadline {
            what,
            at: known.stamp(at),
        })
}

/// Returns the short name of a decision.
fn decision_key(kind: DecisionKind) -> &'static str {
    match kind {
        DecisionKind::ProviderLink => "deadline-provider-link",
        DecisionKind::Customers => "deadline-customers",
        DecisionKind::Shutdown => "deadline-shutdown",
        DecisionKind::CrisisStaff => "deadline-crisis-staff",
        DecisionKind::Answer(_) => "deadline-answer",
        DecisionKind::Reconnect => "deadline-reconnect",
        DecisionKind::Lift => "deadline-lift",
        DecisionKind::Notify => "deadline-notify",
        DecisionKind::PayFile => "deadline-pay-file",
        DecisionKind::Island => "deadline-island",
    }
}
