//! Measures against the attack: which are in force, and what they leave of the rate of a link.
//!
//! One rule for the kernel, which knows what is so, and for decision papers, which know what a seat knows.

use super::plan::GatedLink;
use crate::scenario::{Attack, Dist, Parameters};
use crate::vocab::ContainmentOption;
use serde::Serialize;

/// The options in force at an administration, as a set; [`ContainmentOption::CutAllCustomers`] stands there
/// while its provider has cut its line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
pub(crate) struct Measures(u16);

impl Measures {
    pub(crate) const fn has(self, option: ContainmentOption) -> bool {
        self.0 & (1 << option as u32) != 0
    }

    pub(crate) const fn with(self, option: ContainmentOption) -> Self {
        Self(self.0 | (1 << option as u32))
    }

    pub(crate) const fn without(self, option: ContainmentOption) -> Self {
        Self(self.0 & !(1 << option as u32))
    }
}

/// Measures that stand beside the great questions: ordering one answers none of these, and each can be lifted by itself.
pub const LIFTABLE: [ContainmentOption; 4] = [
    ContainmentOption::BlockRemoteAccess,
    ContainmentOption::LockAccounts,
    ContainmentOption::BackupsOffline,
    ContainmentOption::BlockInternet,
];

/// Minutes until an option takes effect in office hours.
pub(crate) fn order_time(parameters: &Parameters, option: ContainmentOption) -> Dist {
    match option {
        ContainmentOption::CutProviderLink => parameters.cut_minutes.0,
        ContainmentOption::CutAllCustomers => parameters.cut_all_minutes,
        ContainmentOption::BlockRemoteAccess => parameters.block_minutes,
        ContainmentOption::EmergencyShutdown => parameters.shutdown_minutes,
        ContainmentOption::LockAccounts => parameters.lock_minutes,
        ContainmentOption::BackupsOffline => parameters.backups_minutes,
        ContainmentOption::BlockInternet => parameters.internet_minutes,
        ContainmentOption::Watch => Dist::Fixed(0.0),
    }
}

/// The share of a gated link's rate that the measures of its target leave.
pub(crate) fn share_left(
    attack: &Attack,
    link: &GatedLink,
    line_is_cut: bool,
    measures: Measures,
) -> f64 {
    use ContainmentOption::{
        BackupsOffline, BlockInternet, BlockRemoteAccess, CutAllCustomers, CutProviderLink,
        LockAccounts,
    };
    let is_cut = line_is_cut && link.via.is_some();
    let both_ends = measures.has(CutProviderLink) && measures.has(CutAllCustomers);
    // Each of these is a barrier of its own.
    let barriers = [
        is_cut,
        is_cut && both_ends,
        link.remote_access && measures.has(BlockRemoteAccess),
        link.to_backups && measures.has(BackupsOffline),
    ];
    let mut left = barriers
        .iter()
        .filter(|closed| **closed)
        .fold(1.0, |left, _| left * attack.cut_factor);
    if link.privileged && measures.has(LockAccounts) {
        left *= attack.lock_factor;
    }
    // Inside a house the actor is steered from outside; a jump comes along the line.
    if link.is_inside && measures.has(BlockInternet) {
        left *= attack.internet_factor;
    }
    left
}
