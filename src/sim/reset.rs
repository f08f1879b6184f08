//! The first minute of a run: entities of a fresh world, initial columns, and the way back to them.

use bevy_ecs::world::World;

use super::Sim;
use super::agenda::HappeningKind;
use super::aid::at_home;
use super::attack::AttackState;
use super::chance::Chance;
use super::columns::{
    Columns, Crew, GateColumns, Marks, Shares, Switches, SystemState, Tally, Workplaces,
};
use super::containment::Measures;
use super::core_param::Setting;
use super::entities::{
    BelongsTo, Body, CrisisStaff, Deputy, Index, Knowledge, Permits, Person, Post, Posture,
    Recovery, Stock,
};
use super::injects::{Arrangements, Inbox};
use super::kernel::Kernel;
use super::knowledge::SCRIPTED;
use super::plan::{Plan, Template};
use super::reports::ReportColumns;
use super::seat_log::SeatLog;
use super::services::ServiceColumns;
use crate::vocab::{AdministrationId, Positions, SimTime, Skill};

/// Spawns administrations and their IT people.
pub(super) fn people_the_world(world: &mut World, plan: &Plan) -> Index {
    let mut index = Index {
        orders_of: vec![Vec::new(); plan.administrations.len()],
        requests_of: vec![Vec::new(); plan.administrations.len()],
        asked_by: vec![Vec::new(); plan.administrations.len()],
        asked_and_open: vec![Vec::new(); plan.administrations.len()],
        asked_for: vec![Default::default(); plan.administrations.len()],
        giving: vec![Vec::new(); plan.administrations.len()],
        running_of: vec![Vec::new(); plan.administrations.len()],
        balance: vec![0; plan.administrations.len()],
        decisions_of: vec![Vec::new(); plan.administrations.len()],
        standing_decisions: vec![Vec::new(); plan.administrations.len()],
        ..Index::default()
    };
    for (id, administration) in (0_u32..).zip(&plan.scenario.administrations) {
        let at = AdministrationId(id);
        let stock = Stock {
            notebooks: administration.spare_notebooks,
            clean_devices: None,
        };
        let body = world
            .spawn((
                Body(at),
                CrisisStaff::default(),
                Recovery::default(),
                Posture::default(),
                Knowledge::default(),
                Permits::default(),
                Deputy::default(),
                Inbox::default(),
                Arrangements::default(),
                stock,
            ))
            .id();
        index.administrations.push(body);
        let first = index.people.len() as u32;
        for (skill, count) in Skill::ALL.iter().zip(administration.it_staff) {
            for _ in 0..count {
                let person = Person {
                    home: at,
                    skill: *skill,
                };
                let entity = world
                    .spawn((person, at_home(&person), BelongsTo(body)))
                    .id();
                if *skill == Skill::Forensics {
                    index.forensic.push(index.people.len() as u32);
                }
                index.people.push(entity);
            }
        }
        index.home_of.push(first..index.people.len() as u32);
    }
    index
}

/// Makes the columns of minute 0.
pub(super) fn initial_columns(plan: &Plan) -> Columns {
    let systems = plan.systems();
    let gates = plan.gated.items().len();
    let administrations = plan.administrations.len();
    let counted = systems as u32 - plan.first_counted;
    let mut columns = Columns {
        systems: plan
            .nodes
            .iter()
            .map(|node| SystemState {
                administration: node.administration,
                template: node.template,
                ..SystemState::default()
            })
            .collect(),
        shares: if plan.templates.iter().all(Template::is_switched) {
            Vec::new()
        } else {
            let whole = Shares {
                own: 1.0,
                available: 1.0,
            };
            vec![whole; systems]
        },
        switches: if plan.templates.iter().any(Template::is_switched) {
            vec![Switches::default(); administrations]
        } else {
            Vec::new()
        },
        gates: GateColumns {
            remaining: vec![0.0; gates],
            rate_per_minute: vec![0.0; gates],
            since: vec![SimTime::ZERO; gates],
            epoch: vec![0; gates],
            tried: vec![0; gates],
            exposed: vec![false; gates],
            measures: vec![Measures::default(); administrations],
        },
        crews: vec![Crew::default(); administrations],
        workplaces: vec![
            Workplaces {
                own_share: 1.0,
                checked_share: 1.0,
                ..Workplaces::default()
            };
            administrations
        ],
        remote_access_factor: vec![1.0; administrations],
        monitored: vec![false; administrations],
        services: ServiceColumns::new(&plan.services),
        attack: AttackState {
            has_phases: !plan.scenario.attack.phases.is_empty(),
            looked: vec![0; administrations],
            backups_reached: vec![false; administrations],
            reached: vec![None; administrations],
            ..AttackState::default()
        },
        work: Marks::new(administrations),
        work_given: vec![0; administrations],
        heard_of: vec![Positions::default(); administrations],
        questions: Marks::new(administrations),
        // Every body is new.
        thinking: Marks::all(administrations),
        hearing: Marks::all(administrations),
        reports: ReportColumns::new(administrations, plan.reach.reporting.len()),
        tally: Tally {
            counted,
            // Operational must be at least ceil(0.95 n).
            allowed_down_at_95: counted - (counted * 19).div_ceil(20),
            ..Tally::default()
        },
        ..Columns::default()
    };
    Kernel {
        plan,
        columns: &mut columns,
        chance: Chance::default(),
    }
    .fill_availability();
    columns
}

impl Sim {
    /// Puts the world back to its first minute, with the luck of replication `run` under `seed`
    /// and the pact phase at position `pact` of the scenario.
    ///
    /// # Panics
    /// If the scenario has pacts and `pact` is not one of them.
    pub fn reset(&mut self, seed: u64, run: u64, pact: usize) {
        assert!(
            pact < self.plan.scenario.pacts.len().max(1),
            "there is no pact phase {pact}"
        );
        self.chance = Chance::new(seed, run);
        self.pact = pact;
        self.quiet = false;
        self.no_aid_from = None;
        self.tell_setting();
        if self.touched {
            self.reset_entities();
            self.reset_script();
            self.touched = false;
        }
        let mut columns = self.world.resource_mut::<Columns>();
        columns.reset_to(&self.initial);
        take_precautions(&self.plan, pact, &mut columns);
        let mut kernel = Kernel {
            plan: &self.plan,
            columns: &mut columns,
            chance: self.chance,
        };
        kernel.enter_attack();
        enter_fixed_dates(&mut kernel);
        super::injects::enter_moments(&mut kernel);
    }

    /// Lets systems know what holds in this run.
    fn tell_setting(&mut self) {
        let mut setting = self.world.resource_mut::<Setting>();
        setting.luck = self.chance;
        setting.pact = self.pact;
    }

    /// Lets the luck of another replication hold for all draws to come, and for how long ways hold that the
    /// actor has not got through yet.
    pub fn change_luck(&mut self, seed: u64, run: u64) {
        self.chance = Chance::new(seed, run);
        self.tell_setting();
        self.with_kernel(|kernel| {
            kernel.redraw_gates();
        });
    }

    /// Keeps the course of every service's level from now on, for those who look at it.
    pub fn keep_courses(&mut self) {
        self.initial.services.keeps_steps = true;
        self.world.resource_mut::<Columns>().services.keeps_steps = true;
    }

    fn reset_entities(&mut self) {
        let mut index = core::mem::take(&mut *self.world.resource_mut::<Index>());
        let born = index
            .orders
            .drain(..)
            .chain(index.requests.drain(..))
            .chain(index.decisions.drain(..));
        for entity in born {
            self.world.despawn(entity);
        }
        // The world keeps a record of every component that went; nobody reads them.
        self.world.clear_trackers();
        index.orders_of.iter_mut().for_each(Vec::clear);
        for lists in [
            &mut index.requests_of,
            &mut index.asked_by,
            &mut index.running_of,
        ] {
            lists.iter_mut().for_each(Vec::clear);
        }
        index.asked_and_open.iter_mut().for_each(Vec::clear);
        index.giving.iter_mut().for_each(Vec::clear);
        let of_one_kind = index.asked_for.iter_mut().flatten();
        of_one_kind.for_each(Vec::clear);
        index.counted.clear();
        index.with_examiners.clear();
        index.from_pool.clear();
        index.balance.fill(0);
        index.decisions_of.iter_mut().for_each(Vec::clear);
        index.standing_decisions.iter_mut().for_each(Vec::clear);
        index.examinations.clear();
        for (entity, administration) in index
            .administrations
            .iter()
            .zip(&self.plan.scenario.administrations)
        {
            let stock = Stock {
                notebooks: administration.spare_notebooks,
                clean_devices: None,
            };
            self.world.entity_mut(*entity).insert((
                CrisisStaff::default(),
                Recovery::default(),
                Posture::default(),
                Knowledge {
                    log: SeatLog::new(self.logs_are_unread),
                    ..Knowledge::default()
                },
                Permits::default(),
                Deputy::default(),
                Inbox::default(),
                Arrangements::default(),
                stock,
            ));
        }
        for entity in &index.people {
            let Some(person) = self.world.get::<Person>(*entity).copied() else {
                continue;
            };
            if let Some(mut post) = self.world.get_mut::<Post>(*entity) {
                *post = at_home(&person);
            }
        }
        *self.world.resource_mut::<Index>() = index;
    }
}

/// Takes over what the pact's prevention changes about attack and detection.
fn take_precautions(plan: &Plan, pact: usize, columns: &mut Columns) {
    let Some(pact) = plan.scenario.pacts.get(pact) else {
        return;
    };
    for at in 0..plan.scenario.administrations.len() {
        let precautions = pact.with(at).precautions;
        columns.remote_access_factor[at] = precautions.remote_access_factor;
        columns.monitored[at] = precautions.monitoring;
    }
}

/// Enters what happens at fixed moments: messages and pay runs.
fn enter_fixed_dates(kernel: &mut Kernel) {
    let plan = kernel.plan;
    for (id, notice) in (0_u32..).zip(&plan.scenario.notices) {
        kernel
            .columns
            .agenda
            .push(notice.at, HappeningKind::NoticeArrives, id, SCRIPTED);
    }
    for (service, offered) in (0_u32..).zip(&plan.services) {
        for (run, cut_off) in (0_u32..).zip(&plan.pay_cut_offs[offered.template]) {
            if let Some(at) = *cut_off
                && at >= plan.scenario.start_ex
            {
                kernel
                    .columns
                    .agenda
                    .push(at, HappeningKind::PayRun, service, run);
            }
        }
    }
}
