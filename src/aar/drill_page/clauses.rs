//! What is lost without each clause of the draft.

use super::super::chart::{Anchor, Svg, WIDTH};
use super::names::Names;
use crate::drill::{ClauseSummary, DrillResult};
use crate::vocab::Text;

const LEFT: f64 = 300.0;
const RIGHT: f64 = 60.0;
const TOP: f64 = 10.0;
const ROW: f64 = 26.0;

/// Draws a bar with its interval for each clause, in the order of the contract; nothing without any.
pub(super) fn clauses(result: &DrillResult, names: &Names<'_>) -> Option<String> {
    let rows = &result.clauses;
    if rows.is_empty() {
        return None;
    }
    let ends = |of: &ClauseSummary| {
        let of = &of.weighted_lost_without;
        let mean = of.mean.unwrap_or(0.0);
        (of.ci95_low.unwrap_or(mean), of.ci95_high.unwrap_or(mean))
    };
    let low = rows.iter().map(|of| ends(of).0).fold(0.0, f64::min);
    let high = rows.iter().map(|of| ends(of).1).fold(1.0, f64::max);
    let x = |hours: f64| LEFT + (hours - low) / (high - low) * (WIDTH - LEFT - RIGHT);
    let bottom = TOP + ROW * rows.len() as f64;
    let title = names.words().msg("dp-clauses-title");
    let told = Text::new("dp-clauses-told").count("clauses", rows.len() as i64);
    let mut svg = Svg::new("curve rows", bottom + 10.0, &title, &names.say(&told));
    for (row, of) in rows.iter().enumerate() {
        let at = TOP + ROW * (row as f64 + 0.5);
        let name = names.clause_title(&of.clause);
        svg.text("name", (LEFT - 10.0, at + 4.0), Anchor::End, &name);
        let mean = of.weighted_lost_without.mean.unwrap_or(0.0);
        let (from, to) = (x(mean.min(0.0)), x(mean.max(0.0)));
        // A clause that helps is one without which more is lost.
        let class = if mean > 0.0 { "gain" } else { "loss" };
        svg.rectangle(class, (from, at - 7.0), (to - from, 14.0));
        let (low, high) = ends(of);
        svg.line("error", (x(low), at), (x(high), at));
        let label = names.rounded(mean);
        svg.text(
            "scale",
            (x(high).max(to) + 6.0, at + 4.0),
            Anchor::Start,
            &label,
        );
    }
    svg.line("zero", (x(0.0), TOP - 4.0), (x(0.0), bottom + 4.0));
    Some(svg.finish())
}
