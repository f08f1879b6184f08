//! `Known`: the only window through which bots and screens look at the world.
//!
//! It shows a seat its own services, orders and requests, what was reported to it, and what is
//! public in any case (who exists, the pact, catalogue figures). Nothing else gets out.

mod forecast;
mod reports;

pub use forecast::Finish;

use super::Sim;
use super::columns::Condition;
use super::containment::{LIFTABLE, Measures, share_left};
use super::core_param::PactPhase;
use super::entities::{
    AidRequest, CrisisStaff, Decision, DecisionKind, Knowledge, LogRecord, OrderKind, Person, Post,
    Posture, Recovery, SET_UPS, WorkOrder,
};
use crate::scenario::{
    Administration, AidTerms, Pact, PactTerms, Parameters, ServiceTemplate, SetUp, SystemRole,
};
use crate::vocab::{
    AdministrationId, AidDraft, AidKind, AidState, ContainmentOption, DecisionId, RequestId,
    ServiceId, SimTime, Skill, SystemId, SystemState, Text,
};

/// What a seat knows at present.
#[derive(Clone, Copy)]
pub struct Known<'a> {
    sim: &'a Sim,
    seat: AdministrationId,
}

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

/// A system as the seat knows it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct KnownSystem<'a> {
    /// Which.
    pub id: SystemId,
    /// Its id in the kit; texts name it `system-<id>`.
    pub name: &'a str,
    /// Whose it is.
    pub owner: AdministrationId,
    /// What it is to the model.
    pub role: SystemRole,
    /// What the seat knows of its state.
    pub state: SystemState,
    /// Share usable, where the seat can see it.
    pub usable: Option<f64>,
}

/// A piece of the seat's own recovery.
#[derive(Debug, Clone, PartialEq)]
pub struct KnownOrder {
    /// Which.
    pub id: u32,
    /// What is done.
    pub name: Text,
    /// The system that is restored by it, if it is about one.
    pub system: Option<SystemId>,
    /// Skill it needs.
    pub skill: Skill,
    /// Share done as people judge it, 0 to 1.
    pub done_share: f64,
    /// Whether it is finished.
    pub is_done: bool,
    /// People on it.
    pub people: u32,
    /// People it could use.
    pub useful_people: u32,
    /// What it waits for.
    pub waits_for: Option<Text>,
    /// Likely end at today's pace, earliest and latest.
    pub ready: Option<(SimTime, SimTime)>,
}

/// A request the seat sent or received.
#[derive(Debug, Clone, PartialEq)]
pub struct KnownRequest<'a> {
    /// Which.
    pub id: RequestId,
    /// Who asked.
    pub asker: AdministrationId,
    /// What for.
    pub draft: &'a AidDraft,
    /// Where it stands.
    pub state: AidState,
    /// Sent.
    pub requested: SimTime,
    /// Granted, and how much.
    pub granted: Option<(SimTime, u32)>,
    /// First useful work.
    pub at_work: Option<SimTime>,
    /// Ended.
    pub ended: Option<SimTime>,
    /// Why refused or recalled, or what it waits for.
    pub reason: Option<&'a Text>,
}

/// A decision the seat has to take.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct KnownDecision {
    /// Which.
    pub id: DecisionId,
    /// About what.
    pub kind: DecisionKind,
    /// Since when.
    pub raised: SimTime,
    /// By when.
    pub due: SimTime,
}

/// Lower and upper factor on what people expect, for forecasts: the middle 80 of 100 of efforts
/// with a coefficient of variation of about one third.
const FORECAST: (f64, f64) = (0.7, 1.6);
/// Share that is taken to remain when more was worked than expected.
const LEAST_REMAINING: f64 = 0.1;

impl Sim {
    /// Returns what a seat knows.
    #[must_use]
    pub fn known(&self, seat: AdministrationId) -> Known<'_> {
        Known { sim: self, seat }
    }
}

impl<'a> Known<'a> {
    fn component<C: bevy_ecs::component::Component>(&self) -> &'a C {
        let entity = self.sim.index().administrations[self.seat.index()];
        self.sim
            .world
            .get::<C>(entity)
            .expect("every administration has all its components")
    }

    fn knowledge(&self) -> &'a Knowledge {
        self.component()
    }

    /// Returns the seat.
    #[must_use]
    pub fn seat(&self) -> AdministrationId {
        self.seat
    }

    /// Returns the present minute.
    #[must_use]
    pub fn now(&self) -> SimTime {
        self.sim.now()
    }

    /// Returns the calendar.
    #[must_use]
    pub fn calendar(&self) -> &'a crate::scenario::Calendar {
        &self.sim.plan.calendar
    }

    /// Returns a number that grows whenever a fact reaches the seat.
    #[must_use]
    pub fn revision(&self) -> u32 {
        self.knowledge().revision
    }

    /// Returns all administrations: who exists is public.
    #[must_use]
    pub fn administrations(&self) -> &'a [Administration] {
        &self.sim.plan.scenario.administrations
    }

    /// Returns whether somebody acts for an administration; who takes part is public.
    #[must_use]
    pub fn acts(&self, administration: AdministrationId) -> bool {
        self.sim.plan.scenario.acts(administration.index())
    }

    /// Returns the seat's own administration.
    #[must_use]
    pub fn own(&self) -> &'a Administration {
        &self.administrations()[self.seat.index()]
    }

    /// Returns the pact in force.
    #[must_use]
    pub fn pact(&self) -> &'a Pact {
        &self.sim.plan.scenario.pacts[self.sim.world.resource::<PactPhase>().0]
    }

    /// Returns what the pact holds for the seat.
    #[must_use]
    pub fn pact_terms(&self) -> &'a PactTerms {
        self.pact().with(self.seat.index())
    }

    /// Returns the pact's terms for a kind of aid, if the seat can ask for it.
    #[must_use]
    pub fn terms(&self, kind: AidKind) -> Option<AidTerms> {
        self.pact_terms().of(kind)
    }

    /// Returns the pact's terms for a kind of aid from a helper.
    #[must_use]
    pub fn terms_with(&self, helper: AdministrationId, kind: AidKind) -> Option<AidTerms> {
        self.terms_between(self.seat, helper).of(kind)
    }

    fn terms_between(&self, asker: AdministrationId, helper: AdministrationId) -> &'a PactTerms {
        self.pact().between(asker.index(), helper.index())
    }

    /// Returns the catalogue figures of recovery.
    #[must_use]
    pub fn parameters(&self) -> &'a Parameters {
        &self.sim.plan.scenario.parameters
    }

    /// Returns the span in minutes within which people expect a duration to lie.
    #[must_use]
    pub fn expected_span(&self, dist: crate::scenario::Dist) -> (u32, u32) {
        let (low, high) = super::verbs::bounds(dist);
        (
            super::chance::whole_minutes(low),
            super::chance::whole_minutes(high),
        )
    }

    /// Returns how long the seat takes to act by a rule of its response plan, the `nth` time.
    #[must_use]
    pub fn drawn_delay(&self, rule: usize, nth: u32, after: crate::scenario::Dist) -> u32 {
        let key = super::chance::key_of(&[self.seat.0, rule as u32]);
        self.sim
            .chance
            .draw(super::chance::Purpose::Response, key, nth)
            .minutes(after)
    }

    /// Returns the seat's first system of a role.
    #[must_use]
    pub fn system_by_role(&self, role: crate::scenario::SystemRole) -> Option<KnownSystem<'a>> {
        self.systems()
            .find(|system| self.sim.plan.template(system.id.0).role == role)
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

    fn service(&self, id: ServiceId) -> KnownService<'a> {
        let plan = &self.sim.plan;
        let offered = &plan.services[id.index()];
        let template = &plan.scenario.services[offered.template];
        let state = &self.sim.columns().services.state[id.index()];
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
        let offered = self.sim.plan.services.get(of_another.index())?;
        let id = &self.sim.plan.scenario.services[offered.template].id;
        self.services().find(|own| own.template.id == *id)
    }

    /// Returns the course of one of the seat's services: steps of its level.
    #[must_use]
    pub fn steps(&self, service: ServiceId) -> &'a [(SimTime, f32)] {
        let own = &self.sim.plan.administrations[self.seat.index()].services;
        if own.contains(&service.0) {
            &self.sim.columns().services.steps[service.index()]
        } else {
            &[]
        }
    }

    /// Returns the systems a service needs, workplaces included.
    #[must_use]
    pub fn needs(&self, service: ServiceId) -> Vec<KnownSystem<'a>> {
        let offered = &self.sim.plan.services[service.index()];
        offered
            .needs
            .iter()
            .chain(offered.workplaces.iter())
            .map(|system| self.system(*system))
            .collect()
    }

    /// Returns the suppliers of a system, as far as the seat knows how things hang together.
    #[must_use]
    pub fn suppliers(&self, system: SystemId) -> Vec<KnownSystem<'a>> {
        let plan = &self.sim.plan;
        if plan.owner(system) != self.seat {
            return Vec::new();
        }
        plan.suppliers
            .row(system.0)
            .iter()
            .map(|supplier| self.system(SystemId(*supplier)))
            .collect()
    }

    /// Returns the seat's own systems.
    pub fn systems(&self) -> impl Iterator<Item = KnownSystem<'a>> + use<'a> {
        let known = *self;
        let planned = &self.sim.plan.administrations[self.seat.index()];
        planned
            .systems
            .clone()
            .map(move |id| known.system(SystemId(id)))
    }

    /// Returns a system as the seat knows it.
    #[must_use]
    pub fn system(&self, id: SystemId) -> KnownSystem<'a> {
        let plan = &self.sim.plan;
        let owner = plan.owner(id);
        let name = plan.described(id).id.as_str();
        let role = plan.template(id.0).role;
        let columns = self.sim.columns();
        let state = columns.systems[id.index()];
        let available = columns.available(plan, id.0);
        if owner != self.seat {
            // A customer sees of its provider's systems whether they answer, while the link is open.
            let usable = self.link_is_open().then(|| f64::from(available));
            return KnownSystem {
                id,
                name,
                owner,
                role,
                state: SystemState::Unknown,
                usable,
            };
        }
        let known_hit = self.knowledge().hit_systems.contains(&id);
        let recovery = self.recovery();
        let unexamined = recovery.needed_since.is_some() && recovery.examined.is_none();
        let in_work = || {
            self.orders_here()
                .any(|order| order.people > 0 && order.system() == Some(id))
        };
        let state_known = match state.condition {
            Condition::Encrypted if known_hit => SystemState::Encrypted,
            Condition::Compromised if known_hit => SystemState::Compromised,
            Condition::Contained | Condition::SwitchedOff if in_work() => SystemState::Rebuilding,
            Condition::Contained | Condition::SwitchedOff => SystemState::SwitchedOff,
            Condition::Cleared => SystemState::Cleared,
            Condition::Intact | Condition::Compromised | Condition::Encrypted => {
                if unexamined {
                    SystemState::Suspected
                } else {
                    SystemState::Intact
                }
            }
        };
        KnownSystem {
            id,
            name,
            owner,
            role,
            state: state_known,
            usable: Some(f64::from(available)),
        }
    }

    /// Returns the seat's link to its provider, if it has one.
    #[must_use]
    pub fn provider_link(&self) -> Option<KnownSystem<'a>> {
        self.sim.plan.administrations[self.seat.index()]
            .provider_link
            .map(|link| {
                let open = self.link_is_open();
                KnownSystem {
                    state: if open {
                        SystemState::Intact
                    } else {
                        SystemState::SwitchedOff
                    },
                    usable: Some(f64::from(u8::from(open))),
                    ..self.system(link)
                }
            })
    }

    /// Whether the link to the provider is open.
    #[must_use]
    pub fn link_is_open(&self) -> bool {
        self.sim.plan.administrations[self.seat.index()]
            .provider_link
            .is_some_and(|link| self.sim.columns().own(&self.sim.plan, link.0) > 0.0)
    }

    /// Since when the link is cut, and by whom; the first who did where both did.
    #[must_use]
    pub fn link_cut(&self) -> Option<(SimTime, AdministrationId)> {
        let here = self.link_cut_here().map(|at| (at, self.seat));
        let provider = self.own().provider.map(AdministrationId::from_index);
        let there = self.link_cut_there().zip(provider);
        match (here, there) {
            (Some(here), Some(there)) if there.0 < here.0 => Some(there),
            (here, there) => here.or(there),
        }
    }

    /// Since when the own side has cut the link to the provider.
    #[must_use]
    pub fn link_cut_here(&self) -> Option<SimTime> {
        self.component::<Posture>().link_cut_here
    }

    /// Since when the provider has cut the link on its side.
    #[must_use]
    pub fn link_cut_there(&self) -> Option<SimTime> {
        self.component::<Posture>().link_cut_there
    }

    /// Whether remote maintenance is blocked.
    #[must_use]
    pub fn access_blocked(&self) -> bool {
        self.in_force(ContainmentOption::BlockRemoteAccess)
            .is_some()
    }

    /// Since when a measure that can be lifted by itself is in force.
    #[must_use]
    pub fn in_force(&self, option: ContainmentOption) -> Option<SimTime> {
        self.component::<Posture>().since(option)
    }

    /// Returns the own way to the internet, where it is known as a system of its own.
    #[must_use]
    pub fn internet(&self) -> Option<SystemId> {
        self.sim.plan.administrations[self.seat.index()].internet
    }

    /// Returns the own backups, where they are known as a system of their own.
    #[must_use]
    pub fn backups(&self) -> Option<SystemId> {
        self.sim.plan.administrations[self.seat.index()].backups
    }

    /// Whether everything was switched off and is not back yet.
    #[must_use]
    pub fn is_shut_down(&self) -> bool {
        self.component::<Posture>().shut_down.is_some()
    }

    /// Since when everything is switched off, while it is.
    #[must_use]
    pub fn shut_down_since(&self) -> Option<SimTime> {
        self.component::<Posture>().shut_down
    }

    /// For a provider: whether it has cut its customers.
    #[must_use]
    pub fn customers_cut(&self) -> bool {
        self.component::<Posture>().customers_cut.is_some()
    }

    /// Returns the customers of the seat, if it is a provider.
    #[must_use]
    pub fn customers(&self) -> &'a [AdministrationId] {
        &self.sim.plan.administrations[self.seat.index()].customers
    }

    /// For a provider: since when the line to a customer is cut, and whether at its own end; a
    /// line is dead at both.
    #[must_use]
    pub fn line_to_customer_cut(&self, customer: AdministrationId) -> Option<(SimTime, bool)> {
        let posture = self.of_customer::<Posture>(customer)?;
        let own_end = posture.link_cut_there.map(|at| (at, true));
        own_end.or(posture.link_cut_here.map(|at| (at, false)))
    }

    /// For a provider: when it told a customer that it is hit.
    #[must_use]
    pub fn customer_told(&self, customer: AdministrationId) -> Option<SimTime> {
        self.of_customer::<Knowledge>(customer)?.provider_hit
    }

    /// A component of a customer; nothing of anybody else.
    fn of_customer<C: bevy_ecs::component::Component>(
        &self,
        customer: AdministrationId,
    ) -> Option<&'a C> {
        if !self.customers().contains(&customer) {
            return None;
        }
        let entity = self.sim.index().administrations[customer.index()];
        self.sim.world.get::<C>(entity)
    }

    /// Whether an order of this kind is given and not effective yet.
    #[must_use]
    pub fn is_ordered(&self, option: ContainmentOption) -> bool {
        super::decisions::is_pending(self.component::<Posture>(), option)
    }

    /// Returns the moments between which a containment would take effect if ordered now.
    #[must_use]
    pub fn effective_between(&self, option: ContainmentOption) -> (SimTime, SimTime) {
        let (_, (low, high)) = self.sim.containment_minutes(self.seat, option);
        (self.now().after(low), self.now().after(high))
    }

    fn recovery(&self) -> &'a Recovery {
        self.component()
    }

    /// Whether the own side must be examined, since when.
    #[must_use]
    pub fn recovery_needed(&self) -> Option<SimTime> {
        self.recovery().needed_since
    }

    /// When the own side was examined, and whether the actor was found.
    #[must_use]
    pub fn examined(&self) -> Option<(SimTime, bool)> {
        self.recovery().examined
    }

    /// When the own side was released for reconnecting.
    #[must_use]
    pub fn own_cleared(&self) -> Option<SimTime> {
        self.recovery().cleared
    }

    /// Since when the provider is suspected to be attacked, as reported.
    #[must_use]
    pub fn provider_suspected(&self) -> Option<SimTime> {
        self.knowledge().provider_suspected
    }

    /// Since when the provider is known to be hit, as reported.
    #[must_use]
    pub fn provider_hit(&self) -> Option<SimTime> {
        self.knowledge().provider_hit
    }

    /// When the provider reported that its side is released.
    #[must_use]
    pub fn provider_cleared(&self) -> Option<SimTime> {
        self.knowledge().provider_cleared
    }

    /// Since when own systems are known to be hit.
    #[must_use]
    pub fn own_hit(&self) -> Option<SimTime> {
        self.knowledge().own_hit
    }

    /// Returns who reported to be affected, and when.
    #[must_use]
    pub fn affected(&self) -> &'a [(AdministrationId, SimTime)] {
        &self.knowledge().affected
    }

    /// Returns when the crisis staff was called and when it met.
    #[must_use]
    pub fn crisis_staff(&self) -> (Option<SimTime>, Option<SimTime>) {
        let staff = self.component::<CrisisStaff>();
        (staff.called, staff.met)
    }

    /// Whether a workaround is ready.
    #[must_use]
    pub fn is_ready(&self, set_up: SetUp) -> bool {
        let staff = self.component::<CrisisStaff>();
        SET_UPS
            .iter()
            .zip(staff.ready)
            .any(|(of, ready)| *of == set_up && ready.is_some())
    }

    /// Returns the seat's log, oldest first.
    #[must_use]
    pub fn log(&self) -> &'a [LogRecord] {
        &self.knowledge().log
    }

    /// Returns the decisions the seat has to take, by urgency of their deadline.
    #[must_use]
    pub fn decisions(&self) -> Vec<KnownDecision> {
        let index = self.sim.index();
        let mut open: Vec<KnownDecision> = index
            .decisions_of(self.seat)
            .filter_map(|entity| self.sim.world.get::<Decision>(entity))
            .filter(|decision| decision.closed.is_none())
            .map(|decision| KnownDecision {
                id: decision.id,
                kind: decision.kind,
                raised: decision.raised,
                due: decision.due,
            })
            .collect();
        open.sort_by_key(|decision| (decision.due, decision.id));
        open
    }

    /// Returns the requests the seat sent or received, in the order of asking. A request
    /// that has not reached the seat is not among them.
    #[must_use]
    pub fn requests(&self) -> Vec<KnownRequest<'a>> {
        let sim = self.sim;
        let seat = self.seat;
        sim.index()
            .requests_of(seat)
            .filter_map(|entity| sim.world.get::<AidRequest>(entity))
            .filter(|request| {
                request.asker == seat
                    || request.draft.helper == seat && request.state != AidState::Requested
            })
            .map(known_request)
            .collect()
    }

    /// Returns how much the helper may still give to a request by the caps.
    #[must_use]
    pub fn most_to_give(&self, request: &KnownRequest<'_>) -> u32 {
        self.sim.most_to_give(request.id).0
    }

    /// Returns how much another may give at most of a kind, as far as the caps and public figures tell.
    #[must_use]
    pub fn most_another_gives(&self, helper: AdministrationId, kind: AidKind) -> u32 {
        self.means_of(helper, kind).0
    }

    /// Returns (own people at home, own people lent, helpers working here).
    #[must_use]
    pub fn staff(&self) -> (u32, u32, u32) {
        let (mut home, mut lent, mut helpers) = (0, 0, 0);
        for entity in &self.sim.index().people {
            let (Some(person), Some(post)) = (
                self.sim.world.get::<Person>(*entity),
                self.sim.world.get::<Post>(*entity),
            ) else {
                continue;
            };
            if person.home == self.seat {
                if post.at == self.seat {
                    home += 1;
                } else {
                    lent += 1;
                }
            } else if post.at == self.seat && post.works {
                helpers += 1;
            }
        }
        (home, lent, helpers)
    }

    fn orders_here(&self) -> impl Iterator<Item = &'a WorkOrder> + use<'a> {
        let sim = self.sim;
        let seat = self.seat;
        let index = sim.index();
        index.orders_of[seat.index()]
            .iter()
            .filter_map(|id| sim.world.get::<WorkOrder>(index.orders[*id as usize]))
    }

    /// Returns how many more people the order shortest of hands could use; examinations are for the forensic team.
    #[must_use]
    pub fn hands_short(&self) -> u32 {
        self.orders_here()
            .filter(|order| order.done.is_none() && order.skill != Skill::Forensics)
            .map(|order| order.useful_people.saturating_sub(order.people))
            .max()
            .unwrap_or(0)
    }

    /// Returns the orders of the seat's own recovery in order.
    #[must_use]
    pub fn orders(&self) -> Vec<KnownOrder> {
        self.orders_here()
            .map(|order| self.known_order(order))
            .collect()
    }

    fn known_order(&self, order: &WorkOrder) -> KnownOrder {
        let now = self.now();
        let mobilised = self.recovery().mobilised.unwrap_or(now);
        let shifts = self.sim.plan.shifts(mobilised);
        let left = super::work::remaining_hours(order, &shifts, now);
        let worked = order.effort_hours - left;
        let expected = order.expected_hours.max(0.01);
        let expected_left = (expected - worked).max(LEAST_REMAINING * expected);
        let ready = (order.done.is_none() && order.rate > 0.0).then(|| {
            let end =
                |factor: f64| shifts.moment_after(now, expected_left / order.rate * 60.0 * factor);
            (end(FORECAST.0), end(FORECAST.1))
        });
        KnownOrder {
            id: order.id,
            name: self.order_name(order),
            system: order.system(),
            skill: order.skill,
            done_share: if order.done.is_some() {
                1.0
            } else {
                (worked / expected).min(0.95)
            },
            is_done: order.done.is_some(),
            people: order.people,
            useful_people: order.useful_people,
            waits_for: self.waits_for(order),
            ready: ready.filter(|(_, latest)| *latest != SimTime::NEVER),
        }
    }

    fn order_name(&self, order: &WorkOrder) -> Text {
        match order.kind {
            OrderKind::Examination => Text::new("order-examination"),
            OrderKind::Notebooks(_) => Text::new("order-notebooks"),
            OrderKind::Restore(system) => {
                let name = &self.sim.plan.described(system).id;
                Text::new("order-restore").text("system", Text::new(format!("system-{name}")))
            }
            OrderKind::Core(system) => {
                let name = &self.sim.plan.described(system).id;
                Text::new("order-core").text("system", Text::new(format!("system-{name}")))
            }
            OrderKind::Rest(system) => {
                let name = &self.sim.plan.described(system).id;
                Text::new("order-rest").text("system", Text::new(format!("system-{name}")))
            }
            OrderKind::Workplaces(_, class) => Text::new(format!("order-workplaces-{class}")),
        }
    }

    fn waits_for(&self, order: &WorkOrder) -> Option<Text> {
        if order.done.is_some() || order.people > 0 {
            return None;
        }
        let sim = self.sim;
        let before = order.after.iter().find_map(|id| {
            sim.world
                .get::<WorkOrder>(sim.index().orders[*id as usize])
                .filter(|before| before.done.is_none())
        });
        Some(match before {
            Some(before) => self.order_name(before),
            None if order.kind == OrderKind::Examination => Text::new("waits-forensics"),
            None => Text::new("waits-people"),
        })
    }

    /// Returns the chance, 0 to 1, that the actor reaches the seat within `minutes` under an option, by
    /// the catalogue's rates and what the seat knows: suspicion counts as "reaching for customers",
    /// a hit provider as "after the impact". `None` if the seat has no provider or knows of no attack.
    #[must_use]
    pub fn risk_within(&self, minutes: u32, option: ContainmentOption) -> Option<f64> {
        let attack = &self.sim.plan.scenario.attack;
        let stage = if self.provider_hit().is_some() {
            3
        } else if self.provider_suspected().is_some() {
            2
        } else {
            return None;
        };
        let systems = &self.sim.plan.administrations[self.seat.index()].systems;
        let prepared = 1.0 - attack.maturity_factor * self.own().maturity;
        let (from, to) = self.effective_between(option);
        let minutes = f64::from(minutes);
        let until_effective = f64::from(u32::midpoint(from.0, to.0) - self.now().0).min(minutes);
        let link_cut = !self.link_is_open();
        let link_cut_then = link_cut || option == ContainmentOption::CutProviderLink;
        let measures = LIFTABLE
            .iter()
            .filter(|measure| self.in_force(**measure).is_some())
            .fold(Measures::default(), |measures, measure| {
                measures.with(*measure)
            });
        let mut hazard = 0.0;
        let mut is_reachable = false;
        for link in self.sim.plan.gated.items() {
            let guarded = if link.remote_access {
                self.pact_terms().precautions.remote_access_factor
            } else {
                1.0
            };
            let rate = link.rates_per_minute[stage] * prepared * guarded;
            if !link.jump || !systems.contains(&link.to) || rate <= 0.0 {
                continue;
            }
            is_reachable = true;
            let before = share_left(attack, link, link_cut, measures);
            // What is left of the rate once the order is effective.
            let after = match option {
                ContainmentOption::EmergencyShutdown => 0.0,
                _ => share_left(attack, link, link_cut_then, measures.with(option)),
            };
            hazard += rate * (before * until_effective + after * (minutes - until_effective));
        }
        if !is_reachable {
            return None;
        }
        Some(1.0 - libm::exp(-hazard))
    }

    /// Returns when useful work of a request is to be expected, earliest and latest, by the
    /// pact's terms and what was answered so far; the moment itself once it works. `None` if it
    /// ended or waits for something nobody can date.
    #[must_use]
    pub fn expected_at_work(&self, request: &KnownRequest<'_>) -> Option<(SimTime, SimTime)> {
        if let Some(at) = request.at_work {
            return Some((at, at));
        }
        let waits = request.state == AidState::Briefed && request.reason.is_some();
        if request.ended.is_some() || waits {
            return None;
        }
        let terms = self.terms_between(request.asker, request.draft.helper);
        let (low, high) = self.expected_span(terms.of(request.draft.kind)?.latency);
        let now = self.now();
        let granted = request.granted.map_or(now, |(at, _)| at);
        let end = |latency: u32| {
            let whole = request.requested.after(latency);
            let least = granted.after((super::aid::AFTER_GRANT * f64::from(latency)) as u32);
            whole.max(least).max(now)
        };
        Some((end(low), end(high)))
    }

    /// Returns when a request that works, or worked, ends as agreed.
    #[must_use]
    pub fn agreed_end(&self, request: &KnownRequest<'_>) -> Option<SimTime> {
        let terms = self.terms_between(request.asker, request.draft.helper);
        let days = request.draft.days.min(terms.days_max);
        let end = self.calendar().after_working_days(request.at_work?, days);
        (end != SimTime::NEVER).then_some(end)
    }

    /// Returns the person-hours that a request of IT people brought so far, counted in office hours.
    #[must_use]
    pub fn person_hours(&self, request: &KnownRequest<'_>) -> f64 {
        let kind = request.draft.kind;
        let of_people = matches!(kind, AidKind::ItStaffOnSite | AidKind::RemoteWork);
        let (Some(from), Some((_, amount)), true) = (request.at_work, request.granted, of_people)
        else {
            return 0.0;
        };
        let until = request.ended.unwrap_or_else(|| self.now());
        let open = |at| {
            self.calendar()
                .open_until(crate::scenario::OpenHoursKind::Office, at)
        };
        let (_, share) = self.means_of(request.draft.helper, kind);
        f64::from(amount) * share * f64::from(open(until) - open(from.min(until))) / 60.0
    }

    /// Whether people of a helper would come for some days of the week only, by the caps.
    #[must_use]
    pub fn gives_part_time(&self, helper: AdministrationId, kind: AidKind) -> bool {
        self.means_of(helper, kind).1 < 1.0
    }

    fn means_of(&self, helper: AdministrationId, kind: AidKind) -> (u32, f64) {
        let other = &self.administrations()[helper.index()];
        let staff: u32 = other.it_staff.iter().sum();
        let terms = self.terms_between(self.seat, helper);
        let pool = terms.notebook_pool.min(terms.notebooks_per_site);
        let notebooks = other.spare_notebooks + pool;
        let means = super::aid::means(kind, terms, staff, other.clients, notebooks, 0);
        (means.most, means.share)
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

    /// Returns how many of its workplaces a helper goes without if it gives so many units.
    #[must_use]
    pub fn workplaces_taken(&self, helper: AdministrationId, kind: AidKind, amount: u32) -> f64 {
        let clients = self.administrations()[helper.index()].clients;
        self.share_taken(helper, kind, amount) * f64::from(clients)
    }

    fn share_taken(&self, helper: AdministrationId, kind: AidKind, amount: u32) -> f64 {
        let (_, share_of_time) = self.means_of(helper, kind);
        self.cost_share_per_unit(helper, kind) * f64::from(amount) * share_of_time
    }

    /// Returns the service a request is for: the asker said so in it.
    #[must_use]
    pub fn service_asked_for(&self, request: &KnownRequest<'_>) -> Option<&'a ServiceTemplate> {
        let plan = &self.sim.plan;
        let service = plan.services.get(request.draft.service?.index())?;
        (service.administration == request.asker).then(|| &plan.scenario.services[service.template])
    }

    /// Returns the cases a day that stay undone at a helper if it gives so many units, by public
    /// figures and as if all worked there; for the own seat by what works at present.
    #[must_use]
    pub fn cases_undone(&self, helper: AdministrationId, kind: AidKind, amount: u32) -> f64 {
        let plan = &self.sim.plan;
        let taken = self.share_taken(helper, kind, amount);
        let is_own = helper == self.seat;
        plan.administrations[helper.index()]
            .services
            .clone()
            .map(|id| {
                let offered = &plan.services[id as usize];
                let Some(workplaces) = offered.workplaces else {
                    return 0.0;
                };
                let (usable, it) = if is_own {
                    let columns = self.sim.columns();
                    let usable = columns.available(plan, workplaces.0);
                    (usable, columns.services.state[id as usize].it)
                } else {
                    (1.0, 1.0)
                };
                let criticality = plan.scenario.services[offered.template].criticality;
                let left = super::services::class_share(usable - taken as f32, criticality);
                f64::from((it - left).max(0.0)) * offered.demand_per_day
            })
            .sum()
    }

    /// Returns the effect and cost of giving: share of the helper's workplaces that one unit takes.
    #[must_use]
    pub fn cost_share_per_unit(&self, helper: AdministrationId, kind: AidKind) -> f64 {
        let cost = self.parameters().helper_cost;
        let other = &self.administrations()[helper.index()];
        let staff: u32 = other.it_staff.iter().sum();
        match kind {
            AidKind::ItStaffOnSite | AidKind::RemoteWork => {
                cost.clients_down_without_it / f64::from(staff.max(1))
            }
            AidKind::ItWorkplaces | AidKind::LoanNotebooks => {
                cost.clients_per_unit / f64::from(other.clients.max(1))
            }
        }
    }
}

fn known_request(request: &AidRequest) -> KnownRequest<'_> {
    KnownRequest {
        id: request.id,
        asker: request.asker,
        draft: &request.draft,
        state: request.state,
        requested: request.requested,
        granted: request.granted,
        at_work: request.at_work,
        ended: request.ended,
        reason: request.reason.as_ref().or(request.waits_for.as_ref()),
    }
}
