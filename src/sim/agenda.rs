//! The agenda: what will happen, in the order (minute, sequence).
//!
//! A timing wheel with one ring of entries per minute and bits that tell which minutes are in
//! use; entries of one minute keep the order in which they were entered, so that the course
//! of a run has one order and no other.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

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
            /// Returns the kind with this number; the agenda holds only numbers of kinds.
            const fn numbered(number: u8) -> Self {
                $(if number == Self::$name as u8 {
                    return Self::$name;
                })+
                unreachable!()
            }
        }
    };
}

happening_kinds!(
    /// The actor passes along a plain link inside an administration (id: target, tag: link and occurrence).
    InsideAttempt,
    /// The actor passes along a plain link to another administration (id: link, tag: occurrence of the source).
    OutsideAttempt,
    /// The actor passes along a gated link (id: gated link, tag: epoch).
    GatedAttempt,
    /// A compromised system is contained by itself (id: system, tag: occurrence).
    Contained,
    /// A crew has repaired a system (id: system, tag: administration of the crew).
    CrewRepaired,
    /// The attack begins.
    Entry,
    /// A phase of the attack begins (id: position).
    PhaseBegins,
    /// An administration notices the actor in its own house (id: administration).
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
    /// A waiting time of a work order is over (id: order, tag: before or after the work).
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
    /// A decision is due (id: decision, tag: epoch).
    DecisionDue,
    /// The provider admits clean devices of a customer (id: administration).
    DevicesAdmitted,
);

const TAG_BITS: u32 = 24;
const TAG_MASK: u32 = (1 << TAG_BITS) - 1;

/// Minutes round the wheel, about 45 days; what lies further ahead waits beside it.
const WHEEL: u32 = 1 << 16;
const WORDS: usize = (WHEEL / 64) as usize;
/// Groups of 64 words.
const GROUPS: usize = WORDS / 64;
/// How far ahead of the present minute an entry goes onto the wheel: never round into the word of
/// the present minute.
const REACH: u32 = WHEEL - 64;

/// The end of a list of entries.
const NIL: u32 = u32::MAX;

/// Kind and tag in one word.
const fn pack(kind: HappeningKind, tag: u32) -> u32 {
    ((kind as u32) << TAG_BITS) | (tag & TAG_MASK)
}

#[derive(Debug, Clone, Copy)]
struct Entry {
    id: u32,
    /// Kind and tag.
    what: u32,
    /// The next entry of the same minute; the last one points to the first. Of a free entry, the next free one.
    next: u32,
}

impl Entry {
    #[inline]
    const fn happening(self) -> Happening {
        Happening {
            kind: HappeningKind::numbered((self.what >> TAG_BITS) as u8),
            id: self.id,
            tag: self.what & TAG_MASK,
        }
    }

    const fn word(self) -> u64 {
        ((self.id as u64) << 32) | self.what as u64
    }
}

/// What is left of the happenings of a minute that was taken off the wheel.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Ring {
    /// The next entry, or [`NIL`] behind the last.
    next: u32,
    last: u32,
}

/// The agenda of one run.
#[derive(Debug, Clone)]
pub(crate) struct Agenda {
    /// Last entry of each minute's ring, valid where `used` has its bit.
    lasts: Vec<u32>,
    used: Vec<u64>,
    used_words: [u64; GROUPS],
    entries: Vec<Entry>,
    /// First entry that was taken out and can be used again.
    free: u32,
    /// What lies beyond the wheel: (minute, sequence) and content.
    beyond: BinaryHeap<Reverse<(u64, u64)>>,
    sequence: u32,
    /// The minute of the last happening taken out; the wheel reaches from here.
    now: u32,
}

impl Default for Agenda {
    /// Makes a placeholder, without room for anything.
    fn default() -> Self {
        Self {
            lasts: Vec::new(),
            used: Vec::new(),
            used_words: [0; GROUPS],
            entries: Vec::new(),
            free: NIL,
            beyond: BinaryHeap::new(),
            sequence: 0,
            now: 0,
        }
    }
}

impl Agenda {
    /// Makes room for the wheel.
    pub(crate) fn new() -> Self {
        Self {
            lasts: vec![0; WHEEL as usize],
            used: vec![0; WORDS],
            ..Self::default()
        }
    }

    /// Enters something that happens at `at`, not before the last minute taken out; at
    /// [`SimTime::NEVER`] it is dropped.
    #[inline]
    pub(crate) fn push(&mut self, at: SimTime, kind: HappeningKind, id: u32, tag: u32) {
        debug_assert!(tag <= TAG_MASK, "a tag has 24 bits");
        debug_assert!(at.0 >= self.now, "nothing is entered into the past");
        let what = pack(kind, tag);
        if at.0 - self.now < REACH {
            self.put(at.0, id, what);
        } else if at != SimTime::NEVER {
            self.put_beyond(at, id, what);
        }
    }

    #[cold]
    fn put_beyond(&mut self, at: SimTime, id: u32, what: u32) {
        let order = (u64::from(at.0) << 32) | u64::from(self.sequence);
        self.sequence += 1;
        let content = (u64::from(id) << 32) | u64::from(what);
        self.beyond.push(Reverse((order, content)));
    }

    /// Puts an entry at the end of its minute's ring.
    #[inline]
    fn put(&mut self, minute: u32, id: u32, what: u32) {
        let slot = (minute % WHEEL) as usize;
        let (word, bit) = (slot / 64, 1_u64 << (slot % 64));
        let mut entry = self.free;
        if entry == NIL {
            entry = self.entries.len() as u32;
            self.entries.push(Entry {
                id,
                what,
                next: NIL,
            });
        } else {
            self.free = self.entries[entry as usize].next;
        }
        let used = self.used[word];
        let first = if used & bit == 0 {
            self.used[word] = used | bit;
            self.used_words[word / 64 % GROUPS] |= 1 << (word % 64);
            entry
        } else {
            let last = &mut self.entries[self.lasts[slot] as usize];
            core::mem::replace(&mut last.next, entry)
        };
        self.entries[entry as usize] = Entry {
            id,
            what,
            next: first,
        };
        self.lasts[slot] = entry;
    }

    /// Returns when the next thing happens.
    #[inline]
    pub(crate) fn next_at(&self) -> Option<SimTime> {
        self.next_on_wheel()
            .or_else(|| {
                self.beyond
                    .peek()
                    .map(|Reverse((order, _))| (order >> 32) as u32)
            })
            .map(SimTime)
    }

    /// Finds the first minute in use from `now` on, once round the wheel.
    ///
    /// Bits of minutes gone by are clear and the reach ends before the word of `now`, so the
    /// lowest bit of the next word in use is the one.
    #[inline]
    fn next_on_wheel(&self) -> Option<u32> {
        let start = self.now % WHEEL;
        let mut group = (start / 64 / 64) as usize;
        let mut words = self.used_words[group] & (!0 << (start / 64 % 64));
        if words == 0 {
            group = self.next_group(group)?;
            words = self.used_words[group];
        }
        let word = group * 64 + words.trailing_zeros() as usize;
        let slot = word as u32 * 64 + self.used[word % WORDS].trailing_zeros();
        Some(self.now + (slot.wrapping_sub(start) % WHEEL))
    }

    /// Finds the next group of words in use after `group`, round the wheel to `group` itself.
    #[inline(never)]
    fn next_group(&self, group: usize) -> Option<usize> {
        (1..=GROUPS)
            .map(|step| (group + step) % GROUPS)
            .find(|group| self.used_words[*group] != 0)
    }

    /// Whether more was entered for the minute that was taken out last.
    pub(crate) fn has_more_now(&self) -> bool {
        let slot = (self.now % WHEEL) as usize;
        self.used[slot / 64] & (1 << (slot % 64)) != 0
    }

    /// Takes the ring of the next minute in use off the wheel, if it is due by `limit`; it is to
    /// be emptied. What is entered for this minute from now on makes a new ring, which comes next.
    #[inline]
    pub(crate) fn take_ring(&mut self, limit: SimTime) -> Option<(SimTime, Ring)> {
        let minute = self.next_at()?.0;
        if minute > limit.0 {
            return None;
        }
        if minute != self.now {
            self.now = minute;
            if !self.beyond.is_empty() {
                self.draw_near();
            }
        }
        let slot = (minute % WHEEL) as usize;
        let word = slot / 64;
        let rest = self.used[word] & !(1 << (slot % 64));
        self.used[word] = rest;
        self.used_words[word / 64 % GROUPS] &= !(u64::from(rest == 0) << (word % 64));
        let last = self.lasts[slot];
        let next = self.entries[last as usize].next;
        Some((SimTime(minute), Ring { next, last }))
    }

    /// Takes the next happening out of a ring.
    #[inline]
    pub(crate) fn take_from(&mut self, ring: &mut Ring) -> Option<Happening> {
        let at = ring.next;
        if at == NIL {
            return None;
        }
        let entry = &mut self.entries[at as usize];
        let happening = entry.happening();
        ring.next = if at == ring.last { NIL } else { entry.next };
        entry.next = self.free;
        self.free = at;
        Some(happening)
    }

    /// Moves onto the wheel what it now reaches. This comes before anything can be entered for
    /// those minutes directly, so the order within a minute stays the order of entering.
    #[cold]
    fn draw_near(&mut self) {
        while let Some(Reverse((order, content))) = self.beyond.peek().copied() {
            let minute = (order >> 32) as u32;
            if minute - self.now >= REACH {
                break;
            }
            self.beyond.pop();
            self.put(minute, (content >> 32) as u32, content as u32);
        }
    }

    /// Forgets everything.
    pub(crate) fn clear(&mut self) {
        self.used.fill(0);
        self.used_words.fill(0);
        self.entries.clear();
        self.free = NIL;
        self.beyond.clear();
        self.sequence = 0;
        self.now = 0;
    }

    /// Returns all entries in order as words for the fingerprint: minute, then content.
    pub(crate) fn words_in_order(&self) -> Vec<(u32, u64)> {
        let mut words = Vec::new();
        for ahead in 0..REACH.min(u32::MAX - self.now) {
            let minute = self.now + ahead;
            let slot = (minute % WHEEL) as usize;
            if self.used[slot / 64] & (1 << (slot % 64)) != 0 {
                let last = self.lasts[slot];
                self.add_ring(minute, self.entries[last as usize].next, last, &mut words);
            }
        }
        let mut beyond: Vec<_> = self.beyond.iter().map(|Reverse(entry)| *entry).collect();
        beyond.sort_unstable();
        words.extend(
            beyond
                .iter()
                .map(|(order, what)| ((order >> 32) as u32, *what)),
        );
        words
    }

    fn add_ring(&self, minute: u32, first: u32, last: u32, words: &mut Vec<(u32, u64)>) {
        let mut entry = first;
        loop {
            words.push((minute, self.entries[entry as usize].word()));
            if entry == last {
                break;
            }
            entry = self.entries[entry as usize].next;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn happenings_come_by_minute_then_in_the_order_entered(
            minutes in proptest::collection::vec(prop_oneof![0_u32..50, 0_u32..200_000], 0..300),
        ) {
            let mut agenda = Agenda::new();
            for (id, minute) in (0..).zip(&minutes) {
                agenda.push(SimTime(*minute), HappeningKind::InsideAttempt, id, id % 7);
            }
            let mut expected: Vec<(u32, u32)> = (0..).zip(&minutes).map(|(id, m)| (*m, id)).collect();
            expected.sort_unstable();
            let mut got = Vec::new();
            while let Some((at, mut ring)) = agenda.take_ring(SimTime(200_000)) {
                while let Some(happening) = agenda.take_from(&mut ring) {
                    prop_assert_eq!(happening.tag, happening.id % 7);
                    got.push((at.0, happening.id));
                }
            }
            prop_assert_eq!(got, expected);
        }
    }

    proptest! {
        #[test]
        fn what_follows_from_a_happening_comes_in_its_place(
            delays in proptest::collection::vec(prop_oneof![0_u32..3, 65_000_u32..66_500], 1..200),
        ) {
            // Each happening enters the next two; a sorted list is the model.
            let mut agenda = Agenda::new();
            let mut model = std::collections::BTreeSet::new();
            let mut entered = 0;
            let mut delays = delays.into_iter();
            let mut enter = |agenda: &mut Agenda, model: &mut std::collections::BTreeSet<_>, now: u32| {
                for delay in delays.by_ref().take(2) {
                    agenda.push(SimTime(now + delay), HappeningKind::InsideAttempt, entered, 0);
                    model.insert((now + delay, entered));
                    entered += 1;
                }
            };
            enter(&mut agenda, &mut model, 0);
            loop {
                prop_assert_eq!(agenda.next_at().map(|at| at.0), model.first().map(|first| first.0));
                let words: Vec<_> = agenda.words_in_order().iter().map(|(at, what)| (*at, (what >> 32) as u32)).collect();
                prop_assert_eq!(words, model.iter().copied().collect::<Vec<_>>());
                let Some((at, mut ring)) = agenda.take_ring(SimTime(u32::MAX)) else { break };
                while let Some(happening) = agenda.take_from(&mut ring) {
                    prop_assert_eq!(Some((at.0, happening.id)), model.pop_first());
                    enter(&mut agenda, &mut model, at.0);
                }
                let more = model.first().is_some_and(|first| first.0 == at.0);
                prop_assert_eq!(agenda.has_more_now(), more);
            }
        }
    }

    #[test]
    fn what_lies_beyond_the_limit_stays() {
        let mut agenda = Agenda::new();
        agenda.push(SimTime(10), HappeningKind::DecisionDue, u32::MAX, TAG_MASK);
        assert!(agenda.take_ring(SimTime(9)).is_none());
        let (at, mut ring) = agenda.take_ring(SimTime(10)).unwrap();
        assert_eq!(at, SimTime(10));
        assert_eq!(
            agenda.take_from(&mut ring),
            Some(Happening {
                kind: HappeningKind::DecisionDue,
                id: u32::MAX,
                tag: TAG_MASK
            })
        );
        assert_eq!(agenda.take_from(&mut ring), None);
        assert_eq!(agenda.next_at(), None);
    }

    #[test]
    fn never_is_not_entered() {
        let mut agenda = Agenda::new();
        agenda.push(SimTime::NEVER, HappeningKind::Entry, 0, 0);
        assert_eq!(agenda.next_at(), None);
    }
}
