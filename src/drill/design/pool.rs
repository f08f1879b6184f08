//! Sets of clauses, their price, and which sets to look at next.

use std::collections::BTreeSet;

use serde::Serialize;

use crate::drill::money::Cost;
use crate::scenario::{Clause, ClauseKind, Scenario};

/// A set of clauses, as bits by their position among the [`Priced`].
pub(super) type Set = u64;

/// Which kinds of clauses a set has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Family {
    /// Clauses on aid and on the provider only, or none.
    Pact,
    /// Prevention only.
    Prevention,
    /// Both.
    Both,
}

impl Family {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Pact, Self::Prevention, Self::Both];
}

/// What turns the costs of a clause into euro a year.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Money {
    /// Years over which what is paid once is spread.
    pub years: f64,
    /// An hour of staff, EUR.
    pub eur_per_hour: f64,
}

/// A clause that may be agreed, with its price.
#[derive(Debug, Clone, PartialEq)]
pub struct Priced {
    /// Its position in the scenario.
    pub clause: usize,
    /// Euro a year.
    pub eur_per_year: f64,
    /// Whether the phase has it.
    pub in_phase: bool,
    /// Whether it is prevention.
    pub is_prevention: bool,
}

/// Returns what a clause costs a year: what is due each year, its share of what is paid once, and the hours of staff.
#[must_use]
pub fn price(clause: &Clause, money: Money) -> f64 {
    Cost::of(clause).per_year_at(money.years, money.eur_per_hour)
}

/// Most clauses that a search can choose among.
pub const MOST_CLAUSES: usize = 63;

/// Returns the positions of the clauses that may be agreed or left out: those of a phase but law and membership, and all
/// on prevention.
pub fn to_agree(scenario: &Scenario, phase: usize) -> impl Iterator<Item = usize> {
    let in_force = &scenario.pacts[phase].clauses;
    let clauses = scenario.clauses.iter().enumerate();
    let may_be_agreed = clauses.filter(|(at, clause)| match clause.kind {
        ClauseKind::Law | ClauseKind::Membership => false,
        ClauseKind::Prevention => true,
        ClauseKind::Aid | ClauseKind::Provider => in_force.contains(at),
    });
    may_be_agreed.map(|(at, _)| at)
}

/// These clauses with their price.
pub(super) fn priced(scenario: &Scenario, phase: usize, money: Money) -> Vec<Priced> {
    let price_of = |at: usize| {
        let clause = &scenario.clauses[at];
        Priced {
            clause: at,
            eur_per_year: price(clause, money),
            in_phase: scenario.pacts[phase].clauses.contains(&at),
            is_prevention: clause.kind == ClauseKind::Prevention,
        }
    };
    to_agree(scenario, phase).map(price_of).collect()
}

/// Returns the positions in a set.
pub(super) fn members(set: Set, of: usize) -> impl Iterator<Item = usize> {
    (0..of).filter(move |at| set >> at & 1 == 1)
}

pub(super) fn cost(set: Set, clauses: &[Priced]) -> f64 {
    let all = members(set, clauses.len());
    all.map(|at| clauses[at].eur_per_year).sum()
}

pub(super) fn family(set: Set, clauses: &[Priced]) -> Family {
    let prevention = members(set, clauses.len()).filter(|at| clauses[*at].is_prevention);
    match (prevention.count() as u32, set.count_ones()) {
        (0, _) => Family::Pact,
        (some, all) if some == all => Family::Prevention,
        _ => Family::Both,
    }
}

/// The sets a search begins with: nothing, everything of each family, each clause alone and each left out, and the phases
/// of the scenario as they stand.
pub(super) fn first_sets(scenario: &Scenario, clauses: &[Priced]) -> Vec<Set> {
    let bits = |is: &dyn Fn(&Priced) -> bool| -> Set {
        let all = clauses.iter().enumerate().filter(|(_, clause)| is(clause));
        all.fold(0, |set, (at, _)| set | 1 << at)
    };
    let pact = bits(&|clause| !clause.is_prevention);
    let prevention = bits(&|clause| clause.is_prevention);
    let mut sets = vec![0, pact, prevention, pact | prevention];
    for (at, clause) in clauses.iter().enumerate() {
        let (own, whole) = if clause.is_prevention {
            (1 << at, prevention)
        } else {
            (1 << at, pact)
        };
        sets.extend([own, whole & !own]);
    }
    for phase in &scenario.pacts {
        sets.push(bits(&|clause| phase.clauses.contains(&clause.clause)));
    }
    unseen(sets, &BTreeSet::new())
}

/// New sets one clause away from the best of each family, at most so many: families take turns, and so do the sets of
/// each, that no family is left out where there are more than can be tried.
pub(super) fn neighbours(
    best: &[Vec<Set>],
    clauses: usize,
    seen: &BTreeSet<Set>,
    most: usize,
) -> Vec<Set> {
    let near = |of: &Vec<Set>| -> Vec<Set> {
        let sets = (0..clauses).flat_map(|at| of.iter().map(move |set| set ^ (1 << at)));
        unseen(sets.collect(), seen)
    };
    let families: Vec<Vec<Set>> = best.iter().map(near).collect();
    let longest = families.iter().map(Vec::len).max().unwrap_or(0);
    let turns = (0..longest).flat_map(|turn| families.iter().filter_map(move |of| of.get(turn)));
    let mut new = unseen(turns.copied().collect(), seen);
    new.truncate(most);
    new
}

fn unseen(sets: Vec<Set>, seen: &BTreeSet<Set>) -> Vec<Set> {
    let mut known = seen.clone();
    sets.into_iter().filter(|set| known.insert(*set)).collect()
}

/// The sets that no cheaper or equally cheap one beats: positions, by rising cost.
pub(super) fn frontier(costs: &[f64], losses: &[f64], of: &[usize]) -> Vec<usize> {
    let mut sorted = of.to_vec();
    sorted.sort_by(|a, b| {
        let by_cost = costs[*a].total_cmp(&costs[*b]);
        by_cost
            .then(losses[*a].total_cmp(&losses[*b]))
            .then(a.cmp(b))
    });
    let mut least = f64::INFINITY;
    sorted.retain(|at| {
        let better = losses[*at] < least;
        least = least.min(losses[*at]);
        better
    });
    sorted
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_frontier_has_what_nothing_cheaper_beats() {
        let costs = [0.0, 10.0, 10.0, 20.0, 30.0];
        let losses = [100.0, 90.0, 80.0, 85.0, 70.0];
        assert_eq!(frontier(&costs, &losses, &[4, 3, 2, 1, 0]), [0, 2, 4]);
        assert_eq!(frontier(&costs, &losses, &[1, 3]), [1, 3]);
    }

    #[test]
    fn no_family_waits_until_another_has_been_tried() {
        let many = vec![0b0000_0001, 0b0000_0010, 0b0000_0100];
        let new = neighbours(&[many, vec![0b1000_0000]], 8, &BTreeSet::new(), 4);
        let of_the_second = new.iter().filter(|set| **set & 0b1000_0000 != 0);
        assert!(of_the_second.count() >= 2, "{new:?}");
    }

    #[test]
    fn neighbours_are_one_clause_away_and_new() {
        let seen = BTreeSet::from([0b000, 0b001]);
        assert_eq!(
            neighbours(&[vec![0b000, 0b001]], 3, &seen, 9),
            [0b010, 0b011, 0b100, 0b101]
        );
    }
}
