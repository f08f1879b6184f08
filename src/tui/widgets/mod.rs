//! Widgets that more than one screen may use.

pub(super) mod band;
pub(super) mod chart;
pub(super) mod progress;
