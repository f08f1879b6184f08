//! What keeps aid that has arrived from working.

use bevy_ecs::system::Query;

use super::kinds::kind_rule;
use super::{Bodies, terms};
use crate::sim::chance::{Purpose, key_of};
use crate::sim::core_param::Core;
use crate::sim::entities::{AidRequest, Index, OrderKind, WorkOrder};
use crate::vocab::{SimTime, Skill, WaitCause};

/// A gate that is shut.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Shut {
    /// What is waited for.
    pub(super) cause: WaitCause,
    /// When it opens, where that is settled.
    pub(super) until: Option<SimTime>,
}

impl Shut {
    const fn by(cause: WaitCause) -> Self {
        Self { cause, until: None }
    }
}

/// What keeps aid that has arrived from working: the first of its gates that is shut.
pub(super) fn gate(
    core: &Core,
    index: &Index,
    request: &AidRequest,
    bodies: &Bodies,
    orders: &Query<&mut WorkOrder>,
) -> Option<Shut> {
    let gates = kind_rule(request.draft.kind).gates;
    gates.iter().find_map(|cause| match cause {
        WaitCause::Network => network_gate(core, index, request, bodies, orders),
        WaitCause::Permit => permit_gate(core, index, request, bodies),
        WaitCause::Application => application_gate(core, request),
        WaitCause::SetUp => set_up_gate(index, request, orders),
        WaitCause::Release => release_gate(core, index, request, bodies),
        WaitCause::Answer | WaitCause::Way | WaitCause::Start => None,
    })
}

/// The network on which all else is built comes first; only then can somebody work remotely.
fn network_gate(
    core: &Core,
    index: &Index,
    request: &AidRequest,
    bodies: &Bodies,
    orders: &Query<&mut WorkOrder>,
) -> Option<Shut> {
    let examined = bodies
        .get(index.administrations[request.asker.index()])
        .is_ok_and(|(_, _, recovery, _)| recovery.examined.is_some());
    let network_open = index.orders_of[request.asker.index()]
        .iter()
        .filter_map(|id| orders.get(index.orders[*id as usize]).ok())
        .filter(|order| is_ground_network(core, order))
        .filter(|order| !matches!(order.kind, OrderKind::Rest(_)))
        .any(|order| order.done.is_none());
    (!examined || network_open).then_some(Shut::by(WaitCause::Network))
}

fn application_gate(core: &Core, request: &AidRequest) -> Option<Shut> {
    (!application_runs(core, request)).then_some(Shut::by(WaitCause::Application))
}

/// Whether a helper's own route of a service carries so much that guests can work with it: more than half. What an
/// emergency island has at its vendor's, without interfaces and old cases, is not enough.
pub(crate) fn carries_guests(it: f32) -> bool {
    it > 0.5
}

/// Whether the application of the helper runs, with which guests do the service that is asked for.
pub(super) fn application_runs(core: &Core, request: &AidRequest) -> bool {
    request.draft.service.is_none_or(|service| {
        let template = core.plan().services[service.index()].template;
        let own = core.plan().kinds.offered(request.draft.helper, template);
        own.is_some_and(|own| carries_guests(core.columns.services.state[own.index()].it))
    })
}

/// People of the asker put lent notebooks into service.
fn set_up_gate(
    index: &Index,
    request: &AidRequest,
    orders: &Query<&mut WorkOrder>,
) -> Option<Shut> {
    let is_done = request
        .set_up_order
        .and_then(|id| orders.get(index.orders[id as usize]).ok())
        .is_some_and(|order| order.done.is_some());
    (!is_done).then_some(Shut::by(WaitCause::SetUp))
}

/// A provider that has to recover admits devices only some time after its release.
fn release_gate(core: &Core, index: &Index, request: &AidRequest, bodies: &Bodies) -> Option<Shut> {
    let provider = index.administrations[request.draft.helper.index()];
    let (_, _, recovery, _) = bodies.get(provider).ok()?;
    recovery.needed_since?;
    let opens = recovery.cleared.map(|at| at.after(request.latency_minutes));
    let is_open = opens.is_some_and(|at| at <= core.now());
    (!is_open).then_some(Shut {
        cause: WaitCause::Release,
        until: opens,
    })
}

/// Whether the permit for a service, or the time after it, is still missing.
fn permit_gate(core: &Core, index: &Index, request: &AidRequest, bodies: &Bodies) -> Option<Shut> {
    let service = request.draft.service?;
    let asker = index.administrations[request.asker.index()];
    let (_, _, _, permits) = bodies.get(asker).ok()?;
    let template = core.plan().services[service.index()].template;
    core.plan().scenario.services[template].permit?;
    // It is the asker's permit, wherever the helper sits.
    if core.pact().with(request.asker.index()).permits_held {
        return None;
    }
    let Some((_, there)) = permits.of(service) else {
        return Some(Shut::by(WaitCause::Permit));
    };
    let now = core.now();
    if there > now {
        return Some(Shut::by(WaitCause::Permit));
    }
    let after = terms(core, request)?.after_permit?;
    let draft = &request.draft;
    let key = key_of(&[
        request.asker.0,
        draft.helper.0,
        draft.kind as u32,
        service.0,
    ]);
    let mut draw = core.luck().draw(Purpose::StartAfterPermit, key, 0);
    let begins = there.after(draw.minutes(after));
    (begins > now).then_some(Shut {
        cause: WaitCause::Start,
        until: Some(begins),
    })
}

/// Whether an order restores the network itself, not what uses it (telephones, the provider link).
fn is_ground_network(core: &Core, order: &WorkOrder) -> bool {
    order.skill == Skill::Network
        && order.system().is_some_and(|system| {
            let work = &core.plan().described(system).work;
            work.as_ref().is_some_and(|work| work.after.is_empty())
        })
}
