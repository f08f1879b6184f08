//! A recorded exercise again with something changed: what is changed makes the difference, nothing else.

use std::fs;
use std::path::Path;
use std::sync::Arc;

use assert_cmd::Command as Program;
use beistand::aar::{Question, WhatIf};
use beistand::command::{AidAnswer, AidDraft, Command};
use beistand::exercise::{Exercise, Line, Origin, World};
use beistand::journal::{Beginning, Folder, open};
use beistand::response::players;
use beistand::vocab::{AdministrationId, AidKind, AidState, ContainmentOption, DAY, HOUR, SimTime};
use serde_json::Value;

use support::Chosen as _;
use support::alone::Alone;

mod support;

const ASKS: &str = "06431015";
const GIVES: &str = "06431002";

fn seat_of(beginning: &Beginning, key: &str) -> AdministrationId {
    support::seat_of(&beginning.scenario, key)
}

/// Records an exercise in which two persons decide, ask, grant and arrange.
fn recorded(folder: &Path, seed: u64) -> Folder {
    recorded_with(folder, seed, true)
}

fn recorded_with(folder: &Path, seed: u64, arranges: bool) -> Folder {
    let beginning = support::beginning_of("einstieg", seed).with_persons(&[ASKS, GIVES]);
    let (asks, gives) = (seat_of(&beginning, ASKS), seat_of(&beginning, GIVES));
    let scenario = Arc::clone(&beginning.scenario);
    let mut exercise = support::begin(folder, &beginning);
    let begins = scenario.start_ex;
    for day in 0..30 {
        exercise.advance_to(begins.after(day * DAY + 2 * HOUR));
        let mut acts = match day {
            0 => vec![(asks, Command::ConveneCrisisStaff)],
            1 => vec![(gives, Command::Contain(ContainmentOption::LockAccounts))],
            _ => Vec::new(),
        };
        for kind in AidKind::ALL {
            for helper in 0..scenario.administrations.len() {
                let draft = AidDraft {
                    kind: *kind,
                    helper: AdministrationId::from_index(helper),
                    amount: 1,
                    days: 5,
                    service: None,
                    skill: None,
                };
                acts.push((asks, Command::RequestAid(draft)));
            }
        }
        for request in exercise.known(gives).to_answer() {
            let answer = AidAnswer::Grant { amount: 1 };
            let request = request.id;
            acts.push((gives, Command::AnswerAid { request, answer }));
        }
        if arranges {
            let mut queue = exercise.known(asks).queue().to_vec();
            queue.reverse();
            acts.push((asks, Command::ArrangeWork { queue }));
        }
        for (seat, act) in acts {
            // Not everything is possible.
            let _ = exercise.submit(seat, Origin::Person, act);
        }
    }
    let end = exercise.end();
    exercise.advance_to(end);
    exercise.record_fingerprint();
    drop(exercise);
    open(folder).expect("a record")
}

fn unchanged(record: &Folder) -> Question {
    support::unchanged(&record.beginning)
}

fn asked(record: &Folder, question: Question) -> WhatIf {
    WhatIf::new(&record.beginning, &record.entries, question).expect("the plan is there")
}

fn last_fingerprint(record: &Folder) -> String {
    let last = record.entries.last().expect("an entry");
    match &last.kept {
        beistand::journal::Kept::Fingerprint(_, hex) => hex.clone(),
        beistand::journal::Kept::Act(line) => panic!("{line:?}"),
    }
}

fn aid_of(exercise: &Exercise, from: SimTime) -> (usize, usize) {
    let aid = exercise.sim().run_metrics().aid;
    let late = aid.iter().filter(|aid| aid.requested >= from);
    let granted = aid
        .iter()
        .filter(|aid| aid.granted.is_some_and(|at| at >= from));
    (late.count(), granted.count())
}

#[test]
fn the_course_that_was_played_is_the_one_that_was_recorded() {
    for seed in 1..=3 {
        let folder = tempfile::tempdir().unwrap();
        let record = recorded(folder.path(), seed);
        let asked = asked(&record, unchanged(&record));
        for course in [asked.played(), asked.changed()] {
            assert!(course.lost.is_empty(), "{:?}", course.lost);
            let world = course.exercise.sim().fingerprint();
            assert_eq!(world, last_fingerprint(&record), "seed {seed}");
        }
    }
}

#[test]
fn without_aid_is_the_journal_without_its_lines_on_aid_and_bots_that_may_not() {
    let folder = tempfile::tempdir().unwrap();
    let record = recorded_with(folder.path(), 2, false);
    let beginning = &record.beginning;
    let without = Question {
        without_aid: true,
        ..unchanged(&record)
    };
    let whatif = asked(&record, without);
    let (played, changed) = (whatif.played(), whatif.changed());
    let (requested, granted) = aid_of(&played.exercise, SimTime::ZERO);
    assert!(requested > 0 && granted > 0, "there was aid");
    assert_eq!(aid_of(&changed.exercise, SimTime::ZERO), (0, 0));

    // The same by hand.
    let scenario = Arc::clone(&beginning.scenario);
    let bots = players(&scenario, &beginning.response, &beginning.persons).expect("the plan");
    let alone = bots
        .into_iter()
        .map(|(seat, player)| (seat, Alone::keeping(player)))
        .collect();
    let world = World::new(Arc::clone(&scenario));
    let mut by_hand = Exercise::new(world, beginning.start, alone, None);
    by_hand.advance_to(scenario.start_ex);
    let mut left_out = 0;
    for line in record.entries.iter().filter_map(|entry| entry.act()) {
        if line.origin.is_bot() {
            continue;
        }
        if line.command.is_about_aid() {
            left_out += 1;
            continue;
        }
        if line.minute > by_hand.sim().now() {
            by_hand.advance_to(line.minute);
        }
        let again = by_hand.submit(line.seat, line.origin.clone(), line.command.clone());
        again.expect("what is not about aid is possible without it");
    }
    let end = by_hand.end();
    by_hand.advance_to(end);
    assert!(left_out > 5, "{left_out}");
    assert_ne!(
        changed.exercise.sim().fingerprint(),
        played.exercise.sim().fingerprint()
    );
    assert_eq!(
        changed.exercise.sim().fingerprint(),
        by_hand.sim().fingerprint()
    );
    assert!(changed.lost.is_empty(), "{:?}", changed.lost);
}

#[test]
fn from_a_moment_on_what_was_before_stays() {
    let folder = tempfile::tempdir().unwrap();
    let record = recorded(folder.path(), 2);
    let from = record.beginning.scenario.start_ex.after(8 * DAY);
    let question = Question {
        from: Some(from),
        without_aid: true,
        ..unchanged(&record)
    };
    let whatif = asked(&record, question);
    let (played, changed) = (whatif.played(), whatif.changed());
    assert!(aid_of(&played.exercise, from).0 > 0);
    assert_eq!(aid_of(&changed.exercise, from), (0, 0));
    let before = |exercise: &Exercise| -> Vec<(SimTime, AidKind)> {
        let aid = exercise.sim().run_metrics().aid;
        let early = aid.iter().filter(|aid| aid.requested < from);
        early.map(|aid| (aid.requested, aid.kind)).collect()
    };
    let asked = before(&played.exercise);
    assert!(!asked.is_empty());
    assert_eq!(before(&changed.exercise), asked);
}

#[test]
fn a_decision_less_later_or_more_makes_another_course() {
    let folder = tempfile::tempdir().unwrap();
    let record = recorded(folder.path(), 1);
    let staff = record.entries.iter().find(|entry| {
        let act = entry.act().filter(|line| line.origin == Origin::Person);
        act.is_some_and(|line| line.command == Command::ConveneCrisisStaff)
    });
    let staff = staff.expect("a crisis staff");
    let line = staff.act().expect("an act").clone();
    let absent = Question {
        without: vec![staff.sequence],
        ..unchanged(&record)
    };
    let later = Question {
        added: vec![Line {
            minute: line.minute.after(3 * DAY),
            origin: Origin::Facilitator,
            ..line
        }],
        ..absent.clone()
    };
    let earlier = Question {
        moved: vec![(staff.sequence, -60)],
        ..unchanged(&record)
    };
    let met = |question: Question| {
        let course = asked(&record, question).changed();
        let seat = seat_of(&record.beginning, ASKS);
        course.exercise.known(seat).crisis_staff().0
    };
    let played = met(unchanged(&record)).expect("it was convened");
    assert_eq!(met(absent), None);
    let early = met(earlier).expect("convened an hour earlier");
    assert_eq!(early.after(60), played, "the same luck, an hour before");
    let late = met(later).expect("convened by the facilitator");
    assert!(late.since(played) >= 3 * DAY, "{late:?} after {played:?}");
}

#[test]
fn an_answer_meets_its_request_whatever_number_it_bears() {
    let folder = tempfile::tempdir().unwrap();
    let record = recorded(folder.path(), 2);
    let gives = seat_of(&record.beginning, GIVES);
    let answers =
        |line: &Line| line.seat == gives && matches!(line.command, Command::AnswerAid { .. });
    let entries = record.entries.iter().filter_map(|entry| entry.act());
    let answered = entries.filter(|line| answers(line)).count();
    assert!(answered > 0, "somebody was answered");
    // Without the first request all others bear other numbers.
    let first = record.entries.iter().find(|entry| {
        let act = entry.act().filter(|line| line.origin == Origin::Person);
        act.is_some_and(|line| matches!(line.command, Command::RequestAid(_)))
    });
    let question = Question {
        without: vec![first.expect("a request").sequence],
        ..unchanged(&record)
    };
    let granted_by = |exercise: &Exercise| -> Vec<(AdministrationId, AidKind)> {
        let aid = exercise.sim().run_metrics().aid;
        let own = aid.iter().filter(|aid| aid.helper == gives);
        own.filter(|aid| aid.granted.is_some() && aid.state != AidState::Refused)
            .map(|aid| (aid.asker, aid.kind))
            .collect()
    };
    let whatif = asked(&record, question);
    let (played, changed) = (whatif.played(), whatif.changed());
    let lost = changed.lost.iter();
    let lost = lost.filter(|lost| answers(&lost.deed.line)).count();
    let (before, after) = (granted_by(&played.exercise), granted_by(&changed.exercise));
    assert!(!before.is_empty());
    assert!(
        after.len() + lost >= before.len(),
        "{before:?}, then {after:?} and {lost} lost"
    );
    assert!(lost < answered, "some answers found their request");
}

#[test]
fn other_luck_begins_where_the_question_does_and_is_the_same_for_both() {
    let folder = tempfile::tempdir().unwrap();
    let record = recorded(folder.path(), 3);
    let same = asked(&record, unchanged(&record)).futures(4, &());
    assert_eq!(same.runs, 4);
    let hours = &same.figures["lost_service_hours"];
    assert_eq!((hours.less, hours.more), (0, 0), "nothing was changed");
    assert!(hours.played.q95 > hours.played.q05, "luck differs");
    // At the end of the exercise no luck is left that could differ.
    let end = record.beginning.scenario.start_ex.after(90 * DAY);
    let late = Question {
        from: Some(end),
        ..unchanged(&record)
    };
    let late = asked(&record, late).futures(3, &());
    let hours = &late.figures["lost_service_hours"];
    assert_eq!(hours.played.q05, hours.played.q95);
    let twice = || {
        let question = Question {
            without_aid: true,
            from: Some(record.beginning.scenario.start_ex.after(3 * DAY)),
            ..unchanged(&record)
        };
        asked(&record, question).futures(6, &())
    };
    assert_eq!(twice(), twice(), "whatever thread is quicker");
}

fn program(arguments: &[&str], code: i32) -> (String, String) {
    let mut program = Program::cargo_bin("beistand").unwrap();
    let done = program.args(arguments).assert().code(code);
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
    let output = done.get_output();
    (text(&output.stdout), text(&output.stderr))
}

#[test]
fn what_the_program_says_of_a_record() {
    let folder = tempfile::tempdir().unwrap();
    let record = recorded(folder.path(), 1);
    let path = folder.path().to_str().unwrap();
    let (proved, _) = program(&["replay", path, "--lang", "en"], 0);
    assert!(proved.contains(&last_fingerprint(&record)), "{proved}");
    let (german, _) = program(&["whatif", path, "--without", "aid", "--lang", "de"], 0);
    for word in [
        "gespielt",
        "geändert",
        "Kosten der Hilfe",
        "Lindenfels",
        "Bensheim",
    ] {
        assert!(german.contains(word), "no {word} in\n{german}");
    }
    says_what_is_compared(&record, path, &german);
    for (wrong, says) in [
        (&["whatif", path][..], "--without aid"),
        (&["whatif", path, "--pact", "loi", "--from", "2d"], "--from"),
        (
            &["whatif", path, "--without", "aid", "--from", "soon"],
            "soon",
        ),
        (&["whatif", path, "--without", "1"], "Line 1"),
        (&["whatif", path, "--without", "help"], "help"),
        (&["whatif", path, "--pact", "nothing"], "nothing"),
    ] {
        let (_, said) = program(&[wrong, &["--lang", "en"]].concat(), 2);
        assert!(said.contains(says), "{wrong:?}: {said}");
    }
    // Nobody decides before the exercise begins: that is said, with the furthest that is possible.
    let beginning = &record.beginning;
    let start_ex = beginning.scenario.start_ex;
    let mut acts = record.entries.iter();
    let first = acts.find_map(|entry| {
        let line = entry.act().filter(|line| line.origin == Origin::Person)?;
        Some((entry.sequence, line.minute.since(start_ex)))
    });
    let (line, most) = first.expect("a decision");
    let moved = |minutes: u32| format!("{line}=-{minutes}m");
    let (_, said) = program(
        &["whatif", path, "--move", &moved(most + 1), "--lang", "en"],
        2,
    );
    assert!(said.contains(&format!("--move {}.", moved(most))), "{said}");
    program(&["whatif", path, "--move", &moved(most)], 0);
    // Figures of a pact that is not in force change nothing, and that is said too.
    let in_force = &beginning.scenario.pacts[beginning.start.pact].id;
    for pact in [in_force.as_str(), "contract"] {
        let set = format!("pact.{pact}.clause.named_partner=off");
        let (_, said) = program(&["whatif", path, "--set", &set, "--lang", "en"], 0);
        let is_noted = said.contains("changes nothing here");
        assert_eq!(is_noted, pact != in_force, "{said}");
        let with = [
            "whatif", path, "--pact", pact, "--set", &set, "--lang", "en",
        ];
        let (_, said) = program(&with, 0);
        assert!(!said.contains("changes nothing here"), "{said}");
    }
    let (_, none) = program(&["replay", "src", "--lang", "en"], 1);
    assert!(none.contains("src is no record"), "{none}");
    let acts = folder.path().join("acts");
    fs::write(&acts, "{\"seat\": \"06431015\", \"command\": \"fly\"}\n").unwrap();
    let acts = acts.to_str().unwrap();
    let (_, said) = program(
        &[
            "whatif",
            path,
            "--command",
            acts,
            "--from",
            "1d",
            "--lang",
            "en",
        ],
        1,
    );
    assert!(said.contains("line 1") && said.contains("fly"), "{said}");
    fs::write(
        acts,
        "{\"seat\":\"06431015\",\"command\":\"secure_pay_file\"}\n",
    )
    .unwrap();
    // A draft laid over brings a phase that can be named, and one that is missing is said.
    let draft = folder.path().join("draft.ron");
    let other = "(pacts: [(id: \"other\", title: (de: \"Anders\", en: \"Other\"), sentence: (de: \"Anders.\", en: \"Otherwise.\"), clauses: [\"assistance_by_law\"])])";
    fs::write(&draft, other).unwrap();
    let draft = draft.to_str().unwrap();
    let with = ["whatif", path, "--with", draft, "--pact", "other", "--json"];
    let (text, _) = program(&with, 0);
    let document: Value = serde_json::from_str(&text).unwrap();
    assert_eq!(document["change"]["pact"], "other");
    assert_eq!(document["change"]["laid_over"][0], "draft.ron");
    let without_name = ["whatif", path, "--with", draft, "--json"];
    let (text, _) = program(&without_name, 0);
    let document: Value = serde_json::from_str(&text).unwrap();
    assert_ne!(document["change"]["pact"], "other", "it only can be named");
    assert_eq!(document["played"]["region"], document["changed"]["region"]);
    let (_, said) = program(&["whatif", path, "--with", "no/such.ron"], 1);
    assert!(said.contains("no/such.ron"), "{said}");
    let moment = ["--command", acts, "--from", "2027-02-20T09:30", "--json"];
    let (text, _) = program(&[&["whatif", path][..], &moment].concat(), 0);
    let document: Value = serde_json::from_str(&text).unwrap();
    let at = document["change"]["added"][0]["minute"].as_u64().unwrap();
    let exercise = Exercise::new(
        World::new(Arc::clone(&record.beginning.scenario)),
        record.beginning.start,
        Vec::new(),
        None,
    );
    let stamp = exercise.sim().calendar().stamp(SimTime(at as u32));
    assert_eq!(
        (stamp.month, stamp.day, stamp.hour, stamp.minute),
        (2, 20, 9, 30)
    );

    let journal = folder.path().join("journal.jsonl");
    let mut bytes = fs::read(&journal).unwrap();
    let second = bytes.iter().position(|byte| *byte == b'\n').unwrap() + 1;
    bytes[second + 20] ^= 1;
    fs::write(&journal, &bytes).unwrap();
    for command in ["replay", "whatif"] {
        let rest: &[&str] = if command == "whatif" {
            &["--without", "aid"]
        } else {
            &[]
        };
        let (out, said) = program(&[&[command, path, "--lang", "en"], rest].concat(), 1);
        assert_eq!(out, "");
        let place = format!("line 2 (from byte {second} on)");
        assert!(said.contains(&place), "{said}");
    }
    fs::write(&journal, "").unwrap();
    let (out, said) = program(&["replay", path, "--lang", "en"], 0);
    assert!(
        out.is_empty() && said.contains("The journal is empty"),
        "{said}"
    );
}

/// The head names what was played and what is changed, and what is left out is counted.
fn says_what_is_compared(record: &Folder, path: &str, without_aid: &str) {
    let head: Vec<&str> = without_aid.lines().skip(1).take(2).collect();
    assert!(head[0].starts_with("Gespielt: Pakt „"), "{head:?}");
    let changed = "Geändert: Niemand bittet um Hilfe oder gibt welche.";
    assert_eq!(head[1], changed);
    let room = record.entries.iter().filter_map(|entry| entry.act());
    let room = room.filter(|line| !line.origin.is_bot());
    let about_aid = room.filter(|line| line.command.is_about_aid()).count();
    let told = format!("{about_aid} Entscheidungen des Raums über Hilfe fallen weg");
    assert!(
        about_aid > 5 && without_aid.contains(&told),
        "{without_aid}"
    );
    assert!(
        !without_aid.contains("Alle Entscheidungen"),
        "{without_aid}"
    );
    // A seat where nothing was down has no empty table.
    let mut lines = without_aid.lines().peekable();
    while let Some(line) = lines.next() {
        let is_head = line.contains("Notbetrieb") && line.contains("spätestens");
        let below = lines.peek().copied().unwrap_or_default();
        assert!(!is_head || !below.is_empty(), "{without_aid}");
    }
    let staff = record.entries.iter().find(|entry| {
        let act = entry.act().filter(|line| line.origin == Origin::Person);
        act.is_some_and(|line| line.command == Command::ConveneCrisisStaff)
    });
    let line = staff.expect("a crisis staff").sequence;
    let added = tempfile::NamedTempFile::new().unwrap();
    let act = "{\"seat\":\"06431015\",\"command\":\"secure_pay_file\"}\n";
    fs::write(added.path(), act).unwrap();
    let added = added.path().to_str().unwrap();
    let (without, moved) = (line.to_string(), format!("{line}=2h"));
    for (arguments, says) in [
        (&["--pact", "contract"][..], "Changed: pact “Contract”."),
        (&["--without", &without], "(not decided)."),
        (&["--move", &moved], "(2 h later)."),
        (
            &["--set", "service.kfz.waz=30h"],
            "Changed: service.kfz.waz = 30h.",
        ),
        (&["--command", added, "--from", "1d"], "(added)."),
        (
            &["--without", "aid", "--from", "9d"],
            "on nobody asks for aid or gives it.",
        ),
    ] {
        let (said, _) = program(&[&["whatif", path, "--lang", "en"], arguments].concat(), 0);
        let changed: Vec<&str> = said
            .lines()
            .filter(|line| line.starts_with("Changed: "))
            .collect();
        assert_eq!(changed.len(), 1, "{said}");
        assert!(changed[0].contains(says), "{}", changed[0]);
        let is_of_line = [&without, &moved].contains(&&arguments[1].to_owned());
        let named = format!("line {line}, ");
        assert_eq!(changed[0].contains(&named), is_of_line, "{}", changed[0]);
    }
    // The lowest point is the one that the report names.
    let document = |arguments: &[&str]| -> Value {
        serde_json::from_str(&program(arguments, 0).0).expect("a document")
    };
    let report = document(&["report", path, "--runs", "0", "--format", "json"]);
    let curve = report["course"]["played_of_100"].as_array().unwrap();
    let least = curve.iter().filter_map(Value::as_f64).fold(100.0, f64::min);
    let asked = document(&["whatif", path, "--without", &without, "--json"]);
    assert_eq!(asked["curves"]["played_lowest_of_100"], least);
    let decided = &asked["change"]["decisions"][0];
    assert_eq!(decided["line"], line);
    assert_eq!(decided["seat"], ASKS);
    assert_eq!(decided["act"], "convene_crisis_staff");
    assert_eq!(decided["by_minutes"], Value::Null);
    assert_eq!(asked["change"]["aid_left_out"], Value::Null);
    assert_eq!(asked["change"]["played_pact"], asked["change"]["pact"]);
    let asked = document(&["whatif", path, "--without", "aid", "--json"]);
    let counts = asked["change"]["aid_left_out"].as_object().unwrap();
    let all: u64 = counts.values().filter_map(Value::as_u64).sum();
    assert_eq!(all, about_aid as u64);
}

#[test]
fn the_document_keeps_to_its_schema() {
    let folder = tempfile::tempdir().unwrap();
    let record = recorded(folder.path(), 2);
    let path = folder.path().to_str().unwrap();
    let schema = include_str!("../docs/whatif.schema.json");
    let schema: Value = serde_json::from_str(schema).unwrap();
    let validator = jsonschema::options()
        .should_validate_formats(true)
        .build(&schema)
        .unwrap();
    let decision = record.entries.iter().find(|entry| {
        let act = entry.act().filter(|line| line.origin == Origin::Person);
        act.is_some_and(|line| line.command == Command::ConveneCrisisStaff)
    });
    let moved = format!("{}=-90m", decision.expect("a decision").sequence);
    for arguments in [
        &["--without", "aid", "--runs", "2"][..],
        &["--pact", "none"],
        &["--set", "service.kfz.waz=30h"],
        &["--without", "aid", "--from", "9d", "--runs", "1"],
        &["--move", &moved, "--runs", "2"],
    ] {
        let arguments = [&["whatif", path, "--json"], arguments].concat();
        let (text, _) = program(&arguments, 0);
        assert_eq!(text, program(&arguments, 0).0, "equal runs, equal bytes");
        assert!(!text.contains("Bensheim"), "ids, never names");
        assert!(!text.contains(path), "no path of this machine");
        let document: Value = serde_json::from_str(&text).unwrap();
        let wrong: Vec<String> = validator
            .iter_errors(&document)
            .map(|error| format!("{}: {error}", error.instance_path))
            .collect();
        assert!(wrong.is_empty(), "{arguments:?}\n{}", wrong.join("\n"));
        let hours = |course: &str| document[course]["region"]["lost_service_hours"].as_f64();
        // Curves are read once a day, and begin where nothing is broken yet.
        let curve = |name: &str| document["curves"][name].as_array().unwrap().clone();
        let (played, changed) = (curve("played_of_100"), curve("changed_of_100"));
        assert_eq!((played.len(), changed.len()), (91, 91));
        assert_eq!(played[0].as_f64(), Some(100.0));
        let least = played
            .iter()
            .filter_map(Value::as_f64)
            .fold(100.0, f64::min);
        assert!(least < 90.0, "nothing ever stood still: {least}");
        for side in ["played_futures", "changed_futures"] {
            let Some(bands) = document["curves"][side].as_array() else {
                assert!(document["futures"].is_null());
                continue;
            };
            let of = |band: &Value, name: &str| band[name].as_f64().unwrap();
            let ordered = |band: &Value| of(band, "q05") <= of(band, "q95");
            assert!(bands.len() == 91 && bands.iter().all(ordered));
        }
        let by = document["difference"]["lost_service_hours"]
            .as_f64()
            .unwrap();
        assert_eq!(by, hours("changed").unwrap() - hours("played").unwrap());
    }
}
