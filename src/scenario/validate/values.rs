//! How the checks read single values: numbers, durations, moments, texts, each within its bounds.

use std::ops::RangeInclusive;

use jiff::civil::DateTime;

use super::check::{Check, Field, empty_text};
use super::moments;
use crate::scenario::model::{Dist, LocalText};
use crate::scenario::raw::{DistForm, Place, RawCount, RawDist, Sp};
use crate::vocab::{SimTime, parse_minutes};

/// Longest duration anything may take, minutes: ten years.
const LONGEST: f64 = 10.0 * 366.0 * 1440.0;

/// Says in which unit a figure is written; its name tells it, the unit comes last or first in it.
fn unit_of(name: &str, highest: f64) -> &'static str {
    let has = |part: &str| name.split('_').any(|word| word == part);
    match name {
        "latitude" => "degrees north of the equator, as in 49.68",
        "longitude" => "degrees east of Greenwich, as in 8.62",
        "criticality" => "1 is life and limb, 2 urgent, 3 normal, 4 can wait",
        "inhabitants" => "people who live there, a whole number",
        "clients" => "IT workplaces, a whole number",
        "rate per day" => "so many times a day: 0.5 is once in two days",
        "coefficient of variation" => {
            "how far it spreads as a share of its middle: 0.4 is 40 per cent"
        }
        _ if highest == 1.0 => "a share from 0, none of it, to 1, all of it: 30 per cent is 0.3",
        _ if has("hours") => "the unit is hours",
        _ if has("days") => "the unit is days",
        _ if has("eur") => "the unit is euros",
        _ if has("km") => "the unit is kilometres",
        _ if has("10k") => "so many for every 10000 inhabitants",
        _ if has("factor") || has("exponent") => "a factor: 1 changes nothing",
        _ => "a number without a unit, such as people, devices or times",
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
        let range = if high >= 1e9 {
            format!("{low} or more")
        } else {
            format!("{low} to {high}")
        };
        let hint = if number < low && low == 0.0 {
            "it cannot be negative".to_owned()
        } else if number.is_nan() {
            "write a number".to_owned()
        } else {
            unit_of(name, high).to_owned()
        };
        let message = format!("`{name}` must be {range}, not {number}");
        self.problems.error_hint(place, message, hint);
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
                format!("`{}` must be 0 to 1, not {number}", field.name),
                format!("{number} per cent is written as {:.2}", number / 100.0),
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
            let message = format!("`{}` must be a whole number", field.name);
            let hint = format!("thousands are written without a dot: {plain}");
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
            let message = format!("`{name}` must be a whole number, not {number}");
            let hint = format!("write {} or {}", libm::floor(number), libm::ceil(number));
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
                let message = format!("`{text}` is longer than ten years");
                self.problems.error(place, message);
                0
            }
            Err(error) => {
                let message = format!("`{}` is not a duration", error.0);
                let hint = "write minutes, hours, days or weeks, as in 30m, 12h, 1.5d, 2w";
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
                    Some((cv, place)) => {
                        self.within("coefficient of variation", *cv, place, &(0.0..=10.0))
                    }
                    None => 0.0,
                },
            },
            DistForm::Uniform(low, high) => {
                let (low, high) = (self.dist_minutes(low), self.dist_minutes(high));
                if high < low {
                    let message = "the upper bound lies below the lower bound";
                    self.problems.error(place, message);
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
            let message = "this duration must be longer than 0 minutes";
            self.problems.error(sp.place, message);
        }
        self.dist_minutes(sp)
    }

    /// Reads a text that is not empty.
    pub fn text<'a>(&mut self, field: Field<'a, String>) -> Option<(&'a str, Place)> {
        let (text, place) = self.need(&field)?;
        if text.trim().is_empty() {
            let message = format!("`{}` is empty", field.name);
            let hint = "write something between the quotes";
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
                format!("`{id}` cannot be an id"),
                "an id has letters a to z, digits, `_` and `-` only",
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
                let message = format!("the text `{language}` is empty");
                let hint = "texts are needed in both languages";
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
