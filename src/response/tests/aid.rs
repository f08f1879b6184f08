//! Bots answer and ask for several things in one minute, by the caps and by what is short.

use std::sync::Arc;

use super::super::act::carry_out;
use super::super::condition::Findings;
use super::super::partners::Partners;
use crate::command::{AidAnswer, Command, apply, check};
use crate::scenario::{Act, Scenario, load};
use crate::sim::Sim;
use crate::vocab::{
    AdministrationId, AidDraft, AidKind, ContainmentOption, DAY, HOUR, RequestId, ServiceId, Skill,
};

const PROVIDER: AdministrationId = AdministrationId(0);
const HEPPENHEIM: &str = "06431011";
const LORSCH: &str = "06431016";
const ZWINGENBERG: &str = "06431022";
const BENSHEIM: &str = "06431002";

/// A world without an attack in which Heppenheim has many people and workplaces, and giving costs nothing.
fn world(pact: &str, change: impl FnOnce(&mut Scenario)) -> Sim {
    let mut scenario = load("einstieg", &[]).unwrap();
    scenario.attack.entry.clear();
    scenario.attack.phases.clear();
    scenario.parameters.helper_cost.clients_per_unit = 0.0;
    let town = scenario.administrations.iter_mut();
    let town = town.into_iter().find(|one| one.id == HEPPENHEIM).unwrap();
    (town.it_staff, town.clients) = ([8, 8, 8, 8, 8, 0], 500);
    change(&mut scenario);
    let position = scenario.pacts.iter().position(|phase| phase.id == pact);
    let mut sim = Sim::new(Arc::new(scenario));
    sim.reset(1, 0, position.unwrap());
    sim.advance_to(sim.scenario().start_ex);
    sim
}

fn at(sim: &Sim, id: &str) -> AdministrationId {
    let mut all = sim.scenario().administrations.iter();
    AdministrationId::from_index(all.position(|one| one.id == id).unwrap())
}

fn draft(helper: AdministrationId, kind: AidKind, amount: u32) -> AidDraft {
    AidDraft {
        kind,
        helper,
        amount,
        days: 10,
        service: None,
        skill: None,
    }
}

/// A service of a place that can be done at a neighbour's desk and needs no permit.
fn at_a_desk(sim: &Sim, seat: AdministrationId) -> ServiceId {
    let mut services = sim.known(seat).services();
    let service = services.find(|own| own.template.at_neighbour && own.template.permit.is_none());
    service.unwrap().id
}

/// What a bot at a seat gives to each of these, all of them answered in one minute; 0 if it refuses.
fn given(sim: &mut Sim, helper: AdministrationId, requests: &[RequestId]) -> Vec<u32> {
    sim.advance_to(sim.now().after(HOUR));
    let mut acts = Vec::new();
    let mut findings = Findings::default();
    carry_out(
        sim.known(helper),
        Act::AnswerRequests,
        &mut findings,
        &mut Partners::default(),
        &mut acts,
    );
    assert_eq!(acts.len(), requests.len(), "{acts:?}");
    for act in &acts {
        let permit = check(sim.known(helper), act).expect("the caps allow it");
        apply(permit, helper, act, sim);
    }
    let answer = |of: &RequestId| {
        let mut answers = acts.iter().filter_map(|act| match act {
            Command::AnswerAid { request, answer } if request == of => Some(answer.clone()),
            _ => None,
        });
        match answers.next().expect("it is answered") {
            AidAnswer::Grant { amount } => amount,
            AidAnswer::Refuse { .. } => 0,
        }
    };
    requests.iter().map(answer).collect()
}

#[test]
fn small_desks_are_given_to_each_as_long_as_the_cap_is_free() {
    let mut sim = world("contract", |_| ());
    let town = at(&sim, HEPPENHEIM);
    let askers = [LORSCH, ZWINGENBERG, BENSHEIM].map(|id| at(&sim, id));
    let requests = askers.map(|asker| {
        let desk = AidDraft {
            service: Some(at_a_desk(&sim, asker)),
            ..draft(town, AidKind::SmallDesk, 1)
        };
        sim.request_aid(asker, desk)
    });
    assert_eq!(given(&mut sim, town, &requests), [1, 1, 1]);
}

#[test]
fn desks_promised_in_the_same_minute_count_towards_the_cap() {
    let mut sim = world("contract", |_| ());
    let town = at(&sim, HEPPENHEIM);
    let askers = [LORSCH, ZWINGENBERG, BENSHEIM].map(|id| at(&sim, id));
    // Two in a hundred of 500 workplaces are ten desks.
    let requests = askers.map(|asker| {
        let desks = AidDraft {
            service: Some(at_a_desk(&sim, asker)),
            ..draft(town, AidKind::ItWorkplaces, 6)
        };
        sim.request_aid(asker, desks)
    });
    let mut given = given(&mut sim, town, &requests);
    given.sort_unstable();
    assert_eq!(given, [0, 4, 6]);
}

#[test]
fn one_specialist_of_each_skill_goes() {
    let mut sim = world("contract", |_| ());
    let town = at(&sim, HEPPENHEIM);
    let asked = [
        (LORSCH, Skill::Backup),
        (ZWINGENBERG, Skill::Network),
        (BENSHEIM, Skill::Backup),
    ];
    let requests = asked.map(|(asker, skill)| {
        let asker = at(&sim, asker);
        let specialist = AidDraft {
            skill: Some(skill),
            ..draft(town, AidKind::ItSpecialistOnSite, 1)
        };
        sim.request_aid(asker, specialist)
    });
    let given = given(&mut sim, town, &requests);
    assert_eq!(given[1], 1, "nobody else asks for the network");
    assert_eq!(given[0] + given[2], 1, "{given:?}");
}

#[test]
fn each_customer_gets_its_permission_to_connect() {
    let mut sim = world("contract", |_| ());
    let askers = [LORSCH, ZWINGENBERG].map(|id| at(&sim, id));
    let ask = draft(PROVIDER, AidKind::ConnectPermission, 1);
    let requests = askers.map(|asker| sim.request_aid(asker, ask.clone()));
    assert_eq!(given(&mut sim, PROVIDER, &requests), [1, 1]);
}

#[test]
fn the_pool_of_notebooks_is_shared_and_each_place_has_its_part() {
    let mut sim = world("practised", |scenario| {
        for one in &mut scenario.administrations {
            one.spare_notebooks = 0;
        }
    });
    let town = at(&sim, HEPPENHEIM);
    let askers = [LORSCH, ZWINGENBERG, BENSHEIM].map(|id| at(&sim, id));
    let ask = draft(town, AidKind::LoanNotebooks, 60);
    let requests = askers.map(|asker| sim.request_aid(asker, ask.clone()));
    // Eighty in the pool, forty for one place.
    let mut given = given(&mut sim, town, &requests);
    given.sort_unstable();
    assert_eq!(given, [0, 40, 40]);
}

#[test]
fn two_rules_of_one_minute_ask_together_for_what_is_short() {
    let mut sim = world("contract", |scenario| {
        for phase in &mut scenario.pacts {
            phase.terms.days_max = 20;
        }
    });
    let lorsch = at(&sim, LORSCH);
    sim.order_containment(lorsch, ContainmentOption::EmergencyShutdown);
    sim.call_crisis_staff(lorsch);
    let short = |sim: &Sim| Findings::default().hands_short(sim.known(lorsch));
    while short(&sim) == 0 {
        assert!(sim.now() < sim.scenario().start_ex.after(60 * DAY));
        sim.advance_to(sim.now().after(HOUR));
    }
    let ask = |kinds: &[AidKind]| {
        let (mut acts, mut findings) = (Vec::new(), Findings::default());
        for kind in kinds {
            let act = Act::RequestAid(*kind);
            let mut partners = Partners::default();
            carry_out(
                sim.known(lorsch),
                act,
                &mut findings,
                &mut partners,
                &mut acts,
            );
        }
        let amounts = acts.into_iter().map(|act| match act {
            Command::RequestAid(draft) => {
                assert_eq!(draft.days, 20, "as long as is agreed");
                draft.amount
            }
            other => panic!("{other:?}"),
        });
        amounts.sum::<u32>()
    };
    let alone = ask(&[AidKind::RemoteWork]);
    assert!(alone > 0);
    let both = ask(&[AidKind::ItStaffOnSite, AidKind::RemoteWork]);
    assert_eq!(both, alone, "nobody is asked for twice");
    assert_eq!(ask(&[AidKind::RemoteWork; 2]), alone);
}
