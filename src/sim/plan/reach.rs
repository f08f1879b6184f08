//! Who hears from whom, and whom one can ask: all, or those within reach; of those the county and the nearest.

use crate::scenario::{Administration, AdministrationKind, Scenario};
use crate::sim::aid::{Giver, kind_rule};
use crate::sim::csr::Csr;
use crate::vocab::{AdministrationId, AidKind};

use super::PlannedAdministration;

/// Kilometres to a degree of latitude.
const KM_TO_DEGREE: f64 = 111.2;

/// How many neighbours hear a situation report directly (estimate).
const NEIGHBOURS: usize = 4;

/// Where situation reports go.
#[derive(Debug, Clone, Default)]
pub(crate) struct Reach {
    /// Administrations that serve citizens; only they report.
    pub(crate) reporting: Vec<AdministrationId>,
    /// By administration: the county it belongs to.
    pub(crate) county: Vec<Option<AdministrationId>>,
    /// By position in `reporting`: the nearest others.
    pub(crate) near: Vec<Vec<AdministrationId>>,
    /// How many there are.
    all: u32,
    /// By administration: the others within reach, in id order; `None` if all are.
    within: Option<Csr<AdministrationId>>,
    /// Providers and the state, whom one may ask wherever they are, in id order.
    pub(crate) supra_local: Vec<AdministrationId>,
}

impl Reach {
    /// Lays out who hears from whom.
    pub(super) fn new(scenario: &Scenario, planned: &[PlannedAdministration]) -> Self {
        let all = &scenario.administrations;
        let everybody = || (0_u32..).map(AdministrationId).zip(all);
        let is_local = |of: &Administration| {
            !matches!(
                of.kind,
                AdministrationKind::Provider | AdministrationKind::State
            )
        };
        let reach = Self {
            all: all.len() as u32,
            within: scenario.reach_km.map(|km| within(all, km)),
            supra_local: everybody()
                .filter(|(_, of)| !is_local(of))
                .map(|(id, _)| id)
                .collect(),
            ..Self::default()
        };
        let reporting: Vec<AdministrationId> = (0_u32..)
            .map(AdministrationId)
            .zip(planned)
            .filter(|(_, planned)| !planned.services.is_empty())
            .map(|(id, _)| id)
            .collect();
        if reporting.is_empty() {
            return reach;
        }
        Self {
            county: counties(all),
            near: nearest(all, &reporting),
            reporting,
            ..reach
        }
    }

    /// Returns the others within reach of an administration, in id order.
    pub(crate) fn of(&self, at: AdministrationId) -> impl Iterator<Item = AdministrationId> + '_ {
        self.places_of(at).map(|(_, other)| other)
    }

    /// Returns the others within reach of an administration, in id order, each with its place among them.
    pub(crate) fn places_of(
        &self,
        at: AdministrationId,
    ) -> impl Iterator<Item = (usize, AdministrationId)> + '_ {
        let near = self.within.as_ref().map(|within| within.row(at.0));
        let all = if near.is_none() { self.all } else { 0 };
        let all = (0..all).map(|id| (id as usize, AdministrationId(id)));
        let near = near.into_iter().flatten().copied().enumerate();
        near.chain(all.filter(move |(_, other)| *other != at))
    }

    /// Returns the place of another among those within reach of an administration, if it is one of them.
    pub(crate) fn place(&self, at: AdministrationId, other: AdministrationId) -> Option<usize> {
        match &self.within {
            Some(within) => within.row(at.0).binary_search(&other).ok(),
            None => Some(other.index()),
        }
    }

    /// Returns how many places there are for those within reach of an administration.
    pub(crate) fn places(&self, at: AdministrationId) -> usize {
        let within = self.within.as_ref();
        within.map_or(self.all as usize, |within| within.row(at.0).len())
    }

    /// Returns those of whom a kind of aid may be asked, by where they are, in id order.
    pub(crate) fn whom_to_ask(
        &self,
        at: AdministrationId,
        kind: AidKind,
    ) -> impl Iterator<Item = AdministrationId> + '_ {
        let is_local = kind_rule(kind).giver == Giver::Neighbour;
        let near = is_local.then(|| self.of(at));
        let others = if is_local { &[] } else { &self.supra_local[..] };
        near.into_iter().flatten().chain(others.iter().copied())
    }
}

/// By administration: the others within so many kilometres, its provider and its customers.
fn within(all: &[Administration], km: f64) -> Csr<AdministrationId> {
    let degrees = km / KM_TO_DEGREE;
    let mut placed: Vec<(f64, f64, u32)> = (0_u32..)
        .zip(all)
        .filter_map(|(id, of)| of.position.map(|(north, east)| (north, east, id)))
        .collect();
    placed.sort_by(|a, b| a.0.total_cmp(&b.0));
    let mut pairs: Vec<(u32, AdministrationId)> = Vec::new();
    for (at, here) in placed.iter().enumerate() {
        let further_north = placed[at + 1..].iter();
        let east = degree_of_longitude(here.0);
        for there in further_north.take_while(|there| there.0 - here.0 <= degrees) {
            if apart((here.0, here.1), east, (there.0, there.1)) <= degrees * degrees {
                pairs.push((here.2, AdministrationId(there.2)));
                pairs.push((there.2, AdministrationId(here.2)));
            }
        }
    }
    for (customer, of) in (0_u32..).zip(all) {
        if let Some(provider) = of.provider {
            pairs.push((provider as u32, AdministrationId(customer)));
            pairs.push((customer, AdministrationId::from_index(provider)));
        }
    }
    pairs.sort_unstable();
    pairs.dedup();
    Csr::from_pairs(all.len(), &pairs)
}

/// By administration: the county whose official key its own key begins with.
fn counties(all: &[Administration]) -> Vec<Option<AdministrationId>> {
    let is_county = |of: &Administration| of.kind == AdministrationKind::County;
    let counties: Vec<usize> = (0..all.len()).filter(|of| is_county(&all[*of])).collect();
    let county_of = |of: &Administration| {
        let is_in = |county: &Administration| {
            of.id.len() > county.id.len() && of.id.starts_with(&county.id)
        };
        let around = counties.iter().filter(|county| is_in(&all[**county]));
        let closest = around.max_by_key(|county| all[**county].id.len());
        closest.map(|county| AdministrationId::from_index(*county))
    };
    all.iter().map(county_of).collect()
}

/// By those who report: the nearest others of them by position; ties by id.
fn nearest(all: &[Administration], reporting: &[AdministrationId]) -> Vec<Vec<AdministrationId>> {
    let place = |of: &AdministrationId| all[of.index()].position;
    let placed = reporting.iter().filter_map(|of| Some((place(of)?, *of)));
    let mut placed: Vec<((f64, f64), AdministrationId)> = placed.collect();
    placed.sort_by(|(a, _), (b, _)| a.0.total_cmp(&b.0));
    let near = |here: &AdministrationId| {
        let own = place(here)?;
        let (south, north) =
            placed.split_at(placed.partition_point(|((north, _), _)| *north < own.0));
        let (mut south, mut north) = (south.iter().rev().peekable(), north.iter().peekable());
        let east = degree_of_longitude(own.0);
        let mut found: Vec<(f64, AdministrationId)> = Vec::with_capacity(NEIGHBOURS + 1);
        loop {
            // Whoever is next by latitude, on either side.
            let ahead = |next: Option<&&((f64, f64), AdministrationId)>| {
                next.map_or(f64::INFINITY, |(there, _)| (there.0 - own.0).abs())
            };
            let (to_south, to_north) = (ahead(south.peek()), ahead(north.peek()));
            let is_full = found.len() == NEIGHBOURS;
            let least = to_south.min(to_north);
            // All further ones are further off than the last of those found.
            if is_full && found.last().is_some_and(|(last, _)| least * least > *last) {
                break;
            }
            let next = if to_south < to_north {
                south.next()
            } else {
                north.next()
            };
            let Some((there, other)) = next else {
                break;
            };
            if other == here {
                continue;
            }
            let other = (apart(own, east, *there), *other);
            let closer = |of: &(f64, AdministrationId)| {
                of.0.total_cmp(&other.0).then(of.1.cmp(&other.1)).is_lt()
            };
            found.insert(found.partition_point(closer), other);
            found.truncate(NEIGHBOURS);
        }
        Some(found.into_iter().map(|(_, other)| other).collect())
    };
    let near = reporting.iter().map(|here| near(here).unwrap_or_default());
    near.collect()
}

/// How long a degree of longitude is, in degrees of latitude.
fn degree_of_longitude(latitude: f64) -> f64 {
    libm::cos(latitude.to_radians())
}

/// The square of a distance in degrees of latitude, good enough to compare neighbours.
fn apart(a: (f64, f64), degree_of_longitude: f64, b: (f64, f64)) -> f64 {
    let north = a.0 - b.0;
    let east = (a.1 - b.1) * degree_of_longitude;
    north * north + east * east
}

#[cfg(test)]
mod tests {
    use proptest::collection::vec;
    use proptest::prelude::*;

    use super::*;
    use crate::scenario::load;

    /// The nearest of all others, each looked at.
    fn nearest_of_all(
        all: &[Administration],
        among: &[AdministrationId],
        here: AdministrationId,
    ) -> Vec<AdministrationId> {
        let Some(own) = all[here.index()].position else {
            return Vec::new();
        };
        let east = degree_of_longitude(own.0);
        let others = among.iter().filter(|other| **other != here);
        let off = |other: &AdministrationId| {
            let there = all[other.index()].position?;
            Some((apart(own, east, there), *other))
        };
        let mut others: Vec<(f64, AdministrationId)> = others.filter_map(off).collect();
        others.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
        others.truncate(NEIGHBOURS);
        others.into_iter().map(|(_, other)| other).collect()
    }

    proptest! {
        #[test]
        fn the_nearest_are_found_without_looking_at_all(
            places in vec(prop::option::weighted(0.9, (0..12_u8, 0..12_u8)), 1..40),
        ) {
            let scenario = load("suedhessen", &[]).expect("a scenario");
            let mut all = scenario.administrations;
            all.truncate(places.len());
            // On a grid, so that many are as far off as others.
            for (of, place) in all.iter_mut().zip(&places) {
                of.position = place.map(|(north, east)| (49.0 + f64::from(north) / 10.0, f64::from(east) / 10.0));
            }
            let among: Vec<AdministrationId> = (0..all.len())
                .filter(|of| of % 7 != 3)
                .map(AdministrationId::from_index)
                .collect();
            let expected: Vec<Vec<AdministrationId>> =
                among.iter().map(|here| nearest_of_all(&all, &among, *here)).collect();
            prop_assert_eq!(nearest(&all, &among), expected);
        }
    }
}
