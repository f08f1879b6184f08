//! The room: its own time, who is ready, who is quiet, and what thinking costs.
//!
//! Nothing here enters the world. What the room does to the exercise goes through commands, so that a
//! replay needs no room. Time comes in from outside, in portions.

use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

use super::{PlaceRecord, RoomRecord};
use crate::vocab::{AdministrationId, ClockMode, DAY};

/// The room of an exercise that a facilitator leads.
#[derive(Debug)]
pub(super) struct Room {
    /// Since the exercise began in the room.
    elapsed: Duration,
    /// When the present phase was entered.
    stage_entered: Duration,
    pub mode: ClockMode,
    /// Exercise minutes per second of the free clock, if others than planned were chosen in this phase.
    pub free_pace: Option<u16>,
    pub briefed: bool,
    /// Whether the facilitator stopped the clock to talk.
    pub talking: bool,
    pub ready: BTreeSet<AdministrationId>,
    /// Whether anybody is at a seat, where that is known: over the network.
    presence: BTreeMap<AdministrationId, bool>,
    /// Before this nobody counts as quiet: the room was opened, or briefed.
    asked_from: Duration,
    /// When somebody last decided at a seat.
    decided: BTreeMap<AdministrationId, Duration>,
    /// Exercise minutes for a minute of thinking.
    deliberation: u32,
    /// How long the clock has waited for an open decision.
    thinking: Duration,
    /// Seats that bots stand in at until the leap ends.
    pub leap: Vec<AdministrationId>,
    /// Seats that the exercise control plays although somebody may sit there.
    pub control: BTreeSet<AdministrationId>,
    /// What was ordered at places on the network: kept here, carried out there.
    pub places: Vec<PlaceRecord>,
}

impl Room {
    /// Opens the room where it was left; a new one begins at 0. A minute of thinking costs so many
    /// exercise minutes.
    pub fn new(record: &RoomRecord, deliberation: u32) -> Self {
        let elapsed = Duration::from_secs(record.room_seconds);
        Self {
            elapsed,
            stage_entered: elapsed,
            mode: record.mode,
            free_pace: None,
            briefed: record.briefed,
            // Whoever comes back has not thought all the while.
            talking: record.room_seconds > 0,
            ready: BTreeSet::new(),
            presence: BTreeMap::new(),
            asked_from: elapsed,
            decided: BTreeMap::new(),
            deliberation,
            thinking: Duration::ZERO,
            leap: record.leap.clone(),
            control: record.control.iter().copied().collect(),
            places: record.places.clone(),
        }
    }

    /// Lets time of the room pass; `waits` says that the clock stands for an open decision.
    pub fn pass(&mut self, by: Duration, waits: bool) {
        self.elapsed += by;
        if waits && !self.talking {
            self.thinking += by;
        }
    }

    /// Minutes since the exercise began in the room.
    pub fn minute(&self) -> u32 {
        minutes(self.elapsed)
    }

    /// Minutes of the room since the present phase was entered.
    pub fn in_stage(&self) -> u32 {
        minutes(self.elapsed.saturating_sub(self.stage_entered))
    }

    /// The room enters another phase.
    pub fn enter_stage(&mut self) {
        self.stage_entered = self.elapsed;
        self.free_pace = None;
    }

    /// Exercise minutes that are gone if the room goes on now.
    pub fn charge(&self) -> u32 {
        let minutes = self.thinking.as_secs() * u64::from(self.deliberation) / 60;
        u32::try_from(minutes).unwrap_or(DAY).min(DAY)
    }

    /// The clock goes on: everybody is asked anew, and thinking is paid for.
    pub fn go_on(&mut self) {
        self.ready.clear();
        self.talking = false;
        self.thinking = Duration::ZERO;
    }

    /// Somebody decided at a seat.
    pub fn note_decision(&mut self, seat: AdministrationId) {
        self.decided.insert(seat, self.elapsed);
    }

    /// Somebody came to a seat of persons, or nobody is there any more: then it is neither ready nor waited for.
    pub fn note_presence(&mut self, seat: AdministrationId, is_present: bool) {
        self.presence.insert(seat, is_present);
        if !is_present {
            self.ready.remove(&seat);
        }
    }

    /// Whether it is known that nobody is at a seat.
    pub fn is_deserted(&self, seat: AdministrationId) -> bool {
        self.presence.get(&seat) == Some(&false)
    }

    /// Whether who comes to a seat takes it over from the exercise control.
    pub fn may_be_taken(&self, seat: AdministrationId) -> bool {
        !self.control.contains(&seat) && !self.leap.contains(&seat)
    }

    /// A seat was given to a bot, or to a person again. A seat at which somebody is stays with the bot, whoever drops out and
    /// comes back.
    pub fn note_holder(&mut self, seat: AdministrationId, is_bot: bool) {
        if is_bot && self.presence.get(&seat) == Some(&true) {
            self.control.insert(seat);
        } else {
            self.control.remove(&seat);
        }
    }

    /// The briefing is over: from now on the seats are asked.
    pub fn end_briefing(&mut self) {
        self.briefed = true;
        self.asked_from = self.elapsed;
        self.go_on();
    }

    /// Minutes since somebody decided at a seat, or since it was asked to.
    pub fn quiet(&self, seat: AdministrationId) -> u32 {
        let decided = self.decided.get(&seat).copied().unwrap_or_default();
        let since = decided.max(self.asked_from);
        minutes(self.elapsed.saturating_sub(since))
    }

    /// What is kept of the room.
    pub fn record(&self) -> RoomRecord {
        RoomRecord {
            room_seconds: self.elapsed.as_secs(),
            briefed: self.briefed,
            mode: self.mode,
            leap: self.leap.clone(),
            control: self.control.iter().copied().collect(),
            places: self.places.clone(),
        }
    }
}

fn minutes(of: Duration) -> u32 {
    u32::try_from(of.as_secs() / 60).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    const MINUTE: Duration = Duration::from_mins(1);

    #[test]
    fn thinking_costs_and_talking_does_not() {
        let mut room = Room::new(&RoomRecord::default(), 5);
        room.pass(4 * MINUTE, true);
        assert_eq!(room.charge(), 20);
        // The clock stands, and nothing is asked.
        room.pass(3 * MINUTE, false);
        assert_eq!(room.charge(), 20);
        room.talking = true;
        room.pass(60 * MINUTE, true);
        assert_eq!(room.charge(), 20);
        assert_eq!(room.minute(), 67);
        room.go_on();
        assert_eq!(room.charge(), 0);
        assert!(!room.talking);
    }

    #[test]
    fn a_seat_is_quiet_since_it_last_decided() {
        let seat = AdministrationId(3);
        let mut room = Room::new(&RoomRecord::default(), 5);
        room.pass(12 * MINUTE, false);
        room.end_briefing();
        assert_eq!(room.quiet(seat), 0, "nobody is asked in a briefing");
        room.pass(9 * MINUTE, false);
        assert_eq!(room.quiet(seat), 9);
        room.note_decision(seat);
        room.pass(2 * MINUTE, false);
        assert_eq!(room.quiet(seat), 2);
        assert_eq!(room.quiet(AdministrationId(4)), 11);
    }

    #[test]
    fn a_seat_given_away_under_somebody_is_not_taken_back_by_coming_again() {
        let (here, there) = (AdministrationId(3), AdministrationId(4));
        let mut room = Room::new(&RoomRecord::default(), 5);
        room.note_presence(here, true);
        room.note_presence(there, false);
        for seat in [here, there] {
            room.note_holder(seat, true);
        }
        assert!(!room.may_be_taken(here));
        assert!(room.may_be_taken(there), "nobody sat there");
        let again = Room::new(&room.record(), 5);
        assert!(!again.may_be_taken(here));
        assert!(again.may_be_taken(there));
        room.note_holder(here, false);
        assert!(room.may_be_taken(here));
    }

    #[test]
    fn a_room_goes_on_where_it_was_left() {
        let mut room = Room::new(&RoomRecord::default(), 5);
        room.pass(52 * MINUTE, false);
        room.briefed = true;
        room.mode = ClockMode::Free;
        let again = Room::new(&room.record(), 5);
        assert_eq!(again.minute(), 52);
        assert!(again.briefed);
        assert_eq!(again.mode, ClockMode::Free);
        assert_eq!(again.in_stage(), 0);
        assert_eq!(again.quiet(AdministrationId(3)), 0);
    }
}
