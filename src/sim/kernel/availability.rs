//! From the condition of systems to what can be used: availability along dependencies.

use super::Kernel;
use crate::sim::columns::Due;
use crate::sim::plan::{Step, Template, Ties};
use crate::vocab::AdministrationId;

/// At or above this share a system counts as operational.
const OPERATIONAL: f32 = 0.5;

impl Kernel<'_> {
    /// Sets the share of a system that is usable by its own condition, and everything that follows from it.
    ///
    /// Dependencies have no cycles (the scenario check refuses them), so this ends.
    #[inline]
    pub(crate) fn set_own(&mut self, system: u32, share: f32) {
        let state = self.columns.systems[system as usize];
        let template = &self.plan.templates[usize::from(state.template)];
        if template.is_switched() {
            debug_assert!(share <= 0.0 || share >= 1.0, "nothing is half usable");
            self.switch(system, state, share > 0.0);
            return;
        }
        let share = if template.ties.has(Ties::WORKPLACES) {
            let workplaces = &mut self.columns.workplaces[state.administration as usize];
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
        let own = &mut self.columns.shares[system as usize].own;
        if own.to_bits() == share.to_bits() {
            return;
        }
        *own = share;
        let template = self.plan.template(system);
        let available = if share <= 0.0 {
            0.0
        } else if template.supplier == Step::MANY {
            self.availability_of(system)
        } else {
            let supplier = system - u32::from(template.index) + u32::from(template.supplier);
            share * self.columns.shares[supplier as usize].available
        };
        let more_down = self.follow(system, template, available);
        self.finish_change(more_down);
    }

    /// Visits those outside who are to be told of a change, and counts.
    #[inline]
    pub(super) fn finish_change(&mut self, mut more_down: i32) {
        if !self.columns.to_visit.is_empty() {
            more_down += self.visit_outside();
        }
        if more_down != 0 {
            let now = self.columns.now;
            match &mut self.columns.curve {
                Some(curve) => curve.add(now, more_down),
                None => self.columns.tally.operational_changed(now, more_down),
            }
        }
    }

    #[inline(never)]
    fn visit_outside(&mut self) -> i32 {
        let mut more_down = 0;
        while let Some(supplier) = self.columns.to_visit.pop() {
            more_down += self.pass_on_outside(supplier);
        }
        more_down
    }

    /// Computes the dependents of a system in other administrations anew.
    fn pass_on_outside(&mut self, supplier: u32) -> i32 {
        let plan = self.plan;
        let supplied = self.columns.available(plan, supplier);
        let mut more_down = 0;
        for dependent in plan.dependents_outside.row(supplier) {
            let state = self.columns.systems[*dependent as usize];
            let template = &plan.templates[usize::from(state.template)];
            if template.is_switched() {
                more_down += self.look_outside(*dependent, state);
                continue;
            }
            let own = self.columns.shares[*dependent as usize].own;
            if own <= 0.0 {
                continue;
            }
            let available = if template.ties.has(Ties::SOLE_SUPPLIER) {
                own * supplied
            } else {
                self.availability_of(*dependent)
            };
            more_down += self.follow(*dependent, template, available);
        }
        more_down
    }

    /// Notes a system's availability and computes anew what hangs on it in its administration.
    /// Returns by how many the systems that are not operational increase.
    #[inline]
    fn follow(&mut self, system: u32, template: &Template, available: f32) -> i32 {
        let old = self.columns.shares[system as usize].available;
        if old.to_bits() == available.to_bits() {
            return 0;
        }
        let mut more_down = self.update(system, available);
        let steps = &self.plan.steps[template.steps.start as usize..template.steps.end as usize];
        let first = system - u32::from(template.index);
        for step in steps {
            let dependent = first + u32::from(step.position);
            let available = if step.supplier == Step::MANY {
                self.availability_of(dependent)
            } else {
                let supplier = first + u32::from(step.supplier);
                let shares = &self.columns.shares;
                shares[dependent as usize].own * shares[supplier as usize].available
            };
            more_down += self.update(dependent, available);
        }
        more_down
    }

    /// Notes a system's availability; if it changed, those outside its administration who
    /// depend on it are to be visited. Returns as `follow`.
    #[inline]
    fn update(&mut self, system: u32, available: f32) -> i32 {
        let known = &mut self.columns.shares[system as usize].available;
        let old = core::mem::replace(known, available);
        if old.to_bits() == available.to_bits() {
            return 0;
        }
        let ties = self.plan.template(system).ties;
        if ties.has(Ties::SUPPLIES_OUTSIDE) {
            self.columns.to_visit.push(system);
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
    #[inline(never)]
    pub(super) fn touch_services(&mut self, system: u32) {
        for service in self.plan.services_of_system.row(system) {
            self.columns.services.mark_changed(*service);
        }
        self.columns.due.set(Due::SERVICES);
    }

    /// own condition x min over all suppliers x max over each group of alternatives.
    fn availability_of(&self, system: u32) -> f32 {
        let available = |supplier: &u32| self.columns.available(self.plan, *supplier);
        let own = self.columns.shares[system as usize].own;
        let needed = self
            .plan
            .suppliers
            .row(system)
            .iter()
            .map(available)
            .fold(1.0, f32::min);
        let alternatives = self.plan.groups.row(system).iter().map(|group| {
            self.plan
                .group_members
                .row(*group)
                .iter()
                .map(available)
                .fold(0.0, f32::max)
        });
        alternatives.fold(own * needed, |share, group| share * group)
    }

    /// Fills the availability of all systems from their own shares; used once for the initial state.
    /// In switched kits everything works at first, as nothing there has alternatives to lack.
    pub(crate) fn fill_availability(&mut self) {
        let systems = self.plan.systems() as u32;
        // Repeated passes settle any order of dependencies: a chain has at most as many links as systems.
        for _ in 0..=systems {
            let mut changed = false;
            for system in (0..systems).filter(|system| !self.plan.template(*system).is_switched()) {
                let available = self.availability_of(system);
                let old = &mut self.columns.shares[system as usize].available;
                changed |= old.to_bits() != available.to_bits();
                *old = available;
            }
            if !changed {
                break;
            }
        }
        let down = (self.plan.first_counted..systems)
            .filter(|system| self.columns.available(self.plan, *system) < OPERATIONAL)
            .count();
        self.columns.tally.not_operational = down as u32;
    }
}
