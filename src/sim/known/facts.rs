//! What happened, as far as it reached the seat: attack, recovery, crisis staff, open questions.

use super::Known;
use crate::scenario::{ResponsePlan, SetUp};
use crate::sim::Message;
use crate::sim::entities::{CrisisStaff, Decision, DecisionKind, Deputy, LogRecord, Recovery};
use crate::sim::recovery::island;
use crate::sim::way_back::WayBack;
use crate::vocab::{AdministrationId, DecisionId, ServiceId, SimTime};

/// A decision the seat has to take.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct KnownDecision {
    /// Which.
    pub id: DecisionId,
    /// About what.
    pub kind: DecisionKind,
    /// Since when.
    pub raised: SimTime,
    /// By when it must be taken, or should have been: the deadline that passed first stays.
    pub due: SimTime,
    /// When it is asked again if nobody takes it.
    pub asked_again: SimTime,
}

impl<'a> Known<'a> {
    pub(super) fn recovery(&self) -> &'a Recovery {
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
        self.knowledge.provider_suspected
    }

    /// Since when the provider is known to be hit, as reported.
    #[must_use]
    pub fn provider_hit(&self) -> Option<SimTime> {
        self.knowledge.provider_hit
    }

    /// When the provider reported that its side is released.
    #[must_use]
    pub fn provider_cleared(&self) -> Option<SimTime> {
        self.knowledge.provider_cleared
    }

    /// When the provider opened its end of the line without being examined, as it said itself.
    #[must_use]
    pub fn provider_line_open(&self) -> Option<SimTime> {
        self.knowledge.provider_line_open
    }

    /// Returns how far the way back to the provider is free.
    #[must_use]
    pub fn way_back(&self) -> WayBack {
        WayBack::of(self.knowledge, self.recovery(), self.component())
    }

    /// Since when own systems are known to be hit.
    #[must_use]
    pub fn own_hit(&self) -> Option<SimTime> {
        self.knowledge.own_hit
    }

    /// Returns who reported to be affected, and when.
    #[must_use]
    pub fn affected(&self) -> &'a [(AdministrationId, SimTime)] {
        &self.knowledge.affected
    }

    /// Returns when the crisis staff was called and when it met.
    #[must_use]
    pub fn crisis_staff(&self) -> (Option<SimTime>, Option<SimTime>) {
        let staff = self.component::<CrisisStaff>();
        (staff.called, staff.met)
    }

    /// Whether the seat has services that pay people.
    #[must_use]
    pub fn pays(&self) -> bool {
        let plan = &self.sim.plan;
        let mut own = plan.administrations[self.seat.index()].services.clone();
        own.any(|service| plan.pays(service))
    }

    /// When somebody was told to secure last month's payment file, and when it lay outside the network.
    #[must_use]
    pub fn pay_file(&self) -> (Option<SimTime>, Option<SimTime>) {
        let staff = self.component::<CrisisStaff>();
        (staff.file_ordered, staff.file_secured)
    }

    /// Since when the seat knows that there is no payment file outside the network.
    #[must_use]
    pub fn pay_file_missing(&self) -> Option<SimTime> {
        self.component::<CrisisStaff>().file_missing
    }

    /// Returns the moments between which a payment file would be secured if ordered now.
    #[must_use]
    pub fn pay_file_between(&self) -> (SimTime, SimTime) {
        let (low, high) = self.expected_span(self.sim.pay_file_time(self.seat));
        (self.now().after(low), self.now().after(high))
    }

    /// Since when an emergency island is ordered.
    #[must_use]
    pub fn island_ordered(&self) -> Option<SimTime> {
        self.component::<CrisisStaff>().island.ordered
    }

    /// Whether there is reason to order an emergency island now.
    #[must_use]
    pub fn island_is_useful(&self) -> bool {
        let world = (&*self.sim.plan, self.columns);
        let own = (self.knowledge, self.recovery(), self.component());
        island::is_useful(world, self.seat, own)
    }

    /// Whether an island that is ordered will carry a service which it does not carry yet.
    #[must_use]
    pub fn island_will_carry(&self, service: ServiceId) -> bool {
        let island = self.component::<CrisisStaff>().island;
        let template = self.sim.plan.services[service.index()].template;
        let by_mail = self.sim.plan.scenario.services[template].island_level > 0.0;
        let carried = self.columns.services.state[service.index()].island > 0.0;
        let comes = by_mail || island.service == Some(service);
        island.ordered.is_some() && comes && !carried
    }

    /// Returns the moments between which an island ordered now would have its line and mail.
    #[must_use]
    pub fn island_between(&self) -> (SimTime, SimTime) {
        let parameters = self.parameters();
        let factor = self.pact_terms().set_up_factor;
        let decision = self.expected_span(parameters.island_decision);
        let mail = self.expected_span(parameters.island_mail);
        let at = |minutes: u32| self.now().after((f64::from(minutes) * factor) as u32);
        (at(decision.0 + mail.0), at(decision.1 + mail.1))
    }

    /// Whether a workaround is ready.
    #[must_use]
    pub fn is_ready(&self, set_up: SetUp) -> bool {
        let staff = self.component::<CrisisStaff>();
        staff.ready_since(set_up).is_some()
    }

    /// Returns the response plan by which a deputy acts while the seat is away, and since when.
    #[must_use]
    pub fn deputy(&self) -> Option<(&'a ResponsePlan, SimTime)> {
        let (plan, since) = self.component::<Deputy>().0?;
        Some((&self.response_plans()[plan], since))
    }

    /// Returns the response plans of the scenario: they are public.
    #[must_use]
    pub fn response_plans(&self) -> &'a [ResponsePlan] {
        &self.sim.plan.scenario.responses
    }

    /// Returns the seat's log, oldest first.
    #[must_use]
    pub fn log(&self) -> &'a [LogRecord] {
        self.knowledge.log.records()
    }

    /// Returns the decisions the seat has to take, by urgency of their deadline.
    #[must_use]
    pub fn decisions(&self) -> Vec<KnownDecision> {
        let standing = self.index.standing_decisions(self.seat);
        let mut open: Vec<KnownDecision> = standing
            .filter_map(|entity| self.sim.world.get::<Decision>(entity))
            .filter(|decision| decision.closed.is_none())
            .map(known_decision)
            .collect();
        open.sort_by_key(|decision| (decision.due, decision.id));
        open
    }

    /// Returns all decisions that were ever put to the seat, each with whether it is still open.
    pub fn raised_decisions(&self) -> impl Iterator<Item = (KnownDecision, bool)> + 'a {
        let sim = self.sim;
        self.index
            .decisions_of(self.seat)
            .filter_map(move |entity| sim.world.get::<Decision>(entity))
            .map(|decision| (known_decision(decision), decision.closed.is_none()))
    }

    /// Returns whether the seat has decided what a message put to it, without another word.
    #[must_use]
    pub fn has_decided_on(&self, message: &Message) -> bool {
        let raised = self.raised_decisions();
        let mut by_it =
            raised.filter(|(paper, _)| message.brings_fact && paper.raised == message.at);
        by_it.any(|(_, open)| !open)
    }
}

fn known_decision(decision: &Decision) -> KnownDecision {
    KnownDecision {
        id: decision.id,
        kind: decision.kind,
        raised: decision.raised,
        due: decision.overdue_since.unwrap_or(decision.due),
        asked_again: decision.due,
    }
}
