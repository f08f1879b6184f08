//! The agenda: what will happen, in the order (minute, sequence).
//!
//! A 4-ary heap of packed 16-byte entries; equal minutes keep the order in which
//! they were entered, so that the course of a run has one order and no other.

use crate::vocab::SimTime;

/// One thing that will happen: what kind, to which dense id, and a tag that tells a
/// happening which is no longer meant (an older epoch) from the current one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Happening {
    pub(crate) kind: HappeningKind,
    pub(crate) id: u32,
    pub(crate) tag: u32,
}

macro_rules! happening_kinds {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {
        /// The kinds of happening; each has one plain handler.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        #[repr(u8)]
        pub(crate) enum HappeningKind { $($(#[$doc])* $name),+ }

        impl HappeningKind {
            const ALL: &'static [Self] = &[$(Self::$name),+];
        }
    };
}

happening_kinds!(
    /// The actor passes along a plain link (id: link, tag: occurrence of the source).
    Attempt,
    /// The actor passes along a gated link (id: gated link, tag: epoch).
    GatedAttempt,
    /// A compromised system is contained by itself (id: system, tag: occurrence).
    Contained,
    /// A crew has repaired a system (id: system).
    CrewRepaired,
    /// The attack begins.
    Entry,
    /// A phase of the attack begins (id: position).
    PhaseBegins,
    /// The provider notices the attack (id: phase).
    Detected,
    /// A compromised system is encrypted (id: system, tag: occurrence).
    Encrypted,
    /// An ordered containment takes effect (id: administration, tag: option).
    ContainmentEffective,
    /// A message at a fixed moment (id: notice).
    NoticeArrives,
    /// The crisis staff meets (id: administration).
    CrisisStaffMeets,
    /// A workaround is set up (id: administration, tag: which).
    SetUpDone,
    /// A work order is done (id: order, tag: epoch).
    OrderDone,
    /// A waiting time of a work order is over (id: order).
    OrderDelayOver,
    /// A request for aid takes its next step (id: request, tag: epoch).
    AidStep,
    /// A payment file is due at the bank (id: service, tag: number of the run).
    PayRun,
    /// A paper desk loses strength (id: service, tag: epoch).
    PaperWeakens,
    /// A backlog is worked off (id: service, tag: epoch).
    BacklogCleared,
    /// A service level must be looked at again (opening after a change while closed; id: service).
    ServiceOpens,
    /// The level clock of a deadline (id: service, tag: epoch).
    DeadlinePasses,
    /// A decision is due (id: decision, tag: epoch).
    DecisionDue,
);

const TAG_BITS: u32 = 24;
const TAG_MASK: u32 = (1 << TAG_BITS) - 1;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Entry {
    /// Minute in the upper, sequence in the lower half.
    order: u64,
    /// Id in the upper half, kind and tag in the lower.
    what: u64,
}

impl Entry {
    const fn at(self) -> SimTime {
        SimTime((self.order >> 32) as u32)
    }

    const fn happening(self) -> Happening {
        Happening {
            kind: HappeningKind::ALL[((self.what >> TAG_BITS) & 0xFF) as usize],
            id: (self.what >> 32) as u32,
            tag: (self.what as u32) & TAG_MASK,
        }
    }
}

/// The agenda of one run.
#[derive(Debug, Clone, Default)]
pub(crate) struct Agenda {
    heap: Vec<Entry>,
    sequence: u32,
}

impl Agenda {
    /// Enters something that happens at `at`; at [`SimTime::NEVER`] it is dropped.
    pub(crate) fn push(&mut self, at: SimTime, kind: HappeningKind, id: u32, tag: u32) {
        if at == SimTime::NEVER {
            return;
        }
        debug_assert!(tag <= TAG_MASK, "a tag has 24 bits");
        let entry = Entry {
            order: (u64::from(at.0) << 32) | u64::from(self.sequence),
            what: (u64::from(id) << 32) | ((kind as u64) << TAG_BITS) | u64::from(tag & TAG_MASK),
        };
        self.sequence += 1;
        let mut hole = self.heap.len();
        self.heap.push(entry);
        while hole > 0 {
            let parent = (hole - 1) / 4;
            if self.heap[parent].order <= entry.order {
                break;
            }
            self.heap[hole] = self.heap[parent];
            hole = parent;
        }
        self.heap[hole] = entry;
    }

    /// Returns when the next thing happens.
    pub(crate) fn next_at(&self) -> Option<SimTime> {
        self.heap.first().map(|entry| entry.at())
    }

    /// Takes out the next happening if it is due by `limit`.
    pub(crate) fn pop_until(&mut self, limit: SimTime) -> Option<(SimTime, Happening)> {
        let first = *self.heap.first()?;
        if first.at() > limit {
            return None;
        }
        let last = self.heap.pop()?;
        let len = self.heap.len();
        if len > 0 {
            self.sift_down(last, len);
        }
        Some((first.at(), first.happening()))
    }

    fn sift_down(&mut self, entry: Entry, len: usize) {
        let heap = &mut self.heap[..len];
        let mut hole = 0;
        loop {
            let first = 4 * hole + 1;
            if first >= len {
                break;
            }
            let last = (first + 4).min(len);
            let mut least = first;
            let mut least_order = heap[first].order;
            for (offset, child) in heap[first + 1..last].iter().enumerate() {
                if child.order < least_order {
                    least = first + 1 + offset;
                    least_order = child.order;
                }
            }
            if entry.order <= least_order {
                break;
            }
            heap[hole] = heap[least];
            hole = least;
        }
        heap[hole] = entry;
    }

    /// Forgets everything.
    pub(crate) fn clear(&mut self) {
        self.heap.clear();
        self.sequence = 0;
    }

    /// Returns all entries in order, as (order, content) words for the fingerprint.
    pub(crate) fn sorted_words(&self) -> Vec<(u64, u64)> {
        let mut words: Vec<_> = self.heap.iter().map(|e| (e.order, e.what)).collect();
        words.sort_unstable();
        words
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn happenings_come_by_minute_then_in_the_order_entered(
            minutes in proptest::collection::vec(0_u32..50, 0..300),
        ) {
            let mut agenda = Agenda::default();
            for (id, minute) in (0..).zip(&minutes) {
                agenda.push(SimTime(*minute), HappeningKind::Attempt, id, id % 7);
            }
            let mut expected: Vec<(u32, u32)> = (0..).zip(&minutes).map(|(id, m)| (*m, id)).collect();
            expected.sort_unstable();
            let mut got = Vec::new();
            while let Some((at, happening)) = agenda.pop_until(SimTime(60)) {
                prop_assert_eq!(happening.tag, happening.id % 7);
                got.push((at.0, happening.id));
            }
            prop_assert_eq!(got, expected);
        }
    }

    #[test]
    fn what_lies_beyond_the_limit_stays() {
        let mut agenda = Agenda::default();
        agenda.push(SimTime(10), HappeningKind::DecisionDue, u32::MAX, TAG_MASK);
        assert_eq!(agenda.pop_until(SimTime(9)), None);
        let (at, happening) = agenda.pop_until(SimTime(10)).unwrap();
        assert_eq!(at, SimTime(10));
        assert_eq!(
            happening,
            Happening { kind: HappeningKind::DecisionDue, id: u32::MAX, tag: TAG_MASK }
        );
        assert_eq!(agenda.next_at(), None);
    }

    #[test]
    fn never_is_not_entered() {
        let mut agenda = Agenda::default();
        agenda.push(SimTime::NEVER, HappeningKind::Entry, 0, 0);
        assert_eq!(agenda.next_at(), None);
    }
}
