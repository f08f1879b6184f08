//! Which clause carries a draft: the draft without one clause after the other, on the same luck.
//!
//! What is lost without a clause is not what it brings alone: clauses that need one another both count in full, two
//! that do the same both count for nothing. So these figures do not add up to what the draft brings.

use serde::Serialize;

use super::comparison::{DifferenceSummary, JUDGED_BY, difference};
use super::grid::Variant;
use super::head::Head;
use super::money::Cost;
use super::numbers::Gathered;
use super::verdict::{Direction, Verdict};
use crate::scenario::ClauseKind;

/// What the draft comes to without one of its clauses.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ClauseSummary {
    /// Its id.
    pub clause: String,
    /// What it is about.
    pub kind: ClauseKind,
    /// What it costs.
    pub cost: Cost,
    /// Weighted service-hours lost without it less those lost with it, run by run: above zero the clause helps.
    pub weighted_lost_without: DifferenceSummary,
    /// The same without weights.
    pub lost_without: DifferenceSummary,
    /// People not paid without it less those with it.
    pub unpaid_without: DifferenceSummary,
    /// What may be said of the weighted hours, all clauses of the draft taken together.
    pub verdict: Verdict,
}

/// What a clause does in the attack that was played.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ClauseRole {
    /// It is at least fairly sure that more is lost without it.
    Carries,
    /// It is at least fairly sure that less is lost without it.
    Harms,
    /// So many runs do not tell.
    Open,
    /// Every run is the same without it: it was never put to the test.
    Unused,
}

impl ClauseSummary {
    /// Returns what the clause does.
    #[must_use]
    pub fn role(&self) -> ClauseRole {
        let all = [
            &self.weighted_lost_without,
            &self.lost_without,
            &self.unpaid_without,
        ];
        match self.verdict.told() {
            Some(Direction::More) => ClauseRole::Carries,
            Some(Direction::Less) => ClauseRole::Harms,
            _ if all.iter().all(|of| of.less == 0 && of.more == 0) => ClauseRole::Unused,
            _ => ClauseRole::Open,
        }
    }
}

/// Returns the ids of the clauses that the draft has and the first variant has not, laws excepted.
#[must_use]
pub fn drafts_own_clauses(first: &Variant, draft: &Variant) -> Vec<String> {
    let of = |variant: &Variant| -> Vec<(String, ClauseKind)> {
        let clauses = variant.scenario.pacts[variant.pact].clauses.iter();
        clauses
            .map(|at| &variant.scenario.clauses[*at])
            .map(|clause| (clause.id.clone(), clause.kind))
            .collect()
    };
    let today = of(first);
    let own = of(draft).into_iter().filter(|clause| {
        clause.1 != ClauseKind::Law && !today.iter().any(|(other, _)| *other == clause.0)
    });
    own.map(|(id, _)| id).collect()
}

/// Sums up, in the order of the contract.
pub(super) fn clauses(head: &Head, runs: &Gathered) -> Vec<ClauseSummary> {
    let draft = head.draft();
    let left_out = head.variants.iter().enumerate();
    let left_out = left_out.filter_map(|(at, variant)| Some((at, variant.without.as_ref()?)));
    let mut summaries: Vec<ClauseSummary> = left_out
        .filter_map(|(at, id)| {
            let clause = head.clauses.iter().find(|clause| clause.id == *id)?;
            let lost = |figure: &str| {
                let pairs = runs.pairs(at, draft, figure);
                difference(pairs, head.runs_per_draw() as usize)
            };
            let hours = lost(JUDGED_BY);
            Some(ClauseSummary {
                clause: id.clone(),
                kind: clause.kind,
                cost: clause.cost,
                verdict: Verdict::of(&hours, runs.runs()),
                weighted_lost_without: hours,
                lost_without: lost("lost_service_hours"),
                unpaid_without: lost("people_unpaid"),
            })
        })
        .collect();
    let differences: Vec<_> = summaries
        .iter()
        .map(|of| &of.weighted_lost_without)
        .collect();
    let verdicts = Verdict::of_all(&differences, runs.runs());
    for (of, verdict) in summaries.iter_mut().zip(verdicts) {
        of.verdict = verdict;
    }
    summaries
}

#[cfg(test)]
mod tests {
    use super::*;

    fn clause(hours: [f64; 4], unpaid: [f64; 4]) -> ClauseSummary {
        let of = |pairs: [f64; 4]| difference(pairs.into_iter().cycle().take(40), 1);
        ClauseSummary {
            clause: "notebook_pool".to_owned(),
            kind: ClauseKind::Aid,
            cost: Cost::default(),
            verdict: Verdict::of(&of(hours), 40),
            weighted_lost_without: of(hours),
            lost_without: of(hours),
            unpaid_without: of(unpaid),
        }
    }

    #[test]
    fn a_clause_that_harms_is_not_one_that_does_nothing() {
        let none = [0.0; 4];
        assert_eq!(
            clause([5.0, 4.0, 6.0, 3.0], none).role(),
            ClauseRole::Carries
        );
        assert_eq!(
            clause([-5.0, -4.0, -6.0, -3.0], none).role(),
            ClauseRole::Harms
        );
        assert_eq!(
            clause([-5.0, 5.0, -4.0, 4.0], none).role(),
            ClauseRole::Open
        );
        assert_eq!(clause(none, none).role(), ClauseRole::Unused);
        // Hours are the same, but other people wait for their money.
        assert_eq!(clause(none, [0.0, 9.0, -9.0, 0.0]).role(), ClauseRole::Open);
    }
}
