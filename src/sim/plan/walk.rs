//! The walk along dependencies inside an administration, laid out in advance for each kit.
//!
//! The systems of a kit stand in one order in which suppliers come before their dependents, and
//! in which all that hangs on a system follows it closely: for a tree, without a gap. After a
//! change it is enough to go through that stretch once.

use crate::scenario::{Kit, Supplier, SystemTemplate};

/// A step of the walk along the dependencies inside an administration.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Step {
    /// Position of the system in its kit.
    pub(crate) position: u16,
    /// Position of its one supplier, or [`Step::MANY`].
    pub(crate) supplier: u16,
}

impl Step {
    /// Its availability is not simply own share x that of one system of its administration.
    pub(crate) const MANY: u16 = u16::MAX;
}

/// Appends a kit's steps to those of all kits; returns, by position, which to take after a system changed.
pub(super) fn lay_out_steps(kit: &Kit, steps: &mut Vec<Step>) -> Vec<core::ops::Range<u32>> {
    let dependents = dependents_inside(kit);
    let order = suppliers_first(&dependents);
    let first = steps.len();
    // The place of each position in the order, and the last place that a change there reaches.
    let mut places = vec![0; order.len()];
    for (place, position) in order.iter().enumerate() {
        places[*position] = place;
    }
    let mut reach = places.clone();
    for position in order.iter().rev() {
        for dependent in &dependents[*position] {
            reach[*position] = reach[*position].max(reach[*dependent]);
        }
    }
    steps.extend(order.iter().map(|position| Step {
        position: *position as u16,
        supplier: sole_supplier(&kit.systems[*position]),
    }));
    places
        .iter()
        .zip(&reach)
        .map(|(place, last)| (first + place + 1) as u32..(first + last + 1) as u32)
        .collect()
}

fn dependents_inside(kit: &Kit) -> Vec<Vec<usize>> {
    let mut dependents = vec![Vec::new(); kit.systems.len()];
    for (position, system) in kit.systems.iter().enumerate() {
        for supplier in system.needs.iter().chain(system.any_of.iter().flatten()) {
            if let Supplier::Own(supplier) = supplier {
                dependents[*supplier].push(position);
            }
        }
    }
    dependents
}

/// Returns the position of a system's one supplier, or [`Step::MANY`].
pub(super) fn sole_supplier(system: &SystemTemplate) -> u16 {
    match system.needs[..] {
        [Supplier::Own(supplier)] if system.any_of.is_empty() => supplier as u16,
        _ => Step::MANY,
    }
}

/// Orders positions so that each comes before its dependents: depth first, backwards from the last to be left.
fn suppliers_first(dependents: &[Vec<usize>]) -> Vec<usize> {
    let mut order = Vec::with_capacity(dependents.len());
    let mut seen = vec![false; dependents.len()];
    // Positions on the way down, each with the number of its dependents that were looked at.
    let mut way: Vec<(usize, usize)> = Vec::new();
    let mut depends = vec![false; dependents.len()];
    for dependent in dependents.iter().flatten() {
        depends[*dependent] = true;
    }
    // Without cycles everything hangs on something that depends on nothing in the kit.
    let roots = (0..dependents.len()).filter(|position| !depends[*position]);
    for root in roots.rev() {
        seen[root] = true;
        way.push((root, 0));
        while let Some((position, looked_at)) = way.last_mut() {
            if let Some(dependent) = dependents[*position].get(*looked_at) {
                *looked_at += 1;
                if !seen[*dependent] {
                    seen[*dependent] = true;
                    way.push((*dependent, 0));
                }
            } else {
                order.push(*position);
                way.pop();
            }
        }
    }
    order.reverse();
    order
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::SystemRole;
    use proptest::prelude::*;

    fn kit(needs: &[Vec<usize>]) -> Kit {
        let systems = needs
            .iter()
            .enumerate()
            .map(|(position, needs)| SystemTemplate {
                id: format!("s{position}"),
                role: SystemRole::Plain,
                needs: needs.iter().copied().map(Supplier::Own).collect(),
                any_of: Vec::new(),
                work: None,
                containment: None,
                crew_repair: None,
            })
            .collect();
        Kit {
            id: "kit".to_owned(),
            systems,
            links: Vec::new(),
        }
    }

    #[test]
    fn below_a_system_of_a_tree_is_exactly_its_branch() {
        let parents = (0..13_usize).map(|system| match system {
            0 => vec![],
            _ => vec![(system - 1) / 3],
        });
        let mut steps = vec![Step {
            position: 7,
            supplier: 7,
        }];
        let ranges = lay_out_steps(&kit(&parents.collect::<Vec<_>>()), &mut steps);
        let below = |system: usize| {
            let range = ranges[system].start as usize..ranges[system].end as usize;
            let mut positions: Vec<_> = steps[range].iter().map(|step| step.position).collect();
            positions.sort_unstable();
            positions
        };
        assert_eq!(below(0), (1..13).collect::<Vec<_>>());
        assert_eq!(below(2), [7, 8, 9]);
        assert!(below(12).is_empty());
    }

    proptest! {
        /// Whatever hangs on a system is in its stretch, each after all that it needs.
        #[test]
        fn a_stretch_holds_all_that_follows(
            edges in proptest::collection::vec((0_usize..20, 0_usize..20), 0..60),
        ) {
            let mut needs = vec![Vec::new(); 20];
            for (a, b) in edges {
                if a != b {
                    // Mixed up, so that suppliers do not simply come first in the kit; without cycles.
                    let (low, high) = (a.min(b), a.max(b));
                    needs[(high * 7) % 20].push((low * 7) % 20);
                }
            }
            let kit = kit(&needs);
            let mut steps = Vec::new();
            let ranges = lay_out_steps(&kit, &mut steps);
            let place = |position: usize| steps.iter().position(|step| step.position as usize == position).unwrap();
            for (position, needs) in needs.iter().enumerate() {
                for supplier in needs {
                    prop_assert!(place(*supplier) < place(position));
                    let (outer, inner) = (&ranges[*supplier], &ranges[position]);
                    prop_assert!(outer.contains(&(place(position) as u32)));
                    prop_assert!(inner.is_empty() || inner.end <= outer.end);
                }
            }
        }
    }
}
