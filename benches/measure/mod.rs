//! What the benchmarks measure time with.

/// Returns the user CPU time of this process so far.
#[cfg(unix)]
pub fn user_seconds() -> f64 {
    use nix::sys::resource::{UsageWho, getrusage};
    let time = getrusage(UsageWho::RUSAGE_SELF)
        .expect("a process may ask for its own usage")
        .user_time();
    time.tv_sec() as f64 + time.tv_usec() as f64 / 1e6
}

/// Returns the time since the first call, where user CPU time is not to be had.
#[cfg(not(unix))]
pub fn user_seconds() -> f64 {
    static START: std::sync::OnceLock<std::time::Instant> = std::sync::OnceLock::new();
    START
        .get_or_init(std::time::Instant::now)
        .elapsed()
        .as_secs_f64()
}
