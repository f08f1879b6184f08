//! The nouns every room shares: ids, time, levels, money, and texts as values.
//!
//! Plain data without behaviour that could know the world. No input or output,
//! no words of a language: a text is a key with arguments until it is drawn.

mod aid;
mod catalogue;
mod duty;
mod evaluation;
mod guide;
mod ids;
mod inject;
mod plain_name;
mod positions;
mod room;
mod text;
mod time;
mod try_again;
mod version;

pub use aid::AidDraft;
pub use catalogue::{
    AidKind, AidState, AllocationRule, Channel, ContainmentOption, Decider, MessageClass, Pace,
    PlaceNames, ServiceState, Skill, SystemState, WaitCause,
};
pub use duty::NoticeDuty;
pub use evaluation::{Measure, MeasureUnit, NoteKind, Rating};
pub use guide::{GuideScreen, GuideUntil};
pub use ids::{AdministrationId, DecisionId, InjectId, LinkId, RequestId, ServiceId, SystemId};
pub use inject::OwnInject;
pub use plain_name::plain_name;
pub use positions::{Positions, ones};
pub use room::{ClockMode, Intervention, TABLE_TALK_MINUTES};
pub use text::{Arg, Refusal, Text};
pub use time::{
    DAY, HOUR, ParseDurationError, SimTime, Stamp, Weekday, format_minutes, parse_minutes,
};
pub use try_again::{RewindTo, RoomDecision};
pub use version::VERSION;
