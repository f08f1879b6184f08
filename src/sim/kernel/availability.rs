//! From the condition of systems to what can be used: availability along dependencies.

use super::Kernel;
use crate::sim::columns::Due;
use crate::sim::plan::Ties;
use crate::vocab::AdministrationId;

/// At or above this share a system counts as operational.
const OPERATIONAL: f32 = 0.5;

impl Kernel<'_> {
    /// Sets the share of a system that is usable by its own condition, and everything that follows from it.
    ///
    /// Dependencies have no cycles (the scenario check refuses them), so this ends.
    pub(crate) fn set_own(&mut self, system: u32, share: f32) {
        let share = if self.plan.ties[system as usize].has(Ties::WORKPLACES) {
            let owner = self.plan.nodes[system as usize].administration as usize;
            let workplaces = &mut self.columns.workplaces[owner];
            workplaces.own_share = share;
            workplaces.usable()
        } else {
            share
        };
        self.set_share(system, share);
    }

    /// Counts the workplaces of an administration anew after notebooks came or people went.
    pub(crate) fn recount_workplaces(&mut self, administration: AdministrationId) {
        let index = administration.index();
        if let Some(system) = self.plan.administrations[index].workplaces {
            let usable = self.columns.workplaces[index].usable();
            // Giving changes what the level would be without it, even where the share stays.
            self.touch_services(system.0);
            self.set_share(system.0, usable);
        }
    }

    fn set_share(&mut self, system: u32, share: f32) {
        self.columns.systems[system as usize].own = share;
        let available = if share > 0.0 {
            self.availability_of(system)
        } else {
            0.0
        };
        let mut to_visit = core::mem::take(&mut self.columns.to_visit);
        let mut more_down = self.update(system, available, &mut to_visit);
        let plan = self.plan;
        while let Some(system) = to_visit.pop() {
            let supplied = self.columns.systems[system as usize].available;
            for distance in &plan.template(system).dependents {
                let dependent = system.wrapping_add_signed(*distance);
                more_down += self.pass_on(dependent, supplied, &mut to_visit);
            }
            if plan.ties[system as usize].has(Ties::SUPPLIES_OUTSIDE) {
                for dependent in plan.dependents_outside.row(system) {
                    more_down += self.pass_on(*dependent, supplied, &mut to_visit);
                }
            }
        }
        self.columns.to_visit = to_visit;
        if more_down != 0 {
            let now = self.columns.now;
            self.columns.tally.operational_changed(now, more_down);
        }
    }

    /// Computes a dependent's availability anew after one of its suppliers changed to `supplied`.
    #[inline]
    fn pass_on(&mut self, dependent: u32, supplied: f32, to_visit: &mut Vec<u32>) -> i32 {
        let own = self.columns.systems[dependent as usize].own;
        if own <= 0.0 {
            return 0;
        }
        let available = if self.plan.ties[dependent as usize].has(Ties::SOLE_SUPPLIER) {
            own * supplied
        } else {
            self.availability_of(dependent)
        };
        self.update(dependent, available, to_visit)
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
        let ties = self.plan.ties[system as usize];
        if ties.has(Ties::SUPPLIES) {
            to_visit.push(system);
        }
        if ties.has(Ties::SERVES) {
            self.touch_services(system);
        }
        if system < self.plan.first_counted {
            return 0;
        }
        i32::from(available < OPERATIONAL) - i32::from(old < OPERATIONAL)
    }

    /// Marks the services that depend on a system.
    fn touch_services(&mut self, system: u32) {
        for service in self.plan.services_of_system.row(system) {
            self.columns.services.mark_changed(*service);
        }
        self.columns.due.set(Due::SERVICES);
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
