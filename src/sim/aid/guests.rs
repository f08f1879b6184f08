//! Guests work with the application of the helper: when it fails they wait, when it runs again they go on.

use bevy_ecs::system::{Query, Res};

use super::effect::seat_guests;
use super::gate::application_runs;
use super::step_text;
use crate::sim::columns::Due;
use crate::sim::core_param::Core;
use crate::sim::entities::{AidRequest, Index, Knowledge, LogRecordKind};
use crate::sim::seat_log::{note, raise_alarm};
use crate::vocab::{AidState, WaitCause};

/// Whenever services changed, those look up who wait for an application; those who work with one do where it failed or
/// runs again.
pub(crate) fn follow_applications(
    mut core: Core,
    index: Res<Index>,
    mut requests: Query<&mut AidRequest>,
    mut knowledge: Query<&mut Knowledge>,
) {
    core.columns.guests_marked = false;
    for entity in index.with_application() {
        let Ok(mut request) = requests.get_mut(entity) else {
            continue;
        };
        let waits = request.at_gate() == Some(WaitCause::Application);
        match request.state {
            AidState::Briefed if waits => {
                core.wake_request(request.id);
                core.columns.guests_marked = true;
            }
            AidState::AtWork => {
                let runs = application_runs(&core, &request);
                if runs == waits {
                    let cause = (!runs).then_some(WaitCause::Application);
                    request.wait_on(core.now(), cause);
                    seat_guests(&mut core, &request, runs);
                    tell_both(&mut core, &index, &request, &mut knowledge);
                }
            }
            _ => {}
        }
    }
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
