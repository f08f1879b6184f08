//! People on work orders: greedy, in the order the seat sets, and by trade.
//!
//! Only administrations whose orders or people changed are looked at: whoever changes either says
//! so by `Columns::mark_work` or `Columns::mark_examinations`.

use bevy_ecs::change_detection::Mut;
use bevy_ecs::system::{Local, Query, ResMut};

use super::agenda::HappeningKind;
use super::core_param::Core;
use super::entities::{AidRequest, Index, Knowledge, OrderKind, Person, Post, Recovery, WorkOrder};
use super::shifts::Shifts;
use crate::vocab::{AdministrationId, SimTime, Skill};

mod examiners;
mod hands;
mod workforce;

pub(crate) use examiners::Examinations;
use examiners::send_examiners;
pub(crate) use hands::Hands;
use workforce::{LOAD_STEP, Workforce, gather};
pub(crate) use workforce::{expected_strength, fatigue_effect};

/// What is written down while people are given to work; it is empty before and after, and keeps its memory.
#[derive(Default)]
pub(crate) struct Assignment {
    marked: Vec<AdministrationId>,
    workforce: Workforce,
    /// Orders that may begin, each with its skill and its places, and those that may not.
    ready: Vec<(u32, (Skill, u32))>,
    idle: Vec<u32>,
    /// Strength and heads that each order gets.
    given: Vec<(u32, (f64, u32))>,
}

/// Gives the people of every marked administration to its orders, and the forensic team to examinations.
#[expect(
    clippy::too_many_arguments,
    reason = "to give people to work is to look at all that work is made of"
)]
pub(crate) fn assign_people(
    mut core: Core,
    mut index: ResMut<Index>,
    mut orders: Query<&mut WorkOrder>,
    people: Query<(&Person, &Post)>,
    requests: Query<&AidRequest>,
    mut recoveries: Query<&mut Recovery>,
    known: Query<&Knowledge>,
    mut assignment: Local<Assignment>,
) {
    let Assignment {
        marked,
        workforce,
        ready,
        idle,
        given,
    } = &mut *assignment;
    core.columns.work.take(marked);
    for at in marked.drain(..) {
        core.columns.work_given[at.index()] += 1;
        let is_instructed = provider_is_examined(&core, &index, &recoveries.as_readonly(), at);
        let Ok(mut recovery) = recoveries.get_mut(index.administrations[at.index()]) else {
            continue;
        };
        if recovery.queue.is_empty() {
            continue;
        }
        plan_load_step(&mut core, &mut recovery, at);
        let found_in = (&people, &requests, &orders);
        gather(workforce, &core, &index, found_in, &recovery, at);
        let parameters = &core.plan().scenario.parameters;
        let off_skill = parameters.off_skill_effect;
        // The first applications run on the core of the platform, the others need all of it.
        let mut on_core = parameters
            .core_products
            .saturating_sub(recovery.applications_rebuilt);
        for id in &recovery.queue {
            let may_begin = is_ready(&core, &index, &orders, *id, &mut on_core);
            let Ok(order) = orders.get(index.orders[*id as usize]) else {
                continue;
            };
            // What a workplace is checked for is known once the provider's side is examined.
            let is_check = matches!(order.kind, OrderKind::WorkplaceCheck(..));
            if may_begin && (is_instructed || !is_check) {
                ready.push((*id, (order.skill, order.useful_people)));
            } else {
                idle.push(*id);
            }
        }
        let wanted = ready.iter().map(|(_, wants)| *wants);
        let shared = workforce.hands.share_out(wanted, off_skill);
        given.extend(ready.iter().map(|(id, _)| *id).zip(shared));
        given.extend(idle.drain(..).map(|id| (id, (0.0, 0))));
        ready.clear();
        for (id, (rate, heads)) in given.drain(..) {
            let Ok(mut order) = orders.get_mut(index.orders[id as usize]) else {
                continue;
            };
            let mobilised = recovery.mobilised.unwrap_or(order.since);
            set_strength(&mut core, &mut order, mobilised, rate, heads);
        }
    }
    if core::mem::take(&mut core.columns.examinations_marked) {
        send_examiners(
            &mut core,
            &mut index,
            &mut orders,
            &people,
            &requests,
            &recoveries.as_readonly(),
            &known,
        );
    }
}

/// Hours, presence and hired people change with time: they are looked at again every week.
fn plan_load_step(core: &mut Core, recovery: &mut Mut<Recovery>, at: AdministrationId) {
    let now = core.now();
    if let Some(mobilised) = recovery.mobilised
        && recovery.step_at.is_none_or(|step| step <= now)
    {
        let steps = now.since(mobilised) / LOAD_STEP + 1;
        let next = mobilised.after(steps * LOAD_STEP);
        core.columns.mark_body(at);
        recovery.step_at = Some(next);
        core.columns
            .agenda
            .push(next, HappeningKind::LoadStep, at.0, 0);
    }
}

/// Stores progress at the old strength and enters the end at the new one.
fn set_strength(core: &mut Core, order: &mut WorkOrder, mobilised: SimTime, rate: f64, heads: u32) {
    if order.rate.to_bits() == rate.to_bits() && order.people == heads {
        return;
    }
    let now = core.now();
    let plan = core.plan_handle();
    let shifts = plan.shifts(mobilised);
    order.remaining_hours = remaining_hours(order, &shifts, now);
    order.since = now;
    order.rate = rate;
    order.people = heads;
    order.epoch = (order.epoch + 1) & 0xFF_FFFF;
    if rate > 0.0 {
        let at = shifts.moment_after(now, order.remaining_hours / rate * 60.0);
        core.columns
            .agenda
            .push(at.max(now), HappeningKind::OrderDone, order.id, order.epoch);
        plan_next_part(core, order, &shifts);
    }
}

/// Enters the moment at which the product is ready for its next customer.
pub(crate) fn plan_next_part(core: &mut Core, order: &WorkOrder, shifts: &Shifts) {
    let Some(remaining) = order.remaining_after_part() else {
        return;
    };
    let hours = (order.remaining_hours - remaining) / order.rate;
    let at = shifts.moment_after(order.since, hours * 60.0);
    let at = at.max(core.now());
    core.columns
        .agenda
        .push(at, HappeningKind::OrderPart, order.id, order.epoch);
}

/// Person-hours left at a moment, without storing it.
pub(crate) fn remaining_hours(order: &WorkOrder, shifts: &Shifts, now: SimTime) -> f64 {
    let worked = f64::from(shifts.worked(order.since, now)) / 60.0;
    (order.remaining_hours - order.rate * worked).max(0.0)
}

/// An order is ready when what comes before is done and its waiting time is over. An application
/// also needs all of the platform, unless one of the places on its core is left; it takes that.
fn is_ready(
    core: &Core,
    index: &Index,
    orders: &Query<&mut WorkOrder>,
    id: u32,
    places_on_core: &mut u32,
) -> bool {
    let Ok(order) = orders.get(index.orders[id as usize]) else {
        return false;
    };
    let is_done = |before: &u32| {
        orders
            .get(index.orders[*before as usize])
            .is_ok_and(|before| before.done.is_some())
    };
    if order.not_before > core.now() || !order.after.iter().all(is_done) {
        return false;
    }
    if order.is_application && *places_on_core > 0 {
        *places_on_core -= 1;
        return true;
    }
    order.carried_by.iter().all(is_done)
}

/// Whether the provider of an administration, if it has one under suspicion, is examined: before, nobody can say what to
/// look for, and the forensic team goes on no suspicion.
pub(crate) fn provider_is_examined(
    core: &Core,
    index: &Index,
    recoveries: &Query<&Recovery>,
    at: AdministrationId,
) -> bool {
    core.plan().administrations[at.index()]
        .provider
        .is_none_or(|provider| {
            recoveries
                .get(index.administrations[provider.index()])
                .is_ok_and(Recovery::tells_what_to_look_for)
        })
}
