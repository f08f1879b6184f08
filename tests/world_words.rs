//! Everything the engine says to a seat has words in both languages.

use std::collections::BTreeSet;
use std::sync::Arc;

use beistand::sim::Sim;
use beistand::view::{ClockState, outcome, preview, public_view, seat_view};
use beistand::vocab::{
    AdministrationId, AidDraft, AidKind, ContainmentOption, DAY, Pace, RequestId, Text,
};
use beistand::words::{Lang, Words};

/// Collects the keys of all texts in something, by the way texts are written out for debugging.
fn collect(keys: &mut BTreeSet<String>, written: &str) {
    for piece in written.split("Text { key: \"").skip(1) {
        let end = piece.find('"').expect("a key ends");
        keys.insert(piece[..end].to_owned());
    }
}

fn look(keys: &mut BTreeSet<String>, sim: &Sim, ended: bool) {
    let clock = ClockState {
        pace: Pace::Stopped,
        stopped_by: None,
        ended,
        briefed: true,
        round: None,
    };
    let public = Arc::new(public_view(sim, clock, 1));
    for index in 0..sim.scenario().administrations.len() {
        let seat = AdministrationId::from_index(index);
        let known = sim.known(seat);
        let end = ended.then(|| outcome(sim, seat));
        let view = seat_view(known, Arc::clone(&public), 1, end);
        for choice in &view.aid.choices {
            let service = choice.services.first().map(|(id, _)| *id);
            let (helper, _) = choice.partners[0];
            let draft = AidDraft {
                kind: choice.kind,
                helper,
                amount: 2,
                days: 5,
                service,
                skill: choice.skill,
            };
            collect(keys, &format!("{:?}", preview(known, &draft)));
        }
        collect(keys, &format!("{view:?}"));
    }
}

#[test]
fn whatever_is_shown_has_words() {
    let mut keys = BTreeSet::new();
    for seed in 1..4 {
        let scenario = beistand::scenario::load("einstieg", &[]).expect("the scenario is right");
        let start = scenario.start_ex;
        let mut sim = Sim::new(Arc::new(scenario));
        let pacts = &sim.scenario().pacts;
        let contract = pacts.iter().position(|pact| pact.id == "contract");
        let contract = contract.expect("every scenario has the usual phases");
        sim.reset(seed, 0, contract);
        sim.keep_courses();
        sim.advance_to(start);
        let (provider, county) = (AdministrationId(0), AdministrationId(1));
        let (town, helper) = (AdministrationId(2), AdministrationId(6));
        look(&mut keys, &sim, false);
        let ask = |kind| AidDraft {
            kind,
            helper,
            amount: 2,
            days: 5,
            service: None,
            skill: None,
        };
        for day in 1..30 {
            match day {
                1 => sim.order_containment(town, ContainmentOption::BlockRemoteAccess),
                2 => sim.call_crisis_staff(town),
                3 => sim.order_containment(provider, ContainmentOption::CutAllCustomers),
                4 => {
                    sim.request_aid(town, ask(AidKind::ItStaffOnSite));
                    sim.request_aid(town, ask(AidKind::LoanNotebooks));
                    sim.request_aid(town, ask(AidKind::RemoteWork));
                    sim.call_crisis_staff(county);
                }
                5 => {
                    sim.grant_aid(RequestId(0), 1);
                    sim.grant_aid(RequestId(1), 2);
                    sim.refuse_aid(RequestId(2), Text::new("reason-own_danger"));
                }
                9 => sim.recall_aid(RequestId(1), helper),
                10 => sim.order_containment(county, ContainmentOption::EmergencyShutdown),
                _ => {}
            }
            sim.advance_to(sim.now().after(DAY));
            look(&mut keys, &sim, false);
        }
        look(&mut keys, &sim, true);
    }
    assert!(keys.len() > 120, "only {} texts were seen", keys.len());
    for lang in [Lang::De, Lang::En] {
        let words = Words::new(lang);
        let missing: Vec<&String> = keys
            .iter()
            .filter(|key| *key != "local" && !words.knows(key))
            .collect();
        assert!(missing.is_empty(), "{lang:?}: {missing:?}");
    }
}

/// Returns the texts of a kind that the sources of the commands name.
fn named_in_commands(prefix: &str) -> BTreeSet<String> {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src/command");
    let mut named = BTreeSet::new();
    for entry in std::fs::read_dir(folder).expect("a folder").flatten() {
        let source = std::fs::read_to_string(entry.path()).expect("a source");
        let keys = source.split('"').filter(|piece| piece.starts_with(prefix));
        named.extend(keys.filter(|key| *key != prefix).map(str::to_owned));
    }
    named
}

#[test]
fn every_refusal_says_why_and_what_would_help() {
    let refusals = named_in_commands("refusal-");
    assert!(refusals.len() > 20, "{refusals:?}");
    for lang in [Lang::De, Lang::En] {
        let words = Words::new(lang);
        for refusal in &refusals {
            let help = refusal.replacen("refusal-", "help-", 1);
            assert!(words.knows(refusal), "{refusal} has no words in {lang:?}");
            assert!(words.knows(&help), "{help} has no words in {lang:?}");
        }
    }
}

#[test]
fn a_refusal_carries_its_help() {
    let scenario = beistand::scenario::load("einstieg", &[]).expect("the scenario is right");
    let mut sim = Sim::new(Arc::new(scenario));
    sim.reset(1, 0, 2);
    let command = beistand::command::Command::ReconnectProviderLink;
    let refusal = beistand::command::check(sim.known(AdministrationId(2)), &command)
        .expect_err("the line is open");
    assert_eq!(refusal.reason.key, "refusal-link-open");
    assert_eq!(
        refusal.remedy.expect("something helps").key,
        "help-link-open"
    );
}
