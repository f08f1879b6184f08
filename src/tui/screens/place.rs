//! One place in a line and in full: what it reported, and what runs between it and the seat.

use ratatui::text::Line;

use super::super::canvas::Canvas;
use super::super::frame::deadline_words;
use super::super::text::{width, wrap};
use super::super::theme::{Tone, aid_sign, service_sign};
use crate::view::{Place, PlaceHelp, PlaceLine, PlaceReport, SeatView};
use crate::vocab::{AdministrationId, Arg, ServiceState, Stamp, Text};
use crate::words::Words;

/// Returns a place in one line below a map: its counts, its line, its help, and the next deadline, as much as there is
/// room for.
pub fn map_line(words: &Words, place: &Place, now: &Stamp, cells: usize) -> String {
    let (sign, _) = sign(place, now);
    let name = if place.is_own {
        place.name.to_uppercase()
    } else {
        place.name.clone()
    };
    let heads = known_ways(words, place, now).map(|known| format!("{name} {sign} {known}"));
    let line = line_short(words, &place.line, now).into_iter().collect();
    let help = place
        .help
        .as_ref()
        .map_or_else(Vec::new, |help| help_ways(words, help));
    let due = deadline_ways(words, place, now);
    said_as_fully_as_fits(heads, &[line, help, due], cells)
}

/// Returns a place in one line below a table that has its line and help: its counts, how old they are, and what is due.
pub fn table_line(words: &Words, view: &SeatView, place: &Place, cells: usize) -> String {
    let now = &view.public.clock.now;
    let known = known_ways(words, place, now);
    let report = place.report.as_ref();
    let Some(report) = report.filter(|report| report.is_old && !place.is_own) else {
        let heads = known.map(|known| format!("{}: {known}", place.name));
        return said_as_fully_as_fits(heads, &[deadline_ways(words, place, now)], cells);
    };
    let old = |known: String| {
        let text = Text::new("ui-place-old")
            .name("name", place.name.clone())
            .with("age", Arg::Minutes(now.at.since(report.as_of.at)));
        words.say(&text.name("said", known))
    };
    let is_seat = view.public.seats.iter().any(|seat| seat.id == place.id);
    let mut parts = vec![deadline_ways(words, place, now)];
    if is_seat {
        parts.insert(0, vec![words.msg("ui-place-talk")]);
    }
    said_as_fully_as_fits(known.map(old), &parts, cells)
}

/// What is known of a place without its name: saying what is counted, and in fewer words.
fn known_ways(words: &Words, place: &Place, now: &Stamp) -> [String; 2] {
    match (&place.report, &place.affected_since) {
        (Some(report), _) => {
            ["ui-place-counts", "ui-place-counts-short"].map(|key| counts(words, report, key))
        }
        (None, Some(since)) => {
            let text = Text::new("ui-place-only-affected").name("when", words.near(since, now));
            [words.say(&text), words.say(&text)]
        }
        (None, None) => [(); 2].map(|()| words.msg("ui-place-silent")),
    }
}

/// The next deadline with its name, and without it; none if nothing is due.
fn deadline_ways(words: &Words, place: &Place, now: &Stamp) -> Vec<String> {
    let Some(next) = place
        .report
        .as_ref()
        .and_then(|report| report.next.as_ref())
    else {
        return Vec::new();
    };
    let when = words.near(&next.at, now);
    let named = Text::new("ui-place-next")
        .text("what", next.what.clone())
        .name("when", when.clone());
    let short = Text::new("ui-place-next-short").name("when", when);
    vec![words.say(&named), words.say(&short)]
}

/// Says the head in the first of its ways, unless the last one leaves room for more parts.
fn said_as_fully_as_fits(
    [full, short]: [String; 2],
    parts: &[Vec<String>],
    cells: usize,
) -> String {
    let (full, short) = [full, short]
        .map(|head| as_many_as_fit(head, parts, cells))
        .into();
    if full.1 >= short.1 && width(&full.0) <= cells {
        full.0
    } else {
        short.0
    }
}

/// Appends each part in the longest of its ways that still fits, and counts them; a part that fits in none is left out.
fn as_many_as_fit(head: String, parts: &[Vec<String>], cells: usize) -> (String, usize) {
    parts.iter().fold((head, 0), |(so_far, count), ways| {
        let mut longer = ways.iter().map(|way| format!("{so_far} · {way}"));
        match longer.find(|longer| width(longer) <= cells) {
            Some(longer) => (longer, count + 1),
            None => (so_far, count),
        }
    })
}

/// The help in signs, with and without gaps; none if nobody asks or gives.
fn help_ways(words: &Words, help: &PlaceHelp) -> Vec<String> {
    let signs = help_signs(help);
    if signs.is_empty() {
        return Vec::new();
    }
    let said = |signs: String| words.say(&Text::new("ui-place-help-signs").name("signs", signs));
    vec![said(signs.join(" ")), said(signs.concat())]
}

fn counts(words: &Words, report: &PlaceReport, key: &'static str) -> String {
    let text = Text::new(key)
        .count("down", report.down)
        .count("all", report.running + report.emergency + report.down);
    words.say(&text)
}

/// Returns sign and tone of how a place stands: all its services in one sign, or that it is affected where it said no
/// more.
pub fn sign(place: &Place, now: &Stamp) -> (&'static str, Tone) {
    match (&place.report, &place.affected_since) {
        (Some(report), _) => report_sign(report, now),
        (None, Some(_)) => ("!", Tone::Attack),
        (None, None) => service_sign(ServiceState::Unknown),
    }
}

/// Returns sign and tone of what a report says of this moment: an old one says how it was, which is shown without colour.
pub fn report_sign(report: &PlaceReport, now: &Stamp) -> (&'static str, Tone) {
    match service_sign(report.state) {
        _ if report.says_nothing_of(now) => service_sign(ServiceState::Unknown),
        (sign, _) if report.is_old => (sign, Tone::Still),
        as_it_is => as_it_is,
    }
}

/// Returns whether a place reported nothing but that it is affected.
pub const fn is_only_affected(place: &Place) -> bool {
    place.report.is_none() && place.affected_since.is_some()
}

/// Returns what is known of a place's line; `None` where it has none or nothing is known.
pub fn line_words(words: &Words, line: &PlaceLine, now: &Stamp) -> Option<String> {
    let cut = match line {
        PlaceLine::Cut {
            is_reported: true, ..
        } => "ui-place-link-cut-reported",
        _ => "ui-place-link-cut",
    };
    line_in(words, line, now, ["ui-place-link-open", cut])
}

/// The same in a few words, whoever says so.
fn line_short(words: &Words, line: &PlaceLine, now: &Stamp) -> Option<String> {
    line_in(
        words,
        line,
        now,
        ["ui-place-line-open", "ui-place-line-cut"],
    )
}

fn line_in(
    words: &Words,
    line: &PlaceLine,
    now: &Stamp,
    [open, cut]: [&'static str; 2],
) -> Option<String> {
    let text = match line {
        PlaceLine::Unknown | PlaceLine::None => return None,
        PlaceLine::Open => Text::new(open),
        PlaceLine::Cut { since, .. } => Text::new(cut).name("when", words.near(since, now)),
    };
    Some(words.say(&text))
}

/// Returns who helps a place and whom it helps in a few signs, none where nobody does: `2? 1► 3♦ ◄1`.
pub fn help_signs(help: &PlaceHelp) -> Vec<String> {
    let asked = [
        (help.unanswered, "?"),
        (help.promised, "►"),
        (help.at_work, "♦"),
    ];
    let asked = asked.into_iter().filter(|(count, _)| *count > 0);
    let mut signs: Vec<String> = asked
        .map(|(count, sign)| format!("{count}{sign}"))
        .collect();
    if help.gives > 0 {
        signs.push(format!("◄{}", help.gives));
    }
    signs
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
        }
    }
    if let Some(line) = line_words(words, &place.line, now) {
        say(Tone::Plain, &format!("  {line}"));
    }
    if let Some(help) = &place.help {
        let text = Text::new("ui-place-help")
            .count("open", help.unanswered)
            .count("promised", help.promised)
            .count("working", help.at_work)
            .count("gives", help.gives);
        say(Tone::Help, &format!("  {}", words.say(&text)));
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
