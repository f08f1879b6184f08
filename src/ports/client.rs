//! What a port asks and draws: a client of a running exercise.

use crossterm::event::Event;
use ratatui::Frame;

use crate::tui::{DrillEnd, DrillScreen, Facilitator, FacilitatorEnd, Seat, SeatEnd};

/// A client of a running exercise.
pub(super) trait Client {
    /// How it ends.
    type End;

    /// Takes in what is new; returns whether there is anything.
    fn poll(&mut self) -> bool;
    fn draw(&mut self, frame: &mut Frame<'_>);
    fn clock_runs(&self) -> bool;
    fn update(&mut self, event: &Event);
    /// Returns how it ended, once it has.
    fn ended(&self) -> Option<Self::End>;
}

macro_rules! client {
    ($client:ty, $end:ty) => {
        impl Client for $client {
            type End = $end;

            fn poll(&mut self) -> bool {
                <$client>::poll(self)
            }

            fn draw(&mut self, frame: &mut Frame<'_>) {
                <$client>::draw(self, frame);
            }

            fn clock_runs(&self) -> bool {
                <$client>::clock_runs(self)
            }

            fn update(&mut self, event: &Event) {
                <$client>::update(self, event);
            }

            fn ended(&self) -> Option<$end> {
                <$client>::ended(self)
            }
        }
    };
}

client!(Seat, SeatEnd);
client!(Facilitator, FacilitatorEnd);
client!(DrillScreen, DrillEnd);
