//! The schedules that settle a minute: aid, recovery, services, knowledge, in this order.

use bevy_ecs::schedule::{IntoScheduleConfigs, Schedule, SingleThreadedExecutor};
use bevy_ecs::system::{Commands, Query, Res, ResMut};
use bevy_ecs::world::World;

use super::agenda::{Happening, HappeningKind};
use super::columns::{Columns, Desk, Due};
use super::core_param::Core;
use super::decisions::put_questions;
use super::entities::{
    AidRequest, CrisisStaff, Index, Knowledge, LogRecordKind, OrderKind, WorkOrder,
};
use super::knowledge::{hear, note};
use super::{aid, recovery, reports, work};
use crate::scenario::SetUp;
use crate::vocab::{AidState, ServiceId, Skill, Text};

/// More rounds than this in one minute are a bug.
const MOST_ROUNDS: u32 = 1_000;
/// People who can put notebooks into service side by side.
const NOTEBOOK_HANDS: u32 = 4;

/// The schedules, in the order in which they run.
pub(crate) struct Settling {
    schedules: [(Due, Schedule); 4],
}

impl Settling {
    pub(crate) fn new() -> Self {
        let mut aid = single_threaded();
        aid.add_systems(
            (
                aid::follow_permits,
                aid::advance_requests,
                order_notebook_set_up,
            )
                .chain(),
        );
        let mut recovery = single_threaded();
        recovery.add_systems(
            (
                recovery::open_workarounds,
                recovery::finish_orders,
                recovery::begin_recoveries,
                work::assign_people,
            )
                .chain(),
        );
        let mut services = single_threaded();
        services.add_systems((settle_services, aid::follow_applications).chain());
        let mut knowledge = single_threaded();
        knowledge.add_systems((hear, put_questions, reports::pass_on).chain());
        Self {
            schedules: [
                (Due::AID, aid),
                (Due::RECOVERY, recovery),
                (Due::SERVICES, services),
                (Due::KNOWLEDGE, knowledge),
            ],
        }
    }

    /// Runs what is due until nothing is; returns what was due.
    pub(crate) fn run(&mut self, world: &mut World) -> Due {
        let mut settled = Due::default();
        for _ in 0..MOST_ROUNDS {
            let due = core::mem::take(&mut world.resource_mut::<Columns>().due);
            if due.is_empty() {
                return settled;
            }
            settled.set(due);
            for (bit, schedule) in &mut self.schedules {
                let now_due = world.resource::<Columns>().due;
                if due.has(*bit) || now_due.has(*bit) {
                    settled.set(*bit);
                    world.resource_mut::<Columns>().due.clear(*bit);
                    schedule.run(world);
                }
            }
        }
        panic!("the world does not settle: more than {MOST_ROUNDS} rounds in one minute");
    }
}

fn single_threaded() -> Schedule {
    let mut schedule = Schedule::default();
    schedule.set_executor(SingleThreadedExecutor::new());
    schedule.set_build_settings(bevy_ecs::schedule::ScheduleBuildSettings {
        ambiguity_detection: bevy_ecs::schedule::LogLevel::Error,
        ..Default::default()
    });
    schedule
}

/// Levels follow systems and workplaces; files are handed in; papers weaken.
fn settle_services(
    mut core: Core,
    index: Res<Index>,
    mut bodies: Query<(&CrisisStaff, &mut Knowledge)>,
) {
    let happenings = core.take_inbox(Desk::Services);
    for Happening { kind, id, .. } in &happenings {
        if matches!(
            kind,
            HappeningKind::PaperWeakens | HappeningKind::ServiceOpens
        ) {
            core.columns.services.mark_changed(*id);
        }
    }
    core.kernel().settle_services();
    for Happening { kind, id, tag } in happenings {
        let service = ServiceId(id);
        match kind {
            HappeningKind::BacklogCleared => core.kernel().backlog_cleared(service, tag),
            HappeningKind::PayRun => {
                let owner = core.plan().services[service.index()].administration;
                let Ok((staff, mut knowledge)) = bodies.get_mut(core.body(&index, owner)) else {
                    continue;
                };
                let file_is_ready = staff.ready_since(SetUp::PayFile).is_some();
                let unpaid = core.kernel().pay_run(service, tag, file_is_ready);
                let template =
                    &core.plan().scenario.services[core.plan().services[service.index()].template];
                let text = Text::new(if unpaid == 0 {
                    "log-paid"
                } else {
                    "log-unpaid"
                })
                .text("service", Text::new(format!("service-{}", template.id)))
                .count("people", unpaid);
                let now = core.now();
                note(&mut knowledge, now, LogRecordKind::Observation, text);
                if let (true, Some(last)) = (unpaid > 0, knowledge.log.last_mut()) {
                    last.alarm = true;
                }
                core.columns.due.set(Due::KNOWLEDGE);
            }
            _ => {}
        }
    }
}

/// Notebooks that have arrived are put into service by people of the asker.
fn order_notebook_set_up(
    mut core: Core,
    mut index: ResMut<Index>,
    mut spawn: Commands,
    mut requests: Query<&mut AidRequest>,
    mut recoveries: Query<&mut super::entities::Recovery>,
) {
    for position in 0..index.granted.len() {
        let id = index.granted[position] as usize;
        let Ok(mut request) = requests.get_mut(index.requests[id]) else {
            continue;
        };
        let arrived = request.state == AidState::Briefed;
        let lends = aid::kind_rule(request.draft.kind).gift == aid::Gift::Notebooks;
        if !lends || !arrived {
            continue;
        }
        let (Some((_, amount)), None) = (request.granted, request.set_up_order) else {
            continue;
        };
        let hours = f64::from(amount) * core.plan().scenario.parameters.notebook_hours;
        let entity = core.body(&index, request.asker);
        let now = core.now();
        let order = WorkOrder::new(
            index.next_order(),
            request.asker,
            OrderKind::Notebooks(request.id),
            Skill::Rollout,
            now,
        );
        let id = index.enter_order(
            &mut spawn,
            WorkOrder {
                useful_people: NOTEBOOK_HANDS,
                ..order.of_hours(hours, hours)
            },
        );
        request.set_up_order = Some(id);
        if let Ok(mut recovery) = recoveries.get_mut(entity) {
            // They are lent for some days only: first of all.
            recovery.queue.insert(0, id);
            recovery.mobilised.get_or_insert(now);
        }
        core.columns.mark_work(request.asker);
    }
}
