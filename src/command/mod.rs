//! Every act of a person or a bot: data, a `check` that may refuse, and an `apply` that cannot fail.

mod data;

pub use crate::vocab::AidDraft;
pub use data::{AidAnswer, Command};
