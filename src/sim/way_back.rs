//! The way back to the provider: what stands between a seat and an open line, from what the seat knows.
//!
//! One rule for decision papers, for what would help a service, and for refusals.

use super::entities::{Knowledge, Posture, Recovery};

/// How the side of the provider stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ProviderSide {
    /// It must release or open its end first.
    Waits,
    /// Nothing holds a customer back but the doubt: the provider is suspected, or opened its end without being examined.
    InDoubt,
    /// It released its side, or nothing was ever said against it.
    Free,
}

/// How far the way back to the provider is free.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WayBack {
    /// Whether the own side is released, or never needed to be examined.
    pub own_side_is_free: bool,
    /// How the other side stands.
    pub provider: ProviderSide,
}

impl WayBack {
    pub(crate) fn of(knowledge: &Knowledge, recovery: &Recovery, posture: &Posture) -> Self {
        // Who was never told of an attack and cut on its own may go back at once.
        let had_reason = recovery.needed_since.is_some() || knowledge.provider_hit.is_some();
        let cut_there = posture.link_cut_there.is_some();
        let is_hit_or_cut = knowledge.provider_hit.is_some() || cut_there;
        // Whoever uses a line that was opened without an examination does so at its own risk.
        let is_open_there = knowledge.provider_line_open.is_some() && !cut_there;
        let provider = if knowledge.provider_cleared.is_some() {
            ProviderSide::Free
        } else if is_hit_or_cut && !is_open_there {
            ProviderSide::Waits
        } else if is_hit_or_cut || knowledge.provider_suspected.is_some() {
            ProviderSide::InDoubt
        } else {
            ProviderSide::Free
        };
        Self {
            own_side_is_free: !had_reason || recovery.cleared.is_some(),
            provider,
        }
    }

    /// Whether a seat may reconnect, at its own risk or without.
    #[must_use]
    pub fn is_possible(self) -> bool {
        self.own_side_is_free && self.provider != ProviderSide::Waits
    }

    /// Whether nothing is known that speaks against reconnecting.
    pub(crate) fn is_free(self) -> bool {
        self.own_side_is_free && self.provider == ProviderSide::Free
    }
}
