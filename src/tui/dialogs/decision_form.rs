//! What has been chosen and typed on a decision paper.

use super::super::field::Field;
use super::agreed::Agreed;
use crate::view::{DecisionPaper, SeatView};
use crate::vocab::{Decider, DecisionId};

/// Which part of the paper has the focus.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DecisionField {
    /// The list of options.
    Options,
    /// In which function somebody decides.
    Decider,
    /// With whom it was agreed.
    Agreed,
    /// The reason.
    Reason,
    /// What would have to happen for it to be looked at again.
    Revisit,
}

impl DecisionField {
    /// Returns the next part.
    pub const fn next(self) -> Self {
        match self {
            Self::Options => Self::Decider,
            Self::Decider => Self::Agreed,
            Self::Agreed => Self::Reason,
            Self::Reason => Self::Revisit,
            Self::Revisit => Self::Options,
        }
    }

    /// Returns the part before.
    pub const fn previous(self) -> Self {
        match self {
            Self::Options => Self::Revisit,
            Self::Decider => Self::Options,
            Self::Agreed => Self::Decider,
            Self::Reason => Self::Agreed,
            Self::Revisit => Self::Reason,
        }
    }
}

/// What has been chosen and typed on a paper.
pub struct DecisionForm {
    pub decision: DecisionId,
    pub option: usize,
    pub decider: usize,
    pub agreed: Agreed,
    pub reason: Field,
    pub revisit: Field,
    pub focus: DecisionField,
    /// Which step of putting off is chosen, while that is asked.
    pub defer: Option<usize>,
}

impl DecisionForm {
    pub fn new(paper: &DecisionPaper, decider: Decider, view: &SeatView) -> Self {
        let functions = Decider::ALL.iter();
        Self {
            decision: paper.id,
            option: paper
                .options
                .iter()
                .position(|option| option.refusal.is_none())
                .unwrap_or(0),
            decider: functions.take_while(|other| **other != decider).count(),
            agreed: Agreed::new(view),
            reason: Field::default(),
            revisit: Field::default(),
            focus: DecisionField::Options,
            defer: None,
        }
    }

    pub fn decider(&self) -> Decider {
        Decider::ALL
            .get(self.decider)
            .copied()
            .unwrap_or(Decider::Head)
    }
}
