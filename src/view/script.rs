//! Drehbuch: the script as the facilitator sees it; never part of what a seat sees.

use crate::sim::Comes;
use crate::vocab::{Channel, MessageClass, Stamp, Text};

/// Where an inject of the script stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ScriptState {
    /// It waits for something else than time.
    Waiting,
    /// It comes by itself at a known moment.
    Ready,
    /// It makes up for another, which was released: it comes unless something follows from that.
    Armed,
    /// The same, but as things stand it will not come: what it would make up for was done.
    Averted,
    /// It is held back.
    Held,
    /// It is held back although its time has come.
    HeldDue,
    /// Released, and nobody has taken note.
    Released,
    /// Somebody who got it has taken note.
    Acknowledged,
    /// Somebody who got it has answered.
    Answered,
    /// Skipped.
    Skipped,
}

impl ScriptState {
    /// Whether it can still be released, held, changed or skipped.
    #[must_use]
    pub const fn is_open(self) -> bool {
        matches!(
            self,
            Self::Waiting | Self::Ready | Self::Armed | Self::Averted | Self::Held | Self::HeldDue
        )
    }
}

/// An answer to an inject.
#[derive(Debug, Clone, PartialEq)]
pub struct ScriptReply {
    /// The place that answered.
    pub place: String,
    /// When.
    pub at: Stamp,
    /// What.
    pub text: String,
}

/// An inject that makes up for another and is still to come.
#[derive(Debug, Clone, PartialEq)]
pub struct Fallback {
    /// Its name, as commands name it.
    pub name: String,
    /// A few words.
    pub title: Text,
    /// In words what it waits for.
    pub cue: Option<Text>,
    /// Whether an answer to the other keeps it away; else only the deed does.
    pub asks_for_answer: bool,
}

/// An inject in the facilitator's list.
#[derive(Debug, Clone, PartialEq)]
pub struct ScriptRow {
    /// Its name, as commands name it.
    pub name: String,
    /// A few words.
    pub title: Text,
    /// Where it stands.
    pub state: ScriptState,
    /// When it was released or skipped, or when it comes if that is known.
    pub at: Option<Stamp>,
    /// Whether it may come earlier or later than that.
    pub comes: Comes,
    /// What it waits for, in words.
    pub cue: Option<Text>,
    /// Who speaks.
    pub from: Text,
    /// Who gets it, in a few words.
    pub to: Text,
    /// The places that got it, or would get it now.
    pub places: Vec<String>,
    /// How it comes.
    pub channel: Channel,
    /// How much it asks of those who get it.
    pub class: MessageClass,
    /// What is said.
    pub text: Option<Text>,
    /// Whether it says something else where the world stands otherwise; a text of the facilitator's says the same everywhere.
    pub has_variants: bool,
    /// Whether the facilitator changed the text.
    pub is_edited: bool,
    /// Whether it is core; the others go first when time runs short.
    pub core: bool,
    /// The one it makes up for.
    pub contingency_of: Option<String>,
    /// Those that make up for it and are still to come.
    pub fallbacks: Vec<Fallback>,
    /// What is expected.
    pub expects: Option<Text>,
    /// By when it is expected of those who got it.
    pub due: Option<Stamp>,
    /// Objectives it serves.
    pub objectives: Vec<String>,
    /// How many got it, have taken note, and have answered.
    pub counts: (u32, u32, u32),
    /// What they answered.
    pub replies: Vec<ScriptReply>,
    /// Seats that got it and have neither taken note nor answered.
    pub silent: Vec<String>,
    /// Why it was skipped.
    pub why: Option<Text>,
}

impl ScriptRow {
    /// Returns the text before figures are filled in, and their names as they stand in it.
    #[must_use]
    pub fn unfilled(&self) -> Option<(Text, Vec<String>)> {
        let mut text = self.text.clone()?;
        let (said, figures): (Vec<_>, Vec<_>) = core::mem::take(&mut text.args)
            .into_iter()
            .partition(|(name, _)| matches!(name.as_ref(), "de" | "en"));
        text.args = said;
        let names = figures.iter().map(|(name, _)| format!("{{{name}}}"));
        Some((text, names.collect()))
    }
}

/// The script.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct ScriptView {
    /// All injects, in the order in which they came or come; those whose moment is not known last.
    pub rows: Vec<ScriptRow>,
    /// Position of the one that comes next by itself.
    pub next: Option<usize>,
    /// Whether effects of injects act.
    pub is_led: bool,
}

impl ScriptView {
    /// Says that the exercise is over: nothing comes any more, so nothing is due.
    pub(super) fn end(&mut self) {
        self.next = None;
        for row in &mut self.rows {
            if row.state == ScriptState::HeldDue {
                row.state = ScriptState::Held;
            }
        }
    }

    /// Returns the choice inject to leave out next when time runs short: the first that is still to come.
    #[must_use]
    pub fn to_leave_out(&self) -> Option<&ScriptRow> {
        self.rows
            .iter()
            .find(|row| row.state.is_open() && !row.core && row.contingency_of.is_none())
    }
}
