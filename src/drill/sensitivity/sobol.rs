//! Sobol indices: which share of an output's variance comes from which figure, alone and with all others.
//!
//! First-order indices by the estimator of A. Saltelli et al., "Variance based sensitivity analysis of model output",
//! *Computer Physics Communications* 181 (2010), table 2 (b), total indices by that of M. J. W. Jansen, "Analysis of
//! variance designs for model output", *Computer Physics Communications* 117 (1999), both from two samples A and B and,
//! for each figure, A with that figure's column of B. Intervals by bootstrap over the rows (Archer, Saltelli and Sobol,
//! *Journal of Statistical Computation and Simulation* 58, 1997): percentiles 2.5 and 97.5.

use serde::Serialize;

use crate::drill::stats::{Moments, quantile};
use crate::sim::lot;
use crate::vocab::{Arg, Text};

/// Resamples for an interval.
const RESAMPLES: u32 = 1_000;

/// Points of a study, in shares of each figure's distribution.
#[derive(Debug, Clone, PartialEq)]
pub struct Sample {
    /// Row by row: the row of A, that of B, then for each figure that of A with the figure from B.
    pub points: Vec<Vec<f64>>,
    /// Rows of A and B.
    pub rows: usize,
    /// Figures.
    pub figures: usize,
}

/// An index with its interval of 95 %.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Index {
    /// The estimate.
    pub value: f64,
    /// Lower end.
    pub ci95_low: f64,
    /// Upper end.
    pub ci95_high: f64,
}

impl Index {
    /// Returns it in parts of a hundred with its interval: without that it would look surer than it is.
    #[must_use]
    pub fn told(self) -> Text {
        let of_100 = |share: f64| Arg::Count(libm::round(share * 100.0) as i64);
        Text::new("sensitivity-share")
            .with("value", of_100(self.value))
            .with("from", of_100(self.ci95_low))
            .with("to", of_100(self.ci95_high))
    }
}

/// Both indices of a figure.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Indices {
    /// Share of the variance that goes if this figure alone were known.
    pub first: Index,
    /// Share that stays if all others were known.
    pub total: Index,
}

/// Draws A and B and mixes them; a function of the seed.
#[must_use]
pub fn sample(seed: u64, figures: usize, rows: u32) -> Sample {
    let mut points = Vec::new();
    for row in 0..rows {
        let draw = |which: u32| -> Vec<f64> {
            let figures = 0..figures as u32;
            figures
                .map(|figure| lot(seed, "sobol", &[row, which, figure]))
                .collect()
        };
        let (a, b) = (draw(0), draw(1));
        let mixed = (0..figures).map(|figure| {
            let mut point = a.clone();
            point[figure] = b[figure];
            point
        });
        let mixed: Vec<Vec<f64>> = mixed.collect();
        points.extend([a, b]);
        points.extend(mixed);
    }
    Sample {
        points,
        rows: rows as usize,
        figures,
    }
}

/// Estimates the indices of every figure from the outputs at all points; `None` if the output does not vary.
///
/// # Panics
/// If there is not one output for each point.
#[must_use]
pub fn indices(sample: &Sample, outputs: &[f64], seed: u64) -> Option<Vec<Indices>> {
    assert_eq!(sample.points.len(), outputs.len(), "an output each");
    let rows: Vec<&[f64]> = outputs.chunks(sample.figures + 2).collect();
    let all: Vec<usize> = (0..sample.rows).collect();
    let estimates = estimate(&rows, &all, sample.figures)?;
    let resampled: Vec<Vec<(f64, f64)>> = (0..RESAMPLES)
        .filter_map(|of| {
            let pick = |place: u32| {
                let share = lot(seed, "sobol-bootstrap", &[of, place]);
                libm::floor(share * sample.rows as f64) as usize
            };
            let picked: Vec<usize> = (0..sample.rows as u32).map(pick).collect();
            estimate(&rows, &picked, sample.figures)
        })
        .collect();
    let index = |value: f64, figure: usize, of: fn(&(f64, f64)) -> f64| {
        let values = resampled.iter().map(|estimates| of(&estimates[figure]));
        let values: Vec<f64> = values.collect();
        Index {
            value,
            ci95_low: quantile(&values, 0.025).unwrap_or(value),
            ci95_high: quantile(&values, 0.975).unwrap_or(value),
        }
    };
    let of_figure = |(figure, (first, total)): (usize, &(f64, f64))| Indices {
        first: index(*first, figure, |of| of.0),
        total: index(*total, figure, |of| of.1),
    };
    Some(estimates.iter().enumerate().map(of_figure).collect())
}

/// First-order and total index of each figure from some of the rows.
fn estimate(rows: &[&[f64]], picked: &[usize], figures: usize) -> Option<Vec<(f64, f64)>> {
    let both = picked
        .iter()
        .flat_map(|row| rows[*row][..2].iter().copied());
    let moments: Moments = both.collect();
    let (mean, deviation) = (moments.mean()?, moments.deviation()?);
    let variance = deviation * deviation;
    if variance == 0.0 {
        return None;
    }
    let count = picked.len() as f64;
    let of_figure = |figure: usize| {
        let (mut first, mut total) = (0.0, 0.0);
        for row in picked {
            let (a, b, mixed) = (rows[*row][0], rows[*row][1], rows[*row][2 + figure]);
            // Less the mean: that changes nothing but the error of the estimate.
            first += (b - mean) * (mixed - a);
            total += (a - mixed) * (a - mixed);
        }
        (first / count / variance, total / (2.0 * count) / variance)
    };
    Some((0..figures).map(of_figure).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::f64::consts::PI;

    fn of(figures: usize, rows: u32, f: impl Fn(&[f64]) -> f64) -> Vec<Indices> {
        let sample = sample(5, figures, rows);
        let outputs: Vec<f64> = sample.points.iter().map(|point| f(point)).collect();
        indices(&sample, &outputs, 5).unwrap()
    }

    fn near(found: &[Indices], first: &[f64], total: &[f64], off: f64) {
        for (at, found) in found.iter().enumerate() {
            let (f, t) = (found.first, found.total);
            assert!((f.value - first[at]).abs() < off, "{at}: {found:?}");
            assert!((t.value - total[at]).abs() < off, "{at}: {found:?}");
            assert!(f.ci95_low <= f.value && f.value <= f.ci95_high, "{found:?}");
            // The known index may lie a little outside of one interval in twenty.
            let slack = 0.5 * (f.ci95_high - f.ci95_low);
            let inside = (f.ci95_low - slack)..=(f.ci95_high + slack);
            assert!(inside.contains(&first[at]), "{at}: {found:?}");
        }
    }

    /// Ishigami and Homma (1990) with a = 7 and b = 0.1.
    #[test]
    fn the_indices_of_ishigamis_function_are_met() {
        let (a, b) = (7.0, 0.1);
        let found = of(3, 6_000, |shares| {
            let x: Vec<f64> = shares
                .iter()
                .map(|share| PI * (2.0 * share - 1.0))
                .collect();
            libm::sin(x[0])
                + a * libm::pow(libm::sin(x[1]), 2.0)
                + b * libm::pow(x[2], 4.0) * libm::sin(x[0])
        });
        let variance =
            a * a / 8.0 + b * libm::pow(PI, 4.0) / 5.0 + b * b * libm::pow(PI, 8.0) / 18.0 + 0.5;
        let one = 0.5 * libm::pow(1.0 + b * libm::pow(PI, 4.0) / 5.0, 2.0) / variance;
        let two = a * a / 8.0 / variance;
        let together = 8.0 * b * b * libm::pow(PI, 8.0) / 225.0 / variance;
        near(
            &found,
            &[one, two, 0.0],
            &[one + together, two, together],
            0.04,
        );
    }

    /// The g-function of Sobol with a = 0, 1, 4.5, 99.
    #[test]
    fn the_indices_of_sobols_g_are_met() {
        let a = [0.0, 1.0, 4.5, 99.0];
        let found = of(4, 6_000, |x| {
            x.iter()
                .zip(a)
                .map(|(x, a)| ((4.0 * x - 2.0).abs() + a) / (1.0 + a))
                .product()
        });
        let alone = a.map(|a| 1.0 / (3.0 * (1.0 + a) * (1.0 + a)));
        let variance = alone.iter().map(|v| 1.0 + v).product::<f64>() - 1.0;
        let first = alone.map(|v| v / variance);
        let total = alone.map(|v| v * (variance + 1.0) / (1.0 + v) / variance);
        near(&found, &first, &total, 0.04);
    }

    #[test]
    fn what_does_nothing_has_exactly_no_share() {
        let found = of(2, 50, |x| 3.0 * x[0]);
        let zero = Index {
            value: 0.0,
            ci95_low: 0.0,
            ci95_high: 0.0,
        };
        assert_eq!((found[1].first, found[1].total), (zero, zero));
        let sample = sample(1, 2, 20);
        assert_eq!(indices(&sample, &[4.0; 80], 1), None, "nothing varies");
    }
}
