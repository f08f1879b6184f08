//! Rathaus: what stands, what is due, whether help is coming, and why.

use crate::command::Command;
use crate::vocab::{AdministrationId, AidKind, ServiceId, ServiceState, Stamp, SystemState, Text};

/// How many services are in which state.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Standing {
    /// Services that run normally.
    pub operating: u32,
    /// Services in emergency operation (at or above the emergency level).
    pub emergency: u32,
    /// Services below the emergency level.
    pub below: u32,
    /// Services that stand still.
    pub down: u32,
    /// Services outside their hours that would work if open.
    pub closed: u32,
    /// All services.
    pub total: u32,
}

/// The next deadline of any kind.
#[derive(Debug, Clone, PartialEq)]
pub struct NextDeadline {
    /// What is due: a service name or a decision.
    pub what: Text,
    /// When.
    pub at: Stamp,
}

/// Where help stands.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct HelpSummary {
    /// Helping units (people, workplaces, devices) at work here.
    pub at_work: u32,
    /// Units granted or on their way.
    pub promised: u32,
    /// Requests still unanswered.
    pub unanswered: u32,
    /// When the next promised help can be at work: earliest and latest.
    pub next_arrival: Option<(Stamp, Stamp)>,
    /// Requests of others that this administration helps with now.
    pub given: u32,
}

/// Who works on recovery.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct StaffSummary {
    /// Own IT people at home.
    pub own: u32,
    /// Helpers working here, on site or remotely.
    pub helpers: u32,
    /// Own IT people lent to others.
    pub lent: u32,
    /// Minutes since the crisis staff met; `None` while it has not.
    pub crisis_staff_met: Option<Stamp>,
    /// Whether the crisis staff is called but has not met.
    pub crisis_staff_called: bool,
}

/// State of a deadline.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DeadlineState {
    /// Nothing runs against it.
    None,
    /// Still open.
    Open,
    /// Kept.
    Met,
    /// Missed.
    Missed,
}

/// A deadline of a service.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Deadline {
    /// Its state.
    pub state: DeadlineState,
    /// The moment, if one is running, kept or missed.
    pub at: Option<Stamp>,
}

/// Whom an outage hits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Affected {
    /// Cases on each working day.
    CasesPerDay(u32),
    /// People waiting for a payment.
    PeopleToPay(u32),
    /// Everybody who calls or writes.
    Everyone,
    /// Nobody at present.
    Nobody,
}

/// A thing in a chain of causes, nearest to the service first.
#[derive(Debug, Clone, PartialEq)]
pub struct CauseLink {
    /// The system, link or workplace.
    pub thing: Text,
    /// Whose it is, where it is not the seat's own.
    pub owner: Option<String>,
    /// What the seat knows of its state.
    pub state: SystemState,
    /// Share usable, of 100, where the seat knows it.
    pub usable_of_100: Option<u8>,
}

/// Where a chain of causes ends.
#[derive(Debug, Clone, PartialEq)]
pub enum CauseEnd {
    /// Nothing is wrong.
    Fine,
    /// Knowledge ends here.
    Open,
    /// A known cause: own order, encryption, missing workplaces.
    Known(Text),
}

/// Something that would help.
#[derive(Debug, Clone, PartialEq)]
pub struct Remedy {
    /// What.
    pub text: Text,
    /// The aid to request, where it is that (the screen offers the aid key).
    pub asks_for: Option<AidKind>,
}

/// One service on the landing screen.
#[derive(Debug, Clone, PartialEq)]
pub struct ServiceRow {
    /// The service.
    pub id: ServiceId,
    /// Its name.
    pub name: Text,
    /// How important it is: 1 life and limb to 4 can wait.
    pub criticality: u8,
    /// How it stands.
    pub state: ServiceState,
    /// Of 100 cases, how many are done now.
    pub level_of_100: u8,
    /// Of 100 cases, how many emergency operation needs (MBCO).
    pub emergency_of_100: u8,
    /// How it is delivered at the moment: `route-it`, `route-paper`, `route-neighbour`, `route-mixed`, `route-none`.
    pub route: Text,
    /// When it opens next, while closed.
    pub opens: Option<Stamp>,
    /// Emergency operation due by (WAZ).
    pub emergency_by: Deadline,
    /// At the latest (MTA).
    pub latest_by: Deadline,
    /// The next pay run's cut-off, for payment services, and whether it is secured.
    pub pay_run: Option<(Stamp, bool)>,
    /// Whom it concerns.
    pub affected: Affected,
    /// Cases waiting.
    pub waiting: u32,
    /// Why it stands as it does, nearest cause first.
    pub causes: Vec<CauseLink>,
    /// Where the chain ends.
    pub cause_end: CauseEnd,
    /// What would help.
    pub remedies: Vec<Remedy>,
    /// Likely return to normal as the seat can judge it: earliest and latest; `None` if it cannot.
    pub forecast: Option<(Stamp, Stamp)>,
    /// Why it cannot, where something is missing.
    pub unforeseen: Option<Text>,
}

impl ServiceRow {
    /// Whether a deadline runs: of emergency operation, the latest, or of a pay run.
    #[must_use]
    pub fn has_deadline(&self) -> bool {
        let runs =
            |deadline: &Deadline| deadline.state == DeadlineState::Open && deadline.at.is_some();
        runs(&self.emergency_by) || runs(&self.latest_by) || self.pay_run.is_some()
    }
}

/// A customer as its provider knows it.
#[derive(Debug, Clone, PartialEq)]
pub struct CustomerRow {
    /// Which.
    pub id: AdministrationId,
    /// Its name.
    pub name: String,
    /// Its place in the order in which products come back to customers, from 0.
    pub place: u32,
    /// Since when its line is cut, and whether the provider did it; `None` while it is open.
    pub cut: Option<(Stamp, bool)>,
    /// When it was told that the provider is hit.
    pub told: Option<Stamp>,
    /// When it reported to be affected; `None` is no report, and no good news.
    pub affected: Option<Stamp>,
    /// What the provider can do with its line.
    pub line: LineAct,
}

/// An act on the line to a customer.
#[derive(Debug, Clone, PartialEq)]
pub struct LineAct {
    /// What is asked before it is done.
    pub question: Text,
    /// The act.
    pub command: Command,
}

/// A report that the law asks of the seat.
#[derive(Debug, Clone, PartialEq)]
pub struct NoticeRow {
    /// Which, and to whom.
    pub name: Text,
    /// By when.
    pub due: Stamp,
    /// When it was handed in.
    pub filed: Option<Stamp>,
    /// Whether it was late, or is.
    pub late: bool,
    /// What hands it in; `None` where that is not possible now.
    pub act: Option<LineAct>,
}

/// The landing screen of a player.
#[derive(Debug, Clone, PartialEq)]
pub struct TownHall {
    /// How many services stand.
    pub standing: Standing,
    /// The next deadline.
    pub next_deadline: Option<NextDeadline>,
    /// Is help coming?
    pub help: HelpSummary,
    /// Who works on it?
    pub staff: StaffSummary,
    /// All services of the seat, worst and most urgent first.
    pub services: Vec<ServiceRow>,
    /// The customers of a provider, open lines first.
    pub customers: Vec<CustomerRow>,
    /// Reports that the law asks for: open ones first, the most urgent of them first.
    pub notices: Vec<NoticeRow>,
    /// The link to the provider as the seat knows it, if it has one.
    pub provider_link: Option<CauseLink>,
    /// Orders of the own recovery: name, state, share done of 100, what it waits for.
    pub recovery: Vec<RecoveryRow>,
    /// How old this knowledge is.
    pub as_of: Stamp,
}

/// One step of the own recovery.
#[derive(Debug, Clone, PartialEq)]
pub struct RecoveryRow {
    /// What is done.
    pub name: Text,
    /// Share done, of 100.
    pub done_of_100: u8,
    /// People on it, own and helpers.
    pub people: u32,
    /// What it waits for; `None` if it is being worked on or done.
    pub waits_for: Option<Text>,
    /// Likely end at today's pace: earliest and latest; `None` if it cannot be told.
    pub ready: Option<(Stamp, Stamp)>,
}
