//! What `beistand whatif` compares, in words: the course as it was played, and each thing that is changed.

use super::args::WhatifArgs;
use super::play::local;
use crate::aar::{Played, Question, act_name};
use crate::command::{Command, description};
use crate::exercise::Line;
use crate::scenario::Scenario;
use crate::vocab::{AdministrationId, Arg, SimTime, Text};

/// Says what was played and what is changed, a line each.
pub(super) fn compared(recorded: &Played, question: &Question, args: &WhatifArgs) -> Vec<Text> {
    let told = Told {
        recorded,
        question,
        args,
    };
    let beginning = &recorded.beginning;
    let pact = pact(&beginning.scenario, beginning.start.pact);
    let mut all = vec![Text::new("whatif-was").text("pact", pact)];
    all.extend(
        told.changes()
            .into_iter()
            .map(|what| Text::new("whatif-is").text("what", what)),
    );
    all
}

struct Told<'a> {
    recorded: &'a Played,
    question: &'a Question,
    args: &'a WhatifArgs,
}

impl Told<'_> {
    fn changes(&self) -> Vec<Text> {
        let Self { question, args, .. } = self;
        let mut all = Vec::new();
        if question.without_aid {
            all.push(match question.from {
                Some(from) => Text::new("whatif-is-without-aid-from").with("at", self.moment(from)),
                None => Text::new("whatif-is-without-aid"),
            });
        }
        if args.pact.is_some() {
            let pact = pact(&question.scenario, question.pact);
            all.push(Text::new("whatif-is-pact").text("pact", pact));
        }
        let with = args.with.iter().map(|file| {
            let file = file.display().to_string();
            Text::new("whatif-is-laid-over").name("file", file)
        });
        all.extend(with);
        let set = args.set.iter().map(|(path, value)| {
            Text::new("whatif-is-set")
                .name("path", path)
                .name("value", value)
        });
        all.extend(set);
        let left_out = question.without.iter();
        all.extend(left_out.filter_map(|line| self.decision(*line, Text::new("ui-asked-absent"))));
        let moved = question.moved.iter();
        all.extend(moved.filter_map(|(line, by)| self.decision(*line, shifted(*by))));
        all.extend(question.added.iter().map(|line| self.added(line)));
        all
    }

    fn moment(&self, at: SimTime) -> Arg {
        Arg::Moment(self.recorded.exercise.sim().calendar().stamp(at))
    }

    fn seat(&self, at: AdministrationId) -> &str {
        let scenario = &self.recorded.beginning.scenario;
        &scenario.administrations[at.index()].name
    }

    /// A line of the journal that is left out or moved.
    fn decision(&self, line: u64, how: Text) -> Option<Text> {
        let mut acts = self.recorded.acts.iter();
        let act = acts.find(|act| act.sequence == line)?;
        let what = act.text.clone();
        let told = Text::new("whatif-is-decision")
            .name("line", line.to_string())
            .with("at", self.moment(act.line.minute))
            .name("seat", self.seat(act.line.seat))
            .text("what", what.unwrap_or_else(|| named(&act.line.command)))
            .text("how", how);
        Some(told)
    }

    fn added(&self, line: &Line) -> Text {
        let what = description(&line.command, self.recorded.exercise.sim(), line.seat);
        Text::new("whatif-is-added")
            .with("at", self.moment(line.minute))
            .name("seat", self.seat(line.seat))
            .text("what", what.unwrap_or_else(|| named(&line.command)))
    }
}

/// The title of a phase of the pact.
fn pact(scenario: &Scenario, at: usize) -> Text {
    local(&scenario.pacts[at].title)
}

/// An act of which no log tells, by its name in the journal.
fn named(command: &Command) -> Text {
    Text::new("named").name("name", act_name(command))
}

/// By how much a decision comes earlier or later.
fn shifted(minutes: i64) -> Text {
    let by = Arg::Minutes(u32::try_from(minutes.unsigned_abs()).unwrap_or(u32::MAX));
    let key = if minutes < 0 {
        "ui-asked-earlier"
    } else {
        "ui-asked-later"
    };
    Text::new(key).with("by", by)
}
