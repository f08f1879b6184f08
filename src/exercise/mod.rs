//! The one door to a running exercise: submit, check, record, apply, publish.

mod actor;
mod aside;
pub mod door;
mod forecast;
mod line;
mod owner;
mod player;
mod room;
mod running;

/// The world an exercise runs in.
pub use crate::sim::Sim as World;
pub use actor::{Actor, Doors, RoomSetup, Setup, start};
pub use aside::Asides;
pub use door::Door;
pub use forecast::Forecast;
pub use line::{Line, NotRecorded, Origin, PlaceRecord, Record, RoomRecord};
pub use player::{Deputies, Player};
pub use running::{Exercise, Start};
