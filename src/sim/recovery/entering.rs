//! Which work orders an examined administration enters.

use bevy_ecs::system::Commands;

use super::effort::{backup_factor, median_hours, spread};
use crate::scenario::{SystemRole, SystemTemplate};
use crate::sim::columns::Condition;
use crate::sim::core_param::Core;
use crate::sim::entities::{Index, OrderKind, WorkOrder};
use crate::sim::services::CLASS_BOUNDS;
use crate::vocab::{AdministrationId, SystemId};

/// Classes of criticality in which workplaces are set up anew.
const CLASSES: u32 = 4;

/// Enters the work orders of an examined administration; returns their ids.
///
/// Where the actor was found everything with work is rebuilt; where not, it is only checked.
pub(super) fn enter_restoration(
    core: &mut Core,
    index: &mut Index,
    spawn: &mut Commands,
    at: AdministrationId,
    needs_work: bool,
    hit: bool,
) -> Vec<u32> {
    let plan = core.plan_handle();
    let Some(kit) = plan.scenario.administrations[at.index()].kit else {
        return Vec::new();
    };
    let first = plan.administrations[at.index()].systems.start;
    let templates = &plan.scenario.kits[kit].systems;
    let in_batches =
        |template: &SystemTemplate| template.role == SystemRole::Workplaces && needs_work;
    // The (first) order of each kit position.
    let mut order_of = vec![None; templates.len()];
    let mut next = index.next_order();
    for (position, template) in templates.iter().enumerate() {
        if template.work.is_some() {
            order_of[position] = Some(next);
            next += if in_batches(template) { CLASSES } else { 1 };
        }
    }
    let mut entered = Vec::new();
    for (position, template) in templates.iter().enumerate() {
        let Some(work) = &template.work else { continue };
        let system = SystemId(first + position as u32);
        let condition = core.columns.systems[system.index()].condition;
        let touched = !matches!(condition, Condition::Intact | Condition::Cleared);
        let rebuild = hit && (touched || needs_work);
        let share = if rebuild {
            backup_factor(core, at, work)
        } else {
            work.check_share
        };
        let expected = median_hours(&plan, system, work) * share;
        let hours = expected * spread(core, at, system.0, expected);
        // Checks need no order among themselves; a clearance statement comes after what it states.
        let waits = needs_work || template.role == SystemRole::ProviderLink;
        let mut after: Vec<u32> = work
            .after
            .iter()
            .filter(|_| waits)
            .filter_map(|before| order_of[*before])
            .collect();
        let parts: Vec<(OrderKind, f64)> = if in_batches(template) {
            let bounds = CLASS_BOUNDS.windows(2).zip(1_u8..);
            bounds
                .map(|(bounds, class)| {
                    let part = f64::from(bounds[1] - bounds[0]);
                    (OrderKind::Workplaces(system, class), part)
                })
                .collect()
        } else {
            vec![(OrderKind::Restore(system), 1.0)]
        };
        for (kind, part) in parts {
            let order = WorkOrder::new(index.next_order(), at, kind, work.skill, core.now());
            let id = index.enter_order(
                spawn,
                WorkOrder {
                    useful_people: work
                        .useful_people
                        .unwrap_or_else(|| ((hours / 20.0) as u32).clamp(1, 8)),
                    after,
                    ..order.of_hours(expected * part, hours * part)
                },
            );
            // One batch of workplaces comes after the other.
            after = vec![id];
            entered.push(id);
        }
    }
    entered
}
