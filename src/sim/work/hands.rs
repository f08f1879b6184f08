//! Hands: the people ready to work at one place, and how orders take them.

use crate::vocab::Skill;

/// Effect of any IT person on workplaces and devices, where that is not the main skill.
const ROLLOUT_EFFECT: f64 = 0.9;

/// The people ready to work at one place, by main skill in the order of [`Skill::ALL`].
#[derive(Debug, Default)]
pub(crate) struct Hands {
    /// Strength of each; who is taken leaves at the front.
    by_skill: [std::collections::VecDeque<f64>; 6],
    left: usize,
}

impl Hands {
    pub(crate) fn add(&mut self, skill: Skill, strength: f64) {
        self.by_skill[skill as usize].push_back(strength);
        self.left += 1;
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.left == 0
    }

    /// Takes people for an order: those of its skill first, then others at their lesser effect.
    /// Returns their strength together and how many they are.
    pub(crate) fn take(&mut self, skill: Skill, useful_people: u32, off_skill: f64) -> (f64, u32) {
        let (mut strength, mut heads) = (0.0, 0);
        let others = Skill::ALL.iter().filter(|other| **other != skill);
        for from in core::iter::once(&skill).chain(others) {
            let effect = effect(*from, skill, off_skill);
            while heads < useful_people && effect > 0.0 {
                let Some(hand) = self.by_skill[*from as usize].pop_front() else {
                    break;
                };
                strength += hand * effect;
                heads += 1;
            }
        }
        self.left -= heads as usize;
        (strength, heads)
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
    fn nobody_replaces_forensic_people_and_anybody_helps_with_workplaces() {
        let mut some = hands(&[Skill::Rollout, Skill::Forensics]);
        assert_eq!(some.take(Skill::Forensics, 8, 0.5), (1.0, 1));
        let mut one = hands(&[Skill::Identity]);
        assert_eq!(one.take(Skill::Rollout, 5, 0.5), (ROLLOUT_EFFECT, 1));
    }
}
