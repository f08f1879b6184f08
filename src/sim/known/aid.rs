//! Requests for aid that the seat sent or received, and what they would bring and cost.

use super::Known;
use crate::scenario::{Administration, AdministrationKind, AidTerms, PactTerms, ServiceTemplate};
use crate::sim::aid::{
    Claim, Gift, GiveLimit, Giver, Holdings, Means, Plea, it_people, kind_rule, means, ranks,
};
use crate::sim::entities::AidRequest;
use crate::sim::messages;
use crate::sim::plan::Nearest;
use crate::vocab::{
    AdministrationId, AidDraft, AidKind, AidState, AllocationRule, Channel, RequestId, SimTime,
    Text, WaitCause,
};

/// A request the seat sent or received.
#[derive(Debug, Clone)]
pub struct KnownRequest<'a> {
    /// Which.
    pub id: RequestId,
    /// Who asked.
    pub asker: AdministrationId,
    /// What for.
    pub draft: &'a AidDraft,
    /// Where it stands.
    pub state: AidState,
    /// By what it was sent.
    pub channel: Channel,
    /// Sent.
    pub requested: SimTime,
    /// Granted, and how much.
    pub granted: Option<(SimTime, u32)>,
    /// First useful work.
    pub at_work: Option<SimTime>,
    /// When it ends as agreed, once it works.
    pub ends: Option<SimTime>,
    /// What speaks for it beside others.
    pub(crate) plea: Plea,
    /// Ended.
    pub ended: Option<SimTime>,
    /// For what is worked out when it is asked for; never shown as it is.
    record: Hidden<'a>,
    /// Whether who asked does not know yet how it was answered, and that is who looks.
    is_unheard: bool,
}

/// The request as the world has it. What is printed of a seat's knowledge must not show more than the seat knows.
#[derive(Clone, Copy)]
struct Hidden<'a>(&'a AidRequest);

impl core::fmt::Debug for Hidden<'_> {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str("..")
    }
}

impl KnownRequest<'_> {
    /// Returns why it was refused or recalled, or what it waits for.
    #[must_use]
    pub fn reason(&self) -> Option<Text> {
        (!self.is_unheard).then(|| self.record.0.why()).flatten()
    }

    /// Whether it was refused because the helper has a pay run or an election ahead.
    #[must_use]
    pub fn is_refused_for_pay_week(&self) -> bool {
        !self.is_unheard && self.record.0.is_refused_for("reason-pay_or_election_week")
    }

    /// Returns what it hangs on at present, if anything.
    #[must_use]
    pub fn waits_on(&self) -> Option<WaitCause> {
        if self.is_unheard {
            return Some(WaitCause::Answer);
        }
        self.record.0.waits_on.filter(|_| self.ended.is_none())
    }

    /// Returns the minutes waited for each cause up to now, in the order of [`WaitCause::ALL`].
    #[must_use]
    pub fn waited(&self, now: SimTime) -> [u32; WaitCause::ALL.len()] {
        if !self.is_unheard {
            return self.record.0.waited_at(now);
        }
        // For who asked, all of the time went into waiting for an answer.
        let mut waited = [0; WaitCause::ALL.len()];
        waited[WaitCause::Answer as usize] = now.since(self.requested);
        waited
    }
}

impl<'a> Known<'a> {
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

    /// Returns for how many working days a helper can be asked at most.
    #[must_use]
    pub fn longest_help(&self, helper: AdministrationId) -> u32 {
        self.terms_between(self.seat, helper).days_max
    }

    pub(super) fn terms_between(
        &self,
        asker: AdministrationId,
        helper: AdministrationId,
    ) -> &'a PactTerms {
        self.pact().between(asker.index(), helper.index())
    }

    /// Returns the requests the seat sent or received, in the order of asking. A request
    /// that has not reached the seat is not among them.
    #[must_use]
    pub fn requests(&self) -> Vec<KnownRequest<'a>> {
        self.sim
            .among(self.index.requests_of(self.seat))
            .filter(|request| reached(request, self.seat))
            .map(|request| known_request(request, self.seat, self.now()))
            .collect()
    }

    /// Returns one of them.
    #[must_use]
    pub fn request(&self, id: RequestId) -> Option<KnownRequest<'a>> {
        let request = self.sim.request(id)?;
        let is_known = reached(request, self.seat);
        is_known.then(|| known_request(request, self.seat, self.now()))
    }

    /// Returns the requests the seat sent that are not over as far as it has heard, in the order of asking.
    pub fn asked_and_running(&self) -> impl Iterator<Item = KnownRequest<'a>> + use<'a> {
        let (seat, now) = (self.seat, self.now());
        let runs = move |request: &&AidRequest| request.ended.is_none() || request.is_unheard(now);
        let ids = |request: &AidRequest| request.id;
        debug_assert!(
            (self
                .sim
                .among(self.index.asked_by(seat))
                .filter(runs)
                .map(ids))
            .eq(self
                .sim
                .among(self.index.asked_and_open(seat, now))
                .filter(runs)
                .map(ids)),
            "a request runs that was left out"
        );
        self.sim
            .among(self.index.asked_and_open(seat, now))
            .filter(runs)
            .map(move |request| known_request(request, seat, now))
    }

    /// Returns the requests of a kind that the seat sent, each with whom it asked, in the order of asking.
    #[must_use]
    pub fn asked_for(&self, kind: AidKind) -> &'a [(RequestId, AdministrationId)] {
        self.index.asked_for(self.seat, kind)
    }

    /// Requests of others that wait for the seat's answer, in the order of asking.
    fn unanswered(&self) -> impl Iterator<Item = &'a AidRequest> + use<'a> {
        let seat = self.seat;
        self.sim
            .among(self.index.running_of(seat))
            .filter(move |request| {
                request.draft.helper == seat && request.state == AidState::Examined
            })
    }

    /// Whether a request of another waits for the seat's answer.
    #[must_use]
    pub fn has_request_to_answer(&self) -> bool {
        self.unanswered().next().is_some()
    }

    /// Returns how much the helper may still give to a request by the caps.
    #[must_use]
    pub fn most_to_give(&self, request: &KnownRequest<'_>) -> u32 {
        self.most_to_give_beside(request, &[])
    }

    /// Returns the same for a helper that is about to give so much to these other requests.
    #[must_use]
    pub fn most_to_give_beside(
        &self,
        request: &KnownRequest<'_>,
        promised: &[(RequestId, u32)],
    ) -> u32 {
        self.sim.most_to_give(request.id, promised).0
    }

    /// Returns why nothing can be given to a request by the caps; `None` where something can.
    #[must_use]
    pub fn why_nothing_to_give(&self, request: &KnownRequest<'_>) -> Option<GiveLimit> {
        self.sim.why_nothing_to_give(request.id)
    }

    /// Returns the paragraph of the pact by which requests to the seat are put in order, and its rules.
    #[must_use]
    pub fn order_of_requests(&self) -> (Option<&'a str>, &'a [AllocationRule]) {
        let rules = &self.pact_terms().allocation;
        let is_member = self.pact().is_member(self.seat.index());
        let clauses = self.pact().clauses.iter().filter(|_| is_member);
        let all = &self.sim.plan.scenario.clauses;
        let paragraph = clauses
            .map(|clause| &all[*clause])
            .filter(|clause| clause.brings.orders_requests)
            .map(|clause| clause.paragraph.as_str())
            .next_back();
        (paragraph, rules)
    }

    /// Returns how much another may give at most of a kind, as far as the caps and public figures tell.
    #[must_use]
    pub fn most_another_gives(&self, helper: AdministrationId, kind: AidKind) -> u32 {
        self.means_of(helper, kind).most
    }

    /// Returns when useful work of a request is to be expected, earliest and latest, by the
    /// pact's terms and what was answered so far; the moment itself once it works. `None` if it
    /// ended or waits for something nobody can date.
    #[must_use]
    pub fn expected_at_work(&self, request: &KnownRequest<'_>) -> Option<(SimTime, SimTime)> {
        if let Some(at) = request.at_work {
            return Some((at, at));
        }
        let waits = request.state == AidState::Briefed && request.reason().is_some();
        if request.ended.is_some() || waits {
            return None;
        }
        let terms = self.terms_between(request.asker, request.draft.helper);
        let slow = self.sim.is_slow(request.draft);
        let latency = terms.of(request.draft.kind)?.latency_for(slow);
        let (low, high) = self.expected_span(latency);
        let now = self.now();
        let granted = request.granted.map_or(now, |(at, _)| at);
        let end = |latency: u32| {
            let whole = request.requested.after(latency);
            let least = granted.after((crate::sim::aid::AFTER_GRANT * f64::from(latency)) as u32);
            whole.max(least).max(now)
        };
        Some((end(low), end(high)))
    }

    /// Returns by what a message to another would go if it is sent now, and how many minutes it may be
    /// on the way, least and most. What stands still at the other's end the seat cannot know.
    #[must_use]
    pub fn way_to(&self, other: AdministrationId) -> (Channel, (u32, u32)) {
        let sim = self.sim;
        let open = messages::own_means(&sim.plan, self.columns, self.seat);
        let between = (self.seat, other);
        let channel = messages::channel(&sim.plan, sim.chance, self.pact(), between, open);
        let span = messages::on_the_way(&sim.plan, channel).map(|dist| self.expected_span(dist));
        (channel, span.unwrap_or((0, 0)))
    }

    /// Returns when a request that works, or worked, ends as agreed.
    #[must_use]
    pub fn agreed_end(&self, request: &KnownRequest<'_>) -> Option<SimTime> {
        request.ends.filter(|end| *end != SimTime::NEVER)
    }

    /// Returns the requests that wait for an answer of the seat, in the order of the pact's rule.
    #[must_use]
    pub fn to_answer(&self) -> Vec<KnownRequest<'a>> {
        self.in_order_of_the_rule(self.unanswered())
    }

    /// Returns those of them that need not wait: whoever asks the state waits in its queue until somebody is free.
    #[must_use]
    pub fn to_answer_now(&self) -> Vec<KnownRequest<'a>> {
        // Most who wait there ask for the same under the same terms.
        let mut alike: Option<(&AidRequest, bool)> = None;
        let mut waits_in_the_queue = |request: &'a AidRequest| {
            if kind_rule(request.draft.kind).giver != Giver::State {
                return false;
            }
            let waits = match alike {
                Some((other, waits)) if self.caps_are_those_of(request, other) => waits,
                _ => self.sim.most_to_give(request.id, &[]).0 == 0,
            };
            debug_assert_eq!(waits, self.sim.most_to_give(request.id, &[]).0 == 0);
            alike = Some((request, waits));
            waits
        };
        let open = self.unanswered();
        self.in_order_of_the_rule(open.filter(|request| !waits_in_the_queue(request)))
    }

    /// Whether the caps hold the same for two requests to the seat: as far as they go by what is asked, not by who.
    fn caps_are_those_of(&self, one: &AidRequest, other: &AidRequest) -> bool {
        let asked = |of: &AidRequest| (of.draft.kind, of.draft.skill);
        let terms = |of: &AidRequest| self.terms_between(of.asker, self.seat);
        asked(one) == asked(other)
            && kind_rule(one.draft.kind).gift != Gift::Notebooks
            && core::ptr::eq(terms(one), terms(other))
    }

    fn in_order_of_the_rule(
        &self,
        open: impl Iterator<Item = &'a AidRequest>,
    ) -> Vec<KnownRequest<'a>> {
        let mut open: Vec<KnownRequest<'a>> = open
            .map(|request| known_request(request, self.seat, self.now()))
            .collect();
        if open.len() > 1 {
            let rules = &self.pact_terms().allocation;
            let inhabitants = |of: AdministrationId| self.administrations()[of.index()].inhabitants;
            open.sort_by_cached_key(|request| {
                let claim = Claim {
                    plea: request.plea,
                    asked: request.requested,
                    inhabitants: inhabitants(request.asker),
                    balance: self.index.balance[request.asker.index()],
                };
                (ranks(rules, &claim, self.now()), request.id)
            });
        }
        open
    }

    /// Returns the person-hours that a request of IT people brought so far, counted in office hours.
    #[must_use]
    pub fn person_hours(&self, request: &KnownRequest<'_>) -> f64 {
        let kind = request.draft.kind;
        let of_people = kind_rule(kind).gift == Gift::People;
        let (Some(from), Some((_, amount)), true) = (request.at_work, request.granted, of_people)
        else {
            return 0.0;
        };
        let until = request.ended.unwrap_or_else(|| self.now());
        let open = |at| {
            self.calendar()
                .open_until(crate::scenario::OpenHoursKind::Office, at)
        };
        let share = self.means_of(request.draft.helper, kind).share;
        f64::from(amount) * share * f64::from(open(until) - open(from.min(until))) / 60.0
    }

    /// The same of any request, for the account of a run.
    pub(crate) fn hours_of(&self, request: &AidRequest) -> f64 {
        self.person_hours(&known_request(request, self.seat, self.now()))
    }

    /// Whether people of a helper would come for some days of the week only, by the caps.
    #[must_use]
    pub fn gives_part_time(&self, helper: AdministrationId, kind: AidKind) -> bool {
        self.means_of(helper, kind).share < 1.0
    }

    fn means_of(&self, helper: AdministrationId, kind: AidKind) -> Means {
        let other = &self.administrations()[helper.index()];
        let terms = self.terms_between(self.seat, helper);
        let pool = terms.notebook_pool.min(terms.notebooks_per_site);
        let holdings = Holdings {
            staff: it_people(other),
            // Who has which skill is not public; that somebody has it is likely where there are people.
            of_the_skill: it_people(other),
            clients: other.clients,
            notebooks: other.spare_notebooks + pool,
            ..Holdings::default()
        };
        means(&kind_rule(kind), terms, holdings)
    }

    /// Returns those of whom a kind of aid may be asked, by where they are, in id order.
    pub fn may_be_asked(&self, kind: AidKind) -> impl Iterator<Item = AdministrationId> + use<'a> {
        self.sim.plan.reach.whom_to_ask(self.seat, kind)
    }

    /// Returns the same, nearest first.
    #[must_use]
    pub fn nearest(&self, kind: AidKind) -> &'a Nearest {
        let plan = &self.sim.plan;
        let all = (&plan.scenario.administrations[..], &plan.reach);
        plan.askable.nearest(all, self.seat, kind)
    }

    /// Whether a kind of aid can come from an administration, by what it is.
    #[must_use]
    pub fn may_give(&self, helper: AdministrationId, kind: AidKind) -> bool {
        let Some(other) = self.administrations().get(helper.index()) else {
            return false;
        };
        let own = self.own();
        let is_provider = |of: &Administration| of.kind == AdministrationKind::Provider;
        let suits = match kind_rule(kind).giver {
            Giver::Neighbour => {
                other.kit.is_some()
                    && !is_provider(other)
                    && other.kind != AdministrationKind::State
            }
            Giver::State => other.kind == AdministrationKind::State,
            Giver::OtherProvider => is_provider(own) && is_provider(other),
            Giver::OwnProvider => own.provider == Some(helper.index()),
        };
        suits && helper != self.seat && self.acts(helper)
    }

    /// Returns how many of its workplaces a helper goes without if it gives so many units.
    #[must_use]
    pub fn workplaces_taken(&self, helper: AdministrationId, kind: AidKind, amount: u32) -> f64 {
        let clients = self.administrations()[helper.index()].clients;
        self.share_taken(helper, kind, amount) * f64::from(clients)
    }

    pub(super) fn share_taken(&self, helper: AdministrationId, kind: AidKind, amount: u32) -> f64 {
        let share_of_time = self.means_of(helper, kind).share;
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
                    let columns = self.columns;
                    let usable = columns.available(plan, workplaces.0);
                    (usable, columns.services.state[id as usize].it)
                } else {
                    (1.0, 1.0)
                };
                let criticality = plan.scenario.services[offered.template].criticality;
                let left = crate::sim::services::class_share(usable - taken as f32, criticality);
                f64::from((it - left).max(0.0)) * offered.demand_per_day
            })
            .sum()
    }

    /// Returns the effect and cost of giving: share of the helper's workplaces that one unit takes.
    #[must_use]
    pub fn cost_share_per_unit(&self, helper: AdministrationId, kind: AidKind) -> f64 {
        let cost = self.parameters().helper_cost;
        let other = &self.administrations()[helper.index()];
        let rule = kind_rule(kind);
        let one = match rule.gift {
            Gift::People => cost.clients_down_without_it / f64::from(it_people(other).max(1)),
            Gift::Desks | Gift::Notebooks => {
                cost.clients_per_unit / f64::from(other.clients.max(1))
            }
            Gift::Examiners | Gift::Permission => 0.0,
        };
        one * rule.burden
    }
}

/// Whether a seat knows of a request: it sent it, or it has arrived there.
fn reached(request: &AidRequest, seat: AdministrationId) -> bool {
    request.asker == seat || request.draft.helper == seat && request.state != AidState::Requested
}

/// A request as one of its two sides knows it.
fn known_request(request: &AidRequest, seat: AdministrationId, now: SimTime) -> KnownRequest<'_> {
    let is_unheard = seat == request.asker && request.is_unheard(now);
    KnownRequest {
        id: request.id,
        asker: request.asker,
        draft: &request.draft,
        state: if is_unheard {
            request.state_for_asker(now)
        } else {
            request.state
        },
        channel: request.channel,
        requested: request.requested,
        granted: request.granted.filter(|_| !is_unheard),
        at_work: request.at_work,
        ends: request.ends,
        plea: request.plea,
        ended: request.ended.filter(|_| !is_unheard),
        record: Hidden(request),
        is_unheard,
    }
}
