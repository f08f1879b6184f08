//! Which services fare otherwise in a variant: in how many cases they fail at all, and in how many their maximum
//! tolerable outage does not hold.
//!
//! Medians of restart times would mislead: where less fails it is the long outages that remain, and where most cases do
//! not fail a median says nothing of those that do. So cases are counted, run by run on the same luck.

use serde::Serialize;

use super::comparison::difference;
use super::head::{Head, VariantHead};
use super::numbers::{Gathered, ServiceCases};
use super::verdict::Verdict;

/// What becomes of a service, by cases: an administration that offers it, in a run.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ServiceChange {
    /// Id of the service.
    pub service: String,
    /// What may be said of the cases in which it is out (below its emergency level, or a pay day missed), all changes of all services taken
    /// together.
    pub failed: Verdict,
    /// The same of those in which its maximum tolerable outage is broken, or still running out at the end.
    pub maximum_missed: Verdict,
}

/// Judges a variant against the first, ordered by service. Nothing for the first.
pub(super) fn changes(
    head: &Head,
    (at, variant): (usize, &VariantHead),
    runs: &Gathered,
) -> Vec<ServiceChange> {
    if at == 0 {
        return Vec::new();
    }
    let (own, first) = (&runs.variants[at].cases, &runs.variants[0].cases);
    let runs_per_draw = head.runs_per_draw() as usize;
    let offered = (0..variant.services.len()).filter(|service| variant.offered.contains(service));
    let offered: Vec<usize> = offered.collect();
    let of = |service: usize, cases: fn(&ServiceCases) -> u16| {
        let pairs = own.iter().zip(first);
        let pairs = pairs.map(|(own, first)| {
            let of = |run: &[ServiceCases]| run.get(service).map_or(0, cases);
            f64::from(of(own)) - f64::from(of(first))
        });
        difference(pairs, runs_per_draw)
    };
    let differences: Vec<_> = offered
        .iter()
        .flat_map(|service| {
            [
                of(*service, |cases| cases.failed),
                of(*service, |cases| cases.maximum_missed),
            ]
        })
        .collect();
    let verdicts = Verdict::of_all(&differences.iter().collect::<Vec<_>>(), runs.runs());
    let judged = offered.iter().zip(verdicts.chunks_exact(2));
    let mut changes: Vec<ServiceChange> = judged
        .map(|(service, verdicts)| ServiceChange {
            service: variant.services[*service].id.clone(),
            failed: verdicts[0],
            maximum_missed: verdicts[1],
        })
        .collect();
    changes.sort_by(|a, b| a.service.cmp(&b.service));
    changes
}
