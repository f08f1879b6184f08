//! Region, at the right: what counts now, in the whole region.

use super::super::canvas::Canvas;
use super::super::theme::Tone;
use super::place;
use crate::view::{AidRole, PlaceHelp, SeatView};
use crate::vocab::{AidState, Arg, DAY, Stamp, Text};

/// Most deadlines that are named.
const DUE: usize = 3;

/// Draws what is due next, who is silent, and where help stands.
pub fn draw(c: &mut Canvas<'_>, view: &SeatView) {
    c.line(c.strong(c.words.msg("ui-region-what-counts")));
    deadlines(c, view);
    silent(c, view);
    aid(c, view);
}

/// What is due at one place or several.
struct Due<'a> {
    what: &'a Text,
    at: &'a Stamp,
    first: &'a str,
    places: i64,
}

fn deadlines(c: &mut Canvas<'_>, view: &SeatView) {
    let words = c.words;
    let now = &view.public.clock.now;
    let mut all: Vec<(&Stamp, &Text, &str)> = view
        .region
        .places
        .iter()
        .filter_map(|place| {
            let next = place.report.as_ref()?.next.as_ref()?;
            (next.at.at >= now.at).then_some((&next.at, &next.what, place.name.as_str()))
        })
        .collect();
    all.sort_by_key(|(at, _, name)| (at.at, *name));
    let mut due: Vec<Due<'_>> = Vec::new();
    for (at, what, first) in all {
        match due.iter_mut().find(|due| due.what == what) {
            Some(due) => due.places += 1,
            None => due.push(Due {
                what,
                at,
                first,
                places: 1,
            }),
        }
    }
    for due in due.iter().take(DUE) {
        let (tone, sign) = if due.at.at.since(now.at) < DAY {
            (Tone::Warn, "!")
        } else {
            (Tone::Plain, "·")
        };
        let key = if due.places == 1 {
            "ui-region-due-one"
        } else {
            "ui-region-due-several"
        };
        let text = Text::new(key)
            .name("when", words.near(due.at, now))
            .name("name", due.first)
            .text("what", due.what.clone())
            .count("count", due.places);
        c.line(c.ink(tone, format!("{sign} {}", words.say(&text))));
    }
}

/// Who is affected and said no more, who said nothing, and whose report is old.
fn silent(c: &mut Canvas<'_>, view: &SeatView) {
    let places = || view.region.places.iter();
    let count = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
    let affected = places().filter(|place| place::is_only_affected(place));
    let affected = affected.count();
    let silent = places().filter(|place| place.report.is_none()).count() - affected;
    let old = places().filter(|place| place.report.as_ref().is_some_and(|report| report.is_old));
    let old = old.count();
    if affected > 0 {
        let text = Text::new("ui-region-affected-only").count("count", count(affected));
        c.line(c.ink(Tone::Attack, format!("! {}", c.words.say(&text))));
    }
    if silent + old > 0 {
        let text = Text::new("ui-region-silent")
            .count("silent", count(silent))
            .count("old", count(old));
        c.line(c.still(format!("? {}", c.words.say(&text))));
    }
}

/// How far requests have come everywhere, which one waits longest, and what helping costs those who help.
fn aid(c: &mut Canvas<'_>, view: &SeatView) {
    let words = c.words;
    let helps = || view.region.places.iter().filter_map(|place| place.help);
    let sum = |of: fn(&PlaceHelp) -> u32| helps().map(|help| of(&help)).sum::<u32>();
    let text = Text::new("ui-region-help")
        .count("open", sum(|help| help.unanswered))
        .count("promised", sum(|help| help.promised))
        .count("working", sum(|help| help.at_work));
    c.line(c.ink(Tone::Help, words.say(&text)));
    if let Some(oldest) = oldest_without_answer(view) {
        let said = words.say(&oldest);
        c.paragraph(&said, 0, Tone::Warn);
    }
    if let Some(helpers) = view.region.helpers {
        let text = Text::new("ui-region-helpers")
            .count("places", helpers.places)
            .count("requests", helpers.requests)
            .count("undone", i64::from(helpers.undone_of_100));
        c.paragraph(&words.say(&text), 0, Tone::Help);
    }
}

/// The request that waits longest for an answer, of those the seat knows one by one: its own and those to it.
fn oldest_without_answer(view: &SeatView) -> Option<Text> {
    let waits = |state| matches!(state, AidState::Requested | AidState::Examined);
    let rows = view.aid.rows.iter().filter(|row| waits(row.state));
    let oldest = rows.min_by_key(|row| row.requested.at)?;
    let (key, other) = match oldest.role {
        AidRole::Asker => ("ui-region-oldest-ours", &oldest.to),
        AidRole::Helper => ("ui-region-oldest-to-us", &oldest.from),
    };
    let amount = Text::new(format!("aid-short-{}", oldest.kind.id())).count("count", oldest.asked);
    let waited = view.public.clock.now.at.since(oldest.requested.at);
    let text = Text::new(key).name("place", other.clone());
    Some(text.text("what", amount).with("time", Arg::Minutes(waited)))
}
