//! The course of the attack: phases with their dwell and the chance of being noticed.

use super::Kernel;
use super::compromise::SECOND;
use crate::scenario::{Phase, PhaseId};
use crate::sim::agenda::HappeningKind;
use crate::sim::attack::{Reached, Stage, Way};
use crate::sim::chance::{Purpose, key_of};
use crate::vocab::{AdministrationId, ContainmentOption, DAY, HOUR, SimTime};

/// The moment by which the first of some phases must have begun: an actor is in time for what a scenario
/// fixes, so that the dwells before it are cut short.
fn latest_beginning(phases: &[Phase]) -> SimTime {
    let fixed = phases.iter().filter_map(|phase| phase.starts_at);
    fixed.min().unwrap_or(SimTime::NEVER)
}

impl Kernel<'_> {
    /// Enters the attack into the agenda of a fresh run.
    pub(crate) fn enter_attack(&mut self) {
        let attack = &self.plan.scenario.attack;
        self.columns.attack.tries_jump = self
            .chance
            .draw(Purpose::TriesJump, 0, 0)
            .happens(attack.tries_jump);
        if attack.entry.is_empty() {
            return;
        }
        for part in 0..self.plan.parts.count() {
            self.columns
                .agenda
                .push(attack.entry_at, HappeningKind::Entry, part, 0);
        }
        if attack.phases.is_empty() {
            self.columns.attack.stage = Stage::Jump;
        } else {
            let first = attack.phases[0].starts_at.unwrap_or(attack.entry_at);
            self.columns
                .agenda
                .push(first, HappeningKind::PhaseBegins, 0, 0);
        }
    }

    /// A phase begins: the stage changes, the next phase and a chance of detection are drawn.
    pub(super) fn begin_phase(&mut self, position: u32) {
        let plan = self.plan;
        let phases = &plan.scenario.attack.phases;
        // An actor that struck early passes over what it had planned before.
        if self.columns.attack.stage == Stage::Impact {
            return;
        }
        let Some(phase) = phases.get(position as usize) else {
            return;
        };
        self.columns.tally.events += 1;
        let stage = match phase.id {
            PhaseId::LateralMovement => Stage::Lateral,
            PhaseId::Jump | PhaseId::Exfiltration | PhaseId::InhibitRecovery => Stage::Jump,
            PhaseId::Impact => Stage::Impact,
            _ => self.columns.attack.stage,
        };
        if stage > self.columns.attack.stage {
            self.columns.attack.stage = stage;
            self.retune_all_gates();
            if stage == Stage::Impact {
                self.strike();
            }
        }
        let now = self.columns.now;
        let dwell = self
            .chance
            .draw(Purpose::Dwell, u64::from(position), 0)
            .minutes(phase.dwell);
        let latest = latest_beginning(&phases[position as usize + 1..]);
        if let Some(next) = phases.get(position as usize + 1) {
            let at = self.phase_begins_at(next, position + 1, now.after(dwell));
            self.columns.agenda.push(
                at.min(latest).max(now),
                HappeningKind::PhaseBegins,
                position + 1,
                0,
            );
        }
        self.columns.attack.phase = Some((position, now.after(dwell).min(latest)));
        for administration in 0..plan.administrations.len() as u32 {
            self.look_around(AdministrationId(administration));
            self.inhibit_recovery(AdministrationId(administration));
        }
    }

    /// The moment a phase begins: fixed, or after the one before, moved to the night in some runs.
    fn phase_begins_at(&self, phase: &Phase, position: u32, drawn: SimTime) -> SimTime {
        if let Some(fixed) = phase.starts_at {
            return fixed;
        }
        let mut night = self.chance.draw(Purpose::Night, u64::from(position), 0);
        if !night.happens(phase.at_night_share) {
            return drawn;
        }
        // 22:00 to 05:00 of the night that follows; a moment already in the night or on a day off stays.
        let calendar = &self.plan.calendar;
        let is_day_off = !calendar.days()[calendar.day_index(drawn)].working;
        let clock = |day: SimTime, hour: u32| calendar.clock_time(day, hour * HOUR);
        let (dawn, dusk) = (clock(drawn, 5), clock(drawn, 22));
        if is_day_off || !(dawn..dusk).contains(&drawn) {
            return drawn;
        }
        let night_lasts = clock(drawn.after(DAY), 5).since(dusk);
        dusk.after((night.uniform() * f64::from(night_lasts)) as u32)
    }

    /// The impact: every compromised system may be encrypted.
    fn strike(&mut self) {
        self.columns.attack.impact = Some(self.columns.now);
        self.plan_second_attack();
        let mut encrypts = false;
        for system in 0..self.plan.systems() as u32 {
            if self.columns.systems[system as usize]
                .condition
                .is_infectious()
            {
                encrypts |= self.prepare_encryption(system);
            }
        }
        if !encrypts {
            self.leave_traces();
        }
    }

    /// An impact is noticed by what it encrypts. One that encrypts nothing leaves traces where the actor holds
    /// systems, noticed with the chance of its phase by when something would have been encrypted.
    fn leave_traces(&mut self) {
        let plan = self.plan;
        let attack = &plan.scenario.attack;
        let is_impact = |phase: &Phase| phase.id == PhaseId::Impact;
        let Some(position) = attack.phases.iter().position(is_impact) else {
            return;
        };
        for at in (0..plan.administrations.len()).map(AdministrationId::from_index) {
            if !self.is_held(at) {
                continue;
            }
            let key = key_of(&[at.0, position as u32]);
            let mut draw = self.chance.draw(Purpose::OwnDetection, key, 0);
            if draw.happens(self.detection_at(at, &attack.phases[position])) {
                let noticed = self
                    .columns
                    .now
                    .after(draw.minutes(attack.encryption_delay));
                let kind = HappeningKind::Detected;
                self.columns
                    .agenda
                    .push(noticed, kind, at.0, position as u32);
            }
        }
    }

    /// The chance that an administration in the actor's hands notices a phase, by whether somebody watches.
    fn detection_at(&self, at: AdministrationId, phase: &Phase) -> f64 {
        let monitored = self.columns.monitored[at.index()]
            || self.plan.scenario.administrations[at.index()].monitoring;
        if monitored {
            phase.detection.1
        } else {
            phase.detection.0
        }
    }

    /// Draws whether another place is attacked after the first impact, and when.
    fn plan_second_attack(&mut self) {
        let Some(second) = &self.plan.scenario.attack.second else {
            return;
        };
        let mut draw = self.chance.draw(Purpose::SecondAttack, 0, 0);
        if draw.happens(second.chance) {
            let at = self.columns.now.after(draw.minutes(second.after));
            let part = self.plan.parts.of(second.entry.administration as u32);
            self.columns
                .agenda
                .push(at, HappeningKind::Entry, part, SECOND);
        }
    }

    /// The actor may notice a measure at a place where it holds systems, or whose provider it holds,
    /// and then does not wait for its plan.
    pub(crate) fn react_to(&mut self, at: AdministrationId, option: ContainmentOption) {
        let attack = &self.plan.scenario.attack;
        let provider = self.plan.administrations[at.index()].provider;
        let is_seen = self.is_held(at) || provider.is_some_and(|provider| self.is_held(provider));
        if !attack.reacts || option == ContainmentOption::Watch || !is_seen {
            return;
        }
        let Some(impact) = attack
            .phases
            .iter()
            .position(|phase| phase.id == PhaseId::Impact)
        else {
            return;
        };
        let key = key_of(&[at.0, option as u32]);
        let mut draw = self.chance.draw(Purpose::Reaction, key, 0);
        if draw.happens(attack.reaction) {
            let at = self.columns.now.after(draw.minutes(attack.reaction_delay));
            self.columns
                .agenda
                .push(at, HappeningKind::PhaseBegins, impact as u32, 0);
        }
    }

    /// What follows from a compromise while the attack has phases: its owner may notice it, and
    /// after the impact it may be encrypted.
    #[inline(never)]
    pub(super) fn follow_compromise(&mut self, system: u32) {
        let owner = self.plan.nodes[system as usize].administration;
        let now = self.columns.now;
        self.columns.attack.reached[owner as usize].get_or_insert(Reached {
            at: now,
            by: Way::Entry,
        });
        self.look_around(AdministrationId(owner));
        self.inhibit_recovery(AdministrationId(owner));
        if self.columns.attack.stage == Stage::Impact {
            self.prepare_encryption(system);
        }
    }

    /// From the phase on in which the actor destroys the means of recovery, backups it holds are lost to it.
    fn inhibit_recovery(&mut self, at: AdministrationId) {
        let phases = &self.plan.scenario.attack.phases;
        let destroys =
            self.columns.attack.phase.is_some_and(|(position, _)| {
                phases[position as usize].id >= PhaseId::InhibitRecovery
            });
        if destroys {
            self.reach_backups(at);
        }
    }

    /// Draws whether an administration in the actor's hands notices the present phase in its own
    /// house, and when within what is left of its dwell; once for each phase. Who is reached in the
    /// middle of a phase has the part of the chance that is left. The impact has its own rule.
    fn look_around(&mut self, at: AdministrationId) {
        let Some((position, ends)) = self.columns.attack.phase else {
            return;
        };
        let now = self.columns.now;
        let phase = &self.plan.scenario.attack.phases[position as usize];
        let has_looked = self.columns.attack.looked[at.index()] > position;
        if has_looked || phase.id == PhaseId::Impact || now >= ends || !self.is_held(at) {
            return;
        }
        self.columns.attack.looked[at.index()] = position + 1;
        let chance = self.detection_at(at, phase);
        let whole = self
            .chance
            .draw(Purpose::Dwell, u64::from(position), 0)
            .minutes(phase.dwell);
        let left = ends.since(now);
        let key = key_of(&[at.0, position]);
        let mut draw = self.chance.draw(Purpose::OwnDetection, key, 0);
        if draw.happens(chance * f64::from(left) / f64::from(whole.max(1))) {
            let into = (draw.uniform() * f64::from(left)) as u32;
            self.columns
                .agenda
                .push(now.after(into), HappeningKind::Detected, at.0, position);
        }
    }

    /// Whether the actor holds a system of an administration.
    pub(crate) fn is_held(&self, at: AdministrationId) -> bool {
        self.columns.is_held(self.plan, at)
    }
}
