//! Records for the evaluation: objectives and the questionnaire.

use serde::de::{Deserialize, Deserializer};

use super::forms::form;
use super::record;
use crate::scenario::evaluation::QuestionKind;
use crate::scenario::model::LocalText;
use crate::vocab::Measure;
use ron::value::RawValue;

record! {
    /// An objective of the exercise.
    RawObjective {
        /// Id.
        id: String,
        /// Title.
        title: LocalText,
        /// What is measured.
        measure: Measure,
        /// What is to be reached.
        target: RawTarget,
        /// When it is to be shown.
        starts: String,
        /// What of it people rate beside the measure.
        rated: LocalText,
        /// What observers look for.
        expects: LocalText,
    }
}

record! {
    /// A question of the questionnaire.
    RawQuestion {
        /// Id.
        id: String,
        /// Question.
        text: LocalText,
        /// How it is answered.
        answer: QuestionKind,
    }
}

/// A target: a duration such as `"60m"`, or a number.
#[derive(Debug, Clone)]
pub enum RawTarget {
    /// A duration.
    Within(String),
    /// A number.
    Number(f64),
}

impl<'de> Deserialize<'de> for RawTarget {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = <&'de RawValue>::deserialize(deserializer)?.get_ron().trim();
        if text.starts_with('"') {
            form(text).map(Self::Within)
        } else {
            form(text).map(Self::Number)
        }
    }
}
