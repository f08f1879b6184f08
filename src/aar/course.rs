//! A course that did not happen: the same beginning in a world of its own, bots at the seats of nobody.

use std::sync::Arc;

use crate::exercise::{Exercise, Start, World};
use crate::response::{StandIns, players};
use crate::vocab::AdministrationId;

/// Begins a course; the seats of persons wait for what they decided.
///
/// # Errors
/// The names of the scenario's response plans, if it has none of this name.
pub(super) fn begin(
    world: World,
    start: Start,
    response: &str,
    persons: &[AdministrationId],
) -> Result<Exercise, Vec<String>> {
    let scenario = Arc::clone(world.scenario());
    let bots = players(&scenario, response, persons)?;
    let deputies = Box::new(StandIns(scenario));
    Ok(Exercise::new(world, start, bots, None).with_deputies(deputies))
}
