//! The append-only record of what was done: in memory, on disk, and played again.

mod again;
mod chain;
mod deed;
mod entry;
mod folder;
mod improvements;
mod memory;
mod notes;
mod recorder;

pub use again::{Difference, ReplayError, prove, prove_seen, replay, rerun, rerun_to, resume};
pub use chain::Damage;
pub use deed::{Deed, Lost, deeds};
pub use entry::{Entry, Kept};
pub use folder::{Beginning, Folder, RecordError, create, may_create, open, take_up};
pub use improvements::Improvement;
pub use memory::Journal;
pub use notes::{Note, Noted, Observation, Reply};
pub use recorder::{Followed, Recorder};
