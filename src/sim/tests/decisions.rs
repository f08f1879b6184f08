//! What a seat is asked to decide, by when, when the question is moot, and what happens if nobody answers.

use super::recovery::set_own;
use super::*;
use crate::scenario::SetUp;
use crate::sim::columns::Due;
use crate::sim::entities::{LogRecord, SET_UPS};

const PROVIDER: AdministrationId = AdministrationId(0);
const COUNTY: AdministrationId = AdministrationId(1);
const THEN: SimTime = SimTime(1);

/// A quiet world after the start in which nothing is asked.
fn world() -> Sim {
    let mut scenario = quiet_scenario();
    scenario.notices.clear();
    let mut sim = begun(scenario, 1);
    sim.advance_to(sim.scenario().start_ex.after(30));
    for seat in [PROVIDER, COUNTY] {
        assert!(sim.known(seat).decisions().is_empty());
    }
    sim
}

/// Changes one component of an administration, and lets it think about that.
fn with<C>(sim: &mut Sim, seat: AdministrationId, change: impl FnOnce(&mut C))
where
    C: bevy_ecs::component::Component<Mutability = bevy_ecs::component::Mutable>,
{
    let entity = sim.body(seat);
    change(&mut sim.world.get_mut::<C>(entity).unwrap());
    sim.with_columns(|columns| columns.due.set(Due::KNOWLEDGE));
    sim.settle();
}

/// Minutes until the question is asked again, if it is open.
fn minutes_for(sim: &Sim, seat: AdministrationId, kind: DecisionKind) -> Option<u32> {
    let open = sim.known(seat).decisions();
    let question = open.iter().find(|decision| decision.kind == kind)?;
    assert!(question.raised <= sim.now());
    Some(question.asked_again.since(sim.now()))
}

#[test]
fn the_link_is_asked_about_on_suspicion_and_again_on_a_hit() {
    let mut sim = world();
    let asked = |sim: &Sim| minutes_for(sim, COUNTY, DecisionKind::ProviderLink);
    with::<Knowledge>(&mut sim, COUNTY, |own| own.provider_suspected = Some(THEN));
    assert_eq!(asked(&sim), Some(HOUR));
    // Whoever decided on the suspicion is asked once more when it is certain.
    let first = sim.known(COUNTY).decisions()[0].id;
    sim.close_decision(first);
    assert_eq!(asked(&sim), None);
    with::<Knowledge>(&mut sim, COUNTY, |own| own.provider_hit = Some(THEN));
    assert_eq!(asked(&sim), Some(30));
    let open = sim.known(COUNTY).decisions().len();
    with::<Knowledge>(&mut sim, COUNTY, |_| {});
    assert_eq!(sim.known(COUNTY).decisions().len(), open, "asked once");
    with::<Posture>(&mut sim, COUNTY, |own| own.link_cut_here = Some(THEN));
    assert_eq!(asked(&sim), None, "it is cut");
}

#[test]
fn an_order_to_cut_or_a_release_leaves_nothing_to_decide_about_the_link() {
    let options = [
        ContainmentOption::CutProviderLink,
        ContainmentOption::EmergencyShutdown,
    ];
    for option in options {
        let mut sim = world();
        with::<Knowledge>(&mut sim, COUNTY, |own| own.provider_hit = Some(THEN));
        let asked = |sim: &Sim| minutes_for(sim, COUNTY, DecisionKind::ProviderLink).is_some();
        assert!(asked(&sim));
        sim.order_containment(COUNTY, option);
        assert!(!asked(&sim), "{option:?}");
    }
    let mut sim = world();
    with::<Knowledge>(&mut sim, COUNTY, |own| own.provider_hit = Some(THEN));
    with::<Knowledge>(&mut sim, COUNTY, |own| own.provider_cleared = Some(THEN));
    assert!(
        sim.known(COUNTY)
            .decisions()
            .iter()
            .all(|decision| { decision.kind != DecisionKind::ProviderLink })
    );
    // Where no link is, none is asked about.
    with::<Knowledge>(&mut sim, PROVIDER, |own| own.provider_hit = Some(THEN));
    assert_eq!(
        minutes_for(&sim, PROVIDER, DecisionKind::ProviderLink),
        None
    );
}

#[test]
fn a_provider_decides_about_its_customers_and_tells_them() {
    let mut sim = world();
    let asked = |sim: &Sim| minutes_for(sim, PROVIDER, DecisionKind::Customers);
    let tell = |sim: &Sim| minutes_for(sim, PROVIDER, DecisionKind::Notify);
    with::<Knowledge>(&mut sim, PROVIDER, |own| {
        own.provider_suspected = Some(THEN);
    });
    assert_eq!((asked(&sim), tell(&sim)), (Some(HOUR), None));
    with::<Knowledge>(&mut sim, PROVIDER, |own| own.provider_hit = Some(THEN));
    assert_eq!(tell(&sim), Some(HOUR));
    let open = sim.known(PROVIDER).decisions();
    let of_customers = open
        .iter()
        .filter(|one| one.kind == DecisionKind::Customers);
    assert!(
        of_customers
            .clone()
            .any(|one| one.due.since(sim.now()) == 30)
    );
    sim.notify_customers(PROVIDER);
    assert_eq!(tell(&sim), None);
    sim.order_containment(PROVIDER, ContainmentOption::CutAllCustomers);
    assert_eq!(asked(&sim), None);
    let mut sim = world();
    with::<Posture>(&mut sim, PROVIDER, |own| own.customers_cut = Some(THEN));
    with::<Knowledge>(&mut sim, PROVIDER, |own| own.provider_hit = Some(THEN));
    assert_eq!(asked(&sim), None, "they are cut");
    // A customer has no customers.
    with::<Knowledge>(&mut sim, COUNTY, |own| own.provider_hit = Some(THEN));
    for kind in [DecisionKind::Customers, DecisionKind::Notify] {
        assert_eq!(minutes_for(&sim, COUNTY, kind), None);
    }
}

#[test]
fn whoever_is_hit_decides_about_shutting_down_until_it_is_off_or_examined() {
    type Ends = fn(&mut Sim);
    let ends: [Ends; 3] = [
        |sim| sim.order_containment(COUNTY, ContainmentOption::EmergencyShutdown),
        |sim| with::<Posture>(sim, COUNTY, |own| own.shut_down = Some(THEN)),
        |sim| with::<Recovery>(sim, COUNTY, |own| own.examined = Some((THEN, true))),
    ];
    for end in ends {
        let mut sim = world();
        with::<Knowledge>(&mut sim, COUNTY, |own| own.own_hit = Some(THEN));
        let asked = |sim: &Sim| minutes_for(sim, COUNTY, DecisionKind::Shutdown);
        assert_eq!(asked(&sim), Some(30));
        end(&mut sim);
        assert_eq!(asked(&sim), None);
    }
}

#[test]
fn the_crisis_staff_is_asked_for_by_a_hit_or_a_service_below() {
    let mut sim = world();
    let asked = |sim: &Sim, seat| minutes_for(sim, seat, DecisionKind::CrisisStaff);
    with::<Knowledge>(&mut sim, PROVIDER, |own| own.own_hit = Some(THEN));
    assert_eq!(asked(&sim, PROVIDER), Some(2 * HOUR));
    let lan = sim.known(COUNTY).systems().find(|one| one.name == "lan");
    let lan = lan.unwrap().id;
    set_own(&mut sim, lan, 0.0);
    with::<Knowledge>(&mut sim, COUNTY, |_| {});
    assert_eq!(asked(&sim, COUNTY), Some(2 * HOUR));
    sim.call_crisis_staff(COUNTY);
    assert_eq!(asked(&sim, COUNTY), None);
}

#[test]
fn reconnecting_is_asked_about_once_both_sides_are_released() {
    let mut sim = world();
    let asked = |sim: &Sim| minutes_for(sim, COUNTY, DecisionKind::Reconnect);
    with::<Posture>(&mut sim, COUNTY, |own| own.link_cut_there = Some(THEN));
    with::<Recovery>(&mut sim, COUNTY, |own| own.needed_since = Some(THEN));
    with::<Recovery>(&mut sim, COUNTY, |own| own.cleared = Some(THEN));
    assert_eq!(asked(&sim), None, "the provider is not released");
    with::<Knowledge>(&mut sim, COUNTY, |own| own.provider_cleared = Some(THEN));
    assert_eq!(asked(&sim), Some(8 * HOUR));
    with::<Recovery>(&mut sim, COUNTY, |own| own.cleared = None);
    assert_eq!(asked(&sim), None, "the own side is not released");
    with::<Recovery>(&mut sim, COUNTY, |own| own.cleared = Some(THEN));
    with::<Posture>(&mut sim, COUNTY, |own| own.link_cut_there = None);
    assert_eq!(asked(&sim), None, "it is open");
}

#[test]
fn whoever_was_hit_alone_is_asked_whether_to_reconnect_to_a_provider_that_was_not() {
    let mut sim = world();
    let asked = |sim: &Sim| minutes_for(sim, COUNTY, DecisionKind::Reconnect);
    with::<Posture>(&mut sim, COUNTY, |own| own.link_cut_here = Some(THEN));
    assert_eq!(
        asked(&sim),
        None,
        "it was cut for no reason and for nothing"
    );
    with::<Recovery>(&mut sim, COUNTY, |own| own.needed_since = Some(THEN));
    assert_eq!(asked(&sim), None, "the own side is to be examined");
    with::<Recovery>(&mut sim, COUNTY, |own| own.cleared = Some(THEN));
    assert_eq!(asked(&sim), Some(8 * HOUR));
    with::<Knowledge>(&mut sim, COUNTY, |own| own.provider_suspected = Some(THEN));
    assert_eq!(asked(&sim), None, "the provider is suspected");
    with::<Knowledge>(&mut sim, COUNTY, |own| own.provider_hit = Some(THEN));
    assert_eq!(asked(&sim), None, "the provider is hit");
    with::<Knowledge>(&mut sim, COUNTY, |own| own.provider_line_open = Some(THEN));
    assert_eq!(asked(&sim), Some(8 * HOUR), "at the own risk");
}

#[test]
fn measures_are_asked_about_when_nothing_is_in_doubt_any_more() {
    let mut sim = world();
    let asked = |sim: &Sim| minutes_for(sim, COUNTY, DecisionKind::Lift);
    let blocked = (ContainmentOption::BlockInternet, THEN);
    with::<Knowledge>(&mut sim, COUNTY, |_| {});
    assert_eq!(asked(&sim), None);
    with::<Posture>(&mut sim, COUNTY, |own| own.in_force.push(blocked));
    assert_eq!(asked(&sim), Some(8 * HOUR));
    with::<Knowledge>(&mut sim, COUNTY, |own| own.provider_suspected = Some(THEN));
    assert_eq!(asked(&sim), None, "the provider is suspected");
    with::<Knowledge>(&mut sim, COUNTY, |own| own.provider_cleared = Some(THEN));
    with::<Recovery>(&mut sim, COUNTY, |own| own.needed_since = Some(THEN));
    assert_eq!(asked(&sim), None, "the own side is to be examined");
    with::<Recovery>(&mut sim, COUNTY, |own| own.cleared = Some(THEN));
    with::<Posture>(&mut sim, COUNTY, |own| own.in_force.clear());
    assert_eq!(asked(&sim), None);
}

#[test]
fn a_payment_file_is_asked_about_in_danger_and_sooner_when_it_is_missed() {
    let mut sim = world();
    let asked = |sim: &Sim| {
        let open = sim.known(COUNTY).decisions();
        let kind = DecisionKind::PayFile;
        open.iter().filter(|decision| decision.kind == kind).count()
    };
    with::<Knowledge>(&mut sim, COUNTY, |own| own.provider_suspected = Some(THEN));
    assert_eq!(
        minutes_for(&sim, COUNTY, DecisionKind::PayFile),
        Some(8 * HOUR)
    );
    let first = sim.known(COUNTY).decisions();
    let first = first.iter().find(|one| one.kind == DecisionKind::PayFile);
    sim.close_decision(first.unwrap().id);
    assert_eq!(asked(&sim), 0);
    with::<CrisisStaff>(&mut sim, COUNTY, |own| own.file_missing = Some(THEN));
    assert_eq!(asked(&sim), 1, "it was looked for and is not there");
    with::<CrisisStaff>(&mut sim, COUNTY, |own| own.file_ordered = Some(THEN));
    assert_eq!(asked(&sim), 0);
    with::<CrisisStaff>(&mut sim, COUNTY, |own| own.file_ordered = None);
    let place = SET_UPS.iter().position(|of| *of == SetUp::PayFile).unwrap();
    with::<CrisisStaff>(&mut sim, COUNTY, |own| own.ready[place] = Some(THEN));
    assert_eq!(asked(&sim), 0);
    // Who pays nobody needs none.
    with::<Knowledge>(&mut sim, PROVIDER, |own| own.own_hit = Some(THEN));
    assert_eq!(minutes_for(&sim, PROVIDER, DecisionKind::PayFile), None);
}

#[test]
fn a_request_waits_four_hours_for_its_answer() {
    let mut sim = world();
    let town = at(&sim, "06431011");
    let id = sim.request_aid(COUNTY, draft(town, AidKind::ItStaffOnSite, 1));
    assert_eq!(minutes_for(&sim, town, DecisionKind::Answer(id)), None);
    while request_of(&sim, id).state != AidState::Examined {
        sim.advance_to(sim.now().after(1));
    }
    assert_eq!(
        minutes_for(&sim, town, DecisionKind::Answer(id)),
        Some(4 * HOUR)
    );
    assert_eq!(minutes_for(&sim, COUNTY, DecisionKind::Answer(id)), None);
    sim.refuse_aid(id, Text::new("reason-no_capacity"));
    assert_eq!(minutes_for(&sim, town, DecisionKind::Answer(id)), None);
}

#[test]
fn a_question_nobody_answers_is_written_down_and_asked_again_later() {
    let mut sim = world();
    with::<Knowledge>(&mut sim, COUNTY, |own| own.provider_suspected = Some(THEN));
    let raised = sim.now();
    let kind = DecisionKind::ProviderLink;
    let lapsed = |sim: &Sim| {
        let of = |record: &&LogRecord| record.text.key == "log-decision-lapsed";
        let about_link =
            |record: &&LogRecord| format!("{:?}", record.text).contains("question-provider-link");
        sim.known(COUNTY)
            .log()
            .iter()
            .filter(of)
            .filter(about_link)
            .cloned()
            .collect::<Vec<_>>()
    };
    let of_kind = |sim: &Sim| {
        let open = sim.known(COUNTY).decisions();
        *open.iter().find(|one| one.kind == kind).unwrap()
    };
    sim.advance_to(raised.after(HOUR - 1));
    assert_eq!(minutes_for(&sim, COUNTY, kind), Some(1));
    assert!(lapsed(&sim).is_empty());
    sim.advance_to(raised.after(HOUR));
    // Open for an hour: three hours more.
    assert_eq!(minutes_for(&sim, COUNTY, kind), Some(3 * HOUR));
    let written = lapsed(&sim);
    assert_eq!(written.len(), 1);
    assert!(written[0].alarm);
    sim.advance_to(raised.after(4 * HOUR));
    assert_eq!(lapsed(&sim).len(), 2);
    assert_eq!(minutes_for(&sim, COUNTY, kind), Some(12 * HOUR));
    // However often it is asked: it is overdue since the deadline that passed first.
    assert_eq!(of_kind(&sim).due, raised.after(HOUR));
    // Put off and closed questions do not come back at their old deadline.
    let id = of_kind(&sim).id;
    sim.defer_decision(id, 2 * DAY);
    assert_eq!(
        of_kind(&sim).due,
        sim.now().after(2 * DAY),
        "put off from now"
    );
    sim.advance_to(raised.after(20 * HOUR));
    assert_eq!(lapsed(&sim).len(), 2);
    sim.close_decision(id);
    sim.advance_to(raised.after(4 * DAY));
    assert_eq!(lapsed(&sim).len(), 2);
}

#[test]
fn a_question_that_was_put_off_is_asked_again_at_its_new_deadline() {
    let mut sim = world();
    with::<Knowledge>(&mut sim, COUNTY, |own| own.provider_suspected = Some(THEN));
    let link = |sim: &Sim| {
        let open = sim.known(COUNTY).decisions();
        let kind = DecisionKind::ProviderLink;
        *open.iter().find(|one| one.kind == kind).unwrap()
    };
    let is_overdue = |sim: &Sim| link(sim).due < link(sim).asked_again;
    let first = link(&sim);
    sim.defer_decision(first.id, 2 * HOUR);
    let deadline = first.due.after(2 * HOUR);
    assert_eq!(link(&sim).due, deadline);
    sim.advance_to(SimTime(deadline.0 - 1));
    assert!(!is_overdue(&sim));
    sim.advance_to(deadline);
    assert!(is_overdue(&sim), "nobody answered");
    assert_eq!(link(&sim).due, deadline);
}

#[test]
fn a_question_that_became_moot_comes_back_and_one_that_was_answered_does_not() {
    let mut sim = world();
    let asked = |sim: &Sim| minutes_for(sim, COUNTY, DecisionKind::ProviderLink);
    let cut = |sim: &mut Sim, since| {
        with::<Posture>(sim, COUNTY, |own| own.link_cut_there = since);
    };
    with::<Knowledge>(&mut sim, COUNTY, |own| own.provider_suspected = Some(THEN));
    assert_eq!(asked(&sim), Some(HOUR));
    cut(&mut sim, Some(THEN));
    assert_eq!(asked(&sim), None, "it is cut at the other end");
    sim.advance_to(sim.now().after(DAY));
    cut(&mut sim, None);
    assert_eq!(asked(&sim), Some(HOUR), "it is open again");
    let open = sim.known(COUNTY).decisions();
    let question = open
        .iter()
        .find(|one| one.kind == DecisionKind::ProviderLink);
    sim.close_decision(question.unwrap().id);
    cut(&mut sim, Some(THEN));
    cut(&mut sim, None);
    assert_eq!(asked(&sim), None, "that was decided");
}

#[test]
fn where_there_is_nothing_to_watch_who_changes_nothing_waits() {
    use crate::sim::left_as_it_is;
    let key = |kind| left_as_it_is(kind).key;
    assert_eq!(key(DecisionKind::ProviderLink), "act-watch");
    assert_eq!(key(DecisionKind::PayFile), "act-wait");
    assert_eq!(key(DecisionKind::Reconnect), "act-wait");
}
