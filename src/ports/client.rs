//! What a port asks and draws: a client of a running exercise.

use std::time::{Duration, Instant};

use crossterm::event::Event;
use ratatui::Frame;

use crate::tui::{DrillEnd, DrillScreen, Facilitator, FacilitatorEnd, Seat, SeatEnd, Wall};
use crate::view::WallView;
use crate::vocab::Text;

/// How often a wall asks for what is new.
const BETWEEN_NEWS: Duration = Duration::from_millis(500);

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

/// A wall with what it asks for what is new.
pub(super) struct HungWall<N> {
    wall: Wall,
    news: N,
    asked: Option<Instant>,
}

impl<N> HungWall<N> {
    pub fn new(wall: Wall, news: N) -> Self {
        Self {
            wall,
            news,
            asked: None,
        }
    }
}

impl<N: FnMut() -> Option<Result<Box<WallView>, Text>>> Client for HungWall<N> {
    /// It was left.
    type End = ();

    fn poll(&mut self) -> bool {
        if self.asked.is_some_and(|at| at.elapsed() < BETWEEN_NEWS) {
            return false;
        }
        self.asked = Some(Instant::now());
        match (self.news)() {
            Some(Ok(view)) => self.wall.show(*view),
            Some(Err(why)) => self.wall.stay(why),
            None => return false,
        }
        true
    }

    fn draw(&mut self, frame: &mut Frame<'_>) {
        self.wall.draw(frame);
    }

    fn clock_runs(&self) -> bool {
        false
    }

    fn update(&mut self, event: &Event) {
        self.wall.update(event);
    }

    fn ended(&self) -> Option<()> {
        self.wall.was_left().then_some(())
    }
}
