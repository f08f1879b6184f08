//! The end screen: the only view that may tell what was hidden, since the exercise is over.

use super::aid::waited;
use super::words::{WithMoment, local, service_name};
use super::{course, outcome_provider};
use crate::sim::{AidMetrics, RunMetrics, ServiceMetrics, Sim};
use crate::view::{AidOutcome, ClauseOutcome, CourseSum, Outcome, ServiceOutcome};
use crate::vocab::{AdministrationId, SimTime, Text};

/// Returns what a seat achieved; for the time after `EndEx` only.
#[must_use]
pub fn outcome(sim: &Sim, seat: AdministrationId) -> Outcome {
    let metrics = sim.run_metrics();
    let counted = counted(sim, &metrics, seat);
    let mut own = counted.clone();
    own.retain(|service| service.administration == seat);
    own.sort_by(|a, b| {
        let broken = |of: &ServiceMetrics| of.mta_broken != Some(true);
        let missed = |of: &ServiceMetrics| of.waz_met != Some(false);
        broken(a)
            .cmp(&broken(b))
            .then(missed(a).cmp(&missed(b)))
            .then(b.lost_service_hours.total_cmp(&a.lost_service_hours))
            .then(a.id.cmp(&b.id))
    });
    Outcome {
        sum: sum(sim, seat, &counted),
        provider: (!counted.is_empty() && own.is_empty())
            .then(|| outcome_provider::of(sim, seat, &counted)),
        ghosts: Vec::new(),
        ghosts_to_come: 0,
        services: own.into_iter().map(|of| service(sim, of)).collect(),
        aid: metrics
            .aid
            .iter()
            .filter(|of| of.asker == seat || of.helper == seat)
            .map(|of| aid(sim, of))
            .collect(),
        clauses: clauses(sim, seat),
        marks: marks(sim),
        was_hit: sim.was_hit(seat),
    }
}

/// Returns what a seat's services came to; for the time after `EndEx` only.
#[must_use]
pub fn course_sum(sim: &Sim, seat: AdministrationId) -> CourseSum {
    let metrics = sim.run_metrics();
    sum(sim, seat, &counted(sim, &metrics, seat))
}

/// The services by which a seat is measured: its own, or those of its customers where it offers none itself.
fn counted<'m>(
    sim: &Sim,
    metrics: &'m RunMetrics,
    seat: AdministrationId,
) -> Vec<&'m ServiceMetrics> {
    let all = &sim.scenario().administrations;
    let offers = !all[seat.index()].services.is_empty();
    let is_counted = |service: &&ServiceMetrics| {
        let at = service.administration;
        at == seat || !offers && all[at.index()].provider == Some(seat.index())
    };
    metrics.services.iter().filter(is_counted).collect()
}

fn sum(sim: &Sim, seat: AdministrationId, own: &[&ServiceMetrics]) -> CourseSum {
    let too_late = own.iter().filter(|of| of.mta_broken == Some(true)).count();
    CourseSum {
        lost_service_hours: own.iter().map(|of| of.lost_service_hours).sum(),
        people_unpaid: own.iter().map(|of| of.people_unpaid).sum(),
        too_late: u32::try_from(too_late).unwrap_or(u32::MAX),
        steps: course::mean_steps(sim.known(seat), sim.scenario().start_ex),
    }
}

fn service(sim: &Sim, of: &ServiceMetrics) -> ServiceOutcome {
    let template = &sim.scenario().services[of.template];
    ServiceOutcome {
        name: service_name(template),
        criticality: template.criticality,
        was_down: of.first_down.is_some(),
        emergency_minutes: (of.minutes_to_emergency_level, template.waz_minutes),
        mta_minutes: template.mta_minutes,
        mta_broken: of.mta_broken == Some(true),
        later_outage_minutes: of.later_outage_minutes(),
        normal_minutes: of.minutes_to_normal,
        lost_service_hours: of.lost_service_hours,
    }
}

fn aid(sim: &Sim, of: &AidMetrics) -> AidOutcome {
    let name = |id: AdministrationId| sim.scenario().administrations[id.index()].name.clone();
    AidOutcome {
        kind: of.kind,
        from: name(of.asker),
        to: name(of.helper),
        waited_minutes: of.at_work.map(|at| at.since(of.requested)),
        state: of.state,
        reason: of.reason.clone(),
        waited: waited(&of.waited_minutes),
        helper_lost_service_hours: of.helper_lost_service_hours,
    }
}

/// What the clauses of the pact did for the requests of a seat; those that did nothing are left out.
fn clauses(sim: &Sim, seat: AdministrationId) -> Vec<ClauseOutcome> {
    let of_seat = sim.clauses_for(seat).into_iter();
    of_seat
        .filter(|of| of.binding_minutes > 0 || of.broken > 0 || of.missing > 0)
        .map(|of| {
            let clause = &sim.scenario().clauses[of.clause];
            ClauseOutcome {
                paragraph: clause.paragraph.clone(),
                title: local(&clause.title),
                binding_minutes: of.binding_minutes,
                broken: of.broken,
                missing: of.missing,
            }
        })
        .collect()
}

/// The moments of the attack that are open to all now, oldest first.
fn marks(sim: &Sim) -> Vec<Text> {
    let marks = sim.marks();
    let mut dated: Vec<(SimTime, &str)> = [
        (marks.first_compromise, "outcome-first-compromise"),
        (marks.detected, "outcome-detected"),
        (marks.impact, "outcome-impact"),
        (marks.contained, "outcome-contained"),
    ]
    .into_iter()
    .filter_map(|(at, key)| at.map(|at| (at, key)))
    .collect();
    dated.sort_by_key(|(at, _)| *at);
    dated
        .into_iter()
        .map(|(at, key)| Text::new(key).moment("at", sim.calendar().stamp(at)))
        .collect()
}
