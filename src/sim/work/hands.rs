//! Hands: the people ready to work at one place, and how orders take them.
//!
//! An order has few places. Whoever gets most done on it has them: if a helper for two days a week took the only place
//! because of its skill, help would keep the people of the house from the work that everything waits for.

use crate::vocab::Skill;

/// Effect of any IT person on workplaces and devices, where that is not the main skill.
const ROLLOUT_EFFECT: f64 = 0.9;

/// What a person brings to work of the main skill, and to workplaces and devices.
#[derive(Debug, Clone, Copy)]
struct Hand {
    usual: f64,
    on_rollout: f64,
}

/// The people ready to work at one place, by main skill in the order of [`Skill::ALL`].
#[derive(Debug, Default)]
pub(crate) struct Hands {
    /// Strength of each, the strongest at the front; who is taken leaves there.
    by_skill: [std::collections::VecDeque<Hand>; 6],
    left: usize,
}

impl Hands {
    pub(crate) fn add(&mut self, skill: Skill, strength: f64) {
        let on_rollout = strength * effect(skill, Skill::Rollout, 0.0);
        self.add_with_rollout(skill, strength, on_rollout);
    }

    /// Adds a person whose strength on workplaces and devices does not follow from the skill.
    pub(crate) fn add_with_rollout(&mut self, skill: Skill, usual: f64, on_rollout: f64) {
        let of_skill = &mut self.by_skill[skill as usize];
        let behind = of_skill.partition_point(|other| other.usual >= usual);
        of_skill.insert(behind, Hand { usual, on_rollout });
        self.left += 1;
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.left == 0
    }

    /// Takes people for an order: again and again the one who gets most done on it, those of its skill first among
    /// equals. Returns their strength together and how many they are.
    pub(crate) fn take(&mut self, skill: Skill, useful_people: u32, off_skill: f64) -> (f64, u32) {
        let (mut strength, mut heads) = (0.0, 0);
        while heads < useful_people {
            let Some((from, most)) = self.most_useful(skill, off_skill) else {
                break;
            };
            self.by_skill[from as usize].pop_front();
            strength += most;
            heads += 1;
        }
        self.left -= heads as usize;
        (strength, heads)
    }

    /// The main skill whose strongest person gets most done on work of a skill, and how much that is.
    fn most_useful(&self, skill: Skill, off_skill: f64) -> Option<(Skill, f64)> {
        let others = Skill::ALL.iter().copied().filter(|other| *other != skill);
        let mut best: Option<(Skill, f64)> = None;
        for from in core::iter::once(skill).chain(others) {
            let Some(strongest) = self.by_skill[from as usize].front() else {
                continue;
            };
            let done = match skill {
                Skill::Rollout => strongest.on_rollout,
                _ => strongest.usual * effect(from, skill, off_skill),
            };
            if done > best.map_or(0.0, |(_, most)| most) {
                best = Some((from, done));
            }
        }
        best
    }
}

/// Effect of a person of one main skill on work that needs another; forensic work needs its own people.
fn effect(main: Skill, needed: Skill, off_skill: f64) -> f64 {
    match (main == needed, needed) {
        (true, _) => 1.0,
        (false, Skill::Forensics) => 0.0,
        (false, Skill::Rollout) => ROLLOUT_EFFECT,
        (false, _) => off_skill,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hands(skills: &[Skill]) -> Hands {
        let mut hands = Hands::default();
        for skill in skills {
            hands.add(*skill, 1.0);
        }
        hands
    }

    #[test]
    fn skilled_people_come_first_and_nobody_works_twice() {
        let mut hands = hands(&[Skill::Rollout, Skill::Identity, Skill::Network]);
        assert_eq!(hands.take(Skill::Identity, 2, 0.5), (1.5, 2));
        assert!(!hands.is_empty());
        assert_eq!(hands.take(Skill::Rollout, 5, 0.5), (1.0, 1));
        assert!(hands.is_empty());
        assert_eq!(hands.take(Skill::Rollout, 5, 0.5), (0.0, 0));
    }

    #[test]
    fn the_only_place_goes_to_whoever_gets_most_done() {
        let mut hands = Hands::default();
        hands.add(Skill::Identity, 0.2);
        hands.add(Skill::Identity, 0.3);
        hands.add(Skill::Application, 0.8);
        assert_eq!(
            hands.take(Skill::Identity, 1, 0.5),
            (0.4, 1),
            "a local of another skill"
        );
        assert_eq!(
            hands.take(Skill::Identity, 1, 0.5),
            (0.3, 1),
            "the stronger helper"
        );
        assert_eq!(hands.take(Skill::Network, 2, 0.5), (0.1, 1));
    }

    #[test]
    fn a_generalist_does_more_on_workplaces_than_elsewhere() {
        let mut some = Hands::default();
        some.add_with_rollout(Skill::Identity, 0.7, 0.9);
        some.add_with_rollout(Skill::Identity, 0.7, 0.9);
        assert_eq!(some.take(Skill::Identity, 1, 0.5), (0.7, 1));
        assert_eq!(some.take(Skill::Rollout, 1, 0.5), (0.9, 1));
    }

    #[test]
    fn nobody_replaces_forensic_people_and_anybody_helps_with_workplaces() {
        let mut some = hands(&[Skill::Rollout, Skill::Forensics]);
        assert_eq!(some.take(Skill::Forensics, 8, 0.5), (1.0, 1));
        let mut one = hands(&[Skill::Identity]);
        assert_eq!(one.take(Skill::Rollout, 5, 0.5), (ROLLOUT_EFFECT, 1));
    }
}
