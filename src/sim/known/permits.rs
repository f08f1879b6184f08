//! Permits to do own services at a neighbour.

use super::Known;
use crate::sim::entities::Permits;
use crate::vocab::{ServiceId, SimTime};

/// Where an own service stands with the permit to do it at a neighbour.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KnownPermit {
    /// None is needed, or the service is not the seat's.
    NotNeeded,
    /// Held beforehand, by the pact.
    Held,
    /// Needed, and nobody has asked for it.
    NotAsked,
    /// Asked for; expected between these moments.
    Asked(SimTime, SimTime),
    /// There since then.
    There(SimTime),
}

impl Known<'_> {
    /// Returns where an own service stands with the permit to do it at a neighbour.
    #[must_use]
    pub fn permit(&self, service: ServiceId) -> KnownPermit {
        let plan = &self.sim.plan;
        let own = &plan.administrations[self.seat.index()].services;
        if !own.contains(&service.0) {
            return KnownPermit::NotNeeded;
        }
        let template = plan.services[service.index()].template;
        let Some(permit) = plan.scenario.services[template].permit else {
            return KnownPermit::NotNeeded;
        };
        if self.pact_terms().permits_held {
            return KnownPermit::Held;
        }
        match self.component::<Permits>().of(service) {
            None => KnownPermit::NotAsked,
            Some((_, there)) if there <= self.now() => KnownPermit::There(there),
            Some((asked, _)) => {
                let (low, high) = self.expected_span(permit.takes);
                let from_now = |minutes| asked.after(minutes).max(self.now());
                KnownPermit::Asked(from_now(low), from_now(high))
            }
        }
    }
}
