//! A study of what matters, from the points to play to the table.

use serde::Serialize;

use super::kept::KeptPoints;
use super::morris::{Trajectory, effects, trajectories};
use super::sobol::{Indices, Sample, indices, sample};
use crate::drill::head::Setting;
use crate::drill::points::{Build, Crew, Point, Settings, play_points};
use crate::drill::row::VariantRow;
use crate::drill::stats::Moments;
use crate::drill::{NotKept, Onlooker, Variant};
use crate::exercise::Exercise;
use crate::scenario::Uncertain;

/// How much is played.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StudyPlan {
    /// Seed of luck and of all points.
    pub seed: u64,
    /// Runs at each point, numbered from 0: the same luck everywhere.
    pub runs_per_point: u32,
    /// Trajectories of the screening; 0 leaves it out.
    pub trajectories: u32,
    /// Rows of each of the two samples for Sobol indices; 0 leaves these out.
    pub sobol_rows: u32,
    /// Of how many figures Sobol indices are estimated at most.
    pub few: usize,
}

/// What is looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum OutputKind {
    /// The figure in the first variant.
    Metric,
    /// The figure in a variant less that in the first, by the same luck.
    Difference,
}

/// What a figure does to one output. Effects are in the unit of the metric.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct FigureEffect {
    /// Which.
    #[serde(flatten)]
    pub figure: Uncertain,
    /// The lower end, as it is typed.
    pub low: String,
    /// The upper end.
    pub high: String,
    /// The output at the lower end, all others as the scenario has them.
    pub at_low: f64,
    /// The output at the upper end.
    pub at_high: f64,
    /// Width of the bar: between the least and the most of both ends and the scenario as it stands.
    pub swing: f64,
    /// Whether a difference changes its sign from one end to the other or to the scenario as it stands.
    pub turns: bool,
    /// Mean elementary effect over the whole spread; `None` without a screening.
    pub mu: Option<f64>,
    /// Mean size of the elementary effects; `None` without a screening.
    pub mu_star: Option<f64>,
    /// Standard error of it.
    pub mu_star_standard_error: Option<f64>,
    /// Standard deviation of the elementary effects: bends and interactions.
    pub sigma: Option<f64>,
    /// Sobol indices, for the few that matter most; null for the others.
    pub sobol: Option<Indices>,
}

#[cfg(test)]
impl FigureEffect {
    /// A bar from one value to another, as if a clause at this path made it; its effects were not looked at.
    pub(crate) fn bar(path: &str, at_low: f64, at_high: f64) -> Self {
        use crate::scenario::{LocalText, UncertainClass, ValueSpread};
        Self {
            figure: Uncertain {
                id: path.to_owned(),
                title: LocalText {
                    de: path.to_owned(),
                    en: path.to_owned(),
                },
                class: UncertainClass::Clause,
                spread: ValueSpread::Uniform(0.0, 1.0),
                set: vec![(path.to_owned(), "{}".to_owned())],
                source: String::new(),
                confidence: String::new(),
            },
            low: String::new(),
            high: String::new(),
            at_low,
            at_high,
            swing: (at_high - at_low).abs(),
            turns: false,
            mu: None,
            mu_star: None,
            mu_star_standard_error: None,
            sigma: None,
            sobol: None,
        }
    }
}

/// What a figure does to the sign of a difference.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sign {
    /// It is the same from one end of the spread to the other.
    Keeps,
    /// It is not.
    Turns,
    /// So few runs do not tell on which side of zero the difference lies, so not what turns it either.
    Open,
}

/// What matters for one output.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct OutputEffects {
    /// Whether it is the figure itself or a difference.
    pub kind: OutputKind,
    /// Position of the variant it is about.
    pub variant: usize,
    /// What that variant sets.
    pub settings: Vec<Setting>,
    /// The output with the scenario as it stands.
    pub as_it_stands: f64,
    /// Standard error of that, for so few runs: luck.
    pub as_it_stands_standard_error: Option<f64>,
    /// Whether so few runs tell on which side of zero it lies: by its interval of 95 %.
    pub is_settled: bool,
    /// Standard deviation of the output over the points of the screening.
    pub standard_deviation: Option<f64>,
    /// What each figure does, ordered by id.
    pub figures: Vec<FigureEffect>,
}

impl OutputEffects {
    /// Tells whether it is a difference of which so few runs do not tell on which side of zero it lies.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.kind == OutputKind::Difference && !self.is_settled
    }

    /// Returns what one of its figures does to its sign.
    #[must_use]
    pub fn sign(&self, of: &FigureEffect) -> Sign {
        if self.is_open() {
            Sign::Open
        } else if of.turns {
            Sign::Turns
        } else {
            Sign::Keeps
        }
    }
}

/// What matters.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Sensitivity {
    /// Name of the metric.
    pub metric: String,
    /// Runs at each point: outputs are means over them.
    pub runs_per_point: u32,
    /// Trajectories of the screening.
    pub trajectories: u32,
    /// Rows of each of the two samples for Sobol indices.
    pub sobol_rows: u32,
    /// Points played in all.
    pub points: u32,
    /// The metric of the first variant, then each difference to it.
    pub outputs: Vec<OutputEffects>,
}

impl StudyPlan {
    /// Returns how many runs a study of so many figures plays at most.
    #[must_use]
    pub fn most_runs(&self, figures: usize) -> u32 {
        let figures = figures as u32;
        let few = figures.min(self.few as u32);
        let points =
            1 + 2 * figures + self.trajectories * (figures + 1) + self.sobol_rows * (few + 2);
        points.saturating_mul(self.runs_per_point)
    }
}

/// Plays a study of the variants that `build` makes; `None` if the onlooker stopped it. What `kept` knows is not played
/// again, and what is played is kept there.
///
/// # Errors
/// That of the first point whose variants cannot be made, or that a run cannot be kept.
pub fn study<E: Send + From<NotKept>>(
    figures: &[Uncertain],
    metric: &str,
    plan: StudyPlan,
    threads: Option<usize>,
    onlooker: &dyn Onlooker,
    build: Build<'_, E>,
    kept: Option<&mut KeptPoints>,
) -> Result<Option<Sensitivity>, E> {
    let as_it_stands = build(&[])?;
    let mut player = Player {
        figures,
        metric,
        plan,
        threads,
        onlooker,
        build,
        kept,
    };
    let mut screened = vec![vec![None; figures.len()]];
    for figure in 0..figures.len() {
        for end in [0.0, 1.0] {
            let mut point = vec![None; figures.len()];
            point[figure] = Some(end);
            screened.push(point);
        }
    }
    let ways = trajectories(plan.seed, figures.len(), plan.trajectories);
    let on_ways = ways.iter().flat_map(|way| &way.points);
    screened.extend(on_ways.map(|point| point.iter().copied().map(Some).collect()));
    let Some(screened) = player.play(&screened)? else {
        return Ok(None);
    };
    let outputs = as_it_stands.len();
    let mut tables: Vec<OutputEffects> = (0..outputs)
        .map(|output| {
            let values = means(&screened, output);
            OutputEffects {
                as_it_stands_standard_error: screened[0][output].standard_error(),
                is_settled: screened[0][output]
                    .interval()
                    .is_some_and(|interval| !interval.contains(0.0)),
                ..screening(figures, &ways, &values, output, &as_it_stands[output])
            }
        })
        .collect();
    let few = most_important(&tables, plan.few);
    let mut points = screened.len();
    if plan.sobol_rows > 1 && !few.is_empty() {
        let sample = sample(plan.seed, few.len(), plan.sobol_rows);
        let all: Vec<Vec<Option<f64>>> = sample
            .points
            .iter()
            .map(|point| spread_out(point, &few, figures.len()))
            .collect();
        points += all.len();
        let Some(played) = player.play(&all)? else {
            return Ok(None);
        };
        for (output, table) in tables.iter_mut().enumerate() {
            enter_indices(table, &sample, &means(&played, output), &few, plan.seed);
        }
    }
    Ok(Some(Sensitivity {
        metric: metric.to_owned(),
        runs_per_point: plan.runs_per_point,
        trajectories: plan.trajectories,
        sobol_rows: plan.sobol_rows,
        points: points as u32,
        outputs: tables,
    }))
}

/// What plays points.
struct Player<'a, E> {
    figures: &'a [Uncertain],
    metric: &'a str,
    plan: StudyPlan,
    threads: Option<usize>,
    onlooker: &'a dyn Onlooker,
    build: Build<'a, E>,
    kept: Option<&'a mut KeptPoints>,
}

impl<E: Send + From<NotKept>> Player<'_, E> {
    /// Returns the outputs at each point: the metric of the first variant, and each difference to it.
    fn play(&mut self, points: &[Vec<Option<f64>>]) -> Result<Option<Vec<Vec<Moments>>>, E> {
        let points: Vec<Point> = points.iter().map(|point| self.point(point)).collect();
        let known = |settings: &Settings, run: u32| {
            let kept = self.kept.as_deref()?;
            kept.recall(settings, run).cloned()
        };
        let rows = points.iter().map(|point| {
            let runs = point.runs.iter();
            runs.map(|run| known(&point.settings, *run)).collect()
        });
        let rows: Vec<Vec<Option<Vec<f64>>>> = rows.collect();
        let to_play: Vec<Point> = points
            .iter()
            .zip(&rows)
            .map(|(point, rows)| {
                let missing = point.runs.iter().zip(rows);
                let missing = missing.filter(|(_, row)| row.is_none());
                Point {
                    settings: point.settings.clone(),
                    runs: missing.map(|(run, _)| *run).collect(),
                }
            })
            .collect();
        let to_the_end = |run: u32, exercise: Exercise| {
            let (row, exercise) = VariantRow::play(run, exercise);
            (row.restricted(self.metric), exercise)
        };
        let crew = Crew {
            seed: self.plan.seed,
            threads: self.threads,
        };
        let keep = &mut |point: usize, run: u32, row: &[f64]| match &mut self.kept {
            Some(kept) => Ok(kept.keep(&to_play[point].settings, run, row)?),
            None => Ok(()),
        };
        let played = play_points(crew, &to_play, self.onlooker, self.build, &to_the_end, keep)?;
        let Some(played) = played else {
            return Ok(None);
        };
        let all = rows.into_iter().zip(played).map(|(rows, played)| {
            let mut played = played.into_iter();
            let rows = rows.into_iter();
            let rows: Vec<Vec<f64>> = rows
                .filter_map(|row| row.or_else(|| played.next()))
                .collect();
            outputs(&rows)
        });
        Ok(Some(all.collect()))
    }

    /// Where a share is missing the figure stays as the scenario has it.
    fn point(&self, shares: &[Option<f64>]) -> Point {
        let mut settings: Settings = Vec::new();
        for (figure, share) in self.figures.iter().zip(shares) {
            if let Some(share) = share {
                settings.extend(figure.settings(&figure.spread.at(*share)));
            }
        }
        Point {
            settings,
            runs: (0..self.plan.runs_per_point).collect(),
        }
    }
}

/// What the runs of a point say of each output.
fn outputs(runs: &[Vec<f64>]) -> Vec<Moments> {
    let variants = runs.first().map_or(0, Vec::len);
    (0..variants)
        .map(|variant| {
            let values = runs.iter().map(|run| match variant {
                0 => run[0],
                _ => run[variant] - run[0],
            });
            values.collect()
        })
        .collect()
}

/// The mean of an output at each point.
fn means(points: &[Vec<Moments>], output: usize) -> Vec<f64> {
    let of = |point: &Vec<Moments>| point[output].mean().unwrap_or(0.0);
    points.iter().map(of).collect()
}

/// Fills the table of an output from the points of the screening: as it stands, both ends of each figure, trajectories.
fn screening(
    figures: &[Uncertain],
    ways: &[Trajectory],
    values: &[f64],
    output: usize,
    variant: &Variant,
) -> OutputEffects {
    let (ends, on_ways) = values[1..].split_at(2 * figures.len());
    let by_way: Vec<Vec<f64>> = on_ways
        .chunks(figures.len() + 1)
        .map(<[f64]>::to_vec)
        .collect();
    let moved = |figure: usize, from, to| figures[figure].spread.moved(from, to);
    let all = effects(ways, &by_way, &moved);
    let kind = if output == 0 {
        OutputKind::Metric
    } else {
        OutputKind::Difference
    };
    let of_figure = |(at, figure): (usize, &Uncertain)| {
        let bar = [values[0], ends[2 * at], ends[2 * at + 1]];
        let least = bar.iter().copied().fold(f64::INFINITY, f64::min);
        let most = bar.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        let found = all.get(at);
        FigureEffect {
            figure: figure.clone(),
            low: figure.spread.at(0.0),
            high: figure.spread.at(1.0),
            at_low: bar[1],
            at_high: bar[2],
            swing: most - least,
            turns: kind == OutputKind::Difference && least < 0.0 && most > 0.0,
            mu: found.map(|of| of.mu),
            mu_star: found.map(|of| of.mu_star),
            mu_star_standard_error: found.and_then(|of| of.mu_star_standard_error),
            sigma: found.and_then(|of| of.sigma),
            sobol: None,
        }
    };
    let spread: Moments = on_ways.iter().copied().collect();
    let settings = variant.settings.iter().cloned();
    OutputEffects {
        kind,
        variant: output,
        settings: settings
            .map(|(path, value)| Setting { path, value })
            .collect(),
        as_it_stands: values[0],
        as_it_stands_standard_error: None,
        is_settled: false,
        standard_deviation: spread.deviation(),
        figures: figures.iter().enumerate().map(of_figure).collect(),
    }
}

/// The figures that matter most for any output, in the order of the list.
fn most_important(tables: &[OutputEffects], few: usize) -> Vec<usize> {
    let figures = tables.first().map_or(0, |table| table.figures.len());
    let share = |figure: usize| -> f64 {
        let of_table = |table: &OutputEffects| {
            // Without a screening the bars tell it.
            let size = |of: &FigureEffect| of.mu_star.unwrap_or(of.swing);
            let most = table.figures.iter().map(size).fold(0.0, f64::max);
            if most > 0.0 {
                size(&table.figures[figure]) / most
            } else {
                0.0
            }
        };
        tables.iter().map(of_table).fold(0.0, f64::max)
    };
    let mut ranked: Vec<usize> = (0..figures).filter(|at| share(*at) > 0.0).collect();
    ranked.sort_by(|a, b| share(*b).total_cmp(&share(*a)).then(a.cmp(b)));
    ranked.truncate(few);
    ranked.sort_unstable();
    ranked
}

/// Puts shares of a few figures where they belong among all.
fn spread_out(shares: &[f64], few: &[usize], figures: usize) -> Vec<Option<f64>> {
    let mut point = vec![None; figures];
    for (share, figure) in shares.iter().zip(few) {
        point[*figure] = Some(*share);
    }
    point
}

fn enter_indices(
    table: &mut OutputEffects,
    sample: &Sample,
    values: &[f64],
    few: &[usize],
    seed: u64,
) {
    if let Some(found) = indices(sample, values, seed) {
        for (figure, found) in few.iter().zip(found) {
            table.figures[*figure].sobol = Some(found);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A bar from 43 more to 150 less.
    fn through_zero() -> FigureEffect {
        FigureEffect {
            turns: true,
            ..FigureEffect::bar("clause.notebook_pool", 43.0, -150.0)
        }
    }

    #[test]
    fn of_an_open_difference_no_sign_is_told() {
        let output = |kind, is_settled| OutputEffects {
            kind,
            variant: 1,
            settings: Vec::new(),
            as_it_stands: -150.0,
            as_it_stands_standard_error: None,
            is_settled,
            standard_deviation: None,
            figures: Vec::new(),
        };
        let (turns, keeps) = (
            through_zero(),
            FigureEffect {
                turns: false,
                ..through_zero()
            },
        );
        let open = output(OutputKind::Difference, false);
        assert_eq!([open.sign(&turns), open.sign(&keeps)], [Sign::Open; 2]);
        let settled = output(OutputKind::Difference, true);
        assert_eq!(settled.sign(&turns), Sign::Turns);
        assert_eq!(settled.sign(&keeps), Sign::Keeps);
        let alone = output(OutputKind::Metric, false);
        assert_eq!(alone.sign(&keeps), Sign::Keeps);
    }
}
