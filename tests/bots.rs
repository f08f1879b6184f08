//! What bots do and leave: they ask for what is missing and no more, keep to their order of work, and come back.

use std::collections::BTreeMap;
use std::sync::Arc;

use beistand::exercise::{Exercise, Start, World};
use beistand::response::players;
use beistand::scenario::{Scenario, load};
use beistand::sim::AidMetrics;
use beistand::vocab::{AdministrationId, AidKind, DAY, Skill, SystemId};

fn scenario() -> Arc<Scenario> {
    Arc::new(load("einzelfall", &[]).expect("the scenario is faultless"))
}

fn played(scenario: &Arc<Scenario>, response: &str, run: u64) -> Exercise {
    let bots = players(scenario, response, &[]).expect("the response plan is there");
    let pact = scenario.pacts.iter().position(|pact| pact.id == "contract");
    let start = Start {
        seed: 1,
        run,
        pact: pact.expect("there is a contract"),
    };
    Exercise::new(World::new(Arc::clone(scenario)), start, bots, None)
}

fn bensheim(scenario: &Scenario) -> AdministrationId {
    let position = scenario
        .administrations
        .iter()
        .position(|one| one.id == "06431002");
    AdministrationId::from_index(position.expect("Bensheim is there"))
}

#[test]
fn a_bot_asks_for_no_more_than_is_of_use() {
    let scenario = scenario();
    let town = bensheim(&scenario);
    let clients = f64::from(scenario.administrations[town.index()].clients);
    let own: u32 = scenario.administrations[town.index()].it_staff.iter().sum();
    let mut exercise = played(&scenario, "by_the_book", 0);
    let mut asked_at_all = 0;
    for day in 0..100 {
        exercise.advance_to(beistand::vocab::SimTime(day * DAY));
        let known = exercise.sim().known(town);
        let mut running: BTreeMap<AidKind, u32> = BTreeMap::new();
        for request in known.requests() {
            asked_at_all += 1;
            if request.ended.is_none() {
                let amount = request
                    .granted
                    .map_or(request.draft.amount, |(_, amount)| amount);
                *running.entry(request.draft.kind).or_default() += amount;
            }
        }
        let of = |kind: AidKind| f64::from(running.get(&kind).copied().unwrap_or(0));
        assert!(
            of(AidKind::LoanNotebooks) <= (0.15 * clients).ceil(),
            "{running:?}"
        );
        let people = of(AidKind::ItStaffOnSite) + of(AidKind::RemoteWork);
        assert!(people <= (1.5 * f64::from(own)).max(4.0), "{running:?}");
    }
    assert!(asked_at_all > 0);
}

#[test]
fn whoever_was_hit_alone_reconnects_once_it_is_cleared() {
    let scenario = scenario();
    let town = bensheim(&scenario);
    let back = (0..4).filter(|run| {
        let mut exercise = played(&scenario, "by_the_book", *run);
        let end = exercise.end();
        exercise.advance_to(end);
        let known = exercise.sim().known(town);
        let cleared = known
            .own_cleared()
            .is_some_and(|at| end.since(at) > 2 * DAY);
        assert!(!cleared || known.link_is_open(), "run {run}");
        cleared
    });
    assert!(back.count() > 0);
}

#[test]
fn off_the_cuff_essential_applications_come_first_and_at_random() {
    let scenario = scenario();
    let town = bensheim(&scenario);
    let mut firsts = std::collections::BTreeSet::new();
    for run in 0..12 {
        let mut exercise = played(&scenario, "ad_hoc", run);
        let end = exercise.end();
        while exercise.sim().known(town).examined().is_none() && exercise.sim().now() < end {
            exercise.advance_to(exercise.sim().now().after(DAY));
        }
        exercise.advance_to(exercise.sim().now().after(DAY));
        let known = exercise.sim().known(town);
        let orders: BTreeMap<u32, (Skill, Option<SystemId>)> = known
            .orders()
            .into_iter()
            .map(|order| (order.id, (order.skill, order.system)))
            .collect();
        let applications: Vec<u32> = known
            .queue()
            .iter()
            .filter(|id| orders[id].0 == Skill::Application)
            .copied()
            .collect();
        let waits: Vec<bool> = applications
            .iter()
            .filter_map(|id| orders[id].1)
            .map(|system| known.criticality_of(system) > 2)
            .collect();
        assert!(waits.is_sorted(), "run {run}: {waits:?}");
        assert!(waits.contains(&false), "run {run}: {waits:?}");
        firsts.insert(applications);
    }
    assert!(firsts.len() > 1, "always the same order");
}

/// In `suedhessen` a pay run falls into the first days: who refuses because of it is asked again, and not at once.
#[test]
fn who_refused_because_of_a_pay_run_is_asked_again_when_it_is_over() {
    let scenario = Arc::new(load("suedhessen", &[]).expect("the scenario is faultless"));
    let mut exercise = played(&scenario, "by_the_book", 0);
    exercise.advance_to(scenario.start_ex.after(14 * DAY));
    let aid = exercise.sim().run_metrics().aid;
    let of_pay_run = |one: &AidMetrics| {
        let reason = one.reason.as_ref();
        reason.is_some_and(|reason| reason.key == "reason-pay_or_election_week")
    };
    let mut asked_again = 0;
    for refused in aid.iter().filter(|one| of_pay_run(one)) {
        let over = refused.ended.expect("it was refused").after(3 * DAY);
        let again = aid.iter().filter(|one| {
            (one.kind, one.asker, one.helper) == (refused.kind, refused.asker, refused.helper)
                && one.requested > refused.requested
        });
        for later in again {
            assert!(later.requested >= over, "{later:?}");
            asked_again += 1;
        }
    }
    assert!(asked_again > 0);
}
