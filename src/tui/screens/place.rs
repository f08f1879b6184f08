//! One place in a line and in full: what it reported, and what runs between it and the seat.

use ratatui::text::Line;

use super::super::canvas::Canvas;
use super::super::frame::deadline_words;
use super::super::text::{width, wrap};
use super::super::theme::{Tone, aid_sign, service_sign};
use crate::view::{Place, PlaceReport, SeatView};
use crate::vocab::{AdministrationId, ServiceState, Stamp, Text};
use crate::words::Words;

/// Returns a place in one line: counts and the next deadline, with its name where there is room.
pub fn one_line(words: &Words, place: &Place, now: &Stamp, cells: usize) -> String {
    let Some(report) = &place.report else {
        let text = match &place.affected_since {
            Some(since) => Text::new("ui-place-only-affected")
                .name("name", place.name.clone())
                .name("when", words.near(since, now)),
            None => Text::new("ui-place-silent").name("name", place.name.clone()),
        };
        return words.say(&text);
    };
    let said = format!("{}: {}", place.name, counts(words, report));
    let Some(next) = &report.next else {
        return said;
    };
    let when = words.near(&next.at, now);
    let text = Text::new("ui-place-next")
        .text("what", next.what.clone())
        .name("when", when.clone());
    let whole = format!("{said} · {}", words.say(&text));
    if width(&whole) <= cells {
        return whole;
    }
    let short = Text::new("ui-place-next-short").name("when", when);
    format!("{said} · {}", words.say(&short))
}

fn counts(words: &Words, report: &PlaceReport) -> String {
    let text = Text::new("ui-place-counts")
        .count("down", report.down)
        .count("all", report.running + report.emergency + report.down);
    words.say(&text)
}

/// Returns a place in full.
pub fn lines(
    c: &Canvas<'_>,
    view: &SeatView,
    id: AdministrationId,
    cells: usize,
) -> Vec<Line<'static>> {
    let words = c.words;
    let now = &view.public.clock.now;
    let Some(place) = view.region.places.iter().find(|place| place.id == id) else {
        return Vec::new();
    };
    let mut lines = Vec::new();
    let mut say = |tone: Tone, text: &str| {
        for piece in wrap(text, cells) {
            lines.push(Line::from(c.ink(tone, piece)));
        }
    };
    let count = Text::new("ui-place-inhabitants").count("count", place.inhabitants);
    say(Tone::Still, &words.say(&count));
    if let Some(since) = &place.affected_since {
        let text = Text::new("ui-place-affected-since").name("when", words.moment(since));
        say(Tone::Attack, &words.say(&text));
    }
    say(Tone::Plain, "");
    match &place.report {
        None => say(Tone::Still, &words.msg("ui-place-no-report")),
        Some(report) => {
            let key = if report.is_old {
                "ui-place-old-report"
            } else {
                "ui-place-report"
            };
            let tone = if report.is_old {
                Tone::Warn
            } else {
                Tone::Strong
            };
            let text = Text::new(key).name("when", words.moment(&report.as_of));
            say(tone, &words.say(&text));
            for (sign, count, key) in [
                (ServiceState::Operating, report.running, "ui-place-running"),
                (
                    ServiceState::Emergency,
                    report.emergency,
                    "ui-place-emergency",
                ),
                (ServiceState::Down, report.down, "ui-place-down"),
            ] {
                let (sign, tone) = service_sign(sign);
                let text = Text::new(key).count("count", count);
                say(tone, &format!("  {sign} {}", words.say(&text)));
            }
            let text = Text::new("ui-place-served").count("level", report.served_of_100);
            say(Tone::Plain, &format!("  {}", words.say(&text)));
            if let Some(next) = &report.next {
                let text = Text::new("ui-place-next")
                    .text("what", next.what.clone())
                    .name("when", deadline_words(words, &next.at, now));
                say(Tone::Warn, &format!("  {}", words.say(&text)));
            }
            if let Some(open) = report.link_open {
                let key = if open {
                    "ui-place-link-open"
                } else {
                    "ui-place-link-cut"
                };
                say(Tone::Plain, &format!("  {}", words.msg(key)));
            }
            let text = Text::new("ui-place-help")
                .count("open", report.unanswered)
                .count("promised", report.help_promised)
                .count("working", report.help_at_work)
                .count("gives", report.gives);
            say(Tone::Help, &format!("  {}", words.say(&text)));
        }
    }
    say(Tone::Plain, "");
    say(Tone::Strong, &words.msg("ui-place-between"));
    let mut any = false;
    for row in &view.aid.rows {
        if row.from != place.name && row.to != place.name || place.is_own {
            continue;
        }
        any = true;
        let (sign, tone) = aid_sign(row.state);
        let kind = words.of("aid-kind", row.kind.id());
        let state = words.of("aid-state", row.state.id());
        say(
            tone,
            &format!("  {sign} {kind}: {} → {}, {state}", row.from, row.to),
        );
    }
    if !any {
        say(
            Tone::Still,
            &format!("  {}", words.msg("ui-place-nothing-between")),
        );
    }
    lines
}
