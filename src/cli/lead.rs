//! An exercise that a facilitator leads: it is always recorded, and can be gone back in.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::answer_box::RecordAnswers;
use super::args::Common;
use super::asking::RecordAsking;
use super::notebook::RecordNotebook;
use super::play::{Prepared, attributions, take_up_again};
use super::read_marks::RecordReadMarks;
use super::record::{unreadable, words_of};
use super::shelf::FolderShelf;
use super::{Failure, records};
use crate::exercise::door::{Asking, Attendance, Notebook, ReadMarks};
use crate::exercise::{self, Actor, RoomSetup, Setup};
use crate::journal::{copy_read, copy_room, open};
use crate::ports::local::{Beside, Session};
use crate::scenario::Scenario;
use crate::tui::{FacilitatorEnd, SeatEnd, Settings};
use crate::vocab::{AdministrationId, RewindTo, Text};

/// Seats at which persons sit when a facilitator begins: all that can be taken.
pub(super) fn persons(scenario: &Scenario) -> Vec<AdministrationId> {
    let seats = crate::view::seats(scenario).into_iter();
    seats.map(|seat| seat.id).collect()
}

/// Where an exercise is recorded if nobody says where.
pub(super) fn record_folder(scenario: &Scenario, common: &Common) -> Result<PathBuf, Failure> {
    let folder = records::folder()
        .ok_or_else(|| Failure::Bad(words_of(common, &Text::new("record-no-home"))))?;
    Ok(records::fresh(&folder, &scenario.id))
}

/// Seats on a network: they come along from one exercise to the next.
pub(super) trait Network {
    /// Opens an exercise to those who sit there; `is_second_try`, where it is recorded, and what was read at its seats.
    fn open(
        &self,
        actor: &Actor,
        is_second_try: bool,
        record: Option<&Path>,
        read: Option<Arc<dyn ReadMarks>>,
    );

    /// Closes it.
    fn close(&self);

    /// Who sits where.
    fn attendance(&self) -> Box<dyn Attendance>;
}

/// What lies beside a record; without one there is nothing to write beside.
pub(super) fn beside(record: Option<&Path>) -> Beside {
    let notebook = record.and_then(|folder| RecordNotebook::of(folder).ok());
    Beside {
        notebook: notebook.map(|notebook| Box::new(notebook) as Box<dyn Notebook>),
        asking: record.map(|folder| Box::new(RecordAsking::of(folder)) as Box<dyn Asking>),
        answers: RecordAnswers::beside(record),
        shelf: Some(Arc::new(FolderShelf::beside(record))),
        read: RecordReadMarks::beside(record),
        said: None,
        recorded: record.map(records::shown),
    }
}

/// Leads an exercise until the room is left; every second try is played on in a record of its own.
pub(super) fn lead(
    session: &mut Session,
    mut prepared: Prepared,
    settings: Settings,
    common: &Common,
    network: Option<&dyn Network>,
) -> Result<SeatEnd, Failure> {
    let mut settings = settings;
    loop {
        let record = prepared.record.clone();
        let said = prepared.said.take();
        let actor = exercise::start(Setup {
            exercise: prepared.exercise,
            persons: prepared.beginning.persons,
            asides: Some(prepared.asides),
            room: Some(RoomSetup {
                record: prepared.room,
                forecast: Some(prepared.forecast),
            }),
        });
        let is_second_try = prepared.beginning.parent.is_some();
        let Some(door) = actor.facilitator_door() else {
            unreachable!("an exercise with a room has a facilitator's door");
        };
        let beside = beside(record.as_deref());
        if let Some(network) = network {
            let read = beside.read.clone();
            network.open(&actor, is_second_try, record.as_deref(), read);
        }
        let end = session.run_facilitator(
            door,
            settings,
            attributions(),
            is_second_try,
            Beside { said, ..beside },
            network.map(Network::attendance),
        );
        if let Some(network) = network {
            network.close();
        }
        // The exercise ends with the room; its thread must not outlive the screen.
        drop(actor.leave());
        let (end, used) = end?;
        settings = used;
        match end {
            FacilitatorEnd::Left => return Ok(SeatEnd::Left),
            FacilitatorEnd::Interrupted => return Ok(SeatEnd::Interrupted),
            FacilitatorEnd::Rewind(to) => {
                let record = record.ok_or_else(|| {
                    Failure::Bad(words_of(common, &Text::new("record-none-to-rewind")))
                })?;
                prepared = match second_try(&record, to, common) {
                    Ok(second_try) => second_try,
                    // The first try is as it was: the room goes on with it and is told why.
                    Err(Failure::Bad(why)) => {
                        let first = take_up_again(&record, common)?;
                        Prepared {
                            said: Some(Text::new("named").name("name", why)),
                            ..first
                        }
                    }
                    Err(other) => return Err(other),
                };
            }
        }
    }
}

/// Begins a second try, beside the record that was played so far.
fn second_try(record: &Path, to: RewindTo, common: &Common) -> Result<Prepared, Failure> {
    let wrong = |error| unreadable(&error, common);
    let branch = records::second_try(record);
    let folder = open(record).map_err(wrong)?;
    folder.branch(&branch, to).map_err(wrong)?;
    let begun = open(&branch).map_err(wrong)?;
    copy_room(record, &begun);
    copy_read(record, &begun);
    let begun = take_up_again(&branch, common)?;
    // Both lie side by side: how to go on with the other is said where this one begins.
    let first = records::shown(&records::first_try(record));
    Ok(Prepared {
        said: Some(Text::new("ui-lead-second-try-begun").name("path", first)),
        ..begun
    })
}
