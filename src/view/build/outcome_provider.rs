//! The end screen of a provider: what its work was for, its promises, and what it waited for.

use std::collections::BTreeMap;

use super::words::{Look, WithMoment, service_name};
use crate::sim::{Known, ServiceMetrics, Sim, notice};
use crate::view::{CustomersOutcome, ProviderOutcome};
use crate::vocab::{AdministrationId, SimTime, SystemId, Text};

/// What waits for other work of the own house is counted together.
const WAITS: &str = "waits-";

/// Returns what the work of a provider came to; `counted` are the services of its customers.
pub fn of(sim: &Sim, seat: AdministrationId, counted: &[&ServiceMetrics]) -> ProviderOutcome {
    let known = sim.known(seat);
    let (services, never_down) = services(sim, seat, counted);
    let mut steps = moments(known);
    steps.extend(lines(known));
    steps.extend(products(sim, seat));
    steps.extend(reports(known));
    ProviderOutcome {
        steps,
        services,
        never_down,
        waits: waits(known),
    }
}

/// Services of customers that hang on systems of the provider, worst first, and how many of them fell nowhere.
fn services(
    sim: &Sim,
    seat: AdministrationId,
    counted: &[&ServiceMetrics],
) -> (Vec<CustomersOutcome>, u32) {
    let mut found: BTreeMap<usize, CustomersOutcome> = BTreeMap::new();
    let hanging = sim.known(seat).customers_services();
    for of in counted.iter().filter(|of| hanging.contains(&of.id)) {
        let template = &sim.scenario().services[of.template];
        let row = found
            .entry(of.template)
            .or_insert_with(|| CustomersOutcome {
                name: service_name(template),
                customers: 0,
                down: 0,
                in_time: 0,
                too_late: 0,
                normal: 0,
                lost_service_hours: 0.0,
            });
        let fell = of.first_down.is_some();
        row.customers += 1;
        row.down += u32::from(fell);
        row.in_time += u32::from(fell && of.waz_met == Some(true));
        row.too_late += u32::from(of.mta_broken == Some(true));
        row.normal += u32::from(fell && of.minutes_to_normal.is_some());
        row.lost_service_hours += of.lost_service_hours;
    }
    let (mut fell, never): (Vec<_>, Vec<_>) = found.into_values().partition(|row| row.down > 0);
    fell.sort_by(|a, b| {
        let worse = b.too_late.cmp(&a.too_late);
        worse.then(b.lost_service_hours.total_cmp(&a.lost_service_hours))
    });
    (fell, u32::try_from(never.len()).unwrap_or(u32::MAX))
}

/// From noticing to word to the customers, examination and release.
fn moments(known: Known) -> Vec<(Option<bool>, Text)> {
    let (noticed, key) = match (known.own_hit(), known.provider_suspected()) {
        (Some(hit), _) => (hit, "outcome-provider-noticed"),
        (None, Some(suspected)) => (suspected, "outcome-provider-suspected"),
        (None, None) => return vec![(None, Text::new("outcome-provider-not-noticed"))],
    };
    let after = |key: &'static str, at: SimTime| Text::new(key).minutes("after", at.since(noticed));
    let mut steps = vec![(None, Text::new(key).moment("at", known.stamp(noticed)))];
    let told = known.customers_told();
    // The promise is about an attack that was found, not about a suspicion.
    let is_hit = known.own_hit().is_some();
    let promised = known.pact_terms().notice_within.filter(|_| is_hit);
    let mut word = match (told, promised) {
        (Some(told), None) => after("outcome-provider-told", told),
        (Some(told), Some(_)) => after("outcome-provider-told-promised", told),
        (None, None) => Text::new("outcome-provider-not-told"),
        (None, Some(_)) => Text::new("outcome-provider-not-told-promised"),
    };
    if let Some(within) = promised {
        word = word.minutes("promised", within);
    }
    let kept = promised.map(|within| told.is_some_and(|told| told.since(noticed) <= within));
    if is_hit || told.is_some() {
        steps.push((kept, word));
    }
    if known.recovery_needed().is_some() {
        steps.push((
            None,
            known.examined().map_or_else(
                || Text::new("outcome-provider-not-examined"),
                |(at, _)| after("outcome-provider-examined", at),
            ),
        ));
        steps.push((
            None,
            known.own_cleared().map_or_else(
                || Text::new("outcome-provider-not-released"),
                |at| after("outcome-provider-released", at),
            ),
        ));
    }
    steps
}

/// Lines to customers at the end: open, and why the others are not.
fn lines(known: Known) -> Vec<(Option<bool>, Text)> {
    let customers = known.customers_in_order();
    let cut = |customer: &AdministrationId| known.line_to_customer_cut(*customer);
    let all = customers.len() as i64;
    let closed: Vec<(AdministrationId, bool)> = customers
        .iter()
        .filter_map(|customer| Some((*customer, cut(customer)?.1)))
        .collect();
    let open = all - closed.len() as i64;
    let text = Text::new("outcome-provider-lines");
    let mut steps = vec![(None, text.count("open", open).count("all", all))];
    let own_is_safe = known.recovery_needed().is_none() || known.own_cleared().is_some();
    let mut why: BTreeMap<&'static str, i64> = BTreeMap::new();
    for (customer, at_own_end) in closed {
        let key = match (at_own_end, known.may_admit_cleared(customer)) {
            (false, _) => "outcome-provider-line-theirs",
            (true, true) => "outcome-provider-line-yours",
            (true, false) if !own_is_safe => "outcome-provider-line-own-release",
            (true, false) => "outcome-provider-line-statement",
        };
        *why.entry(key).or_default() += 1;
    }
    let why = why.into_iter();
    steps.extend(why.map(|(key, count)| (None, Text::new(key).count("count", count))));
    if known.has_set_order_of_customers() {
        steps.push((None, Text::new("outcome-provider-order")));
    }
    steps
}

/// How many products are ready again: for all customers that use them, or for some. What was built twice counts once.
fn products(sim: &Sim, seat: AdministrationId) -> Option<(Option<bool>, Text)> {
    let mut parts: BTreeMap<SystemId, BTreeMap<AdministrationId, bool>> = BTreeMap::new();
    for part in sim.product_parts(seat) {
        let of = parts.entry(part.product).or_default();
        of.insert(part.customer, part.is_ready);
    }
    if parts.is_empty() {
        return None;
    }
    let ready = |of: &BTreeMap<_, bool>| of.values().filter(|is_ready| **is_ready).count();
    let whole = parts.values().filter(|of| ready(of) == of.len()).count();
    let some = parts.values().filter(|of| ready(of) > 0).count();
    let text = Text::new("outcome-provider-products")
        .count("whole", whole as i64)
        .count("part", (some - whole) as i64)
        .count("all", parts.len() as i64);
    Some((None, text))
}

/// Reports by law: in time, late, or not at all.
fn reports(known: Known) -> Vec<(Option<bool>, Text)> {
    let owed = known.notices().iter();
    owed.map(|owed| {
        let (kept, key) = match owed.filed {
            Some(filed) if filed <= owed.due => (Some(true), "outcome-report-in-time"),
            Some(_) => (Some(false), "outcome-report-late"),
            None if known.now() > owed.due => (Some(false), "outcome-report-missed"),
            None => (None, "outcome-report-open"),
        };
        (kept, Text::new(key).text("report", notice(owed.duty)))
    })
    .collect()
}

/// What the open work waits for at the end, with how many pieces of it.
fn waits(known: Known) -> Vec<Text> {
    let mut counted: Vec<(Text, i64)> = Vec::new();
    for order in known.orders() {
        let Some(what) = order.waits_for.filter(|_| !order.is_done) else {
            continue;
        };
        let what = if what.key.starts_with(WAITS) {
            what
        } else {
            Text::new("outcome-waits-own-work")
        };
        match counted.iter_mut().find(|(other, _)| *other == what) {
            Some((_, count)) => *count += 1,
            None => counted.push((what, 1)),
        }
    }
    counted.sort_by_key(|(_, count)| core::cmp::Reverse(*count));
    let say = |(what, count)| {
        let text = Text::new("outcome-provider-waits").count("count", count);
        text.text("what", what)
    };
    counted.into_iter().map(say).collect()
}
