//! Curves over time, read at even steps: of 100 cases, so many are done.

use crate::sim::Sim;
use crate::vocab::{AdministrationId, HOUR, SimTime};

/// Most values of a curve that is drawn fine.
const MOST_VALUES: u32 = 360;

/// At which moments a curve is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Steps {
    /// The first moment.
    pub from: SimTime,
    /// Minutes from one to the next.
    pub every: u32,
    /// How many moments.
    pub count: u32,
}

impl Steps {
    /// Returns steps that are fine enough for a picture.
    #[must_use]
    pub fn fine(from: SimTime, until: SimTime) -> Self {
        let minutes = until.since(from);
        // Whole hours, so that the same moments are read at every length.
        let every = minutes.div_ceil(MOST_VALUES).div_ceil(HOUR).max(1) * HOUR;
        Self {
            from,
            every,
            count: minutes / every + 1,
        }
    }
}

/// Returns of 100 cases of all administrations how many are done at each step. The world must have kept its courses.
#[must_use]
pub fn region(sim: &Sim, steps: Steps) -> Vec<f64> {
    let all = 0..sim.scenario().administrations.len();
    let all: Vec<AdministrationId> = all.map(AdministrationId::from_index).collect();
    mean(sim, &all, steps)
}

/// Of 100 cases of some administrations, how many are done at each step: services weigh by their demand.
pub(super) fn mean(sim: &Sim, of: &[AdministrationId], steps: Steps) -> Vec<f64> {
    let mut sums = vec![0.0; steps.count as usize];
    let mut demand = 0.0;
    for at in of {
        let known = sim.known(*at);
        for own in known.services() {
            add(&mut sums, known.steps(own.id), own.demand_per_day, steps);
            demand += own.demand_per_day;
        }
    }
    if demand <= 0.0 {
        return vec![100.0; sums.len()];
    }
    let of_100 = |sum: &f64| (sum / demand * 1000.0).round() / 10.0;
    sums.iter().map(of_100).collect()
}

/// Adds the level of a service at each step, in cases a day.
fn add(sums: &mut [f64], levels: &[(SimTime, f32)], demand: f64, steps: Steps) {
    let mut next = 0;
    let mut level = 1.0;
    for (number, sum) in (0..).zip(sums) {
        let at = steps.from.after(steps.every * number);
        while let Some((_, value)) = levels.get(next).filter(|(moment, _)| *moment <= at) {
            level = f64::from(*value);
            next += 1;
        }
        *sum += level * demand;
    }
}
