//! Containment without people's doing, and repair by crews: so many servers each,
//! a waiting provider before any waiting system, otherwise first come first served.

use super::Kernel;
use crate::sim::agenda::HappeningKind;
use crate::sim::chance::Purpose;
use crate::sim::columns::Condition;
use crate::sim::plan::Ties;

impl Kernel<'_> {
    /// A compromised system is noticed and isolated by itself.
    pub(super) fn contained_by_itself(&mut self, system: u32, occurrence: u32) {
        if self.is_exposing(system, occurrence) {
            self.isolate(system);
        }
    }

    /// Takes a system out of the actor's hands and out of service.
    pub(crate) fn isolate(&mut self, system: u32) {
        self.columns.systems[system as usize].condition = Condition::Contained;
        self.columns.tally.events += 1;
        self.columns.tally.infectious -= 1;
        self.columns.tally.in_repair += 1;
        self.set_own(system, 0.0);
        if self.plan.ties[system as usize].has(Ties::GATED) {
            self.close_gates_of(system);
        }
        if self.plan.template(system).crew_repair.is_some() {
            self.queue_for_crew(system);
        }
    }

    fn queue_for_crew(&mut self, system: u32) {
        let owner = self.plan.nodes[system as usize].administration as usize;
        let crew_id = self.plan.crew_of[owner] as usize;
        let servers = self.plan.servers[crew_id];
        let crew = &mut self.columns.crews[crew_id];
        if crew.busy < servers {
            crew.busy += 1;
            self.start_repair(system);
        } else if owner == crew_id {
            crew.waiting_providers.push_back(system);
        } else {
            crew.waiting.push_back(system);
        }
    }

    fn start_repair(&mut self, system: u32) {
        let Some(dist) = self.plan.template(system).crew_repair else {
            return;
        };
        let occurrence = u32::from(self.columns.systems[system as usize].occurrence);
        let at = self.drawn_moment(Purpose::CrewRepair, u64::from(system), occurrence, dist);
        self.columns
            .agenda
            .push(at, HappeningKind::CrewRepaired, system, 0);
    }

    /// A crew has repaired a system and takes the next.
    pub(super) fn crew_repaired(&mut self, system: u32) {
        let owner = self.plan.nodes[system as usize].administration as usize;
        let crew = &mut self.columns.crews[self.plan.crew_of[owner] as usize];
        let next = crew
            .waiting_providers
            .pop_front()
            .or_else(|| crew.waiting.pop_front());
        if next.is_none() {
            crew.busy -= 1;
        }
        self.restore(system);
        if let Some(next) = next {
            self.start_repair(next);
        }
    }

    /// Gives a system back, rebuilt or examined.
    pub(crate) fn restore(&mut self, system: u32) {
        let condition = &mut self.columns.systems[system as usize].condition;
        if *condition == Condition::Contained {
            self.columns.tally.in_repair -= 1;
        }
        *condition = Condition::Cleared;
        self.columns.tally.events += 1;
        self.set_own(system, 1.0);
    }
}
