//! What each clause of the pact did in a run: binding, broken or missing, from what requests waited for.

use super::kinds::{Gift, kind_rule};
use crate::scenario::{Brings, ClauseKind, Dist, PactTerms};
use crate::sim::Sim;
use crate::sim::entities::AidRequest;
use crate::vocab::{AdministrationId, AidState, SimTime, Text, WaitCause};

/// What one clause of the pact did in a run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ClauseMetrics {
    /// Position in the scenario's clauses.
    pub clause: usize,
    /// Whether the phase of this run switches it on.
    pub in_force: bool,
    /// Minutes that requests waited under its terms, from asking until help was ready.
    pub binding_minutes: u64,
    /// Requests for which its promise was missed.
    pub broken: u32,
    /// Requests that waited or failed for want of it.
    pub missing: u32,
}

impl Sim {
    /// Returns what each clause did so far, in the order of the scenario's clauses.
    #[must_use]
    pub fn clause_metrics(&self) -> Vec<ClauseMetrics> {
        let mut found = self.clauses_of(|_| true);
        let silence: Vec<u32> = self.longest_silences();
        for (clause, one) in self.plan.scenario.clauses.iter().zip(&mut found) {
            if let Some(within) = clause.brings.notice_within {
                let late = silence.iter().filter(|minutes| **minutes > within);
                let late = late.count() as u32;
                let counted = if one.in_force {
                    &mut one.broken
                } else {
                    &mut one.missing
                };
                *counted += late;
            }
        }
        found
    }

    /// How long each provider that found an attack in its house told its customers nothing.
    fn longest_silences(&self) -> Vec<u32> {
        let administrations =
            (0..self.plan.administrations.len()).map(AdministrationId::from_index);
        administrations
            .map(|at| self.known(at))
            .filter(|known| !known.customers().is_empty())
            .filter_map(|known| {
                let told = known.customers_told().unwrap_or(self.now());
                Some(told.since(known.own_hit()?))
            })
            .collect()
    }

    /// The same from the requests to and from one seat.
    #[must_use]
    pub fn clauses_for(&self, seat: AdministrationId) -> Vec<ClauseMetrics> {
        self.clauses_of(|request| request.asker == seat || request.draft.helper == seat)
    }

    fn clauses_of(&self, counts: impl Fn(&AidRequest) -> bool) -> Vec<ClauseMetrics> {
        let scenario = &self.plan.scenario;
        let pact = self.pact();
        let mut found: Vec<ClauseMetrics> = (0..scenario.clauses.len())
            .map(|clause| ClauseMetrics {
                clause,
                in_force: pact.clauses.contains(&clause),
                binding_minutes: 0,
                broken: 0,
                missing: 0,
            })
            .collect();
        let now = self.now();
        for request in self.requests().filter(|request| counts(request)) {
            let terms = pact.between(request.asker.index(), request.draft.helper.index());
            let ready_after = minutes_until_ready(request, now);
            let of_kind = terms.of(request.draft.kind);
            if let Some((of_kind, by)) = of_kind.and_then(|of| Some((of, of.settled_by?))) {
                found[by].binding_minutes += u64::from(ready_after);
                let promises = scenario.clauses[by].kind != ClauseKind::Law;
                let is_late = longest(of_kind.latency_for(self.is_slow(&request.draft)))
                    .is_some_and(|most| ready_after > most);
                found[by].broken += u32::from(promises && is_late);
            }
            for (clause, one) in scenario.clauses.iter().zip(&mut found) {
                if !one.in_force && would_help(&clause.brings, request, terms, now) {
                    one.missing += 1;
                }
            }
        }
        found
    }
}

/// Minutes from asking until help was ready to begin, gates left out.
fn minutes_until_ready(request: &AidRequest, now: SimTime) -> u32 {
    let waited = request.waited_at(now);
    waited[WaitCause::Answer as usize] + waited[WaitCause::Way as usize]
}

/// The longest that a latency promises; a spread without an end promises nothing.
fn longest(latency: Dist) -> Option<u32> {
    match latency {
        Dist::Fixed(minutes) | Dist::Uniform { high: minutes, .. } => Some(minutes as u32),
        Dist::Exp { .. } | Dist::LogNormal { .. } => None,
    }
}

/// Whether a request waited or failed for something that a clause not in force would have brought.
fn would_help(brings: &Brings, request: &AidRequest, terms: &PactTerms, now: SimTime) -> bool {
    let kind = request.draft.kind;
    let waited = request.waited_at(now);
    let for_permit = [WaitCause::Permit, WaitCause::Start]
        .iter()
        .any(|cause| waited[*cause as usize] > 0);
    let sooner = brings
        .latency
        .iter()
        .filter(|(of, _)| *of == kind)
        .filter_map(|(_, latency)| longest(*latency))
        .any(|most| minutes_until_ready(request, now) > most);
    let was_short = match request.granted {
        Some((_, amount)) => amount < request.draft.amount,
        None => {
            let no_capacity = Text::new("reason-no_capacity");
            request.state == AidState::Refused && request.reason == Some(no_capacity)
        }
    };
    let brings_more = match kind_rule(kind).gift {
        Gift::Notebooks => brings.notebook_pool > terms.notebook_pool,
        Gift::Examiners => brings.market_examiners > terms.market_examiners,
        _ => false,
    };
    brings.permits_held && for_permit || sooner || brings_more && was_short
}
