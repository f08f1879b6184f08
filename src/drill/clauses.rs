//! Which clause carries a draft: the draft without one clause after the other, on the same luck.
//!
//! What is lost without a clause is not what it brings alone: clauses that need one another both count in full, two
//! that do the same both count for nothing. So these figures do not add up to what the draft brings.

use serde::Serialize;

use super::comparison::{DifferenceSummary, JUDGED_BY, difference};
use super::head::Head;
use super::money::Cost;
use super::numbers::Gathered;
use super::stats::Moments;
use super::verdict::{Direction, SMALL_SHARE, Verdict};
use crate::scenario::{Clause, ClauseKind};

/// A clause that moves this share of what the draft changes in all is a good part of it, however little that is beside all
/// that is lost.
pub const GOOD_PART: f64 = 0.1;

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
    /// What is lost without it as a share of what the draft avoids in all: below zero where less is lost without it. `None`
    /// where it is not told that the draft avoids anything.
    pub share_of_gain: Option<f64>,
    /// Whether the hours are less than [`SMALL_SHARE`] of what is lost today.
    pub is_small: bool,
    /// What follows from all that.
    pub role: ClauseRole,
}

/// What a clause does in the attack that was played.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum ClauseRole {
    /// It is at least fairly sure that more is lost without it: [`SMALL_SHARE`] of what is lost today, or [`GOOD_PART`] of
    /// what the draft changes.
    Carries,
    /// The same, of less that is lost without it.
    Harms,
    /// It is at least fairly sure that more people wait for their money without it, while hours hardly change.
    Pays,
    /// It is at least fairly sure that fewer people wait for their money without it, while hours hardly change.
    Delays,
    /// It changes hours, but less than [`SMALL_SHARE`] of what is lost today and [`GOOD_PART`] of what the draft changes.
    Little,
    /// So many runs do not tell.
    Open,
    /// Every run is the same without it: it was never put to the test.
    Unused,
}

/// What is lost today, and what the draft changes of it: what a clause does is a share of both.
#[derive(Clone, Copy)]
struct Today {
    weighted_lost: f64,
    unpaid: f64,
    /// Weighted hours that the draft changes at the most, by the interval of 95 %; `None` where one run tells nothing.
    changed: Option<f64>,
    /// Weighted hours that it avoids, where that is told.
    avoided: Option<f64>,
}

impl Today {
    fn of(head: &Head, runs: &Gathered) -> Self {
        let mean = |figure: &str| {
            let all: Moments = runs.table(0).restricted(figure).collect();
            all.mean().unwrap_or(0.0)
        };
        let pairs = runs.pairs(head.draft(), 0, JUDGED_BY);
        let draft = difference(pairs, head.runs_per_draw() as usize);
        let told = Verdict::of(&draft, runs.runs()).told();
        let is_gain = told == Some(Direction::Less);
        Self {
            weighted_lost: mean(JUDGED_BY),
            unpaid: mean("people_unpaid"),
            changed: draft.farthest_mean(),
            avoided: draft.mean.filter(|_| is_gain).map(|mean| -mean),
        }
    }

    fn is_small(&self, hours: f64) -> bool {
        hours.abs() < SMALL_SHARE * self.weighted_lost
    }

    /// Whether hours are a good part of what the draft changes.
    fn is_good_part(&self, hours: f64) -> bool {
        self.changed
            .is_some_and(|changed| changed > 0.0 && hours.abs() >= GOOD_PART * changed)
    }
}

impl ClauseSummary {
    fn role(&self, today: Today) -> ClauseRole {
        let (hours, unpaid) = (&self.weighted_lost_without, &self.unpaid_without);
        let all = [hours, &self.lost_without, unpaid];
        if all.iter().all(|of| of.less == 0 && of.more == 0) {
            return ClauseRole::Unused;
        }
        let mean = hours.mean.unwrap_or(0.0);
        let hours_are_small = today.is_small(mean);
        let counts = !hours_are_small || today.is_good_part(mean);
        match self.verdict.told().filter(|_| counts) {
            Some(Direction::More) => return ClauseRole::Carries,
            Some(_) => return ClauseRole::Harms,
            None => {}
        }
        let few_people = unpaid.mean.unwrap_or(0.0).abs() < SMALL_SHARE * today.unpaid;
        let told = self.unpaid_verdict.told();
        match told.filter(|_| hours_are_small && !few_people) {
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

/// Returns the clauses of a draft that today has not, laws excepted: those that can be left out of it.
pub fn clauses_beyond<'a>(
    today: impl Iterator<Item = &'a Clause> + Clone,
    draft: impl Iterator<Item = &'a Clause>,
) -> impl Iterator<Item = &'a Clause> {
    draft.filter(move |clause| {
        clause.kind != ClauseKind::Law && !today.clone().any(|other| other.id == clause.id)
    })
}

/// Sums up, in the order of the contract.
pub(super) fn clauses(head: &Head, runs: &Gathered) -> Vec<ClauseSummary> {
    let draft = head.draft();
    let left_out = head.variants.iter().enumerate();
    let left_out =
        left_out.filter_map(|(at, variant)| Some((at, variant.aside.as_ref()?.left_out()?)));
    let mut summaries: Vec<ClauseSummary> = left_out
        .filter_map(|(at, id)| {
            let clause = head.clauses.iter().find(|clause| clause.id == id)?;
            let lost = |figure: &str| {
                let pairs = runs.pairs(at, draft, figure);
                difference(pairs, head.runs_per_draw() as usize)
            };
            let (hours, unpaid) = (lost(JUDGED_BY), lost("people_unpaid"));
            Some(ClauseSummary {
                clause: id.to_owned(),
                kind: clause.kind,
                cost: clause.cost,
                verdict: Verdict::of(&hours, runs.runs()),
                unpaid_verdict: Verdict::of(&unpaid, runs.runs()),
                share_of_gain: None,
                is_small: false,
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
    let today = Today::of(head, runs);
    for (of, (hours, unpaid)) in summaries.iter_mut().zip(hours.into_iter().zip(unpaid)) {
        (of.verdict, of.unpaid_verdict) = (hours, unpaid);
        let mean = of.weighted_lost_without.mean.unwrap_or(0.0);
        of.share_of_gain = today.avoided.map(|avoided| mean / avoided);
        of.is_small = today.is_small(mean);
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
        role_in(hours, unpaid, 500.0)
    }

    /// The same in a draft that changes so many hours at the most.
    fn role_in(hours: [f64; 4], unpaid: [f64; 4], changed: f64) -> ClauseRole {
        let of = |pairs: [f64; 4]| difference(pairs.into_iter().cycle().take(40), 1);
        let clause = ClauseSummary {
            clause: "notebook_pool".to_owned(),
            kind: ClauseKind::Aid,
            cost: Cost::default(),
            verdict: Verdict::of(&of(hours), 40),
            unpaid_verdict: Verdict::of(&of(unpaid), 40),
            share_of_gain: None,
            is_small: false,
            role: ClauseRole::Open,
            weighted_lost_without: of(hours),
            lost_without: of(hours),
            unpaid_without: of(unpaid),
        };
        clause.role(Today {
            weighted_lost: 1000.0,
            unpaid: 1000.0,
            changed: Some(changed),
            avoided: None,
        })
    }

    const NONE: [f64; 4] = [0.0; 4];

    #[test]
    fn a_law_cannot_be_left_out_nor_what_holds_today() {
        let scenario = crate::scenario::load("einstieg", &[]).expect("it loads");
        let pact = |id: &str| scenario.pacts.iter().position(|of| of.id == id);
        let of = |id: &str| scenario.clauses_of(pact(id).expect("it is there"));
        let beyond = |today: &str, draft: &str| -> Vec<&str> {
            let own = clauses_beyond(of(today), of(draft));
            own.map(|clause| clause.id.as_str()).collect()
        };
        let has_law = |id: &str| of(id).any(|clause| clause.kind == ClauseKind::Law);
        assert!(has_law("contract"));
        let own = beyond("none", "contract");
        assert!(own.contains(&"notebook_pool"));
        for clause in of("contract") {
            let is_own = clause.kind != ClauseKind::Law;
            let holds = of("none").any(|other| other.id == clause.id);
            assert_eq!(
                own.contains(&&*clause.id),
                is_own && !holds,
                "{}",
                clause.id
            );
        }
        assert!(beyond("contract", "contract").is_empty());
    }

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

    /// Little beside all that is lost may be much of what a draft brings.
    #[test]
    fn a_good_part_of_a_small_gain_carries_or_harms() {
        let (more, less) = ([5.0, 4.0, 6.0, 3.0], [-5.0, -4.0, -6.0, -3.0]);
        assert_eq!(role_in(more, NONE, 40.0), ClauseRole::Carries);
        assert_eq!(role_in(less, NONE, 40.0), ClauseRole::Harms);
        assert_eq!(role_in(less, NONE, 50.0), ClauseRole::Little);
        // What is not told is none, however large it may be.
        assert_eq!(
            role_in([-5.0, 5.0, -4.0, 4.0], NONE, 1.0),
            ClauseRole::Little
        );
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
