//! One person at one place: a thread that lets them sit down, serves them, and tells the hall when they are gone.

use std::net::SocketAddr;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::time::{Duration, Instant};

use ratatui::layout::Size;

use super::doors::{Sharer, TeamDoor};
use super::hall::{Hall, PersonId};
use super::line::LineState;
use super::screen::{End, Screen, Wire, give_back};
use super::{Floor, News, Parked};
use crate::exercise::door::Visit;
use crate::ports::client::HungWall;
use crate::tui::theme::{ColorDepth, GraphSet};
use crate::tui::{Facilitator, Seat, Settings, Wall};
use crate::view::PlaceRole;
use crate::vocab::{AdministrationId, Text};
use crate::words::Words;

/// How long somebody who comes back waits for the dead connection to be cleared away.
const CLEARING: Duration = Duration::from_secs(2);

/// Who comes, from where, with which terminal.
pub(super) struct Arrival {
    pub place: usize,
    pub address: SocketAddr,
    pub line: Arc<LineState>,
    pub term: String,
    pub size: Size,
}

/// How a place looks at the beginning, by the seats file and by what the terminal calls itself.
fn settings(hall: &Hall, arrival: &Arrival) -> Settings {
    let place = &hall.places[arrival.place];
    let depth = place.colors.unwrap_or_else(|| colors_of(&arrival.term));
    let mut settings = Settings::new(place.lang, depth);
    settings.theme.light = place.light && depth == ColorDepth::True;
    settings.graphs = place.graphs.unwrap_or_else(|| graphs_of(&arrival.term));
    settings
}

/// Colours by `TERM`. Terminals of towns say `xterm-256color` (Windows, macOS): 16 colours are right everywhere.
fn colors_of(term: &str) -> ColorDepth {
    const TRUE: [&str; 8] = [
        "direct",
        "truecolor",
        "kitty",
        "alacritty",
        "wezterm",
        "ghostty",
        "foot",
        "konsole",
    ];
    match term {
        "" | "dumb" => ColorDepth::None,
        term if term.starts_with("vt") => ColorDepth::None,
        term if TRUE.iter().any(|name| term.contains(name)) => ColorDepth::True,
        _ => ColorDepth::Sixteen,
    }
}

/// Signs by `TERM`: consoles without a font of their own get ASCII.
fn graphs_of(term: &str) -> GraphSet {
    match term {
        "" | "dumb" | "linux" | "cygwin" | "ansi" => GraphSet::Ascii,
        term if term.starts_with("vt") => GraphSet::Ascii,
        _ => GraphSet::Block,
    }
}

/// Serves a person until the connection is gone. What panics here ends here.
pub(super) fn serve(hall: &Arc<Hall>, arrival: &Arrival, wire: Wire) {
    let pages = wire.pages.clone();
    let words = Words::shared(hall.places[arrival.place].lang);
    let served = catch_unwind(AssertUnwindSafe(|| sit(hall, arrival, wire, &words)));
    let user = &hall.places[arrival.place].user;
    let last = match served {
        Ok(last) => last,
        Err(panic) => {
            let why = panic
                .downcast_ref::<String>()
                .cloned()
                .or_else(|| panic.downcast_ref::<&str>().map(ToString::to_string));
            let why = why.unwrap_or_default();
            hall.audit
                .note(Some(arrival.address), user, &format!("panicked: {why}"));
            Some("remote-failed")
        }
    };
    let mut bytes = Vec::new();
    let _ = give_back(&mut bytes);
    if let Some(key) = last {
        bytes.extend(words.msg(key).bytes());
        bytes.extend(b"\r\n");
    }
    let _ = pages.blocking_send(bytes);
}

/// Somebody who sits down, until they are gone; the hall is told whatever happens.
struct Sitting<'a> {
    hall: &'a Arc<Hall>,
    place: usize,
    id: PersonId,
    parked: Option<Parked>,
}

impl Drop for Sitting<'_> {
    fn drop(&mut self) {
        self.hall.leave(self.id, self.parked.take());
        self.hall.tell(self.place);
    }
}

/// Returns the key of the last words, if there are any.
fn sit(hall: &Arc<Hall>, arrival: &Arrival, wire: Wire, words: &Words) -> Option<&'static str> {
    let begun = Instant::now();
    while hall.cut_the_dead(arrival.place) && begun.elapsed() < CLEARING {
        std::thread::sleep(Duration::from_millis(20));
    }
    let user = &hall.places[arrival.place].user;
    let line = Arc::clone(&arrival.line);
    let (id, parked) = match hall.sit_down(arrival.place, arrival.address, line, arrival.size) {
        Ok(there) => there,
        Err(why) => {
            hall.audit.note(Some(arrival.address), user, why);
            return Some(why);
        }
    };
    arrival.line.sit_down();
    hall.audit.note(Some(arrival.address), user, "sits down");
    let mut sitting = Sitting {
        hall,
        place: arrival.place,
        id,
        parked: None,
    };
    hall.tell(arrival.place);
    let settings = settings(hall, arrival);
    let terminal = (&arrival.line, arrival.term.as_str(), arrival.size);
    let mut screen = Screen::open(hall, id, terminal, wire)?;
    let mut parked = parked;
    let mut settings = settings;
    loop {
        let floor = match screen.wait_for_floor(words) {
            Ok(floor) => floor,
            Err(end) => return end.words(),
        };
        let end = match hall.places[arrival.place].role {
            PlaceRole::Player | PlaceRole::Observer => {
                let here = parked.take().filter(|parked| parked.floor == floor.number);
                let mut seat = here.map_or_else(
                    || Box::new(take_seat(hall, arrival.place, id, &floor, settings)),
                    |parked| parked.seat,
                );
                let end = screen.follow(seat.as_mut(), &floor);
                settings = seat.settings();
                if end == End::Gone {
                    sitting.parked = Some(Parked {
                        id,
                        address: arrival.address,
                        floor: floor.number,
                        seat,
                    });
                }
                end
            }
            PlaceRole::Facilitator => {
                let door = floor.doors.facilitator_door();
                let about = hall.about.clone();
                let mut desk = Facilitator::new(door, settings, about, floor.is_second_try)
                    .with_attendance(Box::new(super::HallAttendance(Arc::clone(hall))))
                    .from_afar();
                if let Some(notebook) = (floor.notebook)() {
                    desk = desk.with_notebook(notebook);
                }
                let end = screen.follow(&mut desk, &floor);
                settings = desk.settings();
                end
            }
            PlaceRole::Wall => {
                let news = (floor.news)();
                // Without a record there is nothing that a wall could follow.
                let nothing = || Box::new(|| Some(Err(Text::new("remote-no-wall")))) as Box<News>;
                let news = news.unwrap_or_else(nothing);
                screen.follow(&mut HungWall::new(Wall::new(settings), news), &floor)
            }
        };
        if end != End::OtherFloor {
            hall.audit.note(Some(arrival.address), user, "leaves");
            return end.words();
        }
    }
}

fn take_seat(
    hall: &Arc<Hall>,
    place: usize,
    id: PersonId,
    floor: &Arc<Floor>,
    settings: Settings,
) -> Seat {
    let of = &hall.places[place];
    let only_looks = of.role == PlaceRole::Observer;
    let visit = if only_looks {
        Visit::Look
    } else {
        Visit::HandedOver
    };
    let inner = floor.doors.facilitator_door().seat(visit);
    let door = TeamDoor::new(Arc::clone(hall), id, inner);
    let seat = of.seats.first().copied().unwrap_or(AdministrationId(0));
    let team = Sharer {
        hall: Arc::clone(hall),
        id,
    };
    let watched = if only_looks {
        of.seats.clone()
    } else {
        Vec::new()
    };
    let mut seat = Seat::new(Box::new(door), seat, settings, hall.about.clone());
    // Everybody answers for themselves, whoever acts; observers too.
    if let Some(answers) = (floor.answers)() {
        seat = seat.with_answers(answers);
    }
    // Whoever watches several seats has read nothing for any of them.
    if let Some(read) = floor.read.as_ref().filter(|_| !only_looks) {
        seat = seat.with_read_marks(Arc::clone(read));
    }
    seat.with_team(Box::new(team), watched)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colours_and_signs_follow_the_name_of_the_terminal() {
        assert_eq!(colors_of("xterm-256color"), ColorDepth::Sixteen);
        assert_eq!(colors_of("xterm-kitty"), ColorDepth::True);
        assert_eq!(colors_of("dumb"), ColorDepth::None);
        assert_eq!(colors_of("vt100"), ColorDepth::None);
        assert_eq!(graphs_of("linux"), GraphSet::Ascii);
        assert_eq!(graphs_of("xterm-256color"), GraphSet::Block);
    }
}
