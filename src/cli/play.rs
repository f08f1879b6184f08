//! `beistand play`: the exercise in this terminal.

use std::path::Path;
use std::sync::Arc;
use std::time::{SystemTime, UNIX_EPOCH};

use super::args::{Color, Common, PlayArgs, ScenarioArgs};
use super::record::{no_seat, otherwise, tell_oddities, tell_where, unreadable, words_of};
use super::run::{no_response, pact_of};
use super::{Failure, Outcome};
use crate::aar::asides;
use crate::exercise::{self, Actor, Asides, Exercise, Record, Setup, Start, World};
use crate::journal::{Beginning, Journal, Recorder, create, may_create, resume, take_up};
use crate::ports::local::{OpenError, Session, color_depth};
use crate::response::{StandIns, players};
use crate::scenario::{Scenario, ScenarioFiles, Staging, load_with_files};
use crate::tui::{PactChoice, SeatEnd, Settings, StartChoice, StartEnd, StartInfo};
use crate::vocab::{AdministrationId, Text};

/// Attributions, shown on the "About" page.
const NOTICE: &str = include_str!("../../NOTICE");
/// The scenario with a guide.
const FIRST_STEPS: &str = "einstieg";
/// Response plan of seats that nobody takes.
const DEFAULT_RESPONSE: &str = "by_the_book";

pub(super) fn play(args: &PlayArgs, common: &Common) -> Outcome {
    match &args.resume {
        Some(folder) => go_on(folder, common),
        None => play_anew(args, common),
    }
}

fn settings(common: &Common) -> Settings {
    let depth = color_depth(common.color == Color::Never, |name| {
        std::env::var(name).ok()
    });
    Settings::new(common.lang(), depth)
}

fn open_session() -> Result<Session, Failure> {
    Session::open().map_err(|error| match error {
        OpenError::NoTerminal => Failure::Usage(error.to_string()),
        OpenError::Io(error) => Failure::from(error),
    })
}

fn left(end: SeatEnd) -> Outcome {
    match end {
        SeatEnd::Left => Ok(()),
        SeatEnd::Interrupted => Err(Failure::Interrupted),
    }
}

/// Goes on with a recorded exercise.
fn go_on(folder: &Path, common: &Common) -> Outcome {
    // All that can go wrong does so before the screen opens, so that the message stays readable.
    let (record, recorder) = take_up(folder).map_err(|error| unreadable(&error, common))?;
    tell_oddities(&record, folder, common);
    let Some(seat) = record.beginning.persons.first().copied() else {
        return Err(Failure::Bad(words_of(common, &no_seat(folder))));
    };
    let followed = recorder.followed();
    let (mut exercise, asides) = set_up(&record.beginning, Some(recorder))?;
    resume(&mut exercise, &record.entries, &followed)
        .map_err(|difference| otherwise(&difference, &record, folder, &exercise, common))?;
    let mut session = open_session()?;
    let actor = exercise::start(Setup {
        exercise,
        persons: record.beginning.persons.clone(),
        asides: Some(asides),
    });
    let end = session.run_seat(actor.door(), seat, settings(common), attributions());
    drop(actor.leave());
    drop(session);
    tell_where(folder, common);
    left(end?)
}

fn play_anew(args: &PlayArgs, common: &Common) -> Outcome {
    let staged = Staged::read(&args.scenario, common)?;
    let scenario = &staged.scenario;
    let pact = args.pact.as_deref().unwrap_or(&scenario.exercise_pact);
    let pact = pact_of(scenario, Some(pact))?;
    let response = args.response.as_deref().unwrap_or(DEFAULT_RESPONSE);
    let seat = args
        .seat
        .as_deref()
        .map(|key| seat_of(scenario, key))
        .transpose()?;
    // Refused before the screen opens, so that the message stays readable.
    players(scenario, response, &[]).map_err(|known| no_response(scenario, response, &known))?;
    if let Some(folder) = &args.record {
        may_create(folder, args.force).map_err(|error| unreadable(&error, common))?;
    }
    let mut session = open_session()?;
    let end = sit_down(&mut session, args, common, &staged, pact, seat, response);
    drop(session);
    if let (Ok(Some(_)), Some(folder)) = (&end, &args.record) {
        tell_where(folder, common);
    }
    left(end?.unwrap_or(SeatEnd::Left))
}

/// Asks who plays, then plays until the seat is left; `None` if nobody played.
fn sit_down(
    session: &mut Session,
    args: &PlayArgs,
    common: &Common,
    staged: &Staged,
    pact: usize,
    seat: Option<AdministrationId>,
    response: &str,
) -> Result<Option<SeatEnd>, Failure> {
    let scenario = &staged.scenario;
    let settings = settings(common);
    let choice = match seat {
        Some(seat) => StartChoice {
            seat,
            pact: scenario.pacts[pact].id.clone(),
            settings,
        },
        None => match session.run_start(start_info(scenario, pact), settings)? {
            StartEnd::Chosen(choice) => choice,
            StartEnd::Left => return Ok(None),
            StartEnd::Interrupted => return Err(Failure::Interrupted),
        },
    };
    let seed = args.seed.unwrap_or_else(fresh_seed);
    let first = first_steps(&choice)?;
    let (staged, seat, pact) = match &first {
        Some((staged, seat)) => (staged, *seat, staged.scenario.exercise_pact.clone()),
        None => (staged, choice.seat, choice.pact.clone()),
    };
    let pact = pact_of(&staged.scenario, Some(&pact))?;
    let beginning = staged.beginning(seat, pact, response, seed);
    let recorder = match &args.record {
        Some(folder) => Some(
            create(folder, &beginning, args.force).map_err(|error| unreadable(&error, common))?,
        ),
        None => None,
    };
    let actor = begin(&beginning, recorder)?;
    let end = session.run_seat(actor.door(), seat, choice.settings, attributions());
    // The exercise ends with the seat; its thread must not outlive the screen.
    drop(actor.leave());
    Ok(Some(end?))
}

/// A scenario with all that it was read from.
pub(super) struct Staged {
    pub(super) scenario: Arc<Scenario>,
    files: ScenarioFiles,
    set: Vec<(String, String)>,
    staging: Staging,
}

impl Staged {
    pub(super) fn read(args: &ScenarioArgs, common: &Common) -> Result<Self, Failure> {
        let staging = args.staging();
        let (scenario, files) = load_with_files(args.name(), &args.set, &staging)
            .map_err(|problems| Failure::Bad(problems.render(common.colored_errors())))?;
        Ok(Self {
            scenario: Arc::new(scenario),
            files,
            set: args.set.clone(),
            staging,
        })
    }

    /// What an exercise with one person begins from.
    pub(super) fn beginning(
        &self,
        seat: AdministrationId,
        pact: usize,
        response: &str,
        seed: u64,
    ) -> Beginning {
        Beginning {
            scenario: Arc::clone(&self.scenario),
            files: self.files.clone(),
            set: self.set.clone(),
            staging: self.staging.clone(),
            start: Start { seed, run: 0, pact },
            response: response.to_owned(),
            persons: vec![seat],
        }
    }
}

/// Returns the scenario of the guided first minutes and whose seat they are for, if they were chosen.
fn first_steps(choice: &StartChoice) -> Result<Option<(Staged, AdministrationId)>, Failure> {
    if !choice.settings.guided {
        return Ok(None);
    }
    let staging = Staging::default();
    let (scenario, files) = load_with_files(FIRST_STEPS, &[], &staging)
        .map_err(|problems| Failure::Bad(problems.to_string()))?;
    let seat = scenario.guide.as_ref().map_or(choice.seat, |guide| {
        AdministrationId::from_index(guide.seat)
    });
    let staged = Staged {
        scenario: Arc::new(scenario),
        files,
        set: Vec::new(),
        staging,
    };
    Ok(Some((staged, seat)))
}

/// Begins an exercise at `StartEx` with persons at their seats and bots at the others.
pub(super) fn begin(beginning: &Beginning, recorder: Option<Recorder>) -> Result<Actor, Failure> {
    let (mut exercise, asides) = set_up(beginning, recorder)?;
    exercise.advance_to(beginning.scenario.start_ex);
    Ok(exercise::start(Setup {
        exercise,
        persons: beginning.persons.clone(),
        asides: Some(asides),
    }))
}

/// Makes an exercise at its first minute, and what plays the courses that did not happen.
fn set_up(
    beginning: &Beginning,
    recorder: Option<Recorder>,
) -> Result<(Exercise, Asides), Failure> {
    let scenario = &beginning.scenario;
    let response = &beginning.response;
    let bots = players(scenario, response, &beginning.persons)
        .map_err(|known| no_response(scenario, response, &known))?;
    let mut world = World::new(Arc::clone(scenario));
    world.keep_courses();
    let (journal, record): (Journal, Box<dyn Record>) = match recorder {
        Some(recorder) => (recorder.journal(), Box::new(recorder)),
        None => {
            let journal = Journal::default();
            (journal.clone(), journal.recorder())
        }
    };
    let deputies = Box::new(StandIns(Arc::clone(scenario)));
    let exercise =
        Exercise::new(world, beginning.start, bots, Some(record)).with_deputies(deputies);
    let asides = asides(
        Arc::clone(scenario),
        beginning.start,
        response.clone(),
        beginning.persons.clone(),
        journal,
    );
    Ok((exercise, asides))
}

/// Sources and licences, for the "About" page.
pub(super) fn attributions() -> String {
    NOTICE.to_owned()
}

fn start_info(scenario: &Scenario, pact: usize) -> StartInfo {
    StartInfo {
        title: (scenario.title.de.clone(), scenario.title.en.clone()),
        seats: crate::view::seats(scenario),
        pacts: scenario
            .pacts
            .iter()
            .map(|pact| PactChoice {
                id: pact.id.clone(),
                name: local(&pact.title),
            })
            .collect(),
        first_pact: pact,
        about: attributions(),
    }
}

pub(super) fn local(text: &crate::scenario::LocalText) -> Text {
    Text::new("local")
        .name("de", text.de.clone())
        .name("en", text.en.clone())
}

pub(super) fn seat_of(scenario: &Scenario, key: &str) -> Result<AdministrationId, Failure> {
    let found = scenario
        .administrations
        .iter()
        .position(|administration| administration.id == key && administration.seat.is_some());
    found.map(AdministrationId::from_index).ok_or_else(|| {
        let known: Vec<String> = scenario
            .administrations
            .iter()
            .filter(|administration| administration.seat.is_some())
            .map(|administration| format!("  {:<10} {}", administration.id, administration.name))
            .collect();
        Failure::Usage(format!(
            "error: there is no seat `{key}` in `{}`; its seats are\n{}",
            scenario.id,
            known.join("\n")
        ))
    })
}

/// A seed nobody chose; the screen shows it, so that the course can be played again.
fn fresh_seed() -> u64 {
    SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .map_or(1, |since| since.as_millis() as u64 % 1_000_000)
}
