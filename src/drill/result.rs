//! What many runs come to: `beistand.drill/1`.

use serde::Serialize;
use std::collections::BTreeMap;

use super::DrillPlan;
use super::assumptions::AssumptionsHead;
use super::clauses::{ClauseSummary, clauses};
use super::comparison::{VariantSummary, compare};
use super::contrast::{ContrastSummary, contrasts};
use super::grid::Axis;
use super::head::Head;
use super::money::Valuation;
use super::nested::{Split, draw_means, split};
use super::numbers::{FigureTable, Gathered};
use super::prevention::{PreventionSummary, prevention};
use super::sensitivity::Sensitivity;
use super::stats::{Moments, Times};
use crate::scenario::Scenario;
use crate::sim::Sim;
use crate::vocab::{DAY, VERSION};

/// Names of all figures that a run may have.
pub(super) const FIGURES: [&str; 10] = [
    "ever_infected_share",
    "days_to_95pct",
    "system_days_lost",
    "system_days_lost_per_system",
    "lost_service_hours",
    "weighted_lost_service_hours",
    "people_unpaid",
    "mta_breaches",
    "minimum_level_share",
    "helper_lost_service_hours",
];

/// Those of them that a run without services has.
pub(super) const FIGURES_WITHOUT_SERVICES: [&str; 4] =
    [FIGURES[0], FIGURES[1], FIGURES[2], FIGURES[3]];

/// One run as figures by name; `None` is what did not happen before the end.
#[derive(Debug, Clone, PartialEq)]
pub struct RunRow {
    /// Number of the run.
    pub run: u32,
    /// Happenings that changed state.
    pub events: u64,
    /// Days the run lasted, from the scenario's first minute.
    pub days: f64,
    /// Figures by name.
    pub figures: BTreeMap<&'static str, Option<f64>>,
}

impl RunRow {
    /// Reads the figures of a finished run.
    #[must_use]
    pub fn of(run: u32, sim: &Sim) -> Self {
        let spread = sim.spread_metrics();
        let systems = f64::from(sim.counted_systems().max(1));
        let mut figures = BTreeMap::from([
            ("ever_infected_share", Some(spread.ever_infected_share)),
            ("days_to_95pct", spread.days_to_95pct),
            ("system_days_lost", Some(spread.system_days_lost)),
            (
                "system_days_lost_per_system",
                Some(spread.system_days_lost / systems),
            ),
        ]);
        if !sim.scenario().services.is_empty() {
            let region = sim.region_metrics();
            figures.extend([
                ("lost_service_hours", Some(region.lost_service_hours)),
                (
                    "weighted_lost_service_hours",
                    Some(region.weighted_lost_service_hours),
                ),
                ("people_unpaid", Some(f64::from(region.people_unpaid))),
                ("mta_breaches", Some(f64::from(region.mta_breaches))),
                ("minimum_level_share", Some(region.minimum_level_share)),
                (
                    "helper_lost_service_hours",
                    Some(region.helper_lost_service_hours),
                ),
            ]);
        }
        Self {
            run,
            events: sim.events(),
            days: f64::from(sim.now().0) / f64::from(DAY),
            figures,
        }
    }
}

/// What is said of one figure over all runs.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct MetricSummary {
    /// Mean; what did not happen before the end counts as the end (restricted mean).
    pub mean: Option<f64>,
    /// Standard deviation between runs.
    pub standard_deviation: Option<f64>,
    /// Standard error of the mean.
    pub standard_error: Option<f64>,
    /// Lower bound of the 95 % interval of the mean: luck, and assumptions where they are drawn.
    pub ci95_low: Option<f64>,
    /// Upper bound of it.
    pub ci95_high: Option<f64>,
    /// Quantile 0.05 between runs; `None` where it lies among times that did not happen, as below.
    pub q05: Option<f64>,
    /// Median between runs.
    pub median: Option<f64>,
    /// Quantile 0.95 between runs.
    pub q95: Option<f64>,
    /// Runs in which it did not happen before the end.
    pub censored: u32,
    /// Luck, assumptions and precision apart, where assumptions were drawn.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub split: Option<Split>,
}

impl MetricSummary {
    /// Parts the spread of values in the order of their runs, of which so many in a row meet the same assumptions.
    pub(super) fn part(&mut self, values: &[f64], runs_per_draw: usize) {
        self.split = split(values, runs_per_draw);
        let draws: Moments = draw_means(values, runs_per_draw).into_iter().collect();
        let interval = draws.interval();
        self.standard_error = draws.standard_error();
        self.ci95_low = interval.map(|interval| interval.low);
        self.ci95_high = interval.map(|interval| interval.high);
    }
}

/// The document of a drill.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct DrillResult {
    schema: &'static str,
    version: &'static str,
    scenario: String,
    scenario_hash: String,
    pact: String,
    response: String,
    seed: u64,
    runs: u32,
    /// Mean happenings that changed state, per run.
    pub events: f64,
    /// Summaries by the name of the figure.
    pub metrics: BTreeMap<String, MetricSummary>,
    /// What was drawn, and how often.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub assumptions: Option<AssumptionsHead>,
    /// What matters, where that was asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sensitivity: Option<Sensitivity>,
    /// What was varied, in the order it was given.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    varied: Vec<Axis>,
    /// What each combination came to; the first is compared with.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub variants: Vec<VariantSummary>,
    /// What is held against what: one pair for each combination of what is varied besides; none if nothing is varied.
    pub contrasts: Vec<ContrastSummary>,
    /// What the draft comes to without each of its clauses, in the order of the contract.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub clauses: Vec<ClauseSummary>,
    /// What prevention would bring for what the draft costs, where that was asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub prevention: Option<PreventionSummary>,
    /// The administration that is looked at more closely.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub own: Option<String>,
}

impl DrillResult {
    /// Returns how many runs it sums up.
    #[must_use]
    pub const fn runs(&self) -> u32 {
        self.runs
    }

    /// Returns the seed of all luck.
    #[must_use]
    pub const fn seed(&self) -> u64 {
        self.seed
    }

    /// Sums up what runs of one variant came to.
    #[must_use]
    pub(super) fn new(scenario: &Scenario, plan: &DrillPlan, table: &FigureTable) -> Self {
        let names = table.names().iter();
        let metrics = names
            .map(|name| {
                let values = table.figure(name).zip(table.days());
                ((*name).to_owned(), summary(values))
            })
            .collect();
        let events: Moments = table.events().collect();
        Self {
            schema: "beistand.drill/1",
            version: VERSION,
            scenario: scenario.id.clone(),
            scenario_hash: scenario.hash.clone(),
            pact: scenario.pacts[plan.pact].id.clone(),
            response: plan.response.clone(),
            seed: plan.seed,
            runs: table.runs(),
            events: events.mean().unwrap_or(0.0),
            metrics,
            assumptions: None,
            sensitivity: None,
            varied: Vec::new(),
            variants: Vec::new(),
            contrasts: Vec::new(),
            clauses: Vec::new(),
            prevention: None,
            own: None,
        }
    }

    /// Sums up runs of several variants.
    ///
    /// # Panics
    /// If there are no variants.
    #[must_use]
    pub fn of_grid(head: &Head, runs: &Gathered, valuation: Valuation) -> Self {
        let summaries = compare(head, runs, valuation);
        let base = &summaries[0];
        let events: Moments = runs.table(0).events().collect();
        Self {
            schema: "beistand.drill/1",
            version: VERSION,
            scenario: head.scenario.clone(),
            scenario_hash: base.scenario_hash.clone(),
            pact: base.pact.clone(),
            response: base.response.clone(),
            seed: head.seed,
            runs: runs.runs(),
            events: events.mean().unwrap_or(0.0),
            metrics: base.metrics.clone(),
            assumptions: head.assumptions.clone().map(|drawn| AssumptionsHead {
                draws: runs.runs() / drawn.runs_per_draw,
                ..drawn
            }),
            sensitivity: None,
            varied: head.varied.clone(),
            variants: summaries,
            contrasts: contrasts(head, runs, valuation),
            clauses: clauses(head, runs),
            prevention: prevention(head, runs, valuation),
            own: head.own.clone(),
        }
    }
}

/// Sums up values, each with the days its run lasted; only times in days can be missing.
pub(super) fn summary(values: impl Iterator<Item = (Option<f64>, f64)>) -> MetricSummary {
    let mut moments = Moments::default();
    let values = values.map(|(value, days)| {
        moments.push(value.unwrap_or(days));
        value
    });
    let happened = Times::new(f64::INFINITY, values);
    let interval = moments.interval();
    MetricSummary {
        mean: moments.mean(),
        standard_deviation: moments.deviation(),
        standard_error: moments.standard_error(),
        ci95_low: interval.map(|interval| interval.low),
        ci95_high: interval.map(|interval| interval.high),
        q05: happened.quantile(0.05),
        median: happened.quantile(0.5),
        q95: happened.quantile(0.95),
        censored: happened.censored() as u32,
        split: None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_did_not_happen_counts_as_the_end_and_hides_quantiles() {
        let runs = [Some(10.0), None, Some(30.0), None];
        let summary = summary(runs.into_iter().map(|value| (value, 100.0)));
        assert_eq!((summary.mean, summary.censored), (Some(60.0), 2));
        assert_eq!((summary.median, summary.q95), (None, None));
        assert_eq!(summary.q05, Some(13.0));
    }
}
