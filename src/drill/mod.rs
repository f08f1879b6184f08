//! Many runs side by side, and what may be said about them.

mod comparison;
mod grid;
mod head;
mod many;
mod result;
mod row;
mod shards;
pub mod stats;

pub use comparison::{AdministrationSummary, DifferenceSummary, MtaSummary, VariantSummary};
pub use grid::{Axis, Variant, combinations};
pub use head::{Head, ServiceHead, Setting, VariantHead};
pub use many::{DrillPlan, Onlooker, Play, Team, each, run};
pub use result::{DrillResult, MetricSummary, RunRow};
pub use row::{AdministrationRow, GridRow, Mta, VariantRow};
pub use shards::{Shard, ShardFault, read_shards, write_shard};
