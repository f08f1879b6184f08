//! Go or no go before `StartEx`: the whole script run dry, and what stands against beginning.
//!
//! The script is played twice: nobody at the seats decides anything, and bots decide there by a plan. What comes in
//! neither course is dead text; a seat that gets nothing for long in the room will leave the table.

use std::sync::Arc;

use crate::command::Command;
use crate::exercise::{Exercise, Origin, Start, World};
use crate::response::players;
use crate::scenario::{Scenario, Stage};
use crate::view::{ScriptRow, ScriptState, script_view};
use crate::vocab::{AdministrationId, Arg, SimTime, Stamp, Text};
use crate::words::{Lang, Words};

/// Minutes in the room without anything new after which a seat is idle for long.
const IDLE: f64 = 20.0;
/// Minutes in the room that an inject takes to be read, talked over and answered, at least.
const PER_INJECT: f64 = 2.0;
/// Minutes in the room for each inject of a phase below which it is too dense.
const DENSE: f64 = 3.0;
/// The same for core injects over all phases that are played.
const DENSE_CORE: f64 = 15.0;
/// Share of a phase that must be left for talk.
const SLACK: f64 = 0.1;

/// What became of an inject in a course.
#[derive(Debug, Clone, PartialEq)]
pub enum Came {
    /// It was released.
    At(Stamp),
    /// It was skipped, for this reason.
    Skipped(Text),
    /// What it waits for never held.
    Never,
}

/// An inject run dry.
#[derive(Debug, Clone, PartialEq)]
pub struct DryRow {
    /// Its name.
    pub name: String,
    /// A few words.
    pub title: Text,
    /// Whether it is core.
    pub core: bool,
    /// The one it makes up for.
    pub contingency_of: Option<String>,
    /// Where nobody decides, and where bots do.
    pub came: [Came; 2],
}

/// Something that was looked at before the exercise begins.
#[derive(Debug, Clone, PartialEq)]
pub struct Finding {
    /// Whether nothing stands against beginning.
    pub go: bool,
    /// What was found.
    pub text: Text,
}

/// Whether an exercise can begin.
#[derive(Debug, Clone, PartialEq)]
pub struct Readiness {
    /// The script, in its order.
    pub rows: Vec<DryRow>,
    /// What was looked at.
    pub findings: Vec<Finding>,
}

/// How many seeds are tried for one by which nobody notices anything too early.
const MOST_TRIES: usize = 100;

/// Returns the first seed from one on by which nobody has noticed the attack before the exercise begins: finding it out
/// belongs to those who sit down then. Where there is none among the next hundred it is the first itself.
#[must_use]
pub fn unnoticed_seed(
    scenario: &Arc<Scenario>,
    pact: usize,
    seeds: impl Iterator<Item = u64>,
) -> u64 {
    let mut seeds = seeds.take(MOST_TRIES).peekable();
    let first = seeds.peek().copied().unwrap_or_default();
    let mut world = World::new(Arc::clone(scenario));
    let is_unnoticed = |seed: &u64| {
        world.reset(*seed, 0, pact);
        world.advance_to(world.scenario().start_ex);
        world.attack_truth().detected.is_none()
    };
    seeds.find(is_unnoticed).unwrap_or(first)
}

/// Runs the script of a scenario dry under a pact, with persons at some seats. Luck is always the same, so that what stands
/// against beginning is the same before and at the desk: it is about the script, not about this course.
///
/// # Errors
/// The names of the scenario's response plans, if it has none of this name.
pub fn readiness(
    scenario: &Arc<Scenario>,
    persons: &[AdministrationId],
    pact: usize,
    response: &str,
) -> Result<Readiness, Vec<String>> {
    let start = Start {
        seed: unnoticed_seed(scenario, pact, 1..),
        run: 0,
        pact,
    };
    let silent = DryRun::of(scenario, persons, start, response, persons)?;
    let by_plan = DryRun::of(scenario, persons, start, response, &[])?;
    let rows = silent.rows.iter().filter_map(|row| {
        let mut others = by_plan.rows.iter();
        let other = others.find(|other| other.name == row.name)?;
        Some(DryRow {
            name: row.name.clone(),
            title: row.title.clone(),
            core: row.core,
            contingency_of: row.contingency_of.clone(),
            came: [came(row), came(other)],
        })
    });
    let mut rows: Vec<DryRow> = rows.collect();
    let position = |row: &DryRow| scenario.injects.iter().position(|one| one.id == row.name);
    rows.sort_by_key(position);
    let mut findings = vec![seats(scenario, persons), languages([&silent, &by_plan])];
    findings.extend(gaps(scenario));
    findings.push(dead(&rows));
    findings.extend(idle(scenario, persons, &silent));
    findings.extend(dense(scenario, &by_plan));
    findings.extend(too_fast(scenario));
    Ok(Readiness { rows, findings })
}

/// The script after a course without people.
struct DryRun {
    rows: Vec<ScriptRow>,
    /// When each seat of persons got something: an inject or a decision to take.
    news: Vec<(AdministrationId, Vec<SimTime>)>,
}

impl DryRun {
    /// Plays to the end; at `silent` seats nobody decides.
    fn of(
        scenario: &Arc<Scenario>,
        persons: &[AdministrationId],
        start: Start,
        response: &str,
        silent: &[AdministrationId],
    ) -> Result<Self, Vec<String>> {
        let bots = players(scenario, response, silent)?;
        let world = World::new(Arc::clone(scenario));
        let mut exercise = Exercise::new(world, start, bots, None);
        exercise.advance_to(scenario.start_ex);
        if let Some(first) = persons.first() {
            // Effects of injects act as they will in the room.
            let _ = exercise.submit(*first, Origin::Facilitator, Command::LeadExercise);
        }
        let end = exercise.end();
        exercise.advance_to(end);
        let news = persons.iter().map(|seat| (*seat, news(&exercise, *seat)));
        Ok(Self {
            rows: script_view(exercise.sim()).rows,
            news: news.collect(),
        })
    }

    /// Injects of the script that came within a phase, those apart that make up for another.
    fn within(&self, stage: &Stage) -> impl Iterator<Item = &ScriptRow> {
        let span = stage.begins..stage.ends;
        let rows = self.rows.iter().filter(|row| row.contingency_of.is_none());
        rows.filter(move |row| released(row).is_some_and(|at| span.contains(&at.at)))
    }
}

/// When a seat got injects and decisions, in order.
fn news(exercise: &Exercise, seat: AdministrationId) -> Vec<SimTime> {
    let known = exercise.known(seat);
    let messages = known.inbox().iter().map(|message| message.at);
    let raised = known.raised_decisions().map(|(paper, _)| paper.raised);
    let mut all: Vec<SimTime> = messages.chain(raised).collect();
    all.sort_unstable();
    all
}

fn released(row: &ScriptRow) -> Option<Stamp> {
    let is_out = matches!(
        row.state,
        ScriptState::Released | ScriptState::Acknowledged | ScriptState::Answered
    );
    row.at.filter(|_| is_out)
}

fn came(row: &ScriptRow) -> Came {
    match (released(row), &row.why) {
        (Some(at), _) => Came::At(at),
        (None, Some(why)) => Came::Skipped(why.clone()),
        (None, None) => Came::Never,
    }
}

fn finding(go: bool, text: Text) -> Finding {
    Finding { go, text }
}

/// Which seats persons fill; exercise control plays the others.
fn seats(scenario: &Scenario, persons: &[AdministrationId]) -> Finding {
    let all = scenario.administrations.iter().enumerate();
    let open = all
        .filter(|(_, one)| one.seat.is_some())
        .filter(|(at, _)| !persons.contains(&AdministrationId::from_index(*at)));
    let open: Vec<&str> = open.map(|(_, one)| one.name.as_str()).collect();
    let filled = persons.len() as u32;
    if open.is_empty() {
        return finding(true, Text::new("ready-seats").count("count", filled));
    }
    let text = Text::new("ready-seats-open")
        .count("count", filled)
        .name("open", open.join(", "));
    finding(false, text)
}

/// Texts must be whole in both languages, figures filled in.
fn languages(runs: [&DryRun; 2]) -> Finding {
    let mut broken: Vec<&str> = Vec::new();
    for lang in [Lang::De, Lang::En] {
        let words = Words::new(lang);
        for row in runs.iter().flat_map(|run| &run.rows) {
            let Some(text) = &row.text else { continue };
            let said = words.say(text);
            let is_whole = !said.trim().is_empty() && !said.contains(['{', '}']);
            if !is_whole && !broken.contains(&row.name.as_str()) {
                broken.push(&row.name);
            }
        }
    }
    if broken.is_empty() {
        return finding(true, Text::new("ready-languages"));
    }
    let text = Text::new("ready-languages-broken").name("ids", broken.join(", "));
    finding(false, text)
}

fn gaps(scenario: &Scenario) -> Vec<Finding> {
    let (objectives, injects) = scenario.script_gaps();
    let found = [
        ("ready-objectives", "ready-objectives-without", objectives),
        ("ready-injects", "ready-injects-without", injects),
    ];
    let finding_of = |(good, bad, ids): (&'static str, &'static str, Vec<&str>)| {
        if ids.is_empty() {
            finding(true, Text::new(good))
        } else {
            finding(false, Text::new(bad).name("ids", ids.join(", ")))
        }
    };
    found.map(finding_of).into()
}

/// Injects that come in no course.
fn dead(rows: &[DryRow]) -> Finding {
    let never = rows.iter().filter(|row| {
        let came = |came: &Came| matches!(came, Came::At(_));
        !row.came.iter().any(came)
    });
    let never: Vec<&str> = never.map(|row| row.name.as_str()).collect();
    if never.is_empty() {
        let count = rows.len() as u32;
        return finding(true, Text::new("ready-script").count("count", count));
    }
    let text = Text::new("ready-script-never").name("ids", never.join(", "));
    finding(false, text)
}

/// Minutes of the room at which each phase begins.
fn room_begins(scenario: &Scenario) -> Vec<u32> {
    let stages = scenario.stages.iter();
    let begins = stages.scan(0, |so_far, stage| {
        let begins = *so_far;
        *so_far += stage.room_minutes;
        Some(begins)
    });
    begins.collect()
}

/// The minute of the room at which a moment of the exercise is reached, if all goes as planned.
fn room_minute(scenario: &Scenario, begins: &[u32], at: SimTime) -> Option<f64> {
    let stages = scenario.stages.iter().zip(begins);
    let mut moving = stages.filter(|(stage, _)| !stage.stands());
    let (stage, begins) = moving.find(|(stage, _)| at < stage.ends)?;
    // What falls between two phases is seen where the next one begins.
    let done = if at < stage.begins {
        0.0
    } else {
        stage.done_at(at)
    };
    Some(f64::from(*begins) + done * f64::from(stage.room_minutes))
}

/// Seats that get nothing new for long.
fn idle(scenario: &Scenario, persons: &[AdministrationId], run: &DryRun) -> Vec<Finding> {
    let begins = room_begins(scenario);
    let moving = || {
        let stages = scenario.stages.iter().zip(&begins);
        stages.filter(|(stage, _)| !stage.stands())
    };
    let (Some((_, first)), Some((last, from))) = (moving().next(), moving().next_back()) else {
        return Vec::new();
    };
    let (from, to) = (f64::from(*first), f64::from(from + last.room_minutes));
    let mut found = Vec::new();
    for (seat, news) in run.news.iter().filter(|(seat, _)| persons.contains(seat)) {
        let minutes = news
            .iter()
            .filter_map(|at| room_minute(scenario, &begins, *at));
        let mut before = from;
        let mut longest = (from, from);
        for minute in minutes.chain([to]) {
            let minute = minute.clamp(from, to);
            if minute - before > longest.1 - longest.0 {
                longest = (before, minute);
            }
            before = before.max(minute);
        }
        if longest.1 - longest.0 > IDLE {
            let text = Text::new("ready-idle")
                .name("seat", scenario.administrations[seat.index()].name.clone())
                .count("from", longest.0.round() as u32)
                .count("to", longest.1.round() as u32);
            found.push(finding(false, text));
        }
    }
    if found.is_empty() {
        let text = Text::new("ready-busy").count("minutes", IDLE as u32);
        found.push(finding(true, text));
    }
    found
}

/// Minutes in the room in which the clock of a phase moves.
fn moving_minutes(stage: &Stage) -> f64 {
    let changes = stage.paces.iter().map(|(from, _)| *from);
    let mut at = stage.begins;
    let mut seconds = 0.0;
    for next in changes.chain([stage.ends]) {
        seconds += f64::from(next.since(at)) / f64::from(stage.pace_at(at).max(1));
        at = next;
    }
    seconds / 60.0
}

/// Phases with more injects than people can talk over, or without time to spare.
fn dense(scenario: &Scenario, run: &DryRun) -> Vec<Finding> {
    let mut found = Vec::new();
    let moving = || scenario.stages.iter().filter(|stage| !stage.stands());
    for stage in moving() {
        let injects = run.within(stage).count();
        let room = f64::from(stage.room_minutes);
        let spare = room - moving_minutes(stage) - PER_INJECT * injects as f64;
        let key = if injects > 0 && room / (injects as f64) < DENSE {
            "ready-dense"
        } else if spare < SLACK * room {
            "ready-no-slack"
        } else {
            continue;
        };
        let title = Text::new("local")
            .name("de", stage.title.de.clone())
            .name("en", stage.title.en.clone());
        let text = Text::new(key)
            .text("stage", title)
            .count("injects", injects as u32)
            .count("minutes", stage.room_minutes);
        found.push(finding(false, text));
    }
    let played: u32 = moving().map(|stage| stage.room_minutes).sum();
    let core = scenario.injects.iter().filter(|inject| inject.core).count();
    if core > 0 && f64::from(played) / (core as f64) < DENSE_CORE {
        let text = Text::new("ready-core-dense")
            .count("core", core as u32)
            .count("minutes", played);
        found.push(finding(false, text));
    }
    if found.is_empty() && played > 0 {
        found.push(finding(true, Text::new("ready-slack")));
    }
    found
}

/// Objectives that the pace of the clock cannot measure.
fn too_fast(scenario: &Scenario) -> Vec<Finding> {
    let found = scenario
        .unmeasurable()
        .into_iter()
        .map(|(objective, pace)| {
            let text = Text::new("ready-unmeasurable")
                .name("objective", objective.id.as_str())
                .with("pace", Arg::Minutes(pace.into()));
            finding(false, text)
        });
    found.collect()
}
