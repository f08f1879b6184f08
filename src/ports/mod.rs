//! Who sits at the door: the person at this terminal, and those who come over the network.

mod backend;
mod client;
pub mod local;
#[cfg(feature = "host")]
pub mod ssh;

/// What names of threads begin with that serve seats on the network.
const REMOTE: &str = "seat-";

/// Whether this thread serves a seat on the network: what fails there must not touch the local terminal.
fn is_remote_thread() -> bool {
    std::thread::current()
        .name()
        .is_some_and(|name| name.starts_with(REMOTE))
}
