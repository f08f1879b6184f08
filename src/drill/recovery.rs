//! How long services are below their emergency level, over all runs of a variant and all who offer them.

use serde::Serialize;

use super::head::{ServiceHead, VariantHead};
use super::numbers::RecoveryCounts;

/// Achieved restart times of one service against its targets.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct RecoverySummary {
    /// Id of the service.
    pub service: String,
    /// 1 life and limb to 4 can wait.
    pub criticality: u8,
    /// Emergency operation due within (WAZ, RTO).
    pub waz_minutes: u32,
    /// Tolerable at the most (MTA, MTPD).
    pub mta_minutes: u32,
    /// Of all administrations that offer it, in all runs: the share in which it fell below its emergency level. Most of
    /// them had no attack: it says how far an attack goes, and nothing of a restart.
    pub down_share: f64,
    /// How many those are: administrations, over all runs. All restart times are of these.
    pub outages: u64,
    /// Of those: the share that was back within WAZ; `None` if it never fell.
    pub within_waz_share: Option<f64>,
    /// Of those: hours to the emergency level, begun ones included: quantile 0.05. `None` where it lies beyond the end of
    /// the runs, as below.
    pub q05_hours: Option<f64>,
    /// Median.
    pub median_hours: Option<f64>,
    /// Quantile 0.95.
    pub q95_hours: Option<f64>,
    /// Share of those that fell that were not back by the end.
    pub not_back_share: Option<f64>,
    /// Median over all, where one that never fell counts as 0 hours: it mixes how often with how long, and no page tells
    /// it.
    pub all_median_hours: Option<f64>,
}

/// Sums up by service, ordered by id.
pub(super) fn recovery(variant: &VariantHead, counts: &[RecoveryCounts]) -> Vec<RecoverySummary> {
    let services = variant.services.iter().zip(counts);
    let summaries = services.filter_map(|(service, counts)| of_service(service, counts));
    let mut summaries: Vec<RecoverySummary> = summaries.collect();
    summaries.sort_by(|a, b| a.service.cmp(&b.service));
    summaries
}

/// `None` if nobody offers it.
fn of_service(service: &ServiceHead, counts: &RecoveryCounts) -> Option<RecoverySummary> {
    let fell = counts.hours.all() + counts.not_back;
    let all = fell + counts.never_down;
    let share = |part: u64| (fell > 0).then(|| part as f64 / fell as f64);
    let quantile = |share| counts.hours.quantile(share, counts.not_back);
    (all > 0).then(|| RecoverySummary {
        service: service.id.clone(),
        criticality: service.criticality,
        waz_minutes: service.waz_minutes,
        mta_minutes: service.mta_minutes,
        down_share: fell as f64 / all as f64,
        outages: fell,
        within_waz_share: share(counts.within_waz),
        q05_hours: quantile(0.05),
        median_hours: quantile(0.5),
        q95_hours: quantile(0.95),
        not_back_share: share(counts.not_back),
        all_median_hours: counts.median_of_all(),
    })
}
