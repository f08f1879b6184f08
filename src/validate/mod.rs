//! The rebuilt incidents against what was published of them: how well the usual figures did on cases that happened.
//!
//! An incident is an ordinary scenario, run many times with bots at all seats. Of each run it is read day by day
//! how things really stand; what nobody at a seat could know counts as well.

mod faults;
mod measure;
mod milestones;
mod score;

pub use faults::{faults, faults_in};
pub use milestones::{
    At, Calibration, Evidence, Incident, Milestone, Reached, Via, What, calibration,
    read_milestones,
};
pub use score::{IncidentResult, LeftOut, RowResult, Totals, ValidateResult};

use std::sync::Arc;

use crate::drill::{self, DrillPlan, Onlooker};
use crate::scenario::Scenario;

/// How the incidents are replayed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ValidatePlan {
    /// Runs of each incident.
    pub runs: u32,
    /// Seed of all luck.
    pub seed: u64,
    /// Response plan of all seats.
    pub response: String,
    /// Threads; `None` takes one for each processor. The result is the same for any number.
    pub threads: Option<usize>,
}

/// Why there is no result.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NoResult {
    /// There is no response plan of this name; these there are.
    NoResponse(Vec<String>),
    /// The onlooker stopped it.
    Stopped,
}

/// Replays the incidents and holds them against their milestones.
///
/// `scenarios` are those of the calibration's incidents, in their order.
///
/// # Errors
/// If there is no such response plan, or the onlooker stopped it.
///
/// # Panics
/// If an incident has no pact phase of the name it gives, which the scenario check refuses.
pub fn run(
    calibration: &Calibration,
    scenarios: &[Arc<Scenario>],
    plan: &ValidatePlan,
    onlooker: &dyn Onlooker,
) -> Result<ValidateResult, NoResult> {
    let mut measured = Vec::new();
    for (incident, scenario) in calibration.incidents.iter().zip(scenarios) {
        let milestones = calibration.of(&incident.id);
        let pacts = &scenario.pacts;
        let pact = pacts.iter().position(|of| of.id == scenario.default_pact);
        let drill = DrillPlan {
            runs: plan.runs,
            seed: plan.seed,
            pact: pact.expect("the check has the pact"),
            response: plan.response.clone(),
            threads: plan.threads,
        };
        let runs = drill::each(scenario, &drill, onlooker, &|_, mut exercise| {
            let days = measure::days_of(&mut exercise, &milestones);
            (days, exercise)
        })
        .map_err(NoResult::NoResponse)?;
        if runs.len() < plan.runs as usize {
            return Err(NoResult::Stopped);
        }
        for (position, milestone) in milestones.into_iter().enumerate() {
            let days = runs.iter().flat_map(|run| run[position].iter().copied());
            measured.push(score::row(milestone, scenario, days));
        }
    }
    Ok(ValidateResult::new(calibration, scenarios, plan, measured))
}
