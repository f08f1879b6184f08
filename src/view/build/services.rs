//! The services of the landing screen, worst and most urgent first.

use super::causes::{self, Cause};
use super::deadlines::{self, Deadlines};
use super::remedies::remedies;
use super::words::{Look, of_100, service_name, system_name, whole};
use super::work::Forecast;
use crate::sim::{Known, KnownService};
use crate::view::{Affected, ServiceRow, Standing};
use crate::vocab::{ServiceState, SimTime, SystemId, Text};

/// At or above this level a service runs normally.
const NORMAL: f64 = 0.95;
/// At or above this level something works.
const SOMETHING: f64 = 0.05;
/// A part of the level smaller than this is not worth a word.
const PART: f64 = 0.01;

/// Returns how a service stands. Outside its hours it is closed if it would run normally when
/// open; otherwise people must see now what will not work then.
pub fn state_of(service: &KnownService) -> ServiceState {
    let level = service.level;
    if level >= NORMAL && service.is_open {
        ServiceState::Operating
    } else if level >= NORMAL {
        ServiceState::Closed
    } else if !service.is_below() {
        ServiceState::Emergency
    } else if level >= SOMETHING {
        ServiceState::Below
    } else {
        ServiceState::Down
    }
}

/// Returns all services of the seat as rows, worst and most urgent first.
pub fn rows(known: Known, forecast: &Forecast) -> Vec<ServiceRow> {
    let mut rows: Vec<(SimTime, ServiceRow)> = known
        .services()
        .map(|service| {
            let deadlines = deadlines::of_service(known, &service);
            let urgent = deadlines.next_open().unwrap_or(SimTime::NEVER);
            (urgent, row(known, &service, deadlines, forecast))
        })
        .collect();
    rows.sort_by_key(|(urgent, row)| (rank(row.state), *urgent, row.criticality, row.id));
    rows.into_iter().map(|(_, row)| row).collect()
}

const fn rank(state: ServiceState) -> u8 {
    match state {
        ServiceState::Down => 0,
        ServiceState::Below => 1,
        ServiceState::Emergency => 2,
        ServiceState::Unknown => 3,
        ServiceState::Closed => 4,
        ServiceState::Operating => 5,
    }
}

/// Counts the services by their state.
pub fn standing(rows: &[ServiceRow]) -> Standing {
    let mut standing = Standing {
        total: u32::try_from(rows.len()).unwrap_or(u32::MAX),
        ..Standing::default()
    };
    for row in rows {
        match row.state {
            ServiceState::Operating => standing.operating += 1,
            ServiceState::Emergency => standing.emergency += 1,
            ServiceState::Below => standing.below += 1,
            ServiceState::Down => standing.down += 1,
            ServiceState::Closed => standing.closed += 1,
            ServiceState::Unknown => {}
        }
    }
    standing
}

fn row(known: Known, service: &KnownService, deadlines: Deadlines, work: &Forecast) -> ServiceRow {
    let chain = causes::chain(known, service);
    let (forecast, unforeseen) = match forecast(known, service, chain.cause, work) {
        Ok(span) => (span.map(|span| known.span(span)), None),
        Err(why) => (None, Some(why)),
    };
    let opens = known
        .calendar()
        .next_open(service.template.hours, known.now());
    let pay_run = deadlines::pay_run(known, service);
    ServiceRow {
        id: service.id,
        name: service_name(service.template),
        criticality: service.template.criticality,
        state: state_of(service),
        level_of_100: of_100(service.level),
        emergency_of_100: of_100(service.template.emergency_level),
        route: route(service),
        opens: (!service.is_open && opens != SimTime::NEVER).then(|| known.stamp(opens)),
        emergency_by: deadlines.emergency_by,
        latest_by: deadlines.latest_by,
        pay_run: pay_run.map(|(at, secured)| (known.stamp(at), secured)),
        affected: affected(service, pay_run),
        waiting: whole(service.waiting),
        remedies: remedies(known, service, chain.cause),
        forecast,
        unforeseen,
        cause_end: causes::end_of(known, chain.cause),
        causes: chain.links,
    }
}

/// How the service is delivered at the moment.
fn route(service: &KnownService) -> Text {
    let by_it = service.application_runs();
    let by_paper = service.paper_open && service.level > service.it + service.hosted + PART;
    let by_neighbour = service.hosted > PART && service.it < 1.0 - PART;
    Text::new(match (by_it, by_paper, by_neighbour) {
        (true, false, false) => "route-it",
        (false, true, false) => "route-paper",
        (false, false, true) => "route-neighbour",
        (false, false, false) => "route-none",
        _ => "route-mixed",
    })
}

fn affected(service: &KnownService, pay_run: Option<(SimTime, bool)>) -> Affected {
    if service.level >= NORMAL {
        return Affected::Nobody;
    }
    if matches!(pay_run, Some((_, false))) {
        return Affected::PeopleToPay(service.recipients);
    }
    // Who calls, writes or reads needs no clerk's workplace.
    if service.template.workplaces_share <= 0.0 {
        return Affected::Everyone;
    }
    let undone = service.demand_per_day * (1.0 - service.level);
    Affected::CasesPerDay(whole(undone).max(1))
}

/// The likely return, if what is missing is all own and all in work; else why nobody here can tell.
fn forecast(
    known: Known,
    service: &KnownService,
    cause: Cause,
    work: &Forecast,
) -> Result<Option<(SimTime, SimTime)>, Text> {
    match cause {
        Cause::Nothing => return Ok(None),
        Cause::Open => return Err(Text::new("unforeseen-open")),
        Cause::CutByUs => return Err(Text::new("unforeseen-cut")),
        Cause::CutByProvider | Cause::ProviderHit => {
            return Err(Text::new("unforeseen-provider"));
        }
        Cause::Helping => return Err(Text::new("unforeseen-helping")),
        Cause::ShutDown | Cause::OwnSystem(..) | Cause::Workplaces => {}
    }
    let mut missing = Vec::new();
    for need in known.needs(service.id) {
        collect_missing(known, need.id, &mut missing)?;
    }
    let mut span: Option<(SimTime, SimTime)> = None;
    for system in missing {
        let mut orders = work.orders.iter();
        let Some(order) = orders.find(|order| order.system == Some(system)) else {
            let name = system_name(known.system(system).name);
            return Err(Text::new("unforeseen-no-work").text("what", name));
        };
        if order.is_done {
            continue;
        }
        let Some((earliest, latest)) = order.ready else {
            return Err(work
                .why_not_behind(order.id)
                .unwrap_or_else(|| Text::new("unforeseen-open")));
        };
        let (a, b) = span.unwrap_or((earliest, latest));
        span = Some((a.max(earliest), b.max(latest)));
    }
    span.map(Some)
        .ok_or_else(|| Text::new("unforeseen-accepting"))
}

/// Collects the own systems that are missing below a system. Something of others that is missing too nobody here can
/// date.
fn collect_missing(
    known: Known,
    system: SystemId,
    missing: &mut Vec<SystemId>,
) -> Result<(), Text> {
    let seen = known.system(system);
    if seen.usable.is_some_and(|usable| usable >= NORMAL) {
        return Ok(());
    }
    if seen.owner != known.seat() {
        let text = Text::new("unforeseen-others").text("what", system_name(seen.name));
        return Err(text.name("owner", known.place(seen.owner)));
    }
    let before = missing.len();
    for supplier in known.suppliers(system) {
        collect_missing(known, supplier.id, missing)?;
    }
    let waits_for_others = missing.len() > before;
    let has_order = known
        .orders()
        .iter()
        .any(|order| order.system == Some(system));
    if (has_order || !waits_for_others) && !missing.contains(&system) {
        missing.push(system);
    }
    Ok(())
}
