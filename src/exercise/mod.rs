//! The one door to a running exercise: submit, check, record, apply, publish.

mod actor;
mod aside;
mod door;
mod line;
mod player;
mod running;

/// The world an exercise runs in.
pub use crate::sim::Sim as World;
pub use actor::{Actor, Setup, start};
pub use aside::Asides;
pub use door::Door;
pub use line::{Line, NotRecorded, Origin, Record};
pub use player::{Deputies, Player};
pub use running::{Exercise, Start};
