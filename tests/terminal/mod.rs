//! Pseudo-terminals for tests of the whole program: the ones of the library's own tests.

#[path = "../../src/ports/local/tests/terminal.rs"]
mod pseudo;

#[allow(unused_imports, reason = "no test needs all of it")]
pub use pseudo::{LOOK, PATIENCE, Terminal};
