//! News of the own house for whoever goes from stop to stop: of what comes in many at one time, as systems that are
//! encrypted in a night, the clock stands for the first; the others gather.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use crate::sim::{LogRecord, LogRecordKind};
use crate::vocab::{AdministrationId, SimTime};

/// Kinds of news, as the keys of their texts.
pub(super) type Kinds = BTreeSet<Cow<'static, str>>;

/// The kinds of what was noticed at a seat.
pub(super) fn kinds(fresh: &[LogRecord]) -> Kinds {
    let noticed = fresh
        .iter()
        .filter(|entry| entry.kind == LogRecordKind::Observation);
    noticed.map(|entry| entry.text.key.clone()).collect()
}

/// For which news the clock stood of late, by seat.
#[derive(Debug, Default)]
pub(in crate::exercise::owner) struct News(BTreeMap<AdministrationId, Told>);

#[derive(Debug)]
struct Told {
    kinds: Kinds,
    /// Until when more of these kinds gather.
    until: SimTime,
    /// Whether any have.
    have_gathered: bool,
}

impl News {
    /// Whether these kinds stop the clock at a seat. Those for which it stood of late do not: they gather.
    pub(super) fn stop(&mut self, seat: AdministrationId, kinds: &Kinds, now: SimTime) -> bool {
        match self.0.get_mut(&seat) {
            Some(told) if now < told.until && kinds.is_subset(&told.kinds) => {
                told.have_gathered |= !kinds.is_empty();
                false
            }
            _ => !kinds.is_empty(),
        }
    }

    /// Takes note that the clock stands for a seat: it sees these kinds, and all that has gathered.
    pub(super) fn stood(
        &mut self,
        seat: AdministrationId,
        kinds: Kinds,
        now: SimTime,
        until: SimTime,
    ) {
        let told = self.0.entry(seat).or_insert_with(|| Told {
            kinds: Kinds::new(),
            until,
            have_gathered: false,
        });
        if told.until < now {
            told.kinds.clear();
        }
        told.kinds.extend(kinds);
        told.until = until;
        told.have_gathered = false;
    }

    /// The next moment at which some have gathered long enough.
    pub(super) fn next(&self, now: SimTime) -> SimTime {
        let waiting = self.0.values().filter(|told| told.have_gathered);
        let until = waiting.map(|told| told.until).filter(|until| *until >= now);
        until.fold(SimTime::NEVER, SimTime::min)
    }

    /// The first seat at which some have gathered until this very moment. Where it passed while time ran at a pace of
    /// its own, nobody waits for them any more.
    pub(super) fn gathered(&self, now: SimTime) -> Option<AdministrationId> {
        let mut seats = self.0.iter();
        let found = seats.find(|(_, told)| told.have_gathered && told.until == now);
        found.map(|(seat, _)| *seat)
    }
}
