//! The curve of `beistand whatif`: of 100 cases so many are done, day by day, both courses side by side.

use std::io::Write;

use crate::aar::{Band, Course, Steps, WhatIf, region_curve};
use crate::scenario::Calendar;
use crate::vocab::{DAY, SimTime};
use crate::words::Words;

/// Cells of a bar that stand for 100.
const BAR: usize = 20;
/// Days that are shown after `StartEx`: closely at first, since most is decided then.
const SHOWN: [u32; 20] = [
    0, 1, 2, 3, 4, 5, 6, 7, 9, 11, 14, 17, 21, 25, 30, 40, 50, 60, 75, 90,
];

/// Both courses as curves.
pub(super) struct Curves {
    pub steps: Steps,
    pub played: Vec<f64>,
    pub changed: Vec<f64>,
    /// The lowest point of each, read more finely than the rows.
    pub lowest: [f64; 2],
}

impl Curves {
    pub fn of(asked: &WhatIf, played: &Course, changed: &Course) -> Self {
        let steps = asked.steps();
        let read = |course: &Course| region_curve(course.exercise.sim(), steps);
        Self {
            steps,
            played: read(played),
            changed: read(changed),
            lowest: [asked.lowest(played), asked.lowest(changed)],
        }
    }

    /// Prints a row for each day that is shown; with futures what the middle 90 of 100 have.
    pub fn print(
        &self,
        out: &mut impl Write,
        words: &Words,
        calendar: &Calendar,
        futures: Option<&[Vec<Band>; 2]>,
    ) -> std::io::Result<()> {
        writeln!(out, "{}", words.msg("whatif-curve"))?;
        let mut head = format!(
            "{:<12}{:<27}{:<27}",
            "",
            words.msg("whatif-played"),
            words.msg("whatif-changed")
        );
        if futures.is_some() {
            head += &words.msg("whatif-curve-futures");
        }
        writeln!(out, "{}", head.trim_end())?;
        for day in SHOWN.into_iter().filter(|day| *day < self.steps.count) {
            let at = self.steps.from.after(day * DAY);
            let step = day as usize;
            writeln!(out, "{}", self.row(words, calendar, (at, step), futures))?;
        }
        Ok(())
    }

    fn row(
        &self,
        words: &Words,
        calendar: &Calendar,
        (at, step): (SimTime, usize),
        futures: Option<&[Vec<Band>; 2]>,
    ) -> String {
        let date = words.date(&calendar.stamp(at));
        let mut row = format!(
            "{date:<12}{}  {}  ",
            bar(self.played[step]),
            bar(self.changed[step])
        );
        for bands in futures.into_iter().flatten() {
            let band = bands[step];
            let span = format!("{:.0} .. {:.0}", band.q05, band.q95);
            row += &format!("{span:<14}");
        }
        row.trim_end().to_owned()
    }
}

/// A level as a bar and a number.
fn bar(of_100: f64) -> String {
    let halves = (of_100 / 100.0 * BAR as f64 * 2.0).round() as usize;
    let mut drawn = "█".repeat(halves / 2);
    if halves % 2 == 1 {
        drawn.push('▌');
    }
    format!("{drawn:<BAR$} {of_100:>4.0}")
}
