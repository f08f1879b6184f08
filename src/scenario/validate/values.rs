//! How the checks read single values: numbers, durations, moments, texts, each within its bounds.

use std::ops::RangeInclusive;

use jiff::civil::DateTime;

use super::check::{Check, Field, empty_text};
use super::moments;
use crate::scenario::model::{Dist, LocalText};
use crate::scenario::raw::{DistForm, Place, RawCount, RawDist, Sp};
use crate::vocab::{Arg, SimTime, Text, parse_minutes};

/// Longest duration anything may take, minutes: ten years.
const LONGEST: f64 = 10.0 * 366.0 * 1440.0;

/// What the rate of a link is called, which has no field of its own.
pub const RATE: &str = "rate per day";
/// The same for how far a duration spreads.
const VARIATION: &str = "coefficient of variation";

/// Returns how a figure is called: its field, or words where it has none.
fn name_of(name: &str) -> Arg {
    match name {
        RATE => Arg::Text(Box::new(Text::new("check-name-rate"))),
        VARIATION => Arg::Text(Box::new(Text::new("check-name-variation"))),
        field => Arg::Name(field.to_owned()),
    }
}

/// Says in which unit a figure is written; its name tells it, the unit comes last or first in it.
fn unit_of(name: &str, highest: f64) -> &'static str {
    let has = |part: &str| name.split('_').any(|word| word == part);
    match name {
        "latitude" => "check-unit-latitude",
        "longitude" => "check-unit-longitude",
        "criticality" => "check-unit-criticality",
        "inhabitants" => "check-unit-inhabitants",
        "clients" => "check-unit-clients",
        RATE => "check-unit-rate",
        VARIATION => "check-unit-variation",
        _ if highest == 1.0 => "check-unit-share",
        _ if has("hours") => "check-unit-hours",
        _ if has("days") => "check-unit-days",
        _ if has("eur") => "check-unit-euros",
        _ if has("km") => "check-unit-kilometres",
        _ if has("10k") => "check-unit-per-10k",
        _ if has("factor") || has("exponent") => "check-unit-factor",
        _ => "check-unit-none",
    }
}

impl Check {
    /// Reads a number within bounds; without a default it must be there.
    pub fn number(
        &mut self,
        field: Field<'_, f64>,
        bounds: RangeInclusive<f64>,
        default: Option<f64>,
    ) -> f64 {
        self.count_figure(&field);
        let Some((number, place)) = self.with_default(&field, default.is_some()) else {
            return default.unwrap_or(*bounds.start());
        };
        self.within(field.name, *number, place, &bounds)
    }

    /// Holds a number to its bounds.
    pub fn within(
        &mut self,
        name: &str,
        number: f64,
        place: Place,
        bounds: &RangeInclusive<f64>,
    ) -> f64 {
        if bounds.contains(&number) {
            return number;
        }
        let (low, high) = (*bounds.start(), *bounds.end());
        let message = if high >= 1e9 {
            Text::new("check-at-least")
        } else {
            Text::new("check-range").name("high", high.to_string())
        };
        let message = message
            .with("field", name_of(name))
            .name("low", low.to_string())
            .name("number", number.to_string());
        let hint = if number < low && low == 0.0 {
            "check-not-negative"
        } else if number.is_nan() {
            "check-no-number"
        } else {
            unit_of(name, high)
        };
        self.problems.error_hint(place, message, Text::new(hint));
        low
    }

    /// Reads a share from 0 to 1.
    pub fn share(&mut self, field: Field<'_, f64>, default: Option<f64>) -> f64 {
        if let Some(sp) = field.value
            && let Ok(number) = &sp.value
            && (2.0..=100.0).contains(number)
        {
            self.problems.error_hint(
                sp.place,
                Text::new("check-range")
                    .name("field", field.name)
                    .name("low", "0")
                    .name("high", "1")
                    .name("number", number.to_string()),
                Text::new("check-per-cent")
                    .name("number", number.to_string())
                    .name("share", format!("{:.2}", number / 100.0)),
            );
            return 0.0;
        }
        self.number(field, 0.0..=1.0, default)
    }

    /// Reads a whole number within bounds.
    pub fn count(
        &mut self,
        field: Field<'_, f64>,
        bounds: RangeInclusive<u32>,
        default: Option<u32>,
    ) -> u32 {
        let (low, high) = (*bounds.start(), *bounds.end());
        self.count_figure(&field);
        match self.with_default(&field, default.is_some()) {
            Some((number, place)) => self.whole(field.name, *number, place, low..=high),
            None => default.unwrap_or(low),
        }
    }

    /// Reads a whole number that may reach thousands; a dot between these would be read as a decimal point.
    pub fn large_count(
        &mut self,
        field: Field<'_, RawCount>,
        bounds: RangeInclusive<u32>,
        default: Option<u32>,
    ) -> u32 {
        let low = *bounds.start();
        self.count_figure(&field);
        let Some((count, place)) = self.with_default(&field, default.is_some()) else {
            return default.unwrap_or(low);
        };
        if let Some(plain) = &count.without_dots {
            let message = Text::new("check-whole").name("field", field.name);
            let hint = Text::new("check-thousands").name("number", plain);
            self.problems.error_hint(place, message, hint);
            return plain.parse().unwrap_or(low);
        }
        self.whole(field.name, count.number, place, bounds)
    }

    /// Holds a number to be whole and within bounds.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    pub fn whole(
        &mut self,
        name: &str,
        number: f64,
        place: Place,
        bounds: RangeInclusive<u32>,
    ) -> u32 {
        let (low, high) = (f64::from(*bounds.start()), f64::from(*bounds.end()));
        let number = self.within(name, number, place, &(low..=high));
        if number.fract() != 0.0 {
            let message = Text::new("check-not-whole")
                .with("field", name_of(name))
                .name("number", number.to_string());
            let hint = Text::new("check-write-either")
                .name("below", libm::floor(number).to_string())
                .name("above", libm::ceil(number).to_string());
            self.problems.error_hint(place, message, hint);
        }
        number as u32
    }

    /// Reads a flag.
    pub fn flag(&mut self, field: Field<'_, bool>, default: bool) -> bool {
        self.maybe(&field).map_or(default, |(flag, _)| *flag)
    }

    /// Reads a duration in minutes.
    pub fn minutes(&mut self, field: Field<'_, String>, default: Option<u32>) -> u32 {
        self.count_figure(&field);
        match self.with_default(&field, default.is_some()) {
            Some((text, place)) => self.duration(text, place),
            None => default.unwrap_or(0),
        }
    }

    fn duration(&mut self, text: &str, place: Place) -> u32 {
        match parse_minutes(text) {
            Ok(minutes) if f64::from(minutes) <= LONGEST => minutes,
            Ok(_) => {
                let message = Text::new("check-ten-years").name("text", text);
                self.problems.error(place, message);
                0
            }
            Err(error) => {
                let message = Text::new("check-no-duration").name("text", error.0);
                let hint = Text::new("check-no-duration-hint");
                self.problems.error_hint(place, message, hint);
                0
            }
        }
    }

    /// Reads a duration that may differ from run to run.
    pub fn dist(&mut self, field: Field<'_, RawDist>, default: Option<Dist>) -> Dist {
        self.count_figure(&field);
        match self.with_default(&field, default.is_some()) {
            Some((raw, place)) => self.dist_of(raw, place),
            None => default.unwrap_or(Dist::Fixed(0.0)),
        }
    }

    /// Reads one that may be missing.
    pub fn maybe_dist(&mut self, field: Field<'_, RawDist>) -> Option<Dist> {
        self.count_figure(&field);
        let (raw, place) = self.maybe(&field)?;
        Some(self.dist_of(raw, place))
    }

    /// Holds a distribution to its bounds.
    pub fn dist_of(&mut self, raw: &RawDist, place: Place) -> Dist {
        match &raw.0 {
            DistForm::Fixed(value) => Dist::Fixed(self.dist_minutes(value)),
            DistForm::Exp(mean) => Dist::Exp {
                mean: self.positive_minutes(mean),
            },
            DistForm::LogNormal(median, cv) => Dist::LogNormal {
                median: self.positive_minutes(median),
                cv: match self.value(cv) {
                    Some((cv, place)) => self.within(VARIATION, *cv, place, &(0.0..=10.0)),
                    None => 0.0,
                },
            },
            DistForm::Uniform(low, high) => {
                let (low, high) = (self.dist_minutes(low), self.dist_minutes(high));
                if high < low {
                    self.problems
                        .error(place, Text::new("check-bounds-swapped"));
                }
                Dist::Uniform { low, high }
            }
        }
    }

    fn dist_minutes(&mut self, sp: &Sp<String>) -> f64 {
        self.value(sp)
            .map_or(0.0, |(text, place)| f64::from(self.duration(text, place)))
    }

    fn positive_minutes(&mut self, sp: &Sp<String>) -> f64 {
        let is_zero = |text: &String| parse_minutes(text) == Ok(0);
        if sp.value.as_ref().is_ok_and(is_zero) {
            let message = Text::new("check-duration-zero");
            self.problems.error(sp.place, message);
        }
        self.dist_minutes(sp)
    }

    /// Reads a text that is not empty.
    pub fn text<'a>(&mut self, field: Field<'a, String>) -> Option<(&'a str, Place)> {
        let (text, place) = self.need(&field)?;
        if text.trim().is_empty() {
            let message = Text::new("check-empty").name("field", field.name);
            let hint = Text::new("check-empty-hint");
            self.problems.error_hint(place, message, hint);
        }
        Some((text, place))
    }

    /// Reads an id: letters, digits, `_` and `-`.
    pub fn id(&mut self, field: Field<'_, String>) -> String {
        let Some((id, place)) = self.text(field) else {
            return String::new();
        };
        let fits = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '-';
        if !id.chars().all(fits) {
            self.problems.error_hint(
                place,
                Text::new("check-no-id").name("id", id),
                Text::new("check-no-id-hint"),
            );
        }
        id.to_owned()
    }

    /// Reads a text in both languages.
    pub fn local_text(&mut self, field: Field<'_, LocalText>) -> LocalText {
        match self.need(&field) {
            Some((text, place)) => self.both_languages(text, place),
            None => empty_text(),
        }
    }

    /// Holds a text to be there in both languages.
    pub fn both_languages(&mut self, text: &LocalText, place: Place) -> LocalText {
        for (language, text) in [("de", &text.de), ("en", &text.en)] {
            if text.trim().is_empty() {
                let message = Text::new("check-empty-language").name("language", language);
                let hint = Text::new("check-empty-language-hint");
                self.problems.error_hint(place, message, hint);
            }
        }
        text.clone()
    }

    /// Reads a moment: a local date and time, or a duration since the scenario begins. `None` if there is none, or
    /// none that can be read: nothing more is said of when it comes.
    pub fn moment(&mut self, field: Field<'_, String>, begins: DateTime) -> Option<SimTime> {
        let (text, place) = self.maybe(&field)?;
        match moments::moment(text, begins, self.moved_days) {
            Ok(moment) => Some(moment),
            Err(fault) => {
                self.problems.fault(place, fault);
                None
            }
        }
    }
}
