//! Which services are below their emergency level.

use core::ops::Range;

/// A set of services, by id: whoever looks at those that are down looks at no others.
#[derive(Debug, Clone, Default)]
pub(crate) struct Below {
    /// A bit for each service, 64 to a word.
    words: Vec<u64>,
}

impl Below {
    /// Makes the empty set, for so many services.
    pub(super) fn none(services: usize) -> Self {
        Self {
            words: vec![0; services.div_ceil(64)],
        }
    }

    /// Puts a service in or takes it out.
    pub(super) fn put(&mut self, service: u32, is_below: bool) {
        let (word, bit) = (&mut self.words[service as usize / 64], 1 << (service % 64));
        if is_below {
            *word |= bit;
        } else {
            *word &= !bit;
        }
    }

    /// Returns those of a range that are in, in id order.
    pub(crate) fn among(&self, range: Range<u32>) -> impl Iterator<Item = u32> + use<'_> {
        let Range { mut start, end } = range;
        core::iter::from_fn(move || {
            while start < end {
                let rest = self.words[start as usize / 64] >> (start % 64);
                if rest == 0 {
                    start = (start / 64 + 1) * 64;
                    continue;
                }
                let found = start + rest.trailing_zeros();
                start = found + 1;
                return (found < end).then_some(found);
            }
            None
        })
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use proptest::collection::vec;
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn a_range_has_what_an_ordered_set_has(
            put in vec((0..200_u32, any::<bool>()), 0..80),
            bounds in (0..200_u32, 0..200_u32),
        ) {
            let mut below = Below::none(200);
            let mut ordered = BTreeSet::new();
            for (service, is_below) in put {
                below.put(service, is_below);
                if is_below {
                    ordered.insert(service);
                } else {
                    ordered.remove(&service);
                }
            }
            let range = bounds.0.min(bounds.1)..bounds.0.max(bounds.1);
            let found: Vec<u32> = below.among(range.clone()).collect();
            let expected: Vec<u32> = ordered.range(range).copied().collect();
            prop_assert_eq!(found, expected);
        }
    }
}
