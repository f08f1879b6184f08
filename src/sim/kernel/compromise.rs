//! How the attack gets from system to system.

use super::Kernel;
use crate::scenario::Dist;
use crate::sim::agenda::HappeningKind;
use crate::sim::attack::Stage;
use crate::sim::chance::{Purpose, whole_minutes};
use crate::sim::columns::Condition;
use crate::vocab::SimTime;

impl Kernel<'_> {
    /// The attack begins: its entry points are compromised.
    pub(super) fn enter(&mut self) {
        let plan = self.plan;
        for entry in &plan.scenario.attack.entry {
            let first = plan.administrations[entry.administration].systems.start;
            self.compromise(first + entry.system as u32);
        }
    }

    /// The actor tries a plain link.
    pub(super) fn attempt(&mut self, link: u32, occurrence: u32) {
        let link = self.plan.link(link);
        if self.is_exposing(link.from, occurrence) {
            self.compromise(link.to);
        }
    }

    /// Whether the actor still holds a system since this compromise.
    pub(super) fn is_exposing(&self, system: u32, occurrence: u32) -> bool {
        let state = self.columns.systems[system as usize];
        state.condition.is_infectious() && u32::from(state.occurrence) == occurrence
    }

    /// Puts a system into the actor's hands, if it can be, and lets the actor go on from it.
    pub(crate) fn compromise(&mut self, system: u32) {
        let index = system as usize;
        let attack = &self.plan.scenario.attack;
        let state = &mut self.columns.systems[index];
        match state.condition {
            Condition::Intact => {}
            Condition::Cleared if !attack.immune_after_rebuild => {}
            _ => return,
        }
        state.condition = Condition::Compromised;
        let before = state.occurrence;
        state.occurrence = before.saturating_add(1);
        let occurrence = u32::from(state.occurrence);
        let now = self.columns.now;
        let tally = &mut self.columns.tally;
        tally.events += 1;
        tally.infectious += 1;
        tally.first_compromise.get_or_insert(now);
        if before == 0 && system >= self.plan.first_counted {
            tally.ever_compromised += 1;
        }
        if attack.compromised_usable < 1.0 {
            self.set_own(system, attack.compromised_usable as f32);
        }
        let contained_after = self.draw_containment(system, occurrence);
        self.try_plain_links(system, occurrence, contained_after);
        if contained_after < f64::INFINITY {
            let at = now.after(whole_minutes(contained_after));
            self.columns
                .agenda
                .push(at, HappeningKind::Contained, system, occurrence);
        }
        self.expose_gates_of(system, occurrence);
        if self.columns.attack.stage == Stage::Impact {
            self.prepare_encryption(system);
        }
    }

    /// Returns after how many minutes the system is contained by itself.
    fn draw_containment(&self, system: u32, occurrence: u32) -> f64 {
        match self.plan.template(system).containment {
            Some(dist) => self
                .chance
                .draw(Purpose::Containment, u64::from(system), occurrence)
                .duration(dist),
            None => f64::INFINITY,
        }
    }

    /// Enters an attempt for every plain link whose threshold is reached before containment.
    ///
    /// Later attempts could not succeed, so leaving them out changes nothing.
    fn try_plain_links(&mut self, system: u32, occurrence: u32, contained_after: f64) {
        let now = self.columns.now;
        let immune = self.plan.scenario.attack.immune_after_rebuild;
        let (first, links) = self.plan.links(self.plan.nodes[system as usize]);
        for (link_id, link) in (first..).zip(links) {
            let condition = self.columns.systems[link.to as usize].condition;
            if immune && condition != Condition::Intact {
                continue;
            }
            let uniform = self
                .chance
                .draw(Purpose::Spread, u64::from(link_id), occurrence)
                .uniform();
            let hazard = link.rate_per_minute * contained_after;
            // -ln(u) >= 1 - u: most attempts that come too late need no logarithm.
            if 1.0 - uniform >= hazard {
                continue;
            }
            let threshold = -libm::log(uniform);
            if threshold < hazard {
                let at = now.after(whole_minutes(threshold / link.rate_per_minute));
                self.columns
                    .agenda
                    .push(at, HappeningKind::Attempt, link_id, occurrence);
            }
        }
    }

    /// Draws whether and when a compromised system is encrypted after the impact.
    pub(super) fn prepare_encryption(&mut self, system: u32) {
        let attack = &self.plan.scenario.attack;
        let owner = self.plan.nodes[system as usize].administration;
        let (a, b) = attack.encrypted_share;
        let share = self
            .chance
            .draw(Purpose::EncryptedShare, u64::from(owner), 0)
            .beta(a, b);
        let occurrence = u32::from(self.columns.systems[system as usize].occurrence);
        let key = u64::from(system);
        if self
            .chance
            .draw(Purpose::Encryption, key, occurrence)
            .happens(share)
        {
            let delay = self
                .chance
                .draw(Purpose::EncryptionDelay, key, occurrence)
                .minutes(attack.encryption_delay);
            let at = self.columns.now.after(delay);
            self.columns
                .agenda
                .push(at, HappeningKind::Encrypted, system, occurrence);
        }
    }

    /// A compromised system is encrypted, unless it was contained in the meantime.
    pub(super) fn encrypt(&mut self, system: u32, occurrence: u32) {
        let state = &mut self.columns.systems[system as usize];
        if state.condition != Condition::Compromised || u32::from(state.occurrence) != occurrence {
            return;
        }
        state.condition = Condition::Encrypted;
        self.columns.tally.events += 1;
        self.note_change(system);
        self.set_own(system, 0.0);
    }

    /// Tells those who watch their systems that one visibly changed.
    pub(super) fn note_change(&mut self, system: u32) {
        self.columns.changed_systems.push(system);
        self.columns.due.set(crate::sim::columns::Due::KNOWLEDGE);
    }

    /// Returns a moment for a duration drawn for `purpose`.
    pub(super) fn drawn_moment(
        &self,
        purpose: Purpose,
        key: u64,
        occurrence: u32,
        dist: Dist,
    ) -> SimTime {
        let minutes = self.chance.draw(purpose, key, occurrence).minutes(dist);
        self.columns.now.after(minutes)
    }
}
