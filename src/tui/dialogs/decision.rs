//! Vorlage, the decision paper: what is known, what can be done, what it costs.

use ratatui::text::{Line, Span};

use super::super::canvas::{Canvas, Hit};
use super::super::frame::{deadline_words, footer_line};
use super::super::keymap::{Context, Intent};
use super::super::seat::{DEFER_MINUTES, Notice};
use super::super::text::{fit, width, wrap};
use super::super::theme::Tone;
use super::{DecisionField, DecisionForm};
use crate::view::{DecisionPaper, OptionRow, SeatView};
use crate::vocab::{Arg, Stamp, Text};

/// Draws the paper over the page.
pub fn draw(page: &mut Canvas<'_>, form: &DecisionForm, view: &SeatView, notice: Option<&Notice>) {
    let Some(at) = view.decisions.iter().position(|p| p.id == form.decision) else {
        return;
    };
    let paper = &view.decisions[at];
    let now = &view.public.clock.now;
    let words = page.words;
    let title = format!(
        "{} {}/{}",
        words.msg("ui-decision-title"),
        at + 1,
        view.decisions.len()
    );
    let corner = format!(
        "{} {}",
        words.msg("ui-decision-due"),
        deadline_words(words, &paper.due, now)
    );
    let wide = page.area.width.min(110);
    let tall = height(paper, usize::from(wide), page);
    let mut inside = page.framed((wide, tall), &title, &corner);
    let room = inside.rows_left();
    let c = &mut inside;
    for piece in wrap(&words.say(&paper.question), c.width()) {
        c.line(c.strong(piece));
    }
    known(c, paper, room);
    options(c, form, paper, now);
    if let Some(option) = paper.options.get(form.option) {
        refusal_or_risk(c, option, paper);
    }
    answer_fields(c, form);
    bottom(c, form, notice);
}

/// Returns how many rows the paper wants.
fn height(paper: &DecisionPaper, wide: usize, page: &Canvas<'_>) -> u16 {
    let facts = paper.known.len().max(paper.unknown.len());
    let narrow = wide.saturating_sub(4);
    let question = wrap(&page.words.say(&paper.question), narrow).len();
    // On a wide page most texts need one line only.
    let lines = if wide >= 100 { 1 } else { 2 };
    let rows = question + 1 + facts * lines + 2 + paper.options.len() * lines + 14;
    u16::try_from(rows).unwrap_or(u16::MAX).max(22)
}

/// Writes what is known beside what is not.
fn known(c: &mut Canvas<'_>, paper: &DecisionPaper, room: usize) {
    let half = c.width() / 2;
    let left = bullets(c, &paper.known, half.saturating_sub(2));
    let right = bullets(c, &paper.unknown, c.width() - half);
    // Options and answer need their rows first.
    let spare = room.saturating_sub(c_needed(paper) + 2).max(2);
    if room >= 24 {
        c.gap();
    }
    let head = vec![
        c.cell(Tone::Still, &c.words.msg("ui-decision-known"), half),
        c.still(c.words.msg("ui-decision-unknown")),
    ];
    c.line(head);
    let rows = left.len().max(right.len()).min(spare);
    for row in 0..rows {
        let l = left.get(row).map_or("", String::as_str);
        let r = right.get(row).map_or("", String::as_str);
        c.line(vec![
            c.cell(Tone::Plain, l, half),
            c.ink(Tone::Plain, r.to_owned()),
        ]);
    }
}

/// Returns the rows everything below the facts needs.
fn c_needed(paper: &DecisionPaper) -> usize {
    let answer_rows = 8;
    1 + paper.options.len() + answer_rows
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

fn letter(at: usize) -> char {
    char::from(b'A' + u8::try_from(at.min(25)).unwrap_or(0))
}

fn options(c: &mut Canvas<'_>, form: &DecisionForm, paper: &DecisionPaper, now: &Stamp) {
    let w = c.width();
    let effective = 10;
    let back = (w / 5).max(14);
    let label = (w - effective - back) * 11 / 24;
    let costs = w.saturating_sub(4 + label + effective + back + 3);
    c.line(vec![
        Span::raw("    "),
        c.cell(Tone::Still, &c.words.msg("ui-decision-option"), label),
        Span::raw(" "),
        c.cell(
            Tone::Still,
            &c.words.msg("ui-decision-effective"),
            effective,
        ),
        Span::raw(" "),
        c.cell(Tone::Still, &c.words.msg("ui-decision-costs"), costs),
        Span::raw(" "),
        c.cell(Tone::Still, &c.words.msg("ui-decision-way-back"), back),
    ]);
    let texts: Vec<[Vec<String>; 4]> = paper
        .options
        .iter()
        .map(|option| {
            let when = option
                .effective
                .as_ref()
                .map_or_else(|| "–".to_owned(), |stamp| c.words.near(stamp, now));
            [
                wrap(&c.words.say(&option.label), label),
                wrap(&when, effective),
                wrap(&c.words.say(&option.costs), costs),
                wrap(&c.words.say(&option.way_back), back),
            ]
        })
        .collect();
    let answer_rows = 7;
    let room = c.rows_left().saturating_sub(answer_rows);
    let rows_of = share_rows(&texts, room, form.option);
    for (at, (option, cells)) in paper.options.iter().zip(&texts).enumerate() {
        let chosen = at == form.option;
        let tone = if option.refusal.is_some() {
            Tone::Still
        } else {
            Tone::Plain
        };
        let mark = if chosen { "►" } else { " " };
        let rows = rows_of[at];
        for row in 0..rows {
            let part = |cell: usize, cells_wide: usize| {
                let lines: &[String] = &cells[cell];
                // What has no row of its own ends in a sign that something is missing.
                if row + 1 == rows && lines.len() > rows {
                    fit(&lines[row..].join(" "), cells_wide)
                } else {
                    fit(lines.get(row).map_or("", String::as_str), cells_wide)
                }
            };
            let head = if row == 0 {
                format!("{mark} {} ", letter(at))
            } else {
                "    ".to_owned()
            };
            let text = format!(
                "{head}{} {} {} {}",
                part(0, label),
                part(1, effective),
                part(2, costs),
                part(3, back)
            );
            let focus = chosen && form.focus == DecisionField::Options;
            let hit = u8::try_from(at).ok().map(|at| Hit::Key(Intent::Option(at)));
            c.row(c.ink(tone, text), focus, hit);
        }
    }
}

/// Shares the rows there are: one for each option, then all the chosen one wants, then the others.
fn share_rows(texts: &[[Vec<String>; 4]], room: usize, chosen: usize) -> Vec<usize> {
    let mut rows = vec![1; texts.len()];
    let mut spare = room.saturating_sub(texts.len());
    let order = std::iter::once(chosen).chain(0..texts.len());
    for at in order {
        let Some(cells) = texts.get(at) else {
            continue;
        };
        let wanted = cells.iter().map(Vec::len).max().unwrap_or(1);
        let more = wanted.saturating_sub(rows[at]).min(spare);
        rows[at] += more;
        spare -= more;
    }
    rows
}

fn refusal_or_risk(c: &mut Canvas<'_>, option: &OptionRow, paper: &DecisionPaper) {
    if let Some(refusal) = &option.refusal {
        let said = Notice::refused(refusal.clone()).say(c.words);
        let text = format!("{} {said}", c.words.msg("ui-decision-not-possible"));
        let rows = c.rows_left().saturating_sub(5).clamp(1, 3);
        for piece in wrap(&text, c.width()).into_iter().take(rows) {
            c.line(c.ink(Tone::Warn, piece));
        }
        return;
    }
    let known: Vec<String> = paper
        .options
        .iter()
        .enumerate()
        .filter_map(|(at, option)| {
            let risk = option.risk?;
            Some(format!("{} {}", letter(at), risk_words(c, risk)))
        })
        .collect();
    if known.is_empty() {
        return;
    }
    let roomy = c.rows_left() > 7;
    let long = known.iter().map(|one| width(one) + 3).sum::<usize>() > c.width();
    if long {
        let known: Vec<String> = paper
            .options
            .iter()
            .enumerate()
            .filter_map(|(at, option)| {
                let tenths = libm::round(option.risk?.clamp(0.0, 1.0) * 10.0);
                let tenths = if tenths < 1.0 {
                    "<1".to_owned()
                } else {
                    tenths.to_string()
                };
                Some(format!("{} {tenths}", letter(at)))
            })
            .collect();
        c.line(vec![
            c.still(format!("{} ", c.words.msg("ui-decision-risk-of-ten"))),
            c.ink(Tone::Attack, known.join("  ")),
        ]);
    } else if roomy {
        c.line(c.still(c.words.msg("ui-decision-risk")));
        c.line(c.ink(Tone::Attack, format!("  {}", known.join("   "))));
    } else {
        c.line(vec![
            c.still(format!("{} ", c.words.msg("ui-decision-risk-short"))),
            c.ink(Tone::Attack, known.join("  ")),
        ]);
    }
}

/// Returns a chance as people say it: `etwa 7 von 10`.
fn risk_words(c: &Canvas<'_>, risk: f64) -> String {
    let tenths = libm::round(risk.clamp(0.0, 1.0) * 10.0);
    match tenths as i64 {
        0 => c.words.msg("ui-risk-low"),
        10 => c.words.msg("ui-risk-high"),
        n => c.words.say(&Text::new("ui-risk").count("tenths", n)),
    }
}

fn answer_fields(c: &mut Canvas<'_>, form: &DecisionForm) {
    while c.rows_left() > 6 {
        c.gap();
    }
    let decides = c.words.msg("ui-decision-decides");
    let reason = c.words.msg("ui-decision-reason");
    let label = width(&decides).max(width(&reason)) + 1;
    let who = c.words.of("decider", form.decider().id());
    c.row(
        vec![
            c.cell(Tone::Still, &decides, label),
            c.ink(Tone::Plain, format!("[◄ {who} ►]")),
        ],
        form.focus == DecisionField::Decider,
        None,
    );
    let typing = form.focus == DecisionField::Reason;
    let cells = c.width().saturating_sub(label + 2);
    let shown = form.reason.shown(cells, typing);
    c.row(
        vec![
            c.cell(Tone::Still, &reason, label),
            c.ink(Tone::Plain, format!("[{shown}]")),
        ],
        typing,
        None,
    );
}

fn bottom(c: &mut Canvas<'_>, form: &DecisionForm, notice: Option<&Notice>) {
    if let Some(step) = form.defer {
        let minutes = DEFER_MINUTES[step.min(DEFER_MINUTES.len() - 1)];
        let text = Text::new("ui-decision-defer-by").with("time", Arg::Minutes(minutes));
        c.row(c.strong(c.words.say(&text)), true, None);
        c.line(c.still(c.words.msg("ui-decision-defer-note")));
    } else if let Some(notice) = notice {
        for piece in wrap(&notice.say(c.words), c.width()).into_iter().take(2) {
            c.line(c.ink(notice.tone, piece));
        }
    }
    while c.rows_left() > 1 {
        c.gap();
    }
    let context = if form.defer.is_some() {
        Context::Defer
    } else {
        Context::Decision
    };
    let footer: Line<'static> = footer_line(c, &[context], |_| true);
    c.line(footer);
}
