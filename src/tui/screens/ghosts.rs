//! The end screen's comparison: as it was played, without aid, and with bots deciding.

use ratatui::text::{Line, Span};

use super::super::canvas::Canvas;
use super::super::text::{fit, wrap};
use super::super::theme::Tone;
use crate::view::{CourseSum, Ghost, GhostKind, Outcome, SeatView};
use crate::vocab::{SimTime, Text};

/// Decisions that are named one by one; more are counted.
const NAMED: usize = 3;

/// Returns the comparison as lines.
pub fn lines(c: &Canvas<'_>, view: &SeatView, outcome: &Outcome) -> Vec<Line<'static>> {
    let words = c.words;
    let cells = c.width().saturating_sub(2);
    let mut lines = vec![
        Line::from(c.strong(format!(" {}", words.msg("ui-ghost-title")))),
        head(c),
        row(c, "ui-ghost-played", &outcome.sum),
    ];
    for ghost in &outcome.ghosts {
        lines.push(row(c, name(ghost.kind), &ghost.sum));
    }
    if outcome.ghosts_to_come > 0 {
        let text = format!("   {}", words.msg("ui-ghost-to-come"));
        lines.push(Line::from(c.still(text)));
    }
    lines.push(Line::default());
    let ghosts = outcome.ghosts.iter();
    let ghosts = ghosts.map(|ghost| (name(ghost.kind), &ghost.sum));
    let courses = core::iter::once(("ui-ghost-played", &outcome.sum)).chain(ghosts);
    let bands: Vec<(&str, Vec<f64>)> = courses
        .map(|(name, sum)| (name, levels(c, view, sum)))
        .collect();
    let grades = Grades::of(bands.iter().flat_map(|(_, levels)| levels));
    lines.extend(
        bands
            .iter()
            .map(|(name, levels)| band(c, name, levels, grades)),
    );
    let mut say = |tone, text: &str| {
        for piece in wrap(text, cells) {
            lines.push(Line::from(c.ink(tone, format!(" {piece}"))));
        }
    };
    say(Tone::Still, &words.say(&grades.legend()));
    for ghost in &outcome.ghosts {
        say(Tone::Warn, &words.msg(label(ghost.kind)));
        lost(c, ghost, &mut say);
    }
    lines
}

const fn name(kind: GhostKind) -> &'static str {
    match kind {
        GhostKind::WithoutAid => "ui-ghost-without-aid",
        GhostKind::Bots => "ui-ghost-bots",
    }
}

const fn label(kind: GhostKind) -> &'static str {
    match kind {
        GhostKind::WithoutAid => "ui-ghost-label-without-aid",
        GhostKind::Bots => "ui-ghost-label-bots",
    }
}

/// Widths: name, hours, late payments, services too late.
const WIDTHS: [usize; 4] = [22, 16, 21, 18];

fn head(c: &Canvas<'_>) -> Line<'static> {
    let keys = ["ui-ghost-hours", "ui-ghost-unpaid", "ui-ghost-late"];
    let mut spans = vec![Span::raw(" ".repeat(3 + WIDTHS[0]))];
    for (key, cells) in keys.into_iter().zip(&WIDTHS[1..]) {
        spans.push(c.cell(Tone::Still, &c.words.msg(key), *cells));
    }
    Line::from(spans)
}

fn row(c: &Canvas<'_>, name: &str, sum: &CourseSum) -> Line<'static> {
    let hours = libm::round(sum.lost_service_hours) as i64;
    let numbers = [hours, sum.people_unpaid.into(), sum.too_late.into()];
    let mut spans = vec![
        Span::raw("   "),
        c.cell(Tone::Plain, &c.words.msg(name), WIDTHS[0]),
    ];
    for (number, cells) in numbers.into_iter().zip(&WIDTHS[1..]) {
        let text = Text::new("ui-ghost-number").count("count", number);
        spans.push(c.cell(Tone::Strong, &c.words.say(&text), *cells));
    }
    Line::from(spans)
}

/// From which levels on, of 100 cases, each sign stands. They share out what the courses span: where all of them stay
/// above nine tenths, differences below that would tell nothing.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Grades {
    most: f64,
    half: f64,
    little: f64,
}

impl Grades {
    fn of<'a>(levels: impl Iterator<Item = &'a f64>) -> Self {
        let lowest = levels.copied().fold(100.0, f64::min);
        let from = (libm::floor(lowest / 10.0) * 10.0).clamp(0.0, 90.0);
        let at = |share: f64| from + libm::round(share * (100.0 - from));
        Self {
            most: at(0.75),
            half: at(0.4),
            little: at(0.1),
        }
    }

    fn sign(self, level: f64) -> &'static str {
        match level {
            level if level >= self.most => "█",
            level if level >= self.half => "▄",
            level if level >= self.little => "░",
            _ => "·",
        }
    }

    fn legend(self) -> Text {
        let text = Text::new("ui-ghost-legend");
        [
            ("most", self.most),
            ("half", self.half),
            ("little", self.little),
        ]
        .into_iter()
        .fold(text, |text, (name, from)| text.count(name, from as i64))
    }
}

/// Cells of a course in one row.
fn columns(c: &Canvas<'_>) -> usize {
    c.width().saturating_sub(3 + WIDTHS[0] + 1).max(1)
}

/// How much of a day's cases was done in each column, from the start to the end.
fn levels(c: &Canvas<'_>, view: &SeatView, sum: &CourseSum) -> Vec<f64> {
    let clock = &view.public.clock;
    let (from, to) = (clock.start_ex.at, clock.end_ex.at);
    let columns = columns(c);
    let span = u64::from(to.since(from));
    let at = |column: usize| {
        let gone = span * column as u64 / columns as u64;
        from.after(u32::try_from(gone).unwrap_or(u32::MAX))
    };
    (0..columns)
        .map(|column| mean(&sum.steps, at(column), at(column + 1)))
        .collect()
}

/// Draws a course in one row. Its colour says how bad it is, whatever the signs span.
fn band(c: &Canvas<'_>, name: &str, levels: &[f64], grades: Grades) -> Line<'static> {
    let mut spans = vec![
        Span::raw("   "),
        Span::raw(fit(&c.words.msg(name), WIDTHS[0])),
    ];
    spans.extend(levels.iter().map(|level| {
        let tone = match level {
            level if *level >= 75.0 => Tone::Good,
            level if *level >= 40.0 => Tone::Warn,
            _ => Tone::Bad,
        };
        c.ink(tone, grades.sign(*level))
    }));
    Line::from(spans)
}

/// Returns the mean level between two moments.
fn mean(steps: &[(SimTime, f32)], from: SimTime, to: SimTime) -> f64 {
    let to = to.max(from.after(1));
    let mut level = 100.0;
    let mut at = from;
    let mut sum = 0.0;
    for (time, next) in steps {
        if *time >= to {
            break;
        }
        if *time > at {
            sum += level * f64::from(time.since(at));
            at = *time;
        }
        level = f64::from(*next);
    }
    sum += level * f64::from(to.since(at));
    sum / f64::from(to.since(from))
}

/// Says what was decided and is not possible in this course.
fn lost(c: &Canvas<'_>, ghost: &Ghost, say: &mut impl FnMut(Tone, &str)) {
    if ghost.lost.is_empty() {
        return;
    }
    let count = i64::try_from(ghost.lost.len()).unwrap_or(i64::MAX);
    let text = Text::new("ui-ghost-lost").count("count", count);
    say(Tone::Plain, &c.words.say(&text));
    for decision in ghost.lost.iter().take(NAMED) {
        let when = c.words.moment(&decision.at);
        let why = c.words.say(&decision.reason);
        say(Tone::Still, &format!("  {when}: {why}"));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_share_out_what_the_courses_span() {
        let whole = Grades::of([3.0, 100.0].iter());
        assert_eq!([whole.most, whole.half, whole.little], [75.0, 40.0, 10.0]);
        let high = Grades::of([92.0, 100.0, 97.5].iter());
        assert_eq!([high.most, high.half, high.little], [98.0, 94.0, 91.0]);
        assert_eq!(high.sign(92.0), "░");
        let flat = Grades::of([100.0].iter());
        assert_eq!((flat.sign(100.0), flat.sign(97.0)), ("█", "▄"));
    }

    #[test]
    fn the_mean_weighs_levels_by_their_time() {
        let steps = [(SimTime(0), 100.0), (SimTime(10), 0.0), (SimTime(20), 50.0)];
        assert_eq!(mean(&steps, SimTime(0), SimTime(10)), 100.0);
        assert_eq!(mean(&steps, SimTime(5), SimTime(15)), 50.0);
        assert_eq!(mean(&steps, SimTime(10), SimTime(30)), 25.0);
        assert_eq!(mean(&steps, SimTime(40), SimTime(40)), 50.0);
    }
}
