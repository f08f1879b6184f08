//! `beistand wall`: a page for the projector that follows a record while another program writes it.

use std::path::{Path, PathBuf};
use std::time::{Instant, SystemTime};

use super::args::{Common, WallArgs, tell};
use super::play::{open_session, settings};
use super::record::{cannot_play_on, unreadable, words_of};
use super::{Failure, Outcome, records};
use crate::aar::{RoomAct, room_act};
use crate::command::Command;
use crate::exercise::{Exercise, Origin, World};
use crate::journal::{Entry, Folder, RecordError, follow, open, read_room};
use crate::tui::Wall;
use crate::view::{Decided, WallView, wall_view};
use crate::vocab::{Pace, SimTime, Text};

pub(super) fn wall(args: &WallArgs, common: &Common) -> Outcome {
    let record = match &args.record {
        Some(record) => record.clone(),
        None => last_written(common)?,
    };
    let follower = Follower::of(&record);
    let mut follower = follower.map_err(|error| unreadable(&error, common))?;
    let wall = Wall::new(settings(common));
    if args.once {
        return once(&mut follower, wall, args);
    }
    let mut session = open_session()?;
    let interrupted = session.run_wall(wall, || follower.news())?;
    if interrupted {
        Err(Failure::Interrupted)
    } else {
        Ok(())
    }
}

/// The record that was written last, and says which one that is.
fn last_written(common: &Common) -> Result<PathBuf, Failure> {
    let none = || Failure::Bad(words_of(common, &Text::new("wall-no-record")));
    let record = records::last_written().ok_or_else(none)?;
    let text = Text::new("wall-follows").name("path", records::shown(&record));
    tell(words_of(common, &text));
    Ok(record)
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
    /// Since when somebody looks.
    begun: SystemTime,
    world: World,
    exercise: Exercise,
    /// Entries that are played already.
    played: Vec<Entry>,
    decided: Vec<Decided>,
    /// Length of the journal when it was last read.
    length: Option<u64>,
    /// Whether what stands before the first phase is over in the room: that is no line of the journal.
    briefed: bool,
    /// The page as it was last made.
    shown: Option<WallView>,
    /// The clock since the journal was last read.
    clock: Running,
}

/// A clock that runs on between two lines of the journal: only the time of day goes on, nothing happens.
struct Running {
    /// When the journal was read in the room.
    read: Instant,
    /// The minute of the exercise at that moment.
    from: SimTime,
    /// Exercise minutes per second; 0 while it stands.
    per_second: f64,
    /// Where it stops at the latest.
    until: SimTime,
}

impl Running {
    fn standing(at: SimTime) -> Self {
        Self {
            read: Instant::now(),
            from: at,
            per_second: 0.0,
            until: at,
        }
    }

    /// Where the clock is by its pace, whatever the journal will say.
    fn now(&self) -> SimTime {
        let gone = self.read.elapsed().as_secs_f64() * self.per_second;
        self.from.after(gone as u32).min(self.until)
    }
}

impl Follower {
    /// Begins to follow a record.
    pub(super) fn of(folder: &Path) -> Result<Self, RecordError> {
        let record = open(folder)?;
        let world = World::new(record.beginning.scenario.clone());
        let exercise = begun(&world, &record);
        Ok(Self {
            record,
            begun: SystemTime::now(),
            world,
            exercise,
            played: Vec::new(),
            decided: Vec::new(),
            length: None,
            briefed: false,
            shown: None,
            clock: Running::standing(SimTime::ZERO),
        })
    }

    /// Returns what is new, or why nothing new can be shown; `None` if nothing is.
    pub(super) fn news(&mut self) -> Option<Result<Box<WallView>, Text>> {
        // Who goes back begins a second try in a record of its own: the room looks at that one.
        let last = records::played_since(self.record.path(), self.begun);
        if let Some(other) = last.filter(|last| last != self.record.path()) {
            match Self::of(&other) {
                Ok(follower) => {
                    *self = Self {
                        begun: self.begun,
                        ..follower
                    }
                }
                Err(error) => return Some(Err(error.text())),
            }
        }
        let length = self.record.journal_length();
        let was_briefed = self.briefed;
        self.briefed = self.is_briefed();
        if self.length == Some(length) && self.briefed == was_briefed {
            return self.ran_on().map(|view| Ok(Box::new(view)));
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
            decided.extend(act.and_then(said));
        };
        let result = follow(&mut self.exercise, &new, see);
        self.played.extend(new);
        if let Err(difference) = result {
            return Some(Err(cannot_play_on(&difference, self.exercise.scenario())));
        }
        let view = WallView {
            is_second_try: self.record.beginning.parent.is_some(),
            ..wall_view(
                self.exercise.sim(),
                &self.record.beginning.persons,
                &self.decided,
                self.briefed,
                self.exercise.has_ended(),
            )
        };
        self.clock = self.running();
        self.shown = Some(view.clone());
        Some(Ok(Box::new(view)))
    }

    /// Whether the room plays; where nobody leads there is no briefing.
    fn is_briefed(&self) -> bool {
        self.briefed || !self.record.beginning.is_led || read_room(self.record.path()).briefed
    }

    /// The clock as the last line on it says: it runs on from the last entry to the next stop of the phases.
    fn running(&self) -> Running {
        let now = self.exercise.sim().now();
        let per_second = match pace_of(&self.played) {
            Pace::MinutesPerSecond(pace) => f64::from(pace),
            Pace::OneToOne => 1.0 / 60.0,
            _ => 0.0,
        };
        let stages = self.exercise.scenario().stages.iter();
        // At another pace of a phase it waits for the next line.
        let stops = stages.flat_map(|stage| {
            let paces = stage.paces.iter().map(|(from, _)| from);
            stage
                .stops
                .iter()
                .chain([&stage.begins, &stage.ends])
                .chain(paces)
        });
        let ahead = stops.copied().filter(|at| *at > now);
        Running {
            read: Instant::now(),
            from: now,
            per_second,
            until: ahead.fold(self.exercise.end(), SimTime::min),
        }
    }

    /// Returns the page with a later time of day, if the clock ran on to another minute.
    fn ran_on(&mut self) -> Option<WallView> {
        let now = self.clock.now();
        let shown = self.shown.as_mut()?;
        if now <= shown.now.at {
            return None;
        }
        shown.now = self.exercise.sim().calendar().stamp(now);
        Some(shown.clone())
    }
}

/// How fast the clock runs after these entries. What stops it is no line, but the record is brought up to each stop by a
/// fingerprint; what is decided while it stands bears the same minute. A fingerprint that comes daily looks the
/// same: the wall then stands until the next line of a later minute.
fn pace_of(played: &[Entry]) -> Pace {
    let set = played.iter().enumerate().rev().find_map(|(at, entry)| {
        let Command::SetClock(pace) = entry.act()?.command else {
            return None;
        };
        Some((at, pace))
    });
    let Some((at, pace)) = set else {
        return Pace::Stopped;
    };
    let since = &played[at + 1..];
    let mark = since.iter().rfind(|entry| entry.act().is_none());
    let is_mark_of_now = |mark: &Entry| {
        since
            .last()
            .is_some_and(|last| last.minute() == mark.minute())
    };
    if mark.is_some_and(is_mark_of_now) {
        Pace::Stopped
    } else {
        pace
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
        Command::AcknowledgeInject { .. }
            | Command::AnswerInject { .. }
            | Command::ForwardInject { .. }
            | Command::ForwardEntry { .. }
    );
    by_people && !is_quiet
}

/// What was said, if there are words for it.
fn said(act: RoomAct) -> Option<Decided> {
    Some(Decided {
        seat: act.line.seat,
        at: act.line.minute,
        on_paper: matches!(act.line.command, Command::RecordDecision { .. }),
        text: act.text?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exercise::Line;
    use crate::journal::Kept;
    use crate::vocab::AdministrationId;

    fn entry(minute: u32, command: Option<Command>) -> Entry {
        let minute = SimTime(minute);
        Entry {
            sequence: 1,
            kept: match command {
                Some(command) => Kept::Act(Line {
                    minute,
                    seat: AdministrationId(0),
                    origin: Origin::Person,
                    command,
                }),
                None => Kept::Fingerprint(minute, String::new()),
            },
        }
    }

    #[test]
    fn the_clock_stands_at_a_stop_whatever_is_decided_there() {
        let runs = entry(10, Some(Command::SetClock(Pace::MinutesPerSecond(2))));
        let decides = |minute| entry(minute, Some(Command::ConveneCrisisStaff));
        let mut played = vec![runs];
        assert_eq!(pace_of(&played), Pace::MinutesPerSecond(2));
        played.push(decides(12));
        assert_eq!(pace_of(&played), Pace::MinutesPerSecond(2));
        played.push(entry(15, None));
        assert_eq!(pace_of(&played), Pace::Stopped);
        played.push(decides(15));
        assert_eq!(
            pace_of(&played),
            Pace::Stopped,
            "a decision at the stop starts nothing"
        );
        played.push(decides(16));
        assert_eq!(
            pace_of(&played),
            Pace::MinutesPerSecond(2),
            "that mark came daily"
        );
        assert_eq!(pace_of(&[]), Pace::Stopped);
    }
}
