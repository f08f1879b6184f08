//! Many comparisons at once: which of them hold together.
//!
//! Of sixty differences that are none, three lie outside their interval of 95 % by luck alone. Holm's procedure keeps the
//! chance that even one of all is called a difference and is none at 5 %, however they hang together (S. Holm, *A simple
//! sequentially rejective multiple test procedure*, Scandinavian Journal of Statistics 6, 1979). Places of one attack hang
//! together much, so a procedure that asks for independence (Benjamini and Hochberg) will not do; and it keeps a share of
//! false ones small, while somebody stands behind each of these.

/// The chance that even one is false.
const LEVEL: f64 = 0.05;

/// Tells which differences hold, by how probable each is if there is none.
pub(super) fn hold_together(by_luck: &[f64]) -> Vec<bool> {
    let mut order: Vec<usize> = (0..by_luck.len()).collect();
    order.sort_by(|a, b| by_luck[*a].total_cmp(&by_luck[*b]));
    let mut hold = vec![false; by_luck.len()];
    for (rank, at) in order.into_iter().enumerate() {
        if by_luck[at] > LEVEL / (by_luck.len() - rank) as f64 {
            break;
        }
        hold[at] = true;
    }
    hold
}

#[cfg(test)]
mod tests {
    use super::super::stats::{Moments, by_luck};
    use super::*;
    use crate::sim::lot;

    /// The example of four tests that textbooks have.
    #[test]
    fn the_least_probable_is_held_against_the_narrowest_bound() {
        assert_eq!(
            hold_together(&[0.01, 0.04, 0.03, 0.005]),
            [true, false, false, true]
        );
        assert_eq!(hold_together(&[0.05]), [true]);
        // The first that fails ends it, though the next would pass its own bound.
        assert_eq!(hold_together(&[0.026, 0.03]), [false, false]);
        assert!(hold_together(&[]).is_empty());
    }

    /// Sixty places where nothing differs, a thousand times: in 5 of 100 at most one is named; at 95 % each in 95.
    #[test]
    fn of_sixty_differences_that_are_none_hardly_ever_one_is_named() {
        let (mut named, mut named_alone) = (0, 0);
        for of in 0..1_000_u32 {
            let place = |place: u32| {
                // A sum of twelve uniform values is as good as normal.
                let value = |run: u32| -> f64 {
                    let lots = (0..12).map(|part| lot(7, "holm", &[of, place, run, part]));
                    lots.sum::<f64>() - 6.0
                };
                let moments: Moments = (0..10).map(value).collect();
                let t = moments.mean().unwrap() / moments.standard_error().unwrap();
                by_luck(t, moments.count() - 1)
            };
            let places: Vec<f64> = (0..60).map(place).collect();
            named += u32::from(hold_together(&places).contains(&true));
            named_alone += u32::from(places.iter().any(|of| *of < LEVEL));
        }
        assert!((20..80).contains(&named), "{named}");
        assert!(named_alone > 900, "{named_alone}");
    }
}
