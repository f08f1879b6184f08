//! Beistand: requests to and from this seat, and how far each has come.

use std::collections::BTreeSet;

use ratatui::text::Span;

use super::super::canvas::{Canvas, Hit, first_shown};
use super::super::frame::deadline_words;
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

/// Which requests are shown, and which of them are selected and marked.
pub struct List<'a> {
    /// Position in the whole list.
    pub selected: usize,
    /// Positions in the whole list.
    pub shown: &'a [usize],
    pub marked: &'a BTreeSet<RequestId>,
}

/// Draws the screen.
pub fn draw(c: &mut Canvas<'_>, view: &SeatView, list: &List<'_>) {
    let words = c.words;
    let rule = format!("{} {}", words.msg("ui-aid-rule"), words.say(&view.aid.rule));
    for piece in wrap(&rule, c.width().saturating_sub(2)).into_iter().take(2) {
        c.line(c.ink(Tone::Help, format!(" {piece}")));
    }
    c.line(c.ink(Tone::Plain, format!(" {}", balance(c, view))));
    let mut said = Vec::new();
    if list.shown.len() < view.aid.rows.len() {
        said.push(words.msg("ui-region-only-deadlines"));
    } else if !list.shown.is_empty() {
        said.push(words.msg("ui-aid-filter-hint"));
    }
    if !list.marked.is_empty() {
        let count = i64::try_from(list.marked.len()).unwrap_or(i64::MAX);
        said.push(words.say(&Text::new("ui-aid-marked").count("count", count)));
    }
    c.rule_saying(&said);
    table(c, view, list);
    c.rule();
    let selected = view.aid.rows.get(list.selected);
    let selected = selected.filter(|_| !list.shown.is_empty());
    if c.width() < 110 {
        if let Some(row) = selected {
            detail(c, view, row);
        }
        return;
    }
    let [left, right] = c.side_by_side((6, 10));
    if let Some(row) = selected {
        detail(&mut c.part(left), view, row);
    }
    all_requests(&mut c.part(right), view);
}

/// Of all requests the seat knows: what they hang on now, and by what those to one helper are put in order.
fn all_requests(c: &mut Canvas<'_>, view: &SeatView) {
    let words = c.words;
    c.line(c.strong(words.msg("ui-aid-hangs-on")));
    let mut hanging: Vec<String> = Vec::new();
    for cause in WaitCause::ALL {
        let rows = view.aid.rows.iter();
        let count = rows.filter(|row| row.waits_on == Some(*cause)).count();
        if count > 0 {
            hanging.push(format!("{} {count}", words.of("wait", cause.id())));
        }
    }
    if hanging.is_empty() {
        hanging.push(words.msg("ui-aid-hangs-on-nothing"));
    }
    c.paragraph(&hanging.join(" · "), 2, Tone::Warn);
    c.gap();
    let order = &view.aid.order;
    let title = match &order.paragraph {
        Some(paragraph) => {
            let text = Text::new("ui-aid-order-by-pact").name("paragraph", paragraph.clone());
            words.say(&text)
        }
        None => words.msg("ui-aid-order"),
    };
    c.line(c.strong(title));
    let rules = order.rules.iter().enumerate();
    let rules = rules.map(|(at, rule)| format!("{}. {}", at + 1, words.of("ranked-by", rule.id())));
    c.paragraph(&rules.collect::<Vec<_>>().join("  "), 2, Tone::Plain);
}

fn balance(c: &Canvas<'_>, view: &SeatView) -> String {
    let whole = |hours: f64| libm::round(hours) as i64;
    let text = Text::new("ui-aid-balance")
        .count("given", whole(view.aid.hours_given))
        .count("received", whole(view.aid.hours_received))
        .count("lost", whole(view.aid.own_lost_service_hours));
    c.words.say(&text)
}

fn table(c: &mut Canvas<'_>, view: &SeatView, list: &List<'_>) {
    let wide = c.width() >= 110;
    let [who, what, state] = widths(c, view);
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
    if list.shown.is_empty() {
        c.line(c.still(format!("   {}", c.words.msg("ui-aid-no-deadline"))));
        return;
    }
    // The selected request is told in full below.
    let room = c.rows_left().saturating_sub(8).max(3);
    let selected = list.shown.iter().position(|at| *at == list.selected);
    let first = first_shown(selected.unwrap_or(0), list.shown.len(), room);
    for at in list.shown.iter().copied().skip(first).take(room) {
        let row = &rows[at];
        let (sign, tone) = aid_sign(row.state);
        let mark = if list.marked.contains(&row.id) {
            "*"
        } else {
            " "
        };
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
            at == list.selected,
            Some(Hit::Row(at)),
        );
    }
}

/// Widths: who, what, state. Names and states are written whole; the rest is for what is asked.
fn widths(c: &Canvas<'_>, view: &SeatView) -> [usize; 3] {
    const SIGNS_AND_GAPS: usize = 5;
    const MOST_WHAT: usize = 56;
    let rows = view.aid.rows.iter();
    let who = rows.map(|row| width(&giver_to_receiver(c, row, usize::MAX)));
    let who = who.max().unwrap_or(0).clamp(20, 40);
    let states = AidState::ALL.iter();
    let state = states.map(|state| width(&c.words.of("aid-state", state.id())) + 1);
    let state = state.max().unwrap_or(0);
    let used = who + state + STEPS.len() + SIGNS_AND_GAPS;
    [
        who,
        c.width().saturating_sub(used).clamp(16, MOST_WHAT),
        state,
    ]
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
    if let Some(due) = view.answer_due(row.id) {
        let text = Text::new("ui-aid-answer-due").name("when", deadline_words(words, due, now));
        c.paragraph(&words.say(&text), 3, Tone::Warn);
    }
    if row.can_answer {
        c.paragraph(&words.msg("ui-aid-answer-hint"), 3, Tone::Strong);
    } else if row.can_recall {
        c.paragraph(&words.msg("ui-aid-recall-hint"), 3, Tone::Still);
    }
    let legend = words.msg("ui-aid-steps-legend");
    let rows = wrap(&legend, c.width().saturating_sub(2)).len();
    if c.rows_left() > rows {
        while c.rows_left() > rows {
            c.gap();
        }
        c.paragraph(&legend, 1, Tone::Still);
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
