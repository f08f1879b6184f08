//! A recorded exercise again with something changed, beside the course that was played.
//!
//! What persons and facilitator did is done again, bots decide anew on the same keys of chance: only
//! what is changed makes a difference, and what follows from it.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use rayon::prelude::*;

use super::course;
use super::curve::{self, Steps};
use super::played::deed_of;
use crate::command::{AidAnswer, Command};
use crate::drill::stats::{Moments, quantile};
use crate::drill::{Onlooker, RunRow};
use crate::exercise::{Exercise, Line, Start, World};
use crate::journal::{Beginning, Deed, Entry, Lost, deeds, rerun, rerun_to};
use crate::scenario::Scenario;
use crate::view::AidLeftOut;
use crate::vocab::{DAY, SimTime};

/// What is changed.
#[derive(Debug, Clone)]
pub struct Question {
    /// From when on; `None` is the whole exercise.
    pub from: Option<SimTime>,
    /// Whether nobody asks for aid or grants it.
    pub without_aid: bool,
    /// Lines of the journal that are left out.
    pub without: Vec<u64>,
    /// Lines of the journal that come earlier or later, by so many minutes.
    pub moved: Vec<(u64, i64)>,
    /// Acts that are added.
    pub added: Vec<Line>,
    /// The scenario, with other figures if that is the question.
    pub scenario: Arc<Scenario>,
    /// Position of the pact phase.
    pub pact: usize,
}

/// A recorded exercise and what is asked about it.
pub struct WhatIf {
    beginning: Beginning,
    decided: Vec<Deed>,
    question: Question,
}

/// A course played to its end.
pub struct Course {
    /// The exercise at its end.
    pub exercise: Exercise,
    /// Decisions that were not possible in it.
    pub lost: Vec<Lost>,
}

/// One figure over many futures.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Spread {
    /// Mean.
    pub mean: f64,
    /// Quantile 0.05.
    pub q05: f64,
    /// Median.
    pub median: f64,
    /// Quantile 0.95.
    pub q95: f64,
}

/// One figure over pairs of futures that meet the same luck.
#[derive(Debug, Clone, PartialEq)]
pub struct Compared {
    /// With the decisions as they were.
    pub played: Spread,
    /// With the change.
    pub changed: Spread,
    /// Changed less played, pair by pair.
    pub difference: Moments,
    /// Futures in which the change makes it less.
    pub less: u32,
    /// Futures in which it makes it more.
    pub more: u32,
}

/// What other luck would have made of both courses.
#[derive(Debug, Clone, PartialEq)]
pub struct Futures {
    /// How many pairs.
    pub runs: u32,
    /// By the name of the figure.
    pub figures: BTreeMap<&'static str, Compared>,
    /// Of 100 cases, how many are done at each step: as played, and with the change.
    pub curves: [Vec<Band>; 2],
}

/// What the middle 90 of 100 futures have at one moment.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Band {
    /// Quantile 0.05.
    pub q05: f64,
    /// Median.
    pub median: f64,
    /// Quantile 0.95.
    pub q95: f64,
}

/// Which of the two courses.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Side {
    Played,
    Changed,
}

impl WhatIf {
    /// Prepares a question about a record.
    ///
    /// # Errors
    /// The names of the scenario's response plans, if the plan of the record is not among them.
    pub fn new(
        beginning: &Beginning,
        entries: &[Entry],
        question: Question,
    ) -> Result<Self, Vec<String>> {
        for scenario in [&beginning.scenario, &question.scenario] {
            crate::response::players(scenario, &beginning.response, &[])?;
        }
        let world = World::new(Arc::clone(&beginning.scenario));
        let acts = entries
            .iter()
            .filter_map(|entry| Some((entry.sequence, entry.act()?.clone())));
        Ok(Self {
            decided: deeds(world, beginning.start, acts),
            beginning: beginning.clone(),
            question,
        })
    }

    /// Returns what the room decided.
    #[must_use]
    pub fn decided(&self) -> &[Deed] {
        &self.decided
    }

    /// Plays the course as it was, to the end of the exercise.
    #[must_use]
    pub fn played(&self) -> Course {
        self.course(Side::Played, self.world(Side::Played), None)
    }

    /// Plays the course with the change, to the end of the exercise.
    #[must_use]
    pub fn changed(&self) -> Course {
        self.course(Side::Changed, self.world(Side::Changed), None)
    }

    /// Returns at which moments curves are compared: once a day, from `StartEx` to the end.
    #[must_use]
    pub fn steps(&self) -> Steps {
        let scenario = &self.beginning.scenario;
        Steps {
            from: scenario.start_ex,
            every: DAY,
            count: scenario.horizon_minutes / DAY + 1,
        }
    }

    /// Returns the lowest level of the region in a course, read as finely as the report draws it.
    #[must_use]
    pub fn lowest(&self, course: &Course) -> f64 {
        let exercise = &course.exercise;
        let steps = Steps::fine(self.beginning.scenario.start_ex, exercise.end());
        let curve = curve::region(exercise.sim(), steps);
        curve.into_iter().fold(100.0, f64::min)
    }

    /// Returns how many decisions about aid are left out where nobody helps; `None` if that is not the question.
    #[must_use]
    pub fn aid_left_out(&self) -> Option<AidLeftOut> {
        let question = &self.question;
        let decided = self.decided.iter().filter(|deed| !question.keeps_aid(deed));
        question.without_aid.then(|| {
            let mut all = AidLeftOut::default();
            for deed in decided {
                if let Some(act) = deed_of(&deed.line.command) {
                    count(&mut all, act);
                }
            }
            all
        })
    }

    /// Plays both courses in so many other futures, pair by pair with the same luck: from the moment of
    /// the question on, or from the beginning. Stops early if the onlooker wants it.
    #[must_use]
    pub fn futures(&self, runs: u32, onlooker: &dyn Onlooker) -> Futures {
        let steps = self.steps();
        let pairs = self.pairs(runs, onlooker, &|run, exercise: &Exercise| {
            (row(run, exercise), curve::region(exercise.sim(), steps))
        });
        let curves = [0, 1].map(|side| {
            let curves: Vec<&[f64]> = pairs.iter().map(|pair| &pair[side].1[..]).collect();
            bands(&curves)
        });
        let rows: Vec<_> = pairs
            .into_iter()
            .map(|pair| pair.map(|(row, _)| row))
            .collect();
        Futures {
            runs: rows.len() as u32,
            figures: compared(&rows),
            curves,
        }
    }

    /// Does the same and reads what is wanted of each course: as played, and with the change.
    pub(super) fn pairs<T: Send>(
        &self,
        runs: u32,
        onlooker: &dyn Onlooker,
        read: &(dyn Fn(u32, &Exercise) -> T + Sync),
    ) -> Vec<[T; 2]> {
        let sides = [Side::Played, Side::Changed];
        let pairs: Vec<Option<[T; 2]>> = (1..=runs)
            .into_par_iter()
            .map_init(
                || sides.map(|side| Some(self.world(side))),
                |worlds, run| {
                    if onlooker.wants_stop() {
                        return None;
                    }
                    let [played, changed] = [0, 1].map(|at| {
                        let world = worlds[at].take().unwrap_or_else(|| self.world(sides[at]));
                        let course = self.course(sides[at], world, Some(run));
                        let found = read(run, &course.exercise);
                        worlds[at] = Some(course.exercise.into_sim());
                        found
                    });
                    onlooker.run_done();
                    Some([played, changed])
                },
            )
            .collect();
        pairs.into_iter().map_while(|pair| pair).collect()
    }

    fn world(&self, side: Side) -> World {
        let mut world = World::new(Arc::clone(match side {
            Side::Played => &self.beginning.scenario,
            Side::Changed => &self.question.scenario,
        }));
        world.keep_courses();
        world
    }

    /// Plays one course, with the luck of another replication if one is named.
    fn course(&self, side: Side, world: World, luck: Option<u32>) -> Course {
        let Question { from, pact, .. } = self.question;
        let mut start: Start = self.beginning.start;
        if side == Side::Changed {
            start.pact = pact;
        }
        if let (Some(run), None) = (luck, from) {
            start.run = u64::from(run);
        }
        let Beginning {
            response, persons, ..
        } = &self.beginning;
        let begun = course::begin(world, start, response, persons);
        // `new` has asked for the plan.
        let mut exercise = begun.expect("the plan of the record");
        if side == Side::Changed && self.question.without_aid {
            exercise = exercise.without_aid_of_bots(from.unwrap_or(SimTime::ZERO));
        }
        let deeds = self.deeds_of(side);
        let never = AtomicBool::new(false);
        let mut lost = Vec::new();
        let mut rest = &deeds[..];
        if let (Some(run), Some(from)) = (luck, from) {
            let before = deeds.iter().take_while(|deed| deed.line.minute < from);
            let (before, after) = deeds.split_at(before.count());
            rest = after;
            // Nobody cancels.
            let _ = rerun_to(&mut exercise, before, from, &mut lost, &never);
            exercise.change_luck(u64::from(run));
        }
        lost.extend(rerun(&mut exercise, rest, &never).unwrap_or_default());
        Course { exercise, lost }
    }

    fn deeds_of(&self, side: Side) -> Vec<Deed> {
        let mut deeds = self.decided.clone();
        if side == Side::Changed {
            deeds.retain(|deed| self.question.keeps(deed));
            let start_ex = self.beginning.scenario.start_ex;
            for deed in &mut deeds {
                self.question.shift(deed, start_ex);
            }
            let added = self.question.added.iter().cloned();
            deeds.extend(added.map(Deed::added));
            // What is added comes after what was done in the same minute.
            deeds.sort_by_key(|deed| deed.line.minute);
        }
        deeds
    }
}

impl Question {
    /// Lets a deed come earlier or later if that is the question; nobody decides before the exercise begins.
    fn shift(&self, deed: &mut Deed, start_ex: SimTime) {
        let mut moved = self.moved.iter();
        if let Some((_, by)) = moved.find(|(line, _)| *line == deed.sequence) {
            let minute = i64::from(deed.line.minute.0).saturating_add(*by);
            let minute = minute.clamp(i64::from(start_ex.0), i64::from(u32::MAX));
            deed.line.minute = SimTime(minute as u32);
        }
    }

    fn keeps(&self, deed: &Deed) -> bool {
        !self.without.contains(&deed.sequence) && self.keeps_aid(deed)
    }

    /// Whether a deed stays as far as aid is the question.
    fn keeps_aid(&self, deed: &Deed) -> bool {
        let command = &deed.line.command;
        match self.from {
            _ if !self.without_aid => true,
            None => !command.is_about_aid(),
            // Aid that has begun by then goes on, and can be ended.
            Some(from) => deed.line.minute < from || !command.begins_aid(),
        }
    }
}

/// Counts an act that asks for, answers or ends aid.
fn count(all: &mut AidLeftOut, command: &Command) {
    match command {
        Command::RequestAid(_) => all.asked += 1,
        Command::AnswerAid { answer, .. } => match answer {
            AidAnswer::Grant { .. } => all.granted += 1,
            AidAnswer::Refuse { .. } => all.refused += 1,
        },
        Command::RecallAid { .. } => all.recalled += 1,
        _ => {}
    }
}

/// Returns the moment of a question that is about decisions only: before it, other luck would ask something else.
/// `None` if no such line is there.
#[must_use]
pub fn first_changed(
    entries: &[Entry],
    without: &[u64],
    moved: &[(u64, i64)],
    start_ex: SimTime,
) -> Option<SimTime> {
    let minute = |line: u64| {
        let entry = entries.iter().find(|entry| entry.sequence == line)?;
        Some(entry.minute())
    };
    let left_out = without.iter().filter_map(|line| minute(*line));
    let moved = moved.iter().filter_map(|(line, by)| {
        let at = minute(*line)?;
        let earlier = u32::try_from(-by.min(&0)).unwrap_or(u32::MAX);
        Some(SimTime(at.0.saturating_sub(earlier)))
    });
    let first = left_out.chain(moved).min();
    first.map(|at| at.max(start_ex))
}

/// Reads the figures of a course.
pub(super) fn row(run: u32, exercise: &Exercise) -> RunRow {
    let mut row = RunRow::of(run, exercise.sim());
    if !exercise.scenario().services.is_empty() {
        let aid = exercise.sim().run_metrics().aid;
        let cost = aid.iter().map(|aid| aid.cost_eur).sum();
        row.figures.insert("aid_cost_eur", Some(cost));
    }
    row
}

/// Compares every figure that all futures have.
pub(super) fn compared(pairs: &[[RunRow; 2]]) -> BTreeMap<&'static str, Compared> {
    let Some([first, _]) = pairs.first() else {
        return BTreeMap::new();
    };
    let figure = |name: &'static str, side: usize| -> Option<Vec<f64>> {
        pairs.iter().map(|pair| pair[side].figures[name]).collect()
    };
    let names = first.figures.keys().copied();
    names
        .filter_map(|name| {
            let (played, changed) = (figure(name, 0)?, figure(name, 1)?);
            let differences = || played.iter().zip(&changed).map(|(a, b)| b - a);
            let of = |sign: fn(f64) -> bool| differences().filter(|by| sign(*by)).count() as u32;
            let compared = Compared {
                difference: differences().collect(),
                less: of(|by| by < 0.0),
                more: of(|by| by > 0.0),
                played: spread(&played)?,
                changed: spread(&changed)?,
            };
            Some((name, compared))
        })
        .collect()
}

/// The middle 90 of 100 of some curves, step by step.
fn bands(curves: &[&[f64]]) -> Vec<Band> {
    let steps = curves.first().map_or(0, |curve| curve.len());
    let band = |step: usize| {
        let values: Vec<f64> = curves.iter().map(|curve| curve[step]).collect();
        Some(Band {
            q05: quantile(&values, 0.05)?,
            median: quantile(&values, 0.5)?,
            q95: quantile(&values, 0.95)?,
        })
    };
    (0..steps).filter_map(band).collect()
}

fn spread(values: &[f64]) -> Option<Spread> {
    let mean = values.iter().copied().collect::<Moments>().mean()?;
    Some(Spread {
        mean,
        q05: quantile(values, 0.05)?,
        median: quantile(values, 0.5)?,
        q95: quantile(values, 0.95)?,
    })
}
