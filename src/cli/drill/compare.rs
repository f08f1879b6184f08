//! What differs between the variants of a drill, in words and figures for people.

use std::io::{self, Write};

use super::{besides, uncertainty};
use crate::drill::{
    DifferenceSummary, Direction, DrillResult, JUDGED_BY, LEAST_FOR_RANGES, MtaSummary, Setting,
    VariantSummary, Verdict, few_courses,
};
use crate::vocab::{Arg, Text};
use crate::words::Words;

/// Cells of a name and of a figure: a row has 80 cells.
pub(super) const NAME: usize = 24;
const FIGURE: usize = 12;
/// Cells of the name of a service.
const SERVICE: usize = 45;
/// Services up to this criticality are listed even if nothing changes for them.
const CRITICAL: u8 = 1;
/// A change of the share in which an outage gets intolerable that is worth a line.
const LEAST_SHIFT: f64 = 0.005;

/// The figures of the table with the key of their name, and whether they are shares.
pub(super) const FIGURES: [(&str, &str, bool); 6] = [
    ("weighted_lost_service_hours", "drill-weighted", false),
    ("lost_service_hours", "drill-lost", false),
    ("helper_lost_service_hours", "drill-helpers", false),
    ("people_unpaid", "drill-unpaid", false),
    ("mta_breaches", "drill-mta-broken", false),
    ("minimum_level_share", "drill-lowest", true),
];

pub(super) fn print(out: &mut impl Write, result: &DrillResult, words: &Words) -> io::Result<()> {
    let Some((base, others)) = result.variants.split_first() else {
        return Ok(());
    };
    let head = Text::new("drill-pairs")
        .count("runs", result.runs())
        .name("base", name_of(base));
    writeln!(out, "{}", words.say(&head))?;
    for variant in others {
        writeln!(out)?;
        table(out, base, variant, result.runs(), words)?;
        if let Some(difference) = variant.differences.get(JUDGED_BY) {
            writeln!(out, "{}", verdict(difference, result.runs(), words))?;
        }
        intolerable(out, base, variant, words)?;
    }
    pairs(out, result, words)?;
    besides::print(out, result, words)?;
    writeln!(out)?;
    writeln!(out, "{}", words.msg("drill-unit-note"))?;
    if result.runs() < LEAST_FOR_RANGES {
        let text = Text::new("drill-no-range").count("least", LEAST_FOR_RANGES);
        writeln!(out, "{}", words.say(&text))?;
    }
    if let Some(few) = few_courses(result.runs()) {
        writeln!(out, "{}", words.say(&few))?;
    }
    if result.assumptions.is_some() {
        return uncertainty::print(out, result, words);
    }
    // What assumptions would change is said below where it was studied.
    let key = match &result.sensitivity {
        Some(_) => "drill-luck-then-figures",
        None => "drill-luck-only",
    };
    writeln!(out, "{}", words.msg(key))
}

/// Where several things are varied: what differs in one of them only, for each combination of the others.
fn pairs(out: &mut impl Write, result: &DrillResult, words: &Words) -> io::Result<()> {
    let [first, _, ..] = &result.contrasts[..] else {
        return Ok(());
    };
    let side = |at: usize| {
        let settings = result.variants[at].settings.iter();
        typed(settings.filter(|setting| !first.settings.contains(setting)))
    };
    let head = Text::new("drill-contrasts")
        .name("draft", side(first.draft))
        .name("base", side(first.base));
    writeln!(out)?;
    writeln!(out, "{}", words.say(&head))?;
    for contrast in &result.contrasts {
        if let Some(difference) = contrast.differences.get(JUDGED_BY) {
            let said = verdict(difference, result.runs(), words);
            writeln!(out, "  {}", typed(contrast.settings.iter()))?;
            writeln!(out, "    {said}")?;
        }
    }
    Ok(())
}

/// The settings of a variant as they were typed.
pub(super) fn name_of(variant: &VariantSummary) -> String {
    typed(variant.settings.iter())
}

/// Settings as they were typed.
pub(super) fn typed<'a>(settings: impl Iterator<Item = &'a Setting>) -> String {
    let typed = settings.map(|setting| format!("{}={}", setting.path, setting.value));
    typed.collect::<Vec<_>>().join(", ")
}

fn table(
    out: &mut impl Write,
    base: &VariantSummary,
    variant: &VariantSummary,
    runs: u32,
    words: &Words,
) -> io::Result<()> {
    writeln!(out, "{}", name_of(variant))?;
    writeln!(
        out,
        "{:NAME$}{:>FIGURE$}{:>FIGURE$}{:>FIGURE$}  {}",
        "",
        words.msg("drill-compared"),
        words.msg("drill-here"),
        words.msg("drill-difference"),
        words.msg("drill-nine-of-ten")
    )?;
    for (figure, key, is_share) in FIGURES {
        let (Some(before), Some(now), Some(difference)) = (
            base.metrics.get(figure).and_then(|of| of.mean),
            variant.metrics.get(figure).and_then(|of| of.mean),
            variant.differences.get(figure),
        ) else {
            continue;
        };
        let number = |value: f64| number(value, is_share, words);
        let signed = |value: f64| signed(value, is_share, words);
        let spread = match difference.nine_of_ten(runs) {
            Some((low, high)) => words.say(
                &Text::new("drill-from-to")
                    .name("from", signed(low))
                    .name("to", signed(high)),
            ),
            None => "–".to_owned(),
        };
        writeln!(
            out,
            "{:NAME$}{:>FIGURE$}{:>FIGURE$}{:>FIGURE$}  {spread}",
            words.msg(key),
            number(before),
            number(now),
            signed(difference.mean.unwrap_or(0.0)),
        )?;
    }
    Ok(())
}

/// A figure as people read it; shares in per cent.
pub(super) fn number(value: f64, is_share: bool, words: &Words) -> String {
    let scale = if is_share { 100.0 } else { 1.0 };
    words.number((value * scale).round() as i64)
}

/// The name of a figure, as in the table of differences.
pub(super) fn name_of_figure(name: &str, words: &Words) -> String {
    let listed = FIGURES.iter().find(|(figure, ..)| *figure == name);
    match listed {
        Some((_, key, _)) => words.msg(key),
        None => words.msg(&format!("drill-figure-{name}")),
    }
}

/// The value of any figure; small ones, such as days, with a decimal.
pub(super) fn figure(name: &str, value: f64, words: &Words) -> String {
    let is_share = name.ends_with("_share");
    let scale = if is_share { 100.0 } else { 1.0 };
    if (value * scale).abs() < 100.0 {
        words.decimal(value * scale)
    } else {
        number(value, is_share, words)
    }
}

/// The same with its sign.
pub(super) fn signed(value: f64, is_share: bool, words: &Words) -> String {
    let text = number(value, is_share, words);
    if value > 0.0 && text != "0" {
        format!("+{text}")
    } else {
        text
    }
}

/// Says how sure it is that less, or more, is lost than in the first variant, and how much on average.
fn verdict(difference: &DifferenceSummary, runs: u32, words: &Words) -> String {
    said(Verdict::of(difference, runs), difference, runs, words)
}

/// The same of a difference that was judged before, together with others.
pub(super) fn said(
    of: Verdict,
    difference: &DifferenceSummary,
    runs: u32,
    words: &Words,
) -> String {
    let sure = words.say(&of.how_sure(difference, runs));
    let key = match of.direction {
        Direction::Less => "drill-mean-less",
        Direction::More => "drill-mean-more",
        Direction::Same | Direction::Unclear | Direction::TooFew => return sure,
    };
    let ends = [difference.ci95_low, difference.ci95_high];
    let mut ends = ends.map(|end| end.map_or(0, |value| value.abs().round() as i64));
    ends.sort_unstable();
    let mean = Text::new(key)
        .with("least", Arg::Count(ends[0]))
        .with("most", Arg::Count(ends[1]));
    format!("{sure} {}", words.say(&mean))
}

/// For which services it changes how many of their outages get intolerable. One that is open at the end counts as
/// neither: a longer run would tell.
fn intolerable(
    out: &mut impl Write,
    base: &VariantSummary,
    variant: &VariantSummary,
    words: &Words,
) -> io::Result<()> {
    let of_100 = |share: f64| words.decimal(share * 100.0);
    let broken = |of: &MtaSummary| of.outages_broken_share.unwrap_or(0.0);
    let shift = |before: &MtaSummary, now: &MtaSummary| broken(now) - broken(before);
    let rows = base.mta.iter().zip(&variant.mta);
    let mut rows: Vec<_> = rows
        .filter(|(before, now)| {
            let is_critical = before.criticality <= CRITICAL && broken(before) > 0.0;
            shift(before, now).abs() >= LEAST_SHIFT || is_critical
        })
        .collect();
    if rows.is_empty() {
        return Ok(());
    }
    // Life and limb first, then what changes most.
    rows.sort_by(|(a, a_now), (b, b_now)| {
        let by_change = shift(b, b_now).abs().total_cmp(&shift(a, a_now).abs());
        (a.criticality > CRITICAL)
            .cmp(&(b.criticality > CRITICAL))
            .then(by_change)
    });
    writeln!(out, "{}", words.msg("drill-intolerable"))?;
    for (before, now) in rows {
        let name = words.say(&Text::new(format!("service-{}", before.service)));
        let mark = if before.criticality <= CRITICAL {
            "!"
        } else {
            " "
        };
        writeln!(
            out,
            "{mark} {name:SERVICE$}{:>FIGURE$}{:>FIGURE$}",
            of_100(broken(before)),
            of_100(broken(now)),
        )?;
    }
    Ok(())
}
