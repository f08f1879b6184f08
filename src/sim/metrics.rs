//! What a run came to: services, aid, marks of the attack, the region.

use super::Sim;
use super::aid::ClauseMetrics;
use super::entities::AidRequest;
use crate::vocab::{
    AdministrationId, AidKind, AidState, DAY, RequestId, ServiceId, SimTime, Text, WaitCause,
};

/// What an epidemic-like run comes to, over the systems of all but the providers.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct SpreadMetrics {
    /// Share of systems ever compromised.
    pub ever_infected_share: f64,
    /// Days until at least 95 of 100 systems were operational for good; `None` if not by the end.
    pub days_to_95pct: Option<f64>,
    /// System-days not operational.
    pub system_days_lost: f64,
}

/// Moments of the attack.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Marks {
    /// First compromise.
    pub first_compromise: Option<SimTime>,
    /// The owner of a hit system noticed.
    pub detected: Option<SimTime>,
    /// Encryption began.
    pub impact: Option<SimTime>,
    /// It was noticed, and no way from the actor to customers was open any more; `None` as well where the actor never was in
    /// a house that has customers.
    pub contained: Option<SimTime>,
}

/// What one service of one administration came to; minutes count from its first due minute below
/// the emergency level.
#[derive(Debug, Clone, PartialEq)]
pub struct ServiceMetrics {
    /// Which.
    pub id: ServiceId,
    /// Whose.
    pub administration: AdministrationId,
    /// Position in the scenario's services.
    pub template: usize,
    /// First due minute below the emergency level.
    pub first_down: Option<SimTime>,
    /// To the first urgent cases by any route.
    pub minutes_to_emergency_operation: Option<u32>,
    /// To the emergency level again.
    pub minutes_to_emergency_level: Option<u32>,
    /// To the first site of the real application.
    pub minutes_to_partial: Option<u32>,
    /// To normal on its own route.
    pub minutes_to_normal: Option<u32>,
    /// To at most one day of waiting cases.
    pub minutes_to_backlog_cleared: Option<u32>,
    /// Whether the first outage ended within WAZ; `None` if there was none, or it is undecided.
    pub waz_met: Option<bool>,
    /// Whether any outage, relapses included, lasted beyond MTA; `None` if there was none, or it is undecided.
    pub mta_broken: Option<bool>,
    /// By how much the longest outage so far exceeds MTA.
    pub minutes_beyond_mta: Option<u32>,
    /// Minutes below the emergency level at a stretch, at most; one that is not over counts up to now.
    pub longest_outage_minutes: u32,
    /// Whether it is below its emergency level now.
    pub is_below: bool,
    /// Due hours x missing level.
    pub lost_service_hours: f64,
    /// The part of these that comes from helping others.
    pub lost_by_giving_hours: f64,
    /// Cases waiting at the end, with the work of entering again what was served on paper.
    pub waiting: f64,
    /// Cases that had to wait.
    pub cases_delayed: f64,
    /// Cases that nobody served.
    pub cases_lost: f64,
    /// Cost of people hired for the backlog.
    pub backlog_cost_eur: f64,
    /// People not paid.
    pub people_unpaid: u32,
}

impl ServiceMetrics {
    /// Minutes of the longest outage, where that is not the first one: a service that came back soon and fell again.
    #[must_use]
    pub fn later_outage_minutes(&self) -> Option<u32> {
        let first = self.minutes_to_emergency_level?;
        (self.longest_outage_minutes > first).then_some(self.longest_outage_minutes)
    }
}

/// What one request for aid came to.
#[derive(Debug, Clone, PartialEq)]
pub struct AidMetrics {
    /// Which.
    pub id: RequestId,
    /// Kind.
    pub kind: AidKind,
    /// Who asked.
    pub asker: AdministrationId,
    /// Who was asked.
    pub helper: AdministrationId,
    /// Sent.
    pub requested: SimTime,
    /// Granted.
    pub granted: Option<SimTime>,
    /// Units granted.
    pub amount: u32,
    /// First useful work.
    pub at_work: Option<SimTime>,
    /// Ended.
    pub ended: Option<SimTime>,
    /// State at the end.
    pub state: AidState,
    /// Why refused, recalled or waiting.
    pub reason: Option<Text>,
    /// Minutes waited for each cause, in the order of [`WaitCause::ALL`].
    pub waited_minutes: [u32; WaitCause::ALL.len()],
    /// Person-hours that its people worked, by office hours.
    pub person_hours: f64,
    /// What the asker owes the helper for them by the pact, EUR.
    pub cost_eur: f64,
    /// Service-hours the helper's citizens lost by it.
    pub helper_lost_service_hours: f64,
    /// Whether its people worked on ground in the actor's hands.
    pub on_held_ground: bool,
    /// When they carried the attack home on their own devices.
    pub carried_home: Option<SimTime>,
}

/// What the region came to.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct RegionMetrics {
    /// Sum over services.
    pub lost_service_hours: f64,
    /// The same, each service weighted by (5 - criticality) / 4 and by its administration's
    /// inhabitants relative to the mean of all that offer services.
    pub weighted_lost_service_hours: f64,
    /// People whom a pay run did not reach.
    pub people_unpaid: u32,
    /// Services that missed their WAZ.
    pub waz_missed: u32,
    /// Services whose MTA was broken.
    pub mta_breaches: u32,
    /// Cases that had to wait, of all services.
    pub cases_delayed: f64,
    /// Cases that nobody served.
    pub cases_lost: f64,
    /// Cost of people hired for backlogs.
    pub backlog_cost_eur: f64,
    /// What citizens of helpers lost by their helping.
    pub helper_lost_service_hours: f64,
    /// Lowest demand-weighted level.
    pub minimum_level_share: f64,
}

/// All that a run came to.
#[derive(Debug, Clone, PartialEq)]
pub struct RunMetrics {
    /// Moments of the attack.
    pub marks: Marks,
    /// The region.
    pub region: RegionMetrics,
    /// Services in id order.
    pub services: Vec<ServiceMetrics>,
    /// Aid in the order of asking.
    pub aid: Vec<AidMetrics>,
    /// What each clause of the pact did, in the order of the scenario's clauses.
    pub clauses: Vec<ClauseMetrics>,
    /// Happenings that changed state.
    pub events: u64,
}

/// What giving took from one administration.
struct Given {
    /// Service-hours lost by it.
    lost_hours: f64,
    /// Share of the workplaces given away, times minutes, over all it gave.
    share_minutes: f64,
}

impl Sim {
    /// Returns what the run came to as an epidemic over systems.
    #[must_use]
    pub fn spread_metrics(&self) -> SpreadMetrics {
        let columns = self.columns();
        let tally = &columns.tally;
        let lost = tally.system_minutes_lost
            + u64::from(tally.not_operational) * u64::from(columns.now.since(tally.since));
        let per_day = f64::from(DAY);
        SpreadMetrics {
            ever_infected_share: f64::from(tally.ever_compromised)
                / f64::from(tally.counted.max(1)),
            days_to_95pct: (!tally.below_95).then(|| f64::from(tally.at_95_since.0) / per_day),
            system_days_lost: lost as f64 / per_day,
        }
    }

    /// Returns which share of all demand is served now, 0 to 1.
    #[must_use]
    pub fn region_level(&self) -> f64 {
        self.columns().services.region_level()
    }

    /// Returns how many happenings changed state so far.
    #[must_use]
    pub fn events(&self) -> u64 {
        self.columns().tally.events
    }

    /// Returns how many systems count in [`SpreadMetrics`].
    #[must_use]
    pub fn counted_systems(&self) -> u32 {
        self.columns().tally.counted
    }

    /// Whether any system of an administration was ever in the actor's hands.
    #[must_use]
    pub fn was_hit(&self, at: AdministrationId) -> bool {
        let systems = self.plan.administrations[at.index()].systems.clone();
        let columns = self.columns();
        systems
            .into_iter()
            .any(|system| columns.systems[system as usize].occurrence > 0)
    }

    /// Returns the moments of the attack.
    #[must_use]
    pub fn marks(&self) -> Marks {
        let columns = self.columns();
        Marks {
            first_compromise: columns.tally.first_compromise,
            detected: columns.attack.detected,
            impact: columns.attack.impact,
            contained: self.contained(),
        }
    }

    /// Returns what a service came to so far.
    #[must_use]
    pub fn service_metrics(&self, id: ServiceId) -> ServiceMetrics {
        let columns = self.columns();
        let offered = &self.plan.services[id.index()];
        let template = &self.plan.scenario.services[offered.template];
        let parameters = &self.plan.scenario.parameters;
        let state = &columns.services.state[id.index()];
        let sums = state.sums_at(&self.plan, id, columns.now);
        let m = state.milestones;
        let from_down =
            |at: Option<SimTime>| m.first_below.and_then(|down| at.map(|at| at.since(down)));
        let to_emergency_level = from_down(m.emergency_level);
        let down_for = m.first_below.map(|down| columns.now.since(down));
        let waz_met = match (to_emergency_level, down_for) {
            (Some(minutes), _) => Some(minutes <= template.waz_minutes),
            // Not there yet: missed once the target has passed, undecided before.
            (None, Some(so_far)) => (so_far > template.waz_minutes).then_some(false),
            (None, None) => None,
        };
        let since = state.outage_clocks(template).mta_since;
        let present_outage = since.map(|since| columns.now.since(since));
        let longest = m.longest_outage.max(present_outage.unwrap_or(0));
        let beyond = longest
            .checked_sub(template.mta_minutes)
            .filter(|by| *by > 0);
        let mta_broken = match (beyond, present_outage) {
            (Some(_), _) => Some(true),
            // An outage that is not over yet leaves it open.
            (None, Some(_)) => None,
            (None, None) => m.first_below.map(|_| false),
        };
        ServiceMetrics {
            id,
            administration: offered.administration,
            template: offered.template,
            first_down: m.first_below,
            minutes_to_emergency_operation: from_down(m.some_emergency),
            minutes_to_emergency_level: to_emergency_level,
            minutes_to_partial: from_down(m.partial),
            minutes_to_normal: from_down(m.normal),
            minutes_to_backlog_cleared: from_down(m.backlog_cleared),
            waz_met,
            mta_broken,
            minutes_beyond_mta: beyond,
            longest_outage_minutes: m
                .longest_below
                .max(m.outage_since.map_or(0, |since| columns.now.since(since))),
            is_below: m.outage_since.is_some(),
            lost_service_hours: sums.lost_hours,
            lost_by_giving_hours: sums.lost_by_giving_hours,
            waiting: sums.waiting,
            cases_delayed: sums.cases_delayed,
            cases_lost: sums.cases_lost,
            backlog_cost_eur: sums.hired_hours
                * offered.desks
                * (parameters.backlog_extra_hired - parameters.backlog_extra).max(0.0)
                * parameters.clerk_eur_per_hour,
            people_unpaid: state.people_unpaid,
        }
    }

    /// Returns what the run came to so far.
    #[must_use]
    pub fn run_metrics(&self) -> RunMetrics {
        let services = self.all_service_metrics();
        let given = self.given_by_each(&services);
        let aid = self
            .requests()
            .map(|request| self.aid_metrics(request, &given[request.draft.helper.index()]))
            .collect();
        RunMetrics {
            marks: self.marks(),
            region: self.region_of(&services),
            aid,
            clauses: self.clause_metrics(),
            events: self.events(),
            services,
        }
    }

    /// Returns what the run came to so far for the region, without what it is made of.
    #[must_use]
    pub fn region_metrics(&self) -> RegionMetrics {
        self.region_of(&self.all_service_metrics())
    }

    fn all_service_metrics(&self) -> Vec<ServiceMetrics> {
        let ids = (0..self.plan.services.len()).map(ServiceId::from_index);
        ids.map(|id| self.service_metrics(id)).collect()
    }

    fn region_of(&self, services: &[ServiceMetrics]) -> RegionMetrics {
        let administrations = &self.plan.scenario.administrations;
        let offering: Vec<f64> = administrations
            .iter()
            .zip(&self.plan.administrations)
            .filter(|(_, planned)| !planned.services.is_empty())
            .map(|(administration, _)| f64::from(administration.inhabitants))
            .collect();
        let mean = offering.iter().sum::<f64>() / offering.len().max(1) as f64;
        let weighted = |service: &ServiceMetrics| {
            let criticality = self.plan.scenario.services[service.template].criticality;
            let inhabitants = administrations[service.administration.index()].inhabitants;
            let by_size = if mean > 0.0 {
                f64::from(inhabitants) / mean
            } else {
                1.0
            };
            service.lost_service_hours * (5.0 - f64::from(criticality)) / 4.0 * by_size
        };
        RegionMetrics {
            lost_service_hours: services.iter().map(|s| s.lost_service_hours).sum(),
            weighted_lost_service_hours: services.iter().map(weighted).sum(),
            people_unpaid: services.iter().map(|s| s.people_unpaid).sum(),
            waz_missed: services.iter().filter(|s| s.waz_met == Some(false)).count() as u32,
            cases_delayed: services.iter().map(|s| s.cases_delayed).sum(),
            cases_lost: services.iter().map(|s| s.cases_lost).sum(),
            backlog_cost_eur: services.iter().map(|s| s.backlog_cost_eur).sum(),
            helper_lost_service_hours: services.iter().map(|s| s.lost_by_giving_hours).sum(),
            mta_breaches: services
                .iter()
                .filter(|s| s.mta_broken == Some(true))
                .count() as u32,
            minimum_level_share: self.columns().services.lowest_region_level(),
        }
    }

    /// What giving took from each administration up to now.
    fn given_by_each(&self, services: &[ServiceMetrics]) -> Vec<Given> {
        let mut given: Vec<Given> = self
            .plan
            .administrations
            .iter()
            .map(|planned| {
                let range = &planned.services;
                let own = &services[range.start as usize..range.end as usize];
                Given {
                    // The sum of nothing is -0: added to 0 it is 0.
                    lost_hours: 0.0 + own.iter().map(|of| of.lost_by_giving_hours).sum::<f64>(),
                    share_minutes: 0.0,
                }
            })
            .collect();
        for request in self.requests() {
            given[request.draft.helper.index()].share_minutes += self.share_minutes(request);
        }
        given
    }

    /// Share of the helper's workplaces that a request took, times minutes.
    fn share_minutes(&self, request: &AidRequest) -> f64 {
        request.granted.map_or(0.0, |(at, _)| {
            let until = request.ended.unwrap_or_else(|| self.now());
            f64::from(request.charged_share) * f64::from(until.since(at))
        })
    }

    /// The helper's loss is shared among its deployments by what each took and how long.
    fn aid_metrics(&self, request: &AidRequest, given: &Given) -> AidMetrics {
        let helper = request.draft.helper;
        let share = if given.share_minutes > 0.0 {
            self.share_minutes(request) / given.share_minutes
        } else {
            0.0
        };
        let person_hours = self.known(request.asker).hours_of(request);
        let pact = self.pact();
        let rate = pact
            .between(request.asker.index(), helper.index())
            .eur_per_person_hour;
        AidMetrics {
            id: request.id,
            kind: request.draft.kind,
            asker: request.asker,
            helper,
            requested: request.requested,
            granted: request.granted.map(|(at, _)| at),
            amount: request.granted.map_or(0, |(_, amount)| amount),
            at_work: request.at_work,
            ended: request.ended,
            state: request.state,
            reason: request.why(),
            waited_minutes: request.waited_at(self.now()),
            person_hours,
            cost_eur: person_hours * rate,
            helper_lost_service_hours: given.lost_hours * share,
            on_held_ground: request.on_held_ground,
            carried_home: request.carried_home,
        }
    }
}
