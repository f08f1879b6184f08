//! What the facilitator's screens share: time, room, the next thing to do.

use ratatui::text::Span;

use super::super::canvas::{Canvas, Hit};
use super::super::frame::{
    coming_words, deadline_words, message, short_clock, short_deadline_words,
};
use super::super::keymap::{DeskScreen, Intent};
use super::super::text::width;
use super::super::theme::Tone;
use crate::view::{FacilitatorView, Holder, NextAct, SeatRow, StoppedFor};
use crate::vocab::{Arg, ClockMode, HOUR, Pace, Text};
use crate::words::Words;

/// Seats that a digit leads to; all are found by their names.
pub const SEATS_BY_DIGIT: usize = 7;

/// Draws date, clock and room; `secret` marks what no player may see.
pub fn header(c: &mut Canvas<'_>, view: &FacilitatorView, second_try: bool, secret: bool) {
    let words = c.words;
    let now = &view.public.clock.now;
    let room = &view.room;
    let day = words.say(&Text::new("ui-day").count("day", now.exercise_day));
    let since = room.since_start_minutes;
    let plus = format!("T+{}:{:02}", since / HOUR, since % HOUR);
    let (tone, clock) = clock_words(words, view);
    let saal = words.say(
        &Text::new("ui-lead-room")
            .count("elapsed", room.elapsed_minutes)
            .count("planned", room.planned_minutes),
    );
    let role = if second_try {
        words.msg("ui-lead-second-try")
    } else {
        words.msg("ui-lead-leads")
    };
    let mut parts = vec![
        (Tone::Warn, role),
        (
            Tone::Strong,
            format!("{} · {day} · {plus}", words.moment(now)),
        ),
        (tone, clock),
    ];
    if secret {
        parts.push((Tone::Attack, words.msg("ui-lead-secret")));
    } else {
        parts.push((Tone::Plain, saal));
    }
    let needed =
        |parts: &[(Tone, String)]| -> usize { parts.iter().map(|(_, text)| width(text) + 3).sum() };
    // Where room is short, the line below says for what the clock stands.
    if needed(&parts) > c.width() + 1 {
        parts[2].1 = short_clock(&parts[2].1);
    }
    if needed(&parts) > c.width() + 1 {
        parts[1].1 = format!("{} · {day}", words.moment(now));
    }
    let title = match words.lang() {
        crate::words::Lang::De => &view.public.title.0,
        crate::words::Lang::En => &view.public.title.1,
    };
    if c.width() >= 110 && needed(&parts) + width(title) + 3 <= c.width() {
        parts.insert(1, (Tone::Plain, title.clone()));
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

fn clock_words(words: &Words, view: &FacilitatorView) -> (Tone, String) {
    let clock = &view.public.clock;
    if clock.ended {
        return (Tone::Strong, format!("■ {}", words.msg("ui-clock-ended")));
    }
    match clock.pace {
        Pace::Stopped => {
            let reason = match &clock.stopped_by {
                Some(reason) => words.say(reason),
                None if view.room.talking => words.msg("ui-lead-talking"),
                None => String::new(),
            };
            let stands = words.msg("ui-lead-stands");
            if reason.is_empty() {
                (Tone::Bad, format!("■ {stands}"))
            } else {
                (Tone::Bad, format!("■ {stands}: {reason}"))
            }
        }
        Pace::MinutesPerSecond(minutes) => {
            let pace = Text::new("ui-lead-runs").with("pace", Arg::Minutes(u32::from(minutes)));
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

/// Draws the screens there are, and how the room is with its plan. Where room is short, less is said: nothing is cut.
pub fn tabs(c: &mut Canvas<'_>, view: &FacilitatorView, shown: DeskScreen, is_hosted: bool) {
    let words = c.words;
    let late = view.room.late_minutes;
    let (tone, text) = match late {
        1.. => {
            let text = Text::new("ui-lead-late").count("minutes", late);
            (Tone::Warn, words.say(&text))
        }
        0 => (Tone::Good, words.msg("ui-lead-on-time")),
        _ => {
            let text = Text::new("ui-lead-early").count("minutes", -late);
            (Tone::Good, words.say(&text))
        }
    };
    let mode = words.msg(match view.room.mode {
        ClockMode::OneToOne => "ui-mode-one-to-one",
        ClockMode::Free => "ui-mode-free",
        ClockMode::Rounds => "ui-mode-rounds",
    });
    // How late it is counts more than how the clock is led.
    let with_mode = format!("{mode} · ");
    let ways = [
        (2, "ui-lead-look", with_mode.as_str()),
        (2, "ui-lead-look", ""),
        (2, "ui-lead-look-short", ""),
        (1, "ui-lead-look-short", ""),
    ];
    let cells = |spans: &[Span<'_>]| spans.iter().map(Span::width).sum::<usize>();
    for (at, (blanks, look, mode)) in ways.into_iter().enumerate() {
        let left = screens(c, view, (shown, is_hosted), (blanks, look));
        let right = vec![c.still(mode.to_owned()), c.ink(tone, format!("{text} "))];
        // Blanks between both ends say that the second is no screen.
        if at + 1 == ways.len() || cells(&left) + cells(&right) + 2 <= c.width() {
            c.both_ends(left, right);
            return;
        }
    }
}

/// The screens there are: so many blanks between two of them, and how the way to the seats is called.
fn screens(
    c: &Canvas<'_>,
    view: &FacilitatorView,
    (shown, is_hosted): (DeskScreen, bool),
    (blanks, look): (usize, &'static str),
) -> Vec<Span<'static>> {
    let words = c.words;
    let more = if view.seats.len() > SEATS_BY_DIGIT {
        " /"
    } else {
        ""
    };
    let look = words.msg(look);
    let mut spans = vec![c.still(format!(" 1-7{more} {look}"))];
    for (key, screen, label) in [
        ('8', DeskScreen::Script, "ui-tab-script"),
        ('9', DeskScreen::Background, "ui-tab-background"),
        ('0', DeskScreen::Observe, "ui-tab-observe"),
        ('A', DeskScreen::Attendance, "ui-tab-attendance"),
    ] {
        // The exercise of one room has nobody on the network.
        if screen == DeskScreen::Attendance && !is_hosted {
            continue;
        }
        let label = words.msg(label);
        spans.push(Span::raw(" ".repeat(blanks)));
        if screen == shown {
            spans.push(c.ink(Tone::Strong, format!("[{key} {label}]")));
        } else {
            spans.push(c.still(format!("{key} {label}")));
        }
    }
    spans
}

/// Draws the next thing to do; its key does it. `chosen` is the seat that it opens once the exercise is over.
pub fn next(c: &mut Canvas<'_>, view: &FacilitatorView, talks: bool, chosen: Option<&SeatRow>) {
    let words = c.words;
    let now = &view.public.clock.now;
    let place = ratatui::layout::Rect {
        height: 1,
        ..c.rest()
    };
    c.hits.push((place, Hit::Key(Intent::NextThing)));
    let of = |seat: &SeatRow| Text::new("ui-lead-result-of").name("seat", seat.seat.name.clone());
    let head = vec![
        c.ink(Tone::Strong, format!(" {} ► ", words.msg("ui-lead-next"))),
        c.ink(Tone::Strong, words.say(&view.next.what)),
    ];
    let is_short = c.width() < 100;
    let must_be_decided = matches!(view.next.act, NextAct::Decide(..) | NextAct::Reply(..));
    let when = match &view.next.at {
        _ if view.next.act == NextAct::HotWash => {
            chosen.map_or_else(String::new, |seat| words.say(&of(seat)))
        }
        _ if talks => words.msg("ui-lead-talk-costs-nothing"),
        Some(due) if must_be_decided && is_short => short_deadline_words(words, due, now),
        Some(due) if must_be_decided => deadline_words(words, due, now),
        Some(at) => coming_words(words, at, now, is_short),
        None => String::new(),
    };
    let right = vec![c.ink(Tone::Warn, format!("{when} "))];
    c.both_ends(head, right);
}

/// Draws that a page is for the facilitator alone.
pub fn warning(c: &mut Canvas<'_>) {
    let text = c.words.msg("ui-lead-never-shown");
    c.line(c.ink(Tone::Attack, format!(" {text}")));
}

/// Draws for what the clock stands, or what the room is asked, where there is nothing else to say.
pub fn standing(c: &mut Canvas<'_>, view: &FacilitatorView) {
    let words = c.words;
    if let Some(text) = ready_but_open(view) {
        message(c, Tone::Help, &words.say(&text), 2, false);
        return;
    }
    let stopped = view.room.stopped_for.as_ref();
    if let Some(StoppedFor { seats, what }) = stopped.filter(|of| !of.seats.is_empty()) {
        let rows = view.seats.iter();
        let rows = rows.filter(|row| seats.contains(&row.seat.id));
        let names: Vec<&str> = rows.map(|row| row.seat.name.as_str()).collect();
        let text = Text::new("ui-lead-stopped-for")
            .name("seat", names.join(", "))
            .text("what", what.clone());
        message(c, Tone::Help, &words.say(&text), 2, false);
        return;
    }
    let stage = view.stage.and_then(|at| view.stages.get(at));
    let question =
        stage.map(|stage| Text::new("ui-lead-question").text("question", stage.question.clone()));
    let stopped = stopped.map(|of| Text::new("stopped-for").text("what", of.what.clone()));
    let said: Vec<String> = [stopped, question]
        .into_iter()
        .flatten()
        .map(|text| as_sentence(words.say(&text)))
        .collect();
    if said.is_empty() {
        c.gap();
        return;
    }
    message(c, Tone::Help, &said.join(" "), 2, false);
}

/// Ends what is said with a full stop, if nothing ends it.
fn as_sentence(mut said: String) -> String {
    if !said.ends_with(['.', '?', '!', '“', '”', ':']) {
        said.push('.');
    }
    said
}

/// In rounds the clock goes on by itself when all are ready, but not over a decision that is open: says whose.
fn ready_but_open(view: &FacilitatorView) -> Option<Text> {
    let room = &view.room;
    let stands = view.public.clock.pace == Pace::Stopped && !view.clock_runs();
    let all_ready = room.filled > 0 && room.ready == room.filled;
    if room.mode != ClockMode::Rounds || !stands || !all_ready {
        return None;
    }
    let mut people = view.seats.iter().filter(|row| row.holder == Holder::Person);
    let (row, (_, what, _)) =
        people.find_map(|row| Some((row, row.pressing(view.public.clock.now.at).next()?)))?;
    let text = Text::new("ui-lead-ready-but-open").name("seat", row.seat.name.as_str());
    Some(text.text("what", what.clone()))
}
