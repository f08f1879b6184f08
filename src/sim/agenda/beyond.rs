//! What lies too far ahead for the wheel.

use std::collections::BTreeMap;

/// Minutes of a page.
pub(super) const PAGE: u32 = 1 << 10;

/// An entry that waits: its minute, id, and kind and tag.
pub(super) type Far = (u32, u32, u32);

/// Entries far ahead, on pages that go onto the wheel as a whole: within a page they stay in the order of entering.
#[derive(Debug, Clone, Default)]
pub(super) struct Beyond {
    pages: BTreeMap<u32, Vec<Far>>,
    entries: usize,
}

impl Beyond {
    /// Enters one.
    pub(super) fn push(&mut self, entry: Far) {
        self.pages.entry(entry.0 / PAGE).or_default().push(entry);
        self.entries += 1;
    }

    /// Returns how many there are.
    pub(super) fn len(&self) -> usize {
        self.entries
    }

    /// Returns the minute of the first.
    pub(super) fn first(&self) -> Option<u32> {
        let (_, page) = self.pages.first_key_value()?;
        page.iter().map(|(minute, ..)| *minute).min()
    }

    /// Takes the first page, if it lies before a minute at which a page begins.
    pub(super) fn take_page(&mut self, before: u32) -> Option<Vec<Far>> {
        let first = self.pages.first_entry()?;
        // The last page of all has no minute behind it.
        if *first.key() >= before.div_ceil(PAGE) {
            return None;
        }
        let page = first.remove();
        self.entries -= page.len();
        Some(page)
    }

    /// Returns all of them, by minute and then in the order of entering.
    pub(super) fn in_order(&self) -> Vec<Far> {
        let mut all: Vec<Far> = self.pages.values().flatten().copied().collect();
        all.sort_by_key(|(minute, ..)| *minute);
        all
    }

    /// Forgets everything.
    pub(super) fn clear(&mut self) {
        self.pages.clear();
        self.entries = 0;
    }
}
