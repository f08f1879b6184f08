//! The order of the own work, and the order in which a provider serves its customers: moved, said, taken back.

use super::update::moved;
use super::{Notice, Seat};
use crate::command::Command;
use crate::view::{CustomerRow, WorkRow};
use crate::vocab::{AdministrationId, Text};

impl Seat {
    /// Returns the position of the selected piece of work.
    fn selected_work(&self) -> usize {
        let last = self.view.work.rows.len().saturating_sub(1);
        self.focus.work.min(last)
    }

    /// Returns the selected work and the one it would pass, or why it cannot be moved.
    pub(super) fn to_move(&self, up: bool) -> Result<(&WorkRow, &WorkRow), &'static str> {
        let rows = &self.view.work.rows;
        let at = self.selected_work();
        let row = rows.get(at).ok_or("ui-why-no-recovery")?;
        if row.order.is_none() {
            return Err("ui-work-fixed");
        }
        let (other, at_end) = if up {
            (at.checked_sub(1), "ui-work-is-first")
        } else {
            (Some(at + 1), "ui-work-is-last")
        };
        let other = other.and_then(|other| rows.get(other));
        let other = other.filter(|other| other.order.is_some()).ok_or(at_end)?;
        Ok((row, other))
    }

    /// Gives the selected work its people one place earlier or later; the selection goes with it.
    pub(super) fn move_work(&mut self, up: bool) {
        let (this, other) = match self.to_move(up) {
            Ok((this, other)) => (this.clone(), other.name.clone()),
            Err(why) => {
                self.notice = Some(Notice::why_not(Text::new(why)));
                return;
            }
        };
        let Some(order) = this.order else { return };
        let key = if up {
            "ui-work-moved-up"
        } else {
            "ui-work-moved-down"
        };
        let done = Text::new(key).text("this", this.name).text("other", other);
        if self.submit(Command::MoveOrder { order, up }, Some(done)) {
            self.undo = Some(Command::MoveOrder { order, up: !up });
            self.follow_work(up);
        }
    }

    fn follow_work(&mut self, up: bool) {
        let by = if up { -1 } else { 1 };
        self.focus.work = moved(self.selected_work(), by, self.view.work.rows.len());
    }

    /// Returns the customer that is selected, at the seat of a provider.
    pub(super) fn customer(&self) -> Option<&CustomerRow> {
        let customers = &self.view.town_hall.customers;
        customers.get(self.focus.customer.min(customers.len().saturating_sub(1)))
    }

    /// Serves the selected customer earlier or later; the selection goes with it.
    pub(super) fn move_customer(&mut self, to: impl Fn(u32) -> u32) {
        let Some(row) = self.customer() else { return };
        let (customer, from, name) = (row.id, row.place, row.name.clone());
        let place = to(from);
        let done = Text::new("ui-customer-placed").name("name", name);
        let done = done.count("place", place + 1);
        if self.place_customer((customer, from), place, done) {
            self.undo = Some(Command::PlaceCustomer {
                customer,
                place: from,
            });
        }
    }

    /// Serves a customer at another place of the order; the selection goes with it.
    fn place_customer(
        &mut self,
        (customer, from): (AdministrationId, u32),
        place: u32,
        done: Text,
    ) -> bool {
        let customers = self.view.town_hall.customers.iter();
        let is_open = customers
            .filter(|row| row.id == customer)
            .any(|row| row.cut.is_none());
        if !self.submit(Command::PlaceCustomer { customer, place }, Some(done)) {
            return false;
        }
        // Customers whose line is open stand above the others, each part in its order.
        let rows = &self.view.town_hall.customers;
        let others = rows.iter().filter(|other| other.id != customer);
        let above = others.filter(|other| {
            let before = other.place - u32::from(other.place > from);
            let is_open_too = other.cut.is_none();
            if is_open_too == is_open {
                before < place
            } else {
                is_open_too
            }
        });
        self.focus.customer = above.count();
        true
    }

    /// Takes back the last move; the selection goes with it.
    pub(super) fn take_back(&mut self) {
        let done = || Text::new("ui-undone");
        match self.undo.take() {
            Some(Command::MoveOrder { order, up }) => {
                let mut rows = self.view.work.rows.iter();
                let at = rows.position(|row| row.order == Some(order));
                self.focus.work = at.unwrap_or(self.focus.work);
                if self.submit(Command::MoveOrder { order, up }, Some(done())) {
                    self.follow_work(up);
                }
            }
            Some(Command::PlaceCustomer { customer, place }) => {
                let mut rows = self.view.town_hall.customers.iter();
                if let Some(now) = rows.find(|row| row.id == customer) {
                    let from = (customer, now.place);
                    self.place_customer(from, place, done());
                }
            }
            _ => {}
        }
    }
}
