//! Injects: what reaches seats by the script of an exercise (the master scenario events list), when, and
//! what is expected of them.

use serde::{Deserialize, Serialize};

use super::model::{LocalText, NoticeFact, Scenario};
use crate::vocab::{AidKind, Channel, MessageClass, SimTime, Skill};

/// An inject of the script.
#[derive(Debug, Clone, PartialEq)]
pub struct Inject {
    /// Id: `E1`, `R1`, ...
    pub id: String,
    /// A few words for the facilitator's list.
    pub title: LocalText,
    /// It is released in the first minute in which this holds.
    pub when: Expression,
    /// In words for the facilitator what it waits for, beside or instead of a moment.
    pub cue: Option<LocalText>,
    /// It is skipped if it was not released by then.
    pub until: Option<SimTime>,
    /// It is skipped if this does not hold when it comes up.
    pub guard: Option<Expression>,
    /// Position of the inject that it makes up for if nothing follows from that one.
    pub contingency_of: Option<usize>,
    /// Who speaks.
    pub from: Sender,
    /// To whom.
    pub to: Receivers,
    /// Of those, only to whom this applies; `each` in it is the receiver.
    pub whose: Option<Expression>,
    /// How it comes.
    pub channel: Channel,
    /// How much it asks of whoever gets it.
    pub class: MessageClass,
    /// What is said, if none of the variants fits. `{name}` stands for a figure.
    pub text: LocalText,
    /// What is said instead where the world stands so; the first that fits.
    pub variants: Vec<(Expression, LocalText)>,
    /// What stands for `{name}` in the texts, taken from the world when it is released.
    pub figures: Vec<(String, Figure)>,
    /// What whoever gets it knows from then on.
    pub fact: Option<NoticeFact>,
    /// What it sets off in the world, where people play.
    pub effects: Vec<Effect>,
    /// What is expected of those who get it.
    pub expects: Option<LocalText>,
    /// Within how many minutes.
    pub within: Option<u32>,
    /// Ids of the objectives it serves.
    pub objectives: Vec<String>,
    /// Whether it is core; the others go first when time runs short.
    pub core: bool,
}

/// Who sends an inject.
#[derive(Debug, Clone, PartialEq)]
pub enum Sender {
    /// An administration, by position.
    Administration(usize),
    /// Somebody who has no seat.
    Named(LocalText),
}

/// Who gets an inject.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Receivers {
    /// These administrations, by position.
    These(Vec<usize>),
    /// All customers of an administration, by position.
    CustomersOf(usize),
    /// All administrations with a seat.
    Seats,
    /// All with a seat that know that they or their provider are hit.
    Hit,
    /// All that give aid at present.
    Helpers,
    /// Whoever got another inject, by position.
    ReceiversOf(usize),
}

/// Of whom an expression speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Who {
    /// An administration, by position.
    One(usize),
    /// The receiver at hand.
    Each,
    /// At least one of all.
    Anybody,
}

/// A question that a paper puts to a seat.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PaperKind {
    /// What to do with the link to the provider.
    ProviderLink,
    /// Whether to cut all customers.
    Customers,
    /// Whether to switch everything off.
    Shutdown,
    /// Whether to call the crisis staff.
    CrisisStaff,
    /// How to answer a request for aid.
    Answer,
    /// Whether to reconnect.
    Reconnect,
    /// Whether to lift measures.
    Lift,
    /// Whether to tell the customers.
    Notify,
    /// Whether to secure a payment file.
    PayFile,
    /// Whether to set up an emergency island.
    Island,
}

/// Something that holds or does not: time, acts of seats, other injects, the state of the world as those
/// whom it concerns know it.
#[derive(Debug, Clone, PartialEq)]
pub enum Expression {
    /// All of them.
    All(Vec<Expression>),
    /// At least one of them.
    Any(Vec<Expression>),
    /// Not this.
    Not(Box<Expression>),
    /// From this moment on.
    At(SimTime),
    /// From so many minutes after the release of an inject on.
    After(usize, u32),
    /// The inject was released.
    Released(usize),
    /// Somebody acknowledged or answered the inject.
    Acknowledged(usize, Who),
    /// Somebody answered the inject.
    Answered(usize, Who),
    /// Somebody closed a paper of this kind by a decision, or did without paper what it asks for.
    Decided(Who, PaperKind),
    /// The line to the provider is cut, at whichever end.
    LinkCut(Who),
    /// A provider has cut all customers.
    CustomersCut(Who),
    /// The crisis staff has met.
    CrisisStaffMet(Who),
    /// A payment file was ordered to be secured, or is ready.
    PayFileSecured(Who),
    /// It pays people, and neither the application runs nor is a file ready.
    PayRunInDanger(Who),
    /// It pays people, and the application for it does not run.
    PayApplicationDown(Who),
    /// It pays people, and the file of a run must be at the bank within so many minutes.
    PayRunDue(Who, u32),
    /// People were not paid.
    Unpaid(Who),
    /// A request for aid was sent.
    AidRequested {
        /// Who asked.
        from: Who,
        /// Who was asked.
        to: Who,
        /// What for; anything if `None`.
        kind: Option<AidKind>,
    },
    /// It gives aid at present.
    Helps(Who),
    /// Some of its people are away to help others.
    LendsPeople(Who),
    /// The team of the state is with somebody, or on the way.
    TeamAway(usize),
    /// Customers of a provider have not handed in their clearance statement.
    StatementsMissing(usize),
    /// A permit to do own services elsewhere is needed and not there.
    PermitMissing(Who),
    /// Its own side was examined and is released.
    Cleared(Who),
    /// It knows that its provider is hit.
    ProviderHit(Who),
    /// It knows that own systems are hit.
    Hit(Who),
    /// It knows that own systems are encrypted.
    Encrypted(Who),
    /// A service is below its emergency level.
    ServiceBelow(Who, usize),
    /// Telephones do not work.
    PhonesDead(Who),
    /// Mail does not work.
    MailDead(Who),
}

/// A value that a text mentions, from what those whom it concerns know.
#[derive(Debug, Clone, PartialEq)]
pub enum Figure {
    /// People who stand at the counters of these services on a morning: half a day's demand and whoever waits.
    AtTheCounter(Who, Vec<usize>),
    /// Cases that are wrong if the last payment file goes out again that is so many months old.
    WrongCases(Who, u32),
    /// People who wait for their money.
    Unpaid(Who),
    /// People paid by the next run.
    Recipients(Who),
    /// The month for which the next run pays, by its name: the one that begins next or has begun within two weeks.
    PayMonth(Who),
    /// The moment by which the file of the next run must be at the bank.
    PayCutOff(Who),
    /// Customers of a provider whose clearance statement is missing.
    MissingStatements(usize),
    /// Own systems known to be hit.
    SystemsHit(Who),
    /// Own IT people of a skill.
    People(Who, Skill),
    /// People away to help others.
    PeopleLent(Who),
    /// Whole days since a moment.
    DaysSince(SimTime),
    /// Whether mail and telephones work, as a sentence.
    Means(Who),
    /// Where the team of the state is; the name of a place.
    TeamAt(usize),
    /// Who first sent such a request for aid; the name of a place.
    Asker {
        /// Who was asked.
        to: Who,
        /// What for.
        kind: AidKind,
    },
}

/// What an inject sets off in the world.
#[derive(Debug, Clone, PartialEq)]
pub enum Effect {
    /// The team of the state goes to the largest of those who got the inject, if it is free and the pact knows it.
    SendStateTeam {
        /// The state.
        from: usize,
        /// Working days it stays.
        days: u32,
    },
    /// The bank takes last month's file once more until a moment: whoever orders it has it at once.
    AcceptOldPayFile {
        /// Until when.
        until: SimTime,
    },
    /// All permits to do services elsewhere that nobody has asked for are asked for now.
    AskForPermits,
    /// A provider connects at most so many customers a day.
    ReconnectionsADay {
        /// The provider.
        provider: usize,
        /// How many.
        count: u32,
    },
}

impl Scenario {
    /// Returns the ids of objectives that no inject serves, and of injects that serve none; none of them
    /// where the scenario has no script or no objectives.
    #[must_use]
    pub fn script_gaps(&self) -> (Vec<&str>, Vec<&str>) {
        if self.injects.is_empty() || self.objectives.is_empty() {
            return (Vec::new(), Vec::new());
        }
        let serves = |id: &str| {
            let mut served = self.injects.iter().flat_map(|inject| &inject.objectives);
            served.any(|other| other == id)
        };
        let objectives = self.objectives.iter().map(|one| one.id.as_str());
        let idle = self.injects.iter().filter(|one| one.objectives.is_empty());
        (
            objectives.filter(|id| !serves(id)).collect(),
            idle.map(|one| one.id.as_str()).collect(),
        )
    }
}

impl Inject {
    /// Calls `change` for every text in both languages.
    pub(super) fn texts_mut(&mut self, mut change: impl FnMut(&mut LocalText)) {
        change(&mut self.title);
        change(&mut self.text);
        self.cue.iter_mut().for_each(&mut change);
        self.expects.iter_mut().for_each(&mut change);
        for (_, text) in &mut self.variants {
            change(text);
        }
        if let Sender::Named(name) = &mut self.from {
            change(name);
        }
    }

    /// Whether an answer to another inject, by position, can keep this one away.
    #[must_use]
    pub fn asks_for_answer(&self, other: usize) -> bool {
        let conditions = [Some(&self.when), self.guard.as_ref(), self.whose.as_ref()];
        let mut conditions = conditions.into_iter().flatten();
        conditions.any(|of| of.asks_for_answer(other))
    }
}

impl Expression {
    /// Calls `each` for this and every expression in it.
    pub fn visit(&self, each: &mut impl FnMut(&Self)) {
        each(self);
        match self {
            Self::All(parts) | Self::Any(parts) => {
                for part in parts {
                    part.visit(each);
                }
            }
            Self::Not(part) => part.visit(each),
            _ => {}
        }
    }

    /// Returns whether it asks if an inject was answered; an answer takes note of it as well.
    fn asks_for_answer(&self, inject: usize) -> bool {
        let mut asks = false;
        self.visit(&mut |part| {
            asks |=
                matches!(part, Self::Answered(of, _) | Self::Acknowledged(of, _) if *of == inject);
        });
        asks
    }

    /// Returns a moment before which it cannot hold; `injects` are those of the injects before it, in their order.
    #[must_use]
    pub fn earliest(&self, injects: &[SimTime]) -> SimTime {
        let of = |inject: &usize| injects.get(*inject).copied().unwrap_or(SimTime::ZERO);
        let parts = |parts: &[Self]| -> Vec<SimTime> {
            parts.iter().map(|part| part.earliest(injects)).collect()
        };
        let never_before = match self {
            Self::At(at) => Some(*at),
            Self::All(all) => parts(all).into_iter().max(),
            Self::Any(any) => parts(any).into_iter().min(),
            Self::After(inject, minutes) => Some(of(inject).after(*minutes)),
            Self::Released(inject) | Self::Acknowledged(inject, _) | Self::Answered(inject, _) => {
                Some(of(inject))
            }
            _ => None,
        };
        never_before.unwrap_or(SimTime::ZERO)
    }

    /// Returns by when time alone makes it hold, if it does.
    #[must_use]
    pub fn comes_by_itself(&self) -> Option<SimTime> {
        match self {
            Self::At(at) => Some(*at),
            Self::All(parts) => parts.iter().try_fold(SimTime::ZERO, |latest, part| {
                Some(latest.max(part.comes_by_itself()?))
            }),
            Self::Any(parts) => parts.iter().filter_map(Self::comes_by_itself).min(),
            _ => None,
        }
    }
}
