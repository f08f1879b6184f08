//! What one seat may know, as plain data ready to be drawn.
//!
//! A view is a function of the public calendar and of what the seat knows; two
//! worlds that differ only in what a seat cannot know give it equal views.

mod aid;
mod asked;
mod attendance;
mod build;
mod course;
mod decision;
mod facilitator;
mod log;
mod observe;
mod outcome;
mod region;
mod script;
mod seat;
mod sheet;
mod town_hall;
mod wall;
mod work;

pub use crate::sim::Comes;
pub use aid::{AidChoice, AidRole, AidRow, AidView, Candidate, OrderOfRequests, Preview};
pub use asked::{
    AidLeftOut, Askable, AskableClause, AskedAnswer, AskedCurve, AskedFigure, AskedFuture,
    AskedLost, AskedService, AskedState, AskedTimes, Change, DecidedLine, decisions_told,
    lowest_told,
};
pub use attendance::{AttendanceView, PersonRow, PlaceRole, PlaceRow, TeamView};
pub use build::wall_view;
pub use build::{
    ClockState, Decided, course_sum, deadline_now, facilitator_view, outcome, preview, public_view,
    script_view, seat_view, seats, stage_at, stop_of_stage,
};
pub use course::{CourseMark, CourseView, MarkKind, Series};
pub use decision::{DecisionPaper, MeasureRow, OptionRow, Possible, PossibleAt};
pub use facilitator::{
    BackgroundView, DecidedRow, FacilitatorView, FootholdRow, Holder, KnowledgeRow, NextAct,
    NextThing, Outlook, OutlookState, RoomState, RoomView, SeatRow, StageRow, StageState, StopRow,
    StoppedFor, Way,
};
pub use log::{Asks, LogEntry, LogInject, LogKind, LogView};
pub use observe::{NoteDraft, NoteRow, ObjectiveRow, ObserveView};
pub use outcome::{
    AidOutcome, ClauseOutcome, CourseSum, CustomersOutcome, Ghost, GhostKind, LostDecision,
    Outcome, ProviderOutcome, ServiceOutcome,
};
pub use region::{
    Helpers, Place, PlaceGroup, PlaceHelp, PlaceLine, PlaceProvider, PlaceReport, RegionView,
    Served,
};
pub use script::{Fallback, ScriptReply, ScriptRow, ScriptState, ScriptView};
pub use seat::{
    ClockView, Event, GuideStepView, GuideView, PublicView, RoundView, SeatInfo, SeatView,
    StageView,
};
pub use sheet::{SheetAnswer, SheetQuestion};
pub use town_hall::{
    Affected, CauseEnd, CauseLink, CustomerRow, Deadline, DeadlineState, HelpSummary, LineAct,
    NextDeadline, NoticeRow, RecoveryRow, Remedy, ServiceRow, StaffSummary, Standing, TownHall,
};
pub use wall::{WallDecision, WallPlace, WallView};
pub use work::{Bottleneck, Fatigue, FatigueAhead, OrderShift, WorkRow, WorkView};
