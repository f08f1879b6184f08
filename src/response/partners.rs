//! Whom a seat may ask, nearest first: where everybody is never changes.

use std::cell::{Cell, OnceCell};

use crate::sim::{Giver, Known, kind_rule};
use crate::vocab::{AdministrationId, AidKind, Positions};

/// Those whom one seat may ask, nearest first, and among equals in id order. Sorted once it asks somebody.
#[derive(Default)]
pub(super) struct Partners {
    neighbours: OnceCell<Vec<AdministrationId>>,
    /// Neighbours who do not hang on the provider of the seat.
    elsewhere: OnceCell<Vec<AdministrationId>>,
    /// Providers and the state.
    supra_local: OnceCell<Vec<AdministrationId>>,
    /// Those whom it does not ask this time; here to be used again.
    ruled_out: Cell<Positions>,
}

impl Partners {
    /// Lets somebody work with an empty set of administrations, without making one each time.
    pub(super) fn with_ruled_out<R>(
        &self,
        known: Known,
        work: impl FnOnce(&mut Positions) -> R,
    ) -> R {
        let mut ruled_out = self.ruled_out.take();
        ruled_out.empty(known.administrations().len());
        let found = work(&mut ruled_out);
        self.ruled_out.set(ruled_out);
        found
    }

    /// Returns those of whom a kind of aid may be asked, by where they are; of neighbours only those whom a hit
    /// of the seat's own provider leaves alone, if it is hit.
    pub(super) fn nearest_first(
        &self,
        known: Known,
        kind: AidKind,
        provider_is_hit: bool,
    ) -> &[AdministrationId] {
        let nearest = || {
            let mut all: Vec<AdministrationId> = known.may_be_asked(kind).collect();
            all.sort_by_cached_key(|other| distance(known, *other));
            all
        };
        if kind_rule(kind).giver != Giver::Neighbour {
            return self.supra_local.get_or_init(nearest);
        }
        let neighbours = self.neighbours.get_or_init(nearest);
        if !provider_is_hit {
            return neighbours;
        }
        self.elsewhere.get_or_init(|| {
            let own = known.own().provider;
            let provider = |of: &AdministrationId| known.administrations()[of.index()].provider;
            let hangs_on_the_same = |of: &&AdministrationId| own.is_some() && provider(of) == own;
            let all = neighbours.iter();
            all.filter(|of| !hangs_on_the_same(of)).copied().collect()
        })
    }
}

/// Squared distance in thousandths of a degree, for ordering only.
fn distance(known: Known, other: AdministrationId) -> u64 {
    let position = |of: AdministrationId| known.administrations()[of.index()].position;
    match (position(known.seat()), position(other)) {
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
    use crate::exercise::World;
    use crate::scenario::load;

    #[test]
    fn those_who_may_be_asked_come_by_distance_and_then_by_id() {
        let scenario = Arc::new(load("suedhessen", &[]).expect("a scenario"));
        let sim = World::new(Arc::clone(&scenario));
        for seat in (0..scenario.administrations.len()).map(AdministrationId::from_index) {
            let (known, partners) = (sim.known(seat), Partners::default());
            for kind in [AidKind::ItWorkplaces, AidKind::Forensics] {
                let near = partners.nearest_first(known, kind, false);
                let place = |of: &AdministrationId| (distance(known, *of), *of);
                assert!(near.is_sorted_by_key(place), "{seat:?} {kind:?}");
                let mut all = near.to_vec();
                all.sort_unstable();
                assert!(known.may_be_asked(kind).eq(all), "{seat:?} {kind:?}");
            }
        }
    }

    #[test]
    fn who_hangs_on_the_same_hit_provider_is_not_asked() {
        let scenario = Arc::new(load("suedhessen", &[]).expect("a scenario"));
        let sim = World::new(Arc::clone(&scenario));
        let provider = |of: AdministrationId| scenario.administrations[of.index()].provider;
        let is_customer = |of: &AdministrationId| provider(*of).is_some();
        let seats = (0..scenario.administrations.len()).map(AdministrationId::from_index);
        let mut left_alone = 0;
        for seat in seats.filter(is_customer) {
            let (known, partners) = (sim.known(seat), Partners::default());
            let asked = partners.nearest_first(known, AidKind::ItWorkplaces, true);
            let all = partners.nearest_first(known, AidKind::ItWorkplaces, false);
            let others: Vec<AdministrationId> = all
                .iter()
                .copied()
                .filter(|of| provider(*of) != provider(seat))
                .collect();
            assert_eq!(asked, others, "{seat:?}");
            left_alone += asked.len();
            // The state does not hang on it.
            let state = partners.nearest_first(known, AidKind::Forensics, true);
            assert_eq!(
                state,
                partners.nearest_first(known, AidKind::Forensics, false)
            );
        }
        assert!(left_alone > 0, "there is somebody outside");
    }
}
