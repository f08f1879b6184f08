//! How time passes: at the pace of the clock, to a stop, or at once where it is gone already.

use std::time::{Duration, Instant};

use super::Owner;
use crate::vocab::{Pace, SimTime, Text};

/// Longest stretch of work between two looks at the queue.
const STRETCH: Duration = Duration::from_millis(8);

impl Owner {
    /// Moves the exercise clock by what the room clock allows; returns whether it moved.
    pub(super) fn let_time_pass(&mut self, elapsed: Duration, owed: &mut f64) -> bool {
        if let Some(until) = self.exercise.owed_until() {
            self.pass_at_once(until);
            self.show_where_it_stands();
            return true;
        }
        let now = self.exercise.sim().now();
        let stage = self.next_stop_of_stages(now);
        let mut per_second = |rate: f64| {
            // A stretch that took too long is forgotten rather than made up for.
            *owed += elapsed.as_secs_f64().min(0.25) * rate;
            let whole = *owed as u32;
            *owed -= f64::from(whole);
            now.after(whole)
        };
        let limit = match self.exercise.clock().0 {
            Pace::Stopped => {
                *owed = 0.0;
                return false;
            }
            Pace::NextStop => self.next_deadline(now).min(stage),
            Pace::MinutesPerSecond(pace) => per_second(f64::from(pace)).min(stage),
            Pace::OneToOne => per_second(1.0 / 60.0).min(stage),
            // A leap passes over what a phase would stop for.
            Pace::Until(to) => to,
        };
        if self.stop_for_gathered() {
            self.show_where_it_stands();
            return true;
        }
        // Where a phase changes its pace or requests have gathered, time is only taken in two pieces.
        let aim = limit;
        let limit = limit
            .min(self.next_pace_of_stages(now))
            .min(self.next_gathered());
        if limit <= now {
            if let Pace::Until(_) = self.exercise.clock().0 {
                self.stop_for_stage();
                return true;
            }
            return false;
        }
        self.advance(limit, aim);
        if self.exercise.take_not_recorded().is_some() {
            self.exercise
                .stop_clock(Some(Text::new("stopped-not-recorded")));
            return true;
        }
        let reached = self.exercise.sim().now();
        self.follow_pace_of_stage(now, reached);
        let arrived = match self.exercise.clock().0 {
            Pace::Until(to) => reached >= to,
            _ => reached == stage,
        };
        if arrived && !self.exercise.has_ended() {
            self.stop_for_stage();
        }
        self.show_where_it_stands();
        true
    }

    /// Brings the record up to the minute in which the clock stopped: whoever follows it from outside, as the wall
    /// does, sees where the exercise stands while the room talks.
    fn show_where_it_stands(&mut self) {
        if self.exercise.clock().0 == Pace::Stopped {
            self.exercise.record_fingerprint();
        }
    }

    /// Lets time pass that is gone already, whatever happens in it: nobody could have acted.
    fn pass_at_once(&mut self, until: SimTime) {
        let begun = Instant::now();
        while self.exercise.step_to(until) && begun.elapsed() <= STRETCH {}
        if self.exercise.has_ended() {
            self.exercise.stop_clock(Some(Text::new("stopped-end")));
        } else if self.exercise.owed_until().is_none()
            && self.exercise.clock().0 != Pace::Stopped
            && let Some(reason) = self.new_alarm()
        {
            self.exercise.stop_clock(Some(reason));
        }
    }

    /// Advances to `limit`, to the first alarm of a person's seat, or as far as one stretch of work goes. `aim` is where
    /// the clock of the next stop is to stop.
    fn advance(&mut self, limit: SimTime, aim: SimTime) {
        let begun = Instant::now();
        // What begins to gather on the way shortens it.
        while self.exercise.step_to(limit.min(self.next_gathered())) {
            if let Some(reason) = self.new_alarm() {
                self.exercise.stop_clock(Some(reason));
                return;
            }
            if begun.elapsed() > STRETCH {
                break;
            }
        }
        if let Some(reason) = self.new_alarm() {
            self.exercise.stop_clock(Some(reason));
        } else if self.exercise.clock().0 == Pace::NextStop && self.exercise.sim().now() >= aim {
            let reason = if self.exercise.has_ended() {
                "stopped-end"
            } else {
                self.note_deadline();
                "stopped-deadline"
            };
            self.exercise.stop_clock(Some(Text::new(reason)));
        } else if self.exercise.has_ended() {
            self.exercise.stop_clock(Some(Text::new("stopped-end")));
        }
    }

    /// The next moment at which a phase changes its pace.
    fn next_pace_of_stages(&self, now: SimTime) -> SimTime {
        let stages = self.exercise.scenario().stages.iter();
        stages
            .flat_map(|stage| &stage.paces)
            .map(|(from, _)| *from)
            .filter(|at| *at > now)
            .fold(SimTime::NEVER, SimTime::min)
    }

    /// Takes the next pace of a phase, if the clock ran at the one before.
    fn follow_pace_of_stage(&mut self, before: SimTime, now: SimTime) {
        let mut stages = self.exercise.scenario().stages.iter();
        let stage = stages.rfind(|stage| stage.begins <= before && now < stage.ends);
        let Some(stage) = stage else { return };
        let (from, to) = (stage.pace_at(before), stage.pace_at(now));
        if from != to && self.exercise.clock().0 == Pace::MinutesPerSecond(from) {
            self.exercise.change_pace(Pace::MinutesPerSecond(to));
        }
    }
}
