//! Parts of a world that never touch each other.
//!
//! Administrations hang together by dependencies, by links of the attack and by the crew that
//! repairs for both. Where services or phases of an attack are, everything hangs together:
//! people, aid and news go everywhere.

use super::Builder;
use crate::scenario::Scenario;

/// From so many systems on the parts are played one after the other: fewer stay in the cache
/// together. Which way is taken changes no result.
pub(super) const MANY_SYSTEMS: usize = 65_536;

/// Which administrations hang together.
#[derive(Debug)]
pub(crate) struct Parts {
    /// By administration.
    of: Vec<u32>,
    count: u32,
}

impl Parts {
    /// One part of so many administrations.
    fn whole(administrations: usize) -> Self {
        Self {
            of: vec![0; administrations],
            count: 1,
        }
    }

    /// Finds the parts of a scenario.
    pub(super) fn of_scenario(scenario: &Scenario, builder: &Builder) -> Self {
        let administrations = builder.administrations.len();
        if !scenario.services.is_empty() || !scenario.attack.phases.is_empty() {
            return Self::whole(administrations);
        }
        let owner = |system: u32| builder.nodes[system as usize].administration;
        let dependencies = builder
            .dependents
            .iter()
            .map(|(supplier, dependent)| (owner(*supplier), owner(*dependent)));
        let links = builder
            .links
            .iter()
            .map(|(_, link)| (owner(link.from), owner(link.to)));
        // The line that a gated link passes through belongs to one of its ends.
        let gated = builder
            .gated
            .iter()
            .map(|(_, link)| (owner(link.from), owner(link.to)));
        let crews = (0..)
            .zip(&builder.administrations)
            .map(|(administration, planned)| (administration, planned.crew));
        Self::joined_by(
            administrations,
            dependencies.chain(links).chain(gated).chain(crews),
        )
    }

    /// Numbers the parts in the order of their first administrations.
    fn joined_by(administrations: usize, pairs: impl Iterator<Item = (u32, u32)>) -> Self {
        // Each points to an earlier one of its part, the first to itself.
        let mut earlier: Vec<u32> = (0..administrations as u32).collect();
        let first_of = |earlier: &mut [u32], mut at: u32| {
            while earlier[at as usize] != at {
                let next = earlier[at as usize];
                earlier[at as usize] = earlier[next as usize];
                at = next;
            }
            at
        };
        for (a, b) in pairs {
            let (a, b) = (first_of(&mut earlier, a), first_of(&mut earlier, b));
            earlier[a.max(b) as usize] = a.min(b);
        }
        let mut parts = Self::whole(administrations);
        parts.count = 0;
        for at in 0..administrations {
            let first = first_of(&mut earlier, at as u32) as usize;
            if first == at {
                parts.of[at] = parts.count;
                parts.count += 1;
            } else {
                parts.of[at] = parts.of[first];
            }
        }
        parts
    }

    pub(crate) fn count(&self) -> u32 {
        self.count
    }

    /// Returns the part of an administration.
    pub(crate) fn of(&self, administration: u32) -> u32 {
        self.of[administration as usize]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_joined_by_others_is_one_part() {
        let pairs = [(3, 1), (5, 3), (2, 6), (4, 4)];
        let parts = Parts::joined_by(7, pairs.into_iter());
        assert_eq!(parts.of, [0, 1, 2, 1, 3, 1, 2]);
        assert_eq!(parts.count(), 4);
        assert_eq!(Parts::whole(3).of, [0; 3]);
    }
}
