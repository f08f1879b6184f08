//! Draws of what nobody knows for sure: one value for each assumption, the same for every variant.

use serde::{Deserialize, Serialize};

use super::points::Settings;
use crate::scenario::Uncertain;
use crate::sim::lot;

/// How often the assumptions of a drill were drawn: run K belongs to draw K / `runs_per_draw`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct AssumptionsHead {
    /// Number of draws.
    pub draws: u32,
    /// Runs of each draw.
    pub runs_per_draw: u32,
    /// What is drawn, ordered by id.
    pub figures: Vec<Uncertain>,
}

/// Returns the values of a draw, one for each figure. A value hangs on seed, draw and the figure's id alone: a longer
/// list and more draws leave it as it is.
#[must_use]
pub fn drawn(figures: &[Uncertain], seed: u64, draw: u32) -> (Vec<String>, Settings) {
    let mut values = Vec::new();
    let mut settings = Vec::new();
    for figure in figures {
        let value = figure.spread.at(lot(seed, &figure.id, &[draw]));
        settings.extend(figure.settings(&value));
        values.push(value);
    }
    (values, settings)
}
