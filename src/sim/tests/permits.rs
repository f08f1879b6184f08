//! Permits as gates, what waiting for them costs, and what the account says of the clauses.

use super::{at, begun, body, draft, end, lend, quiet_scenario, request_of};
use crate::scenario::{Dist, PermitFrom, Scenario, ServicePermit};
use crate::sim::entities::{CrisisStaff, Permits};
use crate::sim::{ClauseMetrics, KnownPermit, Sim};
use crate::vocab::{
    AdministrationId, AidDraft, AidKind, AidState, DAY, HOUR, RequestId, ServiceId, SimTime, Text,
    WaitCause,
};

/// A quiet world in which the permit for identity papers takes so many days from the crisis staff on.
fn world(pact: &str, permit_days: u32) -> Sim {
    let mut scenario: Scenario = quiet_scenario();
    let papers = scenario.services.iter_mut().find(|of| of.id == "ausweis");
    papers.unwrap().permit = Some(ServicePermit {
        takes: Dist::Fixed(f64::from(permit_days * DAY)),
        from: PermitFrom::CrisisStaff,
    });
    scenario.default_pact = pact.to_owned();
    begun(scenario, 1)
}

fn papers(sim: &Sim, at: AdministrationId) -> ServiceId {
    let mut services = sim.plan.administrations[at.index()].services.clone();
    let found = services.find(|id| {
        sim.scenario().services[sim.plan.services[*id as usize].template].id == "ausweis"
    });
    ServiceId(found.unwrap())
}

/// Asks for two desks for identity papers; they are granted within the hour.
fn desks(sim: &mut Sim) -> RequestId {
    let (lorsch, town) = (at(sim, "06431016"), at(sim, "06431011"));
    let service = Some(papers(sim, lorsch));
    let kind = AidKind::ItWorkplaces;
    lend(
        sim,
        lorsch,
        AidDraft {
            service,
            ..draft(town, kind, 2)
        },
    )
}

fn clause(sim: &Sim, id: &str) -> ClauseMetrics {
    let position = sim.scenario().clauses.iter().position(|of| of.id == id);
    sim.clause_metrics()[position.unwrap()]
}

#[test]
fn desks_wait_for_the_permit_and_begin_some_days_after_it() {
    let mut sim = world("none", 10);
    let lorsch = at(&sim, "06431016");
    sim.call_crisis_staff(lorsch);
    let id = desks(&mut sim);
    sim.advance_to(SimTime(9 * DAY));
    let service = papers(&sim, lorsch);
    let (asked, there) = body::<Permits>(&sim, lorsch).of(service).unwrap();
    assert_eq!(Some(asked), body::<CrisisStaff>(&sim, lorsch).met);
    assert_eq!(there, asked.after(10 * DAY));
    let waiting = request_of(&sim, id);
    assert_eq!(waiting.at_gate(), Some(WaitCause::Permit));
    assert_eq!(waiting.why(), Some(Text::new("waits-permit")));
    sim.advance_to(there.after(1));
    assert_eq!(request_of(&sim, id).at_gate(), Some(WaitCause::Start));
    sim.advance_to(end(&sim));
    let request = request_of(&sim, id);
    let at_work = request.at_work.unwrap();
    assert!(at_work > there);
    let arrived = request.arrived.unwrap();
    let waited = |cause: WaitCause| request.waited[cause as usize];
    assert_eq!(waited(WaitCause::Permit), there.since(arrived));
    assert_eq!(waited(WaitCause::Start), at_work.since(there));
    assert_eq!(waited(WaitCause::Answer), HOUR);
    // Every minute from asking to work is accounted for.
    let all: u32 = request.waited.iter().sum();
    assert_eq!(all, at_work.since(request.requested));
    // Whoever came before the permit has used up days of the time agreed.
    let calendar = sim.calendar();
    assert_eq!(
        request.ended,
        Some(calendar.after_working_days(arrived, 10))
    );
    assert!(clause(&sim, "permits_held").missing == 1);
    assert_eq!(clause(&sim, "notebook_pool").missing, 0);
}

#[test]
fn help_that_comes_long_before_the_permit_goes_home_unused() {
    let mut sim = world("none", 60);
    let (lorsch, town) = (at(&sim, "06431016"), at(&sim, "06431011"));
    sim.call_crisis_staff(lorsch);
    let id = desks(&mut sim);
    assert!(sim.columns().workplaces[town.index()].given_share > 0.0);
    sim.advance_to(end(&sim));
    let request = request_of(&sim, id);
    assert_eq!((request.state, request.at_work), (AidState::Returned, None));
    assert_eq!(request.reason, Some(Text::new("days-used-up")));
    let arrived = request.arrived.unwrap();
    let days_end = sim.calendar().after_working_days(arrived, 10);
    assert_eq!(request.ended, Some(days_end));
    assert_eq!(sim.columns().workplaces[town.index()].given_share, 0.0);
    let lorsch_papers = papers(&sim, lorsch).index();
    assert_eq!(sim.columns().services.state[lorsch_papers].guest_desks, 0.0);
}

#[test]
fn a_permit_held_beforehand_opens_the_gate() {
    let mut sim = world("contract", 60);
    let lorsch = at(&sim, "06431016");
    sim.call_crisis_staff(lorsch);
    let id = desks(&mut sim);
    sim.advance_to(SimTime(5 * DAY));
    let request = request_of(&sim, id);
    assert_eq!(request.state, AidState::AtWork);
    assert_eq!(request.waited[WaitCause::Permit as usize], 0);
    assert_eq!(body::<Permits>(&sim, lorsch).0, []);
    let service = papers(&sim, lorsch);
    assert_eq!(sim.known(lorsch).permit(service), KnownPermit::Held);
    assert_eq!(clause(&sim, "permits_held").missing, 0);
}

#[test]
fn a_permit_held_beforehand_counts_at_a_helper_outside_the_pact_too() {
    let mut scenario = quiet_scenario();
    let papers = scenario.services.iter_mut().find(|of| of.id == "ausweis");
    papers.unwrap().permit = Some(ServicePermit {
        takes: Dist::Fixed(f64::from(60 * DAY)),
        from: PermitFrom::CrisisStaff,
    });
    let outside = scenario
        .administrations
        .iter()
        .position(|of| of.id == "06431011");
    scenario.default_pact = "contract".to_owned();
    for pact in &mut scenario.pacts {
        let all = 0..scenario.administrations.len();
        pact.members = Some(all.filter(|of| Some(*of) != outside).collect());
    }
    let mut sim = begun(scenario, 1);
    let lorsch = at(&sim, "06431016");
    sim.call_crisis_staff(lorsch);
    let id = desks(&mut sim);
    sim.advance_to(SimTime(12 * DAY));
    let request = request_of(&sim, id);
    assert_eq!(request.waited[WaitCause::Permit as usize], 0);
    assert!(request.at_work.is_some());
}

#[test]
fn a_permit_can_be_asked_for_early_and_once() {
    let mut sim = world("none", 4);
    let (lorsch, town) = (at(&sim, "06431016"), at(&sim, "06431011"));
    let service = papers(&sim, lorsch);
    assert_eq!(sim.known(lorsch).permit(service), KnownPermit::NotAsked);
    assert_eq!(sim.known(town).permit(service), KnownPermit::NotNeeded);
    sim.advance_to(SimTime(DAY));
    sim.ask_for_permit(service);
    let there = SimTime(5 * DAY);
    assert_eq!(
        sim.known(lorsch).permit(service),
        KnownPermit::Asked(there, there)
    );
    // The crisis staff does not ask a second time.
    sim.call_crisis_staff(lorsch);
    let before = sim.known(lorsch).log().len();
    sim.advance_to(there);
    let told = Text::new("log-permit-there").text("service", Text::new("service-ausweis"));
    let known = sim.known(lorsch);
    let heard = known.log()[before..].iter().filter(|of| of.text == told);
    assert_eq!(heard.count(), 1);
    assert_eq!(known.permit(service), KnownPermit::There(there));
    sim.reset(1, 0, 0);
    assert_eq!(body::<Permits>(&sim, lorsch).0, []);
}

#[test]
fn a_late_answer_breaks_the_promise_and_waiting_binds_its_clause() {
    let late = |days: u32| {
        let mut sim = world("contract", 1);
        let (lorsch, town) = (at(&sim, "06431016"), at(&sim, "06431011"));
        let id = sim.request_aid(lorsch, draft(town, AidKind::ItStaffOnSite, 1));
        sim.advance_to(SimTime(days * DAY + HOUR));
        sim.grant_aid(id, 1);
        sim.advance_to(SimTime((days + 2) * DAY));
        let at_work = request_of(&sim, id).at_work.unwrap();
        let response_times = clause(&sim, "response_times");
        assert!(response_times.in_force);
        assert_eq!(response_times.binding_minutes, u64::from(at_work.0));
        assert_eq!(clause(&sim, "assistance_by_law").binding_minutes, 0);
        response_times.broken
    };
    assert_eq!(late(0), 0);
    assert_eq!(late(3), 1);
    // The law promises nothing; a contract would have been quicker.
    let mut sim = world("none", 1);
    let (lorsch, town) = (at(&sim, "06431016"), at(&sim, "06431011"));
    lend(&mut sim, lorsch, draft(town, AidKind::ItStaffOnSite, 1));
    sim.advance_to(SimTime(20 * DAY));
    let law = clause(&sim, "assistance_by_law");
    assert!(law.binding_minutes > u64::from(3 * DAY) && law.broken == 0);
    let contract = clause(&sim, "response_times");
    assert_eq!((contract.in_force, contract.missing), (false, 1));
    assert_eq!(contract.binding_minutes, 0);
}

#[test]
fn a_small_pool_is_missed_by_whoever_got_too_few() {
    let short = |amount: u32| {
        let mut sim = world("none", 1);
        let (lorsch, town) = (at(&sim, "06431016"), at(&sim, "06431011"));
        let id = sim.request_aid(lorsch, draft(town, AidKind::LoanNotebooks, 2));
        sim.advance_to(SimTime(HOUR));
        sim.grant_aid(id, amount);
        clause(&sim, "large_notebook_pool").missing
    };
    assert_eq!(short(2), 0);
    assert_eq!(short(1), 1);
}
