//! In which order a helper answers those who ask it, by the rule of the pact.

use crate::sim::entities::Plea;
use crate::vocab::{AllocationRule, DAY, SimTime};

/// A pay day is near from so long before its file is due.
const PAY_DAY_IS_NEAR: u32 = 7 * DAY;

/// What is known of a request that is put in order with others.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Claim {
    pub(crate) plea: Plea,
    pub(crate) asked: SimTime,
    pub(crate) inhabitants: u32,
    /// People, desks and devices that the asker has given to others, less what it got.
    pub(crate) balance: i64,
}

/// Returns how a request stands under each rule in turn: the smaller comes first.
pub(crate) fn ranks(rules: &[AllocationRule], claim: &Claim, now: SimTime) -> Vec<i64> {
    let minute = |at: Option<SimTime>| at.map_or(i64::MAX, |at| i64::from(at.0));
    rules
        .iter()
        .map(|rule| match rule {
            AllocationRule::LifeAndLimb => i64::from(!claim.plea.life_and_limb),
            AllocationRule::LivelihoodBeforePayDay => {
                let near = claim
                    .plea
                    .pay_run
                    .filter(|at| *at >= now && at.since(now) <= PAY_DAY_IS_NEAR);
                minute(near)
            }
            AllocationRule::TimeLeftToMta => minute(claim.plea.intolerable_at),
            AllocationRule::Inhabitants => -i64::from(claim.inhabitants),
            AllocationRule::Reciprocity => -claim.balance,
            AllocationRule::FirstCome => i64::from(claim.asked.0),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const USUAL: [AllocationRule; 6] = [
        AllocationRule::LifeAndLimb,
        AllocationRule::LivelihoodBeforePayDay,
        AllocationRule::TimeLeftToMta,
        AllocationRule::Inhabitants,
        AllocationRule::Reciprocity,
        AllocationRule::FirstCome,
    ];
    const NOW: SimTime = SimTime(10 * DAY);
    const PLAIN: Claim = Claim {
        plea: Plea {
            life_and_limb: false,
            pay_run: None,
            intolerable_at: None,
        },
        asked: SimTime(9 * DAY),
        inhabitants: 5_000,
        balance: 0,
    };

    /// Puts the first claim before the second, and not the other way round.
    fn comes_first(one: &Claim, other: &Claim) {
        let of = |claim| ranks(&USUAL, claim, NOW);
        assert!(of(one) < of(other), "{one:?} before {other:?}");
    }

    fn with(change: impl FnOnce(&mut Claim)) -> Claim {
        let mut claim = PLAIN;
        change(&mut claim);
        claim
    }

    #[test]
    fn each_rule_decides_where_those_before_it_do_not() {
        let early = with(|claim| claim.asked = SimTime(8 * DAY));
        let gave = with(|claim| claim.balance = 3);
        let large = with(|claim| claim.inhabitants = 40_000);
        let urgent = with(|claim| claim.plea.intolerable_at = Some(SimTime(11 * DAY)));
        let more_urgent = with(|claim| claim.plea.intolerable_at = Some(SimTime(9 * DAY)));
        let pays = with(|claim| claim.plea.pay_run = Some(SimTime(12 * DAY)));
        let lives = with(|claim| claim.plea.life_and_limb = true);
        let in_order = [lives, pays, more_urgent, urgent, large, gave, early, PLAIN];
        for pair in in_order.windows(2) {
            comes_first(&pair[0], &pair[1]);
        }
    }

    #[test]
    fn a_pay_day_counts_only_while_it_is_near() {
        let in_days = |days: u32| with(|claim| claim.plea.pay_run = Some(SimTime(days * DAY)));
        let equal = |one: &Claim| ranks(&USUAL, one, NOW) == ranks(&USUAL, &PLAIN, NOW);
        assert!(!equal(&in_days(10)) && !equal(&in_days(17)));
        assert!(equal(&in_days(18)) && equal(&in_days(9)));
    }

    #[test]
    fn without_a_rule_who_asked_first_comes_first() {
        let usual = [AllocationRule::FirstCome];
        let lives = with(|claim| {
            claim.plea.life_and_limb = true;
            claim.asked = SimTime(10 * DAY);
        });
        assert!(ranks(&usual, &PLAIN, NOW) < ranks(&usual, &lives, NOW));
    }
}
