//! The reckoning behind a drill at the screen: played in a thread, watched and stopped from outside.

use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::sync::{Mutex, PoisonError};
use std::time::Instant;

use super::super::args::{Common, DrillArgs};
use super::super::{Failure, records};
use super::deeper::{Reckoned, has_clauses_beyond};
use super::{files, plan, play, sensitivity};
use crate::aar::{AskedFrom, DrillSummary, drill_summary, page_name};
use crate::drill::{DrillResult, Head, Onlooker};
use crate::scenario::Scenario;
use crate::tui::{DrillOrder, DrillReport, DrillState, DrillWords, LevelBand};
use crate::vocab::{DAY, Text};
use crate::words::Lang;

/// Runs at each point where each assumption is looked at by itself: a tenth of those of the drill, within these bounds.
const POINT_RUNS: (u32, u32) = (20, 40);

/// What the thread and the screen share.
#[derive(Default)]
pub(super) struct Shared {
    /// Courses that are done.
    done: AtomicU32,
    /// Of how many.
    of: AtomicU32,
    /// How many versions a run is played in: each is a course.
    versions: AtomicU32,
    stop: AtomicBool,
    /// When the first run began.
    began: Mutex<Option<Instant>>,
    /// What came out, or why nothing did.
    outcome: Mutex<Option<Result<Box<DrillReport>, Text>>>,
}

impl Onlooker for Shared {
    fn run_done(&self) {
        let courses = self.versions.load(Ordering::Relaxed);
        self.done.fetch_add(courses, Ordering::Relaxed);
    }

    fn wants_stop(&self) -> bool {
        let mut began = self.began.lock().unwrap_or_else(PoisonError::into_inner);
        began.get_or_insert_with(Instant::now);
        self.stop.load(Ordering::Relaxed)
    }
}

impl Shared {
    /// Begins no further run.
    pub(super) fn stop(&self) {
        self.stop.store(true, Ordering::Relaxed);
    }

    /// Says what came out.
    pub(super) fn end(&self, outcome: Result<Box<DrillReport>, Text>) {
        let mut kept = self.outcome.lock().unwrap_or_else(PoisonError::into_inner);
        *kept = Some(outcome);
    }

    /// What came out, once it has.
    pub(super) fn outcome(&self) -> Option<DrillState> {
        let outcome = self.outcome.lock().unwrap_or_else(PoisonError::into_inner);
        Some(match outcome.as_ref()? {
            Ok(report) => DrillState::Done(report.clone()),
            Err(why) => DrillState::Failed(why.clone()),
        })
    }

    /// How far it is, and how long it still takes.
    pub(super) fn how_far(&self) -> DrillState {
        let (done, of) = (
            self.done.load(Ordering::Relaxed),
            self.of.load(Ordering::Relaxed),
        );
        let began = *self.began.lock().unwrap_or_else(PoisonError::into_inner);
        let seconds_left = began.filter(|_| done > 0).map(|began| {
            let each = began.elapsed().as_secs_f64() / f64::from(done);
            // Never negative: no more courses are done than wanted.
            #[allow(clippy::cast_sign_loss)]
            let left = (each * f64::from(of.saturating_sub(done))).ceil() as u32;
            // In steps, so that it does not flicker.
            left.div_ceil(5) * 5
        });
        DrillState::Running {
            done,
            of: if began.is_some() { of } else { 0 },
            seconds_left,
        }
    }

    /// Says how much there is to do in all.
    fn plan(&self, courses: u64) {
        let courses = u32::try_from(courses).unwrap_or(u32::MAX);
        self.of.store(courses, Ordering::Relaxed);
    }

    /// Begins a part in which each run is played in so many versions.
    fn begin_part(&self, versions: usize) {
        self.versions.store(versions as u32, Ordering::Relaxed);
    }
}

/// Asks besides what the result hangs on: clauses, prevention for the same money, and each assumption by itself.
pub(super) fn look_deeper(args: &mut DrillArgs, order: &DrillOrder, scenario: &Scenario) {
    let has_more = |draft: &String| has_clauses_beyond(scenario, &order.today, draft);
    args.clauses = order.draft.as_ref().is_some_and(has_more);
    args.prevention = order.draft.is_some();
    args.sensitivity = true;
    args.trajectories = 0;
    args.sobol = 0;
    args.point_runs = (args.runs / 10).clamp(POINT_RUNS.0, POINT_RUNS.1);
}

/// Plays all runs, writes all files, and says in both languages what came out.
pub(super) fn reckon(
    args: &DrillArgs,
    scenario: &Scenario,
    common: &Common,
    shared: &Shared,
) -> Result<Box<DrillReport>, Failure> {
    let plan = plan::Plan::of(args, common)?;
    let folder = records::drills().ok_or(Failure::Interrupted)?;
    let folder = records::fresh(&folder, &scenario.id);
    std::fs::create_dir_all(&folder)?;
    let study = args.sensitivity.then(|| sensitivity::prepare(args, common));
    let study = study.transpose()?;
    let mut runs = play::Runs::begin(args, &plan, Some(&folder), common)?;
    let courses = |runs: u32, versions: usize| u64::from(runs) * versions as u64;
    let of_runs = courses(runs.wanted, plan.head.variants.len());
    let of_study = study
        .as_ref()
        .map_or(0, |study| courses(study.most_runs(), study.versions()));
    shared.plan(of_runs + of_study);
    shared.begin_part(plan.head.variants.len());
    let began = Instant::now();
    runs.play(&plan, args, common, shared)?;
    if runs.made == 0 {
        runs.discard_all()?;
        std::fs::remove_dir(&folder)?;
        return Err(Failure::Interrupted);
    }
    let (head, wanted) = (runs.head.clone(), runs.wanted);
    let took = began.elapsed();
    let mut result = DrillResult::of_grid(&head, &runs.gathered, args.money.valuation());
    if let Some(study) = study.filter(|_| runs.is_complete()) {
        shared.begin_part(study.versions());
        result.sensitivity = study.play_before(shared, args, None)?;
    }
    let reckoned = Reckoned {
        args,
        head: &head,
        result: &result,
        scenario,
        runs: runs.made,
        took,
    };
    let deeper = reckoned.lines(common);
    let asked = AskedFrom::Menu(&deeper);
    for lang in [Lang::De, Lang::En] {
        let written = files::write(&folder, &head, &runs.gathered, &result, lang, asked);
        written.map_err(|failure| runs.with_what_is_kept(failure, common))?;
    }
    runs.discard()?;
    let words = |lang| {
        let page = folder.join(page_name(lang));
        said(drill_summary(&head, &result, lang, asked), page)
    };
    Ok(Box::new(DrillReport {
        de: words(Lang::De),
        en: words(Lang::En),
        bands: bands(&head, &result),
        days: head.until_minutes / DAY,
        runs: (result.runs(), wanted),
    }))
}

fn said(summary: DrillSummary, written: PathBuf) -> DrillWords {
    DrillWords {
        heading: summary.heading,
        answers: summary.answers,
        figures: summary.figures,
        recovery: summary.recovery,
        names: summary.names,
        written,
        deeper: summary.deeper,
    }
}

fn bands(head: &Head, result: &DrillResult) -> Vec<LevelBand> {
    let draft = head.draft();
    let shown = [0, draft].into_iter().take(if draft == 0 { 1 } else { 2 });
    shown
        .map(|at| {
            let course = &result.variants[at].course;
            LevelBand {
                low: course.q05_of_100.clone(),
                median: course.median_of_100.clone(),
                high: course.q95_of_100.clone(),
            }
        })
        .collect()
}
