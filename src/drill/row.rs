//! What one run of each variant came to: all that results are made of, and what shards hand on.

use std::collections::BTreeMap;

use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize};

use super::RunRow;
use super::course::step_minutes;
use super::result::FIGURES;
use crate::exercise::Exercise;
use crate::sim::Sim;
use crate::vocab::AdministrationId;

/// Figures of a run by name.
pub type Figures = BTreeMap<&'static str, Option<f64>>;

/// Reads figures by the names that runs have.
fn known_figures<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Figures, D::Error> {
    let read = BTreeMap::<String, Option<f64>>::deserialize(deserializer)?;
    let known = read.into_iter().map(|(name, value)| {
        let found = FIGURES.into_iter().find(|known| *known == name);
        let unknown = || D::Error::custom(format!("there is no figure `{name}`"));
        Ok((found.ok_or_else(unknown)?, value))
    });
    known.collect()
}

/// What a run meant for one administration.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize, Deserialize)]
pub struct AdministrationRow {
    /// Service-hours its citizens lost.
    pub lost_service_hours: f64,
    /// Of these by what it gave to others.
    pub given_service_hours: f64,
    /// What it owes others for their aid by the pact, less what others owe it, EUR.
    pub aid_cost_eur: f64,
}

/// What one run of one variant came to.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct VariantRow {
    /// Happenings that changed state.
    pub events: u64,
    /// Days the run lasted, from the scenario's first minute.
    pub days: f64,
    /// Figures by name; `None` is what did not happen before the end.
    #[serde(deserialize_with = "known_figures")]
    pub figures: Figures,
    /// By administration, in the order of the scenario.
    pub administrations: Vec<AdministrationRow>,
    /// By service of an administration, in the order of the scenario: a letter for what became of its MTA.
    pub mta: String,
    /// By service of an administration, as above: the number that a [`Recovery`] is written as.
    pub recovery: Vec<u32>,
    /// Thousandths of all demand that is served, at even steps from the start of the exercise on.
    pub course: Vec<u16>,
}

/// When a service was back at its emergency level for the first time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Recovery {
    /// It never fell below.
    NeverDown,
    /// Not before the end of the run.
    NotYet,
    /// After so many minutes.
    After(u32),
}

impl Recovery {
    /// The number it is written as: 0 never down, 1 not yet, else two more than the minutes.
    const fn code(self) -> u32 {
        match self {
            Self::NeverDown => 0,
            Self::NotYet => 1,
            Self::After(minutes) => minutes.saturating_add(2),
        }
    }

    /// Reads what [`VariantRow::recovery`] says.
    #[must_use]
    pub const fn of(code: u32) -> Self {
        match code {
            0 => Self::NeverDown,
            1 => Self::NotYet,
            later => Self::After(later - 2),
        }
    }
}

/// What became of a maximum tolerable outage.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mta {
    /// The service was never below its emergency level for longer.
    Held,
    /// It was.
    Broken,
    /// It was still below when the run ended, not yet too long.
    Open,
}

impl Mta {
    const fn letter(self) -> char {
        match self {
            Self::Held => 'h',
            Self::Broken => 'b',
            Self::Open => 'o',
        }
    }

    /// Reads what [`VariantRow::mta`] says; `None` for any other letter.
    #[must_use]
    pub const fn of(letter: char) -> Option<Self> {
        match letter {
            'h' => Some(Self::Held),
            'b' => Some(Self::Broken),
            'o' => Some(Self::Open),
            _ => None,
        }
    }
}

/// One run in all variants: they met the same luck.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct GridRow {
    /// Number of the run.
    pub run: u32,
    /// What it came to, in the order of the variants.
    pub variants: Vec<VariantRow>,
}

impl VariantRow {
    /// Plays a run to its end and reads what it came to, its course on the way.
    #[must_use]
    pub fn play(run: u32, mut exercise: Exercise) -> (Self, Exercise) {
        let scenario = exercise.sim().scenario();
        let (start, until) = (scenario.start_ex, scenario.horizon_minutes);
        let every = step_minutes(until);
        let course = (0..=until / every).map(|step| {
            exercise.advance_to(start.after(step * every));
            // A share: between 0 and 1000.
            #[allow(clippy::cast_sign_loss)]
            let thousandths = libm::round(exercise.sim().region_level() * 1000.0) as u16;
            thousandths
        });
        let course = course.collect();
        let end = exercise.end();
        exercise.advance_to(end);
        (Self::of(run, exercise.sim(), course), exercise)
    }

    fn of(run: u32, sim: &Sim, course: Vec<u16>) -> Self {
        let row = RunRow::of(run, sim);
        let mut administrations =
            vec![AdministrationRow::default(); sim.scenario().administrations.len()];
        let of = |id: AdministrationId| id.index();
        let metrics = sim.run_metrics();
        let mut mta = String::with_capacity(metrics.services.len());
        let mut recovery = Vec::with_capacity(metrics.services.len());
        for service in &metrics.services {
            let own = &mut administrations[of(service.administration)];
            own.lost_service_hours += service.lost_service_hours;
            own.given_service_hours += service.lost_by_giving_hours;
            let became = match (service.mta_broken, service.first_down) {
                (Some(true), _) => Mta::Broken,
                (None, Some(_)) => Mta::Open,
                _ => Mta::Held,
            };
            mta.push(became.letter());
            let back = match (service.first_down, service.minutes_to_emergency_level) {
                (None, _) => Recovery::NeverDown,
                (Some(_), Some(minutes)) => Recovery::After(minutes),
                (Some(_), None) => Recovery::NotYet,
            };
            recovery.push(back.code());
        }
        for aid in &metrics.aid {
            administrations[of(aid.asker)].aid_cost_eur += aid.cost_eur;
            administrations[of(aid.helper)].aid_cost_eur -= aid.cost_eur;
        }
        Self {
            events: row.events,
            days: row.days,
            figures: row.figures,
            administrations,
            mta,
            recovery,
            course,
        }
    }

    /// Leaves figures only: all that is asked of what is played beside the combinations.
    pub fn keep_figures_only(&mut self) {
        self.administrations = Vec::new();
        self.mta = String::new();
        self.recovery = Vec::new();
        self.course = Vec::new();
    }

    /// Returns a figure for means: what did not happen counts as the length of the run.
    #[must_use]
    pub fn restricted(&self, figure: &str) -> f64 {
        self.figures
            .get(figure)
            .copied()
            .flatten()
            .unwrap_or(self.days)
    }
}
