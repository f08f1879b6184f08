//! When the attack strikes: at night, early because it saw a measure, again, and a second time elsewhere.

use super::recovery::{examine, strike, system_of, well_staffed};
use super::*;
use crate::scenario::{Dist, EntryPoint, PhaseId, SecondAttack};
use crate::vocab::SystemId;

const HEPPENHEIM: &str = "06431011";
const LORSCH: &str = "06431016";

fn system(sim: &Sim, at: AdministrationId, id: &str) -> SystemId {
    let mut systems = sim.plan.administrations[at.index()].systems.clone();
    systems
        .find(|system| sim.plan.described(SystemId(*system)).id == id)
        .map(SystemId)
        .unwrap()
}

fn condition(sim: &Sim, system: SystemId) -> Condition {
    sim.columns().systems[system.index()].condition
}

/// Whether a moment lies in the night or on a day off.
fn is_quiet_time(sim: &Sim, at: SimTime) -> bool {
    let calendar = sim.calendar();
    let day = &calendar.days()[calendar.day_index(at)];
    let minute = at.since(day.start);
    !day.working || !(5 * HOUR..22 * HOUR).contains(&minute)
}

#[test]
fn the_impact_comes_at_night_or_on_a_day_off_as_often_as_said() {
    let impacts = |share: f64| {
        let mut scenario = einstieg();
        let last = scenario.attack.phases.last_mut().unwrap();
        last.at_night_share = share;
        let mut sim = begun(scenario, 1);
        let mut on_days_off_by_day = 0;
        let quiet = (0..60)
            .filter(|run| {
                sim.reset(3, *run, 1);
                sim.advance_to(sim.scenario().start_ex.after(20 * DAY));
                let impact = sim.columns().attack.impact.expect("it strikes");
                let calendar = sim.calendar();
                let day = &calendar.days()[calendar.day_index(impact)];
                let by_day = (5 * HOUR..22 * HOUR).contains(&impact.since(day.start));
                on_days_off_by_day += u32::from(by_day && !day.working);
                is_quiet_time(&sim, impact)
            })
            .count();
        (quiet, on_days_off_by_day)
    };
    let (always, days_off) = impacts(1.0);
    assert_eq!(always, 60);
    assert!(days_off > 0, "a day off needs no night");
    let (sometimes, _) = impacts(0.0);
    assert!(sometimes < 60);
}

/// When the impact comes if Lorsch orders something on Friday evening.
fn impact_after(reacts: bool, reaction: f64, option: ContainmentOption) -> (SimTime, SimTime) {
    let mut scenario = einstieg();
    scenario.attack.reacts = reacts;
    scenario.attack.reaction = reaction;
    scenario.attack.reaction_delay = Dist::Fixed(60.0);
    let mut sim = begun(scenario, 1);
    sim.advance_to(sim.scenario().start_ex.after(30));
    let ordered = sim.now();
    let lorsch = at(&sim, LORSCH);
    sim.order_containment(lorsch, option);
    sim.advance_to(ordered.after(15 * DAY));
    (ordered, sim.columns().attack.impact.expect("it strikes"))
}

#[test]
fn an_actor_that_sees_a_measure_strikes_early() {
    let cut = ContainmentOption::CutProviderLink;
    let (ordered, early) = impact_after(true, 1.0, cut);
    assert!(
        (65..=90).contains(&early.since(ordered)),
        "{}",
        early.since(ordered)
    );
    let (_, planned) = impact_after(false, 1.0, cut);
    assert!(planned > ordered.after(4 * HOUR));
    assert_eq!(impact_after(true, 0.0, cut).1, planned);
    assert_eq!(impact_after(true, 1.0, ContainmentOption::Watch).1, planned);
}

#[test]
fn an_actor_sees_only_what_happens_where_it_is() {
    let mut scenario = einstieg();
    scenario.attack.reacts = true;
    scenario.attack.reaction = 1.0;
    scenario.attack.reaction_delay = Dist::Fixed(60.0);
    let mut sim = begun(scenario, 1);
    sim.advance_to(sim.scenario().start_ex.after(30));
    let (ordered, town) = (sim.now(), at(&sim, HEPPENHEIM));
    sim.order_containment(town, ContainmentOption::BackupsOffline);
    sim.advance_to(ordered.after(4 * HOUR));
    assert_eq!(sim.columns().attack.impact, None);
    assert!(sim.columns().gates.measures[town.index()].has(ContainmentOption::BackupsOffline));
}

#[test]
fn after_an_early_strike_the_plan_is_over() {
    let mut scenario = einstieg();
    scenario.attack.reacts = true;
    scenario.attack.reaction = 1.0;
    scenario.attack.reaction_delay = Dist::Fixed(10.0);
    let mut sim = begun(scenario, 1);
    sim.advance_to(sim.scenario().start_ex.after(30));
    let lorsch = at(&sim, LORSCH);
    sim.order_containment(lorsch, ContainmentOption::CutProviderLink);
    sim.advance_to(sim.now().after(2 * HOUR));
    let impact = sim.columns().attack.impact.expect("it strikes");
    let phase = sim.columns().attack.phase;
    let position = sim.scenario().attack.phases.len() as u32 - 1;
    assert_eq!(phase.unwrap().0, position);
    sim.advance_to(end(&sim));
    assert_eq!(sim.columns().attack.impact, Some(impact));
    assert_eq!(sim.columns().attack.phase, phase);
}

#[test]
fn a_second_attack_may_hit_another_place() {
    let run = |chance: f64| {
        let mut scenario = einstieg();
        let town = scenario
            .administrations
            .iter()
            .position(|administration| administration.id == HEPPENHEIM)
            .unwrap();
        scenario.attack.second = Some(SecondAttack {
            entry: EntryPoint {
                administration: town,
                system: 2,
            },
            after: Dist::Fixed(f64::from(3 * DAY)),
            chance,
        });
        let mut sim = begun(scenario, 1);
        sim.advance_to(sim.scenario().start_ex.after(20 * DAY));
        let impact = sim.columns().attack.impact.unwrap();
        let town = at(&sim, HEPPENHEIM);
        let identity = system(&sim, town, "identity");
        sim.reset(1, 0, 2);
        sim.advance_to(impact.after(3 * DAY - 1));
        assert_eq!(condition(&sim, identity), Condition::Intact);
        sim.advance_to(impact.after(3 * DAY));
        let at_once = condition(&sim, identity);
        sim.advance_to(impact.after(10 * DAY));
        (at_once, sim.known(town).own_hit().is_some())
    };
    assert_eq!(run(1.0), (Condition::Compromised, true));
    assert_eq!(run(0.0), (Condition::Intact, false));
}

#[test]
fn what_is_rebuilt_while_the_actor_is_near_falls_again() {
    let mut scenario = quiet_scenario();
    scenario.attack.entry_at = SimTime(0);
    let mut sim = begun(scenario.clone(), 1);
    let town = at(&sim, HEPPENHEIM);
    let (identity, files) = (system(&sim, town, "identity"), system(&sim, town, "files"));
    let fall = |sim: &mut Sim| {
        sim.world.resource_mut::<Columns>().attack.stage = super::super::attack::Stage::Impact;
        sim.compromise_hidden(identity);
        sim.advance_to(SimTime(5 * DAY));
        assert_eq!(condition(sim, files), Condition::Compromised);
        sim.with_kernel(|kernel| {
            kernel.isolate(files.0);
            kernel.restore(files.0);
        });
        assert_eq!(condition(sim, files), Condition::Cleared);
        let at_once = sim.now();
        sim.advance_to(at_once);
        assert_eq!(condition(sim, files), Condition::Cleared, "not at once");
        sim.advance_to(at_once.after(5 * DAY));
        condition(sim, files)
    };
    assert_eq!(fall(&mut sim), Condition::Compromised);
    scenario.attack.immune_after_rebuild = true;
    assert_eq!(fall(&mut begun(scenario, 1)), Condition::Cleared);
}

#[test]
fn a_system_that_is_rebuilt_is_no_source_any_more() {
    let mut sim = begun(quiet_scenario(), 1);
    let town = at(&sim, HEPPENHEIM);
    let identity = system(&sim, town, "identity");
    sim.world.resource_mut::<Columns>().attack.stage = super::super::attack::Stage::Impact;
    sim.compromise_hidden(identity);
    sim.with_kernel(|kernel| kernel.restore(identity.0));
    assert_eq!(condition(&sim, identity), Condition::Cleared);
    assert_eq!(sim.columns().tally.infectious, 0);
    assert_eq!(sim.columns().tally.in_repair, 0);
    sim.advance_to(SimTime(30 * DAY));
    assert_eq!(
        condition(&sim, system(&sim, town, "files")),
        Condition::Intact
    );
}

#[test]
fn who_lends_people_overlooks_more() {
    let noticed = |lends: bool, monitored: bool| {
        let mut scenario = quiet_scenario();
        let mut phase = einstieg().attack.phases[5].clone();
        assert_eq!(phase.id, PhaseId::Jump);
        phase.starts_at = Some(SimTime(3 * DAY));
        phase.dwell = Dist::Fixed(1000.0);
        phase.detection = (1.0, 1.0);
        scenario.attack.phases = vec![phase];
        scenario.attack.entry = einstieg().attack.entry;
        scenario.attack.entry_at = SimTime(3 * DAY - 1);
        for administration in &mut scenario.administrations {
            administration.monitoring = monitored;
        }
        let mut sim = begun(scenario, 1);
        let (town, lorsch) = (at(&sim, HEPPENHEIM), at(&sim, LORSCH));
        let identity = system(&sim, town, "identity");
        (0..40)
            .filter(|run| {
                sim.reset(1, *run, 1);
                if lends {
                    lend(&mut sim, lorsch, draft(town, AidKind::ItStaffOnSite, 1));
                }
                sim.advance_to(SimTime(3 * DAY - 1));
                sim.compromise_hidden(identity);
                sim.advance_to(SimTime(5 * DAY));
                sim.known(town).own_hit().is_some()
            })
            .count()
    };
    assert_eq!(noticed(false, false), 40);
    assert_eq!(noticed(true, true), 40);
    let with_fewer = noticed(true, false);
    assert!((5..38).contains(&with_fewer), "{with_fewer}");
}

/// Encrypts the directory of a place that has been examined.
fn strike_again(sim: &mut Sim, at: AdministrationId) {
    let identity = system_of(sim, at, "identity");
    sim.with_kernel(|kernel| kernel.compromise(identity.0));
    let occurrence = u32::from(sim.columns().systems[identity.index()].occurrence);
    sim.with_kernel(|kernel| kernel.encrypt(identity.0, occurrence));
    sim.settle();
    assert_eq!(body::<Recovery>(sim, at).round, 1);
}

#[test]
fn what_waits_for_acceptance_when_the_actor_comes_again_is_not_handed_over() {
    let mut scenario = well_staffed();
    scenario.parameters.acceptance = Dist::Fixed(f64::from(10 * DAY));
    let mut sim = begun(scenario, 1);
    let town = at(&sim, HEPPENHEIM);
    strike(&mut sim, town, &["identity"]);
    let rebuilt = |sim: &Sim| {
        let mut all = orders(sim).filter(|order| order.at == town && order.is_application);
        all.find(|order| order.done.is_some())?.system()
    };
    while rebuilt(&sim).is_none() {
        assert!(sim.advance_to_news(end(&sim)));
    }
    let application = rebuilt(&sim).unwrap();
    let ready = sim.now();
    strike_again(&mut sim, town);
    sim.advance_to(ready.after(10 * DAY));
    assert_ne!(condition(&sim, application), Condition::Cleared);
    sim.advance_to(end(&sim));
    assert_eq!(condition(&sim, application), Condition::Cleared);
}

#[test]
fn a_customer_accepts_nothing_that_was_ready_before_its_provider_was_struck_again() {
    let mut scenario = quiet_scenario();
    scenario.parameters.acceptance = Dist::Fixed(f64::from(10 * DAY));
    let mut sim = begun(scenario, 1);
    let provider = at(&sim, "datenhaus");
    strike(&mut sim, provider, &["identity"]);
    examine(&mut sim, provider);
    let ready_for = |sim: &Sim| {
        let mut products = orders(sim).filter(|order| order.at == provider);
        let begun = products.find(|order| order.parts_done > 1)?;
        Some((begun.system().unwrap(), begun.tenants[0]))
    };
    while ready_for(&sim).is_none() {
        assert!(sim.advance_to_news(end(&sim)));
    }
    let (product, customer) = ready_for(&sim).unwrap();
    let ready = sim.now();
    strike_again(&mut sim, provider);
    let live = |sim: &Sim| {
        let using = sim.plan.dependents_outside.row(product.0).iter();
        let mut own = using.filter(|system| sim.plan.owner(SystemId(**system)) == customer);
        let system = own.next().unwrap();
        sim.columns().own(&sim.plan, *system) > 0.0
    };
    assert!(!live(&sim));
    sim.advance_to(ready.after(10 * DAY));
    assert!(!live(&sim));
    sim.advance_to(end(&sim));
    assert!(live(&sim));
}
