//! The after-action report: one document as data, and pages drawn from it.

mod aid;
mod amount;
mod build;
mod curves;
mod document;
mod evaluation;
mod flat;
mod influence;
mod injects;
mod lookup;
mod others;
mod page;
mod practice;
mod svg;
mod timeline;

pub use amount::{amount, finding};
pub use build::{ReportError, report};
pub use document::{ImprovementPart, InfluencePart, ReportDocument};
pub use flat::table;
pub use influence::{assumptions, influence};
pub use page::{PageSettings, page, report_templates};
