//! Wiederanlauf: the own work in its order, and what another order would change.

use crate::vocab::{Skill, Stamp, Text};

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
    /// Why nobody can tell, where that is so.
    pub unforeseen: Option<Text>,
    /// What would change if it were moved up by one.
    pub if_moved_up: Vec<OrderShift>,
}

/// What holds up the own work most.
#[derive(Debug, Clone, PartialEq)]
pub enum Bottleneck {
    /// People: so many more could be used at once, most of all with this skill.
    People {
        /// How many more.
        short: u32,
        /// Which skill.
        skill: Skill,
    },
    /// Something that more people would not bring nearer.
    Waiting {
        /// What.
        what: Text,
        /// How many open pieces of work wait for it.
        steps: u32,
    },
}

/// How tired the people are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fatigue {
    /// Minutes a day that they worked over the last two weeks.
    pub minutes_a_day: u32,
    /// From so many minutes a day on their strength sinks.
    pub begins_at: u32,
    /// What is left of it, of 100.
    pub strength_of_100: u8,
    /// How it goes on by the calendar of shifts; `None` if it is whole and stays so.
    pub ahead: Option<FatigueAhead>,
}

/// How the strength of people goes on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FatigueAhead {
    /// The day on which it begins to sink; `None` if it has.
    pub sinks: Option<Stamp>,
    /// The day on which it is least, and what is left then, of 100; `None` if it is least now.
    pub least: Option<(Stamp, u8)>,
    /// The day on which it is whole again; `None` if that is not in sight.
    pub whole_again: Option<Stamp>,
}

/// The own work in its order.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct WorkView {
    /// What holds it up most; `None` if nothing does.
    pub bottleneck: Option<Bottleneck>,
    /// How tired people are; `None` before they were called to work.
    pub fatigue: Option<Fatigue>,
    /// What is done or not the seat's to order, then all else in the order in which it gets people.
    pub rows: Vec<WorkRow>,
}
