//! `Known`: the only window through which bots and screens look at the world.
//!
//! It shows a seat its own services, orders and requests, what was reported to it, and what is
//! public in any case (who exists, the pact, catalogue figures). Nothing else gets out.

mod aid;
mod balance;
mod customers;
mod duties;
mod facts;
mod forecast;
mod measures;
mod permits;
mod reports;
mod services;
mod systems;
mod work;

pub use aid::KnownRequest;
pub use facts::KnownDecision;
pub use forecast::{Finish, Unforeseen};
pub use permits::KnownPermit;
pub use services::KnownService;
pub use systems::KnownSystem;
pub use work::{FatigueAhead, KnownOrder};

use bevy_ecs::component::Component;
use bevy_ecs::world::EntityRef;

use super::Sim;
use super::columns::Columns;
use super::entities::{Index, Knowledge};
use crate::scenario::{Administration, Pact, PactTerms, Parameters, Recipients};
use crate::vocab::{AdministrationId, SimTime, SystemId};

/// What a seat knows at present.
#[derive(Clone, Copy)]
pub struct Known<'a> {
    pub(super) sim: &'a Sim,
    seat: AdministrationId,
    // Found once: a bot looks at each of these dozens of times before it acts.
    index: &'a Index,
    columns: &'a Columns,
    body: EntityRef<'a>,
    knowledge: &'a Knowledge,
}

/// What is found once for all seats that look at the world in the same moment.
#[derive(Clone, Copy)]
pub struct Lookout<'a> {
    sim: &'a Sim,
    index: &'a Index,
    columns: &'a Columns,
}

impl<'a> Lookout<'a> {
    /// Returns what a seat knows.
    #[must_use]
    pub fn known(&self, seat: AdministrationId) -> Known<'a> {
        let Self {
            sim,
            index,
            columns,
        } = *self;
        let body = sim.world.entity(index.administrations[seat.index()]);
        Known {
            sim,
            seat,
            index,
            columns,
            body,
            knowledge: component(body),
        }
    }
}

impl Sim {
    /// Returns what a seat knows.
    #[must_use]
    pub fn known(&self, seat: AdministrationId) -> Known<'_> {
        self.lookout().known(seat)
    }

    /// Returns from where one seat after another can look at the world.
    #[must_use]
    pub fn lookout(&self) -> Lookout<'_> {
        Lookout {
            sim: self,
            index: self.index(),
            columns: self.columns(),
        }
    }
}

fn component<C: Component>(body: EntityRef<'_>) -> &C {
    let found = body.get::<C>();
    found.expect("every administration has all its components")
}

impl<'a> Known<'a> {
    pub(super) fn component<C: Component>(&self) -> &'a C {
        component(self.body)
    }

    /// Returns the seat.
    #[must_use]
    pub fn seat(&self) -> AdministrationId {
        self.seat
    }

    /// Returns the present minute.
    #[must_use]
    pub fn now(&self) -> SimTime {
        self.columns.now
    }

    /// Returns the calendar.
    #[must_use]
    pub fn calendar(&self) -> &'a crate::scenario::Calendar {
        &self.sim.plan.calendar
    }

    /// Returns a number that grows whenever a fact reaches the seat.
    #[must_use]
    pub fn revision(&self) -> u32 {
        self.knowledge.revision
    }

    /// Returns a number that grows whenever a fact reaches the seat but that another place is affected.
    #[must_use]
    pub fn own_revision(&self) -> u32 {
        self.knowledge.revision - self.knowledge.told_of_others
    }

    /// Returns all administrations: who exists is public.
    #[must_use]
    pub fn administrations(&self) -> &'a [Administration] {
        &self.sim.plan.scenario.administrations
    }

    /// Returns whether somebody acts for an administration; who takes part is public.
    #[must_use]
    pub fn acts(&self, administration: AdministrationId) -> bool {
        self.sim.plan.scenario.acts(administration.index())
    }

    /// Returns the seat's own administration.
    #[must_use]
    pub fn own(&self) -> &'a Administration {
        &self.administrations()[self.seat.index()]
    }

    /// Returns to whom the seat itself sent a message of the scenario at a moment; `None` if it sent none.
    #[must_use]
    pub fn sent_at(&self, at: SimTime) -> Option<&'a Recipients> {
        let mut notices = self.sim.plan.scenario.notices.iter();
        let from = self.seat.index();
        let sent = notices.find(|notice| notice.at == at && notice.from == from)?;
        Some(&sent.to)
    }

    /// Returns the pact in force.
    #[must_use]
    pub fn pact(&self) -> &'a Pact {
        self.sim.pact()
    }

    /// Returns what the pact holds for the seat.
    #[must_use]
    pub fn pact_terms(&self) -> &'a PactTerms {
        self.pact().with(self.seat.index())
    }

    /// Returns the catalogue figures of recovery.
    #[must_use]
    pub fn parameters(&self) -> &'a Parameters {
        &self.sim.plan.scenario.parameters
    }

    /// Returns the span in minutes within which people expect a duration to lie.
    #[must_use]
    pub fn expected_span(&self, dist: crate::scenario::Dist) -> (u32, u32) {
        let (low, high) = super::verbs::bounds(dist);
        (
            super::chance::whole_minutes(low),
            super::chance::whole_minutes(high),
        )
    }

    /// Returns how long the seat takes to act by a rule of its response plan, the `nth` time; `drawn` is that rule's, kept
    /// from one time of asking to the next.
    pub fn drawn_delay(
        &self,
        rule: usize,
        nth: u32,
        after: crate::scenario::Dist,
        drawn: &mut super::DrawnMinutes,
    ) -> u32 {
        let key = super::chance::key_of(&[self.seat.0, rule as u32]);
        let purpose = super::chance::Purpose::Response;
        drawn.of(self.sim.chance.draw(purpose, key, nth), after)
    }

    /// Returns where the work on a system stands for a seat that takes its work as it comes: 0 to 1.
    #[must_use]
    pub fn drawn_place(&self, system: SystemId) -> f64 {
        let key = super::chance::key_of(&[self.seat.0, system.0]);
        let luck = self.sim.chance;
        luck.draw(super::chance::Purpose::OrderOfWork, key, 0)
            .uniform()
    }
}
