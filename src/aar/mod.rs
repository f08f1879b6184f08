//! Around an exercise: what is handed out before, what it came to, and what would have become of it otherwise.

#![deny(clippy::disallowed_methods, clippy::disallowed_types)]

mod aid_lines;
mod asked;
mod chart;
mod course;
mod curve;
mod drill_page;
mod forecast;
mod ghosts;
mod handout;
mod played;
mod readiness;
mod report;
mod score;
mod template;
mod whatif;

pub use aid_lines::{AidLines, AskingLine};
pub use asked::{FIGURES, FUTURE_FIGURES, answer, askable, question_of};
pub use curve::{Steps, region as region_curve};
pub use drill_page::{AskedFrom, Deeper, DrillSummary, drill_page, drill_summary, page_name};
pub use forecast::{FUTURES, forecast};
pub use ghosts::asides;
pub use handout::{Handout, SeatCard, SeatCards, handout, handout_templates, seat_cards};
pub use played::{Played, RoomAct, act_name, room_act};
pub use readiness::{Came, DryRow, Finding, Readiness, readiness, unnoticed_seed};
pub use report::{
    ImprovementPart, InfluencePart, PageSettings, ReportDocument, ReportError, amount, assumptions,
    finding, influence, page, report, report_templates, table,
};
pub use score::{Happening, Score, Term, Verdict, score};
pub use template::TemplateError;
pub use whatif::{Band, Compared, Course, Futures, Question, Spread, WhatIf, first_changed};
