//! The rows of the region's table: one administration, or the municipalities of a closed county.

use ratatui::text::Span;

use super::super::canvas::Canvas;
use super::super::text::width;
use super::super::theme::Tone;
use super::place;
use crate::view::{Place, PlaceHelp, PlaceLine, PlaceReport, SeatView};
use crate::vocab::{DAY, Stamp, Text};
use crate::words::Words;

/// The longest deadline with its name needs no more.
const WIDEST_DEADLINE: usize = 60;

/// Widths of the columns.
pub struct Columns {
    name: usize,
    inhabitants: Option<usize>,
    count: usize,
    served: Option<usize>,
    deadline: usize,
    names_deadline: bool,
    help: usize,
    link: usize,
    as_of: usize,
}

impl Columns {
    /// Widths on a page of so many cells.
    pub fn of(width: usize) -> Self {
        let narrow = Self {
            name: 27,
            inhabitants: None,
            count: 3,
            served: None,
            deadline: 11,
            names_deadline: false,
            help: 8,
            link: 8,
            as_of: 10,
        };
        if width < 110 {
            return narrow;
        }
        Self {
            name: 29,
            inhabitants: Some(8),
            count: 4,
            served: Some(7),
            // On a very wide page what belongs together stays together.
            deadline: width.saturating_sub(91).min(WIDEST_DEADLINE),
            names_deadline: true,
            help: 9,
            link: 9,
            as_of: 10,
        }
    }
}

pub fn head(c: &mut Canvas<'_>, columns: &Columns) {
    let words = c.words;
    let mut spans = vec![
        Span::raw("   "),
        c.cell(Tone::Still, &words.msg("ui-col-place"), columns.name),
    ];
    if let Some(cells) = columns.inhabitants {
        spans.push(right(
            c,
            Tone::Still,
            &words.msg("ui-col-inhabitants"),
            cells,
        ));
    }
    for sign in ["●", "▲", "■"] {
        spans.push(right(c, Tone::Still, sign, columns.count));
    }
    if let Some(cells) = columns.served {
        spans.push(right(c, Tone::Still, &words.msg("ui-col-served"), cells));
    }
    for (key, cells) in [
        ("ui-col-next-deadline", columns.deadline),
        ("ui-col-help", columns.help),
        ("ui-col-link", columns.link),
        ("ui-col-as-of", columns.as_of),
    ] {
        spans.push(Span::raw(" "));
        spans.push(c.cell(Tone::Still, &words.msg(key), cells));
    }
    c.line(spans);
}

/// A cell aligned right.
fn right(c: &Canvas<'_>, tone: Tone, text: &str, cells: usize) -> Span<'static> {
    let blank = cells.saturating_sub(super::super::text::width(text));
    c.cell(tone, &format!("{}{text}", " ".repeat(blank)), cells)
}

pub fn row(
    c: &Canvas<'_>,
    view: &SeatView,
    place: &Place,
    (marker, is_marked): (&str, bool),
    indent: usize,
    columns: &Columns,
) -> Vec<Span<'static>> {
    let words = c.words;
    let now = &view.public.clock.now;
    let report = place.report.as_ref();
    let (sign, tone) = place::sign(place, now);
    let own = if place.is_own {
        Tone::Strong
    } else {
        Tone::Plain
    };
    let mut spans = vec![
        c.still(marker.to_owned()),
        c.ink(tone, sign),
        c.ink(Tone::Help, if is_marked { "*" } else { " " }),
        c.cell(
            own,
            &format!("{}{}", " ".repeat(indent), place.name),
            columns.name,
        ),
    ];
    if let Some(cells) = columns.inhabitants {
        spans.push(right(
            c,
            Tone::Still,
            &words.number(place.inhabitants.into()),
            cells,
        ));
    }
    let counts = report.map(|report| [report.running, report.emergency, report.down]);
    // Figures of then are no alarm of now.
    let is_old = report.is_some_and(|report| report.is_old);
    for (at, tone) in [Tone::Good, Tone::Warn, Tone::Bad].into_iter().enumerate() {
        let text = counts.map_or_else(|| "?".to_owned(), |counts| counts[at].to_string());
        let tone = if is_old { Tone::Still } else { tone };
        spans.push(right(c, tone, &text, columns.count));
    }
    if let Some(cells) = columns.served {
        let text = report.map_or_else(|| "?".to_owned(), |report| report.served_of_100.to_string());
        spans.push(right(c, Tone::Plain, &text, cells));
    }
    let (due_tone, due) = deadline(words, place, now, columns.names_deadline);
    let (as_of_tone, as_of) = as_of(words, place, now);
    for (tone, text, cells) in [
        (due_tone, due, columns.deadline),
        (Tone::Help, help(words, place, columns.help), columns.help),
        (Tone::Plain, link(words, place), columns.link),
        (as_of_tone, as_of, columns.as_of),
    ] {
        spans.push(Span::raw(" "));
        spans.push(c.cell(tone, &text, cells));
    }
    spans
}

/// The municipalities of a closed county in one line.
pub fn folded(
    c: &Canvas<'_>,
    view: &SeatView,
    members: &[Place],
    columns: &Columns,
) -> Vec<Span<'static>> {
    let words = c.words;
    let now = &view.public.clock.now;
    let reports = || members.iter().filter_map(|place| place.report.as_ref());
    let count = i64::try_from(members.len()).unwrap_or(i64::MAX);
    let name = words.say(&Text::new("ui-region-folded").count("count", count));
    // Sums of many places are wider than counts of one: the short name gives way.
    let wider = usize::from(columns.inhabitants.is_none());
    let cells = columns.name.saturating_sub(3 * wider);
    let mut spans = vec![
        Span::raw("   "),
        c.cell(Tone::Still, &format!(" {name}"), cells),
    ];
    if let Some(cells) = columns.inhabitants {
        let all: u32 = members.iter().map(|place| place.inhabitants).sum();
        spans.push(right(c, Tone::Still, &words.number(all.into()), cells));
    }
    let none = reports().next().is_none();
    let sum = |of: fn(&PlaceReport) -> u32| {
        if none {
            "?".to_owned()
        } else {
            reports().map(of).sum::<u32>().to_string()
        }
    };
    for (text, tone) in [
        (sum(|report| report.running), Tone::Good),
        (sum(|report| report.emergency), Tone::Warn),
        (sum(|report| report.down), Tone::Bad),
    ] {
        spans.push(right(c, tone, &text, columns.count + wider));
    }
    if let Some(cells) = columns.served {
        spans.push(Span::raw(" ".repeat(cells)));
    }
    let (due_tone, due) = folded_deadlines(words, members, now);
    let missing = members
        .iter()
        .filter(|place| place.report.is_none())
        .count();
    for (tone, text, cells) in [
        (due_tone, due, columns.deadline),
        (Tone::Help, folded_help(members, columns.help), columns.help),
        (Tone::Plain, folded_lines(words, members), columns.link),
        (
            Tone::Still,
            said_if_any(words, "ui-region-folded-missing", missing),
            columns.as_of,
        ),
    ] {
        spans.push(Span::raw(" "));
        spans.push(c.cell(tone, &text, cells));
    }
    spans
}

/// A count with its word; nothing for none.
fn said_if_any(words: &Words, key: &'static str, count: usize) -> String {
    let count = i64::try_from(count).unwrap_or(i64::MAX);
    if count == 0 {
        return String::new();
    }
    words.say(&Text::new(key).count("count", count))
}

/// How many of the municipalities have a deadline within a day; before that, how many are affected and said no more.
fn folded_deadlines(words: &Words, members: &[Place], now: &Stamp) -> (Tone, String) {
    let affected = members
        .iter()
        .filter(|place| place::is_only_affected(place));
    let affected = affected.count();
    if affected > 0 {
        let said = said_if_any(words, "ui-region-folded-affected", affected);
        return (Tone::Attack, said);
    }
    let is_near = |place: &&Place| {
        let next = place
            .report
            .as_ref()
            .and_then(|report| report.next.as_ref());
        next.is_some_and(|next| next.at.at >= now.at && next.at.at.since(now.at) < DAY)
    };
    let near = members.iter().filter(is_near).count();
    (Tone::Warn, said_if_any(words, "ui-region-folded-due", near))
}

fn folded_help(members: &[Place], cells: usize) -> String {
    let all = members.iter().filter_map(|place| place.help);
    let sum = all.reduce(|sum, help| PlaceHelp {
        at_work: sum.at_work + help.at_work,
        promised: sum.promised + help.promised,
        unanswered: sum.unanswered + help.unanswered,
        gives: sum.gives + help.gives,
    });
    sum.map_or_else(|| "?".to_owned(), |sum| signs_in(&sum, cells))
}

fn folded_lines(words: &Words, members: &[Place]) -> String {
    let is_cut = |place: &&Place| matches!(place.line, PlaceLine::Cut { .. });
    let cut = members.iter().filter(is_cut).count();
    said_if_any(words, "ui-region-folded-cut", cut)
}

/// The signs of help, apart where there is room.
fn signs_in(help: &PlaceHelp, cells: usize) -> String {
    let signs = place::help_signs(help);
    let apart = signs.join(" ");
    if width(&apart) <= cells {
        apart
    } else {
        signs.concat()
    }
}

/// The next deadline; of a place that said nothing else, that it is affected.
fn deadline(words: &Words, place: &Place, now: &Stamp, names: bool) -> (Tone, String) {
    let Some(report) = &place.report else {
        return if place::is_only_affected(place) {
            (Tone::Attack, words.msg("ui-region-affected"))
        } else {
            (Tone::Still, "?".to_owned())
        };
    };
    let Some(next) = &report.next else {
        return (Tone::Still, "–".to_owned());
    };
    let when = words.near(&next.at, now);
    let (tone, sign) = if next.at.at < now.at {
        // It was to come when the report was written; what became of it is not known.
        (Tone::Still, " ?")
    } else if next.at.at.since(now.at) < DAY {
        (Tone::Warn, " !")
    } else {
        (Tone::Plain, "")
    };
    if names {
        (tone, format!("{when}{sign} {}", words.say(&next.what)))
    } else {
        (tone, format!("{when}{sign}"))
    }
}

fn help(words: &Words, place: &Place, cells: usize) -> String {
    let Some(help) = &place.help else {
        return "?".to_owned();
    };
    let asks = help.unanswered + help.promised + help.at_work > 0;
    match (asks, help.gives) {
        (false, 0) => "–".to_owned(),
        (false, gives) => words.say(&Text::new("ui-region-gives").count("count", gives)),
        (true, _) => signs_in(help, cells),
    }
}

fn link(words: &Words, place: &Place) -> String {
    match &place.line {
        PlaceLine::Unknown => "?".to_owned(),
        PlaceLine::None => "–".to_owned(),
        PlaceLine::Open => words.msg("ui-link-open"),
        PlaceLine::Cut { .. } => words.msg("ui-link-cut"),
    }
}

fn as_of(words: &Words, place: &Place, now: &Stamp) -> (Tone, String) {
    match &place.report {
        None => match &place.affected_since {
            Some(since) => (Tone::Attack, words.near(since, now)),
            None => (Tone::Still, "?".to_owned()),
        },
        Some(report) if report.is_old => {
            let when = words.day(&report.as_of, now);
            let text = Text::new("ui-region-old").name("when", when);
            (Tone::Warn, words.say(&text))
        }
        Some(report) => (Tone::Still, words.near(&report.as_of, now)),
    }
}
