//! The forensic team: whom it examines next.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use bevy_ecs::system::Query;

use super::{Hands, is_ready, provider_is_examined, set_strength};
use crate::sim::core_param::Core;
use crate::sim::entities::{
    AidRequest, Index, Knowledge, OrderKind, Person, Post, Recovery, WorkOrder,
};
use crate::vocab::{AdministrationId, AidState, SimTime, Skill};

/// The place of an examination in the queue: the team goes to providers first, then to those who are known to be hit,
/// then to the suspected; among equals to the largest, and then to who came first.
type Turn = (bool, bool, Reverse<u32>, u32);

/// Examinations that are not done. In a large world thousands of them wait: they stand in the order in which the team
/// comes to them, so that nobody looks through all of them.
#[derive(Debug, Default)]
pub(crate) struct Examinations {
    /// Not to be begun yet, by when they may be.
    coming: BTreeSet<(SimTime, u32)>,
    /// The others, by the provider that must be examined before, if one must.
    queues: BTreeMap<Option<AdministrationId>, BTreeSet<Turn>>,
    /// Those that somebody works on.
    at_work: Vec<u32>,
}

impl Examinations {
    /// Adds one that may not be begun before a moment.
    pub(crate) fn enter(&mut self, not_before: SimTime, id: u32) {
        self.coming.insert((not_before, id));
    }

    /// Forgets all.
    pub(crate) fn clear(&mut self) {
        self.coming.clear();
        self.queues.clear();
        self.at_work.clear();
    }

    /// The queue of an examination, and its turn there.
    fn queue(
        &mut self,
        core: &Core,
        order: &WorkOrder,
        is_suspected: bool,
    ) -> (&mut BTreeSet<Turn>, Turn) {
        // Whether a suspicion is worth the way is known only once the provider's side is examined.
        let provider = core.plan().administrations[order.at.index()].provider;
        let before = provider.filter(|_| is_suspected);
        let turn = turn(core, order, is_suspected);
        (self.queues.entry(before).or_default(), turn)
    }

    /// Moves up who was found to be hit, takes out what is done, and lines up what may be begun by now.
    fn bring_up_to_date(
        &mut self,
        core: &mut Core,
        index: &Index,
        orders: &Query<&mut WorkOrder>,
        recoveries: &Query<&Recovery>,
        known: &Query<&Knowledge>,
    ) {
        let order = |id: u32| orders.get(index.orders[id as usize]).ok();
        let mut newly_hit = core::mem::take(&mut core.columns.newly_hit);
        for at in newly_hit.drain(..) {
            let recovery = recoveries.get(index.administrations[at.index()]);
            let examination = recovery.ok().and_then(|of| of.examination);
            let Some(order) = examination.and_then(order) else {
                continue;
            };
            let (queue, turn) = self.queue(core, order, true);
            if queue.remove(&turn) {
                let (queue, turn) = self.queue(core, order, false);
                queue.insert(turn);
            }
        }
        core.columns.newly_hit = newly_hit;
        for id in core::mem::take(&mut self.at_work) {
            let Some(order) = order(id) else { continue };
            // Nothing is done that nobody worked on.
            if order.done.is_some() {
                let (queue, turn) = self.queue(core, order, is_suspected(index, known, order));
                queue.remove(&turn);
            } else {
                self.at_work.push(id);
            }
        }
        while let Some((not_before, id)) = self.coming.first().copied()
            && not_before <= core.now()
        {
            self.coming.pop_first();
            if let Some(order) = order(id) {
                let (queue, turn) = self.queue(core, order, is_suspected(index, known, order));
                queue.insert(turn);
            }
        }
    }

    /// The first so many that may be begun or gone on with, in turn.
    fn first(&self, many: usize, index: &Index, recoveries: &Query<&Recovery>) -> Vec<Turn> {
        let may_begin = |before: &Option<AdministrationId>| {
            let recovery = before.map(|of| recoveries.get(index.administrations[of.index()]));
            recovery.is_none_or(|of| of.is_ok_and(Recovery::tells_what_to_look_for))
        };
        let queues = self.queues.iter().filter(|(before, _)| may_begin(before));
        let mut first: Vec<Turn> = queues
            .flat_map(|(_, queue)| queue.iter().take(many).copied())
            .collect();
        first.sort_unstable();
        first.truncate(many);
        first
    }
}

/// All that may be begun or gone on with, in turn, looked through one by one.
fn all_in_turn(
    core: &Core,
    index: &Index,
    orders: &Query<&mut WorkOrder>,
    recoveries: &Query<&Recovery>,
    known: &Query<&Knowledge>,
) -> Vec<Turn> {
    let open = |of: &&WorkOrder| of.kind == OrderKind::Examination && of.done.is_none();
    let may_begin = |order: &&WorkOrder| {
        is_ready(core, index, orders, order.id, &mut 0)
            && (!is_suspected(index, known, order)
                || provider_is_examined(core, index, recoveries, order.at))
    };
    let mut turns: Vec<Turn> = orders
        .iter()
        .filter(open)
        .filter(may_begin)
        .map(|order| turn(core, order, is_suspected(index, known, order)))
        .collect();
    turns.sort_unstable();
    turns
}

/// Whether nobody has found the actor at the place of an examination.
fn is_suspected(index: &Index, known: &Query<&Knowledge>, order: &WorkOrder) -> bool {
    let knowledge = known.get(index.administrations[order.at.index()]);
    !knowledge.is_ok_and(|knowledge| knowledge.own_hit.is_some())
}

fn turn(core: &Core, order: &WorkOrder, is_suspected: bool) -> Turn {
    let inhabitants = core.plan().scenario.administrations[order.at.index()].inhabitants;
    let is_customer = !core.plan().is_provider(order.at);
    (is_customer, is_suspected, Reverse(inhabitants), order.id)
}

/// Gives the forensic team to examinations in turn. Nobody works on two of them.
pub(super) fn send_examiners(
    core: &mut Core,
    index: &mut Index,
    orders: &mut Query<&mut WorkOrder>,
    people: &Query<(&Person, &Post)>,
    requests: &Query<&AidRequest>,
    recoveries: &Query<&Recovery>,
    known: &Query<&Knowledge>,
) {
    let mut examinations = core::mem::take(&mut index.examinations);
    examinations.bring_up_to_date(core, index, orders, recoveries, known);
    debug_assert_eq!(
        examinations.first(usize::MAX, index, recoveries),
        all_in_turn(core, index, orders, recoveries, known),
        "an examination is not where it belongs"
    );
    let (mut team, heads) = gather(core, index, people, requests);
    // Each takes one of the team at least.
    let next = examinations.first(heads, index, recoveries);
    let before = core::mem::take(&mut examinations.at_work);
    for (.., id) in next {
        let Ok(mut order) = orders.get_mut(index.orders[id as usize]) else {
            continue;
        };
        let (rate, heads) = team.take(Skill::Forensics, order.useful_people, 0.0);
        if heads > 0 {
            examinations.at_work.push(id);
            set_examiners(core, index, &mut order, recoveries, (rate, heads));
        }
    }
    for id in before {
        if !examinations.at_work.contains(&id)
            && let Ok(mut order) = orders.get_mut(index.orders[id as usize])
        {
            set_examiners(core, index, &mut order, recoveries, (0.0, 0));
        }
    }
    index.examinations = examinations;
}

fn set_examiners(
    core: &mut Core,
    index: &Index,
    order: &mut WorkOrder,
    recoveries: &Query<&Recovery>,
    (rate, heads): (f64, u32),
) {
    let recovery = recoveries.get(index.administrations[order.at.index()]).ok();
    let mobilised = recovery.and_then(|recovery| recovery.mobilised);
    let mobilised = mobilised.unwrap_or(order.since);
    set_strength(core, order, mobilised, rate, heads);
}

/// The forensic team at present, and how many they are.
fn gather(
    core: &Core,
    index: &Index,
    people: &Query<(&Person, &Post)>,
    requests: &Query<&AidRequest>,
) -> (Hands, usize) {
    let (mut team, mut heads) = (Hands::default(), 0);
    let present = core.plan().scenario.parameters.present_share;
    for person in &index.forensic {
        if let Ok((person, post)) = people.get(index.people[*person as usize])
            && post.works
        {
            team.add(person.skill, present * post.effect * post.share);
            heads += 1;
        }
    }
    // Those whom the state brought in from the market work in the same team.
    let hired = index.with_examiners();
    let hired = hired.filter_map(|entity| requests.get(entity).ok());
    for request in hired.filter(|request| request.state == AidState::AtWork) {
        let terms = core
            .pact()
            .between(request.asker.index(), request.draft.helper.index());
        let effect = terms.of(request.draft.kind).map_or(0.0, |of| of.effect);
        let amount = request.granted.map_or(0, |(_, amount)| amount);
        for _ in 0..amount {
            team.add(Skill::Forensics, present * effect);
        }
        heads += amount as usize;
    }
    (team, heads)
}
