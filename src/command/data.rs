//! What can be ordered, as data that journals, screens and bots share.

use serde::{Deserialize, Serialize};

use crate::vocab::{
    AdministrationId, AidDraft, ContainmentOption, Decider, DecisionId, Intervention, NoticeDuty,
    OwnInject, Pace, RequestId, ServiceId, TABLE_TALK_MINUTES,
};

/// The answer to a request for aid.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AidAnswer {
    /// Yes, with at most `amount` people, workplaces or devices.
    Grant {
        /// What is given; less than asked makes it granted in part.
        amount: u32,
    },
    /// No; `reason` is the key of one of the listed reasons.
    Refuse {
        /// One of [`super::REFUSAL_REASONS`].
        reason: String,
    },
}

/// An act of a seat.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Command {
    /// Something is ordered against the attack; it takes effect after its time.
    Contain(ContainmentOption),
    /// A measure that is in force is lifted; see [`crate::sim::LIFTABLE`].
    Lift(ContainmentOption),
    /// A customer reconnects to its provider; both sides must be cleared.
    ReconnectProviderLink,
    /// The crisis staff is convened; emergency operation is set up once it has met.
    ConveneCrisisStaff,
    /// A request for aid is sent.
    RequestAid(AidDraft),
    /// The permit to do an own service at a neighbour is asked for, earlier than in the course of things.
    AskForPermit(ServiceId),
    /// A request for aid is answered by the administration it went to.
    AnswerAid {
        /// Which request.
        request: RequestId,
        /// The answer.
        answer: AidAnswer,
    },
    /// Aid is ended early, by the helper or the asker.
    RecallAid {
        /// Which request.
        request: RequestId,
    },
    /// A provider tells its customers that it is hit.
    NotifyCustomers,
    /// A provider cuts the line to one customer; it takes effect after its time.
    CutCustomer(AdministrationId),
    /// A provider opens its end of the line to one customer.
    AdmitCustomer {
        /// Which customer.
        customer: AdministrationId,
        /// Under pressure: although one of the two sides is not cleared.
        without_clearance: bool,
    },
    /// A provider serves one customer earlier or later: its products come back to their customers in that order.
    PlaceCustomer {
        /// Which customer.
        customer: AdministrationId,
        /// Its place among all customers from now on, from 0.
        place: u32,
    },
    /// Whoever helps here, or goes from here to help, works on clean devices of the house that is helped.
    RequireCleanDevices,
    /// A report that the law asks for is handed in.
    FileNotice(NoticeDuty),
    /// Last month's payment file is secured outside the network, with access to the bank.
    SecurePayFile,
    /// An emergency island is set up apart from the network: workplaces, mail, one application.
    SetUpIsland,
    /// A piece of the own recovery gets its people one place earlier or later.
    MoveOrder {
        /// Which order.
        order: u32,
        /// One place up, else down.
        up: bool,
    },
    /// All open pieces of the own recovery get their people in this order.
    ArrangeWork {
        /// Their ids, each once.
        queue: Vec<u32>,
    },
    /// An open decision is closed with a reason: by the act chosen, or by watching on.
    RecordDecision {
        /// Which decision.
        decision: DecisionId,
        /// In which function somebody decided.
        decider: Decider,
        /// The act chosen; `None` is "watch and wait".
        choice: Option<Box<Command>>,
        /// The reason as typed; cleaned and cut to 400 characters at the door.
        reason: String,
        /// What would have to happen for it to be looked at again, as typed. It stands in journal and report and changes
        /// nothing else.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        revisit_when: String,
        /// With which seats it was agreed before, each once. It stands in journal and report and changes nothing else.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        agreed_with: Vec<AdministrationId>,
    },
    /// An open decision is put off.
    DeferDecision {
        /// Which decision.
        decision: DecisionId,
        /// By how many minutes, 15 to 1440.
        minutes: u32,
    },
    /// A deputy acts for the seat by the response plan of this id, until somebody is back: `None`.
    StandingOrders(Option<String>),
    /// The clock is set.
    SetClock(Pace),
    /// The seat has taken note of an inject.
    AcknowledgeInject {
        /// Its name.
        inject: String,
    },
    /// The seat answers an inject.
    AnswerInject {
        /// Its name.
        inject: String,
        /// In which function somebody decided.
        decider: Decider,
        /// The answer as typed.
        text: String,
        /// With which seats it was agreed before, each once.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        agreed_with: Vec<AdministrationId>,
    },
    /// The seat tells others what an inject said; customers of the same provider know from then on what it brings as a
    /// fact.
    ForwardInject {
        /// Its name.
        inject: String,
        /// To which seats, each once.
        to: Vec<AdministrationId>,
    },
    /// The seat tells others what somebody reported to it.
    ForwardEntry {
        /// Its place in the seat's log, from 0.
        entry: u32,
        /// To which seats, each once.
        to: Vec<AdministrationId>,
    },
    /// People play from now on, with a facilitator or alone: effects of injects act.
    LeadExercise,
    /// The facilitator releases an inject now, whatever it waits for.
    ReleaseInject {
        /// Its name.
        inject: String,
    },
    /// The facilitator holds an inject back.
    HoldInject {
        /// Its name.
        inject: String,
    },
    /// The facilitator lets an inject come again that was held back.
    LetInjectCome {
        /// Its name.
        inject: String,
    },
    /// The facilitator skips an inject.
    SkipInject {
        /// Its name.
        inject: String,
        /// The reason as typed.
        reason: String,
    },
    /// The facilitator gives an inject another text before it is released.
    EditInject {
        /// Its name.
        inject: String,
        /// The text as typed, the same in both languages; `{name}` stands for a figure of the inject.
        text: String,
    },
    /// The facilitator releases an inject made up now.
    Improvise(OwnInject),
    /// The room goes on before a decision is taken: so many exercise minutes are gone.
    Deliberate {
        /// Exercise minutes, 1 to 1440.
        minutes: u32,
    },
    /// A person takes the seat that a bot has held so far.
    TakeSeat,
    /// Seats agreed on something at the table; on the telephone it would have taken its time.
    TableTalk {
        /// With whom, each once.
        with: Vec<AdministrationId>,
        /// On what, as typed; cleaned and cut to 400 characters at the door.
        about: String,
    },
    /// The facilitator changes the course of the attack.
    Intervene(Intervention),
}

impl Command {
    /// Whether it sets how time passes and is nobody's decision on the case.
    #[must_use]
    pub const fn is_of_the_clock(&self) -> bool {
        matches!(self, Self::SetClock(_) | Self::Deliberate { .. })
    }

    /// How many exercise minutes are gone before anybody goes on.
    #[must_use]
    pub const fn takes_minutes(&self) -> u32 {
        match self {
            Self::Deliberate { minutes } => *minutes,
            Self::TableTalk { .. } => TABLE_TALK_MINUTES,
            _ => 0,
        }
    }

    /// Whether the seat's log tells of it. What the facilitator does is nobody's act.
    #[must_use]
    pub const fn is_told(&self) -> bool {
        let is_untold = matches!(
            self,
            // The order itself shows it; a line for every step would drown the log.
            Self::MoveOrder { .. }
                | Self::PlaceCustomer { .. }
                | Self::ArrangeWork { .. }
                // What it chooses is told.
                | Self::RecordDecision { .. }
                | Self::SetClock(_)
                | Self::AcknowledgeInject { .. }
                | Self::Deliberate { .. }
                | Self::TakeSeat
                // Both sides of the talk get a line of their own.
                | Self::TableTalk { .. }
        );
        !is_untold && !self.is_of_facilitator()
    }

    /// Whether it asks for, answers or ends aid, by itself or as what a decision chose.
    #[must_use]
    pub fn is_about_aid(&self) -> bool {
        match self {
            Self::RequestAid(_) | Self::AnswerAid { .. } | Self::RecallAid { .. } => true,
            Self::RecordDecision {
                choice: Some(choice),
                ..
            } => choice.is_about_aid(),
            _ => false,
        }
    }

    /// Whether only the facilitator does it.
    #[must_use]
    pub const fn is_of_facilitator(&self) -> bool {
        matches!(
            self,
            Self::Intervene(_)
                | Self::LeadExercise
                | Self::ReleaseInject { .. }
                | Self::HoldInject { .. }
                | Self::LetInjectCome { .. }
                | Self::SkipInject { .. }
                | Self::EditInject { .. }
                | Self::Improvise(_)
        )
    }

    /// Whether it asks for aid or grants it, by itself or as what a decision chose.
    #[must_use]
    pub fn begins_aid(&self) -> bool {
        match self {
            Self::RequestAid(_)
            | Self::AnswerAid {
                answer: AidAnswer::Grant { .. },
                ..
            } => true,
            Self::RecordDecision {
                choice: Some(choice),
                ..
            } => choice.begins_aid(),
            _ => false,
        }
    }
}
