//! A value of a file together with the place where it stands.
//!
//! RON tells no positions of values. A borrowed [`RawValue`] however is a piece of the
//! source text itself, so its address says exactly where the value stands. A value that
//! cannot be read is kept as a fault beside its place: the rest of the file is read on,
//! and everything wrong is said at once.

use ron::extensions::Extensions;
use ron::value::RawValue;
use serde::de::{Deserialize, Deserializer};

use super::fault::{Fault, explain};

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
