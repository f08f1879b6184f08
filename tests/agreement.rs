//! The engine agrees with the published reference values of the workload "provider-star", played as an ordinary scenario.

use std::sync::Arc;

use beistand::drill::stats::Moments;
use beistand::scenario::{Template, load, write_template};
use beistand::sim::Sim;
use beistand::vocab::{DAY, SimTime};

/// Mean, half the width of its 95 % interval, and standard deviation of one output in the reference table.
struct Reference {
    name: &'static str,
    mean: f64,
    half_width: f64,
    deviation: f64,
}

const fn reference(name: &'static str, mean: f64, half_width: f64, deviation: f64) -> Reference {
    Reference {
        name,
        mean,
        half_width,
        deviation,
    }
}

/// Plays `runs` replications; returns the moments of the three outputs.
fn played(municipalities: u32, runs: u64) -> [Moments; 3] {
    let dir = tempfile::tempdir().unwrap();
    let size = Some(municipalities);
    write_template(dir.path(), Template::ProviderStar, size, false).unwrap();
    let scenario = load(dir.path().to_str().unwrap(), &[]).unwrap_or_else(|p| panic!("{p}"));
    let mut sim = Sim::new(Arc::new(scenario));
    assert_eq!(sim.counted_systems(), municipalities * 30);
    let systems = f64::from(sim.counted_systems());
    let mut outputs = [Moments::default(); 3];
    for run in 0..runs {
        sim.reset(11, run, 0);
        // The workload has no horizon.
        sim.advance_to(SimTime(2000 * DAY));
        let spread = sim.spread_metrics();
        outputs[0].push(spread.ever_infected_share);
        outputs[1].push(spread.days_to_95pct.expect("every run ends well"));
        outputs[2].push(spread.system_days_lost / systems);
        let providers = sim.scenario().attack.entry.len();
        let infected = (spread.ever_infected_share * systems).round() as u64;
        assert_eq!(sim.events(), 3 * (infected + providers as u64));
    }
    outputs
}

fn agrees(municipalities: u32, runs: u64, table: [Reference; 3], deviation_within: Option<f64>) {
    for (moments, reference) in played(municipalities, runs).iter().zip(table) {
        let name = reference.name;
        let mean = moments.mean().unwrap();
        let error = moments
            .standard_error()
            .unwrap()
            .hypot(reference.half_width / 1.96);
        let z = (mean - reference.mean) / error;
        assert!(z.abs() < 3.5, "{name}: {mean}, z = {z:.2}");
        let ratio = moments.deviation().unwrap() / reference.deviation;
        if let Some(within) = deviation_within {
            assert!((ratio - 1.0).abs() < within, "{name}: deviation x {ratio}");
        }
    }
}

#[test]
fn small_agrees_with_the_reference() {
    let table = [
        reference("ever_infected_share", 0.2234, 0.0006, 0.129),
        reference("days_to_95pct", 18.05, 0.05, 10.66),
        reference("system_days_lost_per_system", 7.476, 0.025, 5.68),
    ];
    agrees(22, 3_000, table, Some(0.15));
}

#[test]
fn medium_agrees_with_the_reference() {
    let table = [
        reference("ever_infected_share", 0.2242, 0.0010, 0.0534),
        reference("days_to_95pct", 28.39, 0.09, 5.29),
        reference("system_days_lost_per_system", 8.168, 0.048, 2.69),
    ];
    agrees(421, 300, table, None);
}
