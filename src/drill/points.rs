//! The same variants at many points of figures that are not known for sure, each point in worlds of its own.

use std::ops::ControlFlow;

use super::grid::Variant;
use super::many::{Onlooker, Play};
use super::queue::{Batch, Work};

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

/// Who plays points: the seed of all luck, and how many threads, `None` for one for each processor.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Crew {
    /// Seed of all luck.
    pub seed: u64,
    /// Threads. Their number changes nothing.
    pub threads: Option<usize>,
}

/// Looks at what a run came to by variant, with the position of its point and its number, as soon as it is there.
pub type Each<'a, T, E> = &'a mut (dyn FnMut(usize, u32, &[T]) -> Result<(), E> + Send);

/// Plays every point and hands each run to `each` in order; returns what each came to, by point, run and variant; `None`
/// if the onlooker stopped it.
///
/// # Errors
/// That of the first point whose variants cannot be made, or of `each`.
pub fn play_points<T: Send + Clone, E: Send>(
    crew: Crew,
    points: &[Point],
    onlooker: &dyn Onlooker,
    build: Build<'_, E>,
    play: Play<'_, T>,
    each: Each<'_, T, E>,
) -> Result<Option<Vec<Vec<Vec<T>>>>, E> {
    let batches: Vec<Batch<'_>> = points
        .iter()
        .enumerate()
        .filter(|(_, of)| !of.runs.is_empty())
        .map(|(point, of)| Batch {
            point,
            runs: &of.runs,
        })
        .collect();
    let work = Work {
        seed: crew.seed,
        threads: crew.threads,
        batches: &batches,
        build: &|point: usize| build(&points[point].settings),
        play,
        onlooker,
    };
    let mut played: Vec<Vec<Vec<T>>> = points.iter().map(|_| Vec::new()).collect();
    work.play(&mut |batch, run, row| {
        let point = batches[batch].point;
        each(point, run, &row)?;
        played[point].push(row);
        Ok(ControlFlow::Continue(()))
    })?;
    let is_whole = points
        .iter()
        .zip(&played)
        .all(|(point, rows)| rows.len() == point.runs.len());
    Ok(is_whole.then_some(played))
}
