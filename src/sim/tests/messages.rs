//! Messages where telephones and mail stand still.

use super::recovery::set_own;
use super::*;
use crate::sim::entities::{LogRecord, LogRecordKind};
use crate::vocab::Channel;

const TOWN: &str = "06431011";
const NEIGHBOUR: &str = "06431016";

/// A quiet world after the start; `emergency_channel` by the pact.
fn world(emergency_channel: bool) -> Sim {
    let mut scenario = quiet_scenario();
    for pact in &mut scenario.pacts {
        pact.terms.emergency_channel = emergency_channel;
    }
    let mut sim = begun(scenario, 1);
    sim.advance_to(sim.scenario().start_ex.after(30));
    sim
}

/// Takes telephones, mail or both from a place.
fn silence(sim: &mut Sim, who: AdministrationId, phone: bool, mail: bool) {
    let planned = &sim.plan.administrations[who.index()];
    let (telephony, post) = (planned.telephony.unwrap(), planned.mail.unwrap());
    set_own(sim, telephony, f32::from(u8::from(!phone)));
    set_own(sim, post, f32::from(u8::from(!mail)));
}

fn newest(sim: &Sim, who: AdministrationId) -> LogRecord {
    sim.known(who).log().last().unwrap().clone()
}

/// What a seat was told last by somebody.
fn told_by(sim: &Sim, who: AdministrationId, from: AdministrationId) -> Option<Channel> {
    let known = sim.known(who);
    let mut said = known.log().iter().rev();
    said.find(|record| record.from == Some(from))?.channel
}

/// Whether a seat has received a request.
fn has_it(sim: &Sim, seat: AdministrationId) -> bool {
    !sim.known(seat).requests().is_empty()
}

#[test]
fn a_message_goes_by_what_works_on_both_sides() {
    let mut sim = world(false);
    let (town, other) = (at(&sim, TOWN), at(&sim, NEIGHBOUR));
    assert_eq!(sim.way(town, other).channel, Channel::Phone);
    silence(&mut sim, other, true, false);
    // Who cannot know of it still expects to phone.
    assert_eq!(sim.known(town).way_to(other).0, Channel::Phone);
    for (from, to) in [(town, other), (other, town)] {
        let way = sim.way(from, to);
        assert_eq!((way.channel, way.minutes), (Channel::Mail, 0));
    }
    assert_eq!(sim.known(other).way_to(town), (Channel::Mail, (0, 0)));
    // Telephones here and mail there do not meet.
    silence(&mut sim, town, false, true);
    let (there, back) = (sim.way(town, other), sim.way(other, town));
    assert_eq!(there.channel, back.channel);
    let span = match there.channel {
        Channel::Mobile => 60..=240,
        _ => {
            assert_eq!(there.channel, Channel::InPerson);
            120..=480
        }
    };
    assert!(span.contains(&there.minutes) && span.contains(&back.minutes));
    silence(&mut sim, other, true, true);
    let seen = sim.known(other).way_to(town);
    assert_eq!(seen, (there.channel, (*span.start(), *span.end())));
    // It stays so in this run; without telephones some have numbers and some do not.
    assert_eq!(sim.way(town, other), there);
    let all = (0..sim.scenario().administrations.len()).map(AdministrationId::from_index);
    let channels: Vec<Channel> = all
        .filter(|to| *to != other)
        .map(|to| sim.way(other, to).channel)
        .collect();
    for channel in [Channel::Mobile, Channel::InPerson] {
        assert!(channels.contains(&channel), "{channels:?}");
    }
}

#[test]
fn an_emergency_channel_carries_messages_at_once() {
    let mut sim = world(true);
    let (town, other) = (at(&sim, TOWN), at(&sim, NEIGHBOUR));
    assert_eq!(sim.way(town, other).channel, Channel::Phone);
    silence(&mut sim, town, true, true);
    let way = sim.way(town, other);
    assert_eq!((way.channel, way.minutes), (Channel::Radio, 0));
    let id = sim.request_aid(town, draft(other, AidKind::ItStaffOnSite, 1));
    sim.advance_to(sim.now().after(10));
    assert!(has_it(&sim, other));
    assert_eq!(told_by(&sim, other, town), Some(Channel::Radio));
    assert_eq!(sim.known(town).requests()[0].state, AidState::Examined);
    sim.refuse_aid(id, Text::new("reason-no_capacity"));
    assert_eq!(sim.known(town).requests()[0].state, AidState::Refused);
    assert_eq!(newest(&sim, town).text.key, "log-aid-refused");
}

#[test]
fn a_request_and_its_answer_take_hours_without_telephones() {
    let mut sim = world(false);
    let (town, other) = (at(&sim, TOWN), at(&sim, NEIGHBOUR));
    silence(&mut sim, town, true, true);
    let (there, back) = (sim.way(town, other), sim.way(other, town));
    let id = sim.request_aid(town, draft(other, AidKind::ItStaffOnSite, 1));
    assert_eq!(newest(&sim, town).text.key, "log-slow-message");
    let sent = sim.now();
    sim.advance_to(sent.after(there.minutes + 9));
    assert!(!has_it(&sim, other));
    sim.advance_to(sent.after(there.minutes + 10));
    assert!(has_it(&sim, other));
    assert_eq!(told_by(&sim, other, town), Some(there.channel));
    // The asker knows neither that it arrived nor what was said.
    let asked = |sim: &Sim| {
        let known = sim.known(town);
        let request = &known.requests()[0];
        (request.state, request.granted, request.ended)
    };
    assert_eq!(asked(&sim), (AidState::Requested, None, None));
    let told = |sim: &Sim| {
        let known = sim.known(town);
        let of_aid = |record: &&LogRecord| record.kind == LogRecordKind::Aid;
        known.log().iter().filter(of_aid).count()
    };
    let before = told(&sim);
    sim.refuse_aid(id, Text::new("reason-no_capacity"));
    let answered = sim.now();
    assert_eq!(sim.known(town).own_report().help, [0, 0, 1]);
    sim.advance_to(answered.after(back.minutes - 1));
    assert_eq!(asked(&sim), (AidState::Requested, None, None));
    assert_eq!(told(&sim), before);
    sim.advance_to(answered.after(back.minutes));
    assert_eq!(asked(&sim), (AidState::Refused, None, Some(answered)));
    let heard = newest(&sim, town);
    assert_eq!(heard.text.key, "log-aid-refused");
    assert!(heard.alarm);
    assert_eq!(sim.known(town).own_report().help, [0, 0, 0]);
}

#[test]
fn help_that_is_there_needs_no_answer() {
    let mut sim = world(false);
    let (town, other) = (at(&sim, TOWN), at(&sim, NEIGHBOUR));
    let id = sim.request_aid(town, draft(other, AidKind::LoanNotebooks, 2));
    sim.advance_to(sim.now().after(10));
    // The telephones fail between question and answer.
    silence(&mut sim, town, true, true);
    sim.grant_aid(id, 2);
    let heard = sim.now().after(sim.way(other, town).minutes);
    assert_eq!(sim.known(town).requests()[0].state, AidState::Examined);
    let mut seen = None;
    while seen.is_none() {
        sim.advance_to(sim.now().after(1));
        let state = request_of(&sim, id).state;
        let known = sim.known(town).requests()[0].state;
        let there = !matches!(state, AidState::Granted | AidState::UnderWay);
        if there || sim.now() >= heard {
            assert_eq!(known, state);
            seen = Some(state);
        } else {
            assert_eq!(known, AidState::Examined);
        }
    }
}

#[test]
fn a_provider_reaches_a_silent_customer_hours_later() {
    let heard = |silent: bool| {
        let mut scenario = einstieg();
        scenario.notices.clear();
        for pact in &mut scenario.pacts {
            pact.terms.emergency_channel = false;
        }
        let mut sim = begun(scenario, 1);
        let provider = AdministrationId(0);
        while sim.known(provider).provider_hit().is_none() {
            sim.advance_to(sim.now().after(30));
        }
        let customer = at(&sim, "06431016");
        if silent {
            silence(&mut sim, customer, true, true);
        }
        let way = sim.way(provider, customer).minutes;
        let told = sim.now();
        sim.notify_customers(provider);
        while sim.known(customer).provider_hit().is_none() {
            sim.advance_to(sim.now().after(1));
        }
        (sim.now().since(told), way)
    };
    let (at_once, no_way) = heard(false);
    let (late, way) = heard(true);
    assert_eq!(no_way, 0);
    assert!(way >= 60);
    assert_eq!(late, at_once + way);
}

#[test]
fn equal_knowledge_shows_the_same_request() {
    let play = |answers: bool| {
        let mut sim = world(false);
        let (town, other) = (at(&sim, TOWN), at(&sim, NEIGHBOUR));
        silence(&mut sim, town, true, true);
        let back = sim.way(other, town).minutes;
        let id = sim.request_aid(town, draft(other, AidKind::LoanNotebooks, 2));
        let arrived = sim.now().after(sim.way(town, other).minutes + 10);
        sim.advance_to(arrived);
        if answers {
            sim.grant_aid(id, 2);
        }
        // Before the answer, and before anybody can be there.
        assert!(back > 30);
        sim.advance_to(arrived.after(30));
        let known = sim.known(town);
        (
            format!("{:?}", known.requests()),
            format!("{:?}", known.log()),
            known.revision(),
        )
    };
    assert_eq!(play(true), play(false));
}

#[test]
fn others_hear_of_a_silent_place_later() {
    let mut sim = world(false);
    let (town, other) = (at(&sim, TOWN), at(&sim, NEIGHBOUR));
    silence(&mut sim, town, true, true);
    sim.call_crisis_staff(town);
    while sim.known(town).crisis_staff().1.is_none() {
        sim.advance_to(sim.now().after(1));
    }
    let met = sim.now();
    let way = sim.way(town, other);
    let affected = |sim: &Sim| sim.known(other).affected().to_vec();
    sim.advance_to(met.after(way.minutes - 1));
    assert_eq!(affected(&sim), []);
    sim.advance_to(met.after(way.minutes));
    assert_eq!(affected(&sim), [(town, sim.now())]);
    assert_eq!(told_by(&sim, other, town), Some(way.channel));
}

#[test]
fn reports_of_a_silent_place_come_late_and_keep_their_moment() {
    let mut sim = world(false);
    let (town, county) = (at(&sim, TOWN), at(&sim, "06431"));
    silence(&mut sim, town, true, true);
    sim.call_crisis_staff(county);
    while sim.known(county).crisis_staff().1.is_none() {
        sim.advance_to(sim.now().after(1));
    }
    let written = sim.now();
    let heard = |sim: &Sim| sim.known(county).heard_of(town).map(|(at, _)| at);
    let minutes = sim.way(town, county).minutes;
    assert!(minutes >= 60);
    sim.advance_to(written.after(minutes - 1));
    assert_eq!(heard(&sim), None);
    sim.advance_to(written.after(minutes));
    assert_eq!(heard(&sim), Some(written));
    // With telephones again the next one is there at once, and none of the old ones takes its place.
    silence(&mut sim, town, false, false);
    let mut newest = written;
    for _ in 0..2 * DAY / 30 {
        sim.advance_to(sim.now().after(30));
        let now = heard(&sim).unwrap();
        assert!(now >= newest);
        newest = now;
    }
    assert!(newest > written.after(12 * HOUR));
}

/// Where a scenario bounds the reach, a place at its very end is within it; the own provider always is.
#[test]
fn word_goes_as_far_as_the_reach_and_help_is_asked_for_no_further() {
    let mut scenario = quiet_scenario();
    // One degree of latitude.
    scenario.reach_km = Some(111.2);
    for of in &mut scenario.administrations {
        of.position = match of.id.as_str() {
            NEIGHBOUR => Some((49.0, 8.5)),
            TOWN => Some((50.0, 8.5)),
            "06431002" => Some((48.25, 8.75)),
            "06431015" => Some((50.0, 8.75)),
            "06431020" => Some((47.75, 8.5)),
            _ => None,
        };
    }
    let mut sim = begun(scenario, 1);
    let here = at(&sim, NEIGHBOUR);
    let mut within = [TOWN, "06431002"].map(|id| at(&sim, id));
    within.sort_unstable();
    let asked: Vec<AdministrationId> = sim
        .known(here)
        .may_be_asked(AidKind::ItStaffOnSite)
        .filter(|other| sim.known(here).may_give(*other, AidKind::ItStaffOnSite))
        .collect();
    assert_eq!(asked, within);
    sim.advance_to(sim.scenario().start_ex.after(30));
    sim.call_crisis_staff(here);
    sim.advance_to(sim.now().after(2 * DAY));
    let all = (0..sim.scenario().administrations.len()).map(AdministrationId::from_index);
    let told: Vec<AdministrationId> = all
        .filter(|other| !sim.known(*other).affected().is_empty())
        .collect();
    let mut hear = vec![at(&sim, "datenhaus")];
    hear.extend(within);
    hear.sort_unstable();
    assert_eq!(told, hear);
}
