//! The JSON document of a run. Field names and units are a contract; see `docs/run.schema.json`.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::exercise::Exercise;
use crate::scenario::{Clause, Scenario};
use crate::sim::{AidMetrics, ClauseMetrics, RunMetrics, ServiceMetrics, SpreadMetrics};
use crate::vocab::{AdministrationId, SimTime, VERSION, WaitCause};

/// `beistand.run/1`.
#[derive(Debug, Serialize)]
pub(super) struct RunDocument<'a> {
    schema: &'static str,
    version: &'static str,
    scenario: &'a str,
    scenario_hash: &'a str,
    begins: String,
    seed: u64,
    replication: u64,
    pact: &'a str,
    response: &'a str,
    until_minutes: u32,
    fingerprint: String,
    events: u64,
    marks: MarksPart,
    region: RegionPart,
    spread: SpreadPart,
    pub(super) services: Vec<ServicePart<'a>>,
    aid: Vec<AidPart<'a>>,
    clauses: Vec<ClausePart<'a>>,
}

#[derive(Debug, Serialize)]
struct MarksPart {
    first_compromise: Option<SimTime>,
    detected: Option<SimTime>,
    impact: Option<SimTime>,
    contained: Option<SimTime>,
}

#[derive(Debug, Serialize)]
struct RegionPart {
    lost_service_hours: f64,
    weighted_lost_service_hours: f64,
    people_unpaid: u32,
    waz_missed: u32,
    mta_breaches: u32,
    cases_delayed: f64,
    cases_lost: f64,
    backlog_cost_eur: f64,
    helper_lost_service_hours: f64,
    minimum_level_share: f64,
}

#[derive(Debug, Serialize)]
struct SpreadPart {
    ever_infected_share: f64,
    days_to_95pct: Option<f64>,
    system_days_lost: f64,
}

/// One service of one administration: an element of `services`, a row of `--csv`.
#[derive(Debug, Default, Clone, Serialize)]
pub(super) struct ServicePart<'a> {
    administration: &'a str,
    service: &'a str,
    first_down_minute: Option<SimTime>,
    minutes_to_emergency_operation: Option<u32>,
    minutes_to_emergency_level: Option<u32>,
    minutes_to_partial: Option<u32>,
    minutes_to_normal: Option<u32>,
    minutes_to_backlog_cleared: Option<u32>,
    waz_met: Option<bool>,
    mta_broken: Option<bool>,
    minutes_beyond_mta: Option<u32>,
    lost_service_hours: f64,
    lost_by_giving_service_hours: f64,
    people_unpaid: u32,
    waiting_cases: f64,
    cases_delayed: f64,
    cases_lost: f64,
    backlog_cost_eur: f64,
}

impl ServicePart<'_> {
    /// Returns the same with figures to three decimals, for tables: more of them say nothing.
    pub(super) fn rounded(&self) -> Self {
        let three = |figure: f64| libm::round(figure * 1000.0) / 1000.0;
        Self {
            lost_service_hours: three(self.lost_service_hours),
            lost_by_giving_service_hours: three(self.lost_by_giving_service_hours),
            waiting_cases: three(self.waiting_cases),
            cases_delayed: three(self.cases_delayed),
            cases_lost: three(self.cases_lost),
            backlog_cost_eur: three(self.backlog_cost_eur),
            ..self.clone()
        }
    }
}

#[derive(Debug, Serialize)]
struct AidPart<'a> {
    kind: &'static str,
    from: &'a str,
    to: &'a str,
    requested_minute: SimTime,
    granted_minute: Option<SimTime>,
    amount: u32,
    at_work_minute: Option<SimTime>,
    ended_minute: Option<SimTime>,
    outcome: &'static str,
    reason: Option<String>,
    waited_minutes: BTreeMap<&'static str, u32>,
    person_hours: f64,
    cost_eur: f64,
    helper_lost_service_hours: f64,
}

#[derive(Debug, Serialize)]
struct ClausePart<'a> {
    clause: &'a str,
    paragraph: &'a str,
    in_force: bool,
    binding_minutes: u64,
    broken: u32,
    missing: u32,
}

/// Makes the document of a finished run.
pub(super) fn run_document<'a>(
    exercise: &'a Exercise,
    response: &'a str,
    metrics: &RunMetrics,
) -> RunDocument<'a> {
    let scenario: &Scenario = exercise.scenario();
    let start = exercise.start();
    let sim = exercise.sim();
    let mut services: Vec<ServicePart> = metrics
        .services
        .iter()
        .map(|service| service_part(scenario, service))
        .collect();
    services.sort_by_key(|part| (part.administration, part.service));
    let mut aid: Vec<AidPart> = metrics
        .aid
        .iter()
        .map(|aid| aid_part(scenario, aid))
        .collect();
    aid.sort_by_key(|part| (part.from, part.to, part.kind, part.requested_minute));
    RunDocument {
        schema: "beistand.run/1",
        version: VERSION,
        scenario: &scenario.id,
        scenario_hash: &scenario.hash,
        begins: sim.calendar().begins_rfc3339(),
        seed: start.seed,
        replication: start.run,
        pact: &scenario.pacts[start.pact].id,
        response,
        until_minutes: sim.now().0,
        fingerprint: sim.fingerprint(),
        events: metrics.events,
        marks: MarksPart {
            first_compromise: metrics.marks.first_compromise,
            detected: metrics.marks.detected,
            impact: metrics.marks.impact,
            contained: metrics.marks.contained,
        },
        region: RegionPart {
            lost_service_hours: metrics.region.lost_service_hours,
            weighted_lost_service_hours: metrics.region.weighted_lost_service_hours,
            people_unpaid: metrics.region.people_unpaid,
            waz_missed: metrics.region.waz_missed,
            mta_breaches: metrics.region.mta_breaches,
            cases_delayed: metrics.region.cases_delayed,
            cases_lost: metrics.region.cases_lost,
            backlog_cost_eur: metrics.region.backlog_cost_eur,
            helper_lost_service_hours: metrics.region.helper_lost_service_hours,
            minimum_level_share: metrics.region.minimum_level_share,
        },
        spread: spread_part(sim.spread_metrics()),
        services,
        aid,
        clauses: metrics
            .clauses
            .iter()
            .map(|of| clause_part(&scenario.clauses[of.clause], of))
            .collect(),
    }
}

fn spread_part(spread: SpreadMetrics) -> SpreadPart {
    SpreadPart {
        ever_infected_share: spread.ever_infected_share,
        days_to_95pct: spread.days_to_95pct,
        system_days_lost: spread.system_days_lost,
    }
}

fn key(scenario: &Scenario, id: AdministrationId) -> &str {
    &scenario.administrations[id.index()].id
}

fn service_part<'a>(scenario: &'a Scenario, service: &ServiceMetrics) -> ServicePart<'a> {
    ServicePart {
        administration: key(scenario, service.administration),
        service: &scenario.services[service.template].id,
        first_down_minute: service.first_down,
        minutes_to_emergency_operation: service.minutes_to_emergency_operation,
        minutes_to_emergency_level: service.minutes_to_emergency_level,
        minutes_to_partial: service.minutes_to_partial,
        minutes_to_normal: service.minutes_to_normal,
        minutes_to_backlog_cleared: service.minutes_to_backlog_cleared,
        waz_met: service.waz_met,
        mta_broken: service.mta_broken,
        minutes_beyond_mta: service.minutes_beyond_mta,
        lost_service_hours: service.lost_service_hours,
        lost_by_giving_service_hours: service.lost_by_giving_hours,
        people_unpaid: service.people_unpaid,
        waiting_cases: service.waiting,
        cases_delayed: service.cases_delayed,
        cases_lost: service.cases_lost,
        backlog_cost_eur: service.backlog_cost_eur,
    }
}

fn clause_part<'a>(clause: &'a Clause, of: &ClauseMetrics) -> ClausePart<'a> {
    ClausePart {
        clause: &clause.id,
        paragraph: &clause.paragraph,
        in_force: of.in_force,
        binding_minutes: of.binding_minutes,
        broken: of.broken,
        missing: of.missing,
    }
}

/// Minutes by cause.
fn waited_by_cause(minutes: &[u32]) -> BTreeMap<&'static str, u32> {
    let causes = WaitCause::ALL.iter().map(|cause| cause.id());
    causes.zip(minutes.iter().copied()).collect()
}

fn aid_part<'a>(scenario: &'a Scenario, aid: &AidMetrics) -> AidPart<'a> {
    AidPart {
        kind: aid.kind.id(),
        from: key(scenario, aid.helper),
        to: key(scenario, aid.asker),
        requested_minute: aid.requested,
        granted_minute: aid.granted,
        amount: aid.amount,
        at_work_minute: aid.at_work,
        ended_minute: aid.ended,
        outcome: aid.state.id(),
        reason: aid
            .reason
            .as_ref()
            .map(|reason| reason.key.replace('-', "_")),
        waited_minutes: waited_by_cause(&aid.waited_minutes),
        person_hours: aid.person_hours,
        cost_eur: aid.cost_eur,
        helper_lost_service_hours: aid.helper_lost_service_hours,
    }
}
