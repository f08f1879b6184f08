//! The state of the attack: where the actor stands.

use crate::vocab::SimTime;
use serde::Serialize;

/// How far the attack has come; the rates of links differ by it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Serialize)]
#[repr(u8)]
pub(crate) enum Stage {
    /// A foothold: dwelling, nothing spreads.
    #[default]
    Foothold = 0,
    /// Moving inside the provider.
    Lateral = 1,
    /// Reaching for customers.
    Jump = 2,
    /// After the impact.
    Impact = 3,
}

/// The attack's own state.
#[derive(Debug, Clone, Default, Serialize)]
pub(crate) struct AttackState {
    pub(crate) stage: Stage,
    /// Whether it follows phases, so that compromises are noticed and end in encryption.
    pub(crate) has_phases: bool,
    /// Position of the present phase, once one has begun, and when its dwell ends.
    pub(crate) phase: Option<(u32, SimTime)>,
    /// By administration: how many phases its chance of noticing the actor was drawn for.
    pub(crate) looked: Vec<u32>,
    /// By administration: whether the actor got at its backups.
    pub(crate) backups_reached: Vec<bool>,
    /// Whether the actor tries to reach customers in this run.
    pub(crate) tries_jump: bool,
    pub(crate) detected: Option<SimTime>,
    pub(crate) impact: Option<SimTime>,
    /// When the last open way from the hit provider to customers was closed.
    pub(crate) contained: Option<SimTime>,
}
