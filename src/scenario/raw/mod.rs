//! The file as it stands: every value with its place, nothing checked yet.
//!
//! Fields have the names of the file. Durations and moments are still texts, references
//! still names. What is missing, too many, or of the wrong type is kept for the checks.

mod attack;
mod evaluation;
mod fault;
mod forms;
mod inject;
mod pact;
mod parts;
mod record;
mod recovery;
mod room;
mod sp;
mod top;
mod uncertain;

pub use attack::{RawAttack, RawPhase};
pub use evaluation::{RawObjective, RawQuestion, RawTarget};
pub use fault::{Fault, explain, field_twice, foreign, missing_field, suggest, twice};
pub use forms::{
    DistForm, RawCount, RawDist, RawPayDays, RawRecipients, RawSpread, RawStaff, SkillCounts,
};
pub use inject::{
    RawEffect, RawExpression, RawFigure, RawFigureForm, RawGroup, RawInject, RawReceivers,
    RawSender,
};
pub use pact::{RawAid, RawClause, RawPact};
pub use parts::{
    RawAdministration, RawKit, RawLink, RawOwnService, RawOwnWork, RawPaper, RawPay, RawPermit,
    RawService, RawSystem, RawTableLink, RawWork,
};
pub(in crate::scenario) use record::record;
pub use record::{Record, RecordVisitor, Setting, Stray};
pub use recovery::{RawHelperCost, RawNotice, RawParameters, RawResponse, RawRule};
pub use room::{RawGuide, RawGuideStep, RawRoom, RawStage};
pub use sp::{Place, Sp, options, read};
pub use top::RawScenario;
pub use uncertain::RawUncertain;

/// A list of records or values, each with its place.
pub type List<T> = Vec<Sp<T>>;
