//! Runs under assumptions that are drawn anew for every so many of them.

use super::super::super::Failure;
use super::super::super::args::{Common, DrillArgs};
use super::super::super::progress::Progress;
use super::{all_variants, grid_rows, is_enough, own, say_if_short};
use crate::drill::{
    AssumptionsHead, GridRow, Head, Onlooker, Point, VariantRow, drawn, play_points, pool_of,
};
use crate::scenario::{Spreads, Uncertain, UncertainClass, load_spreads};

/// Draws after which precision is looked at; the same for any number of threads.
const DRAWS_LOOKED_AT: usize = 10;
/// Most runs of all draws together.
const MOST_RUNS: u32 = 10_000_000;

pub(super) fn play(args: &DrillArgs, common: &Common) -> Result<(Head, Vec<GridRow>), Failure> {
    let draws = args.assumptions.unwrap_or_default();
    let runs = args.runs;
    if runs < 2 {
        return Err(Failure::Usage(
            "error: --assumptions needs --runs 2 or more: one run of a draw does not show what luck does".to_owned(),
        ));
    }
    let all = draws.checked_mul(runs).filter(|all| *all <= MOST_RUNS);
    let all = all.ok_or_else(|| {
        Failure::Usage(format!(
            "error: {draws} draws of {runs} runs are too many; {MOST_RUNS} runs are the most"
        ))
    })?;
    let mut figures = spreads_of(args, common)?.used;
    figures.retain(|figure| figure.class == UncertainClass::Assumption);
    figures.sort_by(|a, b| a.id.cmp(&b.id));
    let as_it_stands = all_variants(args, &[], common)?;
    let mut head = Head::new(&args.vary, &as_it_stands, args.seed, all);
    head.assumptions = Some(AssumptionsHead {
        draws,
        runs_per_draw: runs,
        figures: figures.clone(),
    });
    head.own = own(args, &head)?;
    let numbers: Vec<u32> = match args.shard {
        Some(shard) => shard.runs(all, runs),
        None => (0..all).collect(),
    };
    let points: Vec<Point> = numbers
        .chunks(runs as usize)
        .map(|runs_of_draw| point(args, &figures, runs_of_draw))
        .collect();
    let progress = Progress::new(numbers.len() as u32, common)?;
    let pool = pool_of(args.threads.map(usize::from));
    let mut rows: Vec<GridRow> = Vec::new();
    for batch in points.chunks(DRAWS_LOOKED_AT) {
        let build = |set: &[(String, String)]| all_variants(args, set, common);
        let played = play_points(
            &pool,
            args.seed,
            batch,
            &progress,
            &build,
            &VariantRow::play,
        )?;
        let made = played.len();
        for (point, played) in batch.iter().zip(played) {
            rows.extend(grid_rows(&head, &point.runs, played));
        }
        if made < batch.len() || progress.wants_stop() || is_enough(args, &mut head, &rows) {
            break;
        }
    }
    progress.clear();
    say_if_short(args, &head, &rows);
    Ok((head, rows))
}

fn point(args: &DrillArgs, figures: &[Uncertain], runs: &[u32]) -> Point {
    let draw = runs.first().map_or(0, |run| run / args.runs);
    Point {
        settings: drawn(figures, args.seed, draw).1,
        runs: runs.to_vec(),
    }
}

/// Finds what is uncertain in the scenario of a drill; what is set or varied is not.
pub(in super::super) fn spreads_of(args: &DrillArgs, common: &Common) -> Result<Spreads, Failure> {
    let mut set = args.scenario.set.clone();
    for axis in &args.vary {
        if axis.path != "pact" && axis.path != "response" {
            set.push((axis.path.clone(), axis.values[0].clone()));
        }
    }
    let scenario = &args.scenario;
    let spreads = load_spreads(scenario.name(), &set, &scenario.staging())
        .map_err(|problems| Failure::Bad(problems.render(common.colored_errors())))?;
    if !spreads.left_out.is_empty() {
        let left_out = spreads.left_out.join(", ");
        common.say_more(format_args!(
            "not drawn, for they are settled here: {left_out}"
        ));
    }
    Ok(spreads)
}
