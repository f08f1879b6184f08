//! Parts of a world that never touch each other are played one after the other.
//!
//! What happens in one changes nothing in another, and luck is keyed, so the order is free. One
//! part at a time stays in the cache, which counts in a large world. What is counted
//! over all parts at once waits in a curve by minute until all have come as far.

use super::{Kernel, Stopped};
use crate::scenario::EndRule;
use crate::sim::agenda::{Happening, HappeningKind};
use crate::vocab::SimTime;

/// By how many the systems increase that are not operational, by minute.
#[derive(Debug, Clone, Default)]
pub(crate) struct Curve {
    first: SimTime,
    more_down: Vec<i32>,
}

impl Curve {
    /// Counts a change.
    pub(crate) fn add(&mut self, at: SimTime, more_down: i32) {
        let minute = at.since(self.first) as usize;
        if minute >= self.more_down.len() {
            self.more_down.resize(minute + 1, 0);
        }
        self.more_down[minute] += more_down;
    }
}

impl Kernel<'_> {
    /// As [`Kernel::run_until`], part by part; `None` if something is about to happen that
    /// belongs to no part: then all must be played at once.
    pub(super) fn run_parts_until(&mut self, limit: SimTime) -> Option<Stopped> {
        let mut waiting = vec![Vec::new(); self.plan.parts.count() as usize];
        for (at, happening) in self.columns.agenda.entries_in_order() {
            waiting[self.part_of(happening)? as usize].push((at, happening));
        }
        let begin = self.columns.now;
        let mut last_change = begin;
        let mut left = Vec::new();
        self.columns.curve = Some(Curve {
            first: begin,
            more_down: Vec::new(),
        });
        for part in waiting {
            self.columns.now = begin;
            self.columns.agenda.clear();
            self.enter_all(part);
            let mut events = self.columns.tally.events;
            self.play_until(limit, |kernel| {
                if kernel.columns.tally.events != events {
                    events = kernel.columns.tally.events;
                    last_change = last_change.max(kernel.columns.now);
                }
                None
            });
            left.append(&mut self.columns.agenda.entries_in_order());
        }
        self.columns.agenda.clear();
        self.enter_all(left);
        let curve = self.columns.curve.take().unwrap_or_default();
        for (minute, more_down) in (0..).zip(&curve.more_down) {
            if *more_down != 0 {
                let at = begin.after(minute);
                self.columns.tally.operational_changed(at, *more_down);
            }
        }
        self.columns.now = last_change;
        let over = self.plan.scenario.end == EndRule::WhenQuiet && self.is_quiet();
        Some(if over {
            Stopped::Quiet
        } else {
            Stopped::AtLimit
        })
    }

    fn enter_all(&mut self, happenings: Vec<(SimTime, Happening)>) {
        for (at, Happening { kind, id, tag }) in happenings {
            self.columns.agenda.push(at, kind, id, tag);
        }
    }

    /// Returns the part in which something happens; only what the attack and the crews do has one.
    fn part_of(&self, happening: Happening) -> Option<u32> {
        let id = happening.id;
        let system = match happening.kind {
            HappeningKind::Entry => return Some(id),
            HappeningKind::InsideAttempt
            | HappeningKind::Contained
            | HappeningKind::CrewRepaired
            | HappeningKind::Encrypted => id,
            HappeningKind::OutsideAttempt => self.plan.links_outside.items()[id as usize].to,
            HappeningKind::GatedAttempt => self.plan.gated.items()[id as usize].to,
            _ => return None,
        };
        let owner = self.columns.systems[system as usize].administration;
        Some(self.plan.parts.of(owner))
    }
}
