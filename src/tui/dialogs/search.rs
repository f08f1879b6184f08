//! One search over places, services, work, requests and messages, with a look at what is found.

use super::super::canvas::{Canvas, Hit, first_shown};
use super::super::field::Field;
use super::super::frame::footer_line;
use super::super::fuzzy::best_first;
use super::super::keymap::Context;
use super::super::screens::place::{map_line, sign as place_sign};
use super::super::screens::work::{holding_up, sign as work_sign};
use super::super::text::wrap;
use super::super::theme::{Tone, aid_sign, service_sign};
use crate::view::SeatView;
use crate::vocab::{AdministrationId, RequestId, ServiceId, ServiceState, Text};
use crate::words::Words;

/// Most that is shown of what was found.
const MOST: usize = 200;
/// Lines of the look at the selected find.
const LOOK: usize = 4;

/// Where a find leads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Found {
    /// To a place.
    Place(AdministrationId),
    /// To one of the seat's services.
    Service(ServiceId),
    /// To a step of the own work, by its place in the list.
    Step(usize),
    /// To a request for aid.
    Request(RequestId),
    /// To an entry of the log, counted from the oldest.
    Message(usize),
}

/// What is being searched for.
#[derive(Debug, Default)]
pub struct SearchForm {
    /// What has been typed.
    pub typed: Field,
    /// Which of the finds is selected.
    pub selected: usize,
}

/// Returns what fits, the best first: places before services, work, requests and messages where they fit alike.
pub fn finds(words: &Words, view: &SeatView, typed: &str) -> Vec<(Found, String)> {
    let places = view
        .region
        .places
        .iter()
        .map(|place| (Found::Place(place.id), place.name.clone()));
    let services = view
        .town_hall
        .services
        .iter()
        .map(|row| (Found::Service(row.id), words.say(&row.name)));
    let steps = view.work.rows.iter().enumerate();
    let steps = steps.map(|(at, row)| {
        let name = words.say(&row.name);
        // What comes back to customers one by one is a product to them.
        let said = match row.serves {
            Some(_) => words.say(&Text::new("ui-search-product").name("name", name)),
            None => name,
        };
        (Found::Step(at), said)
    });
    let requests = view.aid.rows.iter().map(|row| {
        let kind = words.of("aid-kind", row.kind.id());
        (
            Found::Request(row.id),
            format!("{} ► {}: {kind}", row.to, row.from),
        )
    });
    // The newest first.
    let messages = view
        .log
        .entries
        .iter()
        .enumerate()
        .rev()
        .map(|(at, entry)| {
            let from = entry.from.as_ref().map(|from| words.say(from));
            let text = words.say(&entry.text);
            let said = from.map_or(text.clone(), |from| format!("{from}: {text}"));
            (Found::Message(at), said)
        });
    let mut found = best_first(
        typed,
        places
            .chain(services)
            .chain(steps)
            .chain(requests)
            .chain(messages),
    );
    found.truncate(MOST);
    found
}

/// Draws the search over the page.
pub fn draw(page: &mut Canvas<'_>, form: &SearchForm, view: &SeatView) {
    let words = page.words;
    let size = (page.area.width.min(100), page.area.height.min(30));
    let mut inside = page.framed(size, &words.msg("ui-search-title"), "");
    let c = &mut inside;
    let cells = c.width().saturating_sub(2);
    let field = form.typed.shown(cells, true);
    c.line(vec![c.strong("/ "), c.ink(Tone::Help, field)]);
    c.rule();
    let found = finds(words, view, form.typed.text());
    let selected = form.selected.min(found.len().saturating_sub(1));
    let room = c.rows_left().saturating_sub(LOOK + 2).max(1);
    let first = first_shown(selected, found.len(), room);
    if found.is_empty() {
        c.line(c.still(words.msg("ui-search-nothing")));
    }
    for (at, (find, name)) in found.iter().enumerate().skip(first).take(room) {
        let (sign, tone) = sign(view, *find);
        let kind = match find {
            Found::Place(_) => "ui-search-place",
            Found::Service(_) => "ui-search-service",
            Found::Step(_) => "ui-search-step",
            Found::Request(_) => "ui-search-request",
            Found::Message(_) => "ui-search-message",
        };
        c.row(
            vec![
                c.ink(tone, format!("{sign} ")),
                c.cell(Tone::Still, &words.msg(kind), 11),
                c.ink(Tone::Plain, name.clone()),
            ],
            at == selected,
            Some(Hit::Row(at)),
        );
    }
    while c.rows_left() > LOOK + 2 {
        c.gap();
    }
    c.rule();
    let look = found
        .get(selected)
        .map(|(find, name)| look(words, view, *find, name));
    for piece in wrap(&look.unwrap_or_default(), c.width())
        .into_iter()
        .take(LOOK)
    {
        c.line(c.ink(Tone::Plain, piece));
    }
    while c.rows_left() > 1 {
        c.gap();
    }
    let footer = footer_line(c, &[Context::Search], |_| true);
    c.line(footer);
}

fn sign(view: &SeatView, find: Found) -> (&'static str, Tone) {
    match find {
        Found::Place(id) => {
            let place = view.region.places.iter().find(|place| place.id == id);
            place.map_or_else(
                || service_sign(ServiceState::Unknown),
                |place| place_sign(place, &view.public.clock.now),
            )
        }
        Found::Service(id) => {
            let row = view.town_hall.services.iter().find(|row| row.id == id);
            service_sign(row.map_or(ServiceState::Unknown, |row| row.state))
        }
        Found::Step(at) => view.work.rows.get(at).map_or(("·", Tone::Still), work_sign),
        Found::Request(id) => {
            let row = view.aid.rows.iter().find(|row| row.id == id);
            row.map_or(("·", Tone::Still), |row| aid_sign(row.state))
        }
        Found::Message(at) if view.log.entries.get(at).is_some_and(|entry| entry.alarm) => {
            ("!", Tone::Bad)
        }
        Found::Message(_) => ("·", Tone::Plain),
    }
}

/// Returns what the selected find says, before anybody goes there.
fn look(words: &Words, view: &SeatView, find: Found, name: &str) -> String {
    let now = &view.public.clock.now;
    match find {
        Found::Place(id) => view
            .region
            .places
            .iter()
            .find(|place| place.id == id)
            .map_or_else(String::new, |place| map_line(words, place, now, usize::MAX)),
        Found::Service(id) => {
            let row = view.town_hall.services.iter().find(|row| row.id == id);
            row.map_or_else(String::new, |row| {
                let state = words.of("service-state", row.state.id());
                let level = Text::new("ui-of-100").count("level", i64::from(row.level_of_100));
                format!("{name}: {state} · {}", words.say(&level))
            })
        }
        Found::Step(at) => view.work.rows.get(at).map_or_else(String::new, |row| {
            let held = holding_up(words, row, true).unwrap_or_default();
            let ready = match &row.ready {
                _ if row.is_done => words.msg("ui-step-done"),
                Some(span) => words.span(span, now),
                None => "?".to_owned(),
            };
            [name.to_owned(), ready, held]
                .into_iter()
                .filter(|part| !part.is_empty())
                .collect::<Vec<_>>()
                .join(" · ")
        }),
        Found::Request(id) => {
            let row = view.aid.rows.iter().find(|row| row.id == id);
            row.map_or_else(String::new, |row| {
                format!("{name} · {}", words.of("aid-state", row.state.id()))
            })
        }
        Found::Message(at) => view.log.entries.get(at).map_or_else(String::new, |entry| {
            format!("{} · {name}", words.moment(&entry.at))
        }),
    }
}
