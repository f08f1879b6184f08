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

/// Draws the bands of some variants over one another.
pub(super) fn bands(which: &[usize], result: &DrillResult, names: &Names<'_>) -> String {
    let courses = which.iter().map(|at| &result.variants[*at].course);
    let courses: Vec<_> = courses.collect();
    let step = courses[0].step_minutes;
    let steps = courses[0].median_of_100.len().max(2) - 1;
    let x = |at: usize| LEFT + at as f64 / steps as f64 * (WIDTH - LEFT - RIGHT);
    let y = |of_100: f64| TOP + (100.0 - of_100) / 100.0 * HEIGHT;
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
    for of_100 in [0.0, 25.0, 50.0, 75.0, 100.0] {
        svg.line("grid", (LEFT, y(of_100)), (WIDTH - RIGHT, y(of_100)));
        let at = (LEFT - 6.0, y(of_100) + 4.0);
        svg.text("scale", at, Anchor::End, &of_100.to_string());
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
