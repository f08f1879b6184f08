//! When the seat's own work would be done in this or that order, as people expect it.

use std::collections::BTreeMap;

use super::Known;
use super::work::{FORECAST, LEAST_REMAINING, NotYet};
use crate::sim::entities::{OrderKind, Person, Post, WorkOrder};
use crate::sim::shifts::Shifts;
use crate::sim::work::{Hands, expected_strength, remaining_hours};
use crate::vocab::{SimTime, Skill, Text};

/// Between which moments each order is expected to be done; `None` where nobody can tell.
pub type Finish = BTreeMap<u32, Option<(SimTime, SimTime)>>;

/// Why nobody can tell when an order is done.
#[derive(Debug, Clone, PartialEq)]
pub struct Unforeseen {
    /// The first order on its way that cannot be told; it may be the order itself.
    pub at: u32,
    /// The name of that one.
    pub name: Text,
    /// What is in the way there.
    pub why: Text,
}

impl<'a> Known<'a> {
    /// Returns the seat's open orders in the order in which they get people.
    #[must_use]
    pub fn queue(&self) -> &'a [u32] {
        &self.recovery().queue
    }

    /// Returns when each open order would be done if people were given to them in this order: by
    /// what people expect of the efforts, with those who work here now, as a span.
    ///
    /// What waits for others (examiners, a date nobody knows) cannot be told.
    #[must_use]
    pub fn finish_in_order(&self, queue: &[u32]) -> Finish {
        let now = self.now();
        let mobilised = self.recovery().mobilised.unwrap_or(now);
        let shifts = self.sim.plan.shifts(mobilised);
        let orders: Vec<&WorkOrder> = queue
            .iter()
            .filter_map(|id| {
                let entity = self.index.orders.get(*id as usize)?;
                self.sim.world.get::<WorkOrder>(*entity)
            })
            .filter(|order| order.at == self.seat)
            .collect();
        let hands = self.hands();
        let off_skill = self.parameters().off_skill_effect;
        let mut left: Vec<f64> = orders
            .iter()
            .map(|order| expected_left(order, &shifts, now))
            .collect();
        let mut finish: Finish = orders.iter().map(|order| (order.id, None)).collect();
        let mut worked = 0.0;
        loop {
            let mut free = Hands::default();
            for (skill, hand) in &hands {
                free.add(*skill, *hand);
            }
            let ready: Vec<usize> = (0..orders.len())
                .filter(|at| {
                    let order = orders[*at];
                    left[*at] > 0.0
                        && order.not_before <= now
                        && order
                            .after
                            .iter()
                            .all(|before| self.is_done(*before, &finish))
                })
                .collect();
            let wanted = ready
                .iter()
                .map(|at| (orders[*at].skill, orders[*at].useful_people));
            let mut rates = vec![0.0; orders.len()];
            for (at, (rate, _)) in ready.iter().zip(free.share_out(wanted, off_skill)) {
                rates[*at] = rate;
            }
            let ends = left.iter().zip(&rates).filter(|(_, rate)| **rate > 0.0);
            let Some(step) = ends.map(|(left, rate)| left / rate).reduce(f64::min) else {
                return finish;
            };
            worked += step;
            for ((order, left), rate) in orders.iter().zip(&mut left).zip(rates) {
                if rate <= 0.0 {
                    continue;
                }
                *left -= rate * step;
                if *left <= 1e-6 {
                    *left = 0.0;
                    let end = |factor: f64| shifts.moment_after(now, worked * 60.0 * factor);
                    let span = (end(FORECAST.0), end(FORECAST.1));
                    if span.1 == SimTime::NEVER {
                        return finish;
                    }
                    finish.insert(order.id, Some(span));
                }
            }
        }
    }

    /// Returns for each open order of the seat that is not forecast why it is not.
    #[must_use]
    pub fn unforeseen(&self, finish: &Finish) -> BTreeMap<u32, Unforeseen> {
        let somebody_works = !self.hands().is_empty();
        let open = self.orders_here().filter(|order| order.done.is_none());
        let open = open.filter(|order| !matches!(finish.get(&order.id), Some(Some(_))));
        open.filter(|order| self.known_order(order).ready.is_none())
            .map(|order| {
                let root = self.first_unforeseen(order, finish);
                let unforeseen = Unforeseen {
                    at: root.id,
                    name: self.order_name(root),
                    why: Text::new(self.why_unforeseen(root, somebody_works)),
                };
                (order.id, unforeseen)
            })
            .collect()
    }

    /// Follows what an order waits for to the first one that nobody can date.
    fn first_unforeseen(&self, mut order: &'a WorkOrder, finish: &Finish) -> &'a WorkOrder {
        let sim = self.sim;
        while let Some(before) = order
            .after
            .iter()
            .find(|before| !self.is_done(**before, finish))
            .and_then(|before| {
                sim.world
                    .get::<WorkOrder>(self.index.orders[*before as usize])
            })
        {
            order = before;
        }
        order
    }

    fn why_unforeseen(&self, order: &WorkOrder, somebody_works: bool) -> &'static str {
        if order.kind == OrderKind::Examination && order.people == 0 {
            return "unforeseen-examiners";
        }
        match self.not_yet(order) {
            Some(NotYet::Instruction) => "unforeseen-instruction",
            Some(NotYet::Equipment) => "unforeseen-equipment",
            None if !somebody_works => "unforeseen-nobody",
            None => "unforeseen-far",
        }
    }

    /// Whether an order is done, or would be by now.
    fn is_done(&self, order: u32, finish: &Finish) -> bool {
        let entity = self.index.orders[order as usize];
        let done = self.sim.world.get::<WorkOrder>(entity);
        done.is_some_and(|order| order.done.is_some())
            || finish.get(&order).is_some_and(Option::is_some)
    }

    /// The people who work here now, with what each brings.
    fn hands(&self) -> Vec<(Skill, f64)> {
        let people = self.index.people.iter();
        people
            .filter_map(|entity| {
                let person = self.sim.world.get::<Person>(*entity)?;
                let post = self.sim.world.get::<Post>(*entity)?;
                let works = post.at == self.seat && post.works && person.skill != Skill::Forensics;
                works.then(|| (person.skill, expected_strength(self.parameters(), post)))
            })
            .collect()
    }
}

/// What people expect to be left of an order, in person-hours.
fn expected_left(order: &WorkOrder, shifts: &Shifts, now: SimTime) -> f64 {
    let worked = order.effort_hours - remaining_hours(order, shifts, now);
    let expected = order.expected_hours.max(0.01);
    (expected - worked).max(LEAST_REMAINING * expected)
}
