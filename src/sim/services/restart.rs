//! After an outage the usual work is not done at once: people have to find their way in again.

use super::milestones::{NORMAL, PARTIAL};
use crate::sim::agenda::HappeningKind;
use crate::sim::kernel::Kernel;
use crate::vocab::ServiceId;

impl Kernel<'_> {
    /// Notes since when the application of a service is gone, and begins the first time after it is back.
    pub(super) fn note_restart(&mut self, service: ServiceId, it: f32) {
        let now = self.columns.now;
        let parameters = &self.plan.scenario.parameters;
        let state = &mut self.columns.services.state[service.index()];
        if it < PARTIAL {
            state.gone_since.get_or_insert(now);
            return;
        }
        let was_gone_long = state
            .gone_since
            .is_some_and(|since| now.since(since) >= parameters.restart_from);
        // Who was away for long finds the way in when all is back; a short time is over with it.
        if was_gone_long && it < NORMAL {
            return;
        }
        state.gone_since = None;
        if was_gone_long && self.plan.services[service.index()].workplaces.is_some() {
            let until = now.after(parameters.restart_for);
            state.restart_until = Some(until);
            self.columns
                .agenda
                .push(until, HappeningKind::ServiceOpens, service.0, 0);
        }
    }

    /// Share of the usual work that the people of a service get done now.
    pub(super) fn pace(&self, service: ServiceId) -> f32 {
        let state = &self.columns.services.state[service.index()];
        if state
            .restart_until
            .is_some_and(|until| self.columns.now < until)
        {
            self.plan.scenario.parameters.restart_share as f32
        } else {
            1.0
        }
    }
}
