//! The script of an exercise: every inject is released or skipped with a reason, comes again when a
//! journal is played, and changes the course of bots by what it brings as a fact and by nothing else.

use std::sync::Arc;

use beistand::command::Command;
use beistand::exercise::{Exercise, Line, Origin, Start, World};
use beistand::journal::{Journal, replay};
use beistand::response::players;
use beistand::scenario::{Receivers, Scenario, load};
use beistand::sim::{InjectStage, ScriptEntry};
use beistand::vocab::{
    AdministrationId, Channel, DAY, Decider, HOUR, MessageClass, OwnInject, SimTime,
};
use beistand::words::{Lang, Words};

fn suedhessen() -> Scenario {
    load("suedhessen", &[]).expect("the scenario is faultless")
}

fn start(scenario: &Scenario, pact: &str, seed: u64) -> Start {
    let position = scenario.pacts.iter().position(|other| other.id == pact);
    Start {
        seed,
        run: 0,
        pact: position.expect("the scenario has the pact"),
    }
}

/// An exercise with bots at all seats, of a seed, under a pact and by a response plan.
fn with_bots(scenario: &Arc<Scenario>, pact: &str, response: &str, seed: u64) -> Exercise {
    let bots = players(scenario, response, &[]).expect("the response plan is there");
    let start = start(scenario, pact, seed);
    Exercise::new(World::new(Arc::clone(scenario)), start, bots, None)
}

fn place(exercise: &Exercise, id: &str) -> AdministrationId {
    let all = &exercise.scenario().administrations;
    let at = all.iter().position(|other| other.id == id);
    AdministrationId::from_index(at.expect("the place is there"))
}

fn entry<'e>(exercise: &'e Exercise, name: &str) -> ScriptEntry<'e> {
    let id = exercise
        .sim()
        .find_inject(name)
        .expect("the inject is there");
    exercise.sim().script_entry(id).expect("it has a state")
}

#[test]
fn every_inject_is_released_or_skipped_with_a_reason() {
    let scenario = Arc::new(suedhessen());
    for (pact, response, seed) in [
        ("loi", "by_the_book", 1),
        ("contract", "by_the_book", 2),
        ("none", "passive", 3),
    ] {
        let mut exercise = with_bots(&scenario, pact, response, seed);
        exercise.advance_to(exercise.end());
        for lang in [Lang::De, Lang::En] {
            let words = Words::new(lang);
            for entry in exercise.sim().script() {
                let is_settled = matches!(
                    entry.stage,
                    InjectStage::Released(_) | InjectStage::Skipped(..)
                );
                assert!(is_settled, "{} is lost: {:?}", entry.name, entry.stage);
                for (_, message) in &entry.messages {
                    let text = words.say(&message.text);
                    // Every figure is filled in, and no word is missing.
                    assert!(!text.contains(['{', '}', '«']), "{text}");
                }
            }
        }
    }
}

#[test]
fn injects_that_only_inform_change_no_course() {
    let with = Arc::new(suedhessen());
    let mut without = suedhessen();
    // E1 brings the suspicion as a fact, and stays.
    without.injects.retain(|inject| inject.fact.is_some());
    let without = Arc::new(without);
    for (pact, response) in [("loi", "by_the_book"), ("practised", "by_the_book")] {
        let courses = [&with, &without].map(|scenario| {
            let mut exercise = with_bots(scenario, pact, response, 5);
            exercise.advance_to(exercise.end());
            exercise.sim().run_metrics()
        });
        assert_eq!(courses[0], courses[1], "{pact}");
    }
}

/// Plays what a facilitator and two seats do about injects, and returns the lines and the fingerprint.
fn led(portion: u32) -> (Vec<Line>, String, SimTime) {
    let scenario = Arc::new(suedhessen());
    let journal = Journal::default();
    let start = start(&scenario, "loi", 7);
    let world = World::new(Arc::clone(&scenario));
    let mut exercise = Exercise::new(world, start, Vec::new(), Some(journal.recorder()));
    let begins = scenario.start_ex;
    let bensheim = place(&exercise, "06431002");
    let name = |inject: &str| inject.to_owned();
    let facilitator = Origin::Facilitator;
    let acts: Vec<(SimTime, Origin, Command)> = vec![
        (begins, facilitator.clone(), Command::LeadExercise),
        (
            begins.after(5),
            facilitator.clone(),
            Command::HoldInject { inject: name("E2") },
        ),
        (
            begins.after(5),
            facilitator.clone(),
            Command::EditInject {
                inject: name("E6"),
                text: "Es stehen {people} Menschen da.".to_owned(),
            },
        ),
        (
            begins.after(20),
            Origin::Person,
            Command::AcknowledgeInject { inject: name("E1") },
        ),
        (
            begins.after(30),
            Origin::Person,
            Command::AnswerInject {
                inject: name("E1"),
                decider: Decider::HeadOfIt,
                text: "Wir trennen,\nsobald Mail ausfällt.".to_owned(),
                agreed_with: Vec::new(),
            },
        ),
        (
            begins.after(90),
            facilitator.clone(),
            Command::ReleaseInject { inject: name("E2") },
        ),
        (
            begins.after(100),
            facilitator.clone(),
            Command::SkipInject {
                inject: name("E3"),
                reason: "zu knapp".to_owned(),
            },
        ),
        (
            begins.after(110),
            facilitator.clone(),
            Command::Improvise(OwnInject {
                from: "Presse".to_owned(),
                to: vec![bensheim],
                channel: Channel::Mobile,
                class: MessageClass::Box,
                text: "Was ist los?".to_owned(),
            }),
        ),
        (
            begins.after(120),
            Origin::Person,
            Command::AcknowledgeInject { inject: name("I1") },
        ),
    ];
    for (at, origin, command) in acts {
        while exercise.sim().now() < at {
            let next = exercise.sim().now().after(portion).min(at);
            exercise.advance_to(next);
        }
        exercise
            .submit(bensheim, origin, command.clone())
            .unwrap_or_else(|refusal| panic!("{command:?}: {refusal:?}"));
    }
    let end = begins.after(4 * DAY);
    exercise.advance_to(end);
    let reply = entry(&exercise, "E1").messages[0].1.clone();
    let answered = entry(&exercise, "E1")
        .messages
        .iter()
        .find_map(|(at, message)| (*at == bensheim).then(|| message.reply.clone()));
    let answered = answered.flatten().expect("Bensheim answered");
    assert_eq!(
        answered.text, "Wir trennen, sobald Mail ausfällt.",
        "cleaned: {reply:?}"
    );
    let edited = entry(&exercise, "E6").text.expect("it has a text");
    let said = Words::new(Lang::De).say(&edited);
    assert!(
        said.starts_with("Es stehen ") && !said.contains('{'),
        "{said}"
    );
    (journal.lines(), exercise.sim().fingerprint(), end)
}

#[test]
fn a_journal_with_injects_plays_again() {
    let (lines, fingerprint, end) = led(10_000);
    let (_, by_minutes, _) = led(13);
    assert_eq!(fingerprint, by_minutes, "pauses change nothing");
    let text = serde_json::to_string(&lines).expect("lines are data");
    let read: Vec<Line> = serde_json::from_str(&text).expect("and are read again");
    assert_eq!(read, lines);
    let scenario = Arc::new(suedhessen());
    let start = start(&scenario, "loi", 7);
    let again = replay(World::new(scenario), start, &read, end).expect("every line is accepted");
    assert_eq!(again.sim().fingerprint(), fingerprint);
}

#[test]
fn only_the_facilitator_leads_and_nobody_twice() {
    let scenario = Arc::new(suedhessen());
    let start = start(&scenario, "loi", 1);
    let mut exercise = Exercise::new(World::new(Arc::clone(&scenario)), start, Vec::new(), None);
    exercise.advance_to(scenario.start_ex.after(HOUR));
    let bensheim = place(&exercise, "06431002");
    let name = |inject: &str| inject.to_owned();
    let mut refused = |origin: &Origin, command: Command| {
        let result = exercise.submit(bensheim, origin.clone(), command);
        result.err().map(|refusal| refusal.reason.key)
    };
    let (person, leads) = (Origin::Person, Origin::Facilitator);
    let release = || Command::ReleaseInject { inject: name("E9") };
    let note = |inject: &str| Command::AcknowledgeInject {
        inject: name(inject),
    };
    let answer = |text: &str| Command::AnswerInject {
        inject: name("E1"),
        decider: Decider::Head,
        text: text.to_owned(),
        agreed_with: Vec::new(),
    };
    for (origin, command, reason) in [
        (&person, release(), Some("refusal-facilitator-only")),
        (
            &person,
            Command::LeadExercise,
            Some("refusal-facilitator-only"),
        ),
        (
            &leads,
            Command::ReleaseInject {
                inject: name("E99"),
            },
            Some("refusal-no-such-inject"),
        ),
        (
            &leads,
            Command::ReleaseInject { inject: name("E1") },
            Some("refusal-inject-released"),
        ),
        // Nobody's pay run is in danger yet.
        (&leads, release(), Some("refusal-inject-for-nobody")),
        (
            &leads,
            Command::LetInjectCome { inject: name("E9") },
            Some("refusal-inject-not-held"),
        ),
        (&leads, Command::HoldInject { inject: name("E9") }, None),
        (
            &leads,
            Command::HoldInject { inject: name("E9") },
            Some("refusal-inject-held"),
        ),
        (
            &leads,
            Command::EditInject {
                inject: name("E9"),
                text: " ".to_owned(),
            },
            Some("refusal-text-empty"),
        ),
        (&leads, Command::LeadExercise, None),
        (&leads, Command::LeadExercise, Some("refusal-led-already")),
        (&person, note("E9"), Some("refusal-no-such-message")),
        (&person, note("E1"), None),
        (&person, note("E1"), Some("refusal-message-acknowledged")),
        (&person, answer(""), Some("refusal-text-empty")),
        (&person, answer("Wir prüfen."), None),
        (
            &person,
            answer("Doch nicht."),
            Some("refusal-message-answered"),
        ),
    ] {
        let said = format!("{command:?}");
        assert_eq!(refused(origin, command).as_deref(), reason, "{said}");
    }
}

/// A sequence of numbers from a seed, the same on every machine.
struct Dice(u64);

impl Dice {
    fn below(&mut self, bound: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % bound.max(1)
    }
}

/// Something a facilitator or a seat might do about an inject, possible or not.
fn some_order(dice: &mut Dice, exercise: &Exercise) -> (Origin, Command) {
    let script = exercise.sim().script();
    let inject = match dice.below(12) {
        0 => "I1".to_owned(),
        1 => "E99".to_owned(),
        _ => script[dice.below(script.len())].name.clone(),
    };
    let text = ["", "Was nun?", "Es sind {people}.", "{"][dice.below(4)].to_owned();
    let lead = Origin::Facilitator;
    match dice.below(9) {
        0 => (lead, Command::ReleaseInject { inject }),
        1 => (lead, Command::HoldInject { inject }),
        2 => (lead, Command::LetInjectCome { inject }),
        3 => (
            lead,
            Command::SkipInject {
                inject,
                reason: text,
            },
        ),
        4 => (lead, Command::EditInject { inject, text }),
        5 => {
            let all = exercise.scenario().administrations.len();
            let to = (0..dice.below(4)).map(|_| AdministrationId::from_index(dice.below(all + 1)));
            let own = OwnInject {
                from: "Presse".to_owned(),
                to: to.collect(),
                channel: Channel::Mail,
                class: MessageClass::ALL[dice.below(4)],
                text,
            };
            (lead, Command::Improvise(own))
        }
        6 => (lead, Command::LeadExercise),
        7 => (Origin::Person, Command::AcknowledgeInject { inject }),
        _ => (
            Origin::Person,
            Command::AnswerInject {
                inject,
                decider: Decider::CrisisStaff,
                text,
                agreed_with: Vec::new(),
            },
        ),
    }
}

#[test]
fn whatever_is_ordered_about_injects_the_script_stays_sound_and_plays_again() {
    let scenario = Arc::new(suedhessen());
    for seed in 0..6 {
        let mut dice = Dice(seed);
        let journal = Journal::default();
        let start = start(&scenario, "loi", seed);
        let world = World::new(Arc::clone(&scenario));
        let mut exercise = Exercise::new(world, start, Vec::new(), Some(journal.recorder()));
        exercise.advance_to(scenario.start_ex);
        let seats = [
            "06431",
            "06431002",
            "06431015",
            "06437",
            "06411000",
            "datenhaus",
        ];
        let mut before: Vec<InjectStage> = Vec::new();
        let mut accepted = 0;
        for _ in 0..80 {
            let seat = place(&exercise, seats[dice.below(seats.len())]);
            let (origin, command) = some_order(&mut dice, &exercise);
            accepted += u32::from(exercise.submit(seat, origin, command).is_ok());
            let pause = dice.below(2 * HOUR as usize) as u32;
            exercise.advance_to(exercise.sim().now().after(pause));
            let script = exercise.sim().script();
            for (entry, stage) in script.iter().zip(&before) {
                let was_over = matches!(stage, InjectStage::Released(_) | InjectStage::Skipped(..));
                assert!(!was_over || entry.stage == stage, "{} changed", entry.name);
            }
            for entry in &script {
                let is_released = matches!(entry.stage, InjectStage::Released(_));
                assert_eq!(is_released, !entry.messages.is_empty(), "{}", entry.name);
                let mut got: Vec<_> = entry.messages.iter().map(|(at, _)| *at).collect();
                got.dedup();
                assert_eq!(got.len(), entry.messages.len(), "{} came twice", entry.name);
            }
            before = script.iter().map(|entry| entry.stage.clone()).collect();
        }
        assert!(accepted > 10, "seed {seed}: only {accepted} were possible");
        let end = exercise.sim().now();
        let world = World::new(Arc::clone(&scenario));
        let again =
            replay(world, start, &journal.lines(), end).expect("what was accepted is again");
        assert_eq!(
            again.sim().fingerprint(),
            exercise.sim().fingerprint(),
            "seed {seed}"
        );
    }
}

#[test]
fn what_is_forwarded_is_known_there_and_asks_nothing() {
    let scenario = Arc::new(suedhessen());
    let start = start(&scenario, "loi", 1);
    let mut exercise = Exercise::new(World::new(Arc::clone(&scenario)), start, Vec::new(), None);
    exercise.advance_to(scenario.start_ex.after(HOUR));
    let [knows, other] = ["06431002", "06411000"].map(|id| place(&exercise, id));
    let forward = |to: Vec<AdministrationId>| Command::ForwardInject {
        inject: "E1".to_owned(),
        to,
    };
    let mut refused = |seat, command| {
        let result = exercise.submit(seat, Origin::Person, command);
        result.err().map(|refusal| refusal.reason.key.to_string())
    };
    let why = |key: &str| Some(key.to_owned());
    assert_eq!(
        refused(knows, forward(Vec::new())),
        why("refusal-forward-to-nobody")
    );
    assert_eq!(
        refused(other, forward(vec![knows])),
        why("refusal-no-such-message"),
        "what a seat did not get it cannot forward"
    );
    let suspected = |exercise: &Exercise, at| exercise.known(at).provider_suspected();
    let heard = |exercise: &Exercise| exercise.known(other).log().len();
    let before = heard(&exercise);
    exercise
        .submit(knows, Origin::Person, forward(vec![other]))
        .expect("the telephone works");
    assert_eq!(heard(&exercise), before + 1);
    let record = exercise
        .known(other)
        .log()
        .last()
        .expect("an entry")
        .clone();
    assert_eq!(record.from, Some(knows));
    let said = Words::new(Lang::De).say(&record.text);
    assert!(
        said.contains("Weitergeleitet") && said.contains("13:12"),
        "{said}"
    );
    assert!(
        exercise.known(other).decisions().is_empty(),
        "it asks nothing"
    );
    // What was forwarded is a report there, and goes on from seat to seat.
    let third = place(&exercise, "06431015");
    let entry = u32::try_from(before).expect("few");
    let on = |entry| Command::ForwardEntry {
        entry,
        to: vec![third],
    };
    exercise
        .submit(other, Origin::Person, on(entry))
        .expect("it was reported");
    let said = exercise
        .known(third)
        .log()
        .last()
        .expect("an entry")
        .clone();
    assert_eq!(said.from, Some(other));
    assert_eq!(said.text, record.text, "it does not grow from seat to seat");
    let wrong = exercise.submit(other, Origin::Person, on(entry + 1));
    assert_eq!(
        wrong.err().map(|refusal| refusal.reason.key.to_string()),
        why("refusal-no-such-message"),
        "what a seat wrote itself is no report"
    );
    // Another provider is meant than the one over there.
    assert_eq!(suspected(&exercise, other), None);
    assert!(suspected(&exercise, knows).is_some());
}

#[test]
fn a_customer_of_the_same_provider_knows_a_fact_that_is_forwarded() {
    let mut scenario = suedhessen();
    let knows = AdministrationId::from_index(
        scenario
            .administrations
            .iter()
            .position(|at| at.id == "06431002")
            .expect("Bensheim"),
    );
    let inject = scenario.injects.iter_mut().find(|one| one.id == "E1");
    inject.expect("E1").to = Receivers::These(vec![knows.index()]);
    let scenario = Arc::new(scenario);
    let start = start(&scenario, "loi", 1);
    let mut exercise = Exercise::new(World::new(Arc::clone(&scenario)), start, Vec::new(), None);
    exercise.advance_to(scenario.start_ex.after(HOUR));
    let neighbour = place(&exercise, "06431015");
    let suspects = |exercise: &Exercise| exercise.known(neighbour).provider_suspected().is_some();
    assert!(!suspects(&exercise));
    let to = vec![neighbour];
    let inject = "E1".to_owned();
    exercise
        .submit(knows, Origin::Person, Command::ForwardInject { inject, to })
        .expect("the telephone works");
    assert!(suspects(&exercise));
}
