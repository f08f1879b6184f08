//! Verlauf: how services went over time, with what was decided and what helped.

use ratatui::layout::Rect;
use ratatui::text::Span;

use super::super::canvas::{Canvas, Hit, first_shown};
use super::super::text::wrap;
use super::super::theme::Tone;
use super::super::widgets::chart;
use crate::view::{CourseMark, MarkKind, SeatView, Series};
use crate::vocab::Text;
use crate::words::Words;

/// What is shown of the course.
pub struct Shown {
    /// Which curve, by its position among all.
    pub curve: usize,
    /// Which one beside it.
    pub beside: Option<usize>,
    /// The selected mark.
    pub mark: usize,
    /// Whether the curve has the whole screen.
    pub enlarged: bool,
}

/// Draws the screen.
pub fn draw(c: &mut Canvas<'_>, view: &SeatView, shown: &Shown) {
    let course = &view.course;
    let count = course.curves().count();
    let at = shown.curve.min(count.saturating_sub(1));
    let (mark, enlarged) = (shown.mark, shown.enlarged);
    let Some(one) = course.curves().nth(at) else {
        // Without services there is no curve, but there is a history.
        if course.marks.is_empty() {
            c.line(c.still(format!(" {}", c.words.msg("ui-course-empty"))));
            return;
        }
        marks(c, view, &labels(&course.marks), mark, 0);
        return;
    };
    let beside = shown.beside.and_then(|beside| course.curves().nth(beside));
    title(c, one, (at, count), beside);
    // A curve beside itself is none.
    let beside = beside.filter(|beside| !core::ptr::eq(*beside, one));
    let labels = labels(&course.marks);
    let notes = one.notes.len();
    // Enlarged, the curve leaves a rule and the selected mark.
    let below = if enlarged {
        3.min(c.rows_left() / 2)
    } else {
        (course.marks.len().clamp(1, 6) + notes + 1).min(c.rows_left() / 2)
    };
    let rest = c.rest();
    let below = u16::try_from(below).unwrap_or(0);
    let area = Rect {
        height: rest.height.saturating_sub(below),
        ..rest
    };
    chart::draw_beside(&mut c.part(area), course, (one, beside), &labels, mark);
    let lower = Rect {
        y: area.bottom(),
        height: below,
        ..rest
    };
    let mut lower = c.part(lower);
    lower.rule();
    if enlarged {
        selected_mark(&mut lower, view, &labels, mark);
        return;
    }
    marks(&mut lower, view, &labels, mark, notes);
    for note in &one.notes {
        let said = lower.words.say(note);
        lower.line(lower.ink(Tone::Plain, format!(" {said}")));
    }
}

/// Which curve it is, what it is compared with, and what emergency operation needs.
fn title(c: &mut Canvas<'_>, one: &Series, (at, count): (usize, usize), beside: Option<&Series>) {
    let words = c.words;
    let number = |number: usize| i64::try_from(number).unwrap_or(1);
    // Beside a second name there is less room.
    let key = if beside.is_some() && c.width() < 100 {
        "ui-course-title-narrow"
    } else {
        "ui-course-title"
    };
    let title = Text::new(key)
        .text("service", one.name.clone())
        .count("at", number(at + 1))
        .count("count", number(count));
    let right = match beside {
        Some(beside) if core::ptr::eq(beside, one) => c.ink(
            Tone::Help,
            format!("{} ", words.msg("ui-course-choose-other")),
        ),
        Some(beside) => {
            let text = Text::new("ui-course-beside").text("service", beside.name.clone());
            c.ink(Tone::Help, format!("{} ", words.say(&text)))
        }
        // What others need nobody reports.
        None if one.emergency_of_100 == 0 => c.still(String::new()),
        None => {
            let level = i64::from(one.emergency_of_100);
            let needed = Text::new("ui-course-needed").count("level", level);
            c.ink(Tone::Warn, format!("{} ", words.say(&needed)))
        }
    };
    let left = c.strong(format!(" {}", words.say(&title)));
    c.both_ends(vec![left], vec![right]);
}

/// What a mark stands for, and of help what was done before and since.
fn mark_words(words: &Words, mark: &CourseMark) -> String {
    let said = words.say(&mark.text);
    let Some((before, since)) = mark.before_and_since else {
        return said;
    };
    let text = Text::new("ui-course-since")
        .count("before", i64::from(before))
        .count("since", i64::from(since));
    format!("{said} · {}", words.say(&text))
}

/// Draws the selected mark in full.
fn selected_mark(c: &mut Canvas<'_>, view: &SeatView, labels: &[String], selected: usize) {
    let (Some(mark), Some(label)) = (view.course.marks.get(selected), labels.get(selected)) else {
        c.line(c.still(format!(" {}", c.words.msg("ui-course-no-marks"))));
        return;
    };
    let when = c.words.moment(&mark.at);
    let text = format!("{label} · {when} · {}", mark_words(c.words, mark));
    for piece in wrap(&text, c.width().saturating_sub(2)) {
        c.line(c.ink(mark_tone(mark.kind), format!(" {piece}")));
    }
}

/// Returns the short names of the marks: a letter, and a number where there are several.
pub fn labels(marks: &[CourseMark]) -> Vec<String> {
    let mut seen = [0_usize; 4];
    let letters = ["A", "V", "D", "H"];
    marks
        .iter()
        .map(|mark| {
            let kind = kind_index(mark.kind);
            seen[kind] += 1;
            match mark.kind {
                MarkKind::Alarm | MarkKind::Encryption if seen[kind] == 1 => {
                    letters[kind].to_owned()
                }
                _ => format!("{}{}", letters[kind], seen[kind]),
            }
        })
        .collect()
}

const fn kind_index(kind: MarkKind) -> usize {
    match kind {
        MarkKind::Alarm => 0,
        MarkKind::Encryption => 1,
        MarkKind::Decision => 2,
        MarkKind::Help => 3,
    }
}

/// Returns the tone of a mark.
pub const fn mark_tone(kind: MarkKind) -> Tone {
    match kind {
        MarkKind::Alarm | MarkKind::Encryption => Tone::Attack,
        MarkKind::Decision => Tone::Strong,
        MarkKind::Help => Tone::Help,
    }
}

fn marks(c: &mut Canvas<'_>, view: &SeatView, labels: &[String], selected: usize, notes: usize) {
    let all = &view.course.marks;
    if all.is_empty() {
        c.line(c.still(format!(" {}", c.words.msg("ui-course-no-marks"))));
        return;
    }
    let shown = selected.min(all.len() - 1);
    let rows = c.rows_left().saturating_sub(notes).max(1);
    let first = first_shown(shown, all.len(), rows);
    let now = &view.public.clock.now;
    for (at, mark) in all.iter().enumerate().skip(first).take(rows) {
        c.row(
            vec![
                c.cell(mark_tone(mark.kind), &format!(" {}", labels[at]), 5),
                c.cell(Tone::Still, &c.words.near(&mark.at, now), 11),
                Span::raw(" "),
                c.ink(Tone::Plain, mark_words(c.words, mark)),
            ],
            at == selected,
            Some(Hit::Row(at)),
        );
    }
}
