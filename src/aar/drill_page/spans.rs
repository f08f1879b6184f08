//! Achieved restart times by service, on a scale of time, beside their targets.

use super::super::chart::{Anchor, Svg, WIDTH};
use super::names::{LEAST_FOR_RANGES, Names};
use crate::drill::{DrillResult, RecoverySummary};
use crate::vocab::Text;

const LEFT: f64 = 196.0;
const RIGHT: f64 = 16.0;
const TOP: f64 = 26.0;
const ROW: f64 = 30.0;
/// Room a label needs.
const LABEL: f64 = 64.0;
/// Hours under the axis: one, six, a day, three days, a week, a month, three months, a year.
const MARKS: [f64; 8] = [1.0, 6.0, 24.0, 72.0, 168.0, 720.0, 2160.0, 8760.0];

/// Which marks have room for a label, and how it stands at its mark: one at the right border ends there.
fn labelled(end: f64, x: impl Fn(f64) -> f64) -> Vec<(f64, Anchor)> {
    let mut all = Vec::new();
    let mut taken = f64::NEG_INFINITY;
    for hours in MARKS.into_iter().filter(|hours| *hours <= end) {
        let at_border = x(hours) + LABEL / 2.0 > WIDTH;
        let (anchor, left) = if at_border {
            (Anchor::End, x(hours) - LABEL)
        } else {
            (Anchor::Middle, x(hours) - LABEL / 2.0)
        };
        if left >= taken {
            taken = left + LABEL;
            all.push((hours, anchor));
        }
    }
    all
}

/// Draws a row for each service that fell in any run; nothing where none did.
pub(super) fn recovery(
    result: &DrillResult,
    base: usize,
    draft: usize,
    names: &Names<'_>,
) -> Option<String> {
    let (first, last) = (
        &result.variants[base].recovery,
        &result.variants[draft].recovery,
    );
    let mut rows: Vec<(&RecoverySummary, &RecoverySummary)> = first.iter().zip(last).collect();
    rows.retain(|(before, now)| before.outages > 0 || now.outages > 0);
    if rows.is_empty() {
        return None;
    }
    rows.sort_by_key(|(of, _)| of.criticality);
    // The scale begins with the first hour, however short the runs.
    let end = (f64::from(names.until_minutes()) / 60.0).max(2.0);
    let log = |hours: f64| libm::log10(hours.clamp(1.0, end));
    let x = |hours: f64| LEFT + log(hours) / log(end).max(1e-9) * (WIDTH - LEFT - RIGHT);
    let bottom = TOP + ROW * rows.len() as f64;
    let title = names.words().msg("dp-recovery-title");
    let told = Text::new("dp-recovery-told").count("services", rows.len() as i64);
    let mut svg = Svg::new("curve rows", bottom + 26.0, &title, &names.say(&told));
    for (hours, anchor) in labelled(end, x) {
        svg.line("tick", (x(hours), TOP - 6.0), (x(hours), bottom + 5.0));
        svg.text(
            "scale",
            (x(hours), bottom + 20.0),
            anchor,
            &names.hours(hours),
        );
    }
    for (row, (before, now)) in rows.into_iter().enumerate() {
        let at = TOP + ROW * (row as f64 + 0.5);
        let name = names.service(&before.service);
        svg.text("name", (LEFT - 10.0, at + 4.0), Anchor::End, &name);
        let target = |svg: &mut Svg, class: &str, minutes: u32| {
            let hours = f64::from(minutes) / 60.0;
            if hours <= end {
                svg.line(class, (x(hours), at - 12.0), (x(hours), at + 12.0));
            }
        };
        target(&mut svg, "waz", before.waz_minutes);
        target(&mut svg, "mta", before.mta_minutes);
        let both = [("base", before, at - 5.0), ("draft", now, at + 5.0)];
        let shown = if base == draft { &both[1..] } else { &both[..] };
        for (class, of, height) in shown {
            let Some(low) = of.q05_hours else { continue };
            if of.outages >= u64::from(LEAST_FOR_RANGES) {
                // What lies beyond the end has no end here.
                let high = of.q95_hours.unwrap_or(end);
                svg.line(
                    &format!("span {class}"),
                    (x(low), *height),
                    (x(high), *height),
                );
                if of.q95_hours.is_none() {
                    svg.text("scale", (x(end) + 1.0, height + 4.0), Anchor::Start, "►");
                }
            }
            if let Some(median) = of.median_hours {
                svg.circle(&format!("dot {class}"), (x(median), *height), 4.0);
            }
        }
    }
    Some(svg.finish())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Of thirty days and twelve weeks, close together at the right border, one has a label.
    #[test]
    fn labels_have_room_whatever_the_length_of_the_runs() {
        for days in 1..400 {
            let end = f64::from(days) * 24.0;
            let x =
                |hours: f64| LEFT + libm::log10(hours) / libm::log10(end) * (WIDTH - LEFT - RIGHT);
            let mut right = f64::NEG_INFINITY;
            for (hours, anchor) in labelled(end, x) {
                let left = match anchor {
                    Anchor::End => x(hours) - LABEL,
                    _ => x(hours) - LABEL / 2.0,
                };
                assert!(left >= right, "{days} days: {hours} h");
                right = left + LABEL;
                assert!(right <= WIDTH + 1e-9, "{days} days: {hours} h");
            }
        }
    }
}
