//! Recovery: examination first, then work orders in the order of their predecessors.

use bevy_ecs::system::{Commands, Local, Query, ResMut};

use super::agenda::{Happening, HappeningKind};
use super::aid::begin_permits;
use super::chance::{Chance, Purpose, key_of};
use super::columns::{Desk, Due};
use super::core_param::Core;
use super::entities::{
    AidRequest, CrisisStaff, Index, Knowledge, LogRecordKind, OrderKind, Posture, Recovery,
    WorkOrder,
};
use super::plan::Plan;
use super::seat_log::note;
use super::services::BATCH_BOUNDS;
use super::work::plan_next_part;
use crate::scenario::{PermitFrom, SystemRole};
use crate::vocab::{AdministrationId, SimTime, Skill, SystemId, Text, WaitCause};

mod effort;
mod entering;
mod examination;
pub(super) mod island;
mod workarounds;

#[cfg(test)]
pub(crate) use effort::median_hours;
use entering::{Finding, enter_client_checks, enter_restoration};
pub(crate) use workarounds::{PAY_FILE, open_workarounds};

/// Tag of the end of a waiting time that is the acceptance of an application.
const ACCEPTED: u32 = 1;

/// Says that an administration must be examined.
pub(crate) fn need_recovery(core: &mut Core, at: AdministrationId, recovery: &mut Recovery) {
    if recovery.needed_since.is_none() {
        recovery.needed_since = Some(core.now());
        core.columns.mark_work(at);
        core.kernel().registers_shut(at);
        begin_permits(core, at, PermitFrom::Notice);
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

/// Says that an administration has the actor in its house, or has shut all down for fear of it. Whoever is examined
/// already must be so again: what was found sound then need not be any more.
pub(crate) fn need_recovery_anew(core: &mut Core, at: AdministrationId, recovery: &mut Recovery) {
    if recovery.examined.is_some() {
        recovery.round += 1;
        recovery.needed_since = None;
        recovery.examination = None;
        recovery.examined = None;
        recovery.cleared = None;
        recovery.cleared_by.clear();
        recovery.applications_rebuilt = 0;
    }
    // What was a suspicion so far need not wait for the crisis staff any more.
    core.columns.mark_work(at);
    need_recovery(core, at, recovery);
}

/// Asks the provider to admit the clean devices of a customer; it takes its time.
pub(crate) fn ask_to_admit_devices(core: &mut Core, customer: AdministrationId) {
    let plan = core.plan_handle();
    if plan.administrations[customer.index()].provider.is_some() {
        let key = u64::from(customer.0);
        let mut draw = core.luck().draw(Purpose::Admission, key, 0);
        let agreed = core.pact().with(customer.index()).admission;
        let delay = draw.minutes(agreed.unwrap_or(plan.scenario.parameters.admission));
        let at = core.now().after(delay);
        core.columns
            .agenda
            .push(at, HappeningKind::DevicesAdmitted, customer.0, 0);
    }
}

/// What recovery changes of an administration.
type Bodies<'w, 's> = Query<
    'w,
    's,
    (
        &'static mut Recovery,
        &'static mut Posture,
        &'static mut Knowledge,
        &'static mut CrisisStaff,
    ),
>;

/// Work orders that are done: systems come back, examinations tell what they found.
pub(crate) fn finish_orders(
    mut core: Core,
    mut index: ResMut<Index>,
    mut spawn: Commands,
    mut orders: Query<&mut WorkOrder>,
    mut bodies: Bodies,
    requests: Query<&AidRequest>,
    mut happenings: Local<Vec<Happening>>,
) {
    core.take_inbox(Desk::Orders, &mut happenings);
    for Happening { id, tag, kind } in happenings.drain(..) {
        if kind == HappeningKind::LoadStep {
            core.columns.mark_work(AdministrationId(id));
            continue;
        }
        let Ok(mut order) = orders.get_mut(index.orders[id as usize]) else {
            continue;
        };
        let body = bodies.get(index.administrations[order.at.index()]);
        let is_of_before = body.is_ok_and(|(recovery, ..)| recovery.round != order.round);
        match kind {
            // Who was struck again since accepts nothing of what was rebuilt before.
            HappeningKind::OrderDelayOver if tag == ACCEPTED && is_of_before => {}
            HappeningKind::PartAccepted if is_of_before => {}
            HappeningKind::OrderDelayOver => delay_is_over(&mut core, &order, tag),
            HappeningKind::PartAccepted => {
                if let Some(system) = order.system() {
                    let customer = order.tenants[tag as usize];
                    core.kernel().connect_tenant(system, customer);
                }
            }
            _ if order.epoch != tag || order.done.is_some() => {}
            HappeningKind::OrderPart => {
                finish_part(&mut core, &mut order);
                if let Ok((recovery, ..)) = bodies.get(index.administrations[order.at.index()]) {
                    let plan = core.plan_handle();
                    let mobilised = recovery.mobilised.unwrap_or(order.since);
                    plan_next_part(&mut core, &order, &plan.shifts(mobilised));
                }
            }
            _ => {
                let at = order.at;
                let overtaken = finish(&mut core, &mut index, &mut spawn, &mut order, &mut bodies);
                for check in overtaken {
                    if let Ok(mut check) = orders.get_mut(index.orders[check as usize])
                        && check.done.is_none()
                    {
                        check.finish(core.now());
                    }
                }
                wake_remote_helpers(&mut core, &index, &requests, at);
            }
        }
    }
}

/// An order is done. Returns the orders that there is no more to do for because of it.
fn finish(
    core: &mut Core,
    index: &mut Index,
    spawn: &mut Commands,
    order: &mut WorkOrder,
    bodies: &mut Bodies,
) -> Vec<u32> {
    let now = core.now();
    let (id, at) = (order.id, order.at);
    let mut overtaken = Vec::new();
    while !order.tenants.is_empty() && order.parts_done <= order.tenants.len() as u32 {
        finish_part(core, order);
    }
    order.finish(now);
    core.columns.tally.events += 1;
    let Ok((mut recovery, mut posture, mut knowledge, mut staff)) =
        bodies.get_mut(core.body(index, at))
    else {
        return overtaken;
    };
    recovery.queue.retain(|other| *other != id);
    // Work that is done, and a clearance that comes with it, is news at this place.
    knowledge.revision += 1;
    recovery.applications_rebuilt += u32::from(order.is_application);
    match order.kind {
        OrderKind::Examination => {
            let hit = examination::examine(core, at, &mut knowledge);
            recovery.examined = Some((now, hit));
            let text = || {
                Text::new(if hit {
                    "log-examined-hit"
                } else {
                    "log-examined-clean"
                })
            };
            note(&mut knowledge, now, LogRecordKind::Observation, text);
            let finding = Finding {
                hit,
                needs_work: hit || posture.shut_down.is_some(),
            };
            if finding.needs_work {
                overtaken = core::mem::take(&mut recovery.client_checks);
                recovery.queue.retain(|other| !overtaken.contains(other));
                // From here on what is set up anew, or checked with all else, says what is usable.
                core.kernel().workplaces_checked(at, 1.0);
            }
            enter_restoration(core, index, spawn, &mut recovery, &staff, at, finding);
            core.kernel().restore_without_work(at);
            core.columns.mark_examinations();
            // What its customers have to look for is known now.
            let plan = core.plan_handle();
            for customer in &plan.administrations[at.index()].customers {
                core.columns.mark_work(*customer);
            }
        }
        OrderKind::Restore(_) if !order.tenants.is_empty() => {}
        OrderKind::Restore(system) if order.skill == Skill::Application => {
            // Applications are handed over only after acceptance and a check of their data.
            let accepted = acceptance(core, u64::from(system.0));
            core.columns
                .agenda
                .push(accepted, HappeningKind::OrderDelayOver, id, ACCEPTED);
        }
        OrderKind::Restore(system) | OrderKind::Core(system) => {
            core.kernel().restore(system.0);
            // These two carry the clearance statements of either side.
            let role = core.plan().template(system.0).role;
            if matches!(role, SystemRole::Gateway | SystemRole::ProviderLink) {
                clear(core, &mut recovery, &mut posture, at);
            }
        }
        OrderKind::Rest(_) => {}
        OrderKind::Workplaces(system, batch) => {
            let share = BATCH_BOUNDS[usize::from(batch)];
            core.kernel().restore_share(system.0, share);
        }
        // A check of workplaces in use brings nothing back; what it missed the examination finds.
        OrderKind::WorkplaceCheck(_, batch) => {
            let share = BATCH_BOUNDS[usize::from(batch)];
            core.kernel().workplaces_checked(at, share);
        }
        OrderKind::Notebooks(request) => core.wake_request(request),
        OrderKind::Island => {
            island::workplaces_stand(core, &mut staff, at);
            let text = || Text::new("log-island-workplaces");
            note(&mut knowledge, now, LogRecordKind::Observation, text);
        }
    }
    // What is left of these was not done before this order.
    let states_clearance = recovery.cleared_by.contains(&id);
    recovery.cleared_by.retain(|other| *other != id);
    let is_clear = states_clearance && recovery.cleared_by.is_empty()
        || recovery.queue.is_empty() && recovery.examined.is_some();
    if is_clear && recovery.cleared.is_none() {
        clear(core, &mut recovery, &mut posture, at);
    }
    core.columns.mark_work(at);
    core.columns.due.set(Due::KNOWLEDGE);
    overtaken
}

/// The own side is released for reconnecting; its services may be admitted to registers again.
fn clear(core: &mut Core, recovery: &mut Recovery, posture: &mut Posture, at: AdministrationId) {
    let now = core.now();
    recovery.cleared = Some(now);
    core.columns.word.note(now, at);
    posture.shut_down = None;
    core.kernel().registers_may_admit(at, recovery.new_build);
}

/// The next part of a product is done: its base, or that of one more customer, who has to accept it.
fn finish_part(core: &mut Core, order: &mut WorkOrder) {
    let Some(system) = order.system() else { return };
    let part = order.parts_done;
    order.parts_done += 1;
    core.columns.tally.events += 1;
    if part == 0 {
        core.kernel().restore(system.0);
        return;
    }
    let customer = order.tenants[part as usize - 1];
    let accepted = acceptance(core, part_key(system, customer));
    core.columns
        .agenda
        .push(accepted, HappeningKind::PartAccepted, order.id, part - 1);
}

/// When an application that is ready now will be accepted.
fn acceptance(core: &Core, key: u64) -> SimTime {
    core.now()
        .after(acceptance_minutes(core.luck(), core.plan(), key))
}

/// Minutes from an application being ready to its acceptance.
pub(super) fn acceptance_minutes(luck: Chance, plan: &Plan, key: u64) -> u32 {
    let mut draw = luck.draw(Purpose::Acceptance, key, 0);
    draw.minutes(plan.scenario.parameters.acceptance)
}

/// Under which key a customer accepts its part of a product.
pub(super) fn part_key(product: SystemId, customer: AdministrationId) -> u64 {
    key_of(&[product.0, customer.0])
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
        .running_of(at)
        .filter_map(|entity| requests.get(entity).ok())
        .filter(|request| request.asker == at && request.at_gate() == Some(WaitCause::Network));
    for request in waiting {
        core.wake_request(request.id);
    }
}

/// Begins recovery where it is needed and people are there: the examination is ordered.
pub(crate) fn begin_recoveries(
    mut core: Core,
    mut index: ResMut<Index>,
    mut spawn: Commands,
    mut bodies: Query<(&CrisisStaff, &mut Recovery, &Knowledge, &Posture)>,
    mut orders: Query<&mut WorkOrder>,
    mut marked: Local<Vec<AdministrationId>>,
) {
    // They stay marked, for whoever gives out the people.
    marked.clear();
    marked.extend_from_slice(core.columns.work.marked());
    for at in marked.drain(..) {
        let entity = index.administrations[at.index()];
        let Ok((staff, mut recovery, knowledge, posture)) = bodies.get_mut(entity) else {
            continue;
        };
        let is_provider = core.plan().is_provider(at);
        let hit = knowledge.own_hit.is_some();
        // Whoever sees the actor in its own house calls the police and examiners at once; a suspicion waits for the
        // crisis staff.
        let ready = staff.met.is_some() || is_provider || hit;
        if recovery.needed_since.is_none() || recovery.examination.is_some() || !ready {
            continue;
        }
        core.columns.mark_body(at);
        let now = core.now();
        recovery.mobilised.get_or_insert(now);
        if recovery.round > 0 {
            drop_rebuilding(&mut recovery, &index, &mut orders, now);
        }
        let order = examination::examination(&core, at, hit, recovery.round, index.next_order());
        let arrives = order.not_before;
        let id = index.enter_order(&mut spawn, order);
        recovery.examination = Some(id);
        core.columns
            .agenda
            .push(arrives, HappeningKind::OrderDelayOver, id, 0);
        if !hit && !is_provider && posture.shut_down.is_none() {
            enter_client_checks(&mut core, &mut index, &mut spawn, &mut recovery, staff, at);
        }
    }
}

/// What was not rebuilt yet when the actor came again is not gone on with: the next examination says what is to be done.
fn drop_rebuilding(
    recovery: &mut Recovery,
    index: &Index,
    orders: &mut Query<&mut WorkOrder>,
    now: SimTime,
) {
    recovery.client_checks.clear();
    recovery.queue.retain(|id| {
        let Ok(mut order) = orders.get_mut(index.orders[*id as usize]) else {
            return true;
        };
        let is_dropped = order.system().is_some();
        if is_dropped {
            order.finish(now);
        }
        !is_dropped
    });
}
