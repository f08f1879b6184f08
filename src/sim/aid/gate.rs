//! What keeps aid that has arrived from working.

use bevy_ecs::system::Query;

use super::Bodies;
use crate::sim::core_param::Core;
use crate::sim::entities::{AidRequest, Index, OrderKind, WorkOrder};
use crate::vocab::{AdministrationId, AidKind, Skill, Text};

/// What keeps aid that has arrived from working.
pub(super) fn gate(
    core: &Core,
    index: &Index,
    request: &AidRequest,
    bodies: &Bodies,
    orders: &Query<&WorkOrder>,
) -> Option<Text> {
    let asker = index.administrations[request.asker.index()];
    match request.draft.kind {
        AidKind::ItStaffOnSite => None,
        AidKind::RemoteWork => {
            // The network on which all else is built comes first; only then can somebody work remotely.
            let examined = bodies
                .get(asker)
                .is_ok_and(|(_, _, recovery)| recovery.examined.is_some());
            let network_open = index.orders_of[request.asker.index()]
                .iter()
                .filter_map(|id| orders.get(index.orders[*id as usize]).ok())
                .filter(|order| is_ground_network(core, order))
                .filter(|order| !matches!(order.kind, OrderKind::Rest(_)))
                .any(|order| order.done.is_none());
            (!examined || network_open).then(|| Text::new("waits-admin-network"))
        }
        AidKind::ItWorkplaces => {
            let service = request.draft.service?;
            let template = core.plan().services[service.index()].template;
            let helps = helper_service(core, request.draft.helper, template)
                .is_some_and(|own| core.columns.services.state[own as usize].it > 0.5);
            (!helps).then(|| Text::new("waits-helper-application"))
        }
        AidKind::LoanNotebooks => request
            .set_up_order
            .and_then(|id| orders.get(index.orders[id as usize]).ok())
            .is_none_or(|order| order.done.is_none())
            .then(|| Text::new("waits-notebook-set-up")),
    }
}

/// Whether an order restores the network itself, not what uses it (telephones, the provider link).
fn is_ground_network(core: &Core, order: &WorkOrder) -> bool {
    order.skill == Skill::Network
        && order.system().is_some_and(|system| {
            let work = &core.plan().described(system).work;
            work.as_ref().is_some_and(|work| work.after.is_empty())
        })
}

/// The helper's own service of the same id; its targets may be others.
fn helper_service(core: &Core, helper: AdministrationId, template: usize) -> Option<u32> {
    let plan = core.plan();
    plan.administrations[helper.index()]
        .services
        .clone()
        .find(|service| {
            let own = plan.services[*service as usize].template;
            plan.scenario.services[own].id == plan.scenario.services[template].id
        })
}
