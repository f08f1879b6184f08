//! `beistand wall`: a page for the projector that follows a record while another program writes it.

use std::path::Path;

use super::args::{Common, WallArgs};
use super::play::{open_session, settings};
use super::record::unreadable;
use super::{Failure, Outcome};
use crate::aar::{RoomAct, room_act};
use crate::command::Command;
use crate::exercise::{Exercise, Origin, World};
use crate::journal::{Entry, Folder, RecordError, follow, open};
use crate::tui::Wall;
use crate::view::{WallView, wall_view};
use crate::vocab::{AdministrationId, SimTime, Text};

/// Decisions that are kept for the wall.
const KEPT: usize = 12;

pub(super) fn wall(args: &WallArgs, common: &Common) -> Outcome {
    let follower = Follower::of(&args.record);
    let mut follower = follower.map_err(|error| unreadable(&error, common))?;
    let mut wall = Wall::new(settings(common));
    if args.once {
        return once(&mut follower, wall, args);
    }
    let mut session = open_session()?;
    let interrupted = session.run_wall(&mut wall, || follower.news())?;
    if interrupted {
        Err(Failure::Interrupted)
    } else {
        Ok(())
    }
}

/// Prints the page once, as text.
fn once(follower: &mut Follower, mut wall: Wall, args: &WallArgs) -> Outcome {
    use ratatui::Terminal;
    use ratatui::backend::TestBackend;
    match follower.news() {
        Some(Ok(view)) => wall.show(*view),
        Some(Err(why)) => wall.stay(why),
        None => {}
    }
    let bad = |error: &dyn std::fmt::Display| Failure::Bad(error.to_string());
    let backend = TestBackend::new(args.width, args.height);
    let mut terminal = Terminal::new(backend).map_err(|error| bad(&error))?;
    terminal
        .draw(|frame| wall.draw(frame))
        .map_err(|error| bad(&error))?;
    let buffer = terminal.backend().buffer();
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    use std::io::Write as _;
    for y in 0..args.height {
        let row: String = (0..args.width).map(|x| buffer[(x, y)].symbol()).collect();
        writeln!(out, "{}", row.trim_end())?;
    }
    out.flush()?;
    Ok(())
}

/// Plays a record again as it grows.
pub(super) struct Follower {
    record: Folder,
    world: World,
    exercise: Exercise,
    /// Entries that are played already.
    played: Vec<Entry>,
    decided: Vec<(AdministrationId, SimTime, Text)>,
    /// Length of the journal when it was last read.
    length: Option<u64>,
}

impl Follower {
    /// Begins to follow a record.
    pub(super) fn of(folder: &Path) -> Result<Self, RecordError> {
        let record = open(folder)?;
        let world = World::new(record.beginning.scenario.clone());
        let exercise = begun(&world, &record);
        Ok(Self {
            record,
            world,
            exercise,
            played: Vec::new(),
            decided: Vec::new(),
            length: None,
        })
    }

    /// Returns what is new, or why nothing new can be shown; `None` if nothing is.
    pub(super) fn news(&mut self) -> Option<Result<Box<WallView>, Text>> {
        let length = self.record.journal_length();
        if self.length == Some(length) {
            return None;
        }
        self.length = Some(length);
        if let Err(error) = self.record.read_on() {
            return Some(Err(error.text()));
        }
        // What was written in part and taken back again is played anew.
        if !self.record.entries.starts_with(&self.played) {
            self.exercise = begun(&self.world, &self.record);
            self.played.clear();
            self.decided.clear();
        }
        let new = self.record.entries[self.played.len()..].to_vec();
        let decided = &mut self.decided;
        let see = &mut |exercise: &Exercise, entry: &Entry| {
            let act = room_act(exercise, entry).filter(is_said_aloud);
            decided.extend(act.and_then(|act| Some((act.line.seat, act.line.minute, act.text?))));
        };
        let result = follow(&mut self.exercise, &new, see);
        self.played.extend(new);
        if let Err(difference) = result {
            let text = Text::new("wall-otherwise").name("error", difference.to_string());
            return Some(Err(text));
        }
        let first = self.decided.len().saturating_sub(KEPT);
        self.decided.drain(..first);
        Some(Ok(Box::new(wall_view(
            self.exercise.sim(),
            &self.record.beginning.persons,
            &self.decided,
            self.exercise.has_ended(),
        ))))
    }
}

fn begun(world: &World, record: &Folder) -> Exercise {
    let mut exercise = Exercise::new(world.sibling(), record.beginning.start, Vec::new(), None);
    let start_ex = exercise.scenario().start_ex;
    exercise.advance_to(start_ex);
    exercise
}

/// Whether the room heard it: people at a seat decided something that concerns others.
fn is_said_aloud(act: &RoomAct) -> bool {
    let by_people = matches!(act.line.origin, Origin::Person | Origin::Entered { .. });
    let is_quiet = matches!(
        act.line.command,
        Command::AcknowledgeInject { .. } | Command::AnswerInject { .. }
    );
    by_people && !is_quiet
}
