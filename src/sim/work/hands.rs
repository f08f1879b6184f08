//! Hands: the people ready to work at one place, and how orders take them.
//!
//! An order has few places. Whoever gets most done on it has them: if a helper for two days a week took the only place
//! because of its skill, help would keep the people of the house from the work that everything waits for.
//!
//! Workplaces could use everybody. They leave whoever has work of the own trade waiting further down, so that
//! applications go on meanwhile; but the order whose turn it is always gets somebody.

use crate::vocab::Skill;

/// Effect of any IT person on workplaces and devices, where that is not the main skill.
const ROLLOUT_EFFECT: f64 = 0.9;

/// What a person brings to work of the main skill, and to workplaces and devices.
#[derive(Debug, Clone, Copy)]
struct Hand {
    usual: f64,
    on_rollout: f64,
}

/// People of one main skill, the strongest at the front; who is taken leaves there.
#[derive(Debug, Default)]
struct Line {
    all: Vec<Hand>,
    taken: usize,
}

impl Line {
    fn waiting(&self) -> &[Hand] {
        &self.all[self.taken..]
    }

    /// Puts somebody behind all who are as strong.
    fn join(&mut self, hand: Hand) {
        let before = self.waiting();
        let behind = before.partition_point(|other| other.usual >= hand.usual);
        self.all.insert(self.taken + behind, hand);
    }

    fn clear(&mut self) {
        self.all.clear();
        self.taken = 0;
    }
}

/// The people ready to work at one place, by main skill in the order of [`Skill::ALL`].
#[derive(Debug, Default)]
pub(crate) struct Hands {
    by_skill: [Line; 6],
}

impl Hands {
    /// Sends everybody away; the next ones find the memory.
    pub(crate) fn clear(&mut self) {
        self.by_skill.iter_mut().for_each(Line::clear);
    }

    pub(crate) fn add(&mut self, skill: Skill, strength: f64) {
        let on_rollout = strength * effect(skill, Skill::Rollout, 0.0);
        self.add_with_rollout(skill, strength, on_rollout);
    }

    /// Adds a person whose strength on workplaces and devices does not follow from the skill.
    pub(crate) fn add_with_rollout(&mut self, skill: Skill, usual: f64, on_rollout: f64) {
        self.by_skill[skill as usize].join(Hand { usual, on_rollout });
    }

    /// Gives people to orders in turn, each with its skill and its places. Tells for each order the strength of its
    /// people together and how many they are.
    pub(crate) fn share_out(
        &mut self,
        orders: impl Iterator<Item = (Skill, u32)> + Clone,
        off_skill: f64,
    ) -> impl Iterator<Item = (f64, u32)> {
        let mut kept = [0_usize; 6];
        for (skill, places) in orders.clone() {
            kept[skill as usize] += places as usize;
        }
        orders.map(move |(skill, places)| {
            kept[skill as usize] -= places as usize;
            match skill {
                Skill::Rollout => self.take_leaving(skill, places, off_skill, &kept),
                _ => self.take(skill, places, off_skill),
            }
        })
    }

    /// Takes people for an order: again and again the one who gets most done on it, those of its skill first among
    /// equals. Returns their strength together and how many they are.
    pub(crate) fn take(&mut self, skill: Skill, useful_people: u32, off_skill: f64) -> (f64, u32) {
        self.take_leaving(skill, useful_people, off_skill, &[0; 6])
    }

    /// As [`Self::take`], but leaves so many people of each other skill, unless the order would have nobody.
    fn take_leaving(
        &mut self,
        skill: Skill,
        useful_people: u32,
        off_skill: f64,
        kept: &[usize; 6],
    ) -> (f64, u32) {
        let (mut strength, mut heads) = (0.0, 0);
        while heads < useful_people {
            let kept = if heads == 0 { &[0; 6] } else { kept };
            let Some((from, most)) = self.most_useful(skill, off_skill, kept) else {
                break;
            };
            self.by_skill[from as usize].taken += 1;
            strength += most;
            heads += 1;
        }
        (strength, heads)
    }

    /// The main skill whose strongest person gets most done on work of a skill, and how much that is; of other skills
    /// so many people stay.
    fn most_useful(&self, skill: Skill, off_skill: f64, kept: &[usize; 6]) -> Option<(Skill, f64)> {
        let others = Skill::ALL.iter().copied().filter(|other| *other != skill);
        let mut best: Option<(Skill, f64)> = None;
        for from in core::iter::once(skill).chain(others) {
            let of_skill = self.by_skill[from as usize].waiting();
            if from != skill && of_skill.len() <= kept[from as usize] {
                continue;
            }
            let Some(strongest) = of_skill.first() else {
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
        assert_eq!(hands.take(Skill::Rollout, 5, 0.5), (1.0, 1));
        assert_eq!(hands.take(Skill::Rollout, 5, 0.5), (0.0, 0));
    }

    fn given(people: &[Skill], orders: &[(Skill, u32)]) -> Vec<(f64, u32)> {
        let mut hands = hands(people);
        let shared = hands.share_out(orders.iter().copied(), 0.5);
        shared.collect()
    }

    #[test]
    fn workplaces_leave_people_whose_own_trade_has_work() {
        use Skill::{Application, Rollout};
        let two_and_two = [Rollout, Rollout, Application, Application];
        // Workplaces could use all four; the application below keeps those of its trade.
        let shared = given(&two_and_two, &[(Rollout, 40), (Application, 4)]);
        assert_eq!(shared, [(2.0, 2), (2.0, 2)]);
        // It has one place only: the other one helps with workplaces.
        let shared = given(&two_and_two, &[(Rollout, 40), (Application, 1)]);
        assert_eq!(shared, [(2.0 + ROLLOUT_EFFECT, 3), (1.0, 1)]);
        // All else takes whom it can use.
        let shared = given(&two_and_two, &[(Application, 4), (Rollout, 40)]);
        assert_eq!(shared, [(3.0, 4), (0.0, 0)]);
        // What is first in turn gets somebody, whatever the trade.
        let shared = given(&[Application], &[(Rollout, 40), (Application, 4)]);
        assert_eq!(shared, [(ROLLOUT_EFFECT, 1), (0.0, 0)]);
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
