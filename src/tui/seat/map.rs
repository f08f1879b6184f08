//! What the map shows, how near, and how the cursor goes from place to place.

use super::Seat;
use crate::view::{Place, RegionView};
use crate::vocab::AdministrationId;

/// What the signs of the map say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::tui) enum MapLayer {
    /// How services stand.
    State,
    /// Whether help comes.
    Help,
    /// Whether the link to the provider is open.
    Link,
    /// Whether a deadline is near.
    Deadline,
}

impl MapLayer {
    const fn next(self) -> Self {
        match self {
            Self::State => Self::Help,
            Self::Help => Self::Link,
            Self::Link => Self::Deadline,
            Self::Deadline => Self::State,
        }
    }
}

/// The nearest the map can be looked at, in steps.
pub(in crate::tui) const NEAREST: u8 = 6;

/// Layer, distance and cursor of the map.
#[derive(Debug, Clone, Copy)]
pub(in crate::tui) struct MapFocus {
    pub layer: MapLayer,
    pub zoom: u8,
    selected: Option<AdministrationId>,
}

impl MapFocus {
    pub const fn new() -> Self {
        Self {
            layer: MapLayer::State,
            zoom: 0,
            selected: None,
        }
    }

    /// Returns the place under the cursor: the chosen one, at first the own.
    pub fn selected(self, view: &RegionView) -> Option<&Place> {
        let on_map = || view.places.iter().filter(|place| place.position.is_some());
        self.selected
            .and_then(|id| on_map().find(|place| place.id == id))
            .or_else(|| on_map().find(|place| place.is_own))
            .or_else(|| on_map().next())
    }
}

/// Returns how far east and north `to` lies of `from`, in degrees of latitude.
pub(in crate::tui) fn offset(from: (f64, f64), to: (f64, f64)) -> (f64, f64) {
    let east = (to.1 - from.1) * libm::cos(from.0.to_radians());
    (east, to.0 - from.0)
}

/// Returns the nearest place in a direction; what lies aside counts twice.
fn nearest(view: &RegionView, from: &Place, right: isize, down: isize) -> Option<AdministrationId> {
    let here = from.position?;
    let mut best: Option<(f64, AdministrationId)> = None;
    for place in &view.places {
        let Some(there) = place.position.filter(|_| place.id != from.id) else {
            continue;
        };
        let (east, north) = offset(here, there);
        let (ahead, aside) = match (right, down) {
            (0, down) => (if down > 0 { -north } else { north }, east),
            _ => (if right > 0 { east } else { -east }, north),
        };
        let distance = ahead + 2.0 * aside.abs();
        if ahead > 0.0 && aside.abs() <= ahead * 2.0 && best.is_none_or(|(d, _)| distance < d) {
            best = Some((distance, place.id));
        }
    }
    best.map(|(_, id)| id)
}

impl Seat {
    /// Moves the cursor to the nearest place in a direction.
    pub(super) fn go_on_map(&mut self, right: isize, down: isize) {
        let view = &self.view.region;
        let Some(from) = self.focus.map.selected(view) else {
            return;
        };
        if let Some(place) = nearest(view, from, right, down) {
            self.focus.map.selected = Some(place);
        }
    }

    /// Puts the cursor on a place of the list of all places, as a click does.
    pub(super) fn select_on_map(&mut self, at: usize) {
        if let Some(place) = self.view.region.places.get(at) {
            self.focus.map.selected = Some(place.id);
        }
    }

    /// Puts cursor and selection of region and map on a place.
    pub(super) fn point_at(&mut self, place: AdministrationId) {
        self.focus.map.selected = Some(place);
        self.focus.region.show(&self.view.region, place);
    }

    pub(super) fn next_layer(&mut self) {
        self.focus.map.layer = self.focus.map.layer.next();
    }

    pub(super) fn zoom(&mut self, nearer: bool) {
        let zoom = &mut self.focus.map.zoom;
        *zoom = if nearer {
            (*zoom + 1).min(NEAREST)
        } else {
            zoom.saturating_sub(1)
        };
    }
}
