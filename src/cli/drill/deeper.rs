//! How it goes on from what was reckoned in the menu: lines to type, what each answers and about how long it takes.

use std::path::PathBuf;
use std::time::Duration;

use super::super::Failure;
use super::super::args::{Common, DrillArgs};
use super::{again, grid, sensitivity};
use crate::aar::Deeper;
use crate::drill::design::{DesignPlan, Money};
use crate::drill::{DrillResult, Head, clauses_beyond};
use crate::scenario::Scenario;
use crate::vocab::{Arg, Text};

/// Courses that a council should see.
const COUNCIL_RUNS: u32 = 100;
/// What `beistand design` plays by itself.
const DESIGN_RUNS: u32 = 200;
const DESIGN_YEARS: f64 = 5.0;

/// What was reckoned, and how long that took.
pub(super) struct Reckoned<'a> {
    pub args: &'a DrillArgs,
    pub head: &'a Head,
    pub result: &'a DrillResult,
    /// With all drafts laid over it.
    pub scenario: &'a Scenario,
    pub runs: u32,
    pub took: Duration,
}

impl Reckoned<'_> {
    /// A sentence with the time that so many runs take here.
    fn told(&self, key: &'static str, runs: u64) -> Text {
        let played = f64::from(self.runs) * self.head.variants.len() as f64;
        let seconds = self.took.as_secs_f64() / played.max(1.0) * runs as f64;
        // Minutes of work: neither negative nor more than fit.
        #[allow(clippy::cast_sign_loss)]
        let minutes = (seconds / 60.0).ceil().clamp(1.0, 1e6) as u32;
        Text::new(key).with("time", Arg::Minutes(minutes))
    }

    /// The same reckoning as a council should see it.
    fn for_council(&self, out: &str) -> DrillArgs {
        let pacts = self.args.vary.iter().flat_map(|axis| axis.values.clone());
        let runs = self.args.runs.max(COUNCIL_RUNS);
        let mut args = DrillArgs::of_pacts(self.args.scenario.clone(), pacts.collect(), runs);
        args.own.clone_from(&self.args.own);
        args.money.hour_value = self.args.money.hour_value;
        let of = |at: usize| self.head.variants[at].pact.as_str();
        args.clauses = has_clauses_beyond(self.scenario, of(0), of(self.head.draft()));
        args.prevention = self.compares();
        args.out = Some(PathBuf::from(out));
        args
    }

    fn compares(&self) -> bool {
        self.head.draft() > 0
    }

    /// Returns the lines. One that could not be played, because what it needs cannot be read, is left out.
    pub(super) fn lines(&self, common: &Common) -> Vec<Deeper> {
        let council = self.for_council("./drill");
        let Ok(versions) = versions(&council) else {
            return Vec::new();
        };
        let runs = u64::from(council.runs) * versions;
        let mut lines = Vec::new();
        let is_rough = self.args.runs < council.runs
            || self.args.clauses != council.clauses
            || self.args.prevention != council.prevention;
        if is_rough {
            let key = if self.compares() {
                "dp-deeper-council"
            } else {
                "dp-deeper-runs"
            };
            lines.push(Deeper {
                what: self.told(key, runs),
                line: again::again(&council),
            });
        }
        let mut studied = self.for_council("./drill-sensitivity");
        studied.sensitivity = true;
        if let Ok(study) = sensitivity::prepare(&studied, common) {
            let points = u64::from(study.most_runs()) * self.head.grid().count() as u64;
            let key = if self.result.sensitivity.is_some() {
                "dp-deeper-together"
            } else if self.compares() {
                "dp-deeper-turns"
            } else {
                "dp-deeper-hangs"
            };
            lines.push(Deeper {
                what: self.told(key, runs + points),
                line: again::again(&studied),
            });
        }
        lines.extend(self.cheapest());
        lines
    }

    /// Which clauses, on prevention too, would bring as much for less; nothing where no pacts are compared.
    fn cheapest(&self) -> Option<Deeper> {
        let draft = &self.head.variants[self.head.draft()].pact;
        let pact = self
            .scenario
            .pacts
            .iter()
            .position(|pact| pact.id == *draft);
        let pact = pact.filter(|_| self.compares())?;
        let plan = DesignPlan {
            seed: self.args.seed,
            runs: DESIGN_RUNS,
            targets: Vec::new(),
            money: Money {
                years: DESIGN_YEARS,
                eur_per_hour: self.scenario.parameters.clerk_eur_per_hour,
            },
        };
        let runs = plan.most_runs(self.scenario, pact);
        Some(Deeper {
            what: self.told("dp-deeper-cheapest", runs.into()),
            line: again::design(&self.args.scenario, draft),
        })
    }
}

/// Whether a pact has a clause that can be left out and another one has not.
pub(super) fn has_clauses_beyond(scenario: &Scenario, today: &str, draft: &str) -> bool {
    let clauses = |id: &str| {
        let pact = scenario.pacts.iter().position(|pact| pact.id == id);
        pact.into_iter().flat_map(|pact| scenario.clauses_of(pact))
    };
    let mut own = clauses_beyond(clauses(today), clauses(draft));
    own.next().is_some()
}

/// How many versions are played: each pact, and what is played besides.
fn versions(args: &DrillArgs) -> Result<u64, Failure> {
    let pacts = grid::variants(args, &[])?;
    let asides = grid::asides(args, &pacts)?;
    Ok((pacts.len() + asides.len()) as u64)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::args::ScenarioArgs;
    use crate::drill::Aside;

    /// The menu asks for clauses exactly where the line that it stands for would not be refused.
    #[test]
    fn the_menu_leaves_clauses_out_where_a_line_would() {
        let scenario = crate::scenario::load("einstieg", &[]).expect("it loads");
        let mut found = [0, 0];
        for today in &scenario.pacts {
            for draft in scenario.pacts.iter().filter(|draft| draft.id != today.id) {
                let pacts = [today, draft].map(|pact| pact.id.clone()).to_vec();
                let args = DrillArgs::of_pacts(ScenarioArgs::of("einstieg".to_owned()), pacts, 1);
                let variants = grid::variants(&args, &[]).expect("they can be played");
                let asides = Aside::without_each_clause(&variants[0], &variants[1]);
                let has = has_clauses_beyond(&scenario, &today.id, &draft.id);
                assert_eq!(has, !asides.is_empty(), "{} {}", today.id, draft.id);
                found[usize::from(has)] += 1;
            }
        }
        assert!(found[0] > 0 && found[1] > 0, "{found:?}");
    }
}
