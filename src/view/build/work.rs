//! Wiederanlauf: the own work in its order, with spans, and what moving one piece up would change.

use super::words::{Look, of_100};
use crate::sim::{Finish, Known, KnownOrder};
use crate::view::{OrderShift, WorkRow, WorkView};
use crate::vocab::{HOUR, Text};

/// For so many orders at the head the view says what moving them up would change.
const LOOKED_AHEAD: usize = 24;
/// A change smaller than this is none.
const LEAST_SHIFT: u32 = HOUR;

/// Returns the own work in its order.
pub fn work(known: Known) -> WorkView {
    let orders = known.orders();
    let queue = known.queue();
    let find = |id: u32| orders.iter().find(|order| order.id == id);
    let fixed = orders.iter().filter(|order| !queue.contains(&order.id));
    let finish = known.finish_in_order(queue);
    let mut rows: Vec<WorkRow> = fixed
        .map(|order| row(known, order, None, &finish))
        .collect();
    for (at, id) in queue.iter().enumerate() {
        let Some(order) = find(*id) else { continue };
        let mut row = row(known, order, Some(*id), &finish);
        if (1..LOOKED_AHEAD).contains(&at) {
            let mut moved = queue.to_vec();
            moved.swap(at - 1, at);
            let name = |id: u32| find(id).map(|order| order.name.clone());
            row.if_moved_up = shifts(&finish, &known.finish_in_order(&moved), name);
        }
        rows.push(row);
    }
    WorkView { rows }
}

fn row(known: Known, order: &KnownOrder, id: Option<u32>, finish: &Finish) -> WorkRow {
    let in_order = id.and_then(|id| finish.get(&id).copied().flatten());
    let ready = in_order.or(order.ready);
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
        ready: ready.map(|span| known.span(span)),
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
