//! What all runs of a drill have in common: without it rows are numbers without names.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::aside::Aside;
use super::assumptions::AssumptionsHead;
use super::course::step_minutes;
use super::grid::{Axis, Variant, draft_position, is_idle, principal};
use super::money::Cost;
use super::titles::titles;
use crate::exercise::{Exercise, Start, World};
use crate::scenario::{
    Administration, AdministrationKind, Clause, ClauseKind, FigureOrigin, LocalText, Scenario,
};
use crate::vocab::{PlaceNames, VERSION};

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
    /// Emergency operation due within (WAZ, RTO).
    pub waz_minutes: u32,
    /// Tolerable at the most (MTA, MTPD).
    pub mta_minutes: u32,
}

/// A clause as people read it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ClauseHead {
    /// Its id.
    pub id: String,
    /// What it is about.
    pub kind: ClauseKind,
    /// Where it stands in the contract.
    pub paragraph: String,
    /// Title.
    pub title: LocalText,
    /// What it says.
    pub sentence: LocalText,
    /// What it costs.
    pub cost: Cost,
}

/// An administration as people read it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PlaceHead {
    /// Official key.
    pub id: String,
    /// Name.
    pub name: String,
    /// Latitude and longitude in degrees.
    pub position: Option<(f64, f64)>,
    /// Inhabitants served; a county counts those of its municipalities.
    pub inhabitants: u32,
    /// Whether it offers services, so that its citizens can lose any.
    pub offers_services: bool,
}

/// How many figures of the scenario come from where.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct InputsHead {
    /// From the administrations themselves.
    pub own: u32,
    /// Published, or derived from what is published.
    pub published: u32,
    /// Estimates, and those of which the scenario does not say.
    pub assumed: u32,
}

/// What one variant is.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct VariantHead {
    /// What it sets, in the order of the axes.
    pub settings: Vec<Setting>,
    /// What it is, if it is none of the combinations.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub aside: Option<Aside>,
    /// 16 hex digits over all source texts and changed figures of its scenario.
    pub scenario_hash: String,
    /// Phase of the pact.
    pub pact: String,
    /// Its title.
    pub pact_title: LocalText,
    /// Clauses it switches on.
    pub clauses: Vec<String>,
    /// What they cost together.
    pub cost: Cost,
    /// Response plan.
    pub response: String,
    /// Its title.
    pub response_title: LocalText,
    /// Official keys, in the order of the scenario.
    pub administrations: Vec<String>,
    /// Services, in the order of the scenario.
    pub services: Vec<ServiceHead>,
    /// Which of them each service of an administration is, in the order in which a run lists them.
    pub offered: Vec<usize>,
    /// Whose each of these is, by position in the administrations.
    pub offered_by: Vec<usize>,
}

/// What all runs of a drill have in common. Equal heads and equal run numbers give equal rows.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Head {
    /// Version of the program.
    pub version: String,
    /// Id of the scenario.
    pub scenario: String,
    /// Its title.
    pub title: LocalText,
    /// Seed of all luck.
    pub seed: u64,
    /// How many runs there are to be, numbered from 0.
    pub runs: u32,
    /// Minutes from the start of the exercise to the end of each run.
    pub until_minutes: u32,
    /// Minutes between two readings of the course of a run.
    pub course_step_minutes: u32,
    /// What is varied.
    pub varied: Vec<Axis>,
    /// What the scenario calls the figure of each axis: the clause it switches, or an uncertain figure; `None` where it has no
    /// words for it.
    pub titles: Vec<Option<LocalText>>,
    /// Every combination, as the scenario stands, then what is played besides.
    pub variants: Vec<VariantHead>,
    /// What is drawn anew for every so many runs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub assumptions: Option<AssumptionsHead>,
    /// The clauses of the draft.
    pub clauses: Vec<ClauseHead>,
    /// Clauses on prevention that today has not, where it was asked what the draft's money would bring with them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub prevention: Option<Vec<ClauseHead>>,
    /// Administrations, in the order of the scenario.
    pub places: Vec<PlaceHead>,
    /// The administration that is looked at more closely.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub own: Option<String>,
    /// Whether places bear names of real ones.
    pub place_names: PlaceNames,
    /// Inhabitants of all administrations that offer services, each once.
    pub inhabitants: u64,
    /// What an hour of work of a member's staff costs in the scenario, EUR.
    pub staff_eur_per_hour: f64,
    /// Where figures come from.
    pub inputs: InputsHead,
}

impl Head {
    /// Describes a drill.
    ///
    /// # Panics
    /// If the variants are not all combinations of the axes.
    #[must_use]
    pub fn new(axes: &[Axis], variants: &[Variant], seed: u64, runs: u32) -> Self {
        let first = &variants[0].scenario;
        let draft = &variants[draft_position(axes)];
        Self {
            version: VERSION.to_owned(),
            scenario: first.id.clone(),
            title: first.title.clone(),
            seed,
            runs,
            until_minutes: first.horizon_minutes,
            course_step_minutes: step_minutes(first.horizon_minutes),
            varied: axes.to_vec(),
            titles: titles(first, axes),
            variants: variants.iter().map(VariantHead::of).collect(),
            clauses: draft.clauses().map(ClauseHead::of).collect(),
            prevention: None,
            places: places(first),
            own: None,
            place_names: first.place_names(),
            inhabitants: inhabitants(first),
            staff_eur_per_hour: first.parameters.clerk_eur_per_hour,
            inputs: inputs(first),
            assumptions: None,
        }
    }

    /// Returns the variants that are compared with one another: all combinations.
    pub fn grid(&self) -> impl Iterator<Item = (usize, &VariantHead)> {
        let all = self.variants.iter().enumerate();
        all.filter(|(_, variant)| variant.aside.is_none())
    }

    /// Returns axes that change nothing under a pact, each with a version under it: what they set belongs to another pact, or to
    /// a clause that this one has not. Versions that differ in nothing else are the same run.
    #[must_use]
    pub fn idle(&self) -> Vec<(&Axis, &VariantHead)> {
        let mut idle: Vec<(&Axis, &VariantHead)> = Vec::new();
        for axis in &self.varied {
            let changes_nothing = |of: &VariantHead| {
                let mut clauses = of.clauses.iter();
                is_idle(&axis.path, &of.pact, |clause| {
                    clauses.any(|of| of == clause)
                })
            };
            for (_, variant) in self.grid().filter(|(_, of)| changes_nothing(of)) {
                let is_known = |(of, other): &(&Axis, &VariantHead)| {
                    of.path == axis.path && other.pact == variant.pact
                };
                if !idle.iter().any(is_known) {
                    idle.push((axis, variant));
                }
            }
        }
        idle
    }

    /// Returns how many administrations offer services: those that a pact is for.
    #[must_use]
    pub fn members(&self) -> u32 {
        let all = self.places.iter();
        all.filter(|place| place.offers_services).count() as u32
    }

    /// Returns the axis along which two versions are held against each other, if anything is varied.
    #[must_use]
    pub fn principal(&self) -> Option<&Axis> {
        principal(&self.varied).map(|at| &self.varied[at])
    }

    /// Returns whether pacts or clauses are compared, so that there is a draft to sign.
    #[must_use]
    pub fn compares_pacts(&self) -> bool {
        let path = self.principal().map(|axis| &axis.path);
        path.is_some_and(|path| path == "pact" || path.starts_with("pact."))
    }

    /// Returns the position of the draft: the last value of the principal axis, at the first of all others. The first
    /// variant is what holds today.
    #[must_use]
    pub fn draft(&self) -> usize {
        draft_position(&self.varied)
    }
}

impl ClauseHead {
    /// Describes a clause.
    #[must_use]
    pub fn of(clause: &Clause) -> Self {
        Self {
            id: clause.id.clone(),
            kind: clause.kind,
            paragraph: clause.paragraph.clone(),
            title: clause.title.clone(),
            sentence: clause.sentence.clone(),
            cost: Cost::of(clause),
        }
    }
}

fn places(scenario: &Scenario) -> Vec<PlaceHead> {
    let all = scenario.administrations.iter();
    all.map(|administration| PlaceHead {
        id: administration.id.clone(),
        name: administration.name.clone(),
        position: administration.position,
        inhabitants: administration.inhabitants,
        offers_services: !administration.services.is_empty(),
    })
    .collect()
}

/// A county has the inhabitants of its municipalities: these count with it, the others by themselves.
fn inhabitants(scenario: &Scenario) -> u64 {
    use AdministrationKind as K;
    let all = scenario.administrations.iter();
    let all: Vec<&Administration> = all.filter(|one| !one.services.is_empty()).collect();
    // Official keys of municipalities begin with that of their county.
    let is_in = |county: &Administration, one: &Administration| {
        one.kind == K::Municipality && one.id.starts_with(&county.id)
    };
    let of = |one: &&Administration| -> u64 {
        let inhabitants = u64::from(one.inhabitants);
        match one.kind {
            K::County => {
                let within = all.iter().filter(|other| is_in(one, other));
                inhabitants.max(within.map(|other| u64::from(other.inhabitants)).sum())
            }
            K::Municipality => {
                let mut counties = all.iter().filter(|other| other.kind == K::County);
                if counties.any(|county| is_in(county, one)) {
                    0
                } else {
                    inhabitants
                }
            }
            _ => inhabitants,
        }
    };
    all.iter().map(of).sum()
}

fn inputs(scenario: &Scenario) -> InputsHead {
    let of = |origin| scenario.inputs.of(origin);
    InputsHead {
        own: of(FigureOrigin::Own),
        published: of(FigureOrigin::Published) + of(FigureOrigin::Derived),
        assumed: of(FigureOrigin::Estimate) + of(FigureOrigin::Unsaid),
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
        let pact = &scenario.pacts[variant.pact];
        let response = scenario.responses.iter();
        let response = response.clone().find(|plan| plan.id == variant.response);
        Self {
            settings: settings
                .map(|(path, value)| Setting { path, value })
                .collect(),
            aside: variant.aside.clone(),
            scenario_hash: scenario.hash.clone(),
            pact: pact.id.clone(),
            pact_title: pact.title.clone(),
            clauses: variant.clauses().map(|of| of.id.clone()).collect(),
            cost: variant.cost(),
            response: variant.response.clone(),
            response_title: response.map_or_else(
                || LocalText {
                    de: variant.response.clone(),
                    en: variant.response.clone(),
                },
                |plan| plan.title.clone(),
            ),
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
                    waz_minutes: service.waz_minutes,
                    mta_minutes: service.mta_minutes,
                })
                .collect(),
            offered: offered.iter().map(|service| service.template).collect(),
            offered_by: offered
                .iter()
                .map(|service| service.administration.index())
                .collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::load;

    #[test]
    fn each_inhabitant_of_a_member_counts_once() {
        let all = load("suedhessen", &[]).expect("it loads");
        let places = all.administrations.iter();
        let municipal = places.filter(|one| one.id.len() == 8 && !one.services.is_empty());
        let once: u64 = municipal.map(|one| u64::from(one.inhabitants)).sum();
        assert_eq!(inhabitants(&all), once);
        let outside = all.administrations.iter();
        let mut outside = outside.filter(|one| one.kind == AdministrationKind::Outside);
        assert!(
            outside.any(|one| !one.services.is_empty()),
            "one lies outside"
        );
        // A county with a few of its municipalities.
        let few = load("einstieg", &[]).expect("it loads");
        let mut counties = few.administrations.iter();
        let county = counties.find(|one| one.kind == AdministrationKind::County);
        let county = county.map(|one| u64::from(one.inhabitants));
        assert_eq!(Some(inhabitants(&few)), county);
    }
}
