//! What the region screen shows in which order: open counties, sorting, the filter, the selection.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use super::Seat;
use super::update::{around, moved};
use crate::view::{Place, RegionView};
use crate::vocab::{AdministrationId, SimTime};

/// How places are sorted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::tui) enum RegionSort {
    /// As counties list them.
    Official,
    /// The next deadline first.
    Deadline,
    /// The most standing services first.
    Down,
}

impl RegionSort {
    const ALL: [Self; 3] = [Self::Official, Self::Deadline, Self::Down];
}

/// What can be selected.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum RegionKey {
    /// A place.
    Place(AdministrationId),
    /// The folded municipalities of a county.
    Folded(AdministrationId),
}

/// A line of the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::tui) enum RegionLine {
    /// A county or a place without one: position of its group.
    Head(usize),
    /// A municipality: position of the place.
    Member(usize),
    /// The municipalities of a folded county: position of its group.
    Folded(usize),
}

/// Sorting, filter and selection of the region screen.
#[derive(Debug, Clone)]
pub(in crate::tui) struct RegionFocus {
    pub sort: RegionSort,
    pub only_deadlines: bool,
    /// Places that are asked for aid together.
    pub marked: BTreeSet<AdministrationId>,
    selected: Option<RegionKey>,
    /// Counties that somebody opened or closed; the own one is open at first.
    opened: BTreeMap<AdministrationId, bool>,
}

impl RegionFocus {
    pub const fn new() -> Self {
        Self {
            sort: RegionSort::Official,
            only_deadlines: false,
            marked: BTreeSet::new(),
            selected: None,
            opened: BTreeMap::new(),
        }
    }

    /// Whether the municipalities of a group are shown.
    pub fn is_open(&self, view: &RegionView, group: usize) -> bool {
        let group = &view.groups[group];
        let of_own = || {
            view.places[group.members.clone()]
                .iter()
                .any(|place| place.is_own)
        };
        let head = &view.places[group.head];
        self.opened
            .get(&head.id)
            .copied()
            .unwrap_or_else(|| head.is_own || of_own())
    }

    fn shows(&self, place: &Place) -> bool {
        let has_deadline = place
            .report
            .as_ref()
            .is_some_and(|report| report.next.is_some());
        !self.only_deadlines || has_deadline
    }

    fn rank(&self, place: &Place) -> (SimTime, Reverse<u32>) {
        let report = place.report.as_ref();
        let at = report
            .and_then(|report| report.next.as_ref())
            .map(|next| next.at.at);
        match self.sort {
            RegionSort::Official => (SimTime::ZERO, Reverse(0)),
            RegionSort::Deadline => (at.unwrap_or(SimTime::NEVER), Reverse(0)),
            RegionSort::Down => {
                let down = report.map_or(0, |report| report.down);
                (SimTime::ZERO, Reverse(down))
            }
        }
    }

    /// Selects a place, and opens its county so that it is seen.
    pub fn show(&mut self, view: &RegionView, place: AdministrationId) {
        let at = view.places.iter().position(|other| other.id == place);
        let of =
            |group: &&crate::view::PlaceGroup| at.is_some_and(|at| group.members.contains(&at));
        if let Some(group) = view.groups.iter().find(of) {
            self.opened.insert(view.places[group.head].id, true);
        }
        self.only_deadlines = false;
        self.selected = Some(RegionKey::Place(place));
    }

    /// Returns the lines of the table in their order.
    pub fn lines(&self, view: &RegionView) -> Vec<RegionLine> {
        let mut groups: Vec<usize> = (0..view.groups.len()).collect();
        groups.sort_by_key(|group| self.rank(&view.places[view.groups[*group].head]));
        let mut lines = Vec::new();
        for at in groups {
            let group = &view.groups[at];
            let mut members: Vec<usize> = group
                .members
                .clone()
                .filter(|member| self.shows(&view.places[*member]))
                .collect();
            if members.is_empty() && !self.shows(&view.places[group.head]) {
                continue;
            }
            lines.push(RegionLine::Head(at));
            if self.is_open(view, at) {
                members.sort_by_key(|member| self.rank(&view.places[*member]));
                lines.extend(members.into_iter().map(RegionLine::Member));
            } else if !members.is_empty() {
                lines.push(RegionLine::Folded(at));
            }
        }
        lines
    }

    /// Returns which of the lines is selected.
    pub fn selected(&self, view: &RegionView, lines: &[RegionLine]) -> usize {
        let wanted = self.selected.or_else(|| {
            let own = view.places.iter().find(|place| place.is_own)?;
            Some(RegionKey::Place(own.id))
        });
        lines
            .iter()
            .position(|line| Some(key_of(view, *line)) == wanted)
            .unwrap_or(0)
    }
}

/// Returns what selects a line.
fn key_of(view: &RegionView, line: RegionLine) -> RegionKey {
    let head = |group: usize| view.places[view.groups[group].head].id;
    match line {
        RegionLine::Head(group) => RegionKey::Place(head(group)),
        RegionLine::Member(place) => RegionKey::Place(view.places[place].id),
        RegionLine::Folded(group) => RegionKey::Folded(head(group)),
    }
}

/// Returns the group that a line belongs to.
fn group_of(view: &RegionView, line: RegionLine) -> Option<usize> {
    match line {
        RegionLine::Head(group) | RegionLine::Folded(group) => Some(group),
        RegionLine::Member(place) => {
            let of = |group: &crate::view::PlaceGroup| group.members.contains(&place);
            view.groups.iter().position(of)
        }
    }
}

impl Seat {
    /// Moves the selection of the region screen.
    pub(super) fn go_in_region(&mut self, by: isize) {
        let lines = self.focus.region.lines(&self.view.region);
        let at = self.focus.region.selected(&self.view.region, &lines);
        self.select_in_region(moved(at, by, lines.len()));
    }

    pub(super) fn select_in_region(&mut self, at: usize) {
        let lines = self.focus.region.lines(&self.view.region);
        self.focus.region.selected = lines.get(at).map(|line| key_of(&self.view.region, *line));
    }

    /// Opens or closes the county of the selected line.
    pub(super) fn fold_region(&mut self, open: bool) {
        let view = &self.view.region;
        let Some(line) = self.region_line() else {
            return;
        };
        let Some(group) = group_of(view, line) else {
            return;
        };
        if view.groups[group].members.is_empty() {
            return;
        }
        let head = view.places[view.groups[group].head].id;
        self.focus.region.opened.insert(head, open);
        self.focus.region.selected = Some(RegionKey::Place(head));
    }

    fn region_line(&self) -> Option<RegionLine> {
        let lines = self.focus.region.lines(&self.view.region);
        let at = self.focus.region.selected(&self.view.region, &lines);
        lines.get(at).copied()
    }

    /// Returns the selected place; `None` on the line of folded municipalities.
    pub(super) fn region_place(&self) -> Option<AdministrationId> {
        let view = &self.view.region;
        match self.region_line()? {
            RegionLine::Head(group) => Some(view.places[view.groups[group].head].id),
            RegionLine::Member(place) => Some(view.places[place].id),
            RegionLine::Folded(_) => None,
        }
    }

    /// Returns the municipalities of the county on the selected line.
    pub(super) fn region_members(&self) -> Vec<AdministrationId> {
        let view = &self.view.region;
        let group = self.region_line().and_then(|line| group_of(view, line));
        let members = group.map_or(0..0, |group| view.groups[group].members.clone());
        view.places[members].iter().map(|place| place.id).collect()
    }

    pub(super) fn sort_region(&mut self) {
        let all = RegionSort::ALL;
        let at = all.iter().position(|sort| *sort == self.focus.region.sort);
        self.focus.region.sort = all[around(at.unwrap_or(0), 1, all.len())];
    }
}
