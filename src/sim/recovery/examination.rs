//! The examination: evidence is secured, and what is compromised comes to light.

use super::effort::{FORENSIC_EXPONENT, by_size, provider_scale, spread, workplaces_served};
use crate::scenario::AdministrationKind;
use crate::sim::chance::Purpose;
use crate::sim::columns::Condition;
use crate::sim::core_param::Core;
use crate::sim::entities::{Knowledge, OrderKind, WorkOrder};
use crate::sim::knowledge::know_of_hit;
use crate::vocab::{AdministrationId, Skill, SystemId};

/// Least share of a large provider's forensic effort.
const PROVIDER_LEAST: f64 = 0.3;
/// Forensic people on one examination at most: provider, others.
const EXAMINERS: (u32, u32) = (8, 4);

/// The examination of an administration, to be entered under `id`.
pub(super) fn examination(
    core: &Core,
    at: AdministrationId,
    hit: bool,
    round: u32,
    id: u32,
) -> WorkOrder {
    let plan = core.plan();
    let parameters = &plan.scenario.parameters;
    let (provider, municipality, county) = parameters.forensics_hours;
    let kind = plan.scenario.administrations[at.index()].kind;
    let (median, examiners) = match kind {
        AdministrationKind::Provider => {
            let served = workplaces_served(plan, at);
            let scale = provider_scale(served, FORENSIC_EXPONENT).max(PROVIDER_LEAST);
            (provider * scale, EXAMINERS.0)
        }
        _ => {
            let clients = f64::from(plan.scenario.administrations[at.index()].clients);
            (by_size((municipality, county), clients), EXAMINERS.1)
        }
    };
    let share = if hit || plan.is_provider(at) {
        1.0
    } else {
        parameters.suspected_share
    };
    let expected = median * share;
    let hours = expected * spread(core, (at, round), u32::MAX, expected);
    let mut draw = core.luck().draw(Purpose::Forensics, u64::from(at.0), round);
    let arrival = core.now().after(draw.minutes(parameters.forensics_arrival));
    let order = WorkOrder::new(id, at, OrderKind::Examination, Skill::Forensics, core.now());
    WorkOrder {
        useful_people: examiners,
        not_before: arrival,
        ..order.of_hours(expected, hours)
    }
}

/// Isolates what is compromised. Returns whether anything was.
pub(super) fn examine(core: &mut Core, at: AdministrationId, knowledge: &mut Knowledge) -> bool {
    let systems = core.plan().administrations[at.index()].systems.clone();
    let mut hit = knowledge.own_hit.is_some();
    for system in systems {
        let state = core.columns.systems[system as usize];
        if state.condition.is_infectious() || state.condition == Condition::Contained {
            hit = true;
            let found = (SystemId(system), state.occurrence);
            if !knowledge.hit_systems.contains(&found) {
                knowledge.hit_systems.push(found);
            }
            core.kernel().switch_off(system);
        }
    }
    if hit {
        let now = core.now();
        know_of_hit(core, knowledge, at);
        // What is found at a provider is for its customers to know, too.
        if core.plan().is_provider(at) {
            knowledge.provider_suspected.get_or_insert(now);
            knowledge.provider_hit.get_or_insert(now);
        }
    }
    hit
}
