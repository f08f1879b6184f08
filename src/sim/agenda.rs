//! The agenda: what will happen, in the order (minute, sequence).
//!
//! A timing wheel with one list of entries per minute and bits that tell which minutes are in
//! use; entries of one minute come out in the order in which they were entered, so that the
//! course of a run has one order and no other.

use crate::vocab::SimTime;

mod beyond;

use beyond::{Beyond, PAGE};

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
    /// The attack begins (id: part of the world, tag: 1 for the second attack).
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
    /// A round of situation reports (tag: all report, counties pass on, or late ones arrive).
    ReportRound,
    /// An administration hears that another is affected (id: who hears it, tag: who is affected, channel).
    AnnouncementArrives,
    /// The answer to a request arrives (id: request).
    AnswerArrives,
    /// A payment file lies outside the network (id: administration).
    FileSecured,
    /// A step of an emergency island is done (id: administration, tag: which).
    IslandStep,
    /// A provider has cut one customer (id: customer).
    CustomerCut,
    /// A product is ready for its next customer (id: order, tag: epoch).
    OrderPart,
    /// A customer has accepted its part of a product (id: order, tag: position of the customer).
    PartAccepted,
    /// A system outside the domain is checked (id: system).
    SystemChecked,
    /// Hours, presence and hired people of an administration change (id: administration).
    LoadStep,
    /// A register admits a service again (id: service).
    RegisterAdmits,
    /// People may be hired for a backlog (id: service).
    ClerksHired,
    /// Permits that nobody asked for are asked for now (id: administration, tag: from when on).
    PermitsBegin,
    /// The permit to do a service elsewhere is there (id: service).
    PermitGranted,
    /// A moment that an inject waits for (id: the inject).
    InjectDue,
    /// The clock of a report reminds or runs out (id: administration, tag: which report, and whether it is over).
    NoticeDue,
);

const TAG_BITS: u32 = 24;
const TAG_MASK: u32 = (1 << TAG_BITS) - 1;

/// Minutes round the wheel, about 45 days; what lies further ahead waits beside it.
const WHEEL: u32 = 1 << 16;
const WORDS: usize = (WHEEL / 64) as usize;
/// Groups of 64 words.
const GROUPS: usize = WORDS / 64;
/// How far ahead of the present minute an entry may go onto the wheel: never round into the word of
/// the present minute.
const REACH: u32 = WHEEL - 64;

/// The first minute that is not on the wheel at a minute: where the last page begins that the wheel does not hold as a
/// whole.
const fn reach_from(now: u32) -> u32 {
    match now.checked_add(REACH) {
        Some(end) => end / PAGE * PAGE,
        None => u32::MAX,
    }
}

/// The end of a list of entries.
const NIL: u32 = u32::MAX;

/// Stands for the next minute if there is none.
const NOTHING: u32 = u32::MAX;

/// Kind and tag in one word.
const fn pack(kind: HappeningKind, tag: u32) -> u32 {
    ((kind as u32) << TAG_BITS) | (tag & TAG_MASK)
}

#[derive(Debug, Clone, Copy)]
struct Entry {
    id: u32,
    /// Kind and tag.
    what: u32,
    /// The entry of the same minute that was entered before; once the minute is taken out, the one
    /// entered after. Of a free entry, the next free one.
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
}

/// What is left of the happenings of a minute that was taken off the wheel.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Batch {
    /// The next entry, or [`NIL`] behind the last.
    next: u32,
}

/// The agenda of one run.
#[derive(Debug, Clone)]
pub(crate) struct Agenda {
    /// The entry of each minute that was entered last, or [`NIL`].
    lasts: Box<[u32; WHEEL as usize]>,
    used: Box<[u64; WORDS]>,
    used_words: [u64; GROUPS],
    entries: Vec<Entry>,
    /// First entry that was taken out and can be used again.
    free: u32,
    /// The first minute in use on the wheel, or [`NOTHING`]. Kept, so that nobody has to wait for
    /// the search when the next minute is taken out.
    upcoming: u32,
    /// What lies beyond the wheel.
    beyond: Beyond,
    /// The first minute beyond it.
    reach: u32,
    /// The minute of the last happening taken out; the wheel reaches from here.
    now: u32,
}

impl Default for Agenda {
    fn default() -> Self {
        Self {
            lasts: filled(NIL),
            used: filled(0),
            used_words: [0; GROUPS],
            entries: Vec::new(),
            free: NIL,
            upcoming: NOTHING,
            beyond: Beyond::default(),
            reach: reach_from(0),
            now: 0,
        }
    }
}

/// Makes a table on the heap whose length the compiler knows; it is too long for the stack.
#[expect(clippy::unnecessary_box_returns)]
fn filled<T: Copy, const N: usize>(value: T) -> Box<[T; N]> {
    let table: Result<Box<[T; N]>, _> = vec![value; N].into_boxed_slice().try_into();
    let Ok(table) = table else {
        unreachable!("it has the length it was made with")
    };
    table
}

impl Agenda {
    /// Enters something that happens at `at`, not before the last minute taken out; at
    /// [`SimTime::NEVER`] it is dropped.
    #[inline]
    pub(crate) fn push(&mut self, at: SimTime, kind: HappeningKind, id: u32, tag: u32) {
        debug_assert!(tag <= TAG_MASK, "a tag has 24 bits");
        debug_assert!(at.0 >= self.now, "nothing is entered into the past");
        let what = pack(kind, tag);
        if at.0 < self.reach {
            self.put(at.0, id, what);
        } else if at != SimTime::NEVER {
            self.put_beyond(at, id, what);
        }
    }

    #[cold]
    fn put_beyond(&mut self, at: SimTime, id: u32, what: u32) {
        self.beyond.push((at.0, id, what));
    }

    /// Puts an entry onto the wheel.
    #[inline]
    fn put(&mut self, minute: u32, id: u32, what: u32) {
        let slot = (minute % WHEEL) as usize;
        let (word, bit) = (slot / 64, 1_u64 << (slot % 64));
        self.used[word] |= bit;
        self.used_words[word / 64] |= 1 << (word % 64);
        self.upcoming = self.upcoming.min(minute);
        let place = self.free;
        if let Some(entry) = self.entries.get_mut(place as usize) {
            self.free = entry.next;
            let next = core::mem::replace(&mut self.lasts[slot], place);
            *entry = Entry { id, what, next };
        } else {
            let place = self.entries.len() as u32;
            let next = core::mem::replace(&mut self.lasts[slot], place);
            self.entries.push(Entry { id, what, next });
        }
    }

    /// Returns when the next thing happens.
    #[inline]
    pub(crate) fn next_at(&self) -> Option<SimTime> {
        if self.upcoming != NOTHING {
            return Some(SimTime(self.upcoming));
        }
        self.beyond.first().map(SimTime)
    }

    /// Finds the first minute in use from `now` on, once round the wheel, or [`NOTHING`].
    ///
    /// Bits of minutes gone by are clear and the reach ends before the word of `now`, so the
    /// lowest bit of the next word in use is the one.
    #[inline]
    fn first_on_wheel(&self) -> u32 {
        let start = self.now % WHEEL;
        let mut group = (start / 64 / 64) as usize;
        let mut words = self.used_words[group] & (!0 << (start / 64 % 64));
        if words == 0 {
            let Some(next) = self.next_group(group) else {
                return NOTHING;
            };
            group = next;
            words = self.used_words[group];
        }
        let word = group * 64 + words.trailing_zeros() as usize;
        let slot = word as u32 * 64 + self.used[word % WORDS].trailing_zeros();
        self.now + (slot.wrapping_sub(start) % WHEEL)
    }

    /// Finds the next group of words in use after `group`, round the wheel to `group` itself.
    #[inline(never)]
    fn next_group(&self, group: usize) -> Option<usize> {
        (1..=GROUPS)
            .map(|step| (group + step) % GROUPS)
            .find(|group| self.used_words[*group] != 0)
    }

    /// Whether more was entered for the minute that was taken out last.
    #[inline]
    pub(crate) fn has_more_now(&self) -> bool {
        self.upcoming == self.now
    }

    /// Takes the happenings of the next minute in use off the wheel, if it is due by `limit`; they
    /// are all to be taken. What is entered for this minute from now on makes a new batch.
    #[inline]
    pub(crate) fn take_minute(&mut self, limit: SimTime) -> Option<(SimTime, Batch)> {
        let minute = self.next_at()?.0;
        if minute > limit.0 {
            return None;
        }
        if minute != self.now {
            self.now = minute;
            let reach = reach_from(minute);
            if reach != self.reach {
                self.reach = reach;
                self.draw_near();
            }
        }
        let slot = (minute % WHEEL) as usize;
        let last = core::mem::replace(&mut self.lasts[slot], NIL);
        let word = slot / 64;
        let rest = self.used[word] & !(1 << (slot % 64));
        self.used[word] = rest;
        self.used_words[word / 64] &= !(u64::from(rest == 0) << (word % 64));
        self.upcoming = self.first_on_wheel();
        let next = if self.entries[last as usize].next == NIL {
            last
        } else {
            self.turn_round(last)
        };
        Some((SimTime(minute), Batch { next }))
    }

    /// Turns a list into the order of entering; returns its first entry.
    #[inline(never)]
    fn turn_round(&mut self, last: u32) -> u32 {
        let (mut entry, mut after) = (last, NIL);
        while entry != NIL {
            let before = core::mem::replace(&mut self.entries[entry as usize].next, after);
            after = entry;
            entry = before;
        }
        after
    }

    /// Takes the next happening out of a batch.
    #[inline]
    pub(crate) fn take_from(&mut self, batch: &mut Batch) -> Option<Happening> {
        // Behind the last there is no entry.
        let entry = self.entries.get_mut(batch.next as usize)?;
        let happening = entry.happening();
        let next = core::mem::replace(&mut entry.next, self.free);
        self.free = core::mem::replace(&mut batch.next, next);
        Some(happening)
    }

    /// Moves onto the wheel what it now reaches. This comes before anything can be entered for
    /// those minutes directly, so the order within a minute stays the order of entering.
    #[cold]
    fn draw_near(&mut self) {
        while let Some(page) = self.beyond.take_page(self.reach) {
            for (minute, id, what) in page {
                self.put(minute, id, what);
            }
        }
    }

    /// Forgets everything.
    pub(crate) fn clear(&mut self) {
        // A run that has come to its end has left little.
        for group in 0..GROUPS {
            while self.used_words[group] != 0 {
                let word = group * 64 + self.used_words[group].trailing_zeros() as usize;
                self.used_words[group] &= self.used_words[group] - 1;
                self.lasts[word * 64..(word + 1) * 64].fill(NIL);
                self.used[word] = 0;
            }
        }
        self.entries.clear();
        self.free = NIL;
        self.upcoming = NOTHING;
        self.beyond.clear();
        self.reach = reach_from(0);
        self.now = 0;
    }

    /// Returns what changes with every entry, near or far.
    pub(crate) fn trace(&self) -> (usize, u32, usize) {
        (self.entries.len(), self.free, self.beyond.len())
    }

    /// Returns all that will happen, in order.
    pub(crate) fn entries_in_order(&self) -> Vec<(SimTime, Happening)> {
        let mut entries = Vec::new();
        if self.next_at().is_none() {
            return entries;
        }
        for ahead in 0..self.reach - self.now {
            let minute = self.now + ahead;
            let from = entries.len();
            let mut at = self.lasts[(minute % WHEEL) as usize];
            while let Some(entry) = self.entries.get(at as usize) {
                entries.push((SimTime(minute), entry.happening()));
                at = entry.next;
            }
            entries[from..].reverse();
        }
        let beyond = self.beyond.in_order().into_iter();
        entries.extend(beyond.map(|(minute, id, what)| {
            let next = NIL;
            (SimTime(minute), Entry { id, what, next }.happening())
        }));
        entries
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
            let mut agenda = Agenda::default();
            for (id, minute) in (0..).zip(&minutes) {
                agenda.push(SimTime(*minute), HappeningKind::InsideAttempt, id, id % 7);
            }
            let mut expected: Vec<(u32, u32)> = (0..).zip(&minutes).map(|(id, m)| (*m, id)).collect();
            expected.sort_unstable();
            let mut got = Vec::new();
            while let Some((at, mut batch)) = agenda.take_minute(SimTime(200_000)) {
                while let Some(happening) = agenda.take_from(&mut batch) {
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
            delays in proptest::collection::vec(prop_oneof![0_u32..3, 63_000_u32..67_500], 1..200),
        ) {
            // Each happening enters the next two; a sorted list is the model.
            let mut agenda = Agenda::default();
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
                let entries: Vec<_> = agenda.entries_in_order().iter().map(|(at, entry)| (at.0, entry.id)).collect();
                prop_assert_eq!(entries, model.iter().copied().collect::<Vec<_>>());
                let Some((at, mut batch)) = agenda.take_minute(SimTime(u32::MAX)) else { break };
                while let Some(happening) = agenda.take_from(&mut batch) {
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
        let mut agenda = Agenda::default();
        agenda.push(SimTime(10), HappeningKind::DecisionDue, u32::MAX, TAG_MASK);
        assert!(agenda.take_minute(SimTime(9)).is_none());
        let (at, mut batch) = agenda.take_minute(SimTime(10)).unwrap();
        assert_eq!(at, SimTime(10));
        assert_eq!(
            agenda.take_from(&mut batch),
            Some(Happening {
                kind: HappeningKind::DecisionDue,
                id: u32::MAX,
                tag: TAG_MASK
            })
        );
        assert_eq!(agenda.take_from(&mut batch), None);
        assert_eq!(agenda.next_at(), None);
    }

    #[test]
    fn the_last_minutes_of_all_are_reached() {
        let mut agenda = Agenda::default();
        let minutes = [
            u32::MAX - WHEEL,
            u32::MAX - REACH,
            u32::MAX - PAGE,
            u32::MAX - 1,
        ];
        for minute in minutes {
            agenda.push(SimTime(minute), HappeningKind::Entry, minute, 0);
        }
        for minute in minutes {
            let (at, mut batch) = agenda.take_minute(SimTime::NEVER).unwrap();
            assert_eq!(at, SimTime(minute));
            assert_eq!(agenda.take_from(&mut batch).unwrap().id, minute);
        }
        assert_eq!(agenda.next_at(), None);
    }

    #[test]
    fn never_is_not_entered() {
        let mut agenda = Agenda::default();
        agenda.push(SimTime::NEVER, HappeningKind::Entry, 0, 0);
        assert_eq!(agenda.next_at(), None);
    }
}
