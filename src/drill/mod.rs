//! Many runs side by side, and what may be said about them.

mod many;
mod result;
pub mod stats;

pub use many::{DrillPlan, Onlooker, Play, each, run};
pub use result::{DrillResult, MetricSummary, RunRow};
