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
use crate::drill::{
    GridRow, Head, Onlooker, Team, Variant, VariantRow, combinations, drafts_own_clauses,
    draw_means, judged_by,
};
use crate::scenario::{Scenario, load_staged};

/// Figures of a scenario by their path, as typed.
type Figures = Vec<(String, String)>;

/// Runs after which precision is looked at; the same for any number of threads.
const LOOKED_AT_EVERY: usize = 50;
/// More combinations than this are a mistake.
const MOST_VARIANTS: usize = 1_000;

/// Plays all variants, with progress on standard error; returns what runs have in common and what they came to.
pub(super) fn play(args: &DrillArgs, common: &Common) -> Result<(Head, Vec<GridRow>), Failure> {
    if args.assumptions.is_some() {
        return nested::play(args, common);
    }
    let progress = Progress::new(numbers(args).len() as u32, common)?;
    let played = play_watched(args, common, &progress);
    progress.clear();
    let (head, rows) = played?;
    say_if_short(args, &head, &rows);
    Ok((head, rows))
}

/// The numbers of the runs that are to be made here.
fn numbers(args: &DrillArgs) -> Vec<u32> {
    match args.shard {
        Some(shard) => shard.runs(args.runs, 1),
        None => (0..args.runs).collect(),
    }
}

/// Plays all variants while somebody looks on.
pub(super) fn play_watched(
    args: &DrillArgs,
    common: &Common,
    onlooker: &dyn Onlooker,
) -> Result<(Head, Vec<GridRow>), Failure> {
    let variants = all_variants(args, &[], common)?;
    let (seed, threads) = (args.seed, args.threads.map(usize::from));
    let mut head = Head::new(&args.vary, &variants, seed, args.runs);
    head.own = own(args, &head)?;
    let first = (
        Arc::clone(&variants[0].scenario),
        variants[0].response.clone(),
    );
    let mut team = Team::new(variants, seed, threads)
        .map_err(|known| no_response(&first.0, &first.1, &known))?;
    let numbers = numbers(args);
    let mut rows: Vec<GridRow> = Vec::new();
    for batch in numbers.chunks(LOOKED_AT_EVERY) {
        let played = team.play(batch, onlooker, &VariantRow::play);
        let made = played.len();
        rows.extend(grid_rows(&head, batch, played));
        if made < batch.len() || onlooker.wants_stop() {
            break;
        }
        if is_enough(args, &mut head, &rows) {
            break;
        }
    }
    Ok((head, rows))
}

/// Puts numbers to what runs came to.
fn grid_rows(head: &Head, runs: &[u32], played: Vec<Vec<VariantRow>>) -> Vec<GridRow> {
    let numbered = runs.iter().copied().zip(played);
    let rows = numbered.map(|(run, mut variants)| {
        for (row, variant) in variants.iter_mut().zip(&head.variants) {
            if variant.without.is_some() {
                row.keep_figures_only();
            }
        }
        GridRow { run, variants }
    });
    rows.collect()
}

/// Whether the precision asked for is reached: then the drill is as if no more had been asked for.
fn is_enough(args: &DrillArgs, head: &mut Head, rows: &[GridRow]) -> bool {
    let reached = args
        .precision
        .is_some_and(|share| is_known_to(share, head, rows));
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
        && !is_known_to(share, head, rows)
    {
        tell(format_args!(
            "{} runs are not enough for a precision of {share}",
            rows.len()
        ));
    }
}

/// Whether the interval of 95 % is within this share of the first variant's mean, for it or, if there are others,
/// for the differences of all, each to what it is compared with. Where there are no services the days count that systems
/// were down. Runs that do not differ at all prove nothing: what is rare may not have come yet.
fn is_known_to(share: f64, head: &Head, rows: &[GridRow]) -> bool {
    let Some(first) = rows.first() else {
        return false;
    };
    let has_services = head.places.iter().any(|place| place.offers_services);
    let judged_by = judged_by(has_services);
    let runs_per_draw = head.runs_per_draw();
    let of = |row: &GridRow, at: usize| row.variants[at].restricted(judged_by);
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
        moments.interval().is_some_and(|interval| {
            (f64::MIN_POSITIVE..=share * scale).contains(&interval.half_width())
        })
    };
    if first.variants.len() == 1 {
        return is_within(base);
    }
    (1..first.variants.len()).all(|at| {
        let with = match head.variants[at].without {
            Some(_) => head.draft(),
            None => 0,
        };
        is_within(moments(&|row| of(row, at) - of(row, with)))
    })
}

/// The administration that is looked at more closely, if it is there.
pub(super) fn own(args: &DrillArgs, head: &Head) -> Result<Option<String>, Failure> {
    let Some(key) = &args.own else {
        return Ok(None);
    };
    let mut offering = head.places.iter().filter(|place| place.offers_services);
    if offering.any(|place| place.id == *key) {
        return Ok(Some(key.clone()));
    }
    Err(Failure::Usage(format!(
        "error: there is no administration `{key}` with services in `{}`",
        head.scenario
    )))
}

/// Makes all that is played: every combination, then, if that is asked for, the last without one clause after another.
pub(super) fn all_variants(
    args: &DrillArgs,
    besides: &[(String, String)],
    common: &Common,
) -> Result<Vec<Variant>, Failure> {
    let mut all = variants(args, besides, common)?;
    if args.clauses {
        leave_out_clauses(&mut all, args, besides, common)?;
    }
    Ok(all)
}

/// Adds the last variant without each clause that the first has not.
fn leave_out_clauses(
    variants: &mut Vec<Variant>,
    args: &DrillArgs,
    besides: &[(String, String)],
    common: &Common,
) -> Result<(), Failure> {
    let (first, draft) = (variants[0].clone(), variants[variants.len() - 1].clone());
    let pact = draft.scenario.pacts[draft.pact].id.clone();
    let clauses = drafts_own_clauses(&first, &draft);
    if clauses.is_empty() {
        return Err(Failure::Usage(format!(
            "error: --clauses needs two pacts to compare, as in --vary pact=loi,contract: `{pact}` has no clause beyond the first"
        )));
    }
    for clause in clauses {
        let mut settings = draft.settings.clone();
        settings.push((format!("pact.{pact}.clause.{clause}"), "off".to_owned()));
        let figures: Figures = settings
            .iter()
            .filter(|(path, _)| path != "pact" && path != "response")
            .chain(besides)
            .cloned()
            .collect();
        let scenario = load(&args.scenario, &figures, args.until, common)?;
        variants.push(Variant {
            pact: pact_of(&scenario, Some(&pact))?,
            response: draft.response.clone(),
            settings: draft.settings.clone(),
            without: Some(clause),
            scenario,
        });
    }
    Ok(())
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
            without: None,
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
