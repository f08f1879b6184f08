//! What people write into cells: numbers with a decimal comma, durations, yes and no, dates.

use std::ops::RangeInclusive;

use jiff::civil::Date;

use crate::vocab::Text;

/// Latitudes between which Germany lies, degrees.
pub const GERMANY_NORTH: RangeInclusive<f64> = 47.0..=55.5;
/// Longitudes between which Germany lies, degrees.
pub const GERMANY_EAST: RangeInclusive<f64> = 5.5..=15.5;

/// How sure a person is of a figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sureness {
    /// Estimated.
    Estimate,
    /// Given by a rule or a decision.
    Given,
    /// Measured, for example in an exercise.
    Measured,
}

impl Sureness {
    /// Returns the word a scenario uses.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Estimate => "estimate",
            Self::Given => "given",
            Self::Measured => "measured",
        }
    }
}

/// Reads `gemessen`, `geschätzt`, `Vorgabe`, or their English.
pub fn sureness(text: &str) -> Result<Sureness, Text> {
    match text.to_lowercase().as_str() {
        "gemessen" | "measured" => Ok(Sureness::Measured),
        "geschätzt" | "geschaetzt" | "schätzung" | "estimate" | "estimated" => {
            Ok(Sureness::Estimate)
        }
        "vorgabe" | "vorgegeben" | "given" => Ok(Sureness::Given),
        _ => Err(Text::new("sheet-no-sureness").name("found", text)),
    }
}

/// Reads a name: what a spreadsheet would reckon with is none.
pub fn plain_text(text: &str) -> Result<String, Text> {
    if text.starts_with('#') {
        return Err(Text::new("sheet-error-value").name("found", text));
    }
    if text.starts_with(['=', '@', '+', '-']) {
        return Err(Text::new("sheet-formula").name("found", text));
    }
    Ok(text.to_owned())
}

/// Reads yes or no.
pub fn flag(text: &str) -> Result<bool, Text> {
    match text.to_lowercase().as_str() {
        "ja" | "j" | "x" | "wahr" | "1" | "yes" | "y" | "true" => Ok(true),
        "nein" | "n" | "falsch" | "0" | "-" | "no" | "false" => Ok(false),
        _ => Err(Text::new("sheet-no-flag").name("found", text)),
    }
}

/// Reads a number: `1.234,5`, `1234,5`, `1 234,5`, `1,234.5`.
///
/// A lone point or comma separates decimals as the language of the sheet has it; a lone point
/// before groups of three digits separates thousands in a German sheet, a comma in an English one.
pub fn number(text: &str, english: bool) -> Result<f64, Text> {
    let number = signed_number(text, english)?;
    if number < 0.0 {
        return Err(Text::new("sheet-negative").name("found", text));
    }
    Ok(number)
}

/// Reads a number that never reaches thousands, such as degrees: a lone point always separates decimals.
pub fn small_number(text: &str, english: bool) -> Result<f64, Text> {
    signed_number(text, english || !text.contains(','))
}

fn signed_number(text: &str, english: bool) -> Result<f64, Text> {
    if let Some(fault) = spreadsheet_accident(text) {
        return Err(fault);
    }
    let no_number = || Text::new("sheet-no-number").name("found", text);
    let plain: String = text
        .chars()
        .filter(|c| !c.is_whitespace() && *c != '\u{a0}' && *c != '\'')
        .collect();
    let decimal = match (plain.rfind(','), plain.rfind('.')) {
        (Some(comma), Some(point)) => {
            if comma > point {
                ','
            } else {
                '.'
            }
        }
        (Some(_), None) => {
            if english && in_groups(&plain, ',') {
                '.'
            } else {
                ','
            }
        }
        (None, Some(_)) => {
            if !english && in_groups(&plain, '.') {
                ','
            } else {
                '.'
            }
        }
        (None, None) => ',',
    };
    let mut normal = String::new();
    for letter in plain.chars() {
        match letter {
            letter if letter == decimal => normal.push('.'),
            ',' | '.' => {}
            letter if letter.is_ascii_digit() || letter == '-' || letter == '+' => {
                normal.push(letter);
            }
            _ => return Err(no_number()),
        }
    }
    match normal.parse::<f64>() {
        Ok(number) if number.is_finite() => Ok(number),
        _ => Err(no_number()),
    }
}

/// Whether a text is digits in groups of three, as `12.345.678`.
fn in_groups(text: &str, separator: char) -> bool {
    let mut groups = text.split(separator);
    let first = groups.next().unwrap_or_default();
    let digits = |group: &str| group.bytes().all(|byte| byte.is_ascii_digit());
    (1..=3).contains(&first.len())
        && digits(first)
        && first != "0"
        && groups.all(|group| group.len() == 3 && digits(group))
}

/// Returns a whole number without the dots between its thousands, if it has any: `161767` of `161.767`.
pub fn without_dots(text: &str) -> Option<String> {
    (text.contains('.') && in_groups(text, '.')).then(|| text.replace('.', ""))
}

/// Puts the zero back that a spreadsheet drops in front of an official key; `None` if none is missing.
pub fn with_leading_zero(key: &str) -> Option<String> {
    let digits = key.bytes().all(|byte| byte.is_ascii_digit());
    (matches!(key.len(), 4 | 7) && digits).then(|| format!("0{key}"))
}

/// Reads a share from a percentage: `30`, `30 %`, `12,5 %`.
pub fn percent(text: &str, english: bool) -> Result<f64, Text> {
    let number = number(text.trim_end_matches('%').trim_end(), english)?;
    if number > 100.0 {
        return Err(Text::new("sheet-over-100").name("found", text));
    }
    // So a spreadsheet writes per cent in a cell of another format; nobody means so little.
    if number > 0.0 && number < 1.0 {
        return Err(Text::new("sheet-under-1-percent")
            .name("found", text)
            .count("meant", libm::round(number * 100.0) as i64));
    }
    Ok(number / 100.0)
}

/// Reads a duration as whole minutes; a number alone means hours.
pub fn minutes(text: &str, english: bool) -> Result<u32, Text> {
    let unit_at = text.find(|c: char| c.is_alphabetic()).unwrap_or(text.len());
    let (figure, unit) = text.split_at(unit_at);
    let per_unit = match unit.trim_end_matches('.').trim().to_lowercase().as_str() {
        "" | "h" | "std" | "stunde" | "stunden" | "hour" | "hours" => 60.0,
        "m" | "min" | "minute" | "minuten" | "minutes" => 1.0,
        "d" | "t" | "tag" | "tage" | "tagen" | "day" | "days" => 1440.0,
        "w" | "woche" | "wochen" | "week" | "weeks" => 10_080.0,
        _ => {
            return Err(spreadsheet_accident(text)
                .unwrap_or_else(|| Text::new("sheet-no-duration").name("found", text)));
        }
    };
    let minutes = libm::round(number(figure.trim(), english)? * per_unit);
    if !(1.0..=5_270_400.0).contains(&minutes) {
        return Err(Text::new("sheet-duration-range").name("found", text));
    }
    Ok(minutes as u32)
}

/// Reads a date as Germans write it: `26.02.2027`.
pub fn german_date(text: &str) -> Option<Date> {
    let parts: Vec<&str> = text.split('.').map(str::trim).collect();
    let [day, month, year] = parts[..] else {
        return None;
    };
    if year.len() != 4 {
        return None;
    }
    let (day, month, year) = (day.parse(), month.parse(), year.parse());
    Date::new(year.ok()?, month.ok()?, day.ok()?).ok()
}

/// Reads a date: `26.02.2027` or `2027-02-26`.
pub fn date(text: &str) -> Result<Date, Text> {
    let fault = || Text::new("sheet-no-date").name("found", text);
    let as_in_files = || text.parse().ok().filter(|_: &Date| text.len() == 10);
    let date = german_date(text).or_else(as_in_files).ok_or_else(fault)?;
    if (1991..=2099).contains(&date.year()) {
        Ok(date)
    } else {
        Err(fault())
    }
}

/// What a spreadsheet made of a figure by itself: a date, an error value, or a formula it kept.
fn spreadsheet_accident(text: &str) -> Option<Text> {
    if text.starts_with('#') {
        return Some(Text::new("sheet-error-value").name("found", text));
    }
    if text.starts_with(['=', '@']) {
        return Some(Text::new("sheet-formula").name("found", text));
    }
    let lower = text.to_lowercase();
    let months = [
        "jan", "feb", "mrz", "mär", "mar", "apr", "mai", "may", "jun", "jul", "aug", "sep", "okt",
        "oct", "nov", "dez", "dec",
    ];
    let word: String = lower.chars().filter(|c| c.is_alphabetic()).collect();
    let digits = lower.chars().any(|c| c.is_ascii_digit());
    let is_date =
        (digits && months.iter().any(|month| word.starts_with(month))) || date(text).is_ok();
    is_date.then(|| Text::new("sheet-became-date").name("found", text))
}
