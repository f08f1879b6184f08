//! `beistand play`: the exercise in this terminal.

use std::sync::Arc;
use std::time::{SystemTime, UNIX_EPOCH};

use super::args::{Color, Common, PlayArgs};
use super::run::{no_response, pact_of, scenario_of};
use super::{Failure, Outcome};
use crate::aar::asides;
use crate::exercise::{self, Actor, Exercise, Setup, Start, World};
use crate::journal::Journal;
use crate::ports::local::{OpenError, Session, color_depth};
use crate::response::{StandIns, players};
use crate::scenario::{Scenario, load};
use crate::tui::{PactChoice, SeatEnd, Settings, StartChoice, StartEnd, StartInfo};
use crate::vocab::{AdministrationId, Text};

/// Attributions, shown on the "About" page.
const NOTICE: &str = include_str!("../../NOTICE");
/// The scenario with a guide.
const FIRST_STEPS: &str = "einstieg";
/// Response plan of seats that nobody takes.
const DEFAULT_RESPONSE: &str = "by_the_book";

pub(super) fn play(args: &PlayArgs, common: &Common) -> Outcome {
    let scenario = scenario_of(&args.scenario, common)?;
    let pact = args.pact.as_deref().unwrap_or(&scenario.exercise_pact);
    let pact = pact_of(&scenario, Some(pact))?;
    let response = args.response.as_deref().unwrap_or(DEFAULT_RESPONSE);
    let seat = args
        .seat
        .as_deref()
        .map(|key| seat_of(&scenario, key))
        .transpose()?;
    // Refused before the screen opens, so that the message stays readable.
    players(&scenario, response, &[]).map_err(|known| no_response(&scenario, response, &known))?;
    let depth = color_depth(common.color == Color::Never, |name| {
        std::env::var(name).ok()
    });
    let settings = Settings::new(common.lang(), depth);
    let mut session = Session::open().map_err(|error| match error {
        OpenError::NoTerminal => Failure::Usage(error.to_string()),
        OpenError::Io(error) => Failure::from(error),
    })?;
    let end = sit_down(
        &mut session,
        args,
        &scenario,
        pact,
        seat,
        response,
        settings,
    );
    drop(session);
    match end? {
        SeatEnd::Left => Ok(()),
        SeatEnd::Interrupted => Err(Failure::Interrupted),
    }
}

/// Asks who plays, then plays until the seat is left.
fn sit_down(
    session: &mut Session,
    args: &PlayArgs,
    scenario: &Arc<Scenario>,
    pact: usize,
    seat: Option<AdministrationId>,
    response: &str,
    settings: Settings,
) -> Result<SeatEnd, Failure> {
    let choice = match seat {
        Some(seat) => StartChoice {
            seat,
            pact: scenario.pacts[pact].id.clone(),
            settings,
        },
        None => match session.run_start(start_info(scenario, pact), settings)? {
            StartEnd::Chosen(choice) => choice,
            StartEnd::Left => return Ok(SeatEnd::Left),
            StartEnd::Interrupted => return Ok(SeatEnd::Interrupted),
        },
    };
    let seed = args.seed.unwrap_or_else(fresh_seed);
    let first = first_steps(&choice)?;
    let (scenario, seat) = match &first {
        Some((scenario, seat)) => (scenario, *seat),
        None => (scenario, choice.seat),
    };
    let pact = match &first {
        Some((scenario, _)) => pact_of(scenario, Some(&scenario.exercise_pact))?,
        None => pact_of(scenario, Some(&choice.pact))?,
    };
    let actor = begin(scenario, seat, pact, response, seed)?;
    let end = session.run_seat(actor.door(), seat, choice.settings, attributions())?;
    // The exercise ends with the seat; its thread must not outlive the screen.
    drop(actor.leave());
    Ok(end)
}

/// Returns the scenario of the guided first minutes and whose seat they are for, if they were chosen.
fn first_steps(choice: &StartChoice) -> Result<Option<(Arc<Scenario>, AdministrationId)>, Failure> {
    if !choice.settings.guided {
        return Ok(None);
    }
    let scenario = load(FIRST_STEPS, &[]).map_err(|problems| Failure::Bad(problems.to_string()))?;
    let seat = scenario.guide.as_ref().map_or(choice.seat, |guide| {
        AdministrationId::from_index(guide.seat)
    });
    Ok(Some((Arc::new(scenario), seat)))
}

/// Begins an exercise at `StartEx` with a person at one seat and bots at the others.
pub(super) fn begin(
    scenario: &Arc<Scenario>,
    seat: AdministrationId,
    pact: usize,
    response: &str,
    seed: u64,
) -> Result<Actor, Failure> {
    let start = Start { seed, run: 0, pact };
    let bots = players(scenario, response, &[seat])
        .map_err(|known| no_response(scenario, response, &known))?;
    let mut world = World::new(Arc::clone(scenario));
    world.keep_courses();
    let journal = Journal::default();
    let deputies = Box::new(StandIns(Arc::clone(scenario)));
    let mut exercise =
        Exercise::new(world, start, bots, Some(journal.recorder())).with_deputies(deputies);
    exercise.advance_to(scenario.start_ex);
    let asides = asides(
        Arc::clone(scenario),
        start,
        response.to_owned(),
        vec![seat],
        journal,
    );
    Ok(exercise::start(Setup {
        exercise,
        persons: vec![seat],
        asides: Some(asides),
    }))
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

fn local(text: &crate::scenario::LocalText) -> Text {
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
