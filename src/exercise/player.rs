//! Who decides at a seat that no person fills.

use crate::command::Command;
use crate::sim::Known;
use crate::vocab::SimTime;

/// A player that decides from what its seat knows, through the same door as a person.
pub trait Player: Send {
    /// Adds what it does now to `acts`; returns when it wants to be asked again, if at a time of
    /// its own. It is also asked whenever a fact reaches its seat.
    fn decide(&mut self, known: Known, acts: &mut Vec<Command>) -> Option<SimTime>;

    /// Hears which of the acts it decided on last were refused, by their places among them; returns when it
    /// wants to be asked again. A refused act is not done.
    fn hear_refusals(&mut self, known: Known, refused: &[usize]) -> Option<SimTime>;

    /// The response plan it follows.
    fn plan(&self) -> &str;
}

/// Finds a player for a seat that leaves standing orders.
pub trait Deputies: Send {
    /// Returns a player that follows the response plan of this id, if there is one.
    fn player(&self, plan: &str) -> Option<Box<dyn Player>>;
}
