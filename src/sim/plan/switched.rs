//! Kits in which nothing is ever half usable, so that a bit says all about a system.
//!
//! That is so if the actor leaves a compromised system whole or takes all of it, if there are
//! neither workplaces (which come back in parts) nor groups of alternatives, and if what the
//! kit's copies need from outside is switched too. A word must have a bit for each system.

use super::{Builder, Template, Ties};
use crate::scenario::{Kit, Scenario, Supplier, SystemRole};

/// Systems that a word has bits for.
const MOST_SYSTEMS: usize = 64;

/// Systems of which every combination has an entry in [`Below`].
const GROUP: usize = 8;

/// What depends on any of a set of systems, looked up by groups of eight: a walk through the set
/// would end at a place that nobody can foresee.
#[derive(Debug, Default)]
pub(crate) struct Below {
    /// The groups of each kit.
    kits: Vec<core::ops::Range<u32>>,
    groups: Vec<[u64; 1 << GROUP]>,
}

impl Below {
    /// Adds the next kit, given what depends on each of its systems.
    fn append(&mut self, below: &[u64]) {
        let first = self.groups.len() as u32;
        for group in below.chunks(GROUP) {
            self.groups.push(core::array::from_fn(|set| {
                let members = group.iter().enumerate();
                members
                    .filter(|(place, _)| set >> place & 1 != 0)
                    .fold(0, |bits, (_, below)| bits | below)
            }));
        }
        self.kits.push(first..self.groups.len() as u32);
    }

    /// Returns the systems in `set` and all that depends on them.
    #[inline]
    pub(crate) fn of_all(&self, kit: usize, set: u64) -> u64 {
        let groups = self.kits[kit].clone();
        let (mut bits, mut set) = (0, set);
        for group in &self.groups[groups.start as usize..groups.end as usize] {
            bits |= group[(set % (1 << GROUP)) as usize];
            set >>= GROUP;
        }
        bits
    }
}

/// Finds the switched kits and gives their templates the bits of what depends on them.
pub(super) fn lay_out_switches(
    scenario: &Scenario,
    builder: &Builder,
    templates: &mut [Template],
) -> Below {
    let mut of_kits = Below::default();
    let usable = scenario.attack.compromised_usable;
    let takes_all_or_nothing = usable <= 0.0 || usable >= 1.0;
    let mut switched: Vec<bool> = scenario
        .kits
        .iter()
        .map(|kit| takes_all_or_nothing && could_be_switched(kit))
        .collect();
    let kit_of = |system: u32, templates: &[Template]| {
        usize::from(templates[usize::from(builder.nodes[system as usize].template)].kit)
    };
    // Providers may have providers: what a kit is not, those that depend on its copies are not either.
    loop {
        let mut changed = false;
        for (supplier, dependent) in &builder.dependents {
            let dependent = kit_of(*dependent, templates);
            if switched[dependent] && !switched[kit_of(*supplier, templates)] {
                switched[dependent] = false;
                changed = true;
            }
        }
        if !changed {
            break;
        }
    }
    for ((kit, first), switched) in scenario
        .kits
        .iter()
        .zip(builder.kit_templates)
        .zip(switched)
    {
        let below = if switched {
            bits_below(kit)
        } else {
            Vec::new()
        };
        of_kits.append(&below);
        if !switched {
            continue;
        }
        let first = usize::from(*first);
        let templates = &mut templates[first..first + kit.systems.len()];
        let told = templates
            .iter()
            .filter(|template| {
                template.ties.has(Ties::SERVES) || template.ties.has(Ties::SUPPLIES_OUTSIDE)
            })
            .fold(0, |bits, template| bits | template.bit());
        for (template, below) in templates.iter_mut().zip(below) {
            template.below = below;
            template.told = told;
        }
    }
    of_kits
}

fn could_be_switched(kit: &Kit) -> bool {
    kit.systems.len() <= MOST_SYSTEMS
        && kit
            .systems
            .iter()
            .all(|system| system.role != SystemRole::Workplaces && system.any_of.is_empty())
}

/// For each system the bits of itself and of all that depends on it inside the kit.
fn bits_below(kit: &Kit) -> Vec<u64> {
    let mut below: Vec<u64> = (0..kit.systems.len())
        .map(|position| 1 << position)
        .collect();
    // Dependencies have no cycles, so this ends.
    loop {
        let mut changed = false;
        for (position, system) in kit.systems.iter().enumerate() {
            for supplier in &system.needs {
                if let Supplier::Own(supplier) = supplier {
                    let joined = below[*supplier] | below[position];
                    changed |= joined != below[*supplier];
                    below[*supplier] = joined;
                }
            }
        }
        if !changed {
            return below;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        /// Looked up by groups or joined one by one: the same.
        #[test]
        fn what_depends_on_a_set_depends_on_one_of_it(
            kits in proptest::collection::vec(proptest::collection::vec(any::<u64>(), 1..=64), 1..4),
            set in any::<u64>(),
        ) {
            let mut below = Below::default();
            for kit in &kits {
                below.append(kit);
            }
            for (position, kit) in kits.iter().enumerate() {
                let set = set & (!0 >> (64 - kit.len()));
                let joined = (0..kit.len())
                    .filter(|system| set >> system & 1 != 0)
                    .fold(0, |bits, system| bits | kit[system]);
                prop_assert_eq!(below.of_all(position, set), joined);
            }
        }
    }
}
