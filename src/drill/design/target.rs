//! What a pact is to reach.

use std::fmt;

use super::search::SetRow;
use crate::scenario::Scenario;
use crate::vocab::Text;

/// A target as it is typed: `criticality 1 MTA 95%`, `service kfz MTA 90%`, `lost 10% less`.
#[derive(Debug, Clone, PartialEq)]
pub struct Target {
    /// What is asked for.
    pub kind: TargetKind,
    /// The share to reach, 0 to 1.
    pub share: f64,
}

/// What is asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TargetKind {
    /// For every service of this criticality: of all its outages (administrations at which it was out, in all runs) the
    /// share in which the maximum tolerable one holds; all of it where there is none. One that is open when a run ends does
    /// not count as held.
    CriticalityMta(u8),
    /// The same for one service.
    ServiceMta(String),
    /// Weighted lost service-hours, on average so much less than with nothing agreed.
    LostLess,
}

impl Target {
    /// Reads a target.
    ///
    /// # Errors
    /// The forms there are.
    pub fn parse(text: &str) -> Result<Self, Text> {
        let wrong = || Text::new("typed-no-target").name("typed", text);
        let lower = text.to_lowercase();
        let words: Vec<&str> = lower.split_whitespace().collect();
        let share = |word: &str| -> Option<f64> {
            let number: f64 = word.strip_suffix('%')?.parse().ok()?;
            (0.0..=100.0).contains(&number).then_some(number / 100.0)
        };
        let (kind, share) = match words.as_slice() {
            ["criticality", class, "mta", least] => {
                let class: u8 = class.parse().map_err(|_| wrong())?;
                (TargetKind::CriticalityMta(class), share(least))
            }
            ["service", id, "mta", least] => {
                (TargetKind::ServiceMta((*id).to_owned()), share(least))
            }
            ["lost", least, "less"] => (TargetKind::LostLess, share(least)),
            _ => return Err(wrong()),
        };
        Ok(Self {
            kind,
            share: share.ok_or_else(wrong)?,
        })
    }

    /// Says what is wrong with it for a scenario.
    #[must_use]
    pub fn misfit(&self, scenario: &Scenario) -> Option<Text> {
        let services = &scenario.services;
        match &self.kind {
            TargetKind::CriticalityMta(class)
                if !services.iter().any(|one| one.criticality == *class) =>
            {
                Some(Text::new("design-no-criticality").name("class", class.to_string()))
            }
            TargetKind::ServiceMta(id) if !services.iter().any(|one| one.id == *id) => {
                let known: Vec<&str> = services.iter().map(|one| one.id.as_str()).collect();
                let known = known.join(", ");
                let text = Text::new("design-no-service").name("id", id);
                Some(text.name("known", known))
            }
            _ => None,
        }
    }

    /// Returns the share reached over these runs, picked by position; `nothing` are the runs with nothing agreed.
    #[must_use]
    pub(super) fn reached(
        &self,
        scenario: &Scenario,
        rows: &[SetRow],
        nothing: &[SetRow],
        picked: &[usize],
    ) -> f64 {
        let held = |template: usize| {
            let counts = picked.iter().map(|run| rows[*run].held[template]);
            let (held, all) = counts.fold((0_u64, 0_u64), |sum, (held, all)| {
                (sum.0 + u64::from(held), sum.1 + u64::from(all))
            });
            if all == 0 {
                1.0
            } else {
                held as f64 / all as f64
            }
        };
        let services = scenario.services.iter().enumerate();
        match &self.kind {
            TargetKind::CriticalityMta(class) => services
                .filter(|(_, service)| service.criticality == *class)
                .map(|(template, _)| held(template))
                .fold(1.0, f64::min),
            TargetKind::ServiceMta(id) => services
                .filter(|(_, service)| service.id == *id)
                .map(|(template, _)| held(template))
                .fold(1.0, f64::min),
            TargetKind::LostLess => {
                let sum = |rows: &[SetRow]| picked.iter().map(|run| rows[*run].weighted).sum();
                let (with, without): (f64, f64) = (sum(rows), sum(nothing));
                if without == 0.0 {
                    0.0
                } else {
                    (without - with) / without
                }
            }
        }
    }
}

impl fmt::Display for Target {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // As it was typed: 29 % is 28.999… of 100 as a number.
        let share = (self.share * 100.0 * 1e6).round() / 1e6;
        match &self.kind {
            TargetKind::CriticalityMta(class) => write!(f, "criticality {class} MTA {share}%"),
            TargetKind::ServiceMta(id) => write!(f, "service {id} MTA {share}%"),
            TargetKind::LostLess => write!(f, "lost {share}% less"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn targets_are_read_and_written_alike() {
        for text in [
            "criticality 1 MTA 95%",
            "service kfz MTA 90%",
            "lost 10% less",
            "lost 29% less",
            "service kfz MTA 57.5%",
        ] {
            assert_eq!(Target::parse(text).unwrap().to_string(), text);
        }
        assert_eq!(
            Target::parse("Criticality 1 mta 95%"),
            Target::parse("criticality 1 MTA 95%")
        );
        for wrong in [
            "",
            "criticality 1 MTA",
            "criticality x MTA 95%",
            "lost 10 less",
            "lost 101% less",
        ] {
            assert!(Target::parse(wrong).is_err(), "{wrong}");
        }
    }
}
