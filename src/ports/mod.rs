//! Who sits at the door: so far the person at this terminal.

pub mod local;
