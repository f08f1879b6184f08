//! A value of a file together with the place where it stands.
//!
//! RON tells no positions of values. A borrowed [`RawValue`] however is a piece of the
//! source text itself, so its address says exactly where the value stands. A value that
//! cannot be read is kept as a fault beside its place: the rest of the file is read on,
//! and everything wrong is said at once.

use ron::extensions::Extensions;
use ron::value::RawValue;
use serde::de::{Deserialize, Deserializer};

/// A piece of a source text, by its address; [`super::super::sources::Sources`] knows the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Place {
    /// Address of the first byte.
    pub start: usize,
    /// Address behind the last byte.
    pub end: usize,
}

impl Place {
    /// Returns the place of a piece of a source text.
    pub fn of(text: &str) -> Self {
        let start = text.as_ptr() as usize;
        Self {
            start,
            end: start + text.len(),
        }
    }

    /// Returns the first `bytes` bytes of the place.
    pub fn head(self, bytes: usize) -> Self {
        Self {
            start: self.start,
            end: self.end.min(self.start + bytes),
        }
    }
}

/// What is wrong with a value, in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// What is wrong.
    pub message: String,
    /// What would be right.
    pub hint: Option<String>,
}

/// A value with its place; `Err` if the text there is not such a value.
#[derive(Debug, Clone)]
pub struct Sp<T> {
    /// Where it stands.
    pub place: Place,
    /// The value, or why it is none.
    pub value: Result<T, Fault>,
}

impl<T> Sp<T> {
    /// Pairs a value with its place.
    pub fn new(place: Place, value: T) -> Self {
        Self {
            place,
            value: Ok(value),
        }
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Sp<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let raw = <&'de RawValue>::deserialize(deserializer)?;
        Ok(read(raw.get_ron()))
    }
}

/// Reads one value from a piece of source text.
pub fn read<'de, T: Deserialize<'de>>(text: &'de str) -> Sp<T> {
    let text = strip(text);
    Sp {
        place: Place::of(text),
        value: options()
            .from_str::<T>(text)
            .map_err(|error| explain(&error.code)),
    }
}

/// Returns how this program reads RON: an optional field is written without `Some`.
pub fn options() -> ron::Options {
    ron::Options::default().with_default_extension(Extensions::IMPLICIT_SOME)
}

/// Returns the text without blanks around it and without comments before it.
fn strip(text: &str) -> &str {
    let mut rest = text.trim();
    loop {
        let after = if let Some(line) = rest.strip_prefix("//") {
            line.find('\n').map_or("", |at| &line[at..])
        } else if rest.starts_with("/*") {
            after_block_comment(rest)
        } else {
            return rest;
        };
        rest = after.trim_start();
    }
}

/// Returns what follows the block comment (which may hold others) at the beginning of `text`.
fn after_block_comment(text: &str) -> &str {
    let mut depth = 0_usize;
    let mut at = 0;
    while at < text.len() {
        let rest = &text.as_bytes()[at..];
        if rest.starts_with(b"/*") {
            depth += 1;
            at += 2;
        } else if rest.starts_with(b"*/") {
            depth -= 1;
            at += 2;
            if depth == 0 {
                return &text[at..];
            }
        } else {
            at += 1;
        }
    }
    ""
}

/// Says in plain words why RON could not read a value.
pub fn explain(error: &ron::Error) -> Fault {
    use ron::Error as E;
    let plain = |message: &str| Fault {
        message: message.to_owned(),
        hint: None,
    };
    match error {
        E::NoSuchEnumVariant {
            expected, found, ..
        } => unknown_word("value", found, expected),
        E::NoSuchStructField {
            expected, found, ..
        } => unknown_word("field", found, expected),
        E::MissingStructField { field, .. } => Fault {
            message: format!("the field `{field}` is missing"),
            hint: Some(if matches!(&**field, "de" | "en") {
                "texts are needed in both languages: `(de: \"..\", en: \"..\")`".to_owned()
            } else {
                format!("add `{field}: ..,` to this record")
            }),
        },
        E::DuplicateStructField { field, .. } => {
            plain(&format!("the field `{field}` is given twice"))
        }
        E::ExpectedFloat | E::ExpectedInteger => plain("a number is expected here"),
        E::ExpectedString => plain("a text in quotes is expected here"),
        E::ExpectedBoolean => plain("`true` or `false` is expected here"),
        E::ExpectedArray => plain("a list `[ .. ]` is expected here"),
        E::ExpectedStructLike | E::ExpectedNamedStructLike(_) | E::ExpectedMap => {
            plain("round brackets are expected here, as in `(field: value)` or `(0.5, 0.8)`")
        }
        E::ExpectedComma | E::ExpectedArrayEnd | E::ExpectedStructLikeEnd => Fault {
            message: "a comma is expected before this".to_owned(),
            hint: Some("or a bracket or quote further up is not closed".to_owned()),
        },
        E::ExpectedIdentifier => plain("a word without quotes is expected here"),
        E::ExpectedDifferentLength { expected, found } => {
            plain(&format!("{expected} expected here, not {found}"))
        }
        E::Eof => Fault {
            message: "the file ends too early".to_owned(),
            hint: Some("a bracket `(`, `[` or a quote `\"` is not closed".to_owned()),
        },
        other => {
            let text = other.to_string();
            let mut letters = text.chars();
            let first = letters.next().map(|c| c.to_lowercase().to_string());
            plain(&format!(
                "{}{}",
                first.unwrap_or_default(),
                letters.as_str()
            ))
        }
    }
}

/// Says that a word is not in a closed list, and which may have been meant.
pub fn unknown_word(what: &str, found: &str, known: &[&str]) -> Fault {
    Fault {
        message: format!("unknown {what} `{found}`"),
        hint: Some(suggest(found, known.iter().copied())),
    }
}

/// Names the nearest known word, or all of them if none is near and they are few.
pub fn suggest<'a>(found: &str, known: impl IntoIterator<Item = &'a str>) -> String {
    let known: Vec<&str> = known.into_iter().collect();
    let allowed = 1 + found.chars().count() / 4;
    let nearest = known
        .iter()
        .map(|word| (strsim::osa_distance(found, word), *word))
        .filter(|(distance, _)| *distance <= allowed)
        .min();
    match nearest {
        Some((_, word)) => format!("did you mean `{word}`?"),
        None if known.is_empty() => "there is none yet".to_owned(),
        None if known.len() <= 24 => format!("known: {}", known.join(", ")),
        None => format!(
            "known: {}, … ({} in all)",
            known[..20].join(", "),
            known.len()
        ),
    }
}
