//! The whole of what a seat sees, and the part all seats share.

use std::sync::Arc;

use super::{
    AidView, CourseView, DecisionPaper, LogView, MeasureRow, Outcome, Possible, RegionView,
    TownHall, WorkView,
};
use crate::vocab::{AdministrationId, GuideUntil, Pace, PlaceNames, RequestId, Stamp, Text};

/// A seat that can be taken.
#[derive(Debug, Clone, PartialEq)]
pub struct SeatInfo {
    /// The seat, equal to its administration.
    pub id: AdministrationId,
    /// Official key, the id used on the command line.
    pub key: String,
    /// Name of the place.
    pub name: String,
    /// What kind of administration it is: `kind-municipality`, `kind-county`, ...
    pub kind: Text,
    /// One sentence on what this seat is about.
    pub role: Text,
}

/// How the clock stands.
#[derive(Debug, Clone, PartialEq)]
pub struct ClockView {
    /// Now.
    pub now: Stamp,
    /// How fast it runs; [`Pace::Stopped`] while it stands.
    pub pace: Pace,
    /// Why it stands, if something stopped it.
    pub stopped_by: Option<Text>,
    /// When the exercise starts (`StartEx`).
    pub start_ex: Stamp,
    /// When the exercise ends (`EndEx`).
    pub end_ex: Stamp,
    /// Whether `EndEx` is reached: no more orders, the end screen is shown.
    pub ended: bool,
    /// Where the room plays in rounds: who is ready to go on.
    pub round: Option<RoundView>,
}

/// For whom the clock waits in a round; everybody in the room sees it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct RoundView {
    /// Seats that are ready.
    pub ready: Vec<AdministrationId>,
    /// Seats at which persons sit.
    pub filled: u32,
}

/// The phase of the exercise in the room.
#[derive(Debug, Clone, PartialEq)]
pub struct StageView {
    /// Which one, counted from 1; 0 in a briefing or hot wash, where the clock stands.
    pub number: u32,
    /// Its title.
    pub title: Text,
    /// When it ends.
    pub ends: Stamp,
    /// Minutes planned in the room.
    pub room_minutes: u32,
    /// Exercise minutes per second that are planned now; 0 where the clock stands.
    pub pace: u16,
    /// What the room discusses.
    pub question: Text,
}

/// A step of the guide.
#[derive(Debug, Clone, PartialEq)]
pub struct GuideStepView {
    /// What to look at and which key to press.
    pub text: Text,
    /// When it is done; the last one stays.
    pub until: Option<GuideUntil>,
}

/// The first minutes of a seat, spoken through.
#[derive(Debug, Clone, PartialEq)]
pub struct GuideView {
    /// Whose.
    pub seat: AdministrationId,
    /// Steps in their order.
    pub steps: Vec<GuideStepView>,
}

/// What every seat may know.
#[derive(Debug, Clone, PartialEq)]
pub struct PublicView {
    /// Title of the scenario, in the language key `title` resolved by the scenario itself: German, English.
    pub title: (String, String),
    /// Whose names places bear.
    pub place_names: PlaceNames,
    /// The clock.
    pub clock: ClockView,
    /// The phase of the exercise, while one runs.
    pub stage: Option<StageView>,
    /// The guide, if the scenario has one.
    pub guide: Option<GuideView>,
    /// Phase of the pact: `pact-none`, `pact-contract`, ...
    pub pact: Text,
    /// All seats.
    pub seats: Vec<SeatInfo>,
    /// Seed and replication of this course.
    pub seed: u64,
}

/// Something that just happened to a seat, for the message line; newest last, the last 20 are kept.
#[derive(Debug, Clone, PartialEq)]
pub struct Event {
    /// When.
    pub at: Stamp,
    /// Who said it; `None` where it is the seat's own.
    pub from: Option<Text>,
    /// What.
    pub text: Text,
    /// Whether it stops the clock.
    pub alarm: bool,
}

/// Everything one seat sees at one moment.
#[derive(Debug, Clone, PartialEq)]
pub struct SeatView {
    /// Grows with every change.
    pub revision: u64,
    /// The shared part.
    pub public: Arc<PublicView>,
    /// This seat.
    pub seat: SeatInfo,
    /// What the clock stands for, as far as this seat may know.
    pub stopped_for: Option<Text>,
    /// By which plan a deputy acts while the seat is away.
    pub deputy: Option<Text>,
    /// The plans a deputy can follow: id and title.
    pub plans: Vec<(String, Text)>,
    /// Rathaus.
    pub town_hall: TownHall,
    /// Decisions this seat has to take, most urgent first.
    pub decisions: Vec<DecisionPaper>,
    /// What can be ordered without being asked, always in the same order.
    pub measures: Vec<MeasureRow>,
    /// The most useful thing that can still be ordered, if something is amiss; for when nothing asks for a decision.
    pub possible: Option<Possible>,
    /// Region and map.
    pub region: RegionView,
    /// Wiederanlauf.
    pub work: WorkView,
    /// Beistand.
    pub aid: AidView,
    /// Tagebuch.
    pub log: LogView,
    /// Verlauf.
    pub course: CourseView,
    /// What just happened, for the message line.
    pub events: Vec<Event>,
    /// The end screen, once the exercise has ended.
    pub outcome: Option<Outcome>,
}

impl SeatView {
    /// Returns by when a request must be answered, where a decision paper is about it.
    #[must_use]
    pub fn answer_due(&self, request: RequestId) -> Option<&Stamp> {
        let mut papers = self.decisions.iter();
        let paper = papers.find(|paper| paper.request == Some(request))?;
        Some(&paper.due)
    }
}
