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
    /// The gated link that was such a way when it was last looked for one; where the search begins changes nothing.
    #[serde(skip)]
    pub(crate) open_way: u32,
    /// How often the facilitator let it double its speed between administrations, less how often
    /// it was halved.
    pub(crate) tempo: i8,
    /// By administration: when the actor first got in, and how.
    pub(crate) reached: Vec<Option<Reached>>,
}

/// The first foothold in an administration.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub(crate) struct Reached {
    pub(crate) at: SimTime,
    pub(crate) by: Way,
}

/// How the actor got into an administration.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
pub enum Way {
    /// Where the attack began.
    #[default]
    Entry,
    /// By the provider's remote maintenance.
    RemoteAccess,
    /// By accounts of the directory.
    Accounts,
    /// By another line from the provider.
    Line,
}

/// The facilitator halves or doubles the speed of the actor this often at most.
pub(crate) const MOST_TEMPO: i8 = 3;

impl AttackState {
    /// By how much the facilitator made the actor faster between systems; exact powers of two.
    pub(crate) fn tempo_factor(&self) -> f64 {
        let steps = f64::from(1_u32 << self.tempo.unsigned_abs().min(7));
        if self.tempo < 0 { 1.0 / steps } else { steps }
    }
}
