//! Whole screens: keys typed into a real seat, pages compared with what was read and accepted.

mod answers;
mod asked;
mod bulk;
mod deadlines;
mod drill;
mod facilitator;
mod graph_sets;
mod keys;
mod keys_of_words;
mod log_rows;
mod longest_names;
mod pages;
mod palette;
mod script;
mod sheet;
mod sizes;
mod tabs;
mod trail;
mod wall;

use crossterm::event::{Event, KeyCode, KeyEvent, KeyModifiers};
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::buffer::Buffer;

use super::sample::{self, FakeDoor, Submitted};
use super::theme::{ColorDepth, GraphSet};
use super::{Seat, Settings};
use crate::view::SeatView;
use crate::words::Lang;

/// Returns a seat on a view and what it hands in.
fn seat(view: SeatView, lang: Lang) -> (Seat, Submitted) {
    seat_with(view, Settings::new(lang, ColorDepth::True))
}

fn seat_with(view: SeatView, settings: Settings) -> (Seat, Submitted) {
    let (door, submitted) = FakeDoor::new(view);
    let words = sample::words(settings.lang);
    let about = sample::start_info().about;
    let seat = Seat::with_words(Box::new(door), sample::SEAT, settings, about, words);
    (seat, submitted)
}

/// The seats one can agree with from the sample's.
fn others() -> Vec<crate::vocab::AdministrationId> {
    let view = sample::seat_view();
    let seats = view.public.seats.iter().map(|seat| seat.id);
    seats.filter(|id| *id != view.seat.id).collect()
}

fn key(code: KeyCode) -> Event {
    Event::Key(KeyEvent::new(code, KeyModifiers::NONE))
}

/// Types keys: a name in angle brackets is a key of its own, everything else a character.
fn type_keys(seat: &mut Seat, keys: &str) {
    for event in events(keys) {
        seat.update(&event);
    }
}

fn events(keys: &str) -> Vec<Event> {
    let mut events = Vec::new();
    let mut rest = keys;
    while let Some(c) = rest.chars().next() {
        if let Some((name, after)) = rest.strip_prefix('<').and_then(|r| r.split_once('>')) {
            let code = match name {
                "enter" => KeyCode::Enter,
                "esc" => KeyCode::Esc,
                "tab" => KeyCode::Tab,
                "up" => KeyCode::Up,
                "down" => KeyCode::Down,
                "left" => KeyCode::Left,
                "right" => KeyCode::Right,
                "pgdn" => KeyCode::PageDown,
                "bs" => KeyCode::Backspace,
                other => panic!("no key is called {other}"),
            };
            events.push(key(code));
            rest = after;
        } else {
            events.push(key(KeyCode::Char(c)));
            rest = &rest[c.len_utf8()..];
        }
    }
    events
}

fn page(seat: &mut Seat, width: u16, height: u16) -> Buffer {
    let mut terminal = Terminal::new(TestBackend::new(width, height)).expect("a terminal");
    terminal.draw(|frame| seat.draw(frame)).expect("a page");
    terminal.backend().buffer().clone()
}

/// Returns a page as text, without blanks at the ends of lines.
fn text(buffer: &Buffer) -> String {
    let width = usize::from(buffer.area.width);
    let mut text = String::new();
    for row in buffer.content.chunks(width.max(1)) {
        let line: String = row.iter().map(ratatui::buffer::Cell::symbol).collect();
        text.push_str(line.trim_end());
        text.push('\n');
    }
    text
}

fn with_graphs(lang: Lang, graphs: GraphSet) -> Settings {
    Settings {
        graphs,
        ..Settings::new(lang, ColorDepth::True)
    }
}
