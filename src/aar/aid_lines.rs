//! By which lines of the journal aid was asked for and answered, whoever did it.

use std::collections::{BTreeMap, VecDeque};

use crate::command::Command;
use crate::exercise::{Exercise, Origin};
use crate::journal::Entry;
use crate::vocab::RequestId;

/// A line that asked for aid.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AskingLine {
    /// Its number.
    pub line: u64,
    /// Whether the room asked, not the program for a seat.
    pub of_room: bool,
}

/// The lines of all requests.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct AidLines {
    asked: BTreeMap<RequestId, AskingLine>,
    answered: BTreeMap<RequestId, u64>,
}

impl AidLines {
    /// Finds them in the journal of an exercise that was played again.
    pub(super) fn of(exercise: &Exercise, entries: &[Entry]) -> Self {
        let mut found = Self::default();
        let mut asking: BTreeMap<_, VecDeque<AskingLine>> = BTreeMap::new();
        for entry in entries {
            let Some(line) = entry.act() else { continue };
            let deed = match &line.command {
                Command::RecordDecision {
                    choice: Some(choice),
                    ..
                } => choice,
                other => other,
            };
            match deed {
                Command::RequestAid(draft) => {
                    let of = (line.minute, line.seat, draft.helper, draft.kind);
                    asking.entry(of).or_default().push_back(AskingLine {
                        line: entry.sequence,
                        of_room: !matches!(line.origin, Origin::Bot(_)),
                    });
                }
                Command::AnswerAid { request, .. } => {
                    found.answered.insert(*request, entry.sequence);
                }
                _ => {}
            }
        }
        // Lines do not name the request, and what an inject sets off has none: so by what they say, in their order.
        for aid in exercise.sim().run_metrics().aid {
            let of = (aid.requested, aid.asker, aid.helper, aid.kind);
            let line = asking.get_mut(&of).and_then(VecDeque::pop_front);
            found.asked.extend(line.map(|line| (aid.id, line)));
        }
        found
    }

    /// Returns the line by which a request was sent; `None` if an inject set it off.
    #[must_use]
    pub fn asked(&self, request: RequestId) -> Option<AskingLine> {
        self.asked.get(&request).copied()
    }

    /// Returns the line by which it was granted or refused.
    #[must_use]
    pub fn answered(&self, request: RequestId) -> Option<u64> {
        self.answered.get(&request).copied()
    }
}
