//! The headless world behind `Sim`: what happens, in simulated time, by keyed chance.

#![deny(clippy::disallowed_methods, clippy::disallowed_types)]
#![allow(
    clippy::cast_sign_loss,
    reason = "durations and counts are computed as floats and are never negative"
)]

mod agenda;
mod attack;
mod chance;
mod columns;
mod csr;
mod kernel;
mod plan;
mod services;

use std::sync::Arc;

use bevy_ecs::world::World;

use crate::scenario::Scenario;
use crate::vocab::{DAY, SimTime};
use agenda::Agenda;
use chance::Chance;
use columns::{Columns, Crew, SystemState, Tally};
use kernel::{Kernel, Stopped};
use plan::Plan;

/// A world of one scenario, ready to run again and again.
pub struct Sim {
    world: World,
    plan: Arc<Plan>,
    initial: Columns,
    chance: Chance,
    quiet: bool,
}

/// What an epidemic-like run comes to, over the systems of all but the providers.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct SpreadMetrics {
    /// Share of systems ever compromised.
    pub ever_infected_share: f64,
    /// Days until at least 95 of 100 systems were operational for good; `None` if not by the end.
    pub days_to_95pct: Option<f64>,
    /// System-days not operational.
    pub system_days_lost: f64,
}

impl Sim {
    /// Makes the world of a scenario.
    #[must_use]
    pub fn new(scenario: Arc<Scenario>) -> Self {
        let until = scenario.start_ex.after(scenario.horizon_minutes);
        let plan = Arc::new(Plan::new(scenario, until));
        let initial = initial_columns(&plan);
        let mut world = World::new();
        world.insert_resource(Columns {
            agenda: Agenda::new(),
            ..Columns::default()
        });
        Self {
            world,
            plan,
            initial,
            chance: Chance::default(),
            quiet: false,
        }
    }

    /// Puts the world back to its first minute, with the luck of replication `run` under `seed`.
    pub fn reset(&mut self, seed: u64, run: u64) {
        self.chance = Chance::new(seed, run);
        self.quiet = false;
        let mut columns = self.world.resource_mut::<Columns>();
        columns.reset_to(&self.initial);
        Kernel {
            plan: &self.plan,
            columns: &mut columns,
            chance: self.chance,
        }
        .enter_attack();
    }

    /// Lets time pass up to and including minute `limit`.
    pub fn advance_to(&mut self, limit: SimTime) {
        while !self.quiet {
            let mut columns = self.world.resource_mut::<Columns>();
            let stopped = Kernel {
                plan: &self.plan,
                columns: &mut columns,
                chance: self.chance,
            }
            .run_until(limit);
            if stopped == Stopped::AtLimit {
                columns.now = limit;
            }
            match stopped {
                Stopped::AtLimit => break,
                Stopped::Quiet => self.quiet = true,
                Stopped::ToSettle => {}
            }
        }
    }

    /// Returns what the run came to as an epidemic over systems.
    #[must_use]
    pub fn spread_metrics(&self) -> SpreadMetrics {
        let columns = self.world.resource::<Columns>();
        let tally = &columns.tally;
        let lost = tally.system_minutes_lost
            + u64::from(tally.not_operational) * u64::from(columns.now.since(tally.since));
        let per_day = f64::from(DAY);
        SpreadMetrics {
            ever_infected_share: f64::from(tally.ever_compromised) / f64::from(tally.counted),
            days_to_95pct: (!tally.below_95).then(|| f64::from(tally.at_95_since.0) / per_day),
            system_days_lost: lost as f64 / per_day,
        }
    }
    /// Returns how many happenings changed state so far.
    #[must_use]
    pub fn events(&self) -> u64 {
        self.world.resource::<Columns>().tally.events
    }
}

fn initial_columns(plan: &Plan) -> Columns {
    let systems = plan.systems();
    let gates = plan.gated.items().len();
    let counted = systems as u32 - plan.first_counted;
    let mut columns = Columns {
        systems: plan
            .nodes
            .iter()
            .map(|node| SystemState {
                own: 1.0,
                available: 1.0,
                template: node.template,
                ..SystemState::default()
            })
            .collect(),
        gates: columns::GateColumns {
            remaining: vec![0.0; gates],
            rate_per_minute: vec![0.0; gates],
            since: vec![SimTime::ZERO; gates],
            epoch: vec![0; gates],
            exposed: vec![false; gates],
            access_blocked: vec![false; plan.administrations.len()],
        },
        crews: vec![Crew::default(); plan.administrations.len()],
        tally: Tally {
            counted,
            // Operational must be at least ceil(0.95 n).
            allowed_down_at_95: counted - (counted * 19).div_ceil(20),
            ..Tally::default()
        },
        ..Columns::default()
    };
    columns.services.is_changed = vec![false; plan.services.len()];
    Kernel {
        plan,
        columns: &mut columns,
        chance: Chance::default(),
    }
    .fill_availability();
    columns
}
