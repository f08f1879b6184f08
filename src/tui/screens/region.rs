//! Region: how much is served, and how every administration stands as far as it was reported.

use ratatui::layout::Rect;
use ratatui::text::Span;

use super::super::canvas::{Canvas, Hit, first_shown};
use super::super::seat::{RegionFocus, RegionLine, RegionSort};
use super::super::theme::{Tone, service_sign};
use super::super::widgets::chart;
use super::{course, place};
use crate::view::{Place, PlaceReport, RegionView, SeatView};
use crate::vocab::{DAY, ServiceState, Stamp, Text};
use crate::words::Words;

/// Widths of the columns.
struct Columns {
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
    fn of(width: usize) -> Self {
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
            deadline: width.saturating_sub(91),
            names_deadline: true,
            help: 9,
            link: 9,
            as_of: 10,
        }
    }
}

/// Draws the screen.
pub fn draw(c: &mut Canvas<'_>, view: &SeatView, focus: &RegionFocus) {
    let region = &view.region;
    if region.places.is_empty() {
        c.line(c.still(format!(" {}", c.words.msg("ui-region-empty"))));
        return;
    }
    summary(c, region);
    let tall = if c.rows_left() >= 28 { 9 } else { 5 };
    let rest = c.rest();
    let top = Rect {
        height: tall.min(rest.height),
        ..rest
    };
    if c.width() >= 110 {
        // The longest name with what is due there needs more than half of the page.
        let half = Rect {
            width: rest.width * 9 / 20,
            ..top
        };
        curve(&mut c.part(half), view);
        let right = Rect {
            x: half.right() + 1,
            width: rest.width - half.width - 1,
            ..top
        };
        what_counts(&mut c.part(right), view);
    } else {
        curve(&mut c.part(top), view);
    }
    let below = Rect {
        y: top.bottom(),
        height: rest.height - top.height,
        ..rest
    };
    let mut lower = c.part(below);
    rule(&mut lower, focus);
    table(&mut lower, view, focus);
}

fn curve(c: &mut Canvas<'_>, view: &SeatView) {
    let labels = course::labels(&view.course.marks);
    chart::draw(c, &view.course, &view.region.curve, &labels, usize::MAX);
}

/// How much is served, and on whose reports that rests.
fn summary(c: &mut Canvas<'_>, region: &RegionView) {
    let words = c.words;
    let served = &region.served;
    let basis = Text::new("ui-region-basis")
        .count("heard", served.heard)
        .count("of", served.of);
    let basis = vec![c.still(format!("{} ", words.say(&basis)))];
    let Some(now) = served.now_of_100 else {
        c.both_ends(
            vec![c.strong(format!(" {}", words.msg("ui-region-unknown")))],
            basis,
        );
        return;
    };
    let text = Text::new("ui-region-served").count("level", now);
    let mut said = vec![c.strong(format!(" {}", words.say(&text)))];
    if let (Some(yesterday), Some(lowest)) = (served.yesterday_of_100, served.lowest_of_100) {
        let text = Text::new("ui-region-before")
            .count("yesterday", yesterday)
            .count("lowest", lowest);
        said.push(c.still(format!(" {}", words.say(&text))));
    }
    c.both_ends(said, basis);
}

/// What is due next, who is silent, and where help stands.
fn what_counts(c: &mut Canvas<'_>, view: &SeatView) {
    let words = c.words;
    let now = &view.public.clock.now;
    c.line(c.strong(words.msg("ui-region-what-counts")));
    let reports = || {
        view.region
            .places
            .iter()
            .filter_map(|place| place.report.as_ref())
    };
    let mut due: Vec<(&Stamp, &Text, &str)> = view
        .region
        .places
        .iter()
        .filter_map(|place| {
            let next = place.report.as_ref()?.next.as_ref()?;
            (next.at.at >= now.at).then_some((&next.at, &next.what, place.name.as_str()))
        })
        .collect();
    due.sort_by_key(|(at, _, name)| (at.at, *name));
    for (at, what, name) in due.iter().take(3) {
        let tone = if at.at.since(now.at) < DAY {
            Tone::Warn
        } else {
            Tone::Plain
        };
        let text = format!("! {}  {name}: {}", words.near(at, now), words.say(what));
        c.line(c.ink(tone, text));
    }
    let silent = view
        .region
        .places
        .iter()
        .filter(|place| place.report.is_none())
        .count();
    let old = reports().filter(|report| report.is_old).count();
    let count = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
    if silent + old > 0 {
        let text = Text::new("ui-region-silent")
            .count("silent", count(silent))
            .count("old", count(old));
        c.line(c.still(format!("? {}", words.say(&text))));
    }
    c.gap();
    let sum = |of: fn(&PlaceReport) -> u32| i64::from(reports().map(of).sum::<u32>());
    let text = Text::new("ui-region-help")
        .count("open", sum(|report| report.unanswered))
        .count("promised", sum(|report| report.help_promised))
        .count("working", sum(|report| report.help_at_work));
    c.line(c.ink(Tone::Help, words.say(&text)));
}

fn table(c: &mut Canvas<'_>, view: &SeatView, focus: &RegionFocus) {
    let region = &view.region;
    let columns = Columns::of(c.width());
    let lines = focus.lines(region);
    let selected = focus.selected(region, &lines);
    head(c, &columns);
    // The selected place is told in full below.
    let room = c.rows_left().saturating_sub(3).max(1);
    let first = first_shown(selected, lines.len(), room);
    for (at, line) in lines.iter().enumerate().skip(first).take(room) {
        let cells = match line {
            RegionLine::Head(group) => {
                let group_of = &region.groups[*group];
                let marker = match (group_of.members.is_empty(), focus.is_open(region, *group)) {
                    (true, _) => " ",
                    (false, true) => "▼",
                    (false, false) => "►",
                };
                let place = &region.places[group_of.head];
                let marks = (marker, focus.marked.contains(&place.id));
                row(c, view, place, marks, 0, &columns)
            }
            RegionLine::Member(place) => {
                let place = &region.places[*place];
                let marks = (" ", focus.marked.contains(&place.id));
                row(c, view, place, marks, 1, &columns)
            }
            RegionLine::Folded(group) => folded(
                c,
                &region.places[region.groups[*group].members.clone()],
                &columns,
            ),
        };
        c.row(cells, at == selected, Some(Hit::Row(at)));
    }
    if lines.is_empty() {
        c.line(c.still(format!("   {}", c.words.msg("ui-region-no-deadline"))));
    }
    while c.rows_left() > 2 {
        c.gap();
    }
    c.rule();
    let place = match lines.get(selected) {
        Some(RegionLine::Head(group)) => Some(&region.places[region.groups[*group].head]),
        Some(RegionLine::Member(place)) => Some(&region.places[*place]),
        _ => None,
    };
    let said = place.map_or_else(
        || c.words.msg("ui-region-open-county"),
        |place| place::one_line(c.words, place, &view.public.clock.now, c.width() - 1),
    );
    c.line(c.ink(Tone::Plain, format!(" {said}")));
}

/// A rule that says how the table below is sorted and what it leaves out.
fn rule(c: &mut Canvas<'_>, focus: &RegionFocus) {
    let words = c.words;
    let sort = match focus.sort {
        RegionSort::Official => "",
        RegionSort::Deadline => "ui-region-by-deadline",
        RegionSort::Down => "ui-region-by-down",
    };
    let filter = if focus.only_deadlines {
        "ui-region-only-deadlines"
    } else {
        ""
    };
    let mut said: Vec<String> = [sort, filter]
        .into_iter()
        .filter(|key| !key.is_empty())
        .map(|key| words.msg(key))
        .collect();
    let marked = i64::try_from(focus.marked.len()).unwrap_or(i64::MAX);
    if marked > 0 {
        let text = Text::new("ui-region-marked").count("count", marked);
        said.push(words.say(&text));
    }
    c.rule_saying(&said);
}

fn head(c: &mut Canvas<'_>, columns: &Columns) {
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

fn row(
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
    let (sign, tone) = service_sign(report.map_or(ServiceState::Unknown, |report| report.state));
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
    for (at, tone) in [Tone::Good, Tone::Warn, Tone::Bad].into_iter().enumerate() {
        let text = counts.map_or_else(|| "?".to_owned(), |counts| counts[at].to_string());
        spans.push(right(c, tone, &text, columns.count));
    }
    if let Some(cells) = columns.served {
        let text = report.map_or_else(|| "?".to_owned(), |report| report.served_of_100.to_string());
        spans.push(right(c, Tone::Plain, &text, cells));
    }
    let (due_tone, due) = deadline(words, report, now, columns.names_deadline);
    let (as_of_tone, as_of) = as_of(words, report, now);
    for (tone, text, cells) in [
        (due_tone, due, columns.deadline),
        (Tone::Help, help(words, report), columns.help),
        (Tone::Plain, link(words, report), columns.link),
        (as_of_tone, as_of, columns.as_of),
    ] {
        spans.push(Span::raw(" "));
        spans.push(c.cell(tone, &text, cells));
    }
    spans
}

/// The municipalities of a closed county in one line.
fn folded(c: &Canvas<'_>, members: &[Place], columns: &Columns) -> Vec<Span<'static>> {
    let words = c.words;
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
    let silent = members.len() - reports().count();
    if silent > 0 {
        let silent = i64::try_from(silent).unwrap_or(i64::MAX);
        let text = Text::new("ui-region-folded-silent").count("count", silent);
        spans.push(c.still(format!(" {}", words.say(&text))));
    }
    spans
}

fn deadline(
    words: &Words,
    report: Option<&PlaceReport>,
    now: &Stamp,
    names: bool,
) -> (Tone, String) {
    let Some(report) = report else {
        return (Tone::Still, "?".to_owned());
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

fn help(words: &Words, report: Option<&PlaceReport>) -> String {
    let Some(report) = report else {
        return "?".to_owned();
    };
    let parts: Vec<String> = [
        (report.unanswered, "?"),
        (report.help_promised, "►"),
        (report.help_at_work, "♦"),
    ]
    .into_iter()
    .filter(|(count, _)| *count > 0)
    .map(|(count, sign)| format!("{count}{sign}"))
    .collect();
    match (parts.is_empty(), report.gives) {
        (false, _) => parts.join(" "),
        (true, 0) => "–".to_owned(),
        (true, gives) => words.say(&Text::new("ui-region-gives").count("count", gives)),
    }
}

fn link(words: &Words, report: Option<&PlaceReport>) -> String {
    match report.map(|report| report.link_open) {
        None => "?".to_owned(),
        Some(None) => "–".to_owned(),
        Some(Some(true)) => words.msg("ui-link-open"),
        Some(Some(false)) => words.msg("ui-link-cut"),
    }
}

fn as_of(words: &Words, report: Option<&PlaceReport>, now: &Stamp) -> (Tone, String) {
    match report {
        None => (Tone::Still, "?".to_owned()),
        Some(report) if report.is_old => {
            let when = words.day(&report.as_of, now);
            let text = Text::new("ui-region-old").name("when", when);
            (Tone::Warn, words.say(&text))
        }
        Some(report) => (Tone::Still, words.near(&report.as_of, now)),
    }
}
