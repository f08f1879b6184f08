//! `drill --sensitivity`: what matters, in words and figures for people.

use std::io::{self, Write};
use std::path::Path;

use super::super::Failure;
use super::super::args::{Common, DrillArgs, tell};
use super::super::progress::Progress;
use super::super::record::words_of;
use super::compare::{signed, typed};
use super::grid;
use super::plan::spreads_of;
use crate::drill::sensitivity::{
    FigureEffect, KeptPoints, OutputEffects, OutputKind, Sensitivity, Sign, StudyPlan, figures,
    study,
};
use crate::drill::{Head, NotKept, Onlooker, judged_by};
use crate::scenario::{LocalText, Uncertain, UncertainClass};
use crate::vocab::Text;
use crate::words::{Lang, Words};

/// Figures for which shares of variance are estimated.
const FEW: usize = 6;
/// Figures of a class that are listed.
const LISTED: usize = 12;
/// Cells of an end and a figure: a row has 80 cells, and name and shares have lines of their own.
const END: usize = 22;
const FIGURE: usize = 12;

/// A study that can be played: what stands against it is said before the first run.
pub(super) struct Prepared {
    figures: Vec<Uncertain>,
    metric: &'static str,
    plan: StudyPlan,
    /// Variants that each run is played in.
    versions: usize,
}

pub(super) fn prepare(args: &DrillArgs, common: &Common) -> Result<Prepared, Failure> {
    let spreads = spreads_of(args, common)?;
    let as_it_stands = grid::variants(args, &[])?;
    let scenario = &as_it_stands[0].scenario;
    let phases: Vec<usize> = as_it_stands.iter().map(|variant| variant.pact).collect();
    Ok(Prepared {
        versions: as_it_stands.len(),
        figures: figures(scenario, &spreads.used, &phases),
        metric: judged_by(!scenario.services.is_empty()),
        plan: StudyPlan {
            seed: args.seed,
            runs_per_point: args.point_runs,
            trajectories: args.trajectories,
            sobol_rows: args.sobol,
            few: FEW,
        },
    })
}

impl Prepared {
    /// Returns how many runs it plays at most, each of them of all variants.
    pub(super) fn most_runs(&self) -> u32 {
        self.plan.most_runs(self.figures.len())
    }

    /// Says before the first run how much is played: it may be a matter of hours.
    pub(super) fn say_how_much(&self, common: &Common) {
        let runs = self.most_runs();
        let text = Text::new("sensitivity-begins")
            .count("figures", self.figures.len() as i64)
            .count("points", runs / self.plan.runs_per_point)
            .count("each", self.plan.runs_per_point)
            .count("versions", self.versions as i64)
            .count("all", i64::from(runs) * self.versions as i64);
        common.say(words_of(common, &text));
    }

    /// Plays the study and says how far it is, with its runs kept in the folder of the drill, if there is one; `None` if
    /// it was interrupted.
    pub(super) fn play(
        &self,
        args: &DrillArgs,
        common: &Common,
        kept: Option<&mut KeptPoints>,
    ) -> Result<Option<Sensitivity>, Failure> {
        let known = kept.as_ref().map_or(0, |kept| kept.runs() as u32);
        let progress = Progress::new(self.most_runs().saturating_sub(known), common)?;
        let found = self.play_before(&progress, args, kept);
        progress.clear();
        found
    }

    /// The same before an onlooker, who may stop it.
    pub(super) fn play_before(
        &self,
        onlooker: &dyn Onlooker,
        args: &DrillArgs,
        kept: Option<&mut KeptPoints>,
    ) -> Result<Option<Sensitivity>, Failure> {
        study(
            &self.figures,
            self.metric,
            self.plan,
            args.threads.map(usize::from),
            onlooker,
            &|set: &[(String, String)]| grid::variants(args, set),
            kept,
        )
    }

    /// Returns how many variants each of its runs is played in.
    pub(super) const fn versions(&self) -> usize {
        self.versions
    }
}

/// Begins to keep the runs of a study in the folder of its drill, or goes on with those of an interrupted one.
pub(super) fn kept_in(
    folder: &Path,
    head: &Head,
    args: &DrillArgs,
    common: &Common,
) -> Result<KeptPoints, Failure> {
    let left = if args.resume {
        match KeptPoints::go_on(folder, head) {
            Err(NotKept::Another { .. }) if args.force => None,
            Err(fault) => return Err(fault.into()),
            Ok(left) => left,
        }
    } else {
        None
    };
    match left {
        Some(kept) => {
            let text = Text::new("drill-study-going-on").count("kept", kept.runs() as i64);
            tell(words_of(common, &text));
            Ok(kept)
        }
        None => Ok(KeptPoints::begin(folder, head)?),
    }
}

pub(super) fn print(out: &mut impl Write, found: &Sensitivity, words: &Words) -> io::Result<()> {
    writeln!(out)?;
    let figures = found.outputs.first().map_or(0, |of| of.figures.len());
    let head = Text::new("sensitivity-head")
        .count("figures", figures as i64)
        .count("points", found.points)
        .count("runs", found.runs_per_point);
    writeln!(out, "{}", words.say(&head))?;
    // Who does not know the columns reads what they mean before the figures.
    let has_shares = found.sobol_rows > 0;
    writeln!(out, "{}", words.msg("sensitivity-notes"))?;
    if found.trajectories > 0 {
        writeln!(out, "{}", words.msg("sensitivity-notes-screening"))?;
    }
    if has_shares {
        writeln!(out, "{}", words.msg("sensitivity-notes-shares"))?;
    }
    for output in &found.outputs {
        writeln!(out)?;
        table(out, output, words)?;
    }
    Ok(())
}

fn table(out: &mut impl Write, output: &OutputEffects, words: &Words) -> io::Result<()> {
    let key = match output.kind {
        OutputKind::Metric if output.settings.is_empty() => "sensitivity-metric-alone",
        OutputKind::Metric => "sensitivity-metric",
        OutputKind::Difference => "sensitivity-difference",
    };
    let value = match output.kind {
        OutputKind::Metric => words.number(output.as_it_stands.round() as i64),
        OutputKind::Difference => signed(output.as_it_stands, false, words),
    };
    let title = Text::new(key)
        .name("of", typed(output.settings.iter()))
        .name("value", value);
    writeln!(out, "{}", words.say(&title))?;
    for (class, key) in [
        (UncertainClass::Clause, "sensitivity-clause"),
        (UncertainClass::Preparedness, "sensitivity-preparedness"),
        (UncertainClass::Assumption, "sensitivity-assumption"),
    ] {
        class_table(out, output, (class, key), words)?;
    }
    if output.kind == OutputKind::Difference {
        let key = if output.is_open() {
            "sensitivity-open"
        } else if output.figures.iter().any(|figure| figure.turns) {
            "sensitivity-turns"
        } else {
            "sensitivity-nothing-turns"
        };
        writeln!(out, "{}", words.msg(key))?;
    }
    Ok(())
}

fn class_table(
    out: &mut impl Write,
    output: &OutputEffects,
    (class, key): (UncertainClass, &str),
    words: &Words,
) -> io::Result<()> {
    let of_class = output
        .figures
        .iter()
        .filter(|figure| figure.figure.class == class);
    let mut rows: Vec<&FigureEffect> = of_class.collect();
    if rows.is_empty() {
        return Ok(());
    }
    let all = rows.len();
    let effect = |of: &FigureEffect| of.mu_star.unwrap_or(0.0);
    rows.retain(|row| row.swing > 0.0 || effect(row) > 0.0);
    // The longest bar first, as in a tornado; what matters only together with others after that.
    rows.sort_by(|a, b| {
        let by_swing = b.swing.total_cmp(&a.swing);
        by_swing.then(effect(b).total_cmp(&effect(a)))
    });
    let column = |name: &str| words.msg(&format!("sensitivity-{name}"));
    let is_screened = rows.iter().any(|row| row.mu_star.is_some());
    let screened = |name: &str| {
        if is_screened {
            column(name)
        } else {
            String::new()
        }
    };
    let rounded = |value: Option<f64>| {
        value.map_or_else(String::new, |value| words.number(value.round() as i64))
    };
    writeln!(out, "{}", words.msg(key))?;
    writeln!(
        out,
        "{:>END$}{:>END$}{:>FIGURE$}{:>FIGURE$}",
        column("low"),
        column("high"),
        screened("effect"),
        screened("bends"),
    )?;
    let number = |value: f64| match output.kind {
        OutputKind::Metric => words.number(value.round() as i64),
        OutputKind::Difference => signed(value, false, words),
    };
    for row in rows.iter().take(LISTED) {
        let end = |typed: &str, value: f64| format!("{}: {}", words.switched(typed), number(value));
        let mark = match output.sign(row) {
            Sign::Turns => "(!) ",
            Sign::Keeps | Sign::Open => "",
        };
        writeln!(out, "  {mark}{}", title_of(&row.figure.title, words))?;
        writeln!(
            out,
            "{:>END$}{:>END$}{:>FIGURE$}{:>FIGURE$}",
            end(&row.low, row.at_low),
            end(&row.high, row.at_high),
            rounded(row.mu_star),
            rounded(row.sigma),
        )?;
        if let Some(of) = row.sobol {
            let text = Text::new("sensitivity-shares")
                .text("first", of.first.told())
                .text("total", of.total.told());
            writeln!(out, "      {}", words.say(&text))?;
        }
    }
    let (left, none) = (rows.len().saturating_sub(LISTED), all - rows.len());
    for (key, count) in [("sensitivity-more", left), ("sensitivity-none", none)] {
        if count > 0 {
            let text = Text::new(key).count("count", count as i64);
            writeln!(out, "  {}", words.say(&text))?;
        }
    }
    Ok(())
}

fn title_of<'a>(title: &'a LocalText, words: &Words) -> &'a str {
    match words.lang() {
        Lang::De => &title.de,
        Lang::En => &title.en,
    }
}
