//! Local dates, holidays, bank days and opening hours, as tables made once.
//!
//! The zone is compiled in, so the result does not depend on the machine. Open
//! time is cumulative: no happening is needed when an office opens or closes.

use jiff::civil::{Date, DateTime, Weekday as JiffWeekday};
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};

use super::OpenHoursKind;
use crate::vocab::{DAY, SimTime, Stamp, Weekday};

static BERLIN: TimeZone = jiff::tz::get!("Europe/Berlin");

/// First and last minute of office hours, on the local clock.
const OFFICE: (u32, u32) = (8 * 60, 16 * 60);

/// One local day.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Day {
    /// Its first minute; for the first day of a scenario this may be before minute 0 and is then 0.
    pub start: SimTime,
    /// Day of the week.
    pub weekday: Weekday,
    /// A Monday to Friday that is no Hessian holiday.
    pub working: bool,
    /// Between 24 December and 1 January.
    pub christmas: bool,
    /// Working days up to and including this one.
    working_until: u32,
    /// Office minutes in all days before this one.
    office_before: u32,
    /// Office hours of this day; equal bounds if closed.
    office: (SimTime, SimTime),
}

/// The calendar of a scenario.
#[derive(Debug, Clone)]
pub struct Calendar {
    begins: Timestamp,
    start_ex: SimTime,
    days: Vec<Day>,
}

impl Calendar {
    /// Makes the tables for `minutes` from `begins`, a local date and time in Europe/Berlin.
    ///
    /// # Panics
    /// If `begins` lies outside the years 1900 to 2200; the scenario check refuses such dates.
    #[must_use]
    pub fn new(begins: DateTime, start_ex: SimTime, minutes: u32) -> Self {
        let origin = instant(begins).expect("the scenario check bounds the dates");
        let mut days = Vec::new();
        let mut date = begins.date();
        let mut office_before = 0;
        let mut working_before = 0;
        loop {
            let at = |minute_of_day: u32| on_the_clock(origin, date, minute_of_day);
            let working = is_working_day(date);
            let office = if working {
                (at(OFFICE.0), at(OFFICE.1))
            } else {
                (at(OFFICE.0), at(OFFICE.0))
            };
            let day = Day {
                start: at(0),
                weekday: weekday(date.weekday()),
                working,
                christmas: (date.month() == 12 && date.day() >= 24)
                    || (date.month() == 1 && date.day() == 1),
                working_until: working_before + u32::from(working),
                office_before,
                office,
            };
            if day.start.0 > minutes {
                break;
            }
            working_before = day.working_until;
            office_before += office.1.since(office.0);
            days.push(day);
            date = date
                .tomorrow()
                .expect("the scenario check bounds the dates");
        }
        Self {
            begins: origin,
            start_ex,
            days,
        }
    }

    /// Returns a moment with its local date and clock time.
    ///
    /// # Panics
    /// If the moment lies thousands of years ahead, which no run reaches.
    #[must_use]
    pub fn stamp(&self, at: SimTime) -> Stamp {
        let local = self.local(at);
        let first = self.local(self.start_ex).date();
        let days = first
            .until((jiff::Unit::Day, local.date()))
            .map_or(0, |span| span.get_days());
        Stamp {
            at,
            year: local.year(),
            month: u8::try_from(local.month()).unwrap_or(1),
            day: u8::try_from(local.day()).unwrap_or(1),
            weekday: weekday(local.weekday()),
            hour: u8::try_from(local.hour()).unwrap_or(0),
            minute: u8::try_from(local.minute()).unwrap_or(0),
            exercise_day: days + 1,
        }
    }

    /// Returns minute 0 as RFC 3339 with its offset.
    #[must_use]
    pub fn begins_rfc3339(&self) -> String {
        let zoned = self.begins.to_zoned(BERLIN.clone());
        zoned.strftime("%Y-%m-%dT%H:%M:%S%:z").to_string()
    }

    fn local(&self, at: SimTime) -> DateTime {
        let instant = self
            .begins
            .checked_add(SignedDuration::from_mins(i64::from(at.0)))
            .expect("u32 minutes stay inside the range of the calendar");
        BERLIN.to_datetime(instant)
    }

    /// Returns all days of the table.
    #[must_use]
    pub fn days(&self) -> &[Day] {
        &self.days
    }

    /// Returns the position of the day that holds `at`; the last one for later moments.
    #[must_use]
    pub fn day_index(&self, at: SimTime) -> usize {
        // A day has 24 hours, but for two in a year: a division misses by one day at most.
        let first_night = self.days.get(1).map_or(DAY, |day| day.start.0);
        let guess = u64::from(at.0) + u64::from(DAY.saturating_sub(first_night));
        let mut index = (guess / u64::from(DAY)).min(self.days.len() as u64 - 1) as usize;
        while index > 0 && self.days[index].start > at {
            index -= 1;
        }
        while (self.days.get(index + 1)).is_some_and(|next| next.start <= at) {
            index += 1;
        }
        index
    }

    /// Returns the due minutes in `[0, at)`.
    #[must_use]
    pub fn open_until(&self, hours: OpenHoursKind, at: SimTime) -> u32 {
        match hours {
            OpenHoursKind::Always => at.0,
            OpenHoursKind::Office => {
                let day = &self.days[self.day_index(at)];
                let (from, to) = day.office;
                day.office_before + at.min(to).since(from.min(to))
            }
        }
    }

    /// Returns the moment at which so many due minutes have passed; [`SimTime::NEVER`] past the table.
    #[must_use]
    pub fn moment_of_open(&self, hours: OpenHoursKind, open_minutes: u32) -> SimTime {
        match hours {
            OpenHoursKind::Always => SimTime(open_minutes),
            OpenHoursKind::Office => {
                let next = self
                    .days
                    .partition_point(|day| day.office_before < open_minutes);
                let Some(day) = next.checked_sub(1).and_then(|index| self.days.get(index)) else {
                    return self.days.first().map_or(SimTime::NEVER, |d| d.office.0);
                };
                let into = open_minutes - day.office_before;
                if into > day.office.1.since(day.office.0) {
                    SimTime::NEVER
                } else {
                    day.office.0.after(into)
                }
            }
        }
    }

    /// Returns whether a service with these hours is due at `at`.
    #[must_use]
    pub fn is_open(&self, hours: OpenHoursKind, at: SimTime) -> bool {
        match hours {
            OpenHoursKind::Always => true,
            OpenHoursKind::Office => {
                let (from, to) = self.days[self.day_index(at)].office;
                from <= at && at < to
            }
        }
    }

    /// Returns the first due moment at or after `at`; [`SimTime::NEVER`] past the table.
    #[must_use]
    pub fn next_open(&self, hours: OpenHoursKind, at: SimTime) -> SimTime {
        if self.is_open(hours, at) {
            return at;
        }
        self.days[self.day_index(at)..]
            .iter()
            .find(|day| day.working && day.office.0 >= at)
            .map_or(SimTime::NEVER, |day| day.office.0)
    }

    /// Returns the moment `days` working days after `from`, at the same time of day.
    #[must_use]
    pub fn after_working_days(&self, from: SimTime, days: u32) -> SimTime {
        let first = self.day_index(from);
        let time_of_day = from.since(self.days[first].start);
        let mut left = days;
        for day in &self.days[first + 1..] {
            if day.working {
                left = left.saturating_sub(1);
            }
            if left == 0 {
                return day.start.after(time_of_day);
            }
        }
        SimTime::NEVER
    }

    /// Returns how many working days begin after `from`'s day up to and including `to`'s day.
    #[must_use]
    pub fn working_days_between(&self, from: SimTime, to: SimTime) -> u32 {
        let until = |at| self.days[self.day_index(at)].working_until;
        until(to.max(from)) - until(from)
    }

    /// Returns the first minutes of the working days after `from`'s day, without end: [`SimTime::NEVER`] past the table.
    pub fn starts_of_working_days(&self, from: SimTime) -> impl Iterator<Item = SimTime> + '_ {
        let days = self.days[self.day_index(from) + 1..].iter();
        let starts = days.filter(|day| day.working).map(|day| day.start);
        starts.chain(std::iter::repeat(SimTime::NEVER))
    }

    /// Returns the moment at which clocks show so many minutes after midnight, on the day of `at`; minute 0 if that was
    /// before the scenario began.
    ///
    /// # Panics
    /// If the moment lies thousands of years ahead, which no run reaches.
    #[must_use]
    pub fn clock_time(&self, at: SimTime, minute_of_day: u32) -> SimTime {
        on_the_clock(self.begins, self.local(at).date(), minute_of_day)
    }

    /// Returns the first minute of a date; `None` before the scenario begins.
    #[must_use]
    pub fn start_of(&self, date: Date) -> Option<SimTime> {
        let instant = instant(date.at(0, 0, 0, 0))?;
        let minutes = instant.duration_since(self.begins).as_mins();
        u32::try_from(minutes).ok().map(SimTime)
    }

    /// Returns 10:00 on the third bank day counted back from the day before `pay_day`: the
    /// moment by which a payment file must reach the bank. `None` before the scenario begins.
    #[must_use]
    pub fn pay_run_cut_off(&self, pay_day: Date) -> Option<SimTime> {
        let mut date = pay_day;
        let mut left = 3;
        while left > 0 {
            date = date.yesterday().ok()?;
            if is_bank_day(date) {
                left -= 1;
            }
        }
        let instant = instant(date.at(10, 0, 0, 0))?;
        let minutes = instant.duration_since(self.begins).as_mins();
        u32::try_from(minutes).ok().map(SimTime)
    }
}

fn instant(local: DateTime) -> Option<Timestamp> {
    BERLIN.to_timestamp(local).ok()
}

/// The moment at which clocks show so many minutes after midnight.
fn on_the_clock(origin: Timestamp, date: Date, minute_of_day: u32) -> SimTime {
    let clock = date
        .at(0, 0, 0, 0)
        .checked_add(SignedDuration::from_mins(i64::from(minute_of_day)))
        .expect("the scenario check bounds the dates");
    sim_time(origin, clock)
}

fn sim_time(origin: Timestamp, local: DateTime) -> SimTime {
    let minutes = instant(local)
        .expect("the scenario check bounds the dates")
        .duration_since(origin)
        .as_mins();
    SimTime(u32::try_from(minutes).unwrap_or(0))
}

const fn weekday(day: JiffWeekday) -> Weekday {
    match day {
        JiffWeekday::Monday => Weekday::Monday,
        JiffWeekday::Tuesday => Weekday::Tuesday,
        JiffWeekday::Wednesday => Weekday::Wednesday,
        JiffWeekday::Thursday => Weekday::Thursday,
        JiffWeekday::Friday => Weekday::Friday,
        JiffWeekday::Saturday => Weekday::Saturday,
        JiffWeekday::Sunday => Weekday::Sunday,
    }
}

/// Returns Easter Sunday by the Gregorian computus (Meeus/Jones/Butcher).
fn easter(year: i16) -> Option<Date> {
    let y = i32::from(year);
    let a = y % 19;
    let (b, c) = (y / 100, y % 100);
    let (d, e) = (b / 4, b % 4);
    let g = (8 * b + 13) / 25;
    let h = (19 * a + b - d - g + 15) % 30;
    let (i, k) = (c / 4, c % 4);
    let l = (32 + 2 * e + 2 * i - h - k) % 7;
    let m = (a + 11 * h + 19 * l) / 433;
    let month = (h + l - 7 * m + 90) / 25;
    let day = (h + l - 7 * m + 33 * month + 19) % 32;
    Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

fn days_after_easter(date: Date) -> Option<i32> {
    let easter = easter(date.year())?;
    easter
        .until((jiff::Unit::Day, date))
        .ok()
        .map(|span| span.get_days())
}

fn is_weekend(date: Date) -> bool {
    matches!(date.weekday(), JiffWeekday::Saturday | JiffWeekday::Sunday)
}

/// Monday to Friday that is no public holiday in Hesse (Hessisches Feiertagsgesetz, section 1).
fn is_working_day(date: Date) -> bool {
    let fixed = matches!(
        (date.month(), date.day()),
        (1 | 5, 1) | (10, 3) | (12, 25 | 26)
    );
    // Good Friday, Easter Monday, Ascension, Whit Monday, Corpus Christi.
    let movable = matches!(days_after_easter(date), Some(-2 | 1 | 39 | 50 | 60));
    !(is_weekend(date) || fixed || movable)
}

/// A day on which the TARGET payment system is open (ECB long-term calendar).
pub(super) fn is_bank_day(date: Date) -> bool {
    let fixed = matches!((date.month(), date.day()), (1 | 5, 1) | (12, 25 | 26));
    let movable = matches!(days_after_easter(date), Some(-2 | 1));
    !(is_weekend(date) || fixed || movable)
}

/// Returns the last bank day up to and including a date.
pub(super) fn last_bank_day_until(date: Date) -> Option<Date> {
    let mut days = std::iter::successors(Some(date), |day| day.yesterday().ok());
    days.find(|day| is_bank_day(*day))
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn february() -> Calendar {
        Calendar::new(
            date(2027, 2, 8).at(0, 0, 0, 0),
            SimTime(11 * DAY + 810),
            120 * DAY,
        )
    }

    #[test]
    fn stamps_follow_the_local_clock_over_the_change_to_summer_time() {
        let calendar = february();
        let start = calendar.stamp(SimTime(11 * DAY + 810));
        assert_eq!(
            (start.month, start.day, start.hour, start.minute),
            (2, 19, 13, 30)
        );
        assert_eq!(start.exercise_day, 1);
        assert_eq!(start.weekday, Weekday::Friday);
        // 48 days to 28 March, when 02:00 becomes 03:00.
        let after = calendar.stamp(SimTime(48 * DAY + 120));
        assert_eq!((after.month, after.day, after.hour), (3, 28, 3));
    }

    #[test]
    fn a_day_is_found_over_both_changes_of_the_clock() {
        for begins in [
            date(2027, 2, 8).at(0, 0, 0, 0),
            date(2027, 10, 30).at(13, 30, 0, 0),
        ] {
            for days in [0, 400] {
                let calendar = Calendar::new(begins, SimTime(0), days * DAY);
                for at in (0..(days + 2) * DAY).step_by(5).map(SimTime) {
                    let begun = calendar.days().partition_point(|day| day.start <= at);
                    assert_eq!(calendar.day_index(at), begun - 1, "{at:?}");
                }
            }
        }
    }

    #[test]
    fn office_hours_count_only_working_days() {
        let calendar = february();
        let hours = OpenHoursKind::Office;
        assert_eq!(calendar.open_until(hours, SimTime(8 * 60)), 0);
        assert_eq!(calendar.open_until(hours, SimTime(9 * 60)), 60);
        assert_eq!(calendar.open_until(hours, SimTime(7 * DAY)), 5 * 480);
        assert!(!calendar.is_open(hours, SimTime(16 * 60)));
        assert!(calendar.is_open(hours, SimTime(16 * 60 - 1)));
        // Saturday noon: next open is Monday 08:00.
        let monday = calendar.next_open(hours, SimTime(5 * DAY + 720));
        assert_eq!(monday, SimTime(7 * DAY + 480));
        // Good Friday and Easter Monday 2027 are 26 and 29 March.
        let thursday_evening = SimTime(45 * DAY + 1200);
        let next = calendar.stamp(calendar.next_open(hours, thursday_evening));
        assert_eq!((next.month, next.day, next.hour), (3, 30, 8));
    }

    #[test]
    fn open_minutes_and_moments_are_inverse() {
        let calendar = february();
        for open in [1, 60, 480, 481, 2400, 9000] {
            let at = calendar.moment_of_open(OpenHoursKind::Office, open);
            assert_eq!(calendar.open_until(OpenHoursKind::Office, at), open);
        }
    }

    #[test]
    fn pay_files_are_due_three_bank_days_before() {
        let calendar = february();
        for (pay_day, month, day) in [(date(2027, 2, 26), 2, 23), (date(2027, 3, 31), 3, 24)] {
            let stamp = calendar.stamp(calendar.pay_run_cut_off(pay_day).unwrap());
            assert_eq!((stamp.month, stamp.day, stamp.hour), (month, day, 10));
        }
        assert_eq!(calendar.pay_run_cut_off(date(2027, 2, 9)), None);
    }

    #[test]
    fn ten_working_days_are_two_weeks() {
        let calendar = february();
        assert_eq!(
            calendar.after_working_days(SimTime(600), 10),
            SimTime(14 * DAY + 600)
        );
    }

    #[test]
    fn easter_is_known() {
        for (year, month, day) in [(2024, 3, 31), (2027, 3, 28), (2038, 4, 25)] {
            assert_eq!(easter(year), Some(date(year, month, day)));
        }
    }
}
