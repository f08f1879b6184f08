//! Pay runs: the application runs, or last month's file goes out again, or nobody is paid.

use super::milestones::APPLICATION_RUNS;
use crate::sim::chance::Purpose;
use crate::sim::kernel::Kernel;
use crate::vocab::ServiceId;

impl Kernel<'_> {
    /// A payment file is due: the application runs, or last month's file goes out, or nobody is
    /// paid. Returns how many are not.
    pub(crate) fn pay_run(&mut self, service: ServiceId, run: u32, file_is_ready: bool) -> u32 {
        let plan = self.plan;
        let offered = &plan.services[service.index()];
        let Some(pay) = &plan.scenario.services[offered.template].pay else {
            return 0;
        };
        let loss = plan.scenario.parameters.pay_file_loss_per_month;
        let key = u64::from(service.0);
        let mut draw = self.chance.draw(Purpose::PayFile, key, run);
        let state = &mut self.columns.services.state[service.index()];
        let right = if state.it >= APPLICATION_RUNS {
            1.0
        } else if file_is_ready {
            let (low, high) = pay.resubmitted_right;
            let fresh = low + (high - low) * draw.uniform();
            let aged = fresh - loss * f64::from(state.runs_with_old_file);
            state.runs_with_old_file += 1;
            aged.max(0.0)
        } else {
            // The money is missed on the day on which it should be there.
            state.runs_with_old_file += 1;
            let day = pay.pay_days[run as usize];
            let missed = plan.calendar.start_of(day);
            state.missed_pay_day = state.missed_pay_day.or(missed);
            0.0
        };
        let unpaid = libm::round(f64::from(offered.recipients) * (1.0 - right)) as u32;
        state.people_unpaid += unpaid;
        self.columns.tally.events += 1;
        unpaid
    }

    /// Money that was missed goes out as soon as the application runs or the old file can go out. Where it runs there
    /// is a new file from then on.
    pub(super) fn pay_late(&mut self, service: ServiceId) {
        let now = self.columns.now;
        let state = &mut self.columns.services.state[service.index()];
        if state.it >= APPLICATION_RUNS {
            state.runs_with_old_file = 0;
        }
        let can_pay = state.it >= APPLICATION_RUNS || state.paper_since.is_some();
        if can_pay && let Some(missed) = state.missed_pay_day.take() {
            let late = now.since(missed);
            state.milestones.longest_outage = state.milestones.longest_outage.max(late);
        }
    }
}
