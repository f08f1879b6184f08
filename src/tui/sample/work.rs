//! The work of the sample, in its order.

use super::{NOW, stamp, t};
use crate::view::{Bottleneck, Fatigue, OrderShift, WorkRow, WorkView};
use crate::vocab::{DAY, HOUR, Text};

fn row(
    order: u32,
    name: &'static str,
    done: u8,
    people: u32,
    ready: Option<(u32, u32)>,
) -> WorkRow {
    WorkRow {
        order: Some(order),
        name: t(name),
        done_of_100: done,
        is_done: false,
        people,
        useful_people: 4,
        serves: None,
        waits_for: None,
        ready: ready.map(|(from, to)| (stamp(NOW + from), stamp(NOW + to))),
        unforeseen: None,
        if_moved_up: Vec::new(),
    }
}

/// Returns work that is done, fixed, going on and waiting.
pub fn work() -> WorkView {
    let mut examined = row(0, "order-examination", 100, 0, None);
    examined.order = None;
    examined.is_done = true;
    let phone = row(4, "service-telefonie", 30, 2, Some((5 * HOUR, 11 * HOUR)));
    let mut identity = row(5, "system-identity", 0, 0, Some((2 * DAY, 5 * DAY)));
    identity.waits_for = Some(t("sample-waits-people"));
    let mut desks = row(6, "order-workplaces-2", 0, 0, Some((3 * DAY, 9 * DAY)));
    desks.waits_for = Some(t("system-identity"));
    desks.if_moved_up = vec![
        OrderShift {
            name: t("order-workplaces-2"),
            earlier: true,
            minutes: (26 * HOUR, 3 * DAY),
        },
        OrderShift {
            name: t("system-identity"),
            earlier: false,
            minutes: (12 * HOUR, 12 * HOUR),
        },
    ];
    let mut mail = row(7, "service-email", 0, 0, None);
    mail.waits_for = Some(t("sample-waits-clearance"));
    mail.unforeseen = Some(
        Text::new("unforeseen-behind")
            .text("what", t("sample-waits-clearance"))
            .text("why", t("unforeseen-examiners")),
    );
    WorkView {
        bottleneck: Some(Bottleneck::Waiting {
            what: t("sample-waits-clearance"),
            steps: 2,
        }),
        fatigue: Some(Fatigue {
            minutes_a_day: 7 * HOUR + 10,
            begins_at: 9 * HOUR,
            strength_of_100: 100,
            ahead: None,
        }),
        rows: vec![examined, phone, identity, desks, mail],
    }
}
