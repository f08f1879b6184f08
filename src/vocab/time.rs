//! Simulated time: whole minutes since the scenario's `begins`.

use serde::{Deserialize, Serialize};

/// Minutes in an hour.
pub const HOUR: u32 = 60;
/// Minutes in a day.
pub const DAY: u32 = 24 * HOUR;

/// A point in simulated time, in whole minutes since the scenario begins.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize,
)]
#[serde(transparent)]
pub struct SimTime(pub u32);

impl SimTime {
    /// The first minute of a scenario.
    pub const ZERO: Self = Self(0);
    /// Later than every moment that can happen.
    pub const NEVER: Self = Self(u32::MAX);

    /// Returns the moment `minutes` later; saturates at [`SimTime::NEVER`].
    #[must_use]
    pub const fn after(self, minutes: u32) -> Self {
        Self(self.0.saturating_add(minutes))
    }

    /// Returns the minutes from `earlier` to here, 0 if `earlier` is later.
    #[must_use]
    pub const fn since(self, earlier: Self) -> u32 {
        self.0.saturating_sub(earlier.0)
    }
}

/// A day of the week.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
pub enum Weekday {
    Monday,
    Tuesday,
    Wednesday,
    Thursday,
    Friday,
    Saturday,
    Sunday,
}

/// A moment ready to be written: the same instant as minutes and as a local date and clock time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Stamp {
    /// Minutes since the scenario begins.
    pub at: SimTime,
    /// Year of the local date.
    pub year: i16,
    /// Month, 1 to 12.
    pub month: u8,
    /// Day of the month, 1 to 31.
    pub day: u8,
    /// Day of the week.
    pub weekday: Weekday,
    /// Hour of the local clock, 0 to 23.
    pub hour: u8,
    /// Minute of the local clock, 0 to 59.
    pub minute: u8,
    /// Day of the exercise: 1 on the day of `StartEx`, 0 or less before.
    pub exercise_day: i32,
}

impl Stamp {
    /// Whether something that was due at this moment is over. At its very minute it is: what a minute brings has happened
    /// before anybody sees it, and a deadline lapses in it.
    #[must_use]
    pub fn is_over(&self, now: SimTime) -> bool {
        self.at <= now
    }
}

/// A duration that is not written as this program writes durations.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not a duration; write minutes, hours, days or weeks, as in 30m, 12h, 90d, 2w")]
pub struct ParseDurationError(pub String);

/// Reads a duration such as `30m`, `12h`, `1.5d` or `2w` as whole minutes.
///
/// # Errors
/// Says what was given and what is expected, also for negative or absurdly long durations.
pub fn parse_minutes(text: &str) -> Result<u32, ParseDurationError> {
    let wrong = || ParseDurationError(text.to_owned());
    let trimmed = text.trim();
    let unit_at = trimmed
        .char_indices()
        .next_back()
        .map(|(at, _)| at)
        .ok_or_else(wrong)?;
    let (number, unit) = trimmed.split_at(unit_at);
    let per_unit = match unit {
        "m" => 1,
        "h" => HOUR,
        "d" => DAY,
        "w" => 7 * DAY,
        _ => return Err(wrong()),
    };
    let count: f64 = number.trim().parse().map_err(|_| wrong())?;
    let minutes = libm::round(count * f64::from(per_unit));
    if !(0.0..=f64::from(u32::MAX / 2)).contains(&minutes) {
        return Err(wrong());
    }
    Ok(minutes as u32)
}

/// Writes minutes in the largest unit that divides them, as [`parse_minutes`] reads them.
#[must_use]
pub fn format_minutes(minutes: u32) -> String {
    match minutes {
        m if m > 0 && m % DAY == 0 => format!("{}d", m / DAY),
        m if m > 0 && m % HOUR == 0 => format!("{}h", m / HOUR),
        m => format!("{m}m"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations_are_read_in_all_units() {
        for (text, minutes) in [
            ("30m", 30),
            ("12h", 720),
            ("1.5d", 2160),
            ("2w", 20160),
            (" 90d ", 129_600),
        ] {
            assert_eq!(parse_minutes(text), Ok(minutes), "{text}");
        }
    }

    #[test]
    fn what_is_no_duration_is_said() {
        for text in ["", "d", "12", "-3h", "1e99d", "nand", "3 Tage", "ä"] {
            assert!(parse_minutes(text).is_err(), "{text}");
        }
    }

    #[test]
    fn written_durations_read_back() {
        for minutes in [0, 1, 59, 60, 90, 1440, 2880, 10_081] {
            assert_eq!(parse_minutes(&format_minutes(minutes)), Ok(minutes));
        }
    }
}
