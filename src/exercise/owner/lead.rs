//! What a facilitator's directions do.

use super::super::room::Room;
use super::Owner;
use crate::command::Command;
use crate::exercise::door::Direction;
use crate::exercise::{Exercise, Origin};
use crate::vocab::{AdministrationId, ClockMode, Pace, Refusal, SimTime, Text};

/// Fastest free clock: a day per second.
const FASTEST: u16 = 1440;
/// Exercise minutes per second where no phase says otherwise.
const USUAL_PACE: u16 = 15;

/// Whether a person decides at a seat of persons now. Without a room the person at the keyboard does.
pub(super) fn somebody_sits(
    exercise: &Exercise,
    room: Option<&Room>,
    seat: AdministrationId,
) -> bool {
    room.is_none_or(|room| !room.is_deserted(seat) && exercise.known(seat).deputy().is_none())
}

fn refuse(key: &'static str) -> Refusal {
    Refusal::because(Text::new(key))
}

impl Owner {
    /// Leads the room.
    pub(super) fn direct(&mut self, direction: Direction) -> Result<(), Refusal> {
        let Some(room) = &mut self.room else {
            return Err(refuse("refusal-facilitator-only"));
        };
        match direction {
            Direction::Mode(mode) => {
                room.mode = mode;
                if self.exercise.clock().0 == Pace::Stopped {
                    return Ok(());
                }
                // What is a minute a minute in one mode is a quarter of an hour a second in the next: whoever leads
                // sets it going anew.
                room.talking = true;
                self.set_clock(Pace::Stopped)
            }
            Direction::FreePace(pace) => {
                room.free_pace = Some(pace.clamp(1, FASTEST));
                if matches!(self.exercise.clock().0, Pace::MinutesPerSecond(_)) {
                    let pace = Pace::MinutesPerSecond(pace.clamp(1, FASTEST));
                    self.set_clock(pace)?;
                }
                Ok(())
            }
            Direction::EndBriefing => {
                room.end_briefing();
                Ok(())
            }
            Direction::GoOn => self.go_on(),
            Direction::RunTo(to) => self.run_to(to),
            Direction::Talk => {
                room.talking = true;
                self.set_clock(Pace::Stopped)
            }
            Direction::Leap { to, orders } => self.leap(to, orders),
            Direction::Hold { seat, plan } => {
                let is_bot = plan.is_some();
                self.hold(seat, plan)?;
                if let Some(room) = &mut self.room {
                    room.note_holder(seat, is_bot);
                }
                Ok(())
            }
            Direction::Outlook => {
                self.begin_outlook();
                Ok(())
            }
        }
    }

    /// Says that a seat is ready, or not any more.
    pub(super) fn set_ready(&mut self, seat: AdministrationId, ready: bool) -> Result<(), Refusal> {
        let is_filled = self.filled().any(|filled| filled == seat);
        let Some(room) = &mut self.room else {
            return Err(refuse("refusal-no-rounds"));
        };
        if !is_filled {
            return Err(refuse("refusal-nobody-sits-there"));
        }
        if ready {
            room.ready.insert(seat);
        } else {
            room.ready.remove(&seat);
        }
        Ok(())
    }

    /// Lets a round go on by itself once everybody is ready and nothing is left to decide.
    pub(super) fn go_on_if_all_are_ready(&mut self) -> bool {
        let stands = self.exercise.clock().0 == Pace::Stopped && !self.exercise.has_ended();
        let Some(room) = &self.room else { return false };
        let in_rounds = room.mode == ClockMode::Rounds && room.briefed && !room.talking;
        if !stands || !in_rounds || self.between_stages() {
            return false;
        }
        let filled: Vec<AdministrationId> = self.filled().collect();
        let all = filled.iter().all(|seat| room.ready.contains(seat));
        !filled.is_empty() && all && !self.decision_is_open() && self.go_on().is_ok()
    }

    /// Seats at which persons decide now.
    pub(super) fn filled(&self) -> impl Iterator<Item = AdministrationId> + use<'_> {
        let room = self.room.as_ref();
        let sits = move |seat: &&AdministrationId| somebody_sits(&self.exercise, room, **seat);
        self.persons.iter().filter(sits).copied()
    }

    /// Somebody came to a seat, or nobody is there any more. Who comes takes it over from the exercise control.
    pub(super) fn note_presence(&mut self, seat: AdministrationId, is_present: bool) {
        let Some(room) = &mut self.room else { return };
        room.note_presence(seat, is_present);
        let comes = is_present && room.may_be_taken(seat);
        let has_deputy = self.exercise.known(seat).deputy().is_some();
        if comes && (has_deputy || !self.persons.contains(&seat)) {
            let _ = self.hold(seat, None);
        }
    }

    /// Lets a bot play a seat until somebody comes.
    pub(super) fn leave_to_control(
        &mut self,
        seat: AdministrationId,
        plan: String,
    ) -> Result<(), Refusal> {
        if let Some(room) = &mut self.room {
            room.note_holder(seat, false);
        }
        self.hold(seat, Some(plan))
    }

    /// Whether a person has something to decide whose deadline is not over: what lapsed is written down and holds nobody.
    pub(super) fn decision_is_open(&self) -> bool {
        let now = self.exercise.sim().now();
        self.filled().any(|seat| {
            let open = self.exercise.known(seat).decisions();
            open.iter().any(|paper| paper.due >= now)
        })
    }

    /// Whether the last phase is over and the next one has not begun.
    fn between_stages(&self) -> bool {
        let now = self.exercise.sim().now();
        let stages = self.exercise.scenario().stages.iter();
        let mut moving = stages.filter(|stage| !stage.stands()).peekable();
        moving.peek().is_some() && !moving.any(|stage| stage.begins <= now && now < stage.ends)
    }

    /// The pace at which the clock goes now.
    fn pace(&self) -> Pace {
        let Some(room) = &self.room else {
            return Pace::Stopped;
        };
        match room.mode {
            ClockMode::OneToOne => Pace::OneToOne,
            ClockMode::Free => Pace::MinutesPerSecond(self.free_pace(room)),
            ClockMode::Rounds => Pace::MinutesPerSecond(self.planned_pace()),
        }
    }

    /// Exercise minutes per second of the free clock: as chosen in this phase, or as planned for it.
    pub(super) fn free_pace(&self, room: &Room) -> u16 {
        room.free_pace.unwrap_or_else(|| self.planned_pace())
    }

    fn planned_pace(&self) -> u16 {
        let now = self.exercise.sim().now();
        let mut stages = self.exercise.scenario().stages.iter();
        let here = stages.rfind(|stage| !stage.stands() && stage.begins <= now);
        here.map_or(USUAL_PACE, |stage| stage.pace_at(now))
    }

    fn go_on(&mut self) -> Result<(), Refusal> {
        self.pay_for_thinking()?;
        let pace = self.pace();
        self.set_clock(pace)
    }

    fn run_to(&mut self, to: SimTime) -> Result<(), Refusal> {
        self.pay_for_thinking()?;
        self.set_clock(Pace::Until(to.min(self.exercise.end())))
    }

    /// What was thought over while a decision was open is gone when the room goes on without it.
    fn pay_for_thinking(&mut self) -> Result<(), Refusal> {
        self.note_seen();
        let open = self.decision_is_open();
        let Some(room) = &mut self.room else {
            return Ok(());
        };
        let minutes = if open { room.charge() } else { 0 };
        if room.briefed {
            room.go_on();
        } else {
            room.end_briefing();
        }
        if minutes == 0 || self.exercise.has_ended() {
            return Ok(());
        }
        self.submit_own(Command::Deliberate { minutes })
    }

    fn leap(
        &mut self,
        to: SimTime,
        orders: Vec<(AdministrationId, String)>,
    ) -> Result<(), Refusal> {
        if to <= self.exercise.sim().now() {
            return Err(refuse("refusal-leap-back"));
        }
        // The leap is on record before its orders: whoever takes up what is left of it knows what they are for.
        self.run_to(to)?;
        let ordered = self.order_for_leap(orders);
        if ordered.is_err() {
            self.set_clock(Pace::Stopped)?;
        }
        ordered
    }

    fn order_for_leap(&mut self, orders: Vec<(AdministrationId, String)>) -> Result<(), Refusal> {
        for (seat, plan) in orders {
            let has = self.exercise.known(seat).deputy();
            if has.is_some_and(|(other, _)| other.id == plan) {
                continue;
            }
            let is_new = has.is_none();
            let command = Command::StandingOrders(Some(plan));
            self.exercise.submit(seat, Origin::Facilitator, command)?;
            if let Some(room) = self.room.as_mut().filter(|_| is_new) {
                room.leap.push(seat);
            }
        }
        Ok(())
    }

    /// Once a leap is over, persons are back at their seats.
    pub(super) fn end_leap(&mut self) -> bool {
        if matches!(self.exercise.clock().0, Pace::Until(_)) {
            return false;
        }
        let seats = match &mut self.room {
            Some(room) if !room.leap.is_empty() => core::mem::take(&mut room.leap),
            _ => return false,
        };
        for seat in seats {
            // Who came back in the meantime needs nobody to stand in any more.
            let command = Command::StandingOrders(None);
            let _ = self.exercise.submit(seat, Origin::Facilitator, command);
        }
        true
    }

    /// Gives a seat to a bot or to a person.
    fn hold(&mut self, seat: AdministrationId, plan: Option<String>) -> Result<(), Refusal> {
        let has_deputy = self.exercise.known(seat).deputy().is_some();
        let is_persons = self.persons.contains(&seat);
        let command = match plan {
            Some(_) if !is_persons => return Err(refuse("refusal-nobody-sits-there")),
            Some(plan) => Command::StandingOrders(Some(plan)),
            None if has_deputy => Command::StandingOrders(None),
            None if is_persons => return Err(refuse("refusal-person-sits-there")),
            None => Command::TakeSeat,
        };
        self.exercise.submit(seat, Origin::Facilitator, command)?;
        self.note_persons();
        Ok(())
    }

    fn set_clock(&mut self, pace: Pace) -> Result<(), Refusal> {
        self.submit_own(Command::SetClock(pace))
    }

    /// Hands in an act of the facilitator that is about no seat: it stands at the first one.
    pub(super) fn submit_own(&mut self, command: Command) -> Result<(), Refusal> {
        let Some(seat) = self.persons.first().copied() else {
            return Err(refuse("refusal-nobody-sits-there"));
        };
        self.exercise.submit(seat, Origin::Facilitator, command)
    }
}
