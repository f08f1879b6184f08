//! Lists of lists in two flat tables (compressed sparse rows).

/// For each of n rows a list of items, stored one after another.
#[derive(Debug, Clone, Default)]
pub(crate) struct Csr<T> {
    starts: Vec<u32>,
    items: Vec<T>,
}

impl<T: Copy> Csr<T> {
    /// Sorts (row, item) pairs into rows; the order within a row is the order given.
    pub(crate) fn from_pairs(rows: usize, pairs: &[(u32, T)]) -> Self {
        let mut starts = vec![0_u32; rows + 1];
        for (row, _) in pairs {
            starts[*row as usize + 1] += 1;
        }
        for row in 0..rows {
            starts[row + 1] += starts[row];
        }
        let mut next = starts.clone();
        let mut items: Vec<T> = Vec::new();
        if let Some((_, first)) = pairs.first() {
            items.resize(pairs.len(), *first);
        }
        for (row, item) in pairs {
            let slot = &mut next[*row as usize];
            items[*slot as usize] = *item;
            *slot += 1;
        }
        Self { starts, items }
    }

    /// Returns the items of a row.
    #[inline]
    pub(crate) fn row(&self, row: u32) -> &[T] {
        let row = row as usize;
        &self.items[self.starts[row] as usize..self.starts[row + 1] as usize]
    }

    /// Returns the positions of a row's items in the flat table.
    #[inline]
    pub(crate) fn range(&self, row: u32) -> core::ops::Range<u32> {
        let row = row as usize;
        self.starts[row]..self.starts[row + 1]
    }

    /// Returns all items in row order.
    pub(crate) fn items(&self) -> &[T] {
        &self.items
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_keep_their_order() {
        let csr = Csr::from_pairs(4, &[(2, 'a'), (0, 'b'), (2, 'c'), (3, 'd')]);
        assert_eq!(csr.row(0), ['b']);
        assert!(csr.row(1).is_empty());
        assert_eq!(csr.row(2), ['a', 'c']);
        assert_eq!(csr.range(3), 3..4);
        assert_eq!(csr.items(), ['b', 'a', 'c', 'd']);
    }
}
