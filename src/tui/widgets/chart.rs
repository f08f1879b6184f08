//! A level from 0 to 100 over time, drawn in braille dots, half blocks or ASCII.

use ratatui::layout::Position;
use ratatui::style::Style;

use super::super::canvas::Canvas;
use super::super::screens::course::mark_tone;
use super::super::text::width;
use super::super::theme::{GraphSet, Tone};
use crate::view::{CourseView, Series};
use crate::vocab::SimTime;

/// Cells left of the curve: ` 100 ┤`.
const AXIS: u16 = 6;

/// Draws axis, curve, the level emergency operation needs, marks and dates.
pub fn draw(
    c: &mut Canvas<'_>,
    course: &CourseView,
    series: &Series,
    labels: &[String],
    selected: usize,
) {
    draw_beside(c, course, (series, None), labels, selected);
}

/// Draws the same with a second curve beside it, as a line.
pub fn draw_beside(
    c: &mut Canvas<'_>,
    course: &CourseView,
    (series, beside): (&Series, Option<&Series>),
    labels: &[String],
    selected: usize,
) {
    let area = c.area;
    if area.height < 5 || area.width < AXIS + 10 {
        return;
    }
    let rows = area.height - 2;
    let columns = area.width - AXIS - 1;
    let scale = Scale {
        from: course.from.at.0,
        to: course.to.at.0.max(course.from.at.0 + 1),
        columns,
    };
    axis(c, rows);
    match c.graphs {
        GraphSet::Braille => braille(c, series, &scale, rows),
        GraphSet::Block => filled(c, series, &scale, rows, ["█", "▄"]),
        GraphSet::Ascii => filled(c, series, &scale, rows, ["#", "="]),
    }
    if let Some(beside) = beside {
        line(c, beside, &scale, rows);
    }
    marks(c, course, labels, selected, &scale, rows);
    dates(c, course, &scale, rows + 1);
}

/// How time lies on the columns.
struct Scale {
    from: u32,
    to: u32,
    columns: u16,
}

impl Scale {
    fn column(&self, at: SimTime) -> u16 {
        let span = u64::from(self.to - self.from);
        let gone = u64::from(at.0.clamp(self.from, self.to) - self.from);
        let column = gone * u64::from(self.columns - 1) / span;
        u16::try_from(column).unwrap_or(0)
    }

    /// Returns the minutes a part of a column stands for; `parts` parts make a column.
    fn minutes(&self, part: u32, parts: u32) -> (u32, u32) {
        let all = u64::from(self.columns) * u64::from(parts);
        let span = u64::from(self.to - self.from);
        let at = |n: u64| u32::try_from(u64::from(self.from) + span * n / all).unwrap_or(u32::MAX);
        let start = at(u64::from(part));
        (start, at(u64::from(part) + 1).max(start + 1))
    }
}

/// Returns the mean level between two minutes.
fn mean(series: &Series, (start, end): (u32, u32)) -> f64 {
    let mut sum = 0.0;
    let mut level = series.steps.first().map_or(0.0, |step| f64::from(step.1));
    let mut at = start;
    for (time, next) in &series.steps {
        if time.0 > at && time.0 < end {
            sum += level * f64::from(time.0 - at);
            at = time.0;
        }
        if time.0 >= end {
            break;
        }
        level = f64::from(*next);
    }
    sum += level * f64::from(end - at);
    (sum / f64::from(end - start)).clamp(0.0, 100.0)
}

/// Returns a level as a number of parts, of `parts` for 100.
fn height(level: f64, parts: u16) -> u16 {
    #[allow(clippy::cast_sign_loss)] // 0 to `parts`.
    let height = libm::round(level / 100.0 * f64::from(parts)) as u16;
    height.min(parts)
}

fn axis(c: &mut Canvas<'_>, rows: u16) {
    let style = c.theme.style(Tone::Still);
    let area = c.area;
    let labelled = |row: u16| match row {
        0 => Some(100),
        r if r == rows - 1 => Some(0),
        r if rows >= 5 && r == (rows - 1) / 2 => Some(50),
        _ => None,
    };
    for row in 0..rows {
        let text = match labelled(row) {
            Some(0) => "   0 ┼".to_owned(),
            Some(label) => format!("{label:>4} ┤"),
            None => "     │".to_owned(),
        };
        c.buffer.set_string(area.x, area.y + row, text, style);
    }
    let line = "─".repeat(usize::from(area.width - AXIS));
    c.buffer
        .set_string(area.x + AXIS, area.y + rows - 1, line, style);
}

/// Draws a filled curve with two steps to a row; the needed level shows where the curve is below.
fn filled(c: &mut Canvas<'_>, series: &Series, scale: &Scale, rows: u16, [full, half]: [&str; 2]) {
    let rows = rows - 1;
    let needed = height(f64::from(series.emergency_of_100), rows * 2);
    let (good, bad, line) = (
        c.theme.style(Tone::Good),
        c.theme.style(Tone::Bad),
        c.theme.style(Tone::Warn),
    );
    for column in 0..scale.columns {
        if !begins_by(series, scale.minutes(u32::from(column), 1)) {
            continue;
        }
        let level = mean(series, scale.minutes(u32::from(column), 1));
        let parts = height(level, rows * 2);
        let style = if parts >= needed { good } else { bad };
        for row in 0..rows {
            let base = (rows - 1 - row) * 2;
            let symbol = match parts.saturating_sub(base) {
                0 => None,
                1 => Some(half),
                _ => Some(full),
            };
            let is_line = (base + 1..=base + 2).contains(&needed);
            match symbol {
                Some(symbol) => put(c, column, row, symbol, style),
                None if is_line => put(c, column, row, "░", line),
                None => {}
            }
        }
    }
}

/// Whether something is known of a curve before the end of these minutes.
fn begins_by(series: &Series, (_, end): (u32, u32)) -> bool {
    series.steps.first().is_some_and(|(at, _)| at.0 < end)
}

/// Draws a curve as a line over what is there.
fn line(c: &mut Canvas<'_>, series: &Series, scale: &Scale, rows: u16) {
    let rows = rows - 1;
    let style = c.theme.style(Tone::Help);
    for column in 0..scale.columns {
        let minutes = scale.minutes(u32::from(column), 1);
        if !begins_by(series, minutes) {
            continue;
        }
        let parts = height(mean(series, minutes), rows * 2);
        let row = rows - 1 - parts.saturating_sub(1) / 2;
        put(c, column, row, "─", style);
    }
}

/// The dots of a braille cell: left and right column, from the bottom up.
const DOTS: [[u32; 4]; 2] = [[0x40, 0x04, 0x02, 0x01], [0x80, 0x20, 0x10, 0x08]];

/// Draws a filled curve of dots, two to a column and four to a row.
fn braille(c: &mut Canvas<'_>, series: &Series, scale: &Scale, rows: u16) {
    let rows = rows - 1;
    let needed = height(f64::from(series.emergency_of_100), rows * 4);
    let (good, bad, line) = (
        c.theme.style(Tone::Good),
        c.theme.style(Tone::Bad),
        c.theme.style(Tone::Warn),
    );
    for column in 0..scale.columns {
        if !begins_by(series, scale.minutes(u32::from(column), 1)) {
            continue;
        }
        let heights: [u16; 2] = [0, 1].map(|side| {
            let level = mean(series, scale.minutes(u32::from(column) * 2 + side, 2));
            height(level, rows * 4)
        });
        let style = if heights[0].max(heights[1]) >= needed {
            good
        } else {
            bad
        };
        for row in 0..rows {
            let base = (rows - 1 - row) * 4;
            let mut dots = 0;
            for (side, height) in heights.iter().enumerate() {
                for (step, dot) in (0_u16..).zip(DOTS[side]) {
                    if *height > base + step {
                        dots |= dot;
                    }
                }
            }
            let line_step = needed.checked_sub(base + 1).filter(|step| *step < 4);
            if dots != 0 {
                put_dots(c, column, row, dots, style);
            } else if let Some(step) = line_step {
                let step = usize::from(step);
                put_dots(c, column, row, DOTS[0][step], line);
            }
        }
    }
}

fn put_dots(c: &mut Canvas<'_>, column: u16, row: u16, dots: u32, style: Style) {
    if let Some(sign) = char::from_u32(0x2800 + dots) {
        put(c, column, row, sign.encode_utf8(&mut [0; 4]), style);
    }
}

fn put(c: &mut Canvas<'_>, column: u16, row: u16, symbol: &str, style: Style) {
    let place = Position::new(c.area.x + AXIS + column, c.area.y + row);
    if let Some(cell) = c.buffer.cell_mut(place) {
        cell.set_symbol(symbol).set_style(style);
    }
}

/// Writes the marks on the axis; where two meet, the later one stands a row below.
fn marks(
    c: &mut Canvas<'_>,
    course: &CourseView,
    labels: &[String],
    selected: usize,
    scale: &Scale,
    rows: u16,
) {
    let mut free_from = [0; 2];
    for (at, (mark, label)) in course.marks.iter().zip(labels).enumerate() {
        let wide = u16::try_from(width(label)).unwrap_or(1);
        let last = scale.columns.saturating_sub(wide);
        let column = scale.column(mark.at.at).min(last);
        let Some(level) = free_from.iter().position(|free| *free <= column) else {
            continue;
        };
        free_from[level] = column + wide + 1;
        let mut style = c.theme.style(mark_tone(mark.kind));
        if at == selected {
            style = style.patch(c.theme.focus());
        }
        let y = c.area.y + rows - 1 + u16::try_from(level).unwrap_or(0);
        c.buffer
            .set_string(c.area.x + AXIS + column, y, label, style);
    }
}

fn dates(c: &mut Canvas<'_>, course: &CourseView, scale: &Scale, row: u16) {
    let style = c.theme.style(Tone::Still);
    let mut free_from = 0;
    for day in &course.days {
        let text = c.words.date(day);
        let wide = u16::try_from(width(&text)).unwrap_or(0);
        let column = scale.column(day.at);
        if column < free_from || column + wide > scale.columns {
            continue;
        }
        free_from = column + wide + 2;
        c.buffer
            .set_string(c.area.x + AXIS + column, c.area.y + row, text, style);
    }
}
