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
        let near = reporting
            .iter()
            .map(|here| nearest(all, &reporting, *here))
            .collect();
        Self {
            county: (0..all.len()).map(|of| county_of(all, of)).collect(),
            reporting,
            near,
            ..reach
        }
    }

    /// Returns the others within reach of an administration, in id order.
    pub(crate) fn of(&self, at: AdministrationId) -> impl Iterator<Item = AdministrationId> + '_ {
        let near = self.within.as_ref().map(|within| within.row(at.0));
        let all = if near.is_none() { self.all } else { 0 };
        let all = (0..all).map(AdministrationId);
        near.into_iter()
            .flatten()
            .copied()
            .chain(all.filter(move |other| *other != at))
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

/// The county whose official key an administration's own key begins with.
fn county_of(all: &[Administration], of: usize) -> Option<AdministrationId> {
    let key = all[of].id.as_str();
    all.iter()
        .enumerate()
        .filter(|(_, other)| other.kind == AdministrationKind::County)
        .filter(|(_, other)| key.len() > other.id.len() && key.starts_with(&other.id))
        .max_by_key(|(_, other)| other.id.len())
        .map(|(position, _)| AdministrationId::from_index(position))
}

/// The nearest others by position; ties by id.
fn nearest(
    all: &[Administration],
    among: &[AdministrationId],
    here: AdministrationId,
) -> Vec<AdministrationId> {
    let Some(own) = all[here.index()].position else {
        return Vec::new();
    };
    let east = degree_of_longitude(own.0);
    let mut others: Vec<(f64, AdministrationId)> = among
        .iter()
        .filter(|other| **other != here)
        .filter_map(|other| Some((apart(own, east, all[other.index()].position?), *other)))
        .collect();
    let nearer = |a: &(f64, AdministrationId), b: &(f64, AdministrationId)| {
        a.0.total_cmp(&b.0).then(a.1.cmp(&b.1))
    };
    if others.len() > NEIGHBOURS {
        others.select_nth_unstable_by(NEIGHBOURS, nearer);
        others.truncate(NEIGHBOURS);
    }
    others.sort_by(nearer);
    others.into_iter().map(|(_, other)| other).collect()
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
