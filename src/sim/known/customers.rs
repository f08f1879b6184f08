//! What a provider sees of its customers.

use super::Known;
use crate::sim::entities::{Knowledge, Posture, Recovery};
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

    /// For a provider: its customers in the order in which its products come back to them.
    #[must_use]
    pub fn customers_in_order(&self) -> Vec<AdministrationId> {
        let set = &self.recovery().customer_order;
        if set.is_empty() {
            self.customers().to_vec()
        } else {
            set.clone()
        }
    }

    /// For a provider: whether it has set that order itself.
    #[must_use]
    pub fn has_set_order_of_customers(&self) -> bool {
        !self.recovery().customer_order.is_empty()
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

    /// For a provider: when it told its customers of the attack.
    #[must_use]
    pub fn customers_told(&self) -> Option<SimTime> {
        self.knowledge.customers_told
    }

    /// For a provider: whether an order to cut this customer is given and not effective yet.
    #[must_use]
    pub fn is_cutting(&self, customer: AdministrationId) -> bool {
        self.component::<Posture>().cutting.contains(&customer)
    }

    /// For a provider: whether its own side is safe, and a customer that had reason to be examined
    /// has handed in that it is cleared.
    #[must_use]
    pub fn may_admit_cleared(&self, customer: AdministrationId) -> bool {
        let own_is_safe = self.recovery_needed().is_none() || self.own_cleared().is_some();
        let has_reason = self.customer_told(customer).is_some()
            || self.affected().iter().any(|(who, _)| *who == customer);
        let statement = self
            .of_customer::<Recovery>(customer)
            .and_then(|recovery| recovery.cleared);
        own_is_safe && (!has_reason || statement.is_some())
    }

    /// A component of a customer; nothing of anybody else.
    pub(super) fn of_customer<C: bevy_ecs::component::Component>(
        &self,
        customer: AdministrationId,
    ) -> Option<&'a C> {
        if !self.customers().contains(&customer) {
            return None;
        }
        let entity = self.index.administrations[customer.index()];
        self.sim.world.get::<C>(entity)
    }
}
