//! What the room decided, in a form that means the same in another course of events.
//!
//! Papers, requests and pieces of work bear running numbers, and another course numbers otherwise.
//! So each is remembered by what it is about, and found again by that.

use crate::command::{Command, DecisionKind};
use crate::exercise::{Exercise, Line, Start, World};
use crate::vocab::{AdministrationId, AidKind, DecisionId, Refusal, RequestId, SystemId, Text};

/// The number of a paper that is not there: what is decided on it will be refused.
const NO_PAPER: DecisionId = DecisionId(u32::MAX);

/// Something the room decided.
#[derive(Debug, Clone, PartialEq)]
pub struct Deed {
    /// Number of its line; 0 where it has none.
    pub sequence: u64,
    /// The act as it was accepted.
    pub line: Line,
    /// The question of the paper that was decided or put off.
    paper: Option<DecisionKind>,
    request: Option<RequestKey>,
    work: Vec<WorkKey>,
}

/// A decision that is not possible any more in another course of events.
#[derive(Debug, Clone, PartialEq)]
pub struct Lost {
    /// The decision.
    pub deed: Deed,
    /// Why it is not possible.
    pub refusal: Refusal,
}

/// A request by what it is about: the n-th of a kind by an asker to a helper.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct RequestKey {
    asker: AdministrationId,
    helper: AdministrationId,
    kind: AidKind,
    nth: usize,
}

/// A piece of work by what it is about: the n-th of a name at a system.
#[derive(Debug, Clone, PartialEq)]
struct WorkKey {
    name: Text,
    system: Option<SystemId>,
    nth: usize,
}

/// Returns what the room decided, each with what it is about; bots and the clock are left out. The acts
/// are those of a whole journal with the numbers of their lines.
#[must_use]
pub fn deeds(world: World, start: Start, acts: impl IntoIterator<Item = (u64, Line)>) -> Vec<Deed> {
    let mut exercise = Exercise::new(world, start, Vec::new(), None);
    let mut deeds = Vec::new();
    for (sequence, line) in acts {
        exercise.advance_to(line.minute);
        let deed = line
            .is_decision()
            .then(|| Deed::seen(&exercise, sequence, line.clone()));
        deeds.extend(deed);
        // Whether a journal can be played as it stands is for `prove` to say.
        let _ = exercise.submit(line.seat, line.origin, line.command);
    }
    deeds
}

impl Deed {
    /// An act that nobody recorded.
    #[must_use]
    pub fn added(line: Line) -> Self {
        Self {
            sequence: 0,
            line,
            paper: None,
            request: None,
            work: Vec::new(),
        }
    }

    /// Notes what an act is about, in the course in which it was decided.
    fn seen(exercise: &Exercise, sequence: u64, line: Line) -> Self {
        let act = match &line.command {
            Command::RecordDecision {
                choice: Some(choice),
                ..
            } => choice,
            other => other,
        };
        let paper = match &line.command {
            Command::RecordDecision { decision, .. } | Command::DeferDecision { decision, .. } => {
                let open = exercise.known(line.seat).decisions();
                let paper = open.iter().find(|paper| paper.id == *decision);
                paper.map(|paper| paper.kind)
            }
            _ => None,
        };
        let about = match (act, paper) {
            (Command::AnswerAid { request, .. } | Command::RecallAid { request }, _) => {
                Some(*request)
            }
            (_, Some(DecisionKind::Answer(request))) => Some(request),
            _ => None,
        };
        let request = about.and_then(|about| {
            let mut all = requests(exercise, line.seat).into_iter();
            all.find(|(id, _)| *id == about).map(|(_, key)| key)
        });
        let asked: &[u32] = match act {
            Command::MoveOrder { order, .. } => core::slice::from_ref(order),
            Command::ArrangeWork { queue } => queue,
            _ => &[],
        };
        let work = if asked.is_empty() {
            Vec::new()
        } else {
            let all = pieces(exercise, line.seat);
            let key = |id: &u32| all.iter().find(|(other, _)| other == id);
            let known = asked.iter().filter_map(key);
            known.map(|(_, key)| key.clone()).collect()
        };
        Self {
            sequence,
            line,
            paper,
            request,
            work,
        }
    }

    /// Returns what the act means in another course.
    pub(super) fn translated(&self, exercise: &Exercise) -> Command {
        let mut command = self.line.command.clone();
        if self.sequence == 0 {
            // Whoever adds an act means the numbers of the course that was played.
            return command;
        }
        match &mut command {
            Command::RecordDecision {
                decision, choice, ..
            } => {
                if let Some(choice) = choice {
                    self.name_again(exercise, choice);
                }
                match (self.paper_again(exercise), choice) {
                    (Some(paper), _) => *decision = paper,
                    // Without the paper, the act itself is what was decided.
                    (None, Some(choice)) => return (**choice).clone(),
                    (None, None) => *decision = NO_PAPER,
                }
            }
            Command::DeferDecision { decision, .. } => {
                *decision = self.paper_again(exercise).unwrap_or(NO_PAPER);
            }
            act => self.name_again(exercise, act),
        }
        command
    }

    /// The open paper with the same question.
    fn paper_again(&self, exercise: &Exercise) -> Option<DecisionId> {
        let seat = self.line.seat;
        let kind = match self.paper? {
            DecisionKind::Answer(_) => {
                let all = requests(exercise, seat);
                let (id, _) = all.iter().find(|(_, key)| Some(*key) == self.request)?;
                DecisionKind::Answer(*id)
            }
            kind => kind,
        };
        let open = exercise.known(seat).decisions();
        let paper = open.iter().find(|paper| paper.kind == kind);
        paper.map(|paper| paper.id)
    }

    /// Puts the numbers of this course into an act.
    fn name_again(&self, exercise: &Exercise, act: &mut Command) {
        let seat = self.line.seat;
        match act {
            Command::AnswerAid { request, .. } | Command::RecallAid { request } => {
                if let Some(key) = self.request {
                    let all = requests(exercise, seat);
                    let same = all.iter().find(|(_, other)| *other == key);
                    // What was never asked here bears no number: the act will be refused.
                    *request = same.map_or(RequestId(u32::MAX), |(id, _)| *id);
                }
            }
            Command::MoveOrder { order, .. } => {
                if let Some(key) = self.work.first() {
                    let all = pieces(exercise, seat);
                    let same = all.iter().find(|(_, other)| other == key);
                    *order = same.map_or(u32::MAX, |(id, _)| *id);
                }
            }
            Command::ArrangeWork { queue } if !self.work.is_empty() => {
                let all = pieces(exercise, seat);
                let open = exercise.known(seat).queue().to_vec();
                // The same order as far as it goes; what is new here comes after, as it stands.
                let place = |id: &u32| {
                    let own = all.iter().find(|(other, _)| other == id);
                    let key = own.map(|(_, key)| key);
                    let at = self.work.iter().position(|other| Some(other) == key);
                    at.unwrap_or(usize::MAX)
                };
                *queue = open;
                queue.sort_by_key(place);
            }
            _ => {}
        }
    }
}

/// The requests a seat knows, each with what it is about.
fn requests(exercise: &Exercise, seat: AdministrationId) -> Vec<(RequestId, RequestKey)> {
    let mut found: Vec<(RequestId, RequestKey)> = Vec::new();
    for request in exercise.known(seat).requests() {
        let (asker, helper, kind) = (request.asker, request.draft.helper, request.draft.kind);
        let same = |(_, key): &&(RequestId, RequestKey)| {
            (key.asker, key.helper, key.kind) == (asker, helper, kind)
        };
        let nth = found.iter().filter(same).count();
        let key = RequestKey {
            asker,
            helper,
            kind,
            nth,
        };
        found.push((request.id, key));
    }
    found
}

/// The pieces of a seat's own recovery, each with what it is about.
fn pieces(exercise: &Exercise, seat: AdministrationId) -> Vec<(u32, WorkKey)> {
    let mut found: Vec<(u32, WorkKey)> = Vec::new();
    for order in exercise.known(seat).orders() {
        let same =
            |(_, key): &&(u32, WorkKey)| key.name == order.name && key.system == order.system;
        let nth = found.iter().filter(same).count();
        let key = WorkKey {
            name: order.name,
            system: order.system,
            nth,
        };
        found.push((order.id, key));
    }
    found
}
