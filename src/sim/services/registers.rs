//! Registers of the state: they shut out whoever may be compromised, and admit it again late.

use crate::sim::agenda::HappeningKind;
use crate::sim::chance::Purpose;
use crate::sim::columns::Due;
use crate::sim::kernel::Kernel;
use crate::vocab::{AdministrationId, ServiceId};

/// Where a service stands with the registers it needs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[repr(u8)]
pub(crate) enum Admission {
    /// It needs none, or is admitted.
    #[default]
    Open,
    /// Shut out since its administration has to examine itself.
    ShutOut,
    /// Cleared, but the application does not run yet.
    Cleared,
    /// The application runs again; the register takes its time.
    Asked,
}

impl Kernel<'_> {
    fn with_register(&self, at: AdministrationId) -> Vec<ServiceId> {
        let plan = self.plan;
        let services = plan.administrations[at.index()].services.clone();
        services
            .map(ServiceId)
            .filter(|service| {
                let template = plan.services[service.index()].template;
                plan.scenario.services[template].register_admission
            })
            .collect()
    }

    /// Registers shut out an administration that has to examine itself.
    pub(crate) fn registers_shut(&mut self, at: AdministrationId) {
        for service in self.with_register(at) {
            self.columns.services.state[service.index()].admission = Admission::ShutOut;
            self.columns.services.mark_changed(service.0);
            self.columns.due.set(Due::SERVICES);
        }
    }

    /// An administration is cleared: each service asks to be admitted as soon as its application runs.
    pub(crate) fn registers_may_admit(&mut self, at: AdministrationId, new_build: bool) {
        for service in self.with_register(at) {
            let state = &mut self.columns.services.state[service.index()];
            if state.admission == Admission::ShutOut {
                state.admission = Admission::Cleared;
                state.after_new_build = new_build;
                self.columns.services.mark_changed(service.0);
                self.columns.due.set(Due::SERVICES);
            }
        }
    }

    /// Asks the register if the service is cleared and its application runs (`systems` above 0).
    /// Returns what it can use of its systems: nothing until it is admitted.
    pub(super) fn admitted(&mut self, service: ServiceId, systems: f32) -> f32 {
        let state = &mut self.columns.services.state[service.index()];
        if state.admission == Admission::Cleared && systems > 0.0 {
            state.admission = Admission::Asked;
            state.asked_registers += 1;
            let asked = state.asked_registers;
            let parameters = &self.plan.scenario.parameters;
            let key = u64::from(service.0);
            let draw = |nth| self.chance.draw(Purpose::Register, key, nth);
            let waits_long =
                state.after_new_build && draw(0).happens(parameters.register_new_build_share);
            let minutes = if waits_long {
                draw(1).minutes(parameters.register_new_build)
            } else {
                draw(2).minutes(parameters.register_admission)
            };
            let at = self.columns.now.after(minutes);
            self.columns
                .agenda
                .push(at, HappeningKind::RegisterAdmits, service.0, asked);
        }
        match self.columns.services.state[service.index()].admission {
            Admission::Open => systems,
            Admission::ShutOut | Admission::Cleared | Admission::Asked => 0.0,
        }
    }

    /// The register answers how often it was asked by then: it admits a service again, unless that was shut out anew
    /// in the meantime.
    pub(crate) fn register_admits(&mut self, service: ServiceId, asked: u32) {
        let state = &mut self.columns.services.state[service.index()];
        if state.admission == Admission::Asked && state.asked_registers == asked {
            state.admission = Admission::Open;
            self.columns.tally.events += 1;
            self.columns.services.mark_changed(service.0);
            self.columns.due.set(Due::SERVICES);
        }
    }
}
