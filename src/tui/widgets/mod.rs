//! Widgets that more than one screen may use.

pub(super) mod chart;
