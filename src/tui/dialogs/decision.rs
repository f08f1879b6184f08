//! Vorlage, the decision paper: what is known, what can be done, what it costs.

use ratatui::text::Line;

use super::super::canvas::Canvas;
use super::super::frame::{count_of_paper, deadline_words, footer_line};
use super::super::keymap::Context;
use super::super::page::WIDEST;
use super::super::seat::{DEFER_MINUTES, Notice};
use super::super::text::{clip, width, wrap};
use super::super::theme::Tone;
use super::agreed::at_table;
use super::decision_options::{Columns, draw_options};
use super::decision_risk::{risk_lines, risk_short};
use super::{DecisionField, DecisionForm};
use crate::view::{DecisionPaper, OptionRow, SeatView};
use crate::vocab::{Arg, Text};

/// Rows of the answer: who decides, with whom it was agreed, why, and when to look at it again; on a small page why and
/// when share a row.
const ANSWER_ROWS: usize = 4;
const FEW_ROWS: u16 = 30;

/// Draws the paper over the page.
pub fn draw(page: &mut Canvas<'_>, form: &DecisionForm, view: &SeatView, notice: Option<&Notice>) {
    let Some(at) = view.decisions.iter().position(|p| p.id == form.decision) else {
        return;
    };
    let paper = &view.decisions[at];
    let now = &view.public.clock.now;
    let words = page.words;
    let (place, count) = count_of_paper(view, at);
    let title = format!("{} {place}/{count}", words.msg("ui-decision-title"));
    let corner = deadline_words(words, &paper.due, now);
    let answer_rows = ANSWER_ROWS - usize::from(page.area.height < FEW_ROWS);
    let wide = page.area.width.min(WIDEST);
    let inner = usize::from(wide).saturating_sub(4);
    let question = wrap(&words.say(&paper.question), inner);
    let facts = Facts::of(page, paper, inner);
    let columns = Columns::of(page, form, paper, now, inner);
    let below = below_lines(page, form, paper, notice, inner);
    // Two rows for a message, so that the paper does not jump when one comes.
    let below_rows = below.len().max(2);
    let wanted = question.len()
        + facts.rows()
        + columns.rows()
        + answer_rows
        + below_rows
        + 1
        + if inner >= 100 { 5 } else { 0 };
    let tall = u16::try_from(wanted + 2).unwrap_or(u16::MAX).max(23);
    let mut inside = page.framed((wide, tall), &title, &corner);
    let c = &mut inside;
    let mut spare = c.rows_left().saturating_sub(wanted);
    for piece in question {
        c.line(c.strong(piece));
    }
    let mut air = |c: &mut Canvas<'_>| {
        if spare > 0 {
            spare -= 1;
            c.gap();
        }
    };
    air(c);
    // Options and answer have their rows before the facts have theirs.
    let needed = columns.rows() + answer_rows + below.len() + 1;
    facts.draw(c, c.rows_left().saturating_sub(needed));
    air(c);
    let room = c.rows_left().saturating_sub(answer_rows + below.len() + 1);
    draw_options(c, &columns, form, paper, room);
    while c.rows_left() > answer_rows + below_rows + 1 {
        c.gap();
    }
    answer_fields(c, form, answer_rows < ANSWER_ROWS);
    for line in below {
        c.line(line);
    }
    while c.rows_left() > 1 {
        c.gap();
    }
    let context = if form.defer.is_some() {
        Context::Defer
    } else {
        Context::Decision
    };
    let footer = footer_line(c, &[context], |_| true);
    c.line(footer);
}

/// What is known beside what is not, wrapped.
struct Facts {
    half: usize,
    known: Vec<String>,
    unknown: Vec<String>,
}

impl Facts {
    fn of(c: &Canvas<'_>, paper: &DecisionPaper, cells: usize) -> Self {
        let half = cells / 2;
        Self {
            half,
            known: bullets(c, &paper.known, half.saturating_sub(2)),
            unknown: bullets(c, &paper.unknown, cells - half),
        }
    }

    /// Rows with the heading.
    fn rows(&self) -> usize {
        1 + self.known.len().max(self.unknown.len())
    }

    /// Draws in at most so many rows; what has no row shows that it is missing.
    fn draw(&self, c: &mut Canvas<'_>, room: usize) {
        c.line(vec![
            c.cell(Tone::Still, &c.words.msg("ui-decision-known"), self.half),
            c.still(c.words.msg("ui-decision-unknown")),
        ]);
        let rows = (self.rows() - 1).min(room.saturating_sub(1)).max(1);
        let part = |lines: &[String], row: usize, cells: usize| {
            let text = lines.get(row).map_or("", String::as_str);
            if row + 1 == rows && lines.len() > rows {
                clip(&format!("{text} …"), cells)
            } else {
                text.to_owned()
            }
        };
        for row in 0..rows {
            let left = part(&self.known, row, self.half - 1);
            let right = part(&self.unknown, row, c.width() - self.half);
            c.line(vec![
                c.cell(Tone::Plain, &left, self.half),
                c.ink(Tone::Plain, right),
            ]);
        }
    }
}

fn bullets(c: &Canvas<'_>, texts: &[Text], cells: usize) -> Vec<String> {
    let mut lines = Vec::new();
    for text in texts {
        let said = c.words.say(text);
        for (at, piece) in wrap(&said, cells.saturating_sub(2)).into_iter().enumerate() {
            let bullet = if at == 0 { "· " } else { "  " };
            lines.push(format!("{bullet}{piece}"));
        }
    }
    if lines.is_empty() {
        lines.push("–".to_owned());
    }
    lines
}

/// The fields of the answer; where there are few rows, the one of both texts that is typed, or else the reason.
fn answer_fields(c: &mut Canvas<'_>, form: &DecisionForm, few_rows: bool) {
    let decides = c.words.msg("ui-decision-decides");
    let reason = c.words.msg("ui-decision-reason");
    let revisit = c.words.msg("ui-decision-revisit");
    let agreed = c.words.msg("ui-agreed");
    let labels = [&decides, &reason, &revisit, &agreed];
    let label = labels
        .map(|label| width(label))
        .into_iter()
        .max()
        .unwrap_or(0)
        + 1;
    let who = c.words.of("decider", form.decider().id());
    let mut spans = vec![
        c.cell(Tone::Still, &decides, label),
        c.ink(Tone::Plain, format!("[◄ {who} ►]  ")),
    ];
    spans.extend(at_table(c, form.agreed.at_table));
    c.row(spans, form.focus == DecisionField::Decider, None);
    let focus = form.focus == DecisionField::Agreed;
    let mut spans = vec![c.cell(Tone::Still, &agreed, label)];
    spans.extend(form.agreed.spans(c, focus));
    c.row(spans, focus, None);
    let cells = c.width().saturating_sub(label + 2);
    let revisits = form.focus == DecisionField::Revisit;
    let typed = [
        (&reason, &form.reason, DecisionField::Reason, !revisits),
        (&revisit, &form.revisit, DecisionField::Revisit, revisits),
    ];
    for (name, field, of, is_first) in typed {
        if few_rows && !is_first {
            continue;
        }
        let typing = form.focus == of;
        let shown = field.shown(cells, typing);
        c.row(
            vec![
                c.cell(Tone::Still, name, label),
                c.ink(Tone::Plain, format!("[{shown}]")),
            ],
            typing,
            None,
        );
    }
}

/// Returns what stands below the answer: putting off, a message, why the option is not possible,
/// or the risk.
fn below_lines(
    c: &Canvas<'_>,
    form: &DecisionForm,
    paper: &DecisionPaper,
    notice: Option<&Notice>,
    cells: usize,
) -> Vec<Line<'static>> {
    let said = |tone: Tone, text: &str| -> Vec<Line<'static>> {
        wrap(text, cells)
            .into_iter()
            .map(|piece| Line::from(c.ink(tone, piece)))
            .collect()
    };
    if let Some(step) = form.defer {
        let minutes = DEFER_MINUTES[step.min(DEFER_MINUTES.len() - 1)];
        let text = Text::new("ui-decision-defer-by").with("time", Arg::Minutes(minutes));
        let note = c.words.msg("ui-decision-defer-note");
        return vec![
            Line::from(c.strong(c.words.say(&text))),
            Line::from(c.still(note)),
        ];
    }
    if let Some(notice) = notice {
        let mut lines = said(notice.tone, &notice.say(c.words));
        // The risk stays in sight while the reason is typed.
        if lines.len() == 1 {
            lines.extend(risk_short(c, paper, cells));
        }
        return lines;
    }
    let chosen = form.chosen(paper);
    let refused = chosen.and_then(|option| option.refusal.as_ref());
    if let Some(refusal) = refused {
        let why = Notice::refused(refusal.clone()).say(c.words);
        let text = format!("{} {why}", c.words.msg("ui-decision-not-possible"));
        return said(Tone::Warn, &text);
    }
    let has_variants = |option: &OptionRow| !option.variants.is_empty();
    if form.focus == DecisionField::Options
        && paper.options.get(form.option).is_some_and(has_variants)
    {
        return said(Tone::Still, &c.words.msg("ui-decision-variants"));
    }
    risk_lines(c, paper, cells)
}
