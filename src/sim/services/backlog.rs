//! Cases that wait: how they grow, how they are worked off, with whom.

use super::ServiceState;
use crate::scenario::{Parameters, ServiceTemplate};
use crate::sim::agenda::HappeningKind;
use crate::sim::kernel::Kernel;
use crate::sim::plan::OfferedService;
use crate::vocab::{DAY, ServiceId};

/// Whether people are hired is asked again so often, minutes.
const ASKED_AGAIN: u32 = 7 * DAY;

impl ServiceState {
    /// Cases per due minute by which the waiting ones grow (or shrink, if negative).
    ///
    /// Unserved cases that wait join them, and so does the work of entering what was served on
    /// paper. They are worked off by what the usual people do on top, and by those hired for it.
    pub(super) fn waiting_rate(
        &self,
        offered: &OfferedService,
        template: &ServiceTemplate,
        parameters: &Parameters,
    ) -> f64 {
        let level = f64::from(self.level);
        let unserved = template.deferrable_share * (1.0 - level);
        let entered_again = f64::from(self.reentry) * f64::from(self.on_paper);
        let extra = if self.hired_since.is_some() {
            parameters.backlog_extra_hired
        } else {
            parameters.backlog_extra
        };
        let change = unserved + entered_again - level * extra;
        // Where nothing waits nothing can be worked off.
        let change = if self.waiting > 0.0 {
            change
        } else {
            change.max(0.0)
        };
        offered.demand_per_minute * change
    }
}

impl Kernel<'_> {
    /// Enters the moment at which the waiting cases fall to one day's demand, or to none.
    pub(super) fn watch_backlog(&mut self, service: ServiceId) {
        let plan = self.plan;
        let offered = &plan.services[service.index()];
        let template = &plan.scenario.services[offered.template];
        let state = &self.columns.services.state[service.index()];
        let rate = state.waiting_rate(offered, template, &plan.scenario.parameters);
        if rate >= 0.0 || state.waiting <= 0.0 {
            return;
        }
        let target = if state.waiting > offered.demand_per_day {
            offered.demand_per_day
        } else {
            0.0
        };
        let due_minutes = ((state.waiting - target) / -rate).ceil().max(1.0) as u32;
        let open = plan.calendar.open_until(template.hours, self.columns.now);
        let at = plan
            .calendar
            .moment_of_open(template.hours, open.saturating_add(due_minutes));
        self.columns
            .agenda
            .push(at, HappeningKind::BacklogCleared, service.0, state.epoch);
    }

    /// A backlog has come down to the next mark, unless the level changed in the meantime.
    pub(crate) fn backlog_cleared(&mut self, service: ServiceId, epoch: u32) {
        let plan = self.plan;
        let now = self.columns.now;
        let state = &mut self.columns.services.state[service.index()];
        if state.epoch != epoch {
            return;
        }
        state.bring_up_to(plan, service, now);
        // The step to the next due minute overshoots by less than one minute of work.
        if state.waiting < 1e-3 {
            state.waiting = 0.0;
            state.hired_since = None;
        }
        self.columns.tally.events += 1;
        self.note_milestones(service);
        self.watch_backlog(service);
    }

    /// Asks later whether people are hired for the backlog of a service that went down.
    pub(super) fn plan_hiring(&mut self, service: ServiceId, in_minutes: u32) {
        let at = self.columns.now.after(in_minutes);
        self.columns
            .agenda
            .push(at, HappeningKind::ClerksHired, service.0, 0);
    }

    /// People are hired if much waits; otherwise that is asked again until nothing waits any more.
    pub(crate) fn hire_clerks(&mut self, service: ServiceId) {
        let plan = self.plan;
        let now = self.columns.now;
        let least =
            plan.scenario.parameters.hire_from_days * plan.services[service.index()].demand_per_day;
        let state = &mut self.columns.services.state[service.index()];
        if state.milestones.backlog_cleared.is_some() || state.hired_since.is_some() {
            return;
        }
        state.bring_up_to(plan, service, now);
        if state.waiting > least {
            state.hired_since = Some(now);
            state.epoch = (state.epoch + 1) & 0xFF_FFFF;
            self.columns.tally.events += 1;
            self.watch_backlog(service);
        } else {
            self.plan_hiring(service, ASKED_AGAIN);
        }
    }
}
