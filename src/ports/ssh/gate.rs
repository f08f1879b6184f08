//! Before anybody has signed in: how many may stand at the door, and how long who guesses has to wait.

use std::collections::{BTreeMap, VecDeque};
use std::net::IpAddr;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use super::codes::Comparing;
use super::line::LineState;
use super::seats::LONGEST_NAME;

/// Most connections at once.
const MOST: usize = 256;
/// Most of them that have not signed in.
const MOST_UNKNOWN: usize = 96;
/// Most of those from one address: a room behind one address signs in at the same moment.
const MOST_UNKNOWN_AT_ADDRESS: usize = 64;
/// Wrong codes that cost nothing: people mistype.
const FREE: u32 = 3;
/// Longest wait after a wrong code.
const LONGEST: Duration = Duration::from_secs(30);
/// After this long without a wrong code everything is forgiven.
const FORGIVEN: Duration = Duration::from_mins(10);
/// Most addresses and names that are remembered.
const REMEMBERED: usize = 4096;

/// Who stands at the door, and who guessed.
pub(super) struct Gate {
    state: Mutex<State>,
    /// One code is compared at a time: that is what costs.
    pub comparing: Arc<tokio::sync::Mutex<Comparing>>,
}

#[derive(Default)]
struct State {
    all: usize,
    /// Connections that have not signed in, by address; the oldest first.
    unknown: BTreeMap<IpAddr, VecDeque<Arc<LineState>>>,
    /// Wrong codes of an address at a name, and when the last one came.
    guesses: BTreeMap<Guesser, (u32, Instant)>,
}

/// An address, and a name that was tried there.
type Guesser = (IpAddr, String);

/// Under which address and name guesses are counted. Whatever name is longer than any place's means no place, so the rest
/// of it need not be kept.
fn key(address: IpAddr, user: &str) -> Guesser {
    (address, user.chars().take(LONGEST_NAME + 1).collect())
}

impl Gate {
    pub fn new() -> Arc<Self> {
        Arc::new(Self {
            state: Mutex::default(),
            comparing: Arc::default(),
        })
    }

    fn with<T>(&self, act: impl FnOnce(&mut State) -> T) -> T {
        act(&mut self.state.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// Lets a connection in, unless there are too many. Where too many wait that have not signed in, who comes from an
    /// address with few of them gets the place of one from the address with most: a crowd keeps out itself, not others.
    pub fn enter(self: &Arc<Self>, address: IpAddr, line: &Arc<LineState>) -> Option<Ticket> {
        let is_let_in = self.with(|state| {
            let here = state.unknown.get(&address).map_or(0, VecDeque::len);
            if state.all >= MOST || here >= MOST_UNKNOWN_AT_ADDRESS {
                return false;
            }
            let waiting: usize = state.unknown.values().map(VecDeque::len).sum();
            if waiting >= MOST_UNKNOWN && !state.make_room(here) {
                return false;
            }
            let lines = state.unknown.entry(address).or_default();
            lines.push_back(Arc::clone(line));
            state.all += 1;
            true
        });
        is_let_in.then(|| Ticket {
            gate: Arc::clone(self),
            address,
            line: Arc::clone(line),
        })
    }

    /// How many connections there are.
    pub fn count(&self) -> usize {
        self.with(|state| state.all)
    }

    /// How long whoever guessed has to wait before a code of this name is looked at.
    pub fn wait(&self, address: IpAddr, user: &str) -> Duration {
        let guesses = self.with(|state| {
            let found = state.guesses.get(&key(address, user));
            found
                .filter(|(_, last)| last.elapsed() < FORGIVEN)
                .map_or(0, |(count, _)| *count)
        });
        wait_after(guesses)
    }

    /// A code was wrong.
    pub fn note_wrong(&self, address: IpAddr, user: &str) {
        self.with(|state| {
            let guesses = &mut state.guesses;
            if guesses.len() >= REMEMBERED {
                guesses.retain(|_, (_, last)| last.elapsed() < FORGIVEN);
            }
            if guesses.len() >= REMEMBERED {
                let oldest = guesses.iter().min_by_key(|(_, (_, last))| *last);
                let oldest = oldest.map(|(who, _)| who.clone());
                oldest.and_then(|who| guesses.remove(&who));
            }
            let (count, last) = guesses
                .entry(key(address, user))
                .or_insert((0, Instant::now()));
            // What was forgiven does not come back with the next slip.
            let before = if last.elapsed() < FORGIVEN { *count } else { 0 };
            *count = before.saturating_add(1);
            *last = Instant::now();
        });
    }

    /// A code was right.
    pub fn note_right(&self, address: IpAddr, user: &str) {
        self.with(|state| state.guesses.remove(&key(address, user)));
    }
}

/// After three wrong codes each one doubles the wait, from half a second.
fn wait_after(guesses: u32) -> Duration {
    match guesses.checked_sub(FREE) {
        None => Duration::ZERO,
        Some(more) => (Duration::from_millis(500) * 2_u32.pow(more.min(10))).min(LONGEST),
    }
}

/// The right to stand at the door; given back when it is dropped.
pub(super) struct Ticket {
    gate: Arc<Gate>,
    address: IpAddr,
    line: Arc<LineState>,
}

impl Ticket {
    /// Who it is has become known.
    pub fn sign_in(&self) {
        self.gate
            .with(|state| state.leave(self.address, &self.line));
    }
}

impl State {
    /// Cuts the oldest connection of the address that has most of them, if others than somebody with `here` of them make
    /// the crowd. Returns whether there was one.
    fn make_room(&mut self, here: usize) -> bool {
        let crowd = self.unknown.iter_mut().max_by_key(|(_, lines)| lines.len());
        let Some((_, lines)) = crowd.filter(|(_, lines)| lines.len() > here + 1) else {
            return false;
        };
        if let Some(oldest) = lines.pop_front() {
            oldest.cut();
        }
        true
    }

    /// A connection does not wait any more, if it still did.
    fn leave(&mut self, address: IpAddr, line: &Arc<LineState>) {
        if let Some(lines) = self.unknown.get_mut(&address) {
            lines.retain(|other| !Arc::ptr_eq(other, line));
            if lines.is_empty() {
                self.unknown.remove(&address);
            }
        }
    }
}

impl Drop for Ticket {
    fn drop(&mut self) {
        self.gate.with(|state| {
            state.leave(self.address, &self.line);
            state.all -= 1;
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const HERE: IpAddr = IpAddr::V4(std::net::Ipv4Addr::LOCALHOST);

    #[test]
    fn who_guesses_waits_longer_and_longer_and_others_do_not() {
        let gate = Gate::new();
        let mut waits = Vec::new();
        for _ in 0..12 {
            waits.push(gate.wait(HERE, "bensheim"));
            gate.note_wrong(HERE, "bensheim");
        }
        assert_eq!(waits[..3], [Duration::ZERO; 3]);
        assert!(waits.is_sorted());
        assert_eq!(waits[11], LONGEST);
        let elsewhere = IpAddr::from([10, 0, 0, 7]);
        assert_eq!(gate.wait(elsewhere, "bensheim"), Duration::ZERO);
        assert_eq!(gate.wait(HERE, "lindenfels"), Duration::ZERO);
        gate.note_right(HERE, "bensheim");
        assert_eq!(gate.wait(HERE, "bensheim"), Duration::ZERO);
    }

    #[test]
    fn what_is_remembered_is_bounded() {
        let gate = Gate::new();
        for number in 0..2 * REMEMBERED {
            gate.note_wrong(HERE, &format!("{number}{}", "ä".repeat(3000)));
        }
        gate.with(|state| {
            assert_eq!(state.guesses.len(), REMEMBERED);
            let longest = state.guesses.keys().map(|(_, name)| name.chars().count());
            assert_eq!(longest.max(), Some(LONGEST_NAME + 1));
        });
    }

    #[test]
    fn what_is_forgiven_does_not_come_back() {
        let gate = Gate::new();
        for _ in 0..12 {
            gate.note_wrong(HERE, "bensheim");
        }
        let Some(long_ago) = Instant::now().checked_sub(FORGIVEN) else {
            return;
        };
        gate.with(|state| {
            for (_, last) in state.guesses.values_mut() {
                *last = long_ago;
            }
        });
        assert_eq!(gate.wait(HERE, "bensheim"), Duration::ZERO);
        gate.note_wrong(HERE, "bensheim");
        assert_eq!(gate.wait(HERE, "bensheim"), Duration::ZERO, "one slip");
    }

    #[test]
    fn only_so_many_stand_at_the_door_and_places_are_given_back() {
        let gate = Gate::new();
        let enter = |address| gate.enter(address, &LineState::new());
        let tickets: Vec<Ticket> = (0..MOST_UNKNOWN_AT_ADDRESS)
            .map(|_| enter(HERE).expect("there is room"))
            .collect();
        assert!(enter(HERE).is_none());
        tickets[0].sign_in();
        let another = enter(HERE);
        assert!(another.is_some(), "who signed in makes room");
        drop((tickets, another));
        gate.with(|state| assert!(state.all == 0 && state.unknown.is_empty()));
    }

    #[test]
    fn a_crowd_keeps_out_itself_and_not_others() {
        let gate = Gate::new();
        let crowd = |number: usize| IpAddr::from([10, 0, 0, (number % 3) as u8]);
        let lines: Vec<Arc<LineState>> = (0..MOST_UNKNOWN).map(|_| LineState::new()).collect();
        let tickets: Vec<Ticket> = (0..)
            .zip(&lines)
            .map(|(number, line)| gate.enter(crowd(number), line).expect("there is room"))
            .collect();
        assert!(gate.enter(crowd(0), &LineState::new()).is_none());
        let other = gate.enter(HERE, &LineState::new());
        assert!(other.is_some(), "who comes from elsewhere gets in");
        assert_eq!(lines.iter().filter(|line| line.is_over()).count(), 1);
        drop((tickets, other));
        gate.with(|state| assert!(state.all == 0 && state.unknown.is_empty()));
    }
}
