//! Legal clocks, and what helpers carry home.

use super::{at, begun, draft, einstieg, end, quiet_scenario, request_of};
use crate::scenario::Scenario;
use crate::sim::{OwedNotice, Sim};
use crate::vocab::{
    AdministrationId, AidKind, AidState, DAY, HOUR, NoticeDuty, RequestId, SimTime, SystemId,
};

fn owed(sim: &Sim, at: AdministrationId, duty: NoticeDuty) -> Option<OwedNotice> {
    let mut all = sim.known(at).notices().iter();
    all.find(|owed| owed.duty == duty).copied()
}

fn may_file(sim: &Sim, at: AdministrationId, duty: NoticeDuty) -> bool {
    owed(sim, at, duty).is_some_and(|owed| sim.known(at).may_file(&owed))
}

/// How often a log names a text.
fn logged(sim: &Sim, at: AdministrationId, key: &str) -> usize {
    let log = sim.known(at).log().iter();
    log.filter(|record| record.text.key == key).count()
}

/// Lets a provider find out that it is hit.
fn hit_provider(sim: &mut Sim) -> AdministrationId {
    let provider = at(sim, "datenhaus");
    while sim.known(provider).own_hit().is_none() {
        assert!(sim.advance_to_news(end(sim)), "it is never found");
    }
    provider
}

#[test]
fn clocks_begin_with_awareness_and_run_out() {
    let mut sim = begun(einstieg(), 1);
    let town = at(&sim, "06431002");
    let provider = hit_provider(&mut sim);
    let aware = sim.known(provider).own_hit().expect("it knows");
    let early = owed(&sim, provider, NoticeDuty::EarlyWarning).expect("it is under NIS 2");
    assert_eq!((early.since, early.due), (aware, aware.after(DAY)));
    let report = owed(&sim, provider, NoticeDuty::Notification).expect("it is under NIS 2");
    assert_eq!(report.due, aware.after(3 * DAY));
    // The town is not under NIS 2, and knows of no breach before its processor tells it.
    assert!(sim.known(town).notices().is_empty());
    sim.notify_customers(provider);
    while sim.known(town).provider_hit().is_none() {
        assert!(sim.advance_to_news(end(&sim)));
    }
    let told = sim.known(town).provider_hit().expect("it was told");
    let [notice] = sim.known(town).notices() else {
        panic!("one report: {:?}", sim.known(town).notices());
    };
    assert_eq!(notice.duty, NoticeDuty::DataProtection);
    assert_eq!((notice.since, notice.due), (told, told.after(72 * HOUR)));

    // Reminded once, then late by a minute.
    sim.advance_to(notice.due);
    assert_eq!(logged(&sim, town, "log-notice-reminder"), 1);
    assert_eq!(logged(&sim, town, "log-notice-missed"), 0);
    let due = sim.known(town).notices()[0].due;
    sim.advance_to(due.after(1));
    assert_eq!(logged(&sim, town, "log-notice-missed"), 1);
    assert!(sim.known(town).log().last().expect("an entry").alarm);
}

#[test]
fn who_reports_in_time_hears_no_more_of_it() {
    let mut sim = begun(einstieg(), 1);
    let provider = hit_provider(&mut sim);
    let aware = sim.now();
    assert!(owed(&sim, provider, NoticeDuty::FinalReport).is_none());
    assert!(!may_file(&sim, provider, NoticeDuty::FinalReport));
    sim.advance_to(aware.after(2 * HOUR));
    for duty in [
        NoticeDuty::DataProtection,
        NoticeDuty::EarlyWarning,
        NoticeDuty::Notification,
    ] {
        assert!(may_file(&sim, provider, duty));
        sim.file_notice(provider, duty);
        assert!(!may_file(&sim, provider, duty), "once is enough");
    }
    // The last one counts from the notification, and needs something to say.
    let last = owed(&sim, provider, NoticeDuty::FinalReport).expect("it follows");
    assert_eq!(last.due, aware.after(2 * HOUR).after(30 * DAY));
    sim.advance_to(aware.after(4 * DAY));
    assert_eq!(logged(&sim, provider, "log-notice-missed"), 0);
    assert_eq!(logged(&sim, provider, "log-notice-reminder"), 0);
    sim.advance_to(SimTime(last.due.0 - 3 * DAY));
    assert!(may_file(&sim, provider, NoticeDuty::FinalReport));
    sim.file_notice(provider, NoticeDuty::FinalReport);
    sim.advance_to(last.due.after(DAY));
    assert_eq!(logged(&sim, provider, "log-notice-missed"), 0);
}

#[test]
fn a_scenario_says_who_owes_reports() {
    let mut scenario = einstieg();
    for administration in &mut scenario.administrations {
        administration.data_protection = false;
        administration.nis2 = false;
    }
    let mut sim = begun(scenario, 1);
    let provider = hit_provider(&mut sim);
    assert!(sim.known(provider).notices().is_empty());
}

/// A town whose network is the actor's is helped on site by a neighbour, whose people then go home.
fn helped(share: f64, pact: &str, rule_at: Option<&str>) -> (Sim, RequestId, SystemId) {
    let mut scenario: Scenario = quiet_scenario();
    scenario.parameters.carry_home_share = share;
    scenario.default_pact = pact.to_owned();
    let mut sim = begun(scenario, 1);
    let (asks, helps) = (at(&sim, "06431015"), at(&sim, "06431002"));
    let workplaces = |sim: &Sim, of: AdministrationId| {
        sim.plan.administrations[of.index()]
            .workplaces
            .expect("it has some")
    };
    let infected = workplaces(&sim, asks);
    sim.with_kernel(|kernel| kernel.compromise(infected.0));
    if let Some(id) = rule_at {
        let place = at(&sim, id);
        sim.require_clean_devices(place);
    }
    let id = super::lend(&mut sim, asks, draft(helps, AidKind::ItStaffOnSite, 1));
    while request_of(&sim, id).state != AidState::Returned {
        assert!(sim.advance_to_news(end(&sim)), "nobody comes home");
    }
    let home = workplaces(&sim, helps);
    (sim, id, home)
}

#[test]
fn devices_carry_the_attack_home_unless_a_rule_keeps_them_away() {
    let is_held = |sim: &Sim, home: SystemId| {
        sim.columns().systems[home.index()]
            .condition
            .is_infectious()
    };
    let (sim, id, home) = helped(1.0, "loi", None);
    assert!(request_of(&sim, id).on_held_ground);
    assert_eq!(
        request_of(&sim, id).carried_home,
        request_of(&sim, id).ended
    );
    assert!(is_held(&sim, home));
    // Nobody there knows of it yet.
    let helps = at(&sim, "06431002");
    assert!(sim.known(helps).own_hit().is_none());
    for (share, pact, rule_at) in [
        (0.0, "loi", None),
        (1.0, "contract", None),
        (1.0, "loi", Some("06431015")),
        (1.0, "loi", Some("06431002")),
    ] {
        let (sim, id, home) = helped(share, pact, rule_at);
        let request = request_of(&sim, id);
        assert!(request.on_held_ground, "{pact} {rule_at:?}");
        assert_eq!(request.carried_home, None, "{share} {pact} {rule_at:?}");
        assert!(!is_held(&sim, home));
    }
}
