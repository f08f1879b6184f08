//! What a provider sees of its customers.

use super::Known;
use crate::sim::entities::{Knowledge, Posture};
use crate::vocab::{AdministrationId, SimTime};

impl<'a> Known<'a> {
    /// For a provider: whether it has cut its customers.
    #[must_use]
    pub fn customers_cut(&self) -> bool {
        self.component::<Posture>().customers_cut.is_some()
    }

    /// Returns the customers of the seat, if it is a provider.
    #[must_use]
    pub fn customers(&self) -> &'a [AdministrationId] {
        &self.sim.plan.administrations[self.seat.index()].customers
    }

    /// For a provider: since when the line to a customer is cut, and whether at its own end; a
    /// line is dead at both.
    #[must_use]
    pub fn line_to_customer_cut(&self, customer: AdministrationId) -> Option<(SimTime, bool)> {
        let posture = self.of_customer::<Posture>(customer)?;
        let own_end = posture.link_cut_there.map(|at| (at, true));
        own_end.or(posture.link_cut_here.map(|at| (at, false)))
    }

    /// For a provider: when it told a customer that it is hit.
    #[must_use]
    pub fn customer_told(&self, customer: AdministrationId) -> Option<SimTime> {
        self.of_customer::<Knowledge>(customer)?.provider_hit
    }

    /// A component of a customer; nothing of anybody else.
    pub(super) fn of_customer<C: bevy_ecs::component::Component>(
        &self,
        customer: AdministrationId,
    ) -> Option<&'a C> {
        if !self.customers().contains(&customer) {
            return None;
        }
        let entity = self.sim.index().administrations[customer.index()];
        self.sim.world.get::<C>(entity)
    }
}
