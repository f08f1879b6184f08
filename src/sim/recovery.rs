//! Recovery: examination first, then work orders in the order of their predecessors.

use bevy_ecs::system::{Commands, Query, ResMut};

use super::agenda::{Happening, HappeningKind};
use super::chance::Purpose;
use super::columns::{Desk, Due};
use super::core_param::Core;
use super::entities::{
    AidRequest, CrisisStaff, Index, Knowledge, LogRecordKind, OrderKind, Posture, Recovery,
    WorkOrder,
};
use super::knowledge::note;
use super::services::CLASS_BOUNDS;
use crate::scenario::{AdministrationKind, SystemRole};
use crate::vocab::{AdministrationId, AidKind, Skill, Text};

mod effort;
mod entering;
mod examination;
mod workarounds;

#[cfg(test)]
pub(crate) use effort::median_hours;
pub(crate) use workarounds::open_workarounds;

/// Tag of the end of a waiting time that is the acceptance of an application.
const ACCEPTED: u32 = 1;

/// Says that an administration must be examined.
pub(crate) fn need_recovery(core: &mut Core, at: AdministrationId, recovery: &mut Recovery) {
    if recovery.needed_since.is_none() {
        recovery.needed_since = Some(core.now());
        core.columns.mark_work(at);
        // A provider that is not sure of itself admits nobody's devices any more.
        let plan = core.plan_handle();
        for customer in &plan.administrations[at.index()].customers {
            let workplaces = &mut core.columns.workplaces[customer.index()];
            if core::mem::take(&mut workplaces.admitted) {
                core.kernel().recount_workplaces(*customer);
            }
        }
    }
}

/// Asks the provider to admit the clean devices of a customer; it takes its time.
pub(crate) fn ask_to_admit_devices(core: &mut Core, customer: AdministrationId) {
    let plan = core.plan_handle();
    if plan.administrations[customer.index()].provider.is_some() {
        let key = u64::from(customer.0);
        let mut draw = core.luck.0.draw(Purpose::Admission, key, 0);
        let agreed = core.pact().with(customer.index()).admission;
        let delay = draw.minutes(agreed.unwrap_or(plan.scenario.parameters.admission));
        let at = core.now().after(delay);
        core.columns
            .agenda
            .push(at, HappeningKind::DevicesAdmitted, customer.0, 0);
    }
}

/// Work orders that are done: systems come back, examinations tell what they found.
pub(crate) fn finish_orders(
    mut core: Core,
    mut index: ResMut<Index>,
    mut spawn: Commands,
    mut orders: Query<&mut WorkOrder>,
    mut bodies: Query<(&mut Recovery, &mut Posture, &mut Knowledge)>,
    requests: Query<&AidRequest>,
) {
    for Happening { id, tag, kind } in core.take_inbox(Desk::Orders) {
        let Ok(mut order) = orders.get_mut(index.orders[id as usize]) else {
            continue;
        };
        if kind == HappeningKind::OrderDelayOver {
            delay_is_over(&mut core, &order, tag);
            continue;
        }
        if order.epoch != tag || order.done.is_some() {
            continue;
        }
        let now = core.now();
        order.finish(now);
        core.columns.tally.events += 1;
        let at = order.at;
        let Ok((mut recovery, mut posture, mut knowledge)) =
            bodies.get_mut(index.administrations[at.index()])
        else {
            continue;
        };
        recovery.queue.retain(|other| *other != id);
        match order.kind {
            OrderKind::Examination => {
                let hit = examination::examine(&mut core, at, &mut knowledge);
                recovery.examined = Some((now, hit));
                let text = Text::new(if hit {
                    "log-examined-hit"
                } else {
                    "log-examined-clean"
                });
                note(&mut knowledge, now, LogRecordKind::Observation, text);
                let needs_work = hit || posture.shut_down.is_some();
                recovery.queue.extend(entering::enter_restoration(
                    &mut core, &mut index, &mut spawn, at, needs_work, hit,
                ));
                core.kernel().restore_without_work(at);
                core.columns.mark_examinations();
            }
            OrderKind::Restore(system) if order.skill == Skill::Application => {
                // Applications are handed over only after acceptance and a check of their data.
                let parameters = &core.plan().scenario.parameters;
                let key = u64::from(system.0);
                let mut draw = core.luck.0.draw(Purpose::Acceptance, key, 0);
                let at = now.after(draw.minutes(parameters.acceptance));
                core.columns
                    .agenda
                    .push(at, HappeningKind::OrderDelayOver, order.id, ACCEPTED);
            }
            OrderKind::Restore(system) => {
                core.kernel().restore(system.0);
                // These two carry the clearance statements of either side.
                let role = core.plan().template(system.0).role;
                if matches!(role, SystemRole::Gateway | SystemRole::ProviderLink) {
                    recovery.cleared = Some(now);
                    posture.shut_down = None;
                }
            }
            OrderKind::Workplaces(system, class) => {
                let share = CLASS_BOUNDS[usize::from(class)];
                core.kernel().restore_share(system.0, share);
            }
            OrderKind::Notebooks(request) => core.wake_request(request),
        }
        if recovery.queue.is_empty() && recovery.examined.is_some() && recovery.cleared.is_none() {
            recovery.cleared = Some(now);
            posture.shut_down = None;
        }
        wake_remote_helpers(&mut core, &index, &requests, at);
        core.columns.mark_work(at);
        core.columns.due.set(Due::KNOWLEDGE);
    }
}

/// A waiting time of an order is over: it may begin, or its application is accepted.
fn delay_is_over(core: &mut Core, order: &WorkOrder, tag: u32) {
    if tag == ACCEPTED {
        if let Some(system) = order.system() {
            core.kernel().restore(system.0);
            core.columns.due.set(Due::KNOWLEDGE);
        }
    } else if order.kind == OrderKind::Examination {
        core.columns.mark_examinations();
    } else {
        core.columns.mark_work(order.at);
    }
}

/// Remote helpers wait for the network of the asker: they look again whenever work there is done.
fn wake_remote_helpers(
    core: &mut Core,
    index: &Index,
    requests: &Query<&AidRequest>,
    at: AdministrationId,
) {
    let waiting = index
        .requests
        .iter()
        .filter_map(|entity| requests.get(*entity).ok())
        .filter(|request| request.asker == at && request.waits_for.is_some())
        .filter(|request| request.draft.kind == AidKind::RemoteWork);
    for request in waiting {
        core.wake_request(request.id);
    }
}

/// Begins recovery where it is needed and people are there: the examination is ordered.
pub(crate) fn begin_recoveries(
    mut core: Core,
    mut index: ResMut<Index>,
    mut spawn: Commands,
    mut bodies: Query<(&CrisisStaff, &mut Recovery, &Knowledge)>,
) {
    for at in core.columns.work.marked() {
        let Ok((staff, mut recovery, knowledge)) =
            bodies.get_mut(index.administrations[at.index()])
        else {
            continue;
        };
        let is_provider =
            core.plan().scenario.administrations[at.index()].kind == AdministrationKind::Provider;
        let ready = staff.met.is_some() || is_provider;
        if recovery.needed_since.is_none() || recovery.examination.is_some() || !ready {
            continue;
        }
        let now = core.now();
        recovery.mobilised.get_or_insert(now);
        let hit = knowledge.own_hit.is_some();
        let order = examination::examination(&core, at, hit, index.next_order());
        let arrives = order.not_before;
        let id = index.enter_order(&mut spawn, order);
        recovery.examination = Some(id);
        core.columns
            .agenda
            .push(arrives, HappeningKind::OrderDelayOver, id, 0);
    }
}
