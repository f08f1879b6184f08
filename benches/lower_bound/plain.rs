//! The reference workload as one would first write it by hand: a second, plainer bar.
//!
//! A binary heap of the standard library, a state per node, adjacency lists for any graph of links and any tree of
//! dependencies, random numbers from xorshift and the standard logarithm. Like the bound beside it, it knows no
//! people, no services and no scenario file, and counts in whole minutes.

use std::cmp::Reverse;
use std::collections::{BinaryHeap, VecDeque};

use super::{DAY, Outcome, SYSTEMS, Size};

/// The state of a node.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    Susceptible,
    Infectious,
    Contained,
    Repaired,
}

/// What happens to a node.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Kind {
    Infect,
    Contain,
    Repair,
}

/// An attack link.
#[derive(Debug, Clone, Copy)]
struct Link {
    target: u32,
    /// Mean time until it is used, in minutes.
    mean: f64,
}

/// A repair crew and its queue.
#[derive(Debug, Clone, Default)]
struct Crew {
    servers: u32,
    free: u32,
    waiting: VecDeque<u32>,
    provider_waits: bool,
}

/// A minute, a sequence number that keeps ties in order, what happens, and to which node.
type Event = Reverse<(u32, u32, Kind, u32)>;

/// The reference workload at one size, to be run again and again.
#[derive(Debug)]
pub struct PlainBound {
    size: Size,
    links: Vec<Vec<Link>>,
    supplier: Vec<Option<u32>>,
    dependents: Vec<Vec<u32>>,
    provider: Vec<u32>,
    state: Vec<State>,
    operational: Vec<bool>,
    crews: Vec<Crew>,
    events: BinaryHeap<Event>,
    sequence: u32,
    now: u32,
    random: u64,
    /// Systems that are not operational.
    down: u32,
    infected: u32,
    /// Nodes whose dependents are still to be looked at.
    stack: Vec<u32>,
}

impl PlainBound {
    /// Lays out a world of this size: the providers first, then the municipalities with their systems.
    pub fn new(size: Size) -> Self {
        let nodes = (size.providers + size.systems()) as usize;
        let mut world = Self {
            size,
            links: vec![Vec::new(); nodes],
            supplier: vec![None; nodes],
            dependents: vec![Vec::new(); nodes],
            provider: (0..nodes as u32).collect(),
            state: vec![State::Susceptible; nodes],
            operational: vec![true; nodes],
            crews: Vec::new(),
            events: BinaryHeap::new(),
            sequence: 0,
            now: 0,
            random: 1,
            down: 0,
            infected: 0,
            stack: Vec::new(),
        };
        for provider in 0..size.providers {
            world.lay_out_clients(provider);
        }
        world
    }

    fn lay_out_clients(&mut self, provider: u32) {
        let step = self.size.providers as usize;
        let clients: Vec<u32> = (provider..self.size.municipalities).step_by(step).collect();
        let root = |client: u32| self.size.providers + client * SYSTEMS;
        let servers = (clients.len() as u32 * SYSTEMS).div_ceil(200);
        self.crews.push(Crew {
            servers,
            ..Crew::default()
        });
        let mut edges = Vec::new();
        for (index, &client) in clients.iter().enumerate() {
            let first = root(client);
            for system in 0..SYSTEMS {
                let supplier = match system {
                    0 => provider,
                    _ => first + (system - 1) / 3,
                };
                self.provider[(first + system) as usize] = provider;
                self.supplier[(first + system) as usize] = Some(supplier);
                self.dependents[supplier as usize].push(first + system);
                let rate = if system == 0 { 0.5 } else { 1.0 };
                edges.push((supplier, first + system, rate));
            }
            if clients.len() > 1 {
                let next = (index + 1) % clients.len();
                let previous = (index + clients.len() - 1) % clients.len();
                edges.push((first, root(clients[next]), 0.1));
                edges.push((first, root(clients[previous]), 0.1));
            }
        }
        for (from, target, rate) in edges {
            let mean = f64::from(DAY) / rate;
            self.links[from as usize].push(Link { target, mean });
        }
    }

    /// Plays one replication to its end. Equal seeds give equal outcomes.
    pub fn replicate(&mut self, seed: u64) -> Outcome {
        self.reset(seed);
        let systems = self.size.systems();
        let tolerated = systems / 20;
        for provider in 0..self.size.providers {
            self.infect(provider);
        }
        let (mut restored, mut lost) = (0, 0);
        while let Some(Reverse((minute, _, kind, node))) = self.events.pop() {
            lost += u64::from(self.down) * u64::from(minute - self.now);
            self.now = minute;
            let before = self.down;
            match kind {
                Kind::Infect => self.infect(node),
                Kind::Contain => self.contain(node),
                Kind::Repair => self.repair(node),
            }
            if before > tolerated && self.down <= tolerated {
                restored = minute;
            }
        }
        let days = |minutes: f64| minutes / f64::from(DAY);
        Outcome {
            ever_infected_share: f64::from(self.infected) / f64::from(systems),
            days_to_95pct: days(f64::from(restored)),
            system_days_lost: days(lost as f64) / f64::from(systems),
            state_changes: 3 * u64::from(self.infected + self.size.providers),
        }
    }

    fn reset(&mut self, seed: u64) {
        self.state.fill(State::Susceptible);
        self.operational.fill(true);
        for crew in &mut self.crews {
            crew.free = crew.servers;
        }
        self.sequence = 0;
        self.now = 0;
        self.random = (seed + 1).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        self.down = 0;
        self.infected = 0;
    }

    /// Exponential with this mean, by xorshift64* and the logarithm.
    fn exponential(&mut self, mean: f64) -> f64 {
        self.random ^= self.random >> 12;
        self.random ^= self.random << 25;
        self.random ^= self.random >> 27;
        let bits = self.random.wrapping_mul(0x2545_f491_4f6c_dd1d) >> 11;
        -mean * ((bits as f64 + 0.5) / (1_u64 << 53) as f64).ln()
    }

    fn schedule(&mut self, after: f64, kind: Kind, node: u32) {
        #[allow(clippy::cast_sign_loss)]
        let minute = self.now + after.round() as u32;
        self.events
            .push(Reverse((minute, self.sequence, kind, node)));
        self.sequence += 1;
    }

    fn infect(&mut self, node: u32) {
        if self.state[node as usize] != State::Susceptible {
            return;
        }
        self.state[node as usize] = State::Infectious;
        if node >= self.size.providers {
            self.infected += 1;
        }
        self.look_again(node);
        let contained = self.exponential(f64::from(2 * DAY));
        self.schedule(contained, Kind::Contain, node);
        for index in 0..self.links[node as usize].len() {
            let Link { target, mean } = self.links[node as usize][index];
            let after = self.exponential(mean);
            // Later it would be of no effect.
            if after < contained && self.state[target as usize] == State::Susceptible {
                self.schedule(after, Kind::Infect, target);
            }
        }
    }

    fn contain(&mut self, node: u32) {
        self.state[node as usize] = State::Contained;
        let crew = &mut self.crews[self.provider[node as usize] as usize];
        if crew.free > 0 {
            crew.free -= 1;
            self.start(node);
        } else if node < self.size.providers {
            crew.provider_waits = true;
        } else {
            crew.waiting.push_back(node);
        }
    }

    fn start(&mut self, node: u32) {
        let after = self.exponential(f64::from(DAY / 2));
        self.schedule(after, Kind::Repair, node);
    }

    fn repair(&mut self, node: u32) {
        self.state[node as usize] = State::Repaired;
        self.look_again(node);
        let provider = self.provider[node as usize];
        let crew = &mut self.crews[provider as usize];
        if crew.provider_waits {
            crew.provider_waits = false;
            self.start(provider);
        } else if let Some(next) = crew.waiting.pop_front() {
            self.start(next);
        } else {
            crew.free += 1;
        }
    }

    /// Finds out whether a node is operational, and what hangs on it.
    fn look_again(&mut self, node: u32) {
        self.stack.push(node);
        while let Some(node) = self.stack.pop() {
            let index = node as usize;
            let well = matches!(self.state[index], State::Susceptible | State::Repaired);
            let supplied = self.supplier[index].is_none_or(|at| self.operational[at as usize]);
            let operational = well && supplied;
            if operational == self.operational[index] {
                continue;
            }
            self.operational[index] = operational;
            if node >= self.size.providers {
                if operational {
                    self.down -= 1;
                } else {
                    self.down += 1;
                }
            }
            self.stack.extend_from_slice(&self.dependents[index]);
        }
    }
}
