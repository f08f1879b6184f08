//! Figures of an administration that its file leaves out, from its size.

use crate::scenario::model::AdministrationKind;
use crate::vocab::Skill;

/// Shares of main skills in a municipality or county, in the order of [`Skill::ALL`].
const MUNICIPAL: [f64; 6] = [0.10, 0.10, 0.10, 0.25, 0.45, 0.0];
/// Shares of main skills at a provider.
const PROVIDER: [f64; 6] = [0.12, 0.08, 0.15, 0.45, 0.20, 0.0];

/// Returns the usual number of workplaces: 9 per 1000 inhabitants, 4.5 in a county, 0 elsewhere.
pub fn clients(kind: AdministrationKind, inhabitants: u32) -> u32 {
    use AdministrationKind as K;
    let per_thousand = match kind {
        K::Municipality | K::City | K::Outside => 9.0,
        K::County => 4.5,
        K::Provider | K::State => return 0,
    };
    round(f64::from(inhabitants) * per_thousand / 1000.0)
}

/// Returns the usual number of IT people, never 0: one per 60 workplaces from 600 on; below
/// one per 120 (hardly any workplaces) to 80 (almost 600); at a provider one per 120
/// workplaces of its customers.
pub fn it_people(kind: AdministrationKind, clients: u32, clients_of_customers: u32) -> u32 {
    let clients = f64::from(clients);
    let people = match kind {
        AdministrationKind::State => return 0,
        AdministrationKind::Provider => f64::from(clients_of_customers) / 120.0,
        _ if clients >= 600.0 => clients / 60.0,
        _ => clients / (120.0 - 40.0 * clients / 600.0),
    };
    round(people).max(1)
}

/// Splits people by main skill: whole persons, largest remainder first, ties in the order of skills.
pub fn by_skill(kind: AdministrationKind, people: u32) -> [u32; 6] {
    let shares = match kind {
        AdministrationKind::Provider => PROVIDER,
        _ => MUNICIPAL,
    };
    let mut split = [0; 6];
    let mut rest: Vec<(f64, usize)> = Vec::with_capacity(6);
    for (skill, share) in shares.iter().enumerate() {
        let exact = share * f64::from(people);
        split[skill] = floor(exact);
        rest.push((exact - f64::from(split[skill]), skill));
    }
    // Remainders closer than this are ties: they differ by rounding only.
    const TIE: f64 = 1e-9;
    let mut missing = people - split.iter().sum::<u32>();
    while missing > 0 {
        let mut best = 0;
        for candidate in 1..rest.len() {
            if rest[candidate].0 > rest[best].0 + TIE {
                best = candidate;
            }
        }
        split[rest[best].1] += 1;
        rest[best].0 = -1.0;
        missing -= 1;
    }
    debug_assert_eq!(Skill::ALL.len(), split.len());
    split
}

/// Returns the usual number of spare notebooks: 2 per 100 workplaces.
pub fn spare_notebooks(clients: u32) -> u32 {
    round(f64::from(clients) * 0.02)
}

#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
fn round(value: f64) -> u32 {
    libm::round(value) as u32
}

#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
fn floor(value: f64) -> u32 {
    libm::floor(value + 1e-9) as u32
}

#[cfg(test)]
mod tests {
    use super::*;
    use AdministrationKind::{County, Municipality, Provider, State};

    #[test]
    fn workplaces_follow_inhabitants() {
        assert_eq!(clients(Municipality, 40_993), 369);
        assert_eq!(clients(County, 271_617), 1222);
        assert_eq!(clients(Provider, 0), 0);
    }

    #[test]
    fn a_small_town_has_one_person_and_a_county_a_team() {
        assert_eq!(it_people(Municipality, 45, 0), 1);
        assert_eq!(it_people(County, 1222, 0), 20);
        assert_eq!(it_people(Provider, 0, 22_000), 183);
        assert_eq!(it_people(State, 0, 0), 0);
    }

    #[test]
    fn skills_are_whole_persons_and_none_is_lost() {
        assert_eq!(by_skill(Municipality, 1), [0, 0, 0, 0, 1, 0]);
        assert_eq!(by_skill(Municipality, 4), [1, 0, 0, 1, 2, 0]);
        assert_eq!(by_skill(Municipality, 20), [2, 2, 2, 5, 9, 0]);
        for people in 0..500 {
            for kind in [Municipality, Provider] {
                assert_eq!(by_skill(kind, people).iter().sum::<u32>(), people);
            }
        }
    }
}
