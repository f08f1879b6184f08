//! Laws of recovery: effort by size, hands, devices that work on a line of their own, relapses.

use super::*;
use crate::sim::entities::Knowledge;
use crate::sim::recovery::median_hours;
use crate::vocab::{ServiceId, Skill, SystemId, SystemState};

pub(super) fn service_of(sim: &Sim, at: AdministrationId, id: &str) -> ServiceId {
    let services = sim.plan.administrations[at.index()].services.clone();
    let service = services
        .map(ServiceId)
        .find(|other| sim.scenario().services[sim.plan.services[other.index()].template].id == id);
    service.unwrap()
}

pub(super) fn system_of(sim: &Sim, at: AdministrationId, id: &str) -> SystemId {
    let systems = sim.plan.administrations[at.index()].systems.clone();
    let system = systems
        .map(SystemId)
        .find(|system| sim.plan.described(*system).id == id);
    system.unwrap()
}

pub(super) fn it(sim: &Sim, service: ServiceId) -> f32 {
    sim.columns().services.state[service.index()].it
}

pub(super) fn set_own(sim: &mut Sim, system: SystemId, share: f32) {
    sim.with_kernel(|kernel| kernel.set_own(system.0, share));
    sim.settle();
}

#[test]
fn effort_grows_with_size_but_a_product_only_with_its_customers() {
    let hours = |scenario: Scenario, at_id: &str, system: &str| {
        let sim = begun(scenario, 1);
        let system = system_of(&sim, at(&sim, at_id), system);
        let work = sim.plan.described(system).work.as_ref().unwrap();
        median_hours(&sim.plan, system, work)
    };
    let near = |a: f64, b: f64| assert!((a / b - 1.0).abs() < 0.01, "{a} is not {b}");
    let sized = |id: &str, clients: u32| {
        let mut scenario = einstieg();
        let all = &mut scenario.administrations;
        all.iter_mut().find(|a| a.id == id).unwrap().clients = clients;
        scenario
    };
    // 20 x (clients/110)^0.6.
    near(hours(sized("06431011", 110), "06431011", "finance"), 20.0);
    let factor = libm::pow(4.0, 0.6);
    near(
        hours(sized("06431011", 440), "06431011", "finance"),
        20.0 * factor,
    );
    // A product: 130 and 15 for each customer that uses it, whatever their size.
    near(
        hours(einstieg(), "datenhaus", "app_registration"),
        130.0 + 15.0 * 4.0,
    );
    near(
        hours(einstieg(), "datenhaus", "app_finance"),
        130.0 + 15.0 * 5.0,
    );
    near(
        hours(sized("06431", 9000), "datenhaus", "app_finance"),
        130.0 + 15.0 * 5.0,
    );
    near(hours(einstieg(), "datenhaus", "app_social"), 130.0 + 15.0);
    // The platform grows with the workplaces served.
    let served = |scenario: &Scenario| -> f64 {
        let provider = scenario
            .administrations
            .iter()
            .position(|a| a.id == "datenhaus");
        let served = scenario
            .administrations
            .iter()
            .filter(|a| a.provider == provider);
        served.map(|a| f64::from(a.clients)).sum()
    };
    let scale = served(&einstieg()) / 22_000.0;
    near(
        hours(einstieg(), "datenhaus", "virtualisation"),
        1600.0 * scale,
    );
    // 1.5 hours a workplace and nothing else.
    near(
        hours(sized("06431016", 200), "06431016", "workplaces"),
        300.0,
    );
}

#[test]
fn helpers_are_there_for_nothing_else() {
    let mut scenario = quiet_scenario();
    scenario.parameters.newcomer_hours = 0.0;
    let lorsch = scenario
        .administrations
        .iter_mut()
        .find(|a| a.id == "06431016");
    lorsch.unwrap().it_staff = [0, 0, 0, 0, 4, 0];
    let mut sim = begun(scenario, 1);
    let (lorsch, town) = (at(&sim, "06431016"), at(&sim, "06431011"));
    let entity = sim.body(lorsch);
    let now = sim.now();
    let mut spawned = WorkOrder::new(
        0,
        lorsch,
        OrderKind::Notebooks(RequestId(0)),
        crate::vocab::Skill::Rollout,
        now,
    )
    .of_hours(1e6, 1e6);
    spawned.useful_people = 40;
    let own: u32 = sim.scenario().administrations[lorsch.index()]
        .it_staff
        .iter()
        .sum();
    let order = sim.world.spawn(spawned).id();
    let mut index = sim.world.resource_mut::<Index>();
    index.orders.push(order);
    index.orders_of[lorsch.index()].push(0);
    sim.world.get_mut::<Recovery>(entity).unwrap().queue.push(0);
    all_work_changed(&mut sim);
    sim.settle();
    let order_now = |sim: &Sim| orders(sim).next().cloned().unwrap();
    let without = order_now(&sim);
    assert_eq!(without.people, own);
    assert!((without.rate - 0.80 * 0.60 * 4.0).abs() < 1e-9);
    let id = lend(&mut sim, lorsch, draft(town, AidKind::ItStaffOnSite, 1));
    while request_of(&sim, id).state != AidState::AtWork {
        assert!(sim.advance_to_news(end(&sim)));
    }
    let with = order_now(&sim);
    assert_eq!(with.people, own + 1);
    // Present 0.80, effect of a generalist on workplaces 0.9, of six useful helpers at most.
    // The town is small: one person for two days a week.
    let useful = 6.0 * (1.0 - libm::exp(-1.0 / 6.0));
    let expected = 0.80 * 0.9 * 0.4 * useful;
    assert!((with.rate - without.rate - expected).abs() < 1e-9);
}

#[test]
fn admitted_notebooks_work_without_the_local_network() {
    let mut sim = begun(quiet_scenario(), 1);
    let (lorsch, town) = (at(&sim, "06431016"), at(&sim, "06431011"));
    let (kasse, ordnung) = (
        service_of(&sim, lorsch, "kasse"),
        service_of(&sim, lorsch, "ordnung"),
    );
    let lan = system_of(&sim, lorsch, "lan");
    set_own(&mut sim, lan, 0.0);
    let id = lend(&mut sim, lorsch, draft(town, AidKind::LoanNotebooks, 22));
    while request_of(&sim, id).state != AidState::AtWork {
        assert!(sim.advance_to_news(end(&sim)));
    }
    let at_work = sim.now();
    assert_eq!(it(&sim, kasse), 0.0, "nobody has admitted them yet");
    while it(&sim, kasse) == 0.0 {
        assert!(
            sim.advance_to_news(at_work.after(6 * DAY)),
            "never admitted"
        );
    }
    // The contract has the provider admit them in a day and a half, not in five days.
    assert_eq!(sim.now(), at_work.after(36 * HOUR));
    let lent = sim.columns().workplaces[lorsch.index()].lent_in_share;
    assert_eq!(it(&sim, kasse), crate::sim::services::class_share(lent, 1));
    assert_eq!(it(&sim, ordnung), 0.0, "its files lie in the local network");
    // Without the provider's application there is nothing to connect to.
    let finance = system_of(&sim, at(&sim, "datenhaus"), "app_finance");
    set_own(&mut sim, finance, 0.0);
    assert_eq!(it(&sim, kasse), 0.0);
    set_own(&mut sim, finance, 1.0);
    assert!(it(&sim, kasse) > 0.0);
    sim.recall_aid(id, town);
    assert_eq!(it(&sim, kasse), 0.0, "they went home");
}

#[test]
fn a_provider_in_doubt_admits_nobody() {
    let mut sim = begun(quiet_scenario(), 1);
    let lorsch = at(&sim, "06431016");
    let kasse = service_of(&sim, lorsch, "kasse");
    let (lan, gateway) = (
        system_of(&sim, lorsch, "lan"),
        system_of(&sim, at(&sim, "datenhaus"), "gateway"),
    );
    sim.with_columns(|columns| {
        columns.workplaces[lorsch.index()].lent_in_share = 0.3;
        columns.workplaces[lorsch.index()].admitted = true;
    });
    set_own(&mut sim, lan, 0.0);
    assert_eq!(it(&sim, kasse), 1.0);
    // The provider notices an attack: it has to examine itself first.
    sim.with_kernel(|kernel| kernel.compromise(gateway.0));
    sim.with_columns(|columns| {
        let now = columns.now;
        columns
            .agenda
            .push(now, crate::sim::agenda::HappeningKind::Detected, 0, 0);
    });
    sim.advance_to(sim.now());
    assert!(!sim.columns().workplaces[lorsch.index()].admitted);
    assert_eq!(it(&sim, kasse), 0.0);
}

#[test]
fn a_relapse_breaks_the_mta_but_not_the_waz() {
    let mut sim = begun(quiet_scenario(), 1);
    let lorsch = at(&sim, "06431016");
    // Fire alarms are due at all times: WAZ one hour, MTA four.
    let service = service_of(&sim, lorsch, "feuerwehr");
    let alarm = system_of(&sim, lorsch, "alarm");
    let out_for = |sim: &mut Sim, minutes: u32| {
        set_own(sim, alarm, 0.0);
        sim.advance_to(sim.now().after(minutes));
        let during = sim.service_metrics(service);
        set_own(sim, alarm, 1.0);
        sim.advance_to(sim.now().after(DAY));
        (during, sim.service_metrics(service))
    };
    assert_eq!(sim.service_metrics(service).mta_broken, None);
    let (during, after) = out_for(&mut sim, 50);
    assert_eq!((during.waz_met, during.mta_broken), (None, None));
    assert_eq!((after.waz_met, after.mta_broken), (Some(true), Some(false)));
    assert_eq!(after.later_outage_minutes(), None);
    let (during, after) = out_for(&mut sim, 200);
    assert_eq!((during.waz_met, during.mta_broken), (Some(true), None));
    assert_eq!((after.waz_met, after.mta_broken), (Some(true), Some(false)));
    let (during, after) = out_for(&mut sim, 300);
    assert_eq!(
        (during.mta_broken, during.minutes_beyond_mta),
        (Some(true), Some(60))
    );
    assert_eq!((after.waz_met, after.mta_broken), (Some(true), Some(true)));
    assert_eq!(after.minutes_beyond_mta, Some(60));
    let (_, after) = out_for(&mut sim, 10);
    assert_eq!(after.minutes_beyond_mta, Some(60), "the longest counts");
    assert_eq!(after.later_outage_minutes(), Some(300));
}

/// Lets the actor hold a place's systems, somebody notice, and the crisis staff meet.
pub(super) fn strike(sim: &mut Sim, at: AdministrationId, systems: &[&str]) {
    for id in systems {
        let system = system_of(sim, at, id);
        sim.with_kernel(|kernel| kernel.compromise(system.0));
    }
    let now = sim.now();
    let entity = sim.body(at);
    sim.world.get_mut::<Recovery>(entity).unwrap().needed_since = Some(now);
    sim.call_crisis_staff(at);
}

/// Lets time pass until an administration is examined.
pub(super) fn examine(sim: &mut Sim, at: AdministrationId) {
    while body::<Recovery>(sim, at).examined.is_none() {
        assert!(sim.advance_to_news(end(sim)), "nobody examines it");
    }
}

/// A scenario in which nobody attacks and Heppenheim has many IT people.
pub(super) fn well_staffed() -> Scenario {
    let mut scenario = quiet_scenario();
    let town = scenario
        .administrations
        .iter_mut()
        .find(|a| a.id == "06431011");
    town.unwrap().it_staff = [3, 3, 3, 6, 12, 0];
    scenario
}

/// A scenario in which nobody attacks and backups survive, or not.
fn with_backups(survive: bool) -> Scenario {
    let mut scenario = well_staffed();
    scenario.attack.backups_survive = if survive { 1.0 } else { 0.0 };
    scenario.attack.backups_kept = scenario.attack.backups_survive;
    scenario
}

fn order_of(
    sim: &Sim,
    at: AdministrationId,
    kind: impl Fn(SystemId) -> OrderKind,
    id: &str,
) -> WorkOrder {
    let kind = kind(system_of(sim, at, id));
    let order = orders(sim).find(|order| order.at == at && order.kind == kind);
    order.unwrap_or_else(|| panic!("no order {kind:?}")).clone()
}

#[test]
fn platforms_have_a_core_and_a_rest_that_waits_for_new_equipment() {
    for survive in [true, false] {
        let mut sim = begun(with_backups(survive), 1);
        let town = at(&sim, "06431011");
        strike(&mut sim, town, &["identity"]);
        examine(&mut sim, town);
        let examined = sim.now();
        let core = order_of(&sim, town, OrderKind::Core, "virtualisation");
        let rest = order_of(&sim, town, OrderKind::Rest, "virtualisation");
        let both = core.expected_hours + rest.expected_hours;
        assert!((core.expected_hours / both - 0.25).abs() < 1e-9);
        let identity = order_of(&sim, town, OrderKind::Core, "identity");
        let identity_rest = order_of(&sim, town, OrderKind::Rest, "identity");
        assert!((identity.expected_hours - identity_rest.expected_hours).abs() < 1e-9);
        assert!(identity.after.contains(&core.id));
        assert!(rest.after.contains(&core.id));
        // 120 days at 1 000 workplaces: here some 80, with a spread of 0.3.
        let waits = rest.not_before.since(examined);
        if survive {
            assert_eq!(waits, 0);
        } else {
            assert!((30 * DAY..200 * DAY).contains(&waits), "{waits}");
            assert_eq!(
                identity_rest.not_before, rest.not_before,
                "one delivery for all"
            );
        }
        assert_eq!(core.not_before, examined);
        assert_eq!(body::<Recovery>(&sim, town).new_build, !survive);
        let application = order_of(&sim, town, OrderKind::Restore, "finance");
        assert!(application.after.contains(&identity.id));
        assert!(application.carried_by.contains(&identity_rest.id));
        let files = order_of(&sim, town, OrderKind::Restore, "files");
        assert!(
            files.after.contains(&identity_rest.id),
            "data need all of it"
        );
        // Telephones outside the domain are checked, not built anew.
        let phone = system_of(&sim, town, "phone");
        assert!(orders(&sim).all(|order| order.system() != Some(phone)));
        sim.advance_to(examined.after(10 * DAY));
        assert_eq!(
            sim.columns().systems[phone.index()].condition,
            Condition::Cleared
        );
        let core = order_of(&sim, town, OrderKind::Core, "lan");
        assert!(core.done.is_some());
        let lan = system_of(&sim, town, "lan");
        assert_eq!(
            sim.columns().systems[lan.index()].condition,
            Condition::Cleared
        );
    }
}

#[test]
fn only_the_first_applications_run_on_the_core() {
    let done_at = |places: u32| {
        let mut scenario = with_backups(false);
        scenario.parameters.core_products = places;
        scenario.parameters.lead_time = crate::scenario::Dist::Fixed(f64::from(60 * DAY));
        let mut sim = begun(scenario, 1);
        let town = at(&sim, "06431011");
        strike(&mut sim, town, &["identity"]);
        sim.advance_to(SimTime(50 * DAY));
        let applications = orders(&sim).filter(|order| order.at == town && order.is_application);
        let early = applications.filter(|order| order.done.is_some()).count() as u32;
        assert_eq!(body::<Recovery>(&sim, town).applications_rebuilt, early);
        early
    };
    assert_eq!(done_at(0), 0);
    assert_eq!(done_at(2), 2);
    assert!(done_at(10) > 2);
}

#[test]
fn a_product_comes_back_customer_by_customer() {
    let mut sim = begun(with_backups(true), 1);
    let provider = at(&sim, "datenhaus");
    strike(&mut sim, provider, &["identity"]);
    examine(&mut sim, provider);
    let product = order_of(&sim, provider, OrderKind::Restore, "app_finance");
    assert_eq!(product.tenants.len(), 5);
    assert!((product.base_share - 130.0 / 205.0).abs() < 1e-9);
    let customers = product.tenants.clone();
    let finance = |sim: &Sim, customer: AdministrationId| {
        let system = system_of(sim, customer, "finance");
        sim.columns().own(&sim.plan, system.0)
    };
    for customer in &customers {
        assert_eq!(finance(&sim, *customer), 0.0, "off until its part is ready");
    }
    let app = system_of(&sim, provider, "app_finance");
    let mut live_at = vec![None; customers.len()];
    let mut base = None;
    while live_at.iter().any(Option::is_none) {
        assert!(sim.advance_to_news(end(&sim)), "never ready");
        let now = sim.now();
        if sim.columns().systems[app.index()].condition == Condition::Cleared {
            base.get_or_insert(now);
        }
        for (customer, live) in customers.iter().zip(&mut live_at) {
            if finance(&sim, *customer) == 1.0 {
                live.get_or_insert(now);
            }
        }
        let order = order_of(&sim, provider, OrderKind::Restore, "app_finance");
        assert!(order.parts_done <= 6);
    }
    let order = order_of(&sim, provider, OrderKind::Restore, "app_finance");
    assert_eq!(order.parts_done, 6);
    let done = order.done.unwrap();
    assert!(
        base.unwrap() < done,
        "the base comes before the last customer"
    );
    for live in &live_at {
        assert!(live.unwrap() > base.unwrap(), "each accepts its own part");
    }
    let first = live_at.iter().flatten().min().unwrap();
    let last = live_at.iter().flatten().max().unwrap();
    assert!(last.since(*first) > 60, "one after another");
}

/// When the finance product is ready again for the last customer of its list, which the provider put first
/// either before its work was planned, while the second customer is served, or never; with the others.
#[test]
fn a_provider_serves_whom_it_puts_first() {
    #[derive(Clone, Copy, PartialEq)]
    enum Moved {
        Never,
        Early,
        Late,
    }
    let served = |moved: Moved| {
        let mut sim = begun(with_backups(true), 1);
        let provider = at(&sim, "datenhaus");
        strike(&mut sim, provider, &["identity"]);
        let last = *sim.known(provider).customers().last().expect("it has some");
        if moved == Moved::Early {
            sim.place_customer(provider, last, 0);
        }
        examine(&mut sim, provider);
        let parts = |sim: &Sim| {
            let order = order_of(sim, provider, OrderKind::Restore, "app_finance");
            (order.parts_done, order.tenants.clone())
        };
        let mut order_of_service = Vec::new();
        let mut was_moved = moved != Moved::Late;
        while order_of_service.len() < 5 {
            assert!(sim.advance_to_news(end(&sim)), "never ready");
            let (done, tenants) = parts(&sim);
            let ready = tenants.iter().take(done.saturating_sub(1) as usize);
            for customer in ready {
                if !order_of_service.contains(customer) {
                    order_of_service.push(*customer);
                }
            }
            if !was_moved && done == 2 {
                sim.place_customer(provider, last, 0);
                was_moved = true;
            }
        }
        let place = order_of_service
            .iter()
            .position(|customer| *customer == last);
        assert_eq!(
            sim.known(provider).customers_in_order()[0] == last,
            moved != Moved::Never
        );
        (place.expect("all are served"), order_of_service)
    };
    let (never, usual) = served(Moved::Never);
    assert_eq!(never, 4);
    let (early, order) = served(Moved::Early);
    assert_eq!(early, 0);
    assert_eq!(order[1..], usual[..4], "the others keep their order");
    // The first is served and the second at work: these stay where they are.
    let (late, order) = served(Moved::Late);
    assert_eq!(late, 2);
    assert_eq!(order[..2], usual[..2]);
}

#[test]
fn live_products_take_people_who_operate_them() {
    let strength_with = |share: f64| {
        let mut scenario = with_backups(true);
        scenario.parameters.operating_share = share;
        let mut sim = begun(scenario, 1);
        let provider = at(&sim, "datenhaus");
        strike(&mut sim, provider, &["identity"]);
        sim.advance_to(end(&sim));
        let last = orders(&sim)
            .filter(|order| order.at == provider && order.is_application)
            .filter_map(|order| order.done)
            .max();
        last.unwrap()
    };
    assert!(strength_with(0.75) > strength_with(0.0));
}

#[test]
fn suspected_workplaces_are_checked_on_instruction() {
    let mut sim = begun(well_staffed(), 1);
    let town = at(&sim, "06431011");
    strike(&mut sim, town, &[]);
    examine(&mut sim, town);
    let met = body::<CrisisStaff>(&sim, town).met.unwrap();
    let check_of = |sim: &Sim, batch: u8| {
        order_of(
            sim,
            town,
            |id| OrderKind::WorkplaceCheck(id, batch),
            "workplaces",
        )
    };
    let hours: f64 = (1..=5)
        .map(|batch| check_of(&sim, batch).expected_hours)
        .sum();
    let clients = f64::from(sim.scenario().administrations[town.index()].clients);
    let share = sim.scenario().parameters.client_check_share;
    assert!((hours - share * 1.5 * clients).abs() < 1e-3);
    let first = check_of(&sim, 1);
    let instructed = first.not_before.since(met);
    assert!((8 * DAY..48 * DAY).contains(&instructed), "{instructed}");
    sim.advance_to(first.not_before.after(DAY));
    let first = check_of(&sim, 1);
    assert!(first.people > 0 || first.done.is_some());
    // One batch after the other.
    while check_of(&sim, 1).done.is_none() {
        assert!(check_of(&sim, 2).people == 0);
        assert!(sim.advance_to_news(end(&sim)));
    }
    assert!(check_of(&sim, 2).done.is_none());
}

#[test]
fn behind_a_line_that_was_dead_only_checked_workplaces_reach_the_provider() {
    let mut sim = begun(quiet_scenario(), 1);
    let town = at(&sim, "06431016");
    let vital = service_of(&sim, town, "sterbefall");
    let other = service_of(&sim, town, "meldewesen");
    let class_of = |sim: &Sim, service: ServiceId| {
        let template = sim.plan.services[service.index()].template;
        sim.scenario().services[template].criticality
    };
    assert!(class_of(&sim, vital) < class_of(&sim, other));
    let through_line = |sim: &mut Sim, checked: f32| {
        sim.with_kernel(|kernel| kernel.workplaces_checked(town, checked));
        sim.settle();
        (it(sim, vital), it(sim, other))
    };
    // While the line stays open a check takes nothing away.
    sim.with_kernel(|kernel| kernel.begin_workplace_check(town));
    sim.settle();
    assert_eq!(through_line(&mut sim, 0.15), (1.0, 1.0));
    let cut = ContainmentOption::CutProviderLink;
    sim.with_kernel(|kernel| kernel.cut_link(town, cut));
    sim.settle();
    sim.with_kernel(|kernel| kernel.open_link(town));
    sim.settle();
    let up_to = |class: usize| super::super::services::CLASS_BOUNDS[class];
    let vital_class = usize::from(class_of(&sim, vital));
    assert_eq!(through_line(&mut sim, up_to(vital_class)).0, 1.0);
    assert_eq!(through_line(&mut sim, up_to(vital_class)).1, 0.0);
    assert_eq!(through_line(&mut sim, 1.0), (1.0, 1.0));
}

#[test]
fn who_is_struck_again_after_the_rebuild_is_examined_and_rebuilt_again() {
    let mut sim = begun(well_staffed(), 1);
    let town = at(&sim, "06431011");
    let identity = system_of(&sim, town, "identity");
    let rebuilt = |sim: &mut Sim| {
        while body::<Recovery>(sim, town).cleared.is_none() {
            assert!(sim.advance_to_news(end(sim)), "never cleared");
        }
    };
    strike(&mut sim, town, &["identity"]);
    rebuilt(&mut sim);
    let known_state = |sim: &Sim| sim.known(town).system(identity).state;
    assert_eq!(known_state(&sim), SystemState::Cleared);
    // The actor is back, and nobody has noticed.
    sim.with_kernel(|kernel| kernel.compromise(identity.0));
    sim.settle();
    assert_eq!(known_state(&sim), SystemState::Intact);
    let occurrence = u32::from(sim.columns().systems[identity.index()].occurrence);
    sim.with_kernel(|kernel| kernel.encrypt(identity.0, occurrence));
    sim.settle();
    assert_eq!(known_state(&sim), SystemState::Encrypted);
    let recovery = body::<Recovery>(&sim, town);
    assert_eq!((recovery.round, recovery.cleared), (1, None));
    examine(&mut sim, town);
    rebuilt(&mut sim);
    assert_eq!(known_state(&sim), SystemState::Cleared);
    // It is cleared before its applications are rebuilt.
    let kasse = service_of(&sim, town, "kasse");
    while it(&sim, kasse) < 1.0 {
        assert!(sim.advance_to_news(end(&sim)), "never normal");
    }
}

#[test]
fn a_check_of_workplaces_waits_for_no_examination_and_heals_nothing() {
    let mut scenario = well_staffed();
    // The forensic team comes late.
    scenario.parameters.forensics_arrival = crate::scenario::Dist::Fixed(f64::from(40 * DAY));
    let mut sim = begun(scenario, 1);
    let town = at(&sim, "06431011");
    strike(&mut sim, town, &["workplaces"]);
    let check_of = |sim: &Sim| {
        order_of(
            sim,
            town,
            |id| OrderKind::WorkplaceCheck(id, 4),
            "workplaces",
        )
    };
    let system = system_of(&sim, town, "workplaces");
    let condition = |sim: &Sim| sim.columns().systems[system.index()].condition;
    while body::<CrisisStaff>(&sim, town).met.is_none() {
        assert!(sim.advance_to_news(end(&sim)));
    }
    sim.advance_to(sim.now().after(35 * DAY));
    assert!(body::<Recovery>(&sim, town).examined.is_none());
    assert!(check_of(&sim).done.is_some());
    assert_eq!(condition(&sim), Condition::Compromised);
    // The examination finds the actor, and all of them are set up anew.
    examine(&mut sim, town);
    let batch = order_of(&sim, town, |id| OrderKind::Workplaces(id, 1), "workplaces");
    assert!(batch.done.is_none());
}

#[test]
fn a_check_of_workplaces_ends_when_the_examination_finds_the_actor() {
    let mut scenario = well_staffed();
    scenario.parameters.client_check_after = crate::scenario::Dist::Fixed(f64::from(80 * DAY));
    let mut sim = begun(scenario, 1);
    let town = at(&sim, "06431011");
    strike(&mut sim, town, &["identity"]);
    examine(&mut sim, town);
    for class in 1..=4 {
        let kind = |id| OrderKind::WorkplaceCheck(id, class);
        let check = order_of(&sim, town, kind, "workplaces");
        assert_eq!(check.done, Some(sim.now()));
        assert!(!body::<Recovery>(&sim, town).queue.contains(&check.id));
    }
}

#[test]
fn who_is_known_to_be_hit_is_examined_before_the_larger_that_is_suspected() {
    let mut scenario = quiet_scenario();
    scenario.parameters.crisis_staff = crate::scenario::Dist::Fixed(f64::from(DAY));
    scenario.parameters.forensics_arrival = crate::scenario::Dist::Fixed(f64::from(DAY));
    for one in &mut scenario.administrations {
        one.it_staff[Skill::Forensics as usize] = one.it_staff[Skill::Forensics as usize].min(4);
    }
    let mut sim = begun(scenario, 1);
    let (large, small) = (at(&sim, "06431002"), at(&sim, "06431016"));
    strike(&mut sim, large, &[]);
    strike(&mut sim, small, &["identity"]);
    let entity = sim.body(small);
    let now = sim.now();
    sim.world.get_mut::<Knowledge>(entity).unwrap().own_hit = Some(now);
    examine(&mut sim, small);
    assert!(body::<Recovery>(&sim, large).examined.is_none());
}

#[test]
fn registers_admit_late_and_only_whom_they_shut_out() {
    let mut scenario = well_staffed();
    let days = |days: u32| crate::scenario::Dist::Fixed(f64::from(days * DAY));
    scenario.parameters.register_admission = days(5);
    scenario.parameters.register_new_build = days(9);
    scenario.parameters.register_new_build_share = 1.0;
    let mut sim = begun(scenario, 1);
    let town = at(&sim, "06431011");
    let (ausweis, kasse) = (
        service_of(&sim, town, "ausweis"),
        service_of(&sim, town, "kasse"),
    );
    assert_eq!(it(&sim, ausweis), 1.0);
    strike(&mut sim, town, &[]);
    // What the verb of an owner who notices does.
    sim.with_kernel(|kernel| kernel.registers_shut(town));
    sim.settle();
    assert_eq!((it(&sim, ausweis), it(&sim, kasse)), (0.0, 1.0));
    while body::<Recovery>(&sim, town).cleared.is_none() {
        assert!(sim.advance_to_news(end(&sim)));
    }
    let cleared = sim.now();
    assert_eq!(it(&sim, ausweis), 0.0, "cleared, not admitted");
    while it(&sim, ausweis) == 0.0 {
        assert!(sim.advance_to_news(end(&sim)), "never admitted");
    }
    assert_eq!(sim.now(), cleared.after(5 * DAY));
    // A second alarm shuts it out again, and an old answer does not let it in.
    sim.with_kernel(|kernel| {
        kernel.registers_shut(town);
        kernel.register_admits(ausweis, 1);
    });
    sim.settle();
    assert_eq!(it(&sim, ausweis), 0.0);
    // After a new build it may take longer.
    sim.with_kernel(|kernel| kernel.registers_may_admit(town, true));
    sim.settle();
    let asked = sim.now();
    sim.with_kernel(|kernel| kernel.register_admits(ausweis, 1));
    sim.settle();
    assert_eq!(it(&sim, ausweis), 0.0, "that was the answer of before");
    sim.advance_to(asked.after(9 * DAY - 1));
    assert_eq!(it(&sim, ausweis), 0.0);
    sim.advance_to(asked.after(9 * DAY));
    assert!(it(&sim, ausweis) > 0.0);
}

#[test]
fn small_teams_are_there_or_not_and_the_market_helps_the_larger() {
    let people_on = |id: &str, seed: u64, days: [u32; 2]| {
        let mut sim = begun(quiet_scenario(), seed);
        let town = at(&sim, id);
        let now = sim.now();
        let order = WorkOrder {
            useful_people: 100,
            ..WorkOrder::new(
                0,
                town,
                OrderKind::Notebooks(RequestId(0)),
                crate::vocab::Skill::Rollout,
                now,
            )
            .of_hours(1e6, 1e6)
        };
        let order = sim.world.spawn(order).id();
        let mut index = sim.world.resource_mut::<Index>();
        index.orders.push(order);
        index.orders_of[town.index()].push(0);
        let entity = sim.body(town);
        let mut recovery = sim.world.get_mut::<Recovery>(entity).unwrap();
        recovery.queue.push(0);
        recovery.mobilised = Some(now);
        all_work_changed(&mut sim);
        sim.settle();
        days.map(|day| {
            sim.advance_to(SimTime(day * DAY));
            orders(&sim).next().unwrap().people
        })
    };
    // One person: away in about one run of five, and mostly back after two weeks.
    let (mut away, mut back) = (0, 0);
    for seed in 0..120 {
        let [first, later] = people_on("06431015", seed, [1, 22]);
        away += u32::from(first == 0);
        back += u32::from(first == 0 && later > 0);
    }
    assert!((12..40).contains(&away), "{away}");
    assert!(back * 10 > away * 6, "{back} of {away}");
    // The county has so many people that the market sends some in the course of a month.
    let [own, late] = people_on("06431", 1, [1, 50]);
    assert_eq!(late - own, libm::ceil(0.4 * f64::from(own)) as u32);
}
