//! The fingerprint: one number over everything a run has come to.
//!
//! A fixed 64-bit hash over columns in id order, the agenda in its order, and entities by id.
//! Components enter by their debug form, which shows every field and writes floats so that
//! different bits give different text.

use core::fmt::{Debug, Write};

use bevy_ecs::component::Component;
use bevy_ecs::entity::Entity;

use super::Sim;
use super::agenda::Happening;
use super::columns::Columns;
use super::entities::{
    AidRequest, CrisisStaff, Decision, Deputy, Index, Knowledge, Permits, Post, Posture, Recovery,
    Stock, WorkOrder,
};
use super::injects::{Arrangements, Inbox, InjectState, Script};

/// FNV-1a over 64 bits with a finaliser (Fowler, Noll, Vo).
struct Hash(u64);

impl Hash {
    fn word(&mut self, word: u64) {
        for byte in word.to_le_bytes() {
            self.byte(byte);
        }
    }

    fn byte(&mut self, byte: u8) {
        self.0 = (self.0 ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01B3);
    }

    fn debug(&mut self, value: &impl Debug) {
        // Writing into the hash cannot fail.
        let _ = write!(self, "{value:?}");
        self.byte(0xFF);
    }
}

impl Write for Hash {
    fn write_str(&mut self, text: &str) -> core::fmt::Result {
        text.bytes().for_each(|byte| self.byte(byte));
        Ok(())
    }
}

impl Sim {
    /// Returns the fingerprint as 16 hex digits: equal worlds give equal digits on every machine.
    #[must_use]
    pub fn fingerprint(&self) -> String {
        let mut hash = Hash(0xCBF2_9CE4_8422_2325);
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
        hash.debug(&columns.gates);
        hash.debug(&columns.crews);
        hash.debug(&columns.attack);
        hash.debug(&columns.remote_access_factor);
        hash.debug(&columns.monitored);
        hash.debug(&columns.workplaces);
        hash.debug(&columns.reports);
        hash.debug(&columns.tally);
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
            hash.debug(&script.is_led);
            self.hash_components::<InjectState>(&mut hash, &script.injects);
            self.hash_components::<Inbox>(&mut hash, bodies);
            self.hash_components::<Arrangements>(&mut hash, bodies);
        }
        let mixed = (hash.0 ^ (hash.0 >> 32)).wrapping_mul(0x9E37_79B9_7F4A_7C15);
        format!("{:016x}", mixed ^ (mixed >> 29))
    }

    fn hash_components<C: Component + Debug>(&self, hash: &mut Hash, entities: &[Entity]) {
        hash.word(entities.len() as u64);
        for entity in entities {
            hash.debug(&self.world.get::<C>(*entity));
        }
    }
}
