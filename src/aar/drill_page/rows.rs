//! Of how many outages the maximum tolerable one holds, by service, as two dots on one line.

use super::super::chart::{Anchor, Svg, WIDTH};
use super::names::Names;
use crate::drill::{DrillResult, MtaSummary};
use crate::vocab::Text;

const LEFT: f64 = 196.0;
const RIGHT: f64 = 22.0;
const TOP: f64 = 10.0;
const ROW: f64 = 24.0;

/// Draws a row for each service whose maximum is broken in any run; nothing where none is.
pub(super) fn mta(
    result: &DrillResult,
    base: usize,
    draft: usize,
    names: &Names<'_>,
) -> Option<String> {
    let pairs = result.variants[base]
        .mta
        .iter()
        .zip(&result.variants[draft].mta);
    let mut rows: Vec<(&MtaSummary, &MtaSummary)> = pairs.collect();
    let is_missed = |of: &MtaSummary| of.outages_held_share.is_some_and(|share| share < 1.0);
    rows.retain(|(before, now)| is_missed(before) || is_missed(now));
    if rows.is_empty() {
        return None;
    }
    rows.sort_by_key(|(of, _)| of.criticality);
    let x = |share: f64| LEFT + share * (WIDTH - LEFT - RIGHT);
    let bottom = TOP + ROW * rows.len() as f64;
    let title = names.words().msg("dp-mta-title");
    let told = Text::new("dp-mta-told").count("services", rows.len() as i64);
    let mut svg = Svg::new("curve rows", bottom + 26.0, &title, &names.say(&told));
    for of_100 in [0.0, 25.0, 50.0, 75.0, 100.0] {
        let at = x(of_100 / 100.0);
        svg.line("grid", (at, TOP), (at, bottom + 5.0));
        svg.text(
            "scale",
            (at, bottom + 20.0),
            Anchor::Middle,
            &of_100.to_string(),
        );
    }
    for (row, (before, now)) in rows.into_iter().enumerate() {
        let at = TOP + ROW * (row as f64 + 0.5);
        let name = names.service(&before.service);
        svg.text("name", (LEFT - 10.0, at + 4.0), Anchor::End, &name);
        // Where a service was never out in one of the two there is no share to draw.
        let (from, to) = (
            before.outages_held_share.map(x).filter(|_| base != draft),
            now.outages_held_share.map(x),
        );
        if let Some((from, to)) = from.zip(to) {
            svg.line("between", (from, at), (to, at));
        }
        if let Some(from) = from {
            svg.circle("dot base", (from, at), 5.0);
        }
        if let Some(to) = to {
            svg.circle("dot draft", (to, at), 5.0);
        }
    }
    Some(svg.finish())
}
