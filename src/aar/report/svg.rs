//! The curves of a report.

use super::document::{CoursePart, EventKind, ReportDocument};
use super::lookup::Lookup;
use crate::aar::chart::{Anchor, Svg, WIDTH};
use crate::vocab::Text;

/// Room for the names of the lanes, also in the larger letters of a phone.
const LEFT: f64 = 92.0;
const RIGHT: f64 = 12.0;
const TOP: f64 = 10.0;
const HEIGHT: f64 = 190.0;
const LANE: f64 = 20.0;
/// Most dates under the axis.
const DATES: usize = 7;

/// One line of a picture.
struct Curve<'a> {
    class: &'static str,
    values: &'a [f64],
}

/// Draws the curves of the whole region, with what the room decided below.
pub(super) fn region(document: &ReportDocument, lookup: &Lookup) -> String {
    let course = &document.course;
    let mut curves = Vec::new();
    let others = [
        ("bots", &course.bots_of_100),
        ("without", &course.without_aid_of_100),
    ];
    for (class, values) in others {
        if let Some(values) = values {
            curves.push(Curve { class, values });
        }
    }
    curves.push(Curve {
        class: "played",
        values: &course.played_of_100,
    });
    let title = lookup.words().msg("report-curve-region");
    draw(course, &curves, &title, Some(document), lookup)
}

/// Draws the curves of one seat.
pub(super) fn seat(document: &ReportDocument, key: &str, lookup: &Lookup) -> String {
    let course = &document.course;
    let Some(of) = course.seats.iter().find(|of| of.seat == key) else {
        return String::new();
    };
    let mut curves = Vec::new();
    if let Some(values) = &of.without_aid_of_100 {
        let class = "without";
        curves.push(Curve { class, values });
    }
    curves.push(Curve {
        class: "played",
        values: &of.played_of_100,
    });
    let title = Text::new("report-curve-seat").name("place", lookup.place(key));
    draw(course, &curves, &lookup.words().say(&title), None, lookup)
}

fn draw(
    course: &CoursePart,
    curves: &[Curve<'_>],
    title: &str,
    lanes: Option<&ReportDocument>,
    lookup: &Lookup,
) -> String {
    let steps = curves
        .iter()
        .map(|curve| curve.values.len())
        .max()
        .unwrap_or(1);
    let span = f64::from(course.step_minutes) * (steps.max(2) - 1) as f64;
    let from = course.from_minute.0;
    let x = |minute: f64| LEFT + (minute - f64::from(from)) / span * (WIDTH - LEFT - RIGHT);
    let y = |of_100: f64| TOP + (100.0 - of_100.clamp(0.0, 100.0)) / 100.0 * HEIGHT;
    let bottom = TOP + HEIGHT;
    let rows = if lanes.is_some() { 3.0 } else { 0.0 };
    let height = bottom + 24.0 + rows * LANE;
    let told = description(course, curves, lookup);
    let mut svg = Svg::new("curve", height, title, &told);
    for of_100 in [0.0, 25.0, 50.0, 75.0, 100.0] {
        let at = y(of_100);
        svg.line("grid", (LEFT, at), (WIDTH - RIGHT, at));
        let label = of_100.to_string();
        svg.text("scale", (LEFT - 6.0, at + 4.0), Anchor::End, &label);
    }
    let days = lookup.days(from, from + span as u32, DATES);
    for (nth, (minute, date)) in days.into_iter().enumerate() {
        let at = x(f64::from(minute));
        // A date at the very edge would be cut off, or meet the scale.
        let anchor = if at > WIDTH - 60.0 {
            Anchor::End
        } else if at < LEFT + 40.0 {
            Anchor::Start
        } else {
            Anchor::Middle
        };
        svg.line("tick", (at, TOP), (at, bottom + 5.0));
        // Where letters are large, every second date is left out.
        let class = if nth % 2 == 0 { "scale" } else { "scale other" };
        svg.text(class, (at, bottom + 18.0), anchor, &date);
    }
    for curve in curves {
        let points = (0..).zip(curve.values).map(|(step, value)| {
            let minute = f64::from(from) + f64::from(course.step_minutes) * f64::from(step);
            (x(minute), y(*value))
        });
        svg.polyline(curve.class, points);
    }
    if let Some(document) = lanes {
        let kinds = [
            (EventKind::Attack, "report-lane-attack", "attack"),
            (EventKind::Decision, "report-lane-decisions", "decision"),
            (EventKind::Aid, "report-lane-aid", "aid"),
        ];
        for (row, (kind, key, class)) in (0..).zip(kinds) {
            let at = bottom + 24.0 + LANE * (f64::from(row) + 0.5);
            let name = lookup.words().msg(key);
            svg.text("scale", (0.0, at + 4.0), Anchor::Start, &name);
            let events = document.timeline.iter().filter(|of| of.kind == kind);
            for event in events.filter(|of| of.minute.0 >= from) {
                let moment = x(f64::from(event.minute.0));
                svg.circle(class, (moment, at), 4.0);
            }
        }
    }
    svg.finish()
}

/// The curves in words: where each begins, its lowest value, where it ends.
fn description(course: &CoursePart, curves: &[Curve<'_>], lookup: &Lookup) -> String {
    let words = lookup.words();
    let told = curves.iter().rev().map(|curve| {
        let lowest = curve.values.iter().copied().fold(100.0, f64::min);
        let at = curve
            .values
            .iter()
            .position(|value| *value <= lowest)
            .unwrap_or(0) as u32;
        let last = curve.values.last().copied().unwrap_or(100.0);
        let text = Text::new("report-curve-told")
            .name("curve", words.of("report-curve", curve.class))
            .count("lowest", lowest.round() as i64)
            .name(
                "at",
                lookup.moment(course.from_minute.0 + course.step_minutes * at),
            )
            .count("last", last.round() as i64);
        words.say(&text)
    });
    told.collect::<Vec<String>>().join(" ")
}
