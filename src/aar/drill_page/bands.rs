//! Bands of courses: in 9 of 10 runs the curve lies within.

use super::super::chart::{Anchor, Svg, WIDTH};
use super::names::Names;
use crate::drill::DrillResult;
use crate::vocab::{DAY, Text};

const LEFT: f64 = 48.0;
const RIGHT: f64 = 12.0;
const TOP: f64 = 10.0;
const HEIGHT: f64 = 200.0;
/// Most numbers under the axis.
const DAYS: u32 = 9;
/// Classes of the first and of any other variant.
const CLASSES: [&str; 2] = ["base", "draft"];

/// Where the axis may begin, and how far its lines lie apart: as high as all of the page's bands allow, since in a large
/// region an attack on one town is a ripple near 100.
const AXES: [(f64, u32); 5] = [(95.0, 1), (90.0, 2), (80.0, 5), (50.0, 10), (0.0, 25)];

/// The axis of the pictures of a page, the same for all so that they can be held side by side.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Axis {
    /// Of 100 cases, at the lower end.
    pub from: f64,
    /// Between two lines.
    every: u32,
}

impl Axis {
    /// Returns the one in which the lower ends of these variants' bands can be seen.
    pub(super) fn of(which: &[usize], result: &DrillResult) -> Self {
        let lower = which
            .iter()
            .flat_map(|at| &result.variants[*at].course.q05_of_100);
        Self::down_to(lower.copied().fold(100.0, f64::min))
    }

    fn down_to(lowest: f64) -> Self {
        let found = AXES.into_iter().find(|(from, _)| *from <= lowest);
        let (from, every) = found.unwrap_or((0.0, 25));
        Self { from, every }
    }
}

/// Draws the bands of some variants over one another.
pub(super) fn bands(
    which: &[usize],
    axis: Axis,
    result: &DrillResult,
    names: &Names<'_>,
) -> String {
    let courses = which.iter().map(|at| &result.variants[*at].course);
    let courses: Vec<_> = courses.collect();
    let step = courses[0].step_minutes;
    let steps = courses[0].median_of_100.len().max(2) - 1;
    let x = |at: usize| LEFT + at as f64 / steps as f64 * (WIDTH - LEFT - RIGHT);
    let y = |of_100: f64| TOP + (100.0 - of_100) / (100.0 - axis.from) * HEIGHT;
    let bottom = TOP + HEIGHT;
    let told: Vec<String> = which
        .iter()
        .zip(&courses)
        .map(|(at, course)| {
            let lowest = |values: &[f64]| values.iter().copied().fold(100.0, f64::min);
            let text = Text::new("dp-bands-told")
                .name("variant", names.at(*at))
                .name("lowest", names.number(lowest(&course.median_of_100)))
                .name("worst", names.number(lowest(&course.q05_of_100)));
            names.say(&text)
        })
        .collect();
    let title = names.words().msg("dp-bands-title");
    let mut svg = Svg::new("curve", bottom + 46.0, &title, &told.join(" "));
    let mut of_100 = axis.from;
    while of_100 <= 100.0 {
        svg.line("grid", (LEFT, y(of_100)), (WIDTH - RIGHT, y(of_100)));
        let at = (LEFT - 6.0, y(of_100) + 4.0);
        svg.text("scale", at, Anchor::End, &of_100.to_string());
        of_100 += f64::from(axis.every);
    }
    let days = step * steps as u32 / DAY;
    let every = [1, 2, 5, 10, 20, 50, 100, 200, 500].into_iter();
    let every = every
        .clone()
        .find(|every| days / every <= DAYS)
        .unwrap_or(1000);
    for day in (0..=days).step_by(every as usize) {
        let at =
            LEFT + f64::from(day * DAY) / (f64::from(step) * steps as f64) * (WIDTH - LEFT - RIGHT);
        svg.line("tick", (at, TOP), (at, bottom + 5.0));
        svg.text(
            "scale",
            (at, bottom + 18.0),
            Anchor::Middle,
            &day.to_string(),
        );
    }
    let under = names.words().msg("dp-days-since");
    let middle = (LEFT + WIDTH - RIGHT) / 2.0;
    svg.text("scale", (middle, bottom + 41.0), Anchor::Middle, &under);
    let class = |at: usize| CLASSES[usize::from(at > 0)];
    for (at, course) in which.iter().zip(&courses) {
        let upper = course.q95_of_100.iter().enumerate();
        let lower = course.q05_of_100.iter().enumerate().rev();
        let around = upper.chain(lower).map(|(step, value)| (x(step), y(*value)));
        svg.polygon(&format!("band {}", class(*at)), around);
    }
    for (at, course) in which.iter().zip(&courses) {
        let points = course.median_of_100.iter().enumerate();
        svg.polyline(class(*at), points.map(|(step, value)| (x(step), y(*value))));
    }
    svg.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_axis_begins_where_something_happens() {
        for (lowest, from) in [
            (99.8, 95.0),
            (97.2, 95.0),
            (95.0, 95.0),
            (94.9, 90.0),
            (61.0, 50.0),
            (3.0, 0.0),
            (0.0, 0.0),
        ] {
            let axis = Axis::down_to(lowest);
            assert_eq!(axis.from, from, "{lowest}");
            assert_eq!((100.0 - axis.from) % f64::from(axis.every), 0.0);
        }
    }
}
