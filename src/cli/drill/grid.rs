//! Which variants a drill has, and how long it goes on.

mod nested;

pub(super) use nested::spreads_of;

use std::sync::Arc;

use super::super::args::{Common, DrillArgs, tell};
use super::super::progress::Progress;
use super::super::run::{no_response, pact_of, until};
use super::super::{Failure, args::ScenarioArgs};
use super::default_response;
use crate::drill::stats::Moments;
use crate::drill::{GridRow, Head, Onlooker, Team, Variant, VariantRow, combinations, draw_means};
use crate::exercise::Exercise;
use crate::scenario::{Scenario, load_staged};

/// Figures of a scenario by their path, as typed.
type Figures = Vec<(String, String)>;

/// Runs after which precision is looked at; the same for any number of threads.
const LOOKED_AT_EVERY: usize = 50;
/// By what precision is judged.
const JUDGED_BY: &str = "weighted_lost_service_hours";
/// More combinations than this are a mistake.
const MOST_VARIANTS: usize = 1_000;

/// Plays all variants; returns what runs have in common and what they came to.
pub(super) fn play(args: &DrillArgs, common: &Common) -> Result<(Head, Vec<GridRow>), Failure> {
    if args.assumptions.is_some() {
        return nested::play(args, common);
    }
    let variants = variants(args, &[], common)?;
    let (seed, threads) = (args.seed, args.threads.map(usize::from));
    let mut head = Head::new(&args.vary, &variants, seed, args.runs);
    let first = (
        Arc::clone(&variants[0].scenario),
        variants[0].response.clone(),
    );
    let mut team = Team::new(variants, seed, threads)
        .map_err(|known| no_response(&first.0, &first.1, &known))?;
    let numbers: Vec<u32> = match args.shard {
        Some(shard) => shard.runs(args.runs, 1),
        None => (0..args.runs).collect(),
    };
    let progress = Progress::new(numbers.len() as u32, common)?;
    let mut rows: Vec<GridRow> = Vec::new();
    for batch in numbers.chunks(LOOKED_AT_EVERY) {
        let played = team.play(batch, &progress, &to_the_end);
        let made = played.len();
        rows.extend(grid_rows(batch, played));
        if made < batch.len() || progress.wants_stop() {
            break;
        }
        if is_enough(args, &mut head, &rows) {
            break;
        }
    }
    progress.clear();
    say_if_short(args, &head, &rows);
    Ok((head, rows))
}

/// Plays a run to its end and reads what it came to.
pub(super) fn to_the_end(run: u32, mut exercise: Exercise) -> (VariantRow, Exercise) {
    let end = exercise.end();
    exercise.advance_to(end);
    (VariantRow::of(run, exercise.sim()), exercise)
}

/// Puts numbers to what runs came to.
fn grid_rows(runs: &[u32], played: Vec<Vec<VariantRow>>) -> impl Iterator<Item = GridRow> {
    let numbered = runs.iter().copied().zip(played);
    numbered.map(|(run, variants)| GridRow { run, variants })
}

/// Whether the precision asked for is reached: then the drill is as if no more had been asked for.
fn is_enough(args: &DrillArgs, head: &mut Head, rows: &[GridRow]) -> bool {
    let reached = args
        .precision
        .is_some_and(|share| is_known_to(share, rows, head.runs_per_draw()));
    if reached {
        head.runs = rows.len() as u32;
        let draws = head.runs / head.runs_per_draw();
        if let Some(drawn) = &mut head.assumptions {
            drawn.draws = draws;
        }
    }
    reached
}

fn say_if_short(args: &DrillArgs, head: &Head, rows: &[GridRow]) {
    if let Some(share) = args.precision
        && !is_known_to(share, rows, head.runs_per_draw())
    {
        tell(format_args!(
            "{} runs are not enough for a precision of {share}",
            rows.len()
        ));
    }
}

/// Whether the interval of 95 % is within this share of the first variant's mean, for it or, if there are others,
/// for the differences of all.
fn is_known_to(share: f64, rows: &[GridRow], runs_per_draw: u32) -> bool {
    let Some(first) = rows.first() else {
        return false;
    };
    let of = |row: &GridRow, at: usize| row.variants[at].restricted(JUDGED_BY);
    let moments = |value: &dyn Fn(&GridRow) -> f64| -> Moments {
        let values: Vec<f64> = rows.iter().map(value).collect();
        draw_means(&values, runs_per_draw as usize)
            .into_iter()
            .collect()
    };
    let base = moments(&|row| of(row, 0));
    let Some(scale) = base.mean().filter(|mean| *mean > 0.0) else {
        return false;
    };
    let is_within = |moments: Moments| {
        moments
            .interval()
            .is_some_and(|interval| interval.half_width() <= share * scale)
    };
    if first.variants.len() == 1 {
        return is_within(base);
    }
    (1..first.variants.len()).all(|at| is_within(moments(&|row| of(row, at) - of(row, 0))))
}

/// Makes every combination, with figures set besides; those that change no figure share a scenario.
pub(super) fn variants(
    args: &DrillArgs,
    besides: &[(String, String)],
    common: &Common,
) -> Result<Vec<Variant>, Failure> {
    let all = combinations(&args.vary);
    if all.len() > MOST_VARIANTS {
        return Err(Failure::Usage(format!(
            "error: --vary gives {} combinations; {MOST_VARIANTS} are the most",
            all.len()
        )));
    }
    for (path, given) in [("pact", &args.pact), ("response", &args.response)] {
        if given.is_some() && args.vary.iter().any(|axis| axis.path == path) {
            return Err(Failure::Usage(format!(
                "error: `{path}` is set by --{path} and varied by --vary"
            )));
        }
    }
    for (at, axis) in args.vary.iter().enumerate() {
        if args.vary[..at].iter().any(|other| other.path == axis.path) {
            return Err(Failure::Usage(format!(
                "error: `{}` is varied twice",
                axis.path
            )));
        }
    }
    let mut loaded: Vec<(Figures, Arc<Scenario>)> = Vec::new();
    let mut variants = Vec::new();
    for settings in all {
        let is_of_run = |path: &str| path == "pact" || path == "response";
        let value_of = |name: &str| {
            let found = settings.iter().find(|(path, _)| path == name);
            found.map(|(_, value)| value.clone())
        };
        let figures = settings.iter().filter(|(path, _)| !is_of_run(path));
        let figures: Figures = figures.cloned().collect();
        let known = loaded.iter().find(|(other, _)| *other == figures);
        let scenario = match known {
            Some((_, scenario)) => Arc::clone(scenario),
            None => {
                let set = [besides, &figures].concat();
                let scenario = load(&args.scenario, &set, args.until, common)?;
                loaded.push((figures, Arc::clone(&scenario)));
                scenario
            }
        };
        let pact = value_of("pact").or_else(|| args.pact.clone());
        let response = value_of("response").or_else(|| args.response.clone());
        let response = response.unwrap_or_else(|| default_response(&scenario));
        if !scenario.responses.iter().any(|plan| plan.id == response) {
            let known: Vec<String> = scenario
                .responses
                .iter()
                .map(|plan| plan.id.clone())
                .collect();
            return Err(no_response(&scenario, &response, &known));
        }
        variants.push(Variant {
            pact: pact_of(&scenario, pact.as_deref())?,
            response,
            scenario,
            settings,
        });
    }
    Ok(variants)
}

fn load(
    args: &ScenarioArgs,
    figures: &[(String, String)],
    minutes: Option<u32>,
    common: &Common,
) -> Result<Arc<Scenario>, Failure> {
    let set = [&args.set[..], figures].concat();
    let scenario = load_staged(args.name(), &set, &args.staging())
        .map_err(|problems| Failure::Bad(problems.render(common.colored_errors())))?;
    Ok(until(Arc::new(scenario), minutes))
}
