//! Who sits where over the network: one line a place, and where people sign in.

use super::super::canvas::{Canvas, Hit, first_shown};
use super::super::field::Field;
use super::super::text::fit;
use super::super::theme::Tone;
use crate::view::{AttendanceView, Holder, PersonRow, PlaceRow};
use crate::vocab::Text;
use crate::words::Words;

/// Cells of the name people sign in with.
const USER: usize = 15;
/// Cells of who decides there.
const STATE: usize = 16;
/// Cells of how many are there.
const PEOPLE: usize = 7;
/// Cells of the address of who acts.
const ADDRESS: usize = 16;
/// Cells of a time.
const TIME: usize = 8;
/// Seconds without a key after which somebody should be spoken to.
const QUIET: u32 = 300;

/// Draws the places; `holder` says who decides at a seat, `saying` what is being typed and for whom.
pub fn draw<'v>(
    c: &mut Canvas<'_>,
    view: &AttendanceView,
    chosen: usize,
    saying: Option<(Option<&str>, &Field)>,
    holder: impl Fn(&PlaceRow) -> Option<&'v Holder>,
) {
    let words = c.words;
    let address = Text::new("ui-places-address").name("address", view.address.clone());
    let present: usize = view.places.iter().map(|place| place.people.len()).sum();
    let refused = Text::new("ui-places-present")
        .count("present", present as i64)
        .count("refused", view.refused);
    c.both_ends(
        vec![c.strong(format!(" {}", words.say(&address)))],
        vec![c.still(format!("{} ", words.say(&refused)))],
    );
    let key = Text::new("ui-places-key").name("key", view.fingerprint.clone());
    c.line(c.still(format!(" {}", words.say(&key))));
    c.gap();
    let head = [
        ("ui-places-col-user", USER),
        ("ui-places-col-state", STATE),
        ("ui-places-col-people", PEOPLE),
        ("ui-places-col-address", ADDRESS),
        ("ui-places-col-idle", TIME),
        ("ui-places-col-latency", TIME),
    ];
    let mut line = String::from(" ");
    for (label, cells) in head {
        line.push_str(&fit(&words.msg(label), cells));
    }
    c.line(c.still(line));
    let rows = c
        .rows_left()
        .saturating_sub(if saying.is_some() { 2 } else { 0 });
    let chosen = chosen.min(view.places.len().saturating_sub(1));
    let first = first_shown(chosen, view.places.len(), rows);
    for (at, place) in view.places.iter().enumerate().skip(first).take(rows) {
        let (tone, state) = state(words, place, holder(place));
        let acts = place.people.first();
        let mut spans = vec![
            c.strong(format!(" {} ", fit(&place.user, USER - 1))),
            c.cell(tone, &state, STATE),
            c.cell(Tone::Plain, &team(words, place), PEOPLE),
        ];
        match acts {
            Some(person) => spans.extend(person_cells(c, words, person)),
            None => {
                let said = match place.away_seconds {
                    Some(seconds) => {
                        words.say(&Text::new("ui-places-away").name("since", since(words, seconds)))
                    }
                    None => words.msg("ui-places-never"),
                };
                spans.push(c.still(said));
            }
        }
        c.row(spans, at == chosen, Some(Hit::Row(at)));
    }
    if let Some((user, field)) = saying {
        while c.rows_left() > 2 {
            c.gap();
        }
        let to = user.map_or_else(|| words.msg("ui-places-all"), str::to_owned);
        let head = words.say(&Text::new("ui-places-saying").name("to", to));
        c.line(c.ink(Tone::Warn, format!(" {head}")));
        let cells = c.width().saturating_sub(4);
        c.line(c.strong(format!("   {}", field.shown(cells, true))));
    }
}

fn state(words: &Words, place: &PlaceRow, holder: Option<&Holder>) -> (Tone, String) {
    if place.locked {
        return (Tone::Bad, format!("■ {}", words.msg("ui-places-locked")));
    }
    if place.muted {
        return (Tone::Warn, format!("▲ {}", words.msg("ui-places-muted")));
    }
    match holder {
        Some(Holder::Person) if place.people.is_empty() => {
            (Tone::Warn, format!("▲ {}", words.msg("ui-places-absent")))
        }
        Some(Holder::Person) => (Tone::Good, format!("● {}", words.msg("ui-places-person"))),
        Some(_) => (Tone::Still, format!("○ {}", words.msg("ui-lead-control"))),
        None => (Tone::Plain, format!("  {}", words.msg(place.role.key()))),
    }
}

/// How many are there.
fn team(words: &Words, place: &PlaceRow) -> String {
    match place.people.len() {
        0 => "–".to_owned(),
        count => words.number(count as i64),
    }
}

fn person_cells(
    c: &Canvas<'_>,
    words: &Words,
    person: &PersonRow,
) -> Vec<ratatui::text::Span<'static>> {
    let tone = if person.idle_seconds > QUIET {
        Tone::Warn
    } else {
        Tone::Plain
    };
    let latency = person
        .latency_ms
        .map_or_else(|| "–".to_owned(), |ms| format!("{ms} ms"));
    let (cols, rows) = person.size;
    vec![
        c.cell(Tone::Plain, &person.address, ADDRESS),
        c.cell(tone, &since(words, person.idle_seconds), TIME),
        c.cell(Tone::Plain, &latency, TIME),
        c.still(format!("{cols}×{rows}")),
    ]
}

fn since(words: &Words, seconds: u32) -> String {
    let key = if seconds < 60 {
        "ui-places-seconds"
    } else {
        "ui-places-minutes"
    };
    let count = if seconds < 60 { seconds } else { seconds / 60 };
    words.say(&Text::new(key).count("count", count))
}
