//! Region: how much is served, and how every administration stands as far as it was reported.

use ratatui::layout::Rect;

use super::super::canvas::{Canvas, Hit, first_shown};
use super::super::seat::{RegionFocus, RegionLine, RegionSort};
use super::super::theme::Tone;
use super::super::widgets::chart;
use super::region_rows::{Columns, folded, head, row};
use super::{course, place, region_now, region_why, side};
use crate::view::{Place, RegionView, SeatView};
use crate::vocab::Text;

/// Rows below the table where there is room to say why the selected place stands as it does, and what happened last.
const WIDE_BELOW: usize = 7;

/// Draws the screen.
pub fn draw(c: &mut Canvas<'_>, view: &SeatView, focus: &RegionFocus) {
    let region = &view.region;
    if region.places.is_empty() {
        c.line(c.still(format!(" {}", c.words.msg("ui-region-empty"))));
        return;
    }
    summary(c, region);
    let tall = if c.rows_left() >= 28 { 10 } else { 5 };
    let rest = c.rest();
    let top = Rect {
        height: tall.min(rest.height),
        ..rest
    };
    if c.width() >= 110 {
        let mut top = c.part(top);
        // The longest name with what is due there needs more than half of the page.
        let [left, right] = top.side_by_side((9, 20));
        curve(&mut top.part(left), view);
        region_now::draw(&mut top.part(right), view);
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
    let text = Text::new(if served.is_of_then() {
        "ui-region-served-then"
    } else {
        "ui-region-served"
    });
    let mut said = vec![c.strong(format!(" {}", words.say(&text.count("level", now))))];
    if served.is_of_then() {
        let text = Text::new("ui-region-mostly-old")
            .count("old", served.heard.saturating_sub(served.young))
            .count("heard", served.heard);
        c.both_ends(
            said,
            vec![c.ink(Tone::Warn, format!("{} ", words.say(&text)))],
        );
        return;
    }
    if let (Some(yesterday), Some(lowest)) = (served.yesterday_of_100, served.lowest_of_100) {
        let text = Text::new("ui-region-before")
            .count("yesterday", yesterday)
            .count("lowest", lowest);
        said.push(c.still(format!(" {}", words.say(&text))));
    }
    c.both_ends(said, basis);
}

fn table(c: &mut Canvas<'_>, view: &SeatView, focus: &RegionFocus) {
    let region = &view.region;
    let columns = Columns::of(c.width());
    let lines = focus.lines(region);
    let selected = focus.selected(region, &lines);
    head(c, &columns);
    // The selected place is told in full below.
    let below = if c.width() >= 110 && c.rows_left() >= 15 {
        WIDE_BELOW
    } else {
        2
    };
    let room = c.rows_left().saturating_sub(below).max(1);
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
                view,
                &region.places[region.groups[*group].members.clone()],
                &columns,
            ),
        };
        c.row(cells, at == selected, Some(Hit::Row(at)));
    }
    if lines.is_empty() {
        c.line(c.still(format!("   {}", c.words.msg("ui-region-no-deadline"))));
    }
    while c.rows_left() > below {
        c.gap();
    }
    c.rule();
    let place = match lines.get(selected) {
        Some(RegionLine::Head(group)) => Some(&region.places[region.groups[*group].head]),
        Some(RegionLine::Member(place)) => Some(&region.places[*place]),
        _ => None,
    };
    if below == WIDE_BELOW {
        why_and_events(c, view, place);
    } else {
        let said = selected_line(c, view, place);
        c.line(c.ink(Tone::Plain, format!(" {said}")));
    }
}

fn selected_line(c: &Canvas<'_>, view: &SeatView, place: Option<&Place>) -> String {
    place.map_or_else(
        || c.words.msg("ui-region-open-county"),
        |place| place::table_line(c.words, view, place, c.width() - 1),
    )
}

/// Left why the selected place stands as it does, right what happened last.
fn why_and_events(c: &mut Canvas<'_>, view: &SeatView, place: Option<&Place>) {
    let [left, right] = c.side_by_side((11, 20));
    let mut why = c.part(left);
    match place {
        Some(place) => region_why::draw(&mut why, view, place),
        None => {
            let said = format!(" {}", why.words.msg("ui-region-open-county"));
            why.line(why.ink(Tone::Plain, said));
        }
    }
    side::latest_events(&mut c.part(right), view);
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
