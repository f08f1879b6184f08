//! Who runs a service notices when it falls below its emergency level, and when it is back.

use super::core_param::Core;
use super::entities::{Index, LogRecordKind};
use super::knowledge::Seats;
use super::seat_log::{note, raise_alarm};
use crate::vocab::{AdministrationId, ServiceId, Text};

/// What the services of one administration did in this minute.
#[derive(Default)]
struct Crossed {
    fallen: Vec<ServiceId>,
    /// Whether one of the fallen had been below before.
    again: bool,
    back: Vec<ServiceId>,
}

/// Writes down which services fell below their emergency level, as an alarm, and which are back.
///
/// What falls and comes back within one minute, or the other way round, is not worth a word.
pub(crate) fn see_crossings(core: &mut Core, index: &Index, seats: &mut Seats) {
    let mut crossed = core::mem::take(&mut core.columns.services.crossed);
    crossed.sort_unstable();
    let mut of_one: Option<(AdministrationId, Crossed)> = None;
    for run in crossed.chunk_by(|a, b| a == b) {
        if run.len() % 2 == 0 {
            continue;
        }
        let service = ServiceId(run[0]);
        let owner = core.plan().services[service.index()].administration;
        // Services are numbered by administration, so each comes once.
        if of_one.as_ref().is_some_and(|(of, _)| *of != owner) {
            write_down(core, index, seats, of_one.take());
        }
        let (_, seen) = of_one.get_or_insert_with(|| (owner, Crossed::default()));
        let offered = &core.plan().services[service.index()];
        let template = &core.plan().scenario.services[offered.template];
        let state = &core.columns.services.state[service.index()];
        if template.is_below(state.level) {
            seen.again |= state.milestones.emergency_level.is_some();
            seen.fallen.push(service);
        } else {
            seen.back.push(service);
        }
    }
    write_down(core, index, seats, of_one);
    // The list keeps its memory for the next time.
    crossed.clear();
    core.columns.services.crossed = crossed;
}

fn write_down(
    core: &mut Core,
    index: &Index,
    seats: &mut Seats,
    of_one: Option<(AdministrationId, Crossed)>,
) {
    let Some((owner, seen)) = of_one else {
        return;
    };
    let Ok((_, mut knowledge, ..)) = seats.get_mut(core.body(index, owner)) else {
        return;
    };
    let now = core.now();
    let say = |key: &'static str, services: &[ServiceId]| {
        let of = |service: &ServiceId| {
            let offered = &core.plan().services[service.index()];
            &core.plan().scenario.services[offered.template]
        };
        let count = i64::try_from(services.len()).unwrap_or(i64::MAX);
        let text = Text::new(key).count("count", count);
        match services.iter().map(of).min_by_key(|of| of.criticality) {
            Some(most_critical) => {
                let name = Text::new(format!("service-{}", most_critical.id));
                text.text("service", name)
            }
            None => text,
        }
    };
    if !seen.back.is_empty() {
        note(&mut knowledge, now, LogRecordKind::Observation, || {
            say("log-services-back", &seen.back)
        });
    }
    let key = if seen.again {
        "log-services-fallen-again"
    } else {
        "log-services-fallen"
    };
    if !seen.fallen.is_empty() {
        note(&mut knowledge, now, LogRecordKind::Observation, || {
            say(key, &seen.fallen)
        });
        raise_alarm(&mut knowledge);
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use crate::scenario::load;
    use crate::sim::Sim;
    use crate::vocab::{AdministrationId, ContainmentOption, DAY, HOUR};

    /// Keys, alarms and counts of what a seat wrote down about its services.
    fn told(sim: &Sim, seat: AdministrationId) -> Vec<(String, bool, i64)> {
        let log = sim.known(seat).log();
        log.iter()
            .filter(|entry| entry.text.key.starts_with("log-services-"))
            .map(|entry| {
                let written = format!("{:?}", entry.text.args);
                let digits = written.split("Count(").nth(1).expect("a count");
                let count = digits.split(')').next().and_then(|n| n.parse().ok());
                (
                    entry.text.key.to_string(),
                    entry.alarm,
                    count.expect("a number"),
                )
            })
            .collect()
    }

    #[test]
    fn a_service_that_falls_again_is_an_alarm_again() {
        let mut scenario = load("einstieg", &[]).expect("the scenario is right");
        scenario.attack.entry.clear();
        scenario.attack.phases.clear();
        let mut sim = Sim::new(Arc::new(scenario));
        sim.reset(1, 0, 0);
        let start = sim.scenario().start_ex;
        sim.advance_to(start);
        let town = AdministrationId(2);
        assert!(told(&sim, town).is_empty());
        for _ in 0..2 {
            sim.order_containment(town, ContainmentOption::CutProviderLink);
            sim.advance_to(sim.now().after(12 * HOUR));
            sim.reconnect(town);
            sim.advance_to(sim.now().after(2 * DAY));
        }
        let told = told(&sim, town);
        let (keys, counts): (Vec<_>, Vec<_>) = told
            .iter()
            .map(|(key, alarm, count)| ((key.as_str(), *alarm), *count))
            .unzip();
        assert_eq!(
            keys,
            [
                ("log-services-fallen", true),
                ("log-services-back", false),
                ("log-services-fallen-again", true),
                ("log-services-back", false),
            ]
        );
        assert!(counts[0] > 1 && counts.iter().all(|count| *count == counts[0]));
        // Nobody else's services moved.
        let other = AdministrationId(3);
        assert!(self::told(&sim, other).is_empty());
        assert!(
            sim.world
                .resource::<super::super::columns::Columns>()
                .services
                .crossed
                .is_empty()
        );
    }
}
