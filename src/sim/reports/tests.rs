//! Who hears what, when, and what a report says.

use std::sync::Arc;

use super::{Heard, PASSED_ON_AFTER, ROUNDS};
use crate::scenario::{AdministrationKind, Scenario, load};
use crate::sim::services::{APPLICATION_RUNS, NORMAL};
use crate::sim::{Sim, SituationReport};
use crate::vocab::{AdministrationId, AidDraft, AidKind, ContainmentOption, DAY, HOUR, SimTime};

const COUNTY: &str = "06431";
const BENSHEIM: &str = "06431002";
const LINDENFELS: &str = "06431015";
const VIERNHEIM: &str = "06431020";

/// A world at its start in which nobody attacks.
fn world() -> Sim {
    let mut scenario: Scenario = load("einstieg", &[]).unwrap();
    scenario.attack.entry.clear();
    scenario.attack.phases.clear();
    let start = scenario.start_ex;
    let mut sim = Sim::new(Arc::new(scenario));
    sim.reset(1, 0, 2);
    sim.advance_to(start);
    sim
}

fn at(sim: &Sim, id: &str) -> AdministrationId {
    let all = &sim.scenario().administrations;
    AdministrationId::from_index(all.iter().position(|one| one.id == id).unwrap())
}

fn last(sim: &Sim, receiver: &str, sender: &str) -> Option<(SimTime, SituationReport)> {
    let known = sim.known(at(sim, receiver));
    let (when, said) = known.heard_of(at(sim, sender))?;
    Some((when, *said.last().unwrap()))
}

/// Lets time pass until the crisis staff of a place has met.
fn meet(sim: &mut Sim, who: &str) -> SimTime {
    let who = at(sim, who);
    sim.call_crisis_staff(who);
    while sim.known(who).crisis_staff().1.is_none() {
        sim.advance_to(sim.now().after(1));
    }
    sim.now()
}

#[test]
fn reports_begin_with_the_first_crisis_staff_and_come_twice_a_day() {
    let mut sim = world();
    sim.advance_to(sim.now().after(3 * DAY));
    assert_eq!(last(&sim, COUNTY, BENSHEIM), None);
    let met = meet(&mut sim, BENSHEIM);
    // Everybody reports to the county at once.
    for sender in [BENSHEIM, LINDENFELS, VIERNHEIM] {
        assert_eq!(last(&sim, COUNTY, sender).unwrap().0, met, "{sender}");
    }
    let mut rounds = Vec::new();
    let mut seen = met;
    for _ in 0..3 * DAY {
        sim.advance_to(sim.now().after(1));
        let (when, _) = last(&sim, COUNTY, LINDENFELS).unwrap();
        if when != seen {
            assert_eq!(when, sim.now());
            let stamp = sim.calendar().stamp(when);
            rounds.push(u32::from(stamp.hour) * HOUR + u32::from(stamp.minute));
            seen = when;
        }
    }
    assert_eq!(rounds.len(), 6);
    assert!(
        rounds.iter().all(|hour| ROUNDS.contains(hour)),
        "{rounds:?}"
    );
    assert_ne!(rounds[0], rounds[1]);
}

#[test]
fn counties_pass_on_what_neighbours_do_not_hear_themselves() {
    let mut sim = world();
    let (near, far): (Vec<_>, Vec<_>) = {
        let all = &sim.scenario().administrations;
        let towns = (0..all.len()).map(AdministrationId::from_index);
        let towns = towns.filter(|id| {
            all[id.index()].kind == AdministrationKind::Municipality
                && all[id.index()].id != VIERNHEIM
        });
        let reach = &sim.plan.reach;
        let sender = at(&sim, VIERNHEIM);
        let place = reach.reporting.binary_search(&sender).unwrap();
        assert_eq!(reach.near[place].len(), 4);
        assert!(!reach.near[place].contains(&sender));
        assert_eq!(reach.county[sender.index()], Some(at(&sim, COUNTY)));
        towns.partition(|id| reach.near[place].contains(id))
    };
    assert!(!near.is_empty() && !far.is_empty());
    // Lindenfels, in the hills, is the farthest from Viernheim.
    assert!(far.contains(&at(&sim, LINDENFELS)));
    let met = meet(&mut sim, COUNTY);
    let sender = at(&sim, VIERNHEIM);
    let heard = |sim: &Sim, id: AdministrationId| sim.known(id).heard_of(sender).map(|it| it.0);
    for id in &near {
        assert_eq!(heard(&sim, *id), Some(met));
    }
    for id in &far {
        assert_eq!(heard(&sim, *id), None);
    }
    sim.advance_to(met.after(PASSED_ON_AFTER - 1));
    assert_eq!(heard(&sim, far[0]), None);
    sim.advance_to(met.after(PASSED_ON_AFTER));
    for id in far.iter().chain(&near) {
        assert_eq!(heard(&sim, *id), Some(met));
    }
    // The provider and the state team serve nobody; they listen.
    let provider = sim.known(sender).administrations();
    let provider = provider
        .iter()
        .position(|one| one.kind == AdministrationKind::Provider);
    let provider = AdministrationId::from_index(provider.unwrap());
    assert_eq!(heard(&sim, provider), Some(met));
}

#[test]
fn a_report_says_what_stands_until_the_next_one() {
    let mut sim = world();
    meet(&mut sim, COUNTY);
    let before = last(&sim, COUNTY, LINDENFELS).unwrap().1;
    assert_eq!((before.emergency, before.down, before.served), (0, 0, 1.0));
    assert_eq!((before.next, before.link_open), (None, Some(true)));
    let all = before.running;
    let town = at(&sim, LINDENFELS);
    let viernheim = at(&sim, VIERNHEIM);
    sim.order_containment(town, ContainmentOption::EmergencyShutdown);
    let people = sim.request_aid(
        town,
        AidDraft {
            kind: AidKind::ItStaffOnSite,
            helper: viernheim,
            amount: 1,
            days: 5,
            service: None,
            skill: None,
        },
    );
    sim.advance_to(sim.now().after(5 * HOUR));
    // Those who cannot send stay as they were last heard of.
    assert_eq!(last(&sim, COUNTY, LINDENFELS).unwrap().1, before);
    meet(&mut sim, LINDENFELS);
    sim.advance_to(sim.now().after(DAY));
    let (_, after) = last(&sim, COUNTY, LINDENFELS).unwrap();
    assert!(after.down > 0 && after.served < 0.9, "{after:?}");
    assert_eq!(after.running + after.emergency + after.down, all);
    assert_eq!(after.link_open, Some(false));
    assert_eq!((after.help, after.gives), ([0, 0, 1], 0));
    sim.grant_aid(people, 1);
    assert_eq!(sim.known(town).own_report().help, [0, 1, 0]);
    sim.advance_to(sim.now().after(2 * DAY));
    assert_eq!(last(&sim, COUNTY, LINDENFELS).unwrap().1.help, [1, 0, 0]);
    assert_eq!(last(&sim, COUNTY, VIERNHEIM).unwrap().1.gives, 1);
    assert_eq!(last(&sim, COUNTY, VIERNHEIM).unwrap().1.link_open, None);
}

#[test]
fn the_next_deadline_is_the_earliest_that_is_still_to_come() {
    let mut sim = world();
    let town = at(&sim, LINDENFELS);
    sim.order_containment(town, ContainmentOption::EmergencyShutdown);
    for _ in 0..5 * 24 {
        sim.advance_to(sim.now().after(HOUR));
        if sim.known(town).own_report().next.is_some() {
            break;
        }
    }
    let known = sim.known(town);
    let report = known.own_report();
    let next = report.next.expect("services stand");
    assert!(next.at >= sim.now());
    let expected = known
        .services()
        .filter(|service| service.emergency_again.is_none())
        .filter_map(|service| {
            let since = service.first_below?;
            let template = service.template;
            [template.waz_minutes, template.mta_minutes]
                .map(|minutes| since.after(minutes))
                .into_iter()
                .find(|at| *at >= sim.now())
        })
        .min();
    assert_eq!(Some(next.at), expected);
    assert!(!next.pay_run);
}

#[test]
fn a_pay_run_that_is_not_secured_is_a_deadline() {
    let mut sim = world();
    let county = at(&sim, COUNTY);
    assert_eq!(sim.known(county).own_report().next, None);
    sim.order_containment(county, ContainmentOption::EmergencyShutdown);
    // Long after all other deadlines.
    sim.advance_to(sim.now().after(4 * HOUR));
    let mut found = false;
    for _ in 0..40 {
        sim.advance_to(sim.now().after(12 * HOUR));
        let known = sim.known(county);
        let Some(next) = known.own_report().next else {
            continue;
        };
        if next.pay_run {
            let template = known.service_template(next.service);
            let days = &template.pay.as_ref().expect("it pays").pay_days;
            let calendar = known.calendar();
            let cut_offs: Vec<_> = days
                .iter()
                .map(|day| calendar.pay_run_cut_off(*day))
                .collect();
            assert!(cut_offs.contains(&Some(next.at)));
            found = true;
        }
    }
    assert!(found, "no pay run was reported");
}

#[test]
fn a_pay_run_is_in_danger_as_long_as_its_application_does_not_run() {
    let mut sim = world();
    let county = at(&sim, COUNTY);
    let services = sim.plan.administrations[county.index()].services.clone();
    let paying: Vec<u32> = services.filter(|id| sim.plan.pays(*id)).collect();
    assert!(!paying.is_empty());
    // What carries just enough runs, for the seat as for those who read its report.
    let steps = [0.0, APPLICATION_RUNS * 0.99, APPLICATION_RUNS, 1.0];
    for (it, runs) in steps.into_iter().zip([false, false, true, true]) {
        sim.with_columns(|columns| {
            for id in &paying {
                columns.services.state[*id as usize].it = it;
            }
        });
        let known = sim.known(county);
        let mut own = known
            .services()
            .filter(|own| paying.contains(&(own.id.index() as u32)));
        assert!(own.all(|own| own.application_runs() == runs));
        let next = known.own_report().next;
        assert_eq!(next.is_some_and(|next| next.pay_run), !runs, "{it}");
    }
}

#[test]
fn a_report_counts_each_service_by_what_its_level_is_at_least() {
    let mut sim = world();
    let town = at(&sim, LINDENFELS);
    let planned = sim.plan.administrations[town.index()].services.clone();
    let first = planned.start;
    let template = sim.plan.services[first as usize].template;
    let emergency = sim.plan.scenario.services[template].emergency_level as f32;
    assert!(0.0 < emergency && emergency < NORMAL * 0.99);
    let all = planned.len() as u16;
    let counts = [
        (1.0, (all, 0, 0)),
        (NORMAL, (all, 0, 0)),
        (NORMAL * 0.99, (all - 1, 1, 0)),
        (emergency, (all - 1, 1, 0)),
        (emergency * 0.99, (all - 1, 0, 1)),
    ];
    for (level, counted) in counts {
        sim.with_columns(|columns| columns.services.state[first as usize].level = level);
        let said = sim.known(town).own_report();
        let said = (said.running, said.emergency, said.down);
        assert_eq!(said, counted, "{level}");
    }
}

#[test]
fn reports_keep_to_the_clock_on_the_days_when_it_changes() {
    let sim = world();
    // 28 March 2027, when 02:00 becomes 03:00, and the day after.
    let mut at = SimTime(48 * DAY);
    let mut rounds = Vec::new();
    for _ in 0..4 {
        at = super::next_round(sim.calendar(), at);
        let shown = sim.calendar().stamp(at);
        rounds.push((shown.day, shown.hour, shown.minute));
    }
    let eight_and_twenty = [(28, 8, 0), (28, 20, 0), (29, 8, 0), (29, 20, 0)];
    assert_eq!(rounds, eight_and_twenty);
}

#[test]
fn a_picture_says_as_much_as_its_reports_one_by_one() {
    let receiver = AdministrationId(0);
    let heard = |of: &[(u32, u32)]| {
        let mut heard = Heard {
            of: vec![Vec::new()],
            senders: 5,
        };
        for (sender, at) in of {
            heard.deliver(receiver, *sender as usize, SimTime(*at));
        }
        heard
    };
    let pictures: [&[(u32, u32)]; 4] = [
        &[(0, 7), (2, 3), (3, 9)],
        &[(0, 7), (1, 3), (3, 9)],
        &[(2, 4)],
        &[],
    ];
    for before in pictures {
        for picture in pictures {
            let mut at_once = heard(before);
            let news: Vec<(u32, SimTime)> = picture
                .iter()
                .map(|(sender, at)| (*sender, SimTime(*at + sender)))
                .collect();
            at_once.deliver_all(receiver, &news);
            let mut one_by_one = heard(before);
            for (sender, at) in &news {
                one_by_one.deliver(receiver, *sender as usize, *at);
            }
            assert_eq!(at_once.of, one_by_one.of, "{before:?} {picture:?}");
        }
    }
}
