//! Runs shared out among threads and handed over in their order.
//!
//! Whoever is free takes the next run; nobody waits for a batch to end. A thread stays with its batch while that has runs,
//! for a batch has worlds of its own; then it opens the next, and where none may be opened it helps with one that is
//! open. A variant whose runs are those of another one takes them over and is not played. What is done too early waits
//! for its turn: nobody begins a run that is too far ahead of what was handed over, so that what waits is bounded.

use std::collections::BTreeMap;
use std::num::NonZeroUsize;
use std::ops::ControlFlow;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, OnceLock, PoisonError};

use super::grid::Variant;
use super::many::{Onlooker, Play};
use crate::exercise::{Exercise, Start, World};
use crate::response::players;

/// Runs that a thread may be ahead of what was handed over, for each thread.
const AHEAD: usize = 64;

/// Runs that are played in the same variants.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Batch<'a> {
    /// What [`Work::build`] makes the variants of.
    pub point: usize,
    /// Numbers of the runs.
    pub runs: &'a [u32],
}

/// What is to be played.
pub struct Work<'a, T, E> {
    /// Seed of all luck.
    pub seed: u64,
    /// Threads; `None` takes one for each processor.
    pub threads: Option<usize>,
    /// The runs, in the order in which they are handed over.
    pub batches: &'a [Batch<'a>],
    /// Makes the variants of a point; called once for each batch, when its first run is due.
    pub build: &'a (dyn Fn(usize) -> Result<Vec<Variant>, E> + Sync),
    /// Plays a run.
    pub play: Play<'a, T>,
    /// Who looks on.
    pub onlooker: &'a dyn Onlooker,
}

/// Takes rows in their order: position of the batch, number of the run, what it came to by variant. A break says that this
/// is enough.
pub type Take<'a, T, E> =
    &'a mut (dyn FnMut(usize, u32, Vec<T>) -> Result<ControlFlow<()>, E> + Send);

impl<T: Send + Clone, E: Send> Work<'_, T, E> {
    /// Plays all runs, each in every variant of its batch, and hands them over in their order up to the first that is
    /// missing if the onlooker stopped it. The number of threads changes nothing of what is handed over.
    ///
    /// # Errors
    /// That of the first batch whose variants cannot be made, or of `take`; all rows before it have been handed over.
    pub fn play(&self, take: Take<'_, T, E>) -> Result<(), E> {
        let threads = self
            .threads
            .or_else(|| {
                std::thread::available_parallelism()
                    .ok()
                    .map(NonZeroUsize::get)
            })
            .unwrap_or(1);
        let mut firsts = Vec::with_capacity(self.batches.len() + 1);
        let mut rows = 0;
        for batch in self.batches {
            firsts.push(rows);
            rows += batch.runs.len();
        }
        firsts.push(rows);
        let hall = Hall {
            work: self,
            firsts,
            threads,
            state: Mutex::new(State {
                next_batch: 0,
                open: Vec::new(),
                handed_over: 0,
                waiting: BTreeMap::new(),
                is_handing_over: false,
                ended: false,
                fault: None,
            }),
            changed: Condvar::new(),
            take: Mutex::new(take),
        };
        std::thread::scope(|scope| {
            for _ in 1..threads.min(rows.max(1)) {
                scope.spawn(|| hall.play());
            }
            hall.play();
        });
        let state = hall.state.into_inner();
        match state.unwrap_or_else(PoisonError::into_inner).fault {
            Some(fault) => Err(fault),
            None => Ok(()),
        }
    }
}

/// Where threads meet.
struct Hall<'a, T, E> {
    work: &'a Work<'a, T, E>,
    /// Position of the first row of each batch among all rows, and their number.
    firsts: Vec<usize>,
    threads: usize,
    state: Mutex<State<T, E>>,
    changed: Condvar,
    take: Mutex<Take<'a, T, E>>,
}

struct State<T, E> {
    /// The first batch of which no run has begun.
    next_batch: usize,
    /// Batches of which some runs have begun and others not, in their order.
    open: Vec<Open>,
    /// How many rows were handed over.
    handed_over: usize,
    /// Rows that are done before their turn, by position; a fault where a batch could not be made.
    waiting: BTreeMap<usize, Result<Vec<T>, E>>,
    /// Whether a thread is handing over: it takes what the others bring.
    is_handing_over: bool,
    /// No more is wanted.
    ended: bool,
    fault: Option<E>,
}

struct Open {
    batch: usize,
    /// Which of its runs is next.
    next: usize,
    shelf: Arc<OnceLock<Option<Shelf>>>,
}

/// A run to play.
struct Job {
    batch: usize,
    at: usize,
    shelf: Arc<OnceLock<Option<Shelf>>>,
}

enum Pick {
    Run(Job),
    /// There will be something to do when more was handed over.
    Later,
    /// All runs have begun.
    Done,
}

/// Variants of a batch, and a world for whoever else comes to play them.
struct Shelf {
    variants: Vec<Variant>,
    /// For each variant, the first that is played in the same scenario: they share a world.
    world_of: Vec<usize>,
    /// For each variant, the first whose runs are its own too: only that one is played.
    played_as: Vec<usize>,
    /// By world: one that is free, and how many threads may still come for it.
    spare: Mutex<BTreeMap<usize, (World, usize)>>,
}

impl<T: Send + Clone, E: Send> Hall<'_, T, E> {
    fn lock(&self) -> MutexGuard<'_, State<T, E>> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// What each thread does.
    fn play(&self) {
        let _guard = LetOthersGo(self);
        let mut batch = None;
        let mut worlds = BTreeMap::new();
        while let Some(job) = self.next(batch) {
            if batch != Some(job.batch) {
                worlds.clear();
                batch = Some(job.batch);
            }
            let Some(shelf) = self.shelf(&job) else {
                continue;
            };
            let run = self.work.batches[job.batch].runs[job.at];
            let mut row: Vec<T> = Vec::with_capacity(shelf.variants.len());
            for (at, variant) in shelf.variants.iter().enumerate() {
                let of = shelf.played_as[at];
                if of < at {
                    row.push(row[of].clone());
                    continue;
                }
                let world = worlds.remove(&shelf.world_of[at]);
                let world = world.unwrap_or_else(|| self.world(shelf, shelf.world_of[at]));
                let (played, world) = self.play_one(world, variant, run);
                worlds.insert(shelf.world_of[at], world);
                row.push(played);
            }
            self.work.onlooker.run_done();
            self.bring(self.firsts[job.batch] + job.at, Ok(row));
        }
    }

    fn play_one(&self, world: World, variant: &Variant, run: u32) -> (T, World) {
        let start = Start {
            seed: self.work.seed,
            run: u64::from(run),
            pact: variant.pact,
        };
        let bots = players(&variant.scenario, &variant.response, &[]).unwrap_or_default();
        let exercise = Exercise::new(world, start, bots, None);
        let (row, exercise) = (self.work.play)(run, exercise);
        (row, exercise.into_sim())
    }

    /// The variants of a batch; `None` if they cannot be made, which is said in its place.
    fn shelf<'s>(&self, job: &'s Job) -> Option<&'s Shelf> {
        let shelf =
            job.shelf.get_or_init(
                || match (self.work.build)(self.work.batches[job.batch].point) {
                    Ok(variants) => Some(Shelf::of(variants)),
                    Err(fault) => {
                        self.bring(self.firsts[job.batch], Err(fault));
                        None
                    }
                },
            );
        shelf.as_ref()
    }

    /// A world of a variant's scenario. Where all play in few batches those who come later get one on the same plan.
    fn world(&self, shelf: &Shelf, of: usize) -> World {
        let mut spare = shelf.spare.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((world, others)) = spare.remove(&of) {
            if others > 1 {
                spare.insert(of, (world.sibling(), others - 1));
            }
            return world;
        }
        let world = World::new(Arc::clone(&shelf.variants[of].scenario)).without_logs();
        let others = self.threads - 1;
        if others > 0 && self.work.batches.len() < self.threads {
            spare.insert(of, (world.sibling(), others));
        }
        world
    }

    /// The next run for a thread that is at a batch; `None` if there is nothing more to do.
    fn next(&self, at: Option<usize>) -> Option<Job> {
        let mut state = self.lock();
        loop {
            if state.ended || self.work.onlooker.wants_stop() {
                return None;
            }
            match self.pick(&mut state, at) {
                Pick::Run(job) => return Some(job),
                Pick::Done => return None,
                Pick::Later => {
                    state = self
                        .changed
                        .wait(state)
                        .unwrap_or_else(PoisonError::into_inner);
                }
            }
        }
    }

    fn pick(&self, state: &mut State<T, E>, at: Option<usize>) -> Pick {
        let most = state.handed_over + AHEAD * self.threads;
        let may_begin = |open: &Open| self.firsts[open.batch] + open.next < most;
        let own = state.open.iter().position(|open| Some(open.batch) == at);
        let is_open = own.filter(|own| may_begin(&state.open[*own]));
        let new = state.next_batch;
        let chosen = if is_open.is_some() {
            is_open
        } else if new < self.work.batches.len() && self.firsts[new] < most {
            state.next_batch += 1;
            state.open.push(Open {
                batch: new,
                next: 0,
                shelf: Arc::default(),
            });
            Some(state.open.len() - 1)
        } else {
            state.open.iter().position(may_begin)
        };
        let Some(chosen) = chosen else {
            let is_done = state.open.is_empty() && new >= self.work.batches.len();
            return if is_done { Pick::Done } else { Pick::Later };
        };
        let open = &mut state.open[chosen];
        let job = Job {
            batch: open.batch,
            at: open.next,
            shelf: Arc::clone(&open.shelf),
        };
        open.next += 1;
        if open.next >= self.work.batches[open.batch].runs.len() {
            state.open.remove(chosen);
        }
        Pick::Run(job)
    }

    /// Brings a row, and hands over all whose turn it is unless another thread is doing so.
    fn bring(&self, position: usize, row: Result<Vec<T>, E>) {
        let mut state = self.lock();
        state.waiting.insert(position, row);
        if state.is_handing_over {
            return;
        }
        state.is_handing_over = true;
        while !state.ended {
            let turn = state.handed_over;
            let Some(row) = state.waiting.remove(&turn) else {
                break;
            };
            drop(state);
            let taken = row.and_then(|row| self.hand_over(turn, row));
            state = self.lock();
            state.handed_over += 1;
            match taken {
                Ok(ControlFlow::Continue(())) => {}
                Ok(ControlFlow::Break(())) => state.ended = true,
                Err(fault) => {
                    state.ended = true;
                    state.fault = Some(fault);
                }
            }
            self.changed.notify_all();
        }
        state.is_handing_over = false;
    }

    fn hand_over(&self, position: usize, row: Vec<T>) -> Result<ControlFlow<()>, E> {
        // The last batch that begins here or before; empty ones begin where the next does.
        let batch = self.firsts.partition_point(|first| *first <= position) - 1;
        let run = self.work.batches[batch].runs[position - self.firsts[batch]];
        let mut take = self.take.lock().unwrap_or_else(PoisonError::into_inner);
        take(batch, run, row)
    }
}

impl Shelf {
    fn of(variants: Vec<Variant>) -> Self {
        let first = |at: usize, is_same: fn(&Variant, &Variant) -> bool| {
            let before = variants[..at].iter();
            let mut before = before.enumerate();
            let found = before.find(|(_, other)| is_same(other, &variants[at]));
            found.map_or(at, |(found, _)| found)
        };
        let all = 0..variants.len();
        let shares_scenario = |a: &Variant, b: &Variant| Arc::ptr_eq(&a.scenario, &b.scenario);
        let world_of = all.clone().map(|at| first(at, shares_scenario)).collect();
        let played_as = all.map(|at| first(at, Variant::plays_as)).collect();
        Self {
            variants,
            world_of,
            played_as,
            spare: Mutex::default(),
        }
    }
}

/// Where one thread panics the others would wait for its row for ever.
struct LetOthersGo<'h, 'a, T, E>(&'h Hall<'a, T, E>);

impl<T, E> Drop for LetOthersGo<'_, '_, T, E> {
    fn drop(&mut self) {
        if std::thread::panicking() {
            let state = self.0.state.lock();
            state.unwrap_or_else(PoisonError::into_inner).ended = true;
            self.0.changed.notify_all();
        }
    }
}

#[cfg(test)]
mod tests;
