//! What the facilitator sees of the hall and orders in it.

use std::time::Duration;

use super::{Hall, MOST_SAID, PersonId, State};
use crate::exercise::PlaceRecord;
use crate::exercise::door::PlaceOrder;
use crate::view::{AttendanceView, PersonRow, PlaceRow};
use crate::vocab::{Refusal, Text};

impl Hall {
    /// Has kept what is ordered at the places, so that it outlasts a crash of the host.
    pub fn keep_orders(&self) {
        let one_after_the_other = self.telling.lock();
        let (floor, ordered) = {
            let state = self.state();
            let places = self.places.iter().zip(&state.places);
            let ordered: Vec<PlaceRecord> = places
                .filter(|(_, at)| at.locked || at.muted)
                .map(|(place, at)| PlaceRecord {
                    user: place.user.clone(),
                    locked: at.locked,
                    muted: at.muted,
                })
                .collect();
            (state.floor.clone(), ordered)
        };
        if let Some(floor) = floor {
            floor.doors.keep_places(ordered);
        }
        drop(one_after_the_other);
    }

    /// Lets the exercise control play the seat of a place until somebody sits down.
    fn leave_to_control(&self, place: usize) {
        let floor = self.state().floor.clone();
        if let (Some(floor), Some(seat)) = (floor, self.seat_of(place)) {
            floor.leave_to_control(seat);
        }
    }

    /// Orders something at a place, or at all of them.
    pub fn order(&self, user: Option<&str>, order: &PlaceOrder) -> Result<(), Refusal> {
        let mut changed = Vec::new();
        {
            let mut state = self.state();
            for (at, place) in self.places.iter().enumerate() {
                if user.is_none_or(|user| user == place.user) {
                    changed.push(at);
                    state.order(at, order)?;
                }
            }
        }
        if changed.is_empty() {
            return Err(Refusal::because(Text::new("refusal-no-such-place")));
        }
        match order {
            PlaceOrder::Free => {
                for at in &changed {
                    self.leave_to_control(*at);
                }
            }
            PlaceOrder::Lock(_) | PlaceOrder::Mute(_) => self.keep_orders(),
            PlaceOrder::PassOn | PlaceOrder::Say(_) => {}
        }
        for at in changed {
            let what = match order {
                PlaceOrder::Lock(on) => format!("facilitator: locked {on}"),
                PlaceOrder::Mute(on) => format!("facilitator: muted {on}"),
                PlaceOrder::Free => "facilitator: freed".to_owned(),
                PlaceOrder::PassOn => "facilitator: passed on".to_owned(),
                PlaceOrder::Say(_) => "facilitator: spoke".to_owned(),
            };
            self.audit.note(None, &self.places[at].user, &what);
        }
        Ok(())
    }

    /// Who is there.
    pub fn attendance(&self) -> AttendanceView {
        let state = self.state();
        let seconds = |since: Duration| u32::try_from(since.as_secs()).unwrap_or(u32::MAX);
        let person = |id: &PersonId| {
            let person = state.people.get(id)?;
            Some(PersonRow {
                address: person.address.ip().to_string(),
                idle_seconds: seconds(person.key_at.elapsed()),
                latency_ms: person
                    .latency
                    .map(|latency| u32::try_from(latency.as_millis()).unwrap_or(u32::MAX)),
                size: (person.size.width, person.size.height),
            })
        };
        let places = (0..).zip(self.places.iter().zip(&state.places));
        AttendanceView {
            address: self.address.clone(),
            fingerprint: self.fingerprint.clone(),
            refused: state.refused,
            places: places
                .map(|(position, (place, at))| PlaceRow {
                    user: place.user.clone(),
                    role: place.role,
                    seat: self.seat_of(position),
                    locked: at.locked,
                    muted: at.muted,
                    people: at.team.iter().filter_map(person).collect(),
                    away_seconds: at
                        .gone
                        .filter(|_| at.team.is_empty())
                        .map(|gone| seconds(gone.elapsed())),
                })
                .collect(),
        }
    }
}

impl State {
    fn order(&mut self, at: usize, order: &PlaceOrder) -> Result<(), Refusal> {
        let place = &mut self.places[at];
        match order {
            PlaceOrder::Lock(on) => {
                place.locked = *on;
                if *on {
                    self.send_away(at, "remote-locked");
                }
            }
            PlaceOrder::Mute(on) => place.muted = *on,
            PlaceOrder::Free => {
                self.send_away(at, "remote-freed");
            }
            PlaceOrder::PassOn => place.let_the_next_act()?,
            PlaceOrder::Say(words) => {
                for id in &place.team {
                    if let Some(person) = self.people.get_mut(id) {
                        person.said.push_back(words.clone());
                        if person.said.len() > MOST_SAID {
                            person.said.pop_front();
                        }
                    }
                }
            }
        }
        Ok(())
    }

    pub(super) fn send_away(&mut self, at: usize, why: &'static str) {
        let place = &mut self.places[at];
        place.parked.clear();
        for id in place.team.clone() {
            if let Some(person) = self.people.get_mut(&id) {
                person.sent_away = Some(why);
            }
        }
    }
}
