//! The search: few runs for many sets, many runs for few, and fresh ones for what is left.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::pool::{Family, Money, Priced, Set, cost, family, first_sets, frontier, neighbours};
use super::pool::{MOST_CLAUSES, members, priced};
use super::result::{Design, Found};
use super::target::Target;
use crate::drill::numbers::is_outage;
use crate::drill::points::{Build, Crew, Point, Settings, play_points};
use crate::drill::row::{Mta, Recovery, VariantRow};
use crate::drill::stats::Moments;
use crate::drill::{Onlooker, Variant};
use crate::exercise::Exercise;
use crate::scenario::Scenario;

/// Runs with which the search begins.
const FIRST_RUNS: u32 = 16;
/// Times the search looks at neighbours of the best sets.
const ROUNDS: u32 = 4;
/// New sets of a round at most.
const MOST_NEW: usize = 60;
/// Sets of a family that are played on fresh runs at most.
const CONFIRMED: usize = 8;

/// What is asked for.
#[derive(Debug, Clone, PartialEq)]
pub struct DesignPlan {
    /// Seed of all luck.
    pub seed: u64,
    /// Fresh runs for what the search leaves.
    pub runs: u32,
    /// What the pact is to reach.
    pub targets: Vec<Target>,
    /// What clauses cost.
    pub money: Money,
}

/// What one run under one set came to.
#[derive(Debug, Clone, PartialEq)]
pub struct SetRow {
    /// Lost service-hours, weighted.
    pub weighted: f64,
    /// Lost service-hours.
    pub lost: f64,
    /// By service of the scenario: of how many outages the maximum tolerable one held, and how many there were. An outage is
    /// an administration at which the service was out.
    pub held: Vec<(u32, u32)>,
}

/// Searches the cheapest clauses; `build` makes the one variant with the figures of a set. `None` if it was stopped.
///
/// # Errors
/// That of the first set whose variant cannot be made.
///
/// # Panics
/// If there are more than [`MOST_CLAUSES`] to choose among.
pub fn design<E: Send>(
    plan: &DesignPlan,
    threads: Option<usize>,
    onlooker: &dyn Onlooker,
    build: Build<'_, E>,
) -> Result<Option<Design>, E> {
    let Some(variant) = build(&[])?.into_iter().next() else {
        return Ok(None);
    };
    let clauses = priced(&variant.scenario, variant.pact, plan.money);
    assert!(clauses.len() <= MOST_CLAUSES, "{} clauses", clauses.len());
    let mut search = Search {
        plan,
        threads,
        onlooker,
        build,
        variant: &variant,
        clauses: &clauses,
        rows: BTreeMap::new(),
        played: 0,
    };
    let Some(kept) = search.pool_of_sets()? else {
        return Ok(None);
    };
    let looked_at = search.rows.len() as u32;
    let searched = search.played;
    let first = search.runs_so_far();
    search.rows.clear();
    if !search.play(&kept, first..first + plan.runs)? {
        return Ok(None);
    }
    let sets = kept.iter().map(|set| search.rows.remove(set));
    let rows: Vec<Vec<SetRow>> = sets.map(Option::unwrap_or_default).collect();
    Ok(Some(Design::new(&Found {
        plan,
        variant: &variant,
        clauses: &clauses,
        sets: &kept,
        rows: &rows,
        looked_at,
        searched,
        first_fresh_run: first,
    })))
}

struct Search<'a, E> {
    plan: &'a DesignPlan,
    threads: Option<usize>,
    onlooker: &'a dyn Onlooker,
    build: Build<'a, E>,
    variant: &'a Variant,
    clauses: &'a [Priced],
    /// By set, in the order of runs.
    rows: BTreeMap<Set, Vec<SetRow>>,
    /// Runs so far, over all sets.
    played: u32,
}

impl<E: Send> Search<'_, E> {
    /// Finds which sets are worth fresh runs; `None` if it was stopped.
    fn pool_of_sets(&mut self) -> Result<Option<Vec<Set>>, E> {
        let always = first_sets(&self.variant.scenario, self.clauses);
        if !self.play(&always, 0..FIRST_RUNS)? {
            return Ok(None);
        }
        for _ in 0..ROUNDS {
            let seen: BTreeSet<Set> = self.rows.keys().copied().collect();
            let best = Family::ALL.map(|family| self.frontier_of(family));
            let new = neighbours(&best, self.clauses.len(), &seen, MOST_NEW);
            if new.is_empty() {
                break;
            }
            if !self.play(&new, 0..FIRST_RUNS)? {
                return Ok(None);
            }
        }
        let mut kept: Vec<Set> = self.rows.keys().copied().collect();
        let mut runs = FIRST_RUNS;
        loop {
            let before = kept.len();
            kept = self.better_half(&kept);
            // No more are left to drop, or as much was played as will be on fresh runs.
            if kept.len() == before || runs >= self.plan.runs {
                break;
            }
            let more = runs..(2 * runs).min(self.plan.runs);
            runs = more.end;
            if !self.play(&kept, more)? {
                return Ok(None);
            }
        }
        // Nothing agreed is what all is held against.
        kept.retain(|set| *set != 0);
        kept.insert(0, 0);
        Ok(Some(kept))
    }

    /// The number of the first run that no set has met.
    fn runs_so_far(&self) -> u32 {
        let most = self.rows.values().map(Vec::len).max();
        most.unwrap_or(0) as u32
    }

    /// Drops the worse half of each family: those furthest above the frontier of sets that cost no more.
    fn better_half(&self, sets: &[Set]) -> Vec<Set> {
        let mut kept = Vec::new();
        for of in Family::ALL {
            let own = sets.iter().filter(|set| family(**set, self.clauses) == of);
            let mut ranked: Vec<(f64, Set)> = own.map(|set| (self.gap(*set, sets), *set)).collect();
            ranked.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
            let left = ranked.len().div_ceil(2).max(CONFIRMED.min(ranked.len()));
            kept.extend(ranked.into_iter().take(left).map(|(_, set)| set));
        }
        kept.sort_unstable();
        kept
    }

    /// By how many standard errors a set loses more than the best of its family that costs no more, run by run; less
    /// than 0 if it is the best.
    fn gap(&self, set: Set, among: &[Set]) -> f64 {
        let (own, own_cost) = (&self.rows[&set], cost(set, self.clauses));
        let of = family(set, self.clauses);
        let rivals = among.iter().filter(|other| {
            **other != set
                && family(**other, self.clauses) == of
                && cost(**other, self.clauses) <= own_cost
        });
        let gaps = rivals.map(|other| {
            let pairs = own.iter().zip(&self.rows[other]);
            let moments: Moments = pairs.map(|(own, of)| own.weighted - of.weighted).collect();
            let mean = moments.mean().unwrap_or(0.0);
            let error = moments.standard_error().unwrap_or(0.0);
            // A difference without any spread is as sure as can be.
            mean / error.max(1e-9 * (1.0 + mean.abs()))
        });
        gaps.fold(f64::NEG_INFINITY, f64::max)
    }

    fn frontier_of(&self, of: Family) -> Vec<Set> {
        let sets: Vec<Set> = self.rows.keys().copied().collect();
        let costs: Vec<f64> = sets.iter().map(|set| cost(*set, self.clauses)).collect();
        let losses: Vec<f64> = sets
            .iter()
            .map(|set| {
                let moments: Moments = self.rows[set].iter().map(|row| row.weighted).collect();
                moments.mean().unwrap_or(f64::INFINITY)
            })
            .collect();
        let own: Vec<usize> = (0..sets.len())
            .filter(|at| family(sets[*at], self.clauses) == of)
            .collect();
        let best = frontier(&costs, &losses, &own);
        best.into_iter().map(|at| sets[at]).collect()
    }

    /// Plays runs under each set; `false` if it was stopped.
    fn play(&mut self, sets: &[Set], runs: Range<u32>) -> Result<bool, E> {
        let points: Vec<Point> = sets
            .iter()
            .map(|set| Point {
                settings: self.settings(*set),
                runs: runs.clone().collect(),
            })
            .collect();
        let services = self.variant.scenario.services.len();
        let offered = offered(self.variant);
        let to_the_end = |run: u32, exercise: Exercise| {
            let (row, exercise) = VariantRow::play(run, exercise);
            (set_row(&row, &offered, services), exercise)
        };
        let crew = Crew {
            seed: self.plan.seed,
            threads: self.threads,
        };
        let unheeded = &mut |_: usize, _: u32, _: &[_]| Ok(());
        let played = play_points(
            crew,
            &points,
            self.onlooker,
            self.build,
            &to_the_end,
            unheeded,
        )?;
        let Some(played) = played else {
            return Ok(false);
        };
        for (set, rows) in sets.iter().zip(played) {
            self.played += rows.len() as u32;
            let own = self.rows.entry(*set).or_default();
            own.extend(rows.into_iter().flatten());
        }
        Ok(true)
    }

    /// What turns the phase into one with these clauses.
    fn settings(&self, set: Set) -> Settings {
        let scenario = &self.variant.scenario;
        let phase = &scenario.pacts[self.variant.pact].id;
        let on: BTreeSet<usize> = members(set, self.clauses.len()).collect();
        let changed = self.clauses.iter().enumerate().filter_map(|(at, clause)| {
            let wanted = on.contains(&at);
            (wanted != clause.in_phase).then(|| {
                let path = format!("pact.{phase}.clause.{}", scenario.clauses[clause.clause].id);
                (path, if wanted { "on" } else { "off" }.to_owned())
            })
        });
        changed.collect()
    }
}

/// Which service of the scenario each service of an administration is, in the order in which a run lists them.
fn offered(variant: &Variant) -> Vec<usize> {
    crate::drill::VariantHead::of(variant).offered
}

fn set_row(row: &VariantRow, offered: &[usize], services: usize) -> SetRow {
    let mut held = vec![(0, 0); services];
    let became = row.mta.chars().zip(&row.recovery);
    for (template, (letter, code)) in offered.iter().zip(became) {
        let became = Mta::of(letter);
        if !is_outage(became, Recovery::of(*code)) {
            continue;
        }
        let (kept, all) = &mut held[*template];
        *all += 1;
        *kept += u32::from(became == Some(Mta::Held));
    }
    SetRow {
        weighted: row.restricted("weighted_lost_service_hours"),
        lost: row.restricted("lost_service_hours"),
        held,
    }
}

impl DesignPlan {
    /// Returns the most runs that a search over so many clauses may take.
    #[must_use]
    pub fn most_runs(&self, scenario: &Scenario, phase: usize) -> u32 {
        let first = first_sets(scenario, &priced(scenario, phase, self.money)).len() as u32;
        let pool = first + ROUNDS * MOST_NEW as u32;
        // Each doubling plays half the sets as often again: never more than the first time.
        let doublings = (self.runs / FIRST_RUNS).max(1).ilog2() + 1;
        let few = 3 * CONFIRMED as u32 + 1;
        pool * FIRST_RUNS * (1 + doublings) + few * 2 * self.runs
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A target on maxima is met by outages that ended in time, not by places to which nothing happened.
    #[test]
    fn only_outages_count_for_a_maximum() {
        let row = VariantRow {
            events: 0,
            days: 30.0,
            figures: BTreeMap::new(),
            administrations: Vec::new(),
            mta: "hhhbo".to_owned(),
            // Never down, down for an hour, never down, for long, not back.
            recovery: vec![0, 62, 0, 9002, 1],
            course: Vec::new(),
        };
        let row = set_row(&row, &[0, 0, 1, 0, 0], 2);
        assert_eq!(row.held, [(1, 3), (0, 0)]);
    }
}
