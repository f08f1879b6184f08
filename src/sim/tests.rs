//! Laws that need a look inside the world.

use std::sync::Arc;

use super::Sim;
use super::aid::{Gift, Giver, kind_rule};
use super::columns::{Columns, Condition};
use super::core_param::Setting;
use super::entities::{
    AidRequest, Belongings, BelongsTo, Body, CrisisStaff, Decision, DecisionKind, Deputy, Index,
    Knowledge, OrderKind, Permits, Person, Post, Posture, Recovery, Stock, WorkOrder,
};
use super::injects::{Arrangements, Inbox, InjectState, Script};
use crate::scenario::{Scenario, load};
use crate::vocab::{
    AdministrationId, AidDraft, AidKind, AidState, ContainmentOption, DAY, HOUR, RequestId,
    SimTime, Skill, Text,
};

mod attack;
mod decisions;
mod duties;
mod fatigue;
mod figures;
mod injects;
mod island;
mod kinds;
mod measures;
mod messages;
mod pact_account;
mod permits;
mod provider;
mod recovery;
mod services;
mod shortcuts;
mod strikes;

fn einstieg() -> Scenario {
    load("einstieg", &[]).unwrap()
}

/// A world in which nobody attacks.
fn quiet_scenario() -> Scenario {
    let mut scenario = einstieg();
    scenario.attack.entry.clear();
    scenario.attack.phases.clear();
    scenario
}

fn begun(scenario: Scenario, seed: u64) -> Sim {
    let mut sim = Sim::new(Arc::new(scenario));
    let pact = usual_pact(&sim);
    sim.reset(seed, 0, pact);
    sim
}

fn usual_pact(sim: &Sim) -> usize {
    let id = &sim.scenario().default_pact;
    let position = sim.scenario().pacts.iter().position(|p| p.id == *id);
    position.unwrap()
}

fn at(sim: &Sim, id: &str) -> AdministrationId {
    let all = &sim.scenario().administrations;
    let position = all
        .iter()
        .position(|administration| administration.id == id);
    AdministrationId::from_index(position.unwrap())
}

fn end(sim: &Sim) -> SimTime {
    let scenario = sim.scenario();
    scenario.start_ex.after(scenario.horizon_minutes)
}

fn body<C: bevy_ecs::component::Component>(sim: &Sim, at: AdministrationId) -> &C {
    let entity = sim.index().administrations[at.index()];
    sim.world.get(entity).unwrap()
}

fn orders(sim: &Sim) -> impl Iterator<Item = &WorkOrder> {
    let entities = &sim.index().orders;
    entities.iter().filter_map(|entity| sim.world.get(*entity))
}

fn request_of(sim: &Sim, id: RequestId) -> &AidRequest {
    sim.world.get(sim.index().requests[id.index()]).unwrap()
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

/// Lets everybody be given out anew.
fn all_work_changed(sim: &mut Sim) {
    let administrations = sim.scenario().administrations.len();
    sim.with_columns(|columns| {
        for index in 0..administrations {
            columns.mark_work(AdministrationId::from_index(index));
        }
        columns.mark_examinations();
    });
}

/// Asks, and grants as soon as the helper has read it.
fn lend(sim: &mut Sim, asker: AdministrationId, draft: AidDraft) -> RequestId {
    let amount = draft.amount;
    let id = sim.request_aid(asker, draft);
    sim.advance_to(sim.now().after(HOUR));
    assert_eq!(request_of(sim, id).state, AidState::Examined);
    sim.grant_aid(id, amount);
    id
}

/// Plays some of everything: a cut, crisis staffs, aid of all kinds, a recall, a refusal.
fn play(sim: &mut Sim) {
    let (lorsch, town) = (at(sim, "06431016"), at(sim, "06431011"));
    sim.advance_to(sim.scenario().start_ex.after(30));
    sim.order_containment(lorsch, ContainmentOption::CutProviderLink);
    sim.call_crisis_staff(lorsch);
    sim.advance_to(sim.now().after(5 * DAY));
    let notebooks = lend(sim, lorsch, draft(town, AidKind::LoanNotebooks, 22));
    let people = lend(sim, lorsch, draft(town, AidKind::ItStaffOnSite, 1));
    let refused = sim.request_aid(lorsch, draft(town, AidKind::RemoteWork, 1));
    sim.advance_to(sim.now().after(DAY));
    sim.refuse_aid(refused, Text::new("reason-no_capacity"));
    sim.advance_to(sim.now().after(DAY));
    sim.recall_aid(people, town);
    sim.advance_to(sim.now().after(40 * DAY));
    assert_eq!(request_of(sim, notebooks).state, AidState::Returned);
}

/// Whether the components of this world have names (a feature of the library).
fn own_names(sim: &Sim) -> Vec<String> {
    let mut names: Vec<String> = sim
        .world
        .components()
        .iter_registered()
        .map(|(_, info)| info.name().to_string())
        .filter(|name| name.starts_with("beistand::"))
        .collect();
    names.sort();
    names
}

#[test]
fn every_resource_and_component_is_hashed_or_derived() {
    let mut sim = begun(einstieg(), 1);
    play(&mut sim);
    let town = at(&sim, "06431011");
    sim.improvise(injects::made_up(town));
    let name = |of: &str| of.to_owned();
    let mut known = vec![
        // Hashed; see the next test.
        name(core::any::type_name::<Columns>()),
        name(core::any::type_name::<CrisisStaff>()),
        name(core::any::type_name::<Recovery>()),
        name(core::any::type_name::<Posture>()),
        name(core::any::type_name::<Stock>()),
        name(core::any::type_name::<Permits>()),
        name(core::any::type_name::<Knowledge>()),
        name(core::any::type_name::<Deputy>()),
        name(core::any::type_name::<Post>()),
        name(core::any::type_name::<WorkOrder>()),
        name(core::any::type_name::<AidRequest>()),
        name(core::any::type_name::<Decision>()),
        name(core::any::type_name::<InjectState>()),
        name(core::any::type_name::<Inbox>()),
        name(core::any::type_name::<Arrangements>()),
        name(core::any::type_name::<Script>()),
        // Constant during a run, or derived from what is hashed.
        name(core::any::type_name::<Setting>()),
        name(core::any::type_name::<Body>()),
        name(core::any::type_name::<Person>()),
        name(core::any::type_name::<BelongsTo>()),
        name(core::any::type_name::<Belongings>()),
        name(core::any::type_name::<Index>()),
    ];
    known.sort();
    assert_eq!(own_names(&sim), known);
}

#[test]
fn the_fingerprint_sees_every_hashed_value() {
    let mut sim = begun(einstieg(), 1);
    play(&mut sim);
    let town = at(&sim, "06431011");
    sim.improvise(injects::made_up(town));
    let inject = sim.world.resource::<Script>().injects[0];
    let administration = sim.index().administrations[2];
    let person = sim.index().people[0];
    let order = sim.index().orders[0];
    let request = sim.index().requests[0];
    let decision = sim.index().decisions[0];
    let is_switched = |system: usize| sim.plan.template(system as u32).is_switched();
    let switched = (0..sim.plan.systems()).find(|system| is_switched(*system));
    let shared = (0..sim.plan.systems()).find(|system| !is_switched(*system));
    let (switched, shared) = (switched.unwrap(), shared.unwrap());
    let its_owner = sim.plan.nodes[switched].administration as usize;
    let its_bit = sim.plan.template(switched as u32).bit();
    let mut seen = std::collections::BTreeSet::from([sim.fingerprint()]);
    let mut count = 1;
    let mut changed = |sim: &Sim, what: &str| {
        count += 1;
        seen.insert(sim.fingerprint());
        assert_eq!(seen.len(), count, "the fingerprint does not see {what}");
    };
    macro_rules! columns {
        ($($what:literal: |$columns:ident| $change:expr),+ $(,)?) => {$(
            let $columns = &mut *sim.world.resource_mut::<Columns>();
            $change;
            changed(&sim, $what);
        )+};
    }
    columns! {
        "the time": |c| c.now.0 += 1,
        "own share": |c| c.shares[shared].own = 0.25,
        "availability": |c| c.shares[shared].available = 0.125,
        "a switch": |c| c.switches[its_owner].down ^= its_bit,
        "what is cut off": |c| c.switches[its_owner].cut_off ^= its_bit,
        "what is blocked": |c| c.switches[its_owner].blocked ^= its_bit,
        "condition": |c| c.systems[3].condition = Condition::Encrypted,
        "occurrence": |c| c.systems[3].occurrence += 1,
        "what is left of a threshold": |c| c.gates.remaining[0] = 0.125,
        "measures": |c| c.gates.measures[3] = c.gates.measures[3].with(ContainmentOption::LockAccounts),
        "how often a way was tried": |c| c.gates.tried[0] += 1,
        "backups": |c| c.attack.backups_reached[3] ^= true,
        "who looked around": |c| c.attack.looked[3] += 1,
        "a crew": |c| c.crews[0].busy += 1,
        "the attack": |c| c.attack.contained = Some(SimTime(7)),
        "workplaces": |c| c.workplaces[2].lent_in_share += 0.5,
        "a report that arrived": |c| c.reports.heard.deliver(AdministrationId(0), 1, SimTime::NEVER),
        "prevention": |c| c.remote_access_factor[2] = 0.5,
        "monitoring": |c| c.monitored[2] ^= true,
        "the tally": |c| c.tally.ever_compromised += 1,
        "a level": |c| c.services.state[1].level = 0.5,
        "desks": |c| c.services.state[1].guest_desks += 1.0,
        "what an island carries": |c| c.services.state[1].island = 0.25,
        "the agenda": |c| {
            let soon = c.now.after(HOUR);
            c.agenda.push(soon, super::agenda::HappeningKind::PayRun, 1, 1);
        },
    }
    macro_rules! components {
        ($($entity:expr, |$it:ident: $kind:ty| $change:expr);+ $(;)?) => {$(
            let $it = &mut *sim.world.get_mut::<$kind>($entity).unwrap();
            $change;
            changed(&sim, stringify!($change));
        )+};
    }
    components! {
        administration, |c: CrisisStaff| c.ready[2] = Some(SimTime(3));
        administration, |c: CrisisStaff| c.island.mail = Some(SimTime(3));
        administration, |c: Recovery| c.queue.push(7);
        administration, |c: Posture| c.customers_cut = Some(SimTime(3));
        administration, |c: Stock| c.notebooks += 1;
        administration, |c: Knowledge| c.revision += 1;
        administration, |c: Deputy| c.0 = Some((1, SimTime(3)));
        person, |c: Post| c.share = 0.25;
        order, |c: WorkOrder| c.remaining_hours += 0.5;
        request, |c: AidRequest| c.cost_share += 0.5;
        decision, |c: Decision| c.epoch += 1;
        inject, |c: InjectState| c.edited = Some("other".to_owned());
        administration, |c: Arrangements| c.a_day = Some(2);
        sim.index().administrations[town.index()], |c: Inbox| c.0[0].acknowledged = Some(SimTime(3));
    }
    sim.lead_exercise();
    changed(&sim, "that it is led");
}

#[test]
fn a_used_world_that_is_reset_is_a_fresh_one() {
    let mut used = begun(einstieg(), 7);
    play(&mut used);
    let first = used.fingerprint();
    let mut fresh = begun(einstieg(), 8);
    let pact = usual_pact(&used);
    used.reset(8, 0, pact);
    assert_eq!(used.fingerprint(), fresh.fingerprint());
    // Lists by which things are found are in no fingerprint.
    let all = (0..used.scenario().administrations.len()).map(AdministrationId::from_index);
    for place in all {
        assert!(used.known(place).requests().is_empty());
        assert_eq!(used.known(place).asked_and_running().count(), 0);
        assert!(!used.known(place).has_request_to_answer());
    }
    play(&mut used);
    play(&mut fresh);
    assert_eq!(used.fingerprint(), fresh.fingerprint());
    assert_eq!(used.run_metrics(), fresh.run_metrics());
    assert_ne!(used.fingerprint(), first, "another seed, another course");
    used.reset(7, 0, pact);
    play(&mut used);
    assert_eq!(used.fingerprint(), first);
}

#[test]
fn work_that_loses_its_people_stops() {
    let mut sim = begun(einstieg(), 1);
    let running = |sim: &Sim| {
        orders(sim)
            .find(|order| order.done.is_none() && order.rate > 0.0)
            .map(|order| order.id)
    };
    while running(&sim).is_none() {
        assert!(sim.advance_to_news(end(&sim)), "nobody ever works");
    }
    let id = running(&sim).unwrap();
    for entity in sim.index().people.clone() {
        sim.world.get_mut::<Post>(entity).unwrap().works = false;
    }
    all_work_changed(&mut sim);
    sim.settle();
    let order = |sim: &Sim| orders(sim).find(|order| order.id == id).cloned().unwrap();
    assert_eq!((order(&sim).rate, order(&sim).people), (0.0, 0));
    sim.advance_to(end(&sim));
    assert_eq!(order(&sim).done, None, "nobody worked on it");
}

#[test]
fn more_people_finish_earlier_and_fewer_later() {
    let done_with = |people: usize| {
        let mut sim = begun(einstieg(), 1);
        let running = |sim: &Sim| {
            orders(sim)
                .find(|order| order.kind == OrderKind::Examination && order.rate > 0.0)
                .map(|order| order.id)
        };
        while running(&sim).is_none() {
            assert!(sim.advance_to_news(end(&sim)), "nobody ever works");
        }
        let id = running(&sim).unwrap();
        let forensic = sim.index().people.clone().into_iter().filter(|entity| {
            let person = sim.world.get::<Person>(*entity).unwrap();
            person.skill == crate::vocab::Skill::Forensics
        });
        let away: Vec<_> = forensic.skip(people).collect();
        for entity in away {
            sim.world.get_mut::<Post>(entity).unwrap().works = false;
        }
        all_work_changed(&mut sim);
        sim.settle();
        sim.advance_to(end(&sim));
        let order = orders(&sim).find(|order| order.id == id).unwrap();
        order.done.unwrap()
    };
    assert!(done_with(8) < done_with(4));
    assert!(done_with(4) < done_with(1));
}

#[test]
fn remote_helpers_begin_when_the_network_is_clean() {
    let mut sim = begun(einstieg(), 1);
    let (lorsch, town) = (at(&sim, "06431016"), at(&sim, "06431011"));
    sim.order_containment(lorsch, ContainmentOption::EmergencyShutdown);
    sim.call_crisis_staff(lorsch);
    sim.advance_to(SimTime(2 * DAY));
    let id = lend(&mut sim, lorsch, draft(town, AidKind::RemoteWork, 1));
    let network = |sim: &Sim| {
        orders(sim)
            .filter(|order| order.at == lorsch && order.skill == crate::vocab::Skill::Network)
            .filter(|order| order.after.is_empty())
            .find_map(|order| order.done)
    };
    let mut waited = false;
    while network(&sim).is_none() {
        waited |= request_of(&sim, id).at_gate().is_some();
        assert_eq!(request_of(&sim, id).at_work, None);
        assert!(sim.advance_to_news(end(&sim)), "the network is never clean");
    }
    assert!(waited, "the helper was never too early");
    sim.advance_to(end(&sim));
    assert!(request_of(&sim, id).at_work.is_some(), "nobody called them");
    assert_eq!(request_of(&sim, id).state, AidState::Returned);
}

#[test]
fn guests_begin_when_the_application_of_the_helper_runs_again() {
    let mut sim = begun(quiet_scenario(), 1);
    let (lorsch, town) = (at(&sim, "06431016"), at(&sim, "06431011"));
    let services = sim.plan.administrations[lorsch.index()].services.clone();
    let service = services
        .map(crate::vocab::ServiceId)
        .find(|id| sim.scenario().services[sim.plan.services[id.index()].template].id == "ausweis");
    let id = lend(
        &mut sim,
        lorsch,
        AidDraft {
            service,
            ..draft(town, AidKind::ItWorkplaces, 2)
        },
    );
    let lan = sim.plan.administrations[town.index()].systems.start;
    sim.with_kernel(|kernel| kernel.set_own(lan, 0.0));
    sim.settle();
    sim.advance_to(SimTime(10 * DAY));
    assert_eq!(request_of(&sim, id).state, AidState::Briefed);
    sim.with_kernel(|kernel| kernel.set_own(lan, 1.0));
    sim.settle();
    sim.advance_to(sim.now().after(1));
    assert_eq!(request_of(&sim, id).state, AidState::AtWork);
    // It fails once more: guests at work carry nothing, and go on when it is back.
    let carried = |sim: &Sim| sim.columns().services.state[service.unwrap().index()].guest_desks;
    let at_work = carried(&sim);
    assert!(at_work > 0.0);
    sim.with_kernel(|kernel| kernel.set_own(lan, 0.0));
    sim.settle();
    let failed = sim.now();
    assert_eq!(carried(&sim), 0.0);
    assert_eq!(
        request_of(&sim, id).at_gate(),
        Some(crate::vocab::WaitCause::Application)
    );
    let waited_before = request_of(&sim, id).waited;
    sim.advance_to(failed.after(DAY));
    sim.with_kernel(|kernel| kernel.set_own(lan, 1.0));
    sim.settle();
    assert_eq!(carried(&sim), at_work);
    let application = crate::vocab::WaitCause::Application as usize;
    let waited = request_of(&sim, id).waited[application];
    assert_eq!(waited - waited_before[application], DAY);
    // Those who go home while it is down take nothing away that others carry.
    sim.with_kernel(|kernel| kernel.set_own(lan, 0.0));
    sim.settle();
    sim.advance_to(end(&sim));
    assert_eq!(request_of(&sim, id).state, AidState::Returned);
    assert_eq!(carried(&sim), 0.0);
}

#[test]
fn what_was_shut_down_comes_back() {
    for town in ["06431011", "06431"] {
        let mut scenario = quiet_scenario();
        // Luck may have it that a small team needs longer than the exercise lasts.
        scenario.horizon_minutes *= 2;
        let mut sim = begun(scenario, 1);
        let town = at(&sim, town);
        sim.advance_to(sim.scenario().start_ex);
        sim.order_containment(town, ContainmentOption::EmergencyShutdown);
        sim.call_crisis_staff(town);
        sim.advance_to(sim.now().after(DAY));
        let link = sim.plan.administrations[town.index()].provider_link;
        let down = |sim: &Sim| {
            let systems = sim.plan.administrations[town.index()].systems.clone();
            systems
                .filter(|system| link.is_none_or(|link| link.0 != *system))
                .filter(|system| sim.columns().own(&sim.plan, *system) < 1.0)
                .map(|system| {
                    sim.plan
                        .described(crate::vocab::SystemId(system))
                        .id
                        .clone()
                })
                .collect::<Vec<String>>()
        };
        assert!(!down(&sim).is_empty());
        let alone = sim.plan.administrations[town.index()].systems.end - 1;
        assert_eq!(sim.columns().own(&sim.plan, alone), 1.0, "it stands apart");
        sim.advance_to(end(&sim));
        assert!(body::<Recovery>(&sim, town).cleared.is_some());
        assert_eq!(down(&sim), Vec::<String>::new(), "{town:?}");
    }
}

#[test]
fn setting_up_workplaces_anew_takes_none_away() {
    let mut sim = begun(quiet_scenario(), 1);
    let town = at(&sim, "06431011");
    let planned = sim.plan.administrations[town.index()].clone();
    let identity = planned.systems.start + 2;
    sim.with_kernel(|kernel| kernel.compromise(identity));
    let now = sim.now();
    let entity = sim.body(town);
    sim.world.get_mut::<Recovery>(entity).unwrap().needed_since = Some(now);
    sim.call_crisis_staff(town);
    let mut before = 0.0;
    while sim.advance_to_news(end(&sim)) {
        if body::<Recovery>(&sim, town).examined.is_some() {
            let share = sim.columns().workplaces[town.index()].own_share;
            assert!(share >= before, "{share} after {before}");
            before = share;
        }
    }
    assert!(body::<Recovery>(&sim, town).examined.unwrap().1);
    assert_eq!(before, 1.0);
}

/// Notebooks at home, lent out of own stock, and lent out of the pool.
fn notebooks(sim: &Sim) -> u32 {
    let at_home: u32 = (0..sim.scenario().administrations.len())
        .map(|index| body::<Stock>(sim, AdministrationId::from_index(index)).notebooks)
        .sum();
    let lent: u32 = sim
        .requests()
        .filter(|request| request.draft.kind == AidKind::LoanNotebooks)
        .filter(|request| request.ended.is_none())
        .filter_map(|request| request.granted)
        .map(|(_, amount)| amount)
        .sum();
    at_home + lent + sim.pool_left()
}

#[test]
fn people_and_notebooks_are_conserved() {
    let mut sim = begun(einstieg(), 3);
    let all = notebooks(&sim);
    let people = sim.index().people.len();
    let check = |sim: &Sim| {
        assert_eq!(notebooks(sim), all, "minute {}", sim.now().0);
        assert_eq!(sim.index().people.len(), people);
        for entity in &sim.index().people {
            let post = sim.world.get::<Post>(*entity).unwrap();
            let person = sim.world.get::<Person>(*entity).unwrap();
            let away = post.request.map(|id| request_of(sim, id));
            match away {
                None => assert_eq!(post.at, person.home),
                Some(request) => {
                    assert_eq!(request.draft.helper, person.home);
                    assert_eq!(request.asker, post.at);
                    assert!(request.ended.is_none(), "lent for aid that has ended");
                    assert_eq!(post.works, request.state == AidState::AtWork);
                }
            }
        }
        for request in sim.requests() {
            let kind = request.draft.kind;
            let away = sim
                .index()
                .people
                .iter()
                .filter(|entity| {
                    sim.world.get::<Post>(**entity).unwrap().request == Some(request.id)
                })
                .count() as u32;
            let staff = kind_rule(kind).gift == Gift::People;
            let granted = request.granted.map_or(0, |(_, amount)| amount);
            let expected = if staff && request.ended.is_none() {
                granted
            } else {
                0
            };
            assert_eq!(away, expected);
        }
    };
    let (lorsch, zwingenberg) = (at(&sim, "06431016"), at(&sim, "06431022"));
    let helpers = [at(&sim, "06431011"), at(&sim, "06431020")];
    sim.advance_to(sim.scenario().start_ex);
    let gives_people_or_devices = |kind: &AidKind| {
        let rule = kind_rule(*kind);
        rule.giver == Giver::Neighbour && !rule.is_for_a_service()
    };
    let all_kinds = AidKind::ALL.iter().copied();
    let kinds: Vec<AidKind> = all_kinds.filter(gives_people_or_devices).collect();
    assert_eq!(kinds.len(), 5);
    for (step, asker) in (0_u32..24).zip([lorsch, zwingenberg].into_iter().cycle()) {
        let helper = helpers[step as usize / 2 % 2];
        let kind = kinds[step as usize / 3 % kinds.len()];
        let skill = Some(Skill::Rollout);
        let id = sim.request_aid(
            asker,
            AidDraft {
                skill,
                ..draft(helper, kind, 25)
            },
        );
        sim.advance_to(sim.now().after(HOUR));
        check(&sim);
        let (most, _) = sim.most_to_give(id, &[]);
        if most > 0 && request_of(&sim, id).state == AidState::Examined {
            sim.grant_aid(id, most.min(25));
            check(&sim);
        }
        if step % 5 == 4 && request_of(&sim, id).granted.is_some() {
            sim.advance_to(sim.now().after(step * HOUR));
            sim.recall_aid(id, helper);
            check(&sim);
        }
        for _ in 0..30 {
            sim.advance_to(sim.now().after(HOUR));
            check(&sim);
        }
    }
    let granted = sim.requests().filter(|request| request.granted.is_some());
    assert!(
        granted.count() > 5,
        "too little was given to prove anything"
    );
    sim.advance_to(end(&sim));
    check(&sim);
    // Who waits at a gate to the end is called back.
    for id in (0..sim.index().requests.len()).map(RequestId::from_index) {
        let request = request_of(&sim, id);
        if request.granted.is_some() && request.ended.is_none() {
            sim.recall_aid(id, zwingenberg);
            check(&sim);
        }
    }
    for entity in &sim.index().people {
        let post = sim.world.get::<Post>(*entity).unwrap();
        assert_eq!(post.request, None, "all are home");
    }
    for workplaces in &sim.columns().workplaces {
        assert_eq!(workplaces.given_share, 0.0);
    }
}

/// A world with one clause more under the contract.
fn with_clause(clause: &str) -> Sim {
    let path = format!("pact.contract.clause.{clause}");
    begun(load("einstieg", &[(path, "on".to_owned())]).unwrap(), 1)
}

#[test]
fn an_agreed_criterion_saves_the_search_for_somebody_who_may_cut() {
    let minutes = |sim: &mut Sim, at_night: bool, option| {
        let lorsch = at(sim, "06431016");
        // Monday, 8 February 2027.
        sim.advance_to(SimTime(if at_night { 2 * HOUR } else { 10 * HOUR }));
        sim.containment_minutes(lorsch, option)
    };
    let cut = ContainmentOption::CutProviderLink;
    let (mut plain, mut agreed) = (begun(einstieg(), 1), with_clause("cut_off_criterion"));
    let (before, span_before) = minutes(&mut plain, true, cut);
    let (after, span) = minutes(&mut agreed, true, cut);
    assert!(before >= 35 && after <= 30, "{before} {after}");
    assert!(
        span_before.1 > 100 && span == (5, 30),
        "{span_before:?} {span:?}"
    );
    let block = ContainmentOption::EmergencyShutdown;
    assert_eq!(
        minutes(&mut plain, true, block),
        minutes(&mut agreed, true, block)
    );
    assert_eq!(
        minutes(&mut plain, false, cut),
        minutes(&mut agreed, false, cut)
    );
    let mut practised = with_clause("yearly_exercise");
    let (whole, _) = minutes(&mut plain, false, block);
    let (half, span) = minutes(&mut practised, false, block);
    assert!(half.abs_diff(whole.div_ceil(2)) <= 1, "{half} of {whole}");
    assert_eq!(span, (8, 30));
}

#[test]
fn a_second_factor_slows_remote_access_only() {
    let rates = |sim: &mut Sim| {
        sim.advance_to(sim.scenario().start_ex.after(20 * DAY));
        let gates = &sim.columns().gates;
        let links = (0..).zip(sim.plan.gated.items());
        let open = links.filter(|(gate, _)| gates.exposed[*gate]);
        open.map(|(gate, link)| (link.remote_access, gates.rate_per_minute[gate]))
            .collect::<Vec<_>>()
    };
    let sure = |clause: &str| {
        let path = format!("pact.contract.clause.{clause}");
        let overrides = [
            (path, "on".to_owned()),
            ("admin.*.it_staff".to_owned(), "0".to_owned()),
        ];
        begun(load("einstieg", &overrides).unwrap(), 1)
    };
    let plain = rates(&mut sure("monitoring"));
    let guarded = rates(&mut sure("remote_mfa"));
    assert!(plain.iter().any(|(remote, rate)| *remote && *rate > 0.0));
    let of = |all: &[(bool, f64)], remote: bool| {
        let rates = all.iter().filter(|(is_remote, _)| *is_remote == remote);
        rates.map(|(_, rate)| *rate).fold(0.0, f64::max)
    };
    assert!((of(&guarded, true) / of(&plain, true) - 0.2).abs() < 1e-9);
    assert_eq!(of(&guarded, false), of(&plain, false));
}

#[test]
fn monitoring_notices_earlier_or_at_the_same_time() {
    let noticed = |mut sim: Sim, run| {
        let pact = usual_pact(&sim);
        sim.reset(1, run, pact);
        sim.advance_to(end(&sim));
        sim.marks().detected.unwrap()
    };
    let mut earlier = 0;
    for run in 0..12 {
        let (plain, watched) = (
            noticed(begun(einstieg(), 1), run),
            noticed(with_clause("monitoring"), run),
        );
        assert!(watched <= plain);
        earlier += u32::from(watched < plain);
    }
    assert!(earlier >= 4, "{earlier} of 12");
}

#[test]
fn an_exercised_paper_desk_opens_within_hours() {
    let ready = |pact: &str| {
        let mut sim = begun(einstieg(), 1);
        let position = sim.scenario().pacts.iter().position(|one| one.id == pact);
        sim.reset(1, 0, position.unwrap());
        let lorsch = at(&sim, "06431016");
        sim.call_crisis_staff(lorsch);
        sim.advance_to(end(&sim));
        let staff = body::<CrisisStaff>(&sim, lorsch);
        let met = staff.met.unwrap();
        let after = staff.ready.map(|at| at.unwrap().since(met));
        (met.since(SimTime(0)), after)
    };
    let ((met, after), (met_early, early)) = (ready("contract"), ready("practised"));
    assert!(
        met_early.abs_diff(met.div_ceil(2)) <= 1,
        "{met_early} of {met}"
    );
    for (position, (usual, exercised)) in after.iter().zip(early).enumerate() {
        let share = f64::from(exercised) / f64::from(*usual);
        // The paper desk has a figure of its own: 0.3 days in place of 2.1.
        let expected = if position == 2 { 1.0 / 7.0 } else { 0.7 };
        assert!((share - expected).abs() < 0.01, "{position}: {share}");
    }
}

#[test]
fn the_pool_gives_one_place_only_its_share() {
    let mut scenario = quiet_scenario();
    let pact = scenario
        .pacts
        .iter_mut()
        .find(|pact| pact.id == "contract")
        .unwrap();
    (pact.terms.notebook_pool, pact.terms.notebooks_per_site) = (30, 12);
    pact.members = Some((0..7).collect());
    let mut sim = begun(scenario, 1);
    let (lorsch, zwingenberg) = (at(&sim, "06431016"), at(&sim, "06431022"));
    let helper = at(&sim, "06431");
    assert_eq!((sim.pool_left(), sim.pool_left_for(lorsch)), (30, 12));
    let id = lend(&mut sim, lorsch, draft(helper, AidKind::LoanNotebooks, 7));
    assert_eq!(request_of(&sim, id).from_pool, 7);
    assert_eq!((sim.pool_left(), sim.pool_left_for(lorsch)), (23, 5));
    assert_eq!(sim.pool_left_for(zwingenberg), 12);
    let next = lend(&mut sim, lorsch, draft(helper, AidKind::LoanNotebooks, 8));
    assert_eq!(
        request_of(&sim, next).from_pool,
        5,
        "the rest is the helper's own"
    );
    let outsider = at(&sim, "06431020");
    assert_eq!(sim.pool_left_for(outsider), 0, "no member");
}
