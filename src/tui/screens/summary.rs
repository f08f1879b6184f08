//! The lines that answer in ten seconds: how much stands, what is due, is help coming.

use super::super::canvas::Canvas;
use super::super::text::{clip, width};
use super::super::theme::{Tone, system_sign};
use super::notices;
use crate::view::{CustomerRow, NextDeadline, SeatView, Standing};
use crate::vocab::{Arg, Stamp, Text};
use crate::words::Words;

/// Writes the lines that answer in ten seconds: how much stands, what is due, is help coming.
pub fn draw(c: &mut Canvas<'_>, view: &SeatView) {
    let words = c.words;
    let hall = &view.town_hall;
    let now = &view.public.clock.now;
    let (tone, stands) = if hall.customers.is_empty() {
        standing_words(words, &hall.standing)
    } else {
        line_words(words, &hall.customers)
    };
    let stands = format!(" {stands}");
    let room = c.width().saturating_sub(width(&stands) + 2);
    let deadline = match &hall.next_deadline {
        Some(next) => deadline_words(words, next, now, room),
        None => words.msg("ui-no-deadline"),
    };
    c.both_ends(
        vec![c.ink(tone, stands)],
        vec![c.ink(Tone::Plain, format!("{deadline} "))],
    );
    let staff = format!("{} ", staff_words(c, view));
    let help = format!(" {}", help_words(c, view));
    let tone = if hall.help.at_work > 0 || hall.help.promised > 0 {
        Tone::Help
    } else {
        Tone::Plain
    };
    c.both_ends(vec![c.ink(tone, help)], vec![c.ink(Tone::Plain, staff)]);
    notices::draw(c, view, if c.area.height >= 30 { 3 } else { 1 });
    if c.area.height >= 24
        && let Some(link) = &hall.provider_link
    {
        let (sign, _) = system_sign(link.state);
        let text = format!(
            " {}: {sign} {}",
            words.say(&link.thing),
            words.of("system-state", link.state.id())
        );
        let pact = words.say(&Text::new("ui-pact").text("pact", view.public.pact.clone()));
        let pact = c.still(format!("{pact} "));
        c.both_ends(c.signed(&text).spans, vec![pact]);
    }
}

fn standing_words(words: &Words, standing: &Standing) -> (Tone, String) {
    let (key, tone) = match (standing.total, standing.down, standing.below) {
        (0, _, _) => ("ui-no-services", Tone::Still),
        (_, 0, 0) => ("ui-standing-none", Tone::Good),
        (_, 0, _) => ("ui-standing-below", Tone::Warn),
        _ => ("ui-standing-down", Tone::Bad),
    };
    let text = Text::new(key)
        .count("down", standing.down)
        .count("below", standing.below)
        .count("emergency", standing.emergency)
        .count("total", standing.total);
    (tone, words.say(&text))
}

/// Says how many lines to customers are cut, and who reported to be affected.
fn line_words(words: &Words, customers: &[CustomerRow]) -> (Tone, String) {
    let count = |is: fn(&CustomerRow) -> bool| {
        let found = customers.iter().filter(|row| is(row)).count();
        i64::try_from(found).unwrap_or(i64::MAX)
    };
    let (cut, affected) = (
        count(|row| row.cut.is_some()),
        count(|row| row.affected.is_some()),
    );
    let text = Text::new("ui-customers")
        .count("cut", cut)
        .count("affected", affected)
        .count("total", count(|_| true));
    let tone = if cut + affected > 0 {
        Tone::Warn
    } else {
        Tone::Good
    };
    (tone, words.say(&text))
}

/// Says when the next deadline is and what it is for. Where there is little room, the name gives
/// way, never the time.
fn deadline_words(words: &Words, next: &NextDeadline, now: &Stamp, room: usize) -> String {
    let say = |key: &'static str| {
        let text = Text::new(key)
            .text("what", next.what.clone())
            .name("when", words.near(&next.at, now))
            .with("left", Arg::Minutes(next.at.at.since(now.at)));
        words.say(&text)
    };
    let long = say("ui-next-deadline");
    if width(&long) <= room {
        return long;
    }
    clip(&say("ui-next-deadline-short"), room)
}

fn help_words(c: &Canvas<'_>, view: &SeatView) -> String {
    let words = c.words;
    let help = &view.town_hall.help;
    let mut parts = vec![match help.at_work {
        0 => words.msg("ui-help-nobody"),
        n => words.say(&Text::new("ui-help-here").count("count", n)),
    }];
    if help.promised > 0 {
        let mut promised = words.say(&Text::new("ui-help-promised").count("count", help.promised));
        if let Some(span) = &help.next_arrival {
            let now = &view.public.clock.now;
            let when = if c.width() >= 100 {
                words.span(span, now)
            } else {
                words.say(&Text::new("ui-help-from").name("when", words.day(&span.0, now)))
            };
            promised = format!("{promised} ({when})");
        }
        parts.push(promised);
    }
    if help.unanswered > 0 {
        parts.push(words.say(&Text::new("ui-help-unanswered").count("count", help.unanswered)));
    }
    if help.given > 0 {
        parts.push(words.say(&Text::new("ui-help-given").count("count", help.given)));
    }
    format!("{} {}", words.msg("ui-help"), parts.join(" · "))
}

fn staff_words(c: &Canvas<'_>, view: &SeatView) -> String {
    let words = c.words;
    let staff = &view.town_hall.staff;
    let mut text = words.say(&Text::new("ui-staff").count("own", staff.own));
    if staff.helpers > 0 {
        let helpers = words.say(&Text::new("ui-staff-helpers").count("count", staff.helpers));
        text = format!("{text}, {helpers}");
    }
    if staff.lent > 0 {
        let lent = words.say(&Text::new("ui-staff-lent").count("count", staff.lent));
        text = format!("{text}, {lent}");
    }
    let crisis = match (&staff.crisis_staff_met, staff.crisis_staff_called) {
        (Some(_), _) => Some("ui-crisis-staff-met"),
        (None, true) => Some("ui-crisis-staff-called"),
        (None, false) => None,
    };
    if let Some(key) = crisis {
        text = format!("{text} · {}", words.msg(key));
    }
    text
}
