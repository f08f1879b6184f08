//! What may be told of so many courses, in the same words and by the same bounds on a page and in a terminal.

use super::comparison::DifferenceSummary;
use super::nested::Split;
use super::shares::of_100;
use super::verdict::{Direction, LEAST_FOR_VERY_SURE, Verdict};
use crate::vocab::Text;

/// From so many courses on they are told of a hundred.
pub const LEAST_FOR_SHARES: u32 = 100;
/// From so many courses on it is told what nine of ten come to: of twenty, one lies outside at each end.
pub const LEAST_FOR_RANGES: u32 = 20;

/// Returns in how many of all courses something is so: of a hundred where there are so many, else as they were counted.
#[must_use]
pub fn in_courses(count: u32, of_100: u32, all: u32) -> Text {
    let (count, all) = if all >= LEAST_FOR_SHARES {
        (of_100, 100)
    } else {
        (count, all)
    };
    Text::new("dp-in-courses")
        .count("count", count)
        .count("all", all)
}

/// Returns a range in which nine of ten lie; none of fewer than [`LEAST_FOR_RANGES`].
#[must_use]
pub fn range_of(low: f64, high: f64, of: u32) -> Option<(f64, f64)> {
    (of >= LEAST_FOR_RANGES).then_some((low, high))
}

impl DifferenceSummary {
    /// Returns between what nine of ten of so many courses lie; none where there are too few. Where assumptions are drawn
    /// luck and assumptions are both in it.
    #[must_use]
    pub fn nine_of_ten(&self, runs: u32) -> Option<(f64, f64)> {
        range_of(self.q05?, self.q95?, runs)
    }
}

impl Verdict {
    /// Returns how sure it is that less, or more, is lost, and in how many of so many courses.
    #[must_use]
    pub fn how_sure(self, of: &DifferenceSummary, runs: u32) -> Text {
        let less = in_courses(of.less, self.less_of_100, runs);
        let more = in_courses(of.more, self.more_of_100, runs);
        let sure = |key: &'static str, courses: Text| {
            Text::new(key)
                .text("sure", Text::new(self.sureness.key()))
                .text("courses", courses)
        };
        match self.direction {
            Direction::Less => sure("dp-sure-less", less),
            Direction::More => sure("dp-sure-more", more),
            Direction::Same => Text::new("dp-sure-same"),
            Direction::Unclear | Direction::TooFew => Text::new("dp-sure-open")
                .text("less", less)
                .text("more", more),
        }
    }
}

/// Returns that so few courses can make nothing very sure; none where there are enough.
#[must_use]
pub fn few_courses(runs: u32) -> Option<Text> {
    (runs < LEAST_FOR_VERY_SURE).then(|| Text::new("dp-sure-few-runs").count("runs", runs))
}

impl Split {
    /// Returns under how many sets of assumptions less is lost, under how many more, and of how many that is: of a hundred
    /// where there are so many, else as they were counted.
    #[must_use]
    pub fn turned(&self) -> [u32; 3] {
        let (less, more) = (self.draws_below_zero, self.draws_above_zero);
        if self.draws < LEAST_FOR_SHARES {
            return [less, more, self.draws];
        }
        let [less, more, _] = of_100([less, more, self.draws.saturating_sub(less + more)]);
        [less, more, 100]
    }
}

#[cfg(test)]
mod tests {
    use super::super::comparison::difference;
    use super::*;

    fn told(count: u32, all: u32) -> Text {
        Text::new("dp-in-courses")
            .count("count", count)
            .count("all", all)
    }

    #[test]
    fn few_courses_are_told_as_they_were_counted() {
        assert_eq!(in_courses(10, 100, 10), told(10, 10));
        assert_eq!(in_courses(175, 88, 200), told(88, 100));
        let of = difference((0..19).map(f64::from), 1);
        assert_eq!(of.nine_of_ten(19), None);
        let of = difference((0..20).map(f64::from), 1);
        assert_eq!(of.nine_of_ten(20), of.q05.zip(of.q95));
    }
}
