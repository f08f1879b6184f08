//! The script of an exercise: injects come up by time, by acts and by the state of the world.
//!
//! They are happenings of the world, so that they come again by themselves when a journal is played. What
//! an inject waits for is asked only when something of it has settled. That a seat has got one is no
//! fact of the world: a bot is not woken by it. What it brings as a fact, and what it sets off where
//! people play, is done by the same verbs as acts of seats.

mod effects;
mod expression;
mod figures;
mod message;
mod script;
mod state;
mod verbs;
mod watch;

pub(crate) use effects::OLD_FILE_MINUTES;
pub use script::{Comes, ScriptEntry};
pub(crate) use state::{Arrangements, Inbox, InjectState, Script};
pub use state::{InjectStage, Message, Reply, WhySkipped};
pub(crate) use watch::enter_moments;

use std::sync::Arc;

use super::Sim;
use super::agenda::HappeningKind;
use super::columns::{Columns, Desk, Due};
use super::entities::Knowledge;
use crate::scenario::{Expression, Inject, NoticeFact, Receivers, Scenario, Sender};
use crate::vocab::{AdministrationId, InjectId, SimTime};

impl Sim {
    /// Looks at the injects that watch something of what has settled.
    pub(super) fn follow_script(&mut self, settled: Due) {
        if settled.has(Due::SCRIPT) {
            // The moments themselves say nothing that the time does not.
            let mut columns = self.world.resource_mut::<Columns>();
            columns.inbox.forget(Desk::Script);
        }
        let mut script = self.world.resource_mut::<Script>();
        if !script.open.iter().any(|(_, watched)| watched.has(settled)) {
            return;
        }
        script.settled.set(settled);
        if script.is_busy {
            return;
        }
        script.is_busy = true;
        loop {
            let mut script = self.world.resource_mut::<Script>();
            let settled = core::mem::take(&mut script.settled);
            if settled.is_empty() {
                script.is_busy = false;
                return;
            }
            let open = script.open.iter();
            let those = open.filter(|(_, watched)| watched.has(settled));
            let those: Vec<InjectId> = those.map(|(id, _)| *id).collect();
            for id in those {
                self.consider(id);
            }
        }
    }

    /// Releases or skips an inject if it is its time.
    fn consider(&mut self, id: InjectId) {
        let scenario = Arc::clone(self.scenario());
        let Some(stage) = self.inject_state(id).map(|state| state.stage.clone()) else {
            return;
        };
        let Some(inject) = scenario.injects.get(id.index()) else {
            return;
        };
        let now = self.now();
        match stage {
            InjectStage::Waiting => {
                if self.follows_a_skipped(inject) {
                    self.skip(id, WhySkipped::WithTheOther);
                } else if self.holds(&inject.when, None) {
                    self.come_up(id, inject);
                } else if inject.until.is_some_and(|until| until <= now) {
                    self.skip(id, WhySkipped::NotInTime);
                }
            }
            InjectStage::Held { due: None } => {
                if self.holds(&inject.when, None) {
                    self.change_inject(id, |state| {
                        state.stage = InjectStage::Held { due: Some(now) };
                    });
                }
            }
            InjectStage::Held { due: Some(_) }
            | InjectStage::Released(_)
            | InjectStage::Skipped(..) => {}
        }
    }

    fn follows_a_skipped(&self, inject: &Inject) -> bool {
        let other = inject.contingency_of.map(InjectId::from_index);
        let other = other.and_then(|id| self.inject_state(id));
        other.is_some_and(|state| matches!(state.stage, InjectStage::Skipped(..)))
    }

    /// An inject whose time has come is released, or skipped because it does not fit.
    fn come_up(&mut self, id: InjectId, inject: &Inject) {
        if let Some(guard) = &inject.guard
            && !self.holds(guard, None)
        {
            self.skip(id, WhySkipped::Guard);
        } else if self.receivers(inject).is_empty() {
            self.skip(id, WhySkipped::ConcernsNobody);
        } else {
            self.release(id);
        }
    }

    fn skip(&mut self, id: InjectId, why: WhySkipped) {
        let now = self.now();
        self.change_inject(id, |state| state.stage = InjectStage::Skipped(now, why));
    }

    /// Those to whom an inject of the scenario goes as things stand, in id order.
    pub(crate) fn receivers(&self, inject: &Inject) -> Vec<AdministrationId> {
        let mut receivers = self.group(&inject.to);
        if let Some(whose) = &inject.whose {
            receivers.retain(|each| self.holds(whose, Some(*each)));
        }
        receivers
    }

    fn group(&self, to: &Receivers) -> Vec<AdministrationId> {
        let scenario = self.scenario();
        let all = || (0..scenario.administrations.len()).map(AdministrationId::from_index);
        let has_seat = |at: &AdministrationId| scenario.administrations[at.index()].seat.is_some();
        match to {
            Receivers::These(positions) => {
                let ids = positions.iter().map(|at| AdministrationId::from_index(*at));
                ids.collect()
            }
            Receivers::CustomersOf(provider) => {
                self.plan.administrations[*provider].customers.clone()
            }
            Receivers::Seats => all().filter(has_seat).collect(),
            Receivers::Hit => all()
                .filter(has_seat)
                .filter(|at| {
                    let known = self.known(*at);
                    known.own_hit().is_some() || known.provider_hit().is_some()
                })
                .collect(),
            Receivers::Helpers => all().filter(|at| self.helps(*at)).collect(),
            Receivers::ReceiversOf(other) => {
                let other = InjectId::from_index(*other);
                let own = |at: &AdministrationId| sends(scenario, other, *at);
                all()
                    .filter(|at| !own(at) && self.message(*at, other).is_some())
                    .collect()
            }
        }
    }

    /// Releases an inject: it reaches its receivers, and does what it does.
    pub(super) fn release(&mut self, id: InjectId) {
        let scenario = Arc::clone(self.scenario());
        let now = self.now();
        let Some(inject) = scenario.injects.get(id.index()) else {
            self.deliver_own(id);
            return;
        };
        let receivers = self.receivers(inject);
        for receiver in &receivers {
            let message = self.message_for(id, inject, *receiver);
            self.hand_in(*receiver, message);
        }
        self.change_inject(id, |state| state.stage = InjectStage::Released(now));
        self.enter_moments_after(id, &scenario);
        let sender = match inject.from {
            Sender::Administration(at) => Some(AdministrationId::from_index(at)),
            Sender::Named(_) => None,
        };
        if let Some(sender) = sender
            && !receivers.contains(&sender)
            && scenario.administrations[sender.index()].seat.is_some()
        {
            let message = self.message_for(id, inject, sender);
            self.hand_in(sender, message);
        }
        if let Some(fact) = inject.fact {
            self.learn(fact, receivers.iter().copied().chain(sender));
        }
        if self.world.resource::<Script>().is_led {
            for effect in &inject.effects {
                self.set_off(effect, &receivers);
            }
        }
        let columns = &mut *self.world.resource_mut::<Columns>();
        columns.due.set(Due::SCRIPT);
        self.settle();
    }

    /// Enters the moments that others wait for after the release of this one.
    fn enter_moments_after(&mut self, id: InjectId, scenario: &Scenario) {
        let now = self.now();
        let mut moments: Vec<(SimTime, u32)> = Vec::new();
        for (waiting, inject) in (0_u32..).zip(&scenario.injects) {
            inject.when.visit(&mut |part| match part {
                Expression::After(other, minutes) if *other == id.index() => {
                    moments.push((now.after(*minutes), waiting));
                }
                _ => {}
            });
        }
        self.with_columns(|columns| {
            for (at, waiting) in moments {
                columns
                    .agenda
                    .push(at, HappeningKind::InjectDue, waiting, 0);
            }
        });
    }

    /// A message goes into a seat's inbox; nobody is woken by it.
    fn hand_in(&mut self, at: AdministrationId, message: Message) {
        let entity = self.index().administrations[at.index()];
        if let Some(mut inbox) = self.world.get_mut::<Inbox>(entity) {
            inbox.0.push(message);
        }
    }

    /// Seats learn a fact.
    fn learn(&mut self, fact: NoticeFact, seats: impl Iterator<Item = AdministrationId>) {
        let now = self.now();
        for at in seats {
            let entity = self.body(at);
            let Some(mut knowledge) = self.world.get_mut::<Knowledge>(entity) else {
                continue;
            };
            match fact {
                NoticeFact::ProviderSuspected => {
                    knowledge.provider_suspected.get_or_insert(now);
                }
            }
            knowledge.revision += 1;
        }
        self.with_columns(|columns| columns.due.set(Due::KNOWLEDGE));
    }
}

/// Whether an administration is the sender of an inject.
fn sends(scenario: &Scenario, inject: InjectId, at: AdministrationId) -> bool {
    let inject = scenario.injects.get(inject.index());
    inject.is_some_and(|inject| inject.from == Sender::Administration(at.index()))
}
