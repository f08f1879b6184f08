//! Beobachtung: objectives as they stand, and what observers noted.

use crate::vocab::{NoteKind, Rating, Stamp, Text};

/// An objective as it stands.
#[derive(Debug, Clone, PartialEq)]
pub struct ObjectiveRow {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: Text,
    /// What observers look for.
    pub expects: Option<Text>,
    /// What of it people rate beside what the program measures.
    pub rated: Option<Text>,
    /// What is to be reached, if the program measures it.
    pub target: Option<Text>,
    /// What was reached so far.
    pub value: Option<Text>,
    /// How it stands.
    pub verdict: Text,
    /// Whether that is good; `None` is neither.
    pub is_met: Option<bool>,
    /// The latest rating for each seat, by name; `None` is all seats.
    pub ratings: Vec<(Option<String>, Rating)>,
    /// Notes about it, and lines of the journal that the score or a note names for it.
    pub evidence: u32,
    /// Why it cannot be measured, if so.
    pub why_not_measured: Option<Text>,
}

/// A note.
#[derive(Debug, Clone, PartialEq)]
pub struct NoteRow {
    /// When in the exercise.
    pub at: Stamp,
    /// About which seat; `None` is all.
    pub seat: Option<String>,
    /// About which objective.
    pub objective: Option<String>,
    /// What it is.
    pub about: NoteKind,
    /// How the objective was reached.
    pub rating: Option<Rating>,
    /// In words.
    pub text: String,
}

/// The screen.
#[derive(Debug, Clone, PartialEq)]
pub struct ObserveView {
    /// Objectives in the order of the scenario.
    pub objectives: Vec<ObjectiveRow>,
    /// Notes, newest first.
    pub notes: Vec<NoteRow>,
    /// Number of the last line of the journal.
    pub last_line: u64,
}

/// A note before it is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NoteDraft {
    /// When in the exercise.
    pub at: crate::vocab::SimTime,
    /// About which seat; `None` is all.
    pub seat: Option<crate::vocab::AdministrationId>,
    /// About which objective.
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
