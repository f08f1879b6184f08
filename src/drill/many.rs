//! Paired Monte-Carlo: the same luck for run K whatever else differs, and whatever the number of threads.

use std::convert::Infallible;
use std::ops::ControlFlow;
use std::sync::Arc;

use super::grid::Variant;
use super::numbers::FigureTable;
use super::queue::{Batch, Work};
use super::result::{DrillResult, RunRow};
use crate::exercise::Exercise;
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
pub fn run(
    scenario: &Arc<Scenario>,
    plan: &DrillPlan,
    onlooker: &dyn Onlooker,
) -> Result<DrillResult, Vec<String>> {
    let mut table = FigureTable::default();
    let to_the_end = |run, mut exercise: Exercise| {
        let end = exercise.end();
        exercise.advance_to(end);
        (RunRow::of(run, exercise.sim()), exercise)
    };
    in_order(scenario, plan, onlooker, &to_the_end, &mut |row| {
        table.push(&row.figures, row.days, row.events);
    })?;
    Ok(DrillResult::new(scenario, plan, &table))
}

/// What is made of one run: its number and its beginning in, what it came to out, and the exercise
/// back, whose world the next run begins in.
pub type Play<'a, T> = &'a (dyn Fn(u32, Exercise) -> (T, Exercise) + Sync);

/// Runs a scenario many times; returns what each run came to, in the order of their numbers, up to
/// the first that is missing if the onlooker stopped it.
///
/// # Errors
/// The names of the scenario's response plans, if it has none of the plan's name.
pub fn each<T: Send + Clone>(
    scenario: &Arc<Scenario>,
    plan: &DrillPlan,
    onlooker: &dyn Onlooker,
    play: Play<'_, T>,
) -> Result<Vec<T>, Vec<String>> {
    let mut all = Vec::new();
    in_order(scenario, plan, onlooker, play, &mut |row| all.push(row))?;
    Ok(all)
}

fn in_order<T: Send + Clone>(
    scenario: &Arc<Scenario>,
    plan: &DrillPlan,
    onlooker: &dyn Onlooker,
    play: Play<'_, T>,
    take: &mut (dyn FnMut(T) + Send),
) -> Result<(), Vec<String>> {
    players(scenario, &plan.response, &[])?;
    let only = Variant {
        settings: Vec::new(),
        scenario: Arc::clone(scenario),
        pact: plan.pact,
        response: plan.response.clone(),
        aside: None,
    };
    let runs: Vec<u32> = (0..plan.runs).collect();
    let work = Work {
        seed: plan.seed,
        threads: plan.threads,
        batches: &[Batch {
            point: 0,
            runs: &runs,
        }],
        build: &|_| Ok::<_, Infallible>(vec![only.clone()]),
        play,
        onlooker,
    };
    let Ok(()) = work.play(&mut |_, _, rows| {
        rows.into_iter().for_each(&mut *take);
        Ok(ControlFlow::Continue(()))
    });
    Ok(())
}
