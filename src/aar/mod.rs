//! After the exercise: what would have become of it otherwise.

#![deny(clippy::disallowed_methods, clippy::disallowed_types)]

mod course;
mod forecast;
mod ghosts;
mod played;
mod report;
mod score;
mod whatif;

pub use forecast::{FUTURES, forecast};
pub use ghosts::asides;
pub use played::{Played, RoomAct};
pub use report::{
    ImprovementPart, PageSettings, ReportDocument, ReportError, TemplateError, page, report, table,
};
pub use score::{Happening, Score, Term, Verdict, score};
pub use whatif::{Compared, Course, Futures, Question, Spread, WhatIf};
