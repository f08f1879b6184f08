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
use super::stats::Moments;
use super::verdict::{Direction, SMALL_SHARE, Verdict};
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
    /// The same of people not paid.
    pub unpaid_verdict: Verdict,
    /// What follows from both.
    pub role: ClauseRole,
}

/// What a clause does in the attack that was played.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum ClauseRole {
    /// It is at least fairly sure that more is lost without it.
    Carries,
    /// It is at least fairly sure that less is lost without it.
    Harms,
    /// It is at least fairly sure that more people wait for their money without it, while hours hardly change.
    Pays,
    /// It is at least fairly sure that fewer people wait for their money without it, while hours hardly change.
    Delays,
    /// It changes hours, but less than [`SMALL_SHARE`] of what is lost today.
    Little,
    /// So many runs do not tell.
    Open,
    /// Every run is the same without it: it was never put to the test.
    Unused,
}

/// What is lost today, of which a change is a share.
#[derive(Clone, Copy)]
struct Today {
    weighted_lost: f64,
    unpaid: f64,
}

impl Today {
    fn of(runs: &Gathered) -> Self {
        let mean = |figure: &str| {
            let all: Moments = runs.table(0).restricted(figure).collect();
            all.mean().unwrap_or(0.0)
        };
        Self {
            weighted_lost: mean(JUDGED_BY),
            unpaid: mean("people_unpaid"),
        }
    }
}

impl ClauseSummary {
    fn role(&self, today: Today) -> ClauseRole {
        let (hours, unpaid) = (&self.weighted_lost_without, &self.unpaid_without);
        let all = [hours, &self.lost_without, unpaid];
        if all.iter().all(|of| of.less == 0 && of.more == 0) {
            return ClauseRole::Unused;
        }
        let is_small = |of: &DifferenceSummary, before: f64| {
            of.mean.unwrap_or(0.0).abs() < SMALL_SHARE * before
        };
        let hours_are_small = is_small(hours, today.weighted_lost);
        match self.verdict.told().filter(|_| !hours_are_small) {
            Some(Direction::More) => return ClauseRole::Carries,
            Some(_) => return ClauseRole::Harms,
            None => {}
        }
        let told = self.unpaid_verdict.told();
        match told.filter(|_| hours_are_small && !is_small(unpaid, today.unpaid)) {
            Some(Direction::More) => return ClauseRole::Pays,
            Some(_) => return ClauseRole::Delays,
            None => {}
        }
        let is_known_to_be_small =
            hours.is_within(SMALL_SHARE * today.weighted_lost) || self.verdict.told().is_some();
        if hours_are_small && is_known_to_be_small {
            ClauseRole::Little
        } else {
            ClauseRole::Open
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
            let (hours, unpaid) = (lost(JUDGED_BY), lost("people_unpaid"));
            Some(ClauseSummary {
                clause: id.clone(),
                kind: clause.kind,
                cost: clause.cost,
                verdict: Verdict::of(&hours, runs.runs()),
                unpaid_verdict: Verdict::of(&unpaid, runs.runs()),
                role: ClauseRole::Open,
                weighted_lost_without: hours,
                lost_without: lost("lost_service_hours"),
                unpaid_without: unpaid,
            })
        })
        .collect();
    let together = |of: fn(&ClauseSummary) -> &DifferenceSummary| {
        Verdict::of_all(&summaries.iter().map(of).collect::<Vec<_>>(), runs.runs())
    };
    let hours = together(|of| &of.weighted_lost_without);
    let unpaid = together(|of| &of.unpaid_without);
    let today = Today::of(runs);
    for (of, (hours, unpaid)) in summaries.iter_mut().zip(hours.into_iter().zip(unpaid)) {
        (of.verdict, of.unpaid_verdict) = (hours, unpaid);
        of.role = of.role(today);
    }
    summaries
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What a clause does of which 40 runs differ so in hours and in people, where 1 000 hours are lost today and 1 000
    /// people wait.
    fn role(hours: [f64; 4], unpaid: [f64; 4]) -> ClauseRole {
        let of = |pairs: [f64; 4]| difference(pairs.into_iter().cycle().take(40), 1);
        let clause = ClauseSummary {
            clause: "notebook_pool".to_owned(),
            kind: ClauseKind::Aid,
            cost: Cost::default(),
            verdict: Verdict::of(&of(hours), 40),
            unpaid_verdict: Verdict::of(&of(unpaid), 40),
            role: ClauseRole::Open,
            weighted_lost_without: of(hours),
            lost_without: of(hours),
            unpaid_without: of(unpaid),
        };
        clause.role(Today {
            weighted_lost: 1000.0,
            unpaid: 1000.0,
        })
    }

    const NONE: [f64; 4] = [0.0; 4];

    #[test]
    fn a_clause_that_harms_is_not_one_that_does_nothing() {
        assert_eq!(role([50.0, 40.0, 60.0, 30.0], NONE), ClauseRole::Carries);
        assert_eq!(role([-50.0, -40.0, -60.0, -30.0], NONE), ClauseRole::Harms);
        assert_eq!(role([-90.0, 90.0, -80.0, 80.0], NONE), ClauseRole::Open);
        assert_eq!(role(NONE, NONE), ClauseRole::Unused);
    }

    /// Nobody is told to keep or to strike for less than 1 of 100 of the hours, however sure its direction is.
    #[test]
    fn what_is_practically_nothing_neither_carries_nor_harms() {
        assert_eq!(role([5.0, 4.0, 6.0, 3.0], NONE), ClauseRole::Little);
        assert_eq!(role([-5.0, -4.0, -6.0, -3.0], NONE), ClauseRole::Little);
        assert_eq!(role([-5.0, 5.0, -4.0, 4.0], NONE), ClauseRole::Little);
        // Hours are the same; of other people who wait for their money one in a hundred is little, too.
        assert_eq!(role(NONE, [9.0, 8.0, 9.0, 8.0]), ClauseRole::Little);
    }

    #[test]
    fn who_waits_for_money_counts_where_hours_hardly_change() {
        assert_eq!(role(NONE, [90.0, 80.0, 90.0, 80.0]), ClauseRole::Pays);
        assert_eq!(
            role([5.0; 4], [-90.0, -80.0, -90.0, -80.0]),
            ClauseRole::Delays
        );
        let hours = [50.0, 40.0, 60.0, 30.0];
        assert_eq!(
            role(hours, [-90.0, -80.0, -90.0, -80.0]),
            ClauseRole::Carries
        );
    }
}
