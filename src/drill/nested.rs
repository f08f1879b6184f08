//! Three uncertainties kept apart: luck, assumptions, and how well both are known.
//!
//! Of M draws of assumptions each has N runs. With the mean square within draws `W` and the variance `B` of the means of
//! draws, luck has the variance `W` and assumptions `B - W / N`, at least 0 (one-way analysis of variance with random
//! effects: `Searle, Casella and McCulloch`, *Variance Components*, 1992, chapter 3). The standard error of the mean is the
//! root of `B / M`.

use serde::Serialize;

use super::stats::{Moments, quantile};

/// What of a figure's spread comes from where.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Split {
    /// Draws of assumptions.
    pub draws: u32,
    /// Runs of each.
    pub runs_per_draw: u32,
    /// Luck: variance between runs under the same assumptions.
    pub luck_variance: f64,
    /// Luck alone: quantile 0.05 of runs under average assumptions.
    pub luck_q05: f64,
    /// Quantile 0.95 of them.
    pub luck_q95: f64,
    /// Assumptions: variance of what the mean is under each.
    pub assumptions_variance: f64,
    /// Assumptions alone: quantile 0.05 of what the mean is.
    pub assumptions_q05: f64,
    /// Quantile 0.95 of it.
    pub assumptions_q95: f64,
    /// Share of the variance that is that of assumptions; null if nothing varies.
    pub assumptions_share: Option<f64>,
    /// Draws in which the mean would be below 0, luck taken out as in the quantiles of assumptions.
    pub draws_below_zero: u32,
    /// Draws in which it would be above.
    pub draws_above_zero: u32,
    /// Precision: standard error of the mean over all runs.
    pub standard_error: f64,
    /// What of it more draws would lessen.
    pub standard_error_of_draws: f64,
    /// What of it more runs would lessen.
    pub standard_error_of_runs: f64,
}

/// Returns the mean of each draw; of single runs if there are no draws.
#[must_use]
pub fn draw_means(values: &[f64], runs_per_draw: usize) -> Vec<f64> {
    let draws = values.chunks(runs_per_draw.max(1));
    draws
        .map(|draw| draw.iter().copied().collect::<Moments>())
        .map(|moments| moments.mean().unwrap_or(0.0))
        .collect()
}

/// Parts the spread of values that are in the order of their runs; `None` with fewer than two whole draws or runs.
#[must_use]
pub fn split(values: &[f64], runs_per_draw: usize) -> Option<Split> {
    let (runs, draws) = (runs_per_draw, values.len() / runs_per_draw.max(1));
    if runs < 2 || draws < 2 || values.len() != draws * runs {
        return None;
    }
    let means = draw_means(values, runs);
    let between: Moments = means.iter().copied().collect();
    let mean = between.mean()?;
    let between = square(between.deviation()?);
    let within: Moments = values
        .chunks(runs)
        .map(|draw| {
            let moments: Moments = draw.iter().copied().collect();
            moments.deviation().map_or(0.0, square)
        })
        .collect();
    let (runs, draws) = (runs as f64, draws as f64);
    let luck = within.mean()?;
    let assumptions = (between - luck / runs).max(0.0);
    // Distances from the mean of few runs are too small, means of few runs too far apart.
    let stretched = libm::sqrt(runs / (runs - 1.0));
    let of_luck: Vec<f64> = values
        .chunks(runs_per_draw)
        .zip(&means)
        .flat_map(|(draw, own)| draw.iter().map(move |value| (value - own) * stretched))
        .map(|distance| mean + distance)
        .collect();
    let shrunk = if between > 0.0 {
        libm::sqrt(assumptions / between)
    } else {
        0.0
    };
    let of_assumptions: Vec<f64> = means
        .iter()
        .map(|own| mean + (own - mean) * shrunk)
        .collect();
    let count = |is: fn(&f64) -> bool| of_assumptions.iter().filter(|own| is(own)).count() as u32;
    Some(Split {
        draws: means.len() as u32,
        runs_per_draw: runs_per_draw as u32,
        luck_variance: luck,
        luck_q05: quantile(&of_luck, 0.05)?,
        luck_q95: quantile(&of_luck, 0.95)?,
        assumptions_variance: assumptions,
        assumptions_q05: quantile(&of_assumptions, 0.05)?,
        assumptions_q95: quantile(&of_assumptions, 0.95)?,
        assumptions_share: (luck + assumptions > 0.0).then(|| assumptions / (luck + assumptions)),
        draws_below_zero: count(|own| *own < 0.0),
        draws_above_zero: count(|own| *own > 0.0),
        standard_error: libm::sqrt(between / draws),
        standard_error_of_draws: libm::sqrt(assumptions / draws),
        standard_error_of_runs: libm::sqrt(luck / (draws * runs)),
    })
}

fn square(value: f64) -> f64 {
    value * value
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sim::lot;

    /// Sum of a uniform value of the draw (variance 3) and one of the run (variance 27).
    fn sample(draws: u32, runs: u32) -> Vec<f64> {
        let one = |draw: u32, run: u32| {
            let of_draw = 6.0 * lot(1, "draw", &[draw]);
            of_draw + 18.0 * lot(1, "run", &[draw, run])
        };
        (0..draws)
            .flat_map(|draw| (0..runs).map(move |run| one(draw, run)))
            .collect()
    }

    #[test]
    fn known_variances_are_found_apart() {
        let split = split(&sample(3000, 10), 10).unwrap();
        assert!((split.assumptions_variance - 3.0).abs() < 0.6, "{split:?}");
        assert!((split.luck_variance - 27.0).abs() < 0.6, "{split:?}");
        // 5 % of a uniform width of 6 and of 18 at both ends of the mean 12.
        assert!((split.luck_q05 - 3.9).abs() < 0.7, "{split:?}");
        let width = split.assumptions_q95 - split.assumptions_q05;
        assert!((4.6..6.2).contains(&width), "{split:?}");
        let expected = libm::sqrt((3.0 + 27.0 / 10.0) / 3000.0);
        assert!((split.standard_error - expected).abs() < 0.1 * expected);
    }

    #[test]
    fn what_varies_in_one_way_only_has_no_other() {
        let only_draws: Vec<f64> = [1.0, 1.0, 5.0, 5.0, 9.0, 9.0].to_vec();
        let parted = split(&only_draws, 2).unwrap();
        assert_eq!(
            (parted.luck_variance, parted.assumptions_variance),
            (0.0, 16.0)
        );
        assert_eq!(parted.assumptions_share, Some(1.0));
        let only_luck = [0.0, 8.0, 8.0, 0.0, 0.0, 8.0];
        let parted = split(&only_luck, 2).unwrap();
        // A root that is squared again may be off by a rounding.
        assert!((parted.luck_variance - 32.0).abs() < 1e-9, "{parted:?}");
        assert_eq!(parted.assumptions_variance, 0.0);
        assert_eq!((parted.assumptions_q05, parted.assumptions_q95), (4.0, 4.0));
        let nothing = split(&[4.0; 6], 3).unwrap();
        assert_eq!(nothing.assumptions_share, None);
        assert_eq!(nothing.standard_error, 0.0);
    }

    #[test]
    fn luck_turns_no_sign_of_an_assumption() {
        // Nothing but luck, around 1: with two runs a draw many means lie below 0.
        let values: Vec<f64> = (0..400)
            .map(|run| 1.0 + 9.0 * (lot(2, "luck", &[run]) - 0.5))
            .collect();
        let below = draw_means(&values, 2)
            .iter()
            .filter(|own| **own < 0.0)
            .count();
        assert!(below > 40, "{below}");
        let parted = split(&values, 2).unwrap();
        assert!(parted.draws_below_zero < 20, "{parted:?}");
    }

    #[test]
    fn parts_of_draws_say_nothing() {
        for (values, runs) in [
            (&[1.0, 2.0][..], 2),
            (&[1.0, 2.0, 3.0], 2),
            (&[1.0, 2.0], 1),
        ] {
            assert_eq!(split(values, runs), None);
        }
    }
}
