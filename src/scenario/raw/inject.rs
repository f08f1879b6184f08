//! Records for the script: injects, what they wait for, what they mention and what they set off.

use serde::Deserialize;
use serde::de::Deserializer;

use super::fault::Fault;
use super::forms::form;
use super::{List, Sp, record};
use crate::scenario::inject::PaperKind;
use crate::scenario::model::{LocalText, NoticeFact};
use crate::vocab::{AidKind, Channel, MessageClass, Skill, Text};
use ron::value::RawValue;

record! {
    /// An inject.
    RawInject {
        /// Id.
        id: String,
        /// A few words for the facilitator.
        title: LocalText,
        /// When it is released.
        when: RawExpression,
        /// What it waits for, in words.
        cue: LocalText,
        /// When it is given up.
        until: String,
        /// What must hold when it comes up.
        guard: RawExpression,
        /// The inject it makes up for.
        contingency_of: String,
        /// Who speaks.
        from: RawSender,
        /// To whom.
        to: RawReceivers,
        /// Which of them.
        whose: RawExpression,
        /// How it comes.
        channel: Channel,
        /// How much it asks of those who get it.
        class: MessageClass,
        /// What is said.
        text: LocalText,
        /// What is said where the world stands otherwise.
        variants: List<RawVariant>,
        /// What stands for `{name}` in the texts.
        figures: List<RawFigure>,
        /// What whoever gets it knows from then on.
        fact: NoticeFact,
        /// What it sets off.
        effects: List<RawEffect>,
        /// What is expected.
        expects: LocalText,
        /// Within what time.
        within: String,
        /// Objectives it serves.
        objectives: List<String>,
        /// Whether it is core.
        core: bool,
    }
}

record! {
    /// A text for another state of the world.
    RawVariant {
        /// Which.
        when: RawExpression,
        /// What is said.
        text: LocalText,
    }
}

record! {
    /// A figure that texts mention.
    RawFigure {
        /// Its name in the texts.
        name: String,
        /// What it is.
        value: RawFigureForm,
    }
}

/// Who speaks: an id, or a name in both languages.
#[derive(Debug, Clone)]
pub enum RawSender {
    /// An administration.
    Id(String),
    /// Somebody without a seat.
    Named(LocalText),
}

impl<'de> Deserialize<'de> for RawSender {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = <&'de RawValue>::deserialize(deserializer)?.get_ron().trim();
        if text.starts_with('"') {
            form(text).map(Self::Id)
        } else {
            form(text).map(Self::Named)
        }
    }
}

/// Who gets it: a list of ids, or a group.
#[derive(Debug, Clone)]
pub enum RawReceivers {
    /// These.
    These(List<String>),
    /// A group.
    Group(RawGroup),
}

/// The written forms of a group.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RawGroup {
    /// All customers of a provider.
    CustomersOf(Sp<String>),
    /// All with a seat.
    Seats,
    /// All with a seat that know that they or their provider are hit.
    Hit,
    /// All that give aid.
    Helpers,
    /// Whoever got another inject.
    ReceiversOf(Sp<String>),
}

impl<'de> Deserialize<'de> for RawReceivers {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = <&'de RawValue>::deserialize(deserializer)?.get_ron().trim();
        if text.starts_with('[') {
            form(text).map(Self::These)
        } else if text.starts_with('"') {
            Err(Fault::new(Text::new("check-receivers-expected")).through_serde())
        } else {
            form(text).map(Self::Group)
        }
    }
}

/// What an inject waits for, as written.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RawExpression {
    /// All of them.
    All(List<RawExpression>),
    /// At least one.
    Any(List<RawExpression>),
    /// Not this.
    Not(Box<Sp<RawExpression>>),
    /// From a moment on.
    At(Sp<String>),
    /// From so long after an inject on.
    After(Sp<String>, Sp<String>),
    /// An inject was released.
    Released(Sp<String>),
    /// An inject was acknowledged or answered.
    Acknowledged(Sp<String>, Sp<String>),
    /// An inject was answered.
    Answered(Sp<String>, Sp<String>),
    /// A paper was decided.
    Decided(Sp<String>, Sp<PaperKind>),
    /// The line to the provider is cut.
    LinkCut(Sp<String>),
    /// A provider has cut all customers.
    CustomersCut(Sp<String>),
    /// The crisis staff has met.
    CrisisStaffMet(Sp<String>),
    /// A payment file was ordered or is ready.
    PayFileSecured(Sp<String>),
    /// Neither the application runs nor is a file ready.
    PayRunInDanger(Sp<String>),
    /// The application that pays does not run.
    PayApplicationDown(Sp<String>),
    /// The file of a pay run must go out within so long.
    PayRunDue(Sp<String>, Sp<String>),
    /// People were not paid.
    Unpaid(Sp<String>),
    /// A request was sent.
    AidRequested {
        /// Who asked.
        #[serde(default)]
        from: Option<Sp<String>>,
        /// Who was asked.
        #[serde(default)]
        to: Option<Sp<String>>,
        /// What for.
        #[serde(default)]
        kind: Option<Sp<AidKind>>,
    },
    /// It gives aid.
    Helps(Sp<String>),
    /// Some of its people are away.
    LendsPeople(Sp<String>),
    /// The team of the state is away.
    TeamAway(Sp<String>),
    /// Clearance statements of a provider's customers are missing.
    StatementsMissing(Sp<String>),
    /// A permit is missing.
    PermitMissing(Sp<String>),
    /// Its side is released.
    Cleared(Sp<String>),
    /// It knows that its provider is hit.
    ProviderHit(Sp<String>),
    /// It knows that it is hit.
    Hit(Sp<String>),
    /// It knows that own systems are encrypted.
    Encrypted(Sp<String>),
    /// A service is below its emergency level.
    ServiceBelow(Sp<String>, Sp<String>),
    /// Telephones do not work.
    PhonesDead(Sp<String>),
    /// Mail does not work.
    MailDead(Sp<String>),
}

/// What a text mentions, as written.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RawFigureForm {
    /// People at the counters of services.
    AtTheCounter(Sp<String>, List<String>),
    /// Wrong cases in a file of so many months.
    WrongCases(Sp<String>, Sp<f64>),
    /// People without their money.
    Unpaid(Sp<String>),
    /// People paid by the next run.
    Recipients(Sp<String>),
    /// The month for which the next run pays.
    PayMonth(Sp<String>),
    /// When the file of the next run must go out.
    PayCutOff(Sp<String>),
    /// Missing clearance statements of a provider's customers.
    MissingStatements(Sp<String>),
    /// Own systems known to be hit.
    SystemsHit(Sp<String>),
    /// Own people of a skill.
    People(Sp<String>, Sp<Skill>),
    /// People away to help.
    PeopleLent(Sp<String>),
    /// Days since a moment.
    DaysSince(Sp<String>),
    /// Whether mail and telephones work.
    Means(Sp<String>),
    /// Where the team of the state is.
    TeamAt(Sp<String>),
    /// Who asked first.
    Asker {
        /// Who was asked.
        to: Sp<String>,
        /// What for.
        kind: Sp<AidKind>,
    },
}

/// What an inject sets off, as written.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RawEffect {
    /// The team of the state goes to the largest of those who got it.
    SendStateTeam {
        /// The state.
        from: Sp<String>,
        /// Working days.
        days: Sp<f64>,
    },
    /// The bank takes last month's file until a moment.
    AcceptOldPayFile {
        /// Until when.
        until: Sp<String>,
    },
    /// All missing permits are asked for.
    AskForPermits,
    /// So many reconnections a day.
    ReconnectionsADay {
        /// The provider.
        provider: Sp<String>,
        /// How many.
        count: Sp<f64>,
    },
}
