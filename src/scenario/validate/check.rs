//! How the checks read fields: each reader notes what is wrong and goes on with a stand-in.
//!
//! A stand-in never gets out: a scenario is only returned if nothing was noted.

use jiff::civil::{Date, DateTime};

use super::moments;
use crate::scenario::diagnose::Collector;
use crate::scenario::model::{FigureOrigin, Inputs, LocalText};
use crate::scenario::raw::{Fault, List, Place, Record, Sp, field_twice, missing_field};
use crate::vocab::Text;

/// A record under check: its fields, and where to point if one is missing.
#[derive(Debug)]
pub struct Rec<'a, R> {
    /// The fields.
    pub raw: &'a R,
    /// Where to point.
    pub place: Place,
}

impl<R> Clone for Rec<'_, R> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<R> Copy for Rec<'_, R> {}

/// A field under check.
#[derive(Debug)]
pub struct Field<'a, T> {
    /// Its name.
    pub name: &'static str,
    /// Its value, if it is given.
    pub value: &'a Option<Sp<T>>,
    /// Where its record stands.
    pub record: Place,
}

/// Names a field of a [`Rec`].
macro_rules! field {
    ($rec:ident . $field:ident) => {
        $crate::scenario::validate::check::Field {
            name: stringify!($field),
            value: &$rec.raw.$field,
            record: $rec.place,
        }
    };
}
pub(super) use field;

/// Notes problems while fields are read.
#[derive(Debug, Default)]
pub struct Check {
    /// What was found so far.
    pub problems: Collector,
    /// Days by which every date of the scenario is moved; whole weeks.
    pub moved_days: i32,
    /// Figures read so far, by origin.
    pub inputs: Inputs,
    /// Origin of the figures read now.
    origin: FigureOrigin,
    /// Origin of the figures of the record around it.
    origin_of_whole: FigureOrigin,
}

impl Check {
    /// Opens a record: notes fields that are too many; `None` if it is no record at all.
    pub fn open<'a, R: Record>(&mut self, sp: &'a Sp<R>) -> Option<Rec<'a, R>> {
        match &sp.value {
            Ok(raw) => {
                self.strays(raw);
                Some(Rec {
                    raw,
                    place: sp.place.head(1),
                })
            }
            Err(fault) => {
                self.problems.fault(sp.place, fault.clone());
                None
            }
        }
    }

    /// Notes fields that are too many.
    pub fn strays<R: Record>(&mut self, raw: &R) {
        for stray in raw.strays() {
            if stray.known {
                self.problems.fault(stray.place, field_twice(&stray.name));
            } else {
                let fault = Fault::unknown("check-unknown-field", &stray.name, R::FIELDS);
                self.problems.fault(stray.place, fault);
            }
        }
    }

    /// Returns a field that may be missing.
    pub fn maybe<'a, T>(&mut self, field: &Field<'a, T>) -> Option<(&'a T, Place)> {
        let sp = field.value.as_ref()?;
        self.value(sp)
    }

    /// Returns the value at a place, noting it if it is of the wrong type.
    pub fn value<'a, T>(&mut self, sp: &'a Sp<T>) -> Option<(&'a T, Place)> {
        match &sp.value {
            Ok(value) => Some((value, sp.place)),
            Err(fault) => {
                self.problems.fault(sp.place, fault.clone());
                None
            }
        }
    }

    /// Returns a field that must be there.
    pub fn need<'a, T>(&mut self, field: &Field<'a, T>) -> Option<(&'a T, Place)> {
        if field.value.is_none() {
            self.problems.fault(field.record, missing_field(field.name));
        }
        self.maybe(field)
    }

    /// Returns the readable values of a list that may be missing.
    pub fn items<'a, T>(&mut self, field: &Field<'a, List<T>>) -> Vec<(&'a T, Place)> {
        match self.maybe(field) {
            Some((list, _)) => list.iter().filter_map(|sp| self.value(sp)).collect(),
            None => Vec::new(),
        }
    }

    /// Returns the readable values of a list that must have some.
    pub fn some_items<'a, T>(&mut self, field: &Field<'a, List<T>>) -> Vec<(&'a T, Place)> {
        if let Some((list, place)) = self.need(field)
            && list.is_empty()
        {
            let hint = Text::new("check-empty-list-hint");
            self.problems
                .error_hint(place, empty_list(field.name), hint);
        }
        self.items(field)
    }

    /// Opens the records of a list that may be missing.
    pub fn records<'a, R: Record>(&mut self, field: &Field<'a, List<R>>) -> Vec<Rec<'a, R>> {
        match self.maybe(field) {
            Some((list, _)) => list.iter().filter_map(|sp| self.open(sp)).collect(),
            None => Vec::new(),
        }
    }

    /// Returns a date as it is after moving.
    pub fn moved(&self, date: Date) -> Result<Date, Fault> {
        moments::moved(date.at(0, 0, 0, 0), self.moved_days).map(DateTime::date)
    }

    /// Checks the note on where the figures of a record come from; those that follow count as such.
    pub fn origin(&mut self, source: Field<'_, String>, confidence: Field<'_, String>) {
        self.origin_of_whole = self.read_origin(source, confidence).unwrap_or_default();
        self.origin = self.origin_of_whole;
    }

    /// Checks the note in a record within another, whose origin it has unless it says so itself.
    pub fn origin_within(&mut self, source: Field<'_, String>, confidence: Field<'_, String>) {
        let own = self.read_origin(source, confidence);
        self.origin = own.unwrap_or(self.origin_of_whole);
    }

    fn read_origin(
        &mut self,
        source: Field<'_, String>,
        confidence: Field<'_, String>,
    ) -> Option<FigureOrigin> {
        const LEVELS: &[&str] = &["published", "derived", "estimate", "measured", "given"];
        let own = self
            .maybe(&source)
            .is_some_and(|(source, _)| source == "own" || source.starts_with("own,"));
        let (level, place) = self.maybe(&confidence)?;
        match level.as_str() {
            "measured" | "given" => Some(FigureOrigin::Own),
            "estimate" if own => Some(FigureOrigin::Own),
            "estimate" => Some(FigureOrigin::Estimate),
            "published" => Some(FigureOrigin::Published),
            "derived" => Some(FigureOrigin::Derived),
            _ => {
                let fault = Fault::unknown("check-unknown-confidence", level, LEVELS);
                self.problems.fault(place, fault);
                None
            }
        }
    }

    /// Counts a figure that a file gives.
    pub fn count_figure<T>(&mut self, field: &Field<'_, T>) {
        if field.value.is_some() {
            self.inputs.add(self.origin);
        }
    }

    /// Returns a field that must be there unless it has a default.
    pub fn with_default<'a, T>(
        &mut self,
        field: &Field<'a, T>,
        has_default: bool,
    ) -> Option<(&'a T, Place)> {
        if has_default {
            self.maybe(field)
        } else {
            self.need(field)
        }
    }
}

/// Says that a list is empty.
pub fn empty_list(name: &str) -> Text {
    Text::new("check-empty-list").name("field", name)
}

/// A text that stands in for a missing one.
pub fn empty_text() -> LocalText {
    LocalText {
        de: String::new(),
        en: String::new(),
    }
}

/// Checks where the figures of a record within another come from.
macro_rules! origin_within {
    ($check:ident, $rec:ident) => {
        $check.origin_within(
            $crate::scenario::validate::check::field!($rec.source),
            $crate::scenario::validate::check::field!($rec.confidence),
        )
    };
}
pub(super) use origin_within;

/// Checks where the figures of a record come from.
macro_rules! origin {
    ($check:ident, $rec:ident) => {
        $check.origin(
            $crate::scenario::validate::check::field!($rec.source),
            $crate::scenario::validate::check::field!($rec.confidence),
        )
    };
}
pub(super) use origin;
