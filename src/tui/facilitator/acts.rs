//! What the facilitator's keys do.

use super::super::keymap::{DeskScreen, Intent};
use super::super::seat::{Notice, around, moved, rows_moved};
use super::super::theme::ColorDepth;
use super::find_seat::FindSeat;
use super::{
    CoverFor, EntryForm, Facilitator, FacilitatorEnd, LeadDialog, LeapForm, Place, RewindForm,
    Waiting,
};
use crate::command::Command;
use crate::exercise::door::{Direction, Visit};
use crate::view::{Holder, NextAct};
use crate::vocab::{AdministrationId, Arg, ClockMode, Decider, Intervention, Pace, SimTime, Text};
use crate::words::Words;

/// The steps of the free clock: exercise minutes per second.
const PACES: [u16; 7] = [1, 5, 15, 60, 120, 360, 1440];
/// Minutes that a step goes forth or back where a second try begins.
const QUARTER: i64 = 15;
/// The plan by which a bot takes a seat.
const PLAN: &str = "by_the_book";

impl Facilitator {
    pub(super) fn act(&mut self, intent: Intent) {
        self.notice = None;
        if self.dialog.is_some() {
            self.in_dialog(intent);
            return;
        }
        if let Some(why) = self.why_not(intent) {
            self.notice = Some(Notice::why_not(why));
            return;
        }
        if self.act_on_script(intent) {
            return;
        }
        if self.screen == DeskScreen::Observe && self.act_on_notes(intent) {
            return;
        }
        if self.screen == DeskScreen::Attendance && self.act_on_places(intent) {
            return;
        }
        match intent {
            Intent::Desk(screen) => self.show(screen),
            Intent::LookAtSeat(number) => self.look_at(usize::from(number).saturating_sub(1)),
            Intent::WhatIf => self.open_asked(),
            Intent::Sheet => self.open_sheet(),
            Intent::FindSeat => self.dialog = Some(LeadDialog::FindSeat(FindSeat::default())),
            Intent::NextThing => self.next_thing(),
            Intent::ToggleClock => self.toggle_clock(),
            Intent::Faster => self.change_pace(1),
            Intent::Slower => self.change_pace(-1),
            Intent::ClockMode => self.next_mode(),
            Intent::Leap => self.dialog = Some(LeadDialog::Leap(LeapForm::new(&self.view, None))),
            Intent::CheckReady => self.check_ready(),
            Intent::Rewind => self.dialog = Some(LeadDialog::Rewind(RewindForm::default())),
            Intent::EnterFor => {
                let seat = self.chosen().map(|row| row.seat.id);
                self.dialog = seat.map(|seat| LeadDialog::Entry(EntryForm::new(seat, None)));
            }
            Intent::HandOver => {
                if let Some(seat) = self.chosen().map(|row| row.seat.id) {
                    // The clock is no player's business.
                    if self.view.clock_runs() {
                        let _ = self.door.direct(Direction::Talk);
                    }
                    self.place = Place::Cover(CoverFor::Seat(seat));
                }
            }
            Intent::Ready => self.toggle_ready(),
            Intent::Hold => self.toggle_holder(),
            Intent::NoticeTrace => self.ask_to_intervene(Intervention::NoticeTrace),
            Intent::SlowAttack => self.ask_to_intervene(Intervention::SlowAttack),
            Intent::HastenAttack => self.ask_to_intervene(Intervention::HastenAttack),
            Intent::Terms => self.dialog = Some(LeadDialog::Terms(0)),
            Intent::OtherTable => self.knowledge = self.knowledge.is_none().then_some(0),
            Intent::Outlook => {
                let result = self.door.direct(Direction::Outlook);
                self.say(result, None);
            }
            Intent::OpenPlace => self.open_foothold(),
            Intent::Up | Intent::Down | Intent::PageUp | Intent::PageDown => {
                self.go(rows_moved(intent).unwrap_or(0));
            }
            other => self.settings_or_quit(other),
        }
    }

    /// Returns why an intent is not possible now; `None` if it is.
    pub(super) fn why_not(&self, intent: Intent) -> Option<Text> {
        let ended = self.view.public.clock.ended;
        let holder = self.chosen().map(|row| &row.holder);
        let key = match intent {
            Intent::ToggleClock
            | Intent::Faster
            | Intent::Slower
            | Intent::Leap
            | Intent::EnterFor
            | Intent::HandOver
            | Intent::Ready
            | Intent::Hold
            | Intent::NoticeTrace
            | Intent::SlowAttack
            | Intent::HastenAttack
            | Intent::ReleaseInject
            | Intent::HoldInject
            | Intent::SkipInject
            | Intent::EditInject
            | Intent::AcknowledgeForAll
            | Intent::Improvise
            | Intent::Shorten
                if ended =>
            {
                "ui-why-ended"
            }
            Intent::Faster | Intent::Slower if self.view.room.mode != ClockMode::Free => {
                "ui-why-not-free"
            }
            Intent::EnterFor | Intent::HandOver | Intent::Ready
                if holder != Some(&Holder::Person) =>
            {
                "ui-why-nobody-there"
            }
            Intent::Ready if self.view.room.mode != ClockMode::Rounds => "ui-why-no-rounds",
            Intent::Rewind | Intent::WhatIf | Intent::Sheet if self.attending.from_afar => {
                "ui-why-only-at-host"
            }
            Intent::WhatIf if self.asking.is_none() => "ui-observe-no-record",
            Intent::Sheet if self.answers.is_none() => "ui-observe-no-record",
            Intent::Sheet if !self.has_questions() => "ui-why-no-questions",
            Intent::Rewind if self.view.decided.is_empty() => "ui-why-nothing-decided",
            Intent::NoticeTrace if self.view.background.footholds.is_empty() => {
                "ui-why-no-foothold"
            }
            Intent::Light if self.settings.theme.depth != ColorDepth::True => {
                "ui-why-terminal-colours"
            }
            _ => return self.why_not_script(intent).map(Text::new),
        };
        Some(Text::new(key))
    }

    /// Looks whether anything stands against beginning.
    fn check_ready(&mut self) {
        let notebook = self.observing.notebook.as_ref();
        let Some(notebook) = notebook else {
            self.notice = Some(Notice::why_not(Text::new("ui-observe-no-record")));
            return;
        };
        match notebook.ready() {
            Ok(findings) => self.dialog = Some(LeadDialog::Ready(findings, 0)),
            Err(why) => self.notice = Some(Notice::why_not(why)),
        }
    }

    fn show(&mut self, screen: DeskScreen) {
        let first_look = screen == DeskScreen::Background
            && self.view.outlook == crate::view::OutlookState::NotAsked;
        self.screen = screen;
        if screen == DeskScreen::Observe {
            self.look_at_notes();
        }
        if first_look {
            // Reckoned aside; nothing in the exercise changes.
            let _ = self.door.direct(Direction::Outlook);
        }
    }

    fn next_thing(&mut self) {
        match self.view.next.act.clone() {
            NextAct::EndBriefing => {
                let result = self.door.direct(Direction::EndBriefing);
                self.say(result, Some(Text::new("ui-lead-briefed")));
            }
            NextAct::RunTo(to) => {
                let result = self.door.direct(Direction::RunTo(to));
                self.say(result, None);
            }
            NextAct::GoOn => self.toggle_clock(),
            NextAct::Decide(seat, paper) => self.enter_for(seat, Waiting::Paper(paper)),
            NextAct::Reply(seat, inject) => self.enter_for(seat, Waiting::Inject(inject)),
            NextAct::Leap(to) => {
                self.dialog = Some(LeadDialog::Leap(LeapForm::new(&self.view, Some(to))));
            }
            NextAct::HotWash => self.look_at(self.seat),
        }
    }

    /// Asks who decides what waits for a seat, before it is opened there.
    fn enter_for(&mut self, seat: AdministrationId, about: Waiting) {
        let mut seats = self.view.seats.iter();
        let at = seats.position(|row| row.seat.id == seat);
        self.seat = at.unwrap_or(self.seat);
        self.dialog = Some(LeadDialog::Entry(EntryForm::new(seat, Some(about))));
    }

    fn toggle_clock(&mut self) {
        if self.view.clock_runs() {
            let result = self.door.direct(Direction::Talk);
            self.say(result, Some(Text::new("ui-lead-talk")));
        } else if self.is_held() {
            self.dialog = Some(LeadDialog::GoOn);
        } else {
            self.go_on();
        }
    }

    /// Whether a round waits for a decision.
    fn is_held(&self) -> bool {
        let mut persons = self
            .view
            .seats
            .iter()
            .filter(|row| row.holder == Holder::Person);
        self.view.room.mode == ClockMode::Rounds
            && persons.any(|row| row.pressing(self.view.public.clock.now.at).next().is_some())
    }

    fn go_on(&mut self) {
        let result = self.door.direct(Direction::GoOn);
        self.say(result, None);
    }

    fn change_pace(&mut self, by: isize) {
        let now = self.view.room.free_pace;
        let at = PACES.iter().position(|pace| *pace >= now);
        let at = at.unwrap_or(PACES.len() - 1);
        let pace = PACES[moved(at, by, PACES.len())];
        let result = self.door.direct(Direction::FreePace(pace));
        let minutes = Arg::Minutes(u32::from(pace));
        let done = Text::new("ui-lead-pace").with("pace", minutes);
        self.say(result, Some(done));
    }

    fn next_mode(&mut self) {
        let mode = self.view.room.mode.next();
        let result = self.door.direct(Direction::Mode(mode));
        let done = Text::new(match mode {
            ClockMode::OneToOne => "ui-mode-one-to-one-chosen",
            ClockMode::Free => "ui-mode-free-chosen",
            ClockMode::Rounds => "ui-mode-rounds-chosen",
        });
        self.say(result, Some(done));
    }

    fn toggle_ready(&mut self) {
        if let Some((seat, ready)) = self.chosen().map(|row| (row.seat.id, row.ready)) {
            let result = self.door.ready(seat, !ready);
            self.say(result, None);
        }
    }

    /// Gives the chosen seat to a bot, or to a person again.
    pub(super) fn toggle_holder(&mut self) {
        let Some(row) = self.chosen() else { return };
        let (seat, name) = (row.seat.id, row.seat.name.clone());
        let (plan, done) = if row.holder == Holder::Person {
            let plans = &self.view.plans;
            let by_the_book = plans.iter().find(|(id, _)| id == PLAN);
            let plan = by_the_book.or(plans.first()).map(|(id, _)| id.clone());
            (plan, "ui-lead-held-by-control")
        } else {
            (None, "ui-lead-held-by-person")
        };
        let result = self.door.direct(Direction::Hold { seat, plan });
        self.say(result, Some(Text::new(done).name("seat", name)));
    }

    fn ask_to_intervene(&mut self, intervention: Intervention) {
        self.dialog = Some(LeadDialog::Intervene(intervention));
    }

    fn intervene(&mut self, intervention: Intervention) {
        let footholds = &self.view.background.footholds;
        let chosen = footholds.get(self.foothold.min(footholds.len().saturating_sub(1)));
        let (seat, name) = match (intervention, chosen) {
            (Intervention::NoticeTrace, Some(foothold)) => (foothold.at, foothold.name.clone()),
            // It is about the attack as a whole; the line stands at the first seat.
            _ => match self.view.seats.first() {
                Some(row) => (row.seat.id, String::new()),
                None => return,
            },
        };
        let done = match intervention {
            Intervention::NoticeTrace => Text::new("ui-lead-trace-noticed").name("place", name),
            Intervention::SlowAttack => Text::new("ui-lead-slower"),
            Intervention::HastenAttack => Text::new("ui-lead-faster"),
        };
        let result = self.door.submit(seat, Command::Intervene(intervention));
        self.say(result, Some(done));
    }

    fn open_foothold(&mut self) {
        let foothold = self.view.background.footholds.get(self.foothold);
        let at = foothold.map(|foothold| foothold.at);
        let seat = self
            .view
            .seats
            .iter()
            .position(|row| Some(row.seat.id) == at);
        match seat {
            Some(seat) => self.look_at(seat),
            None => self.notice = Some(Notice::why_not(Text::new("ui-why-no-seat-there"))),
        }
    }

    fn go(&mut self, by: isize) {
        match self.screen {
            DeskScreen::Script if self.script.is_here => self.go_in_script(by),
            DeskScreen::Script => self.seat = moved(self.seat, by, self.view.seats.len()),
            DeskScreen::Background if let Some(first) = &mut self.knowledge => {
                *first = moved(*first, by, self.view.background.known.len());
            }
            DeskScreen::Background => {
                let count = self.view.background.footholds.len();
                self.foothold = moved(self.foothold, by, count);
            }
            // Its own keys go there.
            DeskScreen::Observe | DeskScreen::Attendance => {}
        }
    }

    pub(super) fn settings_or_quit(&mut self, intent: Intent) {
        match intent {
            Intent::Language => {
                self.settings.lang = self.settings.lang.other();
                self.words = Words::shared(self.settings.lang);
            }
            Intent::Light => self.settings.theme.light = !self.settings.theme.light,
            Intent::Graphs => self.settings.graphs = self.settings.graphs.next(),
            Intent::Guide => self.dialog = Some(LeadDialog::Guide(0)),
            Intent::Quit => self.dialog = Some(LeadDialog::Quit),
            _ => {}
        }
    }

    fn in_dialog(&mut self, intent: Intent) {
        let Some(dialog) = &mut self.dialog else {
            return;
        };
        if intent == Intent::Quit {
            self.dialog = Some(LeadDialog::Quit);
            return;
        }
        match dialog {
            LeadDialog::Quit => match intent {
                Intent::Accept => self.leave(FacilitatorEnd::Left),
                _ => self.dialog = None,
            },
            LeadDialog::GoOn => {
                self.dialog = None;
                if intent == Intent::Accept {
                    self.go_on();
                }
            }
            LeadDialog::Confirm(form) => {
                let to = form.to(&self.view);
                self.dialog = None;
                if let Some(to) = to.filter(|_| intent == Intent::Accept) {
                    self.leave(FacilitatorEnd::Rewind(to));
                }
            }
            LeadDialog::Intervene(intervention) => {
                let intervention = *intervention;
                self.dialog = None;
                if intent == Intent::Accept {
                    self.intervene(intervention);
                }
            }
            LeadDialog::LeaveOut(name, reason) => {
                let (name, reason) = (name.clone(), reason.clone());
                self.dialog = None;
                if intent == Intent::Accept {
                    self.leave_out(name, reason);
                }
            }
            LeadDialog::Leap(form) => match intent {
                Intent::PreviousField => form.go(-1),
                Intent::NextField => form.go(1),
                Intent::Previous => form.shift(-1),
                Intent::Next => form.shift(1),
                Intent::Accept => {
                    let (to, orders) = (form.to(), form.orders());
                    self.dialog = None;
                    self.leap(to, orders);
                }
                _ => self.dialog = None,
            },
            LeadDialog::Rewind(form) => match (intent, rows_moved(intent)) {
                (_, Some(by)) => form.choose(moved(form.chosen, by, self.view.decided.len())),
                (Intent::Previous, _) => form.shift(-QUARTER, &self.view),
                (Intent::Next, _) => form.shift(QUARTER, &self.view),
                (Intent::ZoomOut, _) => form.shift(-1, &self.view),
                (Intent::ZoomIn, _) => form.shift(1, &self.view),
                _ => {
                    let form = *form;
                    let is_there = intent == Intent::Accept && form.to(&self.view).is_some();
                    self.dialog = is_there.then_some(LeadDialog::Confirm(form));
                }
            },
            LeadDialog::Entry(form) => match intent {
                Intent::NextField | Intent::PreviousField => form.in_name = !form.in_name,
                Intent::Previous => {
                    form.decider = around(form.decider, -1, Decider::ALL.len());
                }
                Intent::Next => form.decider = around(form.decider, 1, Decider::ALL.len()),
                Intent::Accept => {
                    let visit = Visit::Enter {
                        decider: form.decider(),
                        name: form.name.text().trim().to_owned(),
                    };
                    let (seat, about) = (form.seat, form.about.take());
                    self.visit(seat, visit);
                    if let Place::Seat(seat, _) = &mut self.place {
                        match about {
                            Some(Waiting::Paper(paper)) => seat.open_paper(paper),
                            Some(Waiting::Inject(inject)) => seat.open_reply(&inject),
                            None => {}
                        }
                    }
                }
                _ => self.dialog = None,
            },
            LeadDialog::Improvise(_) => self.in_improvise(intent),
            LeadDialog::FindSeat(_) => self.in_find_seat(intent),
            LeadDialog::Guide(scroll)
            | LeadDialog::Terms(scroll)
            | LeadDialog::Inject(_, scroll)
            | LeadDialog::Decided(_, scroll)
            | LeadDialog::Ready(_, scroll) => match intent {
                Intent::Accept | Intent::Back => self.dialog = None,
                other => match rows_moved(other) {
                    Some(by) => *scroll = scroll.saturating_add_signed(by),
                    None => self.settings_or_quit(other),
                },
            },
        }
    }

    fn leap(&mut self, to: Option<SimTime>, orders: Vec<(AdministrationId, String)>) {
        if let Some(to) = to {
            let result = self.door.direct(Direction::Leap { to, orders });
            self.say(result, None);
        }
    }

    /// Whether the clock stands because the facilitator talks.
    pub(super) fn talks(&self) -> bool {
        self.view.room.talking && self.view.public.clock.pace == Pace::Stopped
    }
}
