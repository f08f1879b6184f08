//! What has been chosen and typed on a decision paper.

use super::super::field::Field;
use crate::view::DecisionPaper;
use crate::vocab::{Decider, DecisionId};

/// Which part of the paper has the focus.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DecisionField {
    /// The list of options.
    Options,
    /// In which function somebody decides.
    Decider,
    /// The reason.
    Reason,
}

impl DecisionField {
    /// Returns the next part.
    pub const fn next(self) -> Self {
        match self {
            Self::Options => Self::Decider,
            Self::Decider => Self::Reason,
            Self::Reason => Self::Options,
        }
    }
}

/// What has been chosen and typed on a paper.
pub struct DecisionForm {
    pub decision: DecisionId,
    pub option: usize,
    pub decider: usize,
    pub reason: Field,
    pub focus: DecisionField,
    /// Which step of putting off is chosen, while that is asked.
    pub defer: Option<usize>,
}

impl DecisionForm {
    pub fn new(paper: &DecisionPaper, decider: Decider) -> Self {
        let functions = Decider::ALL.iter();
        Self {
            decision: paper.id,
            option: paper
                .options
                .iter()
                .position(|option| option.refusal.is_none())
                .unwrap_or(0),
            decider: functions.take_while(|other| **other != decider).count(),
            reason: Field::default(),
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
