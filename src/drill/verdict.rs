//! How sure it is that a variant is better: one scale of words for all pages.
//!
//! Words are chosen by the share of courses in which a statement holds: very sure from 95 of 100, rather sure from
//! 80, fairly sure from 60, else open. Whether the mean differs at all is a matter of the number of runs; where its
//! interval of 95 % holds zero nothing is said of the direction. Where many are judged at once the bound is narrower
//! ([`Verdict::of_all`]).

use serde::Serialize;

use super::comparison::DifferenceSummary;
use super::holm::hold_together;
use super::shares::of_100;
use super::stats::by_luck;

/// With fewer runs, or draws of assumptions, nothing is called very sure: few courses do not show the one in twenty that
/// goes otherwise.
pub const LEAST_FOR_VERY_SURE: u32 = 100;

/// A difference below this share of what is lost is small; where even its interval lies within, nothing changes in
/// practice.
pub const SMALL_SHARE: f64 = 0.01;

/// What becomes of a figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Direction {
    /// It gets less.
    Less,
    /// It gets more.
    More,
    /// So many runs do not tell.
    Unclear,
    /// It differs in no run.
    Same,
    /// One run tells nothing.
    TooFew,
}

/// How sure that is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Sureness {
    /// In fewer than 60 of 100 courses.
    Open,
    /// From 60 of 100.
    Fairly,
    /// From 80 of 100.
    Rather,
    /// From 95 of 100.
    Very,
}

impl Sureness {
    /// Returns the word for a share of courses, 0 to 1, of so many that are independent.
    #[must_use]
    pub fn of(share: f64, independent: u32) -> Self {
        if share >= 0.95 && independent >= LEAST_FOR_VERY_SURE {
            Self::Very
        } else if share >= 0.8 {
            Self::Rather
        } else if share >= 0.6 {
            Self::Fairly
        } else {
            Self::Open
        }
    }

    /// Returns the key of its word.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Open => "drill-open",
            Self::Fairly => "drill-fairly-sure",
            Self::Rather => "drill-rather-sure",
            Self::Very => "drill-very-sure",
        }
    }
}

/// What may be said of a difference.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Verdict {
    /// In which direction it goes.
    pub direction: Direction,
    /// How sure that is; open where there is no direction.
    pub sureness: Sureness,
    /// Of 100 courses, in how many less.
    pub less_of_100: u32,
    /// In how many more.
    pub more_of_100: u32,
}

impl Verdict {
    /// Judges a difference over so many runs.
    #[must_use]
    pub fn of(difference: &DifferenceSummary, runs: u32) -> Self {
        let same = runs.saturating_sub(difference.less + difference.more);
        let [less_of_100, more_of_100, _] = of_100([difference.less, difference.more, same]);
        let share = |count: u32| f64::from(count) / f64::from(runs.max(1));
        let direction = match (difference.ci95_low, difference.ci95_high) {
            _ if difference.less == 0 && difference.more == 0 => Direction::Same,
            (Some(_), Some(high)) if high < 0.0 => Direction::Less,
            (Some(low), Some(_)) if low > 0.0 => Direction::More,
            (Some(_), Some(_)) => Direction::Unclear,
            _ => Direction::TooFew,
        };
        // Runs under the same assumptions share whatever is wrong with these.
        let independent = difference.independent;
        let sureness = match direction {
            Direction::Less => Sureness::of(share(difference.less), independent),
            Direction::More => Sureness::of(share(difference.more), independent),
            _ => Sureness::Open,
        };
        Self {
            direction,
            sureness,
            less_of_100,
            more_of_100,
        }
    }

    /// Returns the direction that may be told: where it is open how many courses go that way, none is.
    #[must_use]
    pub fn told(self) -> Option<Direction> {
        let is_one = matches!(self.direction, Direction::Less | Direction::More);
        (is_one && self.sureness > Sureness::Open).then_some(self.direction)
    }

    /// Judges differences that are counted or listed together, such as those of all places: the chance that even one has a
    /// direction and should have none is 5 % at most.
    #[must_use]
    pub fn of_all(differences: &[&DifferenceSummary], runs: u32) -> Vec<Self> {
        let by_luck: Vec<f64> = differences
            .iter()
            .map(|of| match (of.mean, of.standard_error) {
                (Some(mean), Some(error)) => {
                    by_luck(mean / error, u64::from(of.independent.saturating_sub(1)))
                }
                _ => 1.0,
            })
            .collect();
        let verdicts = differences.iter().zip(hold_together(&by_luck));
        verdicts
            .map(|(difference, holds)| {
                let own = Self::of(difference, runs);
                match own.direction {
                    Direction::Less | Direction::More if !holds => Self {
                        direction: Direction::Unclear,
                        sureness: Sureness::Open,
                        ..own
                    },
                    _ => own,
                }
            })
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::super::comparison::difference;
    use super::*;

    fn verdict(less: u32, more: u32, by: f64) -> (Direction, Sureness) {
        let pairs = (0..less).map(|_| -by).chain((0..more).map(|_| 1.0));
        let of = Verdict::of(&difference(pairs, 1), less + more);
        (of.direction, of.sureness)
    }

    #[test]
    fn words_follow_the_share_of_courses() {
        assert_eq!(verdict(190, 10, 5.0), (Direction::Less, Sureness::Very));
        assert_eq!(verdict(188, 12, 5.0), (Direction::Less, Sureness::Rather));
        assert_eq!(verdict(140, 60, 5.0), (Direction::Less, Sureness::Fairly));
        assert_eq!(verdict(100, 100, 5.0), (Direction::Less, Sureness::Open));
        assert_eq!(verdict(100, 100, 1.0), (Direction::Unclear, Sureness::Open));
        assert_eq!(verdict(0, 200, 1.0), (Direction::More, Sureness::Very));
    }

    /// A difference that would do alone does not among twenty others; one that is beyond doubt does.
    #[test]
    fn among_many_a_direction_needs_more() {
        let pairs = |shift: f64| {
            let values = (0..100).map(move |run| f64::from(run % 10) - 4.5 - shift);
            difference(values, 1)
        };
        let (doubtful, clear) = (pairs(0.7), pairs(3.0));
        assert_eq!(Verdict::of(&doubtful, 100).direction, Direction::Less);
        let mut all = vec![&doubtful, &clear];
        let nothing = pairs(0.0);
        all.extend((0..19).map(|_| &nothing));
        let verdicts = Verdict::of_all(&all, 100);
        assert_eq!(verdicts[0].direction, Direction::Unclear);
        assert_eq!(verdicts[0].sureness, Sureness::Open);
        assert_eq!(verdicts[1].direction, Direction::Less);
        let alone = Verdict::of_all(&[&doubtful], 100);
        assert_eq!(alone, [Verdict::of(&doubtful, 100)]);
    }

    /// The mean of two hundred is below zero beyond doubt, but half of the courses go the other way.
    #[test]
    fn what_is_open_has_no_direction_to_tell() {
        let pairs = |less: usize| {
            let less = std::iter::repeat_n(-5.0, less);
            Verdict::of(&difference(less.chain([1.0; 100]), 1), 200)
        };
        assert_eq!(pairs(100).direction, Direction::Less);
        assert_eq!(pairs(100).told(), None);
        let sure = Verdict::of(
            &difference([-5.0, -6.0].into_iter().cycle().take(200), 1),
            200,
        );
        assert_eq!(sure.told(), Some(Direction::Less));
        let same = Verdict::of(&difference([0.0; 9].into_iter(), 1), 9);
        assert_eq!(same.told(), None);
    }

    #[test]
    fn shares_of_courses_add_up() {
        // 87.5 and 12.5 of 100.
        let of = Verdict::of(
            &difference((0..8).map(|run| if run == 0 { 1.0 } else { -1.0 }), 1),
            8,
        );
        assert_eq!((of.less_of_100, of.more_of_100), (88, 12));
    }

    #[test]
    fn few_runs_are_never_very_sure() {
        assert_eq!(verdict(50, 0, 5.0), (Direction::Less, Sureness::Rather));
        assert_eq!(verdict(1, 0, 5.0).0, Direction::TooFew);
        // Two that agree are two: their interval is wide.
        let two = Verdict::of(&difference([-1.0, -9.0].into_iter(), 1), 2);
        assert_eq!(two.direction, Direction::Unclear);
    }

    #[test]
    fn many_runs_under_few_assumptions_are_never_very_sure() {
        let few_draws = (0..400).map(|run| -f64::from(run % 7) - 5.0);
        let of = Verdict::of(&difference(few_draws, 50), 400);
        assert_eq!(
            (of.direction, of.sureness),
            (Direction::Less, Sureness::Rather)
        );
    }
}
