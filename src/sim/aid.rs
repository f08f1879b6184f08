//! Mutual aid as a transaction: requested, examined, granted, under way, briefed, at work, returned.
//!
//! Here stand its steps. What keeps it from working stands in `gate`, what it does and what it costs in
//! `effect`, how much may be given in `caps`, who goes in `grant`.

mod caps;
mod effect;
mod gate;
mod grant;

use bevy_ecs::system::{Query, Res};

use super::agenda::{Happening, HappeningKind};
use super::columns::{Desk, Due};
use super::core_param::{ANY_EPOCH, Core};
use super::entities::{
    AidRequest, Index, Knowledge, LogRecordKind, Person, Post, Recovery, Stock, WorkOrder,
};
use super::knowledge::{note, raise_alarm, tell};
use crate::scenario::{AidTerms, PactTerms};
use crate::vocab::{AdministrationId, AidState, Channel, HOUR, Text};
pub(crate) use caps::means;
use effect::begin_work;
pub(crate) use effect::{at_home, end};
use gate::gate;
pub(crate) use grant::{grant, new_request};

/// Of the latency after granting: mobilised after this share, arrived after that.
const MOBILISED: f64 = 0.3;
const ARRIVED: f64 = 0.7;
/// Examining and granting are part of the latency; at least this share of it follows the grant.
pub(crate) const AFTER_GRANT: f64 = 0.5;
/// Minutes after which aid at a closed gate looks again.
const LOOK_AGAIN: u32 = 4 * HOUR;

/// Returns what the pact says of a request's kind of aid between its two sides.
fn terms(core: &Core, request: &AidRequest) -> Option<AidTerms> {
    between(core, request).of(request.draft.kind)
}

/// Returns what holds between the two sides of a request.
fn between<'a>(core: &'a Core, request: &AidRequest) -> &'a PactTerms {
    core.pact()
        .between(request.asker.index(), request.draft.helper.index())
}

/// Requests take their next step when its time has come.
pub(crate) fn advance_requests(
    mut core: Core,
    index: Res<Index>,
    mut requests: Query<&mut AidRequest>,
    mut people: Query<(&Person, &mut Post)>,
    mut bodies: Bodies,
    orders: Query<&WorkOrder>,
) {
    for Happening { id, tag, .. } in core.take_inbox(Desk::Aid) {
        let Ok(mut request) = requests.get_mut(index.requests[id as usize]) else {
            continue;
        };
        // Being woken is for those who wait at a gate, however often they are called.
        let is_woken = tag == ANY_EPOCH && request.state == AidState::Briefed;
        if tag != request.epoch && !is_woken {
            continue;
        }
        let before = request.state;
        step(
            &mut core,
            &index,
            &mut request,
            &mut people,
            &mut bodies,
            &orders,
        );
        if request.state != before {
            core.columns.tally.events += 1;
            let state = Text::new(format!("aid-state-{}", request.state.id()));
            for seat in [request.asker, request.draft.helper] {
                let entity = index.administrations[seat.index()];
                if let Ok((mut knowledge, _, _)) = bodies.get_mut(entity) {
                    let text = step_text(&core, &request, state.clone());
                    note(&mut knowledge, core.columns.now, LogRecordKind::Aid, text);
                    // Whoever asked wants to see that help is there.
                    if request.state == AidState::AtWork && seat == request.asker {
                        raise_alarm(&mut knowledge);
                    }
                }
            }
        }
        core.columns.due.set(Due::KNOWLEDGE);
    }
}

fn step_text(core: &Core, request: &AidRequest, state: Text) -> Text {
    let name = |id: AdministrationId| {
        core.plan().scenario.administrations[id.index()]
            .name
            .clone()
    };
    Text::new("log-aid-step")
        .text(
            "kind",
            Text::new(format!("aid-kind-{}", request.draft.kind.id())),
        )
        .name("from", name(request.draft.helper))
        .name("to", name(request.asker))
        .text("state", state)
}

/// What aid touches of an administration.
pub(crate) type Bodies<'w, 's> = Query<
    'w,
    's,
    (
        &'static mut Knowledge,
        &'static mut Stock,
        &'static Recovery,
    ),
>;

fn step(
    core: &mut Core,
    index: &Index,
    request: &mut AidRequest,
    people: &mut Query<(&Person, &mut Post)>,
    bodies: &mut Bodies,
    orders: &Query<&WorkOrder>,
) {
    let now = core.now();
    match request.state {
        AidState::Requested => {
            request.state = AidState::Examined;
            arrive(core, index, request, bodies);
        }
        AidState::Granted => {
            request.state = AidState::UnderWay;
            schedule(core, request, ARRIVED - MOBILISED);
        }
        AidState::UnderWay => {
            request.state = AidState::Briefed;
            schedule(core, request, 1.0 - ARRIVED);
        }
        AidState::Briefed => {
            request.waits_for = gate(core, index, request, bodies, orders);
            if request.waits_for.is_some() {
                // Who waits at a gate looks again, whatever it is that opens it; once, however often woken.
                request.epoch += 1;
                core.columns.agenda.push(
                    now.after(LOOK_AGAIN),
                    HappeningKind::AidStep,
                    request.id.0,
                    request.epoch,
                );
            } else {
                request.state = AidState::AtWork;
                request.at_work = Some(now);
                begin_work(core, index, request, people);
                let days = request.draft.days.min(between(core, request).days_max);
                let ends = core.plan().calendar.after_working_days(now, days);
                request.epoch += 1;
                core.columns
                    .agenda
                    .push(ends, HappeningKind::AidStep, request.id.0, request.epoch);
            }
        }
        AidState::AtWork => {
            end(core, index, request, people, bodies, AidState::Returned);
        }
        AidState::Examined | AidState::Returned | AidState::Recalled | AidState::Refused => {}
    }
}

/// A request reaches the helper: it is told, and the helper can answer.
fn arrive(core: &Core, index: &Index, request: &AidRequest, bodies: &mut Bodies) {
    let helper = index.administrations[request.draft.helper.index()];
    let asker = &core.plan().scenario.administrations[request.asker.index()].name;
    if let Ok((mut knowledge, _, _)) = bodies.get_mut(helper) {
        let text = Text::new("log-aid-asked")
            .name("from", asker.clone())
            .count("amount", request.draft.amount)
            .text(
                "kind",
                Text::new(format!("aid-kind-{}", request.draft.kind.id())),
            );
        tell(
            &mut knowledge,
            core.now(),
            request.asker,
            Channel::Phone,
            text,
            true,
        );
    }
}

/// Minutes from granting to first useful work.
fn minutes_after_grant(request: &AidRequest) -> u32 {
    let granted = request.granted.map_or(request.requested, |(at, _)| at);
    let whole = request
        .requested
        .after(request.latency_minutes)
        .since(granted);
    let least = (AFTER_GRANT * f64::from(request.latency_minutes)) as u32;
    whole.max(least)
}

fn schedule(core: &mut Core, request: &mut AidRequest, share: f64) {
    request.epoch += 1;
    let minutes = (f64::from(minutes_after_grant(request)) * share) as u32;
    let at = core.now().after(minutes);
    core.columns
        .agenda
        .push(at, HappeningKind::AidStep, request.id.0, request.epoch);
}
