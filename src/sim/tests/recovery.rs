//! Laws of recovery: effort by size, hands, devices that work on a line of their own, relapses.

use super::*;
use crate::sim::recovery::median_hours;
use crate::vocab::{ServiceId, SystemId};

fn service_of(sim: &Sim, at: AdministrationId, id: &str) -> ServiceId {
    let services = sim.plan.administrations[at.index()].services.clone();
    let service = services
        .map(ServiceId)
        .find(|other| sim.scenario().services[sim.plan.services[other.index()].template].id == id);
    service.unwrap()
}

fn system_of(sim: &Sim, at: AdministrationId, id: &str) -> SystemId {
    let systems = sim.plan.administrations[at.index()].systems.clone();
    let system = systems
        .map(SystemId)
        .find(|system| sim.plan.described(*system).id == id);
    system.unwrap()
}

fn it(sim: &Sim, service: ServiceId) -> f32 {
    sim.columns().services.state[service.index()].it
}

fn set_own(sim: &mut Sim, system: SystemId, share: f32) {
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
    // A product: 80 and 7 for each customer that uses it, whatever their size.
    near(
        hours(einstieg(), "datenhaus", "app_registration"),
        80.0 + 7.0 * 4.0,
    );
    near(
        hours(einstieg(), "datenhaus", "app_finance"),
        80.0 + 7.0 * 5.0,
    );
    near(
        hours(sized("06431", 9000), "datenhaus", "app_finance"),
        80.0 + 7.0 * 5.0,
    );
    near(hours(einstieg(), "datenhaus", "app_social"), 80.0 + 7.0);
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
    let scale = libm::pow(served(&einstieg()) / 22_000.0, 0.6);
    near(
        hours(einstieg(), "datenhaus", "virtualisation"),
        800.0 * scale,
    );
    // 1.5 hours a workplace and nothing else.
    near(
        hours(sized("06431016", 200), "06431016", "workplaces"),
        300.0,
    );
}

#[test]
fn helpers_are_there_for_nothing_else() {
    let mut sim = begun(quiet_scenario(), 1);
    let (lorsch, town) = (at(&sim, "06431016"), at(&sim, "06431011"));
    let entity = sim.index().administrations[lorsch.index()];
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
    let id = lend(&mut sim, lorsch, draft(town, AidKind::ItStaffOnSite, 1));
    while request_of(&sim, id).state != AidState::AtWork {
        assert!(sim.advance_to_news(end(&sim)));
    }
    let with = order_now(&sim);
    assert_eq!(with.people, own + 1);
    // Present 0.80, effect 0.7; the own people give 0.60 of their time.
    let helper = sim.index().people.iter().find_map(|entity| {
        let post = sim.world.get::<Post>(*entity).unwrap();
        (post.request == Some(id)).then(|| *sim.world.get::<Person>(*entity).unwrap())
    });
    let skilled = helper.unwrap().skill == crate::vocab::Skill::Rollout;
    // The town is small: one person for two days a week.
    let expected = 0.80 * 0.7 * 0.4 * if skilled { 1.0 } else { 0.9 };
    assert!((with.rate - without.rate - expected).abs() < 1e-9);
    let most = 0.48 * f64::from(own);
    assert!(without.rate <= most + 1e-9 && without.rate >= 0.9 * most - 1e-9);
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
}
