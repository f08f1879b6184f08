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

/// What holds throughout a run, for systems: in one place, since nearly every one of them asks for all of it.
#[derive(Debug, Resource)]
pub(crate) struct Setting {
    pub(crate) plan: Arc<Plan>,
    /// The luck of the present run.
    pub(crate) luck: Chance,
    /// The pact phase of the present run: position in the scenario's pacts.
    pub(crate) pact: usize,
}

/// Columns, plan and luck together.
#[derive(SystemParam)]
pub(crate) struct Core<'w> {
    pub(crate) columns: ResMut<'w, Columns>,
    setting: Res<'w, Setting>,
}

impl Core<'_> {
    pub(crate) fn plan(&self) -> &Plan {
        &self.setting.plan
    }

    /// A plan to hold while the columns change.
    pub(crate) fn plan_handle(&self) -> Arc<Plan> {
        Arc::clone(&self.setting.plan)
    }

    /// The luck of the run.
    pub(crate) fn luck(&self) -> Chance {
        self.setting.luck
    }

    pub(crate) fn now(&self) -> SimTime {
        self.columns.now
    }

    /// The pact in force.
    pub(crate) fn pact(&self) -> &Pact {
        &self.setting.plan.scenario.pacts[self.setting.pact]
    }

    /// How a message travels that is sent now.
    pub(crate) fn way(&self, from: AdministrationId, to: AdministrationId) -> Way {
        let plan = &self.setting.plan;
        messages::way(plan, &self.columns, self.luck(), self.pact(), (from, to))
    }

    /// The columns with all rules that change them.
    pub(crate) fn kernel(&mut self) -> Kernel<'_> {
        Kernel {
            plan: &self.setting.plan,
            columns: &mut self.columns,
            chance: self.setting.luck,
        }
    }

    /// The body of an administration, to change it.
    pub(crate) fn body(&mut self, index: &Index, at: AdministrationId) -> Entity {
        self.columns.mark_body(at);
        index.administrations[at.index()]
    }

    /// Takes the happenings left for a desk, in order, into a list of which nothing is left.
    pub(crate) fn take_inbox(&mut self, desk: Desk, happenings: &mut Vec<Happening>) {
        self.columns.inbox.take(desk, happenings);
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
