//! A set of positions in a list.

use core::ops::Range;

/// A set of positions, looked through in their order: whoever looks at the few that are in looks at no others.
#[derive(Debug, Clone, Default)]
pub struct Positions {
    /// A bit for each, 64 to a word.
    words: Vec<u64>,
}

impl Positions {
    /// Makes the empty set, for so many positions.
    #[must_use]
    pub fn none(of: usize) -> Self {
        Self {
            words: vec![0; of.div_ceil(64)],
        }
    }

    /// Makes the set of all of so many.
    #[must_use]
    pub fn all(of: usize) -> Self {
        let mut all = Self::none(of);
        (0..of).for_each(|position| all.put(position, true));
        all
    }

    /// Makes it the empty set again, for so many positions.
    pub fn empty(&mut self, of: usize) {
        self.words.clear();
        self.words.resize(of.div_ceil(64), 0);
    }

    /// Whether it is for no positions at all.
    #[must_use]
    pub fn is_for_none(&self) -> bool {
        self.words.is_empty()
    }

    /// Whether a position is in.
    #[must_use]
    pub fn has(&self, position: usize) -> bool {
        self.words[position / 64] & (1 << (position % 64)) != 0
    }

    /// Puts a position in or takes it out.
    pub fn put(&mut self, position: usize, is_in: bool) {
        let (word, bit) = (&mut self.words[position / 64], 1 << (position % 64));
        if is_in {
            *word |= bit;
        } else {
            *word &= !bit;
        }
    }

    /// Takes out the first that is in, from one on.
    pub fn take_from(&mut self, position: usize) -> Option<usize> {
        let found = self.first_of(position..usize::MAX)?;
        self.put(found, false);
        Some(found)
    }

    /// Puts all of another set for as many positions in.
    pub fn put_all_of(&mut self, other: &Self) {
        for (word, others) in self.words.iter_mut().zip(&other.words) {
            *word |= others;
        }
    }

    /// Returns those of the first so many that are not in, in their order.
    pub fn missing(&self, of: usize) -> impl Iterator<Item = usize> + use<'_> {
        let words = self.words.iter().enumerate();
        let missing = words.flat_map(|(at, word)| ones(!word).map(move |bit| at * 64 + bit));
        missing.take_while(move |position| *position < of)
    }

    /// Returns those of a range that are in, in their order. Looks at no word beyond the range.
    pub fn among(&self, range: Range<usize>) -> impl Iterator<Item = usize> + use<'_> {
        let Range { mut start, end } = range;
        core::iter::from_fn(move || {
            let found = self.first_of(start..end)?;
            start = found + 1;
            Some(found)
        })
    }

    fn first_of(&self, range: Range<usize>) -> Option<usize> {
        let (first, end) = (range.start / 64, range.end.div_ceil(64));
        let words = self.words.get(first..end.min(self.words.len()))?;
        let mut rest = u64::MAX << (range.start % 64);
        for (word, at) in words.iter().zip(first..) {
            let bits = word & rest;
            if bits != 0 {
                let found = at * 64 + bits.trailing_zeros() as usize;
                return (found < range.end).then_some(found);
            }
            rest = u64::MAX;
        }
        None
    }
}

/// Returns the numbers of the bits that are set in a word, the lowest first.
pub fn ones(mut word: u64) -> impl Iterator<Item = usize> {
    core::iter::from_fn(move || {
        let lowest = (word != 0).then(|| word.trailing_zeros() as usize)?;
        word &= word - 1;
        Some(lowest)
    })
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
            let mut positions = Positions::all(200);
            while positions.take_from(0).is_some() {}
            for position in &added {
                positions.put(*position, true);
            }
            let mut ordered: BTreeSet<usize> = added;
            for first in taken_from {
                let expected = ordered.range(first..).next().copied();
                prop_assert_eq!(positions.take_from(first), expected);
                if let Some(position) = expected {
                    ordered.remove(&position);
                }
            }
        }

        #[test]
        fn a_range_has_what_an_ordered_set_has(
            put in vec((0..200_usize, any::<bool>()), 0..80),
            bounds in (0..200_usize, 0..200_usize),
        ) {
            let mut positions = Positions::all(70);
            positions.empty(200);
            let mut ordered = BTreeSet::new();
            for (position, is_in) in put {
                positions.put(position, is_in);
                if is_in {
                    ordered.insert(position);
                } else {
                    ordered.remove(&position);
                }
            }
            for position in 0..200 {
                prop_assert_eq!(positions.has(position), ordered.contains(&position));
            }
            let range = bounds.0.min(bounds.1)..bounds.0.max(bounds.1);
            let found: Vec<usize> = positions.among(range.clone()).collect();
            let expected: Vec<usize> = ordered.range(range).copied().collect();
            prop_assert_eq!(found, expected);
        }
    }

    proptest! {
        #[test]
        fn what_is_missing_of_two_sets_is_in_neither(
            one in btree_set(0..130_usize, 0..130),
            other in btree_set(0..130_usize, 0..130),
        ) {
            let set_of = |members: &BTreeSet<usize>| {
                let mut set = Positions::none(130);
                for position in members {
                    set.put(*position, true);
                }
                set
            };
            let mut both = set_of(&one);
            both.put_all_of(&set_of(&other));
            let is_missing = |position: &usize| !one.contains(position) && !other.contains(position);
            let expected: Vec<usize> = (0..130).filter(is_missing).collect();
            prop_assert_eq!(both.missing(130).collect::<Vec<usize>>(), expected);
        }
    }

    #[test]
    fn all_come_out_in_order() {
        let mut positions = Positions::all(65);
        let taken: Vec<usize> = std::iter::from_fn(|| positions.take_from(0)).collect();
        assert_eq!(taken, (0..65).collect::<Vec<usize>>());
        assert_eq!(Positions::default().take_from(0), None);
    }
}
