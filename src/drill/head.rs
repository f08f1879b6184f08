//! What all runs of a drill have in common: without it rows are numbers without names.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::assumptions::AssumptionsHead;
use super::grid::{Axis, Variant};
use crate::exercise::{Exercise, Start, World};

/// A value of an axis.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Setting {
    /// The axis.
    pub path: String,
    /// Its value.
    pub value: String,
}

/// A service that citizens may be offered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ServiceHead {
    /// Its id.
    pub id: String,
    /// 1 life and limb to 4 can wait.
    pub criticality: u8,
}

/// What one variant is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct VariantHead {
    /// What it sets, in the order of the axes.
    pub settings: Vec<Setting>,
    /// 16 hex digits over all source texts and changed figures of its scenario.
    pub scenario_hash: String,
    /// Phase of the pact.
    pub pact: String,
    /// Response plan.
    pub response: String,
    /// Official keys, in the order of the scenario.
    pub administrations: Vec<String>,
    /// Services, in the order of the scenario.
    pub services: Vec<ServiceHead>,
    /// Which of them each service of an administration is, in the order in which a run lists them.
    pub offered: Vec<usize>,
}

/// What all runs of a drill have in common. Equal heads and equal run numbers give equal rows.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Head {
    /// Version of the program.
    pub version: String,
    /// Id of the scenario.
    pub scenario: String,
    /// Seed of all luck.
    pub seed: u64,
    /// How many runs there are to be, numbered from 0.
    pub runs: u32,
    /// Minutes from the start of the exercise to the end of each run.
    pub until_minutes: u32,
    /// What is varied.
    pub varied: Vec<Axis>,
    /// Every combination, as the scenario stands.
    pub variants: Vec<VariantHead>,
    /// What is drawn anew for every so many runs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub assumptions: Option<AssumptionsHead>,
}

impl Head {
    /// Describes a drill.
    ///
    /// # Panics
    /// If there are no variants.
    #[must_use]
    pub fn new(axes: &[Axis], variants: &[Variant], seed: u64, runs: u32) -> Self {
        let first = &variants[0].scenario;
        Self {
            version: env!("CARGO_PKG_VERSION").to_owned(),
            scenario: first.id.clone(),
            seed,
            runs,
            until_minutes: first.horizon_minutes,
            varied: axes.to_vec(),
            variants: variants.iter().map(VariantHead::of).collect(),
            assumptions: None,
        }
    }
}

impl Head {
    /// Returns how many runs in a row meet the same assumptions; 1 if none are drawn.
    #[must_use]
    pub fn runs_per_draw(&self) -> u32 {
        let drawn = self.assumptions.as_ref();
        drawn.map_or(1, |drawn| drawn.runs_per_draw)
    }
}

impl VariantHead {
    pub(super) fn of(variant: &Variant) -> Self {
        let scenario = &variant.scenario;
        let start = Start {
            seed: 0,
            run: 0,
            pact: variant.pact,
        };
        let begun = Exercise::new(World::new(Arc::clone(scenario)), start, Vec::new(), None);
        let offered = begun.sim().run_metrics().services;
        let settings = variant.settings.iter().cloned();
        Self {
            settings: settings
                .map(|(path, value)| Setting { path, value })
                .collect(),
            scenario_hash: scenario.hash.clone(),
            pact: scenario.pacts[variant.pact].id.clone(),
            response: variant.response.clone(),
            administrations: scenario
                .administrations
                .iter()
                .map(|administration| administration.id.clone())
                .collect(),
            services: scenario
                .services
                .iter()
                .map(|service| ServiceHead {
                    id: service.id.clone(),
                    criticality: service.criticality,
                })
                .collect(),
            offered: offered.iter().map(|service| service.template).collect(),
        }
    }
}
