//! Which rules of a plan hold, and on what each of the others waits.

use super::condition::{Bits, Findings};
use crate::scenario::{Condition, ResponseRule};
use crate::sim::Known;
use crate::vocab::ones;

/// On what the rules of a plan hang: the same for all who act by it.
pub(super) struct Hinges {
    /// The conditions of each rule.
    of_rule: Vec<Bits>,
    /// The conditions of the plan.
    conditions: Vec<Condition>,
    /// Where each condition stands among them.
    place: [usize; Bits::CONDITIONS],
}

impl Hinges {
    /// Sorts out the conditions of some rules.
    pub(super) fn new(rules: &[ResponseRule]) -> Self {
        let mut place = [usize::MAX; Bits::CONDITIONS];
        let mut conditions = Vec::new();
        for condition in rules.iter().flat_map(|rule| &rule.when) {
            let place = &mut place[*condition as usize];
            if *place == usize::MAX {
                *place = conditions.len();
                conditions.push(*condition);
            }
        }
        Self {
            of_rule: rules.iter().map(|rule| Bits::of(&rule.when)).collect(),
            conditions,
            place,
        }
    }
}

/// Sets of rules, each as many words of 64 bits as the plan needs, one set after another: all that a seat looks at in its
/// turn lies side by side.
struct RuleSets {
    words: Vec<u64>,
    /// Words of one set.
    width: usize,
}

/// The rules that hold.
const AWAKE: usize = 0;
/// Those that held and had nothing to do: news may give them something.
const IDLE: usize = 1;
/// Before those that wait on the first condition.
const WAITING: usize = 2;

impl RuleSets {
    fn put(&mut self, set: usize, rule: usize) {
        self.words[set * self.width + rule / 64] |= 1 << (rule % 64);
    }

    /// Moves all of one set into another.
    fn pour(&mut self, from: usize, into: usize) {
        for word in 0..self.width {
            let moved = core::mem::take(&mut self.words[from * self.width + word]);
            self.words[into * self.width + word] |= moved;
        }
    }

    /// Returns the rules of a set, in order.
    fn of(&self, set: usize) -> impl Iterator<Item = usize> + use<'_> {
        let words = self.words[set * self.width..][..self.width].iter();
        words
            .enumerate()
            .flat_map(|(at, word)| ones(*word).map(move |rule| at * 64 + rule))
    }
}

/// The rules of a plan, as one seat finds them. A rule that does not hold waits on one of its conditions: as long as
/// that one does not hold, nobody need look at the others.
pub(super) struct Awake {
    rules: RuleSets,
    /// The conditions on which some rule waits.
    waited_on: Bits,
}

impl Awake {
    /// Begins with rules that nobody has looked at.
    pub(super) fn new(hinges: &Hinges) -> Self {
        let width = hinges.of_rule.len().div_ceil(64);
        let sets = WAITING + hinges.conditions.len();
        let mut rules = RuleSets {
            words: vec![0; sets * width],
            width,
        };
        (0..hinges.of_rule.len()).for_each(|rule| rules.put(IDLE, rule));
        Self {
            rules,
            waited_on: Bits::of(&[]),
        }
    }

    /// Returns the positions of the rules that hold, in order.
    pub(super) fn rules(&self) -> impl Iterator<Item = usize> + use<'_> {
        self.rules.of(AWAKE)
    }

    /// Goes through the rules in order: with news through all of them, without through those that held. Those that hold
    /// act, and say whether they had something to do; of the others it is said that they rest.
    pub(super) fn go_through(
        &mut self,
        known: Known,
        (rules, hinges): (&[ResponseRule], &Hinges),
        findings: &mut Findings,
        is_news: bool,
        mut turn: impl FnMut(usize, Turn) -> bool,
    ) {
        let Self {
            rules: sets,
            waited_on,
        } = self;
        if is_news {
            sets.pour(IDLE, AWAKE);
            for number in findings.open(*waited_on).numbers() {
                let place = hinges.place[number];
                if findings.hold(known, hinges.conditions[place]) {
                    sets.pour(WAITING + place, AWAKE);
                    waited_on.put(hinges.conditions[place], false);
                }
            }
        }
        for word in 0..sets.width {
            let awake = core::mem::take(&mut sets.words[AWAKE * sets.width + word]);
            for rule in ones(awake) {
                let position = word * 64 + rule;
                let when = &rules[position].when;
                let set = match findings.missing(known, when, hinges.of_rule[position]) {
                    Some(condition) => {
                        waited_on.put(condition, true);
                        turn(position, Turn::Rests);
                        WAITING + hinges.place[condition as usize]
                    }
                    None if turn(position, Turn::Acts(findings)) => AWAKE,
                    None => IDLE,
                };
                sets.put(set, position);
            }
        }
        let holds = |rule: usize| sets.of(AWAKE).chain(sets.of(IDLE)).any(|of| of == rule);
        debug_assert!(
            !is_news || findings.agree_with(known, rules, holds),
            "a rule waits on what holds"
        );
    }
}

/// What a rule does in its turn.
pub(super) enum Turn<'a> {
    /// One of its conditions does not hold.
    Rests,
    /// All of them hold.
    Acts(&'a mut Findings),
}
