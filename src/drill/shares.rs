//! Parts of a hundred that add up to a hundred.

/// Rounds counts to parts of a hundred that add up to a hundred (largest remainder); where remainders are the same the
/// part that stands first gets more. Nothing of nothing is 0 everywhere.
#[must_use]
pub fn of_100<const N: usize>(counts: [u32; N]) -> [u32; N] {
    let all: u64 = counts.iter().map(|count| u64::from(*count)).sum();
    if all == 0 {
        return [0; N];
    }
    let exact = counts.map(|count| u64::from(count) * 100);
    // At most a hundred.
    let mut parts = exact.map(|of| (of / all) as u32);
    let left = 100 - parts.iter().sum::<u32>();
    let mut by_remainder: Vec<usize> = (0..N).collect();
    by_remainder.sort_by_key(|at| std::cmp::Reverse(exact[*at] % all));
    for at in by_remainder.into_iter().take(left as usize) {
        parts[at] += 1;
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn halves_do_not_make_a_hundred_and_one() {
        assert_eq!(of_100([175, 25, 0]), [88, 12, 0]);
        assert_eq!(of_100([1, 1, 1]), [34, 33, 33]);
        assert_eq!(of_100([0, 0, 0]), [0, 0, 0]);
    }

    proptest! {
        #[test]
        fn parts_add_up_and_are_next_to_the_exact_ones(counts: [u32; 3]) {
            let parts = of_100(counts);
            let all: u64 = counts.iter().map(|count| u64::from(*count)).sum();
            prop_assume!(all > 0);
            prop_assert_eq!(parts.iter().sum::<u32>(), 100);
            for (count, part) in counts.into_iter().zip(parts) {
                let exact = f64::from(count) * 100.0 / all as f64;
                prop_assert!((f64::from(part) - exact).abs() < 1.0, "{} {}", part, exact);
            }
        }
    }
}
