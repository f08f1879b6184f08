//! Proves that the bars of the benchmark compute the reference workload: a fast wrong bar measures nothing.

#[path = "../benches/lower_bound/mod.rs"]
mod lower_bound;

use lower_bound::plain::PlainBound;
use lower_bound::{LowerBound, Outcome, Size};

/// Mean, standard error of the reference, and standard deviation between replications.
struct Reference {
    name: &'static str,
    mean: f64,
    standard_error: f64,
    deviation: f64,
    of: fn(&Outcome) -> f64,
}

const SHARE: fn(&Outcome) -> f64 = |outcome| outcome.ever_infected_share;
const DAYS: fn(&Outcome) -> f64 = |outcome| outcome.days_to_95pct;
const LOST: fn(&Outcome) -> f64 = |outcome| outcome.system_days_lost;

const fn reference(
    name: &'static str,
    mean: f64,
    half_width: f64,
    deviation: f64,
    of: fn(&Outcome) -> f64,
) -> Reference {
    Reference {
        name,
        mean,
        standard_error: half_width / 1.96,
        deviation,
        of,
    }
}

/// Plays `runs` replications with each bar and compares with the reference table.
fn agrees(size: Size, runs: u32, references: &[Reference], deviation_within: f64) {
    let mut best = LowerBound::new(size);
    compare(size, runs, references, deviation_within, &mut |seed| {
        best.replicate(seed)
    });
    let mut plain = PlainBound::new(size);
    compare(size, runs, references, deviation_within, &mut |seed| {
        plain.replicate(seed)
    });
}

fn compare(
    size: Size,
    runs: u32,
    references: &[Reference],
    deviation_within: f64,
    replicate: &mut dyn FnMut(u64) -> Outcome,
) {
    let outcomes: Vec<Outcome> = (0..runs).map(|run| replicate(u64::from(run))).collect();
    let count = f64::from(runs);
    for Reference {
        name,
        mean,
        standard_error,
        deviation,
        of,
    } in references
    {
        let ours = outcomes.iter().map(of).sum::<f64>() / count;
        let variance = outcomes.iter().map(|o| (of(o) - ours).powi(2)).sum::<f64>() / (count - 1.0);
        let error = (variance / count + standard_error * standard_error).sqrt();
        let z = (ours - mean) / error;
        assert!(
            z.abs() < 3.5,
            "{} {name}: {ours} instead of {mean}, z = {z:.2}",
            size.name
        );
        let ratio = variance.sqrt() / deviation;
        assert!(
            (ratio - 1.0).abs() < deviation_within,
            "{} {name}: deviation {} instead of {deviation}",
            size.name,
            variance.sqrt()
        );
    }
    for outcome in &outcomes {
        let infected = (outcome.ever_infected_share * f64::from(size.systems())).round();
        let changes = 3.0 * (infected + f64::from(size.providers));
        assert_eq!(outcome.state_changes as f64, changes);
        assert!(
            outcome.days_to_95pct > 0.0,
            "with its provider every system is down at first"
        );
    }
}

#[test]
fn small_agrees_with_the_reference() {
    let table = [
        reference("Z", 0.2234, 0.0006, 0.129, SHARE),
        reference("T95", 18.05, 0.05, 10.66, DAYS),
        reference("D", 7.476, 0.025, 5.68, LOST),
    ];
    agrees(Size::SMALL, 2_000, &table, 0.15);
}

#[test]
fn medium_agrees_with_the_reference() {
    let table = [
        reference("Z", 0.2242, 0.0010, 0.0534, SHARE),
        reference("T95", 28.39, 0.09, 5.29, DAYS),
        reference("D", 8.168, 0.048, 2.69, LOST),
    ];
    agrees(Size::MEDIUM, 200, &table, 0.3);
}

#[test]
fn large_agrees_with_the_reference() {
    let table = [
        reference("Z", 0.2247, 0.0019, 0.0164, SHARE),
        reference("T95", 30.18, 0.17, 1.48, DAYS),
        reference("D", 8.313, 0.096, 0.85, LOST),
    ];
    agrees(Size::LARGE, 10, &table, 1.0);
}

/// A run must not remember the one before, nor depend on what the agenda's memory looks like.
#[test]
fn a_run_depends_on_its_seed_alone() {
    for size in Size::ALL {
        let mut used = LowerBound::new(size);
        for seed in 0..5 {
            used.replicate(seed);
        }
        let again = used.replicate(7);
        assert_eq!(again, LowerBound::new(size).replicate(7));
        assert_eq!(again, used.replicate(7));
        assert_ne!(again, used.replicate(8));
    }
}

/// Without neighbours a ring has no links, with one neighbour both links lead to it.
#[test]
fn the_smallest_rings_end() {
    for municipalities in 1..=3 {
        let mut bound = LowerBound::new(Size {
            name: "tiny",
            municipalities,
            providers: 1,
        });
        assert!((0..200).all(|seed| bound.replicate(seed).days_to_95pct > 0.0));
    }
}
