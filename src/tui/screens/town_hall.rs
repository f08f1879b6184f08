//! Rathaus, the landing screen: what stands, what is due, is help coming, and why.

use ratatui::layout::Rect;

use super::super::canvas::Canvas;
use super::super::theme::Tone;
use super::{causes, course, customers, services, side, summary};
use crate::view::SeatView;
use crate::vocab::Text;

/// Which services are shown, and which of them is selected, by position in the whole list.
pub struct List<'a> {
    pub selected: usize,
    pub shown: &'a [usize],
    /// Whether the list has the whole page.
    pub show_all: bool,
}

/// Draws the screen.
pub fn draw(c: &mut Canvas<'_>, view: &SeatView, list: &List<'_>) {
    summary::draw(c, view);
    let hidden = view.town_hall.services.len() - list.shown.len();
    let mut said = Vec::new();
    if hidden > 0 {
        let count = i64::try_from(hidden).unwrap_or(i64::MAX);
        said.push(c.words.msg("ui-region-only-deadlines"));
        said.push(
            c.words
                .say(&Text::new("ui-without-deadline").count("count", count)),
        );
    }
    if !view.town_hall.customers.is_empty() {
        said.push(c.words.msg("ui-customers-hint"));
    }
    c.rule_saying(&said);
    let rest = c.rest();
    if view.town_hall.services.is_empty() {
        // A seat without services for citizens lives by its recovery and its requests.
        without_services(c, view, list.selected);
        return;
    }
    if c.width() >= 160 {
        let side = (rest.width / 3).max(56);
        let main = Rect {
            width: rest.width - side - 1,
            ..rest
        };
        let right = Rect {
            x: rest.x + main.width + 2,
            width: side - 1,
            ..rest
        };
        table_and_why(&mut c.part(main), view, list, false);
        side::draw(&mut c.part(right), view);
        divider(c, rest.x + main.width, rest);
    } else {
        table_and_why(&mut c.part(rest), view, list, true);
    }
}

/// A provider looks at its customers first; everybody lives by recovery, requests and messages.
fn without_services(c: &mut Canvas<'_>, view: &SeatView, selected: usize) {
    let rest = c.rest();
    let inside = |area: Rect| Rect {
        x: area.x + 1,
        width: area.width.saturating_sub(2),
        ..area
    };
    let customers = u16::try_from(view.town_hall.customers.len()).unwrap_or(u16::MAX);
    if customers == 0 {
        side::draw(&mut c.part(inside(rest)), view);
        return;
    }
    if c.width() >= 160 {
        let half = rest.width * 11 / 20;
        let left = Rect {
            width: half,
            ..rest
        };
        let right = Rect {
            x: rest.x + half + 1,
            width: rest.width - half - 1,
            ..rest
        };
        customers::draw(&mut c.part(left), view, selected);
        side::draw(&mut c.part(inside(right)), view);
        divider(c, rest.x + half, rest);
        return;
    }
    let top = Rect {
        height: (customers + 1).min(rest.height / 2),
        ..rest
    };
    customers::draw(&mut c.part(top), view, selected);
    let below = Rect {
        y: rest.y + top.height,
        height: rest.height - top.height,
        ..rest
    };
    let mut lower = c.part(below);
    lower.rule();
    let area = lower.rest();
    side::draw(&mut lower.part(inside(area)), view);
}

fn divider(c: &mut Canvas<'_>, x: u16, area: Rect) {
    let style = c.theme.style(Tone::Still);
    for y in area.top()..area.bottom() {
        c.buffer.set_string(x, y, "│", style);
    }
}

fn table_and_why(c: &mut Canvas<'_>, view: &SeatView, list: &List<'_>, with_recovery: bool) {
    let rest = c.rest();
    let selected = list.selected;
    let services = list.shown.len().max(1);
    let why_rows: u16 = match rest.height {
        0..=19 => 5,
        20..=29 => 9,
        _ => 12,
    };
    let table_wants = u16::try_from(services + 1).unwrap_or(u16::MAX);
    let table_rows = if list.show_all {
        rest.height
    } else {
        table_wants.min(rest.height.saturating_sub(why_rows))
    };
    let table = Rect {
        height: table_rows,
        ..rest
    };
    services::draw(&mut c.part(table), view, selected, list.shown);
    if table_rows >= rest.height || list.shown.is_empty() {
        return;
    }
    let below = Rect {
        y: rest.y + table_rows,
        height: rest.height - table_rows,
        ..rest
    };
    let mut lower = c.part(below);
    lower.rule();
    let area = lower.rest();
    if area.height >= 26 && !view.course.series.is_empty() {
        let upper = Rect { height: 10, ..area };
        causes::draw(&mut lower.part(upper), view, selected);
        let under = Rect {
            y: area.y + 10,
            height: (area.height - 10).min(20),
            ..area
        };
        course_of(&mut lower.part(under), view, selected);
        return;
    }
    let two = with_recovery && area.width >= 110 && !view.town_hall.recovery.is_empty();
    if !two {
        causes::draw(&mut lower.part(area), view, selected);
        return;
    }
    let half = area.width / 2;
    let left = Rect {
        width: half - 1,
        ..area
    };
    let right = Rect {
        x: area.x + half + 1,
        width: area.width - half - 1,
        ..area
    };
    causes::draw(&mut lower.part(left), view, selected);
    divider(&mut lower, area.x + half - 1, area);
    side::recovery_box(&mut lower.part(right), view);
}

/// Draws the course of the selected service, or of all where it has none.
fn course_of(c: &mut Canvas<'_>, view: &SeatView, selected: usize) {
    let id = view.town_hall.services.get(selected).map(|row| row.id);
    let series = &view.course.series;
    let at = series
        .iter()
        .position(|one| one.service.is_some() && one.service == id)
        .unwrap_or(0);
    c.rule();
    let shown = course::Shown {
        curve: at,
        beside: None,
        mark: usize::MAX,
        enlarged: false,
    };
    course::draw(c, view, &shown);
}
