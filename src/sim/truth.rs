//! How the attack really stands: for the facilitator, never for a seat. It only reads, but for the
//! verbs by which a facilitator interferes.

use super::Sim;
use super::agenda::HappeningKind;
use super::attack::{MOST_TEMPO, Way};
use super::columns::{Condition, Due};
use super::entities::{Knowledge, LogRecordKind};
use super::knowledge::SCRIPTED_TRACE;
use super::seat_log::note;
use crate::scenario::PhaseId;
use crate::vocab::{AdministrationId, SimTime};

/// Where the actor stands.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct AttackTruth {
    /// The present phase and its number of all, from 1; `None` before the first one.
    pub phase: Option<(PhaseId, u32)>,
    /// How many phases there are.
    pub phases: u32,
    /// When the actor first got in.
    pub first_compromise: Option<SimTime>,
    /// When somebody first noticed.
    pub detected: Option<SimTime>,
    /// When the impact came.
    pub impact: Option<SimTime>,
    /// When the last open way to customers was closed.
    pub contained: Option<SimTime>,
    /// How often the facilitator doubled the actor's speed, less how often it was halved.
    pub tempo: i8,
}

/// What the actor holds in an administration.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Foothold {
    /// Whose systems.
    pub at: AdministrationId,
    /// Since when.
    pub since: SimTime,
    /// How it got in.
    pub by: Way,
    /// Systems it holds now, encrypted ones included.
    pub held: u32,
    /// Systems that are encrypted.
    pub encrypted: u32,
    /// Systems there are.
    pub systems: u32,
    /// When its owner noticed.
    pub noticed: Option<SimTime>,
}

impl Sim {
    /// Returns where the actor stands.
    #[must_use]
    pub fn attack_truth(&self) -> AttackTruth {
        let columns = self.columns();
        let phases = &self.plan.scenario.attack.phases;
        let phase = columns.attack.phase.map(|(position, _)| {
            let phase = &phases[position as usize];
            (phase.id, position + 1)
        });
        AttackTruth {
            phase,
            phases: phases.len() as u32,
            first_compromise: columns.tally.first_compromise,
            detected: columns.attack.detected,
            impact: columns.attack.impact,
            contained: self.contained(),
            tempo: columns.attack.tempo,
        }
    }

    /// Returns when the attack was noticed and no way to customers was open any more; `None` as well where the actor never
    /// was in a house that has any.
    pub(super) fn contained(&self) -> Option<SimTime> {
        let mut links = self.plan.gated.items().iter();
        let has_customers = links.any(|link| {
            let from = self.plan.nodes[link.from as usize].administration;
            link.jump && self.was_hit(AdministrationId(from))
        });
        let contained = self.columns().attack.contained;
        contained.filter(|_| has_customers)
    }

    /// Returns everybody into whose systems the actor ever got, in the order in which it did.
    #[must_use]
    pub fn footholds(&self) -> Vec<Foothold> {
        let columns = self.columns();
        let mut footholds: Vec<Foothold> = (0_u32..)
            .map(AdministrationId)
            .zip(&columns.attack.reached)
            .filter_map(|(at, reached)| {
                let reached = (*reached)?;
                let systems = self.plan.administrations[at.index()].systems.clone();
                let states = &columns.systems[systems.start as usize..systems.end as usize];
                let count = |of: fn(Condition) -> bool| {
                    states.iter().filter(|state| of(state.condition)).count() as u32
                };
                Some(Foothold {
                    at,
                    since: reached.at,
                    by: reached.by,
                    held: count(Condition::is_infectious),
                    encrypted: count(|condition| condition == Condition::Encrypted),
                    systems: states.len() as u32,
                    noticed: self.known(at).own_hit(),
                })
            })
            .collect();
        footholds.sort_by_key(|foothold| (foothold.since, foothold.at));
        footholds
    }

    /// Whether there is something of the actor at an administration that its people can find.
    #[must_use]
    pub fn has_trace(&self, at: AdministrationId) -> bool {
        self.columns().is_held(&self.plan, at)
    }

    /// Lets an administration find the actor in its own house, in this minute.
    pub fn let_trace_be_noticed(&mut self, at: AdministrationId) {
        self.with_columns(|columns| {
            let now = columns.now;
            columns
                .agenda
                .push(now, HappeningKind::Detected, at.0, SCRIPTED_TRACE);
            columns.tally.events += 1;
        });
        let now = self.now();
        self.advance_to(now);
    }

    /// Whether the actor can be made faster, or slower, once more.
    #[must_use]
    pub fn may_change_tempo(&self, faster: bool) -> bool {
        let tempo = self.columns().attack.tempo;
        if faster {
            tempo < MOST_TEMPO
        } else {
            tempo > -MOST_TEMPO
        }
    }

    /// Doubles or halves the speed at which the actor goes on from system to system where its ways
    /// can be cut; what it has gained on them so far stays.
    pub fn change_tempo(&mut self, faster: bool) {
        self.with_kernel(|kernel| {
            kernel.columns.attack.tempo += if faster { 1 } else { -1 };
            kernel.columns.tally.events += 1;
            kernel.retune_all_gates();
        });
    }

    /// Writes an agreement at the table into the log of one who was there.
    pub fn note_table_talk(&mut self, at: AdministrationId, text: crate::vocab::Text) {
        let now = self.now();
        let entity = self.body(at);
        if let Some(mut knowledge) = self.world.get_mut::<Knowledge>(entity) {
            note(&mut knowledge, now, LogRecordKind::Decision, || text);
        }
        self.with_columns(|columns| columns.due.set(Due::KNOWLEDGE));
        self.settle();
    }
}
