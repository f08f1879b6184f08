//! Who works at a place, and what each brings: presence, fatigue, helpers, the market.

use std::collections::BTreeMap;

use bevy_ecs::system::Query;

use super::hands::Hands;
use crate::scenario::Parameters;
use crate::sim::chance::{Purpose, key_of};
use crate::sim::core_param::Core;
use crate::sim::entities::{AidRequest, Index, Person, Post, Recovery, WorkOrder};
use crate::vocab::{AdministrationId, AidState, DAY, SimTime, Skill, SystemId};

/// Hours, presence and hired people are looked at so often, minutes.
pub(super) const LOAD_STEP: u32 = 7 * DAY;
/// With fewer own people than this, leave and illness of each one are drawn.
const SMALL_TEAM: usize = 3;
/// An absence lasts so long, minutes.
const ABSENCE: u32 = 14 * DAY;
/// Hours of a working day, of which newcomers take some.
const WORKING_DAY_HOURS: f64 = 10.0;
/// Newcomers take at most this share of the locals' time.
const NEWCOMERS_TAKE_AT_MOST: f64 = 0.5;

/// The people found at one place. It keeps its memory from one place to the next.
#[derive(Default)]
pub(crate) struct Workforce {
    pub(super) hands: Hands,
    /// Own people at home, with how much of each is present.
    locals: Vec<(Skill, f64)>,
    /// Where helpers come from.
    homes: Vec<AdministrationId>,
    helpers: Vec<Helper>,
}

/// A person lent to a place: skill, and effect by share of time on work of that skill, and on workplaces where it differs.
type Helper = (Skill, f64, Option<f64>);

/// Finds the people working at an administration now; what is live again must be operated.
pub(super) fn gather(
    Workforce {
        hands,
        locals,
        homes,
        helpers,
    }: &mut Workforce,
    core: &Core,
    index: &Index,
    (people, requests, orders): (
        &Query<(&Person, &Post)>,
        &Query<&AidRequest>,
        &Query<&mut WorkOrder>,
    ),
    recovery: &Recovery,
    at: AdministrationId,
) {
    let plan = core.plan();
    let parameters = &plan.scenario.parameters;
    let now = core.now();
    let mobilised = recovery.mobilised.unwrap_or(now);
    let own = index.people_of(at);
    hands.clear();
    find_locals(locals, core, index, people, at, mobilised);
    find_helpers((homes, helpers), index, people, requests, at);
    let hired = hired_people(core, at, mobilised, own.len() as f64);
    let newcomers = helpers.len() as f64 + hired;
    let effect = fatigue_effect(parameters, plan.shifts(mobilised).mean_hours(now));

    let left = if plan.is_provider(at) {
        1.0 - parameters.operating_share * share_live(index, orders, at)
    } else {
        1.0
    };
    let own_time = left
        * parameters.on_recovery_share
        * effect
        * time_left_by_newcomers(parameters, newcomers, locals.len() as f64);
    for (skill, presence) in locals.drain(..) {
        hands.add(skill, presence * own_time);
    }
    let useful = useful_share(parameters, newcomers, own.len() as f64) * effect;
    for (skill, strength, on_rollout) in helpers.drain(..) {
        let present = parameters.present_share;
        match on_rollout {
            Some(rollout) => {
                hands.add_with_rollout(
                    skill,
                    present * strength * useful,
                    present * rollout * useful,
                );
            }
            None => hands.add(skill, present * strength * useful),
        }
    }
    // People of the market have the skills of those they join; the last one may come for part of the time.
    let skills = own
        .iter()
        .filter_map(|entity| people.get(*entity).ok())
        .map(|(person, _)| person.skill);
    let mut to_add = hired;
    for skill in skills.cycle() {
        if to_add <= 0.0 {
            break;
        }
        let part = to_add.min(1.0);
        let strength = parameters.present_share * parameters.market_help_effect * left;
        hands.add(skill, part * strength * useful);
        to_add -= 1.0;
    }
}

/// What a forecast takes a person to bring per hour: whoever is lent is there for nothing else.
pub(crate) fn expected_strength(parameters: &Parameters, post: &Post) -> f64 {
    let on_recovery = if post.request.is_some() {
        1.0
    } else {
        parameters.on_recovery_share
    };
    parameters.present_share * on_recovery * post.effect * post.share
}

/// Finds own people at home, with how much of each is present.
fn find_locals(
    locals: &mut Vec<(Skill, f64)>,
    core: &Core,
    index: &Index,
    people: &Query<(&Person, &Post)>,
    at: AdministrationId,
    mobilised: SimTime,
) {
    let parameters = &core.plan().scenario.parameters;
    let own = index.people_of(at);
    let is_small = own.len() < SMALL_TEAM;
    let absence = core.now().since(mobilised) / ABSENCE;
    for (nth, entity) in (0_u32..).zip(own) {
        let Ok((person, post)) = people.get(*entity) else {
            continue;
        };
        if post.at != at || !post.works || person.skill == Skill::Forensics {
            continue;
        }
        let presence = if is_small {
            let key = key_of(&[at.0, nth]);
            let mut draw = core.luck().draw(Purpose::Presence, key, absence);
            f64::from(u8::from(draw.happens(parameters.present_share)))
        } else {
            parameters.present_share
        };
        if presence > 0.0 {
            locals.push((person.skill, presence * post.share));
        }
    }
}

/// Finds people lent to an administration and at work there, by their homes.
fn find_helpers(
    (homes, helpers): (&mut Vec<AdministrationId>, &mut Vec<Helper>),
    index: &Index,
    people: &Query<(&Person, &Post)>,
    requests: &Query<&AidRequest>,
    at: AdministrationId,
) {
    let at_work = index
        .running_of(at)
        .filter_map(|entity| requests.get(entity).ok())
        .filter(|request| request.asker == at && request.state == AidState::AtWork);
    homes.extend(at_work.map(|request| request.draft.helper));
    homes.sort_unstable();
    homes.dedup();
    let found = homes
        .drain(..)
        .flat_map(|home| index.people_of(home))
        .filter_map(|entity| people.get(*entity).ok())
        .filter(|(person, post)| post.at == at && post.works && person.skill != Skill::Forensics)
        .map(|(person, post)| {
            let on_rollout = post.rollout.map(|effect| effect * post.share);
            (person.skill, post.effect * post.share, on_rollout)
        });
    helpers.extend(found);
}

/// People hired on the market: none for a small team, at first nobody, then more with the weeks.
fn hired_people(core: &Core, at: AdministrationId, mobilised: SimTime, own: f64) -> f64 {
    let parameters = &core.plan().scenario.parameters;
    if own < f64::from(parameters.market_help_least_staff) {
        return 0.0;
    }
    let key = u64::from(at.0);
    let draw = |nth| core.luck().draw(Purpose::MarketHelp, key, nth);
    let first = mobilised.after(draw(0).minutes(parameters.market_help_from));
    let rise = draw(1).minutes(parameters.market_help_rise).max(1);
    let risen = f64::from(core.now().since(first).min(rise)) / f64::from(rise);
    own * parameters.market_help_share * risen
}

/// Of helpers who stand in each other's way, the share that is useful: `H/n` with
/// `H = Hmax (1 - exp(-n/Hmax))`.
fn useful_share(parameters: &Parameters, newcomers: f64, own: f64) -> f64 {
    let (least, per_own) = parameters.helpers_useful;
    let most = (per_own * own).max(least);
    if newcomers <= 0.0 || most <= 0.0 {
        return 1.0;
    }
    most * (1.0 - libm::exp(-newcomers / most)) / newcomers
}

/// The share of their time that newcomers leave to locals.
fn time_left_by_newcomers(parameters: &Parameters, newcomers: f64, locals: f64) -> f64 {
    if locals <= 0.0 {
        return 1.0;
    }
    let taken = newcomers * parameters.newcomer_hours / (locals * WORKING_DAY_HOURS);
    1.0 - taken.min(NEWCOMERS_TAKE_AT_MOST)
}

/// Effect of people by the hours they worked of late.
pub(crate) fn fatigue_effect(parameters: &Parameters, mean_hours: f64) -> f64 {
    let (begins, full) = parameters.fatigue_hours;
    let tired = ((mean_hours - begins) / (full - begins).max(1e-9)).clamp(0.0, 1.0);
    1.0 - (1.0 - parameters.fatigue_effect) * tired
}

/// Share live again of the products of a provider: each counts by the customers that have it back, by its newest order
/// where it was rebuilt more than once.
fn share_live(index: &Index, orders: &Query<&mut WorkOrder>, at: AdministrationId) -> f64 {
    let mut products: BTreeMap<SystemId, (u32, u32)> = BTreeMap::new();
    for id in &index.orders_of[at.index()] {
        if let Ok(order) = orders.get(index.orders[*id as usize])
            && let Some(product) = order.system().filter(|_| !order.tenants.is_empty())
        {
            // The first part is the base.
            let parts = (
                order.parts_done.saturating_sub(1),
                order.tenants.len() as u32,
            );
            products.insert(product, parts);
        }
    }
    let sum = |part: fn(&(u32, u32)) -> u32| products.values().map(part).sum::<u32>();
    f64::from(sum(|(live, _)| *live)) / f64::from(sum(|(_, all)| *all).max(1))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sim::entities::OrderKind;
    use crate::vocab::RequestId;

    fn figures() -> Parameters {
        crate::scenario::load("einstieg", &[]).unwrap().parameters
    }

    fn near(a: f64, b: f64) {
        assert!((a - b).abs() < 1e-9, "{a} is not {b}");
    }

    #[test]
    fn long_hours_wear_people_out() {
        let figures = figures();
        near(fatigue_effect(&figures, 5.5), 1.0);
        near(fatigue_effect(&figures, 9.0), 1.0);
        near(fatigue_effect(&figures, 10.5), 0.85);
        near(fatigue_effect(&figures, 12.0), 0.7);
        near(fatigue_effect(&figures, 16.0), 0.7);
    }

    #[test]
    fn helpers_stand_in_each_others_way() {
        let figures = figures();
        near(useful_share(&figures, 0.0, 2.0), 1.0);
        // Two of their own: at most four are useful.
        near(
            4.0 * useful_share(&figures, 4.0, 2.0),
            4.0 * (1.0 - libm::exp(-1.0)),
        );
        // Ten of their own: at most fifteen.
        near(
            15.0 * useful_share(&figures, 15.0, 10.0),
            15.0 * (1.0 - libm::exp(-1.0)),
        );
        assert!(100.0 * useful_share(&figures, 100.0, 2.0) <= 4.0 + 1e-9);
    }

    #[test]
    fn newcomers_take_an_hour_a_day() {
        let figures = figures();
        near(time_left_by_newcomers(&figures, 0.0, 4.0), 1.0);
        near(time_left_by_newcomers(&figures, 4.0, 4.0), 0.9);
        near(time_left_by_newcomers(&figures, 400.0, 4.0), 0.5);
        near(time_left_by_newcomers(&figures, 4.0, 0.0), 1.0);
    }

    #[test]
    fn a_forecast_takes_a_helper_by_effect_and_share_of_time() {
        let figures = figures();
        let strength = |request: Option<RequestId>, effect: f64, share: f64| {
            let post = Post {
                at: AdministrationId(0),
                effect,
                rollout: None,
                share,
                request,
                works: true,
            };
            expected_strength(&figures, &post)
        };
        let lent = Some(RequestId(0));
        let full = strength(lent, 1.0, 1.0);
        near(strength(lent, 0.5, 1.0), full / 2.0);
        near(strength(lent, 1.0, 0.4), full * 0.4);
        assert!(strength(None, 1.0, 1.0) < full);
    }

    #[test]
    fn a_product_that_is_rebuilt_again_counts_once() {
        use bevy_ecs::system::{Commands, Res, ResMut, RunSystemOnce as _};

        let scenario = crate::scenario::load("einstieg", &[]).unwrap();
        let mut sim = crate::sim::Sim::new(std::sync::Arc::new(scenario));
        sim.reset(1, 0, 0);
        let provider = AdministrationId(0);
        let mut rebuild = |parts_done: u32| {
            let enter = move |mut index: ResMut<Index>, mut spawn: Commands| {
                let kind = OrderKind::Restore(SystemId(0));
                let now = SimTime::ZERO;
                let order =
                    WorkOrder::new(index.next_order(), provider, kind, Skill::Application, now);
                let order = WorkOrder {
                    tenants: vec![AdministrationId(1), AdministrationId(2)],
                    parts_done,
                    ..order
                };
                index.enter_order(&mut spawn, order);
            };
            sim.world.run_system_once(enter).unwrap();
            let share = move |index: Res<Index>, orders: Query<&mut WorkOrder>| {
                share_live(&index, &orders, provider)
            };
            sim.world.run_system_once(share).unwrap()
        };
        near(rebuild(3), 1.0);
        near(rebuild(0), 0.0);
        near(rebuild(2), 0.5);
        near(rebuild(3), 1.0);
    }
}
