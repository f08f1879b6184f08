//! A journal played again: proved with bots silent, taken up again, or with something changed.

use std::sync::atomic::{AtomicBool, Ordering};

use super::deed::{Deed, Lost};
use super::entry::{Entry, Kept};
use super::recorder::Followed;
use crate::exercise::{Exercise, Line, Start, World};
use crate::vocab::{Refusal, SimTime, Text};

/// A line that the world did not accept again: the scenario or the program is another one.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[error("line {sequence} of the journal (minute {}) is refused: {}", minute.0, refusal.reason.key)]
pub struct ReplayError {
    /// Its number.
    pub sequence: u64,
    /// Its minute.
    pub minute: SimTime,
    /// Why.
    pub refusal: Refusal,
}

/// Where a course played again is another one than was recorded.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum Difference {
    /// An act is not possible.
    #[error(transparent)]
    Refused(#[from] ReplayError),
    /// The world is another one.
    #[error("line {sequence}: in minute {} the world is {found}, recorded was {recorded}", minute.0)]
    Fingerprint {
        /// Number of the entry.
        sequence: u64,
        /// Its minute.
        minute: SimTime,
        /// What was recorded.
        recorded: String,
        /// What came of the replay.
        found: String,
    },
    /// A bot decided otherwise.
    #[error("line {sequence}: in minute {} a bot decides otherwise than recorded", minute.0)]
    Bot {
        /// Number of the entry.
        sequence: u64,
        /// Its minute.
        minute: SimTime,
    },
}

/// Plays the lines again in a fresh world with all bots silent, up to `until`.
///
/// # Errors
/// The first line that is refused, by its number from 1.
pub fn replay(
    world: World,
    start: Start,
    lines: &[Line],
    until: SimTime,
) -> Result<Exercise, ReplayError> {
    let mut exercise = Exercise::new(world, start, Vec::new(), None).until(until);
    for (sequence, line) in (1..).zip(lines) {
        exercise.advance_to(line.minute);
        submit(&mut exercise, sequence, line)?;
    }
    exercise.advance_to(until);
    Ok(exercise)
}

/// Plays a journal again in a fresh world with all bots silent, and holds it to its fingerprints;
/// returns the exercise as it was left.
///
/// # Errors
/// The first difference.
pub fn prove(world: World, start: Start, entries: &[Entry]) -> Result<Exercise, Difference> {
    prove_seen(world, start, entries, &mut |_, _| {})
}

/// Does the same, and shows the exercise before each entry to somebody who looks.
///
/// # Errors
/// The first difference.
pub fn prove_seen(
    world: World,
    start: Start,
    entries: &[Entry],
    see: &mut dyn FnMut(&Exercise, &Entry),
) -> Result<Exercise, Difference> {
    let mut exercise = Exercise::new(world, start, Vec::new(), None);
    follow(&mut exercise, entries, see)?;
    let begins = exercise.scenario().start_ex;
    exercise.advance_to(begins);
    Ok(exercise)
}

/// Plays the next entries of a journal, and shows the exercise before each of them to somebody who looks.
///
/// # Errors
/// The first difference.
pub fn follow(
    exercise: &mut Exercise,
    entries: &[Entry],
    see: &mut dyn FnMut(&Exercise, &Entry),
) -> Result<(), Difference> {
    for entry in entries {
        exercise.advance_to(entry.minute());
        see(exercise, entry);
        match &entry.kept {
            Kept::Act(line) => submit(exercise, entry.sequence, line)?,
            Kept::Fingerprint(..) => compare(exercise, entry)?,
        }
    }
    Ok(())
}

/// Goes on where a record was left. What the room did is handed in again; the bots decide beside it, so
/// that their plans and timers are those they had, and are held to what they did. Nothing is written
/// until the journal is used up; what bots did after its last line they do again.
///
/// # Errors
/// The first difference: another version of the program may play the record otherwise.
pub fn resume(
    exercise: &mut Exercise,
    entries: &[Entry],
    followed: &Followed,
) -> Result<(), Difference> {
    // Every exercise begins with what happened before it, in one go.
    let begins = exercise.scenario().start_ex;
    let mut acts = 0;
    for entry in entries {
        let minute = entry.minute();
        for stop in [begins.min(minute), minute] {
            if stop > exercise.sim().now() {
                exercise.advance_to(stop);
            }
        }
        catch_up(exercise, acts, followed)?;
        match &entry.kept {
            Kept::Act(line) => {
                if !line.origin.is_bot() {
                    submit(exercise, entry.sequence, line)?;
                }
                acts += 1;
            }
            Kept::Fingerprint(..) => compare(exercise, entry)?,
        }
    }
    if begins > exercise.sim().now() {
        exercise.advance_to(begins);
    }
    catch_up(exercise, acts, followed)?;
    followed.end();
    // What stopped the clock is no line; whoever comes back starts it.
    exercise.stop_clock(Some(Text::new("stopped-resumed")));
    Ok(())
}

/// Lets bots answer in the present minute what they had answered by now.
fn catch_up(exercise: &mut Exercise, acts: usize, followed: &Followed) -> Result<(), Difference> {
    if followed.count() < acts {
        let now = exercise.sim().now();
        exercise.step_to(now);
    }
    match followed.otherwise(acts) {
        Some((sequence, minute)) => Err(Difference::Bot { sequence, minute }),
        None => Ok(()),
    }
}

/// Plays what the room decided again, with the bots of `exercise` alive, until it ends.
///
/// The same keys of chance draw the same luck, so that only what `deeds` leave out or add makes a
/// difference. What is refused now is kept and given back. Returns `None` if it was cancelled.
pub fn rerun(exercise: &mut Exercise, deeds: &[Deed], cancelled: &AtomicBool) -> Option<Vec<Lost>> {
    let mut lost = Vec::new();
    let end = exercise.end();
    rerun_to(exercise, deeds, end, &mut lost, cancelled)?;
    Some(lost)
}

/// Plays deeds again and lets time pass to a moment; adds what is refused to `lost`. Returns `None` if
/// it was cancelled.
pub fn rerun_to(
    exercise: &mut Exercise,
    deeds: &[Deed],
    limit: SimTime,
    lost: &mut Vec<Lost>,
    cancelled: &AtomicBool,
) -> Option<()> {
    // Every exercise begins with what happened before it.
    let begins = exercise.scenario().start_ex;
    pass_to(exercise, begins, cancelled)?;
    for deed in deeds {
        // Bots answer when time goes on, not between two acts of the same minute.
        pass_to(exercise, deed.line.minute, cancelled)?;
        let command = deed.translated(exercise);
        let result = exercise.submit(deed.line.seat, deed.line.origin.clone(), command);
        if let Err(refusal) = result {
            lost.push(Lost {
                deed: deed.clone(),
                refusal,
            });
        }
    }
    pass_to(exercise, limit, cancelled)
}

/// Lets time pass up to a moment. Where it need not pass, nobody is asked anything.
fn pass_to(exercise: &mut Exercise, limit: SimTime, cancelled: &AtomicBool) -> Option<()> {
    while exercise.sim().now() < limit && exercise.step_to(limit) {
        if cancelled.load(Ordering::Relaxed) {
            return None;
        }
    }
    (!cancelled.load(Ordering::Relaxed)).then_some(())
}

/// Hands a line in again as it was accepted.
fn submit(exercise: &mut Exercise, sequence: u64, line: &Line) -> Result<(), ReplayError> {
    let result = exercise.submit(line.seat, line.origin.clone(), line.command.clone());
    result.map_err(|refusal| ReplayError {
        sequence,
        minute: line.minute,
        refusal,
    })
}

fn compare(exercise: &Exercise, entry: &Entry) -> Result<(), Difference> {
    let Kept::Fingerprint(minute, recorded) = &entry.kept else {
        return Ok(());
    };
    let found = exercise.sim().fingerprint();
    if found == *recorded {
        return Ok(());
    }
    Err(Difference::Fingerprint {
        sequence: entry.sequence,
        minute: *minute,
        recorded: recorded.clone(),
        found,
    })
}
