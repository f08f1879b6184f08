//! What a service has reached, when, and how long its outages lasted.

use crate::sim::agenda::HappeningKind;
use crate::sim::kernel::Kernel;
use crate::vocab::{ServiceId, SimTime};

/// At or above this IT level a service is back to normal on its own route.
pub(crate) const NORMAL: f32 = 0.95;
/// At or above this IT level the real application serves its first site.
pub(super) const PARTIAL: f32 = 0.10;
/// At or above this IT level the application of a service runs: it can write a payment file, say.
pub(crate) const APPLICATION_RUNS: f32 = 0.05;
/// At or above this level some urgent cases get done by any route.
pub(crate) const SOME_EMERGENCY: f32 = 0.05;

/// When a service reached what, for the metrics.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Milestones {
    /// First due minute below the emergency level.
    pub(crate) first_below: Option<SimTime>,
    /// Some urgent cases got done by any route.
    pub(crate) some_emergency: Option<SimTime>,
    /// At the emergency level again (WAZ, MTA).
    pub(crate) emergency_level: Option<SimTime>,
    /// The real application served its first site.
    pub(crate) partial: Option<SimTime>,
    /// Own route back to normal.
    pub(crate) normal: Option<SimTime>,
    /// At most one working day of demand was waiting, after normal.
    pub(crate) backlog_cleared: Option<SimTime>,
    /// First due minute of the present outage: below the emergency level since then.
    pub(crate) outage_since: Option<SimTime>,
    /// The longest outage that is over, minutes; of payments the longest delay of money.
    pub(crate) longest_outage: u32,
    /// The longest time below the emergency level that is over, minutes.
    pub(crate) longest_below: u32,
}

impl Kernel<'_> {
    /// Notes what a service has reached at the present minute.
    pub(super) fn note_milestones(&mut self, service: ServiceId) {
        let plan = self.plan;
        let now = self.columns.now;
        let template = &plan.scenario.services[plan.services[service.index()].template];
        let state = &mut self.columns.services.state[service.index()];
        let below = template.is_below(state.level);
        let is_open = plan.calendar.is_open(template.hours, now);
        if is_open {
            state.lowest = state.lowest.min(state.level);
        }
        match state.milestones.outage_since {
            None if below && is_open => state.milestones.outage_since = Some(now),
            None if below => {
                // Closed now: it counts from the first due minute, if it is still below then.
                let opens = plan.calendar.next_open(template.hours, now);
                self.columns
                    .agenda
                    .push(opens, HappeningKind::ServiceOpens, service.0, 0);
            }
            Some(since) if !below => {
                state.milestones.outage_since = None;
                let m = &mut state.milestones;
                m.longest_below = m.longest_below.max(now.since(since));
                // What matters of payments is whether the money was there on its day.
                if template.pay.is_none() {
                    m.longest_outage = m.longest_below;
                }
            }
            _ => {}
        }
        self.pay_late(service);
        let state = &mut self.columns.services.state[service.index()];
        if state.milestones.first_below.is_none() {
            if below && is_open {
                state.milestones.first_below = Some(now);
                if state.level >= SOME_EMERGENCY {
                    state.milestones.some_emergency = Some(now);
                }
                self.plan_hiring(service, plan.scenario.parameters.hire_after);
            }
            return;
        }
        let reach = |slot: &mut Option<SimTime>, reached: bool| {
            if reached {
                slot.get_or_insert(now);
            }
        };
        let m = &mut state.milestones;
        reach(&mut m.some_emergency, state.level >= SOME_EMERGENCY);
        reach(&mut m.emergency_level, !below);
        reach(&mut m.partial, state.it >= PARTIAL);
        reach(&mut m.normal, state.it >= NORMAL);
        let one_day = plan.services[service.index()].demand_per_day;
        let little_waits = state.waiting <= one_day + 1e-6;
        reach(&mut m.backlog_cleared, m.normal.is_some() && little_waits);
    }
}
