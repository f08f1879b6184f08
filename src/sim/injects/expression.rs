//! Whether what an inject waits for holds: by time, acts, other injects, and what seats know.

use super::InjectStage;
use crate::scenario::{Expression, PaperKind, SetUp, Who};
use crate::sim::Sim;
use crate::sim::aid::{Gift, kind_rule};
use crate::sim::entities::{
    AidRequest, CrisisStaff, Decision, DecisionKind, Knowledge, Post, Posture, Recovery,
};
use crate::sim::known::{Known, KnownPermit};
use crate::sim::{columns::Condition, messages};
use crate::vocab::{AdministrationId, AidKind, InjectId};

impl Sim {
    /// Says whether an expression holds now; `each` is the receiver at hand.
    pub(super) fn holds(&self, expression: &Expression, each: Option<AdministrationId>) -> bool {
        use Expression as E;
        let bodies = &self.index().administrations;
        let of = |who: Who, holds: &dyn Fn(AdministrationId) -> bool| self.of(who, each, holds);
        match expression {
            E::All(parts) => parts.iter().all(|part| self.holds(part, each)),
            E::Any(parts) => parts.iter().any(|part| self.holds(part, each)),
            E::Not(part) => !self.holds(part, each),
            E::At(at) => self.now() >= *at,
            E::After(inject, minutes) => self
                .released_at(*inject)
                .is_some_and(|at| self.now() >= at.after(*minutes)),
            E::Released(inject) => self.released_at(*inject).is_some(),
            E::Acknowledged(inject, who) => of(*who, &|at| {
                let message = self.message(at, InjectId::from_index(*inject));
                message.is_some_and(|message| {
                    let is_sender = message.sender == Some(at);
                    !is_sender && message.acknowledged.is_some()
                })
            }),
            E::Answered(inject, who) => of(*who, &|at| {
                let message = self.message(at, InjectId::from_index(*inject));
                message.is_some_and(|message| message.reply.is_some())
            }),
            E::Decided(who, kind) => of(*who, &|at| self.has_decided(at, *kind)),
            E::LinkCut(who) => of(*who, &|at| {
                let posture = self.world.get::<Posture>(bodies[at.index()]);
                posture.is_some_and(Posture::link_is_cut)
            }),
            E::CustomersCut(who) => of(*who, &|at| {
                let posture = self.world.get::<Posture>(bodies[at.index()]);
                posture.is_some_and(|posture| posture.customers_cut.is_some())
            }),
            E::CrisisStaffMet(who) => of(*who, &|at| {
                let staff = self.world.get::<CrisisStaff>(bodies[at.index()]);
                staff.is_some_and(|staff| staff.met.is_some())
            }),
            E::PayFileSecured(who) => of(*who, &|at| {
                let known = self.known(at);
                known.pay_file().0.is_some() || known.is_ready(SetUp::PayFile)
            }),
            E::PayRunInDanger(who) => of(*who, &|at| pay_run_in_danger(self.known(at))),
            E::PayApplicationDown(who) => of(*who, &|at| pay_application_down(self.known(at))),
            E::PayRunDue(who, minutes) => of(*who, &|at| {
                let next = self.known(at).next_pay_run();
                next.is_some_and(|(_, cut_off)| cut_off <= self.now().after(*minutes))
            }),
            E::Unpaid(who) => of(*who, &|at| {
                let services = &self.columns().services.state;
                let mut own = self.services_of(at);
                own.any(|service| services[service.index()].missed_pay_day.is_some())
            }),
            E::AidRequested { from, to, kind } => self.was_requested(*from, *to, *kind, each),
            E::Helps(who) => of(*who, &|at| self.helps(at)),
            E::LendsPeople(who) => of(*who, &|at| self.people_lent(at) > 0),
            E::TeamAway(state) => self.team_at(AdministrationId::from_index(*state)).is_some(),
            E::StatementsMissing(provider) => {
                self.missing_statements(AdministrationId::from_index(*provider)) > 0
            }
            E::PermitMissing(who) => of(*who, &|at| permit_missing(self.known(at))),
            E::Cleared(who) => of(*who, &|at| {
                let recovery = self.world.get::<Recovery>(bodies[at.index()]);
                recovery.is_some_and(|recovery| recovery.cleared.is_some())
            }),
            E::ProviderHit(who) => of(*who, &|at| self.known(at).provider_hit().is_some()),
            E::Hit(who) => of(*who, &|at| self.known(at).own_hit().is_some()),
            E::Encrypted(who) => of(*who, &|at| self.sees_encryption(at)),
            E::ServiceBelow(who, template) => of(*who, &|at| {
                let mut below = self.known(at).services_below();
                let wanted = &self.scenario().services[*template].id;
                below.any(|(_, of, _)| of.id == *wanted)
            }),
            E::PhonesDead(who) => of(*who, &|at| !self.own_means(at).0),
            E::MailDead(who) => of(*who, &|at| !self.own_means(at).1),
        }
    }

    /// Says whether something holds of those an expression speaks of.
    fn of(
        &self,
        who: Who,
        each: Option<AdministrationId>,
        holds: &dyn Fn(AdministrationId) -> bool,
    ) -> bool {
        match who {
            Who::One(at) => holds(AdministrationId::from_index(at)),
            Who::Each => each.is_some_and(holds),
            Who::Anybody => {
                let all = 0..self.scenario().administrations.len();
                all.map(AdministrationId::from_index).any(holds)
            }
        }
    }

    fn part<C: bevy_ecs::component::Component>(&self, at: AdministrationId) -> Option<&C> {
        self.world.get(self.index().administrations[at.index()])
    }

    fn released_at(&self, inject: usize) -> Option<crate::vocab::SimTime> {
        let state = self.inject_state(InjectId::from_index(inject))?;
        match state.stage {
            InjectStage::Released(at) => Some(at),
            _ => None,
        }
    }

    /// Whether somebody closed a paper of this kind, or did without paper what it asks for.
    fn has_decided(&self, at: AdministrationId, kind: PaperKind) -> bool {
        let is_same = |of: DecisionKind| {
            matches!(
                (kind, of),
                (PaperKind::ProviderLink, DecisionKind::ProviderLink)
                    | (PaperKind::Customers, DecisionKind::Customers)
                    | (PaperKind::Shutdown, DecisionKind::Shutdown)
                    | (PaperKind::CrisisStaff, DecisionKind::CrisisStaff)
                    | (PaperKind::Answer, DecisionKind::Answer(_))
                    | (PaperKind::Reconnect, DecisionKind::Reconnect)
                    | (PaperKind::Lift, DecisionKind::Lift)
                    | (PaperKind::Notify, DecisionKind::Notify)
                    | (PaperKind::PayFile, DecisionKind::PayFile)
                    | (PaperKind::Island, DecisionKind::Island)
            )
        };
        let decisions = self.index().decisions_of(at);
        let same: Vec<&Decision> = decisions
            .filter_map(|entity| self.world.get::<Decision>(entity))
            .filter(|decision| is_same(decision.kind))
            .collect();
        // A more urgent question closes the one before it unanswered, and is open itself.
        !same.is_empty() && same.iter().all(|decision| decision.closed.is_some())
    }

    fn was_requested(
        &self,
        from: Who,
        to: Who,
        kind: Option<AidKind>,
        each: Option<AdministrationId>,
    ) -> bool {
        let is = |who: Who, at: AdministrationId| match who {
            Who::One(other) => other == at.index(),
            Who::Each => each == Some(at),
            Who::Anybody => true,
        };
        let fits = |request: &AidRequest| {
            is(from, request.asker)
                && is(to, request.draft.helper)
                && kind.is_none_or(|kind| request.draft.kind == kind)
        };
        let index = self.index();
        // There are thousands of requests: those of one party are few.
        match (from, to) {
            (Who::One(at), _) => {
                let asked = index.asked_by(AdministrationId::from_index(at));
                self.among(asked).any(fits)
            }
            (_, Who::One(at)) => {
                let of = index.requests_of(AdministrationId::from_index(at));
                self.among(of).any(fits)
            }
            _ => self.requests().any(fits),
        }
    }

    /// Whether an administration gives people, desks or devices at present.
    pub(super) fn helps(&self, at: AdministrationId) -> bool {
        self.among(self.index().giving(at))
            .any(|request| request.at_work.is_some() && request.ended.is_none())
    }

    /// How many of an administration's people are away to help.
    pub(super) fn people_lent(&self, at: AdministrationId) -> usize {
        let posts = self.index().people_of(at).iter();
        let posts = posts.filter_map(|entity| self.world.get::<Post>(*entity));
        posts.filter(|post| post.request.is_some()).count()
    }

    /// Where the team of the state is, or goes.
    pub(crate) fn team_at(&self, state: AdministrationId) -> Option<AdministrationId> {
        let mut given = self.among(self.index().giving(state));
        let team = given.find(|request| kind_rule(request.draft.kind).gift == Gift::People)?;
        Some(team.asker)
    }

    /// How many customers of a provider have not handed in their clearance statement.
    pub(super) fn missing_statements(&self, provider: AdministrationId) -> usize {
        let known = self.known(provider);
        let customers = known.customers().iter();
        customers
            .filter(|of| !known.may_admit_cleared(**of))
            .count()
    }

    /// Whether an administration knows of an own system that is encrypted.
    fn sees_encryption(&self, at: AdministrationId) -> bool {
        let columns = self.columns();
        let knowledge = self.part::<Knowledge>(at);
        let mut hit = knowledge.into_iter().flat_map(|of| &of.hit_systems);
        hit.any(|(system, occurrence)| {
            let state = columns.systems[system.index()];
            state.condition == Condition::Encrypted && state.occurrence == *occurrence
        })
    }

    /// Whether telephones and mail of an administration work.
    pub(super) fn own_means(&self, at: AdministrationId) -> (bool, bool) {
        messages::own_means(&self.plan, self.columns(), at)
    }
}

/// Whether neither an application that pays runs nor a file is ready.
fn pay_run_in_danger(known: Known) -> bool {
    pay_application_down(known) && !known.is_ready(SetUp::PayFile)
}

fn pay_application_down(known: Known) -> bool {
    let mut services = known.services();
    services.any(|service| service.template.pay.is_some() && !service.application_runs())
}

fn permit_missing(known: Known) -> bool {
    let mut services = known.services();
    services.any(|service| {
        let permit = known.permit(service.id);
        matches!(permit, KnownPermit::NotAsked | KnownPermit::Asked(..))
    })
}
