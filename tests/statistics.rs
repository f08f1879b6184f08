//! What the scenarios come to over many runs. Long, so not part of the usual tests:
//! `cargo test --release --test statistics -- --ignored --nocapture`.

use std::collections::BTreeMap;
use std::sync::Arc;

use beistand::exercise::{Exercise, Start, World};
use beistand::response::players;
use beistand::scenario::{AdministrationKind, Scenario, load};
use beistand::sim::{Marks, RunMetrics};
use beistand::vocab::DAY;

/// Runs a scenario under seed 1, once for each replication, and looks at the metrics of each run.
fn runs(
    scenario: &Arc<Scenario>,
    pact: &str,
    response: &str,
    count: u64,
    mut look: impl FnMut(&Scenario, &Marks, &RunMetrics),
) {
    let position = scenario.pacts.iter().position(|other| other.id == pact);
    let pact = position.unwrap_or_else(|| panic!("there is no pact {pact}"));
    let mut world = World::new(Arc::clone(scenario));
    for run in 0..count {
        let bots = players(scenario, response, &[]).expect("the response plan is there");
        let start = Start { seed: 1, run, pact };
        let mut exercise = Exercise::new(world, start, bots, None);
        let end = exercise.end();
        exercise.advance_to(end);
        let metrics = exercise.sim().run_metrics();
        look(scenario, &metrics.marks, &metrics);
        world = exercise.into_sim();
    }
}

/// Mean weighted lost service-hours of 30 runs.
fn mean_lost(name: &str, pact: &str, response: &str, set: &[(&str, &str)]) -> f64 {
    let set: Vec<(String, String)> = set
        .iter()
        .map(|(path, value)| ((*path).to_owned(), (*value).to_owned()))
        .collect();
    let scenario = Arc::new(load(name, &set).expect("the scenario is faultless"));
    let mut sum = 0.0;
    runs(&scenario, pact, response, 30, |_, _, metrics| {
        sum += metrics.region.weighted_lost_service_hours;
    });
    sum / 30.0
}

#[test]
#[ignore = "some minutes long"]
fn a_later_phase_of_the_pact_loses_less() {
    for name in ["suedhessen", "einzelfall"] {
        let phases = ["none", "loi", "contract", "practised"];
        let lost = phases.map(|pact| mean_lost(name, pact, "by_the_book", &[]));
        for (phase, lost) in phases.iter().zip(lost) {
            println!("{name:<12} {phase:<10} {lost:>14.1}");
        }
        assert!(lost[0] >= lost[1], "{name}: none and loi");
        assert!(lost[1] > lost[2], "{name}: loi and contract");
        assert!(lost[2] > lost[3], "{name}: contract and practised");
    }
}

#[test]
#[ignore = "some minutes long"]
fn waiting_costs_a_fifth_more() {
    let [book, passive] =
        ["by_the_book", "passive"].map(|plan| mean_lost("suedhessen", "contract", plan, &[]));
    println!("suedhessen by_the_book {book:.1}, passive {passive:.1}");
    assert!(passive >= 1.2 * book);
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
#[ignore = "some minutes long"]
fn milestones_are_those_of_published_incidents() {
    let set = [("horizon".to_owned(), "400d".to_owned())];
    let scenario = Arc::new(load("suedhessen", &set).expect("the scenario is faultless"));
    // By milestone, the median administration of each run; infinite if it was not reached.
    let mut of_runs: BTreeMap<&str, Vec<f64>> = BTreeMap::new();
    runs(
        &scenario,
        "none",
        "ad_hoc",
        200,
        |scenario, marks, metrics| {
            let Some(detected) = marks.detected else {
                return;
            };
            for (milestone, _, _) in PUBLISHED {
                let mut days = days_of(milestone, scenario, metrics, detected.0);
                if !days.is_empty() {
                    of_runs
                        .entry(milestone)
                        .or_default()
                        .push(median(&mut days));
                }
            }
        },
    );
    let mut outside = Vec::new();
    for (milestone, low, high) in PUBLISHED {
        let days = of_runs
            .get_mut(milestone)
            .map_or(f64::NAN, |days| median(days));
        let inside = (low..=high).contains(&days);
        let mark = if inside { "" } else { "  outside" };
        println!("{milestone:<36} {days:>7.1} d   {low:>5} to {high:<5}{mark}");
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
            if aid.kind == AidKind::ItWorkplaces
                && let Some(at) = aid.at_work
            {
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
