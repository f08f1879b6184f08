//! What some runs come to, figure by figure, so that no course of the world changes unseen.
//!
//! A run with the same seed comes to the same on every machine. Whoever changes a rule or a figure of
//! the model finds here what that does to whole runs, and says why in the change.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::sync::Arc;

use beistand::exercise::{Exercise, Start, World};
use beistand::response::players;
use beistand::scenario::{Template, load, write_template};
use beistand::sim::{RunMetrics, Sim};
use beistand::vocab::{DAY, SimTime, WaitCause};

/// Plays a scenario with bots at all seats, and writes down what it came to.
fn course(scenario: &str, pact: &str, response: &str, seed: u64) -> String {
    let scenario = Arc::new(load(scenario, &[]).expect("the scenario is faultless"));
    let position = scenario.pacts.iter().position(|other| other.id == pact);
    let start = Start {
        seed,
        run: 0,
        pact: position.expect("the scenario has the pact"),
    };
    let bots = players(&scenario, response, &[]).expect("the response plan is there");
    let mut exercise = Exercise::new(World::new(Arc::clone(&scenario)), start, bots, None);
    let end = exercise.end();
    exercise.advance_to(end);
    account(exercise.sim())
}

fn account(sim: &Sim) -> String {
    let metrics = sim.run_metrics();
    let mut text = String::new();
    let marks = &metrics.marks;
    let minute = |at: Option<SimTime>| at.map_or("-".to_owned(), |at| at.0.to_string());
    writeln!(
        text,
        "minutes: first compromise {}, detected {}, impact {}, contained {}",
        minute(marks.first_compromise),
        minute(marks.detected),
        minute(marks.impact),
        minute(marks.contained)
    )
    .expect("text takes all");
    let region = &metrics.region;
    for (name, value) in [
        ("lost service-hours", region.lost_service_hours),
        ("weighted", region.weighted_lost_service_hours),
        ("lost by helping", region.helper_lost_service_hours),
        ("people unpaid", f64::from(region.people_unpaid)),
        ("WAZ missed", f64::from(region.waz_missed)),
        ("MTA broken", f64::from(region.mta_breaches)),
        ("cases delayed", region.cases_delayed),
        ("cases lost", region.cases_lost),
        ("backlog, euro", region.backlog_cost_eur),
        ("lowest level of the region", region.minimum_level_share),
    ] {
        writeln!(text, "{name}: {value:.3}").expect("text takes all");
    }
    by_kind_of_aid(&metrics, &mut text);
    by_clause(sim, &metrics, &mut text);
    by_service(sim, &metrics, &mut text);
    writeln!(
        text,
        "happenings {}, fingerprint {}",
        metrics.events,
        sim.fingerprint()
    )
    .expect("text takes all");
    text
}

/// Requests of each kind by how they ended, and what they waited for.
fn by_kind_of_aid(metrics: &RunMetrics, text: &mut String) {
    let mut kinds: BTreeMap<&str, BTreeMap<&str, u32>> = BTreeMap::new();
    let mut waited = [0_u64; WaitCause::ALL.len()];
    let (mut hours, mut cost) = (0.0, 0.0);
    for aid in &metrics.aid {
        let states = kinds.entry(aid.kind.id()).or_default();
        *states.entry(aid.state.id()).or_default() += 1;
        for (sum, minutes) in waited.iter_mut().zip(aid.waited_minutes) {
            *sum += u64::from(minutes);
        }
        hours += aid.person_hours;
        cost += aid.cost_eur;
    }
    for (kind, states) in kinds {
        writeln!(text, "aid {kind}: {states:?}").expect("text takes all");
    }
    let causes = WaitCause::ALL.iter().map(|cause| cause.id());
    let waited: Vec<(&str, u64)> = causes.zip(waited).collect();
    writeln!(text, "minutes waited: {waited:?}").expect("text takes all");
    writeln!(text, "person-hours {hours:.2}, euro {cost:.2}").expect("text takes all");
}

fn by_clause(sim: &Sim, metrics: &RunMetrics, text: &mut String) {
    for clause in &metrics.clauses {
        let id = &sim.scenario().clauses[clause.clause].id;
        writeln!(
            text,
            "clause {id}: binding {} min, broken {}, missing {}",
            clause.binding_minutes, clause.broken, clause.missing
        )
        .expect("text takes all");
    }
}

/// Each service over all administrations: how many fell, and the middle one's days to each milestone.
fn by_service(sim: &Sim, metrics: &RunMetrics, text: &mut String) {
    let middle = |mut of: Vec<Option<u32>>| {
        of.sort_by_key(|minutes| minutes.unwrap_or(u32::MAX));
        let day = f64::from(DAY);
        match of.get(of.len() / 2) {
            Some(Some(minutes)) => format!("{:.2}", f64::from(*minutes) / day),
            _ => "-".to_owned(),
        }
    };
    for (position, template) in sim.scenario().services.iter().enumerate() {
        let fallen: Vec<_> = metrics
            .services
            .iter()
            .filter(|of| of.template == position && of.first_down.is_some())
            .collect();
        if fallen.is_empty() {
            continue;
        }
        let lost: f64 = fallen.iter().map(|of| of.lost_service_hours).sum();
        writeln!(
            text,
            "service {}: {} fell; days to emergency level {}, partial {}, normal {}, backlog cleared {}; hours lost {lost:.2}",
            template.id,
            fallen.len(),
            middle(fallen.iter().map(|of| of.minutes_to_emergency_level).collect()),
            middle(fallen.iter().map(|of| of.minutes_to_partial).collect()),
            middle(fallen.iter().map(|of| of.minutes_to_normal).collect()),
            middle(fallen.iter().map(|of| of.minutes_to_backlog_cleared).collect()),
        )
        .expect("text takes all");
    }
}

#[test]
fn the_small_scenario_under_a_contract() {
    insta::assert_snapshot!(course("einstieg", "contract", "by_the_book", 1));
}

#[test]
fn the_small_scenario_without_a_pact_as_it_comes() {
    insta::assert_snapshot!(course("einstieg", "none", "ad_hoc", 2));
}

#[test]
fn one_town_hall_hit_alone() {
    insta::assert_snapshot!(course("einzelfall", "practised", "by_the_book", 1));
}

#[test]
fn one_town_hall_hit_alone_and_left_alone() {
    insta::assert_snapshot!(course("einzelfall", "none", "passive", 2));
}

#[test]
fn the_region_under_a_practised_pact() {
    insta::assert_snapshot!(course("suedhessen", "practised", "by_the_book", 1));
}

#[test]
fn the_region_under_a_letter_of_intent_that_cuts_on_suspicion() {
    insta::assert_snapshot!(course("suedhessen", "loi", "cut_on_suspicion", 3));
}

#[test]
fn the_region_that_never_cuts() {
    insta::assert_snapshot!(course("suedhessen", "none", "never_cut", 2));
}

/// The reference workload, which has neither services nor phases of an attack: three runs of one size.
fn stars(municipalities: u32) -> String {
    let folder = tempfile::tempdir().expect("a folder for the scenario");
    let dir = folder.path().join("star");
    write_template(&dir, Template::ProviderStar, Some(municipalities), false)
        .expect("the template is written");
    let scenario = load(&dir.display().to_string(), &[]).expect("the template is a valid scenario");
    let scenario = Arc::new(scenario);
    let mut world = World::new(Arc::clone(&scenario));
    let mut text = String::new();
    for run in 0..3 {
        let start = Start {
            seed: 7,
            run,
            pact: 0,
        };
        let mut exercise = Exercise::new(world, start, Vec::new(), None);
        let end = exercise.end();
        exercise.advance_to(end);
        let sim = exercise.sim();
        let spread = sim.spread_metrics();
        writeln!(
            text,
            "run {run}: ever infected {:.6}, days to 95 % {:?}, system-days lost {:.3}, happenings {}, fingerprint {}",
            spread.ever_infected_share,
            spread.days_to_95pct,
            spread.system_days_lost,
            sim.events(),
            sim.fingerprint()
        )
        .expect("text takes all");
        world = exercise.into_sim();
    }
    text
}

#[test]
fn the_small_star() {
    insta::assert_snapshot!(stars(22));
}

#[test]
fn the_star_of_a_state() {
    insta::assert_snapshot!(stars(421));
}
