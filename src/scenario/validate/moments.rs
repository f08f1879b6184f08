//! Local dates and times, and how many minutes lie between them.

use jiff::Span;
use jiff::civil::{Date, DateTime, Time};
use jiff::tz::{AmbiguousOffset, TimeZone};

use crate::scenario::raw::Fault;
use crate::scenario::sheet::german_date;
use crate::vocab::{SimTime, Text, parse_minutes};

/// Returns the time zone of every scenario, compiled in.
fn zone() -> TimeZone {
    jiff::tz::get!("Europe/Berlin")
}

/// Reads a local date and time.
pub fn date_time(text: &str) -> Result<DateTime, Fault> {
    let of = |key: &'static str, hint: &'static str| {
        Fault::new(Text::new(key).name("text", text)).with_hint(Text::new(hint))
    };
    let fault = || {
        let fault = of("check-no-moment", "check-no-moment-hint");
        match german_date_time(text) {
            Some(meant) => fault.with_hint(Text::new("check-write").name("value", meant)),
            None => fault,
        }
    };
    if !text.contains('T') {
        return Err(fault());
    }
    let local: DateTime = text.parse().map_err(|_| fault())?;
    if !(1990..=2100).contains(&local.year()) {
        let message = Text::new("check-year").name("year", local.year().to_string());
        return Err(Fault::new(message).with_hint(Text::new("check-year-hint")));
    }
    if local.second() != 0 || local.subsec_nanosecond() != 0 {
        return Err(of("check-seconds", "check-seconds-hint"));
    }
    match zone().to_ambiguous_timestamp(local).offset() {
        AmbiguousOffset::Gap { .. } => Err(of("check-clock-gap", "check-clock-gap-hint")),
        _ => Ok(local),
    }
}

/// Reads a local date.
pub fn date(text: &str) -> Result<Date, Fault> {
    let looks_right = text.len() == 10 && !text.contains('T');
    match text.parse::<Date>() {
        Ok(date) if looks_right => Ok(date),
        _ => {
            let hint = match german_date(text) {
                Some(meant) => Text::new("check-write").name("value", meant.to_string()),
                None => Text::new("check-no-date-hint"),
            };
            Err(Fault::new(Text::new("check-no-date").name("text", text)).with_hint(hint))
        }
    }
}

/// Reads a date and time as Germans write it, `19.02.2027 13:12`, and returns it as a file has it.
fn german_date_time(text: &str) -> Option<String> {
    let (date, time) = text.split_once([' ', 'T', ','])?;
    let time = time.trim().trim_end_matches("Uhr").trim();
    let time: Time = format!("{time:0>5}").parse().ok()?;
    let at = german_date(date)?.to_datetime(time);
    Some(at.strftime("%Y-%m-%dT%H:%M").to_string())
}

/// Moves a local date and time by days; the time of day stays.
pub fn moved(local: DateTime, days: i32) -> Result<DateTime, Fault> {
    local.checked_add(Span::new().days(days)).map_err(|_| {
        let message = Text::new("check-not-moved")
            .name("text", local.to_string())
            .name("days", days.to_string());
        Fault::new(message).with_hint(Text::new("check-year-hint"))
    })
}

/// Returns by how many whole weeks, in days, a start of the exercise must be moved so that it
/// comes on its day of the week, on `start` or in the six days after.
pub fn days_to(start: Date, start_ex: Date) -> i32 {
    let days = start_ex
        .until((jiff::Unit::Day, start))
        .map_or(0, |span| span.get_days());
    // Rounded up to whole weeks, also backwards.
    days + (-days).rem_euclid(7)
}

/// Reads a moment of a scenario: a local date and time, moved by days, or a duration since it begins.
pub fn moment(text: &str, begins: DateTime, moved_days: i32) -> Result<SimTime, Fault> {
    if let Ok(minutes) = parse_minutes(text) {
        return Ok(SimTime(minutes));
    }
    let local = moved(date_time(text)?, moved_days)?;
    let seconds = timestamp(local) - timestamp(begins);
    if seconds < 0 {
        let message = Text::new("check-before-beginning")
            .name("text", text)
            .name("begins", begins.to_string());
        return Err(Fault::new(message).with_hint(Text::new("check-before-beginning-hint")));
    }
    let minutes = u32::try_from(seconds / 60).map(SimTime);
    minutes.map_err(|_| Fault::new(Text::new("check-too-far").name("text", text)))
}

/// Returns seconds since 1970 of a local time; of a doubled hour the earlier.
fn timestamp(local: DateTime) -> i64 {
    zone()
        .to_ambiguous_timestamp(local)
        .compatible()
        .map_or(0, jiff::Timestamp::as_second)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn minutes_are_those_that_pass_also_when_the_clocks_change() {
        let begins = date_time("2027-03-27T12:00").unwrap();
        assert_eq!(moment("2027-03-28T12:00", begins, 0), Ok(SimTime(23 * 60)));
        assert_eq!(moment("2d", begins, 0), Ok(SimTime(2880)));
    }

    #[test]
    fn a_start_is_moved_by_whole_weeks_to_its_day_of_the_week() {
        let friday = date("2027-02-19").unwrap();
        for (start, days) in [
            ("2027-02-19", 0),
            ("2027-02-20", 7),
            ("2027-02-26", 7),
            ("2027-02-18", 0),
            ("2027-02-13", 0),
            ("2027-02-12", -7),
            ("2026-02-19", -364),
        ] {
            assert_eq!(days_to(date(start).unwrap(), friday), days, "{start}");
        }
        let begins = date_time("2027-03-05T12:00").unwrap();
        // Four weeks later the clocks have gone forward: an hour less lies between.
        let moved_begins = moved(begins, 21).unwrap();
        assert_eq!(
            moment("2027-03-07T12:00", moved_begins, 21),
            Ok(SimTime(47 * 60))
        );
    }

    #[test]
    fn a_date_as_germans_write_it_is_turned_round() {
        for (text, meant) in [
            ("19.02.2027 13:12", Some("2027-02-19T13:12")),
            ("9.2.2027, 8:05 Uhr", Some("2027-02-09T08:05")),
            ("30.02.2027 13:12", None),
            ("19.02.2027", None),
        ] {
            let hint = match meant {
                Some(meant) => Text::new("check-write").name("value", meant),
                None => Text::new("check-no-moment-hint"),
            };
            let fault = date_time(text).unwrap_err();
            assert_eq!(fault.hint, Some(hint), "{text}");
        }
        let fault = date("26.02.2027").unwrap_err();
        let hint = Text::new("check-write").name("value", "2027-02-26");
        assert_eq!(fault.hint, Some(hint));
    }

    #[test]
    fn an_hour_that_the_clocks_skip_is_said() {
        let fault = date_time("2027-03-28T02:30").unwrap_err();
        assert_eq!(fault.message.key, "check-clock-gap");
        assert!(date_time("2027-10-31T02:30").is_ok());
    }

    #[test]
    fn a_date_before_the_beginning_is_said() {
        let begins = date_time("2027-02-08T00:00").unwrap();
        let fault = moment("2027-02-07T23:59", begins, 0).unwrap_err();
        assert_eq!(fault.message.key, "check-before-beginning");
    }

    #[test]
    fn what_is_no_date_is_said() {
        for text in [
            "",
            "2027-02-30T10:00",
            "19.02.2027",
            "2027-02-19",
            "2027-02-19T13:30:10",
        ] {
            assert!(date_time(text).is_err(), "{text}");
        }
        for text in ["2027-02-30", "26.02.2027", "2027-02-26T10:00"] {
            assert!(date(text).is_err(), "{text}");
        }
    }
}
