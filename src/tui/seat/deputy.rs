//! Who acts while nobody sits here: chosen from a short list, and what a deputy did.

use super::super::dialogs::{Dialog, Reading};
use super::super::keymap::Intent;
use super::Seat;
use super::update::moved;
use crate::command::Command;
use crate::vocab::Text;

impl Seat {
    /// Opens the list: the people of the seat first, then each plan; chosen is who acts now.
    pub(super) fn open_deputies(&mut self) {
        let now = self.view.deputy.as_ref();
        let mut plans = self.view.plans.iter();
        let at = now.and_then(|title| plans.position(|(_, other)| other == title));
        self.dialog = Some(Dialog::Deputies(at.map_or(0, |at| at + 1)));
    }

    pub(super) fn in_deputies(&mut self, intent: Intent) {
        let Some(Dialog::Deputies(chosen)) = &mut self.dialog else {
            return;
        };
        let count = self.view.plans.len() + 1;
        match intent {
            Intent::Up => *chosen = moved(*chosen, -1, count),
            Intent::Down => *chosen = moved(*chosen, 1, count),
            Intent::ReadDecided => self.read(Reading::Deputy),
            Intent::Accept => {
                let chosen = *chosen;
                self.dialog = None;
                self.leave_to(chosen);
            }
            _ => self.dialog = None,
        }
    }

    /// Leaves the seat to the plan at a place of the list, or takes it back; as it is, it stays.
    fn leave_to(&mut self, chosen: usize) {
        let plan = chosen.checked_sub(1).and_then(|at| self.view.plans.get(at));
        if plan.map(|(_, title)| title) == self.view.deputy.as_ref() {
            return;
        }
        let done = match plan {
            Some((_, title)) => Text::new("ui-deputy-set").text("plan", title.clone()),
            None => Text::new("ui-deputy-ends"),
        };
        let plan = plan.map(|(id, _)| id.clone());
        self.submit(Command::StandingOrders(plan), Some(done));
    }
}
