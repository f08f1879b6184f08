//! Whom a seat may ask, nearest first: where everybody is never changes.

use crate::sim::{Giver, Known, kind_rule};
use crate::vocab::{AdministrationId, AidKind, Positions, SimTime};

/// Those whom one seat may ask. They are sorted once it asks somebody.
#[derive(Default)]
pub(super) struct Partners {
    neighbours: Option<Row>,
    /// Providers and the state.
    supra_local: Option<Row>,
}

impl Partners {
    /// Returns those of whom a kind of aid may be asked, nearest first: of neighbours only those who are not known to be
    /// affected, and whom a hit of the seat's own provider leaves alone, if it is hit; and none of some others.
    pub(super) fn whom_to_ask(
        &mut self,
        known: Known,
        kind: AidKind,
        provider_is_hit: bool,
        but: impl Iterator<Item = AdministrationId>,
    ) -> impl Iterator<Item = AdministrationId> {
        let is_local = kind_rule(kind).giver == Giver::Neighbour;
        let row = if is_local {
            &mut self.neighbours
        } else {
            &mut self.supra_local
        };
        let row = row.get_or_insert_with(|| Row::new(known, kind));
        row.ruled_out.empty(row.nearest.len());
        if is_local {
            row.hear_of(known.affected());
            row.ruled_out.put_all_of(&row.affected);
            if provider_is_hit {
                row.ruled_out.put_all_of(&row.of_own_provider);
            }
        }
        for other in but {
            if let Some(place) = row.place(other) {
                row.ruled_out.put(place, true);
            }
        }
        let places = row.ruled_out.missing(row.nearest.len());
        places.map(|place| row.nearest[place])
    }
}

/// Some whom one seat may ask. Sets of them are sets of places, so that whoever looks for the nearest looks at no other.
struct Row {
    /// Nearest first, and among equals in id order.
    nearest: Vec<AdministrationId>,
    /// The same in id order, each with its place among the nearest.
    places: Vec<(AdministrationId, usize)>,
    /// Who hangs on the provider of the seat.
    of_own_provider: Positions,
    /// Who is known to be affected, of so many of those who said so: nobody ever takes it back.
    affected: Positions,
    heard: usize,
    /// Those whom it does not ask this time; here to be used again.
    ruled_out: Positions,
}

impl Row {
    fn new(known: Known, kind: AidKind) -> Self {
        let mut nearest: Vec<AdministrationId> = known.may_be_asked(kind).collect();
        nearest.sort_by_cached_key(|other| distance(known, *other));
        let mut places: Vec<(AdministrationId, usize)> = nearest.iter().copied().zip(0..).collect();
        places.sort_unstable();
        let own = known.own().provider;
        let provider = |of: AdministrationId| known.administrations()[of.index()].provider;
        let mut of_own_provider = Positions::none(nearest.len());
        for (place, of) in nearest.iter().enumerate() {
            of_own_provider.put(place, own.is_some() && provider(*of) == own);
        }
        Self {
            of_own_provider,
            affected: Positions::none(nearest.len()),
            heard: 0,
            ruled_out: Positions::default(),
            nearest,
            places,
        }
    }

    fn place(&self, of: AdministrationId) -> Option<usize> {
        let found = self.places.binary_search_by_key(&of, |(of, _)| *of);
        found.ok().map(|at| self.places[at].1)
    }

    /// Notes who is known to be affected, those who said so since the last time.
    fn hear_of(&mut self, affected: &[(AdministrationId, SimTime)]) {
        for (who, _) in &affected[self.heard..] {
            if let Some(place) = self.place(*who) {
                self.affected.put(place, true);
            }
        }
        self.heard = affected.len();
        debug_assert!(
            (0..).zip(&self.nearest).all(|(place, of)| {
                self.affected.has(place) == affected.iter().any(|(who, _)| who == of)
            }),
            "what was said of others changed"
        );
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

    fn asked(known: Known, kind: AidKind, provider_is_hit: bool) -> Vec<AdministrationId> {
        let mut partners = Partners::default();
        let nobody = core::iter::empty();
        partners
            .whom_to_ask(known, kind, provider_is_hit, nobody)
            .collect()
    }

    #[test]
    fn those_who_may_be_asked_come_by_distance_and_then_by_id() {
        let scenario = Arc::new(load("suedhessen", &[]).expect("a scenario"));
        let sim = World::new(Arc::clone(&scenario));
        for seat in (0..scenario.administrations.len()).map(AdministrationId::from_index) {
            let known = sim.known(seat);
            for kind in [AidKind::ItWorkplaces, AidKind::Forensics] {
                let mut all = asked(known, kind, false);
                let place = |of: &AdministrationId| (distance(known, *of), *of);
                assert!(all.is_sorted_by_key(place), "{seat:?} {kind:?}");
                all.sort_unstable();
                assert!(known.may_be_asked(kind).eq(all), "{seat:?} {kind:?}");
            }
        }
    }

    #[test]
    fn some_are_left_out_once() {
        let scenario = Arc::new(load("suedhessen", &[]).expect("a scenario"));
        let sim = World::new(scenario);
        let (known, mut partners) = (sim.known(AdministrationId(3)), Partners::default());
        let all = asked(known, AidKind::ItWorkplaces, false);
        let but = [all[0], all[2], known.seat()];
        let mut ask = |but: &[AdministrationId]| -> Vec<AdministrationId> {
            let but = but.iter().copied();
            partners
                .whom_to_ask(known, AidKind::ItWorkplaces, false, but)
                .collect()
        };
        assert_eq!(ask(&but)[..2], [all[1], all[3]]);
        assert_eq!(ask(&but).len(), all.len() - 2);
        assert_eq!(ask(&[]), all);
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
            let known = sim.known(seat);
            let some = asked(known, AidKind::ItWorkplaces, true);
            let all = asked(known, AidKind::ItWorkplaces, false).into_iter();
            let others: Vec<AdministrationId> =
                all.filter(|of| provider(*of) != provider(seat)).collect();
            assert_eq!(some, others, "{seat:?}");
            left_alone += some.len();
            // The state does not hang on it.
            let state = asked(known, AidKind::Forensics, true);
            assert_eq!(state, asked(known, AidKind::Forensics, false));
        }
        assert!(left_alone > 0, "there is somebody outside");
    }
}
