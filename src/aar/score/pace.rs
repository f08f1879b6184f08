//! How fast the clock ran, as the journal tells.

use crate::command::Command;
use crate::journal::Entry;
use crate::vocab::{Pace, SimTime};

/// The pace from each moment on, in exercise minutes per second of the room.
#[derive(Debug, Default)]
pub(super) struct Paces(Vec<(SimTime, f64)>);

impl Paces {
    /// Reads the paces of a journal.
    pub(super) fn of(entries: &[Entry]) -> Self {
        let mut paces = Vec::new();
        let mut pace = 0.0;
        for line in entries.iter().filter_map(Entry::act) {
            match line.command {
                Command::SetClock(set) => {
                    pace = per_second(set);
                    paces.push((line.minute, pace));
                }
                // So many minutes were charged for thinking, slowly enough to do so.
                Command::Deliberate { minutes } => {
                    paces.push((line.minute, 0.0));
                    paces.push((line.minute.after(minutes), pace));
                }
                _ => {}
            }
        }
        Self(paces)
    }

    /// Returns the fastest pace in a span of time; 0 for a span without length, in which the clock stood.
    pub(super) fn fastest(&self, from: SimTime, until: SimTime) -> f64 {
        if until <= from {
            return 0.0;
        }
        let before = self.0.partition_point(|(at, _)| *at <= from);
        let first = before.saturating_sub(1);
        let within = self.0[first..].iter().take_while(|(at, _)| *at < until);
        // Of several settings in one minute the last one counts, and before the span too.
        let mut fastest: f64 = 0.0;
        let mut within = within.peekable();
        while let Some((at, pace)) = within.next() {
            let is_replaced = within.peek().is_some_and(|(next, _)| next == at);
            if !is_replaced {
                fastest = fastest.max(*pace);
            }
        }
        fastest
    }
}

/// To the next stop, and in a leap, the clock runs without a pace at which anybody could act.
fn per_second(pace: Pace) -> f64 {
    match pace {
        Pace::Stopped => 0.0,
        Pace::MinutesPerSecond(minutes) => f64::from(minutes),
        Pace::OneToOne => 1.0 / 60.0,
        Pace::NextStop | Pace::Until(_) => f64::INFINITY,
    }
}
