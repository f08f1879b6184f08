//! From the draft to the grant: people are chosen, devices set aside, the helper charged.

use bevy_ecs::system::{Query, ResMut};

use super::effect::charge_helper;
use super::{MOBILISED, minutes_after_grant, terms};
use crate::sim::agenda::HappeningKind;
use crate::sim::columns::Due;
use crate::sim::core_param::Core;
use crate::sim::entities::{AidRequest, Index, Person, Post, Stock};
use crate::vocab::{AdministrationId, AidDraft, AidKind, AidState, RequestId, SimTime, Skill};

/// Grants a request: people are chosen, devices set aside, the helper charged, the way begins.
#[expect(
    clippy::too_many_arguments,
    reason = "a grant touches everything aid is made of"
)]
pub(crate) fn grant(
    core: &mut Core,
    index: &mut ResMut<Index>,
    request: &mut AidRequest,
    amount: u32,
    share: f64,
    people: &mut Query<(&Person, &mut Post)>,
    stock: &mut Stock,
    pool_left: u32,
) {
    let now = core.now();
    let helper = request.draft.helper;
    let plan = core.plan_handle();
    let administration = &plan.scenario.administrations[helper.index()];
    let cost = plan.scenario.parameters.helper_cost;
    let clients = f64::from(administration.clients.max(1));
    request.granted = Some((now, amount));
    request.state = AidState::Granted;
    request.epoch += 1;
    request.cost_share = match request.draft.kind {
        AidKind::ItStaffOnSite | AidKind::RemoteWork => {
            let effect = terms(core, request).map_or(0.0, |terms| terms.effect);
            let wanted = request.draft.kind;
            let sent = send_people(index, request, amount, share, effect, wanted, people);
            let staff: u32 = administration.it_staff.iter().sum();
            cost.clients_down_without_it * f64::from(sent) * share / f64::from(staff.max(1))
        }
        AidKind::ItWorkplaces => cost.clients_per_unit * f64::from(amount) / clients,
        AidKind::LoanNotebooks => {
            let from_pool = amount.min(pool_left);
            let own = amount - from_pool;
            request.from_pool = from_pool;
            stock.notebooks = stock.notebooks.saturating_sub(own);
            cost.clients_per_unit * f64::from(own) / clients
        }
    } as f32;
    request.charged_share = request.cost_share;
    charge_helper(core, helper, request.cost_share);
    let minutes = (f64::from(minutes_after_grant(request)) * MOBILISED) as u32;
    core.columns.agenda.push(
        now.after(minutes),
        HappeningKind::AidStep,
        request.id.0,
        request.epoch,
    );
    core.columns.tally.events += 1;
    core.columns.due.set(Due::AID);
    core.columns.mark_work(helper);
}

/// Puts people on the way: generalists for rollout first, then by id. Returns how many went.
fn send_people(
    index: &Index,
    request: &AidRequest,
    amount: u32,
    share: f64,
    effect: f64,
    kind: AidKind,
    people: &mut Query<(&Person, &mut Post)>,
) -> u32 {
    let mut sent = 0;
    let preferred = match kind {
        AidKind::RemoteWork => [Skill::Identity, Skill::Backup, Skill::Network],
        _ => [Skill::Rollout, Skill::Identity, Skill::Network],
    };
    for pass in 0..=preferred.len() {
        for entity in &index.people {
            let Ok((person, mut post)) = people.get_mut(*entity) else {
                continue;
            };
            let suits = preferred
                .get(pass)
                .is_none_or(|skill| person.skill == *skill);
            if sent < amount
                && person.home == request.draft.helper
                && post.request.is_none()
                && suits
            {
                *post = Post {
                    at: request.asker,
                    effect,
                    share,
                    request: Some(request.id),
                    works: false,
                };
                sent += 1;
            }
        }
    }
    sent
}

/// A fresh request as it is sent.
pub(crate) fn new_request(
    id: RequestId,
    asker: AdministrationId,
    draft: AidDraft,
    now: SimTime,
    latency_minutes: u32,
) -> AidRequest {
    AidRequest {
        id,
        asker,
        draft,
        state: AidState::Requested,
        requested: now,
        latency_minutes,
        granted: None,
        at_work: None,
        ended: None,
        reason: None,
        waits_for: None,
        set_up_order: None,
        from_pool: 0,
        cost_share: 0.0,
        charged_share: 0.0,
        epoch: 0,
    }
}
