//! The append-only record of what was done: in memory, on disk, and played again.

mod again;
mod beside;
mod branch;
mod chain;
mod deed;
mod entry;
mod folder;
mod improvements;
mod memory;
mod notes;
mod read;
mod recent;
mod recorder;
mod room;

pub use again::{
    Difference, ReplayError, follow, prove, prove_seen, replay, rerun, rerun_to, resume,
};
pub use chain::Damage;
pub use deed::{Deed, Lost, deeds};
pub use entry::{Entry, Kept};
pub use folder::{
    Beginning, Folder, LOGS, Parent, RecordError, create, last_played, may_create, open, take_up,
};
pub use improvements::Improvement;
pub use memory::Journal;
pub use notes::{Given, Note, Noted, Observation, Reply, TakenOver};
pub use read::{ReadAtSeats, copy_read, read_read, write_read};
pub use recent::{Recent, recent};
pub use recorder::{Followed, Recorder, why};
pub use room::{copy_room, read_room, room_to_go_on};
