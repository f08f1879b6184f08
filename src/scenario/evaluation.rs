//! By what an exercise is evaluated: its objectives and the questionnaire of the hot wash.

use serde::{Deserialize, Serialize};

use super::Scenario;
use super::model::LocalText;
use crate::vocab::{Measure, MeasureUnit, SimTime};

/// Seconds in the room that a target must last at the pace of the clock, so that people can read a message and act.
pub const LEAST_ROOM_SECONDS: u32 = 15;

/// An objective of the exercise.
#[derive(Debug, Clone, PartialEq)]
pub struct Objective {
    /// Id, unique in the scenario; notes of observers and injects name it.
    pub id: String,
    /// Title.
    pub title: LocalText,
    /// What the program measures; `None` is rated by people.
    pub measured: Option<MeasuredObjective>,
    /// What of it people rate beside what the program measures.
    pub rated: Option<LocalText>,
    /// What observers look for.
    pub expects: Option<LocalText>,
}

/// What the program measures of an objective.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct MeasuredObjective {
    /// What.
    pub measure: Measure,
    /// What is to be reached, in the unit of the measure.
    pub target: f64,
    /// When it is to be shown first; the pace of that phase must be slow enough.
    pub starts: Option<SimTime>,
}

impl MeasuredObjective {
    /// Returns the fastest pace, in exercise minutes per second, at which the target can be measured; `None` if it
    /// has no duration.
    #[must_use]
    pub fn fastest_pace(&self) -> Option<f64> {
        (self.measure.unit() == MeasureUnit::Minutes)
            .then(|| self.target / f64::from(LEAST_ROOM_SECONDS))
    }
}

/// How a question is answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum QuestionKind {
    /// With a number from 1 (not at all) to 5 (fully).
    Scale,
    /// In own words.
    Text,
}

/// A question that everybody answers at the end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// Id, unique in the scenario.
    pub id: String,
    /// Question.
    pub text: LocalText,
    /// How it is answered.
    pub answer: QuestionKind,
}

impl Scenario {
    /// Returns the objective with an id.
    #[must_use]
    pub fn objective(&self, id: &str) -> Option<&Objective> {
        self.objectives.iter().find(|objective| objective.id == id)
    }

    /// Returns the exercise minutes per second that the scenario plans for a moment.
    #[must_use]
    pub fn pace_at(&self, at: SimTime) -> Option<u16> {
        let mut stages = self.stages.iter();
        let stage = stages.find(|stage| stage.begins <= at && at < stage.ends)?;
        Some(stage.pace_at(at))
    }

    /// Returns the objectives whose target passes too quickly at the pace of the phase in which they are to be shown,
    /// each with that pace.
    #[must_use]
    pub fn unmeasurable(&self) -> Vec<(&Objective, u16)> {
        let objectives = self.objectives.iter();
        objectives
            .filter_map(|objective| {
                let measured = objective.measured?;
                let pace = self.pace_at(measured.starts?)?;
                (f64::from(pace) > measured.fastest_pace()?).then_some((objective, pace))
            })
            .collect()
    }
}
