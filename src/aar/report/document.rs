//! The after-action report as data, `beistand.report/1`; see `docs/report.schema.json`.
//!
//! Pages are drawn from it and from nothing else, so that each figure of a page is found here.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::aar::score::{Term, Verdict};
use crate::vocab::{Measure, MeasureUnit, NoteKind, Rating, SimTime};

/// The report as a whole. Times are minutes since `begins`.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ReportDocument {
    /// Name of the form.
    pub schema: &'static str,
    /// Version of the program.
    pub version: &'static str,
    /// Version of the program that recorded.
    pub recorded_version: String,
    /// Id of the scenario.
    pub scenario: String,
    /// Hash over its texts.
    pub scenario_hash: String,
    /// Local date and time of minute 0.
    pub begins: String,
    /// Start of the exercise.
    pub start_ex_minute: SimTime,
    /// Its planned end.
    pub end_ex_minute: SimTime,
    /// Where the record ends.
    pub until_minute: SimTime,
    /// Where a second try leaves the first one; such a record is never scored.
    pub second_try: Option<SecondTryPart>,
    /// Whether the end was reached; if not, the report says how it stands so far.
    pub has_ended: bool,
    /// Seed of all luck.
    pub seed: u64,
    /// Replication under the seed.
    pub replication: u64,
    /// Phase of the pact.
    pub pact: String,
    /// Response plan of the seats that nobody took.
    pub response: String,
    /// Official keys of the seats that are evaluated.
    pub seats: Vec<String>,
    /// Fingerprint of the world at the end of the record.
    pub fingerprint: String,
    /// What stands on the first page.
    pub council: CouncilPart,
    /// Phases of the exercise in the room.
    pub stages: Vec<StagePart>,
    /// The script: what reached whom.
    pub injects: Vec<InjectPart>,
    /// Moments of the attack; those that nobody knew stay out until the exercise has ended.
    pub marks: MarksPart,
    /// Curves.
    pub course: CoursePart,
    /// What happened and what the room did, oldest first.
    pub timeline: Vec<EventPart>,
    /// The whole region in this course and in others.
    pub totals: TotalsPart,
    /// Services of the seats.
    pub services: Vec<ServicePart>,
    /// What each administration gave and got; those that did neither are left out.
    pub ledger: Vec<LedgerPart>,
    /// Requests of the seats and to them.
    pub aid: Vec<AidPart>,
    /// What these requests waited for, the longest first.
    pub waiting: Vec<WaitPart>,
    /// Clauses of the pact, over all requests.
    pub clauses: Vec<ClausePart>,
    /// Objectives, in the order of the scenario.
    pub objectives: Vec<ObjectivePart>,
    /// Notes of observers, oldest first.
    pub observations: Vec<ObservationPart>,
    /// The improvement plan.
    pub improvements: Vec<ImprovementPart>,
    /// Answers of the questionnaire.
    pub hot_wash: HotWashPart,
    /// Where the figures of the scenario come from.
    pub inputs: InputsPart,
    /// Which assumptions move this exercise most; null if that was not reckoned.
    pub influence: Option<InfluencePart>,
}

/// The same decisions and the same luck, with one assumption at a time at both ends of its spread.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct InfluencePart {
    /// Assumptions that were looked at.
    pub assumptions: u32,
    /// Courses that were played for it.
    pub courses: u32,
    /// Service-hours lost as played.
    pub lost_service_hours: f64,
    /// People whom pay runs did not reach as played.
    pub people_unpaid: u32,
    /// At most ten of those that make any difference, the largest first.
    pub listed: Vec<InfluentialPart>,
}

/// An assumption that makes a difference.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct InfluentialPart {
    /// Its id.
    pub assumption: String,
    /// The lower end of its spread, as it is typed.
    pub low: String,
    /// The upper end.
    pub high: String,
    /// In what both are: `d`, `h` or `m` for minutes; null for a number or a word.
    pub unit: Option<&'static str>,
    /// Service-hours lost with the lower end.
    pub lost_service_hours_at_low: f64,
    /// Service-hours lost with the upper end.
    pub lost_service_hours_at_high: f64,
    /// People whom pay runs did not reach with the lower end.
    pub people_unpaid_at_low: u32,
    /// People whom pay runs did not reach with the upper end.
    pub people_unpaid_at_high: u32,
    /// Between the least and the most of both ends and the course as played.
    pub swing_service_hours: f64,
    /// Where the spread comes from.
    pub source: String,
}

/// A record that shares the beginning of another one.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct SecondTryPart {
    /// Checksum of the manifest of the first one.
    pub record: String,
    /// Last line that both have.
    pub line: u64,
    /// When the second try begins.
    pub minute: SimTime,
}

/// What a council reads first.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct CouncilPart {
    /// Services of the seats, and how many of them fell below their emergency level.
    pub services: u32,
    /// Of these, those that fell below their emergency level.
    pub services_down: u32,
    /// Of these, those that did not come back within the target (WAZ), if they came back at all.
    pub waz_missed: u32,
    /// Of these, those that were out for longer than tolerable (MTA).
    pub mta_breaches: u32,
    /// Of these, those that were below their emergency level where the record ends.
    pub still_down: u32,
    /// What people of the seats decided; who talked or put off is not counted.
    pub people_decisions: u32,
    /// For what share of the time of all seats bots stood in for people, of 100.
    pub stood_in_of_100: f64,
    /// Pay runs of the seats that were due so far: one for each service and pay day.
    pub pay_runs_due: u32,
    /// Payments of the seats that did not arrive in time; who is missed twice counts twice.
    pub people_unpaid: u32,
    /// The service of a seat whose payments these are most; `None` if all arrived.
    pub unpaid_most: Option<UnpaidMostPart>,
    /// The services of the seats that most people missed.
    pub hardest: Vec<HardestPart>,
    /// What help was worth, by comparison with the same decisions without it; `None` if not reckoned.
    pub worth_of_aid: Option<WorthPart>,
    /// The same between two courses in which bots decide at every seat.
    pub worth_of_aid_bots: Option<WorthPart>,
    /// Hours of people given in the region.
    pub person_hours: f64,
    /// What the pact makes of them, EUR.
    pub cost_eur: f64,
    /// Of these hours, those for which no rate is agreed: who pays them is open.
    pub hours_without_rate: f64,
    /// Service-hours that citizens of helpers lost.
    pub helper_lost_service_hours: f64,
    /// Official key of who gave the most hours.
    pub gave_most: Option<String>,
    /// What was waited for longest, and what share of all waiting that is, of 100.
    pub waited_most: Option<WaitedMostPart>,
    /// The clause not in force that requests missed most.
    pub missed_most: Option<String>,
    /// Objectives that were met.
    pub objectives_met: u32,
    /// Objectives that were missed.
    pub objectives_missed: u32,
    /// Objectives that could neither be measured nor were rated.
    pub objectives_open: u32,
    /// Objectives that people rate, rated or not.
    pub objectives_by_people: u32,
    /// Objectives that the program would have measured and could not.
    pub objectives_unmeasured: u32,
}

/// Of which service of a seat payments did not arrive most.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct UnpaidMostPart {
    /// Whose.
    pub seat: String,
    /// Which.
    pub service: String,
    /// How many.
    pub people_unpaid: u32,
}

/// A service that many people missed.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct HardestPart {
    /// Whose.
    pub seat: String,
    /// Which.
    pub service: String,
    /// Minutes below the emergency level, the longest stretch.
    pub minutes: u32,
    /// Whether it was at its emergency level at the end.
    pub is_over: bool,
    /// Cases that had to wait or that nobody served.
    pub cases: f64,
    /// The same minutes in other futures with the same decisions.
    pub other_luck_minutes: Option<SpreadPart>,
}

/// What help was worth: without it, so much more.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct WorthPart {
    /// Service-hours.
    pub lost_service_hours: f64,
    /// People unpaid.
    pub people_unpaid: i64,
    /// Services out for too long.
    pub mta_breaches: i64,
    /// Cases that had to wait or that nobody served; less than zero if they are fewer without it.
    pub cases: f64,
}

/// What was waited for longest.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct WaitedMostPart {
    /// Cause.
    pub cause: &'static str,
    /// Minutes.
    pub minutes: u64,
    /// Share of all waiting, of 100.
    pub of_100: f64,
}

/// A phase of the exercise in the room.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct StagePart {
    /// Its place among all phases, from 1; those in which the clock stands count as well.
    pub number: u32,
    /// First minute.
    pub begins_minute: SimTime,
    /// The minute after the last.
    pub ends_minute: SimTime,
    /// Minutes planned in the room.
    pub room_minutes: u32,
    /// Whether the record comes so far.
    pub was_reached: bool,
    /// What people of the seats decided in it.
    pub people_decisions: u32,
}

/// An inject of the script.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct InjectPart {
    /// Its name.
    pub inject: String,
    /// Whether it is core.
    pub core: bool,
    /// When it was released.
    pub released_minute: Option<SimTime>,
    /// When it was skipped.
    pub skipped_minute: Option<SimTime>,
    /// Why it was skipped.
    pub skipped_because: Option<&'static str>,
    /// Official keys of those who got it.
    pub receivers: Vec<String>,
    /// How many of them took note of it.
    pub acknowledged: u32,
    /// From how many of them an answer was expected: seats that persons fill.
    pub asked: u32,
    /// How many of those answered it, decided what it asked, or did what was expected.
    pub answered: u32,
    /// Whether the facilitator holds it back.
    pub is_held: bool,
    /// Objectives it serves.
    pub objectives: Vec<String>,
    /// Number of the line by which the facilitator made it up.
    pub line: Option<u64>,
    /// Its text, where the facilitator typed it.
    pub typed: Option<String>,
    /// What stood for the placeholders of its text as the first receiver got it.
    pub figures: BTreeMap<String, FigurePart>,
}

/// What stood for a placeholder of a text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum FigurePart {
    /// A count.
    Count(i64),
    /// A name, or the key of a text.
    Name(String),
}

/// Moments of the attack.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct MarksPart {
    /// First compromise.
    pub first_compromise_minute: Option<SimTime>,
    /// Noticed.
    pub detected_minute: Option<SimTime>,
    /// Encryption began.
    pub impact_minute: Option<SimTime>,
    /// No way to customers was open any more.
    pub contained_minute: Option<SimTime>,
}

/// Curves: of 100 cases so many are done, one value for each step.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct CoursePart {
    /// Moment of the first value.
    pub from_minute: SimTime,
    /// Minutes from one value to the next.
    pub step_minutes: u32,
    /// The whole region, as played.
    pub played_of_100: Vec<f64>,
    /// The same decisions, no aid.
    pub without_aid_of_100: Option<Vec<f64>>,
    /// Bots at every seat.
    pub bots_of_100: Option<Vec<f64>>,
    /// Each seat that has services.
    pub seats: Vec<SeatCurvePart>,
}

/// The curve of a seat.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct SeatCurvePart {
    /// Which.
    pub seat: String,
    /// As played.
    pub played_of_100: Vec<f64>,
    /// The same decisions, no aid.
    pub without_aid_of_100: Option<Vec<f64>>,
}

/// What an entry of the timeline is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum EventKind {
    /// A moment of the attack.
    Attack,
    /// A message of the scenario at a fixed moment.
    Message,
    /// An inject of the script.
    Inject,
    /// An act of the room.
    Decision,
    /// The facilitator gave a seat to a stand-in or back to people.
    Seat,
    /// Help began to work.
    Aid,
}

/// An entry of the timeline.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct EventPart {
    /// When.
    pub minute: SimTime,
    /// What it is.
    pub kind: EventKind,
    /// Number of its line in the journal; of aid the line by which it was granted.
    pub line: Option<u64>,
    /// Whose it is, or whom an act of the facilitator concerns.
    pub seat: Option<String>,
    /// What: a moment of the attack, the number of a message, an inject, a command, or a kind of aid.
    pub what: String,
    /// Of a decision: `person`, `entered` by the facilitator for the seat, or `facilitator` of its own accord.
    pub origin: Option<&'static str>,
    /// In which function somebody decided.
    pub decider: Option<&'static str>,
    /// The reason as typed.
    pub reason: Option<String>,
    /// Of a decision: what would have to happen for it to be looked at again, as typed.
    pub revisit_when: Option<String>,
    /// Of a decision: official keys of the seats with which it was agreed before.
    pub agreed_with: Vec<String>,
}

/// The region in several courses.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct TotalsPart {
    /// As played.
    pub played: SumPart,
    /// The same decisions, no aid.
    pub without_aid: Option<SumPart>,
    /// Bots at every seat.
    pub bots: Option<SumPart>,
    /// Bots at every seat, no aid.
    pub bots_without_aid: Option<SumPart>,
    /// Decisions that were not possible without aid.
    pub lost_decisions: Vec<LostPart>,
    /// Other luck with the same decisions.
    pub futures: Option<FuturesPart>,
}

/// What a course came to.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct SumPart {
    /// Service-hours lost.
    pub lost_service_hours: f64,
    /// People whom a pay run did not reach.
    pub people_unpaid: u32,
    /// Services that came back later than the target.
    pub waz_missed: u32,
    /// Services out for longer than tolerable.
    pub mta_breaches: u32,
    /// Cases that had to wait.
    pub cases_delayed: f64,
    /// Cases that nobody served.
    pub cases_lost: f64,
    /// Both together.
    pub cases_late_or_lost: f64,
    /// Cost of people hired for backlogs.
    pub backlog_cost_eur: f64,
    /// What askers owe helpers.
    pub aid_cost_eur: f64,
    /// Service-hours that citizens of helpers lost.
    pub helper_lost_service_hours: f64,
    /// Lowest share of cases done, of 100.
    pub minimum_level_of_100: f64,
}

/// A decision that was not possible in another course.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct LostPart {
    /// Number of its line in the journal.
    pub line: u64,
    /// When.
    pub minute: SimTime,
    /// Whose.
    pub seat: String,
    /// Why.
    pub reason: String,
}

/// Other luck with the same decisions, as played and without aid.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct FuturesPart {
    /// Pairs of futures.
    pub runs: u32,
    /// By the name of the figure.
    pub figures: BTreeMap<&'static str, FuturePart>,
}

/// One figure over other futures.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct FuturePart {
    /// As played.
    pub played: SpreadPart,
    /// Without aid.
    pub without_aid: SpreadPart,
    /// Futures in which it is more without aid.
    pub runs_more: u32,
    /// Futures in which it is less without aid.
    pub runs_less: u32,
}

/// A figure over many futures.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct SpreadPart {
    /// Quantile 0.05.
    pub q05: f64,
    /// Median.
    pub median: f64,
    /// Quantile 0.95.
    pub q95: f64,
}

/// A service of a seat: targets against what was reached.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ServicePart {
    /// Whose.
    pub seat: String,
    /// Which.
    pub service: String,
    /// 1 life and limb to 4 can wait.
    pub criticality: u8,
    /// First due minute below the emergency level.
    pub first_down_minute: Option<SimTime>,
    /// Target of emergency operation.
    pub waz_minutes: u32,
    /// Reached.
    pub minutes_to_emergency_level: Option<u32>,
    /// Whether the target was met; `None` if there was no outage or it is undecided.
    pub waz_met: Option<bool>,
    /// Tolerable at the most.
    pub mta_minutes: u32,
    /// Whether that was broken.
    pub mta_broken: Option<bool>,
    /// By how much.
    pub minutes_beyond_mta: Option<u32>,
    /// Minutes of the longest outage, where that is not the first one.
    pub later_outage_minutes: Option<u32>,
    /// To normal operation.
    pub minutes_to_normal: Option<u32>,
    /// Service-hours lost.
    pub lost_service_hours: f64,
    /// Cases waiting at the end.
    pub waiting_cases: f64,
    /// Cases that had to wait.
    pub cases_delayed: f64,
    /// Cases that nobody served.
    pub cases_lost: f64,
    /// Both together.
    pub cases_late_or_lost: f64,
    /// People not paid.
    pub people_unpaid: u32,
}

/// The account of an administration.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct LedgerPart {
    /// Which.
    pub administration: String,
    /// Whether it is one of the seats.
    pub is_seat: bool,
    /// Requests that it worked for.
    pub aids_given: u32,
    /// Requests of its own that somebody worked for.
    pub aids_got: u32,
    /// Hours given.
    pub hours_given: f64,
    /// Hours got.
    pub hours_got: f64,
    /// What others owe it, EUR.
    pub credit_eur: f64,
    /// What it owes others, EUR.
    pub debit_eur: f64,
    /// Service-hours that its citizens lost by its giving.
    pub lost_by_giving_service_hours: f64,
}

/// A request.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct AidPart {
    /// Number of the line by which it was sent; null if an inject set it off.
    pub line: Option<u64>,
    /// Number of the line by which it was granted or refused.
    pub answered_line: Option<u64>,
    /// Whether the room sent it, not the program for a seat.
    pub of_room: bool,
    /// Kind.
    pub kind: &'static str,
    /// Who was asked.
    pub from: String,
    /// Who asked.
    pub to: String,
    /// Sent.
    pub requested_minute: SimTime,
    /// Granted.
    pub granted_minute: Option<SimTime>,
    /// Units granted.
    pub amount: u32,
    /// First useful work.
    pub at_work_minute: Option<SimTime>,
    /// Ended.
    pub ended_minute: Option<SimTime>,
    /// Where it stands.
    pub state: &'static str,
    /// Minutes waited by cause; causes without are left out.
    pub waited_minutes: BTreeMap<&'static str, u32>,
    /// Hours of people.
    pub person_hours: f64,
    /// What the asker owes for it, EUR.
    pub cost_eur: f64,
    /// Service-hours that the helper's citizens lost by it.
    pub helper_lost_service_hours: f64,
}

/// What was waited for.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct WaitPart {
    /// Cause.
    pub cause: &'static str,
    /// Minutes over all requests.
    pub minutes: u64,
    /// Requests that waited for it.
    pub requests: u32,
}

/// What a clause did.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ClausePart {
    /// Its id.
    pub clause: String,
    /// Where it stands in the contract.
    pub paragraph: String,
    /// Whether it was in force.
    pub in_force: bool,
    /// Minutes that requests waited under its terms.
    pub binding_minutes: u64,
    /// Requests for which its promise was missed.
    pub broken: u32,
    /// Requests that waited or failed for want of it.
    pub missing: u32,
}

/// An objective.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ObjectivePart {
    /// Its id.
    pub objective: String,
    /// What the program measures.
    pub measure: Option<Measure>,
    /// In what.
    pub unit: Option<MeasureUnit>,
    /// What is to be reached.
    pub target: Option<f64>,
    /// What was reached.
    pub value: Option<f64>,
    /// How it ended.
    pub verdict: Verdict,
    /// What the value is made of.
    pub terms: Vec<Term>,
    /// Whether people rate it, or a part of it that the program does not measure.
    pub people_rate: bool,
    /// The latest rating by people for each seat, and for all.
    pub ratings: Vec<RatingPart>,
    /// Numbers of the observations about it.
    pub observations: Vec<u64>,
}

/// A rating by people.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct RatingPart {
    /// Whom it is about; `None` is all.
    pub seat: Option<String>,
    /// How it was reached.
    pub rating: Rating,
    /// Number of the observation.
    pub observation: u64,
}

/// A note of an observer.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ObservationPart {
    /// Its number.
    pub observation: u64,
    /// When.
    pub minute: SimTime,
    /// Whom it is about.
    pub seat: Option<String>,
    /// Which objective.
    pub objective: Option<String>,
    /// What it is.
    pub about: NoteKind,
    /// How the objective was reached.
    pub rating: Option<Rating>,
    /// In words.
    pub text: String,
    /// Numbers of journal lines that show it.
    pub evidence: Vec<u64>,
}

/// A line of the improvement plan.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ImprovementPart {
    /// Its number, from 1.
    pub number: u32,
    /// Which objective it serves.
    pub objective: Option<String>,
    /// What was found; empty where the objective and what it came to say it.
    pub finding: String,
    /// What is to be done.
    pub measure: String,
    /// Who does it.
    pub owner: String,
    /// By when.
    pub due: String,
    /// How far it is.
    pub status: String,
}

/// Answers of the questionnaire, without names.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct HotWashPart {
    /// Sheets handed in.
    pub sheets: u32,
    /// Questions, in the order of the scenario.
    pub questions: Vec<AnswersPart>,
}

/// The answers to a question.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct AnswersPart {
    /// Id of the question.
    pub question: String,
    /// How many gave 1, 2, 3, 4 and 5; empty if it is answered in words.
    pub grades: Vec<u32>,
    /// Mean of the grades.
    pub mean: Option<f64>,
    /// Own words in alphabetical order, so that nobody is told by the order.
    pub texts: Vec<String>,
}

/// Where figures come from: how many, and of 100.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct InputsPart {
    /// All figures that files give.
    pub total: u32,
    /// From the administrations themselves.
    pub own: u32,
    /// Published.
    pub published: u32,
    /// Chosen so that published milestones come out.
    pub derived: u32,
    /// Estimates.
    pub estimate: u32,
    /// Without a note.
    pub unsaid: u32,
    /// Own, of 100.
    pub own_of_100: f64,
    /// Published or derived from it, of 100.
    pub published_of_100: f64,
    /// Assumed, of 100.
    pub assumed_of_100: f64,
}
