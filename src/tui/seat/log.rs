//! Tagebuch: which box is open, what is selected, and what this person has read.
//!
//! Reading changes nothing in the world and is no act: it belongs to the person at the screen. It is kept beside the
//! record, so that it is not all new again when the record is taken up.

use std::collections::BTreeSet;

use super::super::dialogs::{DecisionForm, Dialog, ForwardForm, ReplyForm};
use super::super::keymap::Screen;
use super::log_rows::{LogRow, Placed, rows};
use super::update::{around, moved};
use super::{Seat, SeatRole};
use crate::command::Command;
use crate::exercise::door::ReadMark;
use crate::view::{Asks, LogEntry, LogInject, LogKind, SeatView};
use crate::vocab::{MessageClass, Text};

/// The boxes of the log.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::tui) enum LogBox {
    /// What others told the seat.
    Inbox,
    /// What the seat sent to others.
    Outbox,
    /// What the seat decided.
    Decisions,
    /// Steps of aid.
    Aid,
    /// Everything.
    All,
}

impl LogBox {
    pub const ALL: [Self; 5] = [
        Self::Inbox,
        Self::Outbox,
        Self::Decisions,
        Self::Aid,
        Self::All,
    ];

    pub fn holds(self, entry: &LogEntry) -> bool {
        match self {
            Self::Inbox => entry.kind == LogKind::Message,
            Self::Outbox => entry.to.is_some(),
            Self::Decisions => entry.kind == LogKind::Decision,
            Self::Aid => entry.kind == LogKind::Aid,
            Self::All => true,
        }
    }
}

/// Which entries of a box are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::tui) enum LogFilter {
    /// All of them.
    All,
    /// Those that ask for something.
    Open,
    /// Those that ask for something by some time.
    Deadline,
    /// Those that nobody has read.
    Unread,
    /// Alarms.
    Alarms,
}

impl LogFilter {
    const ALL: [Self; 5] = [
        Self::All,
        Self::Open,
        Self::Unread,
        Self::Alarms,
        Self::Deadline,
    ];
}

/// How an entry stands for the person at the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::tui) enum EntryState {
    /// It waits for a decision or an answer.
    Open,
    /// Nobody has read it.
    New,
    /// Read.
    Read,
    /// Decided or answered.
    Done,
}

/// What the log shows and what has been read.
pub(in crate::tui) struct LogFocus {
    pub shown: LogBox,
    pub filter: LogFilter,
    /// Position of the selected entry in the whole log; `None` follows the newest.
    selected: Option<usize>,
    /// The messages that were read. The minute tells a message of another try from one that stood in its place.
    read: BTreeSet<ReadMark>,
    /// Positions of the messages that opened by themselves.
    opened: BTreeSet<usize>,
    /// Of which many each stands in a line of its own: the positions of their oldest.
    one_by_one: BTreeSet<usize>,
}

impl LogFocus {
    pub const fn new() -> Self {
        Self {
            shown: LogBox::Inbox,
            filter: LogFilter::All,
            selected: None,
            read: BTreeSet::new(),
            opened: BTreeSet::new(),
            one_by_one: BTreeSet::new(),
        }
    }

    /// Returns how a message stands; only messages from others are read or answered.
    pub fn state(&self, at: usize, entry: &LogEntry) -> Option<EntryState> {
        if entry.kind != LogKind::Message {
            return None;
        }
        Some(match entry.asks {
            Some(Asks::Decision(_) | Asks::Answer(_) | Asks::Reply) => EntryState::Open,
            Some(Asks::Done) => EntryState::Done,
            None if self.has_read(at, entry) => EntryState::Read,
            None => EntryState::New,
        })
    }

    /// Returns how a line stands: of many messages, as the newest, or new while one of them is.
    pub fn state_of(&self, row: &LogRow<'_>) -> Option<EntryState> {
        let newest = self.state(row.at, row.entry);
        let mut older = row.more.iter();
        let any_new = older.any(|(at, entry)| self.is_new(*at, entry));
        if any_new {
            Some(EntryState::New)
        } else {
            newest
        }
    }

    /// Returns whether a message has not been read, whatever it asks for.
    pub fn is_new(&self, at: usize, entry: &LogEntry) -> bool {
        entry.kind == LogKind::Message && !self.has_read(at, entry)
    }

    fn has_read(&self, at: usize, entry: &LogEntry) -> bool {
        self.read.contains(&(at, entry.at.at))
    }

    /// Begins with what was read before.
    pub fn begin_with(&mut self, read: Vec<ReadMark>) {
        self.read.extend(read);
    }

    /// Returns how many messages have not been read.
    pub fn unread(&self, view: &SeatView) -> usize {
        let entries = view.log.entries.iter().enumerate();
        entries
            .filter(|(at, entry)| self.is_new(*at, entry))
            .count()
    }

    /// Returns the lines shown, newest first.
    pub fn rows<'v>(&self, view: &'v SeatView) -> Vec<LogRow<'v>> {
        let all = view.log.entries.iter().enumerate().rev();
        let shown: Vec<Placed<'v>> = all
            .filter(|(at, entry)| self.shown.holds(entry) && self.passes(view, *at, entry))
            .collect();
        rows(&shown, &self.one_by_one)
    }

    fn passes(&self, view: &SeatView, at: usize, entry: &LogEntry) -> bool {
        let passes = match self.filter {
            LogFilter::All => true,
            LogFilter::Open => self.state(at, entry) == Some(EntryState::Open),
            LogFilter::Deadline => match entry.asks {
                Some(Asks::Decision(_)) => true,
                Some(Asks::Answer(request)) => view.answer_due(request).is_some(),
                Some(Asks::Reply) => entry.inject.as_ref().is_some_and(|of| of.due.is_some()),
                Some(Asks::Done) | None => false,
            },
            LogFilter::Unread => self.is_new(at, entry),
            LogFilter::Alarms => entry.alarm,
        };
        // What is being read stays until something else is.
        passes || self.selected == Some(at)
    }

    /// Returns which of the shown lines is selected.
    pub fn row(&self, shown: &[LogRow<'_>]) -> usize {
        let holds = |row: &LogRow<'_>, at| row.all().any(|(other, _)| other == at);
        self.selected
            .and_then(|at| shown.iter().position(|row| holds(row, at)))
            .unwrap_or(0)
    }

    fn select(&mut self, row: usize, shown: &[LogRow<'_>]) {
        self.selected = match row {
            // The newest stays selected as entries come.
            0 => None,
            row => shown.get(row).map(|row| row.at),
        };
    }

    /// Counts the selected line as read; returns the messages of it that were new.
    fn read_selected(&mut self, view: &SeatView) -> Vec<ReadMark> {
        let shown = self.rows(view);
        let Some(row) = shown.get(self.row(&shown)) else {
            return Vec::new();
        };
        let mark = |(at, entry): Placed<'_>| (at, entry.at.at);
        let new = row.all().filter(|(at, entry)| self.is_new(*at, entry));
        let new: Vec<ReadMark> = new.map(mark).collect();
        self.read.extend(row.all().map(mark));
        if self.filter != LogFilter::All {
            self.selected = Some(row.at);
        }
        new
    }

    /// Opens the line of many that is selected, or lets those that stand one by one be a line again.
    fn open_or_close(&mut self, view: &SeatView) {
        let shown = self.rows(view);
        let Some(row) = shown.get(self.row(&shown)) else {
            return;
        };
        if let Some((oldest, _)) = row.of_many
            && !self.one_by_one.remove(&oldest)
        {
            self.one_by_one.insert(oldest);
        }
    }
}

impl Seat {
    /// Counts the selected entry as read while the log is on the screen.
    pub(super) fn read_log(&mut self) {
        if self.focus.screen == Screen::Log && self.dialog.is_none() && !self.covered {
            let view = self.view.clone();
            let read = self.focus.log.read_selected(&view);
            self.keep_read(&read);
        }
    }

    pub(super) fn go_in_log(&mut self, by: isize) {
        let view = self.view.clone();
        let shown = self.focus.log.rows(&view);
        let row = moved(self.focus.log.row(&shown), by, shown.len());
        self.focus.log.select(row, &shown);
    }

    pub(super) fn select_in_log(&mut self, row: usize) {
        let view = self.view.clone();
        let shown = self.focus.log.rows(&view);
        self.focus.log.select(row, &shown);
    }

    /// Opens another box.
    pub(super) fn next_box(&mut self, by: isize) {
        let log = &mut self.focus.log;
        let at = LogBox::ALL.iter().position(|one| *one == log.shown);
        log.shown = LogBox::ALL[around(at.unwrap_or(0), by, LogBox::ALL.len())];
        log.selected = None;
    }

    /// Shows other entries of the box.
    pub(super) fn next_log_filter(&mut self) {
        let log = &mut self.focus.log;
        let at = LogFilter::ALL.iter().position(|one| *one == log.filter);
        log.filter = LogFilter::ALL[around(at.unwrap_or(0), 1, LogFilter::ALL.len())];
        log.selected = None;
    }

    /// Shows an entry of the log, wherever it stands.
    pub(super) fn show_entry(&mut self, at: usize) {
        self.focus.screen = Screen::Log;
        self.focus.log.shown = LogBox::All;
        self.focus.log.filter = LogFilter::All;
        self.focus.log.selected = Some(at);
        let view = self.view.clone();
        let shown = self.focus.log.rows(&view);
        let row = shown.get(self.focus.log.row(&shown));
        if row.is_some_and(|row| !row.more.is_empty()) {
            self.focus.log.open_or_close(&view);
        }
    }

    /// Counts all messages as read.
    pub(super) fn read_all(&mut self) {
        let entries = self.view.log.entries.iter().enumerate();
        let new = entries.filter(|(at, entry)| self.focus.log.is_new(*at, entry));
        let new: Vec<ReadMark> = new.map(|(at, entry)| (at, entry.at.at)).collect();
        self.keep_read(&new);
        self.focus.log.read.extend(new);
    }

    /// Returns the inject that the selected entry is, if it is one.
    pub(super) fn selected_inject(&self) -> Option<&LogInject> {
        let shown = self.focus.log.rows(&self.view);
        let row = shown.get(self.focus.log.row(&shown))?;
        row.entry.inject.as_ref()
    }

    /// Takes note of the message that is selected.
    pub(super) fn acknowledge(&mut self) {
        let inject = self.selected_inject().map(|inject| inject.name.clone());
        if let Some(inject) = inject {
            let command = Command::AcknowledgeInject { inject };
            self.submit(command, Some(Text::new("ui-acknowledged")));
        }
    }

    /// Asks to whom the selected message is forwarded.
    pub(super) fn open_forward(&mut self) {
        let shown = self.focus.log.rows(&self.view);
        let selected = shown.get(self.focus.log.row(&shown));
        let form = selected.and_then(|row| ForwardForm::new(row.entry, &self.view));
        self.dialog = form.map(Dialog::Forward);
    }

    /// Whether the selected entry can be forwarded; of many in one line nobody knows which is meant.
    pub(super) fn can_forward(&self) -> bool {
        let shown = self.focus.log.rows(&self.view);
        let selected = shown.get(self.focus.log.row(&shown));
        selected
            .filter(|row| row.more.is_empty())
            .is_some_and(|row| {
                let entry = row.entry;
                entry.inject.is_some() || entry.report.is_some()
            })
    }

    /// Opens the newest message that opens by itself, once, unless something else is open.
    pub(super) fn open_box(&mut self) {
        let may_answer = [SeatRole::Own, SeatRole::HandedOver, SeatRole::Acting];
        if !may_answer.contains(&self.role()) {
            return;
        }
        let entries = self.view.log.entries.iter().enumerate().rev();
        let mut boxes = entries.filter(|(at, entry)| {
            let opens = |of: &LogInject| of.class == MessageClass::Box && !of.acknowledged;
            entry.asks == Some(Asks::Reply)
                && entry.inject.as_ref().is_some_and(opens)
                && !self.focus.log.opened.contains(at)
        });
        let found = boxes.next();
        let found = found.and_then(|(at, entry)| Some((at, entry.inject.as_ref()?.name.clone())));
        if let (Some((at, name)), None) = (found, &self.dialog) {
            self.focus.log.opened.insert(at);
            self.dialog = Some(Dialog::Reply(ReplyForm::new(
                &name,
                self.decider,
                &self.view,
            )));
        }
    }

    /// Returns what the selected entry asks for.
    pub(super) fn asked(&self) -> Option<Asks> {
        let shown = self.focus.log.rows(&self.view);
        let row = shown.get(self.focus.log.row(&shown))?;
        row.entry.asks.filter(|asks| *asks != Asks::Done)
    }

    /// Whether the selected entry stands with others in one line, or could.
    pub(super) fn is_of_many(&self) -> bool {
        let shown = self.focus.log.rows(&self.view);
        let row = shown.get(self.focus.log.row(&shown));
        row.is_some_and(|row| row.of_many.is_some())
    }

    /// Opens the paper or the answer that the selected entry asks for, or the line of many.
    pub(super) fn open_entry(&mut self) {
        match self.asked() {
            Some(Asks::Decision(id)) => {
                let paper = self.view.decisions.iter().find(|paper| paper.id == id);
                let decider = self.decider;
                let form = paper.map(|paper| DecisionForm::new(paper, decider, &self.view));
                self.dialog = form.map(Dialog::Decision);
            }
            Some(Asks::Answer(id)) => self.answer_to(&[id]),
            Some(Asks::Reply) => {
                let inject = self.selected_inject().map(|inject| inject.name.clone());
                self.dialog = inject
                    .map(|name| Dialog::Reply(ReplyForm::new(&name, self.decider, &self.view)));
            }
            Some(Asks::Done) | None => {
                let view = self.view.clone();
                self.focus.log.open_or_close(&view);
            }
        }
    }
}
