//! Hintergrund: how the attack really stands. For the facilitator alone.

use ratatui::layout::Rect;
use ratatui::text::Span;

use super::super::canvas::{Canvas, Hit, first_shown};
use super::super::theme::Tone;
use crate::view::{BackgroundView, FacilitatorView, KnowledgeRow, Outlook, OutlookState, Way};
use crate::vocab::{Arg, Text};

/// Draws the screen; `chosen` is the foothold with the focus.
pub fn draw(c: &mut Canvas<'_>, view: &FacilitatorView, chosen: usize) {
    let background = &view.background;
    attacker(c, view);
    let rest = c.rest();
    // Where room is short, three of each are seen; the rest is on the seats' own pages.
    let short = rest.height < 18;
    let seats = background.known.len() as u16;
    let known = if short { seats.min(3) } else { seats } + 1;
    let outlook = if short { 4 } else { 6 };
    let rules = if short { 1 } else { 2 };
    let below = (known + outlook + rules).min(rest.height.saturating_sub(3));
    let upper = Rect {
        height: rest.height.saturating_sub(below),
        ..rest
    };
    footholds(&mut c.part(upper), view, chosen);
    let lower = Rect {
        y: upper.bottom(),
        height: below,
        ..rest
    };
    let mut lower = c.part(lower);
    lower.rule();
    let left = lower.rows_left();
    outlook_lines(&mut lower, &view.outlook);
    while left - lower.rows_left() < usize::from(outlook) {
        lower.gap();
    }
    if !short {
        lower.rule();
    }
    knowledge(&mut lower, &background.known);
}

fn attacker(c: &mut Canvas<'_>, view: &FacilitatorView) {
    let words = c.words;
    let background = &view.background;
    let now = &view.public.clock.now;
    let phase = match &background.phase {
        Some((number, count, name)) => words.say(
            &Text::new("ui-back-phase")
                .count("number", *number)
                .count("count", *count)
                .text("name", name.clone()),
        ),
        None => words.msg("ui-back-no-phase"),
    };
    let mut right = String::new();
    if let Some(entry) = &background.entry {
        let text = Text::new("ui-back-entry").name("when", words.near(entry, now));
        right = words.say(&text);
    }
    let label = words.msg("ui-back-attacker");
    let left = vec![c.still(format!(" {label}  ")), c.ink(Tone::Attack, phase)];
    let right = vec![c.still(format!("{right} "))];
    c.both_ends(left, right);
    let mut parts = Vec::new();
    for (key, at) in [
        ("ui-back-detected", &background.detected),
        ("ui-back-impact", &background.impact),
        ("ui-back-contained", &background.contained),
    ] {
        if let Some(at) = at {
            parts.push(words.say(&Text::new(key).name("when", words.near(at, now))));
        }
    }
    parts.push(words.say(&tempo(background)));
    c.line(c.ink(Tone::Plain, format!(" {}", parts.join(" · "))));
    let [(held, of), (there, others)] = background.systems;
    let text = Text::new("ui-back-systems")
        .count("held", held)
        .count("of", of)
        .count("there", there)
        .count("others", others);
    c.line(c.ink(Tone::Plain, format!(" {}", words.say(&text))));
}

fn tempo(background: &BackgroundView) -> Text {
    let steps = 1_i64 << background.tempo.unsigned_abs().min(7);
    match background.tempo {
        0 => Text::new("ui-back-tempo-usual"),
        1.. => Text::new("ui-back-tempo-faster").count("times", steps),
        _ => Text::new("ui-back-tempo-slower").count("times", steps),
    }
}

const fn way(by: Way) -> &'static str {
    match by {
        Way::Entry => "ui-back-way-entry",
        Way::RemoteAccess => "ui-back-way-remote",
        Way::Accounts => "ui-back-way-accounts",
        Way::Line => "ui-back-way-line",
    }
}

fn footholds(c: &mut Canvas<'_>, view: &FacilitatorView, chosen: usize) {
    let words = c.words;
    let rows = &view.background.footholds;
    if rows.is_empty() {
        c.line(c.still(format!(" {}", words.msg("ui-back-nothing"))));
        return;
    }
    let now = &view.public.clock.now;
    let name = if c.width() >= 100 { 30 } else { 22 };
    c.line(vec![
        Span::raw("   "),
        c.cell(Tone::Still, &words.msg("ui-back-col-place"), name),
        c.cell(Tone::Still, &words.msg("ui-back-col-since"), 12),
        c.cell(Tone::Still, &words.msg("ui-back-col-way"), 16),
        c.cell(Tone::Still, &words.msg("ui-back-col-held"), 10),
        c.cell(Tone::Still, &words.msg("ui-back-col-encrypted"), 7),
        c.still(words.msg("ui-back-col-noticed")),
    ]);
    let room = c.rows_left();
    let hidden = rows.len() > room;
    let first = first_shown(chosen, rows.len(), room);
    for (at, row) in rows.iter().enumerate().skip(first).take(room) {
        let mark = if at == chosen { "►" } else { " " };
        let last = hidden && at + 1 == first + room && at + 1 < rows.len();
        let (tone, noticed) = if row.noticed {
            (Tone::Good, words.msg("ui-yes"))
        } else {
            (Tone::Attack, words.msg("ui-no"))
        };
        let encrypted = if row.encrypted > 0 {
            Tone::Bad
        } else {
            Tone::Still
        };
        let spans = vec![
            Span::raw(format!(" {mark} ")),
            c.cell(Tone::Strong, &row.name, name),
            c.cell(Tone::Plain, &words.near(&row.since, now), 12),
            c.cell(Tone::Plain, &words.msg(way(row.by)), 16),
            c.cell(Tone::Plain, &format!("{}/{}", row.held, row.systems), 10),
            c.cell(encrypted, &row.encrypted.to_string(), 7),
            c.ink(tone, noticed),
            c.still(if last { "  ↓" } else { "" }),
        ];
        c.row(spans, at == chosen, Some(Hit::Row(at)));
    }
}

/// How often of ten, in words: certain and never are said as such.
fn of_ten(c: &Canvas<'_>, count: u32, futures: u32) -> String {
    let words = c.words;
    if count == 0 {
        return words.msg("ui-back-never");
    }
    if count == futures {
        return words.msg("ui-back-always");
    }
    let tenths = (f64::from(count) * 10.0 / f64::from(futures.max(1))).round() as i64;
    words.say(&Text::new("ui-of-10").count("count", tenths.clamp(1, 9)))
}

fn outlook_lines(c: &mut Canvas<'_>, state: &OutlookState) {
    let words = c.words;
    let outlook = match state {
        OutlookState::NotAsked => {
            c.line(c.still(format!(" {}", words.msg("ui-back-outlook-ask"))));
            return;
        }
        OutlookState::ToCome => {
            c.line(c.still(format!(" {}", words.msg("ui-back-outlook-comes"))));
            return;
        }
        OutlookState::There(outlook) => outlook,
    };
    let title = Text::new("ui-back-outlook")
        .with("from", Arg::Moment(outlook.from))
        .count("futures", outlook.futures);
    c.line(c.strong(format!(" {}", words.say(&title))));
    let futures = outlook.futures;
    let [hour, six, day] = outlook.further.map(|count| of_ten(c, count, futures));
    let further = Text::new("ui-back-further")
        .name("hour", hour)
        .name("six", six)
        .name("day", day);
    c.line(c.ink(Tone::Plain, format!("   {}", words.say(&further))));
    let seats = named(c, &outlook.seats, outlook);
    let text = Text::new("ui-back-seats-hit").name("seats", seats);
    c.line(c.ink(Tone::Plain, format!("   {}", words.say(&text))));
    if let Some(at) = outlook.pay_at {
        let text = Text::new("ui-back-pay")
            .with("at", Arg::Moment(at))
            .name("seats", named(c, &outlook.pay, outlook));
        c.line(c.ink(Tone::Plain, format!("   {}", words.say(&text))));
    }
}

fn named(c: &Canvas<'_>, rows: &[(String, u32)], outlook: &Outlook) -> String {
    let named: Vec<String> = rows
        .iter()
        .filter(|(_, count)| *count > 0)
        .map(|(name, count)| format!("{name} {}", of_ten(c, *count, outlook.futures)))
        .collect();
    if named.is_empty() {
        c.words.msg("ui-back-nobody")
    } else {
        named.join(" · ")
    }
}

fn knowledge(c: &mut Canvas<'_>, rows: &[KnowledgeRow]) {
    let words = c.words;
    let name = if c.width() >= 100 { 30 } else { 24 };
    c.line(vec![
        Span::raw(" "),
        c.cell(Tone::Still, &words.msg("ui-back-col-knows"), name),
        c.cell(Tone::Still, &words.msg("ui-back-col-provider"), 18),
        c.cell(Tone::Still, &words.msg("ui-back-col-own"), 14),
        c.still(words.msg("ui-back-col-others")),
    ]);
    let yes_no = |known: Option<bool>| match known {
        Some(true) => (Tone::Good, words.msg("ui-yes")),
        Some(false) => (Tone::Warn, words.msg("ui-no")),
        None => (Tone::Still, "–".to_owned()),
    };
    for row in rows {
        let (heard, of) = row.others;
        let others = Text::new("ui-back-of")
            .count("heard", heard)
            .count("of", of);
        let (provider, own) = (yes_no(row.provider), yes_no(row.own));
        c.line(vec![
            Span::raw(" "),
            c.cell(Tone::Plain, &row.name, name),
            c.cell(provider.0, &provider.1, 18),
            c.cell(own.0, &own.1, 14),
            c.ink(Tone::Plain, words.say(&others)),
        ]);
    }
}
