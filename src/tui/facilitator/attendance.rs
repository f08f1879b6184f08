//! Key A: who sits where over the network, and what the facilitator orders there.

use super::super::canvas::Canvas;
use super::super::field::Field;
use super::super::keymap::{DeskScreen, Intent};
use super::super::screens::attendance;
use super::super::seat::{Notice, moved, rows_moved};
use super::Facilitator;
use crate::exercise::door::{Attendance, PlaceOrder};
use crate::view::{AttendanceView, PlaceRole, PlaceRow};
use crate::vocab::Text;

/// Who is there, and what is about to be said.
#[derive(Default)]
pub(in crate::tui) struct Attending {
    attendance: Option<Box<dyn Attendance>>,
    view: AttendanceView,
    /// Whether this is not the terminal of the host.
    pub(super) from_afar: bool,
    /// The chosen place.
    pub(super) chosen: usize,
    /// What is about to be said, and at which place; `None` is all.
    pub(super) saying: Option<(Option<String>, Field)>,
}

impl Attending {
    /// Whether people can sit down over the network at all.
    pub(super) const fn is_hosted(&self) -> bool {
        self.attendance.is_some()
    }

    fn place(&self) -> Option<&PlaceRow> {
        let places = &self.view.places;
        places.get(self.chosen.min(places.len().saturating_sub(1)))
    }
}

impl Facilitator {
    /// Lets the facilitator see who sits where over the network.
    #[must_use]
    pub fn with_attendance(mut self, attendance: Box<dyn Attendance>) -> Self {
        self.attending.view = attendance.look();
        self.attending.attendance = Some(attendance);
        self
    }

    /// Sits at another terminal than that of the host: some things can be done there only.
    #[must_use]
    pub const fn from_afar(mut self) -> Self {
        self.attending.from_afar = true;
        self
    }

    /// Looks who is there, where that is seen; returns whether there is anything new to draw.
    pub(super) fn look_who_is_there(&mut self) -> bool {
        let is_seen =
            self.screen == DeskScreen::Attendance && matches!(self.place, super::Place::Desk);
        let Some(attendance) = self.attending.attendance.as_ref().filter(|_| is_seen) else {
            return false;
        };
        let view = attendance.look();
        let is_new = view != self.attending.view;
        self.attending.view = view;
        is_new
    }

    /// Acts on a key of the screen; returns whether it was one.
    pub(super) fn act_on_places(&mut self, intent: Intent) -> bool {
        if self.attending.saying.is_some() {
            match intent {
                Intent::Accept => self.say_it(),
                Intent::Quit => return false,
                _ => self.attending.saying = None,
            }
            return true;
        }
        let Some(place) = self.attending.place() else {
            return false;
        };
        let (locked, muted, seat) = (place.locked, place.muted, place.seat);
        let user = place.user.clone();
        match intent {
            Intent::LockPlace => {
                let done = if locked {
                    "ui-place-opened"
                } else {
                    "ui-place-locked"
                };
                self.order_at(Some(&user), PlaceOrder::Lock(!locked), done);
            }
            Intent::MutePlace => {
                let done = if muted {
                    "ui-place-unmuted"
                } else {
                    "ui-place-muted"
                };
                self.order_at(Some(&user), PlaceOrder::Mute(!muted), done);
            }
            Intent::FreePlace => self.order_at(Some(&user), PlaceOrder::Free, "ui-place-freed"),
            Intent::PassOn => self.order_at(Some(&user), PlaceOrder::PassOn, "ui-place-passed-on"),
            Intent::SayThere => self.attending.saying = Some((Some(user), Field::default())),
            Intent::SayToAll => self.attending.saying = Some((None, Field::default())),
            Intent::Hold => {
                let mut seats = self.view.seats.iter();
                match seats.position(|row| Some(row.seat.id) == seat) {
                    Some(at) => {
                        self.seat = at;
                        self.toggle_holder();
                    }
                    None => self.notice = Some(Notice::why_not(Text::new("ui-why-no-seat-there"))),
                }
            }
            other => match rows_moved(other) {
                Some(by) => {
                    let count = self.attending.view.places.len();
                    self.attending.chosen = moved(self.attending.chosen, by, count);
                }
                None => return false,
            },
        }
        true
    }

    fn say_it(&mut self) {
        let Some((user, field)) = self.attending.saying.take() else {
            return;
        };
        if !field.is_empty() {
            let words = field.text().trim().to_owned();
            self.order_at(user.as_deref(), PlaceOrder::Say(words), "ui-place-said");
        }
    }

    fn order_at(&mut self, user: Option<&str>, order: PlaceOrder, done: &'static str) {
        let Some(attendance) = &self.attending.attendance else {
            return;
        };
        let result = attendance.order(user, order);
        self.attending.view = attendance.look();
        let done = Text::new(done).name("place", user.unwrap_or_default());
        self.say(result, Some(done));
    }

    pub(super) fn places(&self, c: &mut Canvas<'_>) {
        let attending = &self.attending;
        if !attending.is_hosted() {
            let text = self.words.msg("ui-places-not-hosted");
            c.paragraph(&text, 1, super::super::theme::Tone::Plain);
            return;
        }
        let holder = |row: &PlaceRow| {
            let seats = &mut self.view.seats.iter();
            let seat = seats.find(|other| Some(other.seat.id) == row.seat)?;
            (row.role == PlaceRole::Player).then_some(&seat.holder)
        };
        let saying = attending.saying.as_ref();
        let saying = saying.map(|(user, field)| (user.as_deref(), field));
        attendance::draw(c, &attending.view, attending.chosen, saying, holder);
    }
}
