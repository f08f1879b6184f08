//! Working hours of people on recovery, as a clock of its own: shifts and weekends are no happenings.
//!
//! 10 h a day (Saturday 8, Sunday 5) to day 13 after mobilisation, 9 (Saturday 4) to day 27,
//! then 7.7 on working days; a third of that between Christmas and New Year. The day's work
//! begins at 08:00. Estimates from the reports on the incidents of 2021 and 2023.

use crate::scenario::{Calendar, Day};
use crate::vocab::{HOUR, SimTime, Weekday};

const SHIFT_BEGINS: u32 = 8 * HOUR;

/// Minutes worked on a day, counted from the day of mobilisation.
fn worked_on(day: &Day, days_since_mobilisation: usize) -> u32 {
    let (working_day, saturday, sunday) = match days_since_mobilisation {
        0..=13 => (600, 480, 300),
        14..=27 => (540, 240, 0),
        _ => (462, 0, 0),
    };
    let minutes = match day.weekday {
        Weekday::Saturday => saturday,
        Weekday::Sunday => sunday,
        _ if !day.working && days_since_mobilisation > 27 => 0,
        _ => working_day,
    };
    if day.christmas {
        minutes * 3 / 10
    } else {
        minutes
    }
}

/// The clock of people mobilised at one moment.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Shifts<'a> {
    calendar: &'a Calendar,
    first_day: usize,
}

impl<'a> Shifts<'a> {
    pub(crate) fn new(calendar: &'a Calendar, mobilised: SimTime) -> Self {
        Self {
            calendar,
            first_day: calendar.day_index(mobilised),
        }
    }

    /// Bounds of the day's shift.
    fn shift(&self, index: usize) -> (SimTime, SimTime) {
        let day = &self.calendar.days()[index];
        let begins = day.start.after(SHIFT_BEGINS);
        let worked = worked_on(day, index.saturating_sub(self.first_day));
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
    use crate::vocab::DAY;
    use jiff::civil::date;

    #[test]
    fn hours_shrink_with_the_weeks() {
        // Monday 8 February 2027.
        let begins = date(2027, 2, 8).at(0, 0, 0, 0);
        let calendar = Calendar::new(begins, SimTime(0), 60 * DAY);
        let shifts = Shifts::new(&calendar, SimTime(600));
        let week = |n: u32| shifts.worked(SimTime(n * 7 * DAY), SimTime((n + 1) * 7 * DAY));
        assert_eq!(week(0), 5 * 600 + 480 + 300);
        assert_eq!(week(2), 5 * 540 + 240);
        assert_eq!(week(4), 5 * 462);
    }

    #[test]
    fn the_end_of_work_is_the_inverse_of_work_done() {
        let begins = date(2027, 2, 8).at(0, 0, 0, 0);
        let calendar = Calendar::new(begins, SimTime(0), 60 * DAY);
        let shifts = Shifts::new(&calendar, SimTime(0));
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
}
