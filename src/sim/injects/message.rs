//! What a receiver is told: the text that fits, with figures taken from the world at that moment.

use std::sync::Arc;

use super::{InjectStage, Message, Script, sends};
use crate::scenario::{Inject, LocalText, Sender};
use crate::sim::Sim;
use crate::sim::entities::Knowledge;
use crate::sim::injects::Inbox;
use crate::vocab::{AdministrationId, InjectId, MessageClass, OwnInject, Text};

/// A text that says the same in both languages, or each in its own.
fn local(text: &LocalText) -> Text {
    Text::new("local")
        .name("de", text.de.clone())
        .name("en", text.en.clone())
}

/// A text as somebody typed it.
fn typed(text: &str) -> Text {
    Text::new("local").name("de", text).name("en", text)
}

impl Sim {
    /// Returns an inject as a receiver gets it now.
    pub(super) fn message_for(
        &self,
        id: InjectId,
        inject: &Inject,
        at: AdministrationId,
    ) -> Message {
        let now = self.now();
        let scenario = self.scenario();
        let is_sender = sends(scenario, id, at);
        let sender = match inject.from {
            Sender::Administration(at) => Some(AdministrationId::from_index(at)),
            Sender::Named(_) => None,
        };
        // Who speaks need not be told, but for what it learns itself.
        let class = if is_sender && inject.fact.is_none() {
            MessageClass::Log
        } else {
            inject.class
        };
        let asks = !is_sender && inject.expects.is_some();
        Message {
            inject: id,
            at: now,
            place: self.entries_of(at),
            from: self.sender_text(&inject.from),
            sender,
            channel: inject.channel,
            class,
            text: self.text_for(id, inject, at),
            brings_fact: inject.fact.is_some(),
            due: inject
                .within
                .filter(|_| asks)
                .map(|minutes| now.after(minutes)),
            acknowledged: is_sender.then_some(now),
            reply: None,
        }
    }

    pub(crate) fn sender_text(&self, from: &Sender) -> Text {
        match from {
            Sender::Administration(at) => {
                let name = &self.scenario().administrations[*at].name;
                Text::new("named").name("name", name.clone())
            }
            Sender::Named(name) => local(name),
        }
    }

    /// Returns the text of an inject as a receiver would get it now.
    pub(crate) fn text_for(&self, id: InjectId, inject: &Inject, at: AdministrationId) -> Text {
        let edited = self.inject_state(id).and_then(|of| of.edited.as_deref());
        let text = match edited {
            Some(edited) => typed(edited),
            None => {
                let mut variants = inject.variants.iter();
                let fits = variants.find(|(when, _)| self.holds(when, Some(at)));
                local(fits.map_or(&inject.text, |(_, text)| text))
            }
        };
        let figures = inject.figures.iter();
        figures.fold(text, |text, (name, figure)| {
            text.with(name.clone(), self.figure(figure, at))
        })
    }

    fn entries_of(&self, at: AdministrationId) -> usize {
        let entity = self.index().administrations[at.index()];
        let knowledge = self.world.get::<Knowledge>(entity);
        knowledge.map_or(0, |knowledge| knowledge.log.records().len())
    }

    /// Delivers an inject that a facilitator made up.
    pub(super) fn deliver_own(&mut self, id: InjectId) {
        let now = self.now();
        let Some(own) = self.inject_state(id).and_then(|state| state.own.clone()) else {
            return;
        };
        let OwnInject {
            from,
            to,
            channel,
            class,
            text,
        } = &own;
        for at in to {
            let message = Message {
                inject: id,
                at: now,
                place: self.entries_of(*at),
                from: typed(from),
                sender: None,
                channel: *channel,
                class: *class,
                text: typed(text),
                brings_fact: false,
                due: None,
                acknowledged: None,
                reply: None,
            };
            self.hand_in(*at, message);
        }
        self.change_inject(id, |state| state.stage = InjectStage::Released(now));
    }

    /// Returns an inject as a seat got it.
    pub(crate) fn message(&self, at: AdministrationId, inject: InjectId) -> Option<&Message> {
        let entity = self.index().administrations.get(at.index())?;
        let inbox = self.world.get::<Inbox>(*entity)?;
        inbox.0.iter().find(|message| message.inject == inject)
    }

    /// Returns the id of an inject by its name: that of the scenario, or `I1`, `I2`, ... of those made up.
    #[must_use]
    pub fn find_inject(&self, name: &str) -> Option<InjectId> {
        let scenario = Arc::clone(self.scenario());
        let scripted = scenario.injects.iter().position(|other| other.id == name);
        let made_up = || {
            let nth: usize = name.strip_prefix('I')?.parse().ok()?;
            let at = scenario.injects.len() + nth.checked_sub(1)?;
            let count = self.world.resource::<Script>().injects.len();
            (at < count).then_some(at)
        };
        scripted.or_else(made_up).map(InjectId::from_index)
    }

    /// Returns the name of an inject; see [`Sim::find_inject`].
    #[must_use]
    pub fn inject_name(&self, id: InjectId) -> String {
        let injects = &self.scenario().injects;
        match injects.get(id.index()) {
            Some(inject) => inject.id.clone(),
            None => format!("I{}", id.index() + 1 - injects.len()),
        }
    }
}
