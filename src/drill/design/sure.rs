//! How sure a ranking is: the same choice made again on runs drawn from those that were played (paired bootstrap).

use super::pool::frontier;
use super::search::SetRow;
use super::target::Target;
use crate::scenario::Scenario;
use crate::sim::lot;

/// Resamples.
const RESAMPLES: u32 = 1_000;

/// Shares of the resamples.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Sureness {
    /// By set: in which it meets all targets.
    pub meets: Vec<f64>,
    /// By set: in which no cheaper one does.
    pub nothing_cheaper: Vec<f64>,
    /// By set: in which no set of its family that costs no more loses less.
    pub best_at_cost: Vec<f64>,
    /// In which no set meets all targets.
    pub none_meets: f64,
}

/// What is chosen among.
pub(super) struct Choice<'a> {
    pub scenario: &'a Scenario,
    pub targets: &'a [Target],
    pub costs: &'a [f64],
    /// By set, in the order of runs; the first is nothing agreed.
    pub rows: &'a [Vec<SetRow>],
    /// Positions of the sets of each family.
    pub families: &'a [Vec<usize>],
}

impl Choice<'_> {
    /// The cheapest set that meets all targets over these runs; the one that loses less of two that cost the same.
    pub fn cheapest(&self, picked: &[usize]) -> Option<usize> {
        self.meeting(picked).first().copied()
    }

    /// The sets that meet all targets over these runs, the cheapest first.
    fn meeting(&self, picked: &[usize]) -> Vec<usize> {
        let meets = |set: &usize| {
            let reached = |target: &Target| {
                target.reached(self.scenario, &self.rows[*set], &self.rows[0], picked)
            };
            let mut targets = self.targets.iter();
            targets.all(|target| reached(target) >= target.share)
        };
        let mut meeting: Vec<usize> = (0..self.rows.len()).filter(meets).collect();
        meeting.sort_by(|a, b| {
            let by_cost = self.costs[*a].total_cmp(&self.costs[*b]);
            by_cost.then(self.loss(*a, picked).total_cmp(&self.loss(*b, picked)))
        });
        meeting
    }

    fn loss(&self, set: usize, picked: &[usize]) -> f64 {
        picked.iter().map(|run| self.rows[set][*run].weighted).sum()
    }

    /// The sets of each family that nothing of it beats over these runs.
    pub fn frontiers(&self, picked: &[usize]) -> Vec<usize> {
        let losses: Vec<f64> = (0..self.rows.len())
            .map(|set| self.loss(set, picked))
            .collect();
        let of = |family: &Vec<usize>| frontier(self.costs, &losses, family);
        self.families.iter().flat_map(of).collect()
    }

    /// Chooses again and again.
    pub fn sureness(&self, seed: u64) -> Sureness {
        let sets = self.rows.len();
        let runs = self.rows.first().map_or(0, Vec::len);
        let mut meets = vec![0_u32; sets];
        let mut nothing_cheaper = vec![0_u32; sets];
        let mut best = vec![0_u32; sets];
        let mut none = 0_u32;
        for of in 0..RESAMPLES {
            let pick = |place: u32| {
                let share = lot(seed, "design-bootstrap", &[of, place]);
                libm::floor(share * runs as f64) as usize
            };
            let picked: Vec<usize> = (0..runs as u32).map(pick).collect();
            let meeting = self.meeting(&picked);
            let least = meeting
                .first()
                .map_or(f64::INFINITY, |set| self.costs[*set]);
            none += u32::from(meeting.is_empty());
            for set in &meeting {
                meets[*set] += 1;
            }
            for (count, cost) in nothing_cheaper.iter_mut().zip(self.costs) {
                *count += u32::from(*cost <= least);
            }
            for set in self.frontiers(&picked) {
                best[set] += 1;
            }
        }
        let share = |count: u32| f64::from(count) / f64::from(RESAMPLES);
        Sureness {
            meets: meets.into_iter().map(share).collect(),
            nothing_cheaper: nothing_cheaper.into_iter().map(share).collect(),
            best_at_cost: best.into_iter().map(share).collect(),
            none_meets: share(none),
        }
    }
}
