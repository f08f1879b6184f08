//! What a drill is to play: variants, the numbers of the runs, and what is drawn for them.

use super::super::Failure;
use super::super::args::{Common, DrillArgs};
use super::super::record::words_of;
use super::grid::{add_asides, all_variants, asides, own, variants};
use super::hints;
use crate::drill::{Aside, AssumptionsHead, Batch, ClauseHead, Head, Variant, drawn, on_offer};
use crate::scenario::{Spreads, Uncertain, UncertainClass, load_spreads};
use crate::vocab::Text;

/// Most runs of all draws together.
const MOST_RUNS: u32 = 10_000_000;

/// A drill that can be played.
pub(super) struct Plan {
    /// What its runs have in common.
    pub head: Head,
    /// The numbers of the runs that are to be made here.
    pub runs: Vec<u32>,
    /// What is played beside the combinations: the same for every draw.
    asides: Vec<Aside>,
    played_in: PlayedIn,
}

enum PlayedIn {
    /// Every run meets the same scenarios.
    Variants(Vec<Variant>),
    /// Every draw of these has scenarios of its own.
    Draws(Vec<Uncertain>),
}

impl Plan {
    pub(super) fn of(args: &DrillArgs, common: &Common) -> Result<Self, Failure> {
        let mut variants = variants(args, &[])?;
        hints::say(args, &variants, common);
        let asides = asides(args, &variants)?;
        add_asides(&mut variants, &asides, args, &[])?;
        let on_offer = on_offer(&variants[0]).map(ClauseHead::of);
        let prevention = args.prevention.then(|| on_offer.collect());
        let mut plan = match args.assumptions {
            Some(draws) => Self::of_draws(draws, &variants, asides, args, common)?,
            None => Self {
                head: Head::new(&args.vary, &variants, args.seed, args.runs),
                runs: Vec::new(),
                asides,
                played_in: PlayedIn::Variants(variants),
            },
        };
        plan.head.prevention = prevention;
        plan.head.own = own(args, &plan.head)?;
        plan.runs = match args.shard {
            Some(shard) => shard.runs(plan.head.runs, plan.head.runs_per_draw()),
            None => (0..plan.head.runs).collect(),
        };
        Ok(plan)
    }

    fn of_draws(
        draws: u32,
        as_it_stands: &[Variant],
        asides: Vec<Aside>,
        args: &DrillArgs,
        common: &Common,
    ) -> Result<Self, Failure> {
        let runs = args.runs;
        if runs < 2 {
            return Err(Failure::usage(Text::new("drill-one-run-of-a-draw")));
        }
        let all = draws.checked_mul(runs).filter(|all| *all <= MOST_RUNS);
        let all = all.ok_or_else(|| {
            let text = Text::new("drill-many-draws")
                .name("draws", draws.to_string())
                .name("runs", runs.to_string())
                .name("most", MOST_RUNS.to_string());
            Failure::usage(text)
        })?;
        let mut figures = spreads_of(args, common)?.used;
        figures.retain(|figure| figure.class == UncertainClass::Assumption);
        figures.sort_by(|a, b| a.id.cmp(&b.id));
        let mut head = Head::new(&args.vary, as_it_stands, args.seed, all);
        head.assumptions = Some(AssumptionsHead {
            draws,
            runs_per_draw: runs,
            figures: figures.clone(),
        });
        Ok(Self {
            head,
            runs: Vec::new(),
            asides,
            played_in: PlayedIn::Draws(figures),
        })
    }

    /// Parts runs at the borders of draws.
    pub(super) fn batches<'a>(&self, runs: &'a [u32]) -> Vec<Batch<'a>> {
        let draw = |run: &u32| match self.played_in {
            PlayedIn::Variants(_) => 0,
            PlayedIn::Draws(_) => run / self.head.runs_per_draw(),
        };
        let draws = runs.chunk_by(|one, next| draw(one) == draw(next));
        let batch = |runs: &'a [u32]| Batch {
            point: draw(&runs[0]) as usize,
            runs,
        };
        draws.map(batch).collect()
    }

    /// Makes the variants of a batch.
    pub(super) fn variants(&self, point: usize, args: &DrillArgs) -> Result<Vec<Variant>, Failure> {
        match &self.played_in {
            PlayedIn::Variants(variants) => Ok(variants.clone()),
            PlayedIn::Draws(figures) => {
                let (_, settings) = drawn(figures, args.seed, point as u32);
                all_variants(args, &self.asides, &settings)
            }
        }
    }
}

/// Finds what is uncertain in the scenario of a drill; what is set or varied is not.
pub(super) fn spreads_of(args: &DrillArgs, common: &Common) -> Result<Spreads, Failure> {
    let mut set = args.scenario.set.clone();
    for axis in &args.vary {
        if axis.path != "pact" && axis.path != "response" {
            set.push((axis.path.clone(), axis.values[0].clone()));
        }
    }
    let scenario = &args.scenario;
    let spreads = load_spreads(scenario.name(), &set, &scenario.staging())?;
    if !spreads.left_out.is_empty() {
        let left_out = spreads.left_out.join(", ");
        let text = Text::new("drill-not-drawn").name("names", left_out);
        common.say_more(words_of(common, &text));
    }
    Ok(spreads)
}
