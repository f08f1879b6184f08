//! The clock waits while a person fills in a form.

use super::super::dialogs::Dialog;
use super::{Seat, SeatRole};
use crate::command::Command;
use crate::vocab::Pace;

impl Seat {
    /// Stops the clock when a form opens, and lets it go on as before when it closes.
    ///
    /// What stopped the clock meanwhile keeps it stopped.
    pub(super) fn hold_clock(&mut self) {
        // In a room the facilitator leads the clock.
        if self.role != SeatRole::Own {
            return;
        }
        let wanted = self.dialog.as_ref().is_some_and(Dialog::holds_clock);
        let clock = &self.door.public().clock;
        let stands = clock.pace == Pace::Stopped;
        match self.held {
            None if wanted && !stands => {
                let stop = Command::SetClock(Pace::Stopped);
                if self.door.submit(self.id, stop).is_ok() {
                    self.held = Some(clock.pace);
                }
            }
            Some(pace) if !wanted => {
                self.held = None;
                if stands && clock.stopped_by.is_none() && !clock.ended && self.end.is_none() {
                    // A refusal leaves the clock standing, which the header says.
                    let _ = self.door.submit(self.id, Command::SetClock(pace));
                }
            }
            _ => {}
        }
    }
}
