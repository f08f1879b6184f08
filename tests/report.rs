//! The after-action report of a recorded exercise: objectives, pages, and the figures behind them.

use std::path::Path;
use std::sync::Arc;

use assert_cmd::Command as Program;
use beistand::command::{AidAnswer, AidDraft, Command};
use beistand::exercise::{Exercise, Origin, Start, World};
use beistand::journal::{Beginning, Note, Noted, Reply, create, open};
use beistand::response::{StandIns, players};
use beistand::scenario::{Staging, load_with_files};
use beistand::vocab::{
    AdministrationId, AidKind, ContainmentOption, DAY, Decider, HOUR, NoteKind, Pace, Rating,
    SimTime,
};
use serde_json::Value;

const SEATS: [&str; 6] = [
    "06431",
    "06431002",
    "06431015",
    "06437",
    "06411000",
    "datenhaus",
];

fn beginning(name: &str, seats: &[&str], pact: &str) -> Beginning {
    let staging = Staging::default();
    let (scenario, files) = load_with_files(name, &[], &staging).expect("the scenario is right");
    let seat = |key: &&str| {
        let mut all = scenario.administrations.iter();
        let position = all.position(|administration| administration.id == **key);
        AdministrationId::from_index(position.expect("the seat is there"))
    };
    let pact = scenario.pacts.iter().position(|of| of.id == pact);
    Beginning {
        persons: seats.iter().map(seat).collect(),
        start: Start {
            seed: 3,
            run: 0,
            pact: pact.expect("the pact is there"),
        },
        scenario: Arc::new(scenario),
        files,
        set: Vec::new(),
        staging,
        response: "by_the_book".to_owned(),
        is_led: false,
        parent: None,
    }
}

fn begin(folder: &Path, beginning: &Beginning) -> Exercise {
    let recorder = create(folder, beginning, false).expect("a new folder");
    let scenario = &beginning.scenario;
    let bots = players(scenario, &beginning.response, &beginning.persons).expect("the plan");
    let deputies = Box::new(StandIns(Arc::clone(scenario)));
    let world = World::new(Arc::clone(scenario));
    let mut exercise = Exercise::new(world, beginning.start, bots, Some(Box::new(recorder)))
        .with_deputies(deputies);
    exercise.advance_to(scenario.start_ex);
    exercise
}

/// Decides every open paper of the seats as careful people would, asks for aid, and answers requests.
fn decide(exercise: &mut Exercise, seats: &[AdministrationId], pace: Pace) {
    let person = || Origin::Person;
    let _ = exercise.submit(seats[0], Origin::Facilitator, Command::SetClock(pace));
    for seat in seats {
        let papers = exercise.known(*seat).decisions();
        for paper in papers {
            use beistand::sim::DecisionKind as Kind;
            let choice = match paper.kind {
                Kind::ProviderLink => Command::Contain(ContainmentOption::CutProviderLink),
                Kind::Customers => Command::Contain(ContainmentOption::CutAllCustomers),
                Kind::CrisisStaff => Command::ConveneCrisisStaff,
                Kind::PayFile => Command::SecurePayFile,
                Kind::Notify => Command::NotifyCustomers,
                Kind::Island => Command::SetUpIsland,
                Kind::Reconnect => Command::ReconnectProviderLink,
                Kind::Answer(request) => {
                    let answer = AidAnswer::Grant { amount: 1 };
                    Command::AnswerAid { request, answer }
                }
                Kind::Shutdown | Kind::Lift => continue,
            };
            let decision = Command::RecordDecision {
                decision: paper.id,
                decider: Decider::Head,
                choice: Some(Box::new(choice)),
                reason: "Kriterium <erfüllt> & Rückweg bekannt".to_owned(),
            };
            if exercise.submit(*seat, person(), decision).is_err()
                && let Kind::Answer(request) = paper.kind
            {
                let reason = "own_services".to_owned();
                let answer = AidAnswer::Refuse { reason };
                let refusal = Command::AnswerAid { request, answer };
                let _ = exercise.submit(*seat, person(), refusal);
            }
        }
    }
}

fn ask(exercise: &mut Exercise, asker: AdministrationId, helper: AdministrationId, kind: AidKind) {
    let services = exercise.sim().services_of(asker);
    let templates = &exercise.scenario().services;
    let sim = exercise.sim();
    let service = services
        .into_iter()
        .find(|id| templates[sim.template_of(*id)].at_neighbour);
    let is_desk = matches!(kind, AidKind::SmallDesk | AidKind::ItWorkplaces);
    let draft = AidDraft {
        kind,
        helper,
        amount: 1,
        days: 5,
        service: service.filter(|_| is_desk),
        skill: None,
    };
    let _ = exercise.submit(asker, Origin::Person, Command::RequestAid(draft));
}

/// Plays `suedhessen` with six seats for some days, and notes what observers saw.
fn play(folder: &Path, days: u32, pact: &str) -> Beginning {
    let beginning = beginning("suedhessen", &SEATS, pact);
    let seats = beginning.persons.clone();
    let [county, town, village, odenwald, city, _] = seats[..] else {
        panic!("six seats");
    };
    let start = beginning.scenario.start_ex;
    let mut exercise = begin(folder, &beginning);
    let end = start.after(days * DAY).min(exercise.end());
    let mut now = start;
    while now < end {
        let hours = now.since(start) / HOUR;
        let (pace, every) = match hours {
            0..30 => (Pace::MinutesPerSecond(1), 30),
            30..120 => (Pace::MinutesPerSecond(15), 3 * HOUR),
            _ => (Pace::MinutesPerSecond(1440), DAY),
        };
        now = now.after(every).min(end);
        exercise.advance_to(now);
        decide(&mut exercise, &seats, pace);
        match hours {
            66..69 => {
                for asker in [county, town, odenwald] {
                    ask(&mut exercise, asker, city, AidKind::ItStaffOnSite);
                }
                ask(&mut exercise, village, city, AidKind::SmallDesk);
            }
            240..264 => ask(&mut exercise, village, city, AidKind::RemoteAdvice),
            _ => {}
        }
    }
    exercise.record_fingerprint();
    drop(exercise);
    let record = open(folder).expect("a record");
    let note = |objective: &str, about, rating, text: &str, evidence: &[u64]| {
        let note = Note {
            minute: start.after(3 * DAY),
            seat: Some("06431002".to_owned()),
            objective: Some(objective.to_owned()),
            about,
            rating,
            text: text.to_owned(),
            evidence: evidence.to_vec(),
        };
        record.observe(Noted::Note(note)).expect("noted");
    };
    let major = Some(Rating::MajorChallenges);
    note(
        "9",
        NoteKind::Observation,
        major,
        "Zwei Häuser reden, das dritte wartet <still>.",
        &[3],
    );
    let performed = Some(Rating::Performed);
    note(
        "12",
        NoteKind::Strength,
        performed,
        "Die Presselinie steht nach einer Stunde.",
        &[4, 5],
    );
    note(
        "3",
        NoteKind::Improvement,
        None,
        "Niemand wusste, wer antworten darf.",
        &[],
    );
    for sheet in 1..=3 {
        for (question, grade, text) in [
            ("useful", Some(3 + (sheet % 3) as u8), ""),
            ("pact", None, "Genehmigung vorab."),
        ] {
            let reply = Reply {
                sheet,
                question: question.to_owned(),
                grade,
                text: text.to_owned(),
            };
            record.observe(Noted::Reply(reply)).expect("noted");
        }
    }
    beginning
}

fn report(folder: &Path, arguments: &[&str]) -> String {
    let mut program = Program::cargo_bin("beistand").unwrap();
    program.arg("report").arg(folder).args(arguments);
    let result = program.assert().success();
    String::from_utf8(result.get_output().stdout.clone()).unwrap()
}

/// Leaves a record and its pages in the folder this variable names, to be looked at.
#[test]
fn a_record_to_look_at() {
    let Ok(folder) = std::env::var("BEISTAND_KEEP_REPORT") else {
        return;
    };
    let folder = Path::new(&folder);
    play(&folder.join("ended"), 91, "contract");
    play(&folder.join("running"), 5, "loi");
}
