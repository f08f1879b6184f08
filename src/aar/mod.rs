//! After the exercise: what would have become of it otherwise.

#![deny(clippy::disallowed_methods, clippy::disallowed_types)]

mod course;
mod forecast;
mod ghosts;
mod whatif;

pub use forecast::{FUTURES, forecast};
pub use ghosts::asides;
pub use whatif::{Compared, Course, Futures, Question, Spread, WhatIf};
