//! The schedules that settle a minute: aid, recovery, services, knowledge, in this order.

use bevy_ecs::schedule::{IntoScheduleConfigs, Schedule, SingleThreadedExecutor};
use bevy_ecs::system::{Commands, Local, Query, Res, ResMut, ScheduleSystem};
use bevy_ecs::world::World;

use super::agenda::{Happening, HappeningKind};
use super::columns::{Columns, Desk, Due};
use super::core_param::Core;
use super::decisions::put_questions;
use super::entities::{
    AidRequest, CrisisStaff, Index, Knowledge, LogRecordKind, OrderKind, WorkOrder,
};
use super::knowledge::hear;
use super::seat_log::{note, raise_alarm};
use super::{aid, recovery, reports, work};
use crate::scenario::SetUp;
use crate::vocab::{AidState, ServiceId, Skill, Text};

/// More rounds than this in one minute are a bug.
const MOST_ROUNDS: u32 = 1_000;
/// People who can put notebooks into service side by side.
const NOTEBOOK_HANDS: u32 = 4;

/// The schedules, in the order in which they run.
pub(crate) struct Settling {
    schedules: [(Due, Vec<Step>); 4],
}

/// Systems that find something to do together, or nothing.
struct Step {
    schedule: Schedule,
    /// Whether they find something to do. Most minutes touch few of them.
    has_work: fn(&Columns) -> bool,
}

impl Step {
    fn new<M>(
        has_work: fn(&Columns) -> bool,
        systems: impl IntoScheduleConfigs<ScheduleSystem, M>,
    ) -> Self {
        let mut schedule = single_threaded();
        schedule.add_systems(systems);
        Self { schedule, has_work }
    }

    /// Shows that systems which are passed over would have done nothing.
    fn prove_idle(&mut self, world: &mut World) {
        let before = (world.resource::<Columns>().traces(), world.entities().len());
        self.schedule.run(world);
        let after = (world.resource::<Columns>().traces(), world.entities().len());
        assert_eq!(
            before, after,
            "systems found work that nobody left for them"
        );
    }
}

/// Runs the steps that find something to do, in order; one may leave work for those after it.
fn run_steps(steps: &mut [Step], world: &mut World) {
    let mut rest = steps;
    while !rest.is_empty() {
        let columns = world.resource::<Columns>();
        let next = rest.iter().position(|step| (step.has_work)(columns));
        let (idle, others) = rest.split_at_mut(next.unwrap_or(rest.len()));
        if cfg!(debug_assertions) {
            for step in idle.iter_mut() {
                step.prove_idle(world);
            }
        }
        let Some((step, after)) = others.split_first_mut() else {
            return;
        };
        step.schedule.run(world);
        rest = after;
    }
}

impl Settling {
    pub(crate) fn new() -> Self {
        let has_questions =
            |columns: &Columns| !columns.questions.is_empty() || !columns.thinking.is_empty();
        let has_people_to_give =
            |columns: &Columns| !columns.work.is_empty() || columns.examinations_marked;
        let aid = vec![
            Step::new(
                |columns| columns.inbox.has(Desk::Permits),
                aid::follow_permits,
            ),
            Step::new(
                |columns| columns.inbox.has(Desk::Aid),
                aid::advance_requests,
            ),
            Step::new(
                |columns| !columns.arrived_notebooks.is_empty(),
                order_notebook_set_up,
            ),
        ];
        let recovery = vec![
            Step::new(
                |columns| columns.inbox.has(Desk::CrisisStaff),
                recovery::open_workarounds,
            ),
            Step::new(
                |columns| columns.inbox.has(Desk::Orders),
                recovery::finish_orders,
            ),
            Step::new(
                has_people_to_give,
                (recovery::begin_recoveries, work::assign_people).chain(),
            ),
        ];
        let services = vec![Step::new(
            |_| true,
            (settle_services, aid::follow_applications).chain(),
        )];
        let knowledge = vec![
            Step::new(has_news, hear),
            Step::new(has_questions, put_questions),
            Step::new(has_reports, reports::pass_on),
        ];
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
            for (bit, steps) in &mut self.schedules {
                let mut columns = world.resource_mut::<Columns>();
                if due.has(*bit) || columns.due.has(*bit) {
                    settled.set(*bit);
                    columns.due.clear(*bit);
                    run_steps(steps, world);
                }
            }
        }
        panic!("the world does not settle: more than {MOST_ROUNDS} rounds in one minute");
    }
}

/// Whether somebody may hear, see or tell something, or has to find out whether the attack is contained.
fn has_news(columns: &Columns) -> bool {
    let attack = &columns.attack;
    columns.inbox.has(Desk::Knowledge)
        || !columns.changed_systems.is_empty()
        || !columns.services.crossed.is_empty()
        || columns.word.is_new(columns.now)
        || attack.detected.is_some() && attack.contained.is_none()
}

/// Whether reports may begin, are written, arrive or are passed on.
fn has_reports(columns: &Columns) -> bool {
    let reports = &columns.reports;
    let may_begin =
        !reports.are_unread && reports.begun.is_none() && columns.word.is_new(columns.now);
    columns.inbox.has(Desk::Reports) || may_begin
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
    mut happenings: Local<Vec<Happening>>,
) {
    core.take_inbox(Desk::Services, &mut happenings);
    for Happening { kind, id, .. } in &*happenings {
        if matches!(
            kind,
            HappeningKind::PaperWeakens | HappeningKind::ServiceOpens
        ) {
            core.columns.services.mark_changed(*id);
        }
    }
    core.kernel().settle_services();
    for Happening { kind, id, tag } in happenings.drain(..) {
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
                let text = || {
                    Text::new(if unpaid == 0 {
                        "log-paid"
                    } else {
                        "log-unpaid"
                    })
                    .text("service", Text::new(format!("service-{}", template.id)))
                    .count("people", unpaid)
                };
                let now = core.now();
                note(&mut knowledge, now, LogRecordKind::Observation, text);
                if unpaid > 0 {
                    raise_alarm(&mut knowledge);
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
    let mut arrived = core::mem::take(&mut core.columns.arrived_notebooks);
    arrived.sort_unstable();
    for id in arrived {
        let Ok(mut request) = requests.get_mut(index.requests[id.index()]) else {
            continue;
        };
        let is_here = request.state == AidState::Briefed && request.set_up_order.is_none();
        let Some((_, amount)) = request.granted.filter(|_| is_here) else {
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
