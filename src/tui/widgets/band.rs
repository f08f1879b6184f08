//! A level from 0 to 100 over days, with where most courses lie.

use ratatui::text::{Line, Span};

use super::super::canvas::Canvas;
use super::super::text::{fit, width};
use super::super::theme::{GraphSet, Tone};
use crate::vocab::Text;

/// Rows of a band.
const ROWS: usize = 8;
/// Cells left of the curve.
const AXIS: usize = 6;
/// Days from one that is named below a curve to the next.
const STEPS: [u32; 8] = [1, 2, 5, 10, 20, 30, 60, 90];
/// Cells from one day that is named to the next, at least.
const TICK: usize = 7;
/// A page wider than this shows bands side by side.
const BESIDE: usize = 100;

/// How much of all demand is served in the course of time: in nine of ten runs it lies between.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct LevelBand {
    /// The lower edge, of 100.
    pub low: Vec<f64>,
    /// The middle run.
    pub median: Vec<f64>,
    /// The upper edge.
    pub high: Vec<f64>,
}

/// Draws bands with their names, two of them side by side where there is room.
pub fn side_by_side(c: &Canvas<'_>, bands: &[(&LevelBand, &str)], days: u32) -> Vec<Line<'static>> {
    let beside = c.width() >= BESIDE && bands.len() == 2;
    let all = c.width().saturating_sub(4);
    let wide = if beside { all / 2 - 1 } else { all };
    let drawn: Vec<Vec<Line<'static>>> = bands
        .iter()
        .map(|(band, name)| one(c, band, name, days, wide))
        .collect();
    match &drawn[..] {
        [left, right] if beside => left
            .iter()
            .zip(right)
            .map(|(left, right)| {
                let mut spans = left.spans.clone();
                let missing = (wide + 2).saturating_sub(left.width());
                spans.push(Span::raw(" ".repeat(missing)));
                spans.extend(right.spans.iter().cloned());
                Line::from(spans)
            })
            .collect(),
        _ => drawn.into_iter().flatten().collect(),
    }
}

/// One band: shaded where nine of ten runs lie, full where the middle one is.
fn one(c: &Canvas<'_>, band: &LevelBand, name: &str, days: u32, wide: usize) -> Vec<Line<'static>> {
    let columns = wide.saturating_sub(AXIS).max(1);
    let (shade, full) = match c.graphs {
        GraphSet::Ascii => (".", "#"),
        _ => ("░", "█"),
    };
    let steps = band.median.len();
    let at = |column: usize| column * steps.saturating_sub(1) / columns.max(2).saturating_sub(1);
    let row_of = |of_100: f64| {
        let from_top = (100.0 - of_100.clamp(0.0, 100.0)) / 100.0 * (ROWS - 1) as f64;
        // Between 0 and the last row.
        #[allow(clippy::cast_sign_loss)]
        let row = from_top.round() as usize;
        row.min(ROWS - 1)
    };
    let mut lines = vec![Line::from(
        c.ink(Tone::Plain, format!("  {}", fit(name, wide - 2))),
    )];
    for row in 0..ROWS {
        let label = match row {
            0 => " 100 ┤",
            row if row == ROWS - 1 => "   0 ┤",
            _ => "     │",
        };
        let mut spans = vec![c.still(label)];
        let mut run = String::new();
        let mut is_median = false;
        for column in 0..columns.min(steps.max(1) * columns) {
            let step = at(column);
            let (Some(low), Some(median), Some(high)) = (
                band.low.get(step),
                band.median.get(step),
                band.high.get(step),
            ) else {
                continue;
            };
            let here = row_of(*median) == row;
            let within = (row_of(*high)..=row_of(*low)).contains(&row);
            if here != is_median && !run.is_empty() {
                let tone = if is_median { Tone::Help } else { Tone::Still };
                spans.push(c.ink(tone, std::mem::take(&mut run)));
            }
            is_median = here;
            run.push_str(if here {
                full
            } else if within {
                shade
            } else {
                " "
            });
        }
        let tone = if is_median { Tone::Help } else { Tone::Still };
        spans.push(c.ink(tone, run));
        lines.push(Line::from(spans));
    }
    lines.push(Line::from(c.still(days_below(c, days, columns))));
    lines
}

/// The days under a curve: round ones, as many as there is room for, and the last.
fn days_below(c: &Canvas<'_>, days: u32, columns: usize) -> String {
    let end = c.words.say(&Text::new("ui-drill-days").count("days", days));
    let last = columns.saturating_sub(width(&end));
    let column = |day: u32| day as usize * columns.saturating_sub(1) / days.max(1) as usize;
    let fits = |step: &u32| column(*step) >= TICK;
    let step = STEPS.into_iter().find(fits).unwrap_or(days.max(1));
    let mut scale = String::new();
    let mut day = 0;
    while day < days {
        let label = day.to_string();
        // The last day is named whatever else is not.
        if column(day) + width(&label) + 1 > last {
            break;
        }
        scale = fit(&scale, column(day)) + &label;
        day += step;
    }
    format!("{}{}{end}", " ".repeat(AXIS), fit(&scale, last))
}
