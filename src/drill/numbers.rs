//! What statistics need of many runs, as plain numbers: no whole row is kept.
//!
//! What is summed up by counting takes the same room for any number of runs. Of figures, whose quantiles and pairs need
//! every value, each run keeps one number.

use super::head::{Head, VariantHead};
use super::row::{Figures, GridRow, Mta, Recovery, VariantRow};
use super::stats::{Moments, quantile_by};
use crate::vocab::HOUR;

/// Figures of one variant over many runs, in the order of the runs.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct FigureTable {
    /// Names of the figures, ascending.
    names: Vec<&'static str>,
    /// By run: its events, its days, its figures (not a number: it did not happen before the end), then what its
    /// administrations lost.
    runs: Vec<Box<[f64]>>,
}

/// What one run of a variant came to.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct FigureRow<'a> {
    /// Happenings that changed state.
    pub events: f64,
    /// Days the run lasted from the scenario's first minute.
    pub days: f64,
    table: &'a FigureTable,
    run: u32,
}

impl FigureRow<'_> {
    /// Returns a figure; `None` is what did not happen before the end, or a figure that runs do not have.
    #[must_use]
    pub fn figure(&self, name: &str) -> Option<f64> {
        let run = &self.table.runs[self.run as usize];
        FigureTable::value(run, self.table.place(name)?)
    }
}

impl FigureTable {
    const EVENTS: usize = 0;
    const DAYS: usize = 1;
    const FIRST_FIGURE: usize = 2;

    pub(super) fn push(&mut self, figures: &Figures, days: f64, events: u64) {
        self.push_with(figures, days, events, std::iter::empty());
    }

    fn push_with(
        &mut self,
        figures: &Figures,
        days: f64,
        events: u64,
        lost: impl Iterator<Item = f64>,
    ) {
        if self.runs.is_empty() {
            self.names = figures.keys().copied().collect();
        }
        let of = |name: &&str| figures.get(name).copied().flatten().unwrap_or(f64::NAN);
        let figures = self.names.iter().map(of);
        // Exact: no run has 2 to the 53 events.
        let row = [events as f64, days].into_iter().chain(figures).chain(lost);
        self.runs.push(row.collect());
    }

    /// Returns how many runs there are.
    #[must_use]
    pub fn runs(&self) -> u32 {
        self.runs.len() as u32
    }

    /// Returns the names of the figures, ascending.
    #[must_use]
    pub fn names(&self) -> &[&'static str] {
        &self.names
    }

    /// Returns the happenings that changed state, by run.
    pub fn events(&self) -> impl Iterator<Item = f64> {
        self.runs.iter().map(|run| run[Self::EVENTS])
    }

    /// Returns how many days runs lasted from the scenario's first minute.
    pub fn days(&self) -> impl Iterator<Item = f64> {
        self.runs.iter().map(|run| run[Self::DAYS])
    }

    /// Returns one run.
    ///
    /// # Panics
    /// If there is no such run.
    #[must_use]
    pub fn run(&self, run: u32) -> FigureRow<'_> {
        let row = &self.runs[run as usize];
        FigureRow {
            events: row[Self::EVENTS],
            days: row[Self::DAYS],
            table: self,
            run,
        }
    }

    /// Returns a figure by run; `None` is what did not happen before the end, or a figure that runs do not have.
    pub fn figure(&self, name: &str) -> impl Iterator<Item = Option<f64>> {
        let place = self.place(name);
        self.runs.iter().map(move |run| Self::value(run, place?))
    }

    fn place(&self, name: &str) -> Option<usize> {
        let place = self.names.iter().position(|of| *of == name);
        place.map(|place| Self::FIRST_FIGURE + place)
    }

    fn value(run: &[f64], place: usize) -> Option<f64> {
        let value = run[place];
        (!value.is_nan()).then_some(value)
    }

    /// Returns a figure for means: what did not happen counts as the length of the run.
    pub fn restricted(&self, name: &str) -> impl Iterator<Item = f64> {
        let figures = self.figure(name).zip(self.days());
        figures.map(|(figure, days)| figure.unwrap_or(days))
    }

    /// Service-hours that the citizens of an administration lost.
    pub(super) fn lost(&self, administration: usize) -> impl Iterator<Item = f64> {
        let place = Self::FIRST_FIGURE + self.names.len() + administration;
        self.runs.iter().map(move |run| run[place])
    }
}

/// How often each of many small numbers came.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Counts {
    /// Number and how often, ascending.
    counts: Vec<(u16, u32)>,
}

impl Counts {
    pub fn add(&mut self, number: u16) {
        match self.counts.binary_search_by_key(&number, |(of, _)| *of) {
            Ok(at) => self.counts[at].1 += 1,
            Err(at) => self.counts.insert(at, (number, 1)),
        }
    }

    pub fn all(&self) -> u64 {
        self.counts.iter().map(|(_, count)| u64::from(*count)).sum()
    }

    /// The quantile of type 7, where so many numbers are above all that are known.
    pub fn quantile(&self, share: f64, beyond: u64) -> Option<f64> {
        let nth = |place| self.nth(place);
        quantile_by(nth, (self.all() + beyond) as usize, share)
    }

    /// The number at a place among all, by rising size.
    fn nth(&self, place: usize) -> Option<f64> {
        let mut before = 0;
        let found = self.counts.iter().find(|(_, count)| {
            before += *count as usize;
            before > place
        });
        found.map(|(number, _)| f64::from(*number))
    }
}

/// What runs say of the restart of a service, over administrations.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct RecoveryCounts {
    /// Hours to the emergency level, begun ones included, of those that were back.
    pub hours: Counts,
    /// Of these, how many were back within the time that is due (WAZ).
    pub within_waz: u64,
    pub never_down: u64,
    pub not_back: u64,
}

impl RecoveryCounts {
    /// Median of hours over all, where one that never fell counts as 0.
    pub fn median_of_all(&self) -> Option<f64> {
        let count = self.never_down + self.hours.all() + self.not_back;
        let never = self.never_down as usize;
        let nth = |place: usize| match place.checked_sub(never) {
            None => Some(0.0),
            Some(place) => self.hours.nth(place),
        };
        quantile_by(nth, count as usize, 0.5)
    }

    fn add(&mut self, recovery: Recovery, waz_minutes: u32) {
        match recovery {
            Recovery::NeverDown => self.never_down += 1,
            Recovery::NotYet => self.not_back += 1,
            Recovery::After(minutes) => {
                let hours = minutes.div_ceil(HOUR).try_into();
                self.hours.add(hours.unwrap_or(u16::MAX));
                self.within_waz += u64::from(minutes <= waz_minutes);
            }
        }
    }
}

/// How often a maximum tolerable outage held.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct MtaCounts {
    /// Administrations that offer the service, over all runs.
    pub all: u64,
    pub held: u64,
    pub broken: u64,
    /// Of these, where the service was out at all.
    pub outages: u64,
    pub outages_held: u64,
    /// Runs in which it held everywhere.
    pub everywhere: u64,
}

impl MtaCounts {
    fn add(&mut self, became: Option<Mta>, is_outage: bool) {
        self.all += 1;
        self.outages += u64::from(is_outage);
        match became {
            Some(Mta::Held) => {
                self.held += 1;
                self.outages_held += u64::from(is_outage);
            }
            Some(Mta::Broken) => self.broken += 1,
            _ => {}
        }
    }
}

/// Whether a service was out in a run: whether a maximum holds is asked of these only. The maximum of a payment may be
/// broken without the service falling: what is missed is a pay day.
#[must_use]
pub(super) fn is_outage(became: Option<Mta>, recovery: Recovery) -> bool {
    recovery != Recovery::NeverDown || became != Some(Mta::Held)
}

/// Administrations at which a service fared badly in one run.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct ServiceCases {
    /// It was out ([`is_outage`]).
    pub failed: u16,
    /// Its maximum tolerable outage did not hold, or was still running out at the end.
    pub maximum_missed: u16,
}

/// What is kept of one variant.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct OfVariant {
    pub table: FigureTable,
    /// By administration: service-hours lost by what it gave to others.
    pub given: Vec<Moments>,
    /// By administration: what it owes others for their aid less what others owe it.
    pub aid_cost: Vec<Moments>,
    /// By reading of the course: thousandths of all demand that was served.
    pub course: Vec<Counts>,
    /// By service: what runs say of its restart, over all administrations.
    pub recovery: Vec<RecoveryCounts>,
    /// The same at the administration that is looked at more closely.
    pub own_recovery: Vec<RecoveryCounts>,
    /// By service.
    pub mta: Vec<MtaCounts>,
    /// The same at the administration that is looked at more closely.
    pub own_mta: Vec<MtaCounts>,
    /// By run, then by service.
    pub cases: Vec<Box<[ServiceCases]>>,
}

impl OfVariant {
    fn add(&mut self, row: &VariantRow, head: &VariantHead, own: Option<usize>) {
        let lost = row.administrations.iter().map(|of| of.lost_service_hours);
        self.table
            .push_with(&row.figures, row.days, row.events, lost);
        let of_all = row.administrations.iter();
        self.given.resize(of_all.len(), Moments::default());
        self.aid_cost.resize(of_all.len(), Moments::default());
        for ((of, given), cost) in of_all.zip(&mut self.given).zip(&mut self.aid_cost) {
            given.push(of.given_service_hours);
            cost.push(of.aid_cost_eur);
        }
        self.course.resize(row.course.len(), Counts::default());
        for (level, counts) in row.course.iter().zip(&mut self.course) {
            counts.add(*level);
        }
        let services = head.services.len();
        self.recovery.resize(services, RecoveryCounts::default());
        self.own_recovery
            .resize(services, RecoveryCounts::default());
        let mut cases = vec![ServiceCases::default(); services].into_boxed_slice();
        let offered = head.offered.iter().zip(&head.offered_by);
        for ((service, whose), code) in offered.zip(&row.recovery) {
            let (recovery, waz) = (Recovery::of(*code), head.services[*service].waz_minutes);
            self.recovery[*service].add(recovery, waz);
            if own == Some(*whose) {
                self.own_recovery[*service].add(recovery, waz);
            }
        }
        self.mta.resize(services, MtaCounts::default());
        self.own_mta.resize(services, MtaCounts::default());
        let mut everywhere = vec![!row.mta.is_empty(); services];
        let offered = head.offered.iter().zip(&head.offered_by);
        let became = row.mta.chars().zip(&row.recovery);
        for ((service, whose), (letter, code)) in offered.zip(became) {
            let became = Mta::of(letter);
            let is_outage = is_outage(became, Recovery::of(*code));
            self.mta[*service].add(became, is_outage);
            let is_held = became == Some(Mta::Held);
            if own == Some(*whose) {
                let counts = &mut self.own_mta[*service];
                counts.add(became, is_outage);
                counts.everywhere += u64::from(is_held);
            }
            everywhere[*service] &= is_held;
            cases[*service].failed += u16::from(is_outage);
            cases[*service].maximum_missed += u16::from(!is_held);
        }
        for (counts, held) in self.mta.iter_mut().zip(everywhere) {
            counts.everywhere += u64::from(held);
        }
        self.cases.push(cases);
    }
}

/// What is kept of all runs of a drill, which come in the order of their numbers.
#[derive(Debug, Clone, PartialEq)]
pub struct Gathered {
    /// In the order of the head.
    pub(super) variants: Vec<OfVariant>,
    own: Option<usize>,
}

impl Gathered {
    /// Begins without runs.
    #[must_use]
    pub fn new(head: &Head) -> Self {
        let own = head.own.as_ref();
        let own = own.and_then(|own| head.places.iter().position(|place| place.id == *own));
        Self {
            variants: vec![OfVariant::default(); head.variants.len()],
            own,
        }
    }

    /// Adds the next run.
    pub fn add(&mut self, head: &Head, row: &GridRow) {
        let variants = self.variants.iter_mut().zip(&head.variants);
        for ((own, head), row) in variants.zip(&row.variants) {
            own.add(row, head, self.own);
        }
    }

    /// Returns how many runs there are.
    #[must_use]
    pub fn runs(&self) -> u32 {
        self.variants.first().map_or(0, |of| of.table.runs())
    }

    /// Returns the figures of a variant.
    #[must_use]
    pub fn table(&self, variant: usize) -> &FigureTable {
        &self.variants[variant].table
    }

    /// Returns a figure of one variant less that of another, run by run.
    pub(super) fn pairs(
        &self,
        variant: usize,
        with: usize,
        figure: &str,
    ) -> impl Iterator<Item = f64> {
        let (own, other) = (self.table(variant), self.table(with));
        let pairs = own.restricted(figure).zip(other.restricted(figure));
        pairs.map(|(own, other)| own - other)
    }
}

#[cfg(test)]
mod tests {
    use super::super::stats::Times;
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn counted_numbers_have_the_quantiles_of_the_numbers(
            numbers in prop::collection::vec(0..40_u16, 1..60),
            beyond in 0..20_u64,
            share in 0.0..=1.0,
        ) {
            let mut counts = Counts::default();
            for number in &numbers {
                counts.add(*number);
            }
            let known = numbers.iter().map(|number| Some(f64::from(*number)));
            let times = Times::new(f64::INFINITY, known.chain((0..beyond).map(|_| None)));
            prop_assert_eq!(counts.quantile(share, beyond), times.quantile(share));
        }
    }

    /// Nine towns to which nothing happened do not make a maximum hold.
    #[test]
    fn whether_a_maximum_holds_is_asked_of_outages() {
        let mut counts = MtaCounts::default();
        for _ in 0..9 {
            let (became, recovery) = (Some(Mta::Held), Recovery::NeverDown);
            counts.add(became, is_outage(became, recovery));
        }
        for became in [Mta::Held, Mta::Broken, Mta::Open].map(Some) {
            counts.add(became, is_outage(became, Recovery::After(90)));
        }
        // A pay day was missed though the service never fell.
        let missed = Some(Mta::Broken);
        counts.add(missed, is_outage(missed, Recovery::NeverDown));
        assert_eq!((counts.outages, counts.outages_held), (4, 1));
        assert_eq!((counts.all, counts.held), (13, 10));
    }

    /// Hours are said as begun ones; whether a service was back in time is a matter of minutes.
    #[test]
    fn half_an_hour_too_late_is_too_late() {
        let mut counts = RecoveryCounts::default();
        for minutes in [60, 90, 91, 120] {
            counts.add(Recovery::After(minutes), 90);
        }
        assert_eq!(counts.within_waz, 2);
        assert_eq!(counts.hours.quantile(1.0, 0), Some(2.0));
    }

    #[test]
    fn what_never_fell_counts_as_no_time_and_what_is_not_back_as_longer_than_all() {
        let mut counts = RecoveryCounts::default();
        let hours = |hours: u32| Recovery::After(hours * 60);
        for of in [Recovery::NeverDown, hours(4), hours(8)] {
            counts.add(of, 60);
        }
        assert_eq!(counts.median_of_all(), Some(4.0));
        counts.add(Recovery::NeverDown, 60);
        assert_eq!(counts.median_of_all(), Some(2.0));
        for _ in 0..4 {
            counts.add(Recovery::NotYet, 60);
        }
        assert_eq!(
            counts.median_of_all(),
            None,
            "leans on one that is not back"
        );
    }
}
