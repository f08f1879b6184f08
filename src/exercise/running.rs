//! A running exercise: a world, its players, and the order in which they act.
//!
//! Within a minute: happenings, settle, then submissions in order, each followed by what it sets
//! off in the same minute. Persons and bots go through the same `submit`.

use std::cmp::Reverse;
use std::collections::{BTreeSet, BinaryHeap};
use std::sync::Arc;

use super::{Deputies, Line, NotRecorded, Origin, Player, Record, RoomRecord};
use crate::command::{Command, apply, check, check_for_facilitator};
use crate::scenario::Scenario;
use crate::sim::{Known, LogRecordKind, Sim};
use crate::vocab::{AdministrationId, DAY, Pace, Positions, Refusal, RoomDecision, SimTime, Text};

/// More rounds of bots than this in one minute are a bug in a response plan.
const MOST_ROUNDS: u32 = 200;
/// How much exercise time passes between two fingerprints of a record.
const FINGERPRINT_EVERY: u32 = DAY;

/// With which luck and under which pact an exercise begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Start {
    /// Seed of all luck.
    pub seed: u64,
    /// Replication under the seed.
    pub run: u64,
    /// Position of the pact phase in the scenario.
    pub pact: usize,
}

/// When bots want to be asked, with their positions, the earliest first. Moments that are not meant any more are passed
/// over when they come up: to take them out costs more.
type Wakes = BinaryHeap<Reverse<(SimTime, usize)>>;

/// A bot at a seat.
struct Bot {
    seat: AdministrationId,
    player: Box<dyn Player>,
    /// Whether it acts for somebody who is away.
    is_deputy: bool,
    /// Revision of its knowledge when it last decided.
    saw: Option<u32>,
    wakes: Option<SimTime>,
}

impl Bot {
    /// Notes when it wants to be asked again, also among those of all.
    fn wake_at(
        &mut self,
        (wakes, position): (&mut Wakes, usize),
        now: SimTime,
        at: Option<SimTime>,
    ) {
        let at = at.filter(|at| *at > now);
        if at != self.wakes {
            wakes.extend(at.map(|at| Reverse((at, position))));
            self.wakes = at;
        }
    }
}

/// A running exercise.
pub struct Exercise {
    sim: Sim,
    start: Start,
    end: SimTime,
    bots: Vec<Bot>,
    /// By administration: positions of the bots at its seat, a deputy after the other.
    bots_at: Vec<Vec<usize>>,
    /// When bots want to be asked, with their positions.
    wakes: Wakes,
    /// Positions of the bots to be asked in this minute.
    stirred: Positions,
    /// Seats with news; empty between rounds.
    news: Vec<AdministrationId>,
    record: Option<Box<dyn Record>>,
    deputies: Option<Box<dyn Deputies>>,
    pace: Pace,
    stopped_by: Option<Text>,
    /// Until when time is gone already: what was agreed or thought over took so long.
    owed_until: SimTime,
    /// Seats that persons took from bots.
    taken: BTreeSet<AdministrationId>,
    /// Whether somebody acted since the bots were last asked: they answer in the same minute,
    /// however far time then passes at once.
    acted: bool,
    /// From when on bots neither ask for aid nor grant it.
    no_aid_from: Option<SimTime>,
    /// What people of the room decided so far, in order.
    decided: Arc<Vec<RoomDecision>>,
    /// When the next fingerprint is recorded.
    next_fingerprint: SimTime,
    /// Why something could not be recorded of which nobody was told yet.
    not_recorded: Option<NotRecorded>,
}

impl Exercise {
    /// Begins an exercise in a world; seats without a player wait for persons.
    #[must_use]
    pub fn new(
        mut sim: Sim,
        start: Start,
        players: Vec<(AdministrationId, Box<dyn Player>)>,
        record: Option<Box<dyn Record>>,
    ) -> Self {
        sim.reset(start.seed, start.run, start.pact);
        let scenario = sim.scenario();
        let end = scenario.start_ex.after(scenario.horizon_minutes);
        let seats = scenario.administrations.len();
        let bots = players
            .into_iter()
            .map(|(seat, player)| Bot {
                seat,
                player,
                is_deputy: false,
                saw: None,
                wakes: None,
            })
            .collect();
        let mut exercise = Self {
            sim,
            start,
            end,
            bots_at: vec![Vec::new(); seats],
            wakes: Wakes::new(),
            stirred: Positions::default(),
            news: Vec::new(),
            bots,
            record,
            deputies: None,
            pace: Pace::Stopped,
            stopped_by: None,
            owed_until: SimTime::ZERO,
            taken: BTreeSet::new(),
            acted: false,
            no_aid_from: None,
            decided: Arc::default(),
            next_fingerprint: SimTime(FINGERPRINT_EVERY),
            not_recorded: None,
        };
        exercise.enter_bots();
        exercise
    }

    /// Lets seats that are away be deputised. Without it standing orders are written down and
    /// nobody acts on them: a replay takes what deputies did from the journal.
    #[must_use]
    pub fn with_deputies(mut self, deputies: Box<dyn Deputies>) -> Self {
        self.deputies = Some(deputies);
        self
    }

    /// Forbids bots to ask for aid or to grant it, from a moment on.
    #[must_use]
    pub fn without_aid_of_bots(mut self, from: SimTime) -> Self {
        self.no_aid_from = Some(from);
        self.sim.without_aid_of_script(from);
        self
    }

    /// Ends the exercise at another moment than the scenario says.
    #[must_use]
    pub fn until(mut self, end: SimTime) -> Self {
        self.end = end;
        self
    }

    /// Lets the luck of another replication hold from now on; but for ways of the actor, what was drawn stays.
    pub fn change_luck(&mut self, run: u64) {
        self.sim.change_luck(self.start.seed, run);
    }

    /// Returns the world, for reading.
    #[must_use]
    pub fn sim(&self) -> &Sim {
        &self.sim
    }

    /// Gives the world back, to begin another exercise in it.
    #[must_use]
    pub fn into_sim(self) -> Sim {
        self.sim
    }

    /// Returns the scenario.
    #[must_use]
    pub fn scenario(&self) -> &Arc<Scenario> {
        self.sim.scenario()
    }

    /// Returns with which luck and pact it began.
    #[must_use]
    pub fn start(&self) -> Start {
        self.start
    }

    /// Returns what a seat knows.
    #[must_use]
    pub fn known(&self, seat: AdministrationId) -> Known<'_> {
        self.sim.known(seat)
    }

    /// Returns when the exercise ends.
    #[must_use]
    pub fn end(&self) -> SimTime {
        self.end
    }

    /// Whether `EndEx` is reached.
    #[must_use]
    pub fn has_ended(&self) -> bool {
        self.sim.now() >= self.end
    }

    /// Returns how fast the clock runs, and why it stands if something stopped it.
    #[must_use]
    pub fn clock(&self) -> (Pace, Option<&Text>) {
        (self.pace, self.stopped_by.as_ref())
    }

    /// Returns until when time must pass before anybody goes on, if it must.
    #[must_use]
    pub fn owed_until(&self) -> Option<SimTime> {
        (self.owed_until > self.sim.now()).then_some(self.owed_until.min(self.end))
    }

    /// Returns the seats that persons took from bots.
    pub fn taken(&self) -> impl Iterator<Item = AdministrationId> + use<'_> {
        self.taken.iter().copied()
    }

    /// Returns the response plan by which a bot acts at a seat now.
    #[must_use]
    pub fn bot_at(&self, seat: AdministrationId) -> Option<&str> {
        let bot = *self.bots_at.get(seat.index())?.first()?;
        Some(self.bots[bot].player.plan())
    }

    /// Sets how fast the clock runs, where a phase changes its own pace.
    pub fn change_pace(&mut self, pace: Pace) {
        self.pace = pace;
    }

    /// Stops the clock for a reason.
    pub fn stop_clock(&mut self, reason: Option<Text>) {
        self.pace = Pace::Stopped;
        self.stopped_by = reason;
    }

    /// Hands in an act at the present minute.
    ///
    /// # Errors
    /// The refusal, if the act is not possible now.
    pub fn submit(
        &mut self,
        seat: AdministrationId,
        origin: Origin,
        command: Command,
    ) -> Result<(), Refusal> {
        let is_clock = command.is_of_the_clock();
        let now = self.sim.now();
        let has_ended = now >= self.end;
        if has_ended && !is_clock {
            return Err(Refusal::because(Text::new("refusal-ended")));
        }
        if !self.scenario().acts(seat.index()) {
            return Err(Refusal::because(Text::new("refusal-not-a-seat")));
        }
        let permit = match origin {
            Origin::Facilitator => check_for_facilitator(&self.sim, seat, &command)?,
            Origin::Person | Origin::Entered { .. } | Origin::Bot(_) => {
                check(self.sim.known(seat), &command)?
            }
        };
        let line = Line {
            minute: now,
            seat,
            origin,
            command,
        };
        if let Some(record) = &mut self.record {
            record.keep(&line).map_err(refused_by_record)?;
        }
        if let Command::SetClock(pace) = line.command {
            self.pace = if has_ended { Pace::Stopped } else { pace };
            self.stopped_by = None;
        }
        let owed = now.after(line.command.takes_minutes());
        self.owed_until = self.owed_until.max(owed);
        if line.command == Command::TakeSeat {
            self.taken.insert(seat);
            self.bots.retain(|bot| bot.seat != seat);
            self.enter_bots();
        }
        if let Command::StandingOrders(plan) = &line.command {
            self.seat_deputy(seat, plan.as_deref());
        }
        let by_deputy = line.origin.is_bot() && self.sim.known(seat).deputy().is_some();
        self.sim.act_as_deputy(by_deputy);
        self.acted |= !is_clock;
        let told = (line.is_by_people()).then(|| self.sim.known(seat).log().len());
        apply(permit, seat, &line.command, &mut self.sim);
        if let Some(told) = told {
            let mut new = self.sim.known(seat).log()[told..].iter();
            let what = new.find(|entry| entry.kind == LogRecordKind::Decision);
            Arc::make_mut(&mut self.decided).push(RoomDecision {
                at: line.minute,
                seat,
                what: what.map(|entry| entry.text.clone()),
            });
        }
        self.sim.act_as_deputy(false);
        self.sim.advance_to(now);
        Ok(())
    }

    /// Returns what people of the room decided so far, in order; in a replay and after a resumption as well.
    #[must_use]
    pub const fn decided(&self) -> &Arc<Vec<RoomDecision>> {
        &self.decided
    }

    /// Puts a deputy at a seat, in place of the one before.
    fn seat_deputy(&mut self, seat: AdministrationId, plan: Option<&str>) {
        self.bots.retain(|bot| !(bot.is_deputy && bot.seat == seat));
        let deputies = self.deputies.as_ref();
        let player = plan.and_then(|plan| deputies?.player(plan));
        self.bots.extend(player.map(|player| Bot {
            seat,
            player,
            is_deputy: true,
            saw: None,
            wakes: None,
        }));
        self.enter_bots();
    }

    /// Notes at which seats bots are and when they wake, after some came or went. All look once.
    fn enter_bots(&mut self) {
        self.bots_at.iter_mut().for_each(Vec::clear);
        for (position, bot) in self.bots.iter().enumerate() {
            self.bots_at[bot.seat.index()].push(position);
        }
        let wakes = (0..).zip(&self.bots);
        self.wakes = wakes
            .filter_map(|(position, bot)| Some(Reverse((bot.wakes?, position))))
            .collect();
        self.stirred = Positions::all(self.bots.len());
    }

    /// Lets time pass up to and including `limit`, bots acting when they wake.
    pub fn advance_to(&mut self, limit: SimTime) {
        let limit = limit.min(self.end);
        while self.step_to(limit) {}
    }

    /// Lets time pass to the next minute in which something settles or a bot acts, at the latest
    /// to `limit`. Returns whether `limit` is not reached yet.
    pub fn step_to(&mut self, limit: SimTime) -> bool {
        let limit = limit.min(self.end);
        if self.acted {
            self.let_bots_act(self.sim.now());
        }
        let wake = self.next_wake();
        let target = wake.map_or(limit, |at| at.min(limit));
        // What bots do takes no time.
        let (something_settled, now) = self.sim.step_to_news(target);
        if something_settled {
            // The minute is whole before anybody acts in it, as it is when lines are played again.
            self.sim.advance_to(now);
        }
        self.let_bots_act(now);
        if now >= self.next_fingerprint {
            self.record_fingerprint();
        }
        something_settled || now < limit && !self.sim.is_over()
    }

    /// Records the fingerprint of the present minute. What bots have still to answer in it comes
    /// after, here as in a replay.
    pub fn record_fingerprint(&mut self) {
        let now = self.sim.now();
        self.next_fingerprint = now.after(FINGERPRINT_EVERY);
        let Some(record) = &mut self.record else {
            return;
        };
        if record.wants_fingerprints() {
            let kept = record.keep_fingerprint(now, &self.sim.fingerprint());
            self.not_recorded = kept.err().or(self.not_recorded.take());
        }
    }

    /// Keeps how the room stands, beside the journal.
    pub fn keep_room(&mut self, room: &RoomRecord) {
        if let Some(record) = &mut self.record {
            record.keep_room(room);
        }
    }

    /// Returns why something could not be recorded, once; acts of persons are refused with it instead.
    pub fn take_not_recorded(&mut self) -> Option<NotRecorded> {
        self.not_recorded.take()
    }

    /// Lets every bot act that has learned something or wanted to be asked now, round by round in
    /// the order of seats.
    fn let_bots_act(&mut self, now: SimTime) {
        while self.next_wake().is_some_and(|at| at <= now)
            && let Some(Reverse((_, position))) = self.wakes.pop()
        {
            self.stirred.put(position, true);
        }
        self.stir();
        for _ in 0..MOST_ROUNDS {
            let mut acted = false;
            let mut next = 0;
            while let Some((position, acts)) = self.next_to_act(&mut next, now) {
                acted |= self.let_bot_act((position, acts), now);
            }
            if !acted {
                self.acted = false;
                return;
            }
        }
        panic!("bots do not come to rest within one minute");
    }

    /// The next moment at which a bot wants to be asked.
    fn next_wake(&mut self) -> Option<SimTime> {
        while let Some(Reverse((at, position))) = self.wakes.peek() {
            if self.bots[*position].wakes == Some(*at) {
                return Some(*at);
            }
            self.wakes.pop();
        }
        None
    }

    /// Asks the bots that are to be asked, from one on, until one wants to act.
    fn next_to_act(&mut self, next: &mut usize, now: SimTime) -> Option<(usize, Vec<Command>)> {
        let mut first = Some(self.stirred.take_from(*next)?);
        let lookout = self.sim.lookout();
        let mut acts = Vec::new();
        while let Some(position) = first.take().or_else(|| self.stirred.take_from(*next)) {
            *next = position + 1;
            let bot = &mut self.bots[position];
            let known = lookout.known(bot.seat);
            let revision = Some(known.revision());
            let timer = bot.wakes.is_some_and(|at| at <= now);
            if bot.saw == revision && !timer {
                continue;
            }
            bot.saw = revision;
            let wakes = bot.player.decide(known, &mut acts);
            bot.wake_at((&mut self.wakes, position), now, wakes);
            if !acts.is_empty() {
                return Some((position, acts));
            }
        }
        None
    }

    /// Marks the bots whose knowledge changed.
    fn stir(&mut self) {
        self.sim.take_news(&mut self.news);
        for seat in self.news.drain(..) {
            for position in &self.bots_at[seat.index()] {
                self.stirred.put(*position, true);
            }
        }
    }

    /// Submits what a bot decided; returns whether something was done.
    fn let_bot_act(&mut self, (position, acts): (usize, Vec<Command>), now: SimTime) -> bool {
        let bot = &self.bots[position];
        let seat = bot.seat;
        let plan = bot.player.plan().to_owned();
        let mut acted = false;
        let mut refused = Vec::new();
        let refrains = self.no_aid_from.is_some_and(|from| now >= from);
        for (place, act) in acts.into_iter().enumerate() {
            if refrains && act.begins_aid() {
                continue;
            }
            match self.submit(seat, Origin::Bot(plan.clone()), act) {
                Ok(()) => acted = true,
                Err(_) => refused.push(place),
            }
        }
        if !refused.is_empty() {
            let bot = &mut self.bots[position];
            let wakes = bot.player.hear_refusals(self.sim.known(seat), &refused);
            bot.wake_at((&mut self.wakes, position), now, wakes);
        }
        if acted {
            self.stir();
        }
        acted
    }
}

/// An act that could not be recorded is not done; the seat is told why.
fn refused_by_record(NotRecorded { reason }: NotRecorded) -> Refusal {
    Refusal::because(Text::new("refusal-not-recorded").text("reason", reason))
        .unless(Text::new("help-not-recorded"))
}
