//! The options of a decision paper as a table whose columns are as wide as their texts need.

use super::super::canvas::{Canvas, Hit};
use super::super::keymap::Intent;
use super::super::text::{fit, width, wrap};
use super::super::theme::Tone;
use super::{DecisionField, DecisionForm};
use crate::view::DecisionPaper;
use crate::vocab::Stamp;
use crate::words::Words;

/// From so many cells on a span has room for its words.
const ROOMY: usize = 100;
/// What stands before the first column: mark and letter.
const HEAD: usize = 4;
/// Blanks between columns.
const GAP: usize = 2;
/// No column of text gets narrower.
const NARROWEST: usize = 12;

/// The columns: what, from when, price, way back.
pub struct Columns {
    widths: [usize; 4],
    titles: [String; 4],
    /// For each option the lines of each of its cells.
    cells: Vec<[Vec<String>; 4]>,
}

impl Columns {
    /// Lays the options out on so many cells, in as few rows as possible.
    pub fn of(
        c: &Canvas<'_>,
        form: &DecisionForm,
        paper: &DecisionPaper,
        now: &Stamp,
        cells: usize,
    ) -> Self {
        let words = c.words;
        let titles = [
            "ui-decision-option",
            "ui-decision-effective",
            "ui-decision-costs",
            "ui-decision-way-back",
        ]
        .map(|key| words.msg(key));
        let texts: Vec<[String; 4]> = paper
            .options
            .iter()
            .enumerate()
            .map(|(at, option)| {
                let has_variants = !option.variants.is_empty();
                let chosen = form.chosen(paper).filter(|_| at == form.option);
                let option = chosen.unwrap_or(option);
                let when = option.effective.as_ref();
                let label = words.say(&option.label);
                [
                    if has_variants {
                        format!("{label} ◄►")
                    } else {
                        label
                    },
                    when.map_or_else(
                        || "–".to_owned(),
                        |span| {
                            if cells < ROOMY {
                                at_once_or(words, span, now, Words::narrow_span)
                            } else {
                                effect_words(words, span, now)
                            }
                        },
                    ),
                    words.say(&option.costs),
                    words.say(&option.way_back),
                ]
            })
            .collect();
        let widths = widths(&titles, &texts, cells.saturating_sub(HEAD + 3 * GAP));
        let cells = texts
            .iter()
            .map(|texts| std::array::from_fn(|at| wrap(&texts[at], widths[at])))
            .collect();
        Self {
            widths,
            titles,
            cells,
        }
    }

    /// Rows of one option.
    fn rows_of(&self, at: usize) -> usize {
        self.cells[at].iter().map(Vec::len).max().unwrap_or(1)
    }

    /// Rows of all options with the heading.
    pub fn rows(&self) -> usize {
        let options: usize = (0..self.cells.len()).map(|at| self.rows_of(at)).sum();
        1 + options
    }
}

/// Returns from when something takes effect, as a span where that is uncertain.
pub fn effect_words(words: &Words, span: &(Stamp, Stamp), now: &Stamp) -> String {
    at_once_or(words, span, now, Words::span)
}

fn at_once_or(
    words: &Words,
    span: &(Stamp, Stamp),
    now: &Stamp,
    said: fn(&Words, &(Stamp, Stamp), &Stamp) -> String,
) -> String {
    if span.1.at <= now.at {
        return words.msg("ui-decision-at-once");
    }
    said(words, span, now)
}

/// Shares the cells there are so that the options need the fewest rows.
fn widths(titles: &[String; 4], texts: &[[String; 4]], cells: usize) -> [usize; 4] {
    let natural: [usize; 4] = std::array::from_fn(|column| {
        let widest = texts.iter().map(|texts| width(&texts[column])).max();
        widest.unwrap_or(0).max(width(&titles[column]))
    });
    if natural.iter().sum::<usize>() <= cells {
        return natural;
    }
    let word_widths: Vec<[Vec<usize>; 4]> = texts
        .iter()
        .map(|texts| std::array::from_fn(|at| texts[at].split(' ').map(width).collect()))
        .collect();
    // A span may stand in two rows, its end below its beginning.
    let in_two_rows = |of: &usize| word_widths.iter().all(|words| rows_at(&words[1], *of) <= 2);
    let half = (NARROWEST.min(natural[1])..natural[1]).find(in_two_rows);
    let rest = cells.saturating_sub(natural[1]);
    let mut best = (usize::MAX, [rest / 3, natural[1], rest / 3, rest / 3]);
    let narrowest = |column: usize| NARROWEST.min(natural[column]);
    for effect in core::iter::once(natural[1]).chain(half) {
        let rest = cells.saturating_sub(effect);
        for label in (narrowest(0)..=natural[0].min(rest)).rev() {
            for back in narrowest(3)..=natural[3].min(rest.saturating_sub(label)) {
                let costs = rest.saturating_sub(label + back);
                if costs < narrowest(2) {
                    continue;
                }
                let widths = [label, effect, costs, back];
                let rows = word_widths
                    .iter()
                    .map(|words| {
                        let rows = (0..4).map(|at| rows_at(&words[at], widths[at]));
                        rows.max().unwrap_or(1)
                    })
                    .sum();
                if rows < best.0 {
                    best = (rows, widths);
                }
            }
        }
    }
    best.1
}

/// How many rows words of these widths take.
fn rows_at(words: &[usize], cells: usize) -> usize {
    let (mut rows, mut used) = (1, 0);
    for word in words {
        let joined = used + usize::from(used > 0) + word;
        if joined <= cells {
            used = joined;
        } else {
            // A word wider than the column is broken, which nobody likes to read.
            rows += 1 + 3 * usize::from(*word > cells);
            used = *word;
        }
    }
    rows
}

/// Returns the letter of an option.
pub fn letter(at: usize) -> char {
    char::from(b'A' + u8::try_from(at.min(25)).unwrap_or(0))
}

/// Draws heading and options in at most so many rows.
pub fn draw_options(
    c: &mut Canvas<'_>,
    columns: &Columns,
    form: &DecisionForm,
    paper: &DecisionPaper,
    room: usize,
) {
    let line = |head: &str, parts: [&str; 4]| {
        let cells: Vec<String> = parts
            .iter()
            .zip(columns.widths)
            .map(|(part, cells)| fit(part, cells))
            .collect();
        format!("{head}{}", cells.join(&" ".repeat(GAP)))
    };
    let titles = columns.titles.each_ref().map(String::as_str);
    c.line(c.still(line("    ", titles)));
    let rows_of = share_rows(columns, room.saturating_sub(1), form.option);
    for (at, option) in paper.options.iter().enumerate() {
        let chosen = at == form.option;
        let tone = if option.refusal.is_some() {
            Tone::Still
        } else {
            Tone::Plain
        };
        let mark = if chosen { "►" } else { " " };
        for row in 0..rows_of[at] {
            let last = row + 1 == rows_of[at];
            let parts: [String; 4] = std::array::from_fn(|column| {
                let lines = &columns.cells[at][column];
                // What has no row of its own ends in a sign that something is missing.
                if last && lines.len() > row + 1 {
                    fit(&lines[row..].join(" "), columns.widths[column])
                } else {
                    lines.get(row).cloned().unwrap_or_default()
                }
            });
            let head = if row == 0 {
                format!("{mark} {} ", letter(at))
            } else {
                "    ".to_owned()
            };
            let text = line(&head, parts.each_ref().map(String::as_str));
            let focus = chosen && form.focus == DecisionField::Options;
            let hit = u8::try_from(at).ok().map(|at| Hit::Key(Intent::Option(at)));
            c.row(c.ink(tone, text), focus, hit);
        }
    }
}

/// Shares the rows there are: one for each option, then all the chosen one wants, then the others.
fn share_rows(columns: &Columns, room: usize, chosen: usize) -> Vec<usize> {
    let options = columns.cells.len();
    let mut rows = vec![1; options];
    let mut spare = room.saturating_sub(options);
    for at in std::iter::once(chosen).chain(0..options) {
        if at >= options {
            continue;
        }
        let more = columns.rows_of(at).saturating_sub(rows[at]).min(spare);
        rows[at] += more;
        spare -= more;
    }
    rows
}
