//! Every act of a person or a bot: data, a `check` that may refuse, and an `apply` that cannot fail.

#![deny(clippy::disallowed_methods, clippy::disallowed_types)]

mod apply;
mod check;
mod data;
mod inject;

pub use crate::sim::DecisionKind;
pub use crate::vocab::AidDraft;
pub use apply::{apply, description};
pub use check::{Permit, REFUSAL_REASONS, check, check_for_facilitator};
pub use data::{AidAnswer, Command};

#[cfg(test)]
mod tests;
