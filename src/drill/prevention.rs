//! What else the money of a draft would buy: prevention, on the same luck.
//!
//! Which clauses on prevention are looked at together follows from their price alone, not from what they bring: every
//! set that spends the money, so that no other clause could be paid besides, and each clause by itself. All are played and
//! judged together; none is chosen by a search that would flatter it.

use serde::Serialize;

use super::comparison::{DifferenceSummary, JUDGED_BY, difference};
use super::grid::Variant;
use super::head::Head;
use super::money::{Cost, Valuation};
use super::numbers::Gathered;
use super::verdict::Verdict;
use crate::scenario::{Clause, ClauseKind};

/// Sets of several clauses that are played at most: those that spend most.
const MOST_SETS: usize = 10;
/// Clauses that sets are made of at most: the cheapest. Their sets can still be counted.
const MOST_CLAUSES: usize = 16;
/// Prices are sums of figures: what is as good as equal is.
const HALF_A_CENT_EUR: f64 = 0.005;

/// What prevention for the money of a draft comes to.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct PreventionSummary {
    /// What the draft costs in a year beyond today, EUR: what may be spent.
    pub money_per_year_eur: f64,
    /// What the cheapest clause on prevention costs that today has not, EUR; `None` where the scenario has none.
    pub cheapest_per_year_eur: Option<f64>,
    /// Sets of clauses that spend the money, those that spend most first, then clauses by themselves.
    pub sets: Vec<PreventionSet>,
    /// Position of the set with which least is lost; `None` without any.
    pub best: Option<usize>,
}

/// Clauses on prevention that hold beside what holds today.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct PreventionSet {
    /// Their ids, in the order of the scenario.
    pub clauses: Vec<String>,
    /// What they cost.
    pub cost: Cost,
    /// The same in a year, EUR.
    pub per_year_eur: f64,
    /// Weighted service-hours lost with them less those lost today, run by run.
    pub weighted_lost_difference: DifferenceSummary,
    /// What may be said of it, all sets taken together.
    pub verdict: Verdict,
    /// Weighted service-hours lost with them less those lost with the draft: below zero prevention brings more.
    pub weighted_lost_beside_draft: DifferenceSummary,
    /// What may be said of that, all sets taken together.
    pub verdict_beside_draft: Verdict,
    /// People not paid in time with them less those with the draft.
    pub unpaid_beside_draft: DifferenceSummary,
}

/// Returns the clauses on prevention that a variant has not.
pub fn on_offer(first: &Variant) -> impl Iterator<Item = &Clause> {
    let holds = &first.scenario.pacts[first.pact].clauses;
    let all = first.scenario.clauses.iter().enumerate();
    all.filter(|(at, clause)| clause.kind == ClauseKind::Prevention && !holds.contains(at))
        .map(|(_, clause)| clause)
}

/// Returns the ids of each set of clauses on prevention that spends what the draft costs in a year beyond the first
/// variant, and of each clause that can be paid by itself; none where the draft costs nothing more.
#[must_use]
pub fn for_the_same_money(
    first: &Variant,
    draft: &Variant,
    valuation: Valuation,
) -> Vec<Vec<String>> {
    let eur_per_hour = first.scenario.parameters.clerk_eur_per_hour;
    let yearly = |cost: Cost| cost.per_year_at(valuation.write_off_years, eur_per_hour);
    let money = yearly(draft.cost().beyond(first.cost()));
    let mut offered: Vec<(usize, &Clause, f64)> = on_offer(first)
        .enumerate()
        .map(|(at, clause)| (at, clause, yearly(Cost::of(clause))))
        .collect();
    offered.sort_by(|a, b| a.2.total_cmp(&b.2));
    offered.truncate(MOST_CLAUSES);
    offered.sort_by_key(|(at, ..)| *at);
    let prices: Vec<f64> = offered.iter().map(|(_, _, price)| *price).collect();
    let sets = spending(&prices, money).into_iter();
    sets.map(|set| set.into_iter().map(|at| offered[at].1.id.clone()).collect())
        .collect()
}

/// The sets whose price is within the money while no clause besides is, the dearest first, then each clause by itself.
fn spending(prices: &[f64], money: f64) -> Vec<Vec<usize>> {
    if money <= 0.0 {
        return Vec::new();
    }
    let is_paid = |price: f64| price <= money + HALF_A_CENT_EUR;
    let mut sets: Vec<(f64, Vec<usize>)> = Vec::new();
    for bits in 1_u32..1 << prices.len() {
        let has = |at: &usize| bits >> at & 1 == 1;
        let set: Vec<usize> = (0..prices.len()).filter(has).collect();
        let price: f64 = set.iter().map(|at| prices[*at]).sum();
        let mut others = (0..prices.len()).filter(|at| !has(at));
        if is_paid(price) && !others.any(|at| is_paid(price + prices[at])) {
            sets.push((price, set));
        }
    }
    sets.sort_by(|a, b| b.0.total_cmp(&a.0).then_with(|| a.1.cmp(&b.1)));
    sets.truncate(MOST_SETS);
    let mut sets: Vec<Vec<usize>> = sets.into_iter().map(|(_, set)| set).collect();
    for alone in (0..prices.len()).filter(|at| is_paid(prices[*at])) {
        if !sets.contains(&vec![alone]) {
            sets.push(vec![alone]);
        }
    }
    sets
}

/// Sums up; `None` where it was not asked for.
pub(super) fn prevention(
    head: &Head,
    runs: &Gathered,
    valuation: Valuation,
) -> Option<PreventionSummary> {
    let offered = head.prevention.as_ref()?;
    let yearly = |cost: Cost| cost.per_year_at(valuation.write_off_years, head.staff_eur_per_hour);
    let draft = head.draft();
    let variants = head.variants.iter().enumerate();
    let sets = variants.filter_map(|(at, of)| Some((at, of.aside.as_ref()?.prevention()?)));
    let mut sets: Vec<PreventionSet> = sets
        .map(|(at, clauses)| {
            let less = |with: usize, figure: &str| {
                difference(runs.pairs(at, with, figure), head.runs_per_draw() as usize)
            };
            let of_set = offered.iter().filter(|of| clauses.contains(&of.id));
            let cost: Cost = of_set.map(|of| of.cost).sum();
            let (today, beside) = (less(0, JUDGED_BY), less(draft, JUDGED_BY));
            PreventionSet {
                clauses: clauses.to_vec(),
                cost,
                per_year_eur: yearly(cost),
                verdict: Verdict::of(&today, runs.runs()),
                weighted_lost_difference: today,
                verdict_beside_draft: Verdict::of(&beside, runs.runs()),
                weighted_lost_beside_draft: beside,
                unpaid_beside_draft: less(draft, "people_unpaid"),
            }
        })
        .collect();
    let together = |of: fn(&PreventionSet) -> &DifferenceSummary| {
        Verdict::of_all(&sets.iter().map(of).collect::<Vec<_>>(), runs.runs())
    };
    let today = together(|of| &of.weighted_lost_difference);
    let beside = together(|of| &of.weighted_lost_beside_draft);
    for (set, (today, beside)) in sets.iter_mut().zip(today.into_iter().zip(beside)) {
        (set.verdict, set.verdict_beside_draft) = (today, beside);
    }
    let lost = |at: &usize| sets[*at].weighted_lost_difference.mean.unwrap_or(0.0);
    let best = (0..sets.len()).min_by(|a, b| lost(a).total_cmp(&lost(b)));
    Some(PreventionSummary {
        money_per_year_eur: yearly(head.variants[draft].cost.beyond(head.variants[0].cost)),
        cheapest_per_year_eur: offered
            .iter()
            .map(|of| yearly(of.cost))
            .min_by(f64::total_cmp),
        sets,
        best,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sets_spend_the_money_and_no_more() {
        let prices = [652.0, 136.0, 1031.0, 10.0, 83.0];
        let alone = |at: &[usize]| at.iter().map(|at| vec![*at]).collect::<Vec<_>>();
        let all = |sets: &[Vec<usize>], at: &[usize]| [sets, &alone(at)].concat();
        assert_eq!(spending(&prices, 300.0), all(&[vec![1, 3, 4]], &[1, 3, 4]));
        // One or the other: not both are paid.
        let either = [vec![0, 3], vec![1, 3, 4]];
        assert_eq!(spending(&prices, 700.0), all(&either, &[0, 1, 3, 4]));
        let whole = [vec![0, 1, 2, 3, 4]];
        assert_eq!(spending(&prices, 9_999.0), all(&whole, &[0, 1, 2, 3, 4]));
        // What is alone within the money is there once.
        assert_eq!(spending(&prices, 11.0), [vec![3]]);
        // To the cent.
        assert_eq!(spending(&[0.1, 0.2], 0.3), all(&[vec![0, 1]], &[0, 1]));
    }

    #[test]
    fn without_money_nothing_is_bought() {
        assert!(spending(&[10.0, 20.0], 9.0).is_empty());
        assert!(spending(&[0.0], 0.0).is_empty());
        assert!(spending(&[0.0], -5.0).is_empty());
        assert!(spending(&[], 5.0).is_empty());
    }

    #[test]
    fn of_many_sets_those_that_spend_most_are_played() {
        let sets = spending(&[10.0, 11.0, 12.0, 13.0, 14.0, 15.0], 41.0);
        assert_eq!(sets.len(), MOST_SETS + 6);
        assert_eq!(sets[0], [2, 4, 5]);
    }
}
