//! The schedules that settle a minute: aid, recovery, services, knowledge, in this order.

use bevy_ecs::system::{BoxedSystem, Commands, IntoSystem, Local, Query, Res, ResMut};
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

/// The systems of all schedules, in the one order in which they run.
pub(crate) struct Settling {
    steps: Vec<Step>,
    /// Steps that were passed over since one last ran: a debug build shows that there was nothing to do for them.
    passed_over: Vec<usize>,
}

/// A system that finds something to do, or nothing.
struct Step {
    /// The schedule that it belongs to.
    schedule: Due,
    /// Whether it finds something to do. Most minutes touch few of them.
    has_work: fn(&Columns) -> bool,
    system: BoxedSystem,
}

impl Step {
    fn new<M>(
        world: &mut World,
        schedule: Due,
        has_work: fn(&Columns) -> bool,
        system: impl IntoSystem<(), (), M, System: 'static>,
    ) -> Self {
        let mut system: BoxedSystem = Box::new(IntoSystem::into_system(system));
        system.initialize(world);
        Self {
            schedule,
            has_work,
            system,
        }
    }

    fn run(&mut self, world: &mut World) {
        let ran = self.system.run((), world);
        ran.expect("a system finds what every world has");
    }

    /// Shows that a system which is passed over would have done nothing.
    fn prove_idle(&mut self, world: &mut World) {
        let before = (world.resource::<Columns>().traces(), world.entities().len());
        self.run(world);
        let after = (world.resource::<Columns>().traces(), world.entities().len());
        assert_eq!(before, after, "a system found work that nobody left for it");
    }
}

/// How far a minute is settled.
#[derive(Default)]
struct Progress {
    /// All that was due so far.
    settled: Due,
    rounds: u32,
    /// What was due when the present round began.
    due: Due,
    /// The schedule of the step that was looked at last, and whether that schedule runs in this round.
    schedule: Due,
    runs: bool,
    /// The step to look at next; `None` between two rounds.
    next: Option<usize>,
}

impl Settling {
    pub(crate) fn new(world: &mut World) -> Self {
        let has_questions = |of: &Columns| !of.questions.is_empty() || !of.thinking.is_empty();
        let has_people_to_give = |of: &Columns| !of.work.is_empty() || of.examinations_marked;
        let always = |_: &Columns| true;
        let has_guests = |of: &Columns| of.guests_marked;
        let of_permits = |of: &Columns| of.inbox.has(Desk::Permits);
        let of_aid = |of: &Columns| of.inbox.has(Desk::Aid);
        let has_notebooks = |of: &Columns| !of.arrived_notebooks.is_empty();
        let of_staff = |of: &Columns| of.inbox.has(Desk::CrisisStaff);
        let of_orders = |of: &Columns| of.inbox.has(Desk::Orders);
        Self {
            steps: vec![
                Step::new(world, Due::AID, of_permits, aid::follow_permits),
                Step::new(world, Due::AID, of_aid, aid::advance_requests),
                Step::new(world, Due::AID, has_notebooks, order_notebook_set_up),
                Step::new(world, Due::RECOVERY, of_staff, recovery::open_workarounds),
                Step::new(world, Due::RECOVERY, of_orders, recovery::finish_orders),
                Step::new(
                    world,
                    Due::RECOVERY,
                    has_people_to_give,
                    recovery::begin_recoveries,
                ),
                Step::new(
                    world,
                    Due::RECOVERY,
                    has_people_to_give,
                    work::assign_people,
                ),
                Step::new(world, Due::SERVICES, always, settle_services),
                Step::new(world, Due::SERVICES, has_guests, aid::follow_applications),
                Step::new(world, Due::KNOWLEDGE, has_news, hear),
                Step::new(world, Due::KNOWLEDGE, has_questions, put_questions),
                Step::new(world, Due::KNOWLEDGE, has_reports, reports::pass_on),
            ],
            passed_over: Vec::new(),
        }
    }

    /// Runs what is due until nothing is; returns what was due.
    pub(crate) fn run(&mut self, world: &mut World) -> Due {
        self.keep_ticks_young(world);
        let mut progress = Progress::default();
        loop {
            let next = self.next_with_work(&mut progress, &mut world.resource_mut::<Columns>());
            for idle in self.passed_over.drain(..) {
                self.steps[idle].prove_idle(world);
            }
            match next {
                Some(step) => self.steps[step].run(world),
                None => return progress.settled,
            }
        }
    }

    /// The next step that finds something to do in a schedule that is due, if there is one: in this round, or in another.
    /// It may leave work for those after it, and make schedules due.
    fn next_with_work(&mut self, progress: &mut Progress, columns: &mut Columns) -> Option<usize> {
        loop {
            let Some(place) = progress.next.filter(|place| *place < self.steps.len()) else {
                progress.begin_round(columns)?;
                continue;
            };
            progress.next = Some(place + 1);
            let step = &self.steps[place];
            if progress.runs(step.schedule, columns) {
                if (step.has_work)(columns) {
                    return Some(place);
                }
                if cfg!(debug_assertions) {
                    self.passed_over.push(place);
                }
            }
        }
    }

    /// Change detection counts runs of systems in 32 bits: what changed long ago must not seem new when they come round.
    fn keep_ticks_young(&mut self, world: &mut World) {
        if let Some(check) = world.check_change_ticks() {
            for step in &mut self.steps {
                step.system.check_change_tick(check);
            }
        }
    }
}

impl Progress {
    /// Begins another round, if anything is due.
    fn begin_round(&mut self, columns: &mut Columns) -> Option<()> {
        let due = core::mem::take(&mut columns.due);
        if due.is_empty() {
            return None;
        }
        assert!(
            self.rounds < MOST_ROUNDS,
            "the world does not settle: more than {MOST_ROUNDS} rounds in one minute"
        );
        self.settled.set(due);
        self.rounds += 1;
        self.due = due;
        self.schedule = Due::default();
        self.next = Some(0);
        Some(())
    }

    /// Whether a schedule runs in this round: that is settled when its first step is looked at.
    fn runs(&mut self, schedule: Due, columns: &mut Columns) -> bool {
        if self.schedule != schedule {
            self.schedule = schedule;
            self.runs = self.due.has(schedule) || columns.due.has(schedule);
            if self.runs {
                self.settled.set(schedule);
                columns.due.clear(schedule);
            }
        }
        self.runs
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

/// Levels follow systems and workplaces; files are handed in; papers weaken.
fn settle_services(
    mut core: Core,
    index: Res<Index>,
    mut bodies: Query<(&CrisisStaff, &mut Knowledge)>,
    mut happenings: Local<Vec<Happening>>,
) {
    core.take_inbox(Desk::Services, &mut happenings);
    for Happening { kind, id, .. } in &*happenings {
        match kind {
            HappeningKind::PaperWeakens => core.columns.services.mark_weaker(*id),
            HappeningKind::ServiceOpens => core.columns.services.mark_changed(*id),
            _ => {}
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
