//! What has been chosen and typed on a decision paper.

use super::super::field::Field;
use super::super::seat::around;
use super::agreed::Agreed;
use crate::view::{DecisionPaper, OptionRow, SeatView};
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
    /// Which variant of the option, once another one was chosen.
    variant: Option<usize>,
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
            variant: None,
            decider: functions.take_while(|other| **other != decider).count(),
            agreed: Agreed::new(view),
            reason: Field::default(),
            revisit: Field::default(),
            focus: DecisionField::Options,
            defer: None,
        }
    }

    /// Returns the option as it is chosen.
    pub fn chosen<'p>(&self, paper: &'p DecisionPaper) -> Option<&'p OptionRow> {
        let option = paper.options.get(self.option)?;
        Some(option.variant(self.variant))
    }

    /// Chooses another option.
    pub fn choose(&mut self, option: usize) {
        if option != self.option {
            self.option = option;
            self.variant = None;
            self.forget_reason_of_option();
        }
    }

    /// Chooses another variant of the option; returns whether there is one.
    pub fn change_variant(&mut self, paper: &DecisionPaper, by: isize) -> bool {
        let Some(option) = paper.options.get(self.option) else {
            return false;
        };
        let variants = &option.variants;
        let as_it_stands = || variants.iter().position(|one| one.label == option.label);
        if variants.is_empty() {
            return false;
        }
        let at = self.variant.or_else(as_it_stands).unwrap_or(0);
        self.variant = Some(around(at, by, variants.len()));
        self.forget_reason_of_option();
        true
    }

    /// Takes the reason of the option for the reason.
    pub fn take_reason(&mut self, reason: &str) {
        self.reason.suggest(reason);
    }

    fn forget_reason_of_option(&mut self) {
        if self.reason.is_suggested() {
            self.reason = Field::default();
        }
    }

    /// Returns the reason that somebody typed: the one of the option is said with the option.
    pub fn typed_reason(&self) -> String {
        if self.reason.is_suggested() {
            return String::new();
        }
        self.reason.text().trim().to_owned()
    }

    pub fn decider(&self) -> Decider {
        Decider::ALL
            .get(self.decider)
            .copied()
            .unwrap_or(Decider::Head)
    }
}
