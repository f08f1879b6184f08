//! What stops the clock: alarms and decisions at seats of persons, phases, deadlines.

mod news;

pub(super) use news::News;

use super::Owner;
use super::lead::somebody_sits;
use crate::exercise::Exercise;
use crate::scenario::OpenHoursKind;
use crate::sim::{DecisionKind, Known, KnownDecision, LogRecord, LogRecordKind, Message, question};
use crate::view::{self, StoppedFor};
use crate::vocab::{AdministrationId, Arg, HOUR, InjectId, MessageClass, Pace, SimTime, Text};

/// Requests for aid that reach a seat so soon after the clock stopped for one gather: several are answered at once.
const REQUESTS_GATHER: u32 = HOUR;
/// Where a facilitator leads they gather at least so many seconds in the room: where days pass in them, nobody answers
/// hour by hour.
const REQUESTS_GATHER_SECONDS: u32 = 20;

/// Outside office hours, and where nothing can be given anyway, they gather longer: until an hour before the first of
/// them must be answered.
const REQUESTS_GATHER_PATIENTLY: u32 = 3 * HOUR;

/// What a person's seat had seen when the clock was last stopped for it.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Seen {
    revision: u32,
    log: usize,
    inbox: usize,
    decisions: u32,
}

impl Seen {
    pub fn of(exercise: &Exercise, seat: AdministrationId) -> Self {
        let known = exercise.known(seat);
        Self {
            revision: known.revision(),
            log: known.log().len(),
            inbox: known.inbox().len(),
            decisions: newest_decision(exercise, seat),
        }
    }
}

/// Whether an alarm says that a request came.
fn is_about_a_request(alarm: &LogRecord) -> bool {
    alarm.text.key == "log-aid-asked"
}

/// Whether an alarm says that a request was not answered in time. The clock has stood for the request already.
fn says_unanswered(alarm: &LogRecord) -> bool {
    let answers = |arg: &Arg| matches!(arg, Arg::Text(text) if text.key == "question-answer");
    alarm.text.key == "log-decision-lapsed" && alarm.text.args.iter().any(|(_, arg)| answers(arg))
}

/// Whether a paper asks for aid of which nothing can be given: it can only be refused.
fn can_only_be_refused(known: Known, paper: &KnownDecision) -> bool {
    let DecisionKind::Answer(id) = paper.kind else {
        return false;
    };
    let request = known.request(id);
    request.is_some_and(|request| known.why_nothing_to_give(&request).is_some())
}

/// One more than the id of the newest open decision.
fn newest_decision(exercise: &Exercise, seat: AdministrationId) -> u32 {
    let decisions = exercise.known(seat).decisions();
    decisions
        .iter()
        .map(|decision| decision.id.0 + 1)
        .max()
        .unwrap_or(0)
}

impl Owner {
    /// The next moment at which a phase of the exercise begins or stops the clock; where a facilitator
    /// leads, also where one ends.
    pub(super) fn next_stop_of_stages(&self, now: SimTime) -> SimTime {
        let is_led = self.room.is_some();
        let stages = self.exercise.scenario().stages.iter();
        stages
            .filter(|stage| !stage.stands())
            .flat_map(|stage| {
                let end = is_led.then_some(&stage.ends);
                let planned = stage.stops.iter();
                let planned = planned.filter(|at| !self.exercise.sim().is_left_out_at(**at));
                core::iter::once(&stage.begins).chain(planned).chain(end)
            })
            .copied()
            .filter(|at| *at > now)
            .fold(SimTime::NEVER, SimTime::min)
    }

    /// Stops the clock for a phase, unless something more pressing has stopped it already.
    pub(super) fn stop_for_stage(&mut self) {
        let pressing = ["stopped-alarm", "stopped-decision"];
        let (_, reason) = self.exercise.clock();
        if !reason.is_some_and(|reason| pressing.contains(&reason.key.as_ref())) {
            let what = view::stop_of_stage(self.exercise.sim());
            self.stopped_for = Some(StoppedFor {
                seats: Vec::new(),
                what,
            });
            self.exercise.stop_clock(Some(Text::new("stopped-stage")));
        }
    }

    /// Takes note of which deadline of which seat stops the clock.
    pub(super) fn note_deadline(&mut self) {
        let missed = self.persons.iter().find_map(|seat| {
            let what = view::deadline_now(self.exercise.known(*seat))?;
            Some(StoppedFor {
                seats: vec![*seat],
                what,
            })
        });
        self.stopped_for = missed;
    }

    /// The next moment at which a service of a person's seat misses a deadline; at the latest the end.
    pub(super) fn next_deadline(&self, now: SimTime) -> SimTime {
        let deadlines = self.persons.iter().flat_map(|seat| {
            self.exercise
                .known(*seat)
                .services()
                .filter_map(|service| {
                    let due = service.outage.due(service.template);
                    due.into_iter().flatten().find(|at| *at > now)
                })
                .collect::<Vec<_>>()
        });
        deadlines.fold(self.exercise.end(), SimTime::min)
    }

    /// Minutes for which requests that reach a seat gather, and news of one kind.
    fn requests_gather(&self) -> u32 {
        let in_the_room = match (&self.room, self.exercise.clock().0) {
            (Some(_), Pace::MinutesPerSecond(pace)) => u32::from(pace) * REQUESTS_GATHER_SECONDS,
            _ => 0,
        };
        let sim = self.exercise.sim();
        let in_office_hours = sim.calendar().is_open(OpenHoursKind::Office, sim.now());
        in_the_room.max(if in_office_hours {
            REQUESTS_GATHER
        } else {
            REQUESTS_GATHER_PATIENTLY
        })
    }

    /// Takes it that everybody has seen what reached the seats while the clock stood.
    pub(super) fn note_seen(&mut self) {
        for seat in &self.persons {
            self.alarms_seen
                .insert(*seat, Seen::of(&self.exercise, *seat));
        }
    }

    /// The next moment at which requests have gathered long enough, or news for whoever waits for them.
    pub(super) fn next_gathered(&self) -> SimTime {
        let until = self.gathering.values().copied();
        let until = until.fold(SimTime::NEVER, SimTime::min);
        match self.exercise.clock().0 {
            Pace::NextStop => until.min(self.news.next(self.exercise.sim().now())),
            _ => until,
        }
    }

    /// Stops the clock where requests have gathered and one is still open, or news; returns whether it did.
    pub(super) fn stop_for_gathered(&mut self) -> bool {
        self.stop_for_gathered_requests() || self.stop_for_gathered_news()
    }

    fn stop_for_gathered_news(&mut self) -> bool {
        let now = self.exercise.sim().now();
        let to_next_stop = self.exercise.clock().0 == Pace::NextStop;
        let Some(seat) = self.news.gathered(now).filter(|_| to_next_stop) else {
            return false;
        };
        let until = now.after(self.requests_gather());
        self.news.stood(seat, news::Kinds::new(), now, until);
        if !somebody_sits(&self.exercise, self.room.as_ref(), seat) {
            return false;
        }
        let mut log = self.exercise.known(seat).log().iter().rev();
        let newest = log.find(|entry| entry.kind == LogRecordKind::Observation);
        self.stopped_for = newest.map(|entry| StoppedFor {
            seats: vec![seat],
            what: entry.text.clone(),
        });
        self.exercise.stop_clock(Some(Text::new("stopped-news")));
        true
    }

    fn stop_for_gathered_requests(&mut self) -> bool {
        let now = self.exercise.sim().now();
        let due: Vec<AdministrationId> = self
            .gathering
            .extract_if(.., |_, until| *until <= now)
            .map(|(seat, _)| seat)
            .collect();
        let mut stops = false;
        for seat in due {
            let open = self.exercise.known(seat).decisions();
            let is_request = |paper: &&KnownDecision| matches!(paper.kind, DecisionKind::Answer(_));
            let sits = somebody_sits(&self.exercise, self.room.as_ref(), seat);
            let Some(paper) = open.iter().find(is_request).filter(|_| sits) else {
                continue;
            };
            let what = question(paper.kind);
            self.stopped_for = Some(StoppedFor {
                seats: vec![seat],
                what,
            });
            self.stopped_to_answer.insert(seat, now);
            stops = true;
        }
        if stops {
            let reason = Text::new("stopped-decision");
            self.exercise.stop_clock(Some(reason));
        }
        stops
    }

    /// Looks for an alarm or a decision that a person has not seen yet. Where a facilitator leads, a seat
    /// at which a bot stands in stops nobody.
    pub(super) fn new_alarm(&mut self) -> Option<Text> {
        let mut found = None;
        // The inject that stops the clock, if one does: it comes before all else, and may reach several seats.
        let mut said: Option<(InjectId, Text)> = None;
        let mut reached = Vec::new();
        let gather = self.requests_gather();
        for seat in &self.persons {
            let seen = self.alarms_seen.entry(*seat).or_default();
            let known = self.exercise.known(*seat);
            if known.revision() == seen.revision && known.inbox().len() == seen.inbox {
                continue;
            }
            let before = core::mem::replace(seen, Seen::of(&self.exercise, *seat));
            if !somebody_sits(&self.exercise, self.room.as_ref(), *seat) {
                continue;
            }
            let messages = &known.inbox()[before.inbox..];
            let stops = |message: &Message| message.class >= MessageClass::Stop;
            let is_told = |message: &&Message| stops(message) && message.sender != Some(*seat);
            for message in messages.iter().filter(is_told) {
                let (inject, _) =
                    said.get_or_insert_with(|| (message.inject, message.text.clone()));
                if *inject == message.inject {
                    reached.push(*seat);
                }
            }
            if found.is_some() {
                continue;
            }
            let to_next_stop = self.exercise.clock().0 == Pace::NextStop;
            let fresh = &known.log()[before.log..];
            let noticed = news::kinds(fresh);
            let is_alarm = |entry: &&LogRecord| entry.alarm && !says_unanswered(entry);
            let alarms = || fresh.iter().filter(is_alarm);
            let open = known.decisions();
            let new_papers = || open.iter().filter(|paper| paper.id.0 >= before.decisions);
            let is_request = |paper: &&KnownDecision| matches!(paper.kind, DecisionKind::Answer(_));
            let now = self.exercise.sim().now();
            let asks_only = new_papers().all(|paper| is_request(&paper))
                && alarms().all(is_about_a_request)
                && !messages.iter().any(stops);
            let is_asked =
                asks_only && (new_papers().next().is_some() || alarms().next().is_some());
            let gathers = is_asked && {
                let are_hopeless = new_papers().next().is_some()
                    && new_papers().all(|paper| can_only_be_refused(known, paper));
                let last = self.stopped_to_answer.get(seat);
                let until = if are_hopeless {
                    Some(now.after(gather.max(REQUESTS_GATHER_PATIENTLY)))
                } else {
                    last.map(|last| last.after(gather))
                };
                let until = until.filter(|until| now < *until);
                if let Some(until) = until {
                    let first = self.gathering.entry(*seat).or_insert(until);
                    *first = until.min(*first);
                } else {
                    self.stopped_to_answer.insert(*seat, now);
                }
                until.is_some()
            };
            // Who goes from stop to stop wants to see every step of the own house and of aid, but not one by one what
            // comes in many.
            let is_new =
                to_next_stop && (self.news.stop(*seat, &noticed, now) || !messages.is_empty());
            let reason = if gathers {
                is_new.then_some("stopped-news")
            } else if seen.decisions > before.decisions {
                Some("stopped-decision")
            } else if alarms().next().is_some() || messages.iter().any(stops) {
                Some("stopped-alarm")
            } else {
                is_new.then_some("stopped-news")
            };
            // Whoever stands before the page for another reason sees what has gathered.
            if reason.is_some() {
                if self.gathering.remove(seat).is_some() {
                    self.stopped_to_answer.insert(*seat, now);
                }
                self.news.stood(*seat, noticed, now, now.after(gather));
            }
            found = reason.map(Text::new);
            if let Some(reason) = reason {
                let newest = open.iter().max_by_key(|decision| decision.id);
                let told = alarms().next().or(fresh.last());
                let what = match reason {
                    "stopped-decision" => newest.map(|decision| question(decision.kind)),
                    _ => told.map(|entry| entry.text.clone()),
                };
                self.stopped_for = what.map(|what| StoppedFor {
                    seats: vec![*seat],
                    what,
                });
            }
            if self.room.is_none() && found.is_some() {
                break;
            }
        }
        // What was said explains a question better than the question does.
        if let Some((_, what)) = said.filter(|_| found.is_some()) {
            self.stopped_for = Some(StoppedFor {
                seats: reached,
                what,
            });
        }
        found
    }
}

#[cfg(test)]
mod tests;
