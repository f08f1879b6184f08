//! Many runs side by side, and what may be said about them.

mod aside;
mod assumptions;
mod changes;
mod clauses;
mod comparison;
mod contrast;
mod course;
pub mod design;
mod distribution;
mod grid;
mod head;
mod holm;
mod many;
mod money;
mod nested;
mod numbers;
mod points;
mod prevention;
mod queue;
mod recovery;
mod result;
mod row;
pub mod sensitivity;
mod shards;
mod shares;
pub mod stats;
mod student;
mod titles;
mod told;
mod verdict;

pub use aside::Aside;
pub use assumptions::{AssumptionsHead, drawn};
pub use changes::ServiceChange;
pub use clauses::{ClauseRole, ClauseSummary, clauses_beyond};
pub use comparison::{
    AdministrationSummary, DifferenceSummary, JUDGED_BY, MtaSummary, VariantSummary, difference,
    judged_by,
};
pub use contrast::ContrastSummary;
pub use course::CourseSummary;
pub use distribution::Distribution;
pub use grid::{Axis, Variant, combinations, draft_position};
pub use head::{ClauseHead, Head, InputsHead, PlaceHead, ServiceHead, Setting, VariantHead};
pub use many::{DrillPlan, Onlooker, Play, each, run};
pub use money::{Cost, Money, Valuation};
pub use nested::{Split, draw_means};
pub use numbers::{FigureRow, FigureTable, Gathered};
pub use points::{Build, Crew, Point, Settings, play_points};
pub use prevention::{PreventionSet, PreventionSummary, for_the_same_money, on_offer};
pub use queue::{Batch, Take, Work};
pub use recovery::RecoverySummary;
pub use result::{DrillResult, MetricSummary, RunRow};
pub use row::{AdministrationRow, GridRow, Mta, Recovery, VariantRow};
pub use shards::{Differs, KeptRows, LineFault, NotKept, Shard, ShardFault, merge};
pub use shares::of_100;
pub use told::{LEAST_FOR_RANGES, LEAST_FOR_SHARES, few_courses, in_courses, range_of};
pub use verdict::{Direction, LEAST_FOR_VERY_SURE, SMALL_SHARE, Sureness, Verdict};
