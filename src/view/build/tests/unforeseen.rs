//! What has no date says why nobody can tell.

use std::collections::BTreeSet;

use super::{BENSHEIM, CauseEnd, ContainmentOption, DAY, HOUR, pass, seat, view, world};

#[test]
fn what_has_no_date_says_why() {
    let mut sim = world(1);
    let houses = [seat(&sim, "datenhaus"), seat(&sim, BENSHEIM)];
    while sim.known(houses[0]).own_hit().is_none() {
        pass(&mut sim, HOUR);
    }
    sim.call_crisis_staff(houses[1]);
    sim.order_containment(houses[1], ContainmentOption::CutProviderLink);
    sim.notify_customers(houses[0]);
    let mut said = BTreeSet::new();
    let mut services = 0;
    for _ in 0..60 {
        pass(&mut sim, DAY);
        for house in houses {
            let view = view(&sim, house);
            for row in &view.work.rows {
                let has_none = !row.is_done && row.ready.is_none();
                assert_eq!(row.unforeseen.is_some(), has_none, "{row:?}");
                said.extend(row.unforeseen.as_ref().map(|why| why.key.to_string()));
            }
            for row in &view.town_hall.services {
                let is_amiss = row.cause_end != CauseEnd::Fine;
                assert_eq!(row.forecast.is_none() && is_amiss, row.unforeseen.is_some());
                services += usize::from(row.unforeseen.is_some());
            }
        }
    }
    assert!(services > 0);
    for key in [
        "unforeseen-examiners",
        "unforeseen-instruction",
        "unforeseen-behind",
    ] {
        assert!(said.contains(key), "{key}: {said:?}");
    }
}
