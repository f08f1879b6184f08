//! What a seat heard of others: their situation reports.

use super::Known;
use crate::scenario::ServiceTemplate;
use crate::sim::entities::{CrisisStaff, Posture};
use crate::sim::reports::{SituationReport, count_aid, write};
use crate::vocab::{AdministrationId, SimTime};

impl<'a> Known<'a> {
    /// Returns the administrations that serve citizens, in id order: who they are is public.
    #[must_use]
    pub fn reporting(&self) -> &'a [AdministrationId] {
        &self.sim.plan.reach.reporting
    }

    /// Returns the county an administration belongs to.
    #[must_use]
    pub fn county_of(&self, at: AdministrationId) -> Option<AdministrationId> {
        *self.sim.plan.reach.county.get(at.index())?
    }

    /// Returns the cases per day of all services of an administration in normal times, a public figure.
    #[must_use]
    pub fn demand_of(&self, at: AdministrationId) -> f64 {
        let plan = &self.sim.plan;
        plan.administrations[at.index()]
            .services
            .clone()
            .map(|id| plan.services[id as usize].demand_per_day)
            .sum()
    }

    /// Returns the description of a service by its position in the scenario.
    #[must_use]
    pub fn service_template(&self, position: u16) -> &'a ServiceTemplate {
        &self.sim.plan.scenario.services[usize::from(position)]
    }

    /// Returns what the seat heard of another: when the newest report was written, and all that was
    /// said up to it, oldest first. `None` while nothing arrived.
    #[must_use]
    pub fn heard_of(&self, other: AdministrationId) -> Option<(SimTime, &'a [SituationReport])> {
        let reporting = self.reporting();
        let sender = reporting.binary_search(&other).ok()?;
        self.columns.reports.heard_by(self.seat, sender)
    }

    /// Returns what the seat would report of itself now.
    #[must_use]
    pub fn own_report(&self) -> SituationReport {
        let sim = self.sim;
        let mut aid = vec![([0, 0, 0], 0); sim.plan.administrations.len()];
        let own = self.index.requests_of(self.seat);
        for request in sim.among(own) {
            count_aid(&mut aid, request, self.now());
        }
        write(
            &sim.plan,
            self.columns,
            self.seat,
            self.component::<CrisisStaff>(),
            self.component::<Posture>(),
            aid[self.seat.index()],
        )
    }
}
