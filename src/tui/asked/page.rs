//! Both courses side by side: figures, curves, other futures, services, what became impossible.

use ratatui::text::{Line, Span};

use super::super::canvas::Canvas;
use super::super::text::{clip, width, wrap};
use super::super::theme::Tone;
use super::super::widgets::band::{LevelBand, side_by_side};
use crate::view::{
    AskedAnswer, AskedCurve, AskedFuture, AskedService, AskedTimes, decisions_told, lowest_told,
};
use crate::vocab::{Arg, Text};

/// Draws the page from a line on; returns the largest first line that makes sense.
pub(super) fn page(c: &mut Canvas<'_>, answer: &AskedAnswer, asked: &str, scroll: usize) -> usize {
    let lines = lines(c, answer, asked);
    let room = c.rows_left();
    let most = lines.len().saturating_sub(room);
    for line in lines.into_iter().skip(scroll.min(most)).take(room) {
        c.line(line);
    }
    most
}

fn lines(c: &Canvas<'_>, answer: &AskedAnswer, asked: &str) -> Vec<Line<'static>> {
    let words = c.words;
    let mut lines = said(c, Tone::Strong, asked);
    if let Some(until) = &answer.recorded_until {
        let text = Text::new("whatif-recorded-until").with("at", Arg::Moment(*until));
        lines.extend(said(c, Tone::Still, &words.say(&text)));
    }
    lines.push(Line::default());
    lines.extend(figures(c, answer));
    if answer.aid_left_out.is_some() {
        lines.extend(said(c, Tone::Still, &words.msg("whatif-overstates")));
    }
    lines.push(Line::default());
    lines.extend(curves(c, &answer.curve));
    if let Some((runs, futures)) = &answer.futures {
        lines.push(Line::default());
        lines.extend(over_futures(c, *runs, futures));
    }
    for (seat, services) in &answer.services {
        lines.push(Line::default());
        lines.extend(of_seat(c, seat, services));
    }
    lines.push(Line::default());
    for text in decisions_told(answer.aid_left_out, answer.lost.len()) {
        lines.extend(said(c, Tone::Strong, &words.say(&text)));
    }
    for lost in &answer.lost {
        let text = Text::new("whatif-lost-line")
            .name("line", lost.line.to_string())
            .with("at", Arg::Moment(lost.at))
            .name("seat", lost.seat.clone())
            .text("reason", lost.reason.clone());
        lines.extend(said(c, Tone::Plain, &format!("· {}", words.say(&text))));
    }
    lines
}

fn said(c: &Canvas<'_>, tone: Tone, text: &str) -> Vec<Line<'static>> {
    let pieces = wrap(text, c.width().saturating_sub(4)).into_iter();
    pieces
        .map(|piece| Line::from(c.ink(tone, format!("  {piece}"))))
        .collect()
}

/// A row of a table: a name, then cells of these widths aligned to the right. A name that is too long for its cells
/// goes on below.
fn row(c: &Canvas<'_>, tone: Tone, name: &str, cells: &[(String, usize)]) -> Vec<Line<'static>> {
    let taken: usize = cells.iter().map(|(_, cells)| cells).sum();
    let room = c.width().saturating_sub(taken + 3).min(40);
    let mut pieces = wrap(name, room.saturating_sub(1)).into_iter();
    let first = pieces.next().unwrap_or_default();
    let mut spans = vec![Span::raw("  "), c.cell(tone, &first, room)];
    for (text, cells) in cells {
        let text = clip(text, cells.saturating_sub(1));
        let blank = cells.saturating_sub(width(&text));
        spans.push(c.ink(tone, format!("{}{text}", " ".repeat(blank))));
    }
    let below = pieces.map(|piece| Line::from(c.ink(tone, format!("    {piece}"))));
    std::iter::once(Line::from(spans)).chain(below).collect()
}

fn heads(c: &Canvas<'_>, title: &str, keys: &[(&str, usize)]) -> Vec<Line<'static>> {
    let cells: Vec<(String, usize)> = keys
        .iter()
        .map(|(key, cells)| (c.words.msg(key), *cells))
        .collect();
    row(c, Tone::Still, title, &cells)
}

fn by(c: &Canvas<'_>, value: f64) -> String {
    let rounded = libm::round(value) as i64;
    let sign = if rounded > 0 { "+" } else { "" };
    format!("{sign}{}", c.words.number(rounded))
}

fn number(c: &Canvas<'_>, value: f64) -> String {
    c.words.number(libm::round(value) as i64)
}

fn figures(c: &Canvas<'_>, answer: &AskedAnswer) -> Vec<Line<'static>> {
    let words = c.words;
    let keys = [
        ("whatif-played", 12),
        ("whatif-changed", 12),
        ("whatif-difference", 13),
    ];
    let mut lines = heads(c, &words.msg("whatif-region"), &keys);
    for figure in &answer.figures {
        let difference = libm::round(figure.changed) - libm::round(figure.played);
        let cells = [
            (number(c, figure.played), 12),
            (number(c, figure.changed), 12),
            (by(c, difference), 13),
        ];
        lines.extend(row(c, Tone::Plain, &words.msg(figure.key), &cells));
    }
    lines
}

fn curves(c: &Canvas<'_>, curve: &AskedCurve) -> Vec<Line<'static>> {
    let words = c.words;
    let mut lines = said(c, Tone::Strong, &words.msg("whatif-curve"));
    if curve.bands.is_some() {
        lines.extend(said(c, Tone::Still, &words.msg("ui-asked-shade")));
    }
    let bands: Vec<LevelBand> = curve
        .courses
        .iter()
        .enumerate()
        .map(|(side, course)| {
            let ends = curve.bands.as_ref().map(|bands| &bands[side]);
            let edge = |of: fn(&(f64, f64)) -> f64| {
                ends.map_or_else(|| course.clone(), |ends| ends.iter().map(of).collect())
            };
            LevelBand {
                low: edge(|ends| ends.0),
                median: course.clone(),
                high: edge(|ends| ends.1),
            }
        })
        .collect();
    let names = [words.msg("whatif-played"), words.msg("whatif-changed")];
    let named: Vec<(&LevelBand, &str)> = bands
        .iter()
        .zip(&names)
        .map(|(band, name)| (band, name.as_str()))
        .collect();
    let days = u32::try_from(curve.days.len().saturating_sub(1)).unwrap_or(u32::MAX);
    lines.extend(side_by_side(c, &named, days));
    let lowest = words.say(&lowest_told(curve.lowest));
    lines.extend(said(c, Tone::Plain, &lowest));
    lines
}

fn over_futures(c: &Canvas<'_>, runs: u32, futures: &[AskedFuture]) -> Vec<Line<'static>> {
    let words = c.words;
    let text = Text::new("whatif-futures").count("runs", runs);
    let mut lines = said(c, Tone::Strong, &words.say(&text));
    // Where room is short, how often it is more follows from how often it is less.
    let widths: &[usize] = if c.width() >= 100 {
        &[20, 20, 13, 9, 7]
    } else {
        &[16, 16, 12, 8]
    };
    let keys = [
        "whatif-played",
        "whatif-changed",
        "whatif-difference",
        "whatif-less",
        "whatif-more",
    ];
    let heads_of: Vec<(&str, usize)> = keys.into_iter().zip(widths.iter().copied()).collect();
    lines.extend(heads(c, &words.msg("ui-asked-middle"), &heads_of));
    for future in futures {
        let span = |(low, high): (f64, f64)| format!("{}–{}", number(c, low), number(c, high));
        let cells = [
            span(future.middle[0]),
            span(future.middle[1]),
            by(c, future.difference),
            future.less.to_string(),
            future.more.to_string(),
        ];
        let cells: Vec<(String, usize)> = cells.into_iter().zip(widths.iter().copied()).collect();
        lines.extend(row(c, Tone::Plain, &words.msg(future.key), &cells));
    }
    lines
}

fn of_seat(c: &Canvas<'_>, seat: &str, services: &[AskedService]) -> Vec<Line<'static>> {
    let words = c.words;
    let keys = [
        ("whatif-emergency", 21),
        ("whatif-normal", 21),
        ("ui-asked-mta", 12),
    ];
    if services.is_empty() {
        let mut lines = said(c, Tone::Still, seat);
        lines.extend(said(c, Tone::Still, &words.msg("ui-asked-never-down")));
        return lines;
    }
    let mut lines = heads(c, seat, &keys);
    for service in services {
        let span = |of: &AskedTimes, minutes: Option<u32>| match (of.was_down, minutes) {
            (false, _) => "●".to_owned(),
            (true, Some(minutes)) => words.duration(minutes),
            (true, None) => "–".to_owned(),
        };
        let mta = |of: &AskedTimes| match of.mta_broken {
            Some(true) => "×",
            Some(false) => "√",
            None => "–",
        };
        let [played, changed] = &service.times;
        let both = |one: String, other: String| format!("{one} → {other}");
        let cells = [
            (
                both(
                    span(played, played.emergency),
                    span(changed, changed.emergency),
                ),
                21,
            ),
            (
                both(span(played, played.normal), span(changed, changed.normal)),
                21,
            ),
            (both(mta(played).to_owned(), mta(changed).to_owned()), 12),
        ];
        lines.extend(row(c, Tone::Plain, &words.say(&service.name), &cells));
        let courses = ["whatif-played", "whatif-changed"].into_iter();
        for (course, times) in courses.zip(&service.times) {
            if let Some(minutes) = times.later_outage {
                let text = Text::new("report-later-outage").with("span", Arg::Minutes(minutes));
                let told = format!("  {}, {}", words.msg(course), words.say(&text));
                lines.extend(said(c, Tone::Still, &told));
            }
        }
    }
    lines
}
