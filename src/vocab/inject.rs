//! An inject that a facilitator makes up while the exercise runs.

use serde::{Deserialize, Serialize};

use super::{AdministrationId, Channel, MessageClass};

/// An inject without a place in the script.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OwnInject {
    /// Who speaks, as typed.
    pub from: String,
    /// To whom.
    pub to: Vec<AdministrationId>,
    /// How it comes.
    pub channel: Channel,
    /// How much it asks of those who get it.
    pub class: MessageClass,
    /// What is said, as typed; the same in both languages.
    pub text: String,
}
