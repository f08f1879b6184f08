//! Records of figures that nobody knows for sure.

use super::{List, Sp, record};
use crate::scenario::model::LocalText;
use crate::scenario::uncertain::{UncertainClass, ValueSpread};

/// A path as in `--set` and what is written there.
pub type RawTemplate = (Sp<String>, Sp<String>);

record! {
    /// A figure with its spread.
    RawUncertain {
        /// Id.
        id: String,
        /// What it is.
        title: LocalText,
        /// What can be done about it.
        class: UncertainClass,
        /// Its values.
        spread: ValueSpread,
        /// Paths, each with what is written there.
        set: List<RawTemplate>,
        /// Where the spread comes from.
        source: String,
        /// How sure that is.
        confidence: String,
    }
}
