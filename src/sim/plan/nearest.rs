//! Whom a seat may ask for aid, nearest first: where everybody is never changes.

use std::sync::OnceLock;

use super::Reach;
use crate::scenario::Administration;
use crate::sim::aid::{Giver, kind_rule};
use crate::vocab::{AdministrationId, AidKind, Positions};

/// Whom one seat may ask for aid of some kinds.
#[derive(Debug, Clone)]
pub struct Nearest {
    /// Nearest first, and among equals in id order.
    ids: Vec<AdministrationId>,
    /// The same in id order, each with its place among the nearest.
    places: Vec<(AdministrationId, u32)>,
    /// Places of those who hang on the provider of the seat.
    of_own_provider: Positions,
}

impl Nearest {
    fn new(
        all: &[Administration],
        here: AdministrationId,
        others: impl Iterator<Item = AdministrationId>,
    ) -> Self {
        let mut ids: Vec<AdministrationId> = others.collect();
        ids.sort_by_cached_key(|other| distance(all, here, *other));
        let mut places: Vec<(AdministrationId, u32)> = ids.iter().copied().zip(0..).collect();
        places.sort_unstable();
        let provider = |of: AdministrationId| all[of.index()].provider;
        let mut of_own_provider = Positions::none(ids.len());
        for (place, of) in ids.iter().enumerate() {
            let is_shared = provider(here).is_some() && provider(*of) == provider(here);
            of_own_provider.put(place, is_shared);
        }
        Self {
            ids,
            places,
            of_own_provider,
        }
    }

    /// Returns them, nearest first, and among equals in id order.
    #[must_use]
    pub fn ids(&self) -> &[AdministrationId] {
        &self.ids
    }

    /// Returns the place of one of them among the nearest.
    #[must_use]
    pub fn place(&self, of: AdministrationId) -> Option<usize> {
        let found = self.places.binary_search_by_key(&of, |(of, _)| *of);
        found.ok().map(|at| self.places[at].1 as usize)
    }

    /// Returns the places of those who hang on the provider of the seat.
    #[must_use]
    pub fn of_own_provider(&self) -> &Positions {
        &self.of_own_provider
    }
}

/// Whom everybody may ask. Each is sorted out once, by whoever asks first.
#[derive(Debug, Clone, Default)]
pub(crate) struct Askable {
    /// By administration: neighbours, and those whom one may ask wherever they are.
    of: Vec<[OnceLock<Nearest>; 2]>,
}

impl Askable {
    pub(super) fn new(administrations: usize) -> Self {
        Self {
            of: vec![Default::default(); administrations],
        }
    }

    /// Returns whom an administration may ask for a kind of aid.
    pub(crate) fn nearest(
        &self,
        (all, reach): (&[Administration], &Reach),
        here: AdministrationId,
        kind: AidKind,
    ) -> &Nearest {
        let is_local = kind_rule(kind).giver == Giver::Neighbour;
        let known = &self.of[here.index()][usize::from(!is_local)];
        known.get_or_init(|| Nearest::new(all, here, reach.whom_to_ask(here, kind)))
    }
}

/// Squared distance in thousandths of a degree, for ordering only.
fn distance(all: &[Administration], here: AdministrationId, other: AdministrationId) -> u64 {
    let position = |of: AdministrationId| all[of.index()].position;
    match (position(here), position(other)) {
        (Some((a, b)), Some((c, d))) => {
            // A degree of longitude is about 0.65 of one of latitude here.
            let (north, east) = ((a - c) * 1000.0, (b - d) * 650.0);
            (north * north + east * east) as u64
        }
        _ => u64::MAX,
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::scenario::load;
    use crate::sim::Sim;

    #[test]
    fn those_who_may_be_asked_come_by_distance_and_then_by_id() {
        let sim = Sim::new(Arc::new(load("suedhessen", &[]).expect("a scenario")));
        let all = &sim.scenario().administrations;
        for seat in (0..all.len()).map(AdministrationId::from_index) {
            let known = sim.known(seat);
            for kind in [AidKind::ItWorkplaces, AidKind::Forensics] {
                let nearest = known.nearest(kind);
                let place = |of: &AdministrationId| (distance(all, seat, *of), *of);
                assert!(nearest.ids().is_sorted_by_key(place), "{seat:?} {kind:?}");
                let mut ids = nearest.ids().to_vec();
                ids.sort_unstable();
                assert!(known.may_be_asked(kind).eq(ids), "{seat:?} {kind:?}");
                for (place, of) in nearest.ids().iter().enumerate() {
                    assert_eq!(nearest.place(*of), Some(place));
                }
            }
        }
    }
}
