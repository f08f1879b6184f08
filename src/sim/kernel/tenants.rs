//! Customers on the products of their provider: off until their part is live again.

use super::Kernel;
use crate::sim::columns::{Condition, Due};
use crate::vocab::{AdministrationId, SystemId};

impl Kernel<'_> {
    /// Takes all customers off a product that is rebuilt: each comes back with its own part.
    pub(crate) fn disconnect_tenants(&mut self, product: SystemId) {
        let plan = self.plan;
        for system in plan.dependents_outside.row(product.0) {
            self.set_own(*system, 0.0);
        }
    }

    /// A customer's part of a product is live.
    pub(crate) fn connect_tenant(&mut self, product: SystemId, customer: AdministrationId) {
        let plan = self.plan;
        for system in plan.dependents_outside.row(product.0) {
            if plan.owner(SystemId(*system)) != customer {
                continue;
            }
            match self.columns.systems[*system as usize].condition {
                Condition::Intact | Condition::Cleared => self.set_own(*system, 1.0),
                // It was in the actor's hands as well: its part was built anew.
                _ => self.restore(*system),
            }
        }
        self.columns.tally.events += 1;
        self.columns.due.set(Due::KNOWLEDGE);
    }

    /// A system outside the domain was checked and is given back, unless it was hit.
    pub(super) fn system_checked(&mut self, system: u32) {
        let condition = self.columns.systems[system as usize].condition;
        if matches!(condition, Condition::Intact | Condition::SwitchedOff) {
            self.restore(system);
            self.columns.due.set(Due::KNOWLEDGE);
        }
    }
}
