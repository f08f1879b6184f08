//! Tagebuch: the lines of the list. What comes in many at one time stands as one line with the newest of it, which opens.

use std::collections::BTreeSet;

use crate::view::LogEntry;
use crate::vocab::DAY;

/// So many of one kind stand as one line.
const MANY: usize = 3;
/// Entries of one kind that are farther apart than so many minutes are of different times.
const APART: u32 = DAY;

/// An entry with its position in the whole log.
pub(in crate::tui) type Placed<'v> = (usize, &'v LogEntry);

/// A line of the list.
#[derive(Debug)]
pub(in crate::tui) struct LogRow<'v> {
    /// Position of the entry in the whole log; of many, of the newest.
    pub at: usize,
    /// The entry itself, or the newest of many.
    pub entry: &'v LogEntry,
    /// The others that stand in this line, newest first.
    pub more: Vec<Placed<'v>>,
    /// Of which many it is one: the position of their oldest, which stays as more come, and how many they are.
    pub of_many: Option<(usize, usize)>,
}

impl<'v> LogRow<'v> {
    /// Returns all entries of the line.
    pub fn all(&self) -> impl Iterator<Item = Placed<'v>> + '_ {
        core::iter::once((self.at, self.entry)).chain(self.more.iter().copied())
    }
}

/// Makes the lines of entries, newest first. Those of `opened` stand one by one.
pub(super) fn rows<'v>(entries: &[Placed<'v>], opened: &BTreeSet<usize>) -> Vec<LogRow<'v>> {
    let groups = groups(entries);
    let mut rows: Vec<LogRow<'v>> = Vec::with_capacity(entries.len());
    // Where the line of each group stands.
    let mut heads: Vec<Option<usize>> = vec![None; groups.len()];
    let mut group_of = vec![None; entries.len()];
    for (number, members) in groups.iter().enumerate() {
        for member in members {
            group_of[*member] = Some(number);
        }
    }
    for (index, (at, entry)) in entries.iter().enumerate() {
        let of_many = group_of[index].and_then(|number: usize| {
            let oldest = groups[number].last()?;
            Some((number, (entries[*oldest].0, groups[number].len())))
        });
        if let Some((number, (oldest, _))) = of_many
            && !opened.contains(&oldest)
        {
            if let Some(head) = heads[number] {
                rows[head].more.push((*at, *entry));
                continue;
            }
            heads[number] = Some(rows.len());
        }
        rows.push(LogRow {
            at: *at,
            entry,
            more: Vec::new(),
            of_many: of_many.map(|(_, many)| many),
        });
    }
    rows
}

/// Finds entries of one kind that follow each other within a day, as indices, newest first.
fn groups(entries: &[Placed<'_>]) -> Vec<Vec<usize>> {
    let mut groups: Vec<(&str, Vec<usize>)> = Vec::new();
    for (index, (_, entry)) in entries.iter().enumerate() {
        let Some(kind) = entry.many() else { continue };
        let is_near = |members: &[usize]| {
            let last = members.last().map(|last| entries[*last].1.at.at);
            last.is_some_and(|last| last.since(entry.at.at) <= APART)
        };
        // The newest of its kind that was begun: older ones have ended.
        let mut begun = groups.iter_mut().rev();
        match begun.find(|(of, _)| *of == kind) {
            Some((_, members)) if is_near(members) => members.push(index),
            _ => groups.push((kind, vec![index])),
        }
    }
    let of_many = groups.into_iter().map(|(_, members)| members);
    of_many.filter(|members| members.len() >= MANY).collect()
}
