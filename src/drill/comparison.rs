//! What variants come to, and what differs between runs that met the same luck.

use std::collections::BTreeMap;

use serde::Serialize;

use super::changes::{ServiceChange, changes};
use super::course::CourseSummary;
use super::distribution::Distribution;
use super::head::{Head, Setting, VariantHead};
use super::money::{Money, Valuation};
use super::nested::{Split, draw_means, split};
use super::numbers::{Gathered, MtaCounts};
use super::recovery::{RecoverySummary, recovery};
use super::result::{MetricSummary, summary};
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
    /// How many independent means the mean is made of: runs, or draws of assumptions.
    #[serde(skip)]
    pub independent: u32,
    /// Luck, assumptions and precision apart, where assumptions were drawn.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub split: Option<Split>,
}

impl DifferenceSummary {
    /// Whether the interval of the mean lies within so much of zero.
    #[must_use]
    pub fn is_within(&self, most: f64) -> bool {
        self.farthest_mean()
            .is_some_and(|farthest| farthest <= most)
    }

    /// Returns how far the mean may lie from zero at the most, by its interval of 95 %.
    #[must_use]
    pub fn farthest_mean(&self) -> Option<f64> {
        Some(self.ci95_low?.abs().max(self.ci95_high?.abs()))
    }
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
    /// Outages: at how many administrations it was out at all, over all runs. Those of helpers who give their people count.
    pub outages: u64,
    /// Of these the share in which the maximum held; `None` without any.
    pub outages_held_share: Option<f64>,
    /// Of these the share in which it was broken.
    pub outages_broken_share: Option<f64>,
    /// Share of the runs in which it held everywhere.
    pub held_everywhere_share: f64,
}

impl MtaSummary {
    /// Returns how many outages last too long, or are not over at the end.
    #[must_use]
    pub fn missed(&self) -> u64 {
        let held = self.outages_held_share.unwrap_or(1.0);
        // A share of a count, and so a count: not negative.
        #[allow(clippy::cast_sign_loss)]
        let missed = libm::round((1.0 - held) * self.outages as f64) as u64;
        missed
    }
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
    /// What may be said of it, all administrations that offer services taken together; absent there.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub verdict: Option<Verdict>,
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
    /// The same for the administration that is looked at more closely.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub own_mta: Option<Vec<MtaSummary>>,
    /// What of that is different from the first variant, by service, ordered by id; none there.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub service_changes: Vec<ServiceChange>,
    /// By administration, ordered by key.
    pub administrations: Vec<AdministrationSummary>,
}

/// Sums up runs.
#[must_use]
pub fn compare(head: &Head, runs: &Gathered, valuation: Valuation) -> Vec<VariantSummary> {
    let variants = head.grid();
    variants
        .map(|(at, variant)| of_variant(head, (at, variant), runs, valuation))
        .collect()
}

fn of_variant(
    head: &Head,
    (at, variant): (usize, &VariantHead),
    runs: &Gathered,
    valuation: Valuation,
) -> VariantSummary {
    let runs_per_draw = head.runs_per_draw() as usize;
    let own = &runs.variants[at];
    let names = own.table.names();
    let metrics = names.iter().map(|name| {
        let mut summary = summary(own.table.figure(name).zip(own.table.days()));
        let restricted: Vec<f64> = own.table.restricted(name).collect();
        summary.part(&restricted, runs_per_draw);
        ((*name).to_owned(), summary)
    });
    let differences = if at > 0 {
        differences(head, runs, (at, 0))
    } else {
        BTreeMap::new()
    };
    let costs = (variant.cost, head.variants[0].cost);
    let lost = differences.get(JUDGED_BY);
    let lost_pairs: Vec<f64> = runs.pairs(at, 0, JUDGED_BY).collect();
    VariantSummary {
        verdicts: differences
            .iter()
            .map(|(name, of)| (name.clone(), Verdict::of(of, runs.runs())))
            .collect(),
        distribution: Distribution::of(&lost_pairs),
        money: Money::of(costs, lost, head.staff_eur_per_hour, valuation),
        course: CourseSummary::of(head.course_step_minutes, &own.course),
        recovery: recovery(variant, &own.recovery),
        own_recovery: head
            .own
            .as_ref()
            .map(|_| recovery(variant, &own.own_recovery)),
        settings: variant.settings.clone(),
        scenario_hash: variant.scenario_hash.clone(),
        pact: variant.pact.clone(),
        response: variant.response.clone(),
        metrics: metrics.collect(),
        differences,
        mta: mta(variant, &own.mta, own.table.runs()),
        own_mta: head
            .own
            .as_ref()
            .map(|_| mta(variant, &own.own_mta, own.table.runs())),
        service_changes: changes(head, (at, variant), runs),
        administrations: administrations(head, (at, variant), runs),
    }
}

/// Sums up, by the name of the figure, one variant less another.
pub(super) fn differences(
    head: &Head,
    runs: &Gathered,
    (at, with): (usize, usize),
) -> BTreeMap<String, DifferenceSummary> {
    let names = runs.table(at).names().iter();
    let differences = names.map(|name| {
        let of = difference(runs.pairs(at, with, name), head.runs_per_draw() as usize);
        ((*name).to_owned(), of)
    });
    differences.collect()
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
        independent: draws.count() as u32,
        split: split(&pairs, runs_per_draw),
    }
}

fn mta(variant: &VariantHead, counts: &[MtaCounts], runs: u32) -> Vec<MtaSummary> {
    let share = |part: u64, of: u64| part as f64 / of as f64;
    let of_outages = |of: &MtaCounts, part: u64| (of.outages > 0).then(|| share(part, of.outages));
    let services = variant.services.iter().zip(counts);
    let offered = services.filter(|(_, counts)| counts.all > 0);
    let mut summaries: Vec<MtaSummary> = offered
        .map(|(service, counts)| MtaSummary {
            service: service.id.clone(),
            criticality: service.criticality,
            held_share: share(counts.held, counts.all),
            broken_share: share(counts.broken, counts.all),
            outages: counts.outages,
            outages_held_share: of_outages(counts, counts.outages_held),
            outages_broken_share: of_outages(counts, counts.broken),
            held_everywhere_share: share(counts.everywhere, u64::from(runs)),
        })
        .collect();
    summaries.sort_by(|a, b| a.service.cmp(&b.service));
    summaries
}

fn administrations(
    head: &Head,
    (at, variant): (usize, &VariantHead),
    runs: &Gathered,
) -> Vec<AdministrationSummary> {
    let runs_per_draw = head.runs_per_draw() as usize;
    let (own, first) = (&runs.variants[at], &runs.variants[0]);
    let mean = |moments: &Moments| moments.mean().unwrap_or(0.0);
    let all = variant.administrations.iter().enumerate();
    let mut summaries: Vec<AdministrationSummary> = all
        .map(|(index, administration)| {
            let pairs = own.table.lost(index).zip(first.table.lost(index));
            let pairs = pairs.map(|(own, first)| own - first);
            AdministrationSummary {
                administration: administration.clone(),
                lost_service_hours: mean(&own.table.lost(index).collect()),
                given_service_hours: mean(&own.given[index]),
                aid_cost_eur: mean(&own.aid_cost[index]),
                lost_difference: (at > 0).then(|| difference(pairs, runs_per_draw)),
                verdict: None,
            }
        })
        .collect();
    // Who offers nothing can lose nothing, and makes no comparison.
    let offers = |of: &&mut AdministrationSummary| {
        let mut places = head.places.iter();
        places.any(|place| place.id == of.administration && place.offers_services)
    };
    let mut offering: Vec<_> = summaries.iter_mut().filter(offers).collect();
    let differences = offering.iter().filter_map(|of| of.lost_difference.as_ref());
    let verdicts = Verdict::of_all(&differences.collect::<Vec<_>>(), runs.runs());
    for (of, verdict) in offering.iter_mut().zip(verdicts) {
        of.verdict = Some(verdict);
    }
    summaries.sort_by(|a, b| a.administration.cmp(&b.administration));
    summaries
}
