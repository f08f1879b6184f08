//! What nearly every settle system needs: columns, plan and luck.

use std::sync::Arc;

use bevy_ecs::entity::Entity;
use bevy_ecs::resource::Resource;
use bevy_ecs::system::{Res, ResMut, SystemParam};

use super::agenda::{Happening, HappeningKind};
use super::chance::Chance;
use super::columns::{Columns, Desk, Due};
use super::entities::Index;
use super::kernel::Kernel;
use super::messages::{self, Way};
use super::plan::Plan;
use crate::scenario::Pact;
use crate::vocab::{AdministrationId, RequestId, SimTime};

/// The plan, for systems.
#[derive(Debug, Resource)]
pub(crate) struct PlanHandle(pub(crate) Arc<Plan>);

/// The luck of the present run, for systems.
#[derive(Debug, Clone, Copy, Default, Resource)]
pub(crate) struct Luck(pub(crate) Chance);

/// The pact phase of the present run: position in the scenario's pacts.
#[derive(Debug, Clone, Copy, Default, Resource)]
pub(crate) struct PactPhase(pub(crate) usize);

/// Columns, plan and luck together.
#[derive(SystemParam)]
pub(crate) struct Core<'w> {
    pub(crate) columns: ResMut<'w, Columns>,
    plan: Res<'w, PlanHandle>,
    pub(crate) luck: Res<'w, Luck>,
    phase: Res<'w, PactPhase>,
}

impl Core<'_> {
    pub(crate) fn plan(&self) -> &Plan {
        &self.plan.0
    }

    /// A plan to hold while the columns change.
    pub(crate) fn plan_handle(&self) -> Arc<Plan> {
        Arc::clone(&self.plan.0)
    }

    pub(crate) fn now(&self) -> SimTime {
        self.columns.now
    }

    /// The pact in force.
    pub(crate) fn pact(&self) -> &Pact {
        &self.plan.0.scenario.pacts[self.phase.0]
    }

    /// How a message travels that is sent now.
    pub(crate) fn way(&self, from: AdministrationId, to: AdministrationId) -> Way {
        let plan = &self.plan.0;
        messages::way(plan, &self.columns, self.luck.0, self.pact(), (from, to))
    }

    /// The columns with all rules that change them.
    pub(crate) fn kernel(&mut self) -> Kernel<'_> {
        Kernel {
            plan: &self.plan.0,
            columns: &mut self.columns,
            chance: self.luck.0,
        }
    }

    /// The body of an administration, to change it.
    pub(crate) fn body(&mut self, index: &Index, at: AdministrationId) -> Entity {
        self.columns.mark_body(at);
        index.administrations[at.index()]
    }

    /// Takes the happenings left for a desk, in order.
    pub(crate) fn take_inbox(&mut self, desk: Desk) -> Vec<Happening> {
        self.columns.inbox.take(desk)
    }

    /// Lets a request look again at what it waits for.
    pub(crate) fn wake_request(&mut self, request: RequestId) {
        let now = self.columns.now;
        self.columns
            .agenda
            .push(now, HappeningKind::AidStep, request.0, ANY_EPOCH);
        self.columns.due.set(Due::AID);
    }
}

/// The tag of a step that is meant whatever happened to the request before.
pub(crate) const ANY_EPOCH: u32 = 0xFF_FFFF;
