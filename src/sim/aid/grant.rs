//! From the draft to the grant: people are chosen, devices set aside, the helper charged.

use bevy_ecs::system::{Query, ResMut};

use super::effect::charge_helper;
use super::kinds::{Cap, Gift, kind_rule};
use super::{MOBILISED, minutes_after_grant, terms};
use crate::scenario::Administration;
use crate::sim::agenda::HappeningKind;
use crate::sim::columns::Due;
use crate::sim::core_param::Core;
use crate::sim::entities::{AidRequest, Giving, Index, Person, Plea, Post, Stock};
use crate::sim::messages::Way;
use crate::vocab::{AdministrationId, AidDraft, AidState, RequestId, SimTime, Skill, WaitCause};

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
    request.wait_on(now, Some(WaitCause::Way));
    request.epoch += 1;
    let rule = kind_rule(request.draft.kind);
    let taken = match rule.gift {
        Gift::People => {
            let sent = send_people(core, index, request, amount, share, people);
            let staff = it_people(administration);
            cost.clients_down_without_it * f64::from(sent) * share / f64::from(staff.max(1))
        }
        Gift::Desks => cost.clients_per_unit * f64::from(amount) / clients,
        Gift::Notebooks => {
            let from_pool = amount.min(pool_left);
            let own = amount - from_pool;
            request.from_pool = from_pool;
            stock.notebooks = stock.notebooks.saturating_sub(own);
            cost.clients_per_unit * f64::from(own) / clients
        }
        Gift::Examiners | Gift::Permission => 0.0,
    };
    request.cost_share = (taken * rule.burden) as f32;
    request.charged_share = request.cost_share;
    charge_helper(core, helper, request.cost_share);
    let given = Giving {
        request: request.id,
        kind: request.draft.kind,
        skill: request.draft.skill,
        amount,
    };
    index.grant_request(helper, given, request.from_pool);
    if matches!(rule.gift, Gift::People | Gift::Desks | Gift::Notebooks) {
        index.balance[helper.index()] += i64::from(amount);
        index.balance[request.asker.index()] -= i64::from(amount);
    }
    core.columns.questions.mark(helper);
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

/// IT people of an administration; examiners are not lent.
pub(crate) fn it_people(administration: &Administration) -> u32 {
    let all: u32 = administration.it_staff.iter().sum();
    all - administration.it_staff[Skill::Forensics as usize]
}

/// Puts people on the way: those whose skill is wanted first, then by id. Returns how many went.
fn send_people(
    core: &Core,
    index: &Index,
    request: &AidRequest,
    amount: u32,
    share: f64,
    people: &mut Query<(&Person, &mut Post)>,
) -> u32 {
    let Some(terms) = terms(core, request) else {
        return 0;
    };
    let rule = kind_rule(request.draft.kind);
    let wanted = request.draft.skill;
    let mut sent = 0;
    for pass in 0..=rule.prefers.len() {
        for entity in index.people_of(request.draft.helper) {
            let Ok((person, mut post)) = people.get_mut(*entity) else {
                continue;
            };
            let is_next = rule
                .prefers
                .get(pass)
                .is_none_or(|skill| person.skill == *skill);
            let suits = match rule.cap {
                Cap::OneOfTheSkill => wanted == Some(person.skill),
                _ => person.skill != Skill::Forensics,
            };
            if sent < amount && post.request.is_none() && suits && is_next {
                *post = Post {
                    at: request.asker,
                    effect: terms.effect,
                    rollout: terms.rollout_effect,
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
    plea: Plea,
    way: Way,
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
        waits_on: Some(WaitCause::Answer),
        waits_since: now,
        waited: [0; WaitCause::ALL.len()],
        arrived: None,
        ends: None,
        plea,
        came_too_early: false,
        channel: way.channel,
        // Who sends a messenger hears nothing before one comes back.
        silent_until: if way.minutes == 0 {
            now
        } else {
            SimTime::NEVER
        },
        set_up_order: None,
        from_pool: 0,
        cost_share: 0.0,
        charged_share: 0.0,
        nth: 0,
        on_held_ground: false,
        on_own_devices: false,
        carried_home: None,
        epoch: 0,
    }
}
