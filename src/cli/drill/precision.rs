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

/// Returns how far a mean may be off for so much precision: a share of what is lost in the first variant. Where there are
/// no services the days count that systems were down.
pub(super) fn allowed(share: f64, head: &Head, runs: &Gathered) -> Option<f64> {
    let base = moments(runs.table(0).restricted(figure_of(head)).collect(), head);
    Some(share * base.mean().filter(|mean| *mean > 0.0)?)
}

/// Whether half of the interval of 95 % is no more than [`allowed`], for what is lost in the first variant or, if there are
/// others, for the differences of all, each to what it is compared with. Runs that do not differ at all prove nothing: what
/// is rare may not have come yet.
pub(super) fn is_known_to(share: f64, head: &Head, runs: &Gathered) -> bool {
    let Some(allowed) = allowed(share, head, runs) else {
        return false;
    };
    let of = |at: usize| runs.table(at).restricted(figure_of(head));
    let moments = |values: Vec<f64>| moments(values, head);
    let is_within = |moments: Moments| {
        moments
            .interval()
            .is_some_and(|interval| (f64::MIN_POSITIVE..=allowed).contains(&interval.half_width()))
    };
    if head.variants.len() == 1 {
        return is_within(moments(of(0).collect()));
    }
    (1..head.variants.len()).all(|at| {
        let with = match head.variants[at].aside {
            Some(_) => head.draft(),
            None => 0,
        };
        let pairs = of(at).zip(of(with)).map(|(own, other)| own - other);
        is_within(moments(pairs.collect()))
    })
}

fn figure_of(head: &Head) -> &'static str {
    judged_by(head.places.iter().any(|place| place.offers_services))
}

/// Runs under the same assumptions count as one.
fn moments(values: Vec<f64>, head: &Head) -> Moments {
    let means = draw_means(&values, head.runs_per_draw() as usize);
    means.into_iter().collect()
}
