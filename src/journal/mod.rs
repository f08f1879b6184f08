//! The append-only record of what was done, and its replay.

use std::sync::{Arc, Mutex, PoisonError};

use crate::exercise::{Exercise, Line, Record, Start};
use crate::vocab::{Refusal, SimTime};

/// A journal in memory; clones share their lines.
#[derive(Debug, Clone, Default)]
pub struct Journal {
    lines: Arc<Mutex<Vec<Line>>>,
}

impl Journal {
    /// Returns the lines so far.
    #[must_use]
    pub fn lines(&self) -> Vec<Line> {
        self.lines
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
    }

    /// Returns a recorder that adds to this journal.
    #[must_use]
    pub fn recorder(&self) -> Box<dyn Record> {
        Box::new(self.clone())
    }
}

impl Record for Journal {
    fn keep(&mut self, line: &Line) {
        self.lines
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .push(line.clone());
    }
}

/// A line that the world did not accept again: the scenario or the program is another one.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[error("line {number} of the journal (minute {}) is refused: {}", minute.0, refusal.reason.key)]
pub struct ReplayError {
    /// Which line, counted from 1.
    pub number: usize,
    /// Its minute.
    pub minute: SimTime,
    /// Why.
    pub refusal: Refusal,
}

/// Plays the lines again in a fresh world with all bots silent, up to `until`.
///
/// # Errors
/// The first line that is refused.
pub fn replay(
    sim: crate::exercise::World,
    start: Start,
    lines: &[Line],
    until: SimTime,
) -> Result<Exercise, ReplayError> {
    let mut exercise = Exercise::new(sim, start, Vec::new(), None).until(until);
    for (index, line) in lines.iter().enumerate() {
        exercise.advance_to(line.minute);
        exercise
            .submit(line.seat, line.origin.clone(), line.command.clone())
            .map_err(|refusal| ReplayError {
                number: index + 1,
                minute: line.minute,
                refusal,
            })?;
    }
    exercise.advance_to(until);
    Ok(exercise)
}
