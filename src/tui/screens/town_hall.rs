//! Rathaus, the landing screen: what stands, what is due, is help coming, and why.

use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::super::canvas::Canvas;
use super::super::text::wrap;
use super::super::theme::{Tone, aid_sign, service_sign, system_sign};
use super::services::pay_run_words;
use super::{course, recovery, services};
use crate::view::{CauseEnd, SeatView, ServiceRow};
use crate::vocab::{Arg, DAY, Text};

/// Draws the screen.
pub fn draw(c: &mut Canvas<'_>, view: &SeatView, selected: usize, show_all: bool) {
    summary(c, view);
    c.rule();
    let rest = c.rest();
    if view.town_hall.services.is_empty() {
        // A seat without services for citizens lives by its recovery and its requests.
        let inside = Rect {
            x: rest.x + 1,
            width: rest.width.saturating_sub(2),
            ..rest
        };
        side_panel(&mut c.part(inside), view);
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
        table_and_why(&mut c.part(main), view, selected, show_all, false);
        side_panel(&mut c.part(right), view);
        divider(c, rest.x + main.width, rest);
    } else {
        table_and_why(&mut c.part(rest), view, selected, show_all, true);
    }
}

fn divider(c: &mut Canvas<'_>, x: u16, area: Rect) {
    let style = c.theme.style(Tone::Still);
    for y in area.top()..area.bottom() {
        c.buffer.set_string(x, y, "│", style);
    }
}

/// Writes the lines that answer in ten seconds: how much stands, what is due, is help coming.
fn summary(c: &mut Canvas<'_>, view: &SeatView) {
    let words = c.words;
    let hall = &view.town_hall;
    let now = &view.public.clock.now;
    let standing = &hall.standing;
    let (key, tone) = match (standing.total, standing.down, standing.below) {
        (0, _, _) => ("ui-no-services", Tone::Still),
        (_, 0, 0) => ("ui-standing-none", Tone::Good),
        (_, 0, _) => ("ui-standing-below", Tone::Warn),
        _ => ("ui-standing-down", Tone::Bad),
    };
    let stands = Text::new(key)
        .count("down", standing.down)
        .count("below", standing.below)
        .count("emergency", standing.emergency)
        .count("total", standing.total);
    let deadline = match &hall.next_deadline {
        Some(next) => words.say(
            &Text::new("ui-next-deadline")
                .text("what", next.what.clone())
                .name("when", words.near(&next.at, now))
                .with("left", Arg::Minutes(next.at.at.since(now.at))),
        ),
        None => words.msg("ui-no-deadline"),
    };
    c.line(vec![
        c.ink(tone, format!(" {}", words.say(&stands))),
        Span::raw(" "),
        c.ink(Tone::Plain, deadline),
    ]);
    let staff = format!("{} ", staff_words(c, view));
    let help = format!(" {}", help_words(c, view));
    let tone = if hall.help.at_work > 0 || hall.help.promised > 0 {
        Tone::Help
    } else {
        Tone::Plain
    };
    c.both_ends(vec![c.ink(tone, help)], vec![c.ink(Tone::Plain, staff)]);
    if c.area.height >= 24
        && let Some(link) = &hall.provider_link
    {
        let (sign, _) = system_sign(link.state);
        let text = format!(
            " {}: {sign} {}",
            words.say(&link.thing),
            words.of("system-state", link.state.id())
        );
        let pact = words.say(&Text::new("ui-pact").text("pact", view.public.pact.clone()));
        let pact = c.still(format!("{pact} "));
        c.both_ends(c.signed(&text).spans, vec![pact]);
    }
}

fn help_words(c: &Canvas<'_>, view: &SeatView) -> String {
    let words = c.words;
    let help = &view.town_hall.help;
    let mut parts = vec![match help.at_work {
        0 => words.msg("ui-help-nobody"),
        n => words.say(&Text::new("ui-help-here").count("count", n)),
    }];
    if help.promised > 0 {
        let mut promised = words.say(&Text::new("ui-help-promised").count("count", help.promised));
        if let Some(span) = &help.next_arrival {
            let now = &view.public.clock.now;
            let when = if c.width() >= 100 {
                words.span(span, now)
            } else {
                words.say(&Text::new("ui-help-from").name("when", words.day(&span.0, now)))
            };
            promised = format!("{promised} ({when})");
        }
        parts.push(promised);
    }
    if help.unanswered > 0 {
        parts.push(words.say(&Text::new("ui-help-unanswered").count("count", help.unanswered)));
    }
    if help.given > 0 {
        parts.push(words.say(&Text::new("ui-help-given").count("count", help.given)));
    }
    format!("{} {}", words.msg("ui-help"), parts.join(" · "))
}

fn staff_words(c: &Canvas<'_>, view: &SeatView) -> String {
    let words = c.words;
    let staff = &view.town_hall.staff;
    let mut text = words.say(&Text::new("ui-staff").count("own", staff.own));
    if staff.helpers > 0 {
        let helpers = words.say(&Text::new("ui-staff-helpers").count("count", staff.helpers));
        text = format!("{text}, {helpers}");
    }
    if staff.lent > 0 {
        let lent = words.say(&Text::new("ui-staff-lent").count("count", staff.lent));
        text = format!("{text}, {lent}");
    }
    let crisis = match (&staff.crisis_staff_met, staff.crisis_staff_called) {
        (Some(_), _) => Some("ui-crisis-staff-met"),
        (None, true) => Some("ui-crisis-staff-called"),
        (None, false) => None,
    };
    if let Some(key) = crisis {
        text = format!("{text} · {}", words.msg(key));
    }
    text
}

fn table_and_why(
    c: &mut Canvas<'_>,
    view: &SeatView,
    selected: usize,
    show_all: bool,
    with_recovery: bool,
) {
    let rest = c.rest();
    let services = view.town_hall.services.len();
    let why_rows: u16 = match rest.height {
        0..=19 => 5,
        20..=29 => 9,
        _ => 12,
    };
    let table_wants = u16::try_from(services + 1).unwrap_or(u16::MAX);
    let table_rows = if show_all {
        rest.height
    } else {
        table_wants.min(rest.height.saturating_sub(why_rows))
    };
    let table = Rect {
        height: table_rows,
        ..rest
    };
    services::draw(&mut c.part(table), view, selected);
    if table_rows >= rest.height {
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
        why(&mut lower.part(upper), view, selected);
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
        why(&mut lower.part(area), view, selected);
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
    why(&mut lower.part(left), view, selected);
    divider(&mut lower, area.x + half - 1, area);
    recovery_box(&mut lower.part(right), view);
}

fn why(c: &mut Canvas<'_>, view: &SeatView, selected: usize) {
    let Some(row) = view.town_hall.services.get(selected) else {
        return;
    };
    let words = c.words;
    let title = Text::new("ui-why-service").text("service", row.name.clone());
    let as_of = Text::new("ui-as-of").name(
        "when",
        words.near(&view.town_hall.as_of, &view.public.clock.now),
    );
    c.both_ends(
        vec![c.strong(format!(" {}", words.say(&title)))],
        vec![c.still(format!("{} ", words.say(&as_of)))],
    );
    let cells = c.width().saturating_sub(2);
    let lines = why_lines(c, view, row, cells);
    let hidden = lines.len() > c.rows_left();
    let last = c.rows_left().saturating_sub(1);
    for (at, mut line) in lines.into_iter().enumerate().take(last + 1) {
        line.spans.insert(0, Span::raw("   "));
        if hidden && at == last {
            let more = c.ink(Tone::Help, " … w ");
            c.both_ends(line.spans, vec![more]);
        } else {
            c.line(line);
        }
    }
}

/// Returns the chain of causes, what would help and when it may be over.
pub fn why_lines(
    c: &Canvas<'_>,
    view: &SeatView,
    row: &ServiceRow,
    cells: usize,
) -> Vec<Line<'static>> {
    let words = c.words;
    let now = &view.public.clock.now;
    let cells = cells.saturating_sub(2);
    let mut lines = Vec::new();
    let mut add = |text: &str| {
        for piece in wrap(text, cells) {
            lines.push(c.signed(&piece));
        }
    };
    add(&chain(c, row));
    if !row.remedies.is_empty() {
        let list: Vec<String> = row
            .remedies
            .iter()
            .map(|remedy| {
                let said = words.say(&remedy.text);
                if remedy.is_aid {
                    format!("{said} (b)")
                } else {
                    said
                }
            })
            .collect();
        add(&format!(
            "{} {}",
            words.msg("ui-what-helps"),
            list.join(" · ")
        ));
    }
    if let Some(text) = pay_run_words(words, row, now) {
        add(&text);
    }
    let needed = Text::new("ui-needed")
        .count("level", i64::from(row.emergency_of_100))
        .count("waiting", row.waiting);
    let forecast = match &row.forecast {
        Some(span) => words.say(&Text::new("ui-forecast").name("when", words.span(span, now))),
        None if matches!(row.cause_end, CauseEnd::Fine) => String::new(),
        None => words.msg("ui-no-forecast"),
    };
    add(format!("{} {forecast}", words.say(&needed)).trim_end());
    lines
}

/// Returns the chain in one sentence: nearest cause first, ending where knowledge ends.
fn chain(c: &Canvas<'_>, row: &ServiceRow) -> String {
    let words = c.words;
    let (sign, _) = service_sign(row.state);
    let mut parts = vec![format!("{} {sign}", words.say(&row.name))];
    for link in &row.causes {
        let (sign, _) = system_sign(link.state);
        let mut part = words.say(&link.thing);
        if let Some(owner) = &link.owner {
            part = format!("{part} ({owner})");
        }
        part = format!(
            "{part} {sign} {}",
            words.of("system-state", link.state.id())
        );
        // "down, 0 of 100" says the same thing twice.
        if let Some(usable) = link.usable_of_100.filter(|of| (1..100).contains(of)) {
            let of = words.say(&Text::new("ui-of-100").count("level", i64::from(usable)));
            part = format!("{part}, {of}");
        }
        parts.push(part);
    }
    parts.push(match &row.cause_end {
        CauseEnd::Fine => words.msg("ui-cause-fine"),
        CauseEnd::Open => words.msg("ui-cause-open"),
        CauseEnd::Known(text) => words.say(text),
    });
    parts.join(" ◄ ")
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
    course::draw(c, view, at, usize::MAX);
}

/// Returns the steps of the own recovery.
pub fn recovery_lines(c: &Canvas<'_>, view: &SeatView, cells: usize) -> Vec<Line<'static>> {
    recovery::lines(c, view, cells)
}

fn recovery_box(c: &mut Canvas<'_>, view: &SeatView) {
    let title = c.words.msg("ui-recovery-title");
    c.line(c.strong(title));
    for line in recovery::lines(c, view, c.width()) {
        c.line(line);
    }
}

/// Writes recovery, aid and what happened last, one below the other.
fn side_panel(c: &mut Canvas<'_>, view: &SeatView) {
    let rest = c.rest();
    let wanted = u16::try_from(view.town_hall.recovery.len() + 3).unwrap_or(u16::MAX);
    let top = Rect {
        height: wanted.min(rest.height / 2),
        ..rest
    };
    recovery_box(&mut c.part(top), view);
    let below = Rect {
        y: rest.y + top.height,
        height: rest.height - top.height,
        ..rest
    };
    let mut lower = c.part(below);
    let c = &mut lower;
    c.rule();
    c.line(c.strong(c.words.msg("ui-tab-aid")));
    if view.aid.rows.is_empty() {
        c.line(c.still(format!("  {}", c.words.msg("ui-aid-none"))));
    }
    for row in view.aid.rows.iter().take(8) {
        let (sign, tone) = aid_sign(row.state);
        let state = c.words.of("aid-state", row.state.id());
        let kind = c.words.of("aid-kind", row.kind.id());
        c.line(vec![
            c.ink(tone, format!("{sign} {state:<16}")),
            c.ink(Tone::Plain, format!("{kind}: {} → {}", row.from, row.to)),
        ]);
    }
    c.rule();
    c.line(c.strong(c.words.msg("ui-last-events")));
    let now = &view.public.clock.now;
    let width = c.width().saturating_sub(11);
    for event in view.events.iter().rev() {
        if c.rows_left() == 0 {
            break;
        }
        let when = if now.at.since(event.at.at) < DAY {
            c.words.near(&event.at, now)
        } else {
            c.words.date(&event.at)
        };
        for (at, piece) in wrap(&c.words.say(&event.text), width)
            .into_iter()
            .enumerate()
        {
            let head = if at == 0 { when.as_str() } else { "" };
            let tone = if event.alarm { Tone::Bad } else { Tone::Plain };
            c.line(vec![c.cell(Tone::Still, head, 11), c.ink(tone, piece)]);
        }
    }
}
