//! The questionnaire of the hot wash, one sheet for each person, without a name.

use crate::vocab::Text;

/// A question.
#[derive(Debug, Clone, PartialEq)]
pub struct SheetQuestion {
    /// Its id.
    pub id: String,
    /// The question.
    pub text: Text,
    /// Whether it is answered from 1 to 5; else in own words.
    pub is_scale: bool,
}

/// An answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SheetAnswer {
    /// Id of the question.
    pub question: String,
    /// 1 to 5, for a scale.
    pub grade: Option<u8>,
    /// Own words.
    pub text: String,
}
