//! Who sits where: places, teams, who acts, what the facilitator ordered. It knows nothing of the exercise.

mod orders;

use std::collections::{BTreeMap, VecDeque};
use std::net::SocketAddr;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use ratatui::layout::Size;

use super::audit::Audit;
use super::line::LineState;
use super::seats::Place;
use super::{Floor, Parked};
use crate::exercise::PlaceRecord;
use crate::view::{PlaceRole, TeamView};
use crate::vocab::{AdministrationId, Refusal, Text};

/// Somebody who touched no key for so long may be taken over from by the team.
const QUIET: Duration = Duration::from_mins(2);
/// Most words of the facilitator that wait at a place.
const MOST_SAID: usize = 8;

pub(super) type PersonId = u64;

/// Everything about who sits where.
pub(super) struct Hall {
    pub places: Vec<Place>,
    pub about: String,
    pub audit: Audit,
    pub fingerprint: String,
    pub address: String,
    state: Mutex<State>,
    /// Held while the exercise is told who is there, so that it hears of it in order.
    telling: Mutex<()>,
}

#[derive(Default)]
struct State {
    floor: Option<Arc<Floor>>,
    places: Vec<PlaceState>,
    people: BTreeMap<PersonId, Person>,
    next: PersonId,
    refused: u32,
}

#[derive(Default)]
struct PlaceState {
    locked: bool,
    muted: bool,
    /// Who is there; the first acts.
    team: Vec<PersonId>,
    parked: Vec<Parked>,
    gone: Option<Instant>,
    /// What the exercise was told last: whether somebody is there.
    told: Option<bool>,
}

impl PlaceState {
    /// Lets the next of the team act.
    fn let_the_next_act(&mut self) -> Result<(), Refusal> {
        if self.team.len() < 2 {
            return Err(refuse("refusal-alone", "help-alone"));
        }
        self.team.rotate_left(1);
        Ok(())
    }
}

struct Person {
    place: usize,
    address: SocketAddr,
    line: Arc<LineState>,
    key_at: Instant,
    latency: Option<Duration>,
    size: Size,
    said: VecDeque<String>,
    sent_away: Option<&'static str>,
}

/// What a place tells who sits there.
pub(super) struct Tidings {
    /// The exercise there is, if there is one.
    pub floor: Option<Arc<Floor>>,
    /// Why somebody must go.
    pub sent_away: Option<&'static str>,
    /// How many sit anywhere.
    pub people: usize,
}

fn refuse(reason: &'static str, help: &'static str) -> Refusal {
    Refusal::because(Text::new(reason)).unless(Text::new(help))
}

impl Hall {
    pub fn new(
        places: Vec<Place>,
        ordered: &[PlaceRecord],
        about: String,
        audit: Audit,
        fingerprint: String,
        address: String,
    ) -> Self {
        let as_ordered = |place: &Place| {
            let before = ordered.iter().find(|before| before.user == place.user);
            PlaceState {
                locked: before.is_some_and(|before| before.locked),
                muted: before.is_some_and(|before| before.muted),
                ..PlaceState::default()
            }
        };
        let state = State {
            places: places.iter().map(as_ordered).collect(),
            ..State::default()
        };
        Self {
            places,
            about,
            audit,
            fingerprint,
            address,
            state: Mutex::new(state),
            telling: Mutex::new(()),
        }
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The seats that people decide for.
    pub fn seats(&self) -> impl Iterator<Item = AdministrationId> + use<'_> {
        (0..self.places.len()).filter_map(|place| self.seat_of(place))
    }

    /// Which place somebody means who signs in.
    pub fn place_of(&self, user: &str) -> Option<usize> {
        self.places.iter().position(|place| place.user == user)
    }

    /// Opens an exercise to all who sit there, or closes it.
    pub fn set_floor(&self, floor: Option<Floor>) {
        let mut state = self.state();
        state.floor = floor.map(Arc::new);
        for place in &mut state.places {
            // Screens of another exercise are no use in this one.
            place.parked.clear();
            place.told = None;
        }
    }

    /// Tells the exercise who is there at the seat of a place.
    pub fn tell(&self, place: usize) {
        let one_after_the_other = self.telling.lock();
        let (floor, news) = {
            let mut state = self.state();
            let at = &mut state.places[place];
            let is_there = !at.team.is_empty();
            let is_new = at.told.replace(is_there) != Some(is_there);
            (state.floor.clone(), is_new.then_some(is_there))
        };
        // The exercise answers; nobody else may have to wait for that.
        if let (Some(floor), Some(seat), Some(is_there)) = (floor, self.seat_of(place), news) {
            floor.doors.present(seat, is_there);
        }
        drop(one_after_the_other);
    }

    /// The seat that people at a place decide for.
    fn seat_of(&self, place: usize) -> Option<AdministrationId> {
        let of = &self.places[place];
        of.seats
            .first()
            .copied()
            .filter(|_| of.role == PlaceRole::Player)
    }

    /// Cuts connections at a place that are as good as gone. Returns whether there are any.
    pub fn cut_the_dead(&self, place: usize) -> bool {
        let state = self.state();
        let mut any = false;
        for id in &state.places[place].team {
            if let Some(person) = state
                .people
                .get(id)
                .filter(|person| person.line.seems_gone())
            {
                person.line.cut();
                any = true;
            }
        }
        any
    }

    /// Lets somebody sit down; who was there before comes back to the same screen.
    pub fn sit_down(
        &self,
        place: usize,
        address: SocketAddr,
        line: Arc<LineState>,
        size: Size,
    ) -> Result<(PersonId, Option<Parked>), &'static str> {
        let mut state = self.state();
        let most = self.places[place].people;
        let at = &mut state.places[place];
        if at.locked {
            return Err("remote-locked");
        }
        if at.team.len() >= most {
            return Err("remote-full");
        }
        // Who comes from the same address is the same person; else whoever left last.
        let same = at
            .parked
            .iter()
            .rposition(|parked| parked.address.ip() == address.ip());
        let parked = match same {
            Some(at_place) => Some(at.parked.remove(at_place)),
            None => at.parked.pop(),
        };
        let id = match &parked {
            Some(parked) => parked.id,
            None => {
                state.next += 1;
                state.next
            }
        };
        state.places[place].team.push(id);
        state.places[place].gone = None;
        state.people.insert(
            id,
            Person {
                place,
                address,
                line,
                key_at: Instant::now(),
                latency: None,
                size,
                said: VecDeque::new(),
                sent_away: None,
            },
        );
        Ok((id, parked))
    }

    /// Somebody's connection is gone; the screen waits for it to come back.
    pub fn leave(&self, id: PersonId, parked: Option<Parked>) {
        let mut state = self.state();
        let Some(person) = state.people.remove(&id) else {
            return;
        };
        let most = self.places[person.place].people;
        let is_current = |parked: &Parked, floor: &Option<Arc<Floor>>| {
            floor
                .as_ref()
                .is_some_and(|floor| floor.number == parked.floor)
        };
        let keeps = person.sent_away.is_none();
        let parked = parked.filter(|parked| keeps && is_current(parked, &state.floor));
        let at = &mut state.places[person.place];
        at.team.retain(|other| *other != id);
        at.gone = Some(Instant::now());
        at.parked.extend(parked);
        if at.parked.len() > most {
            at.parked.remove(0);
        }
    }

    /// Sends everybody away; nobody sits down any more.
    pub fn end(&self) {
        let mut state = self.state();
        for at in 0..self.places.len() {
            state.places[at].locked = true;
            state.send_away(at, "remote-ended");
        }
    }

    /// What is new for somebody.
    pub fn tidings(&self, id: PersonId) -> Tidings {
        let state = self.state();
        Tidings {
            floor: state.floor.clone(),
            sent_away: state.people.get(&id).and_then(|person| person.sent_away),
            people: state.people.len(),
        }
    }

    /// Somebody pressed a key.
    pub fn note_key(&self, id: PersonId) {
        if let Some(person) = self.state().people.get_mut(&id) {
            person.key_at = Instant::now();
        }
    }

    pub fn note_size(&self, id: PersonId, size: Size) {
        if let Some(person) = self.state().people.get_mut(&id) {
            person.size = size;
        }
    }

    pub fn note_latency(&self, id: PersonId, latency: Duration) {
        if let Some(person) = self.state().people.get_mut(&id) {
            person.latency = Some(latency);
        }
    }

    pub fn note_refused(&self) {
        let mut state = self.state();
        state.refused = state.refused.saturating_add(1);
    }

    /// Whether somebody acts at their place now.
    pub fn may_act(&self, id: PersonId) -> Result<(), Refusal> {
        let state = self.state();
        let gone = || refuse("refusal-sent-away", "help-sent-away");
        let person = state.people.get(&id).ok_or_else(gone)?;
        if self.places[person.place].role == PlaceRole::Observer {
            return Err(refuse("refusal-observing", "help-observing"));
        }
        let place = &state.places[person.place];
        if person.sent_away.is_some() || place.locked {
            Err(gone())
        } else if place.muted {
            Err(refuse("refusal-muted", "help-muted"))
        } else if place.team.first() == Some(&id) {
            Ok(())
        } else {
            Err(refuse("refusal-with-team", "help-with-team"))
        }
    }

    /// How the team stands for one of it.
    pub fn team(&self, id: PersonId) -> TeamView {
        let state = self.state();
        let Some(person) = state.people.get(&id) else {
            return TeamView::default();
        };
        let only_looks = self.places[person.place].role == PlaceRole::Observer;
        let team = &state.places[person.place].team;
        TeamView {
            acts: !only_looks && team.first() == Some(&id),
            only_looks,
            others: team.len() as u32 - 1,
            said: person.said.front().cloned(),
        }
    }

    /// Somebody took note of what was said.
    pub fn heard(&self, id: PersonId) {
        let mut state = self.state();
        if let Some(person) = state.people.get_mut(&id) {
            person.said.pop_front();
        }
    }

    /// Who acts lets the next one act; who looks on takes over from somebody who went quiet.
    pub fn pass_on(&self, id: PersonId) -> Result<(), Refusal> {
        let mut state = self.state();
        let Some(place) = state.people.get(&id).map(|person| person.place) else {
            return Err(refuse("refusal-sent-away", "help-sent-away"));
        };
        let first = state.places[place].team.first().copied();
        let acts = first == Some(id);
        let quiet = first
            .and_then(|first| state.people.get(&first))
            .is_none_or(|other| other.key_at.elapsed() > QUIET || other.line.seems_gone());
        let place = &mut state.places[place];
        if acts || place.team.len() < 2 {
            return place.let_the_next_act();
        }
        if !quiet {
            return Err(refuse("refusal-other-acts", "help-other-acts"));
        }
        place.team.retain(|other| *other != id);
        place.team.insert(0, id);
        Ok(())
    }
}
