//! What is wrong with a value, as a text that is said in the language of whoever asks.

use ron::Error as E;
use serde::{Deserialize, Serialize, de};

use crate::vocab::Text;

/// What is wrong with a value.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Fault {
    /// What is wrong.
    pub message: Text,
    /// What would be right.
    pub hint: Option<Text>,
}

impl Fault {
    /// Says what is wrong.
    pub const fn new(message: Text) -> Self {
        Self {
            message,
            hint: None,
        }
    }

    /// Adds what would be right.
    pub fn with_hint(self, hint: Text) -> Self {
        Self {
            hint: Some(hint),
            ..self
        }
    }

    /// Says that there is nothing of this kind (`check-what-..`) with such a name, and which name may have been meant.
    pub fn none<'a>(
        what: &'static str,
        id: &str,
        known: impl IntoIterator<Item = &'a str>,
    ) -> Self {
        let message = Text::new("check-none")
            .text("what", Text::new(what))
            .name("id", id);
        Self::new(message).with_hint(suggest(id, known))
    }

    /// Says that a word is not in a closed list, and which may have been meant.
    pub fn unknown(key: &'static str, found: &str, known: &[&str]) -> Self {
        let message = Text::new(key).name("found", found);
        Self::new(message).with_hint(suggest(found, known.iter().copied()))
    }

    /// Hands the fault through serde, which knows errors as strings only; [`explain`] finds it again.
    pub fn through_serde<Error: de::Error>(&self) -> Error {
        Error::custom(serde_json::to_string(self).unwrap_or_default())
    }
}

/// Says that something of this kind (`check-what-..`) is there twice.
pub fn twice(what: &'static str, id: &str) -> Text {
    Text::new("check-twice")
        .text("what", Text::new(what))
        .name("id", id)
}

/// Says in plain words why RON could not read a value.
pub fn explain(error: &E) -> Fault {
    let plain = |key: &'static str| Fault::new(Text::new(key));
    match error {
        E::NoSuchEnumVariant {
            expected, found, ..
        } => Fault::unknown("check-unknown-value", found, expected),
        E::NoSuchStructField {
            expected, found, ..
        } => Fault::unknown("check-unknown-field", found, expected),
        E::MissingStructField { field, .. } => missing_field(field),
        E::DuplicateStructField { field, .. } => field_twice(field),
        E::ExpectedFloat | E::ExpectedInteger => plain("check-number-expected"),
        E::ExpectedString => plain("check-text-expected"),
        E::ExpectedBoolean => plain("check-flag-expected"),
        E::ExpectedArray => plain("check-list-expected"),
        E::ExpectedStructLike | E::ExpectedNamedStructLike(_) | E::ExpectedMap => {
            plain("check-brackets-expected")
        }
        E::ExpectedComma | E::ExpectedArrayEnd | E::ExpectedStructLikeEnd => {
            plain("check-comma-expected").with_hint(Text::new("check-comma-expected-hint"))
        }
        E::ExpectedIdentifier => plain("check-word-expected"),
        E::ExpectedDifferentLength { expected, found } => {
            Fault::new(other_length(expected, *found))
        }
        E::Eof => plain("check-ends-early").with_hint(Text::new("check-ends-early-hint")),
        E::ExpectedMapColon => plain("check-colon-expected"),
        E::ExpectedOptionEnd => plain("check-closing-expected"),
        E::ExpectedStringEnd => plain("check-end-of-text-expected"),
        E::IntegerOutOfBounds => plain("check-number-out-of-bounds"),
        E::FloatUnderscore => plain("check-underscore-in-number"),
        E::UnderscoreAtBeginning => plain("check-underscore-before-number"),
        E::UnclosedBlockComment => plain("check-open-comment"),
        E::UnexpectedChar(sign) => {
            Fault::new(Text::new("check-sign").name("sign", format!("{sign:?}")))
        }
        E::TrailingCharacters => plain("check-trailing"),
        other => {
            let said = other.to_string();
            serde_json::from_str(&said)
                .unwrap_or_else(|_| Fault::new(foreign(in_a_sentence(&said))))
        }
    }
}

/// Says that a field is missing that there must be.
pub fn missing_field(field: &str) -> Fault {
    let hint = match field {
        "de" | "en" => Text::new("check-missing-language-hint"),
        _ => Text::new("check-missing-field-hint").name("field", field),
    };
    Fault::new(Text::new("check-missing-field").name("field", field)).with_hint(hint)
}

/// Says that a record has a field twice.
pub fn field_twice(field: &str) -> Fault {
    Fault::new(Text::new("check-field-twice").name("field", field))
}

/// Says that so many values do not stand where others are expected, as serde puts it.
fn other_length(expected: &str, found: usize) -> Text {
    let tuple = expected.strip_prefix("a tuple of size ");
    let variant = expected.strip_prefix("tuple variant ");
    let variant = variant.and_then(|rest| rest.strip_suffix(" elements")?.split_once(" with "));
    let text = Text::new("check-length").name("found", found.to_string());
    match (tuple, variant) {
        (Some(size), _) => text.text(
            "expected",
            Text::new("check-length-tuple").name("size", size),
        ),
        (None, Some((variant, size))) => {
            let of_variant = Text::new("check-length-variant")
                .name("variant", variant)
                .name("size", size);
            text.text("expected", of_variant)
        }
        (None, None) => text.name("expected", expected),
    }
}

/// What a library or the system says, which speaks English only.
pub fn foreign(said: impl Into<String>) -> Text {
    Text::new("check-foreign").name("error", said)
}

/// Begins with a small letter, as all that is said here in English.
fn in_a_sentence(said: &str) -> String {
    let mut letters = said.chars();
    let first = letters.next().map(|c| c.to_lowercase().to_string());
    format!("{}{}", first.unwrap_or_default(), letters.as_str())
}

/// Names the nearest known word, or all of them if none is near and they are few.
pub fn suggest<'a>(found: &str, known: impl IntoIterator<Item = &'a str>) -> Text {
    let known: Vec<&str> = known.into_iter().collect();
    let allowed = 1 + found.chars().count() / 4;
    let nearest = known
        .iter()
        .map(|word| (strsim::osa_distance(found, word), *word))
        .filter(|(distance, _)| *distance <= allowed)
        .min();
    match nearest {
        Some((_, word)) => Text::new("check-did-you-mean").name("word", word),
        None if known.is_empty() => Text::new("check-none-yet"),
        None if known.len() <= 24 => Text::new("check-known").name("words", known.join(", ")),
        None => Text::new("check-known-many")
            .name("words", known[..20].join(", "))
            .count("count", known.len() as i64),
    }
}
