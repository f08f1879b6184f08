//! Recovery: examination first, then work orders in the order of their predecessors.

use bevy_ecs::system::{Commands, Query, ResMut};

use super::agenda::{Happening, HappeningKind};
use super::chance::{Purpose, key_of};
use super::columns::{Condition, Due};
use super::core_param::Core;
use super::entities::{
    AidRequest, BelongsTo, Body, CrisisStaff, Index, Knowledge, LogRecordKind, OrderKind, Posture,
    Recovery, SET_UPS, WorkOrder,
};
use super::knowledge::note;
use super::services::CLASS_BOUNDS;
use crate::scenario::{AdministrationKind, Dist, SetUp, SystemRole, SystemTemplate, WorkTemplate};
use crate::vocab::{AdministrationId, AidKind, SimTime, Skill, SystemId, Text};

/// Workplaces at which the small and the large effort of a work template are given.
const SMALL_CLIENTS: f64 = 110.0;
const LARGE_CLIENTS: f64 = 1200.0;
/// Workplaces served by the provider whose efforts are given.
const PROVIDER_WORKPLACES: f64 = 22_000.0;
/// Effort of a provider's platform and forensics grows with this power of the workplaces it serves.
const PROVIDER_EXPONENT: f64 = 0.6;
/// Least share of a large provider's forensic effort.
const PROVIDER_LEAST: f64 = 0.3;
/// Up to this effort the spread is the full coefficient of variation.
const SPREAD_FULL_UP_TO_HOURS: f64 = 40.0;
/// Least coefficient of variation of an effort.
const SPREAD_LEAST: f64 = 0.15;
/// Forensic people on one examination at most: provider, others.
const EXAMINERS: (u32, u32) = (8, 4);
/// Tag of the end of a waiting time that is the acceptance of an application.
const ACCEPTED: u32 = 1;
/// Classes of criticality in which workplaces are set up anew.
const CLASSES: u32 = 4;

/// Crisis staff meetings and workarounds that are ready.
pub(crate) fn open_workarounds(
    mut core: Core,
    index: ResMut<Index>,
    mut bodies: Query<(&mut CrisisStaff, &mut Recovery, &mut Knowledge)>,
) {
    let happenings = core.take_inbox(&[HappeningKind::CrisisStaffMeets, HappeningKind::SetUpDone]);
    for Happening { kind, id, tag } in happenings {
        let now = core.now();
        let entity = index.administrations[id as usize];
        let Ok((mut staff, mut recovery, mut knowledge)) = bodies.get_mut(entity) else {
            continue;
        };
        core.columns.tally.events += 1;
        let administration = AdministrationId(id);
        if kind == HappeningKind::CrisisStaffMeets {
            staff.met = Some(now);
            recovery.mobilised.get_or_insert(now);
            plan_set_ups(&mut core, administration);
            note(
                &mut knowledge,
                now,
                LogRecordKind::Observation,
                Text::new("log-crisis-staff-met"),
            );
        } else {
            staff.ready[tag as usize] = Some(now);
            open_services(&mut core, administration, SET_UPS[tag as usize]);
            let text = Text::new(
                [
                    "log-hotline-ready",
                    "log-page-ready",
                    "log-paper-ready",
                    "log-pay-file-ready",
                ][tag as usize],
            );
            note(&mut knowledge, now, LogRecordKind::Observation, text);
        }
        core.columns.due.set(Due::RECOVERY);
        core.columns.due.set(Due::KNOWLEDGE);
    }
}

fn plan_set_ups(core: &mut Core, administration: AdministrationId) {
    let parameters = core.plan().scenario.parameters.clone();
    let factor = core.pact().set_up_factor;
    let delays: [Dist; 4] = [
        parameters.hotline,
        parameters.crisis_page,
        parameters.paper_desk,
        parameters.pay_file,
    ];
    for (tag, dist) in (0_u32..).zip(delays) {
        let mut draw = core
            .luck
            .0
            .draw(Purpose::SetUp, u64::from(administration.0), tag);
        let minutes = super::chance::whole_minutes(draw.duration(dist) * factor);
        let at = core.now().after(minutes);
        core.columns
            .agenda
            .push(at, HappeningKind::SetUpDone, administration.0, tag);
    }
}

fn open_services(core: &mut Core, administration: AdministrationId, set_up: SetUp) {
    let plan = core.plan_handle();
    for service in plan.administrations[administration.index()]
        .services
        .clone()
    {
        let template = &plan.scenario.services[plan.services[service as usize].template];
        if template.paper.is_some_and(|paper| paper.set_up == set_up) {
            core.kernel().open_paper(crate::vocab::ServiceId(service));
        }
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
    for Happening { id, tag, kind } in
        core.take_inbox(&[HappeningKind::OrderDone, HappeningKind::OrderDelayOver])
    {
        core.columns.due.set(Due::RECOVERY);
        if kind == HappeningKind::OrderDelayOver {
            if tag == ACCEPTED
                && let Ok(order) = orders.get(index.orders[id as usize])
                && let Some(system) = order.system()
            {
                core.kernel().restore(system.0);
                core.columns.due.set(Due::KNOWLEDGE);
            }
            continue;
        }
        let now = core.now();
        let Ok(mut order) = orders.get_mut(index.orders[id as usize]) else {
            continue;
        };
        if order.epoch != tag || order.done.is_some() {
            continue;
        }
        order.done = Some(now);
        order.remaining_hours = 0.0;
        order.rate = 0.0;
        order.people = 0;
        core.columns.tally.events += 1;
        let at = order.at;
        let entity = index.administrations[at.index()];
        let Ok((mut recovery, mut posture, mut knowledge)) = bodies.get_mut(entity) else {
            continue;
        };
        recovery.open_orders -= 1;
        match order.kind {
            OrderKind::Examination => {
                let hit = examine(&mut core, at, &mut knowledge);
                recovery.examined = Some((now, hit));
                let text = if hit {
                    "log-examined-hit"
                } else {
                    "log-examined-clean"
                };
                note(
                    &mut knowledge,
                    now,
                    LogRecordKind::Observation,
                    Text::new(text),
                );
                let was_off = posture.shut_down.is_some();
                recovery.open_orders += enter_restoration(
                    &mut core,
                    &mut index,
                    &mut spawn,
                    entity,
                    at,
                    hit || was_off,
                    hit,
                );
                core.kernel().restore_without_work(at);
            }
            OrderKind::Restore(system) if order.skill == Skill::Application => {
                // Applications are handed over only after acceptance and a check of their data.
                let parameters = &core.plan().scenario.parameters;
                let mut draw = core
                    .luck
                    .0
                    .draw(Purpose::Acceptance, u64::from(system.0), 0);
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
        if recovery.open_orders == 0 && recovery.examined.is_some() && recovery.cleared.is_none() {
            recovery.cleared = Some(now);
            posture.shut_down = None;
        }
        wake_remote_helpers(&mut core, &index, &requests, at);
        core.columns.due.set(Due::KNOWLEDGE);
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

/// The examination brings to light what is compromised; that is isolated. Returns whether anything was.
fn examine(core: &mut Core, at: AdministrationId, knowledge: &mut Knowledge) -> bool {
    let systems = core.plan().administrations[at.index()].systems.clone();
    let mut hit = knowledge.own_hit.is_some();
    for system in systems {
        let state = core.columns.systems[system as usize];
        if state.condition.is_infectious() || state.condition == Condition::Contained {
            hit = true;
            if !knowledge.hit_systems.contains(&SystemId(system)) {
                knowledge.hit_systems.push(SystemId(system));
            }
            core.kernel().switch_off(system);
        }
    }
    if hit {
        let now = core.now();
        knowledge.own_hit.get_or_insert(now);
    }
    hit
}

/// Enters the work orders of an examined administration; returns how many.
///
/// Where the actor was found everything with work is rebuilt; where not, it is only checked.
fn enter_restoration(
    core: &mut Core,
    index: &mut Index,
    spawn: &mut Commands,
    entity: bevy_ecs::entity::Entity,
    at: AdministrationId,
    needs_work: bool,
    hit: bool,
) -> u32 {
    let plan = core.plan_handle();
    let Some(kit) = plan.scenario.administrations[at.index()].kit else {
        return 0;
    };
    let first = plan.administrations[at.index()].systems.start;
    let templates = &plan.scenario.kits[kit].systems;
    let first_order = index.orders.len() as u32;
    let in_batches =
        |template: &SystemTemplate| template.role == SystemRole::Workplaces && needs_work;
    // The (first) order of each kit position.
    let mut order_of = vec![None; templates.len()];
    let mut next = first_order;
    for (position, template) in templates.iter().enumerate() {
        if template.work.is_some() {
            order_of[position] = Some(next);
            next += if in_batches(template) { CLASSES } else { 1 };
        }
    }
    for (position, template) in templates.iter().enumerate() {
        let Some(work) = &template.work else { continue };
        let system = SystemId(first + position as u32);
        let condition = core.columns.systems[system.index()].condition;
        let touched = !matches!(condition, Condition::Intact | Condition::Cleared);
        let rebuild = hit && (touched || needs_work);
        let share = if rebuild { 1.0 } else { work.check_share };
        let expected =
            effort_hours(core, at, work) * share * backup_factor(core, at, rebuild, work);
        let hours = expected * effort_spread(core, at, system.0, expected);
        // Checks need no order among themselves; a clearance statement comes after what it states.
        let waits = needs_work || template.role == SystemRole::ProviderLink;
        let after: Vec<u32> = work
            .after
            .iter()
            .filter(|_| waits)
            .filter_map(|before| order_of[*before])
            .collect();
        let order = |kind: OrderKind, part: f64, after: Vec<u32>, id: usize| WorkOrder {
            id: id as u32,
            at,
            kind,
            skill: work.skill,
            expected_hours: expected * part,
            effort_hours: hours * part,
            remaining_hours: hours * part,
            useful_people: work
                .useful_people
                .unwrap_or_else(|| ((hours / 20.0) as u32).clamp(1, 8)),
            after,
            not_before: core.now(),
            rate: 0.0,
            people: 0,
            since: core.now(),
            done: None,
            epoch: 0,
        };
        let mut enter = |order: WorkOrder| {
            index
                .orders
                .push(spawn.spawn((order, BelongsTo(entity))).id());
        };
        if in_batches(template) {
            let mut before = after;
            for class in 1..=CLASSES {
                let bounds = (
                    CLASS_BOUNDS[class as usize - 1],
                    CLASS_BOUNDS[class as usize],
                );
                let id = (order_of[position].unwrap_or(first_order) + class - 1) as usize;
                let kind = OrderKind::Workplaces(system, class as u8);
                enter(order(kind, f64::from(bounds.1 - bounds.0), before, id));
                before = vec![id as u32];
            }
        } else {
            let id = order_of[position].unwrap_or(first_order) as usize;
            enter(order(OrderKind::Restore(system), 1.0, after, id));
        }
    }
    next - first_order
}

/// Backups that survived make infrastructure quicker; without them it is built anew.
fn backup_factor(core: &Core, at: AdministrationId, rebuild: bool, work: &WorkTemplate) -> f64 {
    let infrastructure = matches!(work.skill, Skill::Identity | Skill::Backup | Skill::Network);
    if !rebuild || !infrastructure {
        return 1.0;
    }
    let scenario = &core.plan().scenario;
    let survived = core
        .luck
        .0
        .draw(Purpose::Backups, u64::from(at.0), 0)
        .happens(scenario.attack.backups_survive);
    let (with, without) = scenario.parameters.backup_factor;
    if survived { with } else { without }
}

/// Median person-hours of a piece of work at an administration: a power law between the two sizes given.
pub(crate) fn effort_hours(core: &Core, at: AdministrationId, work: &WorkTemplate) -> f64 {
    let plan = core.plan();
    let administration = &plan.scenario.administrations[at.index()];
    let customers = &plan.administrations[at.index()].customers;
    let base = if administration.kind == AdministrationKind::Provider {
        work.hours_small * provider_scale(workplaces_served(core, at))
    } else {
        let clients = f64::from(administration.clients.max(1));
        if work.hours_small <= 0.0 || work.hours_large <= 0.0 {
            work.hours_small
        } else {
            let exponent = libm::log(work.hours_large / work.hours_small)
                / libm::log(LARGE_CLIENTS / SMALL_CLIENTS);
            work.hours_small * libm::pow(clients / SMALL_CLIENTS, exponent)
        }
    };
    base + work.hours_per_client * f64::from(administration.clients)
        + work.hours_per_customer * customers.len() as f64
}

fn provider_scale(workplaces: f64) -> f64 {
    libm::pow(workplaces / PROVIDER_WORKPLACES, PROVIDER_EXPONENT).max(0.0)
}

/// Workplaces of all customers of a provider.
fn workplaces_served(core: &Core, provider: AdministrationId) -> f64 {
    let plan = core.plan();
    plan.administrations[provider.index()]
        .customers
        .iter()
        .map(|customer| f64::from(plan.scenario.administrations[customer.index()].clients))
        .sum()
}

/// The factor by which an effort turns out larger or smaller than its median: its own luck, that
/// of the incident and that of the organisation.
fn effort_spread(core: &Core, at: AdministrationId, key: u32, hours: f64) -> f64 {
    let (single, common) = core.plan().scenario.parameters.effort_cv;
    let cv = if hours <= SPREAD_FULL_UP_TO_HOURS {
        single
    } else {
        (single / (hours / SPREAD_FULL_UP_TO_HOURS).sqrt()).max(SPREAD_LEAST.min(single))
    };
    let luck = core.luck.0;
    let own = luck
        .draw(Purpose::Effort, key_of(&[at.0, key]), 0)
        .lognormal_factor(cv);
    let incident = luck
        .draw(Purpose::EffortIncident, 0, 0)
        .lognormal_factor(common);
    let organisation = luck
        .draw(Purpose::EffortOrganisation, u64::from(at.0), 0)
        .lognormal_factor(common);
    own * incident * organisation
}

/// Begins recovery where it is needed and people are there: the examination is ordered.
pub(crate) fn begin_recoveries(
    mut core: Core,
    mut index: ResMut<Index>,
    mut spawn: Commands,
    mut bodies: Query<(&Body, &CrisisStaff, &mut Recovery, &Knowledge)>,
) {
    for position in 0..index.administrations.len() {
        let entity = index.administrations[position];
        let Ok((body, staff, mut recovery, knowledge)) = bodies.get_mut(entity) else {
            continue;
        };
        let at = body.0;
        let is_provider =
            core.plan().scenario.administrations[at.index()].kind == AdministrationKind::Provider;
        let ready = staff.met.is_some() || is_provider;
        if recovery.needed_since.is_none() || recovery.examination.is_some() || !ready {
            continue;
        }
        let now = core.now();
        recovery.mobilised.get_or_insert(now);
        let order = examination(
            &core,
            at,
            is_provider,
            knowledge.own_hit.is_some(),
            index.orders.len() as u32,
        );
        recovery.examination = Some(order.id);
        recovery.open_orders += 1;
        core.columns
            .agenda
            .push(order.not_before, HappeningKind::OrderDelayOver, order.id, 0);
        index
            .orders
            .push(spawn.spawn((order, BelongsTo(entity))).id());
    }
}

fn examination(
    core: &Core,
    at: AdministrationId,
    is_provider: bool,
    hit: bool,
    id: u32,
) -> WorkOrder {
    let parameters = &core.plan().scenario.parameters;
    let administration = &core.plan().scenario.administrations[at.index()];
    let (provider, municipality, county) = parameters.forensics_hours;
    let median = if is_provider {
        provider * provider_scale(workplaces_served(core, at)).max(PROVIDER_LEAST)
    } else if administration.kind == AdministrationKind::County {
        county
    } else {
        municipality
    };
    let share = if hit || is_provider {
        1.0
    } else {
        parameters.suspected_share
    };
    let hours = median * share * effort_spread(core, at, u32::MAX, median * share);
    let arrival = core
        .luck
        .0
        .draw(Purpose::Forensics, u64::from(at.0), 0)
        .minutes(parameters.forensics_arrival);
    WorkOrder {
        id,
        at,
        kind: OrderKind::Examination,
        skill: Skill::Forensics,
        expected_hours: median * share,
        effort_hours: hours,
        remaining_hours: hours,
        useful_people: if is_provider {
            EXAMINERS.0
        } else {
            EXAMINERS.1
        },
        after: Vec::new(),
        not_before: core.now().after(arrival),
        rate: 0.0,
        people: 0,
        since: core.now(),
        done: None,
        epoch: 0,
    }
}

/// Says that an administration must be examined.
pub(crate) fn need_recovery(recovery: &mut Recovery, now: SimTime) {
    recovery.needed_since.get_or_insert(now);
}
