//! Swarms: random seats do random things, sensible and not; the laws of the world hold all the same.
//!
//! Each swarm is one exercise with a few persons who try everything and bots at all other seats. What was
//! accepted stands in a journal, from which the exercise must come out again, bit for bit.

use std::collections::BTreeMap;
use std::sync::Arc;

use beistand::command::{AidAnswer, Command, REFUSAL_REASONS};
use beistand::exercise::{Exercise, Origin, Start, World};
use beistand::journal::{Journal, replay};
use beistand::response::{StandIns, players};
use beistand::scenario::{Scenario, load};
use beistand::sim::{Known, KnownPermit, LIFTABLE};
use beistand::view::{ClockState, public_view, seat_view};
use beistand::vocab::{
    AdministrationId, AidDraft, AidKind, AidState, ContainmentOption, DAY, Decider, Pace,
    RequestId, SimTime,
};

/// A small generator of its own, so that what a swarm does depends on nothing of the engine.
struct Dice(u64);

impl Dice {
    fn below(&mut self, bound: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % bound.max(1)
    }

    fn of<T: Copy>(&mut self, all: &[T]) -> Option<T> {
        (!all.is_empty()).then(|| all[self.below(all.len())])
    }
}

/// The kinds of act; the match makes a new kind of command ask for its place here.
fn kind(command: &Command) -> &'static str {
    match command {
        Command::Contain(option) => option.id(),
        Command::Lift(_) => "lift",
        Command::ReconnectProviderLink => "reconnect",
        Command::ConveneCrisisStaff => "convene crisis staff",
        Command::RequestAid(_) => "request aid",
        Command::AskForPermit(_) => "ask for permit",
        Command::AnswerAid {
            answer: AidAnswer::Grant { .. },
            ..
        } => "grant aid",
        Command::AnswerAid {
            answer: AidAnswer::Refuse { .. },
            ..
        } => "refuse aid",
        Command::RecallAid { .. } => "recall aid",
        Command::RecordDecision { .. } => "record decision",
        Command::DeferDecision { .. } => "defer decision",
        Command::MoveOrder { .. } => "move order",
        Command::NotifyCustomers => "notify customers",
        Command::CutCustomer(_) => "cut customer",
        Command::AdmitCustomer { .. } => "admit customer",
        Command::PlaceCustomer { .. } => "place customer",
        Command::RequireCleanDevices => "require clean devices",
        Command::FileNotice(_) => "file notice",
        Command::SecurePayFile => "secure pay file",
        Command::SetUpIsland => "set up island",
        Command::StandingOrders(_) => "standing orders",
        Command::ArrangeWork { .. } => "arrange work",
        Command::SetClock(_) => "set clock",
        Command::AcknowledgeInject { .. }
        | Command::AnswerInject { .. }
        | Command::ForwardInject { .. }
        | Command::ForwardEntry { .. } => "message",
        Command::LeadExercise
        | Command::ReleaseInject { .. }
        | Command::HoldInject { .. }
        | Command::LetInjectCome { .. }
        | Command::SkipInject { .. }
        | Command::EditInject { .. }
        | Command::Improvise(_) => "lead",
        Command::Deliberate { .. } => "deliberate",
        Command::TakeSeat => "take seat",
        Command::TableTalk { .. } => "table talk",
        Command::Intervene(_) => "intervene",
    }
}

const KINDS: [&str; 26] = [
    "cut_provider_link",
    "block_remote_access",
    "emergency_shutdown",
    "cut_all_customers",
    "lock_accounts",
    "backups_offline",
    "block_internet",
    "lift",
    "reconnect",
    "convene crisis staff",
    "request aid",
    "ask for permit",
    "grant aid",
    "refuse aid",
    "recall aid",
    "record decision",
    "defer decision",
    "move order",
    "notify customers",
    "cut customer",
    "admit customer",
    "place customer",
    "secure pay file",
    "set up island",
    "standing orders",
    "set clock",
];

/// Something a person at this seat might try, possible or not.
fn some_act(dice: &mut Dice, known: Known) -> Command {
    let helper = AdministrationId::from_index(dice.below(known.administrations().len() + 1));
    let requests = known.requests();
    let request = |dice: &mut Dice, state: AidState| {
        let fitting: Vec<RequestId> = requests
            .iter()
            .filter(|request| request.state == state)
            .map(|request| request.id)
            .collect();
        dice.of(&fitting).unwrap_or(RequestId(dice.below(9) as u32))
    };
    match dice.below(26) {
        0..=2 => {
            let option = dice.of(ContainmentOption::ALL).expect("there are options");
            // Rarely everything at once: little could be tried after that.
            if option == ContainmentOption::EmergencyShutdown && dice.below(4) > 0 {
                return Command::ConveneCrisisStaff;
            }
            Command::Contain(option)
        }
        3 | 17 => Command::Lift(dice.of(&LIFTABLE).expect("there are measures")),
        4 => Command::ReconnectProviderLink,
        5 => {
            let services = known.services().map(|service| service.id);
            let needed: Vec<_> = services
                .filter(|service| known.permit(*service) != KnownPermit::NotNeeded)
                .collect();
            match dice.of(&needed) {
                Some(service) => Command::AskForPermit(service),
                None => Command::ConveneCrisisStaff,
            }
        }
        19 => Command::NotifyCustomers,
        20 => Command::CutCustomer(dice.of(known.customers()).unwrap_or(helper)),
        21 => Command::AdmitCustomer {
            customer: dice.of(known.customers()).unwrap_or(helper),
            without_clearance: dice.below(2) > 0,
        },
        25 => Command::PlaceCustomer {
            customer: dice.of(known.customers()).unwrap_or(helper),
            place: dice.below(known.customers().len() + 1) as u32,
        },
        22 => Command::SecurePayFile,
        24 => Command::SetUpIsland,
        23 => {
            let plans = known.response_plans();
            let plan = plans.get(dice.below(plans.len() + 1));
            Command::StandingOrders(plan.map(|plan| plan.id.clone()))
        }
        6..=8 => {
            let services: Vec<_> = known.services().map(|service| service.id).collect();
            Command::RequestAid(AidDraft {
                kind: dice.of(AidKind::ALL).expect("there are kinds"),
                helper,
                amount: dice.below(12) as u32,
                days: dice.below(12) as u32,
                service: dice.of(&services),
                skill: None,
            })
        }
        9 | 10 => Command::AnswerAid {
            request: request(dice, AidState::Examined),
            answer: AidAnswer::Grant {
                amount: 1 + dice.below(4) as u32,
            },
        },
        11 => Command::AnswerAid {
            request: request(dice, AidState::Examined),
            answer: AidAnswer::Refuse {
                reason: REFUSAL_REASONS[dice.below(REFUSAL_REASONS.len())].to_owned(),
            },
        },
        12 => Command::RecallAid {
            request: request(dice, AidState::AtWork),
        },
        13 => {
            let open: Vec<_> = known
                .decisions()
                .iter()
                .map(|decision| decision.id)
                .collect();
            match dice.of(&open) {
                Some(decision) if dice.below(3) == 0 => Command::DeferDecision {
                    decision,
                    minutes: dice.below(300) as u32,
                },
                Some(decision) => Command::RecordDecision {
                    decision,
                    decider: dice.of(Decider::ALL).expect("there are functions"),
                    choice: (dice.below(2) == 0)
                        .then(|| Box::new(Command::Contain(ContainmentOption::CutProviderLink))),
                    reason: "because".to_owned(),
                    revisit_when: String::new(),
                    agreed_with: Vec::new(),
                },
                None => Command::ConveneCrisisStaff,
            }
        }
        15 | 16 => match dice.of(known.queue()) {
            Some(order) => Command::MoveOrder {
                order,
                up: dice.below(2) == 0,
            },
            None => Command::ConveneCrisisStaff,
        },
        14 => Command::SetClock(Pace::MinutesPerSecond(dice.below(2000) as u16)),
        _ => Command::ConveneCrisisStaff,
    }
}

/// What must hold at every seat at every moment.
fn laws_hold(exercise: &Exercise) {
    for index in 0..exercise.scenario().administrations.len() {
        let known = exercise.known(AdministrationId::from_index(index));
        for service in known.services() {
            for level in [service.level, service.it] {
                assert!(
                    (0.0..=1.0).contains(&level),
                    "level {level} in minute {}",
                    known.now().0
                );
            }
            assert!(service.waiting >= 0.0, "a backlog of {}", service.waiting);
        }
    }
}

fn start_of(scenario: &Scenario, seed: u64) -> Start {
    Start {
        seed,
        run: 0,
        pact: seed as usize % scenario.pacts.len(),
    }
}

/// Plays a swarm to its end; returns it with what was accepted and how often.
fn swarm(scenario: &Arc<Scenario>, seed: u64) -> (Exercise, Journal, BTreeMap<&'static str, u32>) {
    let mut dice = Dice(seed);
    let seats: Vec<AdministrationId> = (0..scenario.administrations.len())
        .filter(|index| scenario.administrations[*index].seat.is_some())
        .map(AdministrationId::from_index)
        .collect();
    let persons: Vec<_> = seats
        .iter()
        .copied()
        .filter(|_| dice.below(2) == 0)
        .collect();
    let bots = players(scenario, "by_the_book", &persons).expect("the scenario has the plan");
    let journal = Journal::default();
    let world = World::new(Arc::clone(scenario));
    let start = start_of(scenario, seed);
    let deputies = Box::new(StandIns(Arc::clone(scenario)));
    let mut exercise =
        Exercise::new(world, start, bots, Some(journal.recorder())).with_deputies(deputies);
    let mut accepted = BTreeMap::new();
    exercise.advance_to(scenario.start_ex);
    while !exercise.has_ended() {
        for _ in 0..dice.below(8) {
            let Some(seat) = dice.of(&persons) else { break };
            let act = some_act(&mut dice, exercise.known(seat));
            let what = kind(&act);
            if exercise.submit(seat, Origin::Person, act).is_ok() {
                *accepted.entry(what).or_insert(0) += 1;
            }
        }
        let more = 1 + dice.below(2 * DAY as usize) as u32;
        exercise.advance_to(exercise.sim().now().after(more));
        laws_hold(&exercise);
    }
    (exercise, journal, accepted)
}

#[test]
fn whatever_seats_do_the_laws_hold_and_the_journal_gives_the_same_world() {
    let scenario = Arc::new(load("einstieg", &[]).expect("the scenario is right"));
    let mut all = BTreeMap::new();
    for seed in 1..=14 {
        let (played, journal, accepted) = swarm(&scenario, seed);
        for (what, times) in accepted {
            *all.entry(what).or_insert(0) += times;
        }
        let lines = journal.lines();
        let by_bots = lines
            .iter()
            .filter(|line| matches!(line.origin, Origin::Bot(_)));
        assert!(by_bots.count() > 0, "bots sat at the other seats");
        let world = World::new(Arc::clone(&scenario));
        let again = replay(world, start_of(&scenario, seed), &lines, played.end());
        let again = again.unwrap_or_else(|refused| panic!("seed {seed}: {refused}"));
        assert_eq!(
            again.sim().fingerprint(),
            played.sim().fingerprint(),
            "seed {seed}"
        );
    }
    let never: Vec<_> = KINDS
        .iter()
        .filter(|kind| !all.contains_key(*kind))
        .collect();
    assert!(never.is_empty(), "no swarm ever got accepted: {never:?}");
}

#[test]
fn a_journal_with_a_line_less_gives_another_world() {
    let scenario = Arc::new(load("einstieg", &[]).expect("the scenario is right"));
    let (played, journal, _) = swarm(&scenario, 2);
    let lines = journal.lines();
    let first = lines
        .iter()
        .position(|line| line.command == Command::ConveneCrisisStaff)
        .expect("somebody convenes a crisis staff");
    let shorter: Vec<_> = lines[..first]
        .iter()
        .chain(&lines[first + 1..])
        .cloned()
        .collect();
    let world = World::new(Arc::clone(&scenario));
    // A line that is now refused tells the difference as well as another fingerprint does.
    if let Ok(other) = replay(world, start_of(&scenario, 2), &shorter, played.end()) {
        assert_ne!(other.sim().fingerprint(), played.sim().fingerprint());
    }
}

#[test]
fn looking_and_the_size_of_steps_change_nothing() {
    let scenario = Arc::new(load("einstieg", &[]).expect("the scenario is right"));
    let run = |portions: &mut dyn FnMut() -> u32, look: bool| {
        let bots = players(&scenario, "by_the_book", &[]).expect("the scenario has the plan");
        let start = start_of(&scenario, 5);
        let mut exercise = Exercise::new(World::new(Arc::clone(&scenario)), start, bots, None);
        while !exercise.has_ended() {
            exercise.advance_to(exercise.sim().now().after(portions()));
            if look {
                let clock = ClockState {
                    pace: Pace::Stopped,
                    stopped_by: None,
                    ended: false,
                    briefed: true,
                    round: None,
                };
                let public = Arc::new(public_view(exercise.sim(), clock, 1));
                for index in 0..scenario.administrations.len() {
                    let known = exercise.known(AdministrationId::from_index(index));
                    let _ = seat_view(known, Arc::clone(&public), 1, None);
                    let _ = exercise.sim().run_metrics();
                }
            }
        }
        exercise.sim().fingerprint()
    };
    let whole = run(&mut || SimTime::NEVER.0 / 2, false);
    let mut dice = Dice(9);
    assert_eq!(run(&mut || 1 + dice.below(3000) as u32, true), whole);
    assert_eq!(run(&mut || 997, false), whole);
}
