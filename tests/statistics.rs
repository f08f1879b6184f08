//! What the scenarios come to over many runs. All but one are long, so not part of the usual tests:
//! `cargo test --release --test statistics -- --ignored --nocapture --test-threads 1`.

use std::collections::BTreeMap;
use std::sync::Arc;

use beistand::drill::stats::paired;
use beistand::exercise::{Exercise, Start, World};
use beistand::response::players;
use beistand::scenario::{AdministrationKind, Scenario, load};
use beistand::sim::RunMetrics;
use beistand::vocab::DAY;

/// Replications that are compared pair by pair.
const RUNS: u64 = 30;

/// What one run comes to: the scenario, its marks and its metrics in, plain data out.
type Look<'a, T> = &'a (dyn Fn(&Scenario, &RunMetrics) -> T + Sync);

/// Runs a scenario under seed 1, once for each replication, on two threads; what is seen of each run, by
/// its number.
fn runs<T: Send>(
    scenario: &Arc<Scenario>,
    pact: &str,
    response: &str,
    count: u64,
    look: Look<'_, T>,
) -> Vec<T> {
    let position = scenario.pacts.iter().position(|other| other.id == pact);
    let pact = position.unwrap_or_else(|| panic!("there is no pact {pact}"));
    let every_second = |first: u64| {
        let mut world = World::new(Arc::clone(scenario));
        let mut seen = Vec::new();
        for run in (first..count).step_by(2) {
            let bots = players(scenario, response, &[]).expect("the response plan is there");
            let start = Start { seed: 1, run, pact };
            let mut exercise = Exercise::new(world, start, bots, None);
            let end = exercise.end();
            exercise.advance_to(end);
            seen.push((run, look(scenario, &exercise.sim().run_metrics())));
            world = exercise.into_sim();
        }
        seen
    };
    let mut all = std::thread::scope(|scope| {
        let other = scope.spawn(|| every_second(1));
        let mut all = every_second(0);
        all.extend(other.join().expect("the other half runs through"));
        all
    });
    all.sort_by_key(|(run, _)| *run);
    all.into_iter().map(|(_, seen)| seen).collect()
}

/// Weighted lost service-hours of each run.
fn lost(scenario: &Arc<Scenario>, pact: &str, response: &str, count: u64) -> Vec<f64> {
    runs(scenario, pact, response, count, &|_, metrics| {
        metrics.region.weighted_lost_service_hours
    })
}

fn mean(values: &[f64]) -> f64 {
    values.iter().sum::<f64>() / values.len() as f64
}

/// Prints what one way loses more than another, pair by pair; returns the mean difference.
fn compare(name: &str, a: (&str, &[f64]), b: (&str, &[f64])) -> f64 {
    let difference = paired(b.1, a.1);
    let (middle, interval) = (
        difference.mean().expect("there are runs"),
        difference.interval().expect("there are several"),
    );
    println!(
        "{name:<12} {:<18} {:>10.0}   {:<18} {:>10.0}   difference {middle:>9.1} ({:>9.1} .. {:>9.1})  {:>6.2} %",
        a.0,
        mean(a.1),
        b.0,
        mean(b.1),
        interval.low,
        interval.high,
        100.0 * middle / mean(b.1)
    );
    middle
}

fn scenario(name: &str, set: &[(&str, &str)]) -> Arc<Scenario> {
    let set: Vec<(String, String)> = set
        .iter()
        .map(|(path, value)| ((*path).to_owned(), (*value).to_owned()))
        .collect();
    Arc::new(load(name, &set).expect("the scenario is faultless"))
}

#[test]
#[ignore = "some minutes long; what is asked for is not met in full: see docs/MODEL.md"]
fn a_later_phase_of_the_pact_loses_less() {
    let mut gain = BTreeMap::new();
    for name in ["suedhessen", "einzelfall"] {
        let scenario = scenario(name, &[]);
        let phases = ["none", "loi", "contract", "practised"];
        let lost = phases.map(|pact| lost(&scenario, pact, "by_the_book", RUNS));
        for later in 1..phases.len() {
            let earlier = later - 1;
            compare(
                name,
                (phases[earlier], &lost[earlier]),
                (phases[later], &lost[later]),
            );
        }
        compare(name, (phases[0], &lost[0]), (phases[3], &lost[3]));
        let [none, loi, contract, practised] = lost.map(|lost| mean(&lost));
        assert!(none >= loi, "{name}: none and loi");
        assert!(loi > contract, "{name}: loi and contract");
        assert!(contract > practised, "{name}: contract and practised");
        gain.insert(name, (none - practised) / none);
    }
    println!("gain of practised: {gain:?}");
    assert!(gain["einzelfall"] >= 3.0 * gain["suedhessen"]);
}

/// What takes desks at a neighbour back to what the law says, in `practised`.
const DESKS_BY_LAW: [(&str, &str); 8] = [
    ("aid.it_workplaces.latency", r#"LogNormal("5d", 0.5)"#),
    ("aid.it_workplaces.latency_slow", r#"LogNormal("12d", 0.4)"#),
    ("aid.it_workplaces.after_permit", r#"LogNormal("4d", 0.6)"#),
    ("aid.small_desk.latency", r#"Uniform("2d", "4d")"#),
    ("aid.small_desk.after_permit", r#"LogNormal("4d", 0.6)"#),
    ("aid.case_work.latency", r#"LogNormal("5d", 0.5)"#),
    ("aid.case_work.latency_slow", r#"LogNormal("12d", 0.4)"#),
    ("aid.case_work.after_permit", r#"LogNormal("8d", 0.5)"#),
];

/// Says what to set so that `practised` is without some clauses.
fn without(clauses: &[&str]) -> Vec<(String, String)> {
    let path = |clause: &&str| format!("pact.practised.clause.{clause}");
    clauses
        .iter()
        .map(|clause| (path(clause), "off".to_owned()))
        .collect()
}

#[test]
#[ignore = "some minutes long; what is asked for is not met in full: see docs/MODEL.md"]
fn what_carries_the_gain_of_practised_when_the_provider_is_hit() {
    let desks: Vec<(String, String)> = DESKS_BY_LAW
        .iter()
        .map(|(field, value)| (format!("pact.practised.{field}"), (*value).to_owned()))
        .collect();
    let permits = without(&["permits_held"]);
    let forensics = without(&["shared_forensics"]);
    let three = [desks.clone(), permits.clone(), forensics.clone()].concat();
    let all: [(&str, Vec<(String, String)>); 8] = [
        ("nothing", Vec::new()),
        ("desks", desks),
        ("permits", permits),
        ("forensics", forensics),
        ("these three", three),
        ("provider's people", without(&["provider_cooperation"])),
        (
            "notebooks",
            without(&["notebook_pool", "large_notebook_pool", "connect_permission"]),
        ),
        ("exercise", without(&["exercised"])),
    ];
    let none = lost(&scenario("suedhessen", &[]), "none", "by_the_book", RUNS);
    let mut gain = BTreeMap::new();
    for (name, set) in &all {
        let set: Vec<(&str, &str)> = set
            .iter()
            .map(|(path, value)| (path.as_str(), value.as_str()))
            .collect();
        let lost = lost(
            &scenario("suedhessen", &set),
            "practised",
            "by_the_book",
            RUNS,
        );
        let more = compare("suedhessen", ("none", &none), (name, &lost));
        gain.insert(*name, more);
    }
    let (whole, left) = (gain["nothing"], gain["these three"]);
    println!(
        "gain {whole:.0}; without desks, permits and forensics {left:.0}: these carry {:.0} %",
        100.0 * (1.0 - left / whole)
    );
    assert!(left < 0.5 * whole, "{gain:?}");
}

/// Few runs are enough to see help from a contract, and what practice adds to it, in a single case.
#[test]
fn help_by_contract_and_practice_pay_in_a_single_case() {
    let scenario = scenario("einzelfall", &[]);
    let [none, contract, practised] = ["none", "contract", "practised"]
        .map(|pact| mean(&lost(&scenario, pact, "by_the_book", 6)));
    assert!(none > contract, "{none} and {contract}");
    assert!(contract > practised, "{contract} and {practised}");
}

#[test]
#[ignore = "some minutes long"]
fn waiting_costs_a_fifth_more() {
    let scenario = scenario("suedhessen", &[]);
    let [book, passive] =
        ["by_the_book", "passive"].map(|plan| lost(&scenario, "contract", plan, RUNS));
    let more = compare("suedhessen", ("passive", &passive), ("by_the_book", &book));
    assert!(more >= 0.2 * mean(&book));
}

#[test]
#[ignore = "some minutes long; what is asked for is not met in full: see docs/MODEL.md"]
fn when_all_links_are_cut_decides() {
    let scenario = scenario("suedhessen", &[]);
    let plans = ["cut_on_suspicion", "cut_on_impact", "never_cut"];
    let lost = plans.map(|plan| lost(&scenario, "contract", plan, RUNS));
    let apart = |later: usize, earlier: usize| {
        let more = compare(
            "suedhessen",
            (plans[later], &lost[later]),
            (plans[earlier], &lost[earlier]),
        );
        more / mean(&lost[earlier])
    };
    let all = [apart(1, 0), apart(2, 1), apart(2, 0)];
    assert!(all.iter().all(|share| share.abs() >= 0.15), "{all:?}");
}

/// Days after detection at which a median hit administration got there, as published incidents say.
const PUBLISHED: [(&str, f64, f64); 8] = [
    ("hotline", 1.0, 5.0),
    ("web page", 1.0, 5.0),
    ("payments by workaround", 2.0, 24.0),
    ("first e-mail", 9.0, 41.0),
    ("first service through a neighbour", 2.0, 24.0),
    ("citizens' office", 13.0, 72.0),
    ("own vehicle registration", 19.0, 91.0),
    ("practically normal", 170.0, 365.0),
];

#[test]
#[ignore = "some minutes long; what is asked for is not met in full: see docs/MODEL.md"]
fn milestones_are_those_of_published_incidents() {
    let scenario = scenario("suedhessen", &[("horizon", "400d")]);
    // For each run the median administration, by milestone; infinite if it was not reached.
    let medians = runs(&scenario, "none", "ad_hoc", 200, &|scenario, metrics| {
        let detected = metrics.marks.detected?;
        let median_of = |(milestone, _, _): (&'static str, f64, f64)| {
            let mut days = days_of(milestone, scenario, metrics, detected.0);
            (!days.is_empty()).then(|| median(&mut days))
        };
        Some(PUBLISHED.map(median_of))
    });
    let mut outside = Vec::new();
    for (position, (milestone, low, high)) in PUBLISHED.into_iter().enumerate() {
        let mut days: Vec<f64> = medians
            .iter()
            .flatten()
            .filter_map(|of_run| of_run[position])
            .collect();
        days.sort_by(f64::total_cmp);
        let at = |share: f64| days.get(((days.len().max(1) - 1) as f64 * share) as usize);
        let [tenth, middle, ninth] =
            [0.1, 0.5, 0.9].map(|share| at(share).copied().unwrap_or(f64::NAN));
        let inside = (low..=high).contains(&middle);
        let mark = if inside { "" } else { "  outside" };
        println!(
            "{milestone:<34} {middle:>6.1} d ({tenth:>6.1} .. {ninth:>6.1})  published {low:>5} to {high:<5}{mark}"
        );
        if !inside {
            outside.push(milestone);
        }
    }
    assert!(outside.is_empty(), "outside: {}", outside.join(", "));
}

/// Returns for each hit administration the days from detection to a milestone.
fn days_of(milestone: &str, scenario: &Scenario, metrics: &RunMetrics, detected: u32) -> Vec<f64> {
    let mut by_place: BTreeMap<usize, Vec<Option<u32>>> = BTreeMap::new();
    for service in &metrics.services {
        let Some(down) = service.first_down else {
            continue;
        };
        let id = scenario.services[service.template].id.as_str();
        let at = |minutes: Option<u32>| minutes.map(|minutes| down.0 + minutes);
        let place = service.administration.index();
        let is_county = scenario.administrations[place].kind == AdministrationKind::County;
        let moment = match (milestone, id) {
            ("hotline", "telefonie")
            | ("web page", "website")
            | ("payments by workaround", "sgb2" | "sgb12") => {
                at(service.minutes_to_emergency_operation)
            }
            ("first e-mail", "email") | ("citizens' office", "meldewesen" | "ausweis") => {
                at(service.minutes_to_partial)
            }
            ("own vehicle registration", "kfz") if is_county => at(service.minutes_to_partial),
            ("practically normal", _) => at(service.minutes_to_normal),
            _ => continue,
        };
        by_place.entry(place).or_default().push(moment);
    }
    if milestone == "first service through a neighbour" {
        for aid in &metrics.aid {
            use beistand::vocab::AidKind;
            let is_desk = matches!(
                aid.kind,
                AidKind::ItWorkplaces | AidKind::SmallDesk | AidKind::CaseWork
            );
            if is_desk && let Some(at) = aid.at_work {
                by_place
                    .entry(aid.asker.index())
                    .or_default()
                    .push(Some(at.0));
            }
        }
    }
    by_place
        .into_values()
        .map(|moments| {
            let mut days: Vec<f64> = moments
                .into_iter()
                .map(|at| at.map_or(f64::INFINITY, |at| f64::from(at.saturating_sub(detected))))
                .map(|minutes| minutes / f64::from(DAY))
                .collect();
            days.sort_by(f64::total_cmp);
            match milestone {
                // Nearly all services of a place: nine of ten.
                "practically normal" => days[(days.len() * 9).div_ceil(10) - 1],
                _ => days[0],
            }
        })
        .collect()
}

fn median(days: &mut [f64]) -> f64 {
    days.sort_by(f64::total_cmp);
    days[(days.len() - 1) / 2]
}
