//! Which assumptions move this exercise most: the same decisions and the same luck with each of them at both ends of
//! its spread.

use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use rayon::prelude::*;

use super::document::{InfluencePart, InfluentialPart};
use crate::aar::course;
use crate::aar::played::Played;
use crate::drill::Onlooker;
use crate::exercise::World;
use crate::journal::{Beginning, Deed, deeds, rerun_to};
use crate::scenario::{
    Problems, Scenario, Uncertain, UncertainClass, load_copied, load_copied_spreads,
};
use crate::vocab::SimTime;

/// How many are listed.
const LISTED: usize = 10;

/// Returns the assumptions that concern a record, each with its spread; figures that were set for it are settled.
///
/// # Errors
/// What is wrong with the scenario's copy or with a spread.
pub fn assumptions(beginning: &Beginning) -> Result<Vec<Uncertain>, Problems> {
    if beginning.scenario.services.is_empty() {
        return Ok(Vec::new());
    }
    let (set, staging) = (&beginning.set, &beginning.staging);
    let spreads = load_copied_spreads(&beginning.files, set, staging)?;
    let mut used = spreads.used;
    used.retain(|one| one.class == UncertainClass::Assumption);
    Ok(used)
}

/// Plays the decisions of a record again with each assumption at both ends of its spread, up to where the record was
/// left, and lists those that move the service-hours lost most. `None` if the onlooker stopped it.
///
/// # Errors
/// What is wrong with the scenario at an end of a spread.
pub fn influence(
    played: &Played,
    assumptions: &[Uncertain],
    onlooker: &dyn Onlooker,
) -> Result<Option<InfluencePart>, Problems> {
    let (beginning, until) = (&played.beginning, played.now());
    let world = World::new(Arc::clone(&beginning.scenario));
    let lines = played.entries.iter();
    let lines = lines.filter_map(|entry| Some((entry.sequence, entry.act()?.clone())));
    let decided = deeds(world, beginning.start, lines);
    let ends: Vec<(usize, f64)> = (0..assumptions.len())
        .flat_map(|at| [(at, 0.0), (at, 1.0)])
        .collect();
    let found: Vec<Result<Option<Reached>, Problems>> = ends
        .par_iter()
        .with_max_len(1)
        .map(|(at, share)| {
            if onlooker.wants_stop() {
                return Ok(None);
            }
            let value = assumptions[*at].spread.at(*share);
            let set = [&beginning.set[..], &assumptions[*at].settings(&value)].concat();
            let scenario = load_copied(&beginning.files, &set, &beginning.staging)?;
            let reached = play(beginning, &decided, until, scenario);
            onlooker.run_done();
            Ok(reached)
        })
        .collect();
    let Some(found) = found.into_iter().collect::<Result<Option<Vec<_>>, _>>()? else {
        return Ok(None);
    };
    let metrics = played.exercise.sim().run_metrics().region;
    let as_played = metrics.lost_service_hours;
    let mut listed: Vec<InfluentialPart> = assumptions
        .iter()
        .zip(found.chunks_exact(2))
        .map(|(one, ends)| {
            let bar = [
                as_played,
                ends[0].lost_service_hours,
                ends[1].lost_service_hours,
            ];
            let least = bar.iter().copied().fold(f64::INFINITY, f64::min);
            let most = bar.iter().copied().fold(f64::NEG_INFINITY, f64::max);
            InfluentialPart {
                assumption: one.id.clone(),
                low: one.spread.at(0.0),
                high: one.spread.at(1.0),
                unit: unit(one),
                lost_service_hours_at_low: ends[0].lost_service_hours,
                lost_service_hours_at_high: ends[1].lost_service_hours,
                people_unpaid_at_low: ends[0].people_unpaid,
                people_unpaid_at_high: ends[1].people_unpaid,
                swing_service_hours: most - least,
                source: one.source.clone(),
            }
        })
        .collect();
    listed.retain(|one| one.swing_service_hours > 0.0);
    listed.sort_by(|a, b| {
        let by_swing = b.swing_service_hours.total_cmp(&a.swing_service_hours);
        by_swing.then_with(|| a.assumption.cmp(&b.assumption))
    });
    listed.truncate(LISTED);
    Ok(Some(InfluencePart {
        assumptions: assumptions.len() as u32,
        courses: ends.len() as u32,
        lost_service_hours: as_played,
        people_unpaid: metrics.people_unpaid,
        listed,
    }))
}

/// The unit of time in which the values of a figure are written, if they are times.
fn unit(of: &Uncertain) -> Option<&'static str> {
    let units = [("{}d", "d"), ("{}h", "h"), ("{}m", "m")];
    let is_there = |place: &str| of.set.iter().any(|(_, template)| template.contains(place));
    let found = units.into_iter().find(|(place, _)| is_there(place));
    found.map(|(_, unit)| unit)
}

/// What a course came to.
struct Reached {
    lost_service_hours: f64,
    people_unpaid: u32,
}

fn play(
    beginning: &Beginning,
    decided: &[Deed],
    until: SimTime,
    scenario: Scenario,
) -> Option<Reached> {
    let Beginning {
        start,
        response,
        persons,
        ..
    } = beginning;
    // The plan of the record has been played already.
    let mut exercise =
        course::begin(World::new(Arc::new(scenario)), *start, response, persons).ok()?;
    let never = AtomicBool::new(false);
    rerun_to(&mut exercise, decided, until, &mut Vec::new(), &never)?;
    let region = exercise.sim().run_metrics().region;
    Some(Reached {
        lost_service_hours: region.lost_service_hours,
        people_unpaid: region.people_unpaid,
    })
}
