//! How much of all demand is served in the course of time, over all runs of a variant.

use serde::Serialize;

use super::numbers::Counts;
use crate::vocab::{DAY, HOUR};

/// Most readings of a course.
const MOST_STEPS: u32 = 180;

/// Returns the minutes between two readings of a course that lasts so long: as few as give a readable curve.
#[must_use]
pub(super) fn step_minutes(until_minutes: u32) -> u32 {
    let steps = [HOUR, 3 * HOUR, 6 * HOUR, 12 * HOUR, DAY, 2 * DAY, 7 * DAY];
    let fits = |step: &u32| until_minutes / step <= MOST_STEPS;
    let found = steps.into_iter().find(fits);
    found.unwrap_or_else(|| until_minutes.div_ceil(MOST_STEPS).div_ceil(7 * DAY) * 7 * DAY)
}

/// Of 100 cases so many are dealt with, read at even steps from the start of the exercise on; between runs.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct CourseSummary {
    /// Minutes between two readings.
    pub step_minutes: u32,
    /// Quantile 0.05 at each reading.
    pub q05_of_100: Vec<f64>,
    /// Median.
    pub median_of_100: Vec<f64>,
    /// Quantile 0.95.
    pub q95_of_100: Vec<f64>,
}

impl CourseSummary {
    pub(super) fn of(step_minutes: u32, course: &[Counts]) -> Self {
        let of = |share: f64| {
            let level = move |counts: &Counts| {
                let quantile = counts.quantile(share, 0);
                libm::round(quantile.unwrap_or(1000.0)) / 10.0
            };
            course.iter().map(level).collect()
        };
        Self {
            step_minutes,
            q05_of_100: of(0.05),
            median_of_100: of(0.5),
            q95_of_100: of(0.95),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn courses_of_any_length_have_few_readings_at_round_hours() {
        for (until, step) in [
            (2 * HOUR, HOUR),
            (7 * DAY, HOUR),
            (30 * DAY, 6 * HOUR),
            (90 * DAY, 12 * HOUR),
            (400 * DAY, 7 * DAY),
        ] {
            assert_eq!(step_minutes(until), step, "{until}");
        }
        let years = 3660 * DAY;
        assert!(years / step_minutes(years) <= MOST_STEPS);
    }
}
