//! What stands on handouts, in the words of one language.

use std::sync::Arc;

use serde::Serialize;

use crate::scenario::{
    AdministrationKind, Inject, LocalText, QuestionKind, Receivers, Scenario, Sender, Stage,
};
use crate::sim::{Comes, ScriptEntry, Sim};
use crate::vocab::{SimTime, Text};
use crate::words::{Lang, Words};

/// What stands on paper where the world gives a figure.
const GAP: &str = "____";

/// Everything that handouts say of a scenario.
#[derive(Debug, Serialize)]
pub(super) struct Content {
    id: String,
    title: String,
    begins: String,
    ends: String,
    room_minutes: u32,
    stages: Vec<StageText>,
    injects: Vec<InjectText>,
    seats: Vec<SeatText>,
    objectives: Vec<ObjectiveText>,
    questions: Vec<QuestionText>,
}

#[derive(Debug, Serialize)]
#[allow(
    clippy::struct_excessive_bools,
    reason = "each is a question that a template asks"
)]
struct StageText {
    number: usize,
    title: String,
    question: String,
    /// Minutes of the room at which it begins and ends.
    room_from: u32,
    room_to: u32,
    begins: String,
    ends: String,
    stands: bool,
    /// Whether the clock must leap to it.
    leaps: bool,
    /// Whether it is leapt through.
    is_leapt: bool,
    is_first: bool,
    is_last: bool,
    paces: Vec<String>,
    stops: Vec<String>,
    /// Positions of its injects.
    injects: Vec<usize>,
}

#[derive(Debug, Serialize)]
struct InjectText {
    id: String,
    title: String,
    core: bool,
    when: String,
    from: String,
    to: String,
    channel: String,
    class: String,
    text: String,
    variants: Vec<String>,
    expects: Option<String>,
    within: Option<String>,
    objectives: Vec<String>,
    contingency_of: Option<String>,
    /// Whether an answer to that one can keep it away.
    asks_for_answer: bool,
    /// Whether its text has gaps for figures.
    has_gaps: bool,
}

#[derive(Debug, Serialize)]
struct SeatText {
    name: String,
    kind: String,
    role: String,
    inhabitants: Option<String>,
    clients: Option<String>,
    it_staff: u32,
    provider: Option<String>,
    services: usize,
}

#[derive(Debug, Serialize)]
struct ObjectiveText {
    id: String,
    title: String,
    expects: Option<String>,
    is_measured: bool,
    /// What of it people rate beside what the program measures.
    rated: Option<String>,
    injects: Vec<String>,
}

#[derive(Debug, Serialize)]
struct QuestionText {
    id: String,
    text: String,
    is_scale: bool,
}

/// Reads what there is to say.
pub(super) fn content(scenario: &Arc<Scenario>, words: &Words) -> Content {
    let mut sim = Sim::new(Arc::clone(scenario));
    sim.reset(1, 0, 0);
    let calendar = sim.calendar();
    let say = Say {
        words,
        scenario,
        moment: &|at: SimTime| words.moment(&calendar.stamp(at)),
    };
    let script = sim.script();
    let expected: Vec<Option<SimTime>> = script.iter().map(|entry| entry.expected).collect();
    let places = stages_of_injects(scenario, &expected);
    let mut room = 0;
    let stages = scenario.stages.iter().enumerate().map(|(at, stage)| {
        let from = room;
        room += stage.room_minutes;
        let injects = (0..places.len()).filter(|inject| places[*inject] == Some(at));
        say.stage(at, stage, from, injects.collect())
    });
    let stages: Vec<StageText> = stages.collect();
    let end = scenario.start_ex.after(scenario.horizon_minutes);
    let injects = scenario.injects.iter().zip(&script);
    let mut seats: Vec<_> = scenario.administrations.iter().collect();
    seats.retain(|administration| administration.seat.is_some());
    seats.sort_by_key(|administration| administration.kind);
    Content {
        id: scenario.id.clone(),
        title: say.own(&scenario.title),
        begins: say.moment(scenario.start_ex),
        ends: say.moment(end),
        room_minutes: room,
        stages,
        injects: injects
            .map(|(inject, entry)| say.inject(inject, entry))
            .collect(),
        seats: seats
            .into_iter()
            .map(|administration| SeatText {
                name: administration.name.clone(),
                kind: words.msg(kind(administration.kind)),
                role: administration
                    .seat
                    .as_ref()
                    .map(|role| say.own(role))
                    .unwrap_or_default(),
                inhabitants: number(words, administration.inhabitants),
                clients: number(words, administration.clients),
                it_staff: administration.it_staff.iter().sum(),
                provider: administration
                    .provider
                    .map(|at| scenario.administrations[at].name.clone()),
                services: administration.services.len(),
            })
            .collect(),
        objectives: scenario
            .objectives
            .iter()
            .map(|objective| ObjectiveText {
                id: objective.id.clone(),
                title: say.own(&objective.title),
                expects: objective.expects.as_ref().map(|text| say.own(text)),
                is_measured: objective.measured.is_some(),
                rated: objective.rated.as_ref().map(|text| say.own(text)),
                injects: scenario
                    .injects
                    .iter()
                    .filter(|inject| inject.objectives.contains(&objective.id))
                    .map(|inject| inject.id.clone())
                    .collect(),
            })
            .collect(),
        questions: scenario
            .questionnaire
            .iter()
            .map(|question| QuestionText {
                id: question.id.clone(),
                text: say.own(&question.text),
                is_scale: question.answer == QuestionKind::Scale,
            })
            .collect(),
    }
}

fn number(words: &Words, value: u32) -> Option<String> {
    (value > 0).then(|| words.number(value.into()))
}

const fn kind(kind: AdministrationKind) -> &'static str {
    match kind {
        AdministrationKind::Municipality => "kind-municipality",
        AdministrationKind::City => "kind-city",
        AdministrationKind::County => "kind-county",
        AdministrationKind::Provider => "kind-provider",
        AdministrationKind::State => "kind-state",
        AdministrationKind::Outside => "kind-outside",
    }
}

/// In which phase each inject is expected: by its moment, with the one it makes up for, or with the one before it.
fn stages_of_injects(scenario: &Scenario, expected: &[Option<SimTime>]) -> Vec<Option<usize>> {
    let played = |at: SimTime| {
        let mut stages = scenario.stages.iter();
        // Where the clock stands nothing comes by time, but for what comes at the very end.
        let last =
            stages.rposition(|stage| stage.begins <= at && (!stage.stands() || at >= stage.ends));
        last.or(Some(0)).filter(|_| !scenario.stages.is_empty())
    };
    let mut places: Vec<Option<usize>> = Vec::new();
    let mut before = None;
    for (inject, at) in scenario.injects.iter().zip(expected) {
        let with = inject
            .contingency_of
            .and_then(|other| places.get(other).copied().flatten());
        let place = with.or(at.and_then(played)).or(before);
        before = place;
        places.push(place);
    }
    places
}

/// Says things of a scenario in one language.
struct Say<'a> {
    words: &'a Words,
    scenario: &'a Scenario,
    moment: &'a dyn Fn(SimTime) -> String,
}

impl Say<'_> {
    fn own(&self, text: &LocalText) -> String {
        match self.words.lang() {
            Lang::De => text.de.clone(),
            Lang::En => text.en.clone(),
        }
    }

    fn moment(&self, at: SimTime) -> String {
        (self.moment)(at)
    }

    fn stage(&self, at: usize, stage: &Stage, room: u32, injects: Vec<usize>) -> StageText {
        let before = at
            .checked_sub(1)
            .map(|before| &self.scenario.stages[before]);
        let first = (stage.begins, stage.pace);
        let paces = core::iter::once(first).chain(stage.paces.iter().copied());
        let paces = paces.filter(|(_, pace)| *pace > 0).map(|(from, pace)| {
            let text = Text::new("print-pace")
                .name("from", self.moment(from))
                .with("pace", crate::vocab::Arg::Minutes(pace.into()));
            self.words.say(&text)
        });
        StageText {
            number: at + 1,
            title: self.own(&stage.title),
            question: self.own(&stage.question),
            room_from: room,
            room_to: room + stage.room_minutes,
            begins: self.moment(stage.begins),
            ends: self.moment(stage.ends),
            stands: stage.stands(),
            leaps: !stage.stands() && before.is_some_and(|before| before.ends < stage.begins),
            is_leapt: stage.is_leapt(stage.begins),
            is_first: at == 0,
            is_last: at + 1 == self.scenario.stages.len(),
            paces: paces.collect(),
            stops: stage.stops.iter().map(|at| self.moment(*at)).collect(),
            injects,
        }
    }

    fn inject(&self, inject: &Inject, entry: &ScriptEntry) -> InjectText {
        let cue = inject.cue.as_ref().map(|cue| self.own(cue));
        let at = entry.expected.map(|at| {
            let moment = self.moment(at);
            let bound = match entry.comes {
                Comes::Then => return moment,
                Comes::AtTheLatest => "print-at-the-latest",
                Comes::AtTheEarliest => "print-at-the-earliest",
            };
            self.words.say(&Text::new(bound).name("moment", moment))
        });
        let when = [at, cue]
            .into_iter()
            .flatten()
            .collect::<Vec<_>>()
            .join(", ");
        let text = self.blanks(&inject.text);
        let variants = inject.variants.iter();
        let variants: Vec<String> = variants.map(|(_, text)| self.blanks(text)).collect();
        let has_gaps = [&text]
            .into_iter()
            .chain(&variants)
            .any(|text| text.contains(GAP));
        let other = inject.contingency_of;
        InjectText {
            id: inject.id.clone(),
            title: self.own(&inject.title),
            core: inject.core,
            when,
            from: match &inject.from {
                Sender::Administration(at) => self.place(*at),
                Sender::Named(name) => self.own(name),
            },
            to: self.receivers(&inject.to),
            channel: self.words.of("channel", inject.channel.id()),
            class: self.words.of("class", inject.class.id()),
            expects: inject.expects.as_ref().map(|text| self.own(text)),
            within: inject.within.map(|minutes| self.words.duration(minutes)),
            objectives: inject.objectives.clone(),
            contingency_of: other.map(|other| self.scenario.injects[other].id.clone()),
            asks_for_answer: other.is_some_and(|other| inject.asks_for_answer(other)),
            has_gaps,
            text,
            variants,
        }
    }

    /// A text with room for the figures that the world gives when it is released.
    fn blanks(&self, text: &LocalText) -> String {
        let mut told = String::new();
        let mut rest = self.own(text);
        while let Some((before, after)) = rest.split_once('{') {
            told.push_str(before);
            match after.split_once('}') {
                Some((_, after)) => {
                    told.push_str(GAP);
                    rest = after.to_owned();
                }
                None => rest = after.to_owned(),
            }
        }
        told + &rest
    }

    fn place(&self, at: usize) -> String {
        self.scenario.administrations[at].name.clone()
    }

    fn receivers(&self, to: &Receivers) -> String {
        let msg = |key: &str| self.words.msg(key);
        match to {
            Receivers::These(these) => {
                let names: Vec<String> = these.iter().map(|at| self.place(*at)).collect();
                names.join(", ")
            }
            Receivers::CustomersOf(_) => msg("script-to-customers"),
            Receivers::Seats => msg("script-to-seats"),
            Receivers::Hit => msg("script-to-hit"),
            Receivers::Helpers => msg("script-to-helpers"),
            Receivers::ReceiversOf(other) => {
                let id = self.scenario.injects[*other].id.clone();
                self.words
                    .say(&Text::new("print-receivers-of").name("inject", id))
            }
        }
    }
}
