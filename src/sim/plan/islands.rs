//! What an emergency island could carry of each service: that never changes.

use super::Plan;
use crate::vocab::{Positions, Skill};

/// An application is brought to its vendor only for services at least so critical.
const PRIORITY: u8 = 2;

/// The services that an emergency island could carry.
#[derive(Debug, Clone, Default)]
pub(crate) struct Islands {
    /// Critical services with an application of their own: its vendor can run that elsewhere.
    pub(crate) elsewhere: Positions,
    /// Those, and all of which a line and mail of its own carry a part.
    pub(crate) any: Positions,
}

impl Islands {
    /// Sorts out the services of a plan.
    pub(super) fn of(plan: &Plan) -> Self {
        let services = plan.services.len();
        let mut islands = Self {
            elsewhere: Positions::none(services),
            any: Positions::none(services),
        };
        for service in 0..services {
            let is_elsewhere = may_run_elsewhere(plan, service);
            islands.elsewhere.put(service, is_elsewhere);
            let is_any = is_elsewhere || plan.carried_by_mail(service as u32) > 0.0;
            islands.any.put(service, is_any);
        }
        islands
    }
}

impl Plan {
    /// What a line and mail of its own carry of a service, 0 to 1.
    pub(crate) fn carried_by_mail(&self, service: u32) -> f32 {
        let template = self.services[service as usize].template;
        self.scenario.services[template].island_level as f32
    }
}

/// Whether a service is critical and its vendor can run its application elsewhere. A register would not admit a strange
/// machine.
fn may_run_elsewhere(plan: &Plan, service: usize) -> bool {
    let offered = &plan.services[service];
    let template = &plan.scenario.services[offered.template];
    let has_application = offered.needs.iter().any(|system| {
        let work = plan.described(*system).work.as_ref();
        work.is_some_and(|work| work.skill == Skill::Application)
    });
    template.criticality <= PRIORITY
        && !template.register_admission
        && offered.workplaces.is_some()
        && (has_application || offered.direct.is_some())
}
