//! What was published of each incident: `assets/calibration/milestones.ron`, or a file of somebody's own.

use ron::extensions::Extensions;
use serde::{Deserialize, Serialize};

use crate::scenario::AdministrationKind;

/// The published milestones, as they are part of the program.
const TABLE: &str = include_str!("../../assets/calibration/milestones.ron");

/// Incidents and their milestones.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Calibration {
    /// The incidents.
    pub incidents: Vec<Incident>,
    /// Their milestones, in the order of the table.
    pub milestones: Vec<Milestone>,
}

/// A published incident.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Incident {
    /// Id.
    pub id: String,
    /// The scenario that rebuilds it: a file or folder beside the milestones, or one of the program by name.
    pub scenario: String,
}

/// One published milestone.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Milestone {
    /// Id.
    pub id: String,
    /// What it is called in tables, by default its id; those of the program are named in its languages.
    #[serde(default)]
    pub name: Option<String>,
    /// Its incident.
    pub incident: String,
    /// What of the world it looks at.
    pub what: What,
    /// What was reached.
    pub reached: Reached,
    /// By which way.
    pub via: Via,
    /// Where; several places make a range, and so they do in the runs.
    pub at: At,
    /// First and last day as published.
    pub days: (u32, u32),
    /// What it is worth as evidence.
    pub evidence: Evidence,
    /// What was published.
    pub source: String,
}

/// What of the world a milestone looks at.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub enum What {
    /// All of these services.
    All(Vec<String>),
    /// The first of these services.
    Any(Vec<String>),
    /// This share of all services of a place.
    Share(f64),
    /// A system, with all that it needs.
    System(String),
    /// This share of the workplaces of a place.
    WorkplacesOnWholePlatform(f64),
    /// This share of the workplaces of all customers of a provider together.
    GroupWorkplaces(f64),
    /// This share of the own applications, with that share of the workplaces.
    Applications(f64, f64),
    /// So many products of the provider, and the own side cleared.
    FirstProducts(usize),
    /// This share of all products of a provider, each for its last customer.
    Products(f64),
}

/// What was reached; the words of the metrics.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Reached {
    /// Some urgent cases; of payments: the next pay run is secured.
    EmergencyOperation,
    /// The first site.
    Partial,
    /// All of it, whatever is waiting.
    Normal,
}

/// By which way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Via {
    /// The own application or network.
    Own,
    /// Desks of a neighbour.
    Neighbour,
    /// Paper, hotline, page, payment file.
    Workaround,
    /// Whichever is first.
    Any,
}

/// Where a milestone is looked for.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub enum At {
    /// At each of these.
    Ids(Vec<String>),
    /// At each customer of the provider that was hit, of these kinds.
    Customers(Vec<AdministrationKind>),
    /// At the first of these.
    FirstOf(Vec<AdministrationKind>),
    /// At each municipality among the customers with fewer inhabitants.
    CustomersBelow(u32),
}

/// What a milestone is worth as evidence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Evidence {
    /// Several mechanisms must work together.
    Structural,
    /// One delay that was set from such rows.
    Latency,
}

impl Calibration {
    /// Returns the milestones of an incident, in their order.
    #[must_use]
    pub fn of(&self, incident: &str) -> Vec<&Milestone> {
        let all = self.milestones.iter();
        all.filter(|of| of.incident == incident).collect()
    }
}

/// Reads milestones of somebody's own.
///
/// # Errors
/// Line, column and what is wrong there.
pub fn read_milestones(text: &str) -> Result<Calibration, String> {
    let options = ron::Options::default().with_default_extension(Extensions::IMPLICIT_SOME);
    let read = options.from_str(text);
    let mut calibration: Calibration = read.map_err(|error| error.to_string())?;
    for milestone in &mut calibration.milestones {
        milestone.name.get_or_insert_with(|| milestone.id.clone());
    }
    Ok(calibration)
}

/// Returns the published milestones.
///
/// # Panics
/// If the table of the program cannot be read, which a test would find.
#[must_use]
pub fn calibration() -> Calibration {
    ron::from_str(TABLE).expect("the table of the program is faultless")
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn the_table_has_what_was_published_and_counts() {
        let table = calibration();
        let of = |evidence| {
            let rows = table.milestones.iter();
            rows.filter(|row| row.evidence == evidence).count()
        };
        assert_eq!((of(Evidence::Structural), of(Evidence::Latency)), (20, 15));
        let ids: BTreeSet<&str> = table.milestones.iter().map(|row| row.id.as_str()).collect();
        assert_eq!(ids.len(), table.milestones.len(), "ids are unique");
        let known: Vec<&str> = table.incidents.iter().map(|of| of.id.as_str()).collect();
        for row in &table.milestones {
            assert!(row.days.0 <= row.days.1 && row.days.1 > 0, "{}", row.id);
            assert!(known.contains(&row.incident.as_str()), "{}", row.id);
            assert!(!row.source.is_empty(), "{}", row.id);
        }
    }
}
