//! Beistand: requests, offers, what they cost and bring.

use crate::vocab::{
    AdministrationId, AidKind, AidState, AllocationRule, Refusal, RequestId, ServiceId, Skill,
    Stamp, Text, WaitCause,
};

/// How a seat stands to a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AidRole {
    /// The seat asked.
    Asker,
    /// The seat was asked.
    Helper,
}

/// One request as the seat sees it.
#[derive(Debug, Clone, PartialEq)]
pub struct AidRow {
    /// Which request.
    pub id: RequestId,
    /// How the seat stands to it.
    pub role: AidRole,
    /// What is asked for.
    pub kind: AidKind,
    /// Who asks.
    pub asker: AdministrationId,
    /// Its name.
    pub from: String,
    /// Who is asked.
    pub to: String,
    /// People, workplaces or devices asked for.
    pub asked: u32,
    /// Granted so far.
    pub granted: Option<u32>,
    /// Working days.
    pub days: u32,
    /// The service it is for, if any.
    pub service: Option<Text>,
    /// Where it stands.
    pub state: AidState,
    /// When it was sent.
    pub requested: Stamp,
    /// When useful work is to be expected, or began: earliest and latest.
    pub at_work: Option<(Stamp, Stamp)>,
    /// When it ends, once it works.
    pub until: Option<Stamp>,
    /// Why it was refused or recalled, or what it waits for.
    pub reason: Option<Text>,
    /// Of those that wait for the seat's answer, which turn it has by the rule of the pact, and how many there are.
    pub turn: Option<(u32, u32)>,
    /// What was waited for so far, the longest first, in minutes.
    pub waited: Vec<(WaitCause, u32)>,
    /// What it hangs on now, if anything.
    pub waits_on: Option<WaitCause>,
    /// The skill asked for.
    pub skill: Option<Skill>,
    /// Where the seat can answer it: how much it may give at most.
    pub most_to_give: u32,
    /// Where the seat can answer it: why it can give nothing, and what would help.
    pub nothing_to_give: Option<Text>,
    /// Whether the seat can answer it now.
    pub can_answer: bool,
    /// Whether the seat can end it now.
    pub can_recall: bool,
}

/// A kind of aid that can be asked for.
#[derive(Debug, Clone, PartialEq)]
pub struct AidChoice {
    /// The kind.
    pub kind: AidKind,
    /// Largest amount that makes sense to ask for.
    pub most: u32,
    /// For how many working days it can be asked for at most.
    pub most_days: u32,
    /// Who can be asked for it.
    pub partners: Vec<(AdministrationId, String)>,
    /// The skill that is asked for, where one is: what is shortest.
    pub skill: Option<Skill>,
    /// The own services it can be for; empty if it is not for one service.
    pub services: Vec<(ServiceId, Text)>,
}

/// Everything on the aid screen that does not depend on what is being typed.
#[derive(Debug, Clone, PartialEq)]
pub struct AidView {
    /// Requests to and from this seat, open ones first, then newest first.
    pub rows: Vec<AidRow>,
    /// What can be asked for.
    pub choices: Vec<AidChoice>,
    /// Person-hours given so far.
    pub hours_given: f64,
    /// Person-hours received so far.
    pub hours_received: f64,
    /// Service-hours the own citizens lost by what was given.
    pub own_lost_service_hours: f64,
    /// The rule of the pact in one sentence.
    pub rule: Text,
    /// By what requests to the same helper are put in order.
    pub order: OrderOfRequests,
}

/// By what requests to the same helper are put in order.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct OrderOfRequests {
    /// Where the pact says so.
    pub paragraph: Option<String>,
    /// One rule after the other.
    pub rules: Vec<AllocationRule>,
}

/// One possible helper for a draft.
#[derive(Debug, Clone, PartialEq)]
pub struct Candidate {
    /// Who.
    pub helper: AdministrationId,
    /// Name.
    pub name: String,
    /// Earliest and latest moment of useful work.
    pub at_work: Option<(Stamp, Stamp)>,
    /// Most it may give by the rules.
    pub most: Option<u32>,
    /// Why it makes no sense or is not possible, as far as the seat knows.
    pub objection: Option<Text>,
}

/// What a draft would do, from what the seat knows.
#[derive(Debug, Clone, PartialEq)]
pub struct Preview {
    /// Possible helpers, best first.
    pub candidates: Vec<Candidate>,
    /// What the aid would bring with the chosen helper.
    pub effect: Text,
    /// What it would cost the chosen helper.
    pub cost: Text,
    /// How the request travels and when an answer can come.
    pub channel: Text,
    /// Why it cannot be sent as it is.
    pub refusal: Option<Refusal>,
}
