//! What variants come to, and what differs between runs that met the same luck.

use std::collections::BTreeMap;

use serde::Serialize;

use super::course::CourseSummary;
use super::distribution::Distribution;
use super::head::{Head, Setting, VariantHead};
use super::money::{Money, Valuation};
use super::nested::{Split, draw_means, split};
use super::recovery::{RecoverySummary, recovery};
use super::result::{MetricSummary, summary};
use super::row::{GridRow, Mta};
use super::stats::{Moments, quantile};
use super::verdict::Verdict;

/// By what it is said whether a variant is better: hours in which services of administrations are due and not there,
/// weighted by urgency and inhabitants.
pub const JUDGED_BY: &str = "weighted_lost_service_hours";

/// Returns the figure by which runs are judged: [`JUDGED_BY`], or the days that systems were down where nobody offers
/// services.
#[must_use]
pub const fn judged_by(has_services: bool) -> &'static str {
    if has_services {
        JUDGED_BY
    } else {
        "system_days_lost"
    }
}

/// A figure of one variant less the same of the first, run by run.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct DifferenceSummary {
    /// Mean.
    pub mean: Option<f64>,
    /// Standard deviation between pairs.
    pub standard_deviation: Option<f64>,
    /// Standard error of the mean: it falls with the number of runs.
    pub standard_error: Option<f64>,
    /// Lower bound of the 95 % interval of the mean.
    pub ci95_low: Option<f64>,
    /// Upper bound of it.
    pub ci95_high: Option<f64>,
    /// Quantile 0.05 between pairs: luck, whatever the number of runs.
    pub q05: Option<f64>,
    /// Median between pairs.
    pub median: Option<f64>,
    /// Quantile 0.95 between pairs.
    pub q95: Option<f64>,
    /// Pairs in which the figure is less than in the first variant.
    pub less: u32,
    /// Pairs in which it is more.
    pub more: u32,
    /// Luck, assumptions and precision apart, where assumptions were drawn.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub split: Option<Split>,
}

/// How often the maximum tolerable outage of a service held.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct MtaSummary {
    /// Id of the service.
    pub service: String,
    /// 1 life and limb to 4 can wait.
    pub criticality: u8,
    /// Of all administrations that offer it, in all runs: the share in which it held.
    pub held_share: f64,
    /// The share in which it was broken; the rest was still open at the end.
    pub broken_share: f64,
    /// Share of the runs in which it held everywhere.
    pub held_everywhere_share: f64,
}

/// What a variant means for an administration.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct AdministrationSummary {
    /// Official key.
    pub administration: String,
    /// Service-hours its citizens lose, mean.
    pub lost_service_hours: f64,
    /// Of these by what it gives to others, mean.
    pub given_service_hours: f64,
    /// What it owes others for their aid less what others owe it, mean, EUR.
    pub aid_cost_eur: f64,
    /// Service-hours lost less those in the first variant; absent there.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lost_difference: Option<DifferenceSummary>,
}

/// What one variant came to.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct VariantSummary {
    /// What it sets, in the order of the axes.
    pub settings: Vec<Setting>,
    /// 16 hex digits over all source texts and changed figures of its scenario.
    pub scenario_hash: String,
    /// Phase of the pact.
    pub pact: String,
    /// Response plan.
    pub response: String,
    /// Summaries by the name of the figure.
    pub metrics: BTreeMap<String, MetricSummary>,
    /// Differences to the first variant by the name of the figure; none there.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub differences: BTreeMap<String, DifferenceSummary>,
    /// What may be said of these differences, by the name of the figure; none for the first.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub verdicts: BTreeMap<String, Verdict>,
    /// How the difference in weighted lost service-hours spreads between runs; absent where it is the same in all.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub distribution: Option<Distribution>,
    /// Cost beside gain.
    pub money: Money,
    /// How much of all demand is served in the course of time.
    pub course: CourseSummary,
    /// Achieved restart times by service, ordered by id, over all administrations.
    pub recovery: Vec<RecoverySummary>,
    /// The same for the administration that is looked at more closely.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub own_recovery: Option<Vec<RecoverySummary>>,
    /// By service, ordered by id.
    pub mta: Vec<MtaSummary>,
    /// By administration, ordered by key.
    pub administrations: Vec<AdministrationSummary>,
}

/// Sums up rows that are in the order of their runs.
#[must_use]
pub fn compare(head: &Head, rows: &[GridRow], valuation: Valuation) -> Vec<VariantSummary> {
    let variants = head.grid();
    variants
        .map(|(at, variant)| of_variant(head, (at, variant), rows, valuation))
        .collect()
}

fn of_variant(
    head: &Head,
    (at, variant): (usize, &VariantHead),
    rows: &[GridRow],
    valuation: Valuation,
) -> VariantSummary {
    let runs_per_draw = head.runs_per_draw() as usize;
    let names: Vec<&str> = rows.first().map_or_else(Vec::new, |row| {
        row.variants[at].figures.keys().copied().collect()
    });
    let metrics = names.iter().map(|name| {
        let values = rows.iter().map(|row| &row.variants[at]);
        let of = values.map(|row| (row.figures.get(name).copied().flatten(), row.days));
        let mut summary = summary(of);
        let restricted = rows.iter().map(|row| row.variants[at].restricted(name));
        summary.part(&restricted.collect::<Vec<f64>>(), runs_per_draw);
        ((*name).to_owned(), summary)
    });
    let differences = names.iter().filter(|_| at > 0).map(|name| {
        let pairs = rows
            .iter()
            .map(|row| row.variants[at].restricted(name) - row.variants[0].restricted(name));
        ((*name).to_owned(), difference(pairs, runs_per_draw))
    });
    let differences: BTreeMap<String, DifferenceSummary> = differences.collect();
    let costs = (variant.cost, head.variants[0].cost);
    let lost = differences.get(JUDGED_BY);
    let own = head.own.as_ref();
    let own = own.and_then(|own| head.places.iter().position(|place| place.id == *own));
    let lost_pairs: Vec<f64> = rows
        .iter()
        .map(|row| row.variants[at].restricted(JUDGED_BY) - row.variants[0].restricted(JUDGED_BY))
        .collect();
    VariantSummary {
        verdicts: differences
            .iter()
            .map(|(name, of)| (name.clone(), Verdict::of(of, rows.len() as u32)))
            .collect(),
        distribution: Distribution::of(&lost_pairs),
        money: Money::of(costs, lost, head.staff_eur_per_hour, valuation),
        course: CourseSummary::of(head.course_step_minutes, at, rows),
        recovery: recovery(variant, at, rows, None),
        own_recovery: own.map(|own| recovery(variant, at, rows, Some(own))),
        settings: variant.settings.clone(),
        scenario_hash: variant.scenario_hash.clone(),
        pact: variant.pact.clone(),
        response: variant.response.clone(),
        metrics: metrics.collect(),
        differences,
        mta: mta(variant, at, rows),
        administrations: administrations(variant, at, rows, runs_per_draw),
    }
}

/// Sums up differences in the order of their runs, of which so many in a row meet the same assumptions.
#[must_use]
pub fn difference(pairs: impl Iterator<Item = f64>, runs_per_draw: usize) -> DifferenceSummary {
    let pairs: Vec<f64> = pairs.collect();
    let moments: Moments = pairs.iter().copied().collect();
    // Runs under the same assumptions do not tell as much as others.
    let draws: Moments = draw_means(&pairs, runs_per_draw).into_iter().collect();
    let interval = draws.interval();
    let count = |is: fn(&f64) -> bool| pairs.iter().filter(|pair| is(pair)).count() as u32;
    DifferenceSummary {
        mean: moments.mean(),
        standard_deviation: moments.deviation(),
        standard_error: draws.standard_error(),
        ci95_low: interval.map(|interval| interval.low),
        ci95_high: interval.map(|interval| interval.high),
        q05: quantile(&pairs, 0.05),
        median: quantile(&pairs, 0.5),
        q95: quantile(&pairs, 0.95),
        less: count(|pair| *pair < 0.0),
        more: count(|pair| *pair > 0.0),
        split: split(&pairs, runs_per_draw),
    }
}

fn mta(variant: &VariantHead, at: usize, rows: &[GridRow]) -> Vec<MtaSummary> {
    let templates = &variant.services;
    let mut sums = vec![(0_u64, 0_u64, 0_u64, 0_u64); templates.len()];
    for row in rows {
        let mut everywhere = vec![true; templates.len()];
        let letters = row.variants[at].mta.chars();
        for (template, letter) in variant.offered.iter().zip(letters) {
            let (all, held, broken, _) = &mut sums[*template];
            *all += 1;
            match Mta::of(letter) {
                Some(Mta::Held) => *held += 1,
                Some(Mta::Broken) => *broken += 1,
                _ => {}
            }
            everywhere[*template] &= letter == 'h';
        }
        for (sum, held) in sums.iter_mut().zip(everywhere) {
            sum.3 += u64::from(held);
        }
    }
    let share = |part: u64, of: u64| part as f64 / of as f64;
    let mut summaries: Vec<MtaSummary> = templates
        .iter()
        .zip(sums)
        .filter(|(_, (all, ..))| *all > 0)
        .map(|(template, (all, held, broken, everywhere))| MtaSummary {
            service: template.id.clone(),
            criticality: template.criticality,
            held_share: share(held, all),
            broken_share: share(broken, all),
            held_everywhere_share: share(everywhere, rows.len() as u64),
        })
        .collect();
    summaries.sort_by(|a, b| a.service.cmp(&b.service));
    summaries
}

fn administrations(
    variant: &VariantHead,
    at: usize,
    rows: &[GridRow],
    runs_per_draw: usize,
) -> Vec<AdministrationSummary> {
    let mut summaries: Vec<AdministrationSummary> = variant
        .administrations
        .iter()
        .enumerate()
        .map(|(index, administration)| {
            let of = |row: &GridRow, variant: usize| row.variants[variant].administrations[index];
            let mean = |value: &dyn Fn(&GridRow) -> f64| {
                let moments: Moments = rows.iter().map(value).collect();
                moments.mean().unwrap_or(0.0)
            };
            let pairs = rows
                .iter()
                .map(|row| of(row, at).lost_service_hours - of(row, 0).lost_service_hours);
            AdministrationSummary {
                administration: administration.clone(),
                lost_service_hours: mean(&|row| of(row, at).lost_service_hours),
                given_service_hours: mean(&|row| of(row, at).given_service_hours),
                aid_cost_eur: mean(&|row| of(row, at).aid_cost_eur),
                lost_difference: (at > 0).then(|| difference(pairs, runs_per_draw)),
            }
        })
        .collect();
    summaries.sort_by(|a, b| a.administration.cmp(&b.administration));
    summaries
}
