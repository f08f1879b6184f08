//! What aid brings and what it costs, by public figures: both in service-hours per due hour, weighted
//! by criticality and inhabitants, so that one can be held against the other.

use super::Known;
use crate::scenario::ServiceTemplate;
use crate::sim::aid::{Gift, kind_rule};
use crate::sim::plan::OfferedService;
use crate::sim::services::class_share;
use crate::vocab::{AdministrationId, AidDraft, AidKind, ServiceId};

impl Known<'_> {
    /// Whether aid of this kind and amount would bring the asker more than it costs the helper, as far
    /// as the seat can tell: the helper as well as it stands (its own state, or all works), the asker as
    /// if nothing worked. What people bring depends on work nobody sees from outside: it is taken as worth it.
    #[must_use]
    pub fn is_worth_giving(&self, asker: AdministrationId, draft: &AidDraft) -> bool {
        let brings = match kind_rule(draft.kind).gift {
            Gift::Desks => draft
                .service
                .map_or(0.0, |service| self.brought_by_desks(service, draft)),
            Gift::Notebooks => self.brought_by_notebooks(asker, draft.amount),
            Gift::People | Gift::Examiners | Gift::Permission => return true,
        };
        brings > self.cost_of_giving(draft.helper, draft.kind, draft.amount)
    }

    fn brought_by_desks(&self, service: ServiceId, draft: &AidDraft) -> f64 {
        let plan = &self.sim.plan;
        let Some(offered) = plan.services.get(service.index()) else {
            return 0.0;
        };
        let effect = self
            .terms_between(offered.administration, draft.helper)
            .of(draft.kind)
            .map_or(0.0, |terms| terms.effect);
        let share = f64::from(draft.amount) * effect / offered.desks;
        share.min(1.0) * self.weight(offered)
    }

    fn brought_by_notebooks(&self, asker: AdministrationId, amount: u32) -> f64 {
        let clients = self.administrations()[asker.index()].clients.max(1);
        let lent = (f64::from(amount) / f64::from(clients)).min(1.0) as f32;
        self.with_workplaces(asker)
            .map(|(_, offered, template)| {
                f64::from(class_share(lent, template.criticality)) * self.weight(offered)
            })
            .sum()
    }

    fn cost_of_giving(&self, helper: AdministrationId, kind: AidKind, amount: u32) -> f64 {
        let plan = &self.sim.plan;
        let taken = self.share_taken(helper, kind, amount) as f32;
        let is_own = helper == self.seat;
        self.with_workplaces(helper)
            .map(|(id, offered, template)| {
                let (usable, it) = match offered.workplaces {
                    Some(workplaces) if is_own => {
                        let columns = self.columns;
                        let usable = columns.available(plan, workplaces.0);
                        (usable, columns.services.state[id as usize].it)
                    }
                    _ => (1.0, 1.0),
                };
                let left = class_share(usable - taken, template.criticality);
                f64::from((it - left).max(0.0)) * self.weight(offered)
            })
            .sum()
    }

    /// The services of an administration that need workplaces.
    fn with_workplaces(
        &self,
        at: AdministrationId,
    ) -> impl Iterator<Item = (u32, &OfferedService, &ServiceTemplate)> {
        let plan = &self.sim.plan;
        plan.administrations[at.index()]
            .services
            .clone()
            .map(|id| (id, &plan.services[id as usize]))
            .filter(|(_, offered)| offered.workplaces.is_some())
            .map(|(id, offered)| (id, offered, &plan.scenario.services[offered.template]))
    }

    /// Weight of an hour of a service: by criticality, for each inhabitant.
    fn weight(&self, offered: &OfferedService) -> f64 {
        let criticality = self.sim.plan.scenario.services[offered.template].criticality;
        let inhabitants = self.administrations()[offered.administration.index()].inhabitants;
        (5.0 - f64::from(criticality)) / 4.0 * f64::from(inhabitants)
    }
}
