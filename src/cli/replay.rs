//! `beistand replay`: a recorded exercise played again, and held to its fingerprints.

use std::io::Write;
use std::sync::Arc;

use super::Outcome;
use super::args::{Common, ReplayArgs};
use super::record::{otherwise, tell_oddities, unreadable, words_of};
use crate::exercise::{Exercise, World};
use crate::journal::{Kept, open, prove};
use crate::vocab::{Arg, Text};

pub(super) fn replay(args: &ReplayArgs, common: &Common) -> Outcome {
    let record = open(&args.record).map_err(|error| unreadable(&error, common))?;
    tell_oddities(&record, &args.record, common);
    if record.is_blank() {
        // That was told; there is nothing to prove.
        return Ok(());
    }
    let beginning = &record.beginning;
    let world = World::new(Arc::clone(&beginning.scenario));
    // For the calendar, should the replay fail.
    let first = Exercise::new(world.sibling(), beginning.start, Vec::new(), None);
    let exercise = prove(world, beginning.start, &record.entries)
        .map_err(|difference| otherwise(&difference, &record, &args.record, &first, common))?;
    let entries = record.entries.iter();
    let fingerprints = entries
        .filter(|entry| matches!(entry.kept, Kept::Fingerprint(..)))
        .count();
    let count = |number: usize| i64::try_from(number).unwrap_or(i64::MAX);
    let now = exercise.sim().now();
    let done = Text::new("replay-holds")
        .count("acts", count(record.entries.len() - fingerprints))
        .count("fingerprints", count(fingerprints))
        .with("at", Arg::Moment(exercise.sim().calendar().stamp(now)))
        .name("fingerprint", exercise.sim().fingerprint());
    let mut out = std::io::stdout().lock();
    writeln!(out, "{}", words_of(common, &done))?;
    out.flush()?;
    Ok(())
}
