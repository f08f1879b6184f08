//! Many runs side by side, and what may be said about them.

mod assumptions;
mod comparison;
pub mod design;
mod grid;
mod head;
mod many;
mod nested;
mod points;
mod result;
mod row;
pub mod sensitivity;
mod shards;
pub mod stats;

pub use assumptions::{AssumptionsHead, drawn};
pub use comparison::{AdministrationSummary, DifferenceSummary, MtaSummary, VariantSummary};
pub use grid::{Axis, Variant, combinations};
pub use head::{Head, ServiceHead, Setting, VariantHead};
pub use many::{DrillPlan, Onlooker, Play, Team, each, run};
pub use nested::{Split, draw_means};
pub use points::{Build, Point, Settings, play_points, pool_of};
pub use result::{DrillResult, MetricSummary, RunRow};
pub use row::{AdministrationRow, GridRow, Mta, VariantRow};
pub use shards::{Shard, ShardFault, read_shards, write_shard};
