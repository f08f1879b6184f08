//! Who hears from whom: the county of an administration and its nearest neighbours.

use crate::scenario::{Administration, AdministrationKind, Scenario};
use crate::vocab::AdministrationId;

use super::PlannedAdministration;

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
}

impl Reach {
    /// Lays out who hears from whom.
    pub(super) fn new(scenario: &Scenario, planned: &[PlannedAdministration]) -> Self {
        let all = &scenario.administrations;
        let reporting: Vec<AdministrationId> = (0_u32..)
            .map(AdministrationId)
            .zip(planned)
            .filter(|(_, planned)| !planned.services.is_empty())
            .map(|(id, _)| id)
            .collect();
        if reporting.is_empty() {
            return Self::default();
        }
        let near = reporting
            .iter()
            .map(|here| nearest(all, &reporting, *here))
            .collect();
        Self {
            county: (0..all.len()).map(|of| county_of(all, of)).collect(),
            reporting,
            near,
        }
    }
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
    let mut others: Vec<(f64, AdministrationId)> = among
        .iter()
        .filter(|other| **other != here)
        .filter_map(|other| Some((apart(own, all[other.index()].position?), *other)))
        .collect();
    others.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
    others.truncate(NEIGHBOURS);
    others.into_iter().map(|(_, other)| other).collect()
}

/// The square of a distance, good enough to compare neighbours.
fn apart(a: (f64, f64), b: (f64, f64)) -> f64 {
    let north = a.0 - b.0;
    let east = (a.1 - b.1) * libm::cos(a.0.to_radians());
    north * north + east * east
}
