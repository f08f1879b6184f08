//! Beobachtung: objectives with target and value, what the observer is about to write, and the latest notes.

use ratatui::text::{Line, Span};

use super::super::canvas::{Canvas, Hit, first_shown};
use super::super::text::{fit, width, wrap};
use super::super::theme::Tone;
use crate::view::{NoteRow, ObjectiveRow, ObserveView};
use crate::vocab::{NoteKind, Rating, Stamp, Text};

/// What the observer is about to write.
pub struct Draft<'a> {
    /// The chosen objective.
    pub chosen: usize,
    /// About which seat; `None` is all.
    pub seat: Option<&'a str>,
    /// What it is.
    pub about: NoteKind,
    /// How the objective was reached.
    pub rating: Option<Rating>,
    /// The note as typed, and whether keys go there.
    pub text: (&'a super::super::field::Field, bool),
    /// Numbers of lines as typed, and whether keys go there.
    pub evidence: (&'a super::super::field::Field, bool),
}

/// Rows below the objectives: the draft and the latest notes.
const BELOW: usize = 10;
/// Cells of target, value and rating.
const FIGURE: usize = 10;
const RATING: usize = 17;
/// From so many cells on the note and the lines that show it stand in one row.
const WIDE: usize = 110;

/// Draws the screen.
pub fn draw(c: &mut Canvas<'_>, view: &ObserveView, draft: &Draft<'_>, now: &Stamp) {
    if view.objectives.is_empty() {
        c.line(c.still(format!(" {}", c.words.msg("ui-observe-no-objectives"))));
    } else {
        objectives(c, view, draft);
    }
    c.rule();
    write(c, view, draft);
    c.rule();
    notes(c, view, now);
}

/// Cells of a title.
fn title_cells(c: &Canvas<'_>) -> usize {
    c.width()
        .saturating_sub(6 + 2 * FIGURE + RATING + 8)
        .clamp(24, 60)
}

fn objectives(c: &mut Canvas<'_>, view: &ObserveView, draft: &Draft<'_>) {
    let words = c.words;
    let title = title_cells(c);
    let head = vec![
        c.still(format!(
            "      {}",
            fit(&words.msg("ui-observe-objective"), title)
        )),
        c.cell(Tone::Still, &words.msg("report-target"), FIGURE),
        c.cell(Tone::Still, &words.msg("report-value"), FIGURE),
        c.cell(Tone::Still, &words.msg("ui-observe-rating"), RATING),
        c.still(words.msg("ui-observe-shown-by")),
    ];
    c.line(Line::from(head));
    let room = c.rows_left().saturating_sub(BELOW).max(3);
    let first = first_shown(draft.chosen, view.objectives.len(), room);
    let rows = view.objectives.iter().enumerate().skip(first).take(room);
    for (at, row) in rows {
        let line = objective(c, row, title);
        c.row(line, at == draft.chosen, Some(Hit::Row(at)));
    }
}

fn objective(c: &Canvas<'_>, row: &ObjectiveRow, title: usize) -> Line<'static> {
    let words = c.words;
    let said = |text: &Option<Text>| {
        text.as_ref()
            .map_or_else(|| "–".to_owned(), |text| words.say(text))
    };
    let tone = match row.is_met {
        Some(true) => Tone::Good,
        Some(false) => Tone::Bad,
        None => Tone::Still,
    };
    let sign = match row.is_met {
        Some(true) => "√ ",
        Some(false) => "× ",
        None => "",
    };
    let mut spans = vec![
        Span::raw(format!(" {:>3}  ", row.id)),
        c.ink(
            Tone::Plain,
            format!("{} ", fit(&words.say(&row.title), title - 1)),
        ),
        c.cell(Tone::Plain, &said(&row.target), FIGURE),
        c.cell(Tone::Plain, &said(&row.value), FIGURE),
    ];
    let rated: Vec<&str> = row.ratings.iter().map(|(_, rating)| rating.id()).collect();
    if rated.is_empty() && row.rated.is_some() {
        let to_rate = words.msg("ui-observe-to-rate");
        let left = RATING.saturating_sub(width(sign));
        spans.push(c.ink(tone, sign.to_owned()));
        spans.push(c.cell(Tone::Still, &to_rate, left));
    } else if rated.is_empty() {
        let verdict = format!("{sign}{}", words.say(&row.verdict));
        spans.push(c.cell(tone, &verdict, RATING));
    } else {
        let rated = format!("{} ", rated.join(" "));
        let left = RATING.saturating_sub(width(&rated));
        spans.push(c.strong(rated));
        spans.push(c.cell(tone, sign.trim_end(), left));
    }
    let shown_by = if row.evidence == 0 {
        c.still("0")
    } else {
        c.ink(Tone::Plain, row.evidence.to_string())
    };
    spans.push(shown_by);
    Line::from(spans)
}

fn write(c: &mut Canvas<'_>, view: &ObserveView, draft: &Draft<'_>) {
    let words = c.words;
    let objective = view.objectives.get(draft.chosen);
    if let Some(expects) = objective.and_then(|row| row.expects.as_ref()) {
        let text = format!("{} {}", words.msg("report-expects"), words.say(expects));
        c.paragraph(&text, 1, Tone::Still);
    }
    if let Some(why) = objective.and_then(|row| row.why_not_measured.as_ref()) {
        c.paragraph(&words.say(why), 1, Tone::Warn);
    }
    if let Some(rated) = objective.and_then(|row| row.rated.as_ref()) {
        let text = format!(" {} {}", words.msg("report-people-rate"), words.say(rated));
        c.line(c.still(text));
    }
    let all = words.msg("ui-observe-all-seats");
    let rating = draft.rating.map_or_else(
        || words.msg("ui-observe-no-rating"),
        |rating| format!("{} {}", rating.id(), words.of("rating", rating.id())),
    );
    let head = Text::new("ui-observe-head")
        .name("objective", objective.map_or("–", |row| row.id.as_str()))
        .name("seat", draft.seat.unwrap_or(&all))
        .name("kind", words.of("note-kind", draft.about.id()))
        .name("rating", rating);
    c.line(c.strong(format!(" {}", words.say(&head))));
    let field =
        |c: &Canvas<'_>, (field, focus): (&super::super::field::Field, bool), cells: usize| {
            let tone = if focus { Tone::Strong } else { Tone::Plain };
            c.ink(tone, format!("[{}]", field.shown(cells, focus)))
        };
    let label = words.msg("ui-observe-evidence");
    let lines = width(&label) + 20;
    // On a small page the note has a row of its own.
    let is_wide = c.width() >= WIDE;
    let beside = if is_wide { lines + 8 } else { 4 };
    let cells = c.width().saturating_sub(beside);
    let mut note = vec![Span::raw(" "), field(c, draft.text, cells)];
    let evidence = [c.still(format!(" {label} ")), field(c, draft.evidence, 16)];
    if is_wide {
        note.push(Span::raw(" "));
        note.extend(evidence);
        c.line(Line::from(note));
    } else {
        c.line(Line::from(note));
        c.line(Line::from(evidence.to_vec()));
    }
}

fn notes(c: &mut Canvas<'_>, view: &ObserveView, now: &Stamp) {
    let words = c.words;
    c.line(c.strong(format!(" {}", words.msg("ui-observe-latest"))));
    if view.notes.is_empty() {
        c.line(c.still(format!("   {}", words.msg("report-none-noted"))));
    }
    for note in &view.notes {
        if c.rows_left() == 0 {
            break;
        }
        let said = told(c, note, now);
        let cells = c.width().saturating_sub(4);
        let mut pieces = wrap(&said, cells).into_iter();
        if let Some(piece) = pieces.next() {
            c.line(c.ink(Tone::Plain, format!("   {piece}")));
        }
        // A second row of a long note, where there is room.
        if let Some(piece) = pieces.next().filter(|_| c.rows_left() > 2) {
            c.line(c.ink(Tone::Plain, format!("     {piece}")));
        }
    }
}

fn told(c: &Canvas<'_>, note: &NoteRow, now: &Stamp) -> String {
    let words = c.words;
    let mut said = words.near(&note.at, now);
    for piece in [note.objective.as_deref(), note.seat.as_deref()]
        .into_iter()
        .flatten()
    {
        said.push_str("  ");
        said.push_str(piece);
    }
    if let Some(rating) = note.rating {
        said.push_str("  ");
        said.push_str(rating.id());
    }
    if note.about != NoteKind::Observation {
        said.push_str("  ");
        said.push_str(&words.of("note-kind", note.about.id()));
    }
    format!("{said}  {}", note.text)
}
