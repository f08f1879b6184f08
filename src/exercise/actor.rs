//! One thread owns the exercise; screens and remote seats are its clients.

use std::cell::Cell;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::mpsc::{SyncSender, sync_channel};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread::JoinHandle;

use super::door::{Direction, FacilitatorDoor, Visit};
use super::owner::Owner;
use super::{Asides, Door, Exercise, Forecast, Origin, PlaceRecord, RoomRecord};
use crate::command::{AidDraft, Command};
use crate::view::{FacilitatorView, Preview, PublicView, SeatView};
use crate::vocab::{AdministrationId, Pace, Refusal, Text};

/// Acts that may wait for the exercise at once; more wait at the door.
const QUEUE: usize = 64;

/// What an exercise with persons starts from.
pub struct Setup {
    /// The exercise.
    pub exercise: Exercise,
    /// Seats at which persons sit; their alarms and decisions stop the clock.
    pub persons: Vec<AdministrationId>,
    /// What plays the courses that did not happen, for the end screen.
    pub asides: Option<Asides>,
    /// The room, if a facilitator leads it.
    pub room: Option<RoomSetup>,
}

/// What a facilitator's room starts from.
pub struct RoomSetup {
    /// How it was left; a new one is the default.
    pub record: RoomRecord,
    /// What plays futures, for the background.
    pub forecast: Option<Forecast>,
}

type Reply<T> = SyncSender<T>;

pub(super) enum Ask {
    Submit(
        AdministrationId,
        Origin,
        Command,
        Reply<Result<(), Refusal>>,
    ),
    Preview(AdministrationId, AidDraft, Reply<Preview>),
    Ready(AdministrationId, bool, Reply<Result<(), Refusal>>),
    Direct(Direction, Reply<Result<(), Refusal>>),
    /// Somebody looks at this seat for the first time.
    Look(AdministrationId, Reply<()>),
    /// Whether anybody is at this seat.
    Present(AdministrationId, bool, Reply<()>),
    /// A bot plays this seat by this plan until somebody comes.
    LeaveToControl(AdministrationId, String, Reply<Result<(), Refusal>>),
    /// What was ordered at places on the network.
    KeepPlaces(Vec<PlaceRecord>, Reply<()>),
    Leave(Reply<Box<Exercise>>),
}

pub(super) struct Published {
    pub public: Arc<PublicView>,
    /// In a room, views may be older than the revision: those that nobody asked for since.
    pub seats: BTreeMap<AdministrationId, Arc<SeatView>>,
    /// Seats whose view somebody asked for since views were last made.
    pub wanted: BTreeSet<AdministrationId>,
    pub facilitator: Option<Arc<FacilitatorView>>,
}

/// A handle to the thread that owns an exercise.
pub struct Actor {
    client: Client,
    thread: Option<JoinHandle<()>>,
}

/// Starts the thread that owns the exercise.
///
/// # Panics
/// If the operating system gives no thread.
#[must_use]
pub fn start(setup: Setup) -> Actor {
    let (asks, queue) = sync_channel(QUEUE);
    let mut owner = Owner::new(setup);
    let published = Arc::new(Mutex::new(owner.publish()));
    let shared = Arc::clone(&published);
    let thread = std::thread::Builder::new()
        .name("exercise".to_owned())
        .spawn(move || owner.run(&queue, &shared))
        .expect("a thread for the exercise");
    Actor {
        client: Client { asks, published },
        thread: Some(thread),
    }
}

impl Actor {
    /// Opens a door for a client.
    #[must_use]
    pub fn door(&self) -> Box<dyn Door> {
        Box::new(ActorDoor(self.client.clone()))
    }

    /// Opens the facilitator's door; only an exercise with a room has one.
    #[must_use]
    pub fn facilitator_door(&self) -> Option<Box<dyn FacilitatorDoor>> {
        Some(self.doors()?.facilitator_door())
    }

    /// Returns what opens doors to a room for clients who come and go; `None` without a room.
    #[must_use]
    pub fn doors(&self) -> Option<Doors> {
        let is_led = self
            .client
            .read(|published| published.facilitator.is_some());
        is_led.then(|| Doors(self.client.clone()))
    }

    /// Ends the thread and gives the exercise back; `None` if it had failed.
    #[must_use]
    pub fn leave(mut self) -> Option<Exercise> {
        let exercise = self.client.ask(Ask::Leave)?;
        if let Some(thread) = self.thread.take() {
            thread.join().ok()?;
        }
        Some(*exercise)
    }
}

/// Opens doors to a room. It outlives the exercise: then its doors refuse.
#[derive(Clone)]
pub struct Doors(Client);

impl Doors {
    /// Opens the facilitator's door.
    #[must_use]
    pub fn facilitator_door(&self) -> Box<dyn FacilitatorDoor> {
        Box::new(Lead(self.0.clone()))
    }

    /// Says whether anybody is at a seat. For a seat at which nobody is, the clock neither stops nor waits; who comes takes
    /// it over from the exercise control, unless that was given it while somebody was there.
    pub fn present(&self, seat: AdministrationId, is_present: bool) {
        let _ = self.0.ask(|reply| Ask::Present(seat, is_present, reply));
    }

    /// Lets the exercise control play a seat by a response plan until somebody comes; it may do so already.
    pub fn leave_to_control(&self, seat: AdministrationId, plan: String) {
        let _ = self
            .0
            .try_ask(|reply| Ask::LeaveToControl(seat, plan, reply));
    }

    /// Keeps what was ordered at places on the network, so that it outlasts a crash.
    pub fn keep_places(&self, places: Vec<PlaceRecord>) {
        let _ = self.0.ask(|reply| Ask::KeepPlaces(places, reply));
    }
}

fn gone() -> Refusal {
    Refusal::because(Text::new("refusal-exercise-gone"))
}

/// What a client holds of the exercise.
#[derive(Clone)]
struct Client {
    asks: SyncSender<Ask>,
    published: Arc<Mutex<Published>>,
}

/// Takes what is published; who panicked with it in hand changed nothing in part.
pub(super) fn hold(published: &Mutex<Published>) -> MutexGuard<'_, Published> {
    published.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Client {
    fn read<R>(&self, look: impl FnOnce(&Published) -> R) -> R {
        look(&hold(&self.published))
    }

    /// Asks and waits for the answer; `None` if the exercise is gone.
    fn ask<T>(&self, ask: impl FnOnce(Reply<T>) -> Ask) -> Option<T> {
        let (reply, answer) = sync_channel(1);
        self.asks.send(ask(reply)).ok()?;
        answer.recv().ok()
    }

    fn try_ask(&self, ask: impl FnOnce(Reply<Result<(), Refusal>>) -> Ask) -> Result<(), Refusal> {
        self.ask(ask).ok_or_else(gone)?
    }

    fn submit(
        &self,
        seat: AdministrationId,
        origin: Origin,
        command: Command,
    ) -> Result<(), Refusal> {
        self.try_ask(|reply| Ask::Submit(seat, origin, command, reply))
    }

    fn view(&self, seat: AdministrationId) -> Arc<SeatView> {
        let find = |published: &mut Published| {
            let view = published.seats.get(&seat).cloned()?;
            published.wanted.insert(seat);
            Some(view)
        };
        if let Some(view) = find(&mut hold(&self.published)) {
            return view;
        }
        // Views are made of seats that somebody looks at; from now on of this one too.
        let _ = self.ask(|reply| Ask::Look(seat, reply));
        self.read(|published| {
            let seats = &published.seats;
            let view = seats.get(&seat).or_else(|| seats.values().next());
            Arc::clone(view.expect("an exercise with persons has at least one seat"))
        })
    }

    fn preview(&self, seat: AdministrationId, draft: &AidDraft) -> Preview {
        self.ask(|reply| Ask::Preview(seat, draft.clone(), reply))
            .unwrap_or_else(|| Preview {
                candidates: Vec::new(),
                effect: Text::new("refusal-exercise-gone"),
                cost: Text::new("refusal-exercise-gone"),
                channel: Text::new("refusal-exercise-gone"),
                refusal: Some(gone()),
            })
    }

    fn ready(&self, seat: AdministrationId, ready: bool) -> Result<(), Refusal> {
        self.try_ask(|reply| Ask::Ready(seat, ready, reply))
    }
}

/// A person's door to the actor.
struct ActorDoor(Client);

impl Door for ActorDoor {
    fn public(&self) -> Arc<PublicView> {
        self.0.read(|published| Arc::clone(&published.public))
    }

    fn view(&self, seat: AdministrationId) -> Arc<SeatView> {
        self.0.view(seat)
    }

    fn preview(&self, seat: AdministrationId, draft: &AidDraft) -> Preview {
        self.0.preview(seat, draft)
    }

    fn submit(&self, seat: AdministrationId, command: Command) -> Result<(), Refusal> {
        self.0.submit(seat, Origin::Person, command)
    }

    fn ready(&self, seat: AdministrationId, ready: bool) -> Result<(), Refusal> {
        self.0.ready(seat, ready)
    }
}

/// The facilitator's door to the actor.
struct Lead(Client);

impl FacilitatorDoor for Lead {
    fn view(&self) -> Arc<FacilitatorView> {
        self.0.read(|published| {
            let view = published.facilitator.as_ref();
            Arc::clone(view.expect("the door was opened to a room"))
        })
    }

    fn seat(&self, visit: Visit) -> Box<dyn Door> {
        Box::new(VisitDoor {
            client: self.0.clone(),
            visit,
            looked_at: Cell::new(None),
        })
    }

    fn ready(&self, seat: AdministrationId, ready: bool) -> Result<(), Refusal> {
        self.0.ready(seat, ready)
    }

    fn direct(&self, direction: Direction) -> Result<(), Refusal> {
        self.0.try_ask(|reply| Ask::Direct(direction, reply))
    }

    fn submit(&self, seat: AdministrationId, command: Command) -> Result<(), Refusal> {
        self.0.submit(seat, Origin::Facilitator, command)
    }
}

/// A seat's door in a room with one keyboard.
struct VisitDoor {
    client: Client,
    visit: Visit,
    /// Which seat was looked at last.
    looked_at: Cell<Option<AdministrationId>>,
}

impl Door for VisitDoor {
    fn public(&self) -> Arc<PublicView> {
        self.client.read(|published| Arc::clone(&published.public))
    }

    fn view(&self, seat: AdministrationId) -> Arc<SeatView> {
        // Nobody may have looked at it for long: whoever comes sees how it stands, not how it stood then.
        if self.looked_at.replace(Some(seat)) != Some(seat) {
            let _ = self.client.ask(|reply| Ask::Look(seat, reply));
        }
        self.client.view(seat)
    }

    fn preview(&self, seat: AdministrationId, draft: &AidDraft) -> Preview {
        self.client.preview(seat, draft)
    }

    /// The clock is the facilitator's, with whom the keyboard is while it is not handed over.
    fn submit(&self, seat: AdministrationId, command: Command) -> Result<(), Refusal> {
        let refuse = |reason: &'static str, help: &'static str| {
            Err(Refusal::because(Text::new(reason)).unless(Text::new(help)))
        };
        let origin = match (&self.visit, &command) {
            (Visit::HandedOver, Command::SetClock(_)) => {
                return refuse("refusal-clock-is-led", "help-clock-is-led");
            }
            (_, Command::SetClock(pace)) => {
                let direction = match pace {
                    Pace::Stopped => Direction::Talk,
                    _ => Direction::GoOn,
                };
                return self.client.try_ask(|reply| Ask::Direct(direction, reply));
            }
            (Visit::Look, _) => return refuse("refusal-only-looking", "help-only-looking"),
            (Visit::Enter { decider, name }, command) => Origin::Entered {
                // A decision paper says itself in which function somebody decided.
                decider: (!matches!(command, Command::RecordDecision { .. })).then_some(*decider),
                name: name.clone(),
            },
            (Visit::HandedOver, _) => Origin::Person,
        };
        self.client.submit(seat, origin, command)
    }

    fn ready(&self, seat: AdministrationId, ready: bool) -> Result<(), Refusal> {
        match self.visit {
            Visit::Look => Err(Refusal::because(Text::new("refusal-only-looking"))
                .unless(Text::new("help-only-looking"))),
            _ => self.client.ready(seat, ready),
        }
    }
}
