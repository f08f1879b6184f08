//! What aid does at the asker, what it costs the helper, and how both end.
//!
//! People who are away keep fewer workplaces running; desks and notebooks are workplaces of the helper.

use bevy_ecs::system::Query;

use super::{Bodies, terms};
use crate::sim::columns::Due;
use crate::sim::core_param::Core;
use crate::sim::entities::{AidRequest, Index, Person, Post};
use crate::sim::recovery::ask_to_admit_devices;
use crate::vocab::{AdministrationId, AidKind, AidState};

pub(super) fn begin_work(
    core: &mut Core,
    index: &Index,
    request: &AidRequest,
    people: &mut Query<(&Person, &mut Post)>,
) {
    let amount = request.granted.map_or(0, |(_, amount)| amount);
    match request.draft.kind {
        AidKind::ItStaffOnSite | AidKind::RemoteWork => {
            for entity in &index.people {
                if let Ok((_, mut post)) = people.get_mut(*entity)
                    && post.request == Some(request.id)
                {
                    post.works = true;
                }
            }
            core.columns.mark_work(request.asker);
        }
        AidKind::ItWorkplaces => set_guest_desks(core, request, amount as f32),
        AidKind::LoanNotebooks => {
            lend_in(core, request.asker, f64::from(amount));
            ask_to_admit_devices(core, request.asker);
        }
    }
}

fn set_guest_desks(core: &mut Core, request: &AidRequest, desks: f32) {
    let Some(service) = request.draft.service else {
        return;
    };
    let effect = terms(core, request).map_or(0.0, |terms| terms.effect) as f32;
    let state = &mut core.columns.services.state[service.index()];
    state.guest_desks = (state.guest_desks + desks * effect).max(0.0);
    core.columns.services.mark_changed(service.0);
    core.columns.due.set(Due::SERVICES);
}

fn lend_in(core: &mut Core, asker: AdministrationId, notebooks: f64) {
    let clients = core.plan().scenario.administrations[asker.index()]
        .clients
        .max(1);
    let workplaces = &mut core.columns.workplaces[asker.index()];
    workplaces.lent_in_share =
        (workplaces.lent_in_share + (notebooks / f64::from(clients)) as f32).max(0.0);
    core.kernel().recount_workplaces(asker);
}

/// Takes back what a helper gives up for a request, or gives it back.
pub(super) fn charge_helper(core: &mut Core, helper: AdministrationId, share: f32) {
    let workplaces = &mut core.columns.workplaces[helper.index()];
    workplaces.given_share = (workplaces.given_share + share).clamp(0.0, 1.0);
    // Sums of rounded shares leave dust; nothing given is exactly nothing.
    if workplaces.given_share < 1e-6 {
        workplaces.given_share = 0.0;
    }
    core.kernel().recount_workplaces(helper);
}

/// Ends aid: people and devices go home, the helper has them back.
pub(crate) fn end(
    core: &mut Core,
    index: &Index,
    request: &mut AidRequest,
    people: &mut Query<(&Person, &mut Post)>,
    bodies: &mut Bodies,
    how: AidState,
) {
    let amount = request.granted.map_or(0, |(_, amount)| amount);
    if request.state == AidState::AtWork {
        match request.draft.kind {
            AidKind::ItWorkplaces => set_guest_desks(core, request, -(amount as f32)),
            AidKind::LoanNotebooks => lend_in(core, request.asker, -f64::from(amount)),
            AidKind::ItStaffOnSite | AidKind::RemoteWork => {}
        }
    }
    for entity in &index.people {
        if let Ok((person, mut post)) = people.get_mut(*entity)
            && post.request == Some(request.id)
        {
            *post = at_home(person);
        }
    }
    if request.draft.kind == AidKind::LoanNotebooks
        && let Ok((_, mut stock, _)) =
            bodies.get_mut(index.administrations[request.draft.helper.index()])
    {
        stock.notebooks += amount - request.from_pool.min(amount);
    }
    charge_helper(core, request.draft.helper, -request.cost_share);
    request.cost_share = 0.0;
    request.state = how;
    request.ended = Some(core.now());
    request.waits_for = None;
    request.epoch += 1;
    core.columns.mark_work(request.asker);
    core.columns.mark_work(request.draft.helper);
    core.columns.due.set(Due::KNOWLEDGE);
}

/// A person's post at home.
pub(crate) fn at_home(person: &Person) -> Post {
    Post {
        at: person.home,
        effect: 1.0,
        share: 1.0,
        request: None,
        works: true,
    }
}
