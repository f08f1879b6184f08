//! What a client of a running exercise may do.

use std::sync::Arc;

use crate::command::{AidDraft, Command};
use crate::view::{
    Askable, AskedState, AttendanceView, Change, FacilitatorView, NoteDraft, ObserveView, Preview,
    PublicView, SeatView, SheetAnswer, SheetQuestion, TeamView,
};
use crate::vocab::{AdministrationId, ClockMode, Decider, Refusal, SimTime, Text};

/// The door: all a screen, a script or a remote seat can reach.
pub trait Door: Send {
    /// Returns what all may know.
    fn public(&self) -> Arc<PublicView>;

    /// Returns the latest view of a seat.
    fn view(&self, seat: AdministrationId) -> Arc<SeatView>;

    /// Says what a draft would do, from what the seat knows.
    fn preview(&self, seat: AdministrationId, draft: &AidDraft) -> Preview;

    /// Hands in an act of a seat and waits for the answer.
    ///
    /// # Errors
    /// The refusal, with its reason, if the act is not possible now.
    fn submit(&self, seat: AdministrationId, command: Command) -> Result<(), Refusal>;

    /// Says that a seat is ready to go on, or not any more, where the room plays in rounds.
    ///
    /// # Errors
    /// The refusal, if nobody asks.
    fn ready(&self, seat: AdministrationId, ready: bool) -> Result<(), Refusal>;
}

/// How a seat is visited from the facilitator's keyboard.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Visit {
    /// The facilitator looks on; nothing can be ordered.
    Look,
    /// The facilitator enters what the people of the seat decide.
    Enter {
        /// In which function somebody decides.
        decider: Decider,
        /// Who, as typed; may be empty.
        name: String,
    },
    /// The keyboard is with the people of the seat.
    HandedOver,
}

/// How the facilitator leads the room.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Direction {
    /// Leads the clock in another way.
    Mode(ClockMode),
    /// Chooses the pace of the free clock, in exercise minutes per second.
    FreePace(u16),
    /// Ends the briefing.
    EndBriefing,
    /// Lets the clock go, whoever is not ready; what was thought over so far is charged.
    GoOn,
    /// Runs without delay to a moment.
    RunTo(SimTime),
    /// Stops the clock to talk; that costs nothing.
    Talk,
    /// Leaps to a moment; bots stand in at these seats by these plans until then.
    Leap {
        /// Until when.
        to: SimTime,
        /// Seats and plans; other seats keep who they have.
        orders: Vec<(AdministrationId, String)>,
    },
    /// Gives a seat to a bot by this plan; `None` gives it to a person.
    Hold {
        /// Which seat.
        seat: AdministrationId,
        /// The response plan.
        plan: Option<String>,
    },
    /// Has reckoned what is likely if nobody acts.
    Outlook,
}

/// The facilitator's door: it sees everything.
pub trait FacilitatorDoor: Send {
    /// Returns the latest view.
    fn view(&self) -> Arc<FacilitatorView>;

    /// Opens a door to a seat.
    fn seat(&self, visit: Visit) -> Box<dyn Door>;

    /// Says that a seat is ready, or not any more.
    ///
    /// # Errors
    /// The refusal, if nobody asks.
    fn ready(&self, seat: AdministrationId, ready: bool) -> Result<(), Refusal>;

    /// Leads the room.
    ///
    /// # Errors
    /// The refusal, with its reason.
    fn direct(&self, direction: Direction) -> Result<(), Refusal>;

    /// Hands in a decision of the facilitator's own, about a seat.
    ///
    /// # Errors
    /// The refusal, with its reason.
    fn submit(&self, seat: AdministrationId, command: Command) -> Result<(), Refusal>;
}

/// What observers look at and write to. It lies beside the exercise and changes nothing in it.
pub trait Notebook: Send {
    /// Returns objectives and notes as they stand.
    ///
    /// # Errors
    /// Why they cannot be read.
    fn look(&self) -> Result<ObserveView, Text>;

    /// Says what was looked at before the exercise begins: whether it speaks for beginning, and what it is.
    ///
    /// # Errors
    /// Why that cannot be said.
    fn ready(&self) -> Result<Vec<(bool, Text)>, Text>;

    /// Returns how much is written in it by now, by whomever: it costs little to ask often.
    fn written(&self) -> u64;

    /// Writes a note and returns its number once it will outlast a power cut.
    ///
    /// # Errors
    /// Why it cannot be written.
    fn write(&self, note: NoteDraft) -> Result<u64, Text>;
}

/// Who plays a recorded course again with one thing changed, in a thread of its own.
pub trait Asking: Send {
    /// Returns what can be changed.
    ///
    /// # Errors
    /// Why the record cannot be asked.
    fn choices(&self) -> Result<Askable, Text>;

    /// Begins to reckon, with so many other futures.
    fn begin(&mut self, change: &Change, futures: u32);

    /// Ends it; nothing comes of it any more.
    fn stop(&mut self);

    /// Returns how far it is.
    fn state(&self) -> AskedState;
}

/// Where people hand in the questionnaire of the hot wash. It lies beside the exercise and changes nothing in it.
pub trait AnswerBox: Send {
    /// Returns the questions.
    fn questions(&self) -> Vec<SheetQuestion>;

    /// Hands in a sheet and returns its number once it will outlast a power cut. With the number of one that was handed
    /// in before, its answers count instead of the earlier ones.
    ///
    /// # Errors
    /// Why it cannot be written.
    fn hand_in(&self, sheet: Option<u32>, answers: Vec<SheetAnswer>) -> Result<u32, Text>;
}

/// Where a person keeps what a seat wrote down as a file. It lies beside the exercise and changes nothing in it.
pub trait Shelf: Send + Sync {
    /// Writes a file, in place of one of the same name, and returns where it lies.
    ///
    /// # Errors
    /// Why it cannot be written.
    fn keep(&self, name: &str, content: &str) -> Result<String, Text>;
}

/// What was read of the log of a seat: the position of an entry and its minute.
pub type ReadMark = (usize, SimTime);

/// Where it is kept what was read at the seats. It lies beside the exercise, changes nothing in it and may be lost.
pub trait ReadMarks: Send + Sync {
    /// Returns what was read at a seat.
    fn read(&self, seat: AdministrationId) -> Vec<ReadMark>;

    /// Notes what else was read there. What cannot be kept is new again another time.
    fn note(&self, seat: AdministrationId, marks: &[ReadMark]);
}

/// What the facilitator orders at a place that people sit down at over the network.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PlaceOrder {
    /// Lets nobody sit down there and sends away who does; or lets people sit down again.
    Lock(bool),
    /// Lets people there look on only; or lets them act again.
    Mute(bool),
    /// Sends away who sits there and gives the seat to the exercise control until somebody sits down.
    Free,
    /// Lets the next of the team act.
    PassOn,
    /// Shows a few words there.
    Say(String),
}

/// Who sits where over the network, and what the facilitator orders there.
pub trait Attendance: Send {
    /// Returns who is there.
    fn look(&self) -> AttendanceView;

    /// Orders something at a place, by the name people sign in with; `None` is all places.
    ///
    /// # Errors
    /// The refusal, if there is nobody for whom it could be done.
    fn order(&self, place: Option<&str>, order: PlaceOrder) -> Result<(), Refusal>;
}

/// What the people at one seat share who sit at terminals of their own: one acts, the others look on.
pub trait Team: Send {
    /// Returns how the team stands, for whoever asks.
    fn look(&self) -> TeamView;

    /// Lets the next of the team act; who looks on takes over from somebody who went quiet.
    ///
    /// # Errors
    /// The refusal, with its reason.
    fn pass_on(&self) -> Result<(), Refusal>;

    /// Takes note of what the facilitator said.
    fn heard(&self);
}
