//! Screening by elementary effects: which of many figures matter at all, at a few runs of the model for each.
//!
//! M. D. Morris, "Factorial sampling plans for preliminary computational experiments", *Technometrics* 33 (1991), with
//! the mean of absolute effects of F. Campolongo, J. Cariboni and A. Saltelli, "An effective screening design for
//! sensitivity analysis of large models", *Environmental Modelling & Software* 22 (2007). A trajectory changes one figure
//! after the other, each once, by two thirds of its range, on a grid of four levels.

use crate::drill::stats::Moments;
use crate::sim::lot;

/// Levels of the grid; even, so that the step below visits all alike.
const LEVELS: f64 = 4.0;
/// Step in shares of a figure's distribution: levels / (2 (levels - 1)).
const STEP: f64 = LEVELS / (2.0 * (LEVELS - 1.0));

/// A way through the space of figures that changes one after the other.
#[derive(Debug, Clone, PartialEq)]
pub struct Trajectory {
    /// Points in shares of each figure's distribution, one more than there are figures.
    pub points: Vec<Vec<f64>>,
    /// Which figure changes from each point to the next.
    pub order: Vec<usize>,
}

/// What the elementary effects of a figure say: changes of the output over the whole range of its distribution.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Effects {
    /// Mean of the effects, signs kept.
    pub mu: f64,
    /// Mean of their sizes: how much the figure matters.
    pub mu_star: f64,
    /// Standard error of that mean; `None` with one trajectory.
    pub mu_star_standard_error: Option<f64>,
    /// Their standard deviation: how far the effect bends or hangs on other figures; `None` with one trajectory.
    pub sigma: Option<f64>,
}

/// Makes trajectories through the space of so many figures; a function of the seed.
#[must_use]
pub fn trajectories(seed: u64, figures: usize, count: u32) -> Vec<Trajectory> {
    (0..count).map(|of| trajectory(seed, figures, of)).collect()
}

fn trajectory(seed: u64, figures: usize, of: u32) -> Trajectory {
    let of_figure = |what: &str, figure: usize| lot(seed, what, &[of, figure as u32]);
    let mut point: Vec<f64> = (0..figures)
        .map(|figure| {
            let level = libm::floor(of_figure("morris-level", figure) * LEVELS);
            level / (LEVELS - 1.0)
        })
        .collect();
    let mut order: Vec<usize> = (0..figures).collect();
    order.sort_by(|a, b| {
        let place = |figure: usize| of_figure("morris-order", figure);
        place(*a).total_cmp(&place(*b)).then(a.cmp(b))
    });
    let mut points = vec![point.clone()];
    for figure in &order {
        let value = &mut point[*figure];
        // Up from the lower two levels, down from the upper two.
        *value = if *value < 0.5 {
            (*value + STEP).min(1.0)
        } else {
            (*value - STEP).max(0.0)
        };
        points.push(point.clone());
    }
    Trajectory { points, order }
}

/// Sums up elementary effects from the outputs at all points of each trajectory, by figure.
///
/// An effect is the change of the output over the change of the figure. `moved` says for a figure and two shares of its
/// distribution how far its value moves from one to the other, in ranges: of a switch, which has no third value, every
/// step is the whole range. A step that moves nothing has no effect.
///
/// # Panics
/// If a trajectory has not one output for each of its points.
#[must_use]
pub fn effects(
    trajectories: &[Trajectory],
    outputs: &[Vec<f64>],
    moved: &dyn Fn(usize, f64, f64) -> f64,
) -> Vec<Effects> {
    let figures = trajectories.first().map_or(0, |one| one.order.len());
    let mut of_figure = vec![(Moments::default(), Moments::default()); figures];
    for (trajectory, outputs) in trajectories.iter().zip(outputs) {
        assert_eq!(trajectory.points.len(), outputs.len(), "an output each");
        for (at, figure) in trajectory.order.iter().enumerate() {
            let share = |point: usize| trajectory.points[point][*figure];
            let step = moved(*figure, share(at), share(at + 1));
            let effect = if step == 0.0 {
                0.0
            } else {
                (outputs[at + 1] - outputs[at]) / step
            };
            of_figure[*figure].0.push(effect);
            of_figure[*figure].1.push(effect.abs());
        }
    }
    let sum_up = |(signed, sizes): (Moments, Moments)| Effects {
        mu: signed.mean().unwrap_or(0.0),
        mu_star: sizes.mean().unwrap_or(0.0),
        mu_star_standard_error: sizes.standard_error(),
        sigma: signed.deviation(),
    };
    of_figure.into_iter().map(sum_up).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::ValueSpread;

    fn screened(count: u32, figures: usize, f: impl Fn(&[f64]) -> f64) -> Vec<Effects> {
        let ways = trajectories(3, figures, count);
        let outputs: Vec<Vec<f64>> = ways
            .iter()
            .map(|way| way.points.iter().map(|point| f(point)).collect())
            .collect();
        effects(&ways, &outputs, &|_, from, to| to - from)
    }

    #[test]
    fn the_effect_of_a_switch_is_what_switching_changes() {
        let words = |count: u32| ValueSpread::OneOf((0..count).map(|of| of.to_string()).collect());
        let spreads = [words(2), words(3), ValueSpread::Whole(0, 4)];
        let value =
            |figure: usize, share: f64| -> f64 { spreads[figure].at(share).parse().unwrap() };
        // Each is 6 over its whole range, and straight.
        let f = |x: &[f64]| 6.0 * value(0, x[0]) + 3.0 * value(1, x[1]) + 1.5 * value(2, x[2]);
        let ways = trajectories(3, 3, 24);
        let of_way = |way: &Trajectory| way.points.iter().map(|point| f(point)).collect();
        let outputs: Vec<Vec<f64>> = ways.iter().map(of_way).collect();
        let moved = |figure: usize, from, to| spreads[figure].moved(from, to);
        for effect in effects(&ways, &outputs, &moved) {
            assert!((effect.mu - 6.0).abs() < 1e-9, "{effect:?}");
            assert!((effect.mu_star - 6.0).abs() < 1e-9, "{effect:?}");
            assert!(effect.sigma.unwrap() < 1e-9, "{effect:?}");
        }
    }

    #[test]
    fn each_figure_changes_once_and_stays_in_its_range() {
        for way in trajectories(1, 7, 20) {
            let mut seen = way.order.clone();
            seen.sort_unstable();
            assert_eq!(seen, (0..7).collect::<Vec<_>>());
            for (pair, figure) in way.points.windows(2).zip(&way.order) {
                for at in 0..7 {
                    let moved = (pair[1][at] - pair[0][at]).abs();
                    let expected = if at == *figure { STEP } else { 0.0 };
                    assert!((moved - expected).abs() < 1e-12, "{pair:?}");
                }
                assert!(pair[1].iter().all(|share| (0.0..=1.0).contains(share)));
            }
        }
    }

    #[test]
    fn a_linear_function_has_its_slopes_as_effects() {
        let found = screened(12, 4, |x| 5.0 * x[0] - 2.0 * x[1] + 0.5 * x[3]);
        for (effect, slope) in found.iter().zip([5.0, -2.0, 0.0, 0.5_f64]) {
            assert!((effect.mu - slope).abs() < 1e-9, "{found:?}");
            assert!((effect.mu_star - slope.abs()).abs() < 1e-9);
            assert!(effect.sigma.unwrap() < 1e-9);
        }
        assert_eq!(found[2].mu_star, 0.0, "what does nothing has exactly none");
        assert_eq!(found[2].sigma, Some(0.0));
    }

    #[test]
    fn what_hangs_on_others_has_a_sigma() {
        // The effect of the first is the value of the second: mean 0.5 over the four levels.
        let found = screened(400, 2, |x| x[0] * x[1]);
        assert!((found[0].mu - 0.5).abs() < 0.05, "{found:?}");
        assert!(found[0].sigma.unwrap() > 0.3, "{found:?}");
    }
}
