//! The facilitator at the terminal: script, background, visits at seats, covers between them.

mod acts;
mod attendance;
mod beside;
mod draw;
mod find_seat;
mod forms;
mod keys;
mod observe;
mod script;

pub(super) use script::ScriptFocus;

pub(super) use forms::{EntryForm, LeapForm, RewindForm, Waiting};

use std::sync::Arc;

use ratatui::layout::Rect;

use super::Settings;
use super::asked::AskedScreen;
use super::canvas::Hit;
use super::dialogs::ImproviseForm;
use super::keymap::{Context, DeskScreen};
use super::seat::{Notice, Seat, SeatRole};
use super::sheet::SheetForm;
use crate::exercise::door::{AnswerBox, Asking, FacilitatorDoor, ReadMarks, Shelf, Visit};
use crate::view::{FacilitatorView, SeatRow};
use crate::vocab::{AdministrationId, Decider, Intervention, Refusal, RewindTo, Text};
use crate::words::Words;

/// How a facilitator left.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FacilitatorEnd {
    /// By the quit key, confirmed.
    Left,
    /// To begin a second try at this minute.
    Rewind(RewindTo),
    /// By a signal from outside.
    Interrupted,
}

/// Who gets the keyboard behind a cover.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum CoverFor {
    Seat(AdministrationId),
    Facilitator,
}

/// Where the keyboard is.
enum Place {
    Desk,
    Seat(Box<Seat>, AdministrationId),
    Cover(CoverFor),
    /// What would have been, on a page of its own.
    Asked(Box<AskedScreen>),
    /// A sheet of the questionnaire; it covers all else.
    Sheet(Box<SheetForm>),
}

/// An open dialog.
pub(super) enum LeadDialog {
    /// Whether to leave.
    Quit,
    /// Whether to go on although decisions are open.
    GoOn,
    /// Where to leap, and who stands in.
    Leap(LeapForm),
    /// Back to which decision, or to a moment near it.
    Rewind(RewindForm),
    /// Whether to begin a second try there.
    Confirm(RewindForm),
    /// Whether to change the course of the attack.
    Intervene(Intervention),
    /// What the phases of the attack are called elsewhere, and the first line shown.
    Terms(usize),
    /// Whether to leave out an inject, by its name, and the reason noted for it.
    LeaveOut(String, String),
    /// Who decides what is entered.
    Entry(EntryForm),
    /// An inject of one's own, or another text for one of the script.
    Improvise(Box<ImproviseForm>),
    /// Which seat to look at.
    FindSeat(find_seat::FindSeat),
    /// An inject in full, by its name, and the first line shown.
    Inject(String, usize),
    /// All that was decided at a seat, and the first line shown.
    Decided(AdministrationId, usize),
    /// How to use the program, and the first line shown.
    Guide(usize),
    /// What stands against beginning, and the first line shown.
    Ready(Vec<(bool, Text)>, usize),
}

impl LeadDialog {
    const fn context(&self) -> Context {
        match self {
            Self::Quit
            | Self::GoOn
            | Self::Confirm(_)
            | Self::Intervene(_)
            | Self::LeaveOut(..) => Context::Confirm,
            Self::Leap(_) => Context::Leap,
            Self::Rewind(_) => Context::Rewind,
            Self::Entry(_) => Context::Entry,
            Self::Improvise(_) => Context::Improvise,
            Self::FindSeat(_) => Context::FindSeat,
            Self::Guide(_)
            | Self::Terms(_)
            | Self::Inject(..)
            | Self::Ready(..)
            | Self::Decided(..) => Context::Reader,
        }
    }
}

/// The facilitator's screens.
pub struct Facilitator {
    door: Box<dyn FacilitatorDoor>,
    view: Arc<FacilitatorView>,
    words: Arc<Words>,
    settings: Settings,
    about: String,
    is_second_try: bool,
    /// Where it is recorded, as people read it.
    recorded: Option<String>,
    screen: DeskScreen,
    /// The chosen seat, by its position in the list.
    seat: usize,
    /// The chosen inject.
    script: ScriptFocus,
    /// The chosen foothold.
    foothold: usize,
    /// Whether the page of the attack shows what the seats know, and the first of them shown.
    knowledge: Option<usize>,
    observing: observe::Observing,
    /// Who plays the record again with one thing changed, while it rests.
    asking: Option<Box<dyn Asking>>,
    /// Where people hand in the questionnaire, while nobody does.
    answers: Option<Box<dyn AnswerBox>>,
    /// Where logs of seats are kept as files.
    shelf: Option<Arc<dyn Shelf>>,
    /// Where it is kept what was read at the seats.
    read_marks: Option<Arc<dyn ReadMarks>>,
    /// Who sits where over the network.
    attending: attendance::Attending,
    place: Place,
    dialog: Option<LeadDialog>,
    notice: Option<Notice>,
    hits: Vec<(Rect, Hit)>,
    changed: bool,
    end: Option<FacilitatorEnd>,
}

impl Facilitator {
    /// Sits down at the facilitator's desk; `about` says whose work the program uses.
    #[must_use]
    pub fn new(
        door: Box<dyn FacilitatorDoor>,
        settings: Settings,
        about: String,
        is_second_try: bool,
    ) -> Self {
        let words = Words::shared(settings.lang);
        Self::with_words(door, settings, about, is_second_try, words)
    }

    pub(super) fn with_words(
        door: Box<dyn FacilitatorDoor>,
        settings: Settings,
        about: String,
        is_second_try: bool,
        words: impl Into<Arc<Words>>,
    ) -> Self {
        let view = door.view();
        Self {
            door,
            view,
            words: words.into(),
            settings,
            about,
            is_second_try,
            recorded: None,
            screen: DeskScreen::Script,
            seat: 0,
            script: ScriptFocus::default(),
            foothold: 0,
            knowledge: None,
            observing: observe::Observing::default(),
            asking: None,
            answers: None,
            shelf: None,
            read_marks: None,
            attending: attendance::Attending::default(),
            place: Place::Desk,
            dialog: None,
            notice: None,
            hits: Vec::new(),
            changed: true,
            end: None,
        }
    }

    /// Knows where it is recorded: says so at first, and wherever somebody asks how to leave or what to do.
    #[must_use]
    pub fn recorded_in(mut self, folder: String) -> Self {
        self.recorded = Some(folder);
        self.notice = self.where_recorded().map(Notice::good);
        self
    }

    /// Says where it is recorded, and how the wall finds it.
    fn where_recorded(&self) -> Option<Text> {
        let folder = self.recorded.clone()?;
        Some(Text::new("ui-lead-recorded").name("path", folder))
    }

    /// Begins with something to say about what went wrong before.
    #[must_use]
    pub fn told(mut self, why: Text) -> Self {
        self.notice = Some(Notice::why_not(why));
        self
    }

    /// Fetches the latest view; returns whether the screen must be drawn again.
    pub fn poll(&mut self) -> bool {
        let view = self.door.view();
        if view.revision != self.view.revision {
            self.view = view;
            self.changed = true;
        }
        self.changed |= self.look_who_is_there();
        self.changed |= self.look_for_notes();
        let seat_changed = match &mut self.place {
            Place::Seat(seat, _) => seat.poll(),
            Place::Asked(asked) => asked.poll(),
            _ => false,
        };
        std::mem::take(&mut self.changed) || seat_changed
    }

    /// Returns how it was left, once it was.
    #[must_use]
    pub const fn ended(&self) -> Option<FacilitatorEnd> {
        self.end
    }

    /// Returns the settings in use.
    #[must_use]
    pub const fn settings(&self) -> Settings {
        self.settings
    }

    /// Says whether the clock runs, so that the caller looks for changes often.
    #[must_use]
    pub fn clock_runs(&self) -> bool {
        self.view.clock_runs()
    }

    /// Returns where keys are looked up while no dialog is open.
    fn screen_contexts(&self) -> Vec<Context> {
        let screen = match self.screen {
            DeskScreen::Script => Context::Script,
            DeskScreen::Background => Context::Background,
            // While somebody types, no key of the desk may act.
            DeskScreen::Observe if self.observing.typing.is_some() => return vec![Context::Note],
            DeskScreen::Observe => self.observing.context(),
            DeskScreen::Attendance if self.attending.saying.is_some() => {
                return vec![Context::Saying];
            }
            DeskScreen::Attendance => Context::Attendance,
        };
        vec![screen, Context::Desk]
    }

    fn chosen(&self) -> Option<&SeatRow> {
        let seats = &self.view.seats;
        seats.get(self.seat.min(seats.len().saturating_sub(1)))
    }

    fn name_of(&self, seat: AdministrationId) -> String {
        let row = self.view.seats.iter().find(|row| row.seat.id == seat);
        row.map(|row| row.seat.name.clone()).unwrap_or_default()
    }

    /// Sits down at a seat.
    fn visit(&mut self, id: AdministrationId, visit: Visit) {
        let (role, decider) = match &visit {
            Visit::Look => (SeatRole::Looking, None),
            Visit::Enter { decider, .. } => (SeatRole::Entering, Some(*decider)),
            Visit::HandedOver => (SeatRole::HandedOver, None),
        };
        let door = self.door.seat(visit);
        let seat = Seat::new(door, id, self.settings, self.about.clone());
        let mut seat = seat.in_role(role, decider.unwrap_or(Decider::Head));
        if let Some(shelf) = &self.shelf {
            seat = seat.with_shelf(Arc::clone(shelf));
        }
        if let Some(marks) = &self.read_marks {
            seat = seat.with_read_marks(Arc::clone(marks));
        }
        self.place = Place::Seat(Box::new(seat), id);
        self.dialog = None;
        self.notice = None;
    }

    /// Goes back to the desk; language and colours stay as they were chosen at the seat.
    fn return_to_desk(&mut self) {
        if let Place::Seat(seat, _) = &self.place {
            self.settings = seat.settings();
            self.words = Words::shared(self.settings.lang);
        }
        self.place = Place::Desk;
    }

    fn say(&mut self, result: Result<(), Refusal>, done: Option<Text>) -> bool {
        match result {
            Ok(()) => {
                self.notice = done.map(Notice::good);
                self.view = self.door.view();
                true
            }
            Err(refusal) => {
                self.notice = Some(Notice::refused(refusal));
                false
            }
        }
    }
}
