//! How near the runs came to what was published: `beistand.validate/1`.

use std::sync::Arc;

use serde::Serialize;

use super::ValidatePlan;
use super::measure::Days;
use super::milestones::{Calibration, Evidence, Milestone, Reached, Via};
use crate::drill::stats::{Times, quantile};
use crate::scenario::Scenario;
use crate::vocab::{DAY, VERSION};

/// Published days are good to half a day.
const TOLERANCE_DAYS: f64 = 0.5;
/// What a missed row costs, and what width costs beside the distance of the median.
const MISSED: f64 = 0.5;
const PRICE_OF_WIDTH: f64 = 0.25;

/// What the runs came to.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ValidateResult {
    schema: &'static str,
    version: &'static str,
    seed: u64,
    runs: u32,
    response: String,
    /// The incidents.
    pub incidents: Vec<IncidentResult>,
    /// The milestones, by id.
    pub rows: Vec<RowResult>,
    /// All rows.
    pub all: Totals,
    /// Those that are evidence.
    pub structural: Totals,
    /// Those that one delay of the catalogue was set from.
    pub latency: Totals,
    /// The same without one incident each.
    pub without: Vec<LeftOut>,
}

/// What was replayed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct IncidentResult {
    /// Id.
    pub incident: String,
    scenario: String,
    scenario_hash: String,
    begins: String,
    until_minutes: u32,
}

/// One milestone: published and simulated days after discovery.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct RowResult {
    /// Id of the milestone.
    pub milestone: String,
    /// What it is called, with milestones of the user's own.
    pub name: Option<String>,
    /// Its incident.
    pub incident: String,
    /// What was reached.
    pub reached: Reached,
    /// By which way.
    pub via: Via,
    /// What it is worth.
    pub evidence: Evidence,
    /// First day published.
    pub published_low_days: u32,
    /// Last day published.
    pub published_high_days: u32,
    /// Of 20 values one lies below.
    pub q05_days: Option<f64>,
    /// In the middle.
    pub median_days: Option<f64>,
    /// Of 20 values one lies above; `None` if it lies beyond the end of the runs.
    pub q95_days: Option<f64>,
    /// Values: one for each run and place.
    pub values: u32,
    /// Of these not reached before the end.
    pub censored: u32,
    /// Whether the simulated span touches the published one.
    pub overlaps: bool,
    /// Whether it holds all of it.
    pub contains: bool,
    /// Whether its middle lies in the published one.
    pub median_inside: bool,
    /// Its upper end against its lower; beyond the end of the runs at least so much.
    pub width: f64,
    /// What the row costs.
    pub loss: f64,
}

/// Sums over rows.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize)]
pub struct Totals {
    /// Rows.
    pub rows: u32,
    /// That overlap.
    pub overlap: u32,
    /// That contain.
    pub contain: u32,
    /// Whose median lies inside.
    pub median_inside: u32,
    /// Median width.
    pub median_width: Option<f64>,
    /// Sum of losses.
    pub loss: f64,
}

/// Totals without one incident.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct LeftOut {
    /// The incident that is left out.
    pub incident: String,
    /// All rows of the others.
    pub all: Totals,
    /// Those of them that are evidence.
    pub structural: Totals,
}

/// Holds the values of one milestone against what was published of it.
pub(super) fn row(
    milestone: &Milestone,
    scenario: &Scenario,
    days: impl Iterator<Item = Days>,
) -> RowResult {
    let times = Times::new(f64::INFINITY, days.map(|day| day.map(f64::from)));
    let horizon = f64::from(scenario.horizon_minutes / DAY);
    let [q05, median, q95] = [0.05, 0.5, 0.95].map(|share| times.quantile(share));
    let (low, high) = (f64::from(milestone.days.0), f64::from(milestone.days.1));
    // What lies beyond the end of the runs counts with the end.
    let [from, middle, to] = [q05, median, q95].map(|at| at.unwrap_or(horizon));
    let overlaps = q05.is_some() && from <= high + TOLERANCE_DAYS && to >= low - TOLERANCE_DAYS;
    let log = |days: f64| libm::log(days + 2.0);
    let distance = (log(low) - log(middle))
        .max(log(middle) - log(high))
        .max(0.0);
    let missed = if overlaps { 0.0 } else { MISSED };
    RowResult {
        milestone: milestone.id.clone(),
        name: milestone.name.clone(),
        incident: milestone.incident.clone(),
        reached: milestone.reached,
        via: milestone.via,
        evidence: milestone.evidence,
        published_low_days: milestone.days.0,
        published_high_days: milestone.days.1,
        q05_days: q05,
        median_days: median,
        q95_days: q95,
        values: times.count() as u32,
        censored: times.censored() as u32,
        overlaps,
        contains: q05.is_some() && from <= low && to >= high,
        median_inside: median.is_some() && low <= middle && middle <= high,
        width: (to + 1.0) / (from + 1.0),
        loss: distance + PRICE_OF_WIDTH * (log(to) - log(from)) + missed,
    }
}

impl Totals {
    fn of<'a>(rows: impl Iterator<Item = &'a RowResult>) -> Self {
        let rows: Vec<&RowResult> = rows.collect();
        let count = |is: fn(&RowResult) -> bool| rows.iter().filter(|row| is(row)).count() as u32;
        let widths: Vec<f64> = rows.iter().map(|row| row.width).collect();
        Self {
            rows: rows.len() as u32,
            overlap: count(|row| row.overlaps),
            contain: count(|row| row.contains),
            median_inside: count(|row| row.median_inside),
            median_width: quantile(&widths, 0.5),
            loss: rows.iter().map(|row| row.loss).sum(),
        }
    }
}

impl ValidateResult {
    pub(super) fn new(
        calibration: &Calibration,
        scenarios: &[Arc<Scenario>],
        plan: &ValidatePlan,
        mut rows: Vec<RowResult>,
    ) -> Self {
        rows.sort_by(|a, b| a.milestone.cmp(&b.milestone));
        let incidents = calibration.incidents.iter().zip(scenarios);
        let is = |evidence| move |row: &&RowResult| row.evidence == evidence;
        let left_out = |incident: &str| {
            let others = || rows.iter().filter(|row| row.incident != incident);
            LeftOut {
                incident: incident.to_owned(),
                all: Totals::of(others()),
                structural: Totals::of(others().filter(is(Evidence::Structural))),
            }
        };
        Self {
            schema: "beistand.validate/1",
            version: VERSION,
            seed: plan.seed,
            runs: plan.runs,
            response: plan.response.clone(),
            incidents: incidents
                .clone()
                .map(|(incident, scenario)| IncidentResult {
                    incident: incident.id.clone(),
                    scenario: scenario.id.clone(),
                    scenario_hash: scenario.hash.clone(),
                    begins: begins(scenario),
                    until_minutes: scenario.start_ex.0 + scenario.horizon_minutes,
                })
                .collect(),
            all: Totals::of(rows.iter()),
            structural: Totals::of(rows.iter().filter(is(Evidence::Structural))),
            latency: Totals::of(rows.iter().filter(is(Evidence::Latency))),
            without: calibration
                .incidents
                .iter()
                .map(|incident| left_out(&incident.id))
                .collect(),
            rows,
        }
    }
}

fn begins(scenario: &Scenario) -> String {
    crate::scenario::Calendar::new(scenario.begins, scenario.start_ex, DAY).begins_rfc3339()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::load;
    use crate::validate::calibration;

    fn row_of(days: &[Days], published: (u32, u32)) -> RowResult {
        let mut milestone = calibration().milestones[0].clone();
        milestone.days = published;
        let scenario = load("einstieg", &[]).expect("faultless");
        row(&milestone, &scenario, days.iter().copied())
    }

    #[test]
    fn a_row_is_judged_by_its_spans() {
        let ten_to_thirty: Vec<Days> = (10..=30).map(Some).collect();
        let inside = row_of(&ten_to_thirty, (15, 25));
        assert_eq!(
            (inside.q05_days, inside.median_days, inside.q95_days),
            (Some(11.0), Some(20.0), Some(29.0))
        );
        assert!(inside.overlaps && inside.contains && inside.median_inside);
        assert!((inside.width - 30.0 / 12.0).abs() < 1e-12);
        assert!((inside.loss - 0.25 * libm::log(31.0 / 13.0)).abs() < 1e-12);
        let touching = row_of(&ten_to_thirty, (29, 40));
        assert!(touching.overlaps && !touching.contains && !touching.median_inside);
        let missed = row_of(&ten_to_thirty, (40, 50));
        assert!(!missed.overlaps);
        let distance = libm::log(42.0 / 22.0);
        assert!((missed.loss - inside.loss - distance - MISSED).abs() < 1e-12);
    }

    #[test]
    fn what_never_came_counts_with_the_end_and_overlaps_nothing() {
        let never = row_of(&[None, None], (15, 25));
        assert_eq!((never.median_days, never.censored), (None, 2));
        assert!(!never.overlaps && !never.contains && !never.median_inside);
        assert!(never.loss > MISSED);
        // One in ten never came: the upper end is not known, but surely above.
        let mut late: Vec<Days> = vec![Some(20); 18];
        late.extend([None, None]);
        let late = row_of(&late, (20, 40));
        assert_eq!(late.q95_days, None);
        assert!(late.overlaps && late.contains);
    }
}
