//! From RON text to a checked scenario: everything wrong is said at once, with its place.
//!
//! The engine never asks which scenario it runs; what it needs to know is a field here.

#![deny(clippy::disallowed_methods, clippy::disallowed_types)]

mod calendar;
mod diagnose;
mod embedded;
mod evaluation;
mod inject;
mod load;
mod merge;
mod model;
mod names;
mod origin;
mod overrides;
mod pact;
mod pact_text;
mod raw;
mod room;
pub mod sheet;
mod sources;
mod spreads;
mod table;
mod template;
mod uncertain;
mod validate;
mod whole_file;

pub use calendar::{Calendar, Day};
pub use diagnose::{Problem, Problems};
pub use embedded::{embedded, incidents};
pub use evaluation::{LEAST_ROOM_SECONDS, MeasuredObjective, Objective, Question, QuestionKind};
pub use inject::{Effect, Expression, Figure, Inject, PaperKind, Receivers, Sender, Who};
pub use load::{
    Staging, lay_over_copy, load, load_copied, load_staged, load_text, load_with_files,
};
pub use model::{
    Act, Administration, AdministrationKind, Attack, Condition, Dist, EndRule, EntryPoint,
    FigureOrigin, HelperCost, Inputs, Kit, LinkRow, LinkTemplate, LocalText, Notice, NoticeFact,
    OpenHoursKind, Paper, Parameters, Pay, PermitFrom, Phase, PhaseId, Recipients, ResponsePlan,
    ResponseRule, Scenario, SecondAttack, ServicePermit, ServiceTemplate, SetUp, Spread, Supplier,
    SystemRole, SystemTemplate, WorkTemplate,
};
pub use pact::{AidTerms, Brings, Clause, ClauseKind, Pact, PactTerms, Precautions, numbered};
pub use pact_text::{PactFigure, PactText};
pub(crate) use raw::{Fault, explain, suggest};
pub use room::{Guide, GuideStep, RoomRules, Stage};
pub use sources::ScenarioFiles;
pub use spreads::{Spreads, load_copied_spreads, load_spreads};
pub use template::{Template, TemplateError, write_files, write_template};
pub use uncertain::{Uncertain, UncertainClass, ValueSpread};
pub use whole_file::{write_whole, write_whole_by};
