//! The one door to a running exercise: submit, check, record, apply, publish.

mod door;

pub use door::Door;
