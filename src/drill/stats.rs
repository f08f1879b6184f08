//! Statistics of many runs: plain numbers in, plain numbers out.
//!
//! Sums are taken in the order of the run numbers, never in the order in which runs end, so that the number of
//! threads changes no byte of a result. A value that did not happen before the horizon stays in the sample as
//! `None`: to leave it out would make a bad response look quick.

pub use super::student::{by_luck, t_95};

/// Mean and deviation of values that arrive one by one (Welford's method).
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Moments {
    count: u64,
    mean: f64,
    /// Sum of squared distances from the mean.
    squares: f64,
}

impl Moments {
    /// Adds a value. The caller keeps to the order of run numbers.
    pub fn push(&mut self, value: f64) {
        debug_assert!(value.is_finite(), "statistics of {value}");
        self.count += 1;
        let before = value - self.mean;
        self.mean += before / self.count as f64;
        self.squares += before * (value - self.mean);
    }

    /// Returns how many values there were.
    pub fn count(&self) -> u64 {
        self.count
    }

    /// Returns the mean, or `None` without values.
    pub fn mean(&self) -> Option<f64> {
        (self.count > 0).then_some(self.mean)
    }

    /// Returns the standard deviation of the sample (`n - 1`), or `None` with fewer than two values.
    pub fn deviation(&self) -> Option<f64> {
        (self.count > 1).then(|| libm::sqrt(self.squares / (self.count - 1) as f64))
    }

    /// Returns the standard error of the mean, or `None` with fewer than two values.
    pub fn standard_error(&self) -> Option<f64> {
        self.deviation()
            .map(|deviation| deviation / libm::sqrt(self.count as f64))
    }

    /// Returns the interval of 95 % for the mean by Student's distribution, or `None` with fewer than two values.
    pub fn interval(&self) -> Option<Interval> {
        let half = t_95(self.count) * self.standard_error()?;
        Some(Interval {
            low: self.mean - half,
            high: self.mean + half,
        })
    }
}

impl FromIterator<f64> for Moments {
    fn from_iter<I: IntoIterator<Item = f64>>(values: I) -> Self {
        let mut moments = Self::default();
        values.into_iter().for_each(|value| moments.push(value));
        moments
    }
}

/// A range of plausible values.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Interval {
    /// The lower end.
    pub low: f64,
    /// The upper end.
    pub high: f64,
}

impl Interval {
    /// Tells whether `value` lies in it, ends included.
    pub fn contains(&self, value: f64) -> bool {
        (self.low..=self.high).contains(&value)
    }

    /// Returns half its width.
    pub fn half_width(&self) -> f64 {
        (self.high - self.low) / 2.0
    }
}

/// Times until something happened, of which some did not happen before the horizon.
#[derive(Debug, Clone, PartialEq)]
pub struct Times {
    horizon: f64,
    /// By run number.
    by_run: Vec<Option<f64>>,
    /// Those that happened, ascending.
    happened: Vec<f64>,
}

impl Times {
    /// Takes the times in the order of run numbers; one at or after the horizon counts as not happened.
    pub fn new(horizon: f64, by_run: impl IntoIterator<Item = Option<f64>>) -> Self {
        let by_run: Vec<Option<f64>> = by_run
            .into_iter()
            .map(|time| time.filter(|&time| time < horizon))
            .collect();
        let mut happened: Vec<f64> = by_run.iter().flatten().copied().collect();
        happened.sort_by(f64::total_cmp);
        Self {
            horizon,
            by_run,
            happened,
        }
    }

    /// Returns how many runs there were.
    pub fn count(&self) -> usize {
        self.by_run.len()
    }

    /// Returns how many runs reached the horizon first.
    pub fn censored(&self) -> usize {
        self.by_run.len() - self.happened.len()
    }

    /// Returns the moments of the restricted time: the time itself, or the horizon if it did not happen.
    ///
    /// Its mean is the mean time lost up to the horizon, and is defined however many runs are censored.
    pub fn restricted(&self) -> Moments {
        self.by_run
            .iter()
            .map(|time| time.unwrap_or(self.horizon))
            .collect()
    }

    /// Returns the quantile of type 7 (as R and most spreadsheets have it), `0 <= share <= 1`.
    ///
    /// `None` without runs, and where it lies among, or leans on, times that did not happen: beyond the horizon
    /// nothing is known.
    pub fn quantile(&self, share: f64) -> Option<f64> {
        quantile_of_sorted(&self.happened, self.by_run.len(), share)
    }
}

/// Returns the quantile of type 7 of values in any order, or `None` without values.
pub fn quantile(values: &[f64], share: f64) -> Option<f64> {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    quantile_of_sorted(&sorted, sorted.len(), share)
}

/// Interpolates among `count` values of which only the lowest are known.
fn quantile_of_sorted(known: &[f64], count: usize, share: f64) -> Option<f64> {
    quantile_by(|place| known.get(place).copied(), count, share)
}

/// Returns the quantile of type 7 of `count` values; `nth` gives them by rising size, `None` where they are not known.
pub(super) fn quantile_by(
    nth: impl Fn(usize) -> Option<f64>,
    count: usize,
    share: f64,
) -> Option<f64> {
    assert!((0.0..=1.0).contains(&share), "a share of {share}");
    let place = share * count.checked_sub(1)? as f64;
    let below = libm::floor(place);
    // Not negative: both factors of `place` are not.
    #[allow(clippy::cast_sign_loss)]
    let index = below as usize;
    let low = nth(index)?;
    let part = place - below;
    if part == 0.0 {
        return Some(low);
    }
    let high = nth(index + 1)?;
    Some(low + part * (high - low))
}

/// Returns the moments of `changed - base`, run by run.
///
/// Runs with the same number share their random numbers, so their difference varies far less than they do.
///
/// # Panics
/// If the two have not the same number of runs: then they are not pairs.
pub fn paired(base: &[f64], changed: &[f64]) -> Moments {
    assert_eq!(base.len(), changed.len(), "pairs need the same runs");
    base.iter()
        .zip(changed)
        .map(|(base, changed)| changed - base)
        .collect()
}

/// Returns the moments of the difference of restricted times, run by run.
///
/// # Panics
/// If runs or horizons differ: then they are not pairs.
pub fn paired_times(base: &Times, changed: &Times) -> Moments {
    assert_eq!(
        base.by_run.len(),
        changed.by_run.len(),
        "pairs need the same runs"
    );
    assert_eq!(base.horizon, changed.horizon, "pairs need the same horizon");
    let restricted = |time: &Option<f64>| time.unwrap_or(base.horizon);
    base.by_run
        .iter()
        .zip(&changed.by_run)
        .map(|(a, b)| restricted(b) - restricted(a))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn near(a: f64, b: f64) -> bool {
        (a - b).abs() <= 1e-9 * (1.0 + a.abs().max(b.abs()))
    }

    #[test]
    fn moments_of_a_known_sample() {
        let moments: Moments = [2.0, 4.0, 4.0, 4.0, 5.0, 5.0, 7.0, 9.0]
            .into_iter()
            .collect();
        assert_eq!(moments.count(), 8);
        assert_eq!(moments.mean(), Some(5.0));
        let deviation = libm::sqrt(32.0 / 7.0);
        assert!(near(moments.deviation().unwrap(), deviation));
        let interval = moments.interval().unwrap();
        // Student's quantile for 7 degrees of freedom, from a table.
        let half = 2.364_624 * deviation / libm::sqrt(8.0);
        assert!((interval.half_width() - half).abs() < 1e-4 * half);
        assert!(interval.contains(5.0) && !interval.contains(3.0));
    }

    /// Two pairs that happen to agree are no proof: of many means of few values the interval holds the truth in 95 of 100.
    #[test]
    fn intervals_of_few_values_hold_the_mean_as_often_as_they_say() {
        // A sum of twelve uniform values is as good as normal.
        let normal = |of: u32, value: u32| -> f64 {
            let one = |part| crate::sim::lot(5, "interval", &[of, value, part]);
            (0..12).map(one).sum::<f64>() - 6.0
        };
        for count in [2, 5, 10] {
            let holds = |of: &u32| {
                let values = (0..count).map(|value| normal(*of, value));
                let interval = values.collect::<Moments>().interval().unwrap();
                interval.contains(0.0)
            };
            let held = (0..4_000_u32).filter(holds).count() as f64 / 4_000.0;
            assert!((held - 0.95).abs() < 0.015, "{count} values: {held}");
        }
    }

    #[test]
    fn too_few_values_have_no_spread() {
        assert_eq!(Moments::default().mean(), None);
        let one: Moments = [3.0].into_iter().collect();
        assert_eq!(
            (one.mean(), one.deviation(), one.interval()),
            (Some(3.0), None, None)
        );
    }

    #[test]
    fn quantiles_are_those_of_type_7() {
        let values = [4.0, 1.0, 3.0, 2.0];
        let expected = [(0.0, 1.0), (0.25, 1.75), (0.5, 2.5), (0.9, 3.7), (1.0, 4.0)];
        for (share, value) in expected {
            assert!(near(quantile(&values, share).unwrap(), value), "{share}");
        }
        assert_eq!(quantile(&[], 0.5), None);
        assert_eq!(quantile(&[7.0], 0.9), Some(7.0));
    }

    #[test]
    fn what_did_not_happen_stays_in_the_sample() {
        let times = Times::new(90.0, [Some(10.0), None, Some(30.0), Some(20.0), Some(90.0)]);
        assert_eq!((times.count(), times.censored()), (5, 2));
        assert!(near(times.restricted().mean().unwrap(), 48.0));
        assert_eq!(times.quantile(0.5), Some(30.0));
        assert_eq!(
            times.quantile(0.6),
            None,
            "leans on a time that did not happen"
        );
        assert_eq!(times.quantile(0.9), None);
        assert_eq!(Times::new(90.0, []).quantile(0.5), None);
        assert_eq!(
            Times::new(90.0, [None, None]).restricted().mean(),
            Some(90.0)
        );
    }

    #[test]
    fn pairs_cancel_what_they_share() {
        let difference = paired(&[1.0, 50.0, 900.0], &[0.0, 49.0, 899.0]);
        assert_eq!(
            (difference.mean(), difference.deviation()),
            (Some(-1.0), Some(0.0))
        );
        let with = Times::new(90.0, [Some(10.0), Some(20.0)]);
        let without = Times::new(90.0, [Some(20.0), None]);
        assert_eq!(paired_times(&without, &with).mean(), Some(-40.0));
    }

    #[test]
    #[should_panic(expected = "pairs need the same runs")]
    fn unequal_numbers_of_runs_are_no_pairs() {
        paired(&[1.0], &[1.0, 2.0]);
    }

    fn sample() -> impl Strategy<Value = Vec<f64>> {
        prop::collection::vec(-1e6..1e6, 2..60)
    }

    proptest! {
        #[test]
        fn streaming_agrees_with_two_passes(values in sample()) {
            let count = values.len() as f64;
            let mean = values.iter().sum::<f64>() / count;
            let squares: f64 = values.iter().map(|value| (value - mean) * (value - mean)).sum();
            let moments: Moments = values.iter().copied().collect();
            prop_assert!((moments.mean().unwrap() - mean).abs() < 1e-6);
            let deviation = libm::sqrt(squares / (count - 1.0));
            prop_assert!((moments.deviation().unwrap() - deviation).abs() < 1e-5);
            prop_assert!(moments.interval().unwrap().contains(moments.mean().unwrap()));
        }

        #[test]
        fn quantiles_rise_and_stay_among_the_values(values in sample(), a in 0.0..=1.0, b in 0.0..=1.0) {
            let (low, high) = if a <= b { (a, b) } else { (b, a) };
            let (low, high) = (quantile(&values, low).unwrap(), quantile(&values, high).unwrap());
            // Interpolation may miss the ends by a rounding.
            prop_assert!(low <= high + 1e-9);
            let (first, last) = (quantile(&values, 0.0).unwrap(), quantile(&values, 1.0).unwrap());
            prop_assert!(first <= low + 1e-9 && high <= last + 1e-9);
        }

        /// A later horizon may reveal a quantile, never change one that is known.
        #[test]
        fn censoring_hides_and_never_invents(
            values in prop::collection::vec(0.0..200.0, 1..40),
            horizon in 1.0..200.0,
            share in 0.0..=1.0,
        ) {
            let all = Times::new(f64::INFINITY, values.iter().copied().map(Some));
            let cut = Times::new(horizon, values.iter().copied().map(Some));
            if let Some(known) = cut.quantile(share) {
                prop_assert_eq!(Some(known), all.quantile(share));
            }
            let restricted = cut.restricted().mean().unwrap();
            prop_assert!(restricted <= all.restricted().mean().unwrap() + 1e-9);
            prop_assert!(restricted <= horizon + 1e-9);
        }

        #[test]
        fn the_mean_of_differences_is_the_difference_of_means(
            pairs in prop::collection::vec((-1e3..1e3, -1e3..1e3), 2..40)
        ) {
            let (base, changed): (Vec<f64>, Vec<f64>) = pairs.into_iter().unzip();
            let mean = |values: &[f64]| values.iter().copied().collect::<Moments>().mean().unwrap();
            let difference = paired(&base, &changed).mean().unwrap();
            prop_assert!((difference - (mean(&changed) - mean(&base))).abs() < 1e-6);
        }
    }
}
