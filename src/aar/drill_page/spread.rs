//! How the difference spreads from run to run.

use super::super::chart::{Anchor, Svg, WIDTH};
use super::names::Names;
use crate::drill::{JUDGED_BY, VariantSummary};
use crate::vocab::Text;

const LEFT: f64 = 48.0;
const RIGHT: f64 = 12.0;
const TOP: f64 = 24.0;
const HEIGHT: f64 = 130.0;

/// Draws how many runs gain or lose how much; nothing where all are the same.
pub(super) fn spread(draft: &VariantSummary, names: &Names<'_>) -> Option<String> {
    let of = draft.distribution.as_ref()?;
    let difference = draft.differences.get(JUDGED_BY)?;
    let most = f64::from(*of.counts.iter().max()?).max(1.0);
    // Zero belongs into every picture of a difference.
    let from = of.from.min(0.0);
    let to = (of.from + of.width * of.counts.len() as f64).max(0.0);
    let x = |value: f64| LEFT + (value - from) / (to - from) * (WIDTH - LEFT - RIGHT);
    let y = |count: f64| TOP + (1.0 - count / most) * HEIGHT;
    let bottom = TOP + HEIGHT;
    let told = Text::new("dp-spread-told")
        .count("less", difference.less)
        .count("more", difference.more);
    let title = names.words().msg("dp-spread-title");
    let mut svg = Svg::new("curve", bottom + 46.0, &title, &names.say(&told));
    svg.line("grid", (LEFT, bottom), (WIDTH - RIGHT, bottom));
    let label = names.number(most);
    svg.text("scale", (LEFT - 6.0, y(most) + 4.0), Anchor::End, &label);
    svg.text("scale", (LEFT - 6.0, bottom + 4.0), Anchor::End, "0");
    for (at, count) in of.counts.iter().enumerate() {
        let low = of.from + of.width * at as f64;
        // Courses without any difference stand where those that lose a little more do.
        let class = match low {
            low if low < 0.0 => "gain",
            low if low == 0.0 && difference.more == 0 => "unclear",
            _ => "loss",
        };
        let (left, right) = (x(low) + 0.5, x(low + of.width) - 0.5);
        let top = y(f64::from(*count));
        svg.rectangle(class, (left, top), (right - left, bottom - top));
    }
    svg.line("zero", (x(0.0), TOP - 6.0), (x(0.0), bottom + 5.0));
    if let Some(mean) = difference.mean {
        svg.line("mean", (x(mean), TOP - 6.0), (x(mean), bottom));
        let anchor = if x(mean) > WIDTH / 2.0 {
            Anchor::End
        } else {
            Anchor::Start
        };
        let shift = if anchor == Anchor::End { -5.0 } else { 5.0 };
        let text = Text::new("dp-spread-mean").name("hours", names.rounded(mean.abs()));
        svg.text(
            "scale",
            (x(mean) + shift, TOP - 8.0),
            anchor,
            &names.say(&text),
        );
    }
    let parts = ((to - from) / of.width).max(1.0);
    let every = libm::ceil(parts / 6.0) * of.width;
    let mut at = libm::ceil(from / every) * every;
    while at <= to + every * 0.01 {
        svg.line("tick", (x(at), bottom), (x(at), bottom + 5.0));
        let anchor = if x(at) > WIDTH - 40.0 {
            Anchor::End
        } else {
            Anchor::Middle
        };
        svg.text("scale", (x(at), bottom + 18.0), anchor, &names.number(at));
        at += every;
    }
    let under = names.words().msg("dp-spread-under");
    let middle = (LEFT + WIDTH - RIGHT) / 2.0;
    svg.text("scale", (middle, bottom + 41.0), Anchor::Middle, &under);
    Some(svg.finish())
}
