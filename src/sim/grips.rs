//! What verbs take hold of in the world. It is found once: to find it costs more than most verbs.

use bevy_ecs::system::{Query, ResMut, SystemState};
use bevy_ecs::world::World;

use super::aid;
use super::core_param::Core;
use super::entities::{AidRequest, Index, Person, Post, Stock, WorkOrder};

/// What every verb relies on.
pub(super) const THERE: &str = "a verb takes hold of what every world has";

type Granting = (
    Core<'static>,
    ResMut<'static, Index>,
    Query<'static, 'static, &'static mut AidRequest>,
    Query<'static, 'static, (&'static Person, &'static mut Post)>,
    Query<'static, 'static, &'static mut Stock>,
);

type Recalling = (
    Core<'static>,
    ResMut<'static, Index>,
    Query<'static, 'static, &'static mut AidRequest>,
    Query<'static, 'static, (&'static Person, &'static mut Post)>,
    aid::Bodies<'static, 'static>,
    Query<'static, 'static, &'static mut WorkOrder>,
);

/// What verbs take hold of, by verb.
pub(super) struct Grips {
    /// Columns, plan and luck.
    pub(super) core: SystemState<Core<'static>>,
    /// What the granting of a request changes.
    pub(super) granting: SystemState<Granting>,
    /// What the end of aid changes.
    pub(super) recalling: SystemState<Recalling>,
}

impl Grips {
    /// Finds them in a world.
    pub(super) fn new(world: &mut World) -> Self {
        Self {
            core: SystemState::new(world),
            granting: SystemState::new(world),
            recalling: SystemState::new(world),
        }
    }
}
