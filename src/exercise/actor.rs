//! One thread owns the exercise; screens and remote seats are its clients.

use std::collections::BTreeMap;
use std::sync::mpsc::{Receiver, RecvTimeoutError, SyncSender, sync_channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use super::aside::Reckoning;
use super::{Asides, Door, Exercise, Origin};
use crate::command::{AidDraft, Command};
use crate::sim::{LogRecordKind, Message};
use crate::view::{self, ClockState, Preview, PublicView, SeatView};
use crate::vocab::{AdministrationId, MessageClass, Pace, Refusal, SimTime, Text};

/// Acts that may wait for the exercise at once; more wait at the door.
const QUEUE: usize = 64;
/// How long the exercise waits for an act before it lets time pass.
const BREATH: Duration = Duration::from_millis(10);
/// Views are made at most this often while the clock runs.
const VIEWS_EVERY: Duration = Duration::from_millis(100);
/// Longest stretch of work between two looks at the queue.
const STRETCH: Duration = Duration::from_millis(8);

/// What an exercise with persons starts from.
pub struct Setup {
    /// The exercise.
    pub exercise: Exercise,
    /// Seats at which persons sit; their alarms and decisions stop the clock.
    pub persons: Vec<AdministrationId>,
    /// What plays the courses that did not happen, for the end screen.
    pub asides: Option<Asides>,
}

enum Ask {
    Submit(AdministrationId, Command, SyncSender<Result<(), Refusal>>),
    Preview(AdministrationId, AidDraft, SyncSender<Preview>),
    Leave(SyncSender<Box<Exercise>>),
}

struct Published {
    public: Arc<PublicView>,
    seats: BTreeMap<AdministrationId, Arc<SeatView>>,
}

/// A handle to the thread that owns an exercise.
pub struct Actor {
    asks: SyncSender<Ask>,
    published: Arc<Mutex<Published>>,
    thread: Option<JoinHandle<()>>,
}

/// A client's door to the actor.
struct ActorDoor {
    asks: SyncSender<Ask>,
    published: Arc<Mutex<Published>>,
}

/// Starts the thread that owns the exercise.
///
/// # Panics
/// If the operating system gives no thread.
#[must_use]
pub fn start(setup: Setup) -> Actor {
    let (asks, queue) = sync_channel(QUEUE);
    let mut owner = Owner {
        revision: 0,
        alarms_seen: setup
            .persons
            .iter()
            .map(|seat| (*seat, Seen::of(&setup.exercise, *seat)))
            .collect(),
        exercise: setup.exercise,
        persons: setup.persons,
        reckoning: setup.asides.map(Reckoning::new),
        reckoned: false,
    };
    let published = Arc::new(Mutex::new(owner.publish()));
    let shared = Arc::clone(&published);
    let thread = std::thread::Builder::new()
        .name("exercise".to_owned())
        .spawn(move || owner.run(&queue, &shared))
        .expect("a thread for the exercise");
    Actor {
        asks,
        published,
        thread: Some(thread),
    }
}

impl Actor {
    /// Opens a door for a client.
    #[must_use]
    pub fn door(&self) -> Box<dyn Door> {
        Box::new(ActorDoor {
            asks: self.asks.clone(),
            published: Arc::clone(&self.published),
        })
    }

    /// Ends the thread and gives the exercise back; `None` if it had failed.
    #[must_use]
    pub fn leave(mut self) -> Option<Exercise> {
        let (reply, answer) = sync_channel(1);
        self.asks.send(Ask::Leave(reply)).ok()?;
        let exercise = answer.recv().ok();
        if let Some(thread) = self.thread.take() {
            thread.join().ok()?;
        }
        exercise.map(|exercise| *exercise)
    }
}

fn gone() -> Refusal {
    Refusal::because(Text::new("refusal-exercise-gone"))
}

impl Door for ActorDoor {
    fn public(&self) -> Arc<PublicView> {
        let published = self
            .published
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        Arc::clone(&published.public)
    }

    fn view(&self, seat: AdministrationId) -> Arc<SeatView> {
        let published = self
            .published
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        let view = published
            .seats
            .get(&seat)
            .or_else(|| published.seats.values().next())
            .expect("an exercise with persons has at least one seat");
        Arc::clone(view)
    }

    fn preview(&self, seat: AdministrationId, draft: &AidDraft) -> Preview {
        let (reply, answer) = sync_channel(1);
        let asked = self.asks.send(Ask::Preview(seat, draft.clone(), reply));
        asked
            .ok()
            .and_then(|()| answer.recv().ok())
            .unwrap_or_else(|| Preview {
                candidates: Vec::new(),
                effect: Text::new("refusal-exercise-gone"),
                cost: Text::new("refusal-exercise-gone"),
                channel: Text::new("refusal-exercise-gone"),
                refusal: Some(gone()),
            })
    }

    fn submit(&self, seat: AdministrationId, command: Command) -> Result<(), Refusal> {
        let (reply, answer) = sync_channel(1);
        self.asks
            .send(Ask::Submit(seat, command, reply))
            .map_err(|_| gone())?;
        answer.recv().map_err(|_| gone())?
    }
}

/// What a person's seat had seen when the clock was last stopped for it.
#[derive(Debug, Clone, Copy, Default)]
struct Seen {
    revision: u32,
    log: usize,
    inbox: usize,
    decisions: u32,
}

impl Seen {
    fn of(exercise: &Exercise, seat: AdministrationId) -> Self {
        let known = exercise.known(seat);
        Self {
            revision: known.revision(),
            log: known.log().len(),
            inbox: known.inbox().len(),
            decisions: newest_decision(exercise, seat),
        }
    }
}

/// One more than the id of the newest open decision.
fn newest_decision(exercise: &Exercise, seat: AdministrationId) -> u32 {
    let decisions = exercise.known(seat).decisions();
    decisions
        .iter()
        .map(|decision| decision.id.0 + 1)
        .max()
        .unwrap_or(0)
}

struct Owner {
    exercise: Exercise,
    persons: Vec<AdministrationId>,
    alarms_seen: BTreeMap<AdministrationId, Seen>,
    revision: u64,
    /// Courses that did not happen.
    reckoning: Option<Reckoning>,
    /// Whether they were begun.
    reckoned: bool,
}

impl Owner {
    fn run(mut self, queue: &Receiver<Ask>, shared: &Mutex<Published>) {
        let mut last_tick = Instant::now();
        let mut last_views = Instant::now();
        // Minutes that have passed in room time but not yet in the exercise.
        let mut owed = 0.0;
        let mut stale = false;
        loop {
            match queue.recv_timeout(BREATH) {
                Ok(Ask::Submit(seat, command, reply)) => {
                    let result = self.exercise.submit(seat, Origin::Person, command);
                    // The views must show what was done before the client looks again.
                    self.store(shared);
                    last_views = Instant::now();
                    // A client that left in the meantime needs no answer.
                    let _ = reply.send(result);
                }
                Ok(Ask::Preview(seat, draft, reply)) => {
                    let _ = reply.send(view::preview(self.exercise.known(seat), &draft));
                }
                Ok(Ask::Leave(reply)) => {
                    // Where the seat was left is where it is taken up again.
                    self.exercise.record_fingerprint();
                    let _ = reply.send(Box::new(self.exercise));
                    return;
                }
                Err(RecvTimeoutError::Timeout) => {}
                Err(RecvTimeoutError::Disconnected) => return,
            }
            let elapsed = last_tick.elapsed();
            last_tick = Instant::now();
            let was_running = self.exercise.clock().0 != Pace::Stopped;
            stale |= self.let_time_pass(elapsed, &mut owed);
            stale |= self.reckon();
            let just_stopped = was_running && self.exercise.clock().0 == Pace::Stopped;
            if just_stopped || stale && last_views.elapsed() >= VIEWS_EVERY {
                self.store(shared);
                last_views = Instant::now();
                stale = false;
            }
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

    /// Moves the exercise clock by what the room clock allows; returns whether it moved.
    fn let_time_pass(&mut self, elapsed: Duration, owed: &mut f64) -> bool {
        let now = self.exercise.sim().now();
        let stage = self.next_stop_of_stages(now);
        let limit = match self.exercise.clock().0 {
            Pace::Stopped => {
                *owed = 0.0;
                return false;
            }
            Pace::NextStop => self.next_deadline(now).min(stage),
            Pace::MinutesPerSecond(pace) => {
                // A stretch that took too long is forgotten rather than made up for.
                let seconds = elapsed.as_secs_f64().min(0.25);
                *owed += seconds * f64::from(pace);
                let whole = *owed as u32;
                *owed -= f64::from(whole);
                now.after(whole).min(stage)
            }
        };
        if limit <= now {
            return false;
        }
        self.advance(limit);
        if self.exercise.take_not_recorded().is_some() {
            self.exercise
                .stop_clock(Some(Text::new("stopped-not-recorded")));
        }
        if self.exercise.sim().now() == stage && !self.exercise.has_ended() {
            self.stop_for_stage();
        }
        true
    }

    /// Advances to `limit`, to the first alarm of a person's seat, or as far as one stretch of work goes.
    fn advance(&mut self, limit: SimTime) {
        let begun = Instant::now();
        while self.exercise.step_to(limit) {
            if let Some(reason) = self.new_alarm() {
                self.exercise.stop_clock(Some(reason));
                return;
            }
            if begun.elapsed() > STRETCH {
                break;
            }
        }
        if let Some(reason) = self.new_alarm() {
            self.exercise.stop_clock(Some(reason));
        } else if self.exercise.clock().0 == Pace::NextStop && self.exercise.sim().now() >= limit {
            let reason = if self.exercise.has_ended() {
                "stopped-end"
            } else {
                "stopped-deadline"
            };
            self.exercise.stop_clock(Some(Text::new(reason)));
        } else if self.exercise.has_ended() {
            self.exercise.stop_clock(Some(Text::new("stopped-end")));
        }
    }

    /// The next moment at which a phase of the exercise begins or stops the clock.
    fn next_stop_of_stages(&self, now: SimTime) -> SimTime {
        let stages = self.exercise.scenario().stages.iter();
        stages
            .flat_map(|stage| core::iter::once(&stage.begins).chain(&stage.stops))
            .copied()
            .filter(|at| *at > now)
            .fold(SimTime::NEVER, SimTime::min)
    }

    /// Stops the clock for a phase, unless something more pressing has stopped it already.
    fn stop_for_stage(&mut self) {
        let pressing = ["stopped-alarm", "stopped-decision"];
        let (_, reason) = self.exercise.clock();
        if !reason.is_some_and(|reason| pressing.contains(&reason.key.as_str())) {
            self.exercise.stop_clock(Some(Text::new("stopped-stage")));
        }
    }

    /// The next moment at which a service of a person's seat misses a deadline; at the latest the end.
    fn next_deadline(&self, now: SimTime) -> SimTime {
        let deadlines = self.persons.iter().flat_map(|seat| {
            self.exercise
                .known(*seat)
                .services()
                .filter(|service| service.emergency_again.is_none())
                .filter_map(|service| {
                    let down = service.first_below?;
                    let template = service.template;
                    [template.waz_minutes, template.mta_minutes]
                        .into_iter()
                        .map(|minutes| down.after(minutes))
                        .find(|at| *at > now)
                })
                .collect::<Vec<_>>()
        });
        deadlines.fold(self.exercise.end(), SimTime::min)
    }

    /// Looks for an alarm or a decision that a person has not seen yet.
    fn new_alarm(&mut self) -> Option<Text> {
        for seat in &self.persons {
            let seen = self.alarms_seen.entry(*seat).or_default();
            let known = self.exercise.known(*seat);
            if known.revision() == seen.revision && known.inbox().len() == seen.inbox {
                continue;
            }
            let to_next_stop = self.exercise.clock().0 == Pace::NextStop;
            let before = core::mem::replace(seen, Seen::of(&self.exercise, *seat));
            if seen.decisions > before.decisions {
                return Some(Text::new("stopped-decision"));
            }
            let fresh = &known.log()[before.log..];
            let messages = &known.inbox()[before.inbox..];
            let stops = |message: &Message| message.class >= MessageClass::Stop;
            if fresh.iter().any(|entry| entry.alarm) || messages.iter().any(stops) {
                return Some(Text::new("stopped-alarm"));
            }
            if to_next_stop && !messages.is_empty() {
                return Some(Text::new("stopped-news"));
            }
            // Who goes from stop to stop wants to see every step of the own house and of aid.
            if to_next_stop
                && fresh
                    .iter()
                    .any(|entry| entry.kind == LogRecordKind::Observation)
            {
                return Some(Text::new("stopped-news"));
            }
        }
        None
    }

    fn store(&mut self, shared: &Mutex<Published>) {
        let published = self.publish();
        *shared.lock().unwrap_or_else(PoisonError::into_inner) = published;
    }

    fn publish(&mut self) -> Published {
        self.revision += 1;
        let (pace, stopped_by) = self.exercise.clock();
        let clock = ClockState {
            pace,
            stopped_by: stopped_by.cloned(),
            ended: self.exercise.has_ended(),
        };
        let sim = self.exercise.sim();
        let public = Arc::new(view::public_view(sim, clock, self.exercise.start().seed));
        let seats = self
            .persons
            .iter()
            .map(|seat| {
                let outcome = self.exercise.has_ended().then(|| {
                    let (ghosts, ghosts_to_come) = self
                        .reckoning
                        .as_ref()
                        .map_or_else(Default::default, |reckoning| reckoning.of(*seat));
                    view::Outcome {
                        ghosts,
                        ghosts_to_come,
                        ..view::outcome(sim, *seat)
                    }
                });
                let known = sim.known(*seat);
                let view = view::seat_view(known, Arc::clone(&public), self.revision, outcome);
                (*seat, Arc::new(view))
            })
            .collect();
        Published { public, seats }
    }
}
