//! The other courses of a report: without aid, with bots, and the same decisions in other futures.

use std::sync::atomic::AtomicBool;

use crate::aar::course;
use crate::aar::played::Played;
use crate::aar::whatif::{self, Question, Spread, WhatIf};
use crate::drill::Onlooker;
use crate::drill::stats::quantile;
use crate::exercise::{Exercise, World};
use crate::journal::{Deed, Lost, deeds, rerun_to};
use crate::sim::Sim;
use crate::vocab::{AdministrationId, ServiceId, SimTime};

use super::document::{FuturePart, FuturesPart, SpreadPart};

/// Courses that did not happen, up to the end of the record.
pub(super) struct Others {
    pub without_aid: Exercise,
    /// Decisions that were not possible without aid.
    pub lost: Vec<Lost>,
    pub bots: Exercise,
    pub bots_without_aid: Exercise,
}

/// Plays the other courses.
///
/// # Errors
/// The names of the scenario's response plans, if the plan of the record is not among them.
pub(super) fn others(played: &Played) -> Result<Others, Vec<String>> {
    let beginning = &played.beginning;
    let world = World::new(beginning.scenario.clone());
    let lines = played.entries.iter();
    let lines = lines.filter_map(|entry| Some((entry.sequence, entry.act()?.clone())));
    let mut decided = deeds(world.sibling(), beginning.start, lines);
    decided.retain(|deed| !deed.line.command.is_about_aid());
    let (without_aid, lost) = play(played, &world, &beginning.persons, &decided, false)?;
    let (bots, _) = play(played, &world, &[], &[], true)?;
    let (bots_without_aid, _) = play(played, &world, &[], &[], false)?;
    Ok(Others {
        without_aid,
        lost,
        bots,
        bots_without_aid,
    })
}

fn play(
    played: &Played,
    world: &World,
    persons: &[AdministrationId],
    deeds: &[Deed],
    aid: bool,
) -> Result<(Exercise, Vec<Lost>), Vec<String>> {
    let beginning = &played.beginning;
    let mut world = world.sibling();
    world.keep_courses();
    let mut exercise = course::begin(world, beginning.start, &beginning.response, persons)?;
    if !aid {
        exercise = exercise.without_aid_of_bots(SimTime::ZERO);
    }
    let mut lost = Vec::new();
    let never = AtomicBool::new(false);
    // Nobody cancels.
    let _ = rerun_to(&mut exercise, deeds, played.now(), &mut lost, &never);
    Ok((exercise, lost))
}

/// The same record asked what would be without aid, for other futures.
///
/// # Errors
/// The names of the scenario's response plans, if the plan of the record is not among them.
pub(super) fn question(played: &Played) -> Result<WhatIf, Vec<String>> {
    let beginning = &played.beginning;
    let question = Question {
        from: None,
        without_aid: true,
        without: Vec::new(),
        moved: Vec::new(),
        added: Vec::new(),
        scenario: beginning.scenario.clone(),
        pact: beginning.start.pact,
    };
    WhatIf::new(beginning, &played.entries, question)
}

/// Other luck with the same decisions: the figures of the region, and how long each of some services is below its
/// emergency level as played; what is not over by the end counts up to the end.
pub(super) fn futures(
    asked: &WhatIf,
    services: &[ServiceId],
    runs: u32,
    onlooker: &dyn Onlooker,
) -> (FuturesPart, Vec<Option<SpreadPart>>) {
    let pairs = asked.pairs(runs, onlooker, &|run, exercise: &Exercise| {
        let sim = exercise.sim();
        let minutes = services.iter().map(|id| f64::from(outage(sim, *id)));
        (whatif::row(run, exercise), minutes.collect::<Vec<f64>>())
    });
    let outages = (0..services.len()).map(|at| {
        let values: Vec<f64> = pairs.iter().map(|[(_, played), _]| played[at]).collect();
        spread(&values)
    });
    let outages = outages.collect();
    let rows: Vec<_> = pairs
        .into_iter()
        .map(|pair| pair.map(|(row, _)| row))
        .collect();
    let figures = whatif::compared(&rows).into_iter();
    let figures = figures.map(|(name, of)| {
        let future = FuturePart {
            played: narrowed(&of.played),
            without_aid: narrowed(&of.changed),
            runs_more: of.more,
            runs_less: of.less,
        };
        (name, future)
    });
    let futures = FuturesPart {
        runs: rows.len() as u32,
        figures: figures.collect(),
    };
    (futures, outages)
}

/// Returns for how many minutes at a stretch a service was below its emergency level at most, up to now.
pub(super) fn outage(sim: &Sim, service: ServiceId) -> u32 {
    sim.service_metrics(service).longest_outage_minutes
}

const fn narrowed(of: &Spread) -> SpreadPart {
    SpreadPart {
        q05: of.q05,
        median: of.median,
        q95: of.q95,
    }
}

fn spread(values: &[f64]) -> Option<SpreadPart> {
    Some(SpreadPart {
        q05: quantile(values, 0.05)?,
        median: quantile(values, 0.5)?,
        q95: quantile(values, 0.95)?,
    })
}
