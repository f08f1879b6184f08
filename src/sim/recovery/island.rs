//! The emergency island: stand-alone workplaces, a line and mail of its own, one application at its vendor's.

use bevy_ecs::system::Commands;

use super::ask_to_admit_devices;
use super::effort::spread;
use crate::scenario::{Dist, Parameters};
use crate::sim::agenda::HappeningKind;
use crate::sim::chance::{Purpose, whole_minutes};
use crate::sim::columns::{Columns, Due};
use crate::sim::core_param::Core;
use crate::sim::entities::{CrisisStaff, Index, Knowledge, OrderKind, Recovery, WorkOrder};
use crate::sim::plan::Plan;
use crate::sim::services::LOST;
use crate::vocab::{AdministrationId, ServiceId, Skill, Text};

/// The steps, by the tag of their happening.
pub(crate) const DECIDED: u32 = 0;
const MAIL: u32 = 1;
const INSTANCE: u32 = 2;
/// People who can set up workplaces side by side.
const HANDS: u32 = 4;
/// The luck of an effort is keyed by system; the examination has the last key.
const EFFORT_KEY: u32 = u32::MAX - 1;

/// How long a step takes.
pub(crate) fn takes(parameters: &Parameters, step: u32) -> Dist {
    match step {
        DECIDED => parameters.island_decision,
        MAIL => parameters.island_mail,
        _ => parameters.island_instance,
    }
}

/// Whether the seat has reason to ask for an island: the crisis staff has met, the own network or
/// the provider's is known to be hit, and something is lost that an island could carry.
pub(crate) fn is_useful(
    (plan, columns): (&Plan, &Columns),
    at: AdministrationId,
    (knowledge, recovery, staff): (&Knowledge, &Recovery, &CrisisStaff),
) -> bool {
    let own_is_lost = knowledge.own_hit.is_some() && recovery.cleared.is_none();
    let provider_is_lost = knowledge.provider_hit.is_some() && knowledge.provider_cleared.is_none();
    staff.met.is_some()
        && staff.island.ordered.is_none()
        && (own_is_lost || provider_is_lost)
        && lost(plan, columns, at).any(|service| plan.islands.any.has(service))
}

/// The services of an administration of which its own systems carry too little to count.
fn lost<'a>(
    plan: &Plan,
    columns: &'a Columns,
    at: AdministrationId,
) -> impl Iterator<Item = usize> + use<'a> {
    let services = &plan.administrations[at.index()].services;
    let services = services.start as usize..services.end as usize;
    debug_assert!(
        (services.clone())
            .filter(|service| columns.services.state[*service].it < LOST)
            .eq(columns.services.lost.among(services.clone())),
        "a service was lost or came back unnoticed"
    );
    columns.services.lost.among(services)
}

/// The most critical service that is lost with an application of its own.
fn priority_service(plan: &Plan, columns: &Columns, at: AdministrationId) -> Option<ServiceId> {
    lost(plan, columns, at)
        .filter(|service| plan.islands.elsewhere.has(*service))
        .min_by_key(|service| {
            let template = plan.services[*service].template;
            (plan.scenario.services[template].criticality, *service)
        })
        .map(ServiceId::from_index)
}

/// A step is done; returns what the log says of it.
pub(super) fn step(
    core: &mut Core,
    index: &mut Index,
    spawn: &mut Commands,
    (staff, recovery): (&mut CrisisStaff, &mut Recovery),
    at: AdministrationId,
    step: u32,
) -> Text {
    let now = core.now();
    let island = &mut staff.island;
    match step {
        DECIDED => {
            island.decided = Some(now);
            island.service = priority_service(core.plan(), &core.columns, at);
            plan_step(core, at, MAIL);
            if island.service.is_some() {
                plan_step(core, at, INSTANCE);
            }
            order_workplaces(core, index, spawn, recovery, at);
            Text::new("log-island-decided")
        }
        MAIL => {
            island.mail = Some(now);
            for service in core.plan().administrations[at.index()].services.clone() {
                let level = core.plan().carried_by_mail(service);
                if level > 0.0 {
                    carry(core, ServiceId(service), level);
                }
            }
            Text::new("log-island-mail")
        }
        _ => {
            island.instance = Some(now);
            if island.workplaces.is_some() {
                begin_instance(core, island.service);
            }
            Text::new("log-island-instance").text("service", name_of(core.plan(), island.service))
        }
    }
}

fn name_of(plan: &Plan, service: Option<ServiceId>) -> Text {
    let template = service.map(|service| plan.services[service.index()].template);
    let id = template.map_or("", |template| plan.scenario.services[template].id.as_str());
    Text::new(format!("service-{id}"))
}

fn plan_step(core: &mut Core, at: AdministrationId, step: u32) {
    let dist = takes(&core.plan().scenario.parameters, step);
    let factor = core.pact().with(at.index()).set_up_factor;
    let mut draw = core.luck().draw(Purpose::Island, u64::from(at.0), step);
    let done = core
        .now()
        .after(whole_minutes(draw.duration(dist) * factor));
    let kind = HappeningKind::IslandStep;
    core.columns.agenda.push(done, kind, at.0, step);
}

/// Own people set up the workplaces, first of all their work.
fn order_workplaces(
    core: &mut Core,
    index: &mut Index,
    spawn: &mut Commands,
    recovery: &mut Recovery,
    at: AdministrationId,
) {
    let scenario = &core.plan().scenario;
    let parameters = &scenario.parameters;
    let clients = f64::from(scenario.administrations[at.index()].clients);
    let hours = clients * parameters.island_share * parameters.island_hours_per_client;
    let truth = hours * spread(core, (at, 0), EFFORT_KEY, hours);
    let now = core.now();
    let order = WorkOrder::new(
        index.next_order(),
        at,
        OrderKind::Island,
        Skill::Rollout,
        now,
    );
    let id = index.enter_order(
        spawn,
        WorkOrder {
            useful_people: HANDS,
            ..order.of_hours(hours, truth)
        },
    );
    recovery.queue.insert(0, id);
    recovery.mobilised.get_or_insert(now);
    core.columns.mark_work(at);
}

/// The workplaces stand: on their own line they reach what the provider admits them to, or the vendor.
pub(super) fn workplaces_stand(core: &mut Core, staff: &mut CrisisStaff, at: AdministrationId) {
    let share = core.plan().scenario.parameters.island_share as f32;
    core.columns.workplaces[at.index()].island_share = share;
    staff.island.workplaces = Some(core.now());
    if staff.island.instance.is_some() {
        begin_instance(core, staff.island.service);
    }
    ask_to_admit_devices(core, at);
    for service in core.plan().administrations[at.index()].services.clone() {
        core.columns.services.mark_changed(service);
    }
    core.columns.due.set(Due::SERVICES);
}

/// The vendor's application takes as many of the island's workplaces as its service has clerks.
fn begin_instance(core: &mut Core, service: Option<ServiceId>) {
    let Some(service) = service else { return };
    let plan = core.plan_handle();
    let offered = &plan.services[service.index()];
    let at = offered.administration.index();
    let clients = f64::from(plan.scenario.administrations[at].clients.max(1));
    let wanted = (offered.desks / clients) as f32;
    let left = &mut core.columns.workplaces[at].island_share;
    let taken = left.min(wanted);
    *left -= taken;
    let level = plan.scenario.parameters.island_instance_level as f32;
    carry(core, service, level * taken / wanted);
}

fn carry(core: &mut Core, service: ServiceId, level: f32) {
    core.columns.services.state[service.index()].island = level;
    core.columns.services.mark_changed(service.0);
    core.columns.due.set(Due::SERVICES);
}
