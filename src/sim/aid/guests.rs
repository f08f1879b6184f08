//! Guests work with the application of the helper: when it fails they wait, when it runs again they go on.

use bevy_ecs::system::{Local, Query, Res};

use super::effect::seat_guests;
use super::gate::application_runs;
use super::{kind_rule, step_text};
use crate::sim::columns::Due;
use crate::sim::core_param::Core;
use crate::sim::entities::{AidRequest, Index, Knowledge, LogRecordKind};
use crate::sim::seat_log::{note, raise_alarm};
use crate::vocab::{AidState, WaitCause};

/// Whoever waits for an application that runs again looks up, and whoever works with one that failed or runs again.
pub(crate) fn follow_applications(
    mut core: Core,
    index: Res<Index>,
    mut requests: Query<&mut AidRequest>,
    mut knowledge: Query<&mut Knowledge>,
    mut looking_up: Local<Vec<u32>>,
) {
    find_who_look_up(&mut core, &index, &mut looking_up);
    debug_assert!(
        nobody_else_looks_up(&core, &requests.as_readonly(), &looking_up),
        "a guest looks up who was left out"
    );
    for id in looking_up.drain(..) {
        let Ok(mut request) = requests.get_mut(index.requests[id as usize]) else {
            continue;
        };
        if !has_to_change(&core, &request) {
            continue;
        }
        let runs = application_runs(&core, &request);
        let cause = (!runs).then_some(WaitCause::Application);
        request.wait_on(core.now(), cause);
        if request.state == AidState::Briefed {
            core.wake_request(request.id);
            continue;
        }
        seat_guests(&mut core, &request, runs);
        tell_both(&mut core, &index, &request, &mut knowledge);
    }
}

/// Finds whom those give room whose application failed or runs again, in the order of asking.
fn find_who_look_up(core: &mut Core, index: &Index, looking_up: &mut Vec<u32>) {
    let mut changed = core::mem::take(&mut core.columns.changed_applications);
    for service in changed.drain(..) {
        let helper = core.plan().services[service.index()].administration;
        let given = index.giving[helper.index()].iter();
        let guests = given.filter(|given| kind_rule(given.kind).needs_application());
        looking_up.extend(guests.map(|given| given.request.0));
    }
    // The list keeps its memory for the next time.
    core.columns.changed_applications = changed;
    looking_up.sort_unstable();
    looking_up.dedup();
}

/// Whether guests sit idle or wait while the application runs, or work while it does not.
fn has_to_change(core: &Core, request: &AidRequest) -> bool {
    let is_there = matches!(request.state, AidState::Briefed | AidState::AtWork);
    let is_idle = request.at_gate() == Some(WaitCause::Application);
    let works = request.state == AidState::AtWork && !is_idle;
    let runs = application_runs(core, request);
    is_there && (is_idle && runs || works && !runs)
}

/// Whether of all requests that hang on an application none but these has to look up.
fn nobody_else_looks_up(core: &Core, requests: &Query<&AidRequest>, looking_up: &[u32]) -> bool {
    let hangs = |of: &&AidRequest| kind_rule(of.draft.kind).needs_application();
    requests.iter().filter(hangs).all(|request| {
        !has_to_change(core, request) || looking_up.binary_search(&request.id.0).is_ok()
    })
}

/// Both sides see at once that the guests sit idle, or are at work again.
fn tell_both(
    core: &mut Core,
    index: &Index,
    request: &AidRequest,
    knowledge: &mut Query<&mut Knowledge>,
) {
    let is_idle = request.at_gate().is_some();
    let key = if is_idle {
        "log-aid-idle"
    } else {
        "log-aid-goes-on"
    };
    for seat in request.parties() {
        let Ok(mut knowledge) = knowledge.get_mut(index.administrations[seat.index()]) else {
            continue;
        };
        note(&mut knowledge, core.now(), LogRecordKind::Aid, || {
            step_text(core, request, key)
        });
        core.columns.mark_body(seat);
        if is_idle && seat == request.asker {
            raise_alarm(&mut knowledge);
        }
    }
    core.columns.tally.events += 1;
    core.columns.due.set(Due::KNOWLEDGE);
}
