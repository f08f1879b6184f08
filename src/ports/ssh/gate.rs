//! Before anybody has signed in: how many may stand at the door, and how long who guesses has to wait.

use std::collections::BTreeMap;
use std::net::IpAddr;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use tokio::sync::Semaphore;

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
    pub comparing: Semaphore,
}

#[derive(Default)]
struct State {
    all: usize,
    unknown: BTreeMap<IpAddr, usize>,
    guesses: BTreeMap<(IpAddr, String), (u32, Instant)>,
}

impl Gate {
    pub fn new() -> Arc<Self> {
        Arc::new(Self {
            state: Mutex::default(),
            comparing: Semaphore::new(1),
        })
    }

    fn with<T>(&self, act: impl FnOnce(&mut State) -> T) -> T {
        act(&mut self.state.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// Lets a connection in, unless there are too many.
    pub fn enter(self: &Arc<Self>, address: IpAddr) -> Option<Ticket> {
        self.with(|state| {
            let waiting: usize = state.unknown.values().sum();
            let here = state.unknown.entry(address).or_default();
            let is_full =
                state.all >= MOST || waiting >= MOST_UNKNOWN || *here >= MOST_UNKNOWN_AT_ADDRESS;
            if is_full {
                if *here == 0 {
                    state.unknown.remove(&address);
                }
                return false;
            }
            *here += 1;
            state.all += 1;
            true
        })
        .then(|| Ticket {
            gate: Arc::clone(self),
            address,
            is_unknown: true,
        })
    }

    /// How many connections there are.
    pub fn count(&self) -> usize {
        self.with(|state| state.all)
    }

    /// How long whoever guessed has to wait before a code of this name is looked at.
    pub fn wait(&self, address: IpAddr, user: &str) -> Duration {
        let guesses = self.with(|state| {
            let found = state.guesses.get(&(address, user.to_owned()));
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
            let guess = guesses
                .entry((address, user.to_owned()))
                .or_insert((0, Instant::now()));
            guess.0 = guess.0.saturating_add(1);
            guess.1 = Instant::now();
        });
    }

    /// A code was right.
    pub fn note_right(&self, address: IpAddr, user: &str) {
        self.with(|state| state.guesses.remove(&(address, user.to_owned())));
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
    is_unknown: bool,
}

impl Ticket {
    /// Who it is has become known.
    pub fn sign_in(&mut self) {
        if std::mem::take(&mut self.is_unknown) {
            self.gate.with(|state| state.leave(self.address));
        }
    }
}

impl State {
    fn leave(&mut self, address: IpAddr) {
        if let Some(count) = self.unknown.get_mut(&address) {
            *count -= 1;
            if *count == 0 {
                self.unknown.remove(&address);
            }
        }
    }
}

impl Drop for Ticket {
    fn drop(&mut self) {
        self.sign_in();
        self.gate.with(|state| state.all -= 1);
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
            gate.note_wrong(HERE, &number.to_string());
        }
        assert_eq!(gate.with(|state| state.guesses.len()), REMEMBERED);
    }

    #[test]
    fn only_so_many_stand_at_the_door_and_places_are_given_back() {
        let gate = Gate::new();
        let mut tickets: Vec<Ticket> = (0..MOST_UNKNOWN_AT_ADDRESS)
            .map(|_| gate.enter(HERE).expect("there is room"))
            .collect();
        assert!(gate.enter(HERE).is_none());
        tickets[0].sign_in();
        let another = gate.enter(HERE);
        assert!(another.is_some(), "who signed in makes room");
        drop((tickets, another));
        gate.with(|state| assert!(state.all == 0 && state.unknown.is_empty()));
    }
}
