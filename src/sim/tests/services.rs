//! Laws of services: restart, backlog, hired people, pay runs.

use super::recovery::{it, service_of, set_own, system_of};
use super::*;
use crate::vocab::{ServiceId, SystemId};

fn level(sim: &Sim, service: ServiceId) -> f32 {
    sim.columns().services.state[service.index()].level
}

fn near(a: f64, b: f64) {
    assert!((a - b).abs() < 1e-3 * b.abs().max(1.0), "{a} is not {b}");
}

/// Lorsch with its network down from Monday 8 February, 08:00 on, for so long, and then back.
fn out_for(scenario: Scenario, minutes: u32) -> (Sim, ServiceId) {
    let (mut sim, kasse, lan) = down_for(scenario, minutes);
    set_own(&mut sim, lan, 1.0);
    (sim, kasse)
}

/// The same while it is still down, with the network that is.
fn down_for(scenario: Scenario, minutes: u32) -> (Sim, ServiceId, SystemId) {
    let mut sim = begun(scenario, 1);
    let lorsch = at(&sim, "06431016");
    let (kasse, lan) = (
        service_of(&sim, lorsch, "kasse"),
        system_of(&sim, lorsch, "lan"),
    );
    sim.advance_to(SimTime(8 * HOUR));
    set_own(&mut sim, lan, 0.0);
    sim.advance_to(sim.now().after(minutes));
    (sim, kasse, lan)
}

#[test]
fn after_a_long_outage_work_begins_slowly() {
    let (mut sim, kasse) = out_for(quiet_scenario(), 2 * DAY);
    let back = sim.now();
    assert_eq!((it(&sim, kasse), level(&sim, kasse)), (1.0, 0.8));
    sim.advance_to(back.after(14 * DAY - 1));
    assert_eq!(level(&sim, kasse), 0.8);
    sim.advance_to(back.after(14 * DAY));
    assert_eq!(level(&sim, kasse), 1.0);
    let normal = sim.service_metrics(kasse).minutes_to_normal;
    assert_eq!(
        normal,
        Some(2 * DAY),
        "the milestone is that of the own route"
    );
    let (sim, kasse) = out_for(quiet_scenario(), 5 * HOUR);
    assert_eq!(level(&sim, kasse), 1.0, "a short outage leaves nothing");
    // Nobody sits at the telephone exchange: it needs no first time.
    let (sim, _) = out_for(quiet_scenario(), 2 * DAY);
    let mail = service_of(&sim, at(&sim, "06431016"), "email");
    assert_eq!(level(&sim, mail), 1.0);
}

#[test]
fn who_could_do_some_of_the_work_all_the_time_begins_at_full_pace() {
    // From a tenth on an application is there, and below it is gone.
    for (little, pace) in [(0.1, 1.0), (0.09, 0.8)] {
        let (mut sim, kasse, lan) = down_for(quiet_scenario(), 5 * HOUR);
        let finance = system_of(&sim, at(&sim, "06431016"), "finance");
        set_own(&mut sim, finance, little);
        set_own(&mut sim, lan, 1.0);
        assert_eq!(it(&sim, kasse), little);
        sim.advance_to(sim.now().after(2 * DAY));
        set_own(&mut sim, finance, 1.0);
        assert_eq!((it(&sim, kasse), level(&sim, kasse)), (1.0, pace));
    }
}

#[test]
fn what_is_not_served_waits_or_is_lost() {
    let (sim, kasse) = out_for(quiet_scenario(), 8 * HOUR);
    let per_day = sim.plan.services[kasse.index()].demand_per_day;
    let metrics = sim.service_metrics(kasse);
    near(metrics.cases_delayed, 0.5 * per_day);
    near(metrics.cases_lost, 0.5 * per_day);
    near(metrics.waiting, 0.5 * per_day);
    near(metrics.lost_service_hours, 8.0);
    let (sim, ausweis) = {
        let (sim, _) = out_for(quiet_scenario(), 8 * HOUR);
        let ausweis = service_of(&sim, at(&sim, "06431016"), "ausweis");
        (sim, ausweis)
    };
    let per_day = sim.plan.services[ausweis.index()].demand_per_day;
    near(sim.service_metrics(ausweis).cases_delayed, 0.9 * per_day);
    let region = sim.run_metrics().region;
    let services = sim.run_metrics().services;
    near(
        region.cases_delayed,
        services.iter().map(|s| s.cases_delayed).sum(),
    );
    near(
        region.cases_lost,
        services.iter().map(|s| s.cases_lost).sum(),
    );
}

#[test]
fn paper_is_entered_again() {
    let mut sim = begun(quiet_scenario(), 1);
    let lorsch = at(&sim, "06431016");
    let (kasse, lan) = (
        service_of(&sim, lorsch, "kasse"),
        system_of(&sim, lorsch, "lan"),
    );
    sim.advance_to(SimTime(8 * HOUR));
    set_own(&mut sim, lan, 0.0);
    sim.with_kernel(|kernel| kernel.open_paper(kasse));
    sim.settle();
    let paper = f64::from(level(&sim, kasse));
    sim.advance_to(SimTime(16 * HOUR));
    let per_day = sim.plan.services[kasse.index()].demand_per_day;
    let metrics = sim.service_metrics(kasse);
    near(metrics.cases_delayed, 0.5 * (1.0 - paper) * per_day);
    // Some of the day's extra work goes into what waits.
    let again = metrics.waiting / per_day - 0.5 * (1.0 - paper) + 0.5 * paper;
    let share = again / paper;
    assert!((0.29..0.51).contains(&share), "{share}");
}

#[test]
fn people_are_hired_for_a_large_backlog_and_cost_something() {
    let cleared = |hire_from_days: f64| {
        let mut scenario = quiet_scenario();
        scenario.parameters.hire_from_days = hire_from_days;
        let (mut sim, kasse) = out_for(scenario, 40 * DAY);
        assert_eq!(sim.service_metrics(kasse).minutes_to_backlog_cleared, None);
        sim.advance_to(end(&sim));
        let metrics = sim.service_metrics(kasse);
        let region = sim.run_metrics().region;
        assert!(region.backlog_cost_eur >= metrics.backlog_cost_eur);
        (metrics.minutes_to_backlog_cleared, metrics.backlog_cost_eur)
    };
    let (with, cost) = cleared(10.0);
    let (without, nothing) = cleared(1e4);
    assert_eq!(nothing, 0.0);
    assert!(cost > 0.0);
    assert!(with.unwrap() < without.unwrap_or(u32::MAX));
}

#[test]
fn payments_are_late_from_the_day_on_which_money_was_missed() {
    // Pay day 26 February, the file is due on the 23rd; MTA 96 hours.
    let pay_day = 18 * DAY;
    let mut sim = begun(quiet_scenario(), 1);
    let county = at(&sim, "06431");
    let (sgb2, lan) = (
        service_of(&sim, county, "sgb2"),
        system_of(&sim, county, "lan"),
    );
    sim.advance_to(SimTime(12 * DAY));
    set_own(&mut sim, lan, 0.0);
    sim.advance_to(SimTime(pay_day + 96 * HOUR));
    let metrics = sim.service_metrics(sgb2);
    assert_eq!(
        (metrics.mta_broken, metrics.minutes_beyond_mta),
        (None, None)
    );
    assert_eq!(
        metrics.people_unpaid,
        sim.plan.services[sgb2.index()].recipients
    );
    sim.advance_to(SimTime(pay_day + 97 * HOUR));
    let metrics = sim.service_metrics(sgb2);
    assert_eq!(
        (metrics.mta_broken, metrics.minutes_beyond_mta),
        (Some(true), Some(60))
    );
    set_own(&mut sim, lan, 1.0);
    sim.advance_to(SimTime(pay_day + 200 * HOUR));
    assert_eq!(sim.service_metrics(sgb2).minutes_beyond_mta, Some(60));

    let mut sim = begun(quiet_scenario(), 1);
    sim.advance_to(SimTime(12 * DAY));
    set_own(&mut sim, lan, 0.0);
    sim.advance_to(SimTime(pay_day + 48 * HOUR));
    set_own(&mut sim, lan, 1.0);
    sim.advance_to(SimTime(pay_day + 200 * HOUR));
    assert_eq!(sim.service_metrics(sgb2).mta_broken, Some(false));
}

#[test]
fn an_old_payment_file_gets_worse_with_each_month() {
    let mut scenario = quiet_scenario();
    for service in &mut scenario.services {
        if let Some(pay) = &mut service.pay {
            pay.resubmitted_right = (0.9, 0.9);
        }
    }
    let mut sim = begun(scenario, 1);
    let county = at(&sim, "06431");
    let (sgb2, lan) = (
        service_of(&sim, county, "sgb2"),
        system_of(&sim, county, "lan"),
    );
    set_own(&mut sim, lan, 0.0);
    let recipients = f64::from(sim.plan.services[sgb2.index()].recipients);
    let mut run = |number: u32| sim.with_kernel(|kernel| kernel.pay_run(sgb2, number, true));
    near(f64::from(run(0)), 0.10 * recipients);
    near(f64::from(run(1)), 0.15 * recipients);
    set_own(&mut sim, lan, 1.0);
    let mut run = |number: u32| sim.with_kernel(|kernel| kernel.pay_run(sgb2, number, true));
    assert_eq!(run(2), 0);
    set_own(&mut sim, lan, 0.0);
    let mut run = |number: u32| sim.with_kernel(|kernel| kernel.pay_run(sgb2, number, true));
    near(f64::from(run(3)), 0.10 * recipients);
    near(f64::from(run(4)), 0.15 * recipients);
    // It runs for a while between two pay runs: the file of that time is not old.
    set_own(&mut sim, lan, 1.0);
    set_own(&mut sim, lan, 0.0);
    let fresh = sim.with_kernel(|kernel| kernel.pay_run(sgb2, 5, true));
    near(f64::from(fresh), 0.10 * recipients);
}

#[test]
fn a_payment_file_goes_out_only_where_a_copy_lies_outside() {
    let ready = |chance: (f64, f64), maturity: f64| {
        let mut scenario = quiet_scenario();
        scenario.parameters.pay_file_copy = chance;
        scenario.administrations[1].maturity = maturity;
        let mut sim = begun(scenario, 1);
        let place = AdministrationId(1);
        sim.call_crisis_staff(place);
        sim.advance_to(SimTime(80 * DAY));
        let ready = body::<CrisisStaff>(&sim, place).ready;
        assert!(ready[0].is_some() && ready[2].is_some());
        ready[3].is_some()
    };
    assert!(ready((1.0, 1.0), 0.5));
    assert!(!ready((0.0, 0.0), 0.5));
    assert!(ready((0.0, 1.0), 1.0));
    assert!(!ready((0.0, 1.0), 0.0));
}

#[test]
fn only_the_time_without_the_application_makes_people_strangers_to_it() {
    // From Monday on, gone for so long and then at half for two days.
    let back_after = |gone: u32| {
        let (mut sim, kasse, lan) = down_for(quiet_scenario(), gone);
        set_own(&mut sim, lan, 0.5);
        assert_eq!(it(&sim, kasse), 0.5);
        sim.advance_to(sim.now().after(2 * DAY));
        set_own(&mut sim, lan, 1.0);
        level(&sim, kasse)
    };
    assert_eq!(back_after(2 * DAY), 0.8);
    assert_eq!(back_after(5), 1.0);
}
