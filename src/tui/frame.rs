//! What every screen shares: header, tabs, what must be decided now, messages, footer.

mod footer;
mod now;
mod tabs;

pub use footer::{footer_line, footer_rows, key_name};
pub use now::{FirstTask, count_of_paper, first_task, names_first, now_lines, refusals};
pub use tabs::{tabs, town_hall_name};

use ratatui::text::Span;

use super::canvas::Canvas;
use super::keymap::{Context, Intent};
use super::text::{width, wrap};
use super::theme::Tone;
use crate::view::{Event as SeatEvent, SeatView};
use crate::vocab::{Arg, Pace, Stamp, Text};
use crate::words::{Lang, Words};

/// Returns by when something is due and how long that is: `bis 08:30, noch 50 min`; or since when it is overdue.
#[must_use]
pub fn deadline_words(words: &Words, due: &Stamp, now: &Stamp) -> String {
    words.say(&deadline(words, due, now, ["ui-due", "ui-overdue"]))
}

/// Returns the same more shortly: `bis 08:30 (50 min)`.
#[must_use]
pub fn short_deadline_words(words: &Words, due: &Stamp, now: &Stamp) -> String {
    words.say(&deadline(
        words,
        due,
        now,
        ["ui-due-short", "ui-overdue-short"],
    ))
}

/// Returns only until when: `bis 08:30`.
#[must_use]
pub fn bare_deadline_words(words: &Words, due: &Stamp, now: &Stamp) -> String {
    let keys = ["ui-due-bare", "ui-overdue-short"];
    words.say(&deadline(words, due, now, keys))
}

/// Returns when something comes and how long that is: `08:30, noch 50 min`.
#[must_use]
pub fn coming_words(words: &Words, at: &Stamp, now: &Stamp, is_short: bool) -> String {
    let keys = if is_short {
        ["ui-coming-short", "ui-overdue-short"]
    } else {
        ["ui-coming", "ui-overdue"]
    };
    words.say(&deadline(words, at, now, keys))
}

/// A deadline in the first words while there is time, in the second ones when it has passed.
fn deadline(words: &Words, due: &Stamp, now: &Stamp, [open, over]: [&'static str; 2]) -> Text {
    let near = words.near(due, now);
    if due.is_over(now.at) {
        let late = now.at.since(due.at);
        let over = if late == 0 { "ui-overdue-short" } else { over };
        let text = Text::new(over).name("at", near);
        return text.with("late", Arg::Minutes(late));
    }
    let left = Arg::Minutes(due.at.since(now.at));
    Text::new(open).name("at", near).with("left", left)
}

/// Draws date, clock and seat; `head` is what the line begins with, `held` says that a form of this
/// seat holds the clock.
pub fn header(c: &mut Canvas<'_>, view: &SeatView, head: &str, held: bool) {
    let words = c.words;
    let now = &view.public.clock.now;
    let exercise = words.msg(head);
    let date = words.moment(now);
    let day = words.say(&Text::new("ui-day").count("day", now.exercise_day));
    let dated = format!("{date} · {day}");
    let (tone, state) = clock_words(words, view, held);
    let short = short_clock(&state);
    let name = view.seat.name.clone();
    let place = words.say(&Text::new("ui-seat").name("name", name.clone()));
    // Who is away sees before all else that somebody acts in the meantime.
    let (name, place) = match &view.deputy {
        None => (name, place),
        Some(plan) => {
            let stands_in = Text::new("ui-seat-deputy")
                .name("name", name.clone())
                .text("plan", plan.clone());
            let short = Text::new("ui-seat-deputy-short").name("name", name);
            (words.say(&short), words.say(&stands_in))
        }
    };
    let stage = view.public.stage.as_ref();
    let staged = stage.map_or_else(
        || dated.clone(),
        |stage| {
            let text = Text::new("ui-stage").count("number", stage.number);
            if stage.number == 0 {
                return format!("{dated} · {}", words.say(&stage.title));
            }
            let number = words.say(&text);
            // Where there is room, the phase has its title.
            if c.width() >= 110 {
                format!("{dated} · {number} {}", words.say(&stage.title))
            } else {
                format!("{dated} · {number}")
            }
        },
    );
    // A long name is written whole; other things are said more shortly for it.
    let ways = [
        (&staged, &state, &place),
        (&staged, &state, &name),
        (&dated, &state, &place),
        (&dated, &state, &name),
        (&dated, &short, &name),
        (&date, &short, &name),
    ];
    let needed = |(when, clock, place): &(&String, &String, &String)| {
        [exercise.as_str(), when, clock, place]
            .iter()
            .map(|part| width(part) + 3)
            .sum::<usize>()
    };
    let (when, clock, place) = ways
        .iter()
        .find(|way| needed(way) <= c.width() + 1)
        .unwrap_or(&ways[5]);
    let mut parts = vec![
        (Tone::Warn, exercise.clone()),
        (Tone::Strong, (*when).clone()),
        (tone, (*clock).clone()),
        (Tone::Plain, (*place).clone()),
    ];
    if c.width() >= 110 {
        let title = match words.lang() {
            Lang::De => &view.public.title.0,
            Lang::En => &view.public.title.1,
        };
        let used: usize = parts.iter().map(|(_, text)| width(text) + 3).sum();
        let room = c.width().saturating_sub(used + 3);
        if width(title) <= room {
            parts.insert(1, (Tone::Plain, title.clone()));
        }
    }
    let mut spans = vec![Span::raw(" ")];
    for (at, (tone, text)) in parts.into_iter().enumerate() {
        if at > 0 {
            spans.push(c.still(" │ "));
        }
        spans.push(c.ink(tone, text));
    }
    c.line(spans);
}

/// Returns the state of the clock without the reason: `■ UHR STEHT`.
pub fn short_clock(state: &str) -> String {
    state
        .split_once(": ")
        .map_or(state, |(state, _)| state)
        .to_owned()
}

fn clock_words(words: &Words, view: &SeatView, held: bool) -> (Tone, String) {
    let clock = &view.public.clock;
    if clock.ended {
        return (Tone::Strong, format!("■ {}", words.msg("ui-clock-ended")));
    }
    match clock.pace {
        Pace::Stopped if held => (Tone::Warn, format!("■ {}", words.msg("ui-clock-held"))),
        Pace::Stopped => {
            let stands = words.msg("ui-clock-stopped");
            let text = match &clock.stopped_by {
                Some(reason) => format!("■ {stands}: {}", words.say(reason)),
                None => format!("■ {stands}"),
            };
            (Tone::Bad, text)
        }
        Pace::MinutesPerSecond(minutes) => {
            let pace = Text::new("ui-clock-runs").with("pace", Arg::Minutes(u32::from(minutes)));
            (Tone::Good, format!("► {}", words.say(&pace)))
        }
        Pace::NextStop => (Tone::Good, format!("► {}", words.msg("ui-clock-next-stop"))),
        Pace::OneToOne => (
            Tone::Good,
            format!("► {}", words.msg("ui-clock-one-to-one")),
        ),
        Pace::Until(_) => (Tone::Good, format!("► {}", words.msg("ui-clock-leap"))),
    }
}

/// Draws the step of the guide that is due.
pub fn guide_box(c: &mut Canvas<'_>, at: usize, count: usize, text: &Text) {
    let words = c.words;
    let count = i64::try_from(count).unwrap_or(i64::MAX);
    let head = Text::new("ui-guided-step")
        .count("at", i64::try_from(at).unwrap_or(i64::MAX))
        .count("count", count);
    let said = format!("{} {}", words.say(&head), words.say(text));
    for piece in wrap(&said, c.width().saturating_sub(2)) {
        c.line(c.ink(Tone::Help, format!(" {piece}")));
    }
}

/// Returns what happened with who said it, where the text does not begin with that itself.
pub fn event_words(words: &Words, event: &SeatEvent) -> String {
    let said = words.say(&event.text);
    let from = event.from.as_ref().map(|from| words.say(from));
    match from.filter(|from| !said.starts_with(from.as_str())) {
        Some(from) => format!("{from}: {said}"),
        None => said,
    }
}

/// Draws the newest report.
pub fn newest_event(c: &mut Canvas<'_>, view: &SeatView, rows: usize) {
    let Some(event) = view.events.last() else {
        c.gap();
        return;
    };
    let now = &view.public.clock.now;
    let when = c.words.near(&event.at, now);
    let text = Text::new("ui-reported")
        .name("when", when)
        .name("what", event_words(c.words, event));
    let tone = if event.alarm { Tone::Bad } else { Tone::Plain };
    message(c, tone, &c.words.say(&text), rows, true);
}

/// Draws a message in at most so many rows. What does not fit is in the log: then its key stands
/// at the end.
pub fn message(c: &mut Canvas<'_>, tone: Tone, text: &str, rows: usize, in_log: bool) {
    let mut lines = wrap(text, c.width().saturating_sub(2));
    if lines.len() <= rows {
        for piece in lines {
            c.line(c.ink(tone, format!(" {piece}")));
        }
        return;
    }
    let last = lines.split_off(rows.saturating_sub(1)).join(" ");
    for piece in lines {
        c.line(c.ink(tone, format!(" {piece}")));
    }
    let mut more = Vec::new();
    if in_log {
        more.push(c.ink(Tone::Help, " 7 "));
    }
    c.both_ends(vec![c.ink(tone, format!(" {last}"))], more);
}

/// Draws nothing but how to see the page again.
pub fn cover(c: &mut Canvas<'_>) {
    let middle = c.area.height / 2;
    for _ in 1..middle {
        c.gap();
    }
    let said = c.words.msg("ui-covered");
    let blank = c.width().saturating_sub(width(&said)) / 2;
    c.line(c.strong(format!("{}{said}", " ".repeat(blank))));
    c.gap();
    let footer = footer_line(c, &[Context::Covered], |_| true);
    let blank = c.width().saturating_sub(footer.width()) / 2;
    let mut spans = vec![Span::raw(" ".repeat(blank))];
    spans.extend(footer.spans);
    c.line(spans);
}

/// Draws who gets the keyboard, and nothing that anybody could know from it.
pub fn hand_over(c: &mut Canvas<'_>, to: &str, seats: &[String], works: impl Fn(Intent) -> bool) {
    let centred = |c: &mut Canvas<'_>, tone: Tone, text: &str| {
        let blank = c.width().saturating_sub(width(text)) / 2;
        c.line(c.ink(tone, format!("{}{text}", " ".repeat(blank))));
    };
    let exercise = c.words.msg("ui-start-exercise");
    for _ in 0..c.area.height / 3 {
        c.gap();
    }
    centred(c, Tone::Warn, &exercise);
    c.gap();
    let text = Text::new("ui-hand-over").name("to", to);
    let said = c.words.say(&text);
    centred(c, Tone::Strong, &said);
    c.gap();
    let look_away = c.words.msg("ui-hand-over-look-away");
    centred(c, Tone::Plain, &look_away);
    c.gap();
    for names in seats.chunks(4) {
        centred(c, Tone::Still, &names.join("   "));
    }
    c.gap();
    let footer = footer_line(c, &[Context::HandOver], |row| works(row.intent));
    let blank = c.width().saturating_sub(footer.width()) / 2;
    let mut spans = vec![Span::raw(" ".repeat(blank))];
    spans.extend(footer.spans);
    c.line(spans);
}
