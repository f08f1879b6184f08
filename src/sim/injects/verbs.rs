//! What a facilitator and seats do about injects.

use std::sync::Arc;

use super::state::Script;
use super::{Inbox, InjectStage, InjectState, Reply, WhySkipped};
use crate::sim::Sim;
use crate::sim::columns::Due;
use crate::sim::entities::Knowledge;
use crate::sim::seat_log::tell;
use crate::vocab::{AdministrationId, Arg, Decider, InjectId, OwnInject, Text};

impl Sim {
    /// Says that people play, with a facilitator or alone: effects of injects act from now on.
    pub fn lead_exercise(&mut self) {
        self.touched = true;
        self.world.resource_mut::<Script>().is_led = true;
    }

    /// Whether people play, so that effects of injects act.
    #[must_use]
    pub fn is_led(&self) -> bool {
        self.world.resource::<Script>().is_led
    }

    /// Whether the script promises people something, and none has been said to play yet.
    #[must_use]
    pub fn injects_wait_for_people(&self) -> bool {
        let mut injects = self.scenario().injects.iter();
        !self.is_led() && injects.any(|inject| !inject.effects.is_empty())
    }

    /// Releases an inject now, whatever it waits for.
    pub fn release_inject(&mut self, id: InjectId) {
        self.release(id);
        self.look_at_script();
    }

    /// Holds an inject back until it is released or let come.
    pub fn hold_inject(&mut self, id: InjectId) {
        self.change_inject(id, |state| state.stage = InjectStage::Held { due: None });
        self.look_at_script();
    }

    /// Lets an inject come again that was held back; if its time has passed, it comes at once.
    pub fn let_inject_come(&mut self, id: InjectId) {
        self.change_inject(id, |state| state.stage = InjectStage::Waiting);
        self.look_at_script();
    }

    /// Skips an inject, for a reason as typed.
    pub fn skip_inject(&mut self, id: InjectId, reason: String) {
        let now = self.now();
        self.change_inject(id, |state| {
            state.stage = InjectStage::Skipped(now, WhySkipped::Facilitator(reason));
        });
        self.look_at_script();
    }

    /// Gives an inject another text, the same in both languages.
    pub fn edit_inject(&mut self, id: InjectId, text: String) {
        self.change_inject(id, |state| state.edited = Some(text));
    }

    /// Releases an inject that is made up now.
    pub fn improvise(&mut self, mut own: OwnInject) {
        self.touched = true;
        own.to.sort_unstable();
        own.to.dedup();
        let id = InjectId::from_index(self.world.resource::<Script>().injects.len());
        let state = InjectState {
            stage: InjectStage::Waiting,
            edited: None,
            own: Some(own),
        };
        let entity = self.world.spawn(state).id();
        self.world.resource_mut::<Script>().injects.push(entity);
        self.deliver_own(id);
        self.look_at_script();
    }

    /// A seat acknowledges an inject.
    pub fn acknowledge_inject(&mut self, seat: AdministrationId, id: InjectId) {
        let now = self.now();
        self.change_message(seat, id, |message| {
            message.acknowledged.get_or_insert(now);
        });
    }

    /// A seat answers an inject. An administration that sent it hears the answer by the way that is open to it.
    pub fn answer_inject(
        &mut self,
        seat: AdministrationId,
        id: InjectId,
        decider: Decider,
        text: String,
    ) {
        let at = self.now();
        let sender = self.message(seat, id).and_then(|message| message.sender);
        if let Some(sender) = sender.filter(|sender| *sender != seat) {
            let said = Text::new("log-inject-answered").name("answer", text.clone());
            self.tell_from(seat, &said, &[sender]);
            self.with_columns(|columns| columns.due.set(Due::KNOWLEDGE));
        }
        self.change_message(seat, id, |message| {
            message.acknowledged.get_or_insert(at);
            message.reply = Some(Reply { at, decider, text });
        });
    }

    /// A seat tells others what an inject said, by the way that is open between them; what it brings as a fact
    /// about the provider its other customers know from then on. It asks nothing of them.
    pub fn forward_message(
        &mut self,
        seat: AdministrationId,
        id: InjectId,
        to: &[AdministrationId],
    ) {
        self.touched = true;
        let Some(message) = self.message(seat, id) else {
            return;
        };
        let (sender, text) = (message.from.clone(), message.text.clone());
        self.pass_on(seat, sender, text, to);
        let scenario = Arc::clone(self.scenario());
        let fact = scenario.injects.get(id.index()).and_then(|of| of.fact);
        if let Some(fact) = fact {
            // Such a fact is about the provider: whoever has another one is told of it and knows nothing of the own.
            let provider_of = |at: AdministrationId| self.plan.administrations[at.index()].provider;
            let whose = provider_of(seat).or(Some(seat));
            let customers = to.iter().copied().filter(|at| provider_of(*at) == whose);
            let customers: Vec<AdministrationId> = customers.collect();
            self.learn(fact, customers.into_iter());
        }
        self.with_columns(|columns| columns.due.set(Due::KNOWLEDGE));
        self.settle();
    }

    /// A seat tells others what somebody reported to it; they have their own word of what it says.
    pub fn forward_entry(&mut self, seat: AdministrationId, entry: u32, to: &[AdministrationId]) {
        self.touched = true;
        let Some(record) = self.known(seat).log().get(entry as usize) else {
            return;
        };
        let Some(from) = record.from else { return };
        // What was forwarded already goes on as it was first said: it does not grow from seat to seat.
        let (sender, text) = match first_said(&record.text) {
            Some((sender, text)) => (sender.clone(), text.clone()),
            None => {
                let sender = &self.scenario().administrations[from.index()].name;
                let sender = Text::new("named").name("name", sender.clone());
                (sender, record.text.clone())
            }
        };
        self.pass_on(seat, sender, text, to);
        self.with_columns(|columns| columns.due.set(Due::KNOWLEDGE));
        self.settle();
    }

    fn pass_on(
        &mut self,
        seat: AdministrationId,
        sender: Text,
        text: Text,
        to: &[AdministrationId],
    ) {
        let text = Text::new("log-forwarded")
            .text("sender", sender)
            .text("text", text);
        self.tell_from(seat, &text, to);
    }

    /// Tells others something by the way that is open to each.
    fn tell_from(&mut self, seat: AdministrationId, text: &Text, to: &[AdministrationId]) {
        let now = self.now();
        for other in to {
            let channel = self.known(seat).way_to(*other).0;
            let entity = self.body(*other);
            if let Some(mut knowledge) = self.world.get_mut::<Knowledge>(entity) {
                tell(&mut knowledge, now, seat, channel, || text.clone(), false);
            }
        }
    }

    fn change_message(
        &mut self,
        seat: AdministrationId,
        id: InjectId,
        change: impl FnOnce(&mut super::Message),
    ) {
        self.touched = true;
        let entity = self.index().administrations[seat.index()];
        if let Some(mut inbox) = self.world.get_mut::<Inbox>(entity)
            && let Some(message) = inbox.0.iter_mut().find(|message| message.inject == id)
        {
            change(message);
        }
        self.look_at_script();
    }

    /// Lets injects be looked at that wait for what a facilitator or a seat did.
    fn look_at_script(&mut self) {
        self.with_columns(|columns| columns.due.set(Due::SCRIPT));
        self.settle();
    }
}

/// Who first said what was forwarded, and what; `None` if it was not.
fn first_said(text: &Text) -> Option<(&Text, &Text)> {
    let part = |name: &str| {
        let found = text.args.iter().find(|(of, _)| of == name);
        match found {
            Some((_, Arg::Text(part))) => Some(&**part),
            _ => None,
        }
    };
    (text.key == "log-forwarded").then_some(())?;
    Some((part("sender")?, part("text")?))
}
