//! Paired Monte-Carlo: the same luck for run K whatever else differs, and whatever the number of threads.

use std::sync::Arc;

use rayon::prelude::*;

use super::result::{DrillResult, RunRow};
use crate::exercise::{Exercise, Start, World};
use crate::response::players;
use crate::scenario::Scenario;

/// What is run.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DrillPlan {
    /// How many runs, numbered from 0.
    pub runs: u32,
    /// Seed of all luck.
    pub seed: u64,
    /// Position of the pact phase in the scenario.
    pub pact: usize,
    /// Response plan of all seats.
    pub response: String,
    /// Threads; `None` takes one for each processor. The result is the same for any number.
    pub threads: Option<usize>,
}

/// Who looks on while runs are made, from any thread.
pub trait Onlooker: Sync {
    /// One more run is done.
    fn run_done(&self) {}

    /// Whether to begin no further run.
    fn wants_stop(&self) -> bool {
        false
    }
}

/// Nobody looks on.
impl Onlooker for () {}

/// Runs a scenario many times; if the onlooker stops it, the runs from 0 to the first that is
/// missing are summed up.
///
/// # Errors
/// The names of the scenario's response plans, if it has none of the plan's name.
///
/// # Panics
/// If the operating system gives no threads.
pub fn run(
    scenario: &Arc<Scenario>,
    plan: &DrillPlan,
    onlooker: &dyn Onlooker,
) -> Result<DrillResult, Vec<String>> {
    let rows = each(scenario, plan, onlooker, &|run, mut exercise| {
        let end = exercise.end();
        exercise.advance_to(end);
        (RunRow::of(run, exercise.sim()), exercise)
    })?;
    Ok(DrillResult::new(scenario, plan, &rows))
}

/// What is made of one run: its number and its beginning in, what it came to out, and the exercise
/// back, whose world the next run begins in.
pub type Play<'a, T> = &'a (dyn Fn(u32, Exercise) -> (T, Exercise) + Sync);

/// Runs a scenario many times; returns what each run came to, in the order of their numbers, up to
/// the first that is missing if the onlooker stopped it.
///
/// # Errors
/// The names of the scenario's response plans, if it has none of the plan's name.
///
/// # Panics
/// If the operating system gives no threads.
pub fn each<T: Send>(
    scenario: &Arc<Scenario>,
    plan: &DrillPlan,
    onlooker: &dyn Onlooker,
    play: Play<'_, T>,
) -> Result<Vec<T>, Vec<String>> {
    players(scenario, &plan.response, &[])?;
    let first = World::new(Arc::clone(scenario));
    let pool = rayon::ThreadPoolBuilder::new()
        .num_threads(plan.threads.unwrap_or(0))
        .build()
        .expect("threads for the runs");
    let workers = pool.current_num_threads() as u32;
    // Each worker keeps one world and takes every n-th run; rows are put back in order.
    let mut worlds: Vec<World> = (1..workers).map(|_| first.sibling()).collect();
    worlds.push(first);
    let mut rows: Vec<(u32, T)> = pool.install(|| {
        worlds
            .into_par_iter()
            .zip(0..workers)
            .flat_map_iter(|(world, worker)| {
                let every = (worker, workers);
                every_nth(world, scenario, (plan, onlooker), every, play)
            })
            .collect()
    });
    rows.sort_by_key(|(run, _)| *run);
    let whole = rows.iter().zip(0..).take_while(|((of, _), run)| of == run);
    let whole = whole.count();
    rows.truncate(whole);
    Ok(rows.into_iter().map(|(_, row)| row).collect())
}

/// Runs numbers `worker`, `worker + workers`, ... in one world.
fn every_nth<T>(
    mut world: World,
    scenario: &Arc<Scenario>,
    (plan, onlooker): (&DrillPlan, &dyn Onlooker),
    (worker, workers): (u32, u32),
    play: Play<'_, T>,
) -> Vec<(u32, T)> {
    let mut rows = Vec::new();
    for run in (worker..plan.runs).step_by(workers as usize) {
        if onlooker.wants_stop() {
            break;
        }
        let start = Start {
            seed: plan.seed,
            run: u64::from(run),
            pact: plan.pact,
        };
        let bots = players(scenario, &plan.response, &[]).unwrap_or_default();
        let (row, exercise) = play(run, Exercise::new(world, start, bots, None));
        rows.push((run, row));
        world = exercise.into_sim();
        onlooker.run_done();
    }
    rows
}
