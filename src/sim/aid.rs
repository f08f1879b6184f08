//! Mutual aid as a transaction: requested, examined, granted, under way, briefed, at work, returned.
//!
//! Here stand its steps. What keeps it from working stands in `gate`, what it does and what it costs in
//! `effect`, how much may be given in `caps`, who goes in `grant`.

mod account;
mod allocation;
mod caps;
mod devices;
mod effect;
mod gate;
mod grant;
mod guests;
mod kinds;
mod permits;

use bevy_ecs::system::{Local, Query, ResMut};

use super::agenda::{Happening, HappeningKind};
use super::columns::{Desk, Due};
use super::core_param::{ANY_EPOCH, Core};
pub(crate) use super::entities::Plea;
use super::entities::{
    AidRequest, Index, Knowledge, LogRecordKind, Permits, Person, Post, Recovery, Stock, WorkOrder,
};
use super::knowledge::Seats;
use super::plan::Plan;
use super::seat_log::{note, raise_alarm, tell};
use crate::scenario::{AidTerms, PactTerms};
use crate::vocab::{AdministrationId, AidState, DAY, HOUR, SimTime, Text, WaitCause};
pub use account::ClauseMetrics;
pub(crate) use allocation::{Claim, ranks};
pub use caps::GiveLimit;
pub(crate) use caps::{Holdings, Means, give_limit, means};
pub(crate) use effect::{at_home, end};
use effect::{begin_work, know_the_place};
pub(crate) use gate::carries_guests;
use gate::gate;
pub(crate) use grant::{grant, it_people, new_request};
pub(crate) use guests::follow_applications;
pub use kinds::{Cap, Gift, Giver, KindRule, kind_rule};
pub(crate) use permits::{ask_for, begin_permits, follow_permits};

/// Of the latency after granting: mobilised after this share, arrived after that.
const MOBILISED: f64 = 0.3;
const ARRIVED: f64 = 0.7;
/// Examining and granting are part of the latency; at least this share of it follows the grant.
pub(crate) const AFTER_GRANT: f64 = 0.5;
/// Who comes from outside knows the place from the fourth day on.
const KNOWS_THE_PLACE: u32 = 3 * DAY;
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
    mut index: ResMut<Index>,
    mut requests: Query<&mut AidRequest>,
    mut people: Query<(&Person, &mut Post)>,
    mut bodies: Bodies,
    mut orders: Query<&mut WorkOrder>,
    mut happenings: Local<Vec<Happening>>,
) {
    core.take_inbox(Desk::Aid, &mut happenings);
    for Happening { id, tag, .. } in happenings.drain(..) {
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
            &mut index,
            &mut request,
            &mut people,
            &mut bodies,
            &mut orders,
        );
        if request.state != before {
            core.columns.tally.events += 1;
            core.columns.questions.mark(request.draft.helper);
            for seat in [request.asker, request.draft.helper] {
                if seat == request.asker && request.is_unheard(core.columns.now) {
                    continue;
                }
                let entity = core.body(&index, seat);
                if let Ok((mut knowledge, ..)) = bodies.get_mut(entity) {
                    let text = || {
                        let state = Text::new(format!("aid-state-{}", request.state.id()));
                        step_text(&core, &request, "log-aid-step").text("state", state)
                    };
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

/// What happens to a request, said of kind and both sides.
pub(crate) fn step_text(core: &Core, request: &AidRequest, key: &'static str) -> Text {
    let name = |id: AdministrationId| {
        core.plan().scenario.administrations[id.index()]
            .name
            .clone()
    };
    Text::new(key)
        .text(
            "kind",
            Text::new(format!("aid-kind-{}", request.draft.kind.id())),
        )
        .name("from", name(request.draft.helper))
        .name("to", name(request.asker))
}

/// What the asker reads of a refusal.
pub(crate) fn refused_text(plan: &Plan, request: &AidRequest) -> Text {
    let helper = &plan.scenario.administrations[request.draft.helper.index()];
    let kind = Text::new(format!("aid-kind-{}", request.draft.kind.id()));
    let text = Text::new("log-aid-refused")
        .text("kind", kind)
        .name("from", helper.name.clone());
    match &request.reason {
        Some(reason) => text.text("reason", reason.clone()),
        None => text,
    }
}

/// An answer arrives that was on the way for hours.
pub(crate) fn hear_answer(core: &mut Core, index: &Index, request: &AidRequest, seats: &mut Seats) {
    // Help that is there needs no answer any more.
    if !matches!(
        request.state,
        AidState::Refused | AidState::Granted | AidState::UnderWay | AidState::Recalled
    ) {
        return;
    }
    let entity = core.body(index, request.asker);
    if let Ok((_, mut knowledge, ..)) = seats.get_mut(entity) {
        note(&mut knowledge, core.now(), LogRecordKind::Aid, || {
            if request.state == AidState::Refused {
                return refused_text(core.plan(), request);
            }
            let state = Text::new(format!("aid-state-{}", request.state.id()));
            step_text(core, request, "log-aid-step").text("state", state)
        });
        raise_alarm(&mut knowledge);
    }
}

/// What aid touches of an administration.
pub(crate) type Bodies<'w, 's> = Query<
    'w,
    's,
    (
        &'static mut Knowledge,
        &'static mut Stock,
        &'static mut Recovery,
        &'static Permits,
    ),
>;

fn step(
    core: &mut Core,
    index: &mut Index,
    request: &mut AidRequest,
    people: &mut Query<(&Person, &mut Post)>,
    bodies: &mut Bodies,
    orders: &mut Query<&mut WorkOrder>,
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
            if kind_rule(request.draft.kind).gift == Gift::Notebooks {
                core.columns.arrived_notebooks.push(request.id);
            }
            schedule(core, request, 1.0 - ARRIVED);
        }
        AidState::Briefed => {
            let arrived = *request.arrived.get_or_insert(now);
            let shut = gate(core, index, request, bodies, orders);
            request.wait_on(now, shut.map(|shut| shut.cause));
            let days_end = agreed_end(core, request, arrived);
            match shut {
                // Days are counted from the first useful work, but not for ever for those who came too early.
                Some(shut) if shut.cause.uses_up_days() && days_end <= now => {
                    let how = AidState::Returned;
                    end(core, index, request, people, bodies, orders, how);
                    request.reason = Some(Text::new("days-used-up"));
                }
                Some(shut) => {
                    request.came_too_early |= shut.cause.uses_up_days();
                    let usual = now.after(LOOK_AGAIN);
                    match (shut.cause, shut.until) {
                        (cause, until) if cause.uses_up_days() => {
                            look_at(core, request, until.unwrap_or(days_end).min(days_end));
                        }
                        (_, Some(until)) => look_at(core, request, until),
                        // Nobody can date a release, nor when an application runs again; both wake all who wait
                        // for them.
                        (WaitCause::Release | WaitCause::Application, None) => request.epoch += 1,
                        // Who waits at a gate looks again, whatever opens it; once, however often woken.
                        (_, None) => look_at(core, request, usual),
                    }
                }
                None => {
                    request.state = AidState::AtWork;
                    request.at_work = Some(now);
                    begin_work(core, index, request, people);
                    devices::go_on_site(core, index, request, bodies);
                    let counted_from = if request.came_too_early { arrived } else { now };
                    let ends = agreed_end(core, request, counted_from).max(now);
                    let gets_better = terms(core, request).and_then(|terms| terms.later_effect);
                    let learned = gets_better.map_or(ends, |_| now.after(KNOWS_THE_PLACE));
                    // A permission has no end of its own.
                    if kind_rule(request.draft.kind).gift != Gift::Permission {
                        request.ends = Some(ends);
                        look_at(core, request, learned.min(ends));
                    }
                }
            }
        }
        AidState::AtWork if request.ends.is_some_and(|ends| now < ends) => {
            know_the_place(core, index, request, people);
            look_at(core, request, request.ends.unwrap_or(now));
        }
        AidState::AtWork => {
            let how = AidState::Returned;
            end(core, index, request, people, bodies, orders, how);
        }
        AidState::Examined | AidState::Returned | AidState::Recalled | AidState::Refused => {}
    }
}

/// A request reaches the helper: it is told, and the helper can answer.
fn arrive(core: &mut Core, index: &Index, request: &AidRequest, bodies: &mut Bodies) {
    let helper = core.body(index, request.draft.helper);
    let asker = &core.plan().scenario.administrations[request.asker.index()].name;
    if let Ok((mut knowledge, ..)) = bodies.get_mut(helper) {
        let text = || {
            let kind = Text::new(format!("aid-kind-{}", request.draft.kind.id()));
            Text::new("log-aid-asked")
                .name("from", asker.clone())
                .count("amount", request.draft.amount)
                .text("kind", kind)
        };
        tell(
            &mut knowledge,
            core.now(),
            request.asker,
            request.channel,
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
    let minutes = (f64::from(minutes_after_grant(request)) * share) as u32;
    look_at(core, request, core.now().after(minutes));
}

/// Lets a request take its next step at a moment, and at none that was planned before.
fn look_at(core: &mut Core, request: &mut AidRequest, at: SimTime) {
    request.epoch += 1;
    core.columns
        .agenda
        .push(at, HappeningKind::AidStep, request.id.0, request.epoch);
}

/// When the days asked for are over, counted from a moment.
fn agreed_end(core: &Core, request: &AidRequest, from: SimTime) -> SimTime {
    let days = request.draft.days.min(between(core, request).days_max);
    core.plan().calendar.after_working_days(from, days)
}
