//! What may be proposed: whether to sign hangs on direction, size, price and how sure all that is.

use crate::aar::drill_page::names::LEAST_FOR_RANGES;
use crate::drill::{
    ContrastSummary, DifferenceSummary, Direction, JUDGED_BY, Money, SMALL_SHARE, Sureness, Verdict,
};

/// What is proposed.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Advice {
    /// So few runs tell nothing.
    TooFew,
    /// It differs in no run.
    Same,
    /// More is lost.
    Worse,
    /// Weighted hours get less, plain ones more, or the other way round.
    Contrary,
    /// So many runs do not tell in which direction it goes.
    Open,
    /// However it goes, it is less than [`SMALL_SHARE`] of what is lost.
    Nothing,
    /// Less on average, but in fewer than 60 of 100 courses.
    Unreliable,
    /// Less, at no price.
    Sign,
    /// Less, and it pays if an attack comes once in so many years.
    SignIfOnceIn(f64),
    /// It would pay only if an attack came more often than once a year: once in so many years.
    TooDear(f64),
    /// Less than [`SMALL_SHARE`] of what is lost.
    Small,
    /// Less, and what that is worth nobody has said.
    SignIfWorth,
}

/// What is known of a draft against today.
#[derive(Clone, Copy)]
pub(super) struct Findings<'a> {
    /// How many runs were played.
    pub runs: u32,
    /// What may be said of weighted hours.
    pub lost: Verdict,
    /// Weighted hours lost today.
    pub before: f64,
    /// Their difference.
    pub difference: &'a DifferenceSummary,
    /// The difference of hours without weights.
    pub plain: Option<&'a DifferenceSummary>,
    /// What may be said of it.
    pub plain_verdict: Option<Verdict>,
    /// Cost beside gain.
    pub money: &'a Money,
}

impl<'a> Findings<'a> {
    /// Looks up what is known; `None` where nobody offers services.
    pub fn of(contrast: &'a ContrastSummary, runs: u32) -> Option<Self> {
        let plain = "lost_service_hours";
        Some(Self {
            runs,
            lost: *contrast.verdicts.get(JUDGED_BY)?,
            before: contrast.base_weighted_lost_service_hours?,
            difference: contrast.differences.get(JUDGED_BY)?,
            plain: contrast.differences.get(plain),
            plain_verdict: contrast.verdicts.get(plain).copied(),
            money: &contrast.money,
        })
    }

    /// Returns the difference without weights where it goes the other way.
    pub fn contrary(&self) -> Option<f64> {
        let (weighted, plain) = (self.difference.mean?, self.plain?.mean?);
        let is_told = libm::round(weighted) != 0.0 && libm::round(plain) != 0.0;
        // Beside what is practically nothing only what may be told contradicts.
        let is_told = is_told && (self.negligible().is_none() || self.tells_of_plain_hours());
        (is_told && (weighted < 0.0) != (plain < 0.0)).then_some(plain)
    }

    fn tells_of_plain_hours(&self) -> bool {
        self.plain_verdict.and_then(Verdict::told).is_some()
    }

    /// Returns how far the mean may lie from zero at the most, where that is next to nothing.
    pub fn negligible(&self) -> Option<f64> {
        let most = self.difference.farthest_mean()?;
        (most > 0.0 && most < SMALL_SHARE * self.before).then_some(most)
    }

    /// Returns what the draft saves in a year, where it costs less than today.
    pub fn saves_eur_per_year(&self) -> Option<f64> {
        let saved = -self.money.extra_per_year_eur;
        (saved >= 1.0).then_some(saved)
    }

    fn is_small(&self) -> bool {
        let mean = self.difference.mean.unwrap_or(0.0);
        mean.abs() < SMALL_SHARE * self.before
    }

    /// Returns what may be proposed.
    pub fn advice(&self) -> Advice {
        let is_negligible = self.negligible().is_some();
        match self.lost.direction {
            Direction::TooFew => Advice::TooFew,
            Direction::Same => Advice::Same,
            // Nobody turns a draft down because of what is practically nothing, however sure its direction is.
            Direction::More | Direction::Unclear if is_negligible => Advice::Nothing,
            Direction::More => Advice::Worse,
            Direction::Unclear => Advice::Open,
            // Nobody signs anything because of a handful of courses.
            Direction::Less if self.runs < LEAST_FOR_RANGES => Advice::TooFew,
            Direction::Less if self.contrary().is_some() => Advice::Contrary,
            Direction::Less if self.lost.sureness == Sureness::Open => Advice::Unreliable,
            Direction::Less => self.of_a_gain(is_negligible),
        }
    }

    fn of_a_gain(&self, is_negligible: bool) -> Advice {
        if let Some(years) = self.money.pays_at_once_in_years {
            return if years < 1.0 {
                Advice::TooDear(years)
            } else {
                Advice::SignIfOnceIn(years)
            };
        }
        if is_negligible {
            Advice::Nothing
        } else if self.money.extra_per_year_eur <= 0.0 {
            Advice::Sign
        } else if self.is_small() {
            Advice::Small
        } else {
            Advice::SignIfWorth
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::drill::{Cost, Valuation, difference};

    /// The money of a draft that costs this more than today, over five years.
    fn money(cost: Cost, weighted: &DifferenceSummary, hour_value_eur: Option<f64>) -> Money {
        let valuation = Valuation {
            hour_value_eur,
            write_off_years: 5.0,
        };
        Money::of((cost, Cost::default()), Some(weighted), 45.0, valuation)
    }

    /// A hundred runs that lose so much less of 5 000 hours, give or take some; plain hours beside them.
    fn advice(less: f64, plain: f64, eur: f64, hour_value_eur: Option<f64>) -> Advice {
        let pairs = |by: f64| difference((0..100).map(move |run| by + f64::from(run % 5) - 2.0), 1);
        let (weighted, plain) = (pairs(-less), pairs(-plain));
        let cost = Cost {
            per_year_eur: eur,
            ..Cost::default()
        };
        let money = money(cost, &weighted, hour_value_eur);
        let findings = Findings {
            runs: 100,
            lost: Verdict::of(&weighted, 100),
            before: 5000.0,
            difference: &weighted,
            plain: Some(&plain),
            plain_verdict: Some(Verdict::of(&plain, 100)),
            money: &money,
        };
        findings.advice()
    }

    #[test]
    fn whether_to_sign_hangs_on_price_and_size() {
        assert_eq!(advice(500.0, 600.0, 0.0, None), Advice::Sign);
        assert_eq!(advice(500.0, 600.0, 100_000.0, None), Advice::SignIfWorth);
        // 500 hours of 40 EUR are 20 000 an attack.
        let dear = advice(500.0, 600.0, 100_000.0, Some(40.0));
        assert!(matches!(dear, Advice::TooDear(years) if (years - 0.2).abs() < 1e-9));
        let fair = advice(500.0, 600.0, 10_000.0, Some(40.0));
        assert!(matches!(fair, Advice::SignIfOnceIn(years) if (years - 2.0).abs() < 1e-9));
        // 30 of 5 000 are below one of a hundred, and that is known well.
        assert_eq!(advice(30.0, 30.0, 100_000.0, None), Advice::Nothing);
    }

    #[test]
    fn nobody_is_told_to_sign_what_harms_or_says_two_things() {
        assert_eq!(advice(-500.0, -600.0, 0.0, None), Advice::Worse);
        assert_eq!(advice(500.0, -600.0, 0.0, None), Advice::Contrary);
        assert_eq!(advice(0.0, 0.0, 0.0, None), Advice::Nothing);
        // Plain hours that surely go the other way still are a contradiction.
        assert_eq!(advice(30.0, -600.0, 0.0, None), Advice::Contrary);
        // 30 more of 5 000 are as little as 30 less.
        assert_eq!(advice(-30.0, -30.0, 0.0, None), Advice::Nothing);
    }

    /// Plain hours of which nothing may be told make no contradiction of what is practically nothing.
    #[test]
    fn what_is_open_contradicts_nothing_that_is_nothing() {
        let weighted = difference((0..100).map(|run| f64::from(run % 5) - 32.0), 1);
        let plain = difference((0..100).map(|run| if run % 2 == 0 { 5.0 } else { -3.0 }), 1);
        let money = money(Cost::default(), &weighted, None);
        let findings = Findings {
            runs: 100,
            lost: Verdict::of(&weighted, 100),
            before: 5000.0,
            difference: &weighted,
            plain: Some(&plain),
            plain_verdict: Some(Verdict::of(&plain, 100)),
            money: &money,
        };
        assert_eq!(findings.contrary(), None);
        assert_eq!(findings.advice(), Advice::Nothing);
        // Where it is no trifle, an open contradiction counts.
        let small_world = Findings {
            before: 500.0,
            ..findings
        };
        assert_eq!(small_world.advice(), Advice::Contrary);
    }

    /// A small mean that may well be large is not nothing.
    #[test]
    fn small_and_uncertain_is_not_nothing() {
        let pairs: Vec<f64> = (0..40)
            .map(|run| if run % 4 == 0 { 60.0 } else { -80.0 })
            .collect();
        let weighted = difference(pairs.into_iter(), 1);
        let cost = Cost {
            per_year_eur: 1000.0,
            ..Cost::default()
        };
        let money = money(cost, &weighted, None);
        let findings = Findings {
            runs: 40,
            lost: Verdict::of(&weighted, 40),
            before: 5000.0,
            difference: &weighted,
            plain: None,
            plain_verdict: None,
            money: &money,
        };
        assert_eq!(findings.negligible(), None);
        assert_eq!(findings.advice(), Advice::Small);
        // The same from a handful of courses is nothing to sign for.
        let few = Findings {
            runs: 3,
            ..findings
        };
        assert_eq!(few.advice(), Advice::TooFew);
    }
}
