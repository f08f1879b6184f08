//! What aid does at the asker, what it costs the helper, and how both end.
//!
//! People who are away keep fewer workplaces running; desks and notebooks are workplaces of the helper.

use bevy_ecs::system::Query;

use super::kinds::{Gift, kind_rule};
use super::{Bodies, devices, terms};
use crate::sim::columns::Due;
use crate::sim::core_param::Core;
use crate::sim::entities::{AidRequest, Index, Person, Post, WorkOrder};
use crate::sim::recovery::ask_to_admit_devices;
use crate::vocab::{AdministrationId, AidState};

pub(super) fn begin_work(
    core: &mut Core,
    index: &Index,
    request: &AidRequest,
    people: &mut Query<(&Person, &mut Post)>,
) {
    let amount = request.granted.map_or(0, |(_, amount)| amount);
    match kind_rule(request.draft.kind).gift {
        Gift::People => {
            each_post(index, request, people, |post| post.works = true);
            core.columns.mark_work(request.asker);
        }
        Gift::Desks => seat_guests(core, request, true),
        Gift::Notebooks => {
            lend_in(core, request.asker, f64::from(amount));
            ask_to_admit_devices(core, request.asker);
        }
        Gift::Examiners => core.columns.mark_examinations(),
        Gift::Permission => admit(core, request.asker, true),
    }
}

/// Who has been at work for some days knows the place and gets more done.
pub(super) fn know_the_place(
    core: &mut Core,
    index: &Index,
    request: &AidRequest,
    people: &mut Query<(&Person, &mut Post)>,
) {
    if let Some(later) = terms(core, request).and_then(|terms| terms.later_effect) {
        each_post(index, request, people, |post| post.effect = later);
        core.columns.mark_work(request.asker);
    }
}

/// Changes the posts of all who are away for a request.
fn each_post(
    index: &Index,
    request: &AidRequest,
    people: &mut Query<(&Person, &mut Post)>,
    mut change: impl FnMut(&mut Post),
) {
    for entity in index.people_of(request.draft.helper) {
        if let Ok((_, mut post)) = people.get_mut(*entity)
            && post.request == Some(request.id)
        {
            change(&mut post);
        }
    }
}

/// The provider lets clean devices of a customer connect, or no longer.
fn admit(core: &mut Core, asker: AdministrationId, admitted: bool) {
    let workplaces = &mut core.columns.workplaces[asker.index()];
    if workplaces.admitted != admitted {
        workplaces.admitted = admitted;
        core.kernel().recount_workplaces(asker);
    }
}

/// Guests begin to carry the service that was asked for, or no longer do.
pub(super) fn seat_guests(core: &mut Core, request: &AidRequest, carry: bool) {
    let Some(service) = request.draft.service else {
        return;
    };
    let amount = request.granted.map_or(0, |(_, amount)| amount) as f32;
    let desks = if carry { amount } else { -amount };
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
    index: &mut Index,
    request: &mut AidRequest,
    people: &mut Query<(&Person, &mut Post)>,
    bodies: &mut Bodies,
    orders: &mut Query<&mut WorkOrder>,
    how: AidState,
) {
    let amount = request.granted.map_or(0, |(_, amount)| amount);
    let gift = kind_rule(request.draft.kind).gift;
    if request.state == AidState::AtWork {
        match gift {
            // While the helper's application is down they carry nothing that could be taken away.
            Gift::Desks if request.at_gate().is_none() => seat_guests(core, request, false),
            Gift::Desks => {}
            Gift::Notebooks => lend_in(core, request.asker, -f64::from(amount)),
            Gift::Examiners => core.columns.mark_examinations(),
            Gift::Permission => admit(core, request.asker, false),
            Gift::People => devices::come_home(core, request),
        }
    }
    for entity in index.people_of(request.draft.helper) {
        if let Ok((person, mut post)) = people.get_mut(*entity)
            && post.request == Some(request.id)
        {
            *post = at_home(person);
        }
    }
    if gift == Gift::Notebooks
        && let Ok((_, mut stock, ..)) = bodies.get_mut(core.body(index, request.draft.helper))
    {
        stock.notebooks += amount - request.from_pool.min(amount);
    }
    charge_helper(core, request.draft.helper, -request.cost_share);
    request.cost_share = 0.0;
    request.state = how;
    request.ended = Some(core.now());
    index.end_request(request.id, request.parties(), request.silent_until);
    request.wait_on(core.now(), None);
    request.epoch += 1;
    // Who was helped sees that the help is gone, and that there is nothing to set up any more.
    if let Ok((mut knowledge, _, mut recovery, _)) = bodies.get_mut(core.body(index, request.asker))
    {
        knowledge.revision += 1;
        if let Some(id) = request.set_up_order
            && let Ok(mut order) = orders.get_mut(index.orders[id as usize])
            && order.done.is_none()
        {
            order.finish(core.now());
            recovery.queue.retain(|other| *other != id);
        }
    }
    core.columns.mark_work(request.asker);
    core.columns.mark_work(request.draft.helper);
    core.columns.questions.mark(request.draft.helper);
    core.columns.due.set(Due::KNOWLEDGE);
}

/// A person's post at home.
pub(crate) fn at_home(person: &Person) -> Post {
    Post {
        at: person.home,
        effect: 1.0,
        rollout: None,
        share: 1.0,
        request: None,
        works: true,
    }
}
