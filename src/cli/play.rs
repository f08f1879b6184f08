//! `beistand play`: the exercise in this terminal.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{SystemTime, UNIX_EPOCH};

use super::args::{BeginArgs, Color, Common, PlayArgs, ScenarioArgs};
use super::drill::Works;
use super::record::{no_seat, otherwise, tell_oddities, tell_where, unreadable, words_of};
use super::run::{no_response, not_there, pact_of};
use super::{Failure, Outcome, lead, records};
use crate::aar::{FUTURES, asides, forecast, unnoticed_seed};
use crate::exercise::{
    self, Actor, Asides, Exercise, Forecast, Record, RoomRecord, Setup, Start, World,
};
use crate::journal::{
    Beginning, Journal, Recorder, create, may_create, resume, room_to_go_on, take_up,
};
use crate::ports::local::{Beside, OpenError, Session, color_depth};
use crate::response::{StandIns, players};
use crate::scenario::{AdministrationKind, Scenario, ScenarioFiles, Staging, load_with_files};
use crate::tui::{
    DrillEnd, DrillKind, PactChoice, Role, SeatEnd, Settings, StartChoice, StartEnd, StartInfo,
};
use crate::vocab::{AdministrationId, Text};
use crate::words::Lang;

/// Attributions, shown on the "About" page.
const NOTICE: &str = include_str!("../../NOTICE");
/// Seeds that are given by the clock lie below this: they are short enough to be said.
const SEEDS: u64 = 1_000_000;
/// The scenario with a guide.
const FIRST_STEPS: &str = "einstieg";
/// Response plan of seats that nobody takes.
pub(super) const DEFAULT_RESPONSE: &str = "by_the_book";

pub(super) fn play(args: &PlayArgs, common: &Common) -> Outcome {
    match &args.resume {
        Some(folder) => go_on(folder, common),
        None => play_anew(args, common),
    }
}

pub(super) fn settings(common: &Common) -> Settings {
    let depth = color_depth(common.color == Color::Never, |name| {
        std::env::var(name).ok()
    });
    Settings::new(common.lang(), depth)
}

pub(super) fn open_session() -> Result<Session, Failure> {
    Session::open().map_err(|error| match error {
        OpenError::NoTerminal => Failure::usage(Text::new("cli-no-terminal")),
        OpenError::Io(error) => Failure::from(error),
    })
}

pub(super) fn left(end: SeatEnd) -> Outcome {
    match end {
        SeatEnd::Left => Ok(()),
        SeatEnd::Interrupted => Err(Failure::Interrupted),
    }
}

/// An exercise that is ready to be played.
pub(super) struct Prepared {
    pub(super) exercise: Exercise,
    pub(super) beginning: Beginning,
    pub(super) asides: Asides,
    pub(super) forecast: Forecast,
    /// Where it is recorded.
    pub(super) record: Option<PathBuf>,
    /// How the room stood when it was left, where somebody leads.
    pub(super) room: RoomRecord,
    /// What the screen says first.
    pub(super) said: Option<Text>,
}

/// Takes a recorded exercise up where it was left.
pub(super) fn take_up_again(folder: &Path, common: &Common) -> Result<Prepared, Failure> {
    let (record, recorder) = take_up(folder).map_err(|error| unreadable(&error, common))?;
    tell_oddities(&record, folder, common);
    records::remember(folder);
    if record.beginning.persons.is_empty() {
        return Err(Failure::Bad(words_of(common, &no_seat(folder))));
    }
    let followed = recorder.followed();
    let mut prepared = set_up(&record.beginning, Some(recorder))?;
    let exercise = &mut prepared.exercise;
    resume(exercise, &record.entries, &followed)
        .map_err(|difference| otherwise(&difference, &record, folder, exercise, common))?;
    // A second try begins at its minute, whatever its last line is.
    if let Some(parent) = &record.beginning.parent
        && exercise.sim().now() < parent.minute
    {
        exercise.advance_to(parent.minute);
    }
    // The clock stands from here on, and whoever follows the record sees it.
    exercise.record_fingerprint();
    prepared.record = Some(folder.to_owned());
    prepared.room = room_to_go_on(&record);
    if exercise.has_ended() {
        // Who stood in until the end has nobody to give the seat back to.
        prepared.room.leap.clear();
    }
    // A second try that begins where a leap ended says nothing of it: nothing was interrupted.
    let last = record.entries.last().map_or(0, |entry| entry.sequence);
    let parent = record.beginning.parent.as_ref();
    let only_begins = parent.is_some_and(|parent| last <= parent.line);
    prepared.said = if !prepared.room.leap.is_empty() && !only_begins {
        Some(Text::new("resumed-in-a-leap"))
    } else if record.torn > 0 {
        Some(Text::new("resumed-torn"))
    } else {
        None
    };
    Ok(prepared)
}

/// Plays until the seat or the room is left.
fn play_on(
    session: &mut Session,
    prepared: Prepared,
    settings: Settings,
    common: &Common,
) -> Result<SeatEnd, Failure> {
    if prepared.beginning.is_led {
        return lead::lead(session, prepared, settings, common, None);
    }
    let persons = prepared.beginning.persons;
    let seat = persons[0];
    let actor = exercise::start(Setup {
        exercise: prepared.exercise,
        persons,
        asides: Some(prepared.asides),
        room: None,
    });
    let beside = Beside {
        said: prepared.said,
        ..lead::beside(prepared.record.as_deref())
    };
    let end = session.run_seat(actor.door(), seat, settings, attributions(), beside);
    // The exercise ends with the seat; its thread must not outlive the screen.
    drop(actor.leave());
    Ok(end?)
}

/// Goes on with a recorded exercise.
fn go_on(folder: &Path, common: &Common) -> Outcome {
    // All that can go wrong does so before the screen opens, so that the message stays readable.
    let prepared = take_up_again(folder, common)?;
    let mut session = open_session()?;
    let end = play_on(&mut session, prepared, settings(common), common);
    drop(session);
    tell_where(folder, common);
    left(end?)
}

/// The pact and the response plan by which a played exercise begins.
pub(super) fn pact_and_response<'a>(
    begin: &'a BeginArgs,
    scenario: &Arc<Scenario>,
) -> Result<(usize, &'a str), Failure> {
    let pact = begin.pact.as_deref().unwrap_or(&scenario.exercise_pact);
    let response = begin.response.as_deref().unwrap_or(DEFAULT_RESPONSE);
    players(scenario, response, &[]).map_err(|known| no_response(scenario, response, &known))?;
    Ok((pact_of(scenario, Some(pact))?, response))
}

fn play_anew(args: &PlayArgs, common: &Common) -> Outcome {
    let staged = Staged::read(&args.scenario)?;
    let scenario = &staged.scenario;
    // Refused before the screen opens, so that the message stays readable.
    let (pact, response) = pact_and_response(&args.begin, scenario)?;
    let seat = args
        .seat
        .as_deref()
        .map(|key| seat_of(scenario, key))
        .transpose()?;
    if let Some(folder) = &args.record {
        may_create(folder, args.force).map_err(|error| unreadable(&error, common))?;
    }
    let mut session = open_session()?;
    let (recorded, end) = sit_down(&mut session, args, common, &staged, pact, seat, response)
        .map_or_else(|failure| (None, Err(failure)), |(at, end)| (at, Ok(end)));
    drop(session);
    if let Some(folder) = &recorded {
        tell_where(folder, common);
    }
    left(end?)
}

/// Asks who plays, then plays until the seat is left; returns where it was recorded.
fn sit_down(
    session: &mut Session,
    args: &PlayArgs,
    common: &Common,
    staged: &Staged,
    pact: usize,
    seat: Option<AdministrationId>,
    response: &str,
) -> Result<(Option<PathBuf>, SeatEnd), Failure> {
    let scenario = &staged.scenario;
    let settings = settings(common);
    let chosen = |seat, role| StartChoice {
        seat,
        pact: scenario.pacts[pact].id.clone(),
        role,
        settings,
    };
    let choice = match seat {
        // Whom nobody asks who plays gets the guide of that seat, if it has one; G hides it.
        Some(seat) => {
            let mut choice = chosen(seat, Role::Player);
            let guide = scenario.guide.as_ref();
            choice.settings.guided = guide.is_some_and(|guide| guide.seat == seat.index());
            choice
        }
        None if args.facilitator => chosen(AdministrationId(0), Role::Facilitator),
        None => match ask(session, args, common, staged, pact)? {
            StartEnd::Chosen(choice) => choice,
            StartEnd::GoOn(folder, settings) => {
                let prepared = take_up_again(&folder, common)?;
                let end = play_on(session, prepared, settings, common)?;
                return Ok((Some(folder), end));
            }
            StartEnd::Left | StartEnd::Drill(..) => return Ok((None, SeatEnd::Left)),
            StartEnd::Interrupted => return Err(Failure::Interrupted),
        },
    };
    let first = match seat {
        Some(_) => None,
        None => first_steps(&choice)?,
    };
    let (staged, persons, pact) = match &first {
        Some((staged, seat)) => (staged, vec![*seat], staged.scenario.exercise_pact.clone()),
        None if choice.role == Role::Facilitator => {
            (staged, lead::persons(scenario), choice.pact.clone())
        }
        None => (staged, vec![choice.seat], choice.pact.clone()),
    };
    let pact = pact_of(&staged.scenario, Some(&pact))?;
    let seed = args.begin.seed.unwrap_or_else(|| staged.fresh_seed(pact));
    let is_led = choice.role == Role::Facilitator;
    let beginning = Beginning {
        is_led,
        ..staged.beginning(persons, pact, response, seed)
    };
    let folder = match &args.record {
        None if is_led => Some(lead::record_folder(scenario, common)?),
        given => given.clone(),
    };
    let recorder = folder
        .as_ref()
        .map(|folder| create(folder, &beginning, args.force))
        .transpose()
        .map_err(|error| unreadable(&error, common))?;
    if let Some(folder) = &folder {
        records::remember(folder);
    }
    let mut prepared = set_up(&beginning, recorder)?;
    prepared.exercise.advance_to(beginning.scenario.start_ex);
    prepared.record.clone_from(&folder);
    let end = play_on(session, prepared, choice.settings, common)?;
    Ok((folder, end))
}

/// Shows the start screen, and what can be reckoned from there, until an exercise is chosen or it is left.
fn ask(
    session: &mut Session,
    args: &PlayArgs,
    common: &Common,
    staged: &Staged,
    pact: usize,
) -> Result<StartEnd, Failure> {
    let (mut used, mut pact) = (settings(common), pact);
    loop {
        let end = session.run_start(start_info(&staged.scenario, pact), used)?;
        let StartEnd::Drill(kind, held, chosen) = end else {
            return Ok(end);
        };
        pact = held;
        let scenario = Arc::clone(&staged.scenario);
        let works = Works::new(args.scenario.clone(), scenario, common.clone());
        let works = match kind {
            // Only a comparison offers them, and each is read with the whole scenario.
            DrillKind::Compare => works.with_kept_drafts(),
            DrillKind::Own => works.holding(pact),
        };
        used = match session.run_drill(kind, Box::new(works), chosen)? {
            DrillEnd::Back(settings) => settings,
            DrillEnd::Left => return Ok(StartEnd::Left),
            DrillEnd::Interrupted => return Ok(StartEnd::Interrupted),
        };
    }
}

/// A scenario with all that it was read from.
pub(super) struct Staged {
    pub(super) scenario: Arc<Scenario>,
    files: ScenarioFiles,
    set: Vec<(String, String)>,
    staging: Staging,
}

impl Staged {
    pub(super) fn read(args: &ScenarioArgs) -> Result<Self, Failure> {
        let staging = args.staging();
        let (scenario, files) = load_with_files(args.name(), &args.set, &staging)?;
        Ok(Self {
            scenario: Arc::new(scenario),
            files,
            set: args.set.clone(),
            staging,
        })
    }

    /// A seed nobody chose, by which nobody has noticed the attack before the exercise begins: finding it out belongs to
    /// those who sit down then. The screen shows it, so that the course can be played again.
    pub(super) fn fresh_seed(&self, pact: usize) -> u64 {
        let first = seed_of_now();
        unnoticed_seed(&self.scenario, pact, (first..).map(|seed| seed % SEEDS))
    }

    /// What an exercise with persons at these seats begins from.
    pub(super) fn beginning(
        &self,
        persons: Vec<AdministrationId>,
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
            persons,
            is_led: false,
            parent: None,
        }
    }
}

/// Returns the scenario of the guided first minutes and whose seat they are for, if they were chosen.
fn first_steps(choice: &StartChoice) -> Result<Option<(Staged, AdministrationId)>, Failure> {
    if !choice.settings.guided {
        return Ok(None);
    }
    let staging = Staging::default();
    let (scenario, files) = load_with_files(FIRST_STEPS, &[], &staging)?;
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
    let mut prepared = set_up(beginning, recorder)?;
    prepared.exercise.advance_to(beginning.scenario.start_ex);
    Ok(exercise::start(Setup {
        exercise: prepared.exercise,
        persons: beginning.persons.clone(),
        asides: Some(prepared.asides),
        room: None,
    }))
}

/// Makes an exercise at its first minute, and what plays the courses that did not happen.
pub(super) fn set_up(
    beginning: &Beginning,
    recorder: Option<Recorder>,
) -> Result<Prepared, Failure> {
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
        journal.clone(),
    );
    let forecast = forecast(
        Arc::clone(scenario),
        beginning.start,
        response.clone(),
        beginning.persons.clone(),
        journal,
        FUTURES,
    );
    Ok(Prepared {
        exercise,
        beginning: beginning.clone(),
        asides,
        forecast,
        record: None,
        room: RoomRecord::default(),
        said: None,
    })
}

/// Sources and licences, for the "About" page.
pub(super) fn attributions() -> String {
    NOTICE.to_owned()
}

/// The same for a page in one language: what stands there in both is said once.
pub(super) fn attributions_in(lang: Lang) -> String {
    let in_another = match lang {
        Lang::De => "Everything else about places",
        Lang::En => "Alles Übrige über Orte",
    };
    let paragraphs = NOTICE.trim_end().split("\n\n");
    let own: Vec<&str> = paragraphs
        .filter(|paragraph| !paragraph.starts_with(in_another))
        .collect();
    own.join("\n\n")
}

fn start_info(scenario: &Scenario, pact: usize) -> StartInfo {
    StartInfo {
        title: (scenario.title.de.clone(), scenario.title.en.clone()),
        begins_at_provider: scenario.attack.entry.iter().any(|entry| {
            scenario.administrations[entry.administration].kind == AdministrationKind::Provider
        }),
        place_names: scenario.place_names(),
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
        room_minutes: scenario.stages.iter().map(|stage| stage.room_minutes).sum(),
        records: records::offered(scenario),
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
        Failure::usage(not_there("cli-no-seat", key, scenario, known.join("\n")))
    })
}

/// A seed by the clock of the machine.
fn seed_of_now() -> u64 {
    SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .map_or(1, |since| since.as_millis() as u64 % SEEDS)
}
