//! The fingerprint: one number over everything a run has come to.
//!
//! A fixed 64-bit hash over columns in id order, the agenda in its order, and entities by id.
//! Components enter as they are serialised: every field, floats by their bits.

mod hash;

use bevy_ecs::component::Component;
use bevy_ecs::entity::Entity;
use serde::Serialize;

use super::Sim;
use super::agenda::Happening;
use super::columns::Columns;
use super::entities::{
    AidRequest, CrisisStaff, Decision, Deputy, Index, Knowledge, Permits, Post, Posture, Recovery,
    Stock, WorkOrder,
};
use super::injects::{Arrangements, Inbox, InjectState, Script};
use hash::Hash;

impl Sim {
    /// Returns the fingerprint as 16 hex digits: equal worlds give equal digits on every machine.
    #[must_use]
    pub fn fingerprint(&self) -> String {
        let mut hash = Hash::new();
        let columns = self.world.resource::<Columns>();
        hash.word(u64::from(columns.now.0));
        for (system, state) in (0_u32..).zip(&columns.systems) {
            let own = columns.own(&self.plan, system).to_bits();
            let available = columns.available(&self.plan, system).to_bits();
            hash.word(u64::from(own) << 32 | u64::from(available));
            hash.word((state.condition as u64) << 8 | u64::from(state.occurrence));
        }
        for switches in &columns.switches {
            hash.word(switches.cut_off);
        }
        hash.value(&columns.gates);
        hash.value(&columns.crews);
        hash.value(&columns.attack);
        hash.value(&columns.remote_access_factor);
        hash.value(&columns.monitored);
        hash.value(&columns.workplaces);
        hash.value(&columns.reports);
        hash.value(&columns.tally);
        for state in &columns.services.state {
            state.words().for_each(|word| hash.word(word));
        }
        for (at, Happening { kind, id, tag }) in columns.agenda.entries_in_order() {
            hash.word(u64::from(at.0));
            hash.word(u64::from(id) << 32 | u64::from(kind as u8) << 24 | u64::from(tag));
        }
        let index = self.world.resource::<Index>();
        let bodies = &index.administrations;
        self.hash_components::<CrisisStaff>(&mut hash, bodies);
        self.hash_components::<Recovery>(&mut hash, bodies);
        self.hash_components::<Posture>(&mut hash, bodies);
        self.hash_components::<Stock>(&mut hash, bodies);
        self.hash_components::<Permits>(&mut hash, bodies);
        self.hash_components::<Knowledge>(&mut hash, bodies);
        self.hash_components::<Deputy>(&mut hash, bodies);
        self.hash_components::<Post>(&mut hash, &index.people);
        self.hash_components::<WorkOrder>(&mut hash, &index.orders);
        self.hash_components::<AidRequest>(&mut hash, &index.requests);
        self.hash_components::<Decision>(&mut hash, &index.decisions);
        let script = self.world.resource::<Script>();
        if !script.injects.is_empty() {
            hash.value(&script.is_led);
            self.hash_components::<InjectState>(&mut hash, &script.injects);
            self.hash_components::<Inbox>(&mut hash, bodies);
            self.hash_components::<Arrangements>(&mut hash, bodies);
        }
        hash.digits()
    }

    fn hash_components<C: Component + Serialize>(&self, hash: &mut Hash, entities: &[Entity]) {
        hash.word(entities.len() as u64);
        for entity in entities {
            hash.value(&self.world.get::<C>(*entity));
        }
    }
}
