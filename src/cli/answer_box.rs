//! Where people hand in the questionnaire of a record that is being played.

use std::path::Path;
use std::sync::{Mutex, PoisonError};

use crate::exercise::door::AnswerBox;
use crate::journal::{Folder, RecordError, open};
use crate::scenario::QuestionKind;
use crate::view::{SheetAnswer, SheetQuestion};
use crate::vocab::Text;

/// Writes sheets beside the journal of a record.
pub(super) struct RecordAnswers(Mutex<Folder>);

impl RecordAnswers {
    /// Opens the record of a folder.
    ///
    /// # Errors
    /// If the record cannot be read.
    pub(super) fn of(folder: &Path) -> Result<Self, RecordError> {
        Ok(Self(Mutex::new(open(folder)?)))
    }

    /// Opens the record of a folder for screens; `None` if there is nothing to write beside.
    pub(super) fn beside(folder: Option<&Path>) -> Option<Box<dyn AnswerBox>> {
        let answers = Self::of(folder?).ok()?;
        Some(Box::new(answers))
    }
}

impl AnswerBox for RecordAnswers {
    fn questions(&self) -> Vec<SheetQuestion> {
        let record = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let questions = record.beginning.scenario.questionnaire.iter();
        questions
            .map(|question| SheetQuestion {
                id: question.id.clone(),
                text: super::play::local(&question.text),
                is_scale: question.answer == QuestionKind::Scale,
            })
            .collect()
    }

    fn hand_in(&self, sheet: Option<u32>, answers: Vec<SheetAnswer>) -> Result<u32, Text> {
        let record = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let answers = answers
            .into_iter()
            .map(|answer| (answer.question, answer.grade, answer.text));
        let sheets = record.hand_in(sheet, vec![answers.collect()]);
        let first = sheets.map_err(|error| error.text())?;
        Ok(first)
    }
}
