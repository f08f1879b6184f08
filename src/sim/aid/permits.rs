//! Permits: some services must not be done at a neighbour before an authority allows it.

use bevy_ecs::system::{Local, Query, Res};

use crate::scenario::PermitFrom;
use crate::sim::agenda::{Happening, HappeningKind};
use crate::sim::chance::{Chance, Purpose};
use crate::sim::columns::{Desk, Due};
use crate::sim::core_param::Core;
use crate::sim::entities::{AidRequest, Index, Knowledge, LogRecordKind, Permits};
use crate::sim::plan::Plan;
use crate::sim::seat_log::{note, raise_alarm};
use crate::vocab::{AdministrationId, ServiceId, SimTime, Text, WaitCause};

/// Lets the permits be asked for that take their time from now on, unless they were asked for before.
pub(crate) fn begin_permits(core: &mut Core, at: AdministrationId, from: PermitFrom) {
    if !services_with(core, at, from).is_empty() {
        let now = core.now();
        core.columns
            .agenda
            .push(now, HappeningKind::PermitsBegin, at.0, from as u32);
    }
}

/// The services of an administration whose permit takes its time from so on; none if they are held.
fn services_with(core: &Core, at: AdministrationId, from: PermitFrom) -> Vec<ServiceId> {
    if core.pact().with(at.index()).permits_held {
        return Vec::new();
    }
    let plan = core.plan();
    let services = plan.administrations[at.index()].services.clone();
    services
        .map(ServiceId)
        .filter(|service| {
            let template = plan.services[service.index()].template;
            let permit = plan.scenario.services[template].permit;
            permit.is_some_and(|permit| permit.from == from)
        })
        .collect()
}

/// Asks for a permit, once; returns when it will be there.
pub(crate) fn ask_for(
    (plan, luck): (&Plan, Chance),
    now: SimTime,
    permits: &mut Permits,
    service: ServiceId,
) -> Option<SimTime> {
    let template = &plan.scenario.services[plan.services[service.index()].template];
    let permit = template.permit?;
    if permits.of(service).is_some() {
        return None;
    }
    let mut draw = luck.draw(Purpose::Permit, u64::from(service.0), 0);
    let there = now.after(draw.minutes(permit.takes));
    permits.0.push((service, now, there));
    Some(there)
}

/// Permits are asked for in the course of things, and come; who waits for one looks again.
pub(crate) fn follow_permits(
    mut core: Core,
    index: Res<Index>,
    mut bodies: Query<(&mut Permits, &mut Knowledge)>,
    requests: Query<&AidRequest>,
    mut happenings: Local<Vec<Happening>>,
) {
    core.take_inbox(Desk::Permits, &mut happenings);
    for Happening { kind, id, tag } in happenings.drain(..) {
        if kind == HappeningKind::PermitsBegin {
            let at = AdministrationId(id);
            let Ok((mut permits, _)) = bodies.get_mut(core.body(&index, at)) else {
                continue;
            };
            for from in [PermitFrom::Notice, PermitFrom::CrisisStaff] {
                if from as u32 == tag {
                    for service in services_with(&core, at, from) {
                        let (plan, luck) = (core.plan(), core.luck());
                        let there = ask_for((plan, luck), core.now(), &mut permits, service);
                        if let Some(there) = there {
                            let kind = HappeningKind::PermitGranted;
                            core.columns.agenda.push(there, kind, service.0, 0);
                        }
                    }
                }
            }
            continue;
        }
        let service = ServiceId(id);
        let now = core.now();
        let offered = &core.plan().services[service.index()];
        let (owner, template) = (offered.administration, offered.template);
        if let Ok((_, mut knowledge)) = bodies.get_mut(core.body(&index, owner)) {
            note(&mut knowledge, now, LogRecordKind::Observation, || {
                let name = &core.plan().scenario.services[template].id;
                Text::new("log-permit-there").text("service", Text::new(format!("service-{name}")))
            });
            raise_alarm(&mut knowledge);
        }
        core.columns.tally.events += 1;
        core.columns.due.set(Due::KNOWLEDGE);
        let waiting = index
            .running_of(owner)
            .filter_map(|entity| requests.get(entity).ok())
            .filter(|request| request.draft.service == Some(service))
            .filter(|request| request.at_gate() == Some(WaitCause::Permit));
        for request in waiting {
            core.wake_request(request.id);
        }
    }
}
