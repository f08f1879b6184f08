//! From the condition of systems to what can be used: availability along dependencies.

use super::Kernel;
use crate::sim::columns::Due;

/// At or above this share a system counts as operational.
const OPERATIONAL: f32 = 0.5;

impl Kernel<'_> {
    /// Sets the share of a system that is usable by its own condition, and everything that follows from it.
    ///
    /// Dependencies have no cycles (the scenario check refuses them), so this ends.
    pub(crate) fn set_own(&mut self, system: u32, share: f32) {
        self.columns.systems[system as usize].own = share;
        let available = self.availability_of(system);
        let mut to_visit = core::mem::take(&mut self.columns.to_visit);
        let mut more_down = self.update(system, available, &mut to_visit);
        while let Some(system) = to_visit.pop() {
            let node = self.plan.nodes[system as usize];
            let supplied = self.columns.systems[system as usize].available;
            for dependent in self.plan.dependents(node) {
                let state = self.columns.systems[*dependent as usize];
                if state.own > 0.0 {
                    let available = if self.plan.nodes[*dependent as usize].has_sole_supplier {
                        state.own * supplied
                    } else {
                        self.availability_of(*dependent)
                    };
                    more_down += self.update(*dependent, available, &mut to_visit);
                }
            }
        }
        self.columns.to_visit = to_visit;
        if more_down != 0 {
            let now = self.columns.now;
            self.columns.tally.operational_changed(now, more_down);
        }
    }

    /// Notes a system's availability; if it changed, its dependents are to be visited.
    /// Returns by how many the systems that are not operational increase.
    #[inline]
    fn update(&mut self, system: u32, available: f32, to_visit: &mut Vec<u32>) -> i32 {
        let state = &mut self.columns.systems[system as usize];
        let old = core::mem::replace(&mut state.available, available);
        if old.to_bits() == available.to_bits() {
            return 0;
        }
        let node = self.plan.nodes[system as usize];
        if !self.plan.dependents(node).is_empty() {
            to_visit.push(system);
        }
        if node.serves {
            for service in self.plan.services_of_system.row(system) {
                self.columns.services.mark_changed(*service);
            }
            self.columns.due.set(Due::SERVICES);
        }
        if system < self.plan.first_counted {
            return 0;
        }
        i32::from(available < OPERATIONAL) - i32::from(old < OPERATIONAL)
    }

    /// own condition x min over all suppliers x max over each group of alternatives.
    fn availability_of(&self, system: u32) -> f32 {
        let systems = &self.columns.systems;
        let own = systems[system as usize].own;
        let needed = self
            .plan
            .suppliers
            .row(system)
            .iter()
            .map(|supplier| systems[*supplier as usize].available)
            .fold(1.0, f32::min);
        let alternatives = self.plan.groups.row(system).iter().map(|group| {
            self.plan
                .group_members
                .row(*group)
                .iter()
                .map(|supplier| systems[*supplier as usize].available)
                .fold(0.0, f32::max)
        });
        alternatives.fold(own * needed, |share, group| share * group)
    }

    /// Fills the availability of all systems from their own shares; used once for the initial state.
    pub(crate) fn fill_availability(&mut self) {
        let systems = self.plan.systems() as u32;
        // Repeated passes settle any order of dependencies: a chain has at most as many links as systems.
        for _ in 0..=systems {
            let mut changed = false;
            for system in 0..systems {
                let available = self.availability_of(system);
                let old = &mut self.columns.systems[system as usize].available;
                changed |= old.to_bits() != available.to_bits();
                *old = available;
            }
            if !changed {
                break;
            }
        }
        let down = (self.plan.first_counted..systems)
            .filter(|system| self.columns.systems[*system as usize].available < OPERATIONAL)
            .count();
        self.columns.tally.not_operational = down as u32;
    }
}
