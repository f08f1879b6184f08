//! Working hours of people on recovery, as a clock of its own: shifts and weekends are no happenings.
//!
//! The day's work begins at 08:00. Hours by stretch of time and weekday stand in the catalogue;
//! a third of them is worked between Christmas and New Year.

use crate::scenario::{Calendar, Day};
use crate::vocab::{DAY, HOUR, SimTime, Weekday};

const SHIFT_BEGINS: u32 = 8 * HOUR;
/// Hours per calendar day in normal times: 7.7 on five days of the week.
const NORMAL_HOURS: f64 = 5.5;
/// Days over which the mean of hours is taken.
const MEMORY_DAYS: u32 = 14;

/// Hours of a weekday, a Saturday and a Sunday.
type Hours = (f64, f64, f64);

/// Minutes of a weekday, a Saturday and a Sunday, by stretch of time: worked out once, since clocks of work are read
/// day by day.
#[derive(Debug, Clone, Copy)]
pub(crate) struct ShiftMinutes([[u32; 3]; 3]);

impl ShiftMinutes {
    pub(crate) fn of(hours: &[Hours; 3]) -> Self {
        let minutes = |hours: f64| libm::round(hours * 60.0) as u32;
        Self(hours.map(|(weekday, saturday, sunday)| [weekday, saturday, sunday].map(minutes)))
    }

    /// Minutes worked on a day, counted from the day of mobilisation.
    fn worked_on(&self, day: &Day, days_since_mobilisation: usize) -> u32 {
        let stretch = match days_since_mobilisation {
            0..=13 => 0,
            14..=27 => 1,
            _ => 2,
        };
        let [weekday, saturday, sunday] = self.0[stretch];
        let minutes = match day.weekday {
            Weekday::Saturday => saturday,
            Weekday::Sunday => sunday,
            // Holidays are kept again once the first weeks are over.
            _ if !day.working && stretch == 2 => 0,
            _ => weekday,
        };
        if day.christmas {
            minutes * 3 / 10
        } else {
            minutes
        }
    }
}

/// The clock of people mobilised at one moment.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Shifts<'a> {
    calendar: &'a Calendar,
    minutes: &'a ShiftMinutes,
    mobilised: SimTime,
    first_day: usize,
}

impl<'a> Shifts<'a> {
    pub(crate) fn new(
        calendar: &'a Calendar,
        minutes: &'a ShiftMinutes,
        mobilised: SimTime,
    ) -> Self {
        Self {
            calendar,
            minutes,
            mobilised,
            first_day: calendar.day_index(mobilised),
        }
    }

    /// Bounds of the day's shift.
    fn shift(&self, index: usize) -> (SimTime, SimTime) {
        let day = &self.calendar.days()[index];
        let begins = day.start.after(SHIFT_BEGINS);
        let worked = self
            .minutes
            .worked_on(day, index.saturating_sub(self.first_day));
        (begins, begins.after(worked))
    }

    /// Minutes worked from `from` to `to`.
    pub(crate) fn worked(&self, from: SimTime, to: SimTime) -> u32 {
        if to <= from {
            return 0;
        }
        let days = self.calendar.day_index(from)..=self.calendar.day_index(to);
        days.map(|index| {
            let (begins, ends) = self.shift(index);
            to.min(ends).since(from.max(begins))
        })
        .sum()
    }

    /// Mean hours per calendar day over the last 14 days; before mobilisation they were normal.
    pub(crate) fn mean_hours(&self, now: SimTime) -> f64 {
        let memory = MEMORY_DAYS * DAY;
        let on_it = now.since(self.mobilised).min(memory);
        let worked = self.worked(SimTime(now.0 - on_it), now);
        let before = f64::from(memory - on_it) / f64::from(DAY) * NORMAL_HOURS;
        (f64::from(worked) / 60.0 + before) / f64::from(MEMORY_DAYS)
    }

    /// The moment at which so many minutes have been worked since `from`; [`SimTime::NEVER`] past the calendar.
    pub(crate) fn moment_after(&self, from: SimTime, minutes: f64) -> SimTime {
        let mut left = minutes.max(0.0).ceil();
        for index in self.calendar.day_index(from)..self.calendar.days().len() {
            let (begins, ends) = self.shift(index);
            let begins = begins.max(from);
            let here = f64::from(ends.since(begins));
            if left <= here {
                return begins.after(left as u32);
            }
            left -= here;
        }
        SimTime::NEVER
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    const HOURS: [Hours; 3] = [(10.0, 8.0, 5.0), (9.0, 4.0, 0.0), (7.7, 0.0, 0.0)];

    /// From Monday 8 February 2027 on.
    fn calendar() -> Calendar {
        Calendar::new(date(2027, 2, 8).at(0, 0, 0, 0), SimTime(0), 60 * DAY)
    }

    #[test]
    fn hours_shrink_with_the_weeks() {
        let (calendar, minutes) = (calendar(), ShiftMinutes::of(&HOURS));
        let shifts = Shifts::new(&calendar, &minutes, SimTime(600));
        let week = |n: u32| shifts.worked(SimTime(n * 7 * DAY), SimTime((n + 1) * 7 * DAY));
        assert_eq!(week(0), 5 * 600 + 480 + 300);
        assert_eq!(week(2), 5 * 540 + 240);
        assert_eq!(week(4), 5 * 462);
    }

    #[test]
    fn the_end_of_work_is_the_inverse_of_work_done() {
        let (calendar, minutes) = (calendar(), ShiftMinutes::of(&HOURS));
        let shifts = Shifts::new(&calendar, &minutes, SimTime(0));
        let from = SimTime(3 * DAY + 700);
        for minutes in [1_u32, 100, 500, 1000, 9000] {
            let end = shifts.moment_after(from, f64::from(minutes));
            assert_eq!(shifts.worked(from, end), minutes);
        }
        assert_eq!(shifts.moment_after(from, 1e9), SimTime::NEVER);
        assert_eq!(
            shifts.worked(SimTime(22 * HOUR), SimTime(DAY + 6 * HOUR)),
            0
        );
    }

    #[test]
    fn the_mean_of_hours_remembers_two_weeks() {
        let (calendar, minutes) = (calendar(), ShiftMinutes::of(&HOURS));
        let shifts = Shifts::new(&calendar, &minutes, SimTime(0));
        let mean = |day: u32| shifts.mean_hours(SimTime(day * DAY));
        let near = |a: f64, b: f64| assert!((a - b).abs() < 1e-9, "{a} is not {b}");
        near(mean(0), 5.5);
        // One week of 63 hours after one of 38.5.
        near(mean(7), (63.0 + 38.5) / 14.0);
        near(mean(14), 9.0);
        near(mean(28), 7.0);
    }
}
