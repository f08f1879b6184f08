//! The script as the facilitator looks at it, and the inbox as its seat does. Looking changes nothing.

use super::{Inbox, InjectStage, Message, Script, WhySkipped};
use crate::scenario::{Expression, Inject, Who};
use crate::sim::Sim;
use crate::sim::known::Known;
use crate::vocab::{AdministrationId, InjectId, OwnInject, SimTime, Text};

/// How a moment binds an inject.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Comes {
    /// It comes then.
    Then,
    /// It comes then at the latest.
    AtTheLatest,
    /// It comes then at the earliest, once something else holds.
    AtTheEarliest,
}

/// An inject as the facilitator sees it.
#[derive(Debug, Clone)]
pub struct ScriptEntry<'a> {
    /// Which.
    pub id: InjectId,
    /// Its name.
    pub name: String,
    /// What the scenario says of it; `None` for one that was made up.
    pub inject: Option<&'a Inject>,
    /// What was made up.
    pub own: Option<&'a OwnInject>,
    /// Where it stands.
    pub stage: &'a InjectStage,
    /// When it comes by time, or after others that were released or come by time.
    pub expected: Option<SimTime>,
    /// Whether it may come earlier or later than that.
    pub comes: Comes,
    /// Who got it, or would get it now.
    pub receivers: Vec<AdministrationId>,
    /// For whom it is meant, whether or not it applies to them now.
    pub addressed: Vec<AdministrationId>,
    /// What is said to the first of them.
    pub text: Option<Text>,
    /// Whether the facilitator changed the text.
    pub is_edited: bool,
    /// Whether it would reach anybody as the world stands.
    pub applies: bool,
    /// Where those stand who got it, in their order.
    pub messages: Vec<(AdministrationId, &'a Message)>,
}

impl Sim {
    /// Returns the whole script with how it stands, for facilitators and reports; a seat never sees it.
    #[must_use]
    pub fn script(&self) -> Vec<ScriptEntry<'_>> {
        let count = self.world.resource::<Script>().injects.len();
        let ids = (0..count).map(InjectId::from_index);
        ids.filter_map(|id| self.script_entry(id)).collect()
    }

    /// Returns one inject of the script with how it stands.
    #[must_use]
    pub fn script_entry(&self, id: InjectId) -> Option<ScriptEntry<'_>> {
        let state = self.inject_state(id)?;
        let inject = self.scenario().injects.get(id.index());
        let seats = (0..self.scenario().administrations.len()).map(AdministrationId::from_index);
        let messages: Vec<(AdministrationId, &Message)> = seats
            .filter_map(|at| Some((at, self.message(at, id)?)))
            .filter(|(at, message)| message.sender != Some(*at))
            .collect();
        let receivers = match (&state.stage, inject, &state.own) {
            (InjectStage::Released(_), ..) => messages.iter().map(|(at, _)| *at).collect(),
            (_, Some(inject), _) => self.receivers(inject),
            (_, None, own) => own.iter().flat_map(|own| own.to.clone()).collect(),
        };
        let addressed = match (inject, &state.own) {
            (Some(inject), _) => self.group(&inject.to),
            (None, own) => own.iter().flat_map(|own| own.to.clone()).collect(),
        };
        let guard = inject.and_then(|inject| inject.guard.as_ref());
        let applies = !receivers.is_empty() && guard.is_none_or(|guard| self.holds(guard, None));
        let when = inject.and_then(|inject| self.comes_at(&inject.when));
        let told = messages.first().map(|(_, message)| message.text.clone());
        let text = told.or_else(|| {
            let nobody = AdministrationId(0);
            let to = receivers.first().copied().unwrap_or(nobody);
            Some(self.text_for(id, inject?, to))
        });
        Some(ScriptEntry {
            id,
            name: self.inject_name(id),
            inject,
            own: state.own.as_ref(),
            stage: &state.stage,
            expected: when.map(|(at, _)| at),
            comes: when.map_or(Comes::Then, |(_, comes)| comes),
            receivers,
            addressed,
            text,
            is_edited: state.edited.is_some(),
            applies,
            messages,
        })
    }

    /// Whether a seat has dealt with a message: it answered, decided what the message put to it, or did what was expected.
    /// That is what the one that would make up for it waits for in vain.
    #[must_use]
    pub fn is_dealt_with(&self, seat: AdministrationId, message: &Message) -> bool {
        message.reply.is_some()
            || self.known(seat).has_decided_on(message)
            || self
                .made_up_for_unless(message)
                .any(|deed| self.is_done(deed, seat))
    }

    /// Returns what keeps away those injects that would make up for a message to which nothing follows.
    fn made_up_for_unless(&self, message: &Message) -> impl Iterator<Item = &Expression> {
        let of = Some(message.inject.index());
        let injects = self.scenario().injects.iter();
        let others = injects.filter(move |other| other.contingency_of == of);
        let conditions = others.flat_map(|other| [other.guard.as_ref(), other.whose.as_ref()]);
        let parts = conditions.flatten().flat_map(|condition| match condition {
            Expression::All(parts) => &parts[..],
            one => core::slice::from_ref(one),
        });
        parts.filter_map(|part| match part {
            Expression::Not(deed) => Some(&**deed),
            _ => None,
        })
    }

    /// Whether a seat has done what an expression says by acts of its own, of which it knows.
    fn is_own_deed(&self, deed: &Expression, seat: AdministrationId) -> bool {
        use Expression as E;
        match deed {
            E::Any(parts) => parts.iter().any(|part| self.is_own_deed(part, seat)),
            E::Answered(_, who)
            | E::Decided(who, _)
            | E::LinkCut(who)
            | E::CustomersCut(who)
            | E::PayFileSecured(who)
            | E::AidRequested { from: who, .. } => {
                let is_own = match who {
                    Who::Each => true,
                    Who::One(at) => *at == seat.index(),
                    Who::Anybody => false,
                };
                is_own && self.holds(deed, Some(seat))
            }
            _ => false,
        }
    }

    /// Whether a seat has done what an expression says; that it took note of something is no deed.
    fn is_done(&self, deed: &Expression, seat: AdministrationId) -> bool {
        match deed {
            Expression::Any(parts) => parts.iter().any(|part| self.is_done(part, seat)),
            Expression::Acknowledged(..) => false,
            deed => self.holds(deed, Some(seat)),
        }
    }

    /// Whether all that the script had for this minute was left out by the facilitator or came before: then there is
    /// nothing for which the clock should stop.
    #[must_use]
    pub fn is_left_out_at(&self, at: SimTime) -> bool {
        let injects = self.scenario().injects.iter().enumerate();
        let planned = injects.filter(|(_, inject)| {
            let when = self.comes_at(&inject.when);
            when.is_some_and(|(then, _)| then == at)
        });
        let mut left_out = planned.map(|(id, _)| {
            let state = self.inject_state(InjectId::from_index(id));
            state.is_some_and(|state| {
                let left_out = matches!(
                    state.stage,
                    InjectStage::Skipped(_, WhySkipped::Facilitator(_))
                );
                left_out || state.released().is_some_and(|released| released < at)
            })
        });
        left_out
            .next()
            .is_some_and(|first| first && left_out.all(|one| one))
    }

    /// Returns when an expression comes to hold by time, given which injects were released.
    fn comes_at(&self, expression: &Expression) -> Option<(SimTime, Comes)> {
        use Expression as E;
        match expression {
            E::At(at) => Some((*at, Comes::Then)),
            E::After(inject, minutes) => {
                let other = self.inject_state(InjectId::from_index(*inject))?;
                if let Some(at) = other.released() {
                    return Some((at.after(*minutes), Comes::Then));
                }
                let other = self.scenario().injects.get(*inject)?;
                let (at, comes) = self.comes_at(&other.when)?;
                Some((at.after(*minutes), comes))
            }
            E::All(parts) => {
                let timed = || parts.iter().filter_map(|part| self.comes_at(part));
                let (at, comes) = timed().max_by_key(|(at, _)| *at)?;
                let all = timed().count() == parts.len();
                Some((at, if all { comes } else { Comes::AtTheEarliest }))
            }
            E::Any(parts) => {
                let timed = || parts.iter().filter_map(|part| self.comes_at(part));
                let (at, comes) = timed().min_by_key(|(at, _)| *at)?;
                let all = timed().count() == parts.len();
                Some((at, if all { comes } else { Comes::AtTheLatest }))
            }
            _ => None,
        }
    }
}

impl<'a> Known<'a> {
    /// Returns the injects that the seat got, oldest first.
    #[must_use]
    pub fn inbox(&self) -> &'a [Message] {
        &self.component::<Inbox>().0
    }

    /// Whether the seat has done by acts of its own what a message expects.
    #[must_use]
    pub fn has_done_what_is_asked(&self, message: &Message) -> bool {
        let mut deeds = self.sim.made_up_for_unless(message);
        deeds.any(|deed| self.sim.is_own_deed(deed, self.seat()))
    }

    /// Returns the name by which a seat speaks of an inject that it got.
    #[must_use]
    pub fn inject_name(&self, id: InjectId) -> String {
        self.sim.inject_name(id)
    }

    /// Returns an inject that the seat got, by its name.
    #[must_use]
    pub fn message_named(&self, name: &str) -> Option<&'a Message> {
        let id = self.sim.find_inject(name)?;
        self.inbox().iter().find(|message| message.inject == id)
    }

    /// How many customers the seat's provider connects a day by its own word, and how many more today.
    #[must_use]
    pub fn connections_left(&self) -> Option<(u32, u32)> {
        let provider = self.own().provider?;
        self.sim
            .connections_left(AdministrationId::from_index(provider))
    }
}
