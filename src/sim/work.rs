//! People on work orders: greedy, in the order of entering, skilled people first.

use bevy_ecs::system::{Query, Res};

use super::agenda::HappeningKind;
use super::core_param::Core;
use super::entities::{Index, OrderKind, Person, Post, Recovery, WorkOrder};
use super::shifts::Shifts;
use crate::scenario::AdministrationKind;
use crate::vocab::{AdministrationId, SimTime, Skill};

/// Effect of any IT person on workplaces and devices, where that is not the main skill.
const ROLLOUT_EFFECT: f64 = 0.9;

/// One person ready to work at an administration.
struct Hand {
    skill: Skill,
    strength: f64,
    taken: bool,
}

/// Brings all orders up to now and gives every ready order its people.
pub(crate) fn assign_people(
    mut core: Core,
    index: Res<Index>,
    mut orders: Query<&mut WorkOrder>,
    people: Query<(&Person, &Post)>,
    recoveries: Query<&Recovery>,
) {
    let open: Vec<u32> = (0_u32..)
        .zip(&index.orders)
        .filter(|(_, entity)| orders.get(**entity).is_ok_and(|order| order.done.is_none()))
        .map(|(id, _)| id)
        .collect();
    if open.is_empty() {
        return;
    }
    let ready: Vec<u32> = open
        .iter()
        .copied()
        .filter(|id| is_ready(&core, &index, &orders, &recoveries, *id))
        .collect();
    // New strength per order: (equivalents, heads).
    let mut strength = vec![(0.0, 0_u32); index.orders.len()];
    let mut examiners = forensic_pool(&core, &index, &people);
    let mut administrations: Vec<AdministrationId> = Vec::new();
    for id in in_order_of_need(&core, &index, &orders, &ready) {
        let Ok(order) = orders.get(index.orders[id as usize]) else {
            continue;
        };
        if order.kind == OrderKind::Examination {
            strength[id as usize] = take(&mut examiners, order.skill, order.useful_people, 0.0);
        } else if !administrations.contains(&order.at) {
            administrations.push(order.at);
        }
    }
    for at in administrations {
        let mut hands = hands_at(&core, &index, &people, at);
        let off_skill = core.plan().scenario.parameters.off_skill_effect;
        for id in &ready {
            let Ok(order) = orders.get(index.orders[*id as usize]) else {
                continue;
            };
            if order.at == at && order.kind != OrderKind::Examination {
                strength[*id as usize] =
                    take(&mut hands, order.skill, order.useful_people, off_skill);
            }
        }
    }
    for id in open {
        let entity = index.orders[id as usize];
        let Ok(mut order) = orders.get_mut(entity) else {
            continue;
        };
        let mobilised = recoveries
            .get(index.administrations[order.at.index()])
            .ok()
            .and_then(|recovery| recovery.mobilised)
            .unwrap_or(order.since);
        let (rate, heads) = strength[id as usize];
        set_strength(&mut core, &mut order, mobilised, rate, heads);
    }
}

/// Stores progress at the old strength and enters the end at the new one.
fn set_strength(core: &mut Core, order: &mut WorkOrder, mobilised: SimTime, rate: f64, heads: u32) {
    if order.rate.to_bits() == rate.to_bits() && order.people == heads {
        return;
    }
    let now = core.now();
    let plan = core.plan_handle();
    let shifts = Shifts::new(&plan.calendar, mobilised);
    order.remaining_hours = remaining_hours(order, &shifts, now);
    order.since = now;
    order.rate = rate;
    order.people = heads;
    order.epoch = (order.epoch + 1) & 0xFF_FFFF;
    if rate > 0.0 {
        let at = shifts.moment_after(now, order.remaining_hours / rate * 60.0);
        core.columns
            .agenda
            .push(at.max(now), HappeningKind::OrderDone, order.id, order.epoch);
    }
}

/// Person-hours left at a moment, without storing it.
pub(crate) fn remaining_hours(order: &WorkOrder, shifts: &Shifts, now: SimTime) -> f64 {
    let worked = f64::from(shifts.worked(order.since, now)) / 60.0;
    (order.remaining_hours - order.rate * worked).max(0.0)
}

/// An order is ready when what comes before is done and its waiting time is over; an examination
/// of a customer also waits until its provider is released.
fn is_ready(
    core: &Core,
    index: &Index,
    orders: &Query<&mut WorkOrder>,
    recoveries: &Query<&Recovery>,
    id: u32,
) -> bool {
    let Ok(order) = orders.get(index.orders[id as usize]) else {
        return false;
    };
    let before_done = order.after.iter().all(|before| {
        orders
            .get(index.orders[*before as usize])
            .is_ok_and(|before| before.done.is_some())
    });
    if !before_done || order.not_before > core.now() {
        return false;
    }
    if order.kind != OrderKind::Examination {
        return true;
    }
    // The forensic team does not go to customers before their provider's side is examined.
    core.plan().administrations[order.at.index()]
        .provider
        .is_none_or(|provider| {
            recoveries
                .get(index.administrations[provider.index()])
                .is_ok_and(|recovery| {
                    recovery.examined.is_some() || recovery.needed_since.is_none()
                })
        })
}

/// Examinations in the order in which the regional team goes to them: providers, then the largest; all else by id.
fn in_order_of_need(
    core: &Core,
    index: &Index,
    orders: &Query<&mut WorkOrder>,
    ready: &[u32],
) -> Vec<u32> {
    let mut sorted = ready.to_vec();
    sorted.sort_by_key(|id| {
        let at = orders
            .get(index.orders[*id as usize])
            .map_or(AdministrationId(0), |order| order.at);
        let administration = &core.plan().scenario.administrations[at.index()];
        let provider_first = administration.kind != AdministrationKind::Provider;
        (provider_first, u32::MAX - administration.inhabitants, *id)
    });
    sorted
}

/// All forensic people at home, wherever their home is: one regional team.
fn forensic_pool(core: &Core, index: &Index, people: &Query<(&Person, &Post)>) -> Vec<Hand> {
    index
        .people
        .iter()
        .filter_map(|entity| people.get(*entity).ok())
        .filter(|(person, post)| person.skill == Skill::Forensics && post.works)
        .map(|(person, post)| hand(core, person, post))
        .collect()
}

/// The people working at an administration, by id.
fn hands_at(
    core: &Core,
    index: &Index,
    people: &Query<(&Person, &Post)>,
    at: AdministrationId,
) -> Vec<Hand> {
    index
        .people
        .iter()
        .filter_map(|entity| people.get(*entity).ok())
        .filter(|(person, post)| post.at == at && post.works && person.skill != Skill::Forensics)
        .map(|(person, post)| hand(core, person, post))
        .collect()
}

fn hand(core: &Core, person: &Person, post: &Post) -> Hand {
    Hand {
        skill: person.skill,
        strength: core.plan().scenario.parameters.presence * post.effect * post.share,
        taken: false,
    }
}

/// Takes people for an order: those of its skill first, then others at their lesser effect.
fn take(hands: &mut [Hand], skill: Skill, useful_people: u32, off_skill: f64) -> (f64, u32) {
    let mut strength = 0.0;
    let mut heads = 0;
    for main in [true, false] {
        for hand in hands.iter_mut().filter(|hand| !hand.taken) {
            if heads >= useful_people {
                return (strength, heads);
            }
            let effect = match (hand.skill == skill, skill) {
                (true, _) => 1.0,
                (false, Skill::Forensics) => 0.0,
                (false, Skill::Rollout) => ROLLOUT_EFFECT,
                (false, _) => off_skill,
            };
            if (hand.skill == skill) == main && effect > 0.0 {
                hand.taken = true;
                strength += hand.strength * effect;
                heads += 1;
            }
        }
    }
    (strength, heads)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hand(skill: Skill) -> Hand {
        Hand {
            skill,
            strength: 1.0,
            taken: false,
        }
    }

    #[test]
    fn skilled_people_come_first_and_nobody_works_twice() {
        let mut hands = [
            hand(Skill::Rollout),
            hand(Skill::Identity),
            hand(Skill::Network),
        ];
        assert_eq!(take(&mut hands, Skill::Identity, 2, 0.5), (1.5, 2));
        assert_eq!(
            take(&mut hands, Skill::Rollout, 5, 0.5),
            (ROLLOUT_EFFECT, 1)
        );
        assert_eq!(take(&mut hands, Skill::Rollout, 5, 0.5), (0.0, 0));
    }

    #[test]
    fn nobody_replaces_forensic_people() {
        let mut hands = [hand(Skill::Rollout), hand(Skill::Forensics)];
        assert_eq!(take(&mut hands, Skill::Forensics, 8, 0.5), (1.0, 1));
    }
}
