//! The same variants at many points of figures that are not known for sure, each point in worlds of its own.

use std::collections::BTreeMap;
use std::sync::Arc;

use rayon::prelude::*;

use super::grid::Variant;
use super::many::{Onlooker, Play, play_one};

/// Figures as `--set` takes them.
pub type Settings = Vec<(String, String)>;

/// What is played at once: figures set beyond the scenario as it stands, and the numbers of the runs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Point {
    /// The figures.
    pub settings: Settings,
    /// The runs; the same numbers meet the same luck at every point.
    pub runs: Vec<u32>,
}

/// Makes the variants with the figures of a point.
pub type Build<'a, E> = &'a (dyn Fn(&[(String, String)]) -> Result<Vec<Variant>, E> + Sync);

/// Gathers threads; `None` takes one for each processor.
///
/// # Panics
/// If the operating system gives no threads.
#[must_use]
pub fn pool_of(threads: Option<usize>) -> rayon::ThreadPool {
    rayon::ThreadPoolBuilder::new()
        .num_threads(threads.unwrap_or(0))
        .build()
        .expect("threads for the runs")
}

/// Plays every point; returns what each came to, by point, run and variant, up to the first that is missing if the
/// onlooker stopped it. The number of threads changes nothing.
///
/// # Errors
/// That of the first point whose variants cannot be made.
pub fn play_points<T: Send, E: Send>(
    pool: &rayon::ThreadPool,
    seed: u64,
    points: &[Point],
    onlooker: &dyn Onlooker,
    build: Build<'_, E>,
    play: Play<'_, T>,
) -> Result<Vec<Vec<Vec<T>>>, E> {
    let played: Vec<Option<Result<_, E>>> = pool.install(|| {
        // One by one: points differ much in what they take.
        let each = points.par_iter().with_max_len(1);
        each.map(|point| one(seed, point, onlooker, build, play).transpose())
            .collect()
    });
    played.into_iter().map_while(|point| point).collect()
}

/// Plays a point; `None` if it was stopped before its last run.
fn one<T, E>(
    seed: u64,
    point: &Point,
    onlooker: &dyn Onlooker,
    build: Build<'_, E>,
    play: Play<'_, T>,
) -> Result<Option<Vec<Vec<T>>>, E> {
    if onlooker.wants_stop() {
        return Ok(None);
    }
    let variants = build(&point.settings)?;
    // Variants that differ in pact or response only share a world.
    let scenario_of: Vec<usize> = variants
        .iter()
        .map(|variant| {
            let same = |other: &Variant| Arc::ptr_eq(&other.scenario, &variant.scenario);
            variants.iter().position(same).unwrap_or(0)
        })
        .collect();
    let mut worlds = BTreeMap::new();
    let mut rows = Vec::new();
    for run in &point.runs {
        if onlooker.wants_stop() {
            return Ok(None);
        }
        let row = variants
            .iter()
            .zip(&scenario_of)
            .map(|(variant, world)| play_one(&mut worlds, *world, variant, (seed, *run), play));
        rows.push(row.collect());
        onlooker.run_done();
    }
    Ok(Some(rows))
}
