//! What if: one thing that was decided is changed, and both courses stand side by side.

mod draw;
mod page;

use super::keymap::{Context, Intent};
use super::seat::{around, moved, rows_moved};
use crate::exercise::door::Asking;
use crate::view::{Askable, AskedState, Change};
use crate::vocab::{DAY, HOUR, Text};

/// By how much a decision can come later; below 0 is earlier. 0 is not at all.
const SHIFTS: [i64; 9] = [
    0,
    -(HOUR as i64),
    -2 * HOUR as i64,
    -6 * HOUR as i64,
    -(DAY as i64),
    HOUR as i64,
    2 * HOUR as i64,
    6 * HOUR as i64,
    DAY as i64,
];
/// How many other futures can be reckoned.
const FUTURES: [u32; 4] = [0, 20, 100, 200];

/// What a row of the list changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Row {
    WithoutAid,
    Pact,
    Clause,
    /// The decision at a position.
    Decision(usize),
}

/// The screen.
pub(super) struct AskedScreen {
    works: Box<dyn Asking>,
    /// What can be changed, or why the record cannot be asked.
    choices: Result<Askable, Text>,
    chosen: usize,
    /// The chosen phase among the other ones.
    pact: usize,
    /// The chosen clause.
    clause: usize,
    /// The chosen shift of a decision.
    shift: usize,
    /// How many futures.
    futures: usize,
    /// What was asked last.
    asked: Option<Change>,
    state: AskedState,
    scroll: usize,
    /// The first line of the guide, while it is open.
    guide: Option<usize>,
    notice: Option<Text>,
    left: bool,
}

impl AskedScreen {
    /// Reads what can be changed.
    pub fn new(works: Box<dyn Asking>) -> Self {
        let choices = works.choices();
        Self {
            works,
            choices,
            chosen: 0,
            pact: 0,
            clause: 0,
            shift: 0,
            futures: 1,
            asked: None,
            state: AskedState::Resting,
            scroll: 0,
            guide: None,
            notice: None,
            left: false,
        }
    }

    /// Whether it was left; gives back who reckons.
    pub const fn was_left(&self) -> bool {
        self.left
    }

    /// Gives back who reckons.
    pub fn into_works(mut self) -> Box<dyn Asking> {
        self.works.stop();
        self.works
    }

    /// Takes in what is new; returns whether there is anything.
    pub fn poll(&mut self) -> bool {
        if !matches!(self.state, AskedState::Running { .. }) {
            return false;
        }
        let state = self.works.state();
        if state == self.state {
            return false;
        }
        match state {
            AskedState::Failed(why) => {
                self.notice = Some(why);
                self.state = AskedState::Resting;
            }
            other => self.state = other,
        }
        self.scroll = 0;
        true
    }

    /// Returns where keys are looked up.
    pub const fn context(&self) -> Context {
        if self.guide.is_some() {
            return Context::Reader;
        }
        self.context_of_page()
    }

    const fn context_of_page(&self) -> Context {
        match self.state {
            AskedState::Running { .. } => Context::AskedWait,
            AskedState::Done(_) => Context::AskedPage,
            AskedState::Resting | AskedState::Failed(_) => Context::Asked,
        }
    }

    /// Acts on a key.
    pub fn act(&mut self, intent: Intent) {
        self.notice = None;
        if self.guide.is_some() {
            self.in_guide(intent);
            return;
        }
        if intent == Intent::Guide {
            self.guide = Some(0);
            return;
        }
        match self.state {
            AskedState::Running { .. } => {
                if intent == Intent::Back {
                    self.works.stop();
                    self.state = AskedState::Resting;
                }
            }
            AskedState::Done(_) => match (intent, rows_moved(intent)) {
                (_, Some(by)) => self.scroll = self.scroll.saturating_add_signed(by),
                (Intent::Back | Intent::Accept, _) => {
                    self.state = AskedState::Resting;
                    self.scroll = 0;
                }
                _ => {}
            },
            AskedState::Resting | AskedState::Failed(_) => self.ask(intent),
        }
    }

    fn in_guide(&mut self, intent: Intent) {
        self.guide = match (intent, rows_moved(intent)) {
            (Intent::Back | Intent::Accept, _) => None,
            (_, by) => {
                let moved = |scroll: usize| scroll.saturating_add_signed(by.unwrap_or(0));
                self.guide.map(moved)
            }
        };
    }

    /// Chooses a row, as a click does.
    pub fn choose(&mut self, at: usize) {
        if self.guide.is_none() && matches!(self.state, AskedState::Resting) {
            self.chosen = at.min(self.rows().len().saturating_sub(1));
        }
    }

    fn ask(&mut self, intent: Intent) {
        let rows = self.rows();
        let by = match intent {
            Intent::Previous => -1,
            _ => 1,
        };
        match (intent, rows_moved(intent)) {
            (_, Some(by)) => self.chosen = moved(self.chosen, by, rows.len()),
            (Intent::Previous | Intent::Next, _) => match rows.get(self.chosen) {
                Some(Row::Pact) => self.pact = around(self.pact, by, self.pacts()),
                Some(Row::Clause) => self.clause = around(self.clause, by, self.clauses()),
                Some(Row::Decision(_)) => self.shift = around(self.shift, by, SHIFTS.len()),
                Some(Row::WithoutAid) | None => {}
            },
            (Intent::NextField, _) => self.futures = around(self.futures, 1, FUTURES.len()),
            (Intent::Accept, _) => {
                if let Some(change) = self.change() {
                    self.works.begin(&change, FUTURES[self.futures]);
                    self.asked = Some(change);
                    self.state = AskedState::Running { done: 0, of: 0 };
                }
            }
            (Intent::Back, _) => self.left = true,
            _ => {}
        }
    }

    fn pacts(&self) -> usize {
        self.choices
            .as_ref()
            .map_or(0, |choices| choices.pacts.len())
    }

    fn clauses(&self) -> usize {
        let choices = self.choices.as_ref();
        choices.map_or(0, |choices| choices.clauses.len())
    }

    /// Returns the list: no aid, another pact, another rule, then decisions.
    fn rows(&self) -> Vec<Row> {
        let Ok(choices) = &self.choices else {
            return Vec::new();
        };
        let mut rows = vec![Row::WithoutAid];
        rows.extend((!choices.pacts.is_empty()).then_some(Row::Pact));
        rows.extend((!choices.clauses.is_empty()).then_some(Row::Clause));
        rows.extend((0..choices.decided.len()).map(Row::Decision));
        rows
    }

    /// Returns what the chosen row changes.
    fn change(&self) -> Option<Change> {
        let choices = self.choices.as_ref().ok()?;
        Some(match self.rows().get(self.chosen)? {
            Row::WithoutAid => Change::WithoutAid,
            Row::Pact => Change::Pact(choices.pacts.get(self.pact)?.0.clone()),
            Row::Clause => {
                let clause = choices.clauses.get(self.clause)?;
                Change::Clause(clause.id.clone(), !clause.held)
            }
            Row::Decision(at) => {
                let line = choices.decided.get(*at)?.line;
                match SHIFTS[self.shift] {
                    0 => Change::Without(line),
                    minutes => Change::Moved(line, minutes),
                }
            }
        })
    }
}
