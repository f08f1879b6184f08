//! Why a service stands as it does, and what would help.

use ratatui::text::{Line, Span};

use super::super::canvas::Canvas;
use super::super::text::wrap;
use super::super::theme::{Tone, service_sign, system_sign};
use super::services::pay_run_words;
use crate::view::{CauseEnd, CauseLink, SeatView, ServiceRow};
use crate::vocab::Text;
use crate::words::Words;

/// Draws the chain of the selected service in the rows there are.
pub fn draw(c: &mut Canvas<'_>, view: &SeatView, selected: usize) {
    let Some(row) = view.town_hall.services.get(selected) else {
        return;
    };
    let words = c.words;
    let title = Text::new("ui-why-service").text("service", row.name.clone());
    let as_of = Text::new("ui-as-of").name(
        "when",
        words.near(&view.town_hall.as_of, &view.public.clock.now),
    );
    c.both_ends(
        vec![c.strong(format!(" {}", words.say(&title)))],
        vec![c.still(format!("{} ", words.say(&as_of)))],
    );
    let cells = c.width().saturating_sub(2);
    let lines = lines(c, view, row, cells);
    let hidden = lines.len() > c.rows_left();
    let last = c.rows_left().saturating_sub(1);
    for (at, mut line) in lines.into_iter().enumerate().take(last + 1) {
        line.spans.insert(0, Span::raw("   "));
        if hidden && at == last {
            let more = c.ink(Tone::Help, " … w ");
            c.both_ends(line.spans, vec![more]);
        } else {
            c.line(line);
        }
    }
}

/// Returns the chain of causes, what would help and when it may be over.
pub fn lines(
    c: &Canvas<'_>,
    view: &SeatView,
    row: &ServiceRow,
    cells: usize,
) -> Vec<Line<'static>> {
    let words = c.words;
    let now = &view.public.clock.now;
    let cells = cells.saturating_sub(2);
    let mut lines = Vec::new();
    let mut add = |text: &str| {
        for piece in wrap(text, cells) {
            lines.push(c.signed(&piece));
        }
    };
    add(&chain(c, row));
    if !row.remedies.is_empty() {
        let list: Vec<String> = row
            .remedies
            .iter()
            .map(|remedy| {
                let said = words.say(&remedy.text);
                if remedy.asks_for.is_some() {
                    format!("{said} (b)")
                } else {
                    said
                }
            })
            .collect();
        add(&format!(
            "{} {}",
            words.msg("ui-what-helps"),
            list.join(" · ")
        ));
    }
    if let Some(text) = pay_run_words(words, row, now) {
        add(&text);
    }
    let needed = Text::new("ui-needed")
        .count("level", i64::from(row.emergency_of_100))
        .count("waiting", row.waiting);
    let forecast = match &row.forecast {
        Some(span) => words.say(&Text::new("ui-forecast").name("when", words.span(span, now))),
        None if matches!(row.cause_end, CauseEnd::Fine) => String::new(),
        None => {
            let why = row.unforeseen.as_ref().map(|why| words.say(why));
            let none = words.msg("ui-no-forecast");
            format!("{none} {}", why.unwrap_or_default())
        }
    };
    add(format!("{} {forecast}", words.say(&needed)).trim_end());
    lines
}

/// Returns the chain in one sentence: nearest cause first, ending where knowledge ends.
fn chain(c: &Canvas<'_>, row: &ServiceRow) -> String {
    let words = c.words;
    let (sign, _) = service_sign(row.state);
    let mut parts = vec![format!("{} {sign}", words.say(&row.name))];
    for link in &row.causes {
        let (sign, _) = system_sign(link.state);
        let mut part = format!(
            "{} {sign} {}",
            thing_words(words, link),
            words.of("system-state", link.state.id())
        );
        // "down, 0 of 100" says the same thing twice.
        if let Some(usable) = link.usable_of_100.filter(|of| (1..100).contains(of)) {
            let of = words.say(&Text::new("ui-of-100").count("level", i64::from(usable)));
            part = format!("{part}, {of}");
        }
        parts.push(part);
    }
    parts.push(end_words(words, &row.cause_end));
    parts.join(" ◄ ")
}

/// Returns where a chain of causes ends.
pub fn end_words(words: &Words, end: &CauseEnd) -> String {
    match end {
        CauseEnd::Fine => words.msg("ui-cause-fine"),
        CauseEnd::Open => words.msg("ui-cause-open"),
        CauseEnd::Known(text) => words.say(text),
    }
}

/// Returns what stands in a chain of causes, and whose it is if it is another's.
pub fn thing_words(words: &Words, link: &CauseLink) -> String {
    let thing = words.say(&link.thing);
    match &link.owner {
        Some(owner) => format!("{thing} ({owner})"),
        None => thing,
    }
}
