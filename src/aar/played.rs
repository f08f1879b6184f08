//! A recorded exercise as it was played, held to its fingerprints, with what the room did in it.

use core::ops::Range;

use super::aid_lines::AidLines;
use crate::command::{Command, description};
use crate::exercise::{Exercise, Line, Origin, World};
use crate::journal::{Beginning, Difference, Entry, Folder, prove_seen};
use crate::sim::{AidMetrics, DecisionKind, left_as_it_is};
use crate::vocab::{AdministrationId, Decider, Intervention, ServiceId, SimTime, Text};

/// An act of the room: of a person, or of the facilitator for a seat.
#[derive(Debug, Clone, PartialEq)]
pub struct RoomAct {
    /// Number of its line in the journal.
    pub sequence: u64,
    /// The line.
    pub line: Line,
    /// What was ordered, in words; `None` for what no log tells.
    pub text: Option<Text>,
    /// The question that it answers, if it was put on a paper.
    pub question: Option<DecisionKind>,
    /// In which function somebody decided, and why.
    pub reason: Option<(Decider, String)>,
    /// What would have to happen for a decision to be looked at again.
    pub revisit_when: Option<String>,
    /// With which seats it was agreed before.
    pub agreed_with: Vec<AdministrationId>,
}

impl RoomAct {
    /// Returns the act itself: what a decision chose, or the command.
    #[must_use]
    pub fn deed(&self) -> Option<&Command> {
        deed_of(&self.line.command)
    }

    /// Whether it is a decision on the case: what the facilitator does to script and attack is none, nor who stands in,
    /// nor that somebody took note of a message.
    #[must_use]
    pub fn is_on_the_case(&self) -> bool {
        self.deed().is_none_or(|deed| {
            !deed.is_of_facilitator()
                && !matches!(
                    deed,
                    Command::StandingOrders(_) | Command::AcknowledgeInject { .. }
                )
        })
    }

    /// Whether people of the seat decided something by it, even if the facilitator entered it for them. Who talks at the
    /// table or puts a question off has not decided yet.
    #[must_use]
    pub fn is_decided_by_people(&self) -> bool {
        let is_open = matches!(
            self.line.command,
            Command::TableTalk { .. } | Command::DeferDecision { .. }
        );
        self.line.is_by_people() && self.is_on_the_case() && !is_open
    }
}

/// Returns the act that a line of the journal is: what a decision chose, or the command itself.
#[must_use]
pub fn deed_of(command: &Command) -> Option<&Command> {
    match command {
        Command::RecordDecision { choice, .. } => choice.as_deref(),
        other => Some(other),
    }
}

/// Returns the name of the act that a line of the journal is, as the journal writes it; who only watches is said to.
#[must_use]
pub fn act_name(command: &Command) -> String {
    let name_of = |deed: &Command| match serde_json::to_value(deed) {
        Ok(serde_json::Value::String(name)) => name,
        Ok(serde_json::Value::Object(fields)) => fields.keys().next().cloned().unwrap_or_default(),
        _ => String::new(),
    };
    deed_of(command).map_or_else(|| "watch".to_owned(), name_of)
}

/// A recorded exercise where it was left.
pub struct Played {
    /// From what it began.
    pub beginning: Beginning,
    /// Its journal.
    pub entries: Vec<Entry>,
    /// The exercise at its last line.
    pub exercise: Exercise,
    /// What the room did, in order; the clock is not among it.
    pub acts: Vec<RoomAct>,
    /// By which lines aid was asked for and answered.
    pub aid_lines: AidLines,
}

impl Played {
    /// Plays a record again and looks at it where it was left.
    ///
    /// # Errors
    /// The first difference from what was recorded.
    pub fn of(record: &Folder) -> Result<Self, Difference> {
        let beginning = record.beginning.clone();
        let mut world = World::new(beginning.scenario.clone());
        world.keep_courses();
        let mut acts = Vec::new();
        let see = &mut |exercise: &Exercise, entry: &Entry| acts.extend(room_act(exercise, entry));
        let mut exercise = prove_seen(world, beginning.start, &record.entries, see)?;
        // A second try begins at its minute, whatever its last line is.
        if let Some(parent) = &beginning.parent {
            exercise.advance_to(parent.minute);
        }
        Ok(Self {
            beginning,
            entries: record.entries.clone(),
            aid_lines: AidLines::of(&exercise, &record.entries),
            exercise,
            acts,
        })
    }

    /// Returns the moment at which the record ends.
    #[must_use]
    pub fn now(&self) -> SimTime {
        self.exercise.sim().now()
    }

    /// Returns from when to when a bot stood in for the people of a seat, oldest first.
    #[must_use]
    pub fn stood_in(&self, seat: AdministrationId) -> Vec<Range<SimTime>> {
        let mut spans = Vec::new();
        let mut since: Option<SimTime> = None;
        for act in self.acts.iter().filter(|act| act.line.seat == seat) {
            match &act.line.command {
                // A new plan only changes how the seat is stood in for.
                Command::StandingOrders(Some(_)) => since = since.or(Some(act.line.minute)),
                Command::StandingOrders(None) => {
                    spans.extend(since.take().map(|begun| begun..act.line.minute));
                }
                _ => {}
            }
        }
        spans.extend(since.map(|begun| begun..self.now()));
        spans
    }

    /// Returns the seats that are evaluated, in their order: those of persons, or all that can be taken if nobody
    /// sat anywhere.
    #[must_use]
    pub fn seats(&self) -> Vec<AdministrationId> {
        let mut seats = self.beginning.persons.clone();
        if seats.is_empty() {
            let all = self.beginning.scenario.administrations.iter().enumerate();
            seats.extend(
                all.filter(|(_, administration)| administration.seat.is_some())
                    .map(|(at, _)| AdministrationId::from_index(at)),
            );
        }
        seats.sort_unstable();
        seats
    }

    /// Whether it is a second try, which is never scored.
    #[must_use]
    pub fn is_second_try(&self) -> bool {
        self.beginning.parent.is_some()
    }

    /// Returns the official key of an administration.
    #[must_use]
    pub fn key(&self, id: AdministrationId) -> &str {
        &self.beginning.scenario.administrations[id.index()].id
    }

    /// Returns how many payment files of a service of a seat were due in the exercise up to now.
    #[must_use]
    pub fn pay_runs_due(&self, seat: AdministrationId, service: ServiceId) -> usize {
        let known = self.exercise.sim().known(seat);
        let start_ex = self.beginning.scenario.start_ex;
        let due = known.pay_cut_offs_of(service);
        due.filter(|at| start_ex <= *at && *at <= known.now())
            .count()
    }

    /// Whether the pact says what an hour of this help costs.
    #[must_use]
    pub fn has_rate(&self, aid: &AidMetrics) -> bool {
        let pact = self.exercise.sim().pact();
        let terms = pact.between(aid.asker.index(), aid.helper.index());
        terms.eur_per_person_hour > 0.0
    }

    /// Returns the numbers of the lines by which a seat did something.
    #[must_use]
    pub fn lines_of(
        &self,
        seat: AdministrationId,
        at: SimTime,
        did: impl Fn(&Command) -> bool,
    ) -> Vec<u64> {
        let acts = self.acts.iter();
        acts.filter(|act| act.line.seat == seat && act.line.minute == at)
            .filter(|act| act.deed().is_some_and(&did))
            .map(|act| act.sequence)
            .collect()
    }
}

/// Returns what the room did by an entry that is about to be played; `None` if it was not the room, or the clock only.
#[must_use]
pub fn room_act(exercise: &Exercise, entry: &Entry) -> Option<RoomAct> {
    let line = entry.act().filter(|line| is_of_the_room(line))?;
    Some(seen(exercise, entry.sequence, line))
}

fn is_of_the_room(line: &Line) -> bool {
    line.is_decision() && !matches!(line.command, Command::TakeSeat)
}

/// Notes what an act means, at the moment at which it is about to happen.
fn seen(exercise: &Exercise, sequence: u64, line: &Line) -> RoomAct {
    let sim = exercise.sim();
    let words = |command: &Command| description(command, sim, line.seat);
    let mut act = RoomAct {
        sequence,
        line: line.clone(),
        text: None,
        question: None,
        reason: None,
        revisit_when: match &line.command {
            Command::RecordDecision { revisit_when, .. } => Some(revisit_when.clone()),
            _ => None,
        }
        .filter(|when| !when.is_empty()),
        agreed_with: match &line.command {
            Command::RecordDecision { agreed_with, .. }
            | Command::AnswerInject { agreed_with, .. } => agreed_with.clone(),
            _ => Vec::new(),
        },
    };
    match &line.command {
        Command::RecordDecision {
            decision,
            decider,
            choice,
            reason,
            ..
        } => {
            let mut papers = sim.known(line.seat).raised_decisions();
            let paper = papers.find(|(paper, _)| paper.id == *decision);
            act.question = paper.map(|(paper, _)| paper.kind);
            act.reason = Some((*decider, reason.clone()));
            act.text = match choice {
                Some(choice) => words(choice),
                None => act.question.map(left_as_it_is),
            };
        }
        other => {
            act.question = other.decision_kind();
            act.text = words(other).or_else(|| told(other, exercise));
        }
    }
    match (&line.origin, &line.command) {
        (_, Command::AnswerInject { decider, .. }) => {
            act.reason = Some((*decider, String::new()));
        }
        (
            Origin::Entered {
                decider: Some(decider),
                ..
            },
            _,
        ) if act.reason.is_none() => act.reason = Some((*decider, String::new())),
        _ => {}
    }
    act
}

/// What is told of acts that no seat's log tells of.
fn told(command: &Command, exercise: &Exercise) -> Option<Text> {
    let scenario = exercise.scenario();
    let name = |id: &AdministrationId| scenario.administrations[id.index()].name.clone();
    let about = |key: &'static str, inject: &str| Text::new(key).name("inject", inject);
    Some(match command {
        Command::TableTalk { with, about } => {
            let with: Vec<String> = with.iter().map(name).collect();
            Text::new("log-table-talk")
                .name("with", with.join(", "))
                .name("about", about)
        }
        Command::AcknowledgeInject { inject } => about("report-acknowledged", inject),
        Command::HoldInject { inject } => about("report-held", inject),
        Command::LetInjectCome { inject } => about("report-let-come", inject),
        Command::ReleaseInject { inject } => about("report-released", inject),
        Command::EditInject { inject, .. } => about("report-edited", inject),
        Command::SkipInject { inject, reason } if reason.is_empty() => {
            about("report-skipped-bare", inject)
        }
        Command::SkipInject { inject, reason } => {
            about("report-skipped", inject).name("reason", reason)
        }
        Command::Intervene(intervention) => Text::new(match intervention {
            Intervention::NoticeTrace => "report-intervene-trace",
            Intervention::SlowAttack => "report-intervene-slow",
            Intervention::HastenAttack => "report-intervene-hasten",
        }),
        _ => return None,
    })
}
