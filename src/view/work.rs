//! Wiederanlauf: the own work in its order, and what another order would change.

use crate::vocab::{Stamp, Text};

/// What moving an order up would change for another one, or for itself.
#[derive(Debug, Clone, PartialEq)]
pub struct OrderShift {
    /// Which work.
    pub name: Text,
    /// Whether it would be done earlier; else later.
    pub earlier: bool,
    /// By how many minutes, at least and at most.
    pub minutes: (u32, u32),
}

/// A piece of the own recovery.
#[derive(Debug, Clone, PartialEq)]
pub struct WorkRow {
    /// Which order; `None` where its place cannot be changed (done, or not the seat's to order).
    pub order: Option<u32>,
    /// What is done.
    pub name: Text,
    /// Share done, of 100.
    pub done_of_100: u8,
    /// Whether it is finished.
    pub is_done: bool,
    /// People on it.
    pub people: u32,
    /// People it could use.
    pub useful_people: u32,
    /// Of a product: how many customers have it again, and whose turn it is.
    pub serves: Option<Text>,
    /// What it waits for.
    pub waits_for: Option<Text>,
    /// When it is likely done; `None` if nobody can tell.
    pub ready: Option<(Stamp, Stamp)>,
    /// What would change if it were moved up by one.
    pub if_moved_up: Vec<OrderShift>,
}

/// The own work in its order.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct WorkView {
    /// What is done or not the seat's to order, then all else in the order in which it gets people.
    pub rows: Vec<WorkRow>,
}
