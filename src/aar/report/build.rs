//! Puts a report together from a record.

use super::aid;
use super::curves;
use super::document::{
    CouncilPart, HardestPart, InfluencePart, InputsPart, LostPart, ReportDocument, SecondTryPart,
    ServicePart, SpreadPart, SumPart, TotalsPart, UnpaidMostPart, WaitedMostPart, WorthPart,
};
use super::evaluation;
use super::injects;
use super::others::{self, Others};
use super::practice;
use super::timeline;
use crate::aar::played::Played;
use crate::aar::score::Verdict;
use crate::drill::Onlooker;
use crate::journal::{Folder, RecordError};
use crate::scenario::FigureOrigin;
use crate::sim::Sim;
use crate::vocab::{AdministrationId, ServiceId, VERSION};

/// Services named on the first page.
const HARDEST: usize = 3;

/// Why there is no report.
#[derive(Debug, thiserror::Error)]
pub enum ReportError {
    /// A file of the record cannot be read.
    #[error(transparent)]
    Record(#[from] RecordError),
    /// The scenario has no such response plan; these are there.
    #[error("the plan of the record is not among {0:?}")]
    Response(Vec<String>),
}

/// Makes the report of a record that was played again, with so many other futures, and with what its assumptions move
/// if that was reckoned.
///
/// # Errors
/// If observations or improvement plan cannot be read, or the response plan is not there.
pub fn report(
    record: &Folder,
    played: &Played,
    runs: u32,
    influence: Option<InfluencePart>,
    onlooker: &dyn Onlooker,
) -> Result<ReportDocument, ReportError> {
    let beginning = &played.beginning;
    let scenario = &beginning.scenario;
    let sim = played.exercise.sim();
    let noted = record.observations()?;
    let has_services = !scenario.services.is_empty();
    let others = if has_services {
        Some(others::others(played).map_err(ReportError::Response)?)
    } else {
        None
    };
    let hardest = curves::hardest(played, HARDEST);
    let ids: Vec<ServiceId> = hardest.iter().map(|(_, id, _)| *id).collect();
    // Other futures go to the planned end; a record without it says nothing of them.
    let (futures, outages) = if runs > 0 && has_services && played.exercise.has_ended() {
        let asked = others::question(played).map_err(ReportError::Response)?;
        let (futures, outages) = others::futures(&asked, &ids, runs, onlooker);
        (Some(futures), outages)
    } else {
        (None, vec![None; ids.len()])
    };
    let metrics = sim.run_metrics();
    let marks = timeline::marks(played);
    let observations = evaluation::observations(&noted);
    let objectives = evaluation::objectives(played, &observations);
    let improvements = evaluation::improvements(record.improvements()?, &observations, &objectives);
    let services = services(played);
    let requests = aid::requests(played, &metrics.aid);
    let waiting = aid::waiting(&requests);
    let ledger = aid::ledger(played, &metrics.aid);
    let clauses = aid::clauses(played);
    let totals = totals(played, others.as_ref(), futures);
    let mut council = CouncilPart {
        hardest: worst(played, &hardest, outages),
        worth_of_aid: totals
            .without_aid
            .map(|other| worth(&totals.played, &other)),
        worth_of_aid_bots: totals
            .bots
            .zip(totals.bots_without_aid)
            .map(|(with, without)| worth(&with, &without)),
        ..council(played, &services)
    };
    council.person_hours = ledger.iter().map(|of| of.hours_given).sum();
    council.cost_eur = totals.played.aid_cost_eur;
    let given = metrics.aid.iter().filter(|aid| aid.at_work.is_some());
    let without_rate = given.filter(|aid| !played.has_rate(aid));
    council.hours_without_rate = without_rate.map(|aid| aid.person_hours).sum();
    council.helper_lost_service_hours = totals.played.helper_lost_service_hours;
    let most = ledger.iter().filter(|of| of.hours_given > 0.0);
    let most = most.max_by(|a, b| a.hours_given.total_cmp(&b.hours_given));
    council.gave_most = most.map(|of| of.administration.clone());
    let waited: u64 = waiting.iter().map(|of| of.minutes).sum();
    council.waited_most = waiting.first().map(|of| WaitedMostPart {
        cause: of.cause,
        minutes: of.minutes,
        of_100: 100.0 * of.minutes as f64 / waited.max(1) as f64,
    });
    let missed = clauses.iter().filter(|of| of.missing > 0);
    let missed = missed.max_by(|a, b| a.missing.cmp(&b.missing).then(b.clause.cmp(&a.clause)));
    council.missed_most = missed.map(|of| of.clause.clone());
    for objective in &objectives {
        match objective.verdict {
            Verdict::Met => council.objectives_met += 1,
            Verdict::Missed => council.objectives_missed += 1,
            Verdict::RatedByPeople => council.objectives_by_people += 1,
            _ => council.objectives_unmeasured += 1,
        }
        let is_told = matches!(objective.verdict, Verdict::Met | Verdict::Missed);
        if !is_told && objective.ratings.is_empty() {
            council.objectives_open += 1;
        }
    }
    Ok(ReportDocument {
        schema: "beistand.report/1",
        version: VERSION,
        recorded_version: record.version.clone(),
        scenario: scenario.id.clone(),
        scenario_hash: scenario.hash.clone(),
        begins: sim.calendar().begins_rfc3339(),
        start_ex_minute: scenario.start_ex,
        end_ex_minute: played.exercise.end(),
        until_minute: played.now(),
        second_try: beginning.parent.as_ref().map(|parent| SecondTryPart {
            record: parent.record.clone(),
            line: parent.line,
            minute: parent.minute,
        }),
        has_ended: played.exercise.has_ended(),
        seed: beginning.start.seed,
        replication: beginning.start.run,
        pact: scenario.pacts[beginning.start.pact].id.clone(),
        response: beginning.response.clone(),
        seats: keys(played, &played.seats()),
        fingerprint: sim.fingerprint(),
        council,
        stages: timeline::stages(played),
        injects: injects::injects(played),
        course: curves::curves(played, others.as_ref()),
        timeline: timeline::timeline(played, &marks, &metrics.aid),
        marks,
        totals,
        services,
        ledger,
        aid: requests,
        waiting,
        clauses,
        objectives,
        observations,
        improvements,
        hot_wash: evaluation::hot_wash(played, &noted),
        inputs: inputs(played),
        influence,
    })
}

fn keys(played: &Played, seats: &[AdministrationId]) -> Vec<String> {
    let mut keys: Vec<String> = seats
        .iter()
        .map(|seat| played.key(*seat).to_owned())
        .collect();
    keys.sort_unstable();
    keys
}

fn council(played: &Played, services: &[ServicePart]) -> CouncilPart {
    let count =
        |counts: fn(&ServicePart) -> bool| services.iter().filter(|of| counts(of)).count() as u32;
    let sim = played.exercise.sim();
    let seats = played.seats();
    let own = seats.iter().flat_map(|seat| sim.services_of(*seat));
    let still_down = own.filter(|id| sim.service_metrics(*id).is_below);
    let pay_runs = seats.iter().flat_map(|seat| {
        let services = sim.known(*seat).services();
        let paying = services.filter(|own| own.recipients > 0);
        paying.map(|own| played.pay_runs_due(*seat, own.id) as u32)
    });
    let unpaid = services.iter().filter(|of| of.people_unpaid > 0);
    let unpaid_most = unpaid.max_by_key(|of| of.people_unpaid);
    CouncilPart {
        services: services.len() as u32,
        services_down: count(|of| of.first_down_minute.is_some()),
        waz_missed: count(|of| of.waz_met == Some(false)),
        mta_breaches: count(|of| of.mta_broken == Some(true)),
        still_down: still_down.count() as u32,
        people_decisions: practice::decisions(played).len() as u32,
        stood_in_of_100: practice::stood_in_of_100(played),
        pay_runs_due: pay_runs.sum(),
        people_unpaid: services.iter().map(|of| of.people_unpaid).sum(),
        unpaid_most: unpaid_most.map(|of| UnpaidMostPart {
            seat: of.seat.clone(),
            service: of.service.clone(),
            people_unpaid: of.people_unpaid,
        }),
        hardest: Vec::new(),
        worth_of_aid: None,
        worth_of_aid_bots: None,
        person_hours: 0.0,
        cost_eur: 0.0,
        hours_without_rate: 0.0,
        helper_lost_service_hours: 0.0,
        gave_most: None,
        waited_most: None,
        missed_most: None,
        objectives_met: 0,
        objectives_missed: 0,
        objectives_open: 0,
        objectives_by_people: 0,
        objectives_unmeasured: 0,
    }
}

fn worst(
    played: &Played,
    hardest: &[(AdministrationId, ServiceId, f64)],
    outages: Vec<Option<SpreadPart>>,
) -> Vec<HardestPart> {
    let sim = played.exercise.sim();
    let scenario = &played.beginning.scenario;
    let parts = hardest.iter().zip(outages);
    parts
        .map(|((seat, id, cases), other_luck_minutes)| HardestPart {
            seat: played.key(*seat).to_owned(),
            service: scenario.services[sim.template_of(*id)].id.clone(),
            minutes: others::outage(sim, *id),
            is_over: !sim.service_metrics(*id).is_below,
            cases: *cases,
            other_luck_minutes,
        })
        .collect()
}

fn worth(with: &SumPart, without: &SumPart) -> WorthPart {
    let more = |with: u32, without: u32| i64::from(without) - i64::from(with);
    WorthPart {
        lost_service_hours: without.lost_service_hours - with.lost_service_hours,
        people_unpaid: more(with.people_unpaid, without.people_unpaid),
        mta_breaches: more(with.mta_breaches, without.mta_breaches),
        cases: without.cases_delayed + without.cases_lost - with.cases_delayed - with.cases_lost,
    }
}

fn totals(
    played: &Played,
    others: Option<&Others>,
    futures: Option<super::document::FuturesPart>,
) -> TotalsPart {
    let lost = others.map_or(&[][..], |others| &others.lost);
    TotalsPart {
        played: sum(played.exercise.sim()),
        without_aid: others.map(|others| sum(others.without_aid.sim())),
        bots: others.map(|others| sum(others.bots.sim())),
        bots_without_aid: others.map(|others| sum(others.bots_without_aid.sim())),
        lost_decisions: lost
            .iter()
            .map(|lost| LostPart {
                line: lost.deed.sequence,
                minute: lost.deed.line.minute,
                seat: played.key(lost.deed.line.seat).to_owned(),
                reason: lost.refusal.reason.key.to_string(),
            })
            .collect(),
        futures,
    }
}

fn sum(sim: &Sim) -> SumPart {
    let metrics = sim.run_metrics();
    let region = metrics.region;
    SumPart {
        lost_service_hours: region.lost_service_hours,
        people_unpaid: region.people_unpaid,
        waz_missed: region.waz_missed,
        mta_breaches: region.mta_breaches,
        cases_delayed: region.cases_delayed,
        cases_lost: region.cases_lost,
        cases_late_or_lost: region.cases_delayed + region.cases_lost,
        backlog_cost_eur: region.backlog_cost_eur,
        aid_cost_eur: metrics.aid.iter().map(|aid| aid.cost_eur).sum(),
        helper_lost_service_hours: region.helper_lost_service_hours,
        minimum_level_of_100: region.minimum_level_share * 100.0,
    }
}

fn services(played: &Played) -> Vec<ServicePart> {
    let sim = played.exercise.sim();
    let templates = &played.beginning.scenario.services;
    let seats = played.seats().into_iter();
    let all = seats.flat_map(|seat| sim.services_of(seat).map(move |id| (seat, id)));
    all.map(|(seat, id)| {
        let of = sim.service_metrics(id);
        let template = &templates[of.template];
        ServicePart {
            seat: played.key(seat).to_owned(),
            service: template.id.clone(),
            criticality: template.criticality,
            first_down_minute: of.first_down,
            waz_minutes: template.waz_minutes,
            minutes_to_emergency_level: of.minutes_to_emergency_level,
            waz_met: of.waz_met,
            mta_minutes: template.mta_minutes,
            mta_broken: of.mta_broken,
            minutes_beyond_mta: of.minutes_beyond_mta,
            later_outage_minutes: of.later_outage_minutes(),
            minutes_to_normal: of.minutes_to_normal,
            lost_service_hours: of.lost_service_hours,
            waiting_cases: of.waiting,
            cases_delayed: of.cases_delayed,
            cases_lost: of.cases_lost,
            cases_late_or_lost: of.cases_delayed + of.cases_lost,
            people_unpaid: of.people_unpaid,
        }
    })
    .collect()
}

fn inputs(played: &Played) -> InputsPart {
    let inputs = played.beginning.scenario.inputs;
    let of = |origin| inputs.of(origin);
    let published = of(FigureOrigin::Published) + of(FigureOrigin::Derived);
    let assumed = of(FigureOrigin::Estimate) + of(FigureOrigin::Unsaid);
    let of_100 = |count: u32| 100.0 * f64::from(count) / f64::from(inputs.total().max(1));
    InputsPart {
        total: inputs.total(),
        own: of(FigureOrigin::Own),
        published: of(FigureOrigin::Published),
        derived: of(FigureOrigin::Derived),
        estimate: of(FigureOrigin::Estimate),
        unsaid: of(FigureOrigin::Unsaid),
        own_of_100: of_100(of(FigureOrigin::Own)),
        published_of_100: of_100(published),
        assumed_of_100: of_100(assumed),
    }
}
