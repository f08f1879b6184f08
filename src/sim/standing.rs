//! How things really stand at the present minute, for a comparison with what was published of incidents.
//!
//! It only reads: whoever looks day by day changes no bit of the course.

use super::Sim;
use super::entities::{OrderKind, Recovery, WorkOrder};
use super::recovery::{acceptance_minutes, part_key};
use super::services::paper_level;
use super::work::remaining_hours;
use crate::scenario::SystemRole;
use crate::vocab::{AdministrationId, ServiceId, SimTime, Skill, SystemId};

/// Which ways carry a service, each by itself, 0 to 1.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Routes {
    /// The own application, or what an emergency island carries of it.
    pub own: f64,
    /// Desks at a neighbour.
    pub neighbour: f64,
    /// Paper, hotline, crisis page, or last month's payment file.
    pub workaround: f64,
}

/// A customer's part of a product of its provider.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ProductPart {
    /// The product.
    pub product: SystemId,
    /// The customer.
    pub customer: AdministrationId,
    /// Whether it is made ready; it is live once it is accepted.
    pub is_ready: bool,
}

impl Sim {
    /// Returns the ways that carry a service at present.
    #[must_use]
    pub fn routes(&self, id: ServiceId) -> Routes {
        let columns = self.columns();
        let offered = &self.plan.services[id.index()];
        let template = &self.plan.scenario.services[offered.template];
        let state = &columns.services.state[id.index()];
        let on_paper = template.paper.zip(state.paper_since);
        Routes {
            own: f64::from(state.it),
            neighbour: f64::from(state.guest_desks) / offered.desks,
            workaround: on_paper.map_or(0.0, |(paper, since)| {
                let calendar = &self.plan.calendar;
                let age = calendar.working_days_between(since, columns.now);
                paper_level(paper.level, paper.days, age)
            }),
        }
    }

    /// Returns the first due minute in which a service was below its emergency level.
    #[must_use]
    pub fn first_down(&self, id: ServiceId) -> Option<SimTime> {
        self.columns().services.state[id.index()]
            .milestones
            .first_below
    }

    /// Returns the services of an administration.
    pub fn services_of(&self, at: AdministrationId) -> impl Iterator<Item = ServiceId> + use<> {
        let services = self.plan.administrations[at.index()].services.clone();
        services.map(ServiceId)
    }

    /// Returns which service of the scenario this one is, by position.
    #[must_use]
    pub fn template_of(&self, id: ServiceId) -> usize {
        self.plan.services[id.index()].template
    }

    /// Returns how much of a system of an administration works, with all it needs; `None` if it has no
    /// such system.
    #[must_use]
    pub fn system_works(&self, at: AdministrationId, system: &str) -> Option<f64> {
        let systems = self.plan.administrations[at.index()].systems.clone();
        let mut systems = systems.filter(|id| self.plan.described(SystemId(*id)).id == system);
        let columns = self.columns();
        let found = systems.next()?;
        Some(f64::from(columns.available(&self.plan, found)))
    }

    /// Returns the workplaces of an administration.
    #[must_use]
    pub fn workplaces_of(&self, at: AdministrationId) -> f64 {
        f64::from(self.plan.scenario.administrations[at.index()].clients)
    }

    /// Returns the share of the own workplaces that are examined or set up anew and back at work, by the
    /// effort done; `None` as long as nobody has ordered it.
    #[must_use]
    pub fn workplaces_cleared(&self, at: AdministrationId) -> Option<f64> {
        let is_workplaces = |system| self.plan.described(system).role == SystemRole::Workplaces;
        let recovery = self.recovery(at)?;
        let batch = |order: &&WorkOrder| matches!(order.kind, OrderKind::Workplaces(..));
        let mut orders: Vec<&WorkOrder> = self
            .orders_of(at)
            .filter(|order| order.system().is_some_and(is_workplaces))
            .collect();
        // Batches take the place of a check that was begun before.
        if orders.iter().any(batch) {
            orders.retain(batch);
        }
        let shifts = self.plan.shifts(recovery.mobilised?);
        let all: f64 = orders.iter().map(|order| order.effort_hours).sum();
        let left: f64 = orders
            .iter()
            .filter(|order| order.done.is_none())
            .map(|order| remaining_hours(order, &shifts, self.now()))
            .sum();
        (all > 0.0).then(|| 1.0 - left / all)
    }

    /// Returns whether all of its platform is rebuilt, and not only the core that came first.
    #[must_use]
    pub fn platform_is_whole(&self, at: AdministrationId) -> bool {
        let mut rests = self
            .orders_of(at)
            .filter(|order| matches!(order.kind, OrderKind::Rest(_)))
            .peekable();
        rests.peek().is_some() && rests.all(|order| order.done.is_some())
    }

    /// Returns how many of its own applications work, and how many there are.
    #[must_use]
    pub fn own_applications(&self, at: AdministrationId) -> (usize, usize) {
        let systems = self.plan.administrations[at.index()].systems.clone();
        let is_application = |id: &u32| {
            let work = self.plan.described(SystemId(*id)).work.as_ref();
            work.is_some_and(|work| work.skill == Skill::Application)
        };
        let applications: Vec<u32> = systems.filter(is_application).collect();
        let columns = self.columns();
        let works = |id: &&u32| columns.available(&self.plan, **id) >= 0.5;
        (
            applications.iter().filter(works).count(),
            applications.len(),
        )
    }

    /// Whether an administration is cleared, or never had to be examined.
    #[must_use]
    pub fn is_cleared(&self, at: AdministrationId) -> bool {
        self.recovery(at)
            .is_none_or(|of| of.needed_since.is_none() || of.cleared.is_some())
    }

    /// Returns the parts of all products that a provider makes ready anew, customer by customer; none
    /// before it has begun with them.
    #[must_use]
    pub fn product_parts(&self, provider: AdministrationId) -> Vec<ProductPart> {
        let mut parts = Vec::new();
        for order in self.orders_of(provider) {
            let Some(product) = order.system() else {
                continue;
            };
            for (place, customer) in (1..).zip(&order.tenants) {
                parts.push(ProductPart {
                    product,
                    customer: *customer,
                    is_ready: order.done.is_some() || order.parts_done > place,
                });
            }
        }
        parts
    }

    /// Returns the minutes from a part of a product being ready until its customer accepts it.
    #[must_use]
    pub fn acceptance_minutes(&self, part: &ProductPart) -> u32 {
        let key = part_key(part.product, part.customer);
        acceptance_minutes(self.chance, &self.plan, key)
    }

    fn recovery(&self, at: AdministrationId) -> Option<&Recovery> {
        let entity = self.index().administrations[at.index()];
        self.world.get::<Recovery>(entity)
    }

    fn orders_of(&self, at: AdministrationId) -> impl Iterator<Item = &WorkOrder> {
        let index = self.index();
        let orders = index.orders_of[at.index()].iter();
        orders.filter_map(|id| self.world.get::<WorkOrder>(index.orders[*id as usize]))
    }
}
