//! The after-action report of a recorded exercise: objectives, pages, and the figures behind them.

use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use assert_cmd::Command as Program;
use beistand::aar::{PageSettings, Played, assumptions, influence, page, report};
use beistand::command::{AidAnswer, AidDraft, Command};
use beistand::exercise::{Exercise, Origin, Start, World};
use beistand::journal::{Beginning, Note, Noted, Reply, create, deeds, open, rerun_to};
use beistand::response::{StandIns, players};
use beistand::scenario::{Staging, load_copied, load_with_files};
use beistand::vocab::{
    AdministrationId, AidKind, Channel, ContainmentOption, DAY, Decider, HOUR, MessageClass,
    NoteKind, OwnInject, Pace, Rating,
};
use beistand::words::Lang;
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

/// How a room plays.
#[derive(Clone, Copy)]
struct Room {
    days: u32,
    pact: &'static str,
    /// Whether anybody decides anything.
    decides: bool,
    /// A clock that runs at one pace; `None` slows and quickens as the phases do.
    pace: Option<Pace>,
}

const WEEK: Room = Room {
    days: 5,
    pact: "loi",
    decides: true,
    pace: None,
};

/// A day on which nobody decides anything.
const IDLE_DAY: Room = Room {
    days: 1,
    decides: false,
    ..WEEK
};

/// Decides every open paper of the seats as careful people would, and answers requests.
fn decide(exercise: &mut Exercise, seats: &[AdministrationId]) {
    use beistand::sim::DecisionKind as Kind;
    let person = || Origin::Person;
    for seat in seats {
        for paper in exercise.known(*seat).decisions() {
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
                _ => continue,
            };
            let decision = Command::RecordDecision {
                decision: paper.id,
                decider: Decider::Head,
                choice: Some(Box::new(choice)),
                reason: "Kriterium <erfüllt> & Rückweg bekannt".to_owned(),
                revisit_when: String::new(),
                agreed_with: match paper.kind {
                    Kind::ProviderLink => seats.iter().copied().filter(|at| at != seat).collect(),
                    _ => Vec::new(),
                },
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

/// Plays `suedhessen` with six seats for some days.
fn play(folder: &Path, room: Room) {
    let beginning = beginning("suedhessen", &SEATS, room.pact);
    let seats = beginning.persons.clone();
    let [county, town, village, odenwald, city, _] = seats[..] else {
        panic!("six seats");
    };
    let start = beginning.scenario.start_ex;
    let mut exercise = begin(folder, &beginning);
    let end = start.after(room.days * DAY).min(exercise.end());
    if room.decides {
        let mut leads = |command: Command| {
            let done = exercise.submit(county, Origin::Facilitator, command);
            done.expect("a facilitator may");
        };
        leads(Command::Improvise(OwnInject {
            from: "Landrat".to_owned(),
            to: vec![village],
            channel: Channel::Phone,
            class: MessageClass::Alert,
            text: "Was sage ich | dem Fernsehen?".to_owned(),
        }));
        // Requests that injects set off have no line and must not shift those of others.
        leads(Command::LeadExercise);
        let inject = "R3".to_owned();
        leads(Command::HoldInject { inject });
    }
    let mut now = start;
    while now < end {
        let hours = now.since(start) / HOUR;
        let (pace, every) = match hours {
            0..30 => (Pace::MinutesPerSecond(1), 30),
            30..120 => (Pace::MinutesPerSecond(15), 3 * HOUR),
            _ => (Pace::MinutesPerSecond(1440), DAY),
        };
        let pace = Command::SetClock(room.pace.unwrap_or(pace));
        exercise
            .submit(county, Origin::Facilitator, pace)
            .expect("the clock can be set");
        now = now.after(every).min(end);
        exercise.advance_to(now);
        if !room.decides {
            continue;
        }
        decide(&mut exercise, &seats);
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
}

/// What observers and participants say of a record.
fn note_all(folder: &Path) {
    let record = open(folder).expect("a record");
    let start = record.beginning.scenario.start_ex;
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
    note("9", NoteKind::Observation, Some(Rating::Unable), "", &[]);
    note(
        "9",
        NoteKind::Observation,
        major,
        "Doch noch geschafft.",
        &[],
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
}

fn program(arguments: &[&str]) -> Program {
    let mut program = Program::cargo_bin("beistand").unwrap();
    program.args(arguments);
    program
}

fn output(arguments: &[&str]) -> String {
    let result = program(arguments).assert().success();
    String::from_utf8(result.get_output().stdout.clone()).unwrap()
}

/// What the program tells a person beside its output, in English.
fn said(arguments: &[&str], code: i32) -> String {
    let mut program = program(arguments);
    if !arguments.contains(&"--lang") {
        program.args(["--lang", "en"]);
    }
    let result = program.assert().code(code);
    String::from_utf8(result.get_output().stderr.clone()).unwrap()
}

fn document(folder: &Path) -> Value {
    let folder = folder.to_str().unwrap();
    let text = output(&["report", folder, "--runs", "0", "--format", "json"]);
    serde_json::from_str(&text).unwrap()
}

fn objective<'a>(document: &'a Value, id: &str) -> &'a Value {
    let all = document["objectives"].as_array().unwrap();
    let found = all.iter().find(|objective| objective["objective"] == id);
    found.unwrap_or_else(|| panic!("there is no objective {id}"))
}

#[test]
fn a_report_so_far_is_whole_in_every_form_and_tells_nothing_hidden() {
    let dir = tempfile::tempdir().unwrap();
    let folder = dir.path().join("record");
    play(&folder, WEEK);
    note_all(&folder);
    let name = folder.to_str().unwrap();
    let document = document(&folder);
    let schema: Value = serde_json::from_str(include_str!("../docs/report.schema.json")).unwrap();
    let validator = jsonschema::options()
        .should_validate_formats(true)
        .build(&schema)
        .unwrap();
    let wrong: Vec<String> = validator
        .iter_errors(&document)
        .map(|error| format!("{}: {error}", error.instance_path))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    // It is not over: what nobody could know stays out.
    assert_eq!(document["has_ended"], false);
    assert!(document["marks"]["first_compromise_minute"].is_null());
    assert!(document["totals"]["futures"].is_null());
    // Decisions in time with a reason are met, with the lines that show it.
    let link = objective(&document, "8");
    assert_eq!(link["verdict"], "met", "{link}");
    let terms = link["terms"].as_array().unwrap();
    assert_eq!(terms.len(), 5, "four customers and the provider: {link}");
    assert!(
        terms
            .iter()
            .all(|term| term["lines"].as_array().unwrap().len() == 1)
    );
    // Of all customers of the provider four are played by people: they were asked, and all decided.
    let injects = document["injects"].as_array().unwrap();
    let first = injects.iter().find(|of| of["inject"] == "E1").unwrap();
    assert!(first["receivers"].as_array().unwrap().len() > 80, "{first}");
    assert_eq!(
        (&first["asked"], &first["answered"]),
        (&4.into(), &4.into())
    );
    for inject in injects {
        let count = |field: &str| inject[field].as_u64().unwrap();
        assert!(count("answered") <= count("asked"), "{inject}");
        assert!(count("asked") <= SEATS.len() as u64, "{inject}");
    }
    // Every payment due is an item of its objective, and what never came back still stands.
    let council = &document["council"];
    let paying = objective(&document, "6")["terms"].as_array().unwrap();
    assert_eq!(council["pay_runs_due"], paying.len(), "one run of each");
    let services = document["services"].as_array().unwrap().iter();
    let never = services.filter(|of| {
        !of["first_down_minute"].is_null() && of["minutes_to_emergency_level"].is_null()
    });
    let never = never.count() as u64;
    assert!(0 < never && never <= council["still_down"].as_u64().unwrap());
    // All that people decided belongs to some phase, and nobody stood in for them.
    let stages = document["stages"].as_array().unwrap().iter();
    let decided = stages.map(|stage| stage["people_decisions"].as_u64().unwrap());
    let decided: u64 = decided.sum();
    assert!(decided > 0);
    assert_eq!(council["people_decisions"], decided);
    assert_eq!(council["stood_in_of_100"], 0.0);
    // What people rate is not scored by the program, and their rating is there.
    let rated = objective(&document, "9");
    assert_eq!(rated["verdict"], "rated_by_people");
    assert_eq!(rated["ratings"][0]["rating"], "M");
    assert_eq!(rated["ratings"].as_array().unwrap().len(), 1);
    assert_eq!(rated["people_rate"], true);
    // Of this one the program measures a part, and people rate the rest.
    let both = objective(&document, "12");
    assert_eq!(both["measure"], "notification");
    assert_eq!(
        (&both["people_rate"], &both["ratings"][0]["rating"]),
        (&true.into(), &"P".into())
    );
    assert_eq!(document["hot_wash"]["sheets"], 3);
    every_figure_of_aid_has_its_line(&folder, &document);
    what_the_facilitator_did_is_told_of_it(&document);
    // The account is in balance: what is given is got, what is owed is owed to somebody.
    let sum = |field: &str| -> f64 {
        let all = document["ledger"].as_array().unwrap().iter();
        all.map(|of| of[field].as_f64().unwrap()).sum()
    };
    assert!((sum("hours_given") - sum("hours_got")).abs() < 1e-6);
    assert!((sum("credit_eur") - sum("debit_eur")).abs() < 1e-6);
    for (lang, order) in [
        (
            "de",
            [
                "Auftrag und",
                "Verlauf",
                "Leistungen:",
                "Beistand",
                "Ziele",
                "Stärken",
            ],
        ),
        (
            "en",
            [
                "Mission and",
                "Course of",
                "Services:",
                "Mutual aid",
                "Objectives",
                "Strengths",
            ],
        ),
    ] {
        let page = output(&["report", name, "--runs", "0", "--lang", lang]);
        let again = output(&["report", name, "--runs", "0", "--lang", lang]);
        assert!(page == again, "two reports of one record differ ({lang})");
        assert!(
            !page.contains('«') && !page.contains("{$"),
            "a text is missing ({lang})"
        );
        assert!(!page.contains("<script") && page.contains(&format!("<html lang=\"{lang}\">")));
        assert!(page.contains("&lt;still&gt;") && !page.contains("<still>"));
        // What can still come is no failure, and nobody is counted who was not asked.
        let (never, yet, all) = match lang {
            "de" => ("kam nicht vor", "noch nicht", "von allen 4 Plätzen"),
            _ => ("did not come up", "not yet", "by all 4 seats"),
        };
        assert!(page.contains(yet) && page.contains(all), "{lang}");
        assert!(!page.contains(never) && !page.contains(" / 89"), "{lang}");
        let mut last = page
            .find("id=\"council\"")
            .expect("the council's page comes first");
        for (number, title) in (2..).zip(order) {
            let heading = format!("<h2>{number} {title}");
            let at = page
                .find(&heading)
                .unwrap_or_else(|| panic!("{heading} is missing"));
            assert!(at > last, "{heading} comes too early");
            last = at;
        }
        every_link_leads_somewhere(&page);
        let (missed, again, who) = match lang {
            "de" => (
                "Verfehlt: ",
                "U (nicht geschafft), später neu beurteilt",
                "Übungsleitung",
            ),
            _ => (
                "Missed: ",
                "U (unable to be performed), rated anew later",
                "facilitator",
            ),
        };
        assert!(page.contains(again), "{again} ({lang})");
        let held = page
            .lines()
            .skip_while(|line| !line.contains(&format!("{who}</td>")));
        assert!(
            held.take(2).any(|line| line.contains("R3")),
            "who held it back ({lang})"
        );
        let markdown = output(&[
            "report", name, "--runs", "0", "--lang", lang, "--format", "markdown",
        ]);
        assert!(!markdown.contains('«') && markdown.starts_with("# Süd") || lang == "en");
        let missed_some = document["council"]["objectives_missed"].as_u64() > Some(0);
        for told in [&page, &markdown] {
            assert_eq!(told.contains(missed), missed_some, "{lang}");
        }
        markdown_says_what_the_page_says(&markdown, &page, lang);
        assert!(!page.contains("in das erste System") && !page.contains("into the first system"));
    }
    let table = output(&["report", name, "--runs", "0", "--format", "csv"]);
    assert!(table.starts_with("path,value\n"));
    let unpaid = format!(
        "council.people_unpaid,{}\n",
        document["council"]["people_unpaid"]
    );
    assert!(table.contains(&unpaid), "{unpaid}");
}

/// The journal of a record, line by line.
fn journal(folder: &Path) -> Vec<Value> {
    let text = std::fs::read_to_string(folder.join("journal.jsonl")).unwrap();
    let lines = text.lines();
    lines
        .map(|line| serde_json::from_str(line).unwrap())
        .collect()
}

fn list<'a>(of: &'a Value, name: &str) -> &'a Vec<Value> {
    of[name]
        .as_array()
        .unwrap_or_else(|| panic!("{name}: {of}"))
}

/// Each request names the line by which it was asked and the one by which it was answered, whoever did it.
fn every_figure_of_aid_has_its_line(folder: &Path, document: &Value) {
    let journal = journal(folder);
    let deed = |line: &Value| -> Value {
        let at = usize::try_from(line.as_u64().expect("a line")).unwrap() - 1;
        let command = &journal[at]["command"];
        let choice = &command["record_decision"]["choice"];
        if choice.is_null() {
            command.clone()
        } else {
            choice.clone()
        }
    };
    let mut by_bots = 0;
    let mut set_off = 0;
    for aid in list(document, "aid") {
        if aid["line"].is_null() {
            set_off += 1;
            assert!(set_off < 10 && aid["from"] == "landesteam", "{aid}");
            continue;
        }
        let asked = &deed(&aid["line"])["request_aid"];
        assert_eq!(asked["kind"], aid["kind"], "{aid}");
        let line = &journal[usize::try_from(aid["line"].as_u64().unwrap()).unwrap() - 1];
        assert_eq!(
            (&line["seat"], &line["minute"]),
            (&aid["to"], &aid["requested_minute"])
        );
        assert_eq!(aid["of_room"], line["origin"]["bot"].is_null(), "{aid}");
        by_bots += u32::from(aid["of_room"] == false);
        if !aid["granted_minute"].is_null() {
            let at = usize::try_from(aid["answered_line"].as_u64().unwrap()).unwrap() - 1;
            let line = &journal[at];
            assert_eq!(
                (&line["seat"], &line["minute"]),
                (&aid["from"], &aid["granted_minute"])
            );
            assert!(deed(&aid["answered_line"])["answer_aid"]["answer"]["grant"].is_object());
        }
    }
    assert!(by_bots > 0, "bots asked as well");
    let begun = list(document, "timeline")
        .iter()
        .filter(|event| event["kind"] == "aid");
    let without = begun.filter(|event| event["line"].is_null()).count();
    assert!(without <= set_off, "by which line help was granted");
    for term in list(objective(document, "13"), "terms") {
        let lines: Vec<u64> = list(term, "lines")
            .iter()
            .filter_map(Value::as_u64)
            .collect();
        assert!(
            lines.len() <= 2 && lines.is_sorted(),
            "asked, then granted: {term}"
        );
        let is_set_off = term["partner"] == "landesteam";
        assert!(!lines.is_empty() || is_set_off, "{term}");
    }
    for service in list(document, "services") {
        let of = |name: &str| service[name].as_f64().unwrap();
        let both = of("cases_delayed") + of("cases_lost");
        assert!((of("cases_late_or_lost") - both).abs() < 1e-9, "{service}");
    }
}

/// What the facilitator made up has line and text, what it did to the script is of no seat, and texts have figures.
fn what_the_facilitator_did_is_told_of_it(document: &Value) {
    let injects = list(document, "injects");
    let own = injects
        .iter()
        .find(|inject| inject["inject"] == "I1")
        .expect("the own inject");
    assert_eq!(own["typed"], "Was sage ich | dem Fernsehen?");
    let events = || list(document, "timeline").iter();
    let told = events()
        .find(|event| event["what"] == "I1")
        .expect("in the timeline");
    assert!(
        told["line"].is_u64() && told["line"] == own["line"],
        "{told}"
    );
    let held = events()
        .find(|event| event["what"] == "hold_inject")
        .expect("it was held");
    assert!(
        held["seat"].is_null() && held["origin"] == "facilitator",
        "{held}"
    );
    let mut figures = injects.iter().filter(|inject| inject["inject"] == "E4");
    let means = &figures.next().expect("E4 is in the script")["figures"]["means"];
    assert!(
        means
            .as_str()
            .is_some_and(|key| key.starts_with("figure-means")),
        "{means}"
    );
}

fn every_link_leads_somewhere(page: &str) {
    let after = |mark: &str| -> Vec<String> {
        let pieces = page.split(mark).skip(1);
        pieces
            .map(|piece| piece.split('"').next().unwrap_or_default().to_owned())
            .collect()
    };
    let ids = after(" id=\"");
    let unique: std::collections::BTreeSet<&String> = ids.iter().collect();
    assert_eq!(unique.len(), ids.len(), "an id is there twice");
    for link in after("href=\"#") {
        assert!(unique.contains(&link), "#{link} leads nowhere");
    }
}

fn markdown_says_what_the_page_says(markdown: &str, page: &str, lang: &str) {
    let told = match lang {
        "de" => [
            "Was ist als Nächstes zu tun?",
            "Entscheidet überall das Programm",
            "Rückstand am Ende",
        ],
        _ => [
            "What to do next?",
            "the program decides everywhere",
            "backlog at the end",
        ],
    };
    let holds = |text: &str, told: &str| text.to_lowercase().contains(&told.to_lowercase());
    for told in told {
        assert!(holds(page, told), "{told} is not on the page");
        assert!(holds(markdown, told), "{told} is missing in Markdown");
    }
    assert!(markdown.contains("  - Die Presselinie steht nach einer Stunde."));
    assert!(
        markdown.contains("Was sage ich / dem Fernsehen?"),
        "a cell is a cell"
    );
    let pieces = markdown
        .lines()
        .filter(|line| line.starts_with("- "))
        .count();
    assert!(pieces < 320, "{pieces} pieces of objectives are no report");
    let run_together = markdown.lines().find(|line| line.contains(".- **"));
    assert_eq!(run_together, None);
}

#[test]
fn who_decides_nothing_misses_objectives_and_a_clock_that_leaps_measures_none() {
    let dir = tempfile::tempdir().unwrap();
    let idle = dir.path().join("idle");
    let room = Room {
        days: 2,
        decides: false,
        pace: Some(Pace::MinutesPerSecond(1)),
        ..WEEK
    };
    play(&idle, room);
    // The plan says of what was missed that it was, not only what it was about.
    output(&["observe", idle.to_str().unwrap(), "--plan", "--lang", "de"]);
    let plan = std::fs::read_to_string(idle.join("improvements.csv")).unwrap();
    assert!(
        plan.contains("Verfehlt: Entscheidung zur Leitung"),
        "{plan}"
    );
    let idle = document(&idle);
    assert_eq!(objective(&idle, "8")["verdict"], "missed");
    assert_eq!(objective(&idle, "2")["verdict"], "missed");
    let leaping = dir.path().join("leaping");
    play(
        &leaping,
        Room {
            pace: Some(Pace::NextStop),
            ..room
        },
    );
    let leaping = document(&leaping);
    for id in ["2", "8"] {
        let found = objective(&leaping, id);
        assert_eq!(found["verdict"], "not_measurable", "{found}");
        assert!(found["value"].is_null());
    }
    // What is no time can be told at any pace.
    assert_ne!(objective(&leaping, "7")["verdict"], "not_measurable");
}

#[test]
fn that_others_stand_still_before_the_attack_struck_is_no_alarm() {
    let dir = tempfile::tempdir().unwrap();
    let folder = dir.path().join("record");
    // The seats cut their lines on Friday, two days before.
    play(&folder, WEEK);
    let played = Played::of(&open(&folder).expect("a record")).expect("the same course");
    let sim = played.exercise.sim();
    let impact = sim.marks().impact.expect("it struck");
    let document = document(&folder);
    let mut rumours = 0;
    for term in list(objective(&document, "1"), "terms") {
        let mut seats = played.seats().into_iter();
        let seat = seats.find(|seat| played.key(*seat) == term["seat"]);
        let known = sim.known(seat.expect("a seat"));
        let heard = [known.provider_hit(), known.own_hit()];
        let before = heard.into_iter().flatten().filter(|at| *at < impact).min();
        let already = before.map(|at| at.0.into());
        assert_eq!(term["already_minute"].as_u64(), already, "{term}");
        let mut others = known.affected().iter();
        let sooner = |at| at < before.unwrap_or(impact);
        rumours += u32::from(others.any(|(_, at)| sooner(*at)));
    }
    assert!(rumours > 0, "somebody heard of others first");
}

#[test]
fn the_plan_is_filled_in_by_hand_and_shown_and_templates_can_be_replaced() {
    let dir = tempfile::tempdir().unwrap();
    let folder = dir.path().join("record");
    play(&folder, Room { days: 1, ..WEEK });
    note_all(&folder);
    let name = folder.to_str().unwrap();
    output(&["observe", name, "--plan"]);
    let plan = folder.join("improvements.csv");
    let text = std::fs::read_to_string(&plan).unwrap();
    assert!(
        text.contains("Niemand wusste, wer antworten darf."),
        "{text}"
    );
    assert!(said(&["observe", name, "--plan"], 1).contains("Fill in that file"));
    // The objective stands apart from the finding.
    let markdown = output(&["report", name, "--runs", "0", "--format", "markdown"]);
    assert!(markdown.contains(" (Ziel 3) |"), "{markdown}");
    let page = output(&["report", name, "--runs", "0", "--lang", "en"]);
    assert!(page.contains(">objective 3</a>)</td>"), "{page}");
    // Another table is no plan, and is not read as an empty one.
    std::fs::write(&plan, "Ziel;Befund\n3;Wer antwortet?\n").unwrap();
    let refused = program(&["report", name, "--runs", "0", "--lang", "de"]).assert();
    let refused = refused.failure().code(1).get_output().stderr.clone();
    let refused = String::from_utf8(refused).unwrap();
    assert!(refused.contains("objective, finding, measure"), "{refused}");
    // As a German spreadsheet would write it.
    let filled = "\u{feff}objective;finding;measure;owner;due;status\n3;Wer antwortet?;Liste der Vertreter;Kreis;30.06.;offen\n";
    std::fs::write(&plan, filled).unwrap();
    let page = output(&["report", name, "--runs", "0", "--lang", "de"]);
    assert!(page.contains("Liste der Vertreter (Kreis, 30.06.)"));
    let templates = dir.path().join("templates");
    std::fs::create_dir(&templates).unwrap();
    std::fs::write(
        templates.join("council.html"),
        "<p>eigene Seite {{ r.seats|length }}</p>",
    )
    .unwrap();
    let own = templates.to_str().unwrap();
    let page = output(&["report", name, "--runs", "0", "--templates", own]);
    assert!(page.contains("<p>eigene Seite 6</p>") && !page.contains("id=\"council\""));
    // A name that replaces nothing is said; those of what is printed may lie beside it.
    let with = ["report", name, "--runs", "0", "--templates", own];
    std::fs::write(templates.join("print.css"), "").unwrap();
    assert_eq!(said(&with, 0), "");
    std::fs::write(templates.join("council.htm"), "").unwrap();
    let unused = said(&with, 0);
    assert!(
        unused.contains("council.htm replaces") && unused.contains("report.html, council.html"),
        "{unused}"
    );
    // What is wrong in a template is named with its file and line, whatever included it.
    std::fs::write(
        templates.join("council.html"),
        "<p>\n{{ r.nothing.at.all }}</p>",
    )
    .unwrap();
    let wrong = said(&with, 1);
    assert!(wrong.contains("(in council.html:2)"), "{wrong}");
    // An ending that no report has is refused; which form was written is said.
    let text = dir.path().join("t1.txt");
    let text = text.to_str().unwrap();
    assert!(said(&["report", name, "-o", text], 2).contains(".html, .md, .csv"));
    let with = ["--format", "markdown", "-o", text, "--lang", "en"];
    let written = said(&[&["report", name, "--runs", "0"], &with[..]].concat(), 0);
    assert!(written.contains("t1.txt (Markdown)"), "{written}");
    let out = dir.path().join("report.html");
    let out = out.to_str().unwrap();
    output(&["report", name, "--runs", "0", "-o", out]);
    program(&["report", name, "--runs", "0", "-o", out])
        .assert()
        .failure()
        .code(1);
    output(&["report", name, "--runs", "0", "-o", out, "--force"]);
}

#[test]
fn with_whom_it_was_agreed_and_what_it_hangs_on_stands_in_the_report() {
    let dir = tempfile::tempdir().unwrap();
    let folder = dir.path().join("record");
    play(&folder, Room { days: 3, ..WEEK });
    let name = folder.to_str().unwrap();
    let record = open(&folder).unwrap();
    let played = Played::of(&record).expect("as it was played");
    let all = assumptions(&record.beginning).expect("the spreads are right");
    let found = influence(&played, &all, &()).expect("every end can be played");
    let found = found.expect("nobody stops it");
    assert_eq!(found.courses as usize, 2 * all.len());
    assert!((1..=10).contains(&found.listed.len()), "{found:?}");
    let falls = |pair: &[f64]| pair[0] >= pair[1];
    let swings: Vec<f64> = found
        .listed
        .iter()
        .map(|of| of.swing_service_hours)
        .collect();
    assert!(swings.windows(2).all(falls), "{swings:?}");
    // The one that matters most, asked in the other way: the record with that figure set.
    let most = &found.listed[0];
    let figure = all.iter().find(|one| one.id == most.assumption);
    let set = figure.expect("it is one of them").settings(&most.high);
    let beginning = &record.beginning;
    let scenario = load_copied(&beginning.files, &set, &beginning.staging).expect("the end");
    let scenario = Arc::new(scenario);
    let bots = players(&scenario, &beginning.response, &beginning.persons).expect("the plan");
    let deputies = Box::new(StandIns(Arc::clone(&scenario)));
    let world = World::new(scenario);
    let mut other = Exercise::new(world, beginning.start, bots, None).with_deputies(deputies);
    let lines = record.entries.iter();
    let lines = lines.filter_map(|entry| Some((entry.sequence, entry.act()?.clone())));
    let world = World::new(Arc::clone(&beginning.scenario));
    let decided = deeds(world, beginning.start, lines);
    let never = AtomicBool::new(false);
    rerun_to(&mut other, &decided, played.now(), &mut Vec::new(), &never).expect("to its end");
    let region = other.sim().run_metrics().region;
    assert_eq!(region.lost_service_hours, most.lost_service_hours_at_high);

    let page = output(&["report", name, "--runs", "1", "--lang", "de"]);
    let title = &figure.expect("it is one of them").title.de;
    assert!(page.contains(title.as_str()), "{title}");
    assert!(page.contains("Abgestimmt mit Bensheim"), "who agreed");
    let json = output(&["report", name, "--runs", "0", "--format", "json"]);
    let document: Value = serde_json::from_str(&json).unwrap();
    assert!(document["influence"].is_null(), "not asked for");
    let events = document["timeline"].as_array().unwrap().iter();
    let agreed = events.filter(|event| !event["agreed_with"].as_array().unwrap().is_empty());
    assert_eq!(agreed.count(), 4, "four customers");
}

#[test]
fn the_first_page_claims_no_more_than_happened() {
    let dir = tempfile::tempdir().unwrap();
    let folder = dir.path().join("record");
    play(&folder, IDLE_DAY);
    let record = open(&folder).unwrap();
    let played = Played::of(&record).expect("as it was played");
    let mut document = report(&record, &played, 0, None, &()).expect("a report");
    let drawn = |document: &_, template: &str| {
        let settings = PageSettings {
            lang: Lang::De,
            templates: None,
            about: "",
        };
        let page = page(document, &played, template, &settings).expect("it can be drawn");
        let words: Vec<&str> = page.split_ascii_whitespace().collect();
        words.join(" ")
    };
    let whole = drawn(&document, "report.html");
    for told in [
        "Menschen haben dort nichts entschieden.",
        "Bisher war noch keine Zahlung der geübten Verwaltungen fällig.",
        // The phases: one before the clock ran, one in which nobody decided, others still to come.
        ">die Uhr stand<",
        ">nein, niemand hat entschieden<",
        ">noch nicht<",
    ] {
        assert!(whole.contains(told), "{told}");
    }
    assert!(!whole.contains("Zahlungen der geübten Verwaltungen kamen an"));
    // What this day did not bring, in both directions.
    document.has_ended = true;
    let worth = document.council.worth_of_aid.as_mut().expect("reckoned");
    (worth.lost_service_hours, worth.cases) = (0.0, 0.0);
    document.council.person_hours = 100.0;
    document.council.hours_without_rate = 100.0;
    let first = drawn(&document, "council.html");
    assert!(first.contains("In der Übungszeit war keine Zahlung"));
    assert!(first.contains("keine Leistungsstunden") && !first.contains("zu hoch geschätzt"));
    assert!(first.contains("Wer das bezahlt, ist offen."));
    assert!(!first.contains("Nach dem Pakt kostet"), "no rate, no price");
    let worth = document.council.worth_of_aid.as_mut().expect("reckoned");
    (worth.lost_service_hours, worth.cases) = (9.0, -8.0);
    document.council.hours_without_rate = 40.0;
    let first = drawn(&document, "council.html");
    assert!(first.contains("Aber 8 Anliegen weniger") && first.contains("zu hoch geschätzt"));
    assert!(first.contains("Nach dem Pakt kostet") && first.contains("Für 40 der"));
    document
        .council
        .worth_of_aid
        .as_mut()
        .expect("reckoned")
        .cases = 8.0;
    assert!(drawn(&document, "council.html").contains("wären 8 Anliegen mehr verspätet"));
}

#[test]
fn how_long_a_deputy_acted_is_told_over_all_seats() {
    let dir = tempfile::tempdir().unwrap();
    let folder = dir.path().join("record");
    let beginning = beginning("suedhessen", &SEATS, "loi");
    let [county, town, ..] = beginning.persons[..] else {
        panic!("six seats");
    };
    let mut exercise = begin(&folder, &beginning);
    let start = beginning.scenario.start_ex;
    let order = |exercise: &mut Exercise, seat, plan: Option<&str>| {
        let order = Command::StandingOrders(plan.map(str::to_owned));
        exercise
            .submit(seat, Origin::Person, order)
            .expect("can be ordered");
    };
    order(&mut exercise, county, Some("by_the_book"));
    exercise.advance_to(start.after(6 * HOUR));
    // Another plan is no second deputy.
    order(&mut exercise, county, Some("passive"));
    exercise.advance_to(start.after(12 * HOUR));
    order(&mut exercise, county, None);
    order(&mut exercise, town, Some("by_the_book"));
    exercise.advance_to(start.after(DAY));
    exercise.record_fingerprint();
    drop(exercise);
    let council = document(&folder)["council"].clone();
    // Twice half a day, of six.
    let share = council["stood_in_of_100"].as_f64().unwrap();
    assert!((share - 100.0 / 6.0).abs() < 1e-9, "{share}");
    assert_eq!(
        council["people_decisions"], 0,
        "who stands in is no decision"
    );
}

#[test]
fn sheets_of_several_people_never_share_a_number() {
    let dir = tempfile::tempdir().unwrap();
    let folder = dir.path().join("record");
    play(&folder, IDLE_DAY);
    let answer = |text: &str| vec![("first".to_owned(), None, text.to_owned())];
    let numbers: Vec<u32> = std::thread::scope(|scope| {
        let hands_in = |_| {
            scope.spawn(|| {
                let record = open(&folder).unwrap();
                record.hand_in(None, vec![answer("erst so")]).unwrap()
            })
        };
        let threads: Vec<_> = (0..6).map(hands_in).collect();
        threads.into_iter().map(|one| one.join().unwrap()).collect()
    });
    let mut sorted = numbers.clone();
    sorted.sort_unstable();
    assert_eq!(sorted, [1, 2, 3, 4, 5, 6]);
    // From paper, saved by a German spreadsheet; a question that is not asked is answered with those that are.
    let name = folder.to_str().unwrap();
    let table = dir.path().join("answers.csv");
    let table_name = table.to_str().unwrap();
    std::fs::write(&table, "nützlich;first\n4;x\n").unwrap();
    let refused = program(&["observe", name, "--answers", table_name]).assert();
    let refused = String::from_utf8(refused.failure().get_output().stderr.clone()).unwrap();
    assert!(refused.contains("useful, realistic, reach"), "{refused}");
    std::fs::write(&table, b"first;useful\r\nFrau M\xfcller; ja;4\r\n").unwrap();
    program(&["observe", name, "--answers", table_name])
        .assert()
        .failure()
        .code(1);
    std::fs::write(&table, "first;useful\nerst so;6\n").unwrap();
    let refused = said(
        &["observe", name, "--answers", table_name, "--lang", "en"],
        1,
    );
    assert!(refused.contains("Row 2, column useful: “6”"), "{refused}");
    std::fs::write(&table, b"first;useful\r\n\"Frau M\xfcller; ja\";4\r\n").unwrap();
    let takes = ["observe", name, "--answers", table_name, "--lang", "en"];
    let taken = said(&takes, 0);
    assert!(
        taken.contains("One sheet with 2 answers taken over."),
        "{taken}"
    );
    // The same table with a sheet more: only that one is new, also where two people answered alike.
    let more = "first;useful\n\"Frau Müller; ja\";4\n\"Frau Müller; ja\";4\n";
    std::fs::write(&table, more).unwrap();
    let taken = said(&takes, 0);
    assert!(
        taken.contains("One sheet with 2 answers") && taken.contains("One sheet was there already"),
        "{taken}"
    );
    let taken = said(&takes, 0);
    assert!(
        taken.starts_with("2 sheets were there already"),
        "nothing new: {taken}"
    );
    // A correction stays on its sheet.
    let record = open(&folder).unwrap();
    assert_eq!(record.hand_in(Some(2), vec![answer("dann so")]).unwrap(), 2);
    let json = output(&["report", name, "--runs", "0", "--format", "json"]);
    let document: Value = serde_json::from_str(&json).unwrap();
    assert_eq!(document["hot_wash"]["sheets"], 8);
    let questions = document["hot_wash"]["questions"].as_array().unwrap();
    let first = questions.iter().find(|one| one["question"] == "first");
    let texts = first.unwrap()["texts"].as_array().unwrap();
    assert_eq!(texts.iter().filter(|text| *text == "dann so").count(), 1);
    assert!(texts.contains(&"Frau Müller; ja".into()), "{texts:?}");
    assert_eq!(texts.len(), 8);
}

#[test]
fn notes_outlast_cuts_and_notice_changes() {
    let dir = tempfile::tempdir().unwrap();
    let folder = dir.path().join("record");
    play(&folder, IDLE_DAY);
    note_all(&folder);
    let file = folder.join("observations.jsonl");
    let whole = std::fs::read(&file).unwrap();
    let record = open(&folder).unwrap();
    let all = record.observations().unwrap();
    assert_eq!(all.len(), 11);
    let ends: Vec<usize> = (1..=whole.len())
        .filter(|at| whole[at - 1] == b'\n')
        .collect();
    for length in (0..whole.len()).step_by(7) {
        std::fs::write(&file, &whole[..length]).unwrap();
        let kept = ends
            .iter()
            .filter(|end| **end <= length)
            .count()
            .saturating_sub(1);
        assert_eq!(
            record.observations().unwrap(),
            all[..kept],
            "cut at {length}"
        );
    }
    // Going on after a cut leaves a file that reads.
    let name = folder.to_str().unwrap();
    output(&[
        "observe",
        name,
        "--objective",
        "9",
        "--rating",
        "U",
        "--note",
        "Nachtrag",
    ]);
    let listed = output(&["observe", name, "--lang", "de"]);
    assert!(listed.contains("Nachtrag"));
    // Places have names, and what shows it is named.
    let place = "Zwei Häuser reden, das dritte wartet <still>. (Zeile 3)";
    assert!(listed.contains(place), "{listed}");
    assert!(
        listed.contains(" Bensheim ") && !listed.contains("06431002"),
        "{listed}"
    );
    assert!(listed.contains("(Zeilen 4, 5)"), "{listed}");
    let mut changed = whole.clone();
    let at = whole.len() / 2;
    changed[at] ^= 1;
    std::fs::write(&file, &changed).unwrap();
    record
        .observations()
        .expect_err("a changed byte is noticed");
    program(&["observe", name, "--objective", "99", "--rating", "P"])
        .assert()
        .failure()
        .code(2);
    program(&["observe", name, "--rating", "P"])
        .assert()
        .failure()
        .code(2);
    program(&["observe", name, "--note", "x", "--evidence", "99999"])
        .assert()
        .failure()
        .code(2);
}

/// Leaves records in the folder that this variable names, to be looked at.
#[test]
fn records_to_look_at() {
    let Ok(folder) = std::env::var("BEISTAND_KEEP_RECORDS") else {
        return;
    };
    let folder = Path::new(&folder);
    let ended = Room {
        days: 91,
        pact: "contract",
        ..WEEK
    };
    for (name, room) in [("ended", ended), ("running", WEEK)] {
        play(&folder.join(name), room);
        note_all(&folder.join(name));
    }
}
