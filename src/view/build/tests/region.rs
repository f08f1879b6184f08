//! What the region says of lines and of who helps whom, and how the seat can know it.

use super::{
    AdministrationId, BENSHEIM, ContainmentOption, HEPPENHEIM, HOUR, LORSCH, Sim, notebooks, pass,
    seat, view, world,
};
use crate::view::{Place, PlaceHelp, PlaceLine};

/// What one seat knows of another.
fn place(sim: &Sim, from: AdministrationId, of: AdministrationId) -> Place {
    let places = view(sim, from).region.places;
    let found = places.into_iter().find(|place| place.id == of);
    found.expect("it is listed")
}

/// Waits until the crisis staff of a place has met, so that all have reported.
fn reports_of_all(sim: &mut Sim, here: AdministrationId) {
    sim.call_crisis_staff(here);
    while sim.known(here).crisis_staff().1.is_none() {
        pass(sim, 1);
    }
    pass(sim, 2 * HOUR);
}

#[test]
fn a_seat_knows_of_its_own_requests_before_any_report() {
    let mut sim = world(1);
    let (here, helper) = (seat(&sim, BENSHEIM), seat(&sim, HEPPENHEIM));
    assert_eq!(place(&sim, here, helper).help, None, "nothing is known");
    let id = sim.request_aid(here, notebooks(helper, 4));
    pass(&mut sim, 15);
    let at_helper = |sim: &Sim| place(sim, helper, here).help.unwrap_or_default();
    assert_eq!(at_helper(&sim).unanswered, 1);
    sim.grant_aid(id, 4);
    assert_eq!(
        at_helper(&sim),
        PlaceHelp {
            promised: 1,
            ..PlaceHelp::default()
        }
    );
    let helps = place(&sim, here, helper).help.unwrap_or_default();
    assert_eq!((helps.gives, helps.unanswered), (1, 0));
    // Nobody told the third one.
    assert_eq!(place(&sim, seat(&sim, LORSCH), helper).help, None);
    assert_eq!(view(&sim, here).region.helpers, None, "it did not report");
}

#[test]
fn a_request_stands_once_in_what_was_reported_and_is_known() {
    let mut sim = world(2);
    let (here, helper) = (seat(&sim, BENSHEIM), seat(&sim, HEPPENHEIM));
    let id = sim.request_aid(here, notebooks(helper, 4));
    pass(&mut sim, 15);
    reports_of_all(&mut sim, here);
    let at_helper = |sim: &Sim| place(sim, helper, here).help.unwrap_or_default();
    let reported = at_helper(&sim);
    assert_eq!((reported.unanswered, reported.promised), (1, 0));
    // The report says that nobody answered; the helper knows better.
    sim.grant_aid(id, 4);
    let known = at_helper(&sim);
    assert_eq!((known.unanswered, known.promised), (0, 1));
    let helpers = view(&sim, here).region.helpers.expect("it reported");
    assert_eq!((helpers.places, helpers.requests), (1, 1));
    assert_eq!(helpers.undone_of_100, 0, "everything runs there");
}

#[test]
fn a_line_is_known_at_its_ends_and_else_as_reported() {
    let mut sim = world(2);
    let (here, other) = (seat(&sim, BENSHEIM), seat(&sim, LORSCH));
    let provider = seat(&sim, "datenhaus");
    assert_eq!(place(&sim, other, here).line, PlaceLine::Unknown);
    assert_eq!(place(&sim, here, here).line, PlaceLine::Open);
    sim.order_containment(here, ContainmentOption::CutProviderLink);
    pass(&mut sim, HOUR);
    let cut_at = |line| match line {
        PlaceLine::Cut { since, is_reported } => Some((since.at, is_reported)),
        _ => None,
    };
    let own = cut_at(place(&sim, here, here).line).expect("it is cut");
    assert!(!own.1);
    assert_eq!(cut_at(place(&sim, provider, here).line), Some(own));
    assert_eq!(place(&sim, provider, other).line, PlaceLine::Open);
    assert_eq!(place(&sim, other, here).line, PlaceLine::Unknown);
    reports_of_all(&mut sim, here);
    let course = view(&sim, here).course;
    assert!(!course.others.is_empty(), "reports of others are curves");
    let heard = cut_at(place(&sim, other, here).line).expect("it was reported");
    assert!(heard.1 && heard.0 > own.0, "when it was first said");
}
