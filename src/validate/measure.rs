//! Reads from one run, day by day, when each milestone was reached.
//!
//! A day counts by what stands at its end. A public service that is ready on a day off counts on the next
//! working day, as reports do; a pay run, a system or workplaces count when they are ready.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::milestones::{At, Milestone, Reached, Via, What};
use crate::exercise::Exercise;
use crate::scenario::{AdministrationKind, Scenario};
use crate::sim::{Routes, Sim};
use crate::vocab::{AdministrationId, DAY, ServiceId, SimTime, SystemId};

/// From this level on some urgent cases get done.
const SOME_EMERGENCY: f64 = 0.05;
/// From this level on the first site is served.
const PARTIAL: f64 = 0.10;
/// From this level on it is normal.
const NORMAL: f64 = 0.95;
/// Shares that came out of sums may miss a whole one by a rounding.
const ROUNDING: f64 = 1e-6;

/// Days after discovery.
pub type Days = Option<u32>;

/// What is looked at, day by day.
#[derive(Debug, Clone)]
enum Probe {
    Service(ServiceId, Reached, Via),
    /// Payments: the next run is secured.
    Payment(ServiceId),
    System(AdministrationId, String, f64),
    Workplaces(Vec<AdministrationId>, f64),
    Applications(AdministrationId, f64, f64),
    Cleared(AdministrationId),
    WholePlatform(AdministrationId),
}

impl Probe {
    /// Whether it is for the public: then days off do not count.
    fn is_public(&self) -> bool {
        matches!(self, Self::Service(..))
    }

    fn holds(&self, sim: &Sim) -> bool {
        match self {
            Self::Service(id, reached, via) => {
                let was_down = sim.first_down(*id).is_some();
                was_down && is_reached(sim.routes(*id), *reached, *via)
            }
            Self::Payment(id) => {
                let routes = sim.routes(*id);
                let was_down = sim.first_down(*id).is_some();
                was_down && (routes.own >= SOME_EMERGENCY || routes.workaround > 0.0)
            }
            Self::System(at, system, level) => sim
                .system_works(*at, system)
                .is_some_and(|works| works >= *level),
            Self::Workplaces(at, share) => cleared_share(sim, at) + ROUNDING >= *share,
            Self::Applications(at, share, workplaces) => {
                let (work, all) = sim.own_applications(*at);
                let enough = work as f64 >= share * all as f64;
                enough && cleared_share(sim, &[*at]) + ROUNDING >= *workplaces
            }
            Self::Cleared(at) => sim.is_cleared(*at),
            Self::WholePlatform(at) => sim.platform_is_whole(*at),
        }
    }

    /// Whether the file of the first pay day after discovery had left before: that run is secured.
    fn was_secured_before(&self, sim: &Sim) -> bool {
        let Self::Payment(id) = self else {
            return false;
        };
        let pay = &sim.scenario().services[sim.template_of(*id)].pay;
        let (Some(pay), Some(discovered)) = (pay, sim.marks().detected) else {
            return false;
        };
        let calendar = sim.calendar();
        let to_come = |date: &&Date| calendar.start_of(**date).is_some_and(|at| at >= discovered);
        let next = pay.pay_days.iter().find(to_come);
        // What was due before the scenario begins has left.
        next.is_some_and(|date| {
            calendar
                .pay_run_cut_off(*date)
                .is_none_or(|at| at <= discovered)
        })
    }

    /// Whether it holds of a run in which it was never disturbed.
    fn never_failed(&self, sim: &Sim) -> bool {
        match self {
            Self::Service(id, ..) | Self::Payment(id) => sim.first_down(*id).is_none(),
            _ => false,
        }
    }
}

/// Of a neighbour's desks, one is enough for some urgent cases; everything else by its level.
fn is_reached(routes: Routes, reached: Reached, via: Via) -> bool {
    let level = match reached {
        Reached::EmergencyOperation => SOME_EMERGENCY,
        Reached::Partial => PARTIAL,
        Reached::Normal => NORMAL,
    };
    let some_desk = reached == Reached::EmergencyOperation && routes.neighbour > 0.0;
    let by = |carried: f64| carried >= level;
    match via {
        Via::Own => by(routes.own),
        Via::Neighbour => some_desk || by(routes.neighbour),
        Via::Workaround => by(routes.workaround),
        Via::Any => {
            let best = routes.own.max(routes.neighbour).max(routes.workaround);
            some_desk || by(best)
        }
    }
}

/// Share of the workplaces of some administrations together that are examined or set up anew.
fn cleared_share(sim: &Sim, at: &[AdministrationId]) -> f64 {
    let all: f64 = at.iter().map(|at| sim.workplaces_of(*at)).sum();
    let cleared: f64 = at
        .iter()
        .map(|at| sim.workplaces_of(*at) * sim.workplaces_cleared(*at).unwrap_or(0.0))
        .sum();
    if all > 0.0 { cleared / all } else { 0.0 }
}

/// One place of a milestone.
#[derive(Debug, Clone)]
struct Unit {
    /// What must hold, and the day on which it first did.
    probes: Vec<(Probe, Days)>,
    /// How many of them.
    needed: usize,
    products: Products,
}

/// What of the provider's products must be live besides.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Products {
    None,
    /// So many for one customer.
    Of(AdministrationId, usize),
    /// This share of all.
    Share(f64),
}

/// The day on which each part of a product went live, by product and customer.
type Live = BTreeMap<(SystemId, AdministrationId), Days>;

impl Unit {
    fn of(probes: Vec<Probe>, needed: usize) -> Self {
        Self {
            probes: probes.into_iter().map(|probe| (probe, None)).collect(),
            needed,
            products: Products::None,
        }
    }

    fn day(&self, sim: &Sim, live: &Live) -> Days {
        let probes = self.probes.iter().map(|(probe, day)| {
            let undisturbed = || probe.never_failed(sim).then_some(0);
            day.or_else(undisturbed)
        });
        let probes = nth(probes.collect(), self.needed);
        match self.products {
            Products::None => probes,
            Products::Of(customer, count) => {
                let of = live.iter().filter(|((_, of), _)| *of == customer);
                let products = nth(of.map(|(_, day)| *day).collect(), count);
                probes.zip(products).map(|(a, b)| a.max(b))
            }
            Products::Share(share) => {
                let mut last: BTreeMap<SystemId, Days> = BTreeMap::new();
                for ((product, _), day) in live {
                    let slot = last.entry(*product).or_insert(Some(0));
                    *slot = slot.zip(*day).map(|(a, b)| a.max(b));
                }
                let count = libm::ceil(share * last.len() as f64) as usize;
                nth(last.into_values().collect(), count)
            }
        }
    }
}

/// The day on which `count` of these were reached; what was not comes last.
fn nth(mut days: Vec<Days>, count: usize) -> Days {
    days.sort_by_key(|day| day.unwrap_or(u32::MAX));
    match count.checked_sub(1) {
        Some(last) => days.get(last).copied().flatten(),
        None => Some(0),
    }
}

/// Plays a run to its end; returns for each milestone the days of its places.
pub fn days_of(exercise: &mut Exercise, milestones: &[&Milestone]) -> Vec<Vec<Days>> {
    let mut units: Vec<Vec<Unit>> = milestones
        .iter()
        .map(|milestone| units_of(exercise.sim(), milestone))
        .collect();
    let provider = hit(exercise.scenario());
    let watches_products = units
        .iter()
        .flatten()
        .any(|of| of.products != Products::None);
    let mut live = Live::new();
    let mut discovered = None;
    let end = exercise.end();
    let ends: Vec<(usize, u32)> = {
        let days = exercise.sim().calendar().days();
        let starts = days.iter().skip(1).map(|next| next.start.0);
        (0..).zip(starts.map(|start| start - 1)).collect()
    };
    for (day, last_minute) in ends {
        if last_minute > end.0 {
            break;
        }
        exercise.advance_to(SimTime(last_minute));
        let sim = exercise.sim();
        let Some(first) = discovered.or_else(|| {
            let at = sim.marks().detected?;
            Some(sim.calendar().day_index(at))
        }) else {
            continue;
        };
        if discovered.is_none() {
            for unit in units.iter_mut().flatten() {
                for (probe, reached) in &mut unit.probes {
                    if probe.was_secured_before(sim) {
                        *reached = Some(0);
                    }
                }
            }
        }
        discovered = Some(first);
        let after = (day - first) as u32;
        let days = &sim.calendar().days()[day..];
        let until_open = days.iter().position(|day| day.working).unwrap_or(0) as u32;
        for unit in units.iter_mut().flatten() {
            for (probe, reached) in &mut unit.probes {
                if reached.is_none() && probe.holds(sim) {
                    let wait = if probe.is_public() { until_open } else { 0 };
                    *reached = Some(after + wait);
                }
            }
        }
        if watches_products {
            for part in sim.product_parts(provider) {
                let slot = live.entry((part.product, part.customer)).or_insert(None);
                if slot.is_none() && part.is_ready {
                    *slot = Some(after + sim.acceptance_minutes(&part) / DAY);
                }
            }
        }
    }
    let sim = exercise.sim();
    let days = |units: &Vec<Unit>| -> Vec<Days> {
        units.iter().map(|unit| unit.day(sim, &live)).collect()
    };
    milestones
        .iter()
        .zip(&units)
        .map(|(milestone, units)| match milestone.at {
            At::FirstOf(_) => vec![nth(days(units), 1)],
            _ => days(units),
        })
        .collect()
}

/// The administration at which the attack begins.
fn hit(scenario: &Scenario) -> AdministrationId {
    let entry = scenario.attack.entry.first();
    AdministrationId::from_index(entry.map_or(0, |entry| entry.administration))
}

fn units_of(sim: &Sim, milestone: &Milestone) -> Vec<Unit> {
    let scenario = sim.scenario();
    let places = places_of(scenario, &milestone.at);
    let unit = |at: AdministrationId| unit_at(sim, at, milestone);
    places.into_iter().filter_map(unit).collect()
}

/// Whether a milestone looks at anything at all in this world.
pub(super) fn is_anywhere(sim: &Sim, milestone: &Milestone) -> bool {
    let units = units_of(sim, milestone);
    let has_system = |of: &Unit| {
        of.probes.iter().all(|(probe, _)| match probe {
            Probe::System(at, system, _) => sim.system_works(*at, system).is_some(),
            _ => true,
        })
    };
    units.iter().any(has_system)
}

fn places_of(scenario: &Scenario, at: &At) -> Vec<AdministrationId> {
    let provider = hit(scenario).index();
    let all = scenario.administrations.iter().enumerate();
    let is_meant = |index: usize| {
        let of = &scenario.administrations[index];
        let is_customer = of.provider == Some(provider);
        match at {
            At::Ids(ids) => ids.contains(&of.id),
            At::Customers(kinds) | At::FirstOf(kinds) => is_customer && kinds.contains(&of.kind),
            At::CustomersBelow(inhabitants) => {
                let is_town = of.kind == AdministrationKind::Municipality;
                is_customer && is_town && of.inhabitants < *inhabitants
            }
        }
    };
    let places = all.filter(|(index, _)| is_meant(*index));
    places
        .map(|(index, _)| AdministrationId::from_index(index))
        .collect()
}

/// What a milestone looks at in one place; `None` if there is no such thing.
fn unit_at(sim: &Sim, at: AdministrationId, milestone: &Milestone) -> Option<Unit> {
    let scenario = sim.scenario();
    let service = |id: ServiceId| {
        let of = &scenario.services[sim.template_of(id)];
        if of.pay.is_some() && milestone.reached == Reached::EmergencyOperation {
            Probe::Payment(id)
        } else {
            Probe::Service(id, milestone.reached, milestone.via)
        }
    };
    let named = |names: &[String]| -> Vec<Probe> {
        let is_named = |id: &ServiceId| names.contains(&scenario.services[sim.template_of(*id)].id);
        sim.services_of(at).filter(is_named).map(service).collect()
    };
    Some(match &milestone.what {
        What::All(names) => {
            let probes = named(names);
            let needed = names.len();
            (probes.len() == needed).then(|| Unit::of(probes, needed))?
        }
        What::Any(names) => {
            let probes = named(names);
            (!probes.is_empty()).then(|| Unit::of(probes, 1))?
        }
        What::Share(share) => {
            let probes: Vec<Probe> = sim.services_of(at).map(service).collect();
            let needed = libm::ceil(share * probes.len() as f64) as usize;
            Unit::of(probes, needed)
        }
        What::System(name) => Unit::of(vec![Probe::System(at, name.clone(), NORMAL)], 1),
        What::WorkplacesOnWholePlatform(share) => Unit::of(
            vec![
                Probe::Workplaces(vec![at], *share),
                Probe::WholePlatform(at),
            ],
            2,
        ),
        What::GroupWorkplaces(share) => {
            let all = scenario.administrations.iter().enumerate();
            let customers = all.filter(|(_, of)| of.provider == Some(at.index()));
            let customers = customers.map(|(index, _)| AdministrationId::from_index(index));
            Unit::of(vec![Probe::Workplaces(customers.collect(), *share)], 1)
        }
        What::Applications(share, workplaces) => {
            Unit::of(vec![Probe::Applications(at, *share, *workplaces)], 1)
        }
        What::FirstProducts(count) => Unit {
            products: Products::Of(at, *count),
            ..Unit::of(vec![Probe::Cleared(at)], 1)
        },
        What::Products(share) => Unit {
            products: Products::Share(*share),
            ..Unit::of(Vec::new(), 0)
        },
    })
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::drill::{DrillPlan, each};
    use crate::exercise::{Start, World};
    use crate::scenario::load;
    use crate::validate::calibration;

    fn plan(scenario: &Scenario, runs: u32) -> DrillPlan {
        let pacts = scenario.pacts.iter();
        DrillPlan {
            runs,
            seed: 1,
            pact: pacts
                .take_while(|of| of.id != scenario.default_pact)
                .count(),
            response: "ad_hoc".to_owned(),
            threads: Some(1),
        }
    }

    #[test]
    fn the_nth_day_comes_last_where_it_never_came() {
        let days = vec![Some(9), None, Some(3)];
        assert_eq!(nth(days.clone(), 1), Some(3));
        assert_eq!(nth(days.clone(), 2), Some(9));
        assert_eq!(nth(days.clone(), 3), None);
        assert_eq!(nth(days, 4), None);
        assert_eq!(nth(Vec::new(), 0), Some(0));
    }

    #[test]
    fn a_way_is_reached_by_itself_only() {
        let routes = Routes {
            own: 0.2,
            neighbour: 0.01,
            workaround: 0.5,
        };
        use Reached::{EmergencyOperation, Normal, Partial};
        for (reached, via, expected) in [
            (EmergencyOperation, Via::Own, true),
            (Partial, Via::Own, true),
            (Normal, Via::Own, false),
            // One desk is some help, however large the office.
            (EmergencyOperation, Via::Neighbour, true),
            (Partial, Via::Neighbour, false),
            (Partial, Via::Workaround, true),
            (Normal, Via::Any, false),
        ] {
            assert_eq!(
                is_reached(routes, reached, via),
                expected,
                "{reached:?} {via:?}"
            );
        }
        let nothing = Routes::default();
        assert!(!is_reached(nothing, EmergencyOperation, Via::Any));
    }

    #[test]
    fn looking_day_by_day_changes_no_bit() {
        let scenario = Arc::new(load("witten_2021", &[]).expect("faultless"));
        let milestones = calibration();
        let milestones = milestones.of("WIT2021");
        let plan = plan(&scenario, 2);
        let looked_at = each(&scenario, &plan, &(), &|_, mut exercise| {
            let days = days_of(&mut exercise, &milestones);
            assert_eq!(days.len(), milestones.len());
            let end = exercise.end();
            exercise.advance_to(end);
            (exercise.sim().fingerprint(), exercise)
        });
        let left_alone = each(&scenario, &plan, &(), &|_, mut exercise| {
            let end = exercise.end();
            exercise.advance_to(end);
            (exercise.sim().fingerprint(), exercise)
        });
        assert_eq!(looked_at, left_alone);
    }

    /// Published of 2023: the run of November had left before the attack.
    #[test]
    fn a_pay_run_whose_file_had_left_is_secured_on_the_first_day() {
        let day_of = |begins: &str, set: &[(&str, &str)]| {
            let set: Vec<(String, String)> = set
                .iter()
                .map(|(path, value)| ((*path).to_owned(), (*value).to_owned()))
                .collect();
            let scenario = Arc::new(load("witten_2021", &set).expect(begins));
            let table = calibration();
            let milestones = table.of("WIT2021");
            let benefits = milestones.iter().position(|of| of.id == "wit_benefits");
            let plan = plan(&scenario, 1);
            let days = each(&scenario, &plan, &(), &|_, mut exercise| {
                (days_of(&mut exercise, &milestones), exercise)
            });
            days.expect("the plan is there")[0][benefits.expect("it is a milestone")][0]
        };
        // Day 0 is 17 October: the file for 29 October is due on the 26th, that for the 20th was on the 15th.
        assert_ne!(day_of("usual", &[]), Some(0));
        let early = [("service.sgb12.pay.pay_days", r#"["2021-10-20"]"#)];
        assert_eq!(day_of("early", &early), Some(0));
    }

    /// An incident that was never noticed has no days; none may come out of thin air.
    #[test]
    fn without_an_attack_nothing_is_reached_but_what_never_failed() {
        let set = [("attack.entry".to_owned(), "[]".to_owned())];
        let scenario = Arc::new(load("witten_2021", &set).expect("faultless"));
        let all = &scenario.administrations;
        let witten = all.iter().position(|of| of.id == "05954036");
        let witten = AdministrationId::from_index(witten.expect("it is there"));
        let start = Start {
            seed: 1,
            run: 0,
            pact: 0,
        };
        let world = World::new(Arc::clone(&scenario));
        let mut exercise = Exercise::new(world, start, Vec::new(), None);
        let end = exercise.end();
        exercise.advance_to(end);
        let sim = exercise.sim();
        let services: Vec<ServiceId> = sim.services_of(witten).collect();
        assert!(!services.is_empty());
        for id in services {
            let probe = Probe::Service(id, Reached::Normal, Via::Own);
            assert!(!probe.holds(sim) && probe.never_failed(sim));
        }
    }
}
