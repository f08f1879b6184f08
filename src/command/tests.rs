//! What may be ordered, and what is refused.

use std::sync::Arc;

use super::{Command, check};
use crate::scenario::{Scenario, load};
use crate::sim::Sim;
use crate::vocab::{AdministrationId, ContainmentOption, DAY};

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
    Some(refusal.reason.key)
}

fn order(sim: &mut Sim, seat: AdministrationId, option: ContainmentOption) {
    sim.order_containment(seat, option);
    sim.advance_to(sim.now().after(DAY));
}

#[test]
fn a_link_that_the_provider_cut_opens_only_when_it_is_released() {
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
        Some("refusal-provider-not-cleared")
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
