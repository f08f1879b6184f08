//! How differences spread between runs, as counts of equal parts.

use serde::Serialize;

/// About so many parts make a picture that can be read.
const PARTS: f64 = 24.0;

/// Counts of values in parts of equal width.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Distribution {
    /// Lower end of the first part.
    pub from: f64,
    /// Width of a part: 1, 2 or 5 times a power of ten, so that one part ends at zero.
    pub width: f64,
    /// How many runs fall into each; one at the border counts for the upper part.
    pub counts: Vec<u32>,
}

impl Distribution {
    /// Counts values; `None` without any, or if all are the same.
    #[must_use]
    pub fn of(values: &[f64]) -> Option<Self> {
        let low = values.iter().copied().min_by(f64::total_cmp)?;
        let high = values.iter().copied().max_by(f64::total_cmp)?;
        if low >= high {
            return None;
        }
        let width = round_width((high - low) / PARTS);
        let first = libm::floor(low / width);
        let part = |value: f64| libm::floor(value / width) - first;
        let mut counts = Vec::new();
        for value in values {
            // From zero on, since `first` is that of the lowest.
            #[allow(clippy::cast_sign_loss)]
            let at = part(*value) as usize;
            if counts.len() <= at {
                counts.resize(at + 1, 0);
            }
            counts[at] += 1;
        }
        Some(Self {
            from: first * width,
            width,
            counts,
        })
    }
}

/// The next 1, 2 or 5 times a power of ten.
fn round_width(least: f64) -> f64 {
    let power = libm::pow(10.0, libm::floor(libm::log10(least)));
    let steps = [1.0, 2.0, 5.0, 10.0].into_iter();
    let mut widths = steps.map(|step| step * power);
    widths.find(|width| *width >= least).unwrap_or(10.0 * power)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn parts_are_round_and_zero_is_a_border() {
        let of = Distribution::of(&[-110.0, -3.0, 0.0, 49.0]).unwrap();
        assert_eq!((of.from, of.width), (-110.0, 10.0));
        assert_eq!(of.counts.len(), 16);
        assert_eq!((of.counts[0], of.counts[10], of.counts[11]), (1, 1, 1));
        assert_eq!(Distribution::of(&[2.0, 2.0]), None);
        assert_eq!(Distribution::of(&[]), None);
    }

    proptest! {
        #[test]
        fn every_value_is_counted_once(values in prop::collection::vec(-1e6..1e6, 2..80)) {
            if let Some(of) = Distribution::of(&values) {
                prop_assert_eq!(of.counts.iter().sum::<u32>() as usize, values.len());
                prop_assert!(of.counts.len() <= 27 && !of.counts.is_empty());
            }
        }
    }
}
