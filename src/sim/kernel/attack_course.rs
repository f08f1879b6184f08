//! The course of the attack: phases with their dwell and the chance of being noticed.

use super::Kernel;
use crate::scenario::{AdministrationKind, Phase, PhaseId};
use crate::sim::agenda::HappeningKind;
use crate::sim::attack::Stage;
use crate::sim::chance::Purpose;
use crate::vocab::{DAY, HOUR, SimTime};

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
        self.columns
            .agenda
            .push(attack.entry_at, HappeningKind::Entry, 0, 0);
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
        if let Some(next) = phases.get(position as usize + 1) {
            let at = self.phase_begins_at(next, position + 1, now.after(dwell));
            self.columns
                .agenda
                .push(at.max(now), HappeningKind::PhaseBegins, position + 1, 0);
        }
        self.draw_detection(phase, position, dwell);
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
        // 22:00 to 05:00 of the night that follows; a moment already in the night stays.
        let calendar = &self.plan.calendar;
        let day = calendar.days()[calendar.day_index(drawn)].start;
        let minute_of_day = drawn.since(day);
        if !(5 * HOUR..22 * HOUR).contains(&minute_of_day) {
            return drawn;
        }
        let into_night = (night.uniform() * f64::from(7 * HOUR)) as u32;
        day.after(DAY - 2 * HOUR + into_night)
    }

    /// The impact: every compromised system may be encrypted.
    fn strike(&mut self) {
        self.columns.attack.impact = Some(self.columns.now);
        for system in 0..self.plan.systems() as u32 {
            if self.columns.systems[system as usize]
                .condition
                .is_infectious()
            {
                self.prepare_encryption(system);
            }
        }
    }

    /// Draws whether the provider notices this phase, and when within its dwell; the impact is always noticed.
    fn draw_detection(&mut self, phase: &Phase, position: u32, dwell: u32) {
        let monitored = self
            .plan
            .scenario
            .administrations
            .iter()
            .filter(|administration| administration.kind == AdministrationKind::Provider)
            .any(|provider| provider.monitoring);
        let chance = if monitored {
            phase.detection.1
        } else {
            phase.detection.0
        };
        let mut draw = self.chance.draw(Purpose::Detection, u64::from(position), 0);
        if draw.happens(chance) {
            let into = (draw.uniform() * f64::from(dwell)) as u32;
            let at = self.columns.now.after(into);
            self.columns
                .agenda
                .push(at, HappeningKind::Detected, position, 0);
        }
    }
}
