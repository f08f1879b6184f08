//! The state of the script: where each inject stands, and what each seat got.

use bevy_ecs::component::Component;
use bevy_ecs::entity::Entity;
use bevy_ecs::resource::Resource;
use bevy_ecs::world::World;
use serde::Serialize;

use super::watch::{watched, with_consequences};
use crate::sim::columns::Due;
use crate::sim::plan::Plan;
use crate::vocab::{
    AdministrationId, Channel, Decider, InjectId, MessageClass, OwnInject, SimTime, Text,
};

/// Why an inject was skipped.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub enum WhySkipped {
    /// The world has gone another way: its guard did not hold.
    Guard,
    /// It applied to none of those it was meant for.
    ConcernsNobody,
    /// What it waited for did not come in time.
    NotInTime,
    /// The one it makes up for was skipped.
    WithTheOther,
    /// The facilitator skipped it, for the reason typed.
    Facilitator(String),
}

/// Where an inject stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub enum InjectStage {
    /// It waits for what it waits for.
    Waiting,
    /// The facilitator holds it back; `due` is since when it would have been released.
    Held {
        /// Since when.
        due: Option<SimTime>,
    },
    /// Released.
    Released(SimTime),
    /// Skipped, and why.
    Skipped(SimTime, WhySkipped),
}

/// An inject in the course of an exercise.
#[derive(Debug, Clone, Component, Serialize)]
pub(crate) struct InjectState {
    pub(crate) stage: InjectStage,
    /// What the facilitator wrote in place of its text.
    pub(crate) edited: Option<String>,
    /// One that is not in the scenario.
    pub(crate) own: Option<OwnInject>,
}

impl InjectState {
    const fn new() -> Self {
        Self {
            stage: InjectStage::Waiting,
            edited: None,
            own: None,
        }
    }

    pub(crate) fn released(&self) -> Option<SimTime> {
        match self.stage {
            InjectStage::Released(at) => Some(at),
            _ => None,
        }
    }
}

/// What a seat replied to an inject.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Reply {
    /// When.
    pub at: SimTime,
    /// In which function somebody decided.
    pub decider: Decider,
    /// What was answered, as typed.
    pub text: String,
}

/// An inject as a seat got it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Message {
    /// Which.
    pub inject: InjectId,
    /// When it came.
    pub at: SimTime,
    /// How many entries stood in the seat's log before it.
    pub place: usize,
    /// Who spoke.
    pub from: Text,
    /// The sender, if it is an administration.
    pub sender: Option<AdministrationId>,
    /// How it came.
    pub channel: Channel,
    /// How much it asks.
    pub class: MessageClass,
    /// What was said.
    pub text: Text,
    /// Whether the seat knows something from it that changes what it has to decide.
    pub brings_fact: bool,
    /// By when something is expected of the seat.
    pub due: Option<SimTime>,
    /// When the seat acknowledged it.
    pub acknowledged: Option<SimTime>,
    /// What the seat replied.
    pub reply: Option<Reply>,
}

/// All injects that a seat got, in their order.
#[derive(Debug, Clone, Default, Component, Serialize)]
pub(crate) struct Inbox(pub(crate) Vec<Message>);

/// What injects have arranged for an administration.
#[derive(Debug, Clone, Default, Component, Serialize)]
pub(crate) struct Arrangements {
    /// Until then the bank takes last month's payment file once more.
    pub(crate) old_pay_file_until: Option<SimTime>,
    /// Of a provider: how many customers it connects a day.
    pub(crate) a_day: Option<u32>,
    /// The day on which it connected some last, and how many.
    pub(crate) connected: (u32, u32),
}

/// The script in the course of an exercise.
#[derive(Debug, Default, Resource)]
pub(crate) struct Script {
    /// By id: those of the scenario, then those made up.
    pub(crate) injects: Vec<Entity>,
    /// Injects that are not released or skipped, with what must settle for them to be looked at. Derived.
    pub(crate) open: Vec<(InjectId, Due)>,
    /// What settled since they were last looked at; empty between minutes.
    pub(crate) settled: Due,
    /// Whether they are being looked at; never between minutes.
    pub(crate) is_busy: bool,
    /// Whether people play, so that effects of injects act.
    pub(crate) is_led: bool,
}

impl Script {
    /// Enters the injects of the scenario into a fresh world.
    pub(crate) fn enter(world: &mut World, plan: &Plan) -> Self {
        let count = plan.scenario.injects.len();
        let injects = (0..count).map(|_| world.spawn(InjectState::new()).id());
        let mut script = Self {
            injects: injects.collect(),
            ..Self::default()
        };
        script.open_all(plan, false);
        script
    }

    /// Says that none of the scenario's injects has been released. Where nobody reads, those are left alone that tell
    /// people something and change nothing.
    pub(crate) fn open_all(&mut self, plan: &Plan, is_unread: bool) {
        let injects = &plan.scenario.injects;
        let all = injects.iter().enumerate();
        self.open = all
            .map(|(at, inject)| (InjectId::from_index(at), watched(&inject.when)))
            .collect();
        if is_unread {
            let have_consequences = with_consequences(injects);
            self.open.retain(|(id, _)| have_consequences[id.index()]);
        }
    }
}

impl crate::sim::Sim {
    /// Puts the script back to its beginning.
    pub(crate) fn reset_script(&mut self) {
        let plan = std::sync::Arc::clone(&self.plan);
        let scripted = plan.scenario.injects.len();
        let mut script = core::mem::take(&mut *self.world.resource_mut::<Script>());
        for entity in script.injects.drain(scripted..) {
            self.world.despawn(entity);
        }
        for entity in &script.injects {
            self.world.entity_mut(*entity).insert(InjectState::new());
        }
        script.open_all(&plan, self.logs_are_unread);
        script.settled = Due::default();
        script.is_led = false;
        *self.world.resource_mut::<Script>() = script;
    }

    pub(crate) fn inject_state(&self, id: InjectId) -> Option<&InjectState> {
        let script = self.world.resource::<Script>();
        self.world.get(*script.injects.get(id.index())?)
    }

    /// Changes the state of an inject and lets those that depend on it be looked at.
    pub(super) fn change_inject(&mut self, id: InjectId, change: impl FnOnce(&mut InjectState)) {
        self.touched = true;
        let entity = self.world.resource::<Script>().injects[id.index()];
        let mut is_over = false;
        if let Some(mut state) = self.world.get_mut::<InjectState>(entity) {
            change(&mut state);
            let stage = &state.stage;
            is_over = matches!(stage, InjectStage::Released(_) | InjectStage::Skipped(..));
        }
        let mut script = self.world.resource_mut::<Script>();
        if is_over {
            script.open.retain(|(other, _)| *other != id);
        }
        script.settled.set(Due::SCRIPT);
    }
}
