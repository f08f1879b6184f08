//! Availability where nothing is ever half usable: a bit for each system of an administration.
//!
//! In a switched kit (see [`crate::sim::plan::switched`]) a system works or it does not, and it
//! works if it is on, its suppliers outside work, and all it depends on inside works. One change
//! is then a few operations on words, however much hangs on the system.

use super::Kernel;
use crate::sim::columns::{Columns, SystemState};
use crate::sim::plan::{Plan, Template};

impl Columns {
    /// Share of a system that is usable by its own condition, 0 to 1.
    pub(crate) fn own(&self, plan: &Plan, system: u32) -> f32 {
        let state = &self.systems[system as usize];
        let template = &plan.templates[usize::from(state.template)];
        if template.is_switched() {
            let down = self.switches[state.administration as usize].down;
            f32::from(u8::from(down & template.bit() == 0))
        } else {
            self.shares[system as usize].own
        }
    }

    /// Share of a system that is usable with all it depends on, 0 to 1.
    pub(crate) fn available(&self, plan: &Plan, system: u32) -> f32 {
        let state = &self.systems[system as usize];
        let template = &plan.templates[usize::from(state.template)];
        if template.is_switched() {
            let blocked = self.switches[state.administration as usize].blocked;
            f32::from(u8::from(blocked & template.bit() == 0))
        } else {
            self.shares[system as usize].available
        }
    }
}

impl Kernel<'_> {
    /// Switches a system of a switched kit on or off by its own condition, with all that follows.
    #[inline]
    pub(super) fn switch(&mut self, system: u32, state: SystemState, on: bool) {
        let template = &self.plan.templates[usize::from(state.template)];
        let switches = &mut self.columns.switches[state.administration as usize];
        let was_on = switches.down & template.bit() == 0;
        if on == was_on {
            return;
        }
        switches.down ^= template.bit();
        let more_down = if on {
            self.free(system, state, template)
        } else {
            self.block(system, state, template)
        };
        self.finish_change(more_down);
    }

    /// Looks again at the suppliers outside of a system of a switched kit. Returns as `follow`.
    pub(super) fn look_outside(&mut self, system: u32, state: SystemState) -> i32 {
        let plan = self.plan;
        let template = &plan.templates[usize::from(state.template)];
        let own = plan.administrations[state.administration as usize]
            .systems
            .clone();
        let cut_off = plan.suppliers.row(system).iter().any(|supplier| {
            !own.contains(supplier) && self.columns.available(plan, *supplier) <= 0.0
        });
        let switches = &mut self.columns.switches[state.administration as usize];
        let was_cut_off = switches.cut_off & template.bit() != 0;
        if cut_off == was_cut_off {
            return 0;
        }
        switches.cut_off ^= template.bit();
        if cut_off {
            self.block(system, state, template)
        } else {
            self.free(system, state, template)
        }
    }

    /// Takes along what hangs on a system that went off. Returns as `follow`.
    #[inline]
    fn block(&mut self, system: u32, state: SystemState, template: &Template) -> i32 {
        let switches = &mut self.columns.switches[state.administration as usize];
        let changed = template.below & !switches.blocked;
        switches.blocked |= changed;
        self.tell(system, template, changed);
        self.counted(system, changed)
    }

    /// Gives free what nothing holds any more after a system came on. Returns as `follow`.
    #[inline]
    fn free(&mut self, system: u32, state: SystemState, template: &Template) -> i32 {
        let switches = &mut self.columns.switches[state.administration as usize];
        let off = switches.down | switches.cut_off;
        let still = self.plan.below.of_all(usize::from(template.kit), off);
        let changed = switches.blocked & !still;
        switches.blocked = still;
        self.tell(system, template, changed);
        -self.counted(system, changed)
    }

    /// How many systems of an administration, given as bits, count as operational or not.
    #[inline]
    fn counted(&self, system: u32, bits: u64) -> i32 {
        if system < self.plan.first_counted {
            0
        } else {
            bits.count_ones().cast_signed()
        }
    }

    /// Tells services and other administrations of changed systems beside `system`, given as bits.
    #[inline]
    fn tell(&mut self, system: u32, template: &Template, changed: u64) {
        if changed & template.told != 0 {
            self.tell_each(system - u32::from(template.index), changed & template.told);
        }
    }

    /// The same, with the bits of those who have somebody to tell from `first` on.
    #[inline(never)]
    fn tell_each(&mut self, first: u32, mut changed: u64) {
        while changed != 0 {
            let system = first + changed.trailing_zeros();
            changed &= changed - 1;
            if !self.plan.services_of_system.row(system).is_empty() {
                self.touch_services(system);
            }
            if !self.plan.dependents_outside.row(system).is_empty() {
                self.columns.to_visit.push(system);
            }
        }
    }
}
