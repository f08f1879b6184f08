//! The draft against today, under each combination of what is varied besides.
//!
//! A grid of several axes has many pairs of variants. Held against each other are only those that differ in one axis: else
//! a pact would get the credit for another place of entry.

use std::collections::BTreeMap;

use serde::Serialize;

use super::comparison::{DifferenceSummary, JUDGED_BY, differences};
use super::grid::{contrasts as pairs, principal};
use super::head::{Head, Setting};
use super::money::{Money, Valuation};
use super::numbers::Gathered;
use super::stats::Moments;
use super::verdict::Verdict;

/// The last value of the principal axis against its first, all other axes alike.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ContrastSummary {
    /// Values of the other axes here, in the order of the axes.
    pub settings: Vec<Setting>,
    /// Position among the variants of what is compared with.
    pub base: usize,
    /// Position of what is held against it.
    pub draft: usize,
    /// Weighted service-hours lost in the first of the two, mean; `None` where nobody offers services.
    pub base_weighted_lost_service_hours: Option<f64>,
    /// Differences by the name of the figure.
    pub differences: BTreeMap<String, DifferenceSummary>,
    /// What may be said of them, each for itself.
    pub verdicts: BTreeMap<String, Verdict>,
    /// Cost beside gain.
    pub money: Money,
}

/// Sums up each pair; the one at the first value of all other axes comes first.
pub(super) fn contrasts(
    head: &Head,
    runs: &Gathered,
    valuation: Valuation,
) -> Vec<ContrastSummary> {
    let pairs = pairs(&head.varied).into_iter();
    pairs
        .map(|pair| of_pair(head, runs, valuation, pair))
        .collect()
}

fn of_pair(
    head: &Head,
    runs: &Gathered,
    valuation: Valuation,
    (base, draft): (usize, usize),
) -> ContrastSummary {
    let differences = differences(head, runs, (draft, base));
    let lost = differences.get(JUDGED_BY);
    let before: Option<Moments> = lost.map(|_| runs.table(base).restricted(JUDGED_BY).collect());
    let costs = (head.variants[draft].cost, head.variants[base].cost);
    let settings = head.variants[base].settings.iter().enumerate();
    let others = settings.filter(|(axis, _)| Some(*axis) != principal(&head.varied));
    ContrastSummary {
        settings: others.map(|(_, setting)| setting.clone()).collect(),
        base,
        draft,
        base_weighted_lost_service_hours: before.and_then(|of| of.mean()),
        verdicts: differences
            .iter()
            .map(|(name, of)| (name.clone(), Verdict::of(of, runs.runs())))
            .collect(),
        money: Money::of(costs, lost, head.staff_eur_per_hour, valuation),
        differences,
    }
}
