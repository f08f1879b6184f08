//! Bots: response plans, written as rules, over what a seat knows.

#![deny(clippy::disallowed_methods, clippy::disallowed_types)]

mod act;
mod condition;
#[cfg(test)]
mod tests;

use std::sync::Arc;

use crate::command::Command;
use crate::exercise::{Deputies, Player};
use crate::scenario::{Condition, ResponsePlan, Scenario};
use crate::sim::Known;
use crate::vocab::{AdministrationId, SimTime};

/// The pause before a refused act is tried again doubles so often, from half an hour to 16 hours.
const MOST_DOUBLINGS: u32 = 5;

/// A seat that acts by a response plan.
struct PlanPlayer {
    scenario: Arc<Scenario>,
    plan: usize,
    /// When each rule is to be carried out; `None` while its conditions do not hold.
    due: Vec<Option<SimTime>>,
    /// How often each rule was carried out.
    done: Vec<u32>,
    /// How often each rule was refused in a row, and how often it had been carried out then.
    refused: Vec<(u32, u32)>,
    /// The rule that each act decided on last belongs to.
    rule_of_act: Vec<usize>,
    /// What the seat knew when a rule last found nothing to do: it waits for news.
    idle_since: Vec<Option<u32>>,
    /// What it found of the conditions, as long as nothing new reaches it.
    findings: condition::Findings,
}

/// A seat with the player that fills it.
pub type Seated = (AdministrationId, Box<dyn Player>);

/// Returns players for all seats but those of persons, by the plan of this name.
///
/// # Errors
/// The names of all plans, if there is none of this name.
pub fn players(
    scenario: &Arc<Scenario>,
    plan: &str,
    persons: &[AdministrationId],
) -> Result<Vec<Seated>, Vec<String>> {
    let Some(position) = scenario.responses.iter().position(|other| other.id == plan) else {
        return Err(scenario
            .responses
            .iter()
            .map(|plan| plan.id.clone())
            .collect());
    };
    let seats = (0..scenario.administrations.len())
        .filter(|index| scenario.acts(*index))
        .map(AdministrationId::from_index)
        .filter(|seat| !persons.contains(seat));
    Ok(seats
        .map(|seat| (seat, PlanPlayer::seated(scenario, position)))
        .collect())
}

/// The response plans of a scenario, for seats that leave standing orders.
pub struct StandIns(pub Arc<Scenario>);

impl Deputies for StandIns {
    fn player(&self, plan: &str) -> Option<Box<dyn Player>> {
        let plans = &self.0.responses;
        let position = plans.iter().position(|other| other.id == plan)?;
        Some(PlanPlayer::seated(&self.0, position))
    }
}

impl PlanPlayer {
    /// A player that begins with all rules of a plan.
    fn seated(scenario: &Arc<Scenario>, plan: usize) -> Box<dyn Player> {
        let rules = scenario.responses[plan].rules.len();
        Box::new(Self {
            scenario: Arc::clone(scenario),
            plan,
            due: vec![None; rules],
            done: vec![0; rules],
            refused: vec![(0, 0); rules],
            rule_of_act: Vec::new(),
            idle_since: vec![None; rules],
            findings: condition::Findings::default(),
        })
    }

    fn response(&self) -> &ResponsePlan {
        &self.scenario.responses[self.plan]
    }
}

impl Player for PlanPlayer {
    fn decide(&mut self, known: Known, acts: &mut Vec<Command>) -> Option<SimTime> {
        let now = known.now();
        let revision = Some(known.revision());
        let scenario = Arc::clone(&self.scenario);
        let findings = &mut self.findings;
        findings.look_anew(known.revision());
        self.rule_of_act.clear();
        for (position, rule) in scenario.responses[self.plan].rules.iter().enumerate() {
            if self.idle_since[position] == revision {
                continue;
            }
            let holds = |of: &Condition| findings.hold(known, *of);
            if !rule.when.iter().all(holds) {
                self.due[position] = None;
                self.refused[position].0 = 0;
                self.idle_since[position] = revision;
                continue;
            }
            self.idle_since[position] = None;
            let delay = |nth: u32| known.drawn_delay(position, nth, rule.after);
            let due =
                *self.due[position].get_or_insert_with(|| now.after(delay(self.done[position])));
            if due > now {
                continue;
            }
            if act::carry_out(known, rule.act, findings, acts) {
                self.rule_of_act.resize(acts.len(), position);
                self.done[position] += 1;
                // As long as its conditions hold a rule comes up again after its delay.
                let pause = delay(self.done[position]).max(act::LEAST_PAUSE);
                self.due[position] = Some(now.after(pause));
            } else {
                self.due[position] = None;
                self.idle_since[position] = revision;
            }
        }
        self.due.iter().flatten().copied().min()
    }

    fn hear_refusals(&mut self, known: Known, refused: &[usize]) -> Option<SimTime> {
        let rule_of = |act: &usize| self.rule_of_act[*act];
        for of_one in refused.chunk_by(|one, other| rule_of(one) == rule_of(other)) {
            let rule = rule_of(&of_one[0]);
            let acts = self.rule_of_act.iter().filter(|of| **of == rule).count();
            if of_one.len() == acts {
                // Nothing of it was done.
                self.done[rule] -= 1;
            }
            let (times, done) = self.refused[rule];
            let times = if done == self.done[rule] { times } else { 0 };
            self.refused[rule] = (times + 1, self.done[rule]);
            let pause = act::LEAST_PAUSE << times.min(MOST_DOUBLINGS);
            self.due[rule] = Some(known.now().after(pause));
        }
        self.due.iter().flatten().copied().min()
    }

    fn plan(&self) -> &str {
        &self.response().id
    }
}
