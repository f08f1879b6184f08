//! Whether as much is known as was asked for.

use crate::drill::stats::Moments;
use crate::drill::{Gathered, Head, draw_means, judged_by};

/// Runs after which precision is looked at; the same for any number of threads.
const LOOKED_AT_EVERY: u32 = 50;
/// Draws after which it is looked at where assumptions are drawn.
const DRAWS_LOOKED_AT: u32 = 10;

/// Whether precision is to be looked at now.
pub(super) fn is_due(head: &Head, runs: u32) -> bool {
    let every = match &head.assumptions {
        Some(drawn) => DRAWS_LOOKED_AT.saturating_mul(drawn.runs_per_draw),
        None => LOOKED_AT_EVERY,
    };
    runs > 0 && runs.is_multiple_of(every)
}

/// Whether the interval of 95 % is within this share of the first variant's mean, for it or, if there are others,
/// for the differences of all, each to what it is compared with. Where there are no services the days count that systems
/// were down. Runs that do not differ at all prove nothing: what is rare may not have come yet.
pub(super) fn is_known_to(share: f64, head: &Head, runs: &Gathered) -> bool {
    let has_services = head.places.iter().any(|place| place.offers_services);
    let judged_by = judged_by(has_services);
    let runs_per_draw = head.runs_per_draw() as usize;
    let of = |at: usize| runs.table(at).restricted(judged_by);
    let moments = |values: Vec<f64>| -> Moments {
        let means = draw_means(&values, runs_per_draw);
        means.into_iter().collect()
    };
    let base = moments(of(0).collect());
    let Some(scale) = base.mean().filter(|mean| *mean > 0.0) else {
        return false;
    };
    let is_within = |moments: Moments| {
        moments.interval().is_some_and(|interval| {
            (f64::MIN_POSITIVE..=share * scale).contains(&interval.half_width())
        })
    };
    if head.variants.len() == 1 {
        return is_within(base);
    }
    (1..head.variants.len()).all(|at| {
        let with = match head.variants[at].without {
            Some(_) => head.draft(),
            None => 0,
        };
        let pairs = of(at).zip(of(with)).map(|(own, other)| own - other);
        is_within(moments(pairs.collect()))
    })
}
