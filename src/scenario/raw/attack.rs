//! Records for the attack.

use super::{List, RawDist, record};
use crate::scenario::model::PhaseId;

record! {
    /// The attack.
    RawAttack {
        /// Entry points: `administration:system`, or `all_providers:system`.
        entry: List<String>,
        /// Moment of entry.
        entry_at: String,
        /// Phases in order.
        phases: List<RawPhase>,
        /// Share usable of a compromised system.
        compromised_usable: f64,
        /// Whether a rebuilt system is immune.
        immune_after_rebuild: bool,
        /// Chance of trying to reach customers.
        tries_jump: f64,
        /// Rate through a cut link.
        cut_factor: f64,
        /// Rate along privileged links once accounts are locked.
        lock_factor: f64,
        /// Rate inside a house whose way to the internet is blocked.
        internet_factor: f64,
        /// Worth of maturity against jumps.
        maturity_factor: f64,
        /// Beta parameters of the share encrypted.
        encrypted_share: (f64, f64),
        /// From impact to encryption of a system.
        encryption_delay: RawDist,
        /// Chance that backups survive which the actor got at.
        backups_survive: f64,
        /// The same at a provider.
        provider_backups_survive: f64,
        /// Chance that backups are good which the actor never got at.
        backups_kept: f64,
        /// Whether the actor may strike early when it notices containment.
        reacts: bool,
        /// Chance that it notices a measure.
        reaction: f64,
        /// From the measure to the early impact.
        reaction_delay: RawDist,
        /// Entry point of a second attack, `administration:system`.
        second_entry: String,
        /// From the first impact to the second attack.
        second_after: RawDist,
        /// Chance of the second attack.
        second_chance: f64,
        /// Where the figures come from.
        source: String,
        /// How sure they are.
        confidence: String,
    }
}

record! {
    /// A phase of the attack.
    RawPhase {
        /// Which.
        id: PhaseId,
        /// Fixed beginning.
        starts_at: String,
        /// How long until the next.
        dwell: RawDist,
        /// Chance of detection without and with monitoring.
        detection: (f64, f64),
        /// Share moved to a night or weekend.
        at_night_share: f64,
        /// Where the figures come from.
        source: String,
        /// How sure they are.
        confidence: String,
    }
}
