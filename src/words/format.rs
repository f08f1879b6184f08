//! Durations, dates and numbers as people write them.

use super::Lang;
use crate::vocab::{DAY, HOUR, Stamp, Weekday};

const TWO_HOURS: u32 = 2 * HOUR;
const TWO_DAYS: u32 = 2 * DAY;

pub(super) fn duration(lang: Lang, minutes: u32) -> String {
    match minutes {
        m if m < TWO_HOURS => format!("{m} min"),
        m if m < TWO_DAYS => {
            let unit = match lang {
                Lang::De => "Std",
                Lang::En => "h",
            };
            format!("{} {unit}", halves(lang, m / (HOUR / 2)))
        }
        // Always in days: of two that are compared none may change its unit and seem the shorter one.
        m => {
            let unit = match lang {
                Lang::De => "Tage",
                Lang::En => "days",
            };
            // Half a day matters in the first days only.
            let halfdays = if m < 5 * DAY {
                m / (DAY / 2)
            } else {
                m / DAY * 2
            };
            format!("{} {unit}", halves(lang, halfdays))
        }
    }
}

/// The same beside another one: where both would read alike though they differ, in hours and minutes.
pub(super) fn duration_beside(lang: Lang, minutes: u32, other: u32) -> String {
    let said = duration(lang, minutes);
    if minutes == other || said != duration(lang, other) {
        return said;
    }
    let unit = match lang {
        Lang::De => "Std",
        Lang::En => "h",
    };
    match minutes % HOUR {
        0 => format!("{} {unit}", minutes / HOUR),
        rest => format!("{} {unit} {rest} min", minutes / HOUR),
    }
}

fn halves(lang: Lang, count: u32) -> String {
    let half = if count % 2 == 1 { "½" } else { "" };
    format!("{}{half}", number(lang, i64::from(count / 2)))
}

/// A number with one decimal.
pub(super) fn decimal(lang: Lang, value: f64) -> String {
    let text = format!("{value:.1}");
    match lang {
        Lang::De => text.replace('.', ","),
        Lang::En => text,
    }
}

pub(super) fn number(lang: Lang, value: i64) -> String {
    let separator = match lang {
        Lang::De => '\u{a0}',
        Lang::En => ',',
    };
    let digits = value.unsigned_abs().to_string();
    let mut text = String::with_capacity(digits.len() + 4);
    if value < 0 {
        text.push('-');
    }
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(separator);
        }
        text.push(digit);
    }
    text
}

pub(super) const fn weekday(lang: Lang, weekday: Weekday) -> &'static str {
    match (lang, weekday) {
        (Lang::De, Weekday::Monday) => "Mo",
        (Lang::De, Weekday::Tuesday) => "Di",
        (Lang::De, Weekday::Wednesday) => "Mi",
        (Lang::De, Weekday::Thursday) => "Do",
        (Lang::De, Weekday::Friday) => "Fr",
        (Lang::De, Weekday::Saturday) => "Sa",
        (Lang::De, Weekday::Sunday) => "So",
        (Lang::En, Weekday::Monday) => "Mon",
        (Lang::En, Weekday::Tuesday) => "Tue",
        (Lang::En, Weekday::Wednesday) => "Wed",
        (Lang::En, Weekday::Thursday) => "Thu",
        (Lang::En, Weekday::Friday) => "Fri",
        (Lang::En, Weekday::Saturday) => "Sat",
        (Lang::En, Weekday::Sunday) => "Sun",
    }
}

pub(super) fn date(lang: Lang, stamp: &Stamp) -> String {
    format!(
        "{} {}",
        weekday(lang, stamp.weekday),
        bare_date(lang, stamp)
    )
}

fn bare_date(lang: Lang, stamp: &Stamp) -> String {
    const MONTHS: [&str; 12] = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ];
    match lang {
        Lang::De => format!("{:02}.{:02}.", stamp.day, stamp.month),
        Lang::En => {
            let month = usize::from(stamp.month).saturating_sub(1).min(11);
            format!("{} {}", stamp.day, MONTHS[month])
        }
    }
}

/// Minutes within which a weekday alone is clear.
const WEEK: u32 = 6 * DAY;

fn distance(a: &Stamp, b: &Stamp) -> u32 {
    a.at.since(b.at).max(b.at.since(a.at))
}

fn same_day(a: &Stamp, b: &Stamp) -> bool {
    (a.year, a.month, a.day) == (b.year, b.month, b.day)
}

pub(super) fn near(lang: Lang, stamp: &Stamp, now: &Stamp) -> String {
    let clock = format!("{:02}:{:02}", stamp.hour, stamp.minute);
    if same_day(stamp, now) {
        clock
    } else if distance(stamp, now) < WEEK {
        format!("{} {clock}", weekday(lang, stamp.weekday))
    } else {
        date(lang, stamp)
    }
}

pub(super) fn day(lang: Lang, stamp: &Stamp, now: &Stamp) -> String {
    if same_day(stamp, now) {
        near(lang, stamp, now)
    } else if distance(stamp, now) < WEEK {
        weekday(lang, stamp.weekday).to_owned()
    } else {
        bare_date(lang, stamp)
    }
}

pub(super) fn span(lang: Lang, span: &(Stamp, Stamp), now: &Stamp) -> String {
    let joiner = match lang {
        Lang::De => " bis ",
        Lang::En => " to ",
    };
    span_joined(lang, span, now, joiner)
}

/// The same with a dash, for columns.
pub(super) fn narrow_span(lang: Lang, span: &(Stamp, Stamp), now: &Stamp) -> String {
    span_joined(lang, span, now, "–")
}

fn span_joined(lang: Lang, (from, to): &(Stamp, Stamp), now: &Stamp, joiner: &str) -> String {
    let two = |a: String, b: String| {
        if a == b { a } else { format!("{a}{joiner}{b}") }
    };
    let clock = |s: &Stamp| format!("{:02}:{:02}", s.hour, s.minute);
    let soon = distance(from, now) < WEEK && distance(to, now) < WEEK;
    if same_day(from, to) && soon {
        let first = near(lang, from, now);
        return if clock(from) == clock(to) {
            first
        } else {
            two(first, clock(to))
        };
    }
    if soon && distance(from, to) <= DAY {
        return two(near(lang, from, now), near(lang, to, now));
    }
    if soon {
        return two(
            weekday(lang, from.weekday).to_owned(),
            weekday(lang, to.weekday).to_owned(),
        );
    }
    two(bare_date(lang, from), bare_date(lang, to))
}
