//! What the facilitator sees. It looks at the world itself, so it is no part of any seat's view.

use std::sync::Arc;

use super::log::unanswered;
use super::public::{seats, stage_at, stage_number};
use super::script::script_view;
use super::words::{Look as _, local};
use crate::scenario::{AdministrationKind, Stage};
use crate::sim::{InjectStage, Known, LogRecord, LogRecordKind, ScriptEntry, Sim, question};
use crate::view::{
    BackgroundView, DecidedRow, FacilitatorView, FootholdRow, Holder, KnowledgeRow, NextAct,
    NextThing, PublicView, RoomState, RoomView, SeatInfo, SeatRow, StageRow, StageState, StopRow,
};
use crate::vocab::{AdministrationId, MessageClass, Pace, SimTime, Stamp, Text};

/// Decisions that are listed for going back.
const MOST_DECIDED: usize = 60;
/// Stops that are listed.
const MOST_STOPS: usize = 12;

/// Returns everything the facilitator sees at this moment.
#[must_use]
pub fn facilitator_view(
    sim: &Sim,
    public: Arc<PublicView>,
    revision: u64,
    room: &RoomState,
) -> FacilitatorView {
    let scenario = sim.scenario();
    let now = sim.now();
    let stage = stage_at(scenario, now, room.briefed);
    let seats = seat_rows(sim, room, public.clock.ended);
    let stages = stage_rows(sim, stage);
    let mut script = script_view(sim);
    if public.clock.ended {
        script.end();
    }
    FacilitatorView {
        revision,
        next: next_thing(sim, &public, room, stage, &seats),
        room: room_view(sim, room, stage, &seats),
        stages,
        stage,
        stops: stops(sim),
        script,
        decided: decided(sim, room),
        plans: scenario
            .responses
            .iter()
            .map(|plan| (plan.id.clone(), local(&plan.title)))
            .collect(),
        background: background(sim, &public.seats),
        outlook: room.outlook.clone(),
        seats,
        public,
    }
}

fn room_view(sim: &Sim, room: &RoomState, stage: Option<usize>, seats: &[SeatRow]) -> RoomView {
    let stages = &sim.scenario().stages;
    let filled = || seats.iter().filter(|row| row.holder == Holder::Person);
    let planned = stage.map_or(0.0, |stage| {
        planned_minutes(stages, stage, sim.now(), room.in_stage_minutes)
    });
    let late = f64::from(room.elapsed_minutes) - planned;
    RoomView {
        elapsed_minutes: room.elapsed_minutes,
        planned_minutes: stages.iter().map(|stage| stage.room_minutes).sum(),
        late_minutes: if stage.is_some() {
            libm::trunc(late) as i32
        } else {
            0
        },
        since_start_minutes: sim.now().since(sim.scenario().start_ex),
        mode: room.mode,
        free_pace: room.free_pace,
        talking: room.talking,
        stopped_for: room.stopped_for.clone(),
        charge_minutes: room.charge_minutes,
        filled: filled().count() as u32,
        ready: filled().filter(|row| row.ready).count() as u32,
    }
}

/// When, in minutes of the room, the plan would be here: phases before, and of this one the part that
/// is over in exercise time; where the clock stands, as long as the phase may take.
fn planned_minutes(stages: &[Stage], at: usize, now: SimTime, in_stage: u32) -> f64 {
    let before: u32 = stages[..at].iter().map(|stage| stage.room_minutes).sum();
    let stage = &stages[at];
    let within = if stage.stands() {
        f64::from(in_stage.min(stage.room_minutes))
    } else {
        stage.done_at(now) * f64::from(stage.room_minutes)
    };
    f64::from(before) + within
}

fn stage_rows(sim: &Sim, at: Option<usize>) -> Vec<StageRow> {
    let scenario = sim.scenario();
    let stamp = |at: SimTime| sim.calendar().stamp(at);
    let stages = scenario.stages.iter().enumerate();
    stages
        .map(|(position, stage)| {
            let state = match at {
                Some(at) if position < at => StageState::Done,
                Some(at) if position == at => StageState::Now,
                _ => StageState::ToCome,
            };
            StageRow {
                number: stage_number(scenario, position),
                title: local(&stage.title),
                begins: stamp(stage.begins),
                ends: stamp(stage.ends),
                room_minutes: stage.room_minutes,
                question: local(&stage.question),
                done: match state {
                    StageState::Done => 1.0,
                    StageState::ToCome => 0.0,
                    StageState::Now if stage.stands() => 0.0,
                    StageState::Now => stage.done_at(sim.now()),
                },
                state,
            }
        })
        .collect()
}

fn stops(sim: &Sim) -> Vec<StopRow> {
    let now = sim.now();
    let mut stops: Vec<(SimTime, Text)> = Vec::new();
    for (position, stage) in sim.scenario().stages.iter().enumerate() {
        let number = stage_number(sim.scenario(), position);
        let about = |key: &'static str| {
            Text::new(key)
                .count("number", number)
                .text("title", local(&stage.title))
        };
        if stage.stands() {
            continue;
        }
        stops.push((stage.begins, about("stop-stage-begins")));
        let planned = stage.stops.iter().filter(|at| !sim.is_left_out_at(**at));
        stops.extend(planned.map(|at| (*at, about("stop-planned"))));
        stops.push((stage.ends, about("stop-stage-ends")));
    }
    // Where an inject stops the clock, it is what the stop is about.
    let injects: Vec<(SimTime, Text)> = sim.script().iter().filter_map(inject_stop).collect();
    stops.retain(|(at, _)| !injects.iter().any(|(other, _)| other == at));
    stops.extend(injects);
    stops.retain(|(at, _)| *at > now);
    stops.sort_by_key(|(at, _)| *at);
    let stops = stops.into_iter().take(MOST_STOPS);
    stops
        .map(|(at, what)| StopRow {
            at: sim.calendar().stamp(at),
            what,
        })
        .collect()
}

/// When an inject that stops the clock will come by itself.
fn inject_stop(entry: &ScriptEntry) -> Option<(SimTime, Text)> {
    let inject = entry.inject?;
    let comes = *entry.stage == InjectStage::Waiting && inject.contingency_of.is_none();
    let stops = inject.class >= MessageClass::Stop;
    let text = Text::new("stop-inject")
        .name("name", entry.name.clone())
        .text("title", local(&inject.title));
    Some((entry.expected.filter(|_| comes && stops)?, text))
}

fn seat_rows(sim: &Sim, room: &RoomState, is_over: bool) -> Vec<SeatRow> {
    let stamp = |at: SimTime| sim.calendar().stamp(at);
    let quiet_after = sim.scenario().room.quiet_after_minutes;
    let rows = seats(sim.scenario()).into_iter().map(|seat| {
        let known = sim.known(seat.id);
        let has_person = room.persons.contains(&seat.id);
        let holder = match known.deputy() {
            // Who stood in until the end does so no longer: now people look back.
            Some((plan, _)) if !(is_over && has_person) => Holder::StandsIn(local(&plan.title)),
            _ if has_person => Holder::Person,
            _ => Holder::Control,
        };
        let is_person = holder == Holder::Person;
        let quiet = room.quiet.iter().find(|(of, _)| *of == seat.id);
        let quiet_minutes = quiet.map(|(_, minutes)| *minutes).filter(|_| is_person);
        let mut open = known.decisions();
        // As the seat's own page has them: what can still be done in time comes first.
        open.sort_by_key(|open| (open.due <= sim.now(), open.due, open.id));
        let decided = known.log().iter().rev().filter(|entry| is_decided(entry));
        let decided: Vec<(Stamp, Text, bool)> = decided
            .map(|entry| (stamp(entry.at), entry.text.clone(), entry.by_deputy))
            .collect();
        SeatRow {
            ready: is_person && room.ready.contains(&seat.id),
            open: open
                .iter()
                .map(|open| (open.id, question(open.kind), stamp(open.due)))
                .collect(),
            unanswered: stopped_and_unanswered(sim, known),
            decided,
            is_quiet: room.briefed && quiet_minutes.is_some_and(|of| of >= quiet_after),
            quiet_minutes,
            holder,
            seat,
        }
    });
    rows.collect()
}

/// The injects that stopped the clock for a seat and wait for its answer.
fn stopped_and_unanswered(sim: &Sim, known: Known) -> Vec<(String, Text, Stamp)> {
    let waiting = unanswered(known).into_iter();
    waiting
        .filter(|message| message.class >= MessageClass::Stop)
        .filter(|message| !sim.is_dealt_with(known.seat(), message))
        .filter_map(|message| {
            let name = known.inject_name(message.inject);
            Some((name, message.from.clone(), known.stamp(message.due?)))
        })
        .collect()
}

/// Whether somebody decided: a deadline that passed is none, nor who sits where, nor what was talked over or passed on.
fn is_decided(entry: &LogRecord) -> bool {
    let only_talks = matches!(entry.text.key.as_ref(), "log-table-talk" | "act-forward");
    entry.kind == LogRecordKind::Decision && says_decision(&entry.text) && !only_talks
}

fn says_decision(text: &Text) -> bool {
    let key = text.key.as_ref();
    let is_act = key.starts_with("act-") && !key.starts_with("act-deputy");
    is_act || key == "log-table-talk"
}

fn decided(sim: &Sim, room: &RoomState) -> Vec<DecidedRow> {
    let all = room.decided.iter().enumerate().rev();
    let mut decided: Vec<DecidedRow> = all
        .filter_map(|(number, of)| {
            Some(DecidedRow {
                at: sim.calendar().stamp(of.at),
                seat: Some(of.seat),
                number: Some(number),
                what: of.what.as_ref().filter(|what| says_decision(what))?.clone(),
            })
        })
        .take(MOST_DECIDED)
        .collect();
    decided.extend(phases_begun(sim));
    // Of one minute the decisions stay in their order; its phase began before them.
    decided.sort_by_key(|row| core::cmp::Reverse(row.at.at));
    decided.truncate(MOST_DECIDED);
    decided
}

/// The phases that have begun, but for the one that began with the exercise.
fn phases_begun(sim: &Sim) -> impl Iterator<Item = DecidedRow> + use<'_> {
    let scenario = sim.scenario();
    let begun = move |at: SimTime| at > scenario.start_ex && at < sim.now();
    let stages = scenario.stages.iter().enumerate();
    stages
        .filter(move |(_, stage)| !stage.stands() && begun(stage.begins))
        .map(move |(position, stage)| DecidedRow {
            at: sim.calendar().stamp(stage.begins),
            seat: None,
            number: None,
            what: Text::new("stop-stage-begins")
                .count("number", stage_number(scenario, position))
                .text("title", local(&stage.title)),
        })
}

/// What people have to decide or to answer in time, the nearest deadline first.
fn awaited(seats: &[SeatRow], now: SimTime) -> Option<(Text, SimTime, NextAct)> {
    let people = || seats.iter().filter(|row| row.holder == Holder::Person);
    let papers = people().flat_map(|row| row.pressing(now).map(move |open| (row, open)));
    let papers = papers.map(|(row, (paper, what, due))| {
        let text = Text::new("next-decision")
            .name("seat", row.seat.name.clone())
            .text("question", what.clone());
        (text, due.at, NextAct::Decide(row.seat.id, *paper))
    });
    let injects = people().flat_map(|row| row.unanswered.iter().map(move |of| (row, of)));
    let injects = injects.filter(|(_, (.., due))| !due.is_over(now));
    let injects = injects.map(|(row, (name, from, due))| {
        let text = Text::new("next-reply")
            .name("seat", row.seat.name.clone())
            .name("inject", name.clone())
            .text("from", from.clone());
        (text, due.at, NextAct::Reply(row.seat.id, name.clone()))
    });
    papers.chain(injects).min_by_key(|(_, due, _)| *due)
}

/// Says what comes next, in the order in which it presses.
fn next_thing(
    sim: &Sim,
    public: &PublicView,
    room: &RoomState,
    stage: Option<usize>,
    seats: &[SeatRow],
) -> NextThing {
    let now = sim.now();
    let scenario = sim.scenario();
    let stamp = |at: SimTime| sim.calendar().stamp(at);
    let thing = |what: Text, at: Option<SimTime>, act: NextAct| NextThing {
        what,
        at: at.map(stamp),
        act,
    };
    if public.clock.ended {
        return thing(Text::new("next-hot-wash"), None, NextAct::HotWash);
    }
    let here = stage.map(|at| &scenario.stages[at]);
    if here.is_some_and(Stage::stands) {
        return thing(Text::new("next-end-briefing"), None, NextAct::EndBriefing);
    }
    let ahead = stops(sim).into_iter().next();
    if public.clock.pace != Pace::Stopped {
        let end = public.clock.end_ex.at;
        return match ahead {
            Some(stop) => thing(stop.what, Some(stop.at.at), NextAct::RunTo(stop.at.at)),
            None => thing(Text::new("next-end"), Some(end), NextAct::RunTo(end)),
        };
    }
    if let Some((what, due, act)) = awaited(seats, now) {
        return thing(what, Some(due), act);
    }
    if here.is_some_and(|stage| now >= stage.ends) {
        let next = scenario
            .stages
            .iter()
            .find(|stage| !stage.stands() && stage.begins > now);
        let end = public.clock.end_ex.at;
        return match next {
            Some(stage) => {
                let text = Text::new("next-leap").text("title", local(&stage.title));
                thing(text, Some(stage.begins), NextAct::Leap(stage.begins))
            }
            None => thing(Text::new("next-end"), Some(end), NextAct::Leap(end)),
        };
    }
    // Such a phase is leapt through from stop to stop.
    let is_leapt = here.is_some_and(|stage| stage.is_leapt(now));
    if let Some(stop) = ahead.clone().filter(|_| is_leapt) {
        let text = Text::new("next-leap-to-stop").text("what", stop.what);
        return thing(text, Some(stop.at.at), NextAct::Leap(stop.at.at));
    }
    let filled = seats.iter().filter(|row| row.holder == Holder::Person);
    let not_ready: Vec<&str> = filled
        .filter(|row| !row.ready)
        .map(|row| row.seat.name.as_str())
        .collect();
    let in_rounds = room.mode == crate::vocab::ClockMode::Rounds;
    let what = if in_rounds && !not_ready.is_empty() {
        Text::new("next-go-on-unready").name("seats", not_ready.join(", "))
    } else {
        Text::new("next-go-on")
    };
    thing(what, ahead.map(|stop| stop.at.at), NextAct::GoOn)
}

fn background(sim: &Sim, seats: &[SeatInfo]) -> BackgroundView {
    let stamp = |at: SimTime| sim.calendar().stamp(at);
    let scenario = sim.scenario();
    let truth = sim.attack_truth();
    let footholds = sim.footholds();
    let is_provider = |at: AdministrationId| {
        scenario.administrations[at.index()].kind == AdministrationKind::Provider
    };
    let mut systems = [(0, 0); 2];
    for foothold in &footholds {
        let side = &mut systems[usize::from(!is_provider(foothold.at))];
        side.0 += foothold.held;
        side.1 += foothold.systems;
    }
    let hit = footholds.iter().filter(|one| one.held > 0);
    let hit: Vec<AdministrationId> = hit.map(|one| one.at).collect();
    BackgroundView {
        phase: truth.phase.map(|(id, number)| {
            let name = Text::new(format!("attack-phase-{}", id.id().replace('_', "-")));
            (number, truth.phases, name)
        }),
        entry: truth.first_compromise.map(stamp),
        detected: truth.detected.map(stamp),
        impact: truth.impact.map(stamp),
        contained: truth.contained.map(stamp),
        tempo: truth.tempo,
        systems,
        footholds: footholds
            .iter()
            .map(|one| FootholdRow {
                at: one.at,
                name: scenario.administrations[one.at.index()].name.clone(),
                since: stamp(one.since),
                by: one.by,
                held: one.held,
                encrypted: one.encrypted,
                systems: one.systems,
                noticed: one.noticed.is_some(),
                is_seat: seats.iter().any(|seat| seat.id == one.at),
            })
            .collect(),
        known: seats
            .iter()
            .map(|seat| knowledge_row(sim, seat, &hit))
            .collect(),
    }
}

fn knowledge_row(sim: &Sim, seat: &SeatInfo, hit: &[AdministrationId]) -> KnowledgeRow {
    let known = sim.known(seat.id);
    let has_provider = known.has_provider_link();
    let others = || hit.iter().filter(|at| **at != seat.id);
    let heard = |at: &&AdministrationId| known.affected().iter().any(|(of, _)| of == *at);
    let own = known.own_hit().is_some();
    KnowledgeRow {
        name: seat.name.clone(),
        provider: has_provider.then(|| known.provider_hit().is_some()),
        own: (own || hit.contains(&seat.id)).then_some(own),
        others: (
            others().filter(heard).count() as u32,
            others().count() as u32,
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::vocab::{DecisionId, Weekday};

    #[test]
    fn the_nearest_deadline_comes_next_whether_a_paper_or_an_answer() {
        let stamp = |minute: u32| Stamp {
            at: SimTime(minute),
            year: 2027,
            month: 2,
            day: 19,
            weekday: Weekday::Friday,
            hour: 0,
            minute: minute as u8,
            exercise_day: 1,
        };
        let row = |id: u32, holder: Holder| SeatRow {
            seat: SeatInfo {
                id: AdministrationId(id),
                key: "06411000".to_owned(),
                name: "Darmstadt".to_owned(),
                kind: Text::new("kind-city"),
                role: Text::new("x"),
            },
            holder,
            ready: false,
            open: vec![(DecisionId(7), Text::new("question-pay-file"), stamp(60))],
            unanswered: vec![("E3".to_owned(), Text::new("x"), stamp(50))],
            decided: Vec::new(),
            quiet_minutes: None,
            is_quiet: false,
        };
        let next = |rows: &[SeatRow], now| awaited(rows, SimTime(now)).map(|(.., act)| act);
        let seat = AdministrationId(4);
        let rows = [row(4, Holder::Person)];
        let reply = NextAct::Reply(seat, "E3".to_owned());
        assert_eq!(next(&rows, 49), Some(reply));
        // At its very minute an answer is late: only the paper can still be decided in time.
        let paper = NextAct::Decide(seat, DecisionId(7));
        assert_eq!(next(&rows, 50), Some(paper));
        assert_eq!(next(&rows, 60), None);
        assert_eq!(next(&[row(4, Holder::Control)], 10), None);
    }
}
