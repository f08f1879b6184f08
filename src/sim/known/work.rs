//! The seat's people and the work orders of its recovery.

use super::Known;
use crate::sim::aid::{Gift, kind_rule};
use crate::sim::entities::{OrderKind, Post, Recovery, WorkOrder};
use crate::vocab::{AdministrationId, SimTime, Skill, SystemId, Text};

/// A piece of the seat's own recovery.
#[derive(Debug, Clone, PartialEq)]
pub struct KnownOrder {
    /// Which.
    pub id: u32,
    /// What is done.
    pub name: Text,
    /// The system that is restored by it, if it is about one.
    pub system: Option<SystemId>,
    /// Skill it needs.
    pub skill: Skill,
    /// Share done as people judge it, 0 to 1.
    pub done_share: f64,
    /// Whether it is finished.
    pub is_done: bool,
    /// People on it.
    pub people: u32,
    /// People it could use.
    pub useful_people: u32,
    /// Of a product: customers that have it again, all of them, and whose turn it is.
    pub customers: Option<(u32, u32, AdministrationId)>,
    /// What it waits for.
    pub waits_for: Option<Text>,
    /// Likely end at today's pace, earliest and latest.
    pub ready: Option<(SimTime, SimTime)>,
}

/// How the strength of people goes on, if they work as their shifts say.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct FatigueAhead {
    /// The day on which it begins to sink; `None` if it has sunk already.
    pub sinks: Option<SimTime>,
    /// The day at whose end it is least, and the share that is left then, 0 to 1; `None` if it is least now.
    pub least: Option<(SimTime, f64)>,
    /// The day at whose end it is whole again; `None` if the calendar ends before.
    pub whole_again: Option<SimTime>,
}

/// A smaller loss of strength than this nobody feels: the usual shifts come near the first hour that wears people out.
const LEAST_LOSS: f64 = 0.02;

/// Why work may not begin yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum NotYet {
    /// Nobody has said yet what to look for.
    Instruction,
    /// The equipment of a new build is not there.
    Equipment,
}

/// Lower and upper factor on what people expect, for forecasts: the middle 80 of 100 of efforts
/// with a coefficient of variation of about one third.
pub(super) const FORECAST: (f64, f64) = (0.7, 1.6);
/// Share that is taken to remain when more was worked than expected.
pub(super) const LEAST_REMAINING: f64 = 0.1;

impl<'a> Known<'a> {
    /// Returns (own people at home, own people lent, helpers working here).
    #[must_use]
    pub fn staff(&self) -> (u32, u32, u32) {
        let own = self.index.people_of(self.seat).len();
        let home = self.posts_here(self.seat).count();
        (home as u32, (own - home) as u32, self.helpers_here())
    }

    /// People of an administration who are with the seat.
    fn posts_here(&self, whose: AdministrationId) -> impl Iterator<Item = &'a Post> + use<'a> {
        let (sim, seat) = (self.sim, self.seat);
        let people = self.index.people_of(whose).iter();
        let posts = people.filter_map(|entity| sim.world.get::<Post>(*entity));
        posts.filter(move |post| post.at == seat)
    }

    /// Returns how many helpers work here.
    #[must_use]
    pub fn helpers_here(&self) -> u32 {
        let mut from: Vec<AdministrationId> = self
            .sim
            .among(self.index.running_of(self.seat))
            // People work from the moment on at which their request does.
            .filter(|request| request.asker == self.seat && request.at_work.is_some())
            .filter(|request| kind_rule(request.draft.kind).gift == Gift::People)
            .map(|request| request.draft.helper)
            .collect();
        from.sort_unstable();
        from.dedup();
        let theirs = from.into_iter().flat_map(|whose| self.posts_here(whose));
        theirs.filter(|post| post.works).count() as u32
    }

    pub(super) fn orders_here(&self) -> impl Iterator<Item = &'a WorkOrder> + use<'a> {
        let sim = self.sim;
        let seat = self.seat;
        let index = self.index;
        index.orders_of[seat.index()]
            .iter()
            .filter_map(|id| sim.world.get::<WorkOrder>(index.orders[*id as usize]))
    }

    /// Orders for own people and helpers that could use more people now, each with how many: what waits for other
    /// work is short of nobody.
    fn work_short(&self) -> impl Iterator<Item = (u32, &'a WorkOrder)> + use<'a> {
        let (sim, index, now) = (self.sim, self.index, self.now());
        let order = move |id: &u32| sim.world.get::<WorkOrder>(index.orders[*id as usize]);
        let is_done = move |id: &u32| order(id).is_some_and(|before| before.done.is_some());
        let queue = self.recovery().queue.iter();
        queue.filter_map(order).filter_map(move |order| {
            let short = order.useful_people.saturating_sub(order.people);
            // What comes before is looked up last: that costs most.
            let is_ready = short > 0
                && order.done.is_none()
                && order.skill != Skill::Forensics
                && order.not_before <= now
                && order.after.iter().all(is_done);
            is_ready.then_some((short, order))
        })
    }

    /// Returns the mean hours a day that people here worked over the last two weeks, and the share of their strength that
    /// this leaves, 0 to 1. `None` before they were called to work.
    #[must_use]
    pub fn fatigue(&self) -> Option<(f64, f64)> {
        let mobilised = self.recovery().mobilised?;
        let mean = self.sim.plan.shifts(mobilised).mean_hours(self.now());
        let left = crate::sim::work::fatigue_effect(self.parameters(), mean);
        Some((mean, left))
    }

    /// Returns how that goes on by the calendar of shifts, from today on and day by day; `None` if strength is whole and
    /// stays so, or before people were called to work.
    #[must_use]
    pub fn fatigue_ahead(&self) -> Option<FatigueAhead> {
        let shifts = self.sim.plan.shifts(self.recovery().mobilised?);
        let (_, now_left) = self.fatigue()?;
        let is_whole = |left: f64| left > 1.0 - LEAST_LOSS;
        let calendar = self.calendar();
        let days = &calendar.days()[calendar.day_index(self.now())..];
        // A day with what is left at its end.
        let ends = days.iter().zip(days.iter().skip(1));
        let mut ahead = ends.map(|(day, next)| {
            let mean = shifts.mean_hours(next.start);
            let left = crate::sim::work::fatigue_effect(self.parameters(), mean);
            (day.start, left)
        });
        let first = if is_whole(now_left) {
            Some(ahead.find(|(_, left)| !is_whole(*left))?)
        } else {
            None
        };
        let mut least = first;
        let mut whole_again = None;
        for (day, left) in ahead {
            if is_whole(left) {
                whole_again = Some(day);
                break;
            }
            if left < least.map_or(now_left, |(_, least)| least) {
                least = Some((day, left));
            }
        }
        Some(FatigueAhead {
            sinks: first.map(|(day, _)| day),
            least,
            whole_again,
        })
    }

    /// Returns what an order of the seat's own recovery is about: system and skill.
    #[must_use]
    pub fn work_of(&self, order: u32) -> Option<(Option<SystemId>, Skill)> {
        let entity = self.index.orders.get(order as usize)?;
        let order = self.sim.world.get::<WorkOrder>(*entity)?;
        (order.at == self.seat).then(|| (order.system(), order.skill))
    }

    /// Returns a number that grows whenever people here are given to work anew.
    #[must_use]
    pub fn work_revision(&self) -> u32 {
        self.columns.work_given[self.seat.index()]
    }

    /// Returns how many more people the order shortest of hands could use; examinations are for the forensic team.
    #[must_use]
    pub fn hands_short(&self) -> u32 {
        self.work_short().map(|(short, _)| short).max().unwrap_or(0)
    }

    /// Returns the skill that open work here is shortest of.
    #[must_use]
    pub fn skill_short(&self) -> Option<Skill> {
        self.work_short()
            .map(|(short, order)| (short, order.skill))
            .max_by_key(|(short, skill)| (*short, core::cmp::Reverse(*skill)))
            .map(|(_, skill)| skill)
    }

    /// Returns the orders of the seat's own recovery in order.
    #[must_use]
    pub fn orders(&self) -> Vec<KnownOrder> {
        self.orders_here()
            .map(|order| self.known_order(order))
            .collect()
    }

    pub(super) fn known_order(&self, order: &WorkOrder) -> KnownOrder {
        let now = self.now();
        let mobilised = self.recovery().mobilised.unwrap_or(now);
        let shifts = self.sim.plan.shifts(mobilised);
        let left = crate::sim::work::remaining_hours(order, &shifts, now);
        let worked = order.effort_hours - left;
        let expected = order.expected_hours.max(0.01);
        let expected_left = (expected - worked).max(LEAST_REMAINING * expected);
        let ready = (order.done.is_none() && order.rate > 0.0).then(|| {
            let end =
                |factor: f64| shifts.moment_after(now, expected_left / order.rate * 60.0 * factor);
            (end(FORECAST.0), end(FORECAST.1))
        });
        KnownOrder {
            id: order.id,
            name: self.order_name(order),
            system: order.system(),
            skill: order.skill,
            done_share: if order.done.is_some() {
                1.0
            } else {
                (worked / expected).min(0.95)
            },
            is_done: order.done.is_some(),
            people: order.people,
            useful_people: order.useful_people,
            customers: served(order),
            waits_for: self.waits_for(order),
            ready: ready.filter(|(_, latest)| *latest != SimTime::NEVER),
        }
    }

    pub(super) fn order_name(&self, order: &WorkOrder) -> Text {
        match order.kind {
            OrderKind::Examination => Text::new("order-examination"),
            OrderKind::Notebooks(_) => Text::new("order-notebooks"),
            OrderKind::Island => Text::new("order-island"),
            OrderKind::Restore(system) => {
                let name = &self.sim.plan.described(system).id;
                Text::new("order-restore").text("system", Text::new(format!("system-{name}")))
            }
            OrderKind::Core(system) => {
                let name = &self.sim.plan.described(system).id;
                Text::new("order-core").text("system", Text::new(format!("system-{name}")))
            }
            OrderKind::Rest(system) => {
                let name = &self.sim.plan.described(system).id;
                Text::new("order-rest").text("system", Text::new(format!("system-{name}")))
            }
            OrderKind::Workplaces(_, batch) => Text::new(format!("order-workplaces-{batch}")),
            OrderKind::WorkplaceCheck(_, batch) => Text::new(format!("order-check-{batch}")),
        }
    }

    /// Returns why an order may not begin yet though nothing comes before it and people may be there.
    pub(super) fn not_yet(&self, order: &WorkOrder) -> Option<NotYet> {
        let is_early = order.not_before > self.now();
        match order.kind {
            OrderKind::WorkplaceCheck(..) => {
                (!self.is_instructed(order)).then_some(NotYet::Instruction)
            }
            // Of a new build only the core may begin before the equipment is there.
            OrderKind::Rest(_) if is_early => Some(NotYet::Equipment),
            _ if is_early => Some(NotYet::Instruction),
            _ => None,
        }
    }

    /// Whether the instruction has come by which workplaces are checked: not before the provider knows what to look for.
    fn is_instructed(&self, order: &WorkOrder) -> bool {
        let sim = self.sim;
        let provider = sim.plan.administrations[order.at.index()].provider;
        let is_examined = provider
            .and_then(|provider| {
                let entity = self.index.administrations[provider.index()];
                sim.world.get::<Recovery>(entity)
            })
            .is_none_or(Recovery::tells_what_to_look_for);
        order.not_before <= sim.now() && is_examined
    }

    pub(super) fn waits_for(&self, order: &WorkOrder) -> Option<Text> {
        if order.done.is_some() || order.people > 0 {
            return None;
        }
        let sim = self.sim;
        let before = order.after.iter().find_map(|id| {
            sim.world
                .get::<WorkOrder>(self.index.orders[*id as usize])
                .filter(|before| before.done.is_none())
        });
        Some(match before {
            Some(before) => self.order_name(before),
            None if order.kind == OrderKind::Examination => Text::new("waits-forensics"),
            None => Text::new(match self.not_yet(order) {
                Some(NotYet::Instruction) => "waits-instruction",
                Some(NotYet::Equipment) => "waits-equipment",
                None => "waits-people",
            }),
        })
    }
}

/// How far a product is: customers that have it again, all of them, and whose turn it is.
fn served(order: &WorkOrder) -> Option<(u32, u32, AdministrationId)> {
    let have = order.parts_done.saturating_sub(1);
    let next = order.tenants.get(have as usize)?;
    Some((have, order.tenants.len() as u32, *next))
}
