//! The headless world behind `Sim`: what happens, in simulated time, by keyed chance.

#![deny(clippy::disallowed_methods, clippy::disallowed_types)]
#![allow(
    clippy::cast_sign_loss,
    reason = "durations and counts are computed as floats and are never negative"
)]

mod agenda;
mod aid;
mod attack;
mod chance;
mod columns;
mod containment;
mod core_param;
mod crossings;
mod csr;
mod decisions;
mod duties;
mod entities;
mod fingerprint;
mod grips;
mod injects;
mod kernel;
mod knowledge;
mod known;
mod messages;
mod metrics;
mod plan;
mod provider;
mod recovery;
mod reports;
mod reset;
mod seat_log;
mod services;
mod settle;
mod shifts;
mod standing;
#[cfg(test)]
mod tests;
mod truth;
mod verbs;
mod way_back;
mod work;

use std::sync::Arc;

use bevy_ecs::change_detection::{DetectChanges as _, Ref};
use bevy_ecs::entity::Entity;
use bevy_ecs::system::{Query, Res, ResMut, SystemState};
use bevy_ecs::world::World;

use crate::scenario::{Pact, Scenario};
use crate::vocab::{AdministrationId, RequestId, SimTime};
use chance::Chance;
use columns::Columns;
use core_param::Setting;
use entities::{AidRequest, Body, Index, Knowledge};
use grips::Grips;
use kernel::{Kernel, Stopped};
use plan::Plan;
use seat_log::SeatLog;
use settle::Settling;

pub use aid::{Cap, ClauseMetrics, Gift, GiveLimit, Giver, KindRule, kind_rule};
pub use attack::Way;
pub use chance::{DrawnMinutes, lot};
pub use containment::LIFTABLE;
pub use decisions::{left_as_it_is, question};
pub use duties::{OwedNotice, notice};
pub use entities::{DecisionKind, LogRecord, LogRecordKind};
pub use injects::{Comes, InjectStage, Message, Reply, ScriptEntry, WhySkipped};
pub use known::{
    FatigueAhead, Finish, Known, KnownDecision, KnownOrder, KnownPermit, KnownRequest,
    KnownService, KnownSystem, Lookout, Unforeseen,
};
pub use metrics::{AidMetrics, Marks, RegionMetrics, RunMetrics, ServiceMetrics, SpreadMetrics};
pub use plan::Nearest;
pub use truth::{AttackTruth, Foothold};

pub use reports::{ReportedDeadline, SituationReport};
pub use standing::{ProductPart, Routes};
pub use way_back::{ProviderSide, WayBack};

/// Whose knowledge is marked, and whether it changed.
type News = (
    ResMut<'static, Columns>,
    Res<'static, Index>,
    Query<'static, 'static, (&'static Body, Ref<'static, Knowledge>)>,
);

/// A world of one scenario, ready to run again and again.
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a fact of its own: no two of them make a state"
)]
pub struct Sim {
    world: World,
    plan: Arc<Plan>,
    initial: Columns,
    settling: Settling,
    chance: Chance,
    /// Position of the pact in force in the scenario's pacts.
    pact: usize,
    /// The run is over by its end rule.
    quiet: bool,
    /// Whether entities changed since the last reset.
    touched: bool,
    /// Whether nobody will read the logs of seats, or what places report to each other.
    logs_are_unread: bool,
    /// Whether the act at hand is that of a deputy.
    by_deputy: bool,
    /// Whether the world settled since news were last asked for: only then anybody can have learned something.
    has_settled: bool,
    /// From when on no inject gives aid.
    no_aid_from: Option<SimTime>,
    /// What tells whose knowledge changed since it was last asked for.
    news: SystemState<News>,
    /// Whose did, perhaps; empty between two times of asking.
    hearing: Vec<AdministrationId>,
    /// What verbs take hold of.
    grips: Grips,
}

impl Sim {
    /// Makes the world of a scenario, to run until its horizon.
    #[must_use]
    pub fn new(scenario: Arc<Scenario>) -> Self {
        let until = scenario.start_ex.after(scenario.horizon_minutes);
        Self::from_plan(Arc::new(Plan::new(scenario, until)))
    }

    /// Makes another world on the same plan.
    #[must_use]
    pub fn sibling(&self) -> Self {
        let sibling = Self::from_plan(Arc::clone(&self.plan));
        if self.logs_are_unread {
            sibling.without_logs()
        } else {
            sibling
        }
    }

    /// Lets the logs of seats stay empty, and leaves out situation reports and injects that only tell people something, in
    /// a fresh world: for runs of which people read nothing but figures. The course is the same.
    #[must_use]
    pub fn without_logs(mut self) -> Self {
        self.logs_are_unread = true;
        self.with_columns(|columns| columns.reports.are_unread = true);
        let mut script = self.world.resource_mut::<injects::Script>();
        script.open_all(&self.plan, true);
        for body in self.index().administrations.clone() {
            if let Some(mut knowledge) = self.world.get_mut::<Knowledge>(body) {
                knowledge.log = SeatLog::new(self.logs_are_unread);
            }
        }
        self
    }

    fn from_plan(plan: Arc<Plan>) -> Self {
        let mut world = World::new();
        world.insert_resource(Columns::default());
        world.insert_resource(Setting {
            plan: Arc::clone(&plan),
            luck: Chance::default(),
            pact: 0,
        });
        let script = injects::Script::enter(&mut world, &plan);
        world.insert_resource(script);
        let index = reset::people_the_world(&mut world, &plan);
        world.insert_resource(index);
        Self {
            initial: reset::initial_columns(&plan),
            settling: Settling::new(&mut world),
            chance: Chance::default(),
            pact: 0,
            quiet: false,
            touched: false,
            logs_are_unread: false,
            by_deputy: false,
            has_settled: true,
            no_aid_from: None,
            news: SystemState::new(&mut world),
            hearing: Vec::new(),
            grips: Grips::new(&mut world),
            world,
            plan,
        }
    }

    /// Lets time pass up to and including minute `limit`.
    pub fn advance_to(&mut self, limit: SimTime) {
        while self.advance_to_news(limit) {}
    }

    /// Lets time pass to the next minute in which something settles, at the latest to `limit`.
    /// Returns whether something did: between settlings nobody learns anything.
    pub fn advance_to_news(&mut self, limit: SimTime) -> bool {
        self.step_to_news(limit).0
    }

    /// The same; returns the minute that is reached, too.
    pub fn step_to_news(&mut self, limit: SimTime) -> (bool, SimTime) {
        if self.quiet {
            return (false, self.now());
        }
        let run = |kernel: &mut Kernel| {
            // Time never goes back.
            let limit = limit.max(kernel.columns.now);
            let stopped = kernel.run_until(limit);
            if stopped == Stopped::AtLimit {
                kernel.columns.now = limit;
            }
            (stopped, kernel.columns.now)
        };
        let (stopped, now) = self.with_kernel(run);
        match stopped {
            Stopped::AtLimit => {}
            Stopped::Quiet => self.quiet = true,
            Stopped::ToSettle => self.settle(),
        }
        (stopped == Stopped::ToSettle, now)
    }

    /// Adds the seats whose knowledge may have changed since they were last asked for.
    pub fn take_news(&mut self, seats: &mut Vec<AdministrationId>) {
        if !core::mem::take(&mut self.has_settled) {
            return;
        }
        let news = self.news.get_mut(&mut self.world);
        let (mut columns, index, bodies) = news.expect("a query finds its world");
        let has_changed = |at: &AdministrationId| {
            let body = bodies.get(index.administrations[at.index()]);
            body.is_ok_and(|(_, knowledge)| knowledge.is_changed())
        };
        let marked = &mut self.hearing;
        columns.hearing.take(marked);
        debug_assert!(
            bodies
                .iter()
                .all(|(body, _)| !has_changed(&body.0) || marked.binary_search(&body.0).is_ok()),
            "knowledge changed of somebody who was not marked"
        );
        seats.extend(marked.drain(..).filter(has_changed));
    }

    /// Whether the run is over by its end rule, before its horizon.
    #[must_use]
    pub fn is_over(&self) -> bool {
        self.quiet
    }

    /// Settles the present minute after something changed from outside.
    fn settle(&mut self) {
        self.touched = true;
        self.has_settled = true;
        let settled = self.settling.run(&mut self.world);
        self.follow_script(settled);
    }

    /// Lets the kernel work on the columns.
    fn with_kernel<R>(&mut self, work: impl FnOnce(&mut Kernel) -> R) -> R {
        let mut columns = self.world.resource_mut::<Columns>();
        work(&mut Kernel {
            plan: &self.plan,
            columns: &mut columns,
            chance: self.chance,
        })
    }

    /// Returns the present minute.
    #[must_use]
    pub fn now(&self) -> SimTime {
        self.columns().now
    }

    /// Returns the scenario.
    #[must_use]
    pub fn scenario(&self) -> &Arc<Scenario> {
        &self.plan.scenario
    }

    /// Returns the calendar.
    #[must_use]
    pub fn calendar(&self) -> &crate::scenario::Calendar {
        &self.plan.calendar
    }

    /// Returns the pact in force.
    #[must_use]
    pub fn pact(&self) -> &Pact {
        &self.plan.scenario.pacts[self.pact]
    }

    /// The body of an administration, to change it.
    fn body(&mut self, at: AdministrationId) -> Entity {
        self.with_columns(|columns| columns.mark_body(at));
        self.index().administrations[at.index()]
    }

    fn columns(&self) -> &Columns {
        self.world.resource::<Columns>()
    }

    fn index(&self) -> &Index {
        self.world.resource::<Index>()
    }

    fn request(&self, id: RequestId) -> Option<&AidRequest> {
        let entity = self.index().requests.get(id.index())?;
        self.world.get::<AidRequest>(*entity)
    }

    fn requests(&self) -> impl Iterator<Item = &AidRequest> {
        self.among(self.index().requests.iter().copied())
    }

    /// The requests that some entities of the index are.
    fn among<E>(&self, entities: E) -> impl Iterator<Item = &AidRequest> + use<'_, E>
    where
        E: Iterator<Item = Entity>,
    {
        entities.filter_map(|entity| self.world.get::<AidRequest>(entity))
    }
}

#[cfg(test)]
impl Sim {
    /// Puts a system into the actor's hands without anybody's noticing, to test what that may change.
    pub(crate) fn compromise_hidden(&mut self, system: crate::vocab::SystemId) {
        self.with_kernel(|kernel| kernel.compromise(system.0));
    }
}
