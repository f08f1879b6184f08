//! What matters: which figure moves a result, and whether anything can be done about it.
//!
//! Three looks at the mean over the same few runs at every point (common random numbers, so that a figure that does nothing
//! has exactly no effect): one figure at a time at both ends of its spread, all others as the scenario has them (a tornado
//! diagram); elementary effects over the whole space ([`morris`]); shares of variance for the few that matter most
//! ([`sobol`]).

mod figures;
mod kept;
pub mod morris;
pub mod sobol;
mod study;

pub use figures::figures;
pub use kept::KeptPoints;
pub use study::{FigureEffect, OutputEffects, OutputKind, Sensitivity, Sign, StudyPlan, study};
