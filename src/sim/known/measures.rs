//! What the seat ordered against the attack, and what that leaves of the risk.

use super::Known;
use crate::sim::containment::{LIFTABLE, Measures, share_left};
use crate::sim::entities::Posture;
use crate::vocab::{AdministrationId, ContainmentOption, SimTime};

impl Known<'_> {
    /// Since when the link is cut, and by whom; the first who did where both did.
    #[must_use]
    pub fn link_cut(&self) -> Option<(SimTime, AdministrationId)> {
        let here = self.link_cut_here().map(|at| (at, self.seat));
        let provider = self.own().provider.map(AdministrationId::from_index);
        let there = self.link_cut_there().zip(provider);
        match (here, there) {
            (Some(here), Some(there)) if there.0 < here.0 => Some(there),
            (here, there) => here.or(there),
        }
    }

    /// Since when the own side has cut the link to the provider.
    #[must_use]
    pub fn link_cut_here(&self) -> Option<SimTime> {
        self.component::<Posture>().link_cut_here
    }

    /// Since when the provider has cut the link on its side.
    #[must_use]
    pub fn link_cut_there(&self) -> Option<SimTime> {
        self.component::<Posture>().link_cut_there
    }

    /// Whether remote maintenance is blocked.
    #[must_use]
    pub fn access_blocked(&self) -> bool {
        self.in_force(ContainmentOption::BlockRemoteAccess)
            .is_some()
    }

    /// Since when a measure that can be lifted by itself is in force.
    #[must_use]
    pub fn in_force(&self, option: ContainmentOption) -> Option<SimTime> {
        self.component::<Posture>().since(option)
    }

    /// Whether everything was switched off and is not back yet.
    #[must_use]
    pub fn is_shut_down(&self) -> bool {
        self.component::<Posture>().shut_down.is_some()
    }

    /// Since when everything is switched off, while it is.
    #[must_use]
    pub fn shut_down_since(&self) -> Option<SimTime> {
        self.component::<Posture>().shut_down
    }

    /// Whether an order of this kind is given and not effective yet.
    #[must_use]
    pub fn is_ordered(&self, option: ContainmentOption) -> bool {
        crate::sim::decisions::is_pending(self.component::<Posture>(), option)
    }

    /// Returns the moments between which a containment would take effect if ordered now.
    #[must_use]
    pub fn effective_between(&self, option: ContainmentOption) -> (SimTime, SimTime) {
        let (_, (low, high)) = self.sim.containment_minutes(self.seat, option);
        (self.now().after(low), self.now().after(high))
    }

    /// Returns the chance, 0 to 1, that the actor reaches the seat within `minutes` under an option, by
    /// the catalogue's rates and what the seat knows: suspicion counts as "reaching for customers",
    /// a hit provider as "after the impact". `None` if the seat has no provider or knows of no attack.
    #[must_use]
    pub fn risk_within(&self, minutes: u32, option: ContainmentOption) -> Option<f64> {
        let attack = &self.sim.plan.scenario.attack;
        let stage = if self.provider_hit().is_some() {
            3
        } else if self.provider_suspected().is_some() {
            2
        } else {
            return None;
        };
        let systems = &self.sim.plan.administrations[self.seat.index()].systems;
        let prepared = 1.0 - attack.maturity_factor * self.own().maturity;
        let (from, to) = self.effective_between(option);
        let minutes = f64::from(minutes);
        let until_effective = f64::from(u32::midpoint(from.0, to.0) - self.now().0).min(minutes);
        let link_cut = !self.link_is_open();
        let link_cut_then = link_cut || option == ContainmentOption::CutProviderLink;
        let measures = LIFTABLE
            .iter()
            .filter(|measure| self.in_force(**measure).is_some())
            .fold(Measures::default(), |measures, measure| {
                measures.with(*measure)
            });
        let ends = [
            (self.link_cut_here(), ContainmentOption::CutProviderLink),
            (self.link_cut_there(), ContainmentOption::CutAllCustomers),
        ];
        let measures = ends
            .iter()
            .filter(|(cut, _)| cut.is_some())
            .fold(measures, |measures, (_, end)| measures.with(*end));
        let mut hazard = 0.0;
        let mut is_reachable = false;
        for link in self.sim.plan.gated.items() {
            let guarded = if link.remote_access {
                self.pact_terms().precautions.remote_access_factor
            } else {
                1.0
            };
            let rate = link.rates_per_minute[stage] * prepared * guarded;
            if !link.jump || !systems.contains(&link.to) || rate <= 0.0 {
                continue;
            }
            is_reachable = true;
            let before = share_left(attack, link, link_cut, measures);
            // What is left of the rate once the order is effective.
            let after = match option {
                ContainmentOption::EmergencyShutdown => 0.0,
                _ => share_left(attack, link, link_cut_then, measures.with(option)),
            };
            hazard += rate * (before * until_effective + after * (minutes - until_effective));
        }
        if !is_reachable {
            return None;
        }
        Some(1.0 - libm::exp(-hazard))
    }
}
