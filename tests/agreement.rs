//! The engine against published values of the reference workload, through the ordinary drill path.
//!
//! "provider-star" is a neutral continuous-time Markov chain (see `docs/MODEL.md`); its reference values come from
//! 200 000 small and 12 000 medium runs of an independent program.

use std::sync::Arc;

use beistand::drill::{DrillPlan, DrillResult, run};
use beistand::scenario::{Template, load, write_template};

/// A published mean with its half interval (1.96 standard errors) and the deviation between runs.
struct Published {
    metric: &'static str,
    mean: f64,
    half: f64,
    deviation: f64,
}

const fn published(metric: &'static str, mean: f64, half: f64, deviation: f64) -> Published {
    Published {
        metric,
        mean,
        half,
        deviation,
    }
}

const SMALL: [Published; 3] = [
    published("ever_infected_share", 0.2234, 0.0006, 0.129),
    published("days_to_95pct", 18.05, 0.05, 10.66),
    published("system_days_lost_per_system", 7.476, 0.025, 5.68),
];
const MEDIUM: [Published; 3] = [
    published("ever_infected_share", 0.2242, 0.0010, 0.0534),
    published("days_to_95pct", 28.39, 0.09, 5.29),
    published("system_days_lost_per_system", 8.168, 0.048, 2.69),
];

fn drill(municipalities: u32, runs: u32, threads: usize) -> DrillResult {
    let folder = tempfile::tempdir().expect("a folder for the scenario");
    let dir = folder.path().join("star");
    write_template(&dir, Template::ProviderStar, Some(municipalities), false)
        .expect("the template is written");
    let scenario = load(&dir.display().to_string(), &[]).expect("the template is a valid scenario");
    let plan = DrillPlan {
        runs,
        seed: 7,
        pact: 0,
        response: "passive".to_owned(),
        threads: Some(threads),
    };
    run(&Arc::new(scenario), &plan, &()).expect("the template has the plan `passive`")
}

/// Compares means by z < 3.5; returns the ratios of the deviations.
fn check(result: &DrillResult, expected: &[Published]) -> Vec<f64> {
    expected
        .iter()
        .map(|published| {
            let ours = &result.metrics[published.metric];
            let (mean, error) = (ours.mean.unwrap(), ours.standard_error.unwrap());
            let z = (mean - published.mean) / error.hypot(published.half / 1.96);
            assert!(
                z.abs() < 3.5,
                "{}: {mean} against {}, z = {z:.2}",
                published.metric,
                published.mean
            );
            assert_eq!(ours.censored, 0, "{}", published.metric);
            ours.standard_deviation.unwrap() / published.deviation
        })
        .collect()
}

#[test]
fn small_agrees_in_means_and_deviations() {
    for ratio in check(&drill(22, 2_000, 2), &SMALL) {
        assert!(
            (0.85..1.15).contains(&ratio),
            "deviations differ by {ratio}"
        );
    }
}

#[test]
fn medium_agrees_in_means() {
    check(&drill(421, 200, 2), &MEDIUM);
}

#[test]
fn any_number_of_threads_gives_the_same_bytes() {
    let bytes = |threads| serde_json::to_string_pretty(&drill(22, 40, threads)).unwrap();
    let one = bytes(1);
    assert_eq!(one, bytes(2));
    assert_eq!(one, bytes(5));
}
