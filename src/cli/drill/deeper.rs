//! How it goes on from what was reckoned in the menu: lines to type, what each answers and about how long it takes.

use std::path::PathBuf;
use std::time::Duration;

use super::super::args::{Common, DrillArgs};
use super::{again, sensitivity};
use crate::aar::Deeper;
use crate::drill::Head;
use crate::drill::design::{DesignPlan, Money};
use crate::scenario::{ClauseKind, Scenario};
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
        args.clauses = self.compares();
        args.out = Some(PathBuf::from(out));
        args
    }

    fn compares(&self) -> bool {
        self.head.draft() > 0
    }

    /// Versions that are played for a council: each pact, and the draft without each clause that today has not.
    fn versions(&self) -> u64 {
        let (first, draft) = (
            &self.head.variants[0],
            &self.head.variants[self.head.draft()],
        );
        let is_law = |id: &String| {
            let mut all = self.head.clauses.iter();
            all.any(|of| of.id == *id && of.kind == ClauseKind::Law)
        };
        let own = draft.clauses.iter();
        let own = own.filter(|id| !first.clauses.contains(id) && !is_law(id));
        let pacts = self.head.grid().count();
        (pacts + own.count()) as u64
    }

    /// Returns the lines. One that could not be played, because what it needs cannot be read, is left out.
    pub(super) fn lines(&self, common: &Common) -> Vec<Deeper> {
        let council = self.for_council("./drill");
        let runs = u64::from(council.runs) * self.versions();
        let mut lines = Vec::new();
        if self.args.runs < council.runs || self.args.clauses != council.clauses {
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
            let key = if self.compares() {
                "dp-deeper-turns"
            } else {
                "dp-deeper-hangs"
            };
            lines.push(Deeper {
                what: self.told(key, runs + points),
                line: again::again(&studied),
            });
        }
        lines.extend(self.prevention());
        lines
    }

    /// What would be done with the same money; nothing where no draft costs any.
    fn prevention(&self) -> Option<Deeper> {
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
            what: self.told("dp-deeper-prevention", runs.into()),
            line: again::design(&self.args.scenario, draft),
        })
    }
}
