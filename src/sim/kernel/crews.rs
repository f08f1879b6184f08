//! Containment without people's doing, and repair by crews: so many servers each,
//! a waiting provider before any waiting system, otherwise first come first served.

use super::Kernel;
use crate::scenario::SystemRole;
use crate::sim::agenda::HappeningKind;
use crate::sim::chance::Purpose;
use crate::sim::columns::{Condition, SystemState, Waiting};
use crate::sim::plan::Ties;
use crate::vocab::{AdministrationId, SystemId};

impl Kernel<'_> {
    /// A compromised system is noticed and isolated by itself.
    pub(super) fn contained_by_itself(&mut self, system: u32, occurrence: u32) {
        if self.is_exposing(system, occurrence) {
            self.isolate(system);
        }
    }

    /// Takes a system out of the actor's hands and out of service.
    pub(crate) fn isolate(&mut self, system: u32) {
        let state = &mut self.columns.systems[system as usize];
        state.condition = Condition::Contained;
        let SystemState {
            administration,
            template,
            occurrence,
            ..
        } = *state;
        self.columns.tally.events += 1;
        self.columns.tally.infectious -= 1;
        self.columns.tally.in_repair += 1;
        self.set_own(system, 0.0);
        let planned = &self.plan.templates[usize::from(template)];
        if planned.ties.has(Ties::GATED) {
            self.close_gates_of(system);
        }
        if planned.crew_repair.is_some() {
            let waiting = Waiting {
                system,
                template,
                occurrence,
            };
            self.queue_for_crew(waiting, administration);
        }
    }

    fn queue_for_crew(&mut self, waiting: Waiting, owner: u32) {
        let crew_id = self.plan.crew_of[owner as usize];
        let crew = &mut self.columns.crews[crew_id as usize];
        if crew.busy < self.plan.servers[crew_id as usize] {
            crew.busy += 1;
            self.start_repair(waiting, crew_id);
        } else if owner == crew_id {
            crew.waiting_providers.push_back(waiting);
        } else {
            crew.waiting.push_back(waiting);
        }
    }

    #[inline]
    fn start_repair(&mut self, waiting: Waiting, crew: u32) {
        let system = waiting.system;
        let template = &self.plan.templates[usize::from(waiting.template)];
        let Some(dist) = template.crew_repair else {
            return;
        };
        let occurrence = u32::from(waiting.occurrence);
        let at = self.drawn_moment(Purpose::CrewRepair, u64::from(system), occurrence, dist);
        self.columns
            .agenda
            .push(at, HappeningKind::CrewRepaired, system, crew);
    }

    /// A crew has repaired a system and takes the next.
    pub(super) fn crew_repaired(&mut self, system: u32, crew_id: u32) {
        let crew = &mut self.columns.crews[crew_id as usize];
        let next = crew
            .waiting_providers
            .pop_front()
            .or_else(|| crew.waiting.pop_front());
        if next.is_none() {
            crew.busy -= 1;
        }
        self.restore(system);
        if let Some(next) = next {
            self.start_repair(next, crew_id);
        }
    }

    /// Gives a system back, rebuilt or examined.
    pub(crate) fn restore(&mut self, system: u32) {
        if self.columns.systems[system as usize]
            .condition
            .is_infectious()
        {
            // Whoever held it unseen is thrown out.
            self.isolate(system);
        }
        let condition = &mut self.columns.systems[system as usize].condition;
        if *condition == Condition::Contained {
            self.columns.tally.in_repair -= 1;
        }
        *condition = Condition::Cleared;
        self.columns.tally.events += 1;
        // A cut link comes back only when both sides agree to reconnect, a blocked way when it is opened.
        let role = self.plan.template(system).role;
        if !matches!(role, SystemRole::ProviderLink | SystemRole::Internet) {
            self.set_own(system, 1.0);
        }
        if !self.plan.immune_after_rebuild {
            self.try_again(system);
        }
    }

    /// Gives back what no work order restores, once the administration is examined: being examined
    /// is all it needs, and what it hangs on comes back in its own time.
    pub(crate) fn restore_without_work(&mut self, administration: AdministrationId) {
        for system in self.plan.administrations[administration.index()]
            .systems
            .clone()
        {
            let condition = self.columns.systems[system as usize].condition;
            let is_off = matches!(condition, Condition::Contained | Condition::SwitchedOff);
            if is_off && self.plan.described(SystemId(system)).work.is_none() {
                self.restore(system);
            }
        }
    }

    /// Gives back a part of the workplaces: at least so many are usable, more if more still were.
    pub(crate) fn restore_share(&mut self, system: u32, share: f32) {
        let owner = self.plan.nodes[system as usize].administration as usize;
        let usable = self.columns.workplaces[owner].own_share;
        self.restore(system);
        self.set_own(system, share.max(usable));
    }
}
