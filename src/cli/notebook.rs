//! The notebook of a record: objectives scored up to its last line on disk, and the notes beside it.

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::{Mutex, PoisonError};

use super::record::cannot_play_on;
use crate::aar::{Played, Score, Verdict, readiness, score};
use crate::exercise::door::Notebook;
use crate::journal::{Folder, Note, Noted, RecordError, open};
use crate::scenario::{LocalText, Objective, Scenario};
use crate::view::{NoteDraft, NoteRow, ObjectiveRow, ObserveView};
use crate::vocab::{Arg, MeasureUnit, Rating, Text};

/// Reads and writes the observations of a record that is being played.
pub(super) struct RecordNotebook(Mutex<Folder>);

impl RecordNotebook {
    /// Opens the notebook of a record.
    ///
    /// # Errors
    /// If the record cannot be read.
    pub(super) fn of(folder: &Path) -> Result<Self, RecordError> {
        Ok(Self(Mutex::new(open(folder)?)))
    }
}

impl Notebook for RecordNotebook {
    fn ready(&self) -> Result<Vec<(bool, Text)>, Text> {
        let record = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let beginning = &record.beginning;
        let (scenario, persons) = (&beginning.scenario, &beginning.persons);
        let ready = readiness(scenario, persons, beginning.start.pact, &beginning.response);
        let ready = ready.map_err(|_| Text::new("ready-no-plan"))?;
        let findings = ready.findings.into_iter();
        Ok(findings.map(|found| (found.go, found.text)).collect())
    }

    fn look(&self) -> Result<ObserveView, Text> {
        let mut record = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        record.read_on().map_err(|error| error.text())?;
        let notes: Vec<Note> = record
            .observations()
            .map_err(|error| error.text())?
            .into_iter()
            .filter_map(|observation| match observation.noted {
                Noted::Note(note) => Some(note),
                Noted::Reply(_) => None,
            })
            .collect();
        let played = Played::of(&record)
            .map_err(|difference| cannot_play_on(&difference, &record.beginning.scenario))?;
        let scenario = &record.beginning.scenario;
        let calendar = played.exercise.sim().calendar();
        let has_ended = played.exercise.has_ended();
        let objectives = scenario.objectives.iter();
        Ok(ObserveView {
            objectives: objectives
                .map(|objective| {
                    let at = (&**scenario, has_ended);
                    row(objective, &score(&played, objective), &notes, at)
                })
                .collect(),
            notes: notes
                .iter()
                .rev()
                .map(|note| NoteRow {
                    at: calendar.stamp(note.minute),
                    seat: note
                        .seat
                        .as_ref()
                        .map(|key| scenario.name_of(key).to_owned()),
                    objective: note.objective.clone(),
                    about: note.about,
                    rating: note.rating,
                    text: note.text.clone(),
                })
                .collect(),
            last_line: record.entries.last().map_or(1, |entry| entry.sequence),
        })
    }

    fn written(&self) -> u64 {
        let record = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        record.observations_length()
    }

    fn write(&self, note: NoteDraft) -> Result<u64, Text> {
        let record = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let administrations = &record.beginning.scenario.administrations;
        let note = Note {
            minute: note.at,
            seat: note
                .seat
                .map(|seat| administrations[seat.index()].id.clone()),
            objective: note.objective,
            about: note.about,
            rating: note.rating,
            text: note.text,
            evidence: note.evidence,
        };
        let written = record.observe(Noted::Note(note));
        written.map_err(|error| error.text())
    }
}

fn row(
    objective: &Objective,
    score: &Score,
    notes: &[Note],
    (scenario, has_ended): (&Scenario, bool),
) -> ObjectiveRow {
    let about = notes
        .iter()
        .filter(|note| note.objective.as_ref() == Some(&objective.id));
    // The latest rating for each seat counts.
    let mut ratings: Vec<(Option<String>, Rating)> = Vec::new();
    for note in about.clone() {
        let Some(rating) = note.rating else { continue };
        let seat = note
            .seat
            .as_ref()
            .map(|key| scenario.name_of(key).to_owned());
        match ratings.iter_mut().find(|(other, _)| *other == seat) {
            Some(old) => old.1 = rating,
            None => ratings.push((seat, rating)),
        }
    }
    let unit = objective.measured.map(|of| of.measure.unit());
    let figure = |value: Option<f64>| Some(told(unit?, value?));
    let verdict = match score.verdict {
        Verdict::Met => "report-verdict-met",
        Verdict::Missed => "report-verdict-missed",
        Verdict::Open => "report-verdict-open",
        Verdict::NotArisen if !has_ended => "ui-observe-not-yet",
        Verdict::NotArisen => "report-verdict-not_arisen",
        Verdict::NotMeasurable => "report-verdict-not_measurable",
        Verdict::RatedByPeople => "ui-observe-to-rate",
        Verdict::NotScored => "ui-observe-not-scored",
    };
    ObjectiveRow {
        id: objective.id.clone(),
        title: local(&objective.title),
        expects: objective.expects.as_ref().map(local),
        rated: objective.rated.as_ref().map(local),
        target: figure(objective.measured.map(|of| of.target)),
        value: figure(score.value).filter(|_| score.verdict != Verdict::NotMeasurable),
        verdict: Text::new(verdict),
        is_met: match score.verdict {
            Verdict::Met => Some(true),
            Verdict::Missed => Some(false),
            _ => None,
        },
        ratings,
        evidence: evidence(score, about),
        why_not_measured: (score.verdict == Verdict::NotMeasurable)
            .then(|| Text::new("ui-observe-too-fast")),
    }
}

/// How many notes there are and how many lines of the journal, each counted once.
fn evidence<'n>(score: &Score, notes: impl Iterator<Item = &'n Note> + Clone) -> u32 {
    let scored = score.terms.iter().flat_map(|term| &term.lines);
    let noted = notes.clone().flat_map(|note| &note.evidence);
    let lines: BTreeSet<u64> = scored.chain(noted).copied().collect();
    u32::try_from(lines.len() + notes.count()).unwrap_or(u32::MAX)
}

/// A figure in its unit.
fn told(unit: MeasureUnit, value: f64) -> Text {
    match unit {
        MeasureUnit::Minutes => {
            Text::new("observe-minutes").with("minutes", Arg::Minutes(value.round() as u32))
        }
        MeasureUnit::Of100 | MeasureUnit::Count => {
            Text::new("observe-count").count("count", value.round() as i64)
        }
    }
}

fn local(text: &LocalText) -> Text {
    super::play::local(text)
}
