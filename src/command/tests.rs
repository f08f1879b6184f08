//! What may be ordered, and what is refused.

use std::sync::Arc;

use super::{Command, check};
use crate::scenario::{AdministrationKind, Scenario, load};
use crate::sim::Sim;
use crate::vocab::{AdministrationId, AidDraft, AidKind, ContainmentOption, DAY, Text};

/// A world in which nobody attacks.
fn quiet() -> Scenario {
    let mut scenario = load("einstieg", &[]).unwrap();
    scenario.attack.entry.clear();
    scenario.attack.phases.clear();
    scenario.notices.clear();
    scenario
}

fn begun(scenario: Scenario) -> Sim {
    let mut sim = Sim::new(Arc::new(scenario));
    sim.reset(1, 0, 2);
    let start = sim.scenario().start_ex;
    sim.advance_to(start);
    sim
}

fn at(sim: &Sim, id: &str) -> AdministrationId {
    let all = &sim.scenario().administrations;
    AdministrationId::from_index(all.iter().position(|other| other.id == id).unwrap())
}

/// The key of the refusal, or nothing if the seat may.
fn refusal(sim: &Sim, seat: AdministrationId, command: &Command) -> Option<String> {
    let refusal = check(sim.known(seat), command).err()?;
    Some(refusal.reason.key.into_owned())
}

fn order(sim: &mut Sim, seat: AdministrationId, option: ContainmentOption) {
    sim.order_containment(seat, option);
    sim.advance_to(sim.now().after(DAY));
}

#[test]
fn the_way_back_from_a_cut_by_the_provider_begins_with_the_own_clearance() {
    let mut sim = begun(quiet());
    let lorsch = at(&sim, "06431016");
    let reconnect = Command::ReconnectProviderLink;
    order(&mut sim, lorsch, ContainmentOption::CutProviderLink);
    assert_eq!(
        refusal(&sim, lorsch, &reconnect),
        None,
        "nobody was attacked"
    );
    order(
        &mut sim,
        AdministrationId(0),
        ContainmentOption::CutAllCustomers,
    );
    assert_eq!(
        refusal(&sim, lorsch, &reconnect).as_deref(),
        Some("refusal-own-side-not-cleared")
    );
}

#[test]
fn a_customer_may_cut_its_side_of_a_link_that_the_provider_cut() {
    let mut sim = begun(quiet());
    let lorsch = at(&sim, "06431016");
    let cut = Command::Contain(ContainmentOption::CutProviderLink);
    order(
        &mut sim,
        AdministrationId(0),
        ContainmentOption::CutAllCustomers,
    );
    assert_eq!(refusal(&sim, lorsch, &cut), None);
    order(&mut sim, lorsch, ContainmentOption::CutProviderLink);
    assert_eq!(
        refusal(&sim, lorsch, &cut).as_deref(),
        Some("refusal-link-already-cut")
    );
}

#[test]
fn people_talk_to_other_seats_for_which_somebody_acts_each_once() {
    let mut scenario = quiet();
    let mut empty = scenario.administrations.last().unwrap().clone();
    empty.id = "empty".to_owned();
    empty.kind = AdministrationKind::Municipality;
    (empty.kit, empty.seat) = (None, None);
    scenario.administrations.push(empty);
    let sim = begun(scenario);
    let (lorsch, town) = (at(&sim, "06431016"), at(&sim, "06431011"));
    let talk = |with: &[AdministrationId]| {
        let about = "Wer kommt morgen?".to_owned();
        let with = with.to_vec();
        refusal(&sim, lorsch, &Command::TableTalk { with, about })
    };
    assert_eq!(talk(&[town]), None);
    let beyond = AdministrationId::from_index(sim.scenario().administrations.len());
    let nobody = [at(&sim, "empty"), beyond].map(|other| vec![town, other]);
    for with in [vec![], vec![lorsch], vec![town, town]]
        .iter()
        .chain(&nobody)
    {
        assert_eq!(talk(with).as_deref(), Some("refusal-talk-to-nobody"));
    }
}

#[test]
fn what_cannot_be_ordered_is_refused_with_its_reason() {
    use ContainmentOption as Option_;
    let mut sim = begun(quiet());
    let (provider, lorsch) = (AdministrationId(0), at(&sim, "06431016"));
    let (town, state) = (at(&sim, "06431011"), at(&sim, "landesteam"));
    let no = |sim: &Sim, seat, option| refusal(sim, seat, &Command::Contain(option));
    for option in ContainmentOption::ALL {
        let reason = no(&sim, lorsch, *option);
        let expected = match option {
            Option_::CutAllCustomers => Some("refusal-no-customers"),
            Option_::Watch => Some("refusal-not-an-order"),
            _ => None,
        };
        assert_eq!(reason.as_deref(), expected, "{option:?}");
    }
    assert_eq!(no(&sim, provider, Option_::CutAllCustomers), None);
    for (seat, option, reason) in [
        (town, Option_::CutProviderLink, "refusal-no-provider-link"),
        (town, Option_::BlockRemoteAccess, "refusal-no-provider-link"),
        (
            state,
            Option_::EmergencyShutdown,
            "refusal-nothing-to-shut-down",
        ),
        (state, Option_::LockAccounts, "refusal-nothing-to-shut-down"),
        (state, Option_::BackupsOffline, "refusal-no-backups"),
        (state, Option_::BlockInternet, "refusal-no-internet"),
    ] {
        assert_eq!(no(&sim, seat, option).as_deref(), Some(reason));
    }
    for option in crate::sim::LIFTABLE {
        let lift = Command::Lift(option);
        assert_eq!(
            refusal(&sim, lorsch, &lift).as_deref(),
            Some("refusal-not-in-force")
        );
        sim.order_containment(lorsch, option);
        assert_eq!(
            no(&sim, lorsch, option).as_deref(),
            Some("refusal-already-ordered")
        );
        sim.advance_to(sim.now().after(DAY));
        assert_eq!(
            no(&sim, lorsch, option).as_deref(),
            Some("refusal-already-ordered")
        );
        assert_eq!(refusal(&sim, lorsch, &lift), None, "nobody was attacked");
        sim.lift(lorsch, option);
        assert_eq!(no(&sim, lorsch, option), None);
    }
    order(&mut sim, lorsch, Option_::BackupsOffline);
    order(&mut sim, lorsch, Option_::EmergencyShutdown);
    assert_eq!(
        no(&sim, lorsch, Option_::EmergencyShutdown).as_deref(),
        Some("refusal-already-shut-down")
    );
    let lift = Command::Lift(Option_::BackupsOffline);
    assert_eq!(
        refusal(&sim, lorsch, &lift).as_deref(),
        Some("refusal-own-side-not-cleared")
    );
}

#[test]
fn a_suspected_provider_keeps_measures_in_force() {
    let mut sim = begun(load("einstieg", &[]).unwrap());
    let lorsch = at(&sim, "06431016");
    sim.order_containment(lorsch, ContainmentOption::BackupsOffline);
    sim.advance_to(sim.now().after(2 * 60));
    assert!(sim.known(lorsch).provider_suspected().is_some());
    let lift = Command::Lift(ContainmentOption::BackupsOffline);
    assert_eq!(
        refusal(&sim, lorsch, &lift).as_deref(),
        Some("refusal-provider-not-cleared")
    );
}

#[test]
fn a_measure_beside_the_question_leaves_it_open() {
    use crate::sim::DecisionKind;
    use crate::vocab::Decider;
    let mut sim = begun(load("einstieg", &[]).unwrap());
    let lorsch = at(&sim, "06431016");
    sim.advance_to(sim.now().after(2 * 60));
    let asked = |sim: &Sim| {
        let decisions = sim.known(lorsch).decisions();
        decisions
            .iter()
            .find(|decision| decision.kind == DecisionKind::ProviderLink)
            .map(|decision| decision.id)
    };
    let record = |sim: &mut Sim, option| {
        let command = Command::RecordDecision {
            decision: asked(sim).unwrap(),
            decider: Decider::Head,
            choice: Some(Box::new(Command::Contain(option))),
            reason: "so".to_owned(),
            revisit_when: String::new(),
            agreed_with: Vec::new(),
        };
        let permit = check(sim.known(lorsch), &command).unwrap();
        super::apply(permit, lorsch, &command, sim);
    };
    record(&mut sim, ContainmentOption::BackupsOffline);
    assert!(
        sim.known(lorsch)
            .is_ordered(ContainmentOption::BackupsOffline)
    );
    assert!(asked(&sim).is_some());
    record(&mut sim, ContainmentOption::BlockRemoteAccess);
    assert!(asked(&sim).is_none());
}

#[test]
fn only_open_work_changes_places_and_only_within_the_order() {
    let mut sim = begun(quiet());
    let town = at(&sim, "06431016");
    let other = at(&sim, "06431002");
    sim.call_crisis_staff(town);
    sim.order_containment(town, ContainmentOption::EmergencyShutdown);
    for _ in 0..60 {
        sim.advance_to(sim.now().after(DAY));
        if sim.known(town).queue().len() > 2 {
            break;
        }
    }
    let queue = sim.known(town).queue().to_vec();
    let (first, last) = (queue[0], *queue.last().unwrap());
    let moved = |seat, order, up| refusal(&sim, seat, &Command::MoveOrder { order, up });
    assert_eq!(
        moved(town, first, true).as_deref(),
        Some("refusal-order-is-first")
    );
    assert_eq!(moved(town, first, false), None);
    assert_eq!(
        moved(town, last, false).as_deref(),
        Some("refusal-order-is-last")
    );
    assert_eq!(moved(town, last, true), None);
    let arranged = |seat, queue: &[u32]| {
        let queue = queue.to_vec();
        refusal(&sim, seat, &Command::ArrangeWork { queue })
    };
    let backwards: Vec<u32> = queue.iter().rev().copied().collect();
    assert_eq!(arranged(town, &backwards), None);
    for wrong in [&queue[1..], &[queue.clone(), vec![first]].concat()] {
        assert_eq!(
            arranged(town, wrong).as_deref(),
            Some("refusal-order-not-open")
        );
    }
    assert!(arranged(other, &queue).is_some());
    // Nobody moves the work of others, nor an examination.
    for (seat, order) in [(other, first), (town, 0)] {
        assert_eq!(
            moved(seat, order, true).as_deref(),
            Some("refusal-order-not-open")
        );
    }
}

#[test]
fn a_permit_is_asked_for_once_where_one_is_needed_and_not_held() {
    let mut sim = begun(quiet());
    let (lorsch, other) = (at(&sim, "06431016"), at(&sim, "06431002"));
    let service = |sim: &Sim, seat, id: &str| {
        let found = sim.known(seat).services().find(|own| own.template.id == id);
        found.unwrap().id
    };
    let papers = service(&sim, lorsch, "ausweis");
    let ask = Command::AskForPermit(papers);
    let no = |sim: &Sim, seat, of: &Command| refusal(sim, seat, of);
    assert_eq!(
        no(&sim, lorsch, &ask).as_deref(),
        Some("refusal-permit-held"),
        "the contract holds it"
    );
    sim.reset(1, 0, 0);
    assert_eq!(no(&sim, lorsch, &ask), None);
    assert_eq!(
        no(&sim, other, &ask).as_deref(),
        Some("refusal-permit-not-needed"),
        "it is not theirs"
    );
    let needs_none = Command::AskForPermit(service(&sim, lorsch, "meldewesen"));
    assert_eq!(
        no(&sim, lorsch, &needs_none).as_deref(),
        Some("refusal-permit-not-needed")
    );
    let permit = check(sim.known(lorsch), &ask).unwrap();
    super::apply(permit, lorsch, &ask, &mut sim);
    let written = sim.known(lorsch).log().last().map(|of| of.text.key.clone());
    assert_eq!(written.as_deref(), Some("act-ask_for_permit"));
    assert_eq!(
        no(&sim, lorsch, &ask).as_deref(),
        Some("refusal-permit-asked")
    );
    sim.advance_to(sim.now().after(60 * DAY));
    assert_eq!(
        no(&sim, lorsch, &ask).as_deref(),
        Some("refusal-permit-there")
    );
}

#[test]
fn a_provider_tells_its_customers_once_and_only_what_it_knows() {
    let mut sim = begun(load("einstieg", &[]).unwrap());
    let (provider, lorsch) = (AdministrationId(0), at(&sim, "06431016"));
    let notify = Command::NotifyCustomers;
    let says = |sim: &Sim, seat| refusal(sim, seat, &notify);
    let nothing = Some("refusal-nothing-to-tell".to_owned());
    assert_eq!(says(&sim, provider), nothing);
    let nobody = Some("refusal-no-customers-to-tell".to_owned());
    assert_eq!(says(&sim, lorsch), nobody);
    while sim.known(provider).provider_hit().is_none() {
        sim.advance_to(sim.now().after(60));
    }
    let permit = check(sim.known(provider), &notify).unwrap();
    super::apply(permit, provider, &notify, &mut sim);
    assert!(sim.known(provider).customers_told().is_some());
    assert_eq!(
        says(&sim, provider),
        Some("refusal-already-told".to_owned())
    );
    let log = sim.known(provider);
    let acts = log.log().iter().map(|record| record.text.key.as_ref());
    assert_eq!(acts.filter(|key| *key == "act-notify_customers").count(), 1);
}

#[test]
fn a_line_to_a_customer_is_cut_once_and_opened_with_clearance_or_in_so_many_words() {
    let mut sim = begun(quiet());
    let (provider, lorsch) = (AdministrationId(0), at(&sim, "06431016"));
    let helper = at(&sim, "06431011");
    let cut = Command::CutCustomer(lorsch);
    let admit = |without_clearance| Command::AdmitCustomer {
        customer: lorsch,
        without_clearance,
    };
    let says = |sim: &Sim, command: &Command| refusal(sim, provider, command);
    let stranger = Command::CutCustomer(helper);
    assert_eq!(
        says(&sim, &stranger).as_deref(),
        Some("refusal-not-a-customer")
    );
    let open = Some("refusal-customer-not-cut");
    assert_eq!(says(&sim, &admit(true)).as_deref(), open);
    // What the customer cut itself is not the provider's to open.
    order(&mut sim, lorsch, ContainmentOption::CutProviderLink);
    assert_eq!(says(&sim, &admit(true)).as_deref(), open);
    assert_eq!(says(&sim, &cut), None);
    sim.cut_customer(provider, lorsch);
    let ordered = Some("refusal-already-ordered");
    assert_eq!(says(&sim, &cut).as_deref(), ordered);
    sim.advance_to(sim.now().after(DAY));
    assert_eq!(says(&sim, &cut).as_deref(), Some("refusal-customer-cut"));
    assert_eq!(says(&sim, &admit(false)), None);
    // The provider has to be examined: it is not sure of itself.
    order(&mut sim, provider, ContainmentOption::EmergencyShutdown);
    let unclear = Some("refusal-customer-not-cleared");
    assert_eq!(says(&sim, &admit(false)).as_deref(), unclear);
    assert_eq!(says(&sim, &admit(true)), None);
}

#[test]
fn a_payment_file_is_secured_once_by_whoever_pays() {
    let mut sim = begun(quiet());
    let county = at(&sim, "06431");
    let secure = Command::SecurePayFile;
    let nobody = refusal(&sim, AdministrationId(0), &secure);
    assert_eq!(nobody.as_deref(), Some("refusal-nothing-to-pay"));
    let permit = check(sim.known(county), &secure).unwrap();
    super::apply(permit, county, &secure, &mut sim);
    assert!(sim.known(county).pay_file().0.is_some());
    let again = refusal(&sim, county, &secure);
    assert_eq!(again.as_deref(), Some("refusal-already-ordered"));
}

#[test]
fn an_island_is_ordered_once_after_the_crisis_staff_met() {
    let mut sim = begun(quiet());
    let county = at(&sim, "06431");
    let island = Command::SetUpIsland;
    let early = refusal(&sim, county, &island);
    assert_eq!(early.as_deref(), Some("refusal-crisis-staff-not-met"));
    sim.call_crisis_staff(county);
    sim.advance_to(sim.now().after(20 * crate::vocab::DAY));
    let idle = refusal(&sim, county, &island);
    assert_eq!(idle.as_deref(), Some("refusal-island-not-needed"));
    sim.set_up_island(county);
    let again = refusal(&sim, county, &island);
    assert_eq!(again.as_deref(), Some("refusal-already-ordered"));
}

#[test]
fn lines_are_cut_and_opened_to_customers_only() {
    let sim = begun(quiet());
    let provider = AdministrationId(0);
    let customers = sim.known(provider).customers();
    let all = (0..sim.scenario().administrations.len()).map(AdministrationId::from_index);
    for other in all {
        let commands = [
            Command::CutCustomer(other),
            Command::PlaceCustomer {
                customer: other,
                place: 0,
            },
            Command::AdmitCustomer {
                customer: other,
                without_clearance: true,
            },
        ];
        for command in commands {
            let is_stranger =
                refusal(&sim, provider, &command).as_deref() == Some("refusal-not-a-customer");
            assert_eq!(is_stranger, !customers.contains(&other), "{command:?}");
        }
    }
}

#[test]
fn a_customer_is_put_at_another_place_among_all() {
    let mut sim = begun(quiet());
    let provider = AdministrationId(0);
    let usual = sim.known(provider).customers_in_order();
    let to = |place: usize| Command::PlaceCustomer {
        customer: usual[1],
        place: place as u32,
    };
    let is_there = Some("refusal-customer-is-there");
    let says = |sim: &Sim, place| refusal(sim, provider, &to(place));
    assert_eq!(says(&sim, 1).as_deref(), is_there);
    assert_eq!(
        says(&sim, usual.len()).as_deref(),
        is_there,
        "no such place"
    );
    assert_eq!(says(&sim, usual.len() - 1), None);
    let permit = check(sim.known(provider), &to(0)).expect("it may");
    super::apply(permit, provider, &to(0), &mut sim);
    let now = sim.known(provider).customers_in_order();
    assert_eq!(now[..2], [usual[1], usual[0]]);
    assert_eq!(now[2..], usual[2..]);
    assert_eq!(says(&sim, 0).as_deref(), is_there);
}

#[test]
fn the_same_help_is_asked_for_once_and_other_help_beside_it() {
    let mut sim = begun(quiet());
    let (lorsch, town) = (at(&sim, "06431016"), at(&sim, "06431011"));
    let ask = |helper, kind, service, skill| {
        Command::RequestAid(AidDraft {
            kind,
            helper,
            amount: 1,
            days: 5,
            service,
            skill,
        })
    };
    let services: Vec<_> = sim
        .known(lorsch)
        .services()
        .filter(|own| own.template.at_neighbour)
        .map(|own| own.id)
        .collect();
    let (papers, other) = (Some(services[0]), Some(services[1]));
    let desks = ask(town, AidKind::ItWorkplaces, papers, None);
    assert_eq!(refusal(&sim, lorsch, &desks), None);
    let Command::RequestAid(draft) = &desks else {
        unreachable!("it asks for aid")
    };
    let id = sim.request_aid(lorsch, draft.clone());
    let already = Some("refusal-aid-already-asked");
    assert_eq!(refusal(&sim, lorsch, &desks).as_deref(), already);
    let elsewhere = (0..sim.scenario().administrations.len())
        .map(AdministrationId::from_index)
        .find(|who| *who != town && sim.known(lorsch).may_give(*who, AidKind::ItWorkplaces));
    for beside in [
        ask(elsewhere.unwrap(), AidKind::ItWorkplaces, papers, None),
        ask(town, AidKind::ItWorkplaces, other, None),
        ask(town, AidKind::ItStaffOnSite, None, None),
    ] {
        let said = refusal(&sim, lorsch, &beside);
        assert_ne!(said.as_deref(), already, "{beside:?}");
    }
    // Refused, it may be asked for again.
    sim.advance_to(sim.now().after(DAY));
    sim.refuse_aid(id, Text::new("reason-no_capacity"));
    assert_ne!(refusal(&sim, lorsch, &desks).as_deref(), already);
}

#[test]
fn desks_are_asked_for_own_services_that_can_be_done_elsewhere_only() {
    let sim = begun(quiet());
    let (lorsch, town) = (at(&sim, "06431016"), at(&sim, "06431011"));
    let said = |service| {
        let draft = AidDraft {
            kind: AidKind::ItWorkplaces,
            helper: town,
            amount: 1,
            days: 5,
            service: Some(service),
            skill: None,
        };
        refusal(&sim, lorsch, &Command::RequestAid(draft))
    };
    let of = |seat, elsewhere: bool| {
        let mut services = sim.known(seat).services();
        let found = services.find(|own| own.template.at_neighbour == elsewhere);
        found.expect("there is one of each").id
    };
    let no = Some("refusal-aid-service-not-at-neighbour");
    assert_eq!(said(of(lorsch, true)), None);
    assert_eq!(said(of(lorsch, false)).as_deref(), no);
    assert_eq!(said(of(town, true)).as_deref(), no);
}

#[test]
fn help_is_asked_for_as_many_days_as_are_agreed() {
    let refusal_under = |agreed: u32, days: u32| {
        let mut scenario = quiet();
        for pact in &mut scenario.pacts {
            pact.terms.days_max = agreed;
        }
        let sim = begun(scenario);
        let request = Command::RequestAid(AidDraft {
            kind: AidKind::ItStaffOnSite,
            helper: at(&sim, "06431011"),
            amount: 1,
            days,
            service: None,
            skill: None,
        });
        refusal(&sim, at(&sim, "06431016"), &request)
    };
    assert_eq!(refusal_under(20, 20), None);
    for (agreed, days) in [(20, 21), (5, 6), (20, 0), (0, 1)] {
        let refused = refusal_under(agreed, days);
        assert_eq!(refused.as_deref(), Some("refusal-aid-days"), "{days}");
    }
}
