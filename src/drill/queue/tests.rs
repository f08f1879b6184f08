use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use super::*;
use crate::drill::grid::{Axis, combinations};
use crate::drill::row::VariantRow;
use crate::scenario::{Scenario, load};
use crate::vocab::AdministrationId;

fn scenario() -> Arc<Scenario> {
    Arc::new(load("einstieg", &[]).expect("a scenario"))
}

fn variants(scenario: &Arc<Scenario>) -> Vec<Variant> {
    vec![Variant {
        settings: Vec::new(),
        scenario: Arc::clone(scenario),
        pact: 0,
        response: "passive".to_owned(),
        aside: None,
    }]
}

const RUNS: [u32; 12] = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11];

/// Plays twelve runs in batches of so many; what was handed over, and how it ended.
fn played(
    threads: usize,
    batch: usize,
    build: &(dyn Fn(usize) -> Result<Vec<Variant>, usize> + Sync),
    play: &(dyn Fn(u32) -> u32 + Sync),
    most: usize,
) -> (Vec<(usize, u32)>, Result<(), usize>) {
    let batches: Vec<Batch<'_>> = RUNS
        .chunks(batch)
        .enumerate()
        .map(|(point, runs)| Batch { point, runs })
        .collect();
    let work = Work {
        seed: 1,
        threads: Some(threads),
        batches: &batches,
        build,
        play: &|run, exercise| (play(run), exercise),
        onlooker: &(),
    };
    let mut rows = Vec::new();
    let ended = work.play(&mut |batch, run, row| {
        assert_eq!(row, [run]);
        rows.push((batch, run));
        Ok(if rows.len() < most {
            ControlFlow::Continue(())
        } else {
            ControlFlow::Break(())
        })
    });
    (rows, ended)
}

#[test]
fn rows_come_in_their_order_up_to_the_first_fault_or_the_end_that_is_wanted() {
    let scenario = scenario();
    // Early runs take longest.
    let slow = |run: u32| {
        std::thread::sleep(Duration::from_millis(u64::from(12 - run)));
        run
    };
    for threads in [1, 2, 5, 30] {
        for batch in [1, 3, 5, 12] {
            let all: Vec<(usize, u32)> = (0..).map(|at| at / batch).zip(RUNS).collect();
            let build = |_| Ok(variants(&scenario));
            let (rows, ended) = played(threads, batch, &build, &slow, 99);
            assert_eq!((rows, ended), (all.clone(), Ok(())));
            let (rows, ended) = played(threads, batch, &build, &slow, 4);
            assert_eq!((&rows[..], ended), (&all[..4], Ok(())));
            let faulty = |point| match point {
                0 | 1 => Ok(variants(&scenario)),
                _ => Err(point),
            };
            let (rows, ended) = played(threads, batch, &faulty, &slow, 99);
            let before = all.len().min(2 * batch);
            assert_eq!(rows, all[..before], "{threads} {batch}");
            assert_eq!(ended, if before < 12 { Err(2) } else { Ok(()) });
        }
    }
}

/// Three batches for four threads: who finds no batch of its own helps.
#[test]
fn no_thread_is_idle_while_there_are_runs() {
    let scenario = scenario();
    let (here, together) = (Mutex::new(0), Condvar::new());
    let most = AtomicUsize::new(0);
    let meet = |run: u32| {
        let mut count = here.lock().unwrap();
        *count += 1;
        most.fetch_max(*count, Ordering::Relaxed);
        together.notify_all();
        let wait = Duration::from_secs(30);
        let waited = together.wait_timeout_while(count, wait, |_| most.load(Ordering::Relaxed) < 4);
        *waited.unwrap().0 -= 1;
        run
    };
    let build = |_| Ok(variants(&scenario));
    let (rows, _) = played(4, 4, &build, &meet, 99);
    assert_eq!((rows.len(), most.into_inner()), (12, 4));
}

/// The run that is due is the last to end: the others wait for it rather than run ahead without end.
#[test]
fn nobody_runs_too_far_ahead() {
    let scenario = scenario();
    let runs: Vec<u32> = (0..400).collect();
    let begun = AtomicUsize::new(0);
    let at_its_end = AtomicUsize::new(0);
    let work = Work {
        seed: 1,
        threads: Some(2),
        batches: &[Batch {
            point: 0,
            runs: &runs,
        }],
        build: &|_| Ok::<_, ()>(variants(&scenario)),
        play: &|run, exercise| {
            begun.fetch_add(1, Ordering::SeqCst);
            if run == 0 {
                while begun.load(Ordering::SeqCst) < 2 * AHEAD {
                    std::thread::sleep(Duration::from_millis(1));
                }
                // Whoever could go on would do so now.
                std::thread::sleep(Duration::from_millis(50));
                at_its_end.store(begun.load(Ordering::SeqCst), Ordering::SeqCst);
            }
            ((), exercise)
        },
        onlooker: &(),
    };
    let mut rows = 0;
    let ended = work.play(&mut |_, _, _| {
        rows += 1;
        Ok(ControlFlow::Continue(()))
    });
    assert_eq!((rows, ended), (400, Ok(())));
    assert_eq!(at_its_end.into_inner(), 2 * AHEAD);
}

#[test]
#[should_panic(expected = "panicked")]
fn a_run_that_panics_ends_all() {
    let scenario = scenario();
    let build = |_| Ok(variants(&scenario));
    let panics = |run: u32| {
        assert!(run != 3, "run 3 panicked");
        run
    };
    let _ = played(3, 12, &build, &panics, 99);
}

/// Every combination of these axes, as a drill makes them.
fn grid(axes: &[&str]) -> Vec<Variant> {
    let axes: Vec<Axis> = axes
        .iter()
        .map(|text| Axis::parse(text).expect("an axis"))
        .collect();
    let all = combinations(&axes).into_iter();
    all.map(|settings| {
        let value = |name: &str| {
            let found = settings.iter().find(|(path, _)| path == name);
            found.map(|(_, value)| value.clone())
        };
        let is_figure = |path: &str| path != "pact" && path != "response";
        let figures = settings.iter().filter(|(path, _)| is_figure(path));
        let figures: Vec<(String, String)> = figures.cloned().collect();
        let scenario = Arc::new(load("einstieg", &figures).expect("a scenario"));
        let pact = value("pact").expect("pacts are varied");
        let pact = scenario.pacts.iter().position(|of| of.id == pact);
        Variant {
            pact: pact.expect("a pact"),
            response: value("response").unwrap_or_else(|| "by_the_book".to_owned()),
            settings,
            scenario,
            aside: None,
        }
    })
    .collect()
}

/// Plays two runs of all variants; what they came to, and how many courses that took.
fn courses(variants: &[Variant]) -> (Vec<Vec<VariantRow>>, usize) {
    let begun = AtomicUsize::new(0);
    let work = Work {
        seed: 7,
        threads: Some(2),
        batches: &[Batch {
            point: 0,
            runs: &[0, 1],
        }],
        build: &|_| Ok::<_, ()>(variants.to_vec()),
        play: &|run, exercise| {
            begun.fetch_add(1, Ordering::SeqCst);
            VariantRow::play(run, exercise)
        },
        onlooker: &(),
    };
    let mut rows = Vec::new();
    let ended = work.play(&mut |_, _, row| {
        rows.push(row);
        Ok(ControlFlow::Continue(()))
    });
    assert_eq!(ended, Ok(()));
    (rows, begun.into_inner())
}

/// What a figure of one pact sets changes nothing under another, nor does a clause that it has not: that is played once,
/// and each has the row it would have had.
#[test]
fn versions_that_cannot_differ_are_played_once() {
    for figure in [
        "pact.contract.notebook_pool=20,60",
        "clause.notebook_pool.notebook_pool=20,60",
    ] {
        let variants = grid(&["pact=none,contract", figure]);
        let (rows, played) = courses(&variants);
        assert_eq!(played, 2 * 3, "{figure}");
        for (at, variant) in variants.iter().enumerate() {
            let (alone, played) = courses(std::slice::from_ref(variant));
            assert_eq!(played, 2);
            for (row, alone) in rows.iter().zip(alone) {
                assert_eq!(row[at], alone[0], "{:?}", variant.settings);
            }
        }
        assert_eq!(rows[0][0], rows[0][1], "{figure}");
    }
}

/// Only what compiles to the same is taken over: what differs in a figure, a pact or a response plan is played, and a
/// path that should change nothing but does.
#[test]
fn what_may_differ_is_played() {
    for axes in [
        &["pact=none,contract", "pact.*.notebook_pool=20,60"][..],
        &["pact=none,contract", "parameters.carry_home_share=0,0.05"],
        &[
            "pact=none,contract",
            "clause.assistance_by_law.cost_eur_once=0,5",
        ],
        &["pact=none,contract", "response=passive,by_the_book"],
        &["pact=none,loi"],
    ] {
        let variants = grid(axes);
        let shelf = Shelf::of(variants);
        let each: Vec<usize> = (0..shelf.variants.len()).collect();
        assert_eq!(shelf.played_as, each, "{axes:?}");
    }
    let axes = ["pact=none,contract", "pact.contract.notebook_pool=20,60"];
    let mut variants = grid(&axes);
    assert_eq!(Shelf::of(variants.clone()).played_as, [0, 0, 2, 3]);
    Arc::make_mut(&mut variants[1].scenario).horizon_minutes += 1;
    assert_eq!(Shelf::of(variants).played_as, [0, 1, 2, 3]);
}

#[test]
fn logs_that_nobody_reads_change_no_course() {
    let scenario = scenario();
    for run in 0..3 {
        let played = |world: World| {
            let bots = players(&scenario, "by_the_book", &[]).expect("the plan is there");
            let start = Start {
                seed: 3,
                run,
                pact: 2,
            };
            let mut exercise = Exercise::new(world, start, bots, None);
            exercise.advance_to(exercise.end());
            let seats = || (0..scenario.administrations.len()).map(AdministrationId::from_index);
            let logged: usize = seats().map(|seat| exercise.known(seat).log().len()).sum();
            let first = exercise.known(AdministrationId(0));
            let heard = seats().filter(|other| first.heard_of(*other).is_some());
            let figures = format!("{:?}", exercise.sim().run_metrics());
            (figures, logged, heard.count())
        };
        let world = World::new(Arc::clone(&scenario));
        let without = world.sibling().without_logs();
        let sibling = without.sibling();
        let (figures, logged, heard) = played(world);
        assert!(logged > 100 && heard > 0, "{logged}, {heard}");
        assert_eq!(played(without), (figures.clone(), 0, 0));
        assert_eq!(played(sibling), (figures, 0, 0));
    }
}
