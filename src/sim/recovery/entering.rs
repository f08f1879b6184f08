//! Which work orders an examined administration enters, and in which order they get people.

use bevy_ecs::system::Commands;

use super::effort::{
    backup_factor, backups_survived, customers_using, is_product, lead_time, median_hours, spread,
};
use crate::scenario::{AdministrationKind, Parameters, SystemRole, SystemTemplate, WorkTemplate};
use crate::sim::agenda::HappeningKind;
use crate::sim::chance::Purpose;
use crate::sim::columns::Condition;
use crate::sim::core_param::Core;
use crate::sim::entities::{CrisisStaff, Index, OrderKind, Recovery, WorkOrder};
use crate::sim::services::BATCH_BOUNDS;
use crate::vocab::{AdministrationId, SimTime, Skill, SystemId};

/// So many of the first batches of workplaces run on the core of the platform: those of criticality 1 and 2.
const BATCHES_ON_CORE: u8 = 3;
/// Tag of the end of a waiting time before an order.
const MAY_BEGIN: u32 = 0;

/// The orders of one system: those on which others wait, and the one that carries what does not fit on the core.
#[derive(Debug, Clone, Copy)]
struct Entered {
    first: u32,
    rest: Option<u32>,
}

/// What an examination came to.
#[derive(Debug, Clone, Copy)]
pub(super) struct Finding {
    /// The actor was found.
    pub(super) hit: bool,
    /// Systems were taken down: they wait for each other on the way back.
    pub(super) needs_work: bool,
}

/// Enters the work orders of an examined administration.
///
/// Where the actor was found everything with work is rebuilt; where not, it is only checked.
pub(super) fn enter_restoration(
    core: &mut Core,
    index: &mut Index,
    spawn: &mut Commands,
    recovery: &mut Recovery,
    staff: &CrisisStaff,
    at: AdministrationId,
    finding: Finding,
) {
    let plan = core.plan_handle();
    let Some(kit) = plan.scenario.administrations[at.index()].kit else {
        return;
    };
    let first = plan.administrations[at.index()].systems.start;
    let templates = &plan.scenario.kits[kit].systems;
    let kind = plan.scenario.administrations[at.index()].kind;
    recovery.new_build = finding.hit && !backups_survived(core, at);
    let whole_from = if recovery.new_build {
        core.now().after(lead_time(core, at))
    } else {
        core.now()
    };
    let mut entered: Vec<Option<Entered>> = vec![None; templates.len()];
    let mut ranked: Vec<(u8, u32)> = Vec::new();
    // Network, directory and the first workplaces, of which a clearance statement speaks.
    let mut clearing: Vec<u32> = Vec::new();
    // Whoever comes before others is entered before them.
    for position in in_order_of_need(templates) {
        let template = &templates[position];
        let Some(work) = &template.work else { continue };
        let system = SystemId(first + position as u32);
        let condition = core.columns.systems[system.index()].condition;
        if let Some(time) = work.check_only
            && !condition.is_infectious()
            && condition != Condition::Contained
        {
            let mut draw = core
                .luck()
                .draw(Purpose::SystemCheck, u64::from(system.0), 0);
            let checked = core.now().after(draw.minutes(time));
            core.columns
                .agenda
                .push(checked, HappeningKind::SystemChecked, system.0, 0);
            continue;
        }
        let rebuild = finding.hit;
        let is_workplaces = template.role == SystemRole::Workplaces;
        if is_workplaces && let Some(first) = recovery.client_checks.first() {
            entered[position] = Some(Entered {
                first: *first,
                rest: None,
            });
            continue;
        }
        let share = match (rebuild, is_workplaces) {
            (true, _) => backup_factor(core, at, work),
            (false, true) => plan.scenario.parameters.client_check_share,
            (false, false) => work.check_share,
        };
        let expected = median_hours(&plan, system, work) * share;
        let hours = expected * spread(core, (at, recovery.round), system.0, expected);
        // Checks need no order among themselves; a clearance statement comes after what it states.
        let waits = finding.needs_work || template.role == SystemRole::ProviderLink;
        let before: Vec<Entered> = work
            .after
            .iter()
            .filter(|_| waits)
            .filter_map(|before| entered[*before])
            .collect();
        let after: Vec<u32> = before.iter().map(|entered| entered.first).collect();
        let carried_by: Vec<u32> = before.iter().filter_map(|entered| entered.rest).collect();
        let not_before = if is_workplaces && !rebuild {
            instruction(core, at, staff)
        } else {
            core.now()
        };
        let useful_people = useful_people(&plan.scenario.parameters, work, hours);
        let order = |kind: OrderKind, part: f64| WorkOrder {
            round: recovery.round,
            useful_people,
            not_before,
            ..WorkOrder::new(0, at, kind, work.skill, core.now())
                .of_hours(expected * part, hours * part)
        };
        let mut orders: Vec<(u8, WorkOrder)> = Vec::new();
        if is_workplaces && finding.needs_work {
            for (bounds, nth) in BATCH_BOUNDS.windows(2).zip(1_u8..) {
                let part = f64::from(bounds[1] - bounds[0]);
                let mut batch = order(OrderKind::Workplaces(system, nth), part);
                let rank = if nth <= BATCHES_ON_CORE {
                    batch.after.clone_from(&after);
                    WORKPLACES
                } else {
                    batch.after = after.iter().chain(&carried_by).copied().collect();
                    LAST
                };
                orders.push((rank, batch));
            }
        } else if let Some(core_share) =
            core_share(core, kind, templates, position, work).filter(|_| rebuild)
        {
            let mut core_part = order(OrderKind::Core(system), core_share);
            core_part.after = after;
            orders.push((PLATFORM, core_part));
            if core_share < 1.0 {
                let mut rest = order(OrderKind::Rest(system), 1.0 - core_share);
                rest.after = carried_by;
                rest.not_before = whole_from;
                orders.push((REST, rest));
            }
        } else {
            let mut whole = order(OrderKind::Restore(system), 1.0);
            whole.after = after;
            let rank = if work.skill == Skill::Application {
                if rebuild {
                    take_off(core, system, work, &mut whole);
                    whole.serve_in_order(&recovery.customer_order);
                    whole.carried_by = carried_by;
                    whole.is_application = true;
                }
                APPLICATIONS
            } else if is_data(templates, position, work) && rebuild {
                // Data fit on all of the platform only.
                whole.after.extend(carried_by);
                LAST
            } else {
                PLATFORM
            };
            orders.push((rank, whole));
        }
        let mut previous = None;
        for (rank, mut order) in orders {
            order.id = index.next_order();
            // Parts of one system come one after the other.
            order.after.extend(previous);
            let starts = order.not_before;
            let is_rest = matches!(order.kind, OrderKind::Rest(_));
            let is_clearing =
                matches!(order.kind, OrderKind::Core(_) | OrderKind::Workplaces(_, 1));
            let id = index.enter_order(spawn, order);
            if is_clearing {
                clearing.push(id);
            }
            if starts > core.now() {
                core.columns
                    .agenda
                    .push(starts, HappeningKind::OrderDelayOver, id, MAY_BEGIN);
            }
            let slot = entered[position].get_or_insert(Entered {
                first: id,
                rest: None,
            });
            if is_rest {
                slot.rest = Some(id);
            }
            previous = Some(id);
            ranked.push((rank, id));
        }
    }
    let states_clearance =
        |t: &SystemTemplate| matches!(t.role, SystemRole::ProviderLink | SystemRole::Gateway);
    if !templates.iter().any(states_clearance) {
        recovery.cleared_by = clearing;
    }
    enqueue(recovery, ranked);
}

/// Puts new work into the order of work: behind what is under way, and among the checks of workplaces that were
/// ordered before, since a clearance would else wait for the last of them.
fn enqueue(recovery: &mut Recovery, mut ranked: Vec<(u8, u32)>) {
    ranked.sort_unstable();
    let batches: Vec<(u32, u8)> = recovery.client_checks.iter().copied().zip(1..).collect();
    let rank_of_open = |id: u32| match batches.iter().find(|(check, _)| *check == id) {
        None => PLATFORM,
        Some((_, nth)) if *nth <= BATCHES_ON_CORE => WORKPLACES,
        Some(_) => LAST,
    };
    let open = recovery.queue.iter().map(|id| (rank_of_open(*id), *id));
    let mut queue: Vec<(u8, u32)> = open.chain(ranked).collect();
    queue.sort_by_key(|(rank, _)| *rank);
    recovery.queue = queue.into_iter().map(|(_, id)| id).collect();
}

/// Enters the check of workplaces where nobody is known to be in, class by class: it waits for an instruction,
/// not for the examination.
pub(super) fn enter_client_checks(
    core: &mut Core,
    index: &mut Index,
    spawn: &mut Commands,
    recovery: &mut Recovery,
    staff: &CrisisStaff,
    at: AdministrationId,
) {
    let plan = core.plan_handle();
    let Some(system) = plan.administrations[at.index()].workplaces else {
        return;
    };
    let Some(work) = plan.described(system).work.as_ref() else {
        return;
    };
    let parameters = &plan.scenario.parameters;
    let expected = median_hours(&plan, system, work) * parameters.client_check_share;
    let hours = expected * spread(core, (at, recovery.round), system.0, expected);
    let starts = instruction(core, at, staff);
    core.kernel().begin_workplace_check(at);
    for (bounds, nth) in BATCH_BOUNDS.windows(2).zip(1_u8..) {
        let part = f64::from(bounds[1] - bounds[0]);
        let kind = OrderKind::WorkplaceCheck(system, nth);
        let order = WorkOrder {
            useful_people: useful_people(parameters, work, hours),
            not_before: starts,
            after: recovery.client_checks.last().copied().into_iter().collect(),
            ..WorkOrder::new(index.next_order(), at, kind, work.skill, core.now())
                .of_hours(expected * part, hours * part)
        };
        let id = index.enter_order(spawn, order);
        recovery.client_checks.push(id);
        recovery.queue.push(id);
    }
    let first = recovery.client_checks[0];
    core.columns
        .agenda
        .push(starts, HappeningKind::OrderDelayOver, first, MAY_BEGIN);
}

/// People that an order can use, if its work does not say.
fn useful_people(parameters: &Parameters, work: &WorkTemplate, hours: f64) -> u32 {
    let by_effort = (hours / parameters.hours_per_useful_person) as u32;
    work.useful_people
        .unwrap_or_else(|| by_effort.clamp(1, parameters.useful_people_at_most))
}

/// Ranks in which orders get people unless the seat says otherwise.
const PLATFORM: u8 = 0;
const WORKPLACES: u8 = 1;
const APPLICATIONS: u8 = 2;
const REST: u8 = 3;
const LAST: u8 = 4;

/// Positions of the systems of a kit, each behind those that come before it.
fn in_order_of_need(templates: &[SystemTemplate]) -> Vec<usize> {
    let mut order = Vec::with_capacity(templates.len());
    let mut is_placed = vec![false; templates.len()];
    // The scenario check refuses circles, so every round places at least one.
    while order.len() < templates.len() {
        for (position, template) in templates.iter().enumerate() {
            let before = template.work.iter().flat_map(|work| &work.after);
            if !is_placed[position] && before.into_iter().all(|before| is_placed[*before]) {
                is_placed[position] = true;
                order.push(position);
            }
        }
    }
    order
}

/// Share of its core, if the system is part of the platform: infrastructure for which the directory
/// or several others wait.
fn core_share(
    core: &Core,
    kind: AdministrationKind,
    templates: &[SystemTemplate],
    position: usize,
    work: &WorkTemplate,
) -> Option<f64> {
    let is_infrastructure = matches!(work.skill, Skill::Network | Skill::Identity | Skill::Backup);
    let waiting: Vec<Skill> = templates
        .iter()
        .filter_map(|other| other.work.as_ref())
        .filter(|other| other.after.contains(&position))
        .map(|other| other.skill)
        .collect();
    let carries_others = waiting.len() > 1 || waiting.contains(&Skill::Identity);
    let role = templates[position].role;
    let may_split = matches!(role, SystemRole::Plain | SystemRole::Backup);
    if !(is_infrastructure && carries_others && may_split) {
        return None;
    }
    let (platform, identity) = core.plan().scenario.parameters.core_share;
    Some(match (work.skill, kind) {
        (Skill::Identity, AdministrationKind::Provider) => 1.0,
        (Skill::Identity, _) => identity,
        _ => platform,
    })
}

/// Whether a system holds data: work of the backup people that is no part of the platform.
fn is_data(templates: &[SystemTemplate], position: usize, work: &WorkTemplate) -> bool {
    work.skill == Skill::Backup && templates[position].role == SystemRole::Plain
}

/// An application of an administration that was hit stays off until it is rebuilt; the customers
/// of a product come back one by one.
fn take_off(core: &mut Core, system: SystemId, work: &WorkTemplate, order: &mut WorkOrder) {
    core.kernel().switch_off(system.0);
    if is_product(work) {
        core.kernel().disconnect_tenants(system);
        order.tenants = customers_using(core.plan(), system);
        let all = work.hours_small + work.hours_per_customer * order.tenants.len() as f64;
        order.base_share = work.hours_small / all;
    }
}

/// When the instruction comes by which workplaces are checked.
fn instruction(core: &Core, at: AdministrationId, staff: &CrisisStaff) -> SimTime {
    let parameters = &core.plan().scenario.parameters;
    let mut draw = core.luck().draw(Purpose::ClientCheck, u64::from(at.0), 0);
    let met = staff.met.unwrap_or(core.now());
    met.after(draw.minutes(parameters.client_check_after))
        .max(core.now())
}
