//! Lists cut down to what has a deadline: services, places, requests.

use super::super::keymap::Screen;
use super::Seat;
use super::update::moved;

/// Which lists show only what has a deadline; places have theirs with the region.
#[derive(Debug, Clone, Copy, Default)]
pub(in crate::tui) struct OnlyDue {
    pub services: bool,
    /// Requests that must be answered by some time.
    pub requests: bool,
}

impl Seat {
    /// Shows only what has a deadline on the present screen, or everything again.
    pub(super) fn toggle_only_deadlines(&mut self) {
        let focus = &mut self.focus;
        let only = match focus.screen {
            Screen::TownHall => &mut focus.only_due.services,
            Screen::Aid => &mut focus.only_due.requests,
            _ => &mut focus.region.only_deadlines,
        };
        *only = !*only;
    }

    /// Returns the positions of the services that are shown.
    pub(super) fn shown_services(&self) -> Vec<usize> {
        let services = self.view.town_hall.services.iter().enumerate();
        let all = !self.focus.only_due.services;
        services
            .filter(|(_, row)| all || row.has_deadline())
            .map(|(at, _)| at)
            .collect()
    }

    /// Returns the positions of the requests that are shown.
    pub(super) fn shown_requests(&self) -> Vec<usize> {
        let rows = self.view.aid.rows.iter().enumerate();
        let all = !self.focus.only_due.requests;
        rows.filter(|(_, row)| all || self.view.answer_due(row.id).is_some())
            .map(|(at, _)| at)
            .collect()
    }

    /// Returns the position in a whole list that lies some shown entries further.
    pub(super) fn further(shown: &[usize], selected: usize, by: isize) -> usize {
        let at = shown.iter().position(|at| *at == selected).unwrap_or(0);
        let next = shown.get(moved(at, by, shown.len()));
        next.copied().unwrap_or(0)
    }
}
