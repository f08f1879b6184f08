//! Bots: response plans, written as rules, over what a seat knows.

#![deny(clippy::disallowed_methods, clippy::disallowed_types)]

mod act;
mod awake;
mod condition;
mod partners;
#[cfg(test)]
mod tests;

use std::sync::Arc;

use crate::command::Command;
use crate::exercise::{Deputies, Player};
use crate::scenario::{ResponsePlan, Scenario};
use crate::sim::{DrawnMinutes, Known};
use crate::vocab::{AdministrationId, SimTime};
use awake::{Awake, Hinges, Turn};
use condition::Findings;
use partners::Partners;

/// The pause before a refused act is tried again doubles so often, from half an hour to 16 hours.
const MOST_DOUBLINGS: u32 = 5;

/// A seat that acts by a response plan.
struct PlanPlayer {
    scenario: Arc<Scenario>,
    plan: usize,
    hinges: Arc<Hinges>,
    /// How far each rule is.
    rules: Vec<Progress>,
    /// The rules that hold.
    awake: Awake,
    /// The rule that each act decided on last belongs to.
    rule_of_act: Vec<usize>,
    /// What it found of the conditions, as long as nothing new reaches it.
    findings: Findings,
    partners: Partners,
}

/// How far a seat is with one rule.
#[derive(Clone, Default)]
struct Progress {
    /// When it is to be carried out; `None` while it waits for news.
    due: Option<SimTime>,
    /// The delay that was drawn last.
    delay: DrawnMinutes,
    /// How often it was carried out, and when last.
    done: u32,
    acted: Option<SimTime>,
    /// How often it was refused in a row, and how often it had been carried out then.
    refused: (u32, u32),
}

impl Progress {
    /// The rule waits for news: one of its conditions does not hold.
    fn rest(&mut self) {
        self.due = None;
        self.refused.0 = 0;
    }
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
    let hinges = Arc::new(Hinges::new(&scenario.responses[position].rules));
    let seats = (0..scenario.administrations.len())
        .filter(|index| scenario.acts(*index))
        .map(AdministrationId::from_index)
        .filter(|seat| !persons.contains(seat));
    Ok(seats
        .map(|seat| (seat, PlanPlayer::seated(scenario, position, &hinges)))
        .collect())
}

/// The response plans of a scenario, for seats that leave standing orders.
pub struct StandIns(pub Arc<Scenario>);

impl Deputies for StandIns {
    fn player(&self, plan: &str) -> Option<Box<dyn Player>> {
        let plans = &self.0.responses;
        let position = plans.iter().position(|other| other.id == plan)?;
        let hinges = Arc::new(Hinges::new(&plans[position].rules));
        Some(PlanPlayer::seated(&self.0, position, &hinges))
    }
}

impl PlanPlayer {
    /// A player that begins with all rules of a plan.
    fn seated(scenario: &Arc<Scenario>, plan: usize, hinges: &Arc<Hinges>) -> Box<dyn Player> {
        let rules = &scenario.responses[plan].rules;
        Box::new(Self {
            scenario: Arc::clone(scenario),
            plan,
            rules: vec![Progress::default(); rules.len()],
            awake: Awake::new(hinges),
            hinges: Arc::clone(hinges),
            findings: Findings::default(),
            partners: Partners::default(),
            rule_of_act: Vec::new(),
        })
    }

    fn response(&self) -> &ResponsePlan {
        &self.scenario.responses[self.plan]
    }
}

impl Player for PlanPlayer {
    fn decide(&mut self, known: Known, acts: &mut Vec<Command>) -> Option<SimTime> {
        let now = known.now();
        let (findings, partners) = (&mut self.findings, &mut self.partners);
        let rule_of_act = &mut self.rule_of_act;
        rule_of_act.clear();
        let rules = &self.scenario.responses[self.plan].rules;
        let is_news = findings.look_anew(known);
        let (states, awake) = (&mut self.rules, &mut self.awake);
        let mut next: Option<SimTime> = None;
        let plan = (&rules[..], &*self.hinges);
        awake.go_through(known, plan, findings, is_news, |position, turn| {
            let Turn::Acts(findings) = turn else {
                states[position].rest();
                return false;
            };
            let (rule, progress) = (&rules[position], &mut states[position]);
            let mut waits_until = |due: SimTime| {
                next = Some(next.map_or(due, |next| next.min(due)));
                true
            };
            if let Some(due) = progress.due.filter(|due| *due > now) {
                return waits_until(due);
            }
            let drawn = &mut progress.delay;
            let mut delay = |nth: u32| known.drawn_delay(position, nth, rule.after, drawn);
            // It pauses after each act, even if its conditions did not hold for a while in between.
            let paused = progress.acted.map_or(now, |at| at.after(act::LEAST_PAUSE));
            let mut due = progress
                .due
                .unwrap_or_else(|| now.after(delay(progress.done)).max(paused));
            if due <= now {
                if !act::carry_out(known, rule.act, findings, partners, acts) {
                    progress.due = None;
                    return false;
                }
                rule_of_act.resize(acts.len(), position);
                progress.done += 1;
                progress.acted = Some(now);
                // As long as its conditions hold a rule comes up again after its delay.
                due = now.after(delay(progress.done).max(act::LEAST_PAUSE));
            }
            progress.due = Some(due);
            waits_until(due)
        });
        next
    }

    fn hear_refusals(&mut self, known: Known, refused: &[usize]) -> Option<SimTime> {
        let rule_of = |act: &usize| self.rule_of_act[*act];
        for of_one in refused.chunk_by(|one, other| rule_of(one) == rule_of(other)) {
            let rule = rule_of(&of_one[0]);
            let acts = self.rule_of_act.iter().filter(|of| **of == rule).count();
            let progress = &mut self.rules[rule];
            if of_one.len() == acts {
                // Nothing of it was done.
                progress.done -= 1;
            }
            let (times, done) = progress.refused;
            let times = if done == progress.done { times } else { 0 };
            progress.refused = (times + 1, progress.done);
            let pause = act::LEAST_PAUSE << times.min(MOST_DOUBLINGS);
            progress.due = Some(known.now().after(pause));
        }
        let awake = self.awake.rules();
        awake.filter_map(|rule| self.rules[rule].due).min()
    }

    fn plan(&self) -> &str {
        &self.response().id
    }
}
