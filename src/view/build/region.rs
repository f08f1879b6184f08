//! Region: what was reported, place by place, and what it comes to.

use super::places;
use super::words::{Look, of_100, service_name};
use crate::sim::{Known, SituationReport};
use crate::view::{
    CourseView, Helpers, NextDeadline, Place, PlaceGroup, PlaceReport, RegionView, Series, Served,
};
use crate::vocab::{AdministrationId, DAY, HOUR, ServiceState, SimTime, Text};

/// A report older than this says so.
pub const OLD_AFTER: u32 = 6 * HOUR;

/// Returns the region as the seat knows it; `course` is the seat's own.
pub fn region(known: Known, course: &CourseView) -> RegionView {
    let (order, groups) = order(known);
    let places: Vec<Place> = order.iter().map(|id| place(known, *id)).collect();
    let (served, steps) = served(known, &places, course);
    RegionView {
        helpers: helpers(known, &places),
        places,
        groups,
        served,
        curve: Series {
            service: None,
            name: Text::new("course-region"),
            steps,
            emergency_of_100: 0,
            waiting: 0,
            notes: Vec::new(),
        },
    }
}

/// All places, each county before its municipalities, and the groups they make.
fn order(known: Known) -> (Vec<AdministrationId>, Vec<PlaceGroup>) {
    let all = known.reporting();
    // A county that reports nothing itself heads no group.
    let county_of = |id: AdministrationId| {
        known
            .county_of(id)
            .filter(|county| all.binary_search(county).is_ok())
    };
    // By head, then the head itself, then by id.
    let mut sorted: Vec<(AdministrationId, bool, AdministrationId)> = all
        .iter()
        .map(|id| match county_of(*id) {
            Some(county) => (county, true, *id),
            None => (*id, false, *id),
        })
        .collect();
    sorted.sort_unstable();
    let mut groups: Vec<PlaceGroup> = Vec::new();
    for (at, (_, is_member, _)) in sorted.iter().enumerate() {
        match groups.last_mut() {
            Some(group) if *is_member => group.members.end = at + 1,
            _ => groups.push(PlaceGroup {
                head: at,
                members: at + 1..at + 1,
            }),
        }
    }
    (sorted.into_iter().map(|(_, _, id)| id).collect(), groups)
}

fn place(known: Known, id: AdministrationId) -> Place {
    let administration = &known.administrations()[id.index()];
    let is_own = id == known.seat();
    let report = if is_own {
        Some(report(known, known.now(), &known.own_report()))
    } else {
        known
            .heard_of(id)
            .and_then(|(at, said)| Some(report(known, at, said.last()?)))
    };
    Place {
        id,
        name: administration.name.clone(),
        inhabitants: administration.inhabitants,
        position: administration.position,
        is_own,
        affected_since: known
            .affected()
            .iter()
            .find(|(other, _)| *other == id)
            .map(|(_, at)| known.stamp(*at)),
        report,
        line: places::line(known, id),
        provider: places::provider(known, id),
        help: places::help(known, id),
    }
}

/// Returns a report as screens show it.
pub fn report(known: Known, as_of: SimTime, said: &SituationReport) -> PlaceReport {
    PlaceReport {
        as_of: known.stamp(as_of),
        is_old: known.now().since(as_of) > OLD_AFTER,
        state: state_of(said),
        running: said.running.into(),
        emergency: said.emergency.into(),
        down: said.down.into(),
        served_of_100: of_100(said.served.into()),
        next: said.next.map(|next| {
            let name = service_name(known.service_template(next.service));
            NextDeadline {
                what: if next.pay_run {
                    Text::new("deadline-pay-run").text("service", name)
                } else {
                    name
                },
                at: known.stamp(next.at),
            }
        }),
    }
}

/// All services in one sign: half of them standing is "stands", one of them is "below".
const fn state_of(said: &SituationReport) -> ServiceState {
    let all = said.running + said.emergency + said.down;
    if said.down * 2 >= all && said.down > 0 {
        ServiceState::Down
    } else if said.down > 0 {
        ServiceState::Below
    } else if said.emergency > 0 {
        ServiceState::Emergency
    } else {
        ServiceState::Operating
    }
}

/// Those who help others, and what is not done there, by their reports and weighted by demand.
fn helpers(known: Known, places: &[Place]) -> Option<Helpers> {
    let gives = |place: &&Place| place.help.is_some_and(|help| help.gives > 0);
    let helping: Vec<&Place> = places.iter().filter(gives).collect();
    let reported = helping.iter().filter_map(|place| {
        let report = place.report.as_ref()?;
        Some((
            known.demand_of(place.id),
            f64::from(report.served_of_100) / 100.0,
        ))
    });
    let (demand, undone) = reported.fold((0.0, 0.0), |(demand, undone), (of_place, served)| {
        (demand + of_place, undone + of_place * (1.0 - served))
    });
    (demand > 0.0).then(|| Helpers {
        places: u32::try_from(helping.len()).unwrap_or(u32::MAX),
        requests: helping
            .iter()
            .filter_map(|place| place.help)
            .map(|help| help.gives)
            .sum(),
        undone_of_100: of_100(undone / demand),
    })
}

/// What is served of all that is asked for, over the places heard of, weighted by demand; before
/// its first report a place counts as normal.
fn served(known: Known, places: &[Place], course: &CourseView) -> (Served, Vec<(SimTime, f32)>) {
    let from = course.from.at;
    // Weight and shares over time of each place that was heard of.
    let mut shares: Vec<(f64, Vec<(SimTime, f64)>)> = Vec::new();
    for Place { id, .. } in places {
        let said: Vec<(SimTime, f64)> = if *id == known.seat() {
            let own = course.series.first().map_or(&[][..], |mean| &mean.steps);
            own.iter()
                .map(|(at, level)| (*at, f64::from(*level) / 100.0))
                .collect()
        } else if let Some((_, said)) = known.heard_of(*id) {
            said.iter()
                .map(|report| (report.at, report.served.into()))
                .collect()
        } else {
            continue;
        };
        shares.push((known.demand_of(*id), said));
    }
    let count = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
    let heard = count(shares.len());
    let reports = || places.iter().filter_map(|place| place.report.as_ref());
    let steps = steps_of(from, &shares);
    let level_at = |moment: SimTime| level_at(&steps, moment);
    let whole = |level: f32| of_100(f64::from(level) / 100.0);
    let a_day_ago = known.now().0.checked_sub(DAY).map(SimTime);
    let is_heard = |level: Option<f32>| level.filter(|_| heard > 0).map(whole);
    let served = Served {
        now_of_100: is_heard(level_at(known.now())),
        yesterday_of_100: is_heard(a_day_ago.and_then(level_at)),
        lowest_of_100: is_heard(steps.iter().map(|(_, level)| *level).reduce(f32::min)),
        heard,
        young: count(reports().filter(|report| !report.is_old).count()),
        oldest: reports().map(|report| report.as_of).min_by_key(|at| at.at),
        of: count(places.len()),
    };
    (served, steps)
}

/// Puts shares over time together, each with its weight; before its first share a place counts as normal. Returns steps
/// of 100; none where there is no share at all: nothing is known then.
pub fn steps_of(from: SimTime, shares: &[(f64, Vec<(SimTime, f64)>)]) -> Vec<(SimTime, f32)> {
    if shares.iter().all(|(_, said)| said.is_empty()) {
        return Vec::new();
    }
    let mut demand = 0.0;
    // When the share of a place changed, and by how many cases a day.
    let mut changes: Vec<(SimTime, f64)> = Vec::new();
    for (weight, said) in shares {
        let mut before = 1.0;
        for (at, share) in said {
            changes.push(((*at).max(from), weight * (share - before)));
            before = *share;
        }
        demand += weight;
    }
    changes.sort_by_key(|(at, _)| *at);
    let mut steps: Vec<(SimTime, f32)> = vec![(from, 100.0)];
    let mut cases = demand;
    for (at, by) in changes {
        cases += by;
        let level = (cases / demand.max(f64::MIN_POSITIVE)).clamp(0.0, 1.0) * 100.0;
        match steps.last_mut() {
            Some(last) if last.0 == at => last.1 = level as f32,
            _ => steps.push((at, level as f32)),
        }
    }
    steps
}

/// Returns the level at a moment.
pub fn level_at(steps: &[(SimTime, f32)], moment: SimTime) -> Option<f32> {
    let next = steps.partition_point(|(at, _)| *at <= moment);
    next.checked_sub(1).map(|at| steps[at].1)
}
