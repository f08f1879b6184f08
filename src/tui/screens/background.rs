//! Hintergrund: how the attack really stands. For the facilitator alone.

use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::super::canvas::{Canvas, Hit, first_shown};
use super::super::text::{clip, wrap};
use super::super::theme::Tone;
use crate::view::{BackgroundView, FacilitatorView, KnowledgeRow, Outlook, OutlookState, Way};
use crate::vocab::{Arg, Text};

/// The phases of an attack in their order, as keys name them.
const PHASES: [&str; 9] = [
    "initial-access",
    "persistence",
    "privilege-escalation",
    "defense-evasion",
    "lateral-movement",
    "jump",
    "exfiltration",
    "inhibit-recovery",
    "impact",
];
/// The ways to another place that have a term of their own.
const WAYS: [(&str, &str); 3] = [
    ("ui-back-way-remote", "term-way-remote"),
    ("ui-back-way-accounts", "term-way-accounts"),
    ("ui-back-way-line", "term-way-line"),
];
/// Rows of the outlook: heading and what is likely, of which the last two may take two each.
const OUTLOOK_ROWS: u16 = 6;
/// Rows of the attack's places that are seen in any case, with their heading.
const FOOTHOLD_ROWS: u16 = 3;

/// Draws the screen; `chosen` is the foothold with the focus. Where room is short, the outlook gives way to what the seats
/// know if that has the focus, which is then the first of them that is shown.
pub fn draw(
    c: &mut Canvas<'_>,
    view: &FacilitatorView,
    chosen: usize,
    knowledge_from: Option<usize>,
) {
    let background = &view.background;
    attacker(c, view);
    let rest = c.rest();
    let seats = background.known.len() as u16;
    let both = seats + 1 + OUTLOOK_ROWS + 2;
    let short = rest.height < both + FOOTHOLD_ROWS;
    let outlook = match knowledge_from {
        Some(_) if short => 0,
        _ => OUTLOOK_ROWS,
    };
    let wanted = match (short, knowledge_from) {
        (false, _) => both,
        (true, Some(_)) => seats + 2,
        (true, None) => OUTLOOK_ROWS + 1,
    };
    let below = wanted.min(rest.height.saturating_sub(FOOTHOLD_ROWS));
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
    if outlook > 0 {
        let left = lower.rows_left();
        outlook_lines(&mut lower, &view.outlook);
        while left - lower.rows_left() < usize::from(outlook) && lower.rows_left() > 0 {
            lower.gap();
        }
    }
    if !short {
        lower.rule();
    }
    if !short || knowledge_from.is_some() {
        knowledge(&mut lower, &background.known, knowledge_from);
    }
}

/// What the phases and ways are called by those who know the field; the present phase is marked.
pub fn term_lines(c: &Canvas<'_>, background: &BackgroundView, cells: usize) -> Vec<Line<'static>> {
    let words = c.words;
    let present = background
        .phase
        .as_ref()
        .map(|(.., name)| name.key.as_ref());
    let mut lines = Vec::new();
    let mut say = |mark: &str, name: &str, term: &str| {
        lines.push(Line::from(c.strong(format!("{mark} {}", words.msg(name)))));
        let pieces = wrap(&words.msg(term), cells.saturating_sub(4)).into_iter();
        lines.extend(pieces.map(|piece| Line::from(c.ink(Tone::Plain, format!("    {piece}")))));
    };
    for phase in PHASES {
        let name = format!("attack-phase-{phase}");
        let mark = if present == Some(name.as_str()) {
            "►"
        } else {
            " "
        };
        say(mark, &name, &format!("term-{phase}"));
    }
    say(" ", "ui-terms-ways", "ui-terms-note");
    for (name, term) in WAYS {
        say(" ", name, term);
    }
    lines
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
    in_two_rows(c, &words.say(&text));
    if let Some(at) = outlook.pay_at {
        let text = Text::new("ui-back-pay")
            .with("at", Arg::Moment(at))
            .name("seats", named(c, &outlook.pay, outlook));
        in_two_rows(c, &words.say(&text));
    }
}

/// Writes what may be long in up to two rows; what has no room there shows that it is missing.
fn in_two_rows(c: &mut Canvas<'_>, said: &str) {
    let cells = c.width().saturating_sub(5);
    let mut pieces = wrap(said, cells);
    if pieces.len() > 2 {
        pieces.truncate(2);
        pieces[1] = clip(&format!("{} …", pieces[1]), cells);
    }
    for (at, piece) in pieces.into_iter().enumerate() {
        let indent = if at == 0 { 3 } else { 5 };
        c.line(c.ink(Tone::Plain, format!("{}{piece}", " ".repeat(indent))));
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

fn knowledge(c: &mut Canvas<'_>, rows: &[KnowledgeRow], from: Option<usize>) {
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
    let room = c.rows_left();
    let first = from.unwrap_or(0).min(rows.len().saturating_sub(room));
    let shown = rows.iter().skip(first).take(room).enumerate();
    for (at, row) in shown {
        let is_cut = at + 1 == room && first + room < rows.len();
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
            c.still(if is_cut { "  ↓" } else { "" }),
        ]);
    }
}
