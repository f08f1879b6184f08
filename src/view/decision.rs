//! Vorlage: the decision paper.

use crate::command::Command;
use crate::vocab::{DecisionId, Refusal, RequestId, Stamp, Text};

/// One possible answer.
#[derive(Debug, Clone, PartialEq)]
pub struct OptionRow {
    /// What would be done.
    pub label: Text,
    /// Between when and when it would take effect; `None` if nothing changes.
    pub effective: Option<(Stamp, Stamp)>,
    /// What it costs today.
    pub costs: Text,
    /// How to get back.
    pub way_back: Text,
    /// The chance, 0 to 1, of being hit oneself within the day, by today's knowledge; `None` where it does not apply.
    pub risk: Option<f64>,
    /// What is submitted; `None` is to watch and wait.
    pub command: Option<Command>,
    /// Why it is not possible now, if it is not.
    pub refusal: Option<Refusal>,
    /// The same with other amounts or other reasons, itself among them; none where there is nothing to choose.
    pub variants: Vec<OptionRow>,
}

impl OptionRow {
    /// Returns the variant at this place, else the option as it stands.
    #[must_use]
    pub fn variant(&self, at: Option<usize>) -> &Self {
        at.and_then(|at| self.variants.get(at)).unwrap_or(self)
    }
}

/// Something that can be ordered without being asked.
#[derive(Debug, Clone, PartialEq)]
pub struct MeasureRow {
    /// What would be done.
    pub label: Text,
    /// What is asked before it is done, but for when it takes effect: what it costs today, how to get back.
    pub question: Text,
    /// What it costs today.
    pub costs: Text,
    /// How to get back.
    pub way_back: Text,
    /// Between when and when it would take effect.
    pub effective: (Stamp, Stamp),
    /// The act.
    pub command: Command,
    /// Why it is not possible now, if it is not.
    pub refusal: Option<Refusal>,
}

/// Something that nobody asks for but that would be of use.
#[derive(Debug, Clone, PartialEq)]
pub struct Possible {
    /// What.
    pub what: Text,
    /// Where it is ordered.
    pub at: PossibleAt,
}

/// Where something can be ordered that nobody asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PossibleAt {
    /// Reports by law have a key of their own.
    Notices,
    /// The list of all orders.
    Orders,
    /// Beistand.
    Aid,
    /// Wiederanlauf.
    Work,
    /// The customers of a provider, in the Rathaus.
    Customers,
}

/// A decision somebody has to take.
#[derive(Debug, Clone, PartialEq)]
pub struct DecisionPaper {
    /// Which decision.
    pub id: DecisionId,
    /// The request it answers, if it does.
    pub request: Option<RequestId>,
    /// Of an answer to a request: to whom and how it goes if it is sent now, and when it is there.
    pub goes: Option<Text>,
    /// The question.
    pub question: Text,
    /// Since when it is open.
    pub raised: Stamp,
    /// By when it must be taken, or should have been.
    pub due: Stamp,
    /// What is known, newest first.
    pub known: Vec<Text>,
    /// What is not known.
    pub unknown: Vec<Text>,
    /// The possible answers, at most six.
    pub options: Vec<OptionRow>,
}
