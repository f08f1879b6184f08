//! Which bots are to be asked in a minute.

/// A set of positions of bots, taken out in their order.
#[derive(Debug, Default)]
pub(super) struct Stirred {
    /// A bit for each, 64 to a word.
    words: Vec<u64>,
}

impl Stirred {
    /// Makes the set of all of so many.
    pub(super) fn all(bots: usize) -> Self {
        let mut all = Self {
            words: vec![0; bots.div_ceil(64)],
        };
        (0..bots).for_each(|position| all.add(position));
        all
    }

    pub(super) fn add(&mut self, position: usize) {
        self.words[position / 64] |= 1 << (position % 64);
    }

    /// Takes out the first position from one on.
    pub(super) fn take_from(&mut self, first: usize) -> Option<usize> {
        let mut at = first / 64;
        let mut word = self.words.get(at)? & (u64::MAX << (first % 64));
        while word == 0 {
            at += 1;
            word = *self.words.get(at)?;
        }
        let bit = word.trailing_zeros() as usize;
        self.words[at] &= !(1 << bit);
        Some(at * 64 + bit)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use proptest::collection::{btree_set, vec};
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn positions_come_out_as_from_an_ordered_set(
            added in btree_set(0..200_usize, 0..60),
            taken_from in vec(0..260_usize, 0..80),
        ) {
            let mut stirred = Stirred::all(200);
            while stirred.take_from(0).is_some() {}
            for position in &added {
                stirred.add(*position);
            }
            let mut ordered: BTreeSet<usize> = added;
            for first in taken_from {
                let expected = ordered.range(first..).next().copied();
                prop_assert_eq!(stirred.take_from(first), expected);
                if let Some(position) = expected {
                    ordered.remove(&position);
                }
            }
        }
    }

    #[test]
    fn all_come_out_in_order() {
        let mut stirred = Stirred::all(65);
        let taken: Vec<usize> = std::iter::from_fn(|| stirred.take_from(0)).collect();
        assert_eq!(taken, (0..65).collect::<Vec<usize>>());
        assert_eq!(Stirred::default().take_from(0), None);
    }
}
