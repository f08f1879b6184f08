//! Luck, assumptions and precision, each for itself, in words and figures for people.

use std::io::{self, Write};

use super::compare::{FIGURES, NAME, name_of, number, signed};
use crate::drill::stats::t_95;
use crate::drill::{DrillResult, JUDGED_BY, Split, range_of};
use crate::vocab::Text;
use crate::words::Words;

/// Cells of a range, of a figure and of a share; with the name and a space between them a row has 80.
const RANGE: usize = 18;
const FIGURE: usize = 11;
const SHARE: usize = 5;

/// Says a figure: with its sign where it is a difference.
type Said = fn(f64, bool, &Words) -> String;

/// Prints what of every spread comes from where; nothing if no assumptions were drawn.
pub(super) fn print(out: &mut impl Write, result: &DrillResult, words: &Words) -> io::Result<()> {
    let Some(drawn) = &result.assumptions else {
        return Ok(());
    };
    let head = Text::new("drill-split")
        .count("draws", drawn.draws)
        .count("runs", drawn.runs_per_draw);
    writeln!(out, "{}", words.say(&head))?;
    if result.variants.len() > 1 {
        writeln!(out, "{}", words.msg("drill-split-above"))?;
    }
    // The first variant is what is compared with; alone it has nothing to be compared.
    if result.variants.len() <= 1 {
        let split = |figure: &str| result.metrics.get(figure)?.split.clone();
        table(out, "", &split, number, words)?;
    }
    for variant in result.variants.iter().skip(1) {
        let split = |figure: &str| variant.differences.get(figure)?.split.clone();
        let title = format!("{}: {}", words.msg("drill-difference"), name_of(variant));
        table(out, &title, &split, signed, words)?;
        if let Some(split) = split(JUDGED_BY) {
            let [less, more, all] = split.turned();
            let text = Text::new("drill-split-less")
                .count("less", less)
                .count("more", more)
                .count("all", all);
            writeln!(out, "{}", words.say(&text))?;
        }
    }
    for note in ["luck", "assumptions", "precision", "share"] {
        writeln!(out, "{}", words.msg(&format!("drill-split-{note}-note")))?;
    }
    Ok(())
}

fn table(
    out: &mut impl Write,
    title: &str,
    split: &dyn Fn(&str) -> Option<Split>,
    say: Said,
    words: &Words,
) -> io::Result<()> {
    if !title.is_empty() {
        writeln!(out, "{title}")?;
    }
    let column = |name: &str| words.msg(&format!("drill-split-{name}"));
    writeln!(
        out,
        "{:NAME$} {:>RANGE$} {:>RANGE$} {:>FIGURE$} {:>SHARE$}",
        "",
        column("luck"),
        column("assumptions"),
        column("precision"),
        column("share"),
    )?;
    for (figure, key, is_share) in FIGURES {
        let Some(split) = split(figure) else { continue };
        let range = |low: f64, high: f64, of: u32| match range_of(low, high, of) {
            Some((low, high)) => words.say(
                &Text::new("drill-from-to")
                    .name("from", say(low, is_share, words))
                    .name("to", say(high, is_share, words)),
            ),
            None => "–".to_owned(),
        };
        let runs = split.draws * split.runs_per_draw;
        let share = split.assumptions_share.map_or_else(
            || "–".to_owned(),
            |share| format!("{} %", (share * 100.0).round()),
        );
        let half = t_95(u64::from(split.draws)) * split.standard_error;
        let half = number(half, is_share, words);
        writeln!(
            out,
            "{:NAME$} {:>RANGE$} {:>RANGE$} {:>FIGURE$} {share:>SHARE$}",
            words.msg(key),
            range(split.luck_q05, split.luck_q95, runs),
            range(split.assumptions_q05, split.assumptions_q95, split.draws),
            format!("±{half}"),
        )?;
    }
    Ok(())
}
