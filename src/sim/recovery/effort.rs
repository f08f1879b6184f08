//! Effort of work: a median by size, and the luck that makes it larger or smaller.

use crate::scenario::WorkTemplate;
use crate::sim::chance::{Purpose, key_of, whole_minutes};
use crate::sim::core_param::Core;
use crate::sim::plan::Plan;
use crate::vocab::{AdministrationId, Skill, SystemId};

/// Workplaces at which the small and the large effort of a work template are given.
const SMALL_CLIENTS: f64 = 110.0;
const LARGE_CLIENTS: f64 = 1200.0;
/// Workplaces served by the provider whose efforts are given.
const PROVIDER_WORKPLACES: f64 = 22_000.0;
/// Forensic effort at a provider grows with this power of the workplaces it serves.
pub(super) const FORENSIC_EXPONENT: f64 = 0.6;
/// Workplaces at which the lead time of a new build is given, and its growth with their number.
const LEAD_TIME_WORKPLACES: f64 = 1000.0;
const LEAD_TIME_EXPONENT: f64 = 0.3;
/// Up to this effort the spread is the full coefficient of variation.
const SPREAD_FULL_UP_TO_HOURS: f64 = 40.0;
/// Least coefficient of variation of an effort.
const SPREAD_LEAST: f64 = 0.15;

/// Median person-hours of the work on a system: a power law between the two sizes given; a
/// product costs the same at every provider, and more for each customer that uses it.
pub(crate) fn median_hours(plan: &Plan, system: SystemId, work: &WorkTemplate) -> f64 {
    let at = plan.owner(system);
    let administration = &plan.scenario.administrations[at.index()];
    if plan.is_provider(at) {
        let served = workplaces_served(plan, at);
        let base = if is_product(work) {
            work.hours_small + work.hours_per_customer * customers_using(plan, system).len() as f64
        } else {
            work.hours_small * provider_scale(served, plan.scenario.parameters.provider_exponent)
        };
        return base + work.hours_per_client * served;
    }
    let clients = f64::from(administration.clients);
    by_size((work.hours_small, work.hours_large), clients) + work.hours_per_client * clients
}

/// Person-hours at a number of workplaces, from those at the two sizes given.
pub(super) fn by_size((small, large): (f64, f64), clients: f64) -> f64 {
    if small <= 0.0 || large <= 0.0 {
        return small;
    }
    let exponent = libm::log(large / small) / libm::log(LARGE_CLIENTS / SMALL_CLIENTS);
    small * libm::pow(clients.max(1.0) / SMALL_CLIENTS, exponent)
}

/// Whether the work is that on a product of a provider, which its customers use one by one.
pub(super) fn is_product(work: &WorkTemplate) -> bool {
    work.hours_per_customer > 0.0
}

/// The customers that use a system of their provider, in id order.
pub(super) fn customers_using(plan: &Plan, system: SystemId) -> Vec<AdministrationId> {
    let dependents = plan.dependents_outside.row(system.0).iter();
    let mut owners: Vec<AdministrationId> = dependents
        .map(|dependent| plan.owner(SystemId(*dependent)))
        .collect();
    owners.sort_unstable();
    owners.dedup();
    owners
}

/// How much more or less than at a provider of the size for which efforts are given.
pub(super) fn provider_scale(workplaces: f64, exponent: f64) -> f64 {
    libm::pow(workplaces / PROVIDER_WORKPLACES, exponent).max(0.0)
}

/// Workplaces of all customers of a provider.
pub(super) fn workplaces_served(plan: &Plan, provider: AdministrationId) -> f64 {
    plan.administrations[provider.index()]
        .customers
        .iter()
        .map(|customer| f64::from(plan.scenario.administrations[customer.index()].clients))
        .sum()
}

/// The factor by which an effort turns out larger or smaller than its median: its own luck, that
/// of the incident and that of the organisation.
pub(super) fn spread(
    core: &Core,
    (at, round): (AdministrationId, u32),
    key: u32,
    hours: f64,
) -> f64 {
    let (single, common) = core.plan().scenario.parameters.effort_cv;
    let cv = if hours <= SPREAD_FULL_UP_TO_HOURS {
        single
    } else {
        (single / (hours / SPREAD_FULL_UP_TO_HOURS).sqrt()).max(SPREAD_LEAST.min(single))
    };
    let luck = core.luck();
    let own = luck
        .draw(Purpose::Effort, key_of(&[at.0, key]), round)
        .lognormal_factor(cv);
    let incident = luck
        .draw(Purpose::EffortIncident, 0, 0)
        .lognormal_factor(common);
    let organisation = luck
        .draw(Purpose::EffortOrganisation, u64::from(at.0), 0)
        .lognormal_factor(common);
    own * incident * organisation
}

/// Backups that survived make servers and applications quicker; without them all is built anew. Network, directory and
/// workplaces are set up from nothing in any case: what the actor may have changed is not taken back from a copy.
pub(super) fn backup_factor(core: &Core, at: AdministrationId, work: &WorkTemplate) -> f64 {
    if matches!(
        work.skill,
        Skill::Network | Skill::Identity | Skill::Rollout
    ) {
        return 1.0;
    }
    let (with, without) = core.plan().scenario.parameters.backup_factor;
    if backups_survived(core, at) {
        with
    } else {
        without
    }
}

/// Minutes until a new build is whole: equipment has to be bought, more of it for more workplaces of
/// one's own. A data centre without any takes as long as a house of the size for which it is given.
pub(super) fn lead_time(core: &Core, at: AdministrationId) -> u32 {
    let plan = core.plan();
    let workplaces = match plan.scenario.administrations[at.index()].clients {
        0 => LEAD_TIME_WORKPLACES,
        clients => f64::from(clients),
    };
    let by_size = libm::pow(workplaces / LEAD_TIME_WORKPLACES, LEAD_TIME_EXPONENT);
    let mut draw = core.luck().draw(Purpose::LeadTime, u64::from(at.0), 0);
    whole_minutes(draw.duration(plan.scenario.parameters.lead_time) * by_size)
}

/// Whether the backups of an organisation survive the attack.
pub(super) fn backups_survived(core: &Core, at: AdministrationId) -> bool {
    let attack = &core.plan().scenario.attack;
    // Where no system is named as the backups nobody can say whether the actor got at them.
    let reached = core.plan().administrations[at.index()].backups.is_none()
        || core.columns.attack.backups_reached[at.index()];
    let offline = core.pact().with(at.index()).precautions.backups_survive;
    let chance = match (offline, reached) {
        (Some(offline), _) => offline,
        (None, true) if core.plan().is_provider(at) => attack.provider_backups_survive,
        (None, true) => attack.backups_survive,
        (None, false) => attack.backups_kept,
    };
    core.luck()
        .draw(Purpose::Backups, u64::from(at.0), 0)
        .happens(chance)
}
