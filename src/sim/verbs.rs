//! What commands do to the world: the verbs. Each settles the minute before it returns.

use std::sync::Arc;

use super::Sim;
use super::aid;
use super::chance::{Draw, Purpose, key_of, whole_minutes};
use super::columns::{Columns, Due};
use super::containment::order_time;
use super::entities::{
    AidRequest, CrisisStaff, Decision, Deputy, Index, Knowledge, LogRecord, LogRecordKind, Permits,
    Person, Post, Posture, Recovery, Stock,
};
use super::grips::THERE;
use super::messages::{self, Way};
use super::recovery::island;
use super::seat_log::{note, raise_alarm, write};
use super::services::APPLICATION_RUNS;
use crate::scenario::{Dist, OpenHoursKind, PactTerms};
use crate::vocab::{
    AdministrationId, AidDraft, AidState, ContainmentOption, Decider, DecisionId, RequestId,
    ServiceId, SimTime, Text,
};

use super::agenda::HappeningKind;

/// How long it takes until a request is read while telephones work.
const MESSAGE_MINUTES: u32 = 10;
/// What is written into a log that somebody reads was put into words.
const READ: &str = "a log that is read has words";

impl Sim {
    /// Orders a containment; it takes effect after the time such an order needs.
    pub fn order_containment(&mut self, at: AdministrationId, option: ContainmentOption) {
        let tag = option as u32;
        let (minutes, _) = self.containment_minutes(at, option);
        let now = self.now();
        let effective = now.after(minutes);
        let entity = self.body(at);
        if let Some(mut posture) = self.world.get_mut::<Posture>(entity) {
            posture.pending.push((tag, effective));
        }
        self.finish_act(|columns| {
            columns
                .agenda
                .push(effective, HappeningKind::ContainmentEffective, at.0, tag);
        });
    }

    /// Minutes until an ordered containment takes effect: as drawn for this order, and as people plan it.
    pub(crate) fn containment_minutes(
        &self,
        at: AdministrationId,
        option: ContainmentOption,
    ) -> (u32, (u32, u32)) {
        if option == ContainmentOption::Watch {
            // It orders nothing.
            return (0, (0, 0));
        }
        let dist = order_time(&self.plan.scenario.parameters, option);
        let cuts = matches!(
            option,
            ContainmentOption::CutProviderLink | ContainmentOption::CutAllCustomers
        );
        let key = key_of(&[at.0, option as u32]);
        let draw = self.chance.draw(Purpose::OrderDelay, key, 0);
        self.order_minutes(at, draw, dist, cuts)
    }

    /// Minutes until an order of an administration takes effect: as drawn, and as people plan it.
    pub(crate) fn order_minutes(
        &self,
        at: AdministrationId,
        mut draw: Draw,
        in_office_hours: Dist,
        cuts: bool,
    ) -> (u32, (u32, u32)) {
        let (_, out_of_hours) = self.plan.scenario.parameters.cut_minutes;
        let calendar = &self.plan.calendar;
        let is_open = calendar.is_open(OpenHoursKind::Office, self.now());
        let precautions = &self.pact().with(at.index()).precautions;
        let mut drawn = draw.duration(in_office_hours);
        let mut span = bounds(in_office_hours);
        // With an agreed criterion whoever is on call cuts without asking anybody out of bed.
        if !(is_open || cuts && precautions.agreed_cut_off) {
            drawn += draw.duration(out_of_hours);
            let more = bounds(out_of_hours);
            span = (span.0 + more.0, span.1 + more.1);
        }
        let factor = precautions.containment_factor * (1.0 + self.share_lent(at));
        (
            whole_minutes(drawn * factor),
            (
                whole_minutes(span.0 * factor),
                whole_minutes(span.1 * factor),
            ),
        )
    }

    /// The share of an administration's IT people that is lent to others: orders take so much longer.
    fn share_lent(&self, at: AdministrationId) -> f64 {
        let own = self.index().people_of(at).iter();
        let own = own.filter_map(|entity| self.world.get::<Post>(*entity));
        let (all, lent) = own.fold((0_u32, 0_u32), |(all, lent), post| {
            (all + 1, lent + u32::from(post.at != at))
        });
        f64::from(lent) / f64::from(all.max(1))
    }

    /// Lifts a measure; what it narrowed is open again at once.
    pub fn lift(&mut self, at: AdministrationId, option: ContainmentOption) {
        let entity = self.body(at);
        let now = self.now();
        if let Some(mut posture) = self.world.get_mut::<Posture>(entity) {
            posture.in_force.retain(|(of, _)| *of != option);
        }
        if let Some(mut knowledge) = self.world.get_mut::<Knowledge>(entity) {
            let text = || {
                let measure = Text::new(format!("containment-{}", option.id()));
                Text::new("log-lifted").text("measure", measure)
            };
            note(&mut knowledge, now, LogRecordKind::Observation, text);
        }
        self.with_kernel(|kernel| kernel.widen(at, option));
        self.settle();
    }

    /// Opens the link of a customer again.
    pub fn reconnect(&mut self, at: AdministrationId) {
        let entity = self.body(at);
        let now = self.now();
        if let Some(mut posture) = self.world.get_mut::<Posture>(entity) {
            posture.link_cut_here = None;
            posture.link_cut_there = None;
            posture
                .in_force
                .retain(|(option, _)| *option != ContainmentOption::BlockRemoteAccess);
        }
        if let Some(mut knowledge) = self.world.get_mut::<Knowledge>(entity) {
            note(&mut knowledge, now, LogRecordKind::Observation, || {
                Text::new("log-reconnected")
            });
        }
        self.with_kernel(|kernel| kernel.reconnect(at));
        self.note_customers_connected(at);
        self.count_connection(at);
        self.settle();
    }

    /// Calls the crisis staff.
    pub fn call_crisis_staff(&mut self, at: AdministrationId) {
        let now = self.now();
        let factor = self.pact().with(at.index()).crisis_staff_factor;
        let mut draw = self.chance.draw(Purpose::CrisisStaff, u64::from(at.0), 0);
        let minutes = draw.duration(self.plan.scenario.parameters.crisis_staff) * factor;
        let entity = self.body(at);
        if let Some(mut staff) = self.world.get_mut::<CrisisStaff>(entity) {
            staff.called = Some(now);
        }
        self.finish_act(|columns| {
            columns.agenda.push(
                now.after(whole_minutes(minutes)),
                HappeningKind::CrisisStaffMeets,
                at.0,
                0,
            );
        });
    }

    /// Lets somebody secure last month's payment file outside the network, with access to the bank.
    pub fn secure_pay_file(&mut self, at: AdministrationId) {
        let now = self.now();
        let dist = self.pay_file_time(at);
        let mut draw = self.chance.draw(Purpose::SecureFile, u64::from(at.0), 0);
        let secured = now.after(draw.minutes(dist));
        let bank_waits = self.takes_old_file(at);
        let entity = self.body(at);
        if let Some(mut staff) = self.world.get_mut::<CrisisStaff>(entity) {
            staff.file_ordered = Some(now);
            if bank_waits {
                // The bank takes it the moment it is there.
                staff.file_missing.get_or_insert(now);
            }
        }
        self.finish_act(|columns| {
            let kind = HappeningKind::FileSecured;
            columns.agenda.push(secured, kind, at.0, 0);
        });
    }

    /// Orders an emergency island; what it consists of is decided first.
    pub fn set_up_island(&mut self, at: AdministrationId) {
        let now = self.now();
        let (factor, dist) = (
            self.pact().with(at.index()).set_up_factor,
            island::takes(&self.plan.scenario.parameters, island::DECIDED),
        );
        let mut draw = self
            .chance
            .draw(Purpose::Island, u64::from(at.0), island::DECIDED);
        let decided = now.after(whole_minutes(draw.duration(dist) * factor));
        let entity = self.body(at);
        if let Some(mut staff) = self.world.get_mut::<CrisisStaff>(entity) {
            staff.island.ordered = Some(now);
        }
        self.finish_act(|columns| {
            let kind = HappeningKind::IslandStep;
            columns.agenda.push(decided, kind, at.0, island::DECIDED);
        });
    }

    /// How long it takes to secure a payment file: out of an application that runs, or from the bank.
    pub(crate) fn pay_file_time(&self, at: AdministrationId) -> crate::scenario::Dist {
        if self.takes_old_file(at) {
            return Dist::Fixed(super::injects::OLD_FILE_MINUTES);
        }
        let parameters = &self.plan.scenario.parameters;
        let services = &self.columns().services.state;
        let all_run = self.plan.administrations[at.index()]
            .services
            .clone()
            .filter(|service| self.plan.pays(*service))
            .all(|service| services[service as usize].it >= APPLICATION_RUNS);
        if all_run {
            parameters.pay_file_export
        } else {
            parameters.pay_file_from_bank
        }
    }

    /// Sends a request for aid.
    pub fn request_aid(&mut self, asker: AdministrationId, draft: AidDraft) -> RequestId {
        let now = self.now();
        let id = RequestId::from_index(self.index().requests.len());
        let earlier = self.index().asked_for(asker, draft.kind).iter();
        let earlier = earlier.filter(|(_, of)| *of == draft.helper).count();
        let key = key_of(&[asker.0, draft.helper.0, draft.kind as u32]);
        let terms = self.pact().between(asker.index(), draft.helper.index());
        let slow = self.is_slow(&draft);
        let latency = terms.of(draft.kind).map_or(0, |terms| {
            self.chance
                .draw(Purpose::AidLatency, key, earlier as u32)
                .minutes(terms.latency_for(slow))
        });
        let (helper, kind) = (draft.helper, draft.kind);
        let plea = self.plea(asker, &draft);
        let way = self.way(asker, helper);
        self.note_slow_way(asker, helper, way);
        let mut request = aid::new_request(id, asker, draft, now, latency, plea, way);
        request.nth = earlier as u32;
        let entity = self.world.spawn(request).id();
        self.world
            .resource_mut::<Index>()
            .enter_request(entity, now, asker, (helper, kind));
        self.finish_act(|columns| {
            let arrives = now.after(MESSAGE_MINUTES + way.minutes);
            columns
                .agenda
                .push(arrives, HappeningKind::AidStep, id.0, 0);
        });
        id
    }

    /// Asks for the permit to do a service at a neighbour.
    pub fn ask_for_permit(&mut self, service: ServiceId) {
        let owner = self.plan.services[service.index()].administration;
        let entity = self.index().administrations[owner.index()];
        let from = (&*self.plan, self.chance);
        let now = self.now();
        let permits = self.world.get_mut::<Permits>(entity);
        let there = permits.and_then(|mut own| aid::ask_for(from, now, &mut own, service));
        self.finish_act(|columns| {
            if let Some(there) = there {
                let kind = HappeningKind::PermitGranted;
                columns.agenda.push(there, kind, service.0, 0);
            }
        });
    }

    /// Grants a request with so many people, workplaces or devices.
    pub fn grant_aid(&mut self, request: RequestId, amount: u32) {
        let (_, share) = self.most_to_give(request, &[]);
        self.send_answer(request);
        let asker = self.request(request);
        let pool = asker.map_or(0, |request| self.pool_left_for(request.asker));
        let granting = self.grips.granting.get_mut(&mut self.world);
        let (mut core, mut index, mut requests, mut people, mut stocks) = granting.expect(THERE);
        let entity = index.requests[request.index()];
        if let Ok(mut request) = requests.get_mut(entity)
            && let Ok(mut stock) =
                stocks.get_mut(index.administrations[request.draft.helper.index()])
        {
            aid::grant(
                &mut core,
                &mut index,
                &mut request,
                amount,
                share,
                &mut people,
                &mut stock,
                pool,
            );
            core.columns.due.set(Due::KNOWLEDGE);
        }
        self.settle();
    }

    /// Notebooks left in the common pool.
    pub(crate) fn pool_left(&self) -> u32 {
        let terms = &self.pact().terms;
        terms
            .notebook_pool
            .saturating_sub(self.lent_from_pool(|_| true))
    }

    /// Notebooks of the common pool that an administration may still get.
    pub(crate) fn pool_left_for(&self, asker: AdministrationId) -> u32 {
        let pact = self.pact();
        if !pact.is_member(asker.index()) {
            return 0;
        }
        let there = self.lent_from_pool(|request| request.asker == asker);
        let more = pact.terms.notebooks_per_site.saturating_sub(there);
        self.pool_left().min(more)
    }

    fn lent_from_pool(&self, counts: impl Fn(&AidRequest) -> bool) -> u32 {
        let lent = |request: &AidRequest| counts(request).then_some(request.from_pool);
        let lent_now: u32 = self.among(self.index().pooled()).filter_map(lent).sum();
        debug_assert_eq!(
            lent_now,
            self.requests()
                .filter(|request| request.granted.is_some() && request.ended.is_none())
                .filter_map(lent)
                .sum::<u32>(),
            "a request took of the pool unnoticed"
        );
        lent_now
    }

    /// Most that the helper of a request may give now by the caps, and each person's share of time; beside what it
    /// is about to give to others, request by request.
    pub(crate) fn most_to_give(
        &self,
        request: RequestId,
        promised: &[(RequestId, u32)],
    ) -> (u32, f64) {
        let Some((rule, terms, holdings)) = self.caps_of(request, promised) else {
            return (0, 1.0);
        };
        let means = aid::means(&rule, terms, holdings);
        (means.most, means.share)
    }

    /// Why the helper of a request may give nothing to it now by the caps; `None` if it may give something.
    pub(crate) fn why_nothing_to_give(&self, request: RequestId) -> Option<aid::GiveLimit> {
        let (rule, terms, holdings) = self.caps_of(request, &[])?;
        aid::give_limit(&rule, terms, holdings)
    }

    /// What the caps of a request are reckoned with: what is asked for, what holds between the two, what the helper has.
    fn caps_of(
        &self,
        request: RequestId,
        promised: &[(RequestId, u32)],
    ) -> Option<(aid::KindRule, &PactTerms, aid::Holdings)> {
        let request = self.request(request)?;
        let helper = request.draft.helper;
        let terms = self.pact().between(request.asker.index(), helper.index());
        let holdings = self.holdings(helper, request, promised);
        Some((aid::kind_rule(request.draft.kind), terms, holdings))
    }

    /// What a helper has of what is asked for, and what of it is given or promised.
    fn holdings(
        &self,
        helper: AdministrationId,
        request: &AidRequest,
        promised: &[(RequestId, u32)],
    ) -> aid::Holdings {
        let administration = &self.plan.scenario.administrations[helper.index()];
        let index = self.index();
        let skill = request.draft.skill;
        let people = index.people_of(helper).iter().filter(|_| skill.is_some());
        let of_the_skill = people
            .filter(|entity| {
                let is_here = |post: &Post| post.request.is_none();
                self.world.get::<Post>(**entity).is_some_and(is_here)
            })
            .filter_map(|entity| self.world.get::<Person>(*entity))
            .filter(|person| Some(person.skill) == skill)
            .count() as u32;
        let promised = promised.iter();
        let promised: Vec<(&AidRequest, u32)> = promised
            .filter_map(|(id, amount)| Some((self.request(*id)?, *amount)))
            .collect();
        let notebooks = if aid::kind_rule(request.draft.kind).gift == aid::Gift::Notebooks {
            self.notebooks_beside(helper, request.asker, &promised)
        } else {
            0
        };
        let mut holdings = aid::Holdings {
            staff: aid::it_people(administration),
            of_the_skill,
            clients: administration.clients,
            notebooks,
            ..aid::Holdings::default()
        };
        let given = index.giving[helper.index()].iter();
        let given = given.map(|given| (given.kind, given.skill, given.amount));
        let to_be_given = promised.iter();
        let to_be_given =
            to_be_given.map(|(other, amount)| (other.draft.kind, other.draft.skill, *amount));
        for (kind, its_skill, amount) in given.chain(to_be_given) {
            match aid::kind_rule(kind).gift {
                aid::Gift::People => holdings.staff_given += amount,
                aid::Gift::Desks => holdings.desks_given += amount,
                aid::Gift::Examiners => holdings.examiners_given += amount,
                _ => {}
            }
            if skill.is_some() && its_skill == skill {
                holdings.of_the_skill_given += amount;
            }
        }
        holdings
    }

    /// Notebooks that a helper may give to an asker, once what it promised to others has gone: theirs come from the
    /// pool as far as that has some for them, then from its own.
    fn notebooks_beside(
        &self,
        helper: AdministrationId,
        asker: AdministrationId,
        promised: &[(&AidRequest, u32)],
    ) -> u32 {
        let entity = self.index().administrations[helper.index()];
        let stock = self.world.get::<Stock>(entity);
        let mut own = stock.map_or(0, |stock| stock.notebooks);
        let mut pool = self.pool_left();
        for (other, amount) in promised {
            if aid::kind_rule(other.draft.kind).gift == aid::Gift::Notebooks {
                let from_pool = pool.min(self.pool_left_for(other.asker)).min(*amount);
                pool -= from_pool;
                own = own.saturating_sub(amount - from_pool);
            }
        }
        own + pool.min(self.pool_left_for(asker))
    }

    /// Whether a draft is for a service that is slow to set up at a neighbour.
    pub(crate) fn is_slow(&self, draft: &AidDraft) -> bool {
        let offered = draft
            .service
            .and_then(|id| self.plan.services.get(id.index()));
        offered.is_some_and(|of| self.plan.scenario.services[of.template].slow_at_neighbour)
    }

    /// What speaks for a request of an asker, as it stands there now.
    fn plea(&self, asker: AdministrationId, draft: &AidDraft) -> aid::Plea {
        let known = self.known(asker);
        let below = known
            .services_below()
            .filter(|(own, ..)| draft.service.is_none_or(|service| *own == service))
            .map(|(own, ..)| known.service(own));
        let mut plea = aid::Plea::default();
        for own in below {
            plea.life_and_limb |= own.template.criticality == 1 && own.template.pay.is_none();
            let earlier = |one: Option<SimTime>, other: Option<SimTime>| match (one, other) {
                (Some(one), Some(other)) => Some(one.min(other)),
                (one, other) => one.or(other),
            };
            let [_, intolerable] = own.outage.due(own.template);
            plea.intolerable_at = earlier(plea.intolerable_at, intolerable);
            let template = self.plan.services[own.id.index()].template;
            let cut_offs = self.plan.pay_cut_offs[template].iter().flatten();
            let next_run = cut_offs.copied().filter(|at| *at >= known.now()).min();
            plea.pay_run = earlier(plea.pay_run, next_run);
        }
        plea
    }

    /// Refuses a request.
    pub fn refuse_aid(&mut self, request: RequestId, reason: Text) {
        let now = self.now();
        let entity = self.index().requests[request.index()];
        let is_late = self.send_answer(request);
        let Some(mut refused) = self.world.get_mut::<AidRequest>(entity) else {
            return;
        };
        refused.state = AidState::Refused;
        refused.wait_on(now, None);
        refused.ended = Some(now);
        refused.reason = Some(reason);
        refused.epoch += 1;
        let (parties, silent_until) = (refused.parties(), refused.silent_until);
        let text = (!self.logs_are_unread).then(|| aid::refused_text(&self.plan, &refused));
        let mut index = self.world.resource_mut::<Index>();
        index.end_request(request, parties, silent_until);
        let [asker, helper] = parties;
        let entity = self.body(asker);
        if !is_late && let Some(mut knowledge) = self.world.get_mut::<Knowledge>(entity) {
            let text = || text.expect(READ);
            note(&mut knowledge, now, LogRecordKind::Aid, text);
            raise_alarm(&mut knowledge);
        }
        self.finish_act(|columns| columns.questions.mark(helper));
    }

    /// Sends the answer to a request on its way; returns whether it takes hours.
    fn send_answer(&mut self, request: RequestId) -> bool {
        let now = self.now();
        let entity = self.index().requests[request.index()];
        let Some((asker, helper)) = self
            .world
            .get::<AidRequest>(entity)
            .map(|request| (request.asker, request.draft.helper))
        else {
            return false;
        };
        let way = self.way(helper, asker);
        let heard = now.after(way.minutes);
        if let Some(mut request) = self.world.get_mut::<AidRequest>(entity) {
            request.silent_until = heard;
        }
        if way.minutes == 0 {
            return false;
        }
        self.note_slow_way(helper, asker, way);
        self.with_columns(|columns| {
            let kind = HappeningKind::AnswerArrives;
            columns.agenda.push(heard, kind, request.0, 0);
        });
        true
    }

    /// How a message travels that is sent now.
    pub(crate) fn way(&self, from: AdministrationId, to: AdministrationId) -> Way {
        let columns = self.columns();
        messages::way(&self.plan, columns, self.chance, self.pact(), (from, to))
    }

    /// Whoever calls notices that nobody can be reached, and sends the message another way.
    fn note_slow_way(&mut self, from: AdministrationId, to: AdministrationId, way: Way) {
        if way.minutes == 0 {
            return;
        }
        let now = self.now();
        let plan = Arc::clone(&self.plan);
        let text = || {
            let name = &plan.scenario.administrations[to.index()].name;
            let channel = Text::new(format!("channel-{}", way.channel.id()));
            let text = Text::new("log-slow-message").name("to", name.clone());
            text.text("channel", channel)
        };
        let entity = self.body(from);
        if let Some(mut knowledge) = self.world.get_mut::<Knowledge>(entity) {
            note(&mut knowledge, now, LogRecordKind::Observation, text);
        }
    }

    /// Ends aid early.
    pub fn recall_aid(&mut self, request: RequestId, by: AdministrationId) {
        let recalling = self.grips.recalling.get_mut(&mut self.world);
        let (mut core, mut index, mut requests, mut people, mut bodies, mut orders) =
            recalling.expect(THERE);
        if let Ok(mut request) = requests.get_mut(index.requests[request.index()]) {
            let state = AidState::Recalled;
            aid::end(
                &mut core,
                &mut index,
                &mut request,
                &mut people,
                &mut bodies,
                &mut orders,
                state,
            );
            let by_helper = by == request.draft.helper;
            let reason = Text::new(if by_helper {
                "recalled-by-helper"
            } else {
                "sent-home"
            });
            request.reason = Some(reason.clone());
            for seat in [request.asker, request.draft.helper] {
                if let Ok((mut knowledge, ..)) = bodies.get_mut(core.body(&index, seat)) {
                    note(&mut knowledge, core.now(), LogRecordKind::Aid, || {
                        aid::step_text(&core, &request, "log-aid-recalled")
                            .text("reason", reason.clone())
                    });
                }
            }
            core.columns.tally.events += 1;
        }
        self.settle();
    }

    /// Lets one of a seat's open orders get its people before the one above it, or after the one below.
    pub fn move_order(&mut self, at: AdministrationId, order: u32, up: bool) {
        let entity = self.body(at);
        if let Some(mut recovery) = self.world.get_mut::<Recovery>(entity) {
            let queue = &mut recovery.queue;
            let place = queue.iter().position(|other| *other == order);
            let other = place.and_then(|place| {
                if up {
                    place.checked_sub(1)
                } else {
                    Some(place + 1)
                }
            });
            if let (Some(place), Some(other)) = (place, other)
                && other < queue.len()
            {
                queue.swap(place, other);
            }
        }
        self.work_was_arranged(at);
    }

    /// Lets all of a seat's open orders get their people in this order.
    pub fn arrange_work(&mut self, at: AdministrationId, queue: &[u32]) {
        let entity = self.body(at);
        if let Some(mut recovery) = self.world.get_mut::<Recovery>(entity) {
            recovery.queue = queue.to_vec();
        }
        self.work_was_arranged(at);
    }

    fn work_was_arranged(&mut self, at: AdministrationId) {
        self.touched = true;
        self.with_columns(|columns| {
            columns.mark_work(at);
            columns.tally.events += 1;
        });
        self.settle();
    }

    /// Closes a decision.
    pub fn close_decision(&mut self, decision: DecisionId) {
        let now = self.now();
        let entity = self.index().decisions[decision.index()];
        if let Some(mut decision) = self.world.get_mut::<Decision>(entity) {
            decision.closed.get_or_insert(now);
            decision.epoch += 1;
        }
        self.with_columns(|columns| columns.due.set(Due::KNOWLEDGE));
        self.settle();
    }

    /// Puts a decision off: that gives it a new deadline, counted from now where the old one has passed.
    pub fn defer_decision(&mut self, decision: DecisionId, minutes: u32) {
        let now = self.now();
        let entity = self.index().decisions[decision.index()];
        let mut due = None;
        if let Some(mut decision) = self.world.get_mut::<Decision>(entity) {
            let from = match decision.overdue_since.take() {
                Some(_) => now,
                None => decision.due.max(now),
            };
            decision.due = from.after(minutes);
            decision.epoch += 1;
            due = Some((decision.due, decision.epoch));
        }
        if let Some((at, epoch)) = due {
            self.with_columns(|columns| {
                columns
                    .agenda
                    .push(at, HappeningKind::DecisionDue, decision.0, epoch);
            });
        }
    }

    /// Says who acts for a seat that is away: by the response plan at this position; nobody any more.
    pub fn set_deputy(&mut self, seat: AdministrationId, plan: Option<usize>) {
        let now = self.now();
        let entity = self.index().administrations[seat.index()];
        if let Some(mut deputy) = self.world.get_mut::<Deputy>(entity) {
            deputy.0 = plan.map(|plan| (plan, now));
        }
        self.touched = true;
        self.with_columns(|columns| columns.tally.events += 1);
    }

    /// Says whether the acts that follow are those of a deputy; the log names it.
    pub fn act_as_deputy(&mut self, by_deputy: bool) {
        self.by_deputy = by_deputy;
    }

    /// Writes an own act into a seat's log.
    pub fn write_down(
        &mut self,
        seat: AdministrationId,
        text: impl FnOnce(&Self) -> Text,
        reason: Option<(Decider, String)>,
    ) {
        let record = (!self.logs_are_unread).then(|| LogRecord {
            reason,
            by_deputy: self.by_deputy,
            ..LogRecord::new(self.now(), LogRecordKind::Decision, text(self))
        });
        let entity = self.body(seat);
        if let Some(mut knowledge) = self.world.get_mut::<Knowledge>(entity) {
            write(&mut knowledge, || record.expect(READ));
        }
    }

    /// An act is done, and leaves this in the columns: it counts, seats look at what they know, the minute settles.
    pub(super) fn finish_act(&mut self, leave: impl FnOnce(&mut Columns)) {
        self.with_columns(|columns| {
            leave(columns);
            columns.tally.events += 1;
            columns.due.set(Due::KNOWLEDGE);
        });
        self.settle();
    }

    /// An act is done that leaves nothing in the columns.
    pub(super) fn has_acted(&mut self) {
        self.finish_act(|_| {});
    }

    pub(super) fn with_columns(&mut self, change: impl FnOnce(&mut Columns)) {
        change(&mut self.world.resource_mut::<Columns>());
    }
}

/// The span people plan with: from the shortest to the longest, or the middle 80 of 100.
pub(crate) fn bounds(dist: crate::scenario::Dist) -> (f64, f64) {
    use crate::scenario::Dist;
    match dist {
        Dist::Fixed(minutes) => (minutes, minutes),
        Dist::Uniform { low, high } => (low, high),
        // -ln 0.9 and -ln 0.1.
        Dist::Exp { mean } => (0.105 * mean, 2.303 * mean),
        Dist::LogNormal { median, cv } => {
            let spread = libm::exp(1.2816 * libm::log1p(cv * cv).sqrt());
            (median / spread, median * spread)
        }
    }
}
