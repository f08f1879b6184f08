//! How the attack gets from system to system.

use super::Kernel;
use crate::scenario::Dist;
use crate::sim::agenda::HappeningKind;
use crate::sim::chance::{Purpose, whole_minutes};
use crate::sim::columns::Condition;
use crate::sim::plan::{Template, Ties};
use crate::vocab::SimTime;

/// The lower bits of an attempt's tag hold the occurrence of its source.
const OCCURRENCE_BITS: u32 = 8;
const OCCURRENCE_MASK: u32 = (1 << OCCURRENCE_BITS) - 1;
/// Links whose thresholds are drawn at one go.
const AT_ONCE: usize = 4;
/// Sets the keys of links to other administrations apart from those inside.
const OUTSIDE: u64 = 1 << 56;

/// Tag of the happening with which the second attack begins.
pub(super) const SECOND: u32 = 1;

impl Kernel<'_> {
    /// The attack begins, or the second one does: its entry points in a part of the world are compromised.
    pub(super) fn enter(&mut self, part: u32, which: u32) {
        let plan = self.plan;
        let attack = &plan.scenario.attack;
        let second = attack.second.as_ref().map(|second| &second.entry);
        let entries = if which == SECOND {
            second.into_iter().collect::<Vec<_>>()
        } else {
            attack.entry.iter().collect()
        };
        for entry in entries {
            if plan.parts.of(entry.administration as u32) != part {
                continue;
            }
            let first = plan.administrations[entry.administration].systems.start;
            self.compromise(first + entry.system as u32);
        }
    }

    /// The actor tries a plain link inside an administration.
    pub(super) fn inside_attempt(&mut self, target: u32, tag: u32) {
        let (ordinal, occurrence) = (tag >> OCCURRENCE_BITS, tag & OCCURRENCE_MASK);
        let distance = self.plan.inside_distances[ordinal as usize];
        if self.is_exposing(target.wrapping_add_signed(-distance), occurrence) {
            self.compromise(target);
        }
    }

    /// The actor tries a plain link to another administration.
    pub(super) fn outside_attempt(&mut self, link: u32, occurrence: u32) {
        let link = self.plan.links_outside.items()[link as usize];
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
        let plan = self.plan;
        let state = &mut self.columns.systems[index];
        match state.condition {
            Condition::Intact => {}
            Condition::Cleared if !plan.immune_after_rebuild => {}
            _ => return,
        }
        let template = &plan.templates[usize::from(state.template)];
        state.condition = Condition::Compromised;
        let before = state.occurrence;
        state.occurrence = before.saturating_add(1);
        let occurrence = u32::from(state.occurrence);
        let now = self.columns.now;
        let tally = &mut self.columns.tally;
        tally.events += 1;
        tally.infectious += 1;
        tally.first_compromise = tally
            .first_compromise
            .map_or(Some(now), |at| Some(at.min(now)));
        if before == 0 && system >= plan.first_counted {
            tally.ever_compromised += 1;
        }
        if plan.compromised_usable < 1.0 {
            self.set_own(system, plan.compromised_usable);
        }
        let contained_after = self.draw_containment(system, template, occurrence);
        self.try_plain_links(system, template, occurrence, contained_after);
        if contained_after < f64::INFINITY {
            let at = now.after(whole_minutes(contained_after));
            self.columns
                .agenda
                .push(at, HappeningKind::Contained, system, occurrence);
        }
        if template.ties.has(Ties::GATED) {
            self.expose_gates_of(system, occurrence);
        }
        if self.columns.attack.has_phases {
            self.follow_compromise(system);
        }
    }

    /// Returns after how many minutes the system is contained by itself.
    #[inline]
    fn draw_containment(&self, system: u32, template: &Template, occurrence: u32) -> f64 {
        match template.containment {
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
    fn try_plain_links(
        &mut self,
        system: u32,
        template: &Template,
        occurrence: u32,
        contained_after: f64,
    ) {
        let plan = self.plan;
        for links in template.links.chunks(AT_ONCE) {
            let keys = links
                .iter()
                .map(|link| (u64::from(system) << 16) | u64::from(link.ordinal));
            let thresholds = self.draw_thresholds(keys, occurrence);
            for (link, threshold) in links.iter().zip(thresholds) {
                let rate = link.rate_per_minute;
                let target = system.wrapping_add_signed(link.distance);
                if threshold < rate * contained_after && self.can_fall(target) {
                    let at = self.columns.now.after(whole_minutes(threshold / rate));
                    let tag = (u32::from(link.ordinal) << OCCURRENCE_BITS) | occurrence;
                    self.columns
                        .agenda
                        .push(at, HappeningKind::InsideAttempt, target, tag);
                }
            }
        }
        if template.ties.has(Ties::LINKS_OUTSIDE) {
            let first = plan.links_outside.range(system).start;
            let rows = plan.links_outside.row(system).chunks(AT_ONCE);
            for (first, links) in (first..).step_by(AT_ONCE).zip(rows) {
                let ids = first..first + links.len() as u32;
                let keys = ids.clone().map(|id| OUTSIDE | u64::from(id));
                let thresholds = self.draw_thresholds(keys, occurrence);
                for ((id, link), threshold) in ids.zip(links).zip(thresholds) {
                    let rate = link.rate_per_minute;
                    if threshold < rate * contained_after && self.can_fall(link.to) {
                        let at = self.columns.now.after(whole_minutes(threshold / rate));
                        self.columns
                            .agenda
                            .push(at, HappeningKind::OutsideAttempt, id, occurrence);
                    }
                }
            }
        }
    }

    /// Draws the thresholds of some links at one go: none of them has to be waited for.
    #[inline]
    fn draw_thresholds(&self, keys: impl Iterator<Item = u64>, occurrence: u32) -> [f64; AT_ONCE] {
        let mut thresholds = [0.0; AT_ONCE];
        for (threshold, key) in thresholds.iter_mut().zip(keys) {
            *threshold = self
                .chance
                .draw(Purpose::Spread, key, occurrence)
                .exponential();
        }
        thresholds
    }

    /// Whether an attempt on a system that is entered now can ever succeed.
    #[inline]
    fn can_fall(&self, target: u32) -> bool {
        !self.plan.immune_after_rebuild
            || self.columns.systems[target as usize].condition == Condition::Intact
    }

    /// Draws whether and when a compromised system is encrypted after the impact.
    /// Returns whether it will be.
    pub(super) fn prepare_encryption(&mut self, system: u32) -> bool {
        let attack = &self.plan.scenario.attack;
        let owner = self.plan.nodes[system as usize].administration;
        let (a, b) = attack.encrypted_share;
        let share = self
            .chance
            .draw(Purpose::EncryptedShare, u64::from(owner), 0)
            .beta(a, b);
        let occurrence = u32::from(self.columns.systems[system as usize].occurrence);
        let key = u64::from(system);
        let is_encrypted = self
            .chance
            .draw(Purpose::Encryption, key, occurrence)
            .happens(share);
        if is_encrypted {
            let delay = self
                .chance
                .draw(Purpose::EncryptionDelay, key, occurrence)
                .minutes(attack.encryption_delay);
            let at = self.columns.now.after(delay);
            self.columns
                .agenda
                .push(at, HappeningKind::Encrypted, system, occurrence);
        }
        is_encrypted
    }

    /// A compromised system is encrypted, unless it was contained in the meantime.
    pub(crate) fn encrypt(&mut self, system: u32, occurrence: u32) {
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
