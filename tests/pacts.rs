//! Laws of the pact: a phase acts only through its terms, aid without capacity is no aid, and a
//! later phase does not make things worse.

use std::collections::BTreeSet;
use std::sync::Arc;

use beistand::exercise::{Exercise, Start, World};
use beistand::response::players;
use beistand::scenario::{Scenario, load};
use beistand::sim::{AidMetrics, RunMetrics};
use beistand::vocab::AdministrationId;

const PHASES: [&str; 4] = ["none", "loi", "contract", "practised"];

fn einstieg(overrides: &[(&str, &str)]) -> Arc<Scenario> {
    let overrides: Vec<(String, String)> = overrides
        .iter()
        .map(|(path, value)| ((*path).to_owned(), (*value).to_owned()))
        .collect();
    Arc::new(load("einstieg", &overrides).unwrap_or_else(|problems| panic!("{problems}")))
}

fn phase(scenario: &Scenario, id: &str) -> usize {
    let found = scenario.pacts.iter().position(|pact| pact.id == id);
    found.unwrap_or_else(|| panic!("there is no phase {id}"))
}

/// One run with bots at all seats.
fn run(scenario: &Arc<Scenario>, pact: &str, replication: u64) -> RunMetrics {
    let start = Start {
        seed: 5,
        run: replication,
        pact: phase(scenario, pact),
    };
    let bots = players(scenario, "by_the_book", &[]).expect("the plan is part of the scenario");
    let mut exercise = Exercise::new(World::new(Arc::clone(scenario)), start, bots, None);
    let end = exercise.end();
    exercise.advance_to(end);
    exercise.sim().run_metrics()
}

/// Whether two runs gave all services the same course: every moment and every sum, bit for bit.
fn same_courses(one: &RunMetrics, other: &RunMetrics) -> bool {
    one.services == other.services && one.region == other.region
}

fn gave_something(aid: &[AidMetrics]) -> bool {
    aid.iter().any(|aid| aid.at_work.is_some())
}

#[test]
fn a_phase_acts_only_through_its_terms() {
    let plain = einstieg(&[]);
    for later in &PHASES[1..] {
        let mut ablated = (*plain).clone();
        let without = plain.pacts[phase(&plain, "none")].terms.clone();
        let later_phase = phase(&plain, later);
        ablated.pacts[later_phase].terms = without;
        let ablated = Arc::new(ablated);
        let mut differs = false;
        for replication in 0..3 {
            let none = run(&plain, "none", replication);
            assert!(gave_something(&none.aid), "nothing to compare");
            assert!(
                same_courses(&none, &run(&ablated, later, replication)),
                "{later} acts by something else than its terms"
            );
            differs |= !same_courses(&none, &run(&plain, later, replication));
        }
        assert!(differs, "{later} changes nothing at all");
    }
}

#[test]
fn help_makes_the_helped_faster_and_costs_the_helper() {
    let (with, without) = (einstieg(&[]), einstieg(&[("aid", "off")]));
    let (mut gained, mut given) = (0.0, 0.0);
    for replication in 0..12 {
        let (helped, alone) = (
            run(&with, "contract", replication),
            run(&without, "contract", replication),
        );
        let more_lost_alone = |of: fn(&AidMetrics) -> AdministrationId| {
            let those: BTreeSet<_> = helped
                .aid
                .iter()
                .filter(|aid| aid.at_work.is_some())
                .map(of)
                .collect();
            let lost = |run: &RunMetrics| {
                let services = run.services.iter();
                let theirs = services.filter(|service| those.contains(&service.administration));
                theirs
                    .map(|service| service.lost_service_hours)
                    .sum::<f64>()
            };
            lost(&alone) - lost(&helped)
        };
        gained += more_lost_alone(|aid| aid.asker);
        given -= more_lost_alone(|aid| aid.helper);
    }
    assert!(gained > 0.0, "{gained} hours gained by help in twelve runs");
    assert!(given > 0.0, "{given} hours given in twelve runs");
}

#[test]
fn aid_without_capacity_is_no_aid() {
    let off = einstieg(&[("aid", "off")]);
    let empty = einstieg(&[
        ("pact.*.staff_cap_share", "0"),
        ("pact.*.desk_cap_share", "0"),
        ("pact.*.notebook_pool", "0"),
        ("pact.*.market_examiners", "0"),
        ("admin.*.spare_notebooks", "0"),
    ]);
    for replication in 0..3 {
        let none = run(&off, "practised", replication);
        assert!(same_courses(&none, &run(&empty, "practised", replication)));
        let full = run(&einstieg(&[]), "practised", replication);
        assert!(!same_courses(&none, &full), "help would have helped");
    }
}

/// Mean weighted loss of each phase over paired runs.
fn mean_losses(scenario: &Arc<Scenario>) -> [f64; 4] {
    const RUNS: u64 = 32;
    PHASES.map(|phase| {
        let runs = (0..RUNS).map(|replication| run(scenario, phase, replication));
        let sum: f64 = runs
            .map(|metrics| metrics.region.weighted_lost_service_hours)
            .sum();
        sum / RUNS as f64
    })
}

#[test]
fn later_phases_are_not_worse_in_the_mean_when_the_provider_is_hit() {
    let lost = mean_losses(&einstieg(&[("horizon", "45d")]));
    not_worse(&lost);
    assert!(lost[3] < 0.97 * lost[0], "{lost:?}");
}

/// Who gets scarce help first is luck, which 32 runs do not even out: a thousandth is nothing.
fn not_worse(lost: &[f64; 4]) {
    for (earlier, later) in lost.iter().zip(&lost[1..]) {
        assert!(*later <= 1.001 * earlier, "{lost:?}");
    }
}

#[test]
fn later_phases_are_not_worse_in_the_mean_when_a_town_is_hit() {
    let lost = mean_losses(&einstieg(&[
        ("attack.entry", "[\"06431011:identity\"]"),
        ("horizon", "45d"),
    ]));
    not_worse(&lost);
    assert!(lost[3] < 0.97 * lost[0], "{lost:?}");
}

#[test]
fn who_is_no_member_gets_what_the_law_says() {
    let scenario = einstieg(&[("pact.contract.members", "[\"06431\", \"06431002\"]")]);
    let contract = &scenario.pacts[phase(&scenario, "contract")];
    let none = &scenario.pacts[phase(&scenario, "none")];
    assert_ne!(contract.terms, none.terms);
    assert_eq!(contract.between(1, 2), &contract.terms);
    for (one, other) in [(1, 3), (3, 1), (3, 4)] {
        assert_eq!(contract.between(one, other), &none.terms);
    }
    assert_eq!(contract.with(2), &contract.terms);
    assert_eq!(contract.with(3), &none.terms);
}

#[test]
fn clauses_are_switched_on_one_by_one() {
    let plain = einstieg(&[]);
    let names = |scenario: &Scenario, pact: &str| -> Vec<String> {
        let pact = &scenario.pacts[phase(scenario, pact)];
        let clauses = pact.clauses.iter();
        clauses
            .map(|clause| scenario.clauses[*clause].id.clone())
            .collect()
    };
    let changed = einstieg(&[
        ("pact.contract.clause.offline_backup", "on"),
        ("pact.contract.clause.notebook_pool", "off"),
        ("pact.*.clause.monitoring", "on"),
        ("pact.contract.clause.monitoring", "on"),
    ]);
    let mut expected = names(&plain, "contract");
    expected.retain(|clause| clause != "notebook_pool");
    expected.extend(["offline_backup".to_owned(), "monitoring".to_owned()]);
    assert_eq!(names(&changed, "contract"), expected);
    let terms = &changed.pacts[phase(&changed, "contract")].terms;
    assert_eq!(terms.notebook_pool, 0);
    assert_eq!(terms.precautions.backups_survive, Some(0.95));
    assert!(terms.precautions.monitoring);
    let other = &changed.pacts[phase(&changed, "practised")].terms;
    assert_eq!(other.precautions.backups_survive, None);
    assert_eq!((other.notebook_pool, other.notebooks_per_site), (80, 40));
    let admitted = |pact: &str| changed.pacts[phase(&changed, pact)].terms.admission;
    let a_day_and_a_half = Some(beistand::scenario::Dist::Fixed(2160.0));
    assert_eq!(
        (admitted("loi"), admitted("contract")),
        (None, a_day_and_a_half)
    );
    let none = &changed.pacts[phase(&changed, "none")];
    assert!(none.terms.precautions.monitoring && !none.by_law.precautions.monitoring);
}

#[test]
fn a_clause_changes_every_phase_that_has_it_and_a_phase_wins() {
    let scenario = einstieg(&[
        ("clause.notebook_pool.notebook_pool", "33"),
        ("clause.exercised.set_up_factor", "0.4"),
        ("clause.named_partner.aid.it_workplaces.latency", "1h"),
        ("pact.loi.aid.it_workplaces.effect", "0.5"),
        ("pact.practised.set_up_factor", "0.6"),
    ]);
    let terms = |id: &str| &scenario.pacts[phase(&scenario, id)].terms;
    assert_eq!(terms("contract").notebook_pool, 33);
    assert!((terms("contract").set_up_factor - 1.0).abs() < 1e-12);
    assert!((terms("practised").set_up_factor - 0.6).abs() < 1e-12);
    let desks = terms("loi").of(beistand::vocab::AidKind::ItWorkplaces);
    let desks = desks.expect("guests are welcome");
    assert_eq!(desks.latency, beistand::scenario::Dist::Fixed(60.0));
    assert!((desks.effect - 0.5).abs() < 1e-12);
}

/// Members can be varied one by one; a second attack can be taken away as a value.
#[test]
fn members_go_in_and_out_and_a_second_attack_can_be_none() {
    let members = |set: &[(&str, &str)]| -> Option<Vec<String>> {
        let scenario = einstieg(set);
        let contract = scenario.pacts.iter().find(|pact| pact.id == "contract");
        let members = contract.unwrap().members.clone()?;
        let id = |at: usize| scenario.administrations[at].id.clone();
        Some(members.into_iter().map(id).collect())
    };
    let all = einstieg(&[]).administrations.len();
    let out = members(&[("pact.contract.member.06431002", "out")]).unwrap();
    assert_eq!(out.len(), all - 1);
    assert!(!out.contains(&"06431002".to_owned()));
    let two = ("pact.contract.members", "[\"06431\", \"06431002\"]");
    let three = members(&[two, ("pact.contract.member.06431016", "in")]).unwrap();
    assert_eq!(three.len(), 3);
    assert_eq!(members(&[two, ("pact.contract.members", "all")]), None);
    let second = |entry: &str| {
        let set = [
            ("attack.second_after", "Fixed(\"2d\")"),
            ("attack.second_entry", entry),
        ];
        einstieg(&set).attack.second.is_some()
    };
    assert!(second("06431002:workplaces") && !second("none"));
    let pinned = |set: &[(&str, &str)]| {
        let attack = einstieg(set).attack.clone();
        attack
            .phases
            .iter()
            .filter(|phase| phase.starts_at.is_some())
            .count()
    };
    assert_eq!(pinned(&[("attack.*.starts_at", "none")]), 0);
    assert!(pinned(&[]) > 0);
}
