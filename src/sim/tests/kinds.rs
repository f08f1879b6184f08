//! What the kinds of aid do, each by its own way.

use super::recovery::{it, service_of, set_own, system_of};
use super::{at, begun, body, draft, einstieg, end, lend, orders, quiet_scenario, request_of};
use crate::scenario::{Dist, Scenario};
use crate::sim::entities::{AidRequest, OrderKind, Person, Post, Recovery};
use crate::sim::{KnownService, Sim};
use crate::vocab::{
    AdministrationId, AidDraft, AidKind, AidState, AllocationRule, ContainmentOption, DAY, HOUR,
    RequestId, SimTime, Skill, WaitCause,
};

/// The posts of those who are away for a request.
fn away(sim: &Sim, id: RequestId) -> Vec<(Skill, Post)> {
    let people = sim.index().people.iter().filter_map(|entity| {
        let post = sim.world.get::<Post>(*entity)?;
        let person = sim.world.get::<Person>(*entity)?;
        (post.request == Some(id)).then_some((person.skill, *post))
    });
    people.collect()
}

fn skilled(helper: AdministrationId, skill: Skill) -> AidDraft {
    AidDraft {
        skill: Some(skill),
        ..draft(helper, AidKind::ItSpecialistOnSite, 1)
    }
}

fn usual(pact: &str, change: impl FnOnce(&mut Scenario)) -> Sim {
    let mut scenario = quiet_scenario();
    scenario.default_pact = pact.to_owned();
    change(&mut scenario);
    begun(scenario, 1)
}

#[test]
fn a_specialist_has_the_skill_asked_for_and_knows_the_place_from_the_fourth_day_on() {
    let mut sim = usual("contract", |scenario| {
        for one in &mut scenario.administrations {
            one.it_staff = [2, 2, 2, 2, 2, 0];
        }
    });
    let (lorsch, town) = (at(&sim, "06431016"), at(&sim, "06431011"));
    let id = lend(&mut sim, lorsch, skilled(town, Skill::Backup));
    while request_of(&sim, id).state != AidState::AtWork {
        assert!(sim.advance_to_news(end(&sim)));
    }
    let effect = |sim: &Sim| {
        let away = away(sim, id);
        assert_eq!(away.len(), 1);
        assert_eq!(away[0].0, Skill::Backup);
        away[0].1.effect
    };
    let began = request_of(&sim, id).at_work.unwrap();
    assert_eq!(effect(&sim), 0.6);
    sim.advance_to(began.after(3 * DAY - 1));
    assert_eq!(effect(&sim), 0.6);
    sim.advance_to(began.after(3 * DAY));
    assert_eq!(effect(&sim), 0.8);
    // One of a skill; of another skill there is still somebody to give.
    let again = sim.request_aid(at(&sim, "06431022"), skilled(town, Skill::Backup));
    let other = sim.request_aid(at(&sim, "06431022"), skilled(town, Skill::Network));
    assert_eq!(sim.most_to_give(again, &[]).0, 0);
    assert_eq!(sim.most_to_give(other, &[]).0, 1);
    sim.advance_to(end(&sim));
    let request = request_of(&sim, id);
    let days = sim.calendar().after_working_days(began, 10);
    assert_eq!(
        (request.state, request.ended),
        (AidState::Returned, Some(days))
    );
}

#[test]
fn examiners_from_the_market_shorten_the_examination() {
    let done = |hired: u32| {
        let mut scenario = quiet_scenario();
        scenario.parameters.forensics_hours = (4000.0, 4000.0, 4000.0);
        let mut sim = begun(scenario, 1);
        let (lorsch, state) = (at(&sim, "06431016"), at(&sim, "landesteam"));
        // Few of the regional team are there.
        let forensic = sim.index().forensic.clone();
        for person in &forensic[1..] {
            let entity = sim.index().people[*person as usize];
            sim.world.get_mut::<Post>(entity).unwrap().works = false;
        }
        sim.order_containment(lorsch, ContainmentOption::EmergencyShutdown);
        sim.call_crisis_staff(lorsch);
        if hired > 0 {
            let id = lend(&mut sim, lorsch, draft(state, AidKind::Forensics, hired));
            assert!(away(&sim, id).is_empty(), "nobody of the state goes");
        }
        sim.advance_to(SimTime(8 * DAY));
        let examination = orders(&sim).find(|of| of.kind == OrderKind::Examination);
        let people = examination.unwrap().people;
        sim.advance_to(SimTime(40 * DAY));
        let ended = orders(&sim)
            .find(|of| of.kind == OrderKind::Examination)
            .unwrap();
        (people, ended.people)
    };
    assert_eq!(done(0), (1, 1));
    // Their working days are over after two weeks.
    assert_eq!(done(2), (3, 1));
}

#[test]
fn a_permission_to_connect_waits_for_the_release_of_the_provider() {
    let mut sim = usual("none", |_| ());
    let (lorsch, provider) = (at(&sim, "06431016"), AdministrationId(0));
    let admitted = |sim: &Sim| sim.columns().workplaces[lorsch.index()].admitted;
    // A sound provider takes the time of the pact only.
    let ask = draft(provider, AidKind::ConnectPermission, 1);
    let id = lend(&mut sim, lorsch, ask.clone());
    // The shares of the way are rounded down to whole minutes.
    sim.advance_to(SimTime(5 * DAY - 5));
    assert!(!admitted(&sim));
    sim.advance_to(SimTime(5 * DAY));
    assert!(admitted(&sim));
    sim.advance_to(SimTime(60 * DAY));
    assert!(admitted(&sim), "it has no end");
    sim.recall_aid(id, provider);
    assert!(!admitted(&sim));
    // One that has to recover takes it again from its release.
    let set = |sim: &mut Sim, change: &dyn Fn(&mut Recovery)| {
        let entity = sim.body(provider);
        change(&mut sim.world.get_mut::<Recovery>(entity).unwrap());
    };
    let now = sim.now();
    // Its examination is under way for long.
    set(&mut sim, &|recovery| {
        recovery.needed_since = Some(now);
        recovery.examination = Some(0);
    });
    let id = lend(&mut sim, lorsch, ask);
    sim.advance_to(now.after(10 * DAY));
    assert_eq!(request_of(&sim, id).at_gate(), Some(WaitCause::Release));
    let released = sim.now();
    set(&mut sim, &|recovery| recovery.cleared = Some(released));
    sim.with_columns(|columns| {
        columns.word.note(released, provider);
        columns.due.set(crate::sim::columns::Due::KNOWLEDGE);
    });
    sim.settle();
    sim.advance_to(released.after(5 * DAY - 1));
    assert!(!admitted(&sim));
    sim.advance_to(released.after(5 * DAY));
    assert!(admitted(&sim));
    let waited = request_of(&sim, id).waited[WaitCause::Release as usize];
    assert!(waited >= 10 * DAY - HOUR - 5 * DAY);
}

#[test]
fn vehicles_take_longer_to_set_up_than_papers() {
    let mut sim = usual("contract", |scenario| {
        for template in &mut scenario.services {
            template.slow_at_neighbour = template.id == "ausweis";
            template.permit = None;
        }
        for pact in &mut scenario.pacts {
            for (_, terms) in &mut pact.terms.aid {
                terms.latency = Dist::Fixed(f64::from(2 * DAY));
                terms.latency_slow = Some(Dist::Fixed(f64::from(7 * DAY)));
            }
        }
    });
    let (lorsch, town) = (at(&sim, "06431016"), at(&sim, "06431011"));
    let mut latency = |name: &str| {
        let mut services = sim.plan.administrations[lorsch.index()].services.clone();
        let service = services.find(|id| {
            sim.scenario().services[sim.plan.services[*id as usize].template].id == name
        });
        let service = service.map(crate::vocab::ServiceId);
        let desks = AidDraft {
            service,
            ..draft(town, AidKind::ItWorkplaces, 1)
        };
        let id = sim.request_aid(lorsch, desks);
        request_of(&sim, id).latency_minutes
    };
    assert_eq!(latency("ausweis"), 7 * DAY);
    assert_eq!(latency("meldewesen"), 2 * DAY);
}

#[test]
fn advice_costs_the_helper_a_third_and_clerks_cost_it_double() {
    let share = |kind: AidKind| {
        let mut sim = usual("contract", |scenario| {
            for one in &mut scenario.administrations {
                one.it_staff = [2, 2, 2, 2, 2, 0];
            }
        });
        let (lorsch, town) = (at(&sim, "06431016"), at(&sim, "06431011"));
        let service = sim.plan.administrations[lorsch.index()].services.start;
        let asked = AidDraft {
            service: Some(crate::vocab::ServiceId(service)),
            ..draft(town, kind, 1)
        };
        let id = lend(&mut sim, lorsch, asked);
        let charged = request_of(&sim, id).charged_share;
        assert_eq!(sim.columns().workplaces[town.index()].given_share, charged);
        f64::from(charged)
    };
    let near = |one: f64, other: f64| assert!((one / other - 1.0).abs() < 1e-5, "{one} {other}");
    near(
        share(AidKind::RemoteAdvice),
        0.33 * share(AidKind::RemoteWork),
    );
    near(share(AidKind::CaseWork), 2.0 * share(AidKind::ItWorkplaces));
    near(share(AidKind::SmallDesk), share(AidKind::ItWorkplaces));
}

#[test]
fn each_kind_comes_from_those_who_can_give_it() {
    let sim = begun(einstieg(), 1);
    let (lorsch, town) = (at(&sim, "06431016"), at(&sim, "06431011"));
    let (provider, state) = (AdministrationId(0), at(&sim, "landesteam"));
    let may = |seat, helper, kind| sim.known(seat).may_give(helper, kind);
    for (kind, of_town, of_provider, of_state) in [
        (AidKind::ItStaffOnSite, true, false, false),
        (AidKind::SmallDesk, true, false, false),
        (AidKind::ConnectPermission, false, true, false),
        (AidKind::Forensics, false, false, true),
        (AidKind::StateTeam, false, false, true),
        (AidKind::ProviderToProvider, false, false, false),
    ] {
        assert_eq!(may(lorsch, town, kind), of_town, "{kind:?}");
        assert_eq!(may(lorsch, provider, kind), of_provider, "{kind:?}");
        assert_eq!(may(lorsch, state, kind), of_state, "{kind:?}");
        assert!(!may(lorsch, lorsch, kind));
    }
}

#[test]
fn the_team_of_the_state_goes_to_one_and_the_next_waits() {
    let mut sim = usual("contract", |_| ());
    let (lorsch, other) = (at(&sim, "06431016"), at(&sim, "06431022"));
    let state = at(&sim, "landesteam");
    let team = |sim: &mut Sim, asker| sim.request_aid(asker, draft(state, AidKind::StateTeam, 4));
    let (first, second) = (team(&mut sim, lorsch), team(&mut sim, other));
    sim.advance_to(SimTime(HOUR));
    let (most, share) = sim.most_to_give(first, &[]);
    assert_eq!((most, share), (4, 1.0));
    sim.grant_aid(first, 4);
    let away = away(&sim, first);
    assert_eq!(away.len(), 4);
    assert!(away.iter().all(|(skill, _)| *skill != Skill::Forensics));
    assert_eq!(sim.most_to_give(second, &[]).0, 0);
    sim.recall_aid(first, lorsch);
    assert_eq!(sim.most_to_give(second, &[]).0, 4);
}

#[test]
fn requests_stand_in_the_order_of_the_pact() {
    let order = |rule: Vec<AllocationRule>| {
        let mut sim = usual("contract", |scenario| {
            for pact in &mut scenario.pacts {
                pact.terms.allocation.clone_from(&rule);
            }
        });
        let (lorsch, other) = (at(&sim, "06431016"), at(&sim, "06431022"));
        let town = at(&sim, "06431011");
        sim.request_aid(lorsch, draft(town, AidKind::RemoteWork, 1));
        sim.advance_to(SimTime(HOUR));
        sim.order_containment(other, ContainmentOption::EmergencyShutdown);
        sim.advance_to(SimTime(2 * DAY));
        sim.request_aid(other, draft(town, AidKind::RemoteWork, 1));
        sim.advance_to(SimTime(2 * DAY + HOUR));
        let open = sim.known(town).to_answer();
        let first = open[0].asker;
        assert_eq!(open.len(), 2);
        assert!(sim.known(lorsch).to_answer().is_empty());
        first == lorsch
    };
    assert!(order(vec![AllocationRule::FirstCome]));
    assert!(!order(vec![AllocationRule::LifeAndLimb]));
    assert!(!order(vec![AllocationRule::TimeLeftToMta]));
}

#[test]
fn a_plea_says_how_it_stands_at_the_asker() {
    let mut sim = usual("contract", |_| ());
    let (lorsch, town) = (at(&sim, "06431016"), at(&sim, "06431011"));
    let plea = |sim: &mut Sim, kind| {
        let id = sim.request_aid(lorsch, draft(town, kind, 1));
        let request: &AidRequest = request_of(sim, id);
        request.plea
    };
    let calm = plea(&mut sim, AidKind::RemoteWork);
    assert!(!calm.life_and_limb && calm.intolerable_at.is_none() && calm.pay_run.is_none());
    sim.advance_to(SimTime(10 * HOUR));
    sim.order_containment(lorsch, ContainmentOption::EmergencyShutdown);
    sim.advance_to(SimTime(DAY));
    let urgent = plea(&mut sim, AidKind::RemoteAdvice);
    let known = sim.known(lorsch);
    let soonest = known
        .services()
        .filter(KnownService::is_below)
        .filter_map(|own| Some(own.first_below?.after(own.template.mta_minutes)))
        .min();
    assert!(urgent.life_and_limb);
    assert_eq!(urgent.intolerable_at, soonest);
    assert!(body::<Recovery>(&sim, lorsch).needed_since.is_some());
}

#[test]
fn what_was_given_and_got_is_summed_up() {
    let mut sim = begun(quiet_scenario(), 1);
    sim.advance_to(sim.scenario().start_ex.after(30));
    let (lorsch, town) = (at(&sim, "06431016"), at(&sim, "06431011"));
    lend(&mut sim, lorsch, draft(town, AidKind::ItStaffOnSite, 1));
    let balance = &sim.index().balance;
    assert_eq!(balance[town.index()], 1);
    assert_eq!(balance[lorsch.index()], -1);
    assert_eq!(balance.iter().sum::<i64>(), 0);
    sim.reset(1, 1, 0);
    assert!(sim.index().balance.iter().all(|of| *of == 0));
}

#[test]
fn notebooks_that_go_home_before_they_are_set_up_leave_no_work_behind() {
    let mut sim = usual("contract", |scenario| {
        // Setting them up would take for ever.
        scenario.parameters.notebook_hours = 1000.0;
    });
    let (lorsch, town) = (at(&sim, "06431016"), at(&sim, "06431011"));
    let id = lend(&mut sim, lorsch, draft(town, AidKind::LoanNotebooks, 5));
    while request_of(&sim, id).set_up_order.is_none() {
        assert!(sim.advance_to_news(end(&sim)));
    }
    let order = request_of(&sim, id).set_up_order.unwrap();
    let queue = |sim: &Sim| body::<Recovery>(sim, lorsch).queue.clone();
    assert_eq!(queue(&sim), [order]);
    sim.recall_aid(id, lorsch);
    assert!(queue(&sim).is_empty());
    let order = orders(&sim).find(|one| one.id == order).unwrap();
    assert_eq!((order.done, order.people), (Some(sim.now()), 0));
}

#[test]
fn guests_need_more_than_half_of_the_application_of_the_helper() {
    let mut sim = usual("contract", |_| ());
    let (lorsch, town) = (at(&sim, "06431016"), at(&sim, "06431011"));
    let service = service_of(&sim, lorsch, "kasse");
    let lan = system_of(&sim, town, "lan");
    let asked = AidDraft {
        service: Some(service),
        ..draft(town, AidKind::ItWorkplaces, 1)
    };
    let id = lend(&mut sim, lorsch, asked);
    // As much as an emergency island may carry.
    set_own(&mut sim, lan, 0.5);
    assert_eq!(it(&sim, service_of(&sim, town, "kasse")), 0.5);
    assert!(!sim.known(town).can_seat_guests_for(service));
    sim.advance_to(SimTime(20 * DAY));
    assert_eq!(request_of(&sim, id).at_gate(), Some(WaitCause::Application));
    set_own(&mut sim, lan, 0.51);
    assert!(sim.known(town).can_seat_guests_for(service));
    sim.advance_to(sim.now().after(1));
    assert_eq!(request_of(&sim, id).state, AidState::AtWork);
}
