//! Parts of the engine against models that others have written down: where both must agree, they do.

use std::fmt::Write as _;
use std::sync::Arc;

use beistand::drill::{DrillPlan, DrillResult, run};
use beistand::scenario::load_text;

/// Runs a scenario of one provider and one municipality without people.
fn drill(text: &str, runs: u32) -> DrillResult {
    let scenario = load_text("outside", text, &[]).unwrap_or_else(|problems| panic!("{problems}"));
    let plan = DrillPlan {
        runs,
        seed: 11,
        pact: 0,
        response: "passive".to_owned(),
        threads: Some(2),
    };
    run(&Arc::new(scenario), &plan, &()).expect("there is the plan `passive`")
}

fn world(kits: &str, attack: &str, horizon_and_end: &str, crew: u32) -> String {
    format!(
        "(
    id: \"outside\",
    title: (de: \"x\", en: \"x\"),
    begins: \"2027-01-04T00:00\",
    {horizon_and_end}
    kits: [{kits}],
    administrations: [
        (id: \"p\", name: \"P\", kind: provider, kit: \"source\", crew: {crew}),
        (id: \"m\", name: \"M\", kind: municipality, inhabitants: 10000, provider: \"p\", kit: \"town\", it_staff: 1),
    ],
    attack: ({attack}, entry_at: \"2027-01-04T00:00\", compromised_usable: 0, tries_jump: 1),
)\n"
    )
}

/// Mean and standard error of a figure.
fn figure(result: &DrillResult, name: &str) -> (f64, f64) {
    let of = &result.metrics[name];
    (of.mean.unwrap(), of.standard_error.unwrap())
}

fn agrees(name: &str, (mean, error): (f64, f64), expected: f64) {
    let z = (mean - expected) / error;
    assert!(
        z.abs() < 3.5,
        "{name}: {mean} against {expected}, z = {z:.2}"
    );
    // An agreement that any value would reach says nothing.
    assert!(error < 0.03 * expected, "{name}: error {error} of {mean}");
}

/// M/M/c with a finite source (machine repair): mean number out of order and mean time in the queue, from the
/// balance of flows between its states.
fn machine_repair(
    machines: u32,
    failures_per_day: f64,
    repairs_per_day: f64,
    crew: u32,
) -> (f64, f64) {
    let mut weights = vec![1.0];
    for down in 0..machines {
        let fails = f64::from(machines - down) * failures_per_day;
        let repaired = f64::from((down + 1).min(crew)) * repairs_per_day;
        weights.push(weights[down as usize] * fails / repaired);
    }
    let all: f64 = weights.iter().sum();
    let mean = |value: &dyn Fn(u32) -> f64| -> f64 {
        (0..)
            .zip(&weights)
            .map(|(down, weight)| value(down) * weight)
            .sum::<f64>()
            / all
    };
    let out_of_order = mean(&|down| f64::from(down));
    let in_queue = mean(&|down| f64::from(down.saturating_sub(crew)));
    let failures = mean(&|down| f64::from(machines - down) * failures_per_day);
    (out_of_order, in_queue / failures)
}

#[test]
fn machine_repair_is_that_of_the_textbook() {
    // M/M/1 with one machine: down with chance rate / (rate + repair), and nobody waits.
    let (down, wait) = machine_repair(1, 0.5, 1.0, 1);
    assert!((down - 1.0 / 3.0).abs() < 1e-12 && wait == 0.0);
    // Many machines that seldom fail are an open queue: Erlang's formula for M/M/2 at half load, wait 1/3 day.
    let (_, wait) = machine_repair(100_000, 1e-5, 1.0, 2);
    assert!((wait - 1.0 / 3.0).abs() < 1e-3, "{wait}");
}

/// Systems that fail and are repaired by a crew of two wait as in M/M/c.
#[test]
fn a_repair_crew_is_a_queue_with_exponential_times() {
    const MACHINES: u32 = 10;
    let (mut systems, mut links) = (String::new(), String::new());
    for machine in 0..MACHINES {
        writeln!(
            systems,
            "(id: \"s{machine}\", containment: Fixed(\"0m\"), crew_repair: Exp(\"1d\")),"
        )
        .unwrap();
        writeln!(links, "(from: \"provider:core\", to: \"s{machine}\", spread: ByStage(lateral: 0.4, jump: 0.4, impact: 0.4)),").unwrap();
    }
    let kits = format!(
        "(id: \"source\", systems: [(id: \"core\")]), (id: \"town\", systems: [{systems}], links: [{links}])"
    );
    let lost = |days: u32| {
        let text = world(
            &kits,
            "entry: [\"p:core\"]",
            &format!("horizon: \"{days}d\","),
            2,
        );
        figure(&drill(&text, 400), "system_days_lost")
    };
    // Without the first days, in which fewer are out of order than later.
    let (early, late) = (lost(20), lost(120));
    let expected = machine_repair(MACHINES, 0.4, 1.0, 2).0;
    let mean = (late.0 - early.0) / 100.0;
    let error = late.1.hypot(early.1) / 100.0;
    agrees("out of order", (mean, error), expected);
    // The crew matters: with as many as there are systems nobody would wait.
    let nobody_waits = machine_repair(MACHINES, 0.4, 1.0, MACHINES).0;
    assert!(
        expected > 1.3 * nobody_waits,
        "{expected} and {nobody_waits}"
    );
}

/// Along a chain a system is hit if the one before it is hit and passes it on before it is contained.
#[test]
fn the_final_size_in_a_chain_is_a_geometric_sum() {
    const LENGTH: i32 = 6;
    let (mut systems, mut links) = (String::new(), String::new());
    let mut before = "provider:core".to_owned();
    for place in 0..LENGTH {
        writeln!(
            systems,
            "(id: \"s{place}\", containment: Exp(\"2d\"), crew_repair: Exp(\"12h\")),"
        )
        .unwrap();
        writeln!(
            links,
            "(from: \"{before}\", to: \"s{place}\", spread: Constant(1)),"
        )
        .unwrap();
        before = format!("s{place}");
    }
    let kits = format!(
        "(id: \"source\", systems: [(id: \"core\", containment: Exp(\"2d\"), crew_repair: Exp(\"12h\"))]), (id: \"town\", systems: [{systems}], links: [{links}])"
    );
    let text = world(
        &kits,
        "entry: [\"p:core\"], immune_after_rebuild: true",
        "horizon: \"90d\", end: when_quiet,",
        3,
    );
    let passes: f64 = 1.0 / (1.0 + 0.5);
    let size: f64 = (1..=LENGTH).map(|place| passes.powi(place)).sum();
    let share = figure(&drill(&text, 8_000), "ever_infected_share");
    agrees("share", share, size / f64::from(LENGTH));
}

/// Dynamic inoperability input-output model: `dq/dt = K (A q + c - q)`. Returns for each sector `∫ q dt` in days.
fn dynamic_inoperability(
    needs: &[Vec<(usize, f64)>],
    resilience: &[f64],
    first: &[f64],
) -> Vec<f64> {
    const STEP: f64 = 1e-3;
    let mut q = first.to_vec();
    let mut lost = vec![0.0; q.len()];
    for _ in 0..40_000 {
        let change: Vec<f64> = (0..q.len())
            .map(|sector| {
                let from_others: f64 = needs[sector]
                    .iter()
                    .map(|(other, share)| share * q[*other])
                    .sum();
                resilience[sector] * (from_others - q[sector])
            })
            .collect();
        for (sector, change) in change.into_iter().enumerate() {
            lost[sector] += q[sector] * STEP;
            q[sector] += change * STEP;
        }
    }
    lost
}

/// One system fails and comes back after an exponential time; what hangs on it, on several levels and beside
/// alternatives, fails with it. There the mean of many runs is the solution of the inoperability model.
#[test]
fn the_cascade_is_that_of_the_inoperability_model() {
    let kits = "(id: \"source\", systems: [(id: \"core\")]), (id: \"town\", systems: [
        (id: \"root\", containment: Fixed(\"0m\"), crew_repair: Exp(\"2d\")),
        (id: \"spare\"),
        (id: \"middle\", needs: [\"root\"]),
        (id: \"beside\", needs: [\"root\", \"spare\"]),
        (id: \"leaf\", needs: [\"middle\"]),
        (id: \"leaf_of_both\", needs: [\"middle\", \"spare\"]),
        (id: \"doubled\", any_of: [[\"root\", \"spare\"]]),
        (id: \"alone\"),
    ])";
    let text = world(
        kits,
        "entry: [\"m:root\"], immune_after_rebuild: true",
        "horizon: \"60d\",",
        1,
    );
    // What has no supplier of its own any more stands still; one of two alternatives is enough.
    let needs = [
        vec![],
        vec![],
        vec![(0, 1.0)],
        vec![(0, 1.0), (1, 1.0)],
        vec![(2, 1.0)],
        vec![(2, 1.0), (1, 1.0)],
        vec![],
        vec![],
    ];
    // The root recovers by half a day's share a day; the others follow at once.
    let mut resilience = [400.0; 8];
    resilience[0] = 0.5;
    let hit = [1.0, 0.0, 1.0, 1.0, 1.0, 1.0, 0.0, 0.0];
    let lost = dynamic_inoperability(&needs, &resilience, &hit);
    let all: f64 = lost.iter().sum();
    assert!(
        (all - 10.0).abs() < 0.1,
        "five systems for two days each: {all}"
    );
    agrees(
        "system-days",
        figure(&drill(&text, 8_000), "system_days_lost"),
        all,
    );
}
