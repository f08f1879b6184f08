//! Cutting off: what stops the attack and takes services away.

use super::Kernel;
use crate::sim::columns::{Condition, Due};
use crate::sim::containment::Measures;
use crate::vocab::{AdministrationId, ContainmentOption, SystemId};

impl Kernel<'_> {
    /// Cuts the link of a customer to its provider: at its own end, or by cutting all customers at the other.
    pub(crate) fn cut_link(&mut self, administration: AdministrationId, by: ContainmentOption) {
        let measures = &mut self.columns.gates.measures[administration.index()];
        *measures = measures.with(by);
        self.set_link(administration, 0.0);
        let workplaces = &self.columns.workplaces[administration.index()];
        if workplaces.checked_share < 1.0 {
            self.hold_back_unchecked(administration);
        }
    }

    /// A customer connects again: its link to the provider opens, and remote access with it.
    pub(crate) fn reconnect(&mut self, administration: AdministrationId) {
        let measures = &mut self.columns.gates.measures[administration.index()];
        *measures = measures.without(ContainmentOption::BlockRemoteAccess);
        self.open_link(administration);
    }

    /// Opens the link of a customer to its provider again; a block of remote access stays.
    pub(crate) fn open_link(&mut self, administration: AdministrationId) {
        let measures = &mut self.columns.gates.measures[administration.index()];
        *measures = measures
            .without(ContainmentOption::CutProviderLink)
            .without(ContainmentOption::CutAllCustomers);
        self.set_link(administration, 1.0);
    }

    /// The provider opens its end of a line that the customer keeps cut.
    pub(crate) fn open_far_end(&mut self, administration: AdministrationId) {
        let measures = &mut self.columns.gates.measures[administration.index()];
        *measures = measures.without(ContainmentOption::CutAllCustomers);
        self.retune_gates_into(administration);
    }

    /// Whether the line of a customer to its provider is cut, at either end.
    pub(crate) fn line_is_cut(&self, administration: AdministrationId) -> bool {
        self.plan.administrations[administration.index()]
            .provider_link
            .is_some_and(|link| self.columns.own(self.plan, link.0) <= 0.0)
    }

    /// The check of workplaces begins: behind a dead line only what is checked will be let through again.
    pub(crate) fn begin_workplace_check(&mut self, administration: AdministrationId) {
        self.columns.workplaces[administration.index()].checked_share = 0.0;
        if self.line_is_cut(administration) {
            self.hold_back_unchecked(administration);
        }
    }

    /// So many of the workplaces are checked; the check of all of them ends what held any back.
    pub(crate) fn workplaces_checked(&mut self, administration: AdministrationId, share: f32) {
        let workplaces = &mut self.columns.workplaces[administration.index()];
        workplaces.checked_share = share;
        workplaces.only_checked &= share < 1.0;
        self.recount_workplaces(administration);
    }

    fn hold_back_unchecked(&mut self, administration: AdministrationId) {
        self.columns.workplaces[administration.index()].only_checked = true;
        self.recount_workplaces(administration);
    }

    fn set_link(&mut self, administration: AdministrationId, share: f32) {
        let Some(link) = self.plan.administrations[administration.index()].provider_link else {
            return;
        };
        self.columns.tally.events += 1;
        self.set_own(link.0, share);
        self.retune_gates_into(administration);
        self.columns.due.set(Due::KNOWLEDGE);
    }

    /// Puts a measure in force that narrows the ways of the attack.
    pub(crate) fn narrow(&mut self, administration: AdministrationId, option: ContainmentOption) {
        let measures = self.columns.gates.measures[administration.index()].with(option);
        self.set_measures(administration, measures);
    }

    /// Lifts such a measure.
    pub(crate) fn widen(&mut self, administration: AdministrationId, option: ContainmentOption) {
        let measures = self.columns.gates.measures[administration.index()].without(option);
        self.set_measures(administration, measures);
    }

    fn set_measures(&mut self, administration: AdministrationId, measures: Measures) {
        self.columns.tally.events += 1;
        self.columns.gates.measures[administration.index()] = measures;
        if let Some(internet) = self.plan.administrations[administration.index()].internet {
            let is_open = !measures.has(ContainmentOption::BlockInternet);
            self.set_own(internet.0, f32::from(u8::from(is_open)));
        }
        self.retune_gates_into(administration);
        self.columns.due.set(Due::KNOWLEDGE);
    }

    /// The actor destroys the backups it holds, unless they are off the network.
    pub(crate) fn reach_backups(&mut self, administration: AdministrationId) {
        let Some(backups) = self.plan.administrations[administration.index()].backups else {
            return;
        };
        let offline = self.columns.gates.measures[administration.index()]
            .has(ContainmentOption::BackupsOffline);
        let held = self.columns.systems[backups.index()]
            .condition
            .is_infectious();
        if held && !offline {
            self.columns.attack.backups_reached[administration.index()] = true;
        }
    }

    /// Switches all systems of an administration off that its IT people run; what was compromised is
    /// isolated with it. Sound systems without work of their own stay: they only pass on what others
    /// supply, or stand apart from the office network (alarm radio, dispatch, water control).
    pub(crate) fn shut_down(&mut self, administration: AdministrationId) {
        let planned = &self.plan.administrations[administration.index()];
        for system in planned.systems.clone() {
            let is_link = Some(system) == planned.provider_link.map(|link| link.0);
            let condition = self.columns.systems[system as usize].condition;
            let stays =
                !condition.is_infectious() && self.plan.described(SystemId(system)).work.is_none();
            if is_link || stays {
                continue;
            }
            self.switch_off(system);
        }
        if planned.provider_link.is_some() {
            self.cut_link(administration, ContainmentOption::CutProviderLink);
        }
    }

    /// Switches one system off; what was compromised is isolated.
    pub(crate) fn switch_off(&mut self, system: u32) {
        match self.columns.systems[system as usize].condition {
            Condition::Compromised | Condition::Encrypted => self.isolate(system),
            Condition::Intact | Condition::Cleared => {
                self.columns.systems[system as usize].condition = Condition::SwitchedOff;
                self.columns.tally.events += 1;
                self.set_own(system, 0.0);
            }
            Condition::Contained | Condition::SwitchedOff => return,
        }
        self.note_change(system);
    }

    /// Notes the moment from which no way is open any more from a known attack to customers.
    pub(crate) fn note_containment(&mut self) {
        let attack = &self.columns.attack;
        if attack.detected.is_none() || attack.contained.is_some() {
            return;
        }
        // It is asked again and again: what was open is looked at first, then what lies behind it.
        let (from, gates) = (attack.open_way, self.plan.gated.items().len() as u32);
        let open_way = (from..gates)
            .chain(0..from)
            .find(|gate| self.is_open_way(*gate));
        match open_way {
            Some(gate) => self.columns.attack.open_way = gate,
            None => self.columns.attack.contained = Some(self.columns.now),
        }
    }

    /// Whether the actor can get to a customer by a gated link.
    fn is_open_way(&self, gate: u32) -> bool {
        if !self.columns.gates.exposed[gate as usize] {
            return false;
        }
        let link = &self.plan.gated.items()[gate as usize];
        let is_open = |via: SystemId| self.columns.own(self.plan, via.0) > 0.0;
        let target = self.plan.nodes[link.to as usize].administration as usize;
        let is_blocked = link.remote_access
            && self.columns.gates.measures[target].has(ContainmentOption::BlockRemoteAccess);
        link.jump && link.via.is_none_or(is_open) && !is_blocked
    }
}
