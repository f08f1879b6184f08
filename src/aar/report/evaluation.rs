//! What people noted: objectives with their ratings, improvements, the questionnaire.

use std::collections::{BTreeMap, BTreeSet};

use super::document::{
    AnswersPart, HotWashPart, ImprovementPart, ObjectivePart, ObservationPart, RatingPart,
};
use crate::aar::played::Played;
use crate::aar::score::{Verdict, score};
use crate::journal::{Improvement, Noted, Observation, Reply};
use crate::scenario::QuestionKind;
use crate::vocab::NoteKind;

/// Returns the notes, oldest first.
pub(super) fn observations(all: &[Observation]) -> Vec<ObservationPart> {
    let notes = all
        .iter()
        .filter_map(|observation| match &observation.noted {
            Noted::Note(note) => Some(ObservationPart {
                observation: observation.sequence,
                minute: note.minute,
                seat: note.seat.clone(),
                objective: note.objective.clone(),
                about: note.about,
                rating: note.rating,
                text: note.text.clone(),
                evidence: note.evidence.clone(),
            }),
            Noted::Reply(_) => None,
        });
    notes.collect()
}

/// Scores every objective and adds what people said of it.
pub(super) fn objectives(played: &Played, notes: &[ObservationPart]) -> Vec<ObjectivePart> {
    let all = played.beginning.scenario.objectives.iter();
    all.map(|objective| {
        let mut found = score(played, objective);
        // What says something comes first: of many pieces only the first are shown.
        found.terms.sort_by_key(|term| !term.tells());
        let about = |note: &&ObservationPart| note.objective.as_ref() == Some(&objective.id);
        let about: Vec<&ObservationPart> = notes.iter().filter(about).collect();
        ObjectivePart {
            objective: objective.id.clone(),
            measure: objective.measured.map(|of| of.measure),
            unit: objective.measured.map(|of| of.measure.unit()),
            target: objective.measured.map(|of| of.target),
            value: found.value,
            verdict: found.verdict,
            terms: found.terms,
            people_rate: objective.measured.is_none() || objective.rated.is_some(),
            ratings: ratings(&about),
            observations: about.iter().map(|note| note.observation).collect(),
        }
    })
    .collect()
}

/// The latest rating for each seat and for all; earlier ones were corrected by it.
fn ratings(notes: &[&ObservationPart]) -> Vec<RatingPart> {
    let mut latest: BTreeMap<Option<&str>, RatingPart> = BTreeMap::new();
    for note in notes {
        if let Some(rating) = note.rating {
            let part = RatingPart {
                seat: note.seat.clone(),
                rating,
                observation: note.observation,
            };
            latest.insert(note.seat.as_deref(), part);
        }
    }
    latest.into_values().collect()
}

/// Returns the improvement plan as it lies in the record, or what it begins with: a line for each note of an
/// observer that asks for one, and for each objective that was missed.
#[must_use]
pub fn improvements(
    plan: Option<Vec<Improvement>>,
    notes: &[ObservationPart],
    objectives: &[ObjectivePart],
) -> Vec<ImprovementPart> {
    let rows = plan.unwrap_or_else(|| {
        let asked = notes
            .iter()
            .filter(|note| note.about == NoteKind::Improvement);
        let asked = asked.map(|note| Improvement {
            objective: note.objective.clone().unwrap_or_default(),
            finding: note.text.clone(),
            ..Improvement::default()
        });
        let missed = objectives.iter().filter(|of| of.verdict == Verdict::Missed);
        let missed = missed.map(|of| Improvement {
            objective: of.objective.clone(),
            ..Improvement::default()
        });
        asked.chain(missed).collect()
    });
    let rows = (1..).zip(rows);
    rows.map(|(number, row)| ImprovementPart {
        number,
        objective: Some(row.objective).filter(|id| !id.is_empty()),
        finding: row.finding,
        measure: row.measure,
        owner: row.owner,
        due: row.due,
        status: row.status,
    })
    .collect()
}

/// Returns the answers of the questionnaire; a later answer on the same sheet corrects an earlier one.
pub(super) fn hot_wash(played: &Played, all: &[Observation]) -> HotWashPart {
    let mut latest: BTreeMap<(&str, u32), &Reply> = BTreeMap::new();
    for observation in all {
        if let Noted::Reply(reply) = &observation.noted {
            latest.insert((&reply.question, reply.sheet), reply);
        }
    }
    let sheets: BTreeSet<u32> = latest.keys().map(|(_, sheet)| *sheet).collect();
    let questions = played.beginning.scenario.questionnaire.iter();
    HotWashPart {
        sheets: sheets.len() as u32,
        questions: questions
            .map(|question| {
                let replies = latest.iter().filter(|((id, _), _)| *id == question.id);
                let replies: Vec<&Reply> = replies.map(|(_, reply)| *reply).collect();
                answers(&question.id, question.answer, &replies)
            })
            .collect(),
    }
}

fn answers(question: &str, kind: QuestionKind, replies: &[&Reply]) -> AnswersPart {
    let grades: Vec<u8> = replies.iter().filter_map(|reply| reply.grade).collect();
    let sum: u32 = grades.iter().map(|grade| u32::from(*grade)).sum();
    let mean = f64::from(sum) / grades.len() as f64;
    let counts = (1..=5).map(|grade| grades.iter().filter(|of| **of == grade).count() as u32);
    let mut texts: Vec<String> = replies
        .iter()
        .map(|reply| reply.text.clone())
        .filter(|text| !text.is_empty())
        .collect();
    texts.sort();
    AnswersPart {
        question: question.to_owned(),
        grades: match kind {
            QuestionKind::Scale => counts.collect(),
            QuestionKind::Text => Vec::new(),
        },
        mean: (!grades.is_empty()).then_some((mean * 10.0).round() / 10.0),
        texts,
    }
}
