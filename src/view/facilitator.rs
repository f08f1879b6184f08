//! What the facilitator sees: the room, all seats, and how the attack really stands. It never
//! reaches a player's screen, the wall or an export for players.

use std::sync::Arc;

use super::{PublicView, ScriptView, SeatInfo};
pub use crate::sim::Way;
use crate::vocab::{
    AdministrationId, ClockMode, DecisionId, Pace, RoomDecision, SimTime, Stamp, Text,
};

/// Everything the facilitator sees at one moment.
#[derive(Debug, Clone, PartialEq)]
pub struct FacilitatorView {
    /// Grows with every change.
    pub revision: u64,
    /// What all may know.
    pub public: Arc<PublicView>,
    /// How the room stands.
    pub room: RoomView,
    /// The phases in their order.
    pub stages: Vec<StageRow>,
    /// Position of the phase the room is in.
    pub stage: Option<usize>,
    /// The next thing to do.
    pub next: NextThing,
    /// Moments ahead at which the clock stops, the nearest first.
    pub stops: Vec<StopRow>,
    /// The script.
    pub script: ScriptView,
    /// The seats that can be taken.
    pub seats: Vec<SeatRow>,
    /// What was decided at seats of persons and which phases began, newest first: before each of them
    /// a second try can begin.
    pub decided: Vec<DecidedRow>,
    /// The plans a bot can follow: id and title.
    pub plans: Vec<(String, Text)>,
    /// How the attack really stands.
    pub background: BackgroundView,
    /// What is likely if nobody acts, as it was last reckoned.
    pub outlook: OutlookState,
}

/// How the room stands. Its minutes are those of the clock on the wall.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct RoomView {
    /// Minutes since the exercise began in the room.
    pub elapsed_minutes: u32,
    /// Minutes that all phases plan.
    pub planned_minutes: u32,
    /// Minutes behind the plan; negative ahead of it.
    pub late_minutes: i32,
    /// Exercise minutes since `StartEx`.
    pub since_start_minutes: u32,
    /// How the clock is led.
    pub mode: ClockMode,
    /// Exercise minutes per second that the free clock runs at.
    pub free_pace: u16,
    /// Whether the facilitator stopped the clock to talk: that costs nothing.
    pub talking: bool,
    /// At which seat what stopped the clock, while it stands for that.
    pub stopped_for: Option<StoppedFor>,
    /// Exercise minutes that are gone if the room goes on before it decides.
    pub charge_minutes: u32,
    /// Seats of persons.
    pub filled: u32,
    /// Those of them that are ready.
    pub ready: u32,
}

/// Where a phase stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StageState {
    /// It is over.
    Done,
    /// The room is in it.
    Now,
    /// It is to come.
    ToCome,
}

/// A phase.
#[derive(Debug, Clone, PartialEq)]
pub struct StageRow {
    /// Number, from 1; 0 where the clock stands.
    pub number: u32,
    /// Title.
    pub title: Text,
    /// First minute.
    pub begins: Stamp,
    /// The minute after the last.
    pub ends: Stamp,
    /// Minutes planned in the room.
    pub room_minutes: u32,
    /// What the room discusses.
    pub question: Text,
    /// How much of it is over, 0 to 1.
    pub done: f64,
    /// Where it stands.
    pub state: StageState,
}

/// A moment at which the clock stops.
#[derive(Debug, Clone, PartialEq)]
pub struct StopRow {
    /// When.
    pub at: Stamp,
    /// Why.
    pub what: Text,
}

/// What the key for the next thing does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NextAct {
    /// Ends the briefing.
    EndBriefing,
    /// Runs to the next stop without delay.
    RunTo(SimTime),
    /// Lets the clock go.
    GoOn,
    /// Enters the decision on this paper for a seat.
    Decide(AdministrationId, DecisionId),
    /// Enters the answer to this inject for a seat.
    Reply(AdministrationId, String),
    /// Leaps to a moment.
    Leap(SimTime),
    /// The exercise is over.
    HotWash,
}

/// The next thing to do.
#[derive(Debug, Clone, PartialEq)]
pub struct NextThing {
    /// What it is.
    pub what: Text,
    /// When it is due, if it is at a moment.
    pub at: Option<Stamp>,
    /// What the key does.
    pub act: NextAct,
}

/// Who decides at a seat.
#[derive(Debug, Clone, PartialEq)]
pub enum Holder {
    /// A person.
    Person,
    /// A bot in place of a person, by a plan.
    StandsIn(Text),
    /// A bot from the beginning ("Übungssteuerung").
    Control,
}

/// A seat, as the facilitator sees it.
#[derive(Debug, Clone, PartialEq)]
pub struct SeatRow {
    /// Which.
    pub seat: SeatInfo,
    /// Who decides there.
    pub holder: Holder,
    /// Whether it is ready to go on.
    pub ready: bool,
    /// Open decisions: which, its question and its deadline, in the order in which the seat takes them.
    pub open: Vec<(DecisionId, Text, Stamp)>,
    /// Injects that stopped the clock for it and wait for its answer: which, who spoke, by when.
    pub unanswered: Vec<(String, Text, Stamp)>,
    /// All that was decided, the newest first: when, what, and whether a stand-in did.
    pub decided: Vec<(Stamp, Text, bool)>,
    /// Minutes in the room since somebody decided here; `None` where a bot sits.
    pub quiet_minutes: Option<u32>,
    /// Whether that is so long that somebody should be spoken to.
    pub is_quiet: bool,
}

impl SeatRow {
    /// Returns what is still to be decided in time at a moment, in the order in which the seat takes it. What lapsed can be made up
    /// for, but nobody waits for it.
    pub fn pressing(&self, now: SimTime) -> impl Iterator<Item = &(DecisionId, Text, Stamp)> {
        self.open.iter().filter(move |(.., due)| !due.is_over(now))
    }
}

/// What stopped the clock.
#[derive(Debug, Clone, PartialEq)]
pub struct StoppedFor {
    /// The seats that it reached; none for a phase, which is for all.
    pub seats: Vec<AdministrationId>,
    /// What: a question to decide, a message, an entry of the log, a deadline, a phase.
    pub what: Text,
}

/// A decision of the room, or the beginning of a phase.
#[derive(Debug, Clone, PartialEq)]
pub struct DecidedRow {
    /// When.
    pub at: Stamp,
    /// Whose seat; `None` for a phase.
    pub seat: Option<AdministrationId>,
    /// Which decision of the room it is, from 0; `None` for a phase.
    pub number: Option<usize>,
    /// What.
    pub what: Text,
}

/// How the attack really stands.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct BackgroundView {
    /// The present phase: its number of how many, and its name.
    pub phase: Option<(u32, u32, Text)>,
    /// The first foothold.
    pub entry: Option<Stamp>,
    /// When somebody first noticed it.
    pub detected: Option<Stamp>,
    /// When it struck.
    pub impact: Option<Stamp>,
    /// When the last open way to customers was closed.
    pub contained: Option<Stamp>,
    /// How often the facilitator doubled the speed, less how often it was halved.
    pub tempo: i8,
    /// Systems held and systems there are: at providers, and at all others.
    pub systems: [(u32, u32); 2],
    /// Where the actor is or was, the first one first.
    pub footholds: Vec<FootholdRow>,
    /// What the seats know of it.
    pub known: Vec<KnowledgeRow>,
}

/// Where the actor got in.
#[derive(Debug, Clone, PartialEq)]
pub struct FootholdRow {
    /// Whose systems.
    pub at: AdministrationId,
    /// Name of the place.
    pub name: String,
    /// Since when.
    pub since: Stamp,
    /// How.
    pub by: Way,
    /// Systems held, encrypted ones included.
    pub held: u32,
    /// Systems encrypted.
    pub encrypted: u32,
    /// Systems there are.
    pub systems: u32,
    /// Whether its owner noticed.
    pub noticed: bool,
    /// Whether it can be taken as a seat.
    pub is_seat: bool,
}

/// What a seat knows, beside the truth.
#[derive(Debug, Clone, PartialEq)]
pub struct KnowledgeRow {
    /// Name of the place.
    pub name: String,
    /// Whether it knows that its provider is hit; `None` where it has none.
    pub provider: Option<bool>,
    /// Whether it noticed the actor in its own house; `None` where there is nothing.
    pub own: Option<bool>,
    /// Places it heard of, and places that are hit.
    pub others: (u32, u32),
}

/// What many futures come to if nobody acts from now on.
#[derive(Debug, Clone, PartialEq)]
pub struct Outlook {
    /// From when on.
    pub from: Stamp,
    /// How many futures.
    pub futures: u32,
    /// Futures in which a further administration is hit within 1 hour, 6 hours, 24 hours.
    pub further: [u32; 3],
    /// Futures in which a seat that is sound now is hit within a day: name and how many.
    pub seats: Vec<(String, u32)>,
    /// Futures in which the next pay run fails, by seat, and when it is.
    pub pay: Vec<(String, u32)>,
    /// When the next pay run is.
    pub pay_at: Option<Stamp>,
}

/// Whether there is an outlook.
#[derive(Debug, Clone, PartialEq, Default)]
pub enum OutlookState {
    /// Nobody asked.
    #[default]
    NotAsked,
    /// It is being reckoned.
    ToCome,
    /// Here it is.
    There(Arc<Outlook>),
}

/// How the clock of the room stands, as the exercise leads it: what a view is made from.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct RoomState {
    /// Minutes since the exercise began in the room.
    pub elapsed_minutes: u32,
    /// Minutes in the room since the present phase was entered.
    pub in_stage_minutes: u32,
    /// How the clock is led.
    pub mode: ClockMode,
    /// Exercise minutes per second of the free clock.
    pub free_pace: u16,
    /// Whether the briefing is over.
    pub briefed: bool,
    /// Whether the facilitator stopped the clock to talk.
    pub talking: bool,
    /// Exercise minutes that going on would cost.
    pub charge_minutes: u32,
    /// What the clock stands for, and at which seat.
    pub stopped_for: Option<StoppedFor>,
    /// Seats of persons.
    pub persons: Vec<AdministrationId>,
    /// What people of the room decided so far, in order; shared, since it only grows.
    pub decided: Arc<Vec<RoomDecision>>,
    /// Seats that are ready.
    pub ready: Vec<AdministrationId>,
    /// Minutes in the room since somebody decided at a seat.
    pub quiet: Vec<(AdministrationId, u32)>,
    /// What is likely if nobody acts.
    pub outlook: OutlookState,
}

impl FacilitatorView {
    /// Whether the clock runs.
    #[must_use]
    pub fn clock_runs(&self) -> bool {
        self.public.clock.pace != Pace::Stopped
    }
}
