//! A seat at the terminal: what it shows, and how keys change it.

mod availability;
mod beside;
mod bulk;
mod deadlines;
mod deputy;
mod draw;
mod forms;
mod guide;
mod hold;
mod log;
mod log_file;
mod log_rows;
mod map;
mod order;
mod palette;
mod region;
mod search;
mod team;
mod update;

pub(super) use bulk::BulkOutcome;
use deadlines::OnlyDue;
pub(super) use forms::DEFER_MINUTES;
pub(super) use log::{EntryState, LogBox, LogFilter, LogFocus};
pub(super) use log_rows::LogRow;
use map::NEAREST;
pub(super) use map::{MapFocus, MapLayer, offset};
pub(super) use region::{RegionFocus, RegionLine, RegionSort};
pub(super) use update::{around, moved, rows_moved};

use std::collections::BTreeSet;
use std::sync::Arc;

use ratatui::layout::Rect;

use super::Settings;
use super::asked::AskedScreen;
use super::canvas::Hit;
use super::dialogs::Dialog;
use super::keymap::{Context, Screen};
use super::sheet::SheetForm;
use super::text::wrap;
use super::theme::Tone;
use crate::command::Command;
use crate::exercise::Door;
use crate::exercise::door::{Asking, ReadMarks, Shelf};
use crate::view::{AidRow, SeatView, ServiceRow};
use crate::vocab::{AdministrationId, Decider, Pace, Refusal, RequestId, ServiceId, Text};
use crate::words::Words;

/// How a person left a seat.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SeatEnd {
    /// By the quit key, confirmed.
    Left,
    /// By a signal from outside.
    Interrupted,
}

/// From which keyboard a seat is seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum SeatRole {
    /// The person's own.
    Own,
    /// The facilitator's, to look on.
    Looking,
    /// The facilitator's, to enter what people say.
    Entering,
    /// The one keyboard of the room, with the people of the seat.
    HandedOver,
    /// One of a team's keyboards, the one that acts.
    Acting,
    /// One of a team's keyboards, to look on.
    WithTeam,
    /// A keyboard that can only ever look on.
    Observing,
}

impl SeatRole {
    /// The key of what the page begins with.
    const fn head(self) -> &'static str {
        match self {
            Self::Own | Self::HandedOver | Self::Acting => "ui-exercise",
            Self::WithTeam => "ui-team-looks-on",
            Self::Observing => "ui-team-observes",
            Self::Looking => "ui-lead-sees",
            Self::Entering => "ui-lead-enters",
        }
    }

    /// Whether nothing that is done at this keyboard can be an act of the seat.
    const fn only_looks(self) -> bool {
        matches!(self, Self::Looking | Self::Observing)
    }

    /// Whether somebody else leads, whose clock it is.
    pub(super) const fn is_led(self) -> bool {
        !matches!(self, Self::Own | Self::Looking)
    }
}

/// What the seat said last, until the next key.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Notice {
    pub tone: Tone,
    pub texts: Vec<Text>,
    /// What is added where there is room.
    pub if_room: Option<Text>,
}

impl Notice {
    pub fn good(text: Text) -> Self {
        Self {
            tone: Tone::Good,
            texts: vec![text],
            if_room: None,
        }
    }

    pub fn refused(refusal: Refusal) -> Self {
        let mut texts = vec![refusal.reason];
        texts.extend(refusal.remedy);
        Self {
            tone: Tone::Warn,
            texts,
            if_room: None,
        }
    }

    pub fn why_not(text: Text) -> Self {
        Self {
            tone: Tone::Warn,
            texts: vec![text],
            if_room: None,
        }
    }

    pub fn say(&self, words: &Words) -> String {
        let said: Vec<String> = self.texts.iter().map(|text| words.say(text)).collect();
        said.join(" ")
    }

    /// The same with what is added where so many rows have room for it.
    pub fn say_within(&self, words: &Words, rows: usize, cells: usize) -> String {
        let said = self.say(words);
        let Some(more) = &self.if_room else {
            return said;
        };
        let whole = format!("{said} {}", words.say(more));
        let fits = wrap(&whole, cells).len() <= rows;
        if fits { whole } else { said }
    }
}

/// Focus and scrolling of the screens.
pub(super) struct Focus {
    pub screen: Screen,
    pub service: Option<ServiceId>,
    pub show_all: bool,
    pub only_due: OnlyDue,
    /// Of a provider: the selected customer.
    pub customer: usize,
    pub region: RegionFocus,
    pub map: MapFocus,
    pub work: usize,
    pub request: Option<RequestId>,
    /// Requests that are answered together.
    pub marked: BTreeSet<RequestId>,
    pub series: usize,
    pub mark: usize,
    /// The curve that is kept beside the one shown.
    pub beside: Option<usize>,
    /// Whether the curve has the whole screen.
    pub enlarged: bool,
    pub log: LogFocus,
    pub outcome: usize,
}

/// A person's seat: the latest view, focus, dialogs and settings.
pub struct Seat {
    door: Box<dyn Door>,
    id: AdministrationId,
    role: SeatRole,
    decider: Decider,
    pub(super) view: Arc<SeatView>,
    words: Arc<Words>,
    settings: Settings,
    about: String,
    pub(super) focus: Focus,
    pub(super) dialog: Option<Dialog>,
    notice: Option<Notice>,
    /// What became of the last order to several.
    bulk: BulkOutcome,
    /// What takes back the last change of an order of work or of customers.
    undo: Option<Command>,
    /// How fast the clock ran when a form stopped it.
    held: Option<Pace>,
    pace_step: usize,
    /// The step of the guide that is due.
    guide_at: usize,
    /// Whether the screen is covered, for people who stand behind.
    covered: bool,
    /// Who plays the record again with one thing changed, while it rests.
    asking: Option<Box<dyn Asking>>,
    /// What would have been, on a page of its own.
    asked: Option<Box<AskedScreen>>,
    /// The sheet of the questionnaire of whoever sits here.
    sheet: Option<Box<SheetForm>>,
    /// Where the log is kept as a file.
    shelf: Option<Arc<dyn Shelf>>,
    /// Where it is kept what was read.
    read_marks: Option<Arc<dyn ReadMarks>>,
    /// Those who share the seat, at terminals of their own.
    team: Option<team::Sharing>,
    hits: Vec<(Rect, Hit)>,
    changed: bool,
    end: Option<SeatEnd>,
}

impl Seat {
    /// Takes a seat of an exercise; `about` is the text on whose work the program uses.
    #[must_use]
    pub fn new(
        door: Box<dyn Door>,
        id: AdministrationId,
        settings: Settings,
        about: String,
    ) -> Self {
        Self::with_words(door, id, settings, about, Words::shared(settings.lang))
    }

    pub(super) fn with_words(
        door: Box<dyn Door>,
        id: AdministrationId,
        settings: Settings,
        about: String,
        words: impl Into<Arc<Words>>,
    ) -> Self {
        let view = door.view(id);
        let screen = if view.outcome.is_some() {
            Screen::Outcome
        } else {
            Screen::TownHall
        };
        let pace_step = update::pace_of_stage(&view).unwrap_or(update::FIRST_PACE);
        Self {
            door,
            id,
            role: SeatRole::Own,
            decider: Decider::Head,
            view,
            words: words.into(),
            settings,
            about,
            focus: Focus {
                screen,
                service: None,
                show_all: false,
                only_due: OnlyDue::default(),
                customer: 0,
                region: RegionFocus::new(),
                map: MapFocus::new(),
                work: 0,
                request: None,
                marked: BTreeSet::new(),
                series: 0,
                mark: 0,
                beside: None,
                enlarged: false,
                log: LogFocus::new(),
                outcome: 0,
            },
            dialog: None,
            notice: None,
            bulk: BulkOutcome::default(),
            undo: None,
            held: None,
            pace_step,
            guide_at: 0,
            covered: false,
            asking: None,
            asked: None,
            sheet: None,
            shelf: None,
            read_marks: None,
            team: None,
            hits: Vec::new(),
            changed: true,
            end: None,
        }
    }

    /// Sees the seat from another keyboard; papers begin with somebody deciding in this function.
    pub(super) fn in_role(mut self, role: SeatRole, decider: Decider) -> Self {
        self.role = role;
        self.decider = decider;
        self.open_box();
        self
    }

    /// From which keyboard it is seen.
    pub(super) const fn role(&self) -> SeatRole {
        self.role
    }

    /// Whether no dialog is open that keys could be meant for.
    pub(super) const fn is_free(&self) -> bool {
        self.dialog.is_none()
    }

    /// Fetches the latest view; returns whether the screen must be drawn again.
    pub fn poll(&mut self) -> bool {
        let view = self.door.view(self.id);
        if view.revision != self.view.revision {
            self.take_pace_of_stage(&view);
            let just_ended = view.outcome.is_some() && self.view.outcome.is_none();
            self.view = view;
            self.changed = true;
            if just_ended {
                self.dialog = None;
                self.focus.screen = Screen::Outcome;
            }
            self.close_settled_dialogs();
            self.open_box();
            self.forget_settled_marks();
            self.hold_clock();
            self.read_log();
            self.go_on_in_guide();
        }
        self.look_at_team();
        self.changed |= self.asked.as_mut().is_some_and(|asked| asked.poll());
        std::mem::take(&mut self.changed)
    }

    /// Returns how the seat was left, once it was.
    #[must_use]
    pub const fn ended(&self) -> Option<SeatEnd> {
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
        self.view.public.clock.pace != Pace::Stopped
    }

    /// Returns where keys are looked up, the nearest first.
    fn contexts(&self) -> Vec<Context> {
        let mut contexts = match &self.dialog {
            _ if self.covered => vec![Context::Covered],
            _ if let Some(asked) = &self.asked => vec![asked.context()],
            Some(dialog) => vec![dialog.context()],
            None => self.screen_contexts(),
        };
        contexts.extend(self.team.as_ref().map(|_| Context::Team));
        contexts
    }

    /// Returns where keys are looked up while no dialog is open.
    pub(super) fn screen_contexts(&self) -> Vec<Context> {
        let mut contexts = vec![screen_context(self.focus.screen), Context::Everywhere];
        match self.role {
            SeatRole::Own | SeatRole::Acting | SeatRole::WithTeam => {}
            SeatRole::Observing => contexts.insert(0, Context::Watch),
            _ => contexts.insert(0, Context::Visit),
        }
        if self.team.as_ref().is_some_and(team::Sharing::has_others) {
            contexts.insert(0, Context::Team);
        }
        contexts
    }

    /// Returns the position of the selected service; the first shown until one is chosen.
    fn selected_service(&self) -> usize {
        let services = &self.view.town_hall.services;
        let shown = self.shown_services();
        let is_chosen = |at: &&usize| Some(services[**at].id) == self.focus.service;
        let chosen = shown.iter().find(is_chosen).or(shown.first());
        chosen.copied().unwrap_or(0)
    }

    fn service(&self) -> Option<&ServiceRow> {
        let at = self.selected_service();
        let is_shown = self.shown_services().contains(&at);
        self.view.town_hall.services.get(at).filter(|_| is_shown)
    }

    /// Returns the position of the selected request; the first shown until one is chosen.
    fn selected_request(&self) -> usize {
        let rows = &self.view.aid.rows;
        let shown = self.shown_requests();
        let is_chosen = |at: &&usize| Some(rows[**at].id) == self.focus.request;
        let chosen = shown.iter().find(is_chosen).or(shown.first());
        chosen.copied().unwrap_or(0)
    }

    fn request(&self) -> Option<&AidRow> {
        let at = self.selected_request();
        let is_shown = self.shown_requests().contains(&at);
        self.view.aid.rows.get(at).filter(|_| is_shown)
    }
}

const fn screen_context(screen: Screen) -> Context {
    match screen {
        Screen::TownHall => Context::TownHall,
        Screen::Region => Context::Region,
        Screen::Map => Context::Map,
        Screen::Work => Context::Work,
        Screen::Aid => Context::Aid,
        Screen::Course => Context::Course,
        Screen::Log => Context::Log,
        Screen::Outcome => Context::Outcome,
    }
}
