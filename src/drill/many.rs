//! Paired Monte-Carlo: the same luck for run K whatever else differs, and whatever the number of threads.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use rayon::prelude::*;

use super::grid::Variant;
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
    let only = Variant {
        settings: Vec::new(),
        scenario: Arc::clone(scenario),
        pact: plan.pact,
        response: plan.response.clone(),
        without: None,
    };
    let mut team = Team::new(vec![only], plan.seed, plan.threads)?;
    let runs: Vec<u32> = (0..plan.runs).collect();
    let rows = team.play(&runs, onlooker, play);
    Ok(rows.into_iter().flatten().collect())
}

/// Workers that play runs of several variants, each in worlds of its own.
pub struct Team {
    variants: Vec<Variant>,
    seed: u64,
    pool: rayon::ThreadPool,
    /// For each worker, the world of each scenario.
    worlds: Vec<BTreeMap<usize, World>>,
    /// For each variant, which scenario it is played in.
    scenario_of: Vec<usize>,
}

impl Team {
    /// Gathers workers, one for each thread.
    ///
    /// # Errors
    /// The names of the response plans of a variant's scenario that has none of its name.
    ///
    /// # Panics
    /// If the operating system gives no threads.
    pub fn new(
        variants: Vec<Variant>,
        seed: u64,
        threads: Option<usize>,
    ) -> Result<Self, Vec<String>> {
        let mut firsts: Vec<(Arc<Scenario>, World)> = Vec::new();
        let mut scenario_of = Vec::new();
        for variant in &variants {
            players(&variant.scenario, &variant.response, &[])?;
            let same = |(other, _): &(Arc<Scenario>, World)| Arc::ptr_eq(other, &variant.scenario);
            let at = firsts.iter().position(same).unwrap_or_else(|| {
                let scenario = Arc::clone(&variant.scenario);
                firsts.push((Arc::clone(&scenario), World::new(scenario)));
                firsts.len() - 1
            });
            scenario_of.push(at);
        }
        let pool = rayon::ThreadPoolBuilder::new()
            .num_threads(threads.unwrap_or(0))
            .build()
            .expect("threads for the runs");
        let siblings = |firsts: &[(Arc<Scenario>, World)]| {
            let worlds = firsts.iter().map(|(_, world)| world.sibling());
            (0..).zip(worlds).collect::<BTreeMap<usize, World>>()
        };
        let mut worlds: Vec<_> = (1..pool.current_num_threads())
            .map(|_| siblings(&firsts))
            .collect();
        worlds.push(
            (0..)
                .zip(firsts.into_iter().map(|(_, world)| world))
                .collect(),
        );
        Ok(Self {
            variants,
            seed,
            pool,
            worlds,
            scenario_of,
        })
    }

    /// Returns what is played.
    #[must_use]
    pub fn variants(&self) -> &[Variant] {
        &self.variants
    }

    /// Plays runs of these numbers, each in every variant; returns what each came to, by run and
    /// variant, up to the first run that is missing if the onlooker stopped it.
    pub fn play<T: Send>(
        &mut self,
        runs: &[u32],
        onlooker: &dyn Onlooker,
        play: Play<'_, T>,
    ) -> Vec<Vec<T>> {
        let (variants, scenario_of, seed) = (&self.variants, &self.scenario_of, self.seed);
        let worlds = &mut self.worlds;
        // Who is free takes the next run; rows are put back in order.
        let next = AtomicUsize::new(0);
        let next = || {
            let at = next.fetch_add(1, Ordering::Relaxed);
            (at < runs.len()).then_some(at)
        };
        let mut rows: Vec<(usize, Vec<T>)> = self.pool.install(|| {
            worlds
                .par_iter_mut()
                .flat_map_iter(|worlds| {
                    let mut rows = Vec::new();
                    while !onlooker.wants_stop()
                        && let Some(at) = next()
                    {
                        let of = |(variant, world): (&Variant, usize)| {
                            play_one(worlds, world, variant, (seed, runs[at]), play)
                        };
                        let row = variants.iter().zip(scenario_of.iter().copied()).map(of);
                        rows.push((at, row.collect()));
                        onlooker.run_done();
                    }
                    rows
                })
                .collect()
        });
        rows.sort_by_key(|(at, _)| *at);
        let whole = rows.iter().zip(0..).take_while(|((of, _), at)| of == at);
        let whole = whole.count();
        rows.truncate(whole);
        rows.into_iter().map(|(_, row)| row).collect()
    }
}

pub(super) fn play_one<T>(
    worlds: &mut BTreeMap<usize, World>,
    at: usize,
    variant: &Variant,
    (seed, run): (u64, u32),
    play: Play<'_, T>,
) -> T {
    let world = worlds.remove(&at);
    let world = world.unwrap_or_else(|| World::new(Arc::clone(&variant.scenario)));
    let start = Start {
        seed,
        run: u64::from(run),
        pact: variant.pact,
    };
    let bots = players(&variant.scenario, &variant.response, &[]).unwrap_or_default();
    let (row, exercise) = play(run, Exercise::new(world, start, bots, None));
    worlds.insert(at, exercise.into_sim());
    row
}
