//! Which rules of a plan hold, and on what each of the others waits.

use super::condition::{Bits, Findings};
use crate::scenario::{Condition, ResponseRule};
use crate::sim::Known;

/// The rules of a plan, as one seat finds them. A rule that does not hold waits on one of its conditions: as long as
/// that one does not hold, nobody need look at the others.
pub(super) struct Awake {
    /// The conditions on which each rule hangs.
    hangs_on: Vec<Bits>,
    /// Positions of the rules that hold, in order.
    rules: Vec<usize>,
    /// Positions of those that held and had nothing to do: news may give them something.
    idle: Vec<usize>,
    /// The conditions of the plan, each with the positions of the rules that wait on it.
    waiting: Vec<(Condition, Vec<usize>)>,
    /// Where each condition stands among them.
    place: [usize; Bits::CONDITIONS],
}

impl Awake {
    /// Begins with rules that nobody has looked at.
    pub(super) fn new(rules: &[ResponseRule]) -> Self {
        let mut place = [usize::MAX; Bits::CONDITIONS];
        let mut waiting = Vec::new();
        for condition in rules.iter().flat_map(|rule| &rule.when) {
            let place = &mut place[*condition as usize];
            if *place == usize::MAX {
                *place = waiting.len();
                waiting.push((*condition, Vec::new()));
            }
        }
        Self {
            hangs_on: rules.iter().map(|rule| Bits::of(&rule.when)).collect(),
            rules: Vec::new(),
            idle: (0..rules.len()).collect(),
            waiting,
            place,
        }
    }

    /// Returns the positions of the rules that hold, in order.
    pub(super) fn rules(&self) -> &[usize] {
        &self.rules
    }

    /// Goes through the rules in order: with news through all of them, without through those that held. Those that hold
    /// act, and say whether they had something to do; of the others it is said that they rest.
    pub(super) fn go_through(
        &mut self,
        known: Known,
        rules: &[ResponseRule],
        findings: &mut Findings,
        is_news: bool,
        mut turn: impl FnMut(usize, Turn) -> bool,
    ) {
        let Self {
            hangs_on,
            rules: awake,
            idle,
            waiting,
            place,
        } = self;
        if is_news {
            awake.append(idle);
            for (condition, waiting) in waiting.iter_mut() {
                if !waiting.is_empty() && findings.hold(known, *condition) {
                    awake.append(waiting);
                }
            }
            awake.sort_unstable();
        }
        awake.retain(|position| {
            let when = &rules[*position].when;
            if let Some(condition) = findings.missing(known, when, hangs_on[*position]) {
                waiting[place[condition as usize]].1.push(*position);
                turn(*position, Turn::Rests);
                return false;
            }
            let had_something = turn(*position, Turn::Acts(findings));
            if !had_something {
                idle.push(*position);
            }
            had_something
        });
        let holds = |rule: usize| awake.contains(&rule) || idle.contains(&rule);
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
