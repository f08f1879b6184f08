//! The thread that owns an exercise: takes in what is asked, lets time pass, publishes views.

mod clock;
mod lead;
mod stops;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use super::actor::{Ask, Published, Setup, hold};
use super::aside::Reckoning;
use super::forecast::Forecasting;
use super::room::Room;
use super::{Exercise, Origin, RoomRecord};
use crate::command::Command;
use crate::view::{self, ClockState, RoomState, RoundView, SeatView, StoppedFor};
use crate::vocab::{AdministrationId, ClockMode, Pace, Refusal, SimTime, Text};
use stops::{News, Seen};

/// How long the exercise waits for an act before it lets time pass.
const BREATH: Duration = Duration::from_millis(10);
/// Views are made at most this often while the clock runs.
const VIEWS_EVERY: Duration = Duration::from_millis(100);
/// The time of the room is kept this often.
const ROOM_EVERY: Duration = Duration::from_secs(10);

pub(super) struct Owner {
    exercise: Exercise,
    persons: Vec<AdministrationId>,
    alarms_seen: BTreeMap<AdministrationId, Seen>,
    revision: u64,
    /// Courses that did not happen.
    reckoning: Option<Reckoning>,
    /// Whether they were begun.
    reckoned: bool,
    /// The room, where a facilitator leads.
    room: Option<Room>,
    forecasting: Option<Forecasting>,
    /// What stopped the clock last, and at which seat.
    stopped_for: Option<StoppedFor>,
    /// When the clock last stopped for requests for aid at a seat.
    stopped_to_answer: BTreeMap<AdministrationId, SimTime>,
    /// Where requests for aid gather, and until when.
    gathering: BTreeMap<AdministrationId, SimTime>,
    /// For which news the clock stood of late, and where more of them gather.
    news: News,
    /// Position of the phase the room is in.
    stage: Option<usize>,
    /// The room as it was kept last.
    kept: RoomRecord,
}

impl Owner {
    pub fn new(setup: Setup) -> Self {
        let exercise = setup.exercise;
        let deliberation = exercise.scenario().room.deliberation;
        let room = setup.room.as_ref();
        let kept = room.map_or_else(RoomRecord::default, |room| room.record.clone());
        let mut room = room.map(|room| Room::new(&room.record, deliberation));
        if let Some(room) = &mut room {
            // A second try may begin before a seat was given away.
            let has_deputy = |seat: &AdministrationId| exercise.known(*seat).deputy().is_some();
            let persons = &setup.persons;
            room.control
                .retain(|seat| persons.contains(seat) && has_deputy(seat));
        }
        let forecast = setup.room.and_then(|room| room.forecast);
        let mut owner = Self {
            revision: 0,
            alarms_seen: BTreeMap::new(),
            exercise,
            persons: setup.persons,
            reckoning: setup.asides.map(Reckoning::new),
            reckoned: false,
            room,
            forecasting: forecast.map(Forecasting::new),
            stopped_for: None,
            stopped_to_answer: BTreeMap::new(),
            gathering: BTreeMap::new(),
            news: News::default(),
            stage: None,
            kept,
        };
        owner.note_persons();
        for seat in &owner.persons {
            let seen = Seen::of(&owner.exercise, *seat);
            owner.alarms_seen.insert(*seat, seen);
        }
        owner.stage = owner.present_stage();
        let sim = owner.exercise.sim();
        if owner.room.is_some() && !sim.is_led() || sim.injects_wait_for_people() {
            // What a message promises holds for whoever reads it. What cannot be recorded is said when the clock starts;
            // injects then only inform.
            let _ = owner.submit_own(Command::LeadExercise);
        }
        owner
    }

    pub fn run(mut self, queue: &Receiver<Ask>, shared: &Mutex<Published>) {
        let mut last_tick = Instant::now();
        let mut last_views = Instant::now();
        let mut last_room = Instant::now();
        // Minutes that have passed in room time but not yet in the exercise.
        let mut owed = 0.0;
        let mut stale = false;
        loop {
            match queue.recv_timeout(BREATH) {
                Ok(Ask::Leave(reply)) => {
                    // Where the seat was left is where it is taken up again.
                    self.exercise.record_fingerprint();
                    self.keep_room();
                    let _ = reply.send(Box::new(self.exercise));
                    return;
                }
                Ok(ask) => {
                    if self.answer(ask, shared) {
                        last_views = Instant::now();
                    }
                }
                Err(RecvTimeoutError::Timeout) => {}
                Err(RecvTimeoutError::Disconnected) => return,
            }
            let elapsed = last_tick.elapsed();
            last_tick = Instant::now();
            let was_running = self.exercise.clock().0 != Pace::Stopped;
            stale |= self.let_time_pass(elapsed, &mut owed);
            stale |= self.let_room_pass(elapsed);
            stale |= self.reckon();
            let just_stopped = was_running && self.exercise.clock().0 == Pace::Stopped;
            if just_stopped || stale && last_views.elapsed() >= VIEWS_EVERY {
                self.store(shared);
                last_views = Instant::now();
                stale = false;
            } else if !stale {
                self.catch_up(shared);
            }
            if last_room.elapsed() >= ROOM_EVERY {
                self.keep_room();
                last_room = Instant::now();
            }
        }
    }

    /// Answers; returns whether views were made. A client that left in the meantime needs no answer.
    fn answer(&mut self, ask: Ask, shared: &Mutex<Published>) -> bool {
        match ask {
            Ask::Preview(seat, draft, reply) => {
                let _ = reply.send(view::preview(self.exercise.known(seat), &draft));
                return false;
            }
            Ask::Submit(seat, origin, command, reply) => {
                let result = self.submit(seat, origin, command);
                self.keep_room_if_changed();
                // Who acted looks at what came of it.
                hold(shared).wanted.insert(seat);
                // The views must show what was done before the client looks again.
                self.store(shared);
                let _ = reply.send(result);
            }
            Ask::Ready(seat, ready, reply) => {
                let result = self.set_ready(seat, ready);
                self.store(shared);
                let _ = reply.send(result);
            }
            Ask::Direct(direction, reply) => {
                let result = self.direct(direction);
                self.keep_room_if_changed();
                self.store(shared);
                let _ = reply.send(result);
            }
            Ask::Look(seat, reply) => {
                if self.room.is_some() {
                    hold(shared).wanted.insert(seat);
                    self.store(shared);
                }
                let _ = reply.send(());
            }
            Ask::Present(seat, is_present, reply) => {
                self.note_presence(seat, is_present);
                self.store(shared);
                let _ = reply.send(());
            }
            Ask::LeaveToControl(seat, plan, reply) => {
                let result = self.leave_to_control(seat, plan);
                self.keep_room_if_changed();
                self.store(shared);
                let _ = reply.send(result);
            }
            Ask::KeepPlaces(places, reply) => {
                if let Some(room) = &mut self.room {
                    room.places = places;
                }
                self.keep_room_if_changed();
                let _ = reply.send(());
                return false;
            }
            // The loop sees to it.
            Ask::Leave(_) => {}
        }
        true
    }

    fn submit(
        &mut self,
        seat: AdministrationId,
        origin: Origin,
        command: Command,
    ) -> Result<(), Refusal> {
        let decides = !command.is_of_the_clock() && origin != Origin::Facilitator;
        let holder = match &command {
            Command::StandingOrders(plan) => Some(plan.is_some()),
            _ => None,
        };
        self.exercise.submit(seat, origin, command)?;
        if let (Some(room), Some(is_bot)) = (&mut self.room, holder) {
            room.note_holder(seat, is_bot);
        }
        if let Some(room) = self.room.as_mut().filter(|_| decides) {
            room.note_decision(seat);
        }
        if decides {
            self.stands_no_longer_for(seat);
        }
        self.note_persons();
        Ok(())
    }

    /// A seat has acted, so the clock does not stand for it any more.
    fn stands_no_longer_for(&mut self, seat: AdministrationId) {
        let Some(stopped) = &mut self.stopped_for else {
            return;
        };
        let was_for_it = stopped.seats.contains(&seat);
        stopped.seats.retain(|other| *other != seat);
        // Without a seat it would be for all.
        if was_for_it && stopped.seats.is_empty() {
            self.stopped_for = None;
        }
    }

    /// Takes note of persons who came to a seat.
    fn note_persons(&mut self) {
        let new: Vec<AdministrationId> = self
            .exercise
            .taken()
            .filter(|seat| !self.persons.contains(seat))
            .collect();
        for seat in new {
            let seen = Seen::of(&self.exercise, seat);
            self.alarms_seen.insert(seat, seen);
            self.persons.push(seat);
        }
    }

    /// What the clock stands for, if it stands for something that can be named.
    fn stands_for(&self) -> Option<&StoppedFor> {
        /// Reasons that say what they are about.
        const NAMED: [&str; 5] = [
            "stopped-alarm",
            "stopped-decision",
            "stopped-news",
            "stopped-stage",
            "stopped-deadline",
        ];
        let (pace, stopped_by) = self.exercise.clock();
        let is_named = |reason: &Text| NAMED.contains(&reason.key.as_ref());
        let stands = pace == Pace::Stopped && stopped_by.is_some_and(is_named);
        self.stopped_for.as_ref().filter(|_| stands)
    }

    /// The same as a seat may know it: of another seat only that it is one, and nothing where it has to decide itself.
    fn stands_for_to(&self, seat: AdministrationId) -> Option<Text> {
        let stopped = self.stands_for()?;
        if stopped.seats.is_empty() || stopped.seats.contains(&seat) {
            return Some(Text::new("stopped-for").text("what", stopped.what.clone()));
        }
        let now = self.exercise.sim().now();
        let papers = self.exercise.known(seat).decisions();
        let decides = papers.iter().any(|paper| paper.due > now);
        (!decides).then(|| Text::new("stopped-for-another"))
    }

    /// Lets time pass in the room; returns whether that shows.
    fn let_room_pass(&mut self, elapsed: Duration) -> bool {
        let (pace, stopped_by) = self.exercise.clock();
        let stands = pace == Pace::Stopped && stopped_by.is_some();
        let Some(room) = &self.room else { return false };
        let waits = stands && room.mode == ClockMode::Rounds && self.decision_is_open();
        let stage = self.present_stage();
        let entered = stage != self.stage;
        self.stage = stage;
        let Some(room) = &mut self.room else {
            return false;
        };
        let before = (room.minute(), room.charge());
        room.pass(elapsed, waits);
        if entered {
            room.enter_stage();
        }
        let shows = before != (room.minute(), room.charge());
        let moved = self.end_leap() | self.go_on_if_all_are_ready();
        let forecast = self.forecasting.as_mut().is_some_and(Forecasting::collect);
        shows || entered || moved || forecast
    }

    fn keep_room(&mut self) {
        if let Some(room) = &self.room {
            self.kept = room.record();
            self.exercise.keep_room(&self.kept);
        }
    }

    /// Keeps the room at once if something else than its time has changed: time is kept now and then.
    fn keep_room_if_changed(&mut self) {
        let Some(room) = &self.room else { return };
        let now = RoomRecord {
            room_seconds: self.kept.room_seconds,
            ..room.record()
        };
        if now != self.kept {
            self.keep_room();
        }
    }

    fn present_stage(&self) -> Option<usize> {
        let briefed = self.room.as_ref().is_none_or(|room| room.briefed);
        view::stage_at(self.exercise.scenario(), self.exercise.sim().now(), briefed)
    }

    fn begin_outlook(&mut self) {
        let now = self.exercise.sim().now();
        if let Some(forecasting) = &mut self.forecasting {
            forecasting.begin(now);
        }
    }

    /// Begins the courses that did not happen once the exercise has ended; returns whether one of
    /// them is ready.
    fn reckon(&mut self) -> bool {
        let Some(reckoning) = &mut self.reckoning else {
            return false;
        };
        if self.exercise.has_ended() && !self.reckoned {
            self.reckoned = true;
            reckoning.begin(&self.persons);
            return true;
        }
        reckoning.collect()
    }

    /// Publishes how everything stands. In a room only the views are made that somebody asked for since the
    /// last time; the others stay as they were until somebody asks.
    fn store(&mut self, shared: &Mutex<Published>) {
        let wanted = std::mem::take(&mut hold(shared).wanted);
        let mut published = self.publish_for(wanted);
        let mut shared = hold(shared);
        for (seat, view) in std::mem::take(&mut shared.seats) {
            published.seats.entry(seat).or_insert(view);
        }
        published.wanted.append(&mut shared.wanted);
        *shared = published;
    }

    /// Makes the views that were asked for after everything was published; nothing has happened since.
    fn catch_up(&mut self, shared: &Mutex<Published>) {
        let (public, wanted) = {
            let mut shared = hold(shared);
            let wanted = std::mem::take(&mut shared.wanted);
            let is_old = |seat: &AdministrationId| {
                let view = shared.seats.get(seat);
                view.is_none_or(|view| view.revision < self.revision)
            };
            let old: Vec<AdministrationId> = wanted.into_iter().filter(is_old).collect();
            (Arc::clone(&shared.public), old)
        };
        for seat in wanted {
            let view = Arc::new(self.seat_view(seat, &public));
            hold(shared).seats.insert(seat, view);
        }
    }

    pub fn publish(&mut self) -> Published {
        self.publish_for(self.persons.first().copied().into_iter().collect())
    }

    fn publish_for(&mut self, wanted: BTreeSet<AdministrationId>) -> Published {
        self.revision += 1;
        let (pace, stopped_by) = self.exercise.clock();
        let room = self.room.as_ref();
        let round = room
            .filter(|room| room.mode == ClockMode::Rounds)
            .map(|room| RoundView {
                ready: room.ready.iter().copied().collect(),
                filled: self.filled().count() as u32,
            });
        let clock = ClockState {
            pace,
            stopped_by: stopped_by.cloned(),
            ended: self.exercise.has_ended(),
            briefed: room.is_none_or(|room| room.briefed),
            round,
        };
        let sim = self.exercise.sim();
        let public = Arc::new(view::public_view(sim, clock, self.exercise.start().seed));
        let shown: Vec<AdministrationId> = match room {
            Some(_) => wanted.into_iter().collect(),
            None => self.persons.clone(),
        };
        let seats = shown
            .into_iter()
            .map(|seat| (seat, Arc::new(self.seat_view(seat, &public))))
            .collect();
        let facilitator = self.room_state().map(|state| {
            let public = Arc::clone(&public);
            Arc::new(view::facilitator_view(sim, public, self.revision, &state))
        });
        Published {
            public,
            seats,
            wanted: BTreeSet::new(),
            facilitator,
        }
    }

    fn seat_view(&self, seat: AdministrationId, public: &Arc<view::PublicView>) -> SeatView {
        let sim = self.exercise.sim();
        let outcome = self.exercise.has_ended().then(|| {
            let (ghosts, ghosts_to_come) = self
                .reckoning
                .as_ref()
                .map_or_else(Default::default, |reckoning| reckoning.of(seat));
            view::Outcome {
                ghosts,
                ghosts_to_come,
                ..view::outcome(sim, seat)
            }
        });
        SeatView {
            stopped_for: self.stands_for_to(seat),
            ..view::seat_view(sim.known(seat), Arc::clone(public), self.revision, outcome)
        }
    }

    /// How the room stands, for the facilitator's view.
    fn room_state(&self) -> Option<RoomState> {
        let room = self.room.as_ref()?;
        let quiet = |seat: &AdministrationId| (*seat, room.quiet(*seat));
        Some(RoomState {
            elapsed_minutes: room.minute(),
            in_stage_minutes: room.in_stage(),
            mode: room.mode,
            free_pace: self.free_pace(room),
            briefed: room.briefed,
            talking: room.talking,
            charge_minutes: room.charge(),
            stopped_for: self.stands_for().cloned(),
            persons: self.persons.clone(),
            decided: Arc::clone(self.exercise.decided()),
            ready: room.ready.iter().copied().collect(),
            quiet: self.persons.iter().map(quiet).collect(),
            outlook: self
                .forecasting
                .as_ref()
                .map_or_else(Default::default, Forecasting::state),
        })
    }
}
