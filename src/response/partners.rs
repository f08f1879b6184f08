//! Whom a seat may ask, nearest first: where everybody is never changes.

use std::cell::OnceCell;

use crate::sim::{Giver, Known, kind_rule};
use crate::vocab::{AdministrationId, AidKind};

/// Those whom one seat may ask, nearest first, and among equals in id order. Sorted once it asks somebody.
#[derive(Default)]
pub(super) struct Partners {
    neighbours: OnceCell<Vec<AdministrationId>>,
    /// Providers and the state.
    supra_local: OnceCell<Vec<AdministrationId>>,
}

impl Partners {
    /// Returns those of whom a kind of aid may be asked, by where they are.
    pub(super) fn nearest_first(&self, known: Known, kind: AidKind) -> &[AdministrationId] {
        let list = match kind_rule(kind).giver {
            Giver::Neighbour => &self.neighbours,
            Giver::State | Giver::OtherProvider | Giver::OwnProvider => &self.supra_local,
        };
        list.get_or_init(|| {
            let mut all: Vec<AdministrationId> = known.may_be_asked(kind).collect();
            all.sort_by_cached_key(|other| distance(known, *other));
            all
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
                let near = partners.nearest_first(known, kind);
                let place = |of: &AdministrationId| (distance(known, *of), *of);
                assert!(near.is_sorted_by_key(place), "{seat:?} {kind:?}");
                let mut all = near.to_vec();
                all.sort_unstable();
                assert!(known.may_be_asked(kind).eq(all), "{seat:?} {kind:?}");
            }
        }
    }
}
