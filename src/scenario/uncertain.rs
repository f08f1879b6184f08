//! Figures that nobody knows for sure: how far each may be from what the scenario says, and what could be done about it.

use serde::{Deserialize, Serialize};

use super::model::LocalText;

/// What people can do about a figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum UncertainClass {
    /// A term of the pact: it is negotiated.
    Clause,
    /// What a member has ready: it can be bought.
    Preparedness,
    /// How the world is: it can only be admitted that nobody knows.
    Assumption,
}

/// The values that a figure may have.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ValueSpread {
    /// Every value from the first to the second alike.
    #[serde(alias = "Uniform")]
    Uniform(f64, f64),
    /// The same for the logarithm: half and double are equally far.
    #[serde(alias = "LogUniform")]
    LogUniform(f64, f64),
    /// From the first to the third, the second most likely.
    #[serde(alias = "Triangular")]
    Triangular(f64, f64, f64),
    /// Every whole number from the first to the second alike.
    #[serde(alias = "Whole")]
    Whole(i32, i32),
    /// One of these words.
    #[serde(alias = "OneOf")]
    OneOf(Vec<String>),
}

impl ValueSpread {
    /// Returns the value at a share of the distribution, 0 to 1, as a file writes it; numbers have four digits.
    ///
    /// Shares 0 and 1 give the ends: all forms are bounded.
    #[must_use]
    pub fn at(&self, share: f64) -> String {
        match self {
            Self::Uniform(low, high) => digits(low + (high - low) * share),
            Self::LogUniform(low, high) => {
                let (from, to) = (libm::log(*low), libm::log(*high));
                digits(libm::exp(from + (to - from) * share))
            }
            Self::Triangular(low, mode, high) => digits(triangular(*low, *mode, *high, share)),
            Self::Whole(low, high) => {
                let values = f64::from(high - low + 1);
                format!("{}", f64::from(*low) + nth_of(values, share))
            }
            Self::OneOf(words) => {
                let nth = nth_of(words.len() as f64, share);
                // Whole and below the number of words.
                #[allow(clippy::cast_sign_loss)]
                let place = nth as usize;
                words[place].clone()
            }
        }
    }

    /// Returns how far the value moves from one share of the distribution to another, in shares of the distribution
    /// (numbers) or of the way from the first value to the last (whole numbers and words, which move in steps).
    #[must_use]
    pub fn moved(&self, from: f64, to: f64) -> f64 {
        let values = match self {
            Self::Uniform(..) | Self::LogUniform(..) | Self::Triangular(..) => return to - from,
            Self::Whole(low, high) => f64::from(high - low + 1),
            Self::OneOf(words) => words.len() as f64,
        };
        (nth_of(values, to) - nth_of(values, from)) / (values - 1.0).max(1.0)
    }
}

/// Which of so many equally likely values stands at a share, from 0.
fn nth_of(values: f64, share: f64) -> f64 {
    libm::floor(values * share).min(values - 1.0)
}

/// The quantile of a triangular distribution.
fn triangular(low: f64, mode: f64, high: f64, share: f64) -> f64 {
    let width = high - low;
    if share * width < mode - low {
        low + libm::sqrt(share * width * (mode - low))
    } else {
        high - libm::sqrt((1.0 - share) * width * (high - mode))
    }
}

/// Rounds to four digits: what is typed again is what was played.
fn digits(value: f64) -> String {
    let rounded: f64 = format!("{value:.3e}").parse().unwrap_or(value);
    format!("{rounded}")
}

/// A figure whose value nobody knows for sure, or that could be agreed otherwise.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Uncertain {
    /// Id.
    pub id: String,
    /// What it is, for people.
    pub title: LocalText,
    /// What can be done about it.
    pub class: UncertainClass,
    /// Its values.
    pub spread: ValueSpread,
    /// Paths as in `--set`, each with what is written there: `{}` stands for the value, `{*0.5}` for half of it.
    pub set: Vec<(String, String)>,
    /// Where the spread comes from.
    pub source: String,
    /// How sure that is: `published`, `derived`, `estimate`, ...
    pub confidence: String,
}

impl Uncertain {
    /// Returns what `--set` would be told for a value, as [`ValueSpread::at`] writes it.
    #[must_use]
    pub fn settings(&self, value: &str) -> Vec<(String, String)> {
        let fill = |template: &String| filled(template, value).unwrap_or_default();
        let pairs = self.set.iter();
        pairs
            .map(|(path, template)| (path.clone(), fill(template)))
            .collect()
    }
}

/// Puts a value into a template; `None` if the template has no place for it, or one that is none.
pub(super) fn filled(template: &str, value: &str) -> Option<String> {
    let mut pieces = template.split('{');
    let mut text = pieces.next()?.to_owned();
    let mut places = 0;
    for piece in pieces {
        let (place, rest) = piece.split_once('}')?;
        match place.strip_prefix('*') {
            None if place.is_empty() => text.push_str(value),
            None => return None,
            Some(factor) => {
                let factor: f64 = factor.parse().ok()?;
                text.push_str(&digits(value.parse::<f64>().ok()? * factor));
            }
        }
        text.push_str(rest);
        places += 1;
    }
    (places > 0).then_some(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_give_quantiles_and_the_ends() {
        let all = [0.0, 0.5, 1.0];
        let at = |spread: &ValueSpread| all.map(|share| spread.at(share));
        assert_eq!(at(&ValueSpread::Uniform(1.0, 4.0)), ["1", "2.5", "4"]);
        assert_eq!(at(&ValueSpread::LogUniform(1.0, 16.0)), ["1", "4", "16"]);
        assert_eq!(at(&ValueSpread::Triangular(0.0, 1.0, 2.0)), ["0", "1", "2"]);
        assert_eq!(ValueSpread::Triangular(0.0, 4.0, 4.0).at(0.25), "2");
        assert_eq!(at(&ValueSpread::Whole(4, 8)), ["4", "6", "8"]);
        let words = ValueSpread::OneOf(vec!["off".into(), "on".into()]);
        assert_eq!(at(&words), ["off", "on", "on"]);
        assert_eq!(ValueSpread::Uniform(0.0, 1.0).at(0.123_456), "0.1235");
    }

    #[test]
    fn a_template_takes_the_value_and_parts_of_it() {
        assert_eq!(filled("{}", "0.5").as_deref(), Some("0.5"));
        assert_eq!(
            filled("({}, {*0.08}, 3)", "500").as_deref(),
            Some("(500, 40, 3)")
        );
        for wrong in ["5", "{", "{x}", "{*x}"] {
            assert_eq!(filled(wrong, "1"), None, "{wrong}");
        }
        assert_eq!(filled("{*2}", "on"), None);
    }
}
