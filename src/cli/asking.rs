//! A record that is asked "what if" from a screen, in a thread of its own.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::JoinHandle;

use super::record::cannot_play_on;
use crate::aar::{Played, WhatIf, answer, askable, question_of};
use crate::drill::Onlooker;
use crate::exercise::door::Asking;
use crate::journal::{Folder, open};
use crate::view::{Askable, AskedAnswer, AskedState, Change};
use crate::vocab::Text;

/// Asks the record in a folder; it may still be played.
pub(super) struct RecordAsking {
    folder: PathBuf,
    running: Option<(Arc<Shared>, JoinHandle<()>)>,
}

/// What the screen and the thread share.
struct Shared {
    done: AtomicU32,
    of: u32,
    stop: AtomicBool,
    outcome: Mutex<Option<Result<Box<AskedAnswer>, Text>>>,
}

impl Onlooker for Shared {
    fn run_done(&self) {
        self.done.fetch_add(1, Ordering::Relaxed);
    }

    fn wants_stop(&self) -> bool {
        self.stop.load(Ordering::Relaxed)
    }
}

impl RecordAsking {
    pub(super) fn of(folder: &Path) -> Self {
        Self {
            folder: folder.to_owned(),
            running: None,
        }
    }
}

impl Asking for RecordAsking {
    fn choices(&self) -> Result<Askable, Text> {
        let record = open(&self.folder).map_err(|error| error.text())?;
        Ok(askable(&played(&record)?))
    }

    fn begin(&mut self, change: &Change, futures: u32) {
        self.stop();
        let shared = Arc::new(Shared {
            done: AtomicU32::new(0),
            // Both courses of the record, then pairs.
            of: futures + 2,
            stop: AtomicBool::new(false),
            outcome: Mutex::new(None),
        });
        let (folder, change, seen) = (self.folder.clone(), change.clone(), Arc::clone(&shared));
        let thread = std::thread::spawn(move || {
            let outcome = reckon(&folder, &change, futures, &seen);
            let mut kept = seen.outcome.lock().unwrap_or_else(PoisonError::into_inner);
            *kept = outcome.transpose();
        });
        self.running = Some((shared, thread));
    }

    fn stop(&mut self) {
        if let Some((shared, _)) = self.running.take() {
            shared.stop.store(true, Ordering::Relaxed);
        }
    }

    fn state(&self) -> AskedState {
        let Some((shared, thread)) = &self.running else {
            return AskedState::Resting;
        };
        let outcome = shared
            .outcome
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        match &*outcome {
            Some(Ok(answer)) => AskedState::Done(answer.clone()),
            Some(Err(why)) => AskedState::Failed(why.clone()),
            // It panicked: nothing will come.
            None if thread.is_finished() => AskedState::Failed(Text::new("ui-asked-nothing")),
            None => AskedState::Running {
                done: shared.done.load(Ordering::Relaxed).min(shared.of),
                of: shared.of,
            },
        }
    }
}

impl Drop for RecordAsking {
    fn drop(&mut self) {
        self.stop();
    }
}

/// Plays a record again: what does not play as it was recorded cannot be compared with anything.
fn played(record: &Folder) -> Result<Played, Text> {
    Played::of(record).map_err(|difference| cannot_play_on(&difference, &record.beginning.scenario))
}

/// Plays both courses and the futures; `None` if it was stopped.
fn reckon(
    folder: &Path,
    change: &Change,
    futures: u32,
    shared: &Shared,
) -> Result<Option<Box<AskedAnswer>>, Text> {
    let record = open(folder).map_err(|error| error.text())?;
    played(&record)?;
    let (beginning, entries) = (&record.beginning, &record.entries);
    let question = question_of(change, beginning, entries).map_err(|problems| {
        let first = problems.list().first();
        let nothing = || Text::new("ui-asked-nothing");
        let first = first.map_or_else(nothing, |one| one.message.clone());
        Text::new("ui-asked-not-this").text("why", first)
    })?;
    let asked =
        WhatIf::new(beginning, entries, question).map_err(|_| Text::new("ready-no-plan"))?;
    let played = asked.played();
    if let Some(lost) = played.lost.first() {
        let line = lost.deed.sequence.to_string();
        return Err(Text::new("whatif-bots-otherwise").name("line", line));
    }
    shared.run_done();
    if shared.wants_stop() {
        return Ok(None);
    }
    let changed = asked.changed();
    shared.run_done();
    let futures = (futures > 0).then(|| asked.futures(futures, shared));
    if shared.wants_stop() {
        return Ok(None);
    }
    let both = [&played, &changed];
    let answer = answer(&asked, beginning, entries, both, futures.as_ref());
    Ok(Some(Box::new(answer)))
}
