//! Links whose rate changes: a threshold per exposure against the integrated hazard.
//!
//! Cutting a link or a faster attacker does not draw again: what is left of the
//! threshold is carried over, so that worlds that differ in one cut share their luck.

use super::Kernel;
use crate::sim::agenda::HappeningKind;
use crate::sim::attack::Way;
use crate::sim::chance::{Purpose, key_of, whole_minutes};
use crate::sim::containment::share_left;
use crate::vocab::AdministrationId;

/// Sets the keys of gated links apart from those of plain ones.
const GATED: u64 = 1 << 57;

impl Kernel<'_> {
    /// Exposes the targets of a newly compromised system's gated links.
    pub(super) fn expose_gates_of(&mut self, system: u32, occurrence: u32) {
        for gate in self.plan.gated.range(system) {
            let threshold = self
                .chance
                .draw(Purpose::Spread, GATED | u64::from(gate), occurrence)
                .exponential();
            let gates = &mut self.columns.gates;
            let index = gate as usize;
            gates.exposed[index] = true;
            gates.remaining[index] = threshold;
            gates.tried[index] = 0;
            gates.rate_per_minute[index] = 0.0;
            gates.since[index] = self.columns.now;
            self.retune_gate(gate);
        }
    }

    /// Ends the exposure through a system's gated links.
    pub(super) fn close_gates_of(&mut self, system: u32) {
        for gate in self.plan.gated.range(system) {
            let gates = &mut self.columns.gates;
            gates.exposed[gate as usize] = false;
            gates.rate_per_minute[gate as usize] = 0.0;
            gates.epoch[gate as usize] += 1;
        }
    }

    /// Gives every gated link the rate it has now; called when the attack changes its stage.
    pub(crate) fn retune_all_gates(&mut self) {
        for gate in 0..self.plan.gated.items().len() as u32 {
            self.retune_gate(gate);
        }
    }

    /// Gives the gated links that touch an administration the rate they have now.
    pub(crate) fn retune_gates_into(&mut self, administration: AdministrationId) {
        let plan = self.plan;
        for system in plan.administrations[administration.index()].systems.clone() {
            for gate in plan.gates_into.row(system) {
                self.retune_gate(*gate);
            }
        }
    }

    /// Draws anew what is left of every threshold, for another future. A threshold that is exponential has no
    /// memory: whatever was used of it, the rest is distributed as the whole.
    pub(crate) fn redraw_gates(&mut self) {
        for gate in 0..self.plan.gated.items().len() as u32 {
            let index = gate as usize;
            let gates = &self.columns.gates;
            if !gates.exposed[index] || gates.remaining[index] == f64::INFINITY {
                continue;
            }
            let source = self.plan.gated.items()[index].from;
            let occurrence = self.columns.systems[source as usize].occurrence;
            let key = GATED | u64::from(gate);
            let mut draw = self
                .chance
                .draw(Purpose::Spread, key, u32::from(occurrence));
            let threshold = draw.exponential();
            let gates = &mut self.columns.gates;
            gates.remaining[index] = threshold;
            gates.rate_per_minute[index] = 0.0;
            gates.since[index] = self.columns.now;
            self.retune_gate(gate);
        }
    }

    /// Uses up the threshold at the old rate and goes on at the present one.
    fn retune_gate(&mut self, gate: u32) {
        let index = gate as usize;
        if !self.columns.gates.exposed[index] {
            return;
        }
        let rate = self.present_rate(gate);
        let now = self.columns.now;
        let gates = &mut self.columns.gates;
        if gates.rate_per_minute[index].to_bits() == rate.to_bits() {
            return;
        }
        let used = gates.rate_per_minute[index] * f64::from(now.since(gates.since[index]));
        gates.remaining[index] = (gates.remaining[index] - used).max(0.0);
        gates.since[index] = now;
        gates.rate_per_minute[index] = rate;
        gates.epoch[index] += 1;
        if rate > 0.0 && gates.remaining[index] < f64::INFINITY {
            let at = now.after(whole_minutes(gates.remaining[index] / rate));
            let epoch = gates.epoch[index];
            self.columns
                .agenda
                .push(at, HappeningKind::GatedAttempt, gate, epoch);
        }
    }

    /// Rate by stage x what cutting or blocking leaves x preparedness of the target.
    fn present_rate(&self, gate: u32) -> f64 {
        let attack = &self.plan.scenario.attack;
        let link = &self.plan.gated.items()[gate as usize];
        let mut rate = link.rates_per_minute[self.columns.attack.stage as usize]
            * self.columns.attack.tempo_factor();
        let target = self.plan.nodes[link.to as usize].administration as usize;
        if link.jump {
            if !self.columns.attack.tries_jump {
                return 0.0;
            }
            let maturity = self.plan.scenario.administrations[target].maturity;
            rate *= 1.0 - attack.maturity_factor * maturity;
        }
        let cut = link
            .via
            .is_some_and(|via| self.columns.own(self.plan, via.0) <= 0.0);
        let mut rate = rate * share_left(attack, link, cut, self.columns.gates.measures[target]);
        if link.remote_access {
            rate *= self.columns.remote_access_factor[target];
        }
        rate
    }

    /// The actor tries a gated link.
    pub(super) fn gated_attempt(&mut self, gate: u32, epoch: u32) {
        let gates = &self.columns.gates;
        if gates.exposed[gate as usize] && gates.epoch[gate as usize] == epoch {
            let to = self.plan.gated.items()[gate as usize].to;
            // The way is used up, until there is something sound at its end again.
            let gates = &mut self.columns.gates;
            gates.remaining[gate as usize] = f64::INFINITY;
            gates.tried[gate as usize] += 1;
            self.compromise(to);
            self.note_way(gate);
        }
    }

    /// Notes how the actor got into an administration, if it has just got in.
    fn note_way(&mut self, gate: u32) {
        let link = &self.plan.gated.items()[gate as usize];
        let owner = self.plan.nodes[link.to as usize].administration as usize;
        let now = self.columns.now;
        if let Some(reached) = &mut self.columns.attack.reached[owner]
            && reached.at == now
            && !link.is_inside
        {
            reached.by = if link.remote_access {
                Way::RemoteAccess
            } else if link.privileged {
                Way::Accounts
            } else {
                Way::Line
            };
        }
    }

    /// A system came back sound: whoever still reaches it tries anew, each with a threshold of its own.
    pub(super) fn try_again(&mut self, system: u32) {
        let plan = self.plan;
        for gate in plan.gates_into.row(system) {
            let index = *gate as usize;
            let gates = &mut self.columns.gates;
            if !gates.exposed[index] || gates.remaining[index] < f64::INFINITY {
                continue;
            }
            let source = plan.gated.items()[index].from;
            let occurrence = self.columns.systems[source as usize].occurrence;
            let key = key_of(&[*gate, u32::from(occurrence)]);
            let gates = &mut self.columns.gates;
            gates.remaining[index] = self
                .chance
                .draw(Purpose::SpreadAgain, key, gates.tried[index])
                .exponential();
            gates.rate_per_minute[index] = 0.0;
            gates.since[index] = self.columns.now;
            self.retune_gate(*gate);
        }
    }
}
