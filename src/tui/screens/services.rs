//! The table of services: sign, word, deadlines, whom it concerns.

use ratatui::text::Span;

use super::super::canvas::{Canvas, Hit, first_shown};
use super::super::theme::{Tone, service_sign};
use crate::view::{Affected, Deadline, DeadlineState, SeatView, ServiceRow};
use crate::vocab::{Arg, DAY, ServiceState, Stamp, Text};
use crate::words::Words;

/// Widths of the columns on a page of a given width.
struct Columns {
    name: usize,
    today: usize,
    emergency: usize,
    latest: usize,
    affected: usize,
    /// Waiting cases and forecast, where there is room.
    extra: Option<(usize, usize)>,
    /// The route, where there is more room.
    route: Option<usize>,
}

impl Columns {
    fn of(width: usize) -> Self {
        let narrow = Self {
            name: 19,
            today: 15,
            emergency: 17,
            latest: 10,
            affected: 12,
            extra: None,
            route: None,
        };
        if width < 110 {
            let spare = width.saturating_sub(80);
            return Self {
                name: narrow.name + spare.min(8),
                ..narrow
            };
        }
        Self {
            name: 22,
            today: 16,
            emergency: 18,
            latest: 10,
            affected: 13,
            extra: Some((8, width.saturating_sub(96).clamp(14, 22))),
            route: (width >= 132).then_some(12),
        }
    }
}

/// Draws as many of the services shown as there is room for; positions are those in the whole list.
pub fn draw(c: &mut Canvas<'_>, view: &SeatView, selected: usize, shown: &[usize]) {
    let services = &view.town_hall.services;
    if services.is_empty() {
        return;
    }
    let columns = Columns::of(c.width());
    head(c, &columns);
    if shown.is_empty() {
        c.line(c.still(format!("   {}", c.words.msg("ui-no-deadline-here"))));
        return;
    }
    let all_fit = shown.len() <= c.rows_left();
    let rows = if all_fit {
        shown.len()
    } else {
        c.rows_left().saturating_sub(1)
    };
    let row_selected = shown.iter().position(|at| *at == selected).unwrap_or(0);
    let first = first_shown(row_selected, shown.len(), rows);
    let now = &view.public.clock.now;
    let (above, rest) = shown.split_at(first);
    let (seen, below) = rest.split_at(rows.min(rest.len()));
    for at in seen {
        let cells = cells(c, &services[*at], now, &columns);
        c.row(cells, *at == selected, Some(Hit::Row(*at)));
    }
    if !all_fit {
        let unseen = || above.iter().chain(below);
        let is_down = |at: &&usize| services[**at].state == ServiceState::Down;
        let count = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
        let text = Text::new("ui-more-services")
            .count("count", count(unseen().count()))
            .count("down", count(unseen().filter(is_down).count()));
        c.line(c.still(format!("   {}", c.words.say(&text))));
    }
}

fn head(c: &mut Canvas<'_>, columns: &Columns) {
    let mut spans = vec![Span::raw("   ")];
    let mut add = |key: &str, cells: usize| {
        spans.push(c.cell(Tone::Still, &c.words.msg(key), cells));
        spans.push(Span::raw(" "));
    };
    add("ui-col-service", columns.name);
    add("ui-col-today", columns.today);
    add("ui-col-emergency-by", columns.emergency);
    add("ui-col-latest", columns.latest);
    add("ui-col-affected", columns.affected);
    if let Some((waiting, forecast)) = columns.extra {
        add("ui-col-waiting", waiting);
        add("ui-col-forecast", forecast);
    }
    if let Some(route) = columns.route {
        add("ui-col-route", route);
    }
    spans.pop();
    c.line(spans);
}

fn cells(c: &Canvas<'_>, row: &ServiceRow, now: &Stamp, columns: &Columns) -> Vec<Span<'static>> {
    let words = c.words;
    let (sign, tone) = service_sign(row.state);
    let gap = || Span::raw(" ");
    let (emergency_tone, emergency) = emergency_words(words, &row.emergency_by, now);
    let (latest_tone, latest) = latest_words(words, &row.latest_by, now);
    let mut spans = vec![
        c.ink(tone, format!(" {sign} ")),
        c.cell(Tone::Plain, &words.say(&row.name), columns.name),
        gap(),
        c.cell(tone, &today_words(words, row, now), columns.today),
        gap(),
        c.cell(emergency_tone, &emergency, columns.emergency),
        gap(),
        c.cell(latest_tone, &latest, columns.latest),
        gap(),
        c.cell(
            Tone::Plain,
            &affected_words(words, row.affected),
            columns.affected,
        ),
    ];
    if let Some((waiting, forecast)) = columns.extra {
        let waits = match row.waiting {
            0 => "–".to_owned(),
            n => words.number(i64::from(n)),
        };
        let when = match &row.forecast {
            Some(span) => words.span(span, now),
            None if row.unforeseen.is_some() => "?".to_owned(),
            None => "–".to_owned(),
        };
        spans.extend([
            gap(),
            c.cell(Tone::Plain, &waits, waiting),
            gap(),
            c.cell(Tone::Plain, &when, forecast),
        ]);
    }
    if let Some(route) = columns.route {
        spans.extend([gap(), c.cell(Tone::Plain, &words.say(&row.route), route)]);
    }
    spans
}

/// Returns how a service stands today, in a word and, where it says more, a number of 100.
fn today_words(words: &Words, row: &ServiceRow, now: &Stamp) -> String {
    match row.state {
        // All of it on its proper way, but not at full strength.
        ServiceState::Emergency if row.route.key == "route-it" => {
            words.say(&Text::new("ui-today-partly").count("level", i64::from(row.level_of_100)))
        }
        ServiceState::Emergency => {
            words.say(&Text::new("ui-today-emergency").count("level", i64::from(row.level_of_100)))
        }
        ServiceState::Below => {
            words.say(&Text::new("ui-today-below").count("level", i64::from(row.level_of_100)))
        }
        ServiceState::Closed => match &row.opens {
            Some(opens) => {
                words.say(&Text::new("ui-today-closed").name("when", words.near(opens, now)))
            }
            None => words.of("service-state", row.state.id()),
        },
        state => words.of("service-state", state.id()),
    }
}

fn emergency_words(words: &Words, deadline: &Deadline, now: &Stamp) -> (Tone, String) {
    match (deadline.state, &deadline.at) {
        (DeadlineState::None, _) => (Tone::Still, "–".to_owned()),
        (DeadlineState::Met, _) => (Tone::Good, format!("{} √", words.msg("ui-deadline-met"))),
        (DeadlineState::Missed, _) => {
            (Tone::Bad, format!("{} !!", words.msg("ui-deadline-missed")))
        }
        (DeadlineState::Open, None) => (Tone::Still, "?".to_owned()),
        (DeadlineState::Open, Some(at)) => {
            let left = at.at.since(now.at);
            let near = words.near(at, now);
            let duration = words.duration(left);
            if left >= 6 * DAY {
                // A date says it all.
                (Tone::Plain, near)
            } else if left < DAY {
                (Tone::Warn, format!("{near} {duration} !"))
            } else {
                (Tone::Plain, format!("{near} {duration}"))
            }
        }
    }
}

fn latest_words(words: &Words, deadline: &Deadline, now: &Stamp) -> (Tone, String) {
    match (deadline.state, &deadline.at) {
        (DeadlineState::None, _) => (Tone::Still, "–".to_owned()),
        (DeadlineState::Met, _) => (Tone::Good, "√".to_owned()),
        (DeadlineState::Missed, _) => (Tone::Bad, words.msg("ui-deadline-missed")),
        (DeadlineState::Open, None) => (Tone::Still, "?".to_owned()),
        (DeadlineState::Open, Some(at)) => (Tone::Plain, words.near(at, now)),
    }
}

fn affected_words(words: &Words, affected: Affected) -> String {
    match affected {
        Affected::CasesPerDay(count) => {
            words.say(&Text::new("ui-affected-cases").count("count", count))
        }
        Affected::PeopleToPay(count) => {
            words.say(&Text::new("ui-affected-people").count("count", count))
        }
        Affected::Everyone => words.msg("ui-affected-everyone"),
        Affected::Nobody => "–".to_owned(),
    }
}

/// Returns what a pay run says about a service, if it has one.
pub fn pay_run_words(words: &Words, row: &ServiceRow, now: &Stamp) -> Option<String> {
    let (at, secured) = row.pay_run.as_ref()?;
    let key = if *secured {
        "ui-pay-run-secured"
    } else {
        "ui-pay-run-open"
    };
    let text = Text::new(key)
        .name("when", words.near(at, now))
        .with("left", Arg::Minutes(at.at.since(now.at)));
    Some(words.say(&text))
}
