//! The seat's own services, and which services others offer.

use jiff::civil::Date;

use super::Known;
use crate::scenario::ServiceTemplate;
use crate::sim::aid::carries_guests;
use crate::sim::services::{APPLICATION_RUNS, OutageClocks};
use crate::vocab::{AdministrationId, ServiceId, SimTime};

/// One of the seat's services.
#[derive(Debug, Clone, Copy)]
pub struct KnownService<'a> {
    /// Which.
    pub id: ServiceId,
    /// What it is.
    pub template: &'a ServiceTemplate,
    /// Of all cases, the share that is done now, 0 to 1.
    pub level: f64,
    /// The part that its own systems and workplaces carry.
    pub it: f64,
    /// Share carried by guest desks at a neighbour.
    pub hosted: f64,
    /// Whether its workaround is open.
    pub paper_open: bool,
    /// Whether it is due now.
    pub is_open: bool,
    /// First due minute below the emergency level.
    pub first_below: Option<SimTime>,
    /// At the emergency level again.
    pub emergency_again: Option<SimTime>,
    /// From when on the present outage counts.
    pub outage: OutageClocks,
    /// By how many minutes the longest outage that is over went beyond the maximum tolerable one.
    pub was_beyond_mta: Option<u32>,
    /// Cases waiting.
    pub waiting: f64,
    /// Cases per due day in normal times.
    pub demand_per_day: f64,
    /// People paid by it.
    pub recipients: u32,
    /// People whom a pay run did not reach so far.
    pub people_unpaid: u32,
    /// Clerks' workplaces in normal times.
    pub desks: f64,
    /// Service-hours lost so far by what was given to others.
    pub lost_by_giving_hours: f64,
}

impl KnownService<'_> {
    /// Whether it is below its emergency level.
    #[must_use]
    pub fn is_below(&self) -> bool {
        self.template.is_below(self.level)
    }

    /// Whether the application of the own route runs, though it may carry little.
    #[must_use]
    pub fn application_runs(&self) -> bool {
        self.it >= f64::from(APPLICATION_RUNS)
    }
}

impl<'a> Known<'a> {
    /// Returns when the files of the seat's pay runs have to be at the bank.
    pub fn pay_cut_offs(&self) -> impl Iterator<Item = SimTime> + use<'a> {
        let plan = &self.sim.plan;
        let offered = plan.administrations[self.seat.index()].services.clone();
        offered.flat_map(|id| {
            let template = plan.services[id as usize].template;
            plan.pay_cut_offs[template].iter().copied().flatten()
        })
    }

    /// Returns the next pay run of the seat: the day on which the money is there, and when the file must be at the bank.
    #[must_use]
    pub fn next_pay_run(&self) -> Option<(Date, SimTime)> {
        let plan = &self.sim.plan;
        let offered = plan.administrations[self.seat.index()].services.clone();
        let runs = offered.flat_map(|id| {
            let template = plan.services[id as usize].template;
            let pay = plan.scenario.services[template].pay.iter();
            let days = pay.flat_map(|pay| pay.pay_days.iter().copied());
            days.zip(plan.pay_cut_offs[template].iter().copied())
        });
        let to_come = runs.filter_map(|(day, at)| Some((day, at.filter(|at| *at >= self.now())?)));
        to_come.min_by_key(|(_, at)| *at)
    }

    /// Returns when the files of the pay runs of one of the seat's services have to be at the bank.
    pub fn pay_cut_offs_of(&self, service: ServiceId) -> impl Iterator<Item = SimTime> + use<'a> {
        let plan = &self.sim.plan;
        let own = &plan.administrations[self.seat.index()].services;
        let own = own.contains(&service.0).then_some(service);
        own.into_iter().flat_map(|id| {
            let template = plan.services[id.index()].template;
            plan.pay_cut_offs[template].iter().copied().flatten()
        })
    }

    /// Returns the seat's services in id order.
    pub fn services(&self) -> impl Iterator<Item = KnownService<'a>> + use<'a> {
        let known = *self;
        let planned = &self.sim.plan.administrations[self.seat.index()];
        planned
            .services
            .clone()
            .map(move |id| known.service(ServiceId(id)))
    }

    /// Returns those of the seat's services that are below their emergency level, in id order, each with what it is and
    /// its level, 0 to 1: what of [`Known::services`] a rule looks at whenever its seat learns something.
    pub fn services_below(
        &self,
    ) -> impl Iterator<Item = (ServiceId, &'a ServiceTemplate, f64)> + use<'a> {
        let plan = &self.sim.plan;
        let services = &self.columns.services;
        let own = &plan.administrations[self.seat.index()].services;
        let own = own.start as usize..own.end as usize;
        let template = move |id: usize| &plan.scenario.services[plan.services[id].template];
        let level = move |id: usize| services.state[id].level;
        debug_assert!(
            own.clone()
                .filter(|id| template(*id).is_below(level(*id)))
                .eq(services.below.among(own.clone())),
            "a service fell or came back unnoticed"
        );
        let below = services.below.among(own);
        below.map(move |id| {
            (
                ServiceId::from_index(id),
                template(id),
                f64::from(level(id)),
            )
        })
    }

    /// Returns the clerks' workplaces of a service in normal times; who offers what is public.
    #[must_use]
    pub fn desks(&self, service: ServiceId) -> f64 {
        self.sim.plan.services[service.index()].desks
    }

    /// One of the seat's services.
    pub(in crate::sim) fn service(&self, id: ServiceId) -> KnownService<'a> {
        let plan = &self.sim.plan;
        let offered = &plan.services[id.index()];
        let template = &plan.scenario.services[offered.template];
        let state = &self.columns.services.state[id.index()];
        let now = self.now();
        let sums = state.sums_at(plan, id, now);
        KnownService {
            id,
            template,
            level: f64::from(state.level),
            it: f64::from(state.it),
            hosted: f64::from(state.guest_desks) / offered.desks,
            paper_open: state.paper_since.is_some(),
            is_open: plan.calendar.is_open(template.hours, now),
            first_below: state.milestones.first_below,
            emergency_again: state.milestones.emergency_level,
            outage: state.outage_clocks(template),
            was_beyond_mta: (state.milestones.longest_outage)
                .checked_sub(template.mta_minutes)
                .filter(|by| *by > 0),
            waiting: sums.waiting,
            demand_per_day: offered.demand_per_day,
            recipients: offered.recipients,
            people_unpaid: state.people_unpaid,
            desks: offered.desks,
            lost_by_giving_hours: sums.lost_by_giving_hours,
        }
    }

    /// Returns the seat's own service of the same kind as another's.
    #[must_use]
    pub fn same_service(&self, of_another: ServiceId) -> Option<KnownService<'a>> {
        let plan = &self.sim.plan;
        let template = plan.services.get(of_another.index())?.template;
        let own = plan.kinds.offered(self.seat, template)?;
        Some(self.service(own))
    }

    /// Whether the own application runs with which guests would do another's service.
    #[must_use]
    pub fn can_seat_guests_for(&self, of_another: ServiceId) -> bool {
        self.same_service(of_another)
            .is_some_and(|own| carries_guests(self.columns.services.state[own.id.index()].it))
    }

    /// Returns the course of one of the seat's services: steps of its level.
    #[must_use]
    pub fn steps(&self, service: ServiceId) -> &'a [(SimTime, f32)] {
        let own = &self.sim.plan.administrations[self.seat.index()].services;
        if own.contains(&service.0) {
            &self.columns.services.steps[service.index()]
        } else {
            &[]
        }
    }

    /// Returns the services that an administration offers to citizens: who offers what is public.
    pub fn offered_by(
        &self,
        at: AdministrationId,
    ) -> impl Iterator<Item = &'a ServiceTemplate> + use<'a> {
        let plan = &self.sim.plan;
        plan.administrations[at.index()]
            .services
            .clone()
            .map(|id| &plan.scenario.services[plan.services[id as usize].template])
    }
}
