//! Beistand: requests to and from this seat, and how far each has come.

use std::collections::BTreeSet;

use ratatui::text::Span;

use super::super::canvas::{Canvas, Hit, first_shown};
use super::super::text::{clip, width, wrap};
use super::super::theme::{Tone, aid_sign};
use crate::view::{AidRole, AidRow, SeatView};
use crate::vocab::{AidState, RequestId, Text, WaitCause};
use crate::words::Words;

/// The steps of aid in their order.
const STEPS: [AidState; 6] = [
    AidState::Requested,
    AidState::Examined,
    AidState::Granted,
    AidState::UnderWay,
    AidState::Briefed,
    AidState::AtWork,
];

/// Draws the screen.
pub fn draw(c: &mut Canvas<'_>, view: &SeatView, selected: usize, marked: &BTreeSet<RequestId>) {
    let words = c.words;
    let rule = format!("{} {}", words.msg("ui-aid-rule"), words.say(&view.aid.rule));
    for piece in wrap(&rule, c.width().saturating_sub(2)).into_iter().take(2) {
        c.line(c.ink(Tone::Help, format!(" {piece}")));
    }
    c.line(c.ink(Tone::Plain, format!(" {}", balance(c, view))));
    let mut said = Vec::new();
    if !marked.is_empty() {
        let count = i64::try_from(marked.len()).unwrap_or(i64::MAX);
        said.push(words.say(&Text::new("ui-aid-marked").count("count", count)));
    }
    c.rule_saying(&said);
    table(c, view, selected, marked);
    c.rule();
    if let Some(row) = view.aid.rows.get(selected) {
        detail(c, view, row);
    }
}

fn balance(c: &Canvas<'_>, view: &SeatView) -> String {
    let whole = |hours: f64| libm::round(hours) as i64;
    let text = Text::new("ui-aid-balance")
        .count("given", whole(view.aid.hours_given))
        .count("received", whole(view.aid.hours_received))
        .count("lost", whole(view.aid.own_lost_service_hours));
    c.words.say(&text)
}

fn table(c: &mut Canvas<'_>, view: &SeatView, selected: usize, marked: &BTreeSet<RequestId>) {
    let wide = c.width() >= 110;
    let who = if wide { 38 } else { 33 };
    let what = if wide { 40 } else { 21 };
    let state = 14;
    c.line(vec![
        Span::raw("   "),
        c.cell(Tone::Still, &c.words.msg("ui-col-partner"), who),
        Span::raw(" "),
        c.cell(Tone::Still, &c.words.msg("ui-col-what"), what),
        Span::raw(" "),
        c.cell(Tone::Still, &c.words.msg("ui-col-state"), state),
        c.still(c.words.msg("ui-col-steps")),
    ]);
    let rows = &view.aid.rows;
    if rows.is_empty() {
        c.line(c.still(format!("   {}", c.words.msg("ui-aid-none"))));
        c.line(c.still(format!("   {}", c.words.msg("ui-aid-none-hint"))));
        return;
    }
    // The selected request is told in full below.
    let room = c.rows_left().saturating_sub(8).max(3);
    let first = first_shown(selected, rows.len(), room);
    for (at, row) in rows.iter().enumerate().skip(first).take(room) {
        let (sign, tone) = aid_sign(row.state);
        let mark = if marked.contains(&row.id) { "*" } else { " " };
        c.row(
            vec![
                c.ink(Tone::Help, mark),
                c.ink(tone, format!("{sign} ")),
                c.cell(Tone::Plain, &giver_to_receiver(c, row, who), who),
                Span::raw(" "),
                c.cell(Tone::Plain, &what_words(c, row, wide), what),
                Span::raw(" "),
                c.cell(tone, &c.words.of("aid-state", row.state.id()), state),
                c.ink(tone, steps(row.state)),
            ],
            at == selected,
            Some(Hit::Row(at)),
        );
    }
}

/// Says who gives to whom; the name of the other one gives way, the direction does not.
pub fn giver_to_receiver(c: &Canvas<'_>, row: &AidRow, cells: usize) -> String {
    let us = c.words.msg("ui-aid-us");
    let room = cells.saturating_sub(width(&us) + 3);
    match row.role {
        AidRole::Asker => format!("{} → {us}", clip(&row.to, room)),
        AidRole::Helper => format!("{us} → {}", clip(&row.from, room)),
    }
}

fn what_words(c: &Canvas<'_>, row: &AidRow, wide: bool) -> String {
    let count = row.granted.unwrap_or(row.asked);
    let short = Text::new(format!("aid-short-{}", row.kind.id())).count("count", count);
    let short = c.words.say(&short);
    match (&row.service, wide) {
        (Some(service), true) => format!("{short}, {}", c.words.say(service)),
        _ => short,
    }
}

/// Returns how far an aid has come: one sign for each step.
fn steps(state: AidState) -> String {
    match state {
        AidState::Refused | AidState::Recalled => "×".to_owned(),
        AidState::Returned => "√".to_owned(),
        _ => {
            let done = STEPS.iter().position(|step| *step == state).unwrap_or(0) + 1;
            format!("{}{}", "●".repeat(done), "○".repeat(STEPS.len() - done))
        }
    }
}

fn detail(c: &mut Canvas<'_>, view: &SeatView, row: &AidRow) {
    let words = c.words;
    let now = &view.public.clock.now;
    let title = Text::new("ui-aid-detail")
        .name("from", row.from.clone())
        .name("to", row.to.clone());
    c.both_ends(
        vec![c.strong(format!(" {}", words.say(&title)))],
        vec![c.still(format!("{} ", words.moment(&row.requested)))],
    );
    let amount = Text::new(format!("aid-short-{}", row.kind.id())).count("count", row.asked);
    let mut what = format!(
        "{}, {}",
        words.say(&amount),
        words.say(&Text::new("ui-days").count("days", row.days)),
    );
    if let Some(service) = &row.service {
        what = format!(
            "{what}, {}",
            words.say(&Text::new("ui-for").text("what", service.clone()))
        );
    }
    if let Some(granted) = row.granted {
        let text = Text::new("ui-aid-granted").count("count", granted);
        what = format!("{what} · {}", words.say(&text));
    }
    c.paragraph(&what, 3, Tone::Plain);
    if let Some(span) = &row.at_work {
        let key = if row.state == AidState::AtWork {
            "ui-aid-works-since"
        } else {
            "ui-aid-works-from"
        };
        let text = Text::new(key).name("when", words.span(span, now));
        let mut said = words.say(&text);
        if let Some(until) = &row.until {
            let until = Text::new("ui-aid-ends").name("when", words.near(until, now));
            said = format!("{said}, {}", words.say(&until));
        }
        c.paragraph(&said, 3, Tone::Help);
    }
    if let Some(reason) = &row.reason {
        let key = match row.state {
            AidState::Refused | AidState::Recalled => "ui-aid-reason",
            _ => "ui-aid-note",
        };
        let text = Text::new(key).text("reason", reason.clone());
        c.paragraph(&words.say(&text), 3, Tone::Warn);
    }
    if let Some((turn, of)) = row.turn.filter(|(_, of)| *of > 1) {
        let text = Text::new("ui-aid-turn").count("turn", turn).count("of", of);
        c.paragraph(&words.say(&text), 3, Tone::Help);
    }
    if let Some(said) = waited(words, &row.waited) {
        c.paragraph(&said, 3, Tone::Help);
    }
    if row.can_answer {
        c.paragraph(&words.msg("ui-aid-answer-hint"), 3, Tone::Strong);
    } else if row.can_recall {
        c.paragraph(&words.msg("ui-aid-recall-hint"), 3, Tone::Still);
    }
    if c.rows_left() >= 2 {
        while c.rows_left() > 1 {
            c.gap();
        }
        c.line(c.still(format!(" {}", words.msg("ui-aid-steps-legend"))));
    }
}

/// What was waited for, in words; `None` if nothing was.
pub fn waited(words: &Words, waited: &[(WaitCause, u32)]) -> Option<String> {
    let parts: Vec<String> = waited
        .iter()
        .map(|(cause, minutes)| {
            let cause = words.of("wait", cause.id());
            format!("{cause} {}", words.duration(*minutes))
        })
        .collect();
    let text = Text::new("ui-aid-waited").name("what", parts.join(", "));
    (!parts.is_empty()).then(|| words.say(&text))
}
