//! Turns what a seat knows into the views: everything derived here reads `Known` and nothing else.
//!
//! Only the public part and the end screen look at the world itself, and both say
//! what all may know at that moment; and the script, which is the facilitator's.

mod aid;
mod causes;
mod course;
mod customers;
mod deadlines;
mod decisions;
mod facilitator;
mod log;
mod notices;
mod options;
mod outcome;
mod outcome_provider;
mod places;
mod possible;
mod preview;
mod public;
mod region;
mod remedies;
mod script;
mod seat;
mod services;
#[cfg(test)]
mod tests;
mod town_hall;
mod wall;
mod words;
mod work;

pub use deadlines::deadline_now;
pub use facilitator::facilitator_view;
pub use outcome::{course_sum, outcome};
pub use preview::preview;
pub use public::{ClockState, public_view, seats, stage_at, stop_of_stage};
pub use script::script_view;
pub use seat::seat_view;
pub use wall::{Decided, wall_view};
