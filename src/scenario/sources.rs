//! The texts a scenario was read from, and which piece of them a place is.

use std::collections::BTreeMap;
use std::ops::Range;

use super::raw::Place;

/// All files a scenario was read from, parts of the program's catalogue included: with overrides and
/// staging they give the same scenario again, wherever and by whichever version they are read.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ScenarioFiles {
    /// Name of the first one.
    pub main: String,
    /// Texts by the name under which they are included.
    pub files: BTreeMap<String, String>,
}

/// One text: a file, a table, or a value of the command line.
#[derive(Debug, Clone)]
pub struct SourceText {
    /// Name shown to people.
    pub name: String,
    /// The text. Boxed: its address stays while the list of texts grows.
    pub text: Box<str>,
}

/// All texts in the order of reading.
#[derive(Debug, Clone, Default)]
pub struct Sources {
    texts: Vec<SourceText>,
}

impl Sources {
    /// Adds a text and returns its position.
    pub fn add(&mut self, name: impl Into<String>, text: impl Into<Box<str>>) -> usize {
        self.texts.push(SourceText {
            name: name.into(),
            text: text.into(),
        });
        self.texts.len() - 1
    }

    /// Returns a text by position.
    pub fn get(&self, index: usize) -> &SourceText {
        &self.texts[index]
    }

    /// Returns all texts.
    pub fn all(&self) -> &[SourceText] {
        &self.texts
    }

    /// Returns which text a place lies in, and which bytes of it.
    pub fn locate(&self, place: Place) -> Option<(usize, Range<usize>)> {
        self.texts.iter().enumerate().find_map(|(index, source)| {
            let whole = Place::of(&source.text);
            (whole.start <= place.start && place.end <= whole.end)
                .then(|| (index, place.start - whole.start..place.end - whole.start))
        })
    }
}

/// Returns a 64-bit FNV-1a hash of all parts, each with its length, as 16 hex digits.
pub fn hash_of<'a>(parts: impl IntoIterator<Item = &'a str>) -> String {
    const OFFSET: u64 = 0xcbf2_9ce4_8422_2325;
    const PRIME: u64 = 0x0000_0100_0000_01b3;
    let mut hash = OFFSET;
    let mut take = |bytes: &[u8]| {
        for byte in bytes {
            hash = (hash ^ u64::from(*byte)).wrapping_mul(PRIME);
        }
    };
    for part in parts {
        take(&(part.len() as u64).to_le_bytes());
        take(part.as_bytes());
    }
    format!("{hash:016x}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_found_in_its_own_text() {
        let mut sources = Sources::default();
        sources.add("a", "eins zwei");
        let second = sources.add("b", "drei vier");
        let place = Place::of(&sources.get(second).text[5..9]);
        assert_eq!(sources.locate(place), Some((second, 5..9)));
        assert_eq!(sources.locate(Place { start: 1, end: 2 }), None);
    }

    #[test]
    fn the_hash_is_fixed_and_knows_where_parts_end() {
        assert_eq!(hash_of([]), "cbf29ce484222325");
        assert_eq!(hash_of(["ab", "c"]), hash_of(["ab", "c"]));
        assert_ne!(hash_of(["ab", "c"]), hash_of(["a", "bc"]));
    }
}
