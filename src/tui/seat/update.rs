//! What keys, clicks and pasted text change.

use crossterm::event::{Event, KeyEvent, KeyEventKind, MouseButton, MouseEvent, MouseEventKind};
use ratatui::layout::Position;

use super::super::canvas::Hit;
use super::super::dialogs::{
    ComposeForm, DecisionForm, Dialog, PaletteForm, Reading, ReplyForm, SearchForm, TalkForm,
};
use super::super::field::Field;
use super::super::frame::{FirstTask, first_task, refusals};
use super::super::keymap::{Context, Intent, Screen, intent};
use super::{Notice, Seat, SeatEnd};
use crate::command::Command;
use crate::view::{Asks, LineAct, SeatView};
use crate::vocab::{AdministrationId, DecisionId, Pace, RequestId, Text};
use crate::words::Words;

/// The steps of pace: exercise minutes per second.
pub(super) const PACES: [u16; 7] = [1, 5, 15, 60, 120, 360, 1440];
/// The pace a seat begins with: a quarter of an hour per second.
pub(super) const FIRST_PACE: usize = 2;
/// Rows a page key moves.
const PAGE: isize = 10;

impl Seat {
    /// Takes in what happened at the terminal.
    pub fn update(&mut self, event: &Event) {
        self.changed = true;
        match event {
            Event::Key(key) if key.kind != KeyEventKind::Release => self.key(key),
            Event::Paste(text) => {
                if let Some(field) = self.text_field() {
                    field.paste(text);
                }
            }
            Event::Mouse(mouse) => self.mouse(*mouse),
            _ => {}
        }
    }

    fn key(&mut self, key: &KeyEvent) {
        if self.typed(key) {
            return;
        }
        let Some(intent) = intent(&self.contexts(), key) else {
            return;
        };
        self.act(intent);
    }

    /// Hands a key to the text field that has the focus; returns whether it was for the field.
    fn typed(&mut self, key: &KeyEvent) -> bool {
        if self.covered {
            return false;
        }
        let Some(field) = self.text_field() else {
            return false;
        };
        if !field.typed(key) {
            return false;
        }
        self.search_changed();
        true
    }

    /// Returns the text field that has the focus, if one has.
    fn text_field(&mut self) -> Option<&mut Field> {
        match &mut self.dialog {
            _ if self.asked.is_some() => None,
            Some(Dialog::Sheet) => self.sheet.as_mut()?.field(),
            // A paper can be read by whoever looks on; nothing is typed into it.
            Some(dialog) if dialog.holds_clock() && self.role.only_looks() => None,
            Some(dialog) => dialog.text_field(),
            None => None,
        }
    }

    fn mouse(&mut self, mouse: MouseEvent) {
        match mouse.kind {
            MouseEventKind::ScrollUp => self.act_if_bound(Intent::Up),
            MouseEventKind::ScrollDown => self.act_if_bound(Intent::Down),
            MouseEventKind::Down(MouseButton::Left) => {
                let place = Position::new(mouse.column, mouse.row);
                let hit = self
                    .hits
                    .iter()
                    .rev()
                    .find(|(area, _)| area.contains(place));
                match hit.map(|(_, hit)| *hit) {
                    Some(Hit::Tab(screen)) => self.act(Intent::Show(screen)),
                    Some(Hit::Row(at)) if self.choose_beside(at) => {}
                    Some(Hit::Row(at)) => self.select(at),
                    Some(Hit::Key(intent)) => self.act_if_bound(intent),
                    None => {}
                }
            }
            _ => {}
        }
    }

    /// Acts as a key would, if the present screen or dialog has such a key.
    fn act_if_bound(&mut self, intent: Intent) {
        let contexts = self.contexts();
        if super::super::keymap::rows(&contexts).any(|row| row.intent == intent) {
            self.act(intent);
        }
    }

    pub(in crate::tui) fn act(&mut self, intent: Intent) {
        self.act_now(intent);
        self.say_only_looking();
        self.hold_clock();
        self.read_log();
        self.go_on_in_guide();
    }

    pub(super) fn act_now(&mut self, intent: Intent) {
        self.notice = None;
        if intent == Intent::Cover {
            self.covered = !self.covered;
            return;
        }
        if self.act_on_asked(intent) || self.act_in_team(intent) {
            return;
        }
        if let Some(refusal) = self.why_only_looking(intent) {
            self.notice = Some(Notice::refused(refusal));
            return;
        }
        if let Some(why) = self.why_not(intent) {
            self.notice = Some(Notice::why_not(why));
            return;
        }
        if self.dialog.is_some() {
            self.act_in_dialog(intent);
            return;
        }
        match intent {
            Intent::Show(screen) => self.focus.screen = screen,
            Intent::Back => self.focus.screen = Screen::TownHall,
            Intent::ToggleClock | Intent::NextStop | Intent::Faster | Intent::Slower => {
                self.set_clock(intent);
            }
            Intent::Decide => self.open_task(),
            Intent::Measure(at) => {
                let measure = self.view.measures.get(usize::from(at)).cloned();
                self.dialog = measure.map(|measure| Dialog::Measure(Box::new(measure)));
            }
            Intent::RequestAid => self.open_compose(),
            Intent::AnswerAid => self.open_answer(),
            Intent::Mark => self.mark(),
            Intent::MarkAll => self.mark_all(),
            Intent::RecallAid => {
                self.dialog = self.request().map(|row| Dialog::Recall(row.id));
            }
            Intent::Deputy => self.open_deputies(),
            Intent::CustomerLine => {
                self.dialog = self.customer().map(|row| Dialog::Line(row.line.clone()));
            }
            Intent::CleanDevices => {
                let done = Some(Text::new("ui-clean-devices-done"));
                self.submit(Command::RequireCleanDevices, done);
            }
            Intent::WhatIf => self.open_asked(),
            Intent::Sheet => self.dialog = Some(Dialog::Sheet),
            Intent::FileNotice => self.dialog = self.notice_to_file().map(Dialog::Notice),
            Intent::Why => self.read(Reading::Why),
            Intent::Recovery => self.read(Reading::Recovery),
            Intent::OpenPlace => self.open_place(),
            Intent::Layer => self.next_layer(),
            Intent::ZoomIn => self.zoom(true),
            Intent::ZoomOut => self.zoom(false),
            Intent::Undo => self.take_back(),
            Intent::MoveFirst => self.move_customer(|_| 0),
            Intent::MoveUp if self.focus.screen == Screen::TownHall => {
                self.move_customer(|place| place.saturating_sub(1));
            }
            Intent::MoveDown if self.focus.screen == Screen::TownHall => {
                self.move_customer(|place| place + 1);
            }
            Intent::MoveUp => self.move_work(true),
            Intent::MoveDown => self.move_work(false),
            Intent::Search => self.dialog = Some(Dialog::Search(SearchForm::default())),
            Intent::Palette => self.dialog = Some(Dialog::Palette(PaletteForm::default())),
            Intent::Sort => self.sort_region(),
            Intent::OnlyDeadlines => self.toggle_only_deadlines(),
            Intent::ShowAll => self.focus.show_all = !self.focus.show_all,
            Intent::Up | Intent::Down | Intent::PageUp | Intent::PageDown => {
                self.go(rows_moved(intent).unwrap_or(0));
            }
            Intent::Previous => self.shift(-1),
            Intent::Next => self.shift(1),
            Intent::Filter => self.next_log_filter(),
            Intent::MarkRead => self.read_all(),
            Intent::Acknowledge => self.acknowledge(),
            Intent::OpenEntry => self.open_entry(),
            Intent::Forward => self.open_forward(),
            Intent::Export => self.export_log(),
            Intent::Ready => self.toggle_ready(),
            Intent::TableTalk => self.open_talk(),
            Intent::Compare => {
                let shown = self.focus.series;
                self.focus.beside = self.focus.beside.is_none().then_some(shown);
            }
            Intent::Enlarge => self.focus.enlarged = !self.focus.enlarged,
            _ => self.general(intent),
        }
    }

    /// Does what works with and without a dialog.
    pub(super) fn general(&mut self, intent: Intent) {
        match intent {
            Intent::Language => {
                self.settings.lang = self.settings.lang.other();
                self.words = Words::shared(self.settings.lang);
            }
            Intent::Light => self.settings.theme.light = !self.settings.theme.light,
            Intent::Graphs => self.settings.graphs = self.settings.graphs.next(),
            Intent::Guide => self.read(Reading::Guide),
            Intent::About => self.read(Reading::About),
            Intent::Guided => self.settings.guided = !self.settings.guided,
            Intent::Quit => self.dialog = Some(Dialog::Quit),
            _ => {}
        }
    }

    /// Says that the seat is ready to go on, or not any more.
    fn toggle_ready(&mut self) {
        let round = self.view.public.clock.round.as_ref();
        let is_ready = round.is_some_and(|round| round.ready.contains(&self.id));
        let result = self.door.ready(self.id, !is_ready);
        self.notice = result.err().map(Notice::refused);
    }

    /// Returns how the most urgent report is handed in, if one can be.
    pub(super) fn notice_to_file(&self) -> Option<LineAct> {
        let mut notices = self.view.town_hall.notices.iter();
        notices.find_map(|row| row.act.clone())
    }

    pub(super) fn read(&mut self, reading: Reading) {
        self.dialog = Some(Dialog::Reader(reading, 0));
    }

    /// Opens the talk, with the selected place where one is selected.
    fn open_talk(&mut self) {
        let mut form = TalkForm::new(&self.view);
        if let Some(place) = self.selected_place() {
            form.begin_with(place);
        }
        self.dialog = Some(Dialog::Talk(form));
    }

    /// Returns the place selected in the region or on the map.
    fn selected_place(&self) -> Option<AdministrationId> {
        match self.focus.screen {
            Screen::Map => {
                let selected = self.focus.map.selected(&self.view.region);
                selected.map(|place| place.id)
            }
            Screen::Region => self.region_place(),
            _ => None,
        }
    }

    fn open_place(&mut self) {
        match self.selected_place() {
            Some(place) => self.read(Reading::Place(place)),
            None => self.fold_region(true),
        }
    }

    /// Opens what the page names as the first thing to do: a paper, a message to answer, or the requests.
    fn open_task(&mut self) {
        match first_task(&self.view) {
            Some(FirstTask::Decision(at)) => self.open_decision(at),
            Some(FirstTask::Message(inject)) => {
                let inject = inject.to_owned();
                self.open_reply(&inject);
            }
            Some(FirstTask::Requests) => self.focus.screen = Screen::Aid,
            Some(FirstTask::Refusals) => self.answer_to(&refusals(&self.view)),
            None => {}
        }
    }

    pub(super) fn open_decision(&mut self, at: usize) {
        if let Some(paper) = self.view.decisions.get(at) {
            self.dialog = Some(Dialog::Decision(DecisionForm::new(
                paper,
                self.decider,
                &self.view,
            )));
        }
    }

    /// Opens this very paper, if it still waits.
    pub(in crate::tui) fn open_paper(&mut self, id: DecisionId) {
        let papers = &self.view.decisions;
        if let Some(at) = papers.iter().position(|paper| paper.id == id) {
            self.open_decision(at);
            self.hold_clock();
        }
    }

    /// Opens the answer to this inject.
    pub(in crate::tui) fn open_reply(&mut self, inject: &str) {
        let form = ReplyForm::new(inject, self.decider, &self.view);
        self.dialog = Some(Dialog::Reply(form));
    }

    fn open_compose(&mut self) {
        let service = match self.focus.screen {
            Screen::TownHall => self.service().map(|row| row.id),
            _ => None,
        };
        let places: Vec<_> = match self.focus.screen {
            Screen::Region if self.focus.region.marked.is_empty() => {
                self.region_place().into_iter().collect()
            }
            Screen::Region => self.focus.region.marked.iter().copied().collect(),
            _ => Vec::new(),
        };
        let form = ComposeForm::new(&self.view.aid, service, &places);
        self.dialog = Some(Dialog::Compose(Box::new(form)));
    }

    fn open_answer(&mut self) {
        let requests: Vec<RequestId> = self.to_answer().iter().map(|row| row.id).collect();
        self.answer_to(&requests);
    }

    /// Takes the pace that a phase of the exercise plans when it begins.
    pub(super) fn take_pace_of_stage(&mut self, view: &SeatView) {
        let number = |view: &SeatView| view.public.stage.as_ref().map(|stage| stage.number);
        if number(view) != number(&self.view)
            && let Some(step) = pace_of_stage(view)
        {
            self.pace_step = step;
        }
    }

    fn set_clock(&mut self, intent: Intent) {
        let pace = self.view.public.clock.pace;
        match intent {
            Intent::Faster => self.pace_step = (self.pace_step + 1).min(PACES.len() - 1),
            Intent::Slower => self.pace_step = self.pace_step.saturating_sub(1),
            _ => {}
        }
        let chosen = Pace::MinutesPerSecond(PACES[self.pace_step]);
        let wanted = match (intent, pace) {
            (Intent::NextStop, _) => Pace::NextStop,
            (Intent::ToggleClock, Pace::Stopped) => chosen,
            (Intent::ToggleClock, _) => Pace::Stopped,
            (_, Pace::Stopped) => {
                let minutes = u32::from(PACES[self.pace_step]);
                self.notice = Some(Notice::good(
                    Text::new("ui-pace-chosen").with("pace", crate::vocab::Arg::Minutes(minutes)),
                ));
                return;
            }
            _ => chosen,
        };
        self.submit(Command::SetClock(wanted), None);
    }

    /// Hands in a command; returns whether it was accepted and says so, or why not.
    pub(super) fn submit(&mut self, command: Command, done: Option<Text>) -> bool {
        match self.door.submit(self.id, command) {
            Ok(()) => {
                self.notice = done.map(Notice::good);
                true
            }
            Err(refusal) => {
                self.notice = Some(Notice::refused(refusal));
                false
            }
        }
    }

    /// Moves the selection of the present screen.
    fn go(&mut self, by: isize) {
        match self.focus.screen {
            Screen::TownHall if self.view.town_hall.services.is_empty() => {
                let customers = self.view.town_hall.customers.len();
                self.select(moved(self.focus.customer, by, customers));
            }
            Screen::TownHall => {
                let shown = self.shown_services();
                self.select(Self::further(&shown, self.selected_service(), by));
            }
            Screen::Region => self.go_in_region(by),
            Screen::Map => self.go_on_map(0, by),
            Screen::Work => self.focus.work = moved(self.focus.work, by, self.view.work.rows.len()),
            Screen::Aid => {
                let shown = self.shown_requests();
                self.select(Self::further(&shown, self.selected_request(), by));
            }
            Screen::Course => {
                self.focus.mark = moved(self.focus.mark, by, self.view.course.marks.len());
            }
            Screen::Log => self.go_in_log(by),
            Screen::Outcome => {
                self.focus.outcome = moved(self.focus.outcome, by, usize::from(u16::MAX));
            }
        }
    }

    fn select(&mut self, at: usize) {
        match &mut self.dialog {
            Some(Dialog::Search(form)) => {
                form.selected = at;
                return;
            }
            Some(Dialog::Palette(_)) => {
                self.choose_order(at);
                return;
            }
            Some(Dialog::Deputies(chosen)) => {
                *chosen = at;
                return;
            }
            _ => {}
        }
        match self.focus.screen {
            Screen::TownHall => {
                self.focus.customer = at;
                self.focus.service = self.view.town_hall.services.get(at).map(|row| row.id);
            }
            Screen::Region => self.select_in_region(at),
            Screen::Map => self.select_on_map(at),
            Screen::Work => self.focus.work = at,
            Screen::Aid => self.focus.request = self.view.aid.rows.get(at).map(|row| row.id),
            Screen::Course => self.focus.mark = at,
            Screen::Log => self.select_in_log(at),
            Screen::Outcome => {}
        }
    }

    /// Changes what the present screen shows: the curve, the filter.
    fn shift(&mut self, by: isize) {
        match self.focus.screen {
            Screen::Region => self.fold_region(by > 0),
            Screen::Map => self.go_on_map(by, 0),
            Screen::Course => {
                let curves = self.view.course.curves().count();
                self.focus.series = around(self.focus.series, by, curves);
            }
            Screen::Log => self.next_box(by),
            _ => {}
        }
    }

    /// Leaves the seat.
    pub(super) fn leave(&mut self) {
        self.end = Some(SeatEnd::Left);
    }

    /// Closes dialogs about something that somebody else has settled meanwhile.
    pub(super) fn close_settled_dialogs(&mut self) {
        let settled = match &mut self.dialog {
            Some(Dialog::Decision(form)) => !self
                .view
                .decisions
                .iter()
                .any(|paper| paper.id == form.decision),
            Some(Dialog::Answer(form)) => {
                let rows = &self.view.aid.rows;
                form.keep(|id| rows.iter().any(|row| row.id == id && row.can_answer));
                form.requests.is_empty()
            }
            Some(Dialog::Reply(form)) => {
                let entry = form.entry(&self.view);
                entry.is_none_or(|entry| entry.asks == Some(Asks::Done))
            }
            Some(Dialog::Recall(id)) => !self
                .view
                .aid
                .rows
                .iter()
                .any(|row| row.id == *id && row.can_recall),
            _ => false,
        };
        if settled {
            self.dialog = None;
            self.notice = Some(Notice::why_not(Text::new("ui-settled-meanwhile")));
        }
    }

    pub(super) fn dialog_context(&self) -> Option<Context> {
        self.dialog.as_ref().map(Dialog::context)
    }
}

/// The rows by which an order moves in a list; none if it does something else.
pub(in crate::tui) fn rows_moved(intent: Intent) -> Option<isize> {
    match intent {
        Intent::Up => Some(-1),
        Intent::Down => Some(1),
        Intent::PageUp => Some(-PAGE),
        Intent::PageDown => Some(PAGE),
        _ => None,
    }
}

/// Moves a position in a list and stays in it.
pub(in crate::tui) fn moved(at: usize, by: isize, count: usize) -> usize {
    at.saturating_add_signed(by).min(count.saturating_sub(1))
}

/// Moves a position in a ring.
pub(in crate::tui) fn around(at: usize, by: isize, count: usize) -> usize {
    if count == 0 {
        return 0;
    }
    let count_signed = isize::try_from(count).unwrap_or(isize::MAX);
    let at = isize::try_from(at % count).unwrap_or(0);
    usize::try_from((at + by).rem_euclid(count_signed)).unwrap_or(0)
}

/// The step of [`PACES`] that the present phase of the exercise plans; none without phases.
pub(super) fn pace_of_stage(view: &SeatView) -> Option<usize> {
    let planned = view.public.stage.as_ref()?.pace;
    let step = PACES.iter().position(|pace| *pace >= planned);
    Some(step.unwrap_or(PACES.len() - 1))
}
