//! Deadlines of services and pay runs, and which of all comes next.

use super::log::unanswered;
use super::words::{Look, service_name};
use crate::scenario::SetUp;
use crate::sim::{DecisionKind, Known, KnownService, notice};
use crate::view::{Deadline, DeadlineState, NextDeadline};
use crate::vocab::{SimTime, Text};

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

/// Returns the deadlines of a service: those of the present outage, else what became of those of the first. Where it is
/// closed and will be below its emergency level when it opens, they are counted from then.
pub fn of_service(known: Known, service: &KnownService) -> Deadlines {
    let template = service.template;
    let below = service.is_below();
    let opens = known.calendar().next_open(template.hours, known.now());
    let will_begin = (below && opens != SimTime::NEVER).then_some(opens);
    let running = |since: Option<SimTime>, minutes: u32| {
        let at = since?.after(minutes);
        let is_open = known.now() <= at;
        Some(Deadline {
            state: if is_open {
                DeadlineState::Open
            } else {
                DeadlineState::Missed
            },
            at: Some(known.stamp(at)),
        })
    };
    // What became of it, once an outage is over.
    let over = |minutes: u32, met: &dyn Fn(SimTime) -> bool| {
        let at = service.first_below?.after(minutes);
        Some(Deadline {
            state: if met(at) {
                DeadlineState::Met
            } else {
                DeadlineState::Missed
            },
            at: Some(known.stamp(at)),
        })
    };
    let none = Deadline {
        state: DeadlineState::None,
        at: None,
    };
    let again = service.emergency_again;
    let in_time = |at: SimTime| again.is_some_and(|again| again <= at);
    let tolerable = |_: SimTime| service.was_beyond_mta.is_none();
    let pays = template.pay.is_some();
    // Whether a payment is late is known on its day.
    let mta_will_begin = will_begin.filter(|_| !pays);
    let is_below = service.outage.waz_since.is_some();
    Deadlines {
        emergency_by: running(
            service.outage.waz_since.or(will_begin),
            template.waz_minutes,
        )
        .or_else(|| over(template.waz_minutes, &in_time))
        .unwrap_or(none),
        latest_by: running(
            service.outage.mta_since.or(mta_will_begin),
            template.mta_minutes,
        )
        .or_else(|| {
            over(template.mta_minutes, &tolerable)
                .filter(|_| !is_below && (!pays || service.was_beyond_mta.is_some()))
        })
        .unwrap_or(none),
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
    let secured = service.application_runs() || known.is_ready(SetUp::PayFile);
    Some((cut_off, secured))
}

/// Returns the next deadline of services, pay runs, notices, decisions and messages that want an answer.
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
    for owed in owed.filter(|owed| owed.due > known.now()) {
        open.push((owed.due, notice(owed.duty)));
    }
    let decisions = known.decisions().into_iter();
    for decision in decisions.filter(|decision| decision.due > known.now()) {
        open.push((decision.due, Text::new(decision_key(decision.kind))));
    }
    let asked = unanswered(known)
        .into_iter()
        .filter_map(|message| message.due);
    let asked = asked.filter(|due| *due > known.now());
    open.extend(asked.map(|due| (due, Text::new("deadline-message"))));
    open.into_iter()
        .min_by_key(|(at, _)| *at)
        .map(|(at, what)| NextDeadline {
            what,
            at: known.stamp(at),
        })
}

/// Returns which deadline of a service runs out in this minute, if one does.
#[must_use]
pub fn deadline_now(known: Known) -> Option<Text> {
    let now = known.now();
    let mut services = known.services();
    let due = services.find(|service| {
        let due = service.outage.due(service.template);
        due.into_iter().flatten().any(|at| at == now)
    })?;
    let name = service_name(due.template);
    Some(Text::new("stop-deadline").text("service", name))
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
