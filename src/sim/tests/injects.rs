//! The script: when injects come, what they set off, and what they must not tell.

use super::*;
use crate::scenario::Expression;
use crate::sim::{InjectStage, WhySkipped};
use crate::vocab::{Channel, Decider, InjectId, MessageClass, OwnInject};

/// An inject that a facilitator makes up, to one place.
pub(super) fn made_up(to: AdministrationId) -> OwnInject {
    OwnInject {
        from: "Lokalzeitung".to_owned(),
        to: vec![to],
        channel: Channel::Mobile,
        class: MessageClass::Alert,
        text: "Stimmt das?".to_owned(),
    }
}

fn suedhessen(overrides: &[(&str, &str)]) -> Sim {
    let overrides: Vec<(String, String)> = overrides
        .iter()
        .map(|(path, value)| ((*path).to_owned(), (*value).to_owned()))
        .collect();
    begun(load("suedhessen", &overrides).unwrap(), 1)
}

fn inject(sim: &Sim, name: &str) -> InjectId {
    sim.find_inject(name).unwrap()
}

fn stage(sim: &Sim, name: &str) -> InjectStage {
    sim.inject_state(inject(sim, name)).unwrap().stage.clone()
}

fn released(sim: &Sim, name: &str) -> Option<SimTime> {
    sim.inject_state(inject(sim, name)).unwrap().released()
}

/// The moment an inject waits for.
fn moment(sim: &Sim, name: &str) -> SimTime {
    let at = &sim.scenario().injects[inject(sim, name).index()];
    at.when.comes_by_itself().unwrap()
}

#[test]
fn an_inject_comes_in_its_minute_however_time_passes() {
    let mut at_once = suedhessen(&[]);
    let at = moment(&at_once, "E2");
    at_once.advance_to(at.after(DAY));
    assert_eq!(released(&at_once, "E2"), Some(at));
    let mut by_minutes = suedhessen(&[]);
    while by_minutes.now() < at.after(DAY) {
        by_minutes.advance_to(by_minutes.now().after(7));
        let _ = by_minutes.script();
    }
    by_minutes.advance_to(at.after(DAY));
    at_once.advance_to(by_minutes.now());
    assert_eq!(released(&by_minutes, "E2"), Some(at));
    assert_eq!(by_minutes.fingerprint(), at_once.fingerprint());
}

#[test]
fn the_trial_alarm_lies_at_all_seats_when_the_exercise_begins() {
    let mut sim = suedhessen(&[]);
    sim.advance_to(sim.scenario().start_ex);
    let scenario = sim.scenario();
    assert_eq!(released(&sim, "E0"), Some(scenario.start_ex));
    let seats = (0..scenario.administrations.len())
        .filter(|at| scenario.administrations[*at].seat.is_some());
    let mut count = 0;
    for at in seats.map(AdministrationId::from_index) {
        let [only] = sim.known(at).inbox() else {
            panic!("one message at {at:?}");
        };
        // It asks for nothing that could be late.
        assert_eq!((only.inject, only.due), (inject(&sim, "E0"), None));
        assert!(only.class < MessageClass::Stop);
        count += 1;
    }
    assert!(count >= 6, "{count} seats");
}

/// Where nobody reads the logs, injects that only tell people something are left alone.
#[test]
fn where_nobody_reads_only_what_changes_the_course_comes() {
    let mut scenario = load("suedhessen", &[]).unwrap();
    let late = scenario.injects.iter_mut().find(|inject| inject.id == "R2");
    late.unwrap().fact = Some(crate::scenario::NoticeFact::ProviderSuspected);
    let scenario = Arc::new(scenario);
    let played = |mut sim: Sim| {
        sim.reset(3, 1, 0);
        sim.advance_to(moment(&sim, "E2").after(5 * DAY));
        sim
    };
    let read = played(Sim::new(Arc::clone(&scenario)));
    let unread = played(Sim::new(Arc::clone(&scenario)).without_logs());
    // R2 brings a fact, and comes after E2, which brings none.
    for name in ["E1", "E2", "R2"] {
        assert!(released(&read, name).is_some(), "{name}");
        assert_eq!(released(&unread, name), released(&read, name), "{name}");
    }
    let places = (0..scenario.administrations.len()).map(AdministrationId::from_index);
    for at in places {
        let knows = |sim: &Sim| sim.known(at).provider_suspected();
        assert_eq!(knows(&unread), knows(&read), "{at:?}");
    }
    let all = || (0..scenario.injects.len()).map(InjectId::from_index);
    let come = |sim: &Sim| {
        let released = all().filter(|id| sim.inject_state(*id).unwrap().released().is_some());
        released.count()
    };
    assert!(come(&unread) < come(&read));
}

#[test]
fn an_administration_that_asked_hears_the_answer() {
    let mut sim = suedhessen(&[]);
    sim.advance_to(moment(&sim, "E3"));
    let here = sim.known(AdministrationId(0)).administrations().iter();
    let here = here.clone().position(|one| one.id == "06431002").unwrap();
    let here = AdministrationId::from_index(here);
    let asked = sim.known(here).message_named("E2").unwrap().sender.unwrap();
    let log_of = |sim: &Sim, at: AdministrationId| sim.known(at).log().to_vec();
    let all = (0..sim.scenario().administrations.len()).map(AdministrationId::from_index);
    let before: Vec<usize> = all.clone().map(|at| log_of(&sim, at).len()).collect();
    // A way that is open here is the way it goes, and it is there in the same minute.
    let way = sim.known(here).way_to(asked).0;
    let answer = "Wir trennen um drei.".to_owned();
    sim.answer_inject(here, inject(&sim, "E2"), Decider::Head, answer);
    for (at, before) in all.zip(before) {
        let new = log_of(&sim, at).split_off(before);
        if at != asked {
            assert!(new.is_empty(), "{at:?}: {new:?}");
            continue;
        }
        let [heard] = &new[..] else {
            panic!("one message: {new:?}");
        };
        assert_eq!(heard.text.key, "log-inject-answered");
        assert_eq!((heard.from, heard.channel), (Some(here), Some(way)));
        assert_eq!((heard.at, heard.alarm), (sim.now(), false));
    }
    // Who has no seat anywhere hears nothing: the cash office is no administration.
    let before: usize = log_of(&sim, here).len();
    sim.answer_inject(here, inject(&sim, "E3"), Decider::Head, "Ja.".to_owned());
    assert_eq!(log_of(&sim, here).len(), before);
}

#[test]
fn what_is_held_waits_and_comes_when_it_may() {
    let mut sim = suedhessen(&[]);
    let at = moment(&sim, "E2");
    sim.hold_inject(inject(&sim, "E2"));
    sim.advance_to(at.after(30));
    assert_eq!(stage(&sim, "E2"), InjectStage::Held { due: Some(at) });
    // What makes up for it counts from when it really came.
    sim.let_inject_come(inject(&sim, "E2"));
    assert_eq!(released(&sim, "E2"), Some(at.after(30)));
    sim.advance_to(at.after(89));
    assert_eq!(stage(&sim, "R2"), InjectStage::Waiting);
    sim.advance_to(at.after(90));
    assert_eq!(released(&sim, "R2"), Some(at.after(90)));
}

#[test]
fn what_is_skipped_takes_what_makes_up_for_it_along() {
    let mut sim = suedhessen(&[]);
    sim.skip_inject(inject(&sim, "E1"), "zu knapp".to_owned());
    assert!(matches!(stage(&sim, "R1"), InjectStage::Skipped(..)));
    let bensheim = at(&sim, "06431002");
    sim.advance_to(moment(&sim, "E1").after(2 * HOUR));
    assert_eq!(sim.known(bensheim).provider_suspected(), None);
    assert!(
        sim.known(bensheim)
            .inbox()
            .iter()
            .all(|of| of.inject != inject(&sim, "E1"))
    );
}

#[test]
fn an_inject_is_skipped_in_the_minute_until_which_it_waited_in_vain() {
    let mut scenario = load("suedhessen", &[]).unwrap();
    let e2 = scenario.injects.iter_mut().find(|inject| inject.id == "E2");
    let e2 = e2.unwrap();
    // A minute in which nothing else happens that it would be looked at for.
    let until = e2.when.comes_by_itself().unwrap().after(7);
    e2.when = Expression::Any(Vec::new());
    e2.until = Some(until);
    let mut sim = begun(scenario, 1);
    sim.advance_to(SimTime(until.0 - 1));
    assert_eq!(stage(&sim, "E2"), InjectStage::Waiting);
    sim.advance_to(until.after(DAY));
    let skipped = |why| InjectStage::Skipped(until, why);
    assert_eq!(stage(&sim, "E2"), skipped(WhySkipped::NotInTime));
    assert_eq!(stage(&sim, "R2"), skipped(WhySkipped::WithTheOther));
}

#[test]
fn nothing_is_left_of_a_minute_whose_injects_were_all_left_out() {
    let mut sim = suedhessen(&[]);
    let at = moment(&sim, "E11");
    let same: Vec<String> = sim
        .script()
        .iter()
        .filter(|entry| entry.expected == Some(at))
        .map(|entry| entry.name.clone())
        .collect();
    assert!(same.len() > 1, "two come in that minute: {same:?}");
    assert!(!sim.is_left_out_at(at));
    for name in &same {
        assert!(!sim.is_left_out_at(at), "{name} still comes");
        sim.skip_inject(inject(&sim, name), "zu knapp".to_owned());
    }
    assert!(sim.is_left_out_at(at));
    // Where nothing was planned, nothing was left out.
    assert!(!sim.is_left_out_at(at.after(7)));
}

#[test]
fn a_contingency_goes_to_those_who_did_nothing() {
    let mut sim = suedhessen(&[]);
    let (county, bensheim) = (at(&sim, "06431"), at(&sim, "06431002"));
    sim.advance_to(moment(&sim, "E1"));
    let e1 = inject(&sim, "E1");
    sim.answer_inject(bensheim, e1, Decider::Head, "Ab heute Abend.".to_owned());
    sim.acknowledge_inject(at(&sim, "06431015"), e1);
    sim.advance_to(sim.now().after(HOUR));
    let r1 = inject(&sim, "R1");
    let got = |at| sim.message(at, r1).is_some();
    assert!(got(county) && !got(bensheim) && !got(at(&sim, "06431015")));
}

#[test]
fn when_the_attack_is_stopped_in_time_there_is_suspicion_only() {
    let scenario = Arc::new(load("suedhessen", &[]).unwrap());
    let mut sim = Sim::new(scenario);
    let provider = at(&sim, "datenhaus");
    // Luck decides, too: in one of these courses all is cut before the actor reaches anybody.
    let is_stopped = (1..=20).any(|seed| {
        sim.reset(seed, 0, 0);
        sim.advance_to(sim.scenario().start_ex);
        for option in [
            ContainmentOption::CutAllCustomers,
            ContainmentOption::EmergencyShutdown,
        ] {
            sim.order_containment(provider, option);
        }
        sim.advance_to(moment(&sim, "E4"));
        released(&sim, "E4") == Some(moment(&sim, "E4"))
    });
    assert!(is_stopped);
    let told = sim.message(at(&sim, "06431"), inject(&sim, "E4")).unwrap();
    assert_eq!(told.at, moment(&sim, "E4"), "nothing was encrypted before");
    let says = format!("{:?}", told.text);
    assert!(says.contains("verschlüsselt ist nichts"), "{says}");
    sim.advance_to(sim.now().after(2 * HOUR));
    assert!(matches!(stage(&sim, "R4"), InjectStage::Skipped(..)));
}

#[test]
fn the_state_team_goes_where_nobody_agreed_and_only_if_the_exercise_is_led() {
    for is_led in [false, true] {
        let mut sim = suedhessen(&[]);
        if is_led {
            sim.lead_exercise();
        }
        sim.advance_to(moment(&sim, "E7").after(2 * HOUR));
        assert!(released(&sim, "R7").is_some());
        let state = at(&sim, "landesteam");
        let place = sim.team_at(state);
        assert_eq!(place.is_some(), is_led, "{place:?}");
        if let Some(place) = place {
            assert_eq!(place, at(&sim, "06431"), "the largest of those who called");
        }
    }
}

#[test]
fn in_a_course_without_aid_the_script_gives_none() {
    let mut sim = suedhessen(&[]);
    sim.without_aid_of_script(SimTime::ZERO);
    sim.lead_exercise();
    sim.advance_to(moment(&sim, "E7").after(2 * HOUR));
    assert!(released(&sim, "R7").is_some());
    assert_eq!(sim.team_at(at(&sim, "landesteam")), None);
}

#[test]
fn the_bank_takes_the_old_file_until_it_closes() {
    let mut sim = suedhessen(&[]);
    sim.lead_exercise();
    let county = at(&sim, "06431");
    sim.advance_to(moment(&sim, "E9").after(60));
    assert!(sim.message(county, inject(&sim, "E9")).is_some());
    sim.secure_pay_file(county);
    sim.advance_to(sim.now().after(25));
    assert!(sim.known(county).is_ready(crate::scenario::SetUp::PayFile));
    sim.advance_to(moment(&sim, "R9"));
    assert!(sim.message(county, inject(&sim, "R9")).is_none());
    sim.advance_to(moment(&sim, "E9").after(2 * HOUR));
    assert!(!sim.takes_old_file(county));
}

#[test]
fn a_file_ordered_before_the_bank_takes_it_goes_out_as_soon_as_one_ordered_then() {
    use crate::scenario::SetUp;
    // Early enough to lie ready, and so late that it is still being fetched.
    for before in [3 * DAY, HOUR] {
        let mut sim = suedhessen(&[]);
        sim.lead_exercise();
        let county = at(&sim, "06431");
        let offer = moment(&sim, "E9");
        sim.advance_to(SimTime(offer.0 - before));
        sim.secure_pay_file(county);
        sim.advance_to(offer);
        let lies_ready = sim.known(county).pay_file().1.is_some();
        assert_eq!(lies_ready, before > DAY);
        assert!(sim.message(county, inject(&sim, "E9")).is_some());
        sim.advance_to(offer.after(19));
        assert!(!sim.known(county).is_ready(SetUp::PayFile));
        sim.advance_to(offer.after(25));
        assert!(sim.known(county).is_ready(SetUp::PayFile), "{before}");
        // The crisis staff's own way to the bank, or the later errand, does not make another of it.
        let ready = body::<CrisisStaff>(&sim, county).ready_since(SetUp::PayFile);
        sim.advance_to(offer.after(20 * DAY));
        let later = body::<CrisisStaff>(&sim, county).ready_since(SetUp::PayFile);
        assert_eq!(later, ready);
    }
}

#[test]
fn injects_speak_of_pay_runs_that_are_due_and_by_the_calendar() {
    let begun_at = |start: Option<jiff::civil::Date>| {
        let staging = crate::scenario::Staging {
            start,
            ..Default::default()
        };
        let scenario = crate::scenario::load_staged("suedhessen", &[], &staging);
        begun(scenario.unwrap(), 1)
    };
    let told = |sim: &mut Sim, name: &str| {
        sim.advance_to(moment(sim, name));
        let message = sim.message(at(sim, "06431"), inject(sim, name));
        message.map(|message| format!("{:?}", message.text))
    };
    let mut spring = begun_at(None);
    let asked = told(&mut spring, "E3").unwrap();
    assert!(asked.contains("month-3"), "{asked}");
    assert!(asked.contains("day: 23"), "{asked}");
    assert!(told(&mut spring, "E9").is_some());
    let next = told(&mut spring, "E13").unwrap();
    assert!(next.contains("month-4"), "{next}");
    // No file is due in the days after the third of September.
    let mut autumn = begun_at(Some(jiff::civil::date(2027, 9, 3)));
    for name in ["E3", "E9", "E13"] {
        assert_eq!(told(&mut autumn, name), None, "{name}");
    }
    // Four weeks later it is the next month's, a day later.
    let mut later = begun_at(Some(jiff::civil::date(2027, 3, 19)));
    let asked = told(&mut later, "E3").unwrap();
    assert!(asked.contains("month-4"), "{asked}");
    assert!(asked.contains("day: 24"), "{asked}");
    assert_eq!(told(&mut later, "E9"), None);
}

#[test]
fn a_provider_connects_so_many_a_day_and_no_more() {
    let mut sim = suedhessen(&[]);
    sim.lead_exercise();
    let e12 = inject(&sim, "E12");
    sim.advance_to(sim.scenario().start_ex);
    sim.release_inject(e12);
    let customer = at(&sim, "06431002");
    assert_eq!(sim.known(customer).connections_left(), Some((2, 2)));
    sim.reconnect(customer);
    sim.reconnect(at(&sim, "06431001"));
    assert_eq!(sim.known(customer).connections_left(), Some((2, 0)));
    sim.advance_to(sim.now().after(DAY));
    assert_eq!(sim.known(customer).connections_left(), Some((2, 2)));
}

/// What a seat got, but for the moment, word by word.
fn inboxes(sim: &Sim) -> Vec<String> {
    let seats = (0..sim.scenario().administrations.len()).map(AdministrationId::from_index);
    seats
        .map(|at| format!("{:?}", sim.known(at).inbox()))
        .collect()
}

#[test]
fn no_inject_tells_of_what_nobody_has_noticed() {
    let mut sim = suedhessen(&[]);
    let mut other = suedhessen(&[]);
    for name in [
        "E1", "E2", "E4", "E5", "E6", "E7", "E8", "E9", "E10", "E12", "E13",
    ] {
        let at = moment(&sim, "E1").after(DAY / 2);
        sim.advance_to(at);
        other.advance_to(at);
        // In the one world the actor holds what in the other it does not; nobody knows.
        for system in (0..other.plan.systems() as u32).step_by(40) {
            let mut columns = other.world.resource_mut::<Columns>();
            let state = &mut columns.systems[system as usize];
            if state.condition == Condition::Intact {
                state.condition = Condition::Compromised;
            }
        }
        for world in [&mut sim, &mut other] {
            let id = inject(world, name);
            if matches!(stage(world, name), InjectStage::Waiting) {
                world.release_inject(id);
            }
        }
        assert_eq!(inboxes(&sim), inboxes(&other), "{name}");
    }
}

#[test]
fn a_world_with_a_script_that_is_reset_is_a_fresh_one() {
    let mut used = suedhessen(&[]);
    let fresh = used.fingerprint();
    used.lead_exercise();
    let town = at(&used, "06431002");
    used.improvise(made_up(town));
    used.edit_inject(inject(&used, "E2"), "anders".to_owned());
    used.advance_to(moment(&used, "E7").after(3 * HOUR));
    assert_ne!(used.fingerprint(), fresh);
    let pact = usual_pact(&used);
    used.reset(1, 0, pact);
    assert_eq!(used.fingerprint(), fresh);
}
