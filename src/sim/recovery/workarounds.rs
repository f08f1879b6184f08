//! The crisis staff meets, and what it sets up is ready: hotline, page, paper desk, pay file.

use bevy_ecs::system::{Commands, Local, Query, ResMut};

use super::island;
use crate::scenario::{Dist, PermitFrom, SetUp};
use crate::sim::agenda::{Happening, HappeningKind};
use crate::sim::aid::begin_permits;
use crate::sim::chance::{Purpose, whole_minutes};
use crate::sim::columns::Due;
use crate::sim::core_param::Core;
use crate::sim::entities::{CrisisStaff, Index, Knowledge, LogRecordKind, Recovery, SET_UPS};
use crate::sim::seat_log::note;
use crate::vocab::{AdministrationId, ServiceId, Text};

/// The place of the payment file in [`SET_UPS`].
pub(crate) const PAY_FILE: usize = 3;
/// What the log says of each workaround that is ready, in the order of [`SET_UPS`].
const READY: [&str; 4] = [
    "log-hotline-ready",
    "log-page-ready",
    "log-paper-ready",
    "log-pay-file-ready",
];

/// Crisis staff meetings, workarounds that are ready, devices that the provider admits.
pub(crate) fn open_workarounds(
    mut core: Core,
    mut index: ResMut<Index>,
    mut spawn: Commands,
    mut bodies: Query<(&mut CrisisStaff, &mut Recovery, &mut Knowledge)>,
    mut happenings: Local<Vec<Happening>>,
) {
    use crate::sim::columns::Desk;
    core.take_inbox(Desk::CrisisStaff, &mut happenings);
    for Happening { kind, id, tag } in happenings.drain(..) {
        let now = core.now();
        let at = AdministrationId(id);
        if kind == HappeningKind::DevicesAdmitted {
            admit_devices(&mut core, &index, &bodies, at);
            continue;
        }
        let entity = core.body(&index, at);
        let Ok((mut staff, mut recovery, mut knowledge)) = bodies.get_mut(entity) else {
            continue;
        };
        if is_done_before(&staff, kind, tag) {
            continue;
        }
        core.columns.tally.events += 1;
        core.columns.due.set(Due::KNOWLEDGE);
        let text = if kind == HappeningKind::CrisisStaffMeets {
            staff.met = Some(now);
            core.columns.word.note(now, at);
            recovery.mobilised.get_or_insert(now);
            plan_set_ups(&mut core, at);
            begin_permits(&mut core, at, PermitFrom::CrisisStaff);
            core.columns.mark_work(at);
            Text::new("log-crisis-staff-met")
        } else if kind == HappeningKind::FileSecured {
            staff.file_secured = Some(now);
            // Whoever found none before can hand it in now; else it lies ready for that moment.
            if staff.file_missing.is_some() {
                staff.ready[PAY_FILE] = Some(now);
                open_services(&mut core, at, SetUp::PayFile);
            }
            Text::new("log-pay-file-secured")
        } else if kind == HappeningKind::IslandStep {
            let bodies = (&mut *staff, &mut *recovery);
            island::step(&mut core, &mut index, &mut spawn, bodies, at, tag)
        } else {
            let set_up = SET_UPS[tag as usize];
            let is_there = staff.file_secured.is_some() || has_pay_file(&core, at);
            let key = if set_up == SetUp::PayFile && !is_there {
                staff.file_missing = Some(now);
                "log-pay-file-missing"
            } else {
                staff.ready[tag as usize] = Some(now);
                open_services(&mut core, at, set_up);
                READY[tag as usize]
            };
            // A house without services for citizens has nobody to whom a desk or a hotline would be open.
            if core.plan().administrations[at.index()].services.is_empty() {
                continue;
            }
            Text::new(key)
        };
        note(&mut knowledge, now, LogRecordKind::Observation, || text);
    }
}

/// Whether the payment file, which can come by two ways, has come by the other one.
fn is_done_before(staff: &CrisisStaff, kind: HappeningKind, tag: u32) -> bool {
    match kind {
        HappeningKind::FileSecured => staff.file_secured.is_some(),
        HappeningKind::SetUpDone => {
            tag as usize == PAY_FILE && staff.ready_since(SetUp::PayFile).is_some()
        }
        _ => false,
    }
}

fn plan_set_ups(core: &mut Core, administration: AdministrationId) {
    let plan = core.plan_handle();
    let parameters = &plan.scenario.parameters;
    let terms = core.pact().with(administration.index());
    let (factor, exercised_paper) = (terms.set_up_factor, terms.paper_desk);
    let delays: [Dist; 4] = [
        parameters.hotline,
        parameters.crisis_page,
        parameters.paper_desk,
        parameters.pay_file,
    ];
    for (tag, dist) in (0_u32..).zip(delays) {
        let mut draw = core
            .luck()
            .draw(Purpose::SetUp, u64::from(administration.0), tag);
        let (dist, factor) = match exercised_paper {
            Some(exercised) if SET_UPS[tag as usize] == SetUp::PaperDesk => (exercised, 1.0),
            _ => (dist, factor),
        };
        let minutes = whole_minutes(draw.duration(dist) * factor);
        let at = core.now().after(minutes);
        core.columns
            .agenda
            .push(at, HappeningKind::SetUpDone, administration.0, tag);
    }
}

/// Whether a copy of the last payment file lies outside the domain and the bank can be reached.
fn has_pay_file(core: &Core, at: AdministrationId) -> bool {
    let scenario = &core.plan().scenario;
    let (low, high) = scenario.parameters.pay_file_copy;
    let chance = low + (high - low) * scenario.administrations[at.index()].maturity;
    let mut draw = core.luck().draw(Purpose::PayFileCopy, u64::from(at.0), 0);
    draw.happens(chance)
}

fn open_services(core: &mut Core, administration: AdministrationId, set_up: SetUp) {
    let plan = core.plan_handle();
    for service in plan.administrations[administration.index()]
        .services
        .clone()
    {
        let template = &plan.scenario.services[plan.services[service as usize].template];
        if template.paper.is_some_and(|paper| paper.set_up == set_up) {
            core.kernel().open_paper(ServiceId(service));
        }
    }
}

/// The provider lets clean devices connect by a line of their own, unless it has to recover itself
/// and is not released yet: then its release asks again.
fn admit_devices(
    core: &mut Core,
    index: &Index,
    bodies: &Query<(&mut CrisisStaff, &mut Recovery, &mut Knowledge)>,
    at: AdministrationId,
) {
    let provider = core.plan().administrations[at.index()].provider;
    let is_released = provider.is_some_and(|provider| {
        bodies
            .get(index.administrations[provider.index()])
            .is_ok_and(|(_, recovery, _)| {
                recovery.needed_since.is_none() || recovery.cleared.is_some()
            })
    });
    let workplaces = &mut core.columns.workplaces[at.index()];
    if is_released && !workplaces.admitted {
        workplaces.admitted = true;
        core.columns.tally.events += 1;
        core.kernel().recount_workplaces(at);
    }
}
