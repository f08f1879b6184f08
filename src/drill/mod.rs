//! Many runs side by side, and what may be said about them.

pub mod stats;
