//! What the difference hangs on: how far each uncertain figure moves it from one end of its spread to the other.

use super::super::chart::{Anchor, Svg, WIDTH};
use super::names::Names;
use crate::drill::DrillResult;
use crate::drill::sensitivity::{FigureEffect, OutputEffects, Sign};
use crate::scenario::UncertainClass;
use crate::vocab::Text;

const LEFT: f64 = 330.0;
const RIGHT: f64 = 70.0;
const TOP: f64 = 10.0;
const ROW: f64 = 24.0;
/// Rows of each class that are drawn.
const DRAWN: usize = 8;

/// The classes in which figures are told apart, with the keys of their names.
pub(super) const CLASSES: [(UncertainClass, &str); 3] = [
    (UncertainClass::Clause, "dp-class-clause"),
    (UncertainClass::Preparedness, "dp-class-preparedness"),
    (UncertainClass::Assumption, "dp-class-assumption"),
];

/// Returns what matters for the difference of the draft, or for the only variant.
pub(super) fn output<'a>(names: &Names<'_>, result: &'a DrillResult) -> Option<&'a OutputEffects> {
    let found = result.sensitivity.as_ref()?;
    found.outputs.get(names.draft())
}

/// Returns the figures of a class that move it, the longest bar first.
pub(super) fn moving(of: &OutputEffects, class: UncertainClass) -> Vec<&FigureEffect> {
    let mut rows: Vec<&FigureEffect> = of.figures.iter().collect();
    rows.retain(|row| row.figure.class == class && row.swing > 0.0);
    rows.sort_by(|a, b| {
        b.swing
            .total_cmp(&a.swing)
            .then(a.figure.id.cmp(&b.figure.id))
    });
    rows
}

/// Draws a bar for each figure that matters, by class; nothing where none was asked for or none matters.
pub(super) fn tornado(result: &DrillResult, names: &Names<'_>) -> Option<String> {
    let of = output(names, result)?;
    let mut rows: Vec<Result<&FigureEffect, &str>> = Vec::new();
    for (class, key) in CLASSES {
        let moving = moving(of, class);
        if !moving.is_empty() {
            rows.push(Err(key));
            rows.extend(moving.into_iter().take(DRAWN).map(Ok));
        }
    }
    let bars = || {
        rows.iter()
            .flatten()
            .flat_map(|row| [row.at_low, row.at_high])
    };
    let middle = of.as_it_stands;
    let low = bars().fold(middle, f64::min).min(0.0);
    let high = bars().fold(middle, f64::max).max(0.0);
    if rows.is_empty() || low >= high {
        return None;
    }
    let x = |value: f64| LEFT + (value - low) / (high - low) * (WIDTH - LEFT - RIGHT);
    let bottom = TOP + ROW * rows.len() as f64;
    let title = names.words().msg("dp-tornado-title");
    let told = Text::new("dp-tornado-told").count("figures", rows.iter().flatten().count() as i64);
    let mut svg = Svg::new("curve rows", bottom + 26.0, &title, &names.say(&told));
    svg.line("zero", (x(0.0), TOP), (x(0.0), bottom + 4.0));
    svg.line("mean", (x(middle), TOP), (x(middle), bottom + 4.0));
    svg.text("scale", (x(0.0), bottom + 20.0), Anchor::Middle, "0");
    for (row, effect) in rows.iter().enumerate() {
        let at = TOP + ROW * (row as f64 + 0.5);
        let effect = match effect {
            Ok(effect) => effect,
            Err(key) => {
                svg.text(
                    "scale",
                    (0.0, at + 4.0),
                    Anchor::Start,
                    &names.words().msg(key),
                );
                continue;
            }
        };
        let name = clipped(names.own(&effect.figure.title), 46);
        svg.text("name", (LEFT - 10.0, at + 4.0), Anchor::End, &name);
        let ends = [effect.at_low, effect.at_high, middle];
        let from = ends.iter().copied().fold(f64::INFINITY, f64::min);
        let to = ends.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        let class = match of.sign(effect) {
            Sign::Keeps => "gain",
            Sign::Turns => "loss",
            Sign::Open => "unclear",
        };
        svg.rectangle(
            class,
            (x(from), at - 7.0),
            ((x(to) - x(from)).max(1.0), 14.0),
        );
        let swing = names.rounded(effect.swing);
        svg.text("scale", (x(to) + 6.0, at + 4.0), Anchor::Start, &swing);
    }
    Some(svg.finish())
}

/// The beginning of a long name.
fn clipped(text: &str, most: usize) -> String {
    if text.chars().count() <= most {
        return text.to_owned();
    }
    let kept: String = text.chars().take(most - 1).collect();
    format!("{}…", kept.trim_end())
}
