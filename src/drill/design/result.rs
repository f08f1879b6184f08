//! What a search found: `beistand.design/1`.

use serde::Serialize;

use super::pool::{Family, Priced, Set, cost, family, members};
use super::search::{DesignPlan, SetRow};
use super::sure::Choice;
use crate::drill::Variant;
use crate::drill::comparison::{DifferenceSummary, difference};
use crate::drill::stats::Moments;
use crate::scenario::{ClauseKind, LocalText};
use crate::vocab::VERSION;

/// A clause that may be agreed.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ClausePrice {
    /// Id.
    pub id: String,
    /// What it is about.
    pub kind: ClauseKind,
    /// Where it stands in the pact.
    pub paragraph: String,
    /// Title.
    pub title: LocalText,
    /// Euro a year: what is due each year, a share of what is paid once, hours of staff.
    pub eur_per_year: f64,
}

/// How far a target is reached.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct TargetResult {
    /// As it is typed.
    pub target: String,
    /// The share that is asked for.
    pub wanted_share: f64,
    /// The share reached.
    pub reached_share: f64,
    /// Whether that is enough.
    pub met: bool,
}

/// A set of clauses, on runs that the search has not seen.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct DesignSet {
    /// Ids of its clauses, in the order of the scenario.
    pub clauses: Vec<String>,
    /// Which kinds it has.
    pub family: Family,
    /// Euro a year.
    pub eur_per_year: f64,
    /// Lost service-hours, mean.
    pub lost_service_hours: f64,
    /// The same weighted.
    pub weighted_lost_service_hours: f64,
    /// Weighted lost service-hours less those with nothing agreed, run by run.
    pub difference: DifferenceSummary,
    /// By target, in the order given.
    pub targets: Vec<TargetResult>,
    /// Whether every set of its family that costs no more loses more; of those that cost and lose the same one stands.
    pub on_frontier: bool,
    /// How sure that is: share of the resamples in which it holds.
    pub best_at_cost_share: f64,
    /// Share of the resamples in which it meets all targets.
    pub meets_share: f64,
    /// Share of the resamples in which no cheaper set does.
    pub nothing_cheaper_share: f64,
}

/// What the same money brings: positions of sets.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct EqualCost {
    /// Euro a year at most.
    pub eur_per_year: f64,
    /// The clauses on aid and provider that lose least for it.
    pub pact: usize,
    /// The prevention that loses least for it; null if none is so cheap.
    pub prevention: Option<usize>,
    /// The mixed set that loses least for it; null if none is so cheap.
    pub both: Option<usize>,
}

/// How much was looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Searched {
    /// Sets that may be agreed in all: 2 to the number of clauses.
    pub possible_sets: u64,
    /// Sets that were played.
    pub sets: u32,
    /// Runs of the search, over all sets.
    pub runs: u32,
    /// Number of the first run that the search has not seen.
    pub first_fresh_run: u32,
    /// Fresh runs of each set that is listed.
    pub fresh_runs: u32,
}

impl Searched {
    /// Returns a share of the resamples in per cent. What never came in n runs may come in one of n + 1: so few runs make
    /// nothing surer than that, however often they are drawn again.
    #[must_use]
    pub fn told(&self, share: f64) -> String {
        let runs = f64::from(self.fresh_runs);
        let share = share.min(runs / (runs + 1.0));
        if share >= 0.995 {
            return ">99 %".to_owned();
        }
        format!("{} %", libm::floor(share * 100.0))
    }
}

/// The document of a search.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Design {
    schema: &'static str,
    version: &'static str,
    scenario: String,
    scenario_hash: String,
    /// Phase whose clauses are looked at.
    pub pact: String,
    response: String,
    seed: u64,
    until_minutes: u32,
    /// Years over which what is paid once is spread.
    pub years: f64,
    /// An hour of staff, EUR.
    pub eur_per_hour: f64,
    /// Clauses that may be agreed, ordered by id.
    pub clauses: Vec<ClausePrice>,
    /// How much was looked at.
    pub searched: Searched,
    /// What was played on fresh runs, by rising cost; the first is nothing agreed.
    pub sets: Vec<DesignSet>,
    /// Position of the cheapest set that meets all targets; null if none does.
    pub cheapest: Option<usize>,
    /// Share of the resamples in which no set meets all targets.
    pub none_meets_share: f64,
    /// For the price of each set on the frontier of aid and provider.
    pub at_equal_cost: Vec<EqualCost>,
}

/// What a search hands over.
pub(super) struct Found<'a> {
    pub plan: &'a DesignPlan,
    pub variant: &'a Variant,
    pub clauses: &'a [Priced],
    /// The first is nothing agreed.
    pub sets: &'a [Set],
    pub rows: &'a [Vec<SetRow>],
    pub looked_at: u32,
    pub searched: u32,
    pub first_fresh_run: u32,
}

impl Design {
    pub(super) fn new(found: &Found<'_>) -> Self {
        let (plan, scenario) = (found.plan, &found.variant.scenario);
        let (order, costs) = by_cost(found);
        let rows: Vec<Vec<SetRow>> = order.iter().map(|at| found.rows[*at].clone()).collect();
        let families: Vec<Family> = order
            .iter()
            .map(|at| family(found.sets[*at], found.clauses))
            .collect();
        let of_family: Vec<Vec<usize>> = Family::ALL
            .iter()
            .map(|wanted| {
                let all = 0..families.len();
                all.filter(|at| families[*at] == *wanted).collect()
            })
            .collect();
        let choice = Choice {
            scenario,
            targets: &plan.targets,
            costs: &costs,
            rows: &rows,
            families: &of_family,
        };
        let all: Vec<usize> = (0..plan.runs as usize).collect();
        let sure = choice.sureness(plan.seed);
        let best = choice.frontiers(&all);
        let sets: Vec<DesignSet> = (0..order.len())
            .map(|at| {
                let clauses = members(found.sets[order[at]], found.clauses.len());
                let pairs = rows[at].iter().zip(&rows[0]);
                let mean = |value: fn(&SetRow) -> f64| {
                    let moments: Moments = rows[at].iter().map(value).collect();
                    moments.mean().unwrap_or(0.0)
                };
                DesignSet {
                    clauses: clauses
                        .map(|one| scenario.clauses[found.clauses[one].clause].id.clone())
                        .collect(),
                    family: families[at],
                    eur_per_year: costs[at],
                    lost_service_hours: mean(|row| row.lost),
                    weighted_lost_service_hours: mean(|row| row.weighted),
                    difference: difference(
                        pairs.map(|(own, nothing)| own.weighted - nothing.weighted),
                        1,
                    ),
                    targets: plan
                        .targets
                        .iter()
                        .map(|target| {
                            let reached = target.reached(scenario, &rows[at], &rows[0], &all);
                            TargetResult {
                                target: target.to_string(),
                                wanted_share: target.share,
                                reached_share: reached,
                                met: reached >= target.share,
                            }
                        })
                        .collect(),
                    on_frontier: best.contains(&at),
                    best_at_cost_share: sure.best_at_cost[at],
                    meets_share: sure.meets[at],
                    nothing_cheaper_share: sure.nothing_cheaper[at],
                }
            })
            .collect();
        Self {
            schema: "beistand.design/1",
            version: VERSION,
            scenario: scenario.id.clone(),
            scenario_hash: scenario.hash.clone(),
            pact: scenario.pacts[found.variant.pact].id.clone(),
            response: found.variant.response.clone(),
            seed: plan.seed,
            until_minutes: scenario.horizon_minutes,
            years: plan.money.years,
            eur_per_hour: plan.money.eur_per_hour,
            clauses: prices(found),
            searched: Searched {
                possible_sets: 1 << found.clauses.len(),
                sets: found.looked_at,
                runs: found.searched,
                first_fresh_run: found.first_fresh_run,
                fresh_runs: plan.runs,
            },
            at_equal_cost: at_equal_cost(&sets),
            cheapest: choice.cheapest(&all),
            none_meets_share: sure.none_meets,
            sets,
        }
    }
}

/// Positions by rising cost, nothing agreed first, and the costs in that order.
fn by_cost(found: &Found<'_>) -> (Vec<usize>, Vec<f64>) {
    let cost_of = |at: usize| cost(found.sets[at], found.clauses);
    let mut order: Vec<usize> = (0..found.sets.len()).collect();
    order.sort_by(|a, b| {
        let first = (found.sets[*a] != 0).cmp(&(found.sets[*b] != 0));
        first
            .then(cost_of(*a).total_cmp(&cost_of(*b)))
            .then(found.sets[*a].cmp(&found.sets[*b]))
    });
    let costs = order.iter().map(|at| cost_of(*at)).collect();
    (order, costs)
}

fn prices(found: &Found<'_>) -> Vec<ClausePrice> {
    let scenario = &found.variant.scenario;
    let mut prices: Vec<ClausePrice> = found
        .clauses
        .iter()
        .map(|priced| {
            let clause = &scenario.clauses[priced.clause];
            ClausePrice {
                id: clause.id.clone(),
                kind: clause.kind,
                paragraph: clause.paragraph.clone(),
                title: clause.title.clone(),
                eur_per_year: priced.eur_per_year,
            }
        })
        .collect();
    prices.sort_by(|a, b| a.id.cmp(&b.id));
    prices
}

/// For the price of each pact on the frontier, what loses least of each family.
fn at_equal_cost(sets: &[DesignSet]) -> Vec<EqualCost> {
    let best = |of: Family, at_most: f64| {
        let fitting = sets
            .iter()
            .enumerate()
            .filter(|(_, set)| set.family == of && set.eur_per_year <= at_most);
        let least = fitting.min_by(|(_, a), (_, b)| {
            let (a, b) = (a.weighted_lost_service_hours, b.weighted_lost_service_hours);
            a.total_cmp(&b)
        });
        least.map(|(at, _)| at)
    };
    let pacts = sets
        .iter()
        .enumerate()
        .filter(|(_, set)| set.family == Family::Pact && set.on_frontier);
    pacts
        .map(|(at, set)| EqualCost {
            eur_per_year: set.eur_per_year,
            pact: at,
            prevention: best(Family::Prevention, set.eur_per_year),
            both: best(Family::Both, set.eur_per_year),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn few_runs_make_nothing_sure() {
        let told = |fresh_runs: u32, share: f64| {
            let searched = Searched {
                possible_sets: 2,
                sets: 2,
                runs: 16,
                first_fresh_run: 16,
                fresh_runs,
            };
            searched.told(share)
        };
        assert_eq!([told(10, 1.0), told(100, 1.0)], ["90 %", "99 %"]);
        assert_eq!([told(200, 1.0), told(200, 0.997)], [">99 %"; 2]);
        assert_eq!([told(10, 0.62), told(10, 0.0)], ["62 %", "0 %"]);
    }
}
