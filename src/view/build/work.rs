//! Wiederanlauf: the own work in its order, with spans, and what moving one piece up would change.

use std::collections::BTreeMap;

use super::words::{Look, of_100, whole};
use crate::sim::{Finish, Known, KnownOrder, Unforeseen};
use crate::view::{Bottleneck, Fatigue, FatigueAhead, OrderShift, WorkRow, WorkView};
use crate::vocab::{HOUR, Text};

/// For so many orders at the head the view says what moving them up would change.
const LOOKED_AHEAD: usize = 24;
/// A change smaller than this is none.
const LEAST_SHIFT: u32 = HOUR;

/// The own work with when it is likely done, given the order in which it gets people: what all pages say.
pub struct Forecast {
    /// All of it; `ready` is what is forecast where anything is.
    pub orders: Vec<KnownOrder>,
    /// When each piece of the queue ends as it stands.
    finish: Finish,
    /// Why of some of it nobody can tell.
    unforeseen: BTreeMap<u32, Unforeseen>,
}

impl Forecast {
    /// Forecasts the queue as it stands.
    pub fn of(known: Known) -> Self {
        let finish = known.finish_in_order(known.queue());
        let in_order = |order: KnownOrder| KnownOrder {
            ready: finish.get(&order.id).copied().flatten().or(order.ready),
            ..order
        };
        Self {
            orders: known.orders().into_iter().map(in_order).collect(),
            unforeseen: known.unforeseen(&finish),
            finish,
        }
    }

    /// Returns why nobody can tell when a piece of it is done, if nobody can.
    pub fn why_not(&self, order: u32) -> Option<Text> {
        let unforeseen = self.unforeseen.get(&order)?;
        let why = unforeseen.why.clone();
        Some(if unforeseen.at == order {
            why
        } else {
            behind(unforeseen.name.clone(), why)
        })
    }

    /// Returns the same for who waits for that piece.
    pub fn why_not_behind(&self, order: u32) -> Option<Text> {
        let unforeseen = self.unforeseen.get(&order)?;
        Some(behind(unforeseen.name.clone(), unforeseen.why.clone()))
    }
}

fn behind(what: Text, why: Text) -> Text {
    let text = Text::new("unforeseen-behind");
    text.text("what", what).text("why", why)
}

/// Returns the own work in its order.
pub fn work(known: Known, forecast: &Forecast) -> WorkView {
    let Forecast { orders, finish, .. } = forecast;
    let row = |order: &KnownOrder, id| WorkRow {
        unforeseen: forecast.why_not(order.id),
        ..row(known, order, id)
    };
    let queue = known.queue();
    let find = |id: u32| orders.iter().find(|order| order.id == id);
    let fixed = orders.iter().filter(|order| !queue.contains(&order.id));
    let mut rows: Vec<WorkRow> = fixed.map(|order| row(order, None)).collect();
    for (at, id) in queue.iter().enumerate() {
        let Some(order) = find(*id) else { continue };
        let mut row = row(order, Some(*id));
        if (1..LOOKED_AHEAD).contains(&at) {
            let mut moved = queue.to_vec();
            moved.swap(at - 1, at);
            let name = |id: u32| find(id).map(|order| order.name.clone());
            row.if_moved_up = shifts(finish, &known.finish_in_order(&moved), name);
        }
        rows.push(row);
    }
    WorkView {
        bottleneck: bottleneck(known, &rows),
        fatigue: fatigue(known),
        rows,
    }
}

/// People, where work could begin at once with more of them; else what most of the open work waits for.
fn bottleneck(known: Known, rows: &[WorkRow]) -> Option<Bottleneck> {
    if let (short @ 1.., Some(skill)) = (known.hands_short(), known.skill_short()) {
        return Some(Bottleneck::People { short, skill });
    }
    let open = rows.iter().filter(|row| !row.is_done);
    let mut waiting: Vec<(u32, &Text)> = Vec::new();
    for what in open.filter_map(|row| row.waits_for.as_ref()) {
        match waiting.iter_mut().find(|(_, other)| *other == what) {
            Some((steps, _)) => *steps += 1,
            None => waiting.push((1, what)),
        }
    }
    // Of those that hold up equally much, what comes first in the order.
    let most = waiting.into_iter().rev().max_by_key(|(steps, _)| *steps);
    most.map(|(steps, what)| Bottleneck::Waiting {
        what: what.clone(),
        steps,
    })
}

fn fatigue(known: Known) -> Option<Fatigue> {
    let (hours, strength) = known.fatigue()?;
    let minutes = |hours: f64| whole(hours * f64::from(HOUR));
    Some(Fatigue {
        minutes_a_day: minutes(hours),
        begins_at: minutes(known.parameters().fatigue_hours.0),
        strength_of_100: of_100(strength),
        ahead: known.fatigue_ahead().map(|ahead| FatigueAhead {
            sinks: ahead.sinks.map(|at| known.stamp(at)),
            least: ahead
                .least
                .map(|(at, left)| (known.stamp(at), of_100(left))),
            whole_again: ahead.whole_again.map(|at| known.stamp(at)),
        }),
    })
}

fn row(known: Known, order: &KnownOrder, id: Option<u32>) -> WorkRow {
    WorkRow {
        order: id,
        name: order.name.clone(),
        done_of_100: of_100(order.done_share),
        is_done: order.is_done,
        people: order.people,
        useful_people: order.useful_people,
        serves: order.customers.map(|(have, all, next)| {
            Text::new("ui-step-serves")
                .count("have", have)
                .count("all", all)
                .name("next", known.place(next))
        }),
        waits_for: order.waits_for.clone(),
        ready: order.ready.map(|span| known.span(span)),
        unforeseen: None,
        if_moved_up: Vec::new(),
    }
}

/// What differs between two forecasts, the earlier ones first.
fn shifts(before: &Finish, after: &Finish, name: impl Fn(u32) -> Option<Text>) -> Vec<OrderShift> {
    let mut shifts = Vec::new();
    for (id, old) in before {
        let (Some(old), Some(Some(new)), Some(name)) = (old, after.get(id), name(*id)) else {
            continue;
        };
        let earlier = new.1 < old.1;
        let (a, b) = if earlier {
            (old.0.since(new.0), old.1.since(new.1))
        } else {
            (new.0.since(old.0), new.1.since(old.1))
        };
        if a.max(b) >= LEAST_SHIFT {
            shifts.push(OrderShift {
                name,
                earlier,
                minutes: (a.min(b), a.max(b)),
            });
        }
    }
    shifts.sort_by_key(|shift| (!shift.earlier, core::cmp::Reverse(shift.minutes.1)));
    shifts
}
