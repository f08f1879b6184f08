//! How long services are below their emergency level, over all runs of a variant and all who offer them.

use serde::Serialize;

use super::head::VariantHead;
use super::row::{GridRow, Recovery};
use super::stats::Times;
use crate::vocab::HOUR;

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
    /// Of all administrations that offer it, in all runs: the share in which it fell below its emergency level.
    pub down_share: f64,
    /// Of those: the share that was back within WAZ; `None` if it never fell.
    pub within_waz_share: Option<f64>,
    /// Hours to the emergency level, begun ones included: quantile 0.05. `None` where it lies beyond the end of the
    /// runs, as below.
    pub q05_hours: Option<f64>,
    /// Median.
    pub median_hours: Option<f64>,
    /// Quantile 0.95.
    pub q95_hours: Option<f64>,
    /// Share of those that fell that were not back by the end.
    pub not_back_share: Option<f64>,
}

/// Sums up by service, ordered by id; `only` one administration or all.
pub(super) fn recovery(
    variant: &VariantHead,
    at: usize,
    rows: &[GridRow],
    only: Option<usize>,
) -> Vec<RecoverySummary> {
    let mut summaries = Vec::new();
    for (template, service) in variant.services.iter().enumerate() {
        let offered = variant.offered.iter().zip(&variant.offered_by);
        let places = offered.enumerate().filter(|(_, (of, whose))| {
            **of == template && only.is_none_or(|administration| administration == **whose)
        });
        let places: Vec<usize> = places.map(|(place, _)| place).collect();
        if places.is_empty() {
            continue;
        }
        let all = rows.len() * places.len();
        let codes = rows.iter().flat_map(|row| {
            let recovery = &row.variants[at].recovery;
            places.iter().map(|place| Recovery::of(recovery[*place]))
        });
        let fell = codes.filter_map(|recovery| match recovery {
            Recovery::NeverDown => None,
            Recovery::After(hours) => Some(Some(f64::from(hours))),
            Recovery::NotYet => Some(None),
        });
        let fell: Vec<Option<f64>> = fell.collect();
        let waz_hours = f64::from(service.waz_minutes.div_ceil(HOUR));
        let within = fell.iter().flatten().filter(|hours| **hours <= waz_hours);
        let within = within.count();
        let share = |part: usize| (!fell.is_empty()).then(|| part as f64 / fell.len() as f64);
        let times = Times::new(f64::INFINITY, fell.iter().copied());
        summaries.push(RecoverySummary {
            service: service.id.clone(),
            criticality: service.criticality,
            waz_minutes: service.waz_minutes,
            mta_minutes: service.mta_minutes,
            down_share: fell.len() as f64 / all.max(1) as f64,
            within_waz_share: share(within),
            q05_hours: times.quantile(0.05),
            median_hours: times.quantile(0.5),
            q95_hours: times.quantile(0.95),
            not_back_share: share(times.censored()),
        });
    }
    summaries.sort_by(|a, b| a.service.cmp(&b.service));
    summaries
}
