//! What a pact costs in a year beside what it saves when an attack comes.
//!
//! How often an attack comes nobody knows. So the question is turned round: how often must it come at least for the
//! pact to pay for itself (break-even)? What a lost service-hour is worth is for those to say who decide; without
//! their figure only the price of an hour that is not lost is given.

use std::iter::Sum;

use serde::{Deserialize, Serialize};

use super::comparison::DifferenceSummary;
use crate::scenario::Clause;

/// What clauses cost all members together.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize, Deserialize)]
pub struct Cost {
    /// Once, EUR.
    pub once_eur: f64,
    /// In every year, EUR.
    pub per_year_eur: f64,
    /// Working hours in every year.
    pub staff_hours_per_year: f64,
}

impl Cost {
    /// Returns what a clause costs.
    #[must_use]
    pub fn of(clause: &Clause) -> Self {
        Self {
            once_eur: clause.cost_eur_once,
            per_year_eur: clause.cost_eur_per_year,
            staff_hours_per_year: clause.staff_hours_per_year,
        }
    }

    /// Returns what it comes to in a year, EUR: what is paid once is spread over years, hours of staff have a price.
    #[must_use]
    pub fn per_year_at(self, write_off_years: f64, staff_eur_per_hour: f64) -> f64 {
        self.once_eur / write_off_years
            + self.per_year_eur
            + self.staff_hours_per_year * staff_eur_per_hour
    }

    /// Returns what it costs beyond another one.
    #[must_use]
    pub fn beyond(self, other: Self) -> Self {
        Self {
            once_eur: self.once_eur - other.once_eur,
            per_year_eur: self.per_year_eur - other.per_year_eur,
            staff_hours_per_year: self.staff_hours_per_year - other.staff_hours_per_year,
        }
    }
}

impl Sum for Cost {
    fn sum<I: Iterator<Item = Self>>(costs: I) -> Self {
        costs.fold(Self::default(), |sum, cost| Self {
            once_eur: sum.once_eur + cost.once_eur,
            per_year_eur: sum.per_year_eur + cost.per_year_eur,
            staff_hours_per_year: sum.staff_hours_per_year + cost.staff_hours_per_year,
        })
    }
}

/// What people say of money: it belongs to them, not to the scenario.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Valuation {
    /// What a lost service-hour is worth, EUR; `None`: nobody said.
    pub hour_value_eur: Option<f64>,
    /// Over how many years what is paid once is spread.
    pub write_off_years: f64,
}

/// The money of a variant, beyond that of the first.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Money {
    /// What its clauses cost.
    pub cost: Cost,
    /// What they cost beyond those of the first variant.
    pub extra_cost: Cost,
    /// Over how many years what is paid once is spread: an assumption.
    pub write_off_years: f64,
    /// What an hour of work costs: a figure of the scenario, EUR.
    pub staff_eur_per_hour: f64,
    /// All of it in a year, beyond the first variant, EUR.
    pub extra_per_year_eur: f64,
    /// Weighted service-hours that are not lost in an attack, mean; those of helpers are taken off.
    pub avoided_service_hours: Option<f64>,
    /// Lower end of the interval of 95 % of that mean.
    pub avoided_service_hours_ci95_low: Option<f64>,
    /// Upper end of it.
    pub avoided_service_hours_ci95_high: Option<f64>,
    /// What an avoided service-hour costs if such an attack comes once a year, EUR; once in N years it costs N times
    /// as much. `None` where nothing is avoided, or nothing is paid.
    pub eur_per_avoided_hour_yearly: Option<f64>,
    /// What a lost service-hour is worth to those who decide, EUR.
    pub hour_value_eur: Option<f64>,
    /// The pact pays for itself if such an attack comes at least once in so many years.
    pub pays_at_once_in_years: Option<f64>,
    /// The same with the lower end of the interval.
    pub pays_at_once_in_years_low: Option<f64>,
    /// The same with its upper end.
    pub pays_at_once_in_years_high: Option<f64>,
}

impl Money {
    /// Sets cost beside gain. `lost` is the difference in weighted lost service-hours to the first variant.
    #[must_use]
    pub fn of(
        (cost, first): (Cost, Cost),
        lost: Option<&DifferenceSummary>,
        staff_eur_per_hour: f64,
        valuation: Valuation,
    ) -> Self {
        let extra = cost.beyond(first);
        let yearly = extra.per_year_at(valuation.write_off_years, staff_eur_per_hour);
        let avoided = lost.and_then(|lost| lost.mean).map(|mean| 0.0 - mean);
        // Less is lost: the ends change places.
        let low = lost.and_then(|lost| lost.ci95_high).map(|high| 0.0 - high);
        let high = lost.and_then(|lost| lost.ci95_low).map(|low| 0.0 - low);
        let has_price = yearly > 0.0;
        let years = |hours: Option<f64>| {
            let worth = hours? * valuation.hour_value_eur?;
            (has_price && worth > 0.0).then(|| worth / yearly)
        };
        Self {
            cost,
            extra_cost: extra,
            write_off_years: valuation.write_off_years,
            staff_eur_per_hour,
            extra_per_year_eur: yearly,
            avoided_service_hours: avoided,
            avoided_service_hours_ci95_low: low,
            avoided_service_hours_ci95_high: high,
            eur_per_avoided_hour_yearly: avoided
                .filter(|hours| has_price && *hours > 0.0)
                .map(|hours| yearly / hours),
            hour_value_eur: valuation.hour_value_eur,
            pays_at_once_in_years: years(avoided),
            pays_at_once_in_years_low: years(low),
            pays_at_once_in_years_high: years(high),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::comparison::difference;
    use super::*;

    fn money(hour_value_eur: Option<f64>, pairs: &[f64]) -> Money {
        let cost = Cost {
            once_eur: 50_000.0,
            per_year_eur: 8_000.0,
            staff_hours_per_year: 40.0,
        };
        let valuation = Valuation {
            hour_value_eur,
            write_off_years: 5.0,
        };
        let lost = difference(pairs.iter().copied(), 1);
        Money::of((cost, Cost::default()), Some(&lost), 50.0, valuation)
    }

    /// 50 000 over 5 years, 8 000 and 40 hours of 50: 20 000 a year. 400 hours avoided, of 100 EUR each: 40 000.
    #[test]
    fn a_pact_pays_for_itself_when_attacks_come_often_enough() {
        let of = money(Some(100.0), &[-300.0, -500.0]);
        assert_eq!(of.extra_per_year_eur, 20_000.0);
        assert_eq!(of.avoided_service_hours, Some(400.0));
        assert_eq!(of.eur_per_avoided_hour_yearly, Some(50.0));
        assert_eq!(of.pays_at_once_in_years, Some(2.0));
        let (low, high) = (of.pays_at_once_in_years_low, of.pays_at_once_in_years_high);
        assert!(low < Some(2.0) && high > Some(2.0), "{low:?} {high:?}");
    }

    #[test]
    fn without_a_value_of_an_hour_no_frequency_is_made_up() {
        let of = money(None, &[-300.0, -500.0]);
        assert_eq!(of.pays_at_once_in_years, None);
        assert_eq!(of.eur_per_avoided_hour_yearly, Some(50.0));
    }

    #[test]
    fn what_avoids_nothing_never_pays() {
        let of = money(Some(100.0), &[300.0, 100.0]);
        assert_eq!(of.avoided_service_hours, Some(-200.0));
        assert_eq!(of.pays_at_once_in_years, None);
        assert_eq!(of.eur_per_avoided_hour_yearly, None);
    }
}
