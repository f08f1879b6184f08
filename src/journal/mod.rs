//! The append-only record of what was done, and its replay.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use crate::command::Command;
use crate::exercise::{Exercise, Line, Origin, Record, Start};
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

/// A line that is not possible any more in another course of events.
#[derive(Debug, Clone, PartialEq)]
pub struct Lost {
    /// The line.
    pub line: Line,
    /// Why it is not possible.
    pub refusal: Refusal,
}

/// Plays what persons did again, with the bots of `exercise` alive, until it ends.
///
/// The same keys of chance draw the same luck, so that only what `keeps` leaves out makes a
/// difference. What is refused now is kept and given back. Setting the clock is left out: it
/// changes nothing in the world. Returns `None` if it was cancelled.
pub fn rerun(
    exercise: &mut Exercise,
    lines: &[Line],
    keeps: impl Fn(&Line) -> bool,
    cancelled: &AtomicBool,
) -> Option<Vec<Lost>> {
    let mut lost = Vec::new();
    let by_persons = lines.iter().filter(|line| {
        line.origin == Origin::Person && !matches!(line.command, Command::SetClock(_))
    });
    for line in by_persons.filter(|line| keeps(line)) {
        pass_to(exercise, line.minute, cancelled)?;
        let command = translated(exercise, line);
        let result = exercise.submit(line.seat, Origin::Person, command);
        if let Err(refusal) = result {
            lost.push(Lost {
                line: line.clone(),
                refusal,
            });
        }
    }
    let end = exercise.end();
    pass_to(exercise, end, cancelled)?;
    Some(lost)
}

/// What a line means in another course, where papers may carry other numbers: the same question
/// is found by what it is about, or is the most urgent one of the seat.
fn translated(exercise: &Exercise, line: &Line) -> Command {
    let open = exercise.known(line.seat).decisions();
    let mut command = line.command.clone();
    match &mut command {
        Command::RecordDecision {
            decision,
            choice: Some(choice),
            ..
        } => {
            let kind = choice.decision_kind();
            match open.iter().find(|paper| Some(paper.kind) == kind) {
                Some(paper) => *decision = paper.id,
                // Without the paper, the act itself is what was decided.
                None => return (**choice).clone(),
            }
        }
        Command::RecordDecision { decision, .. } | Command::DeferDecision { decision, .. } => {
            let same = open.iter().find(|paper| paper.id == *decision);
            if let Some(paper) = same.or(open.first()) {
                *decision = paper.id;
            }
        }
        _ => {}
    }
    command
}

fn pass_to(exercise: &mut Exercise, limit: SimTime, cancelled: &AtomicBool) -> Option<()> {
    while exercise.step_to(limit) {
        if cancelled.load(Ordering::Relaxed) {
            return None;
        }
    }
    (!cancelled.load(Ordering::Relaxed)).then_some(())
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
