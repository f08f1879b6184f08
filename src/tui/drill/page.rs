//! The page of a drill in the terminal: first words, a small table, bands, where more lies.

use ratatui::text::{Line, Span};

use super::super::canvas::Canvas;
use super::super::text::{clip, width, wrap};
use super::super::theme::Tone;
use super::super::widgets::band::{self, LevelBand};
use super::{DrillReport, DrillWords};
use crate::vocab::Text;
use crate::words::Lang;

/// Cells of the name of a figure at the least.
const NAME: usize = 24;
/// Cells that the name of a service has before the span of its times: no name of the catalogue is longer.
const NAME_OF_SERVICE: usize = 19;
/// Cells of the name of a variant at most.
const HEAD: usize = 18;

/// Draws the page from a line on; returns the largest first line that makes sense.
pub(super) fn page(c: &mut Canvas<'_>, report: &DrillReport, scroll: usize) -> usize {
    let lines = lines(c, report);
    let room = c.rows_left();
    let most = lines.len().saturating_sub(room);
    for line in lines.into_iter().skip(scroll.min(most)).take(room) {
        c.line(line);
    }
    most
}

fn lines(c: &Canvas<'_>, report: &DrillReport) -> Vec<Line<'static>> {
    let said = match c.words.lang() {
        Lang::De => &report.de,
        Lang::En => &report.en,
    };
    let cells = c.width().saturating_sub(4);
    let mut lines: Vec<Line<'static>> = Vec::new();
    lines.extend(paragraph(c, &said.heading, cells, 2, Tone::Strong));
    let (played, wanted) = report.runs;
    if played < wanted {
        let text = Text::new("ui-drill-cut-short")
            .count("played", played)
            .count("wanted", wanted);
        lines.extend(paragraph(c, &c.words.say(&text), cells, 2, Tone::Warn));
    }
    for (at, (question, sentences)) in said.answers.iter().enumerate() {
        // Who asked about one administration has its table below what is said of it.
        if at == 1 && !said.recovery.is_empty() {
            lines.push(Line::default());
            lines.extend(recovery(c, said, report.days));
        }
        lines.push(Line::default());
        lines.push(Line::from(c.ink(Tone::Help, format!("  {question}"))));
        // Long answers come as a list.
        if sentences.len() > 2 {
            for sentence in sentences {
                let mut of = paragraph(c, sentence, cells.saturating_sub(2), 4, Tone::Plain);
                if let Some(first) = of.first_mut() {
                    let text: String = first.spans.iter().map(|span| &*span.content).collect();
                    *first = Line::from(c.ink(Tone::Plain, format!("  · {}", text.trim_start())));
                }
                lines.extend(of);
            }
        } else {
            lines.extend(paragraph(c, &sentences.join(" "), cells, 2, Tone::Plain));
        }
    }
    if said.recovery.is_empty() {
        lines.push(Line::default());
        lines.extend(table(c, said));
    }
    lines.push(Line::default());
    lines.push(Line::from(
        c.strong(format!("  {}", c.words.msg("ui-drill-bands"))),
    ));
    let bands: Vec<(&LevelBand, &str)> = report
        .bands
        .iter()
        .zip(&said.names)
        .map(|(band, name)| (band, name.as_str()))
        .collect();
    lines.extend(band::side_by_side(c, &bands, report.days));
    lines.push(Line::default());
    let written = Text::new("ui-drill-written").name("path", said.written.display().to_string());
    lines.extend(paragraph(c, &c.words.say(&written), cells, 2, Tone::Strong));
    if !said.deeper.is_empty() {
        lines.push(Line::default());
        let title = c.words.msg("dp-h-deeper");
        lines.push(Line::from(c.ink(Tone::Help, format!("  {title}"))));
        let how = c.words.msg("dp-deeper-how");
        lines.extend(paragraph(c, &how, cells, 2, Tone::Plain));
    }
    for (what, line) in &said.deeper {
        lines.push(Line::default());
        lines.extend(paragraph(c, what, cells, 2, Tone::Plain));
        lines.extend(paragraph(c, line, cells.saturating_sub(2), 4, Tone::Still));
    }
    lines
}

fn paragraph(
    c: &Canvas<'_>,
    text: &str,
    cells: usize,
    indent: usize,
    tone: Tone,
) -> Vec<Line<'static>> {
    let pieces = wrap(text, cells).into_iter();
    pieces
        .map(|piece| Line::from(c.ink(tone, format!("{}{piece}", " ".repeat(indent)))))
        .collect()
}

/// How the services of one administration recover: the target beside what is reached.
fn recovery(c: &Canvas<'_>, said: &DrillWords, days: u32) -> Vec<Line<'static>> {
    let words = c.words;
    let heads = [
        "ui-drill-recovery-service",
        "ui-drill-recovery-waz",
        "ui-drill-recovery-mta",
        "ui-drill-recovery-within",
        "ui-drill-recovery-runs",
    ]
    .map(|key| words.msg(key));
    let rows: Vec<[&str; 5]> = said
        .recovery
        .iter()
        .map(|[name, runs, waz, mta, within, _]| [name, waz, mta, within, runs].map(String::as_str))
        .collect();
    let heads = heads.each_ref().map(String::as_str);
    let mut cells = [0; 5];
    for row in rows.iter().chain([&heads]) {
        for (most, cell) in cells.iter_mut().zip(row) {
            *most = width(cell).max(*most);
        }
    }
    let short = said.recovery.iter().map(|row| width(&row[5])).max();
    // Long names give way to the span, usual ones do not.
    let between = 2 * (cells.len() - 1) + 4;
    let others: usize = cells[1..4].iter().sum();
    let least = short.unwrap_or(0).max(width(heads[4]));
    let room = c.width().saturating_sub(others + between + least);
    cells[0] = cells[0].min(room.max(NAME_OF_SERVICE));
    let left = c.width().saturating_sub(cells[0] + others + between);
    let line = |row: &[&str; 5], time: &str, tone: Tone| {
        let mut spans = vec![Span::raw("  "), c.cell(tone, row[0], cells[0])];
        for (text, cells) in row[1..4].iter().zip(&cells[1..4]) {
            spans.push(c.ink(tone, format!("  {}", right(text, *cells))));
        }
        spans.push(c.ink(tone, format!("  {}", clip(time, left))));
        Line::from(spans)
    };
    let mut lines = vec![line(&heads, heads[4], Tone::Still)];
    for (row, [.., short]) in rows.iter().zip(&said.recovery) {
        // Where not even the span fits the middle stands alone.
        let middle = short.split(" (").next().unwrap_or_default();
        let mut forms = [row[4], short, middle].into_iter();
        let time = forms.find(|form| width(form) <= left).unwrap_or(middle);
        lines.push(line(row, time, Tone::Plain));
    }
    let note = Text::new("ui-drill-recovery-note").count("days", days);
    lines.extend(paragraph(
        c,
        &words.say(&note),
        c.width().saturating_sub(4),
        2,
        Tone::Still,
    ));
    lines
}

/// Aligns to the right.
fn right(text: &str, cells: usize) -> String {
    let missing = cells.saturating_sub(width(text));
    format!("{}{text}", " ".repeat(missing))
}

fn table(c: &Canvas<'_>, said: &DrillWords) -> Vec<Line<'static>> {
    let words = c.words;
    let heads = [
        String::new(),
        said.names[0].clone(),
        said.names[1].clone(),
        words.msg("dp-difference"),
        words.msg("dp-nine-of-ten"),
    ];
    let mut cells = [0; 5];
    for row in said.figures.iter().chain([&heads]) {
        for (most, cell) in cells.iter_mut().zip(row) {
            *most = width(cell).max(*most);
        }
    }
    for cells in &mut cells[1..3] {
        *cells = (*cells).min(HEAD);
    }
    let room = |shown: usize| {
        let others: usize = cells[1..shown].iter().map(|cells| cells + 2).sum();
        c.width().saturating_sub(others + 4)
    };
    // Where it is narrow the span gives way: the words above say it.
    let shown = if room(5) >= NAME { 5 } else { 4 };
    cells[0] = cells[0].min(room(shown));
    let line = |row: &[String; 5], tone: Tone| {
        let mut spans = vec![Span::raw("  "), c.cell(tone, &row[0], cells[0])];
        let figures = row.iter().zip(cells).take(shown).skip(1);
        spans.extend(figures.map(|(text, cells)| {
            let text = clip(text, cells);
            c.ink(tone, format!("  {}", right(&text, cells)))
        }));
        Line::from(spans)
    };
    let mut lines = vec![line(&heads, Tone::Still)];
    lines.extend(said.figures.iter().map(|row| line(row, Tone::Plain)));
    lines
}
