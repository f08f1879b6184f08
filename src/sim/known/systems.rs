//! The seat's own systems, and what it sees of its provider's.

use std::collections::BTreeSet;

use super::Known;
use crate::scenario::SystemRole;
use crate::sim::columns::Condition;
use crate::vocab::{AdministrationId, ServiceId, SystemId, SystemState};

/// A system as the seat knows it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct KnownSystem<'a> {
    /// Which.
    pub id: SystemId,
    /// Its id in the kit; texts name it `system-<id>`.
    pub name: &'a str,
    /// Whose it is.
    pub owner: AdministrationId,
    /// What it is to the model.
    pub role: SystemRole,
    /// What the seat knows of its state.
    pub state: SystemState,
    /// Share usable, where the seat can see it.
    pub usable: Option<f64>,
}

impl<'a> Known<'a> {
    /// Returns the share of the seat's own workplaces that is usable, 0 to 1, if it has any.
    #[must_use]
    pub fn usable_workplaces(&self) -> Option<f64> {
        let plan = &self.sim.plan;
        let workplaces = plan.administrations[self.seat.index()].workplaces?;
        Some(f64::from(self.columns.available(plan, workplaces.0)))
    }

    /// Returns the systems a service needs, workplaces included.
    #[must_use]
    pub fn needs(&self, service: ServiceId) -> Vec<KnownSystem<'a>> {
        let offered = &self.sim.plan.services[service.index()];
        offered
            .needs
            .iter()
            .chain(offered.workplaces.iter())
            .map(|system| self.system(*system))
            .collect()
    }

    /// Returns the suppliers of a system, as far as the seat knows how things hang together.
    #[must_use]
    pub fn suppliers(&self, system: SystemId) -> Vec<KnownSystem<'a>> {
        let plan = &self.sim.plan;
        if plan.owner(system) != self.seat {
            return Vec::new();
        }
        plan.suppliers
            .row(system.0)
            .iter()
            .map(|supplier| self.system(SystemId(*supplier)))
            .collect()
    }

    /// Returns the criticality of the most critical service that needs a system, its own or of a customer;
    /// 5 if none does. Who offers what on which application is public.
    #[must_use]
    pub fn criticality_of(&self, system: SystemId) -> u8 {
        let plan = &self.sim.plan;
        let customers = plan.dependents_outside.row(system.0);
        core::iter::once(&system.0)
            .chain(customers)
            .flat_map(|needed| plan.services_of_system.row(*needed))
            .map(|service| plan.services[*service as usize].template)
            .map(|template| plan.scenario.services[template].criticality)
            .min()
            .unwrap_or(5)
    }

    /// Returns the services of customers that need one of the seat's own systems. Who offers what on which application is
    /// public.
    #[must_use]
    pub fn customers_services(&self) -> BTreeSet<ServiceId> {
        let plan = &self.sim.plan;
        let own = plan.administrations[self.seat.index()].systems.clone();
        let needed = own.flat_map(|system| plan.dependents_outside.row(system));
        let services = needed.flat_map(|system| plan.services_of_system.row(*system));
        services.map(|service| ServiceId(*service)).collect()
    }

    /// Returns the seat's own systems.
    pub fn systems(&self) -> impl Iterator<Item = KnownSystem<'a>> + use<'a> {
        let known = *self;
        let planned = &self.sim.plan.administrations[self.seat.index()];
        planned
            .systems
            .clone()
            .map(move |id| known.system(SystemId(id)))
    }

    /// Returns a system as the seat knows it.
    #[must_use]
    pub fn system(&self, id: SystemId) -> KnownSystem<'a> {
        let plan = &self.sim.plan;
        let owner = plan.owner(id);
        let name = plan.described(id).id.as_str();
        let role = plan.template(id.0).role;
        let columns = self.columns;
        let state = columns.systems[id.index()];
        let available = columns.available(plan, id.0);
        if owner != self.seat {
            // A customer sees of its provider's systems whether they answer, while the link is open.
            let usable = self.link_is_open().then(|| f64::from(available));
            return KnownSystem {
                id,
                name,
                owner,
                role,
                state: SystemState::Unknown,
                usable,
            };
        }
        let known_hit = self.knowledge.hit_systems.contains(&(id, state.occurrence));
        let recovery = self.recovery();
        let unexamined = recovery.needed_since.is_some() && recovery.examined.is_none();
        let in_work = || {
            self.orders_here()
                .any(|order| order.people > 0 && order.system() == Some(id))
        };
        let state_known = match state.condition {
            Condition::Encrypted if known_hit => SystemState::Encrypted,
            Condition::Compromised if known_hit => SystemState::Compromised,
            Condition::Contained | Condition::SwitchedOff if in_work() => SystemState::Rebuilding,
            Condition::Contained | Condition::SwitchedOff => SystemState::SwitchedOff,
            Condition::Cleared => SystemState::Cleared,
            Condition::Intact | Condition::Compromised | Condition::Encrypted => {
                if unexamined {
                    SystemState::Suspected
                } else {
                    SystemState::Intact
                }
            }
        };
        KnownSystem {
            id,
            name,
            owner,
            role,
            state: state_known,
            usable: Some(f64::from(available)),
        }
    }

    /// Returns the seat's link to its provider, if it has one.
    #[must_use]
    pub fn provider_link(&self) -> Option<KnownSystem<'a>> {
        self.sim.plan.administrations[self.seat.index()]
            .provider_link
            .map(|link| {
                let open = self.link_is_open();
                KnownSystem {
                    state: if open {
                        SystemState::Intact
                    } else {
                        SystemState::SwitchedOff
                    },
                    usable: Some(f64::from(u8::from(open))),
                    ..self.system(link)
                }
            })
    }

    /// Whether the seat has a link to a provider.
    #[must_use]
    pub fn has_provider_link(&self) -> bool {
        self.sim.plan.administrations[self.seat.index()]
            .provider_link
            .is_some()
    }

    /// Whether the link to the provider is open.
    #[must_use]
    pub fn link_is_open(&self) -> bool {
        self.sim.plan.administrations[self.seat.index()]
            .provider_link
            .is_some_and(|link| self.columns.own(&self.sim.plan, link.0) > 0.0)
    }

    /// Returns the own way to the internet, where it is known as a system of its own.
    #[must_use]
    pub fn internet(&self) -> Option<SystemId> {
        self.sim.plan.administrations[self.seat.index()].internet
    }

    /// Returns the own backups, where they are known as a system of their own.
    #[must_use]
    pub fn backups(&self) -> Option<SystemId> {
        self.sim.plan.administrations[self.seat.index()].backups
    }
}
