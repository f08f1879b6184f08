//! The script as the facilitator looks at it, and the inbox as its seat does. Looking changes nothing.

use super::{Inbox, InjectStage, Message, Script};
use crate::scenario::Inject;
use crate::sim::Sim;
use crate::sim::known::Known;
use crate::vocab::{AdministrationId, InjectId, OwnInject, SimTime, Text};

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
    /// When it comes by time alone, or when others it hangs on were released.
    pub expected: Option<SimTime>,
    /// Who got it, or would get it now.
    pub receivers: Vec<AdministrationId>,
    /// What is said to the first of them.
    pub text: Option<Text>,
    /// Whether the facilitator changed the text.
    pub is_edited: bool,
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
            expected: inject.and_then(|inject| self.comes_at(&inject.when)),
            receivers,
            text,
            is_edited: state.edited.is_some(),
            messages,
        })
    }

    /// Returns when an expression comes to hold by time, given which injects were released.
    fn comes_at(&self, expression: &crate::scenario::Expression) -> Option<SimTime> {
        use crate::scenario::Expression as E;
        match expression {
            E::At(at) => Some(*at),
            E::After(inject, minutes) => {
                let other = self.inject_state(InjectId::from_index(*inject))?;
                match other.released() {
                    Some(at) => Some(at.after(*minutes)),
                    None => {
                        let other = self.scenario().injects.get(*inject)?;
                        Some(self.comes_at(&other.when)?.after(*minutes))
                    }
                }
            }
            E::All(parts) => {
                let moments = parts.iter().filter_map(|part| self.comes_at(part));
                moments.max()
            }
            E::Any(parts) => {
                let moments = parts.iter().filter_map(|part| self.comes_at(part));
                moments.min()
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
