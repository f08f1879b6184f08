//! What the facilitator does about injects: release, hold, skip, another text, one of one's own, shorten.

use super::super::dialogs::ImproviseForm;
use super::super::keymap::{DeskScreen, Intent};
use super::super::seat::{Notice, moved};
use super::{Facilitator, LeadDialog};
use crate::command::Command;
use crate::exercise::door::Visit;
use crate::view::{Holder, ScriptRow, ScriptState, SeatInfo, SeatRow};
use crate::vocab::{Decider, Pace, Text};

/// Which inject has the focus, and what of the script is listed.
#[derive(Debug, Default)]
pub(in crate::tui) struct ScriptFocus {
    /// Its name; `None` follows the one that has just come, then the one that comes next.
    selected: Option<String>,
    /// Whether the arrows move in the table of injects, not in that of the seats.
    pub is_here: bool,
}

/// Whether an inject is out, waits for seats, and asks no more of them than to take note.
fn only_asks_to_take_note(row: &ScriptRow) -> bool {
    !row.state.is_open() && row.due.is_none() && !row.silent.is_empty()
}

impl Facilitator {
    /// Positions of the injects that are listed: what makes up for another only once that was released.
    pub(super) fn listed(&self) -> Vec<usize> {
        let rows = self.view.script.rows.iter().enumerate();
        let listed = rows.filter(|(_, row)| {
            let is_armed = !matches!(row.state, ScriptState::Waiting | ScriptState::Skipped);
            row.contingency_of.is_none() || is_armed
        });
        listed.map(|(at, _)| at).collect()
    }

    /// Position of the inject with the focus.
    pub(super) fn selected_inject(&self) -> usize {
        let rows = &self.view.script.rows;
        let chosen = self.script.selected.as_ref();
        let chosen = chosen.and_then(|name| rows.iter().position(|row| row.name == *name));
        // Where nothing is to come, the last one that came.
        let last = self.listed().last().copied().unwrap_or(0);
        let chosen = chosen.or_else(|| self.just_come());
        chosen.or(self.view.script.next).unwrap_or(last)
    }

    /// Position of the inject that came in this minute, while the room reads it.
    fn just_come(&self) -> Option<usize> {
        let now = self.view.public.clock.now.at;
        let rows = &self.view.script.rows;
        let comes_now = |row: &ScriptRow| {
            let is_out = !row.state.is_open() && row.state != ScriptState::Skipped;
            is_out && row.at.is_some_and(|at| at.at == now)
        };
        let stands = self.view.public.clock.pace == Pace::Stopped;
        rows.iter().rposition(comes_now).filter(|_| stands)
    }

    fn inject(&self) -> Option<&ScriptRow> {
        self.view.script.rows.get(self.selected_inject())
    }

    /// Moves the focus in the table of injects.
    pub(super) fn go_in_script(&mut self, by: isize) {
        let listed = self.listed();
        let at = self.selected_inject();
        let place = listed.iter().position(|other| *other == at).unwrap_or(0);
        let to = listed.get(moved(place, by, listed.len()));
        self.choose_inject(to.copied().unwrap_or(at));
    }

    /// Gives an inject the focus.
    pub(super) fn choose_inject(&mut self, at: usize) {
        let row = self.view.script.rows.get(at);
        self.script.selected = row.map(|row| row.name.clone());
        self.script.is_here = true;
    }

    /// Returns why something cannot be done about the inject with the focus.
    pub(super) fn why_not_script(&self, intent: Intent) -> Option<&'static str> {
        let row = self.inject();
        match intent {
            Intent::ReleaseInject
            | Intent::HoldInject
            | Intent::SkipInject
            | Intent::EditInject
                if !row.is_some_and(|row| row.state.is_open()) =>
            {
                Some("ui-why-inject-over")
            }
            Intent::AcknowledgeForAll if !row.is_some_and(only_asks_to_take_note) => {
                Some("ui-why-nothing-to-acknowledge")
            }
            Intent::Shorten if self.view.script.to_leave_out().is_none() => {
                Some("ui-why-nothing-to-leave-out")
            }
            Intent::OtherTable
                if self.screen == DeskScreen::Script && self.view.script.rows.is_empty() =>
            {
                Some("ui-why-no-script")
            }
            _ => None,
        }
    }

    /// Does something about the script; returns whether that was it.
    pub(super) fn act_on_script(&mut self, intent: Intent) -> bool {
        if self.screen != DeskScreen::Script {
            return false;
        }
        let row = self.inject();
        let name = row.map(|row| row.name.clone()).unwrap_or_default();
        match intent {
            Intent::OtherTable => self.script.is_here = !self.script.is_here,
            Intent::ReleaseInject => {
                let command = Command::ReleaseInject {
                    inject: name.clone(),
                };
                self.order(command, "ui-script-done-released", name);
            }
            Intent::HoldInject => {
                let is_held = row.is_some_and(|row| {
                    matches!(row.state, ScriptState::Held | ScriptState::HeldDue)
                });
                let inject = name.clone();
                let (command, done) = if is_held {
                    (Command::LetInjectCome { inject }, "ui-script-done-comes")
                } else {
                    (Command::HoldInject { inject }, "ui-script-done-held")
                };
                self.order(command, done, name);
            }
            Intent::AcknowledgeForAll => self.acknowledge_for_all(name),
            Intent::SkipInject => self.dialog = Some(LeadDialog::LeaveOut(name, String::new())),
            Intent::Shorten => {
                let row = self.view.script.to_leave_out();
                if let Some(name) = row.map(|row| row.name.clone()) {
                    let reason = self.words.msg("ui-script-shortened");
                    self.dialog = Some(LeadDialog::LeaveOut(name, reason));
                }
            }
            Intent::EditInject => {
                let Some(row) = row else { return true };
                let (text, figures) = row
                    .unfilled()
                    .unwrap_or_else(|| (Text::new("named"), Vec::new()));
                let text = self.words.say(&text);
                let form =
                    ImproviseForm::edit(&name, &text, figures, row.has_variants && !row.is_edited);
                self.dialog = Some(LeadDialog::Improvise(Box::new(form)));
            }
            Intent::Improvise => {
                let form = ImproviseForm::new();
                self.dialog = Some(LeadDialog::Improvise(Box::new(form)));
            }
            Intent::ReadDecided => {
                let seat = self.view.seats.get(self.seat).map(|row| row.seat.id);
                self.dialog = seat.map(|seat| LeadDialog::Decided(seat, 0));
            }
            Intent::ReadInject => self.dialog = Some(LeadDialog::Inject(name, 0)),
            _ => return false,
        }
        true
    }

    pub(super) fn leave_out(&mut self, name: String, reason: String) {
        let command = Command::SkipInject {
            inject: name.clone(),
            reason,
        };
        self.order(command, "ui-script-done-skipped", name);
    }

    /// Enters at each seat of people that has not yet taken note of an inject that it has: one act for each, as if it was
    /// typed there.
    fn acknowledge_for_all(&mut self, inject: String) {
        let Some(row) = self.inject_named(&inject) else {
            return;
        };
        let waits =
            |seat: &&SeatRow| seat.holder == Holder::Person && row.silent.contains(&seat.seat.name);
        let mut result = Ok(());
        for row in self.view.seats.iter().filter(waits) {
            let door = self.door.seat(Visit::Enter {
                decider: Decider::Head,
                name: String::new(),
            });
            let command = Command::AcknowledgeInject {
                inject: inject.clone(),
            };
            result = result.and(door.submit(row.seat.id, command));
        }
        let done = Text::new("ui-script-done-acknowledged").name("inject", inject);
        self.say(result, Some(done));
    }

    /// Hands in an order about the script; its line stands at the first seat.
    fn order(&mut self, command: Command, done: &'static str, name: String) -> bool {
        let Some(seat) = self.view.seats.first().map(|row| row.seat.id) else {
            return false;
        };
        let result = self.door.submit(seat, command);
        let is_done = result.is_ok();
        self.say(result, Some(Text::new(done).name("inject", name)));
        is_done
    }

    /// The seats an inject can go to.
    pub(super) fn addressees(&self) -> Vec<SeatInfo> {
        let rows = self.view.seats.iter();
        rows.map(|row| row.seat.clone()).collect()
    }

    /// What keys do in the form of an own inject, or of another text.
    pub(super) fn in_improvise(&mut self, intent: Intent) {
        let seats = self.addressees();
        let Some(LeadDialog::Improvise(form)) = &mut self.dialog else {
            return;
        };
        match intent {
            Intent::NextField | Intent::Down => form.go(1),
            Intent::PreviousField | Intent::Up => form.go(-1),
            Intent::Previous => form.change(seats.len(), -1),
            Intent::Next => form.change(seats.len(), 1),
            Intent::Accept => {
                let command = form.command(&seats);
                let (done, name) = match &form.edits {
                    Some(name) => ("ui-script-done-edited", name.clone()),
                    None => ("ui-script-done-improvised", String::new()),
                };
                if self.order(command, done, name) {
                    self.dialog = None;
                }
            }
            _ => self.dialog = None,
        }
    }

    /// The inject that is read in full.
    pub(super) fn inject_named(&self, name: &str) -> Option<&ScriptRow> {
        self.view.script.rows.iter().find(|row| row.name == name)
    }

    /// Says why a form cannot be handed in, while it is open.
    pub(super) fn form_notice(&self) -> Option<&Notice> {
        self.notice.as_ref()
    }
}
