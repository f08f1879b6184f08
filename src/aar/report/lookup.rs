//! What stands behind the ids of a report: names, titles and moments in one language.

use std::collections::BTreeMap;

use crate::aar::played::Played;
use crate::scenario::{Calendar, LocalText, Recipients, Sender};
use crate::vocab::{AdministrationId, Arg, SimTime, Text};
use crate::words::{Lang, Words};

fn local(text: &LocalText) -> Text {
    Text::new("local")
        .name("de", text.de.clone())
        .name("en", text.en.clone())
}

/// Names and titles by id.
pub(super) struct Lookup {
    words: Words,
    calendar: Calendar,
    start_ex: SimTime,
    places: BTreeMap<String, String>,
    titles: BTreeMap<(&'static str, String), LocalText>,
    acts: BTreeMap<u64, Text>,
    messages: Vec<Message>,
    /// Injects by name: who speaks, and what was said.
    injects: BTreeMap<String, (Text, Option<Text>)>,
}

/// A message of the scenario.
struct Message {
    to: Option<Vec<String>>,
    text: LocalText,
}

impl Lookup {
    pub(super) fn new(played: &Played, lang: Lang) -> Self {
        let scenario = &played.beginning.scenario;
        let name = |at: usize| played.key(AdministrationId::from_index(at)).to_owned();
        let places = scenario.administrations.iter();
        let mut titles = BTreeMap::new();
        let mut title = |of: &'static str, id: &str, text: &LocalText| {
            titles.insert((of, id.to_owned()), text.clone());
        };
        title("scenario", &scenario.id, &scenario.title);
        for pact in &scenario.pacts {
            title("pact", &pact.id, &pact.title);
        }
        for clause in &scenario.clauses {
            title("clause", &clause.id, &clause.title);
        }
        for plan in &scenario.responses {
            title("response", &plan.id, &plan.title);
        }
        for (number, stage) in (1..).zip(&scenario.stages) {
            title("stage", &number.to_string(), &stage.title);
            title("stage_question", &number.to_string(), &stage.question);
        }
        for objective in &scenario.objectives {
            title("objective", &objective.id, &objective.title);
            if let Some(rated) = &objective.rated {
                title("rated", &objective.id, rated);
            }
            if let Some(expects) = &objective.expects {
                title("expects", &objective.id, expects);
            }
        }
        for uncertain in &scenario.uncertain {
            title("assumption", &uncertain.id, &uncertain.title);
        }
        for question in &scenario.questionnaire {
            title("question", &question.id, &question.text);
        }
        let messages = scenario.notices.iter().map(|notice| Message {
            to: match &notice.to {
                Recipients::Customers => None,
                Recipients::These(these) => Some(these.iter().map(|at| name(*at)).collect()),
            },
            text: notice.text.clone(),
        });
        for inject in &scenario.injects {
            title("inject", &inject.id, &inject.title);
        }
        let script = played.exercise.sim().script().into_iter();
        let injects = script.map(|entry| {
            let from = match (entry.inject.map(|inject| &inject.from), entry.own) {
                (Some(Sender::Administration(at)), _) => {
                    let name = scenario.administrations[*at].name.clone();
                    Text::new("named").name("name", name)
                }
                (Some(Sender::Named(name)), _) => local(name),
                (None, own) => {
                    let from = own.map(|own| own.from.clone()).unwrap_or_default();
                    Text::new("named").name("name", from)
                }
            };
            (entry.name.clone(), (from, entry.text.clone()))
        });
        let injects = injects.collect();
        let acts = played.acts.iter();
        Self {
            injects,
            words: Words::new(lang),
            calendar: played.exercise.sim().calendar().clone(),
            start_ex: scenario.start_ex,
            places: places.map(|of| (of.id.clone(), of.name.clone())).collect(),
            messages: messages.collect(),
            acts: acts
                .filter_map(|act| Some((act.sequence, act.text.clone()?)))
                .collect(),
            titles,
        }
    }

    pub(super) fn words(&self) -> &Words {
        &self.words
    }

    /// The name of an administration; an id that nobody bears stays as it is.
    pub(super) fn place(&self, key: &str) -> String {
        self.places
            .get(key)
            .cloned()
            .unwrap_or_else(|| key.to_owned())
    }

    /// A title of the scenario in this language.
    pub(super) fn title(&self, of: &str, id: &str) -> String {
        let found = self
            .titles
            .iter()
            .find(|((kind, key), _)| *kind == of && key == id);
        found.map(|(_, text)| self.own(text)).unwrap_or_default()
    }

    fn own(&self, text: &LocalText) -> String {
        match self.words.lang() {
            Lang::De => text.de.clone(),
            Lang::En => text.en.clone(),
        }
    }

    /// What an inject said: by whom, and the words.
    pub(super) fn inject(&self, name: &str) -> String {
        let Some((from, text)) = self.injects.get(name) else {
            return String::new();
        };
        let told = text
            .as_ref()
            .map(|text| self.words.say(text))
            .unwrap_or_default();
        let text = Text::new("report-inject")
            .name("inject", name)
            .name("from", self.words.say(from))
            .name("text", told);
        self.words.say(&text)
    }

    /// What a line of the journal ordered.
    pub(super) fn act(&self, line: u64) -> String {
        let told = self.acts.get(&line).map(|text| self.words.say(text));
        let mut told = told.unwrap_or_default();
        // A reason follows on the same line.
        if !told.is_empty() && !told.ends_with(['.', '!', '?', '“', '”']) {
            told.push('.');
        }
        told
    }

    /// A message of the scenario, and to whom it goes.
    pub(super) fn message(&self, number: usize) -> String {
        let Some(message) = self.messages.get(number) else {
            return String::new();
        };
        let to = match &message.to {
            None => self.words.msg("report-to-customers"),
            Some(keys) => {
                let names: Vec<String> = keys.iter().map(|key| self.place(key)).collect();
                names.join(", ")
            }
        };
        let text = Text::new("report-message")
            .name("to", to)
            .name("text", self.own(&message.text));
        self.words.say(&text)
    }

    /// Weekday, date and clock.
    pub(super) fn moment(&self, minute: u32) -> String {
        self.words.moment(&self.calendar.stamp(SimTime(minute)))
    }

    /// Weekday, date and year.
    pub(super) fn date(&self, minute: u32) -> String {
        let stamp = self.calendar.stamp(SimTime(minute));
        let date = self.words.date(&stamp);
        match self.words.lang() {
            Lang::De => format!("{date}{}", stamp.year),
            Lang::En => format!("{date} {}", stamp.year),
        }
    }

    /// The day of the exercise, from 1.
    pub(super) fn day(&self, minute: u32) -> String {
        let stamp = self.calendar.stamp(SimTime(minute.max(self.start_ex.0)));
        let text = Text::new("report-day").with("day", Arg::Count(stamp.exercise_day.into()));
        self.words.say(&text)
    }

    /// Midnights between two moments, at most `most` of them, evenly chosen.
    pub(super) fn days(&self, from: u32, to: u32, most: usize) -> Vec<(u32, String)> {
        let days = self.calendar.days().iter().map(|day| day.start);
        let within: Vec<SimTime> = days
            .filter(|start| from <= start.0 && start.0 <= to)
            .collect();
        let every = within.len().div_ceil(most.max(1)).max(1);
        // Whole weeks read best where there are many.
        let every = if every > 3 {
            every.div_ceil(7) * 7
        } else {
            every
        };
        let chosen = within.into_iter().step_by(every);
        chosen
            .map(|at| (at.0, self.words.date(&self.calendar.stamp(at))))
            .collect()
    }
}
